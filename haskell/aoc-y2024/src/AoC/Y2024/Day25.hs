-- |
-- 2024 day 25, Code Chronicle <https://adventofcode.com/2024/day/25>
--
-- How many pairs of a lock and a key fit, which means that they overlap in no column.
--
-- The idea: by value instead of by pair. A key is five heights from 0 to 5, which are the digits of a number
-- in base 6, and a table counts the keys with each number. Prefix sums along each of the five digits (a zeta
-- transform) turn the table into the counts of keys that are no higher in any column. A lock fits exactly the
-- keys that are no higher than the space below its own columns, so one look-up counts its pairs, and keys and
-- locks never meet.
--
-- > key      heights 5 0 2 1 3      is counted at 50213
-- > lock     spaces  5 1 2 2 3      looks at 51223, where this key is one of those no higher in any column
--
-- Assumes that shapes are columns without gaps, which 'parse' checks.
module AoC.Y2024.Day25 (parse, part1) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, blocksUpTo, endOfLine, failAt, offset, runParser, takeWhile1)
import AoC.Numbers (fromDigits, tally)
import Control.Monad (unless, when)
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Char8 as C
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U

-- | What the first row is made of, and a number with five digits of base 6: the spaces below a lock's
-- columns, or the heights of a key's.
type Shape = (Char, Int)

parse :: ByteString -> Either InputError [Shape]
parse = runParser (blocksUpTo 1000 "locks and keys" (const shape))

shape :: Parser Shape
shape = do
  top <- row "a row of # or of . alone" (\text -> C.count (C.head text) text == 5)
  let first = C.head top
      below :: Int -> ByteString -> Parser [ByteString]
      below 0 _ = pure []
      below n above = do
        text <- endOfLine *> row "columns without gaps" (and . C.zipWith stays above)
        (text :) <$> below (n - 1) text
      -- A column that has changed does not change again.
      stays a b = a == first || b /= first
  middle <- below 5 top
  _ <- endOfLine *> row "the opposite of the first row" (C.notElem first)
  pure (first, fromDigits 6 [6 - C.count first column | column <- B.transpose (top : middle)])

-- | A row of five cells that is as it has to be.
row :: String -> (ByteString -> Bool) -> Parser ByteString
row what allowed = do
  at <- offset
  text <- takeWhile1 "a cell" (`elem` "#.")
  when (C.length text /= 5) $ failAt at "five cells"
  unless (allowed text) $ failAt at what
  pure text

part1 :: [Shape] -> Int
part1 found = sum [noHigher ! spaces | ('#', spaces) <- found]
  where
    keys = [heights | ('.', heights) <- found]
    noHigher = foldl' summed (tally 7776 (U.fromList keys)) [1, 6, 36, 216, 1296]

-- | Prefix sums along the digit with this weight.
summed :: U.Vector Int -> Int -> U.Vector Int
summed table weight = U.constructN (U.length table) sumAt
  where
    sumAt sums = table ! i + if i `quot` weight `rem` 6 == 0 then 0 else sums ! (i - weight)
      where
        i = U.length sums
