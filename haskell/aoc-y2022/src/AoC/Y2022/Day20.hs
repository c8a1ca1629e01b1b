-- |
-- 2022 day 20, Grove Positioning System <https://adventofcode.com/2022/day/20>
--
-- Numbers in a circle move on by their own values, one after the other. The answer is the sum of the three numbers that
-- are then 1000, 2000 and 3000 places after the 0. In part 1 each number moves once. In part 2 the numbers are multiplied
-- by a large key, and each moves ten times.
--
-- The idea: divide and conquer in time. For some numbers that move, only their own places are followed:
--
-- * A single number comes to the place (place + number) modulo n - 1.
-- * Several are split into those that move early and those that move late. First the early ones move, which pushes the
--   late ones to other places. Then the late ones move, which pushes the early ones.
--
-- > circle      a b C d E f       C moves by 2, then E by 1
-- > C moves     C from 2 to 4     E is pushed from 4 to 3
-- > E moves     E from 3 to 4     C is pushed from 4 to 3
-- > circle'     a b d C E f
--
-- A number that does not move keeps its rank among those that do not move. Its rank is its place less the number of places
-- before it that are left. Its new place is its rank plus the number of places that are filled before it. With all lists
-- in the order of places, this is one pass. So a round takes n log n steps, and no circle is kept between the moves.
--
-- The circle is cut open before place 0, and a number that comes to be there might as well be at the end.
module AoC.Y2022.Day20 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, decimal, endOfInput, failAt, failWhole, foldLines, offset, runParser, tooSoon)
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError (U.Vector Int)
parse = runParser $ do
  (n, zeros, numbers) <- foldLines number (0, 0, []) <* endOfInput
  when (n < 2) $ tooSoon "another number"
  when (zeros == 0) $ failWhole "there is no 0"
  pure (U.fromList (reverse numbers))

-- | How many numbers and how many zeros there are, and the numbers, the last one first: with one more line.
number :: (Int, Int, [Int]) -> Parser (Int, Int, [Int])
number (n, zeros, before) = do
  at <- offset
  this <- decimal (-99999) 99999
  when (n == 6000) $ failAt at "at most 6,000 numbers"
  when (this == 0 && zeros == 1) $ failAt at "no second 0"
  pure (n + 1, if this == 0 then 1 else zeros, this : before)

part1, part2 :: U.Vector Int -> Int
part1 = coordinates 1
part2 numbers = coordinates 10 (U.map (key *) numbers)
  where
    key = 811589153

-- | The sum of the three numbers after so many rounds.
coordinates :: Int -> U.Vector Int -> Int
coordinates rounds numbers = sum [numbers ! (circle ! ((zero + distance) `mod` n)) | Just zero <- [U.findIndex isZero circle], distance <- [1000, 2000, 3000]]
  where
    n = U.length numbers
    isZero index = numbers ! index == 0
    circle = foldl' (\before _ -> mixed steps before) (U.enumFromN 0 n) [1 .. rounds]
    steps = U.map (`mod` (n - 1)) numbers

-- | The circle after one round. A circle has the index of the number at each place. The steps are those of each index.
mixed :: U.Vector Int -> U.Vector Int -> U.Vector Int
mixed steps circle = U.fromListN n (indices (moved 0 n (U.ifoldr' Mover None circle)))
  where
    n = U.length circle
    -- These numbers, which have the indices from the first one to before the end, all move.
    moved :: Int -> Int -> Movers -> Movers
    moved _ _ None = None
    moved _ _ (Mover place index None) = Mover ((place + steps ! index) `rem` (n - 1)) index None
    -- The early half moves and pushes the late one, which then moves and pushes the early one.
    moved first end movers = woven late late' early'
      where
        middle = (first + end) `quot` 2
        early = only (< middle) movers
        early' = moved first middle early
        late = pushed early early' (only (>= middle) movers)
        late' = moved middle end late

-- | A strict list of numbers, in the order of places: the place and the index of each.
data Movers = None | Mover !Int !Int !Movers

indices :: Movers -> [Int]
indices None = []
indices (Mover _ index others) = index : indices others

-- | Those with an index of this kind.
only :: (Int -> Bool) -> Movers -> Movers
only wanted = go
  where
    go None = None
    go (Mover place index others)
      | wanted index = Mover place index (go others)
      | otherwise = go others
{-# INLINE only #-}

-- | @pushed from to others@: where the others are when the movers have left the places in @from@ for those in @to@.
pushed :: Movers -> Movers -> Movers -> Movers
pushed = afterwards (\_ _ others -> others)

-- | The same, and the movers among them, where they are now.
woven :: Movers -> Movers -> Movers -> Movers
woven = afterwards Mover

-- | 'pushed', where @arrive place index rest@ is made of a mover at its new place and of what comes after it.
afterwards :: (Int -> Int -> Movers -> Movers) -> Movers -> Movers -> Movers -> Movers
afterwards arrive = go 0
  where
    -- The shift is the number of places that are filled before the next of the others, less those that are left.
    go :: Int -> Movers -> Movers -> Movers -> Movers
    go shift (Mover left _ from) to others@(Mover place _ _) | left < place = go (shift - 1) from to others
    go shift from (Mover filled index to) others@(Mover place _ _) | filled <= place + shift = arrive filled index (go (shift + 1) from to others)
    go shift from to (Mover place index others) = Mover (place + shift) index (go shift from to others)
    go shift from (Mover filled index to) None = arrive filled index (go shift from to None)
    go _ _ None None = None
{-# INLINE afterwards #-}
