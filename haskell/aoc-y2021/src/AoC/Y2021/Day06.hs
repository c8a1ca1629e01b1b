-- |
-- 2021 day 6, Lanternfish <https://adventofcode.com/2021/day/6>
--
-- How many fish there are after 80 days, and after 256.
--
-- The idea: a stream defined by itself. Fish do not meet, so a fish's family depends only on its timer and
-- the days left; and a timer of k only puts things off by k days. Let g be the stream of family sizes after
-- 0, 1, 2, ... days for a timer at 8. Nothing happens on days 0 to 8. On day 9 the fish becomes one whose
-- timer was at 8 two days ago, and a new one whose timer is at 8 now; that is
--
-- > g(t) = g(t - 7) + g(t - 9)
--
-- and so the stream is nine times 1, and then itself added to itself from the third place on. It does not
-- depend on the input, and each size is added up once. A timer at k is 8 - k days ahead of one at 8.
--
-- Assumes 1 to 1,000,000 timers from 0 to 8: less than 10^16 fish.
module AoC.Y2021.Day06 (parse, part1, part2) where

import AoC.Input (InputError, decimalsUpTo, runParser)
import AoC.Numbers (tally)
import Data.ByteString (ByteString)
import qualified Data.Vector.Unboxed as U

-- | How many fish have each timer, from 8 down to 0.
type School = U.Vector Int

parse :: ByteString -> Either InputError School
parse = runParser (school <$> decimalsUpTo 1000000 0 8 ',')
  where
    school = tally 9 . U.map (8 -)

part1 :: School -> Int
part1 = after 80

part2 :: School -> Int
part2 = after 256

after :: Int -> School -> Int
after days school = sum (zipWith (*) (U.toList school) (drop days families))

-- | The family of a fish with its timer at 8, after each number of days.
--
-- >>> take 17 families
-- [1,1,1,1,1,1,1,1,1,2,2,2,2,2,2,2,3]
families :: [Int]
families = replicate 9 1 ++ zipWith (+) families (drop 2 families)
