-- |
-- 2025 day 5, Cafeteria <https://adventofcode.com/2025/day/5>
--
-- How many of the listed numbers lie in at least one range (part 1), and how many numbers the ranges cover
-- (part 2).
--
-- The idea: a range counts only for what no later range covers. Each later range cuts what is left of it, so
-- that zero, one or two pieces remain of every piece. A number that is covered is then counted once, for the
-- last range that covers it. Nothing is sorted, and nothing is merged.
module AoC.Y2025.Day05 (parse, part1, part2) where

import AoC.Input (InputError, blankLine, blockOfUpTo, decimal, linesOfUpTo, runParser)
import AoC.Span (Span (..), extent, spanOf, without)
import Data.ByteString (ByteString)
import Data.List (foldl', tails)

parse :: ByteString -> Either InputError ([Span], [Int])
parse = runParser ((,) <$> ranges <* blankLine <*> ids)
  where
    ranges = blockOfUpTo 1000 (spanOf 0 greatest "-")
    ids = linesOfUpTo 5000 (decimal 0 greatest)
    greatest = 10 ^ (15 :: Int)

part1, part2 :: ([Span], [Int]) -> Int
part1 (ranges, ids) = length [i | i <- ids, any (\(Span a b) -> a <= i && i < b) ranges]
part2 (ranges, _) =
  sum [extent piece | range : later <- tails ranges, piece <- foldl' (flip without) [range] later]
