-- |
-- 2023 day 3, Gear Ratios <https://adventofcode.com/2023/day/3>
--
-- Numbers and symbols in a grid: the sum of the numbers that touch a symbol, also diagonally (part 1), and
-- the sum of the products at each @*@ that touches exactly two numbers (part 2).
--
-- The idea: a merge join, as a database does it. In a row the numbers are intervals of columns, widened by
-- one on either side, in order. The symbols of this row and of the two beside it are points, put in one
-- order. A number touches a symbol if and only if its interval contains the point, so one walk along both
-- lists pairs them. The pairs are grouped by number for part 1, which is how they come, and by symbol for
-- part 2. No neighbour of a cell is looked up.
--
-- Two intervals may share a column, since a symbol may stand between two numbers. So the walk drops only the
-- points to the left of an interval, which are to the left of all later intervals too.
module AoC.Y2023.Day03 (parse, part1, part2) where

import AoC.Grid (Grid (..), gridWhere, rowOf)
import AoC.Input (InputError, runParser)
import AoC.Numbers (fromDigits)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import Data.Function (on)
import Data.List (sort)
import qualified Data.Map.Strict as Map

-- | The first and the last column that a number touches, and the number.
data Number = Number !Int !Int !Int

-- | Its column, its row and its sign: columns come first in the order.
data Symbol = Symbol !Int !Int !Char deriving (Eq, Ord)

column :: Symbol -> Int
column (Symbol x _ _) = x

-- | The numbers and the symbols of a row, both from left to right.
data Row = Row [Number] [Symbol]

instance NFData Number where
  rnf n = n `seq` ()

instance NFData Symbol where
  rnf s = s `seq` ()

instance NFData Row where
  rnf (Row numbers symbols) = rnf (numbers, symbols)

parse :: ByteString -> Either InputError [Row]
parse = runParser (rows <$> gridWhere fault 200 "a digit, a point or a symbol" isCell)
  where
    isCell = (`elem` ".0123456789*@/&#+%$=-")
    fault _ text
      | any ((> 3) . C.length . snd) (digitRuns text) = Just "numbers of at most three digits"
      | otherwise = Nothing
    rows g = [rowAt y (rowOf g y) | y <- [0 .. height g - 1]]

-- | The runs of digits in a text, and the columns in which they begin.
--
-- >>> digitRuns (C.pack "12..3")
-- [(0,"12"),(4,"3")]
digitRuns :: ByteString -> [(Int, ByteString)]
digitRuns text = [(x, run) | (x, run) <- zip starts runs, C.all isDigit run]
  where
    runs = C.groupBy ((==) `on` isDigit) text
    starts = scanl (\x run -> x + C.length run) 0 runs

-- | The row of this index, from its text.
rowAt :: Int -> ByteString -> Row
rowAt y text = Row (map number (digitRuns text)) symbols
  where
    symbols = [Symbol x y c | (x, c) <- zip [0 ..] (C.unpack text), isSymbol c]
    number (x, run) = Number (x - 1) (x + C.length run) (fromDigits 10 (map digitToInt (C.unpack run)))
    isSymbol c = c /= '.' && not (isDigit c)

part1, part2 :: [Row] -> Int
part1 rows = sum [n | (n, _ : _) <- touching rows]
part2 rows = sum [m * n | [m, n] <- Map.elems gears]
  where
    gears = Map.fromListWith (++) stars
    stars = [(symbol, [n]) | (n, symbols) <- touching rows, symbol@(Symbol _ _ '*') <- symbols]

-- | Each number, with the symbols that it touches.
touching :: [Row] -> [(Int, [Symbol])]
touching rows = concat (zipWith3 joined ([] : symbols) rows (drop 1 symbols ++ [[]]))
  where
    symbols = [points | Row _ points <- rows]
    joined above (Row numbers beside) below = join numbers (sort (concat [above, beside, below]))

join :: [Number] -> [Symbol] -> [(Int, [Symbol])]
join [] _ = []
join (Number from to n : numbers) symbols = (n, takeWhile ((<= to) . column) ahead) : join numbers ahead
  where
    ahead = dropWhile ((< from) . column) symbols
