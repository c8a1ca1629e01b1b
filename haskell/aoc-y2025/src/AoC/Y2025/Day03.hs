-- |
-- 2025 day 3, Lobby <https://adventofcode.com/2025/day/3>
--
-- The greatest number of 2 digits, or of 12, that is left of a line when its other digits are struck out, summed over
-- the lines.
--
-- The idea: a linear map in max-plus algebra. Let @best k@ be the greatest number of at most k digits that can be left
-- of the line so far. After one more digit d,
--
-- > best k  becomes  max (best k) (10 * best (k - 1) + d)
--
-- since d is either struck out or the last digit. This is one 'U.zipWith' of the table with itself, shifted by one
-- place, and a line is a fold of it. No digit has to be chosen early, so no choice has to be justified.
--
-- Assumes digits from 1 to 9: then the greatest number of at most k digits has k digits, where the line is that long.
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
greatest size = U.last . C.foldl' extend (U.replicate size 0)

-- | The greatest numbers of at most 1, 2, 3 ... digits, when a digit is added to the line.
extend :: U.Vector Int -> Char -> U.Vector Int
extend best c = U.zipWith (\same shorter -> max same (10 * shorter + digitToInt c)) best (U.cons 0 best)
