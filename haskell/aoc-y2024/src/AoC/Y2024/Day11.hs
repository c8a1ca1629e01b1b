-- |
-- 2024 day 11, Plutonian Pebbles <https://adventofcode.com/2024/day/11>
--
-- How many stones there are after 25 and after 75 blinks, when at each blink every stone becomes one or two
-- others.
--
-- The idea: series with the knot tied. Give each number the endless series of how many stones it becomes
-- after 0, 1, 2 ... blinks. The series begins with 1, and goes on with the series of its successor, or with
-- the sum of the series of its two successors. That is a system of equations, one for each number, and a lazy
-- map of all numbers that occur is its solution: it refers to itself, and each entry of a series is worked
-- out once, when it is asked for.
--
-- Finitely many numbers occur, since a number is split before it has more than 14 digits. Take one of d
-- digits, where d is odd and at most 7. Times 2024 it has d + 3 digits, which are even, or d + 4. In this
-- case it now begins with 1 or 20, so once more times 2024 it has d + 7, which are even. The halves have at
-- most 7 digits again.
module AoC.Y2024.Day11 (parse, part1, part2) where

import AoC.Input (InputError, decimalsUpTo, runParser)
import Data.ByteString (ByteString)
import qualified Data.IntMap.Lazy as IntMap
import qualified Data.IntSet as IntSet
import Data.List.NonEmpty (NonEmpty (..), toList)
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError [Int]
parse = runParser (U.toList <$> decimalsUpTo 20 0 9999999 ' ')

part1, part2 :: [Int] -> Int
part1 = stonesAfter 25
part2 = stonesAfter 75

-- | How many stones a number becomes now, and from the next blink on.
data Series = Series !Int Series

zero :: Series
zero = Series 0 zero

plus :: Series -> Series -> Series
plus (Series m ms) (Series n ns) = Series (m + n) (plus ms ns)

stonesAfter :: Int -> [Int] -> Int
stonesAfter blinks stones = after blinks (foldr (plus . series) zero stones)
  where
    series stone = IntMap.findWithDefault zero stone table
    table = IntMap.fromSet (Series 1 . foldr1 plus . fmap series . blink) (occurring stones)
    after :: Int -> Series -> Int
    after k (Series n later) = if k == 0 then n else after (k - 1) later

-- | These numbers and all that come of them.
occurring :: [Int] -> IntSet.IntSet
occurring = go IntSet.empty . IntSet.fromList
  where
    go known new
      | IntSet.null new = known
      | otherwise = go known' (IntSet.fromList blinked `IntSet.difference` known')
      where
        known' = IntSet.union known new
        blinked = concatMap (toList . blink) (IntSet.toList new)

-- |
-- >>> map blink [0, 7, 1007]
-- [1 :| [],14168 :| [],10 :| [7]]
blink :: Int -> NonEmpty Int
blink 0 = 1 :| []
blink stone
  | 10 * stone >= half * half = let (l, r) = stone `quotRem` half in l :| [r]
  | otherwise = 2024 * stone :| []
  where
    -- The least power of ten whose square is greater: half as many zeros as the stone has digits, if these
    -- are even.
    half = until (\power -> power * power > stone) (10 *) 1
