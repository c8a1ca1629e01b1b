-- |
-- 2023 day 6, Wait For It <https://adventofcode.com/2023/day/6>
--
-- In how many ways a race is won: a race of time t is won with h if h (t - h) is more than its record d. The
-- product over all races (part 1), and the ways of the one race that their digits make together (part 2).
--
-- The idea: a least fixed point. For h below t, let f(h) be the least whole number that is more than
-- d / (t - h). It never falls as h grows, and h wins if and only if f(h) <= h. Apply f again and again, from
-- 0 on. That leads upwards, and never past the first winner w, since h <= w implies f(h) <= f(w) <= w. Where
-- it comes to rest, f(h) = h, so h wins and is w. If it passes t / 2 instead, there is no winner, since h
-- wins if and only if t - h does. As h (t - h) rises up to t / 2, the winners are all numbers from w to
-- t - w. No root is taken, and a tie needs no care.
--
-- Far from t / 2 the steps are long, and near to it they are at least 1, so there are O(sqrt t) of them.
--
-- A race is a pair of texts, and so a monoid: the long race is the concatenation of all races.
module AoC.Y2023.Day06 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, endOfLine, failAt, many1, offset, runParser, string, takeUpTo)
import AoC.Numbers (fromDigits)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)

-- | The time and the record, as they are written.
type Race = (ByteString, ByteString)

parse :: ByteString -> Either InputError [Race]
parse = runParser $ do
  start <- offset
  times <- string "Time:" *> numbers 2
  when (length times > 4) $ failAt start "at most four times"
  at <- endOfLine *> offset
  distances <- string "Distance:" *> numbers 4
  when (length distances /= length times) $ failAt at "as many distances as times"
  pure (zip times distances)

-- | Numbers of at most this many digits, and blanks before each.
numbers :: Int -> Parser [ByteString]
numbers most = many1 (many1 (char ' ') *> number)
  where
    number = do
      at <- offset
      digits <- takeUpTo most "digits" "a digit" isDigit
      when (C.isPrefixOf (C.pack "0") digits) $ failAt at "a number that does not begin with 0"
      pure digits

part1, part2 :: [Race] -> Int
part1 = product . map ways
part2 = ways . mconcat

ways :: Race -> Int
ways (time, distance) = waysOf (number time) (number distance)
  where
    number = fromDigits 10 . map digitToInt . C.unpack

-- | In how many ways a race of this time beats this record.
--
-- >>> map (waysOf 6) [4, 5, 8, 9]
-- [5,3,1,0]
waysOf :: Int -> Int -> Int
waysOf t d = climb 0
  where
    climb h
      | 2 * h > t = 0
      | h == higher = t + 1 - 2 * h
      | otherwise = climb higher
      where
        higher = d `div` (t - h) + 1
