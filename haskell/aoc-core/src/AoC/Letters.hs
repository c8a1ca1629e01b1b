-- |
-- Letters drawn with dots: four wide, six high, in columns of five. Only @Y@ fills all five.
module AoC.Letters (letters) where

import Data.Bits (bit, (.|.))
import qualified Data.IntMap.Strict as IntMap

-- | What these dots, (column, row), spell. What is no letter is read as @?@.
--
-- >>> letters ([(5, y) | y <- [0 .. 5]] ++ [(x, 5) | x <- [6 .. 8]])
-- "?L"
letters :: [(Int, Int)] -> String
letters dots = [maybe '?' letter (IntMap.lookup i glyphs) | i <- [0 .. maybe (-1) fst (IntMap.lookupMax glyphs)]]
  where
    glyphs = IntMap.fromListWith (.|.) [(x `quot` 5, dot (x `rem` 5) y) | (x, y) <- dots]
    letter glyph = IntMap.findWithDefault '?' glyph font

-- | A glyph of one dot: thirty bits, and one more for all dots below the sixth row.
dot :: Int -> Int -> Int
dot x y = if y < 6 then bit (5 * y + x) else bit 30

font :: IntMap.IntMap Char
font = IntMap.fromList [(glyph picture, name) | name : picture <- drawn]
  where
    glyph picture = foldl (.|.) 0 [dot x y | (y, row) <- zip [0 ..] (words picture), (x, '#') <- zip [0 ..] row]
    drawn =
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
