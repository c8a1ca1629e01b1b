-- |
-- 2021 day 5, Hydrothermal Venture <https://adventofcode.com/2021/day/5>
--
-- How many points of a grid do two or more lines cover: without the diagonal ones in part 1, with them in
-- part 2?
--
-- The idea: geometry, without a map of the grid. Every line lies on a carrier, a * x + b * y = c: a row, a
-- column, a diagonal or an antidiagonal. On its carrier it is an interval of places.
--
-- Lines on the same carrier overlap in intervals: sorted by their first places, each overlaps those before it
-- as far as these reach. Lines of different directions meet in one point at most. So the intervals of a
-- carrier are merged, and the merged ones of every two directions are met pair by pair: two equations for x
-- and y, whose solution has to be whole (a diagonal and an antidiagonal may cross between points) and to lie
-- on both intervals.
--
-- Assumes coordinates of 0 to 999 and at most 5,000 lines, since pairs are tried.
module AoC.Y2021.Day05 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, offset, runParser, string, vectorOfLinesUpTo)
import Control.Monad (unless)
import Data.ByteString (ByteString)
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import Data.Map.Strict (Map)
import qualified Data.Map.Strict as Map
import qualified Data.Vector.Unboxed as U

type Point = (Int, Int)

parse :: ByteString -> Either InputError (U.Vector (Point, Point))
parse = runParser (vectorOfLinesUpTo 5000 line)

line :: Parser (Point, Point)
line = do
  at <- offset
  ends@((x1, y1), (x2, y2)) <- (,) <$> point <* string " -> " <*> point
  unless (x1 == x2 || y1 == y2 || abs (x1 - x2) == abs (y1 - y2)) $
    failAt at "a horizontal, vertical or diagonal line"
  pure ends
  where
    point = (,) <$> decimal 0 999 <* char ',' <*> decimal 0 999

part1 :: U.Vector (Point, Point) -> Int
part1 = overlaps . U.filter (\((x1, y1), (x2, y2)) -> x1 == x2 || y1 == y2)

part2 :: U.Vector (Point, Point) -> Int
part2 = overlaps

-- | The coefficients a and b of a * x + b * y = c.
type Direction = (Int, Int)

-- | A direction, and c.
type Carrier = (Direction, Int)

-- | The first and the last place on a carrier: x, or y if the carrier is a column.
type Interval = (Int, Int)

carried :: (Point, Point) -> (Carrier, [Interval])
carried ((x1, y1), (x2, y2))
  | y1 == y2 = on (0, 1) x1 x2
  | x1 == x2 = on (1, 0) y1 y2
  | (x1 < x2) == (y1 < y2) = on (1, -1) x1 x2
  | otherwise = on (1, 1) x1 x2
  where
    on direction@(a, b) from to = ((direction, a * x1 + b * y1), [(min from to, max from to)])

pointAt :: Carrier -> Int -> Point
pointAt ((a, b), c) place = if b == 0 then (c, place) else (place, (c - a * place) * b)

-- | How many points do two or more lines cover?
overlaps :: U.Vector (Point, Point) -> Int
overlaps ventLines = IntSet.size (IntSet.fromList [1000 * x + y | (x, y) <- alongCarriers ++ atCrossings])
  where
    intervals = List.sort <$> Map.fromListWith (++) (map carried (U.toList ventLines))
    alongCarriers =
      [ pointAt carrier place
        | (carrier, sorted) <- Map.toList intervals,
          (from, to) <- merged (twice sorted),
          place <- [from .. to]
      ]
    atCrossings = crossings (Map.map merged intervals)

-- | The stretches that sorted intervals cover twice.
--
-- >>> twice [(0, 5), (1, 2), (4, 9)]
-- [(1,2),(4,5)]
twice :: [Interval] -> [Interval]
twice intervals = [(from, min to reach) | ((from, to), reach) <- zip intervals reaches, from <= reach]
  where
    reaches = scanl max (-1) (map snd intervals)

-- | Sorted intervals, made one where they overlap.
--
-- >>> merged [(0, 5), (1, 2), (4, 9), (11, 12)]
-- [(0,9),(11,12)]
merged :: [Interval] -> [Interval]
merged ((from, to) : (from', to') : others)
  | from' <= to = merged ((from, max to to') : others)
  | otherwise = (from, to) : merged ((from', to') : others)
merged intervals = intervals

-- | Where intervals of different directions meet.
crossings :: Map Carrier [Interval] -> [Point]
crossings intervals =
  [ (x, y)
    | one : others <- List.tails (List.groupBy sameDirection stretches),
      (((a, b), c), interval) <- one,
      (((a', b'), c'), interval') <- concat others,
      let determinant = a * b' - a' * b,
      (x, 0) <- [(c * b' - c' * b) `quotRem` determinant],
      (y, 0) <- [(a * c' - a' * c) `quotRem` determinant],
      on b interval x y,
      on b' interval' x y
  ]
  where
    stretches = [(carrier, interval) | (carrier, merges) <- Map.toList intervals, interval <- merges]
    sameDirection ((direction, _), _) ((direction', _), _) = direction == direction'
    on b (from, to) x y = let place = if b == 0 then y else x in from <= place && place <= to
