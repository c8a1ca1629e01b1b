-- |
-- 2021 day 3, Binary Diagnostic <https://adventofcode.com/2021/day/3>
--
-- Part 1 multiplies the number made of the most common bit of each place by its complement. Part 2 multiplies
-- the two numbers that are left when the list is filtered, place by place, by the more common bit and by the
-- less common one.
--
-- The idea: a binary trie that knows how many numbers lie under each node. "Those still kept" are always the
-- numbers under one node, and to keep some of them is to go down one edge, so a rating is a path from the
-- root to a leaf and its digits are the rating. The two ratings differ in which edge they prefer. The trie
-- unfolds lazily, so that only what the paths look at is built.
--
-- Going on to the leaf instead of stopping at the last number changes nothing, since below a node with only
-- one number there is only one way to go.
--
-- Assumes a width of 1 to 32, set by the first line. Two ratings may multiply to almost 2^64, so part 2
-- answers with an Integer; a number times its complement is below 2^62.
module AoC.Y2021.Day03 (parse, part1, part2) where

import AoC.Grid (Grid (..), gridUpTo, rowOf)
import AoC.Input (InputError, runParser)
import Control.DeepSeq (NFData (..))
import Data.Bits (bit, complement, testBit, (.&.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.Vector.Unboxed as U

-- | A width, and numbers of that many bits.
data Report = Report !Int !(U.Vector Int)

instance NFData Report where
  rnf Report {} = ()

-- | How many there are, those that go on with 0, and those that go on with 1.
data Trie = Trie !Int Trie Trie

parse :: ByteString -> Either InputError Report
parse = runParser (report <$> gridUpTo maxBound 32 "a binary digit" (\c -> c == '0' || c == '1'))

report :: Grid -> Report
report rows = Report (width rows) (U.generate (height rows) (number . rowOf rows))
  where
    number = C.foldl' (\n c -> 2 * n + fromEnum (c == '1')) 0

part1 :: Report -> Int
part1 (Report wide numbers) = gamma * (complement gamma .&. (bit wide - 1))
  where
    gamma = sum [bit place | place <- [0 .. wide - 1], 2 * ones place >= U.length numbers]
    ones place = U.foldl' (\n x -> n + fromEnum (testBit x place)) 0 numbers

part2 :: Report -> Integer
part2 (Report wide numbers) = rating (<=) * rating (>)
  where
    rating goesOne = toInteger (descend goesOne wide 0 root)
    root = trie wide numbers

-- | The trie for the lowest so many places. Nobody looks below the last.
trie :: Int -> U.Vector Int -> Trie
trie places numbers = Trie (U.length numbers) (trie (places - 1) zeros) (trie (places - 1) ones)
  where
    (ones, zeros) = U.partition (`testBit` (places - 1)) numbers

-- | The end of the path that goes on with 1 where the numbers of 0s and 1s compare so.
descend :: (Int -> Int -> Bool) -> Int -> Int -> Trie -> Int
descend goesOne places n (Trie _ zero one)
  | places == 0 = n
  | takesOne = descend goesOne (places - 1) (2 * n + 1) one
  | otherwise = descend goesOne (places - 1) (2 * n) zero
  where
    takesOne = size one > 0 && (size zero == 0 || goesOne (size zero) (size one))
    size (Trie count _ _) = count
