-- |
-- 2022 day 13, Distress Signal <https://adventofcode.com/2022/day/13>
--
-- The sum of the numbers of those pairs of packets that are in order (part 1), and the product of the two
-- places that the dividers [[2]] and [[6]] have among all packets in order (part 2).
--
-- The idea: no packets are compared. Each gets a key, a list of numbers, such that the common lexicographic
-- order of keys is the order of packets. The key has the integers in order. Between two of them stands the
-- depth of the innermost list that has both, and 0 stands at the end:
--
-- > [1,[2,3],4]    1 1 2 2 3 1 4 0
-- > [[1],4]        1 1 4 0
-- > [1,4]          1 1 4 0             equal: an integer compares as a list of itself
--
-- Suppose that two keys are equal up to an integer. Then the packets are equal so far. If the depths after it
-- differ, the lesser depth belongs to the packet in which a deeper list has ended, and a list that ends first
-- is the lesser one. To put an integer into a list of its own changes no depth, so the rule for that needs no
-- case.
--
-- An empty list has no integer, so the key has one in its place: the depth of the list minus 1000. This is
-- less than any real integer. Where two empty lists face each other, the one of lesser depth is less, since
-- it ends first.
module AoC.Y2022.Day13 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blocksUpTo, char, decimal, endOfLine, failAt, offset, runParser, sepBy1, (<|>))
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.List (intercalate)

-- $setup
-- >>> import AoC.Input
-- >>> import qualified Data.ByteString.Char8 as C

type Key = [Int]

parse :: ByteString -> Either InputError [(Key, Key)]
parse = runParser (blocksUpTo 400 "pairs" (const pair))

pair :: Parser (Key, Key)
pair = do
  first <- packet <* endOfLine
  at <- offset
  second <- packet
  when (second == first) $ failAt at "a packet that is before or after the first one"
  pure (first, second)

-- | The key of a packet.
--
-- >>> runParser packet (C.pack "[1,[2,[]],4]")
-- Right [1,1,2,2,-997,1,4,0]
packet :: Parser Key
packet = do
  start <- offset
  key <- (++ [0]) <$> list 1
  end <- offset
  when (end - start > 500) $ failAt start "at most 500 characters"
  when (key `elem` [firstDivider, secondDivider]) $
    failAt start "a packet that is before or after each divider"
  pure key

-- | The key of a list at this depth, without its end.
list :: Int -> Parser Key
list depth = do
  at <- offset
  char '['
  when (depth > 20) $ failAt at "lists in each other at most 20 deep"
  [depth - 1000] <$ char ']' <|> intercalate [depth] <$> sepBy1 item (char ',') <* char ']'
  where
    item = list (depth + 1) <|> pure <$> decimal 0 99

firstDivider, secondDivider :: Key
firstDivider = [2, 0]
secondDivider = [6, 0]

part1, part2 :: [(Key, Key)] -> Int
part1 found = sum [number | (number, (first, second)) <- zip [1 ..] found, first < second]
part2 found = place firstDivider * (place secondDivider + 1)
  where
    place divider = 1 + length (filter (< divider) (map fst found ++ map snd found))
