-- |
-- 2022 day 20, Grove Positioning System <https://adventofcode.com/2022/day/20>
--
-- Numbers in a circle move on by their own values, one after the other. The answer is the sum of the three
-- numbers that are then 1000, 2000 and 3000 places after the 0. In part 1 each number moves once. In part 2
-- the numbers are multiplied by a large key, and each moves ten times.
--
-- The idea: divide and conquer in time. For some numbers that move, only their own places are followed:
--
-- * A single number comes to the place (place + number) modulo n - 1.
-- * Several are split into those that move early and those that move late. First the early ones move, which
--   pushes the late ones to other places. Then the late ones move, which pushes the early ones.
--
-- > circle      a b C d E f       C moves by 2, then E by 1
-- > C moves     C from 2 to 4     E is pushed from 4 to 3
-- > E moves     E from 3 to 4     C is pushed from 4 to 3
-- > circle'     a b d C E f
--
-- A number that stands still keeps its rank among those that stand still. Its rank is its place less the
-- number of movers before it. Its new place is its rank plus the number of movers that come to be before it.
-- With all lists in the order of places, this is one pass. So a round takes n log n steps, and no circle is
-- kept between the moves.
--
-- The circle is cut open before place 0, and a number that comes to be there might as well be at the end.
module AoC.Y2022.Day20 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, decimal, failAt, failWhole, foldLines, offset, runParser, tooSoon)
import Control.Monad (when)
import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import Data.ByteString (ByteString)
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError (U.Vector Int)
parse = runParser $ do
  (n, zeros, numbers) <- foldLines number (0, 0, [])
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

-- | The sum of the three numbers after this many rounds.
coordinates :: Int -> U.Vector Int -> Int
coordinates rounds numbers =
  sum
    [ numbers ! (circle ! ((zero + distance) `mod` n))
      | Just zero <- [U.findIndex isZero circle],
        distance <- [1000, 2000, 3000]
    ]
  where
    n = U.length numbers
    isZero index = numbers ! index == 0
    circle = foldl' (\before _ -> mixed steps before) (U.enumFromN 0 n) [1 .. rounds]
    steps = U.map (`mod` (n - 1)) numbers

-- | The circle after one round. A circle has the index of the number at each place. The steps are those of
-- each index.
mixed :: U.Vector Int -> U.Vector Int -> U.Vector Int
mixed steps circle = U.fromListN n (indices (moved 0 n everyone))
  where
    n = U.length circle
    everyone = U.ifoldr' (\place index -> Then (mover place index)) None circle
    -- These numbers, which have the indices from the first one to before the end, all move.
    moved :: Int -> Int -> Movers -> Movers
    moved _ _ None = None
    moved _ _ (Then m None) = Then (arrived m) None
    moved _ _ (Then a (Then b None)) = if indexOf a < indexOf b then both a b else both b a
    -- The early half moves and pushes the late one, which then moves and pushes the early one.
    moved first end movers = woven late late' early'
      where
        middle = (first + end) `quot` 2
        early' = moved first middle (earlier middle movers)
        late = pushed middle movers early'
        late' = moved middle end late
    -- Two by themselves, without lists: the early one pushes the late one, which then pushes the early one.
    both early late
      | early'' < late'' = Then early'' (Then late'' None)
      | otherwise = Then late'' (Then early'' None)
      where
        early' = arrived early
        late' = pushedBy early early' late
        late'' = arrived late'
        early'' = pushedBy late' late'' early'
    arrived m = mover ((placeOf m + steps ! indexOf m) `rem` (n - 1)) (indexOf m)

-- | The place of a number and its index, in one Int.
type Mover = Int

mover :: Int -> Int -> Mover
mover place index = place `shiftL` 13 .|. index

placeOf, indexOf :: Mover -> Int
placeOf = (`shiftR` 13)
indexOf = (.&. 8191)

-- | A strict list, in the order of places.
data Movers = None | Then !Mover !Movers

indices :: Movers -> [Int]
indices None = []
indices (Then m movers) = indexOf m : indices movers

-- | Those with an index below the middle.
earlier :: Int -> Movers -> Movers
earlier middle = go
  where
    go (Then m movers) = if indexOf m < middle then Then m (go movers) else go movers
    go None = None

-- | Where a number is when another one has left its place for a new one.
pushedBy :: Mover -> Mover -> Mover -> Mover
pushedBy from to m = if placeOf to <= placeOf rest then rest + mover 1 0 else rest
  where
    rest = if from < m then m - mover 1 0 else m

-- | @pushed middle movers to@: the other movers, where they are when the earlier ones have come to the places
-- in @to@.
pushed :: Int -> Movers -> Movers -> Movers
pushed middle = go 0
  where
    -- The shift is the number of places that are filled before the next mover, less those that are left.
    go :: Int -> Movers -> Movers -> Movers
    go shift (Then m movers) to
      | indexOf m < middle = go (shift - 1) movers to
    go shift movers@(Then m _) (Then filled to)
      | placeOf filled <= placeOf m + shift = go (shift + 1) movers to
    go shift (Then m movers) to = Then (m + mover shift 0) (go shift movers to)
    go _ None _ = None

-- | @woven from to others@: the others, where they are when the movers have left the places in @from@ for
-- those in @to@, and the movers in @to@ among them.
woven :: Movers -> Movers -> Movers -> Movers
woven = go 0
  where
    go :: Int -> Movers -> Movers -> Movers -> Movers
    go shift (Then left from) to others@(Then m _)
      | left < m = go (shift - 1) from to others
    go shift from (Then filled to) others@(Then m _)
      | placeOf filled <= placeOf m + shift = Then filled (go (shift + 1) from to others)
    go shift from to (Then m others) = Then (m + mover shift 0) (go shift from to others)
    go _ _ to None = to
