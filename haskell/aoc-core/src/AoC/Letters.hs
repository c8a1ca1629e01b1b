-- |
-- Letters drawn with dots, as they stand side by side on a screen: small ones four wide and six high, and
-- tall ones six wide and ten high.
--
-- The tables hold a letter a line, its rows from top to bottom. Two columns stay free after a tall letter,
-- and one after a small one, which @Y@ fills.
module AoC.Letters (Font, small, tall, letters) where

import Data.Bits (bit, (.|.))
import qualified Data.IntMap.Strict as IntMap
import qualified Data.Map.Strict as Map

-- | How many columns there are from one letter to the next, how many rows a letter has, and what each shape
-- stands for.
data Font = Font Int Int (Map.Map Shape Char)

-- | A bit for each dot.
type Shape = Integer

-- | What these dots, (column, row), spell. What is not a letter is read as @?@.
--
-- >>> letters small ([(5, y) | y <- [0 .. 5]] ++ [(x, 5) | x <- [6 .. 8]])
-- "?L"
-- >>> letters tall ([(0, y) | y <- [0 .. 9]] ++ [(x, 9) | x <- [1 .. 5]])
-- "L"
letters :: Font -> [(Int, Int)] -> String
letters (Font pitch high known) dots = [maybe '?' letter (IntMap.lookup i shapes) | i <- [0 .. rightmost]]
  where
    rightmost = maybe (-1) fst (IntMap.lookupMax shapes)
    shapes = IntMap.fromListWith (.|.) [(x `quot` pitch, dot pitch high (x `rem` pitch) y) | (x, y) <- dots]
    letter shape = Map.findWithDefault '?' shape known

-- | The shape of a single dot. All dots below the last row are the same one, which no letter has.
dot :: Int -> Int -> Int -> Int -> Shape
dot pitch high x y = bit (if y < high then pitch * y + x else pitch * high)

font :: Int -> Int -> [String] -> Font
font pitch high table = Font pitch high (Map.fromList [(shape picture, name) | name : picture <- table])
  where
    shape picture = foldl (.|.) 0 [dot pitch high x y | (x, y) <- dotsIn (words picture)]
    dotsIn rows = [(x, y) | (y, row) <- zip [0 ..] rows, (x, '#') <- zip [0 ..] row]

small, tall :: Font
small =
  font
    5
    6
    [ "A .##. #..# #..# #### #..# #..#",
      "B ###. #..# ###. #..# #..# ###.",
      "C .##. #..# #... #... #..# .##.",
      "E #### #... ###. #... #... ####",
      "F #### #... ###. #... #... #...",
      "G .##. #..# #... #.## #..# .###",
      "H #..# #..# #### #..# #..# #..#",
      "I .### ..#. ..#. ..#. ..#. .###",
      "J ..## ...# ...# ...# #..# .##.",
      "K #..# #.#. ##.. #.#. #.#. #..#",
      "L #... #... #... #... #... ####",
      "O .##. #..# #..# #..# #..# .##.",
      "P ###. #..# #..# ###. #... #...",
      "R ###. #..# #..# ###. #.#. #..#",
      "S .### #... #... .##. ...# ###.",
      "U #..# #..# #..# #..# #..# .##.",
      "Y #...# #...# .#.#. ..#.. ..#.. ..#..",
      "Z #### ...# ..#. .#.. #... ####"
    ]
tall =
  font
    8
    10
    [ "A ..##.. .#..#. #....# #....# #....# ###### #....# #....# #....# #....#",
      "B #####. #....# #....# #....# #####. #....# #....# #....# #....# #####.",
      "C .####. #....# #..... #..... #..... #..... #..... #..... #....# .####.",
      "E ###### #..... #..... #..... #####. #..... #..... #..... #..... ######",
      "F ###### #..... #..... #..... #####. #..... #..... #..... #..... #.....",
      "G .####. #....# #..... #..... #..... #..### #....# #....# #...## .###.#",
      "H #....# #....# #....# #....# ###### #....# #....# #....# #....# #....#",
      "J ...### ....#. ....#. ....#. ....#. ....#. ....#. #...#. #...#. .###..",
      "K #....# #...#. #..#.. #.#... ##.... ##.... #.#... #..#.. #...#. #....#",
      "L #..... #..... #..... #..... #..... #..... #..... #..... #..... ######",
      "N #....# ##...# ##...# #.#..# #.#..# #..#.# #..#.# #...## #...## #....#",
      "P #####. #....# #....# #....# #####. #..... #..... #..... #..... #.....",
      "R #####. #....# #....# #....# #####. #..#.. #...#. #...#. #....# #....#",
      "X #....# #....# .#..#. .#..#. ..##.. ..##.. .#..#. .#..#. #....# #....#",
      "Z ###### .....# .....# ....#. ...#.. ..#... .#.... #..... #..... ######"
    ]
