-- |
-- 2025 day 3, Lobby <https://adventofcode.com/2025/day/3>
--
-- The greatest number of 2 digits, or of 12, that is left of a line when its other digits are struck out,
-- summed over the lines.
--
-- The idea: a linear map in max-plus algebra. Let @best k@ be the greatest number of k digits that can be
-- left of the end of a line. With one more digit d before that end,
--
-- > best k  becomes  max (best k) (d * 10^(k - 1) + best (k - 1))
--
-- since d is either struck out or the first digit. In max-plus algebra this is a matrix with two diagonals,
-- here one 'U.zipWith3' of the table with itself, shifted by one place, and a line is a product of such
-- matrices. No digit has to be chosen early, so no choice has to be justified.
--
-- Where the end is too short for k digits, @best k@ stands for minus infinity: it is negative and remains so.
module AoC.Y2025.Day03 (parse, part1, part2) where

import AoC.Input (InputError, Parser, failAt, linesOfUpTo, offset, runParser, takeWhile1)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt)
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError [ByteString]
parse = runParser (linesOfUpTo 1000 bank)

bank :: Parser ByteString
bank = do
  digits <- takeWhile1 "a digit from 1 to 9" (\c -> '1' <= c && c <= '9')
  at <- offset
  when (C.length digits < 12) $ failAt at "at least 12 digits"
  when (C.length digits > 500) $ failAt at "at most 500 digits"
  pure digits

part1, part2 :: [ByteString] -> Int
part1 = sum . map (greatest 2)
part2 = sum . map (greatest 12)

-- | The greatest number of this many digits that is left of a line.
--
-- >>> greatest 2 (C.pack "3191")
-- 91
greatest :: Int -> ByteString -> Int
greatest size = U.last . C.foldr' before (U.cons 0 (U.replicate size (-10 ^ (13 :: Int))))
  where
    -- The table of best 0, which is 0, to best size.
    before c best = U.cons 0 (U.zipWith3 better places (U.tail best) best)
      where
        better place same shorter = max same (digitToInt c * place + shorter)
    places = U.iterateN size (10 *) 1
