-- |
-- 2022 day 12, Hill Climbing Algorithm <https://adventofcode.com/2022/day/12>
--
-- The fewest steps to the end from the start (part 1), or from the nearest cell of height a (part 2). A step
-- leads at most one up.
--
-- The idea: the distances to the end are a fixed point. There is one equation for each cell,
--
-- > distance = 1 + least distance of a neighbour that a step leads to        (0 at the end)
--
-- and sweeps of whole rows lead to their solution. A sweep goes down the map. It improves each row by the row
-- above, then by steps along the row, which are two scans: one from the left and one from the right. Then it
-- goes up in the same way.
--
-- > map         down        up          down
-- > y y y       . . .       4 3 2       4 3 2
-- > y a y       . . .       . . 1       5 . 1
-- > y a E       . . 0       . . 0       6 . 0
--
-- A path costs a sweep only where it turns between up and down. A sweep leaves a row as it is if the row
-- before it has not changed since the last sweep in this direction. When the sweeps change nothing, all
-- equations hold.
module AoC.Y2022.Day12 (parse, part1, part2) where

import AoC.Grid (Grid (..), gridWhere, noSecond, rowVectors)
import AoC.Input (InputError, endOfInput, failWhole, runParser)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiLower)
import Data.List (foldl', mapAccumL, mapAccumR)
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError Grid
parse = runParser $ do
  g <- gridWhere (noSecond "SE") 200 "a letter from a to z, S or E" isSquare <* endOfInput
  when (C.notElem 'S' (cells g)) $ failWhole "there is no start S"
  when (C.notElem 'E' (cells g)) $ failWhole "there is no end E"
  pure g
  where
    isSquare c = isAsciiLower c || c == 'S' || c == 'E'

part1, part2 :: Grid -> Maybe Int
part1 = fewestFrom (== 'S')
part2 = fewestFrom (\c -> c == 'S' || c == 'a')

-- | The fewest steps to the end from a cell of this kind.
fewestFrom :: (Char -> Bool) -> Grid -> Maybe Int
fewestFrom wanted g = if fewest < far then Just fewest else Nothing
  where
    fewest = foldl' min far (zipWith nearest (rowVectors id g) (distances g))
    nearest row = U.foldl' min far . U.map snd . U.filter (wanted . fst) . U.zip row

-- | More than any distance.
far :: Int
far = maxBound `div` 2

-- | For each cell of a row, whether a step leads to the cell at its left, at its right, above it and below
-- it.
data Steps = Steps {toLeft, toRight, toAbove, toBelow :: !(U.Vector Bool)}

-- | Row by row, the fewest steps from each cell to the end.
distances :: Grid -> [U.Vector Int]
distances g = map snd (until settled (down . up) (map asNew (down (zipWith first steps (rowVectors id g)))))
  where
    (down, up) = sweeps blocked steps
    settled = not . foldl' (||) False . map fst
    first s row = (True, along s (U.map start row))
    -- The first sweep in either direction improves all rows.
    asNew (_, row) = (True, row)
    start c = if c == 'E' then 0 else far
    blocked = U.replicate (width g) far
    rows = rowVectors elevation g
    steps = zipWith3 stepsOf (blocked : rows) rows (drop 1 rows ++ [blocked])
    stepsOf above row below = Steps (to left) (to right) (to above) (to below)
      where
        to = U.zipWith (\high high' -> high' <= high + 1) row
        left = U.cons far row
        right = U.snoc (U.drop 1 row) far

elevation :: Char -> Int
elevation 'S' = elevation 'a'
elevation 'E' = elevation 'z'
elevation c = fromEnum c

-- | A row of distances, and whether the latest sweep has changed it.
type Row = (Bool, U.Vector Int)

-- | Better distances, by a sweep down the map and by one up. Beyond the edges there is this row.
sweeps :: U.Vector Int -> [Steps] -> ([Row] -> [Row], [Row] -> [Row])
sweeps beyond steps =
  ( snd . mapAccumL (better toAbove) (False, beyond) . zip steps,
    snd . mapAccumR (better toBelow) (False, beyond) . zip steps
  )
  where
    -- A better row: for the next row, with whether this sweep or the one before has changed it, and for the
    -- result.
    better allowed (isNewBefore, before) (s, (wasNew, row)) =
      row' `seq` ((wasNew || isNew, row'), (isNew, row'))
      where
        row' = if isNewBefore then along s (U.zipWith3 nearer row (allowed s) before) else row
        isNew = isNewBefore && row' /= row

-- | A distance, given whether a step leads to a neighbour, and the distance of that one.
nearer :: Int -> Bool -> Int -> Int
nearer distance allowed distance' = if allowed then min distance (distance' + 1) else distance

-- | Better distances in a row, by steps along it in both directions.
along :: Steps -> U.Vector Int -> U.Vector Int
along s = fromRight . fromLeft
  where
    fromLeft row =
      U.postscanl' (\before (distance, allowed) -> nearer distance allowed before) far (U.zip row (toLeft s))
    fromRight row =
      U.postscanr' (\(distance, allowed) after -> nearer distance allowed after) far (U.zip row (toRight s))
