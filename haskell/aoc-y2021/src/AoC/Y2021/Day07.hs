-- |
-- 2021 day 7, The Treachery of Whales <https://adventofcode.com/2021/day/7>
--
-- The least fuel that brings all crabs to one place, where n steps cost n in part 1 and 1 + 2 + ... + n in
-- part 2.
--
-- The idea: integrate. Let @h@ be the histogram of the crabs. A running sum of @h@ from the left counts, at
-- each spot, the crabs at or left of it; a running sum of that, moved on by one spot, adds one for each spot
-- a crab has to come: what the crabs from the left pay in part 1. One more running sum, not moved on, adds 1,
-- 2, 3, ... instead: what they pay in part 2. The crabs from the right are the same sum over the mirrored
-- histogram. So both parts are one expression, and they differ by one word.
--
-- Why it is right: with @S@ the running sum and @z@ the move by one spot, a crab contributes @z S S@ of a
-- spike, which is 0 on its own spot and then 1, 2, 3, ...; and @S z S S@ of it is 0, 1, 3, 6, ... Sums over
-- crabs follow, since all this is linear. No spot outside the crabs' range is better than the nearer end of
-- it.
--
-- Assumes 1 to 1,000,000 crabs on spots 0 to 99,999: every sum is below 2^53.
module AoC.Y2021.Day07 (parse, part1, part2) where

import AoC.Input (InputError, decimalsUpTo, runParser)
import AoC.Numbers (tally)
import Data.ByteString (ByteString)
import qualified Data.Vector.Unboxed as U

-- | How many crabs stand on each spot, from the leftmost crab to the rightmost.
type Crowd = U.Vector Int

parse :: ByteString -> Either InputError Crowd
parse = runParser (histogram <$> decimalsUpTo 1000000 0 99999 ',')
  where
    histogram crabs = tally (U.maximum crabs - low + 1) (U.map (subtract low) crabs)
      where
        low = U.minimum crabs

part1 :: Crowd -> Int
part1 = cheapest linear

part2 :: Crowd -> Int
part2 = cheapest (total . linear)

cheapest :: (Crowd -> U.Vector Int) -> Crowd -> Int
cheapest fuel crowd = U.minimum (U.zipWith (+) fromLeft fromRight)
  where
    fromLeft = fuel crowd
    fromRight = U.reverse (fuel (U.reverse crowd))

-- | What each spot costs the crabs to its left, at one a step.
--
-- >>> linear (U.fromList [2, 0, 0, 1, 0])
-- [0,2,4,6,9]
linear :: Crowd -> U.Vector Int
linear = U.prescanl' (+) 0 . total

-- | The running sum.
total :: U.Vector Int -> U.Vector Int
total = U.scanl1' (+)
