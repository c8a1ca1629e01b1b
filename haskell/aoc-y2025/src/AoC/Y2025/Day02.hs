-- |
-- 2025 day 2, Gift Shop <https://adventofcode.com/2025/day/2>
--
-- The sum of the numbers in some ranges whose digits are one block written twice (part 1), or twice or more
-- (part 2).
--
-- The idea: unique factorisation of words. A word is primitive if it is no shorter word written twice or
-- more. Every word is a power of exactly one primitive word (Lyndon and Schützenberger 1962). So part 2 lists
-- the powers of primitive blocks and meets no number twice; it needs no set, and it has nothing to subtract.
-- Whether a block is primitive is the puzzle's own question, asked of the block.
--
-- A block of w digits written n times is the block times 10101 (here w is 2 and n is 3). So the blocks whose
-- powers lie in a range are themselves a range, which two divisions find.
module AoC.Y2025.Day02 (parse, part1, part2) where

import AoC.Input (InputError, char, endOfInput, failAt, failWhole, offset, runParser, sepBy1)
import AoC.Span (Span (..), extent, spanOf)
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.List (sort)

parse :: ByteString -> Either InputError [Span]
parse = runParser $ do
  at <- offset
  ranges <- spanOf 1 9999999999 "-" `sepBy1` char ','
  when (length ranges > 1000) $ failAt at "at most 1,000 ranges"
  endOfInput
  let sorted = sort ranges
  when (or (zipWith overlap sorted (drop 1 sorted))) $ failWhole "two ranges overlap"
  when (sum (map extent ranges) > 5000000) $ failWhole "the ranges hold more than 5,000,000 numbers together"
  pure ranges
  where
    overlap (Span _ b) (Span c _) = c < b

part1, part2 :: [Span] -> Int
part1 ranges = sum [i | r <- ranges, w <- [1 .. 5], (i, _) <- powers 2 w r]
part2 ranges =
  sum [i | r <- ranges, w <- [1 .. 5], n <- [2 .. 10 `div` w], (i, block) <- powers n w r, primitive w block]

-- | The numbers in a range that are a block of @w@ digits written @n@ times, and the blocks.
--
-- >>> powers 2 2 (Span 1200 1401)
-- [(1212,12),(1313,13)]
powers :: Int -> Int -> Span -> [(Int, Int)]
powers n w (Span a b) = [(block * ones, block) | block <- [least .. greatest]]
  where
    ones = repunit n w
    least = max (10 ^ (w - 1)) ((a - 1) `div` ones + 1)
    greatest = min (10 ^ w - 1) ((b - 1) `div` ones)

-- | The block 1, of @w@ digits, written @n@ times.
--
-- >>> repunit 3 2
-- 10101
repunit :: Int -> Int -> Int
repunit n w = (10 ^ (n * w) - 1) `div` (10 ^ w - 1)

-- | Is a block of @w@ digits no shorter block written twice or more?
--
-- >>> map (primitive 4) [1212, 1213]
-- [False,True]
primitive :: Int -> Int -> Bool
primitive w block = and [block `mod` repunit n v /= 0 | n <- [2 .. w], (v, 0) <- [w `divMod` n]]
