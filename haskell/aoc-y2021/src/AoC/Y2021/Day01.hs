-- |
-- 2021 day 1, Sonar Sweep <https://adventofcode.com/2021/day/1>
--
-- A list of depths. Part 1 asks how many of them are greater than the one before; part 2 asks
-- the same about the sums of three depths in a row.
--
-- The idea: stretches of the list form a monoid. Two neighbouring sums of three share two
-- depths, so the second is greater exactly if the depth it gains is greater than the one it
-- loses, which stands three places earlier. Both parts so count the depths greater than the
-- one @k@ places earlier, with @k@ = 1 and @k@ = 3. Of a stretch only three things matter to
-- that: its first @k@ depths, its last @k@, and the count within it. Two stretches are joined
-- by adding their counts and comparing the last of the one with the first of the other. This
-- is associative, for what it computes depends on the joined list alone; so the list may be
-- cut anywhere, and here it is halved until the pieces are small enough to count directly.
--
-- Why the join is right: a pair that lies across the seam has its earlier depth among the last
-- @k@ of the left stretch and its later one among the first @k@ of the right. If the left one
-- has @k@, they line up; if it is shorter by @s@, the first @s@ on the right have no partner.
--
-- Assumes depths of 0 to 999,999,999, at least one.
--
-- Python says the windows aloud, with their sums; Rust compares each depth with the one three
-- places on in a single pass.
module AoC.Y2021.Day01 (parse, part1, part2) where

import AoC.Input (InputError, decimal, runParser, vectorOfLines)
import Data.ByteString (ByteString)
import qualified Data.Vector.Unboxed as U

type Depths = U.Vector Int

-- | At most so many depths at its beginning and at its end, and the count within.
data Stretch = Stretch !Depths !Depths !Int

parse :: ByteString -> Either InputError Depths
parse = runParser (vectorOfLines (decimal 0 999999999))

part1 :: Depths -> Int
part1 = increases 1

part2 :: Depths -> Int
part2 = increases 3

-- | How many are greater than the one so many places earlier?
increases :: Int -> Depths -> Int
increases k depths = let Stretch _ _ count = summary depths in count
  where
    summary stretch
      | U.length stretch <= 256 = short k stretch
      | otherwise = join k (summary left) (summary right)
      where
        (left, right) = U.splitAt (U.length stretch `quot` 2) stretch

-- | A stretch counted directly.
short :: Int -> Depths -> Stretch
short k depths = Stretch (U.take k depths) (final k depths) (rises depths (U.drop k depths))

-- | Two stretches end to end.
join :: Int -> Stretch -> Stretch -> Stretch
join k (Stretch first1 last1 count1) (Stretch first2 last2 count2) =
  Stretch (U.take k (first1 <> first2)) (final k (last1 <> last2)) (count1 + across + count2)
  where
    across = rises last1 (U.drop (k - U.length last1) first2)

final :: Int -> Depths -> Depths
final k depths = U.drop (U.length depths - k) depths

-- | How often is the later one, on the right, the greater?
--
-- >>> rises (U.fromList [1, 5, 2]) (U.fromList [2, 5])
-- 1
rises :: Depths -> Depths -> Int
rises earlier later = U.foldl' (+) 0 (U.zipWith (\a b -> fromEnum (a < b)) earlier later)
