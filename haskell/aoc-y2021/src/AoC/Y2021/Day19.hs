-- |
-- 2021 day 19, Beacon Scanner <https://adventofcode.com/2021/day/19>
--
-- Scanners see beacons from unknown places and in unknown orientations. How many beacons are there, and how
-- far apart are the two scanners that are farthest from each other?
--
-- The idea: one axis at a time, by counting. If an axis of one scanner is, but for its origin, an axis of
-- another, then each common beacon shows the same difference between its two coordinates. So take all pairs
-- of a beacon here and a beacon there, and count the differences, for each of six signed axes: a difference
-- that comes up twelve times may be the offset, and only the pairs that show it go on to the next axis, for
-- which fewer axes are left. The third axis and its sign follow from the first two. An offset that fits one
-- axis by chance is dropped when a later axis has none, and the next one is tried.
--
-- From scanner 0 on, each scanner that is placed finds others.
--
-- Assumes that two scanners overlap in one way only, as the puzzle promises, at most 50 scanners and 60
-- beacons each. Both parts need all scanners in place, so parsing places them.
module AoC.Y2021.Day19 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, blocksUpTo, char, decimal, endOfLine, failAt, failWhole, foldBlock, offset, runParser, string)
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.Either (partitionEithers)
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import Data.Maybe (listToMaybe)
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as U
import Data.Word (Word16)

-- | The beacons' coordinates along x, y and z.
type Report = [U.Vector Int]

-- | Where a scanner is, and its beacons, both as seen by scanner 0.
type Placed = ([Int], Report)

parse :: ByteString -> Either InputError [Placed]
parse = runParser $ do
  reports <- blocksUpTo 50 "scanners" scannerReport
  case reports of
    first : others | Just placed <- place [([0, 0, 0], first)] others -> pure placed
    _ -> failWhole "the scanners are not all connected by overlaps"

-- | The report of the scanner of this number.
scannerReport :: Int -> Parser Report
scannerReport n = do
  string "--- scanner " <* decimal n n <* string " ---"
  endOfLine
  beacons <- foldBlock beacon []
  pure (map U.fromList (List.transpose beacons))

-- | One beacon more.
beacon :: [[Int]] -> Parser [[Int]]
beacon known = do
  start <- offset
  when (length known == 60) $ failAt start "at most 60 beacons"
  new <- sequence [coordinate, char ',' *> coordinate, char ',' *> coordinate]
  when (new `elem` known) $ failAt start "a beacon not reported so far"
  pure (new : known)
  where
    coordinate = decimal (-2000) 2000

part1 :: [Placed] -> Int
part1 placed = Set.size (Set.fromList (concat [List.transpose (map U.toList report) | (_, report) <- placed]))

part2 :: [Placed] -> Int
part2 placed = maximum [sum (zipWith (\a b -> abs (a - b)) p q) | (p, _) <- placed, (q, _) <- placed]

-- | Those placed, and all others that overlap them, directly or through others; nothing if not all do.
place :: [Placed] -> [Report] -> Maybe [Placed]
place [] others = if null others then Just [] else Nothing
place (scanner : queue) others = (scanner :) <$> place (queue ++ found) rest
  where
    (rest, found) = partitionEithers [maybe (Left other) Right (align (snd scanner) other) | other <- others]

-- | Place a scanner by one whose beacons are known, if they overlap.
align :: Report -> Report -> Maybe Placed
align known report =
  listToMaybe
    [ (offsets, zipWith (\off -> U.map (+ off)) offsets [x, y, z])
      | (axisX, signX) <- (,) <$> [0, 1, 2] <*> [1, -1],
        let x = signed signX axisX,
        (offX, pairsX) <- offsetsOf (axis 0) x allPairs,
        (axisY, signY) <- (,) <$> List.delete axisX [0, 1, 2] <*> [1, -1],
        let y = signed signY axisY,
        let z = signed (signX * signY * (if axisY == (axisX + 1) `rem` 3 then 1 else -1)) (3 - axisX - axisY),
        (offY, pairsY) <- offsetsOf (axis 1) y pairsX,
        (offZ, _) <- offsetsOf (axis 2) z pairsY,
        let offsets = [offX, offY, offZ]
    ]
  where
    axis k = known !! k
    signed sign k = U.map (sign *) (report !! k)
    allPairs = let there = U.length (signed 1 0) in U.generate (U.length (axis 0) * there) (`quotRem` there)

-- | The differences between coordinates that twelve of these pairs show, each with the pairs that show it.
offsetsOf :: U.Vector Int -> U.Vector Int -> U.Vector (Int, Int) -> [(Int, U.Vector (Int, Int))]
offsetsOf here there pairs = [(offset', pairsShowing offset') | offset' <- IntSet.toList offsets]
  where
    offsets = IntSet.fromList (U.toList (U.map fst common))
    pairsShowing offset' = U.map snd (U.filter ((== offset') . fst) common)
    differences = U.map (\(i, j) -> here ! i - there ! j) pairs
    -- No pair shows a difference beyond these two.
    least = U.minimum here - U.maximum there
    greatest = U.maximum here - U.minimum there
    -- Small counters, since much of the time goes into setting them to 0.
    zeros = U.replicate (greatest - least + 1) (0 :: Word16)
    counts = U.accumulate (+) zeros (U.map (\d -> (d - least, 1)) differences)
    common = U.filter (\(d, _) -> counts ! (d - least) >= 12) (U.zip differences pairs)
