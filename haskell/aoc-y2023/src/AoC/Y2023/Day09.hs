-- |
-- 2023 day 9, Mirage Maintenance <https://adventofcode.com/2023/day/9>
--
-- The sum over lines of the next number (part 1) or the number before the first one (part 2), where a line
-- goes on as the polynomial of least degree through its numbers.
--
-- The idea: Neville's scheme. Say that the numbers are the values at 0, 1, 2 ... and that the value at x is
-- wanted. Let p be the polynomial through d of the numbers, from the one at i on, and q the polynomial
-- through the d numbers that begin one later. Then the polynomial through all d + 1 of these numbers is
--
-- > p + (x - i) (q - p) / d
--
-- since at i the value is that of p, at i + d it is that of q, and between them p and q are equal. So the
-- values at x of the polynomials through neighbouring runs are joined in pairs, until one is left. The parts
-- differ by x alone.
--
-- The divisions are exact, because a polynomial of degree d that is whole at d + 1 integers in a row is whole
-- at all integers.
module AoC.Y2023.Day09 (parse, part1, part2) where

import AoC.Input (InputError, Parser, decimalsUpTo, failAt, linesOfUpTo, offset, runParser)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError [[Int]]
parse = runParser (linesOfUpTo 300 history)

history :: Parser [Int]
history = do
  at <- offset
  numbers <- decimalsUpTo 25 (-100000000) 100000000 ' '
  when (U.length numbers < 2) $ failAt at "at least two numbers"
  pure (U.toList numbers)

part1, part2 :: [[Int]] -> Integer
part1 = sum . map (\numbers -> valueAt (toInteger (length numbers)) numbers)
part2 = sum . map (valueAt (-1))

-- | The value at x of the polynomial through these numbers, at 0, 1, 2 ...
--
-- >>> map (`valueAt` [1, 4, 9]) [3, -1]
-- [16,0]
valueAt :: Integer -> [Int] -> Integer
valueAt x = joined 1 . map toInteger
  where
    joined _ [value] = value
    joined d values = joined (d + 1) (zipWith3 (join d) [x, x - 1 ..] values (drop 1 values))
    join d fromFirst p q = p + fromFirst * (q - p) `quot` d
