-- |
-- 2021 day 1, Sonar Sweep <https://adventofcode.com/2021/day/1>
--
-- How often is a depth greater than the one before it, and how often is the sum of three depths in a row?
--
-- The idea: go by value instead of by position. Let the water rise over a list of heights: positions go under
-- in the order of their heights, equal heights together. A height is greater than the one before it if and
-- only if the position before it is under water already when its own goes under. So sort the positions by
-- height, and keep the set of those under water.
--
-- The sums of k depths in a row are differences of running totals, and the list of them is just another list
-- of heights.
--
-- Assumes depths of 0 to 999,999,999, at least one.
module AoC.Y2021.Day01 (parse, part1, part2) where

import AoC.Input (InputError, decimal, runParser, vectorOfLines)
import Data.ByteString (ByteString)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U

type Heights = U.Vector Int

parse :: ByteString -> Either InputError Heights
parse = runParser (vectorOfLines (decimal 0 999999999))

part1 :: Heights -> Int
part1 = increases

part2 :: Heights -> Int
part2 = increases . sums 3

-- | The sums of so many in a row.
--
-- >>> sums 3 (U.fromList [1, 2, 3, 4])
-- [6,9]
sums :: Int -> Heights -> Heights
sums k heights = U.zipWith (-) (U.drop k totals) totals
  where
    totals = U.scanl' (+) 0 heights

-- | How many are greater than the one before?
--
-- >>> increases (U.fromList [3, 3, 5, 4, 6])
-- 2
increases :: Heights -> Int
increases heights = sum (zipWith rising under levels)
  where
    levels = IntMap.elems (IntMap.fromListWith (++) located)
    located = [(height, [at]) | (at, height) <- zip [0 ..] (U.toList heights)]
    -- What is under water before each level.
    under = scanl (List.foldl' (flip IntSet.insert)) IntSet.empty levels
    rising flooded level = length (filter (\at -> IntSet.member (at - 1) flooded) level)
