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
-- A path costs a sweep only where it turns between up and down. When the sweeps change nothing, all equations
-- hold.
module AoC.Y2022.Day12 (parse, part1, part2) where

import AoC.Grid (Grid (..), gridWhere, rowVectors)
import AoC.Input (InputError, endOfInput, failWhole, runParser)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiLower)
import Data.List (foldl', mapAccumL, mapAccumR)
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError Grid
parse = runParser $ do
  g <- gridWhere fault 200 "a letter from a to z, S or E" isSquare <* endOfInput
  when (C.notElem 'S' (cells g)) $ failWhole "there is no start S"
  when (C.notElem 'E' (cells g)) $ failWhole "there is no end E"
  pure g
  where
    isSquare c = isAsciiLower c || c == 'S' || c == 'E'
    fault above row
      | several 'S' = Just "one start S"
      | several 'E' = Just "one end E"
      | otherwise = Nothing
      where
        several mark = C.count mark row > 0 && sum (map (C.count mark) (row : above)) > 1

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
data Steps = Steps !(U.Vector Bool) !(U.Vector Bool) !(U.Vector Bool) !(U.Vector Bool)

-- | Row by row, the fewest steps from each cell to the end.
distances :: Grid -> [U.Vector Int]
distances g = stable (sweep blocked steps) [U.map start row | row <- rowVectors id g]
  where
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

-- | The value from which on the function changes nothing.
stable :: Eq a => (a -> a) -> a -> a
stable f x = if next == x then x else stable f next
  where
    next = f x

-- | Better distances, by one sweep down the map and one up. Beyond the edges there is this row.
sweep :: U.Vector Int -> [Steps] -> [U.Vector Int] -> [U.Vector Int]
sweep beyond steps = sweepUp . sweepDown
  where
    sweepDown = snd . mapAccumL fromAbove beyond . zip steps
    sweepUp = snd . mapAccumR fromBelow beyond . zip steps
    -- A better row, for the next one and for the result.
    fromAbove above (s@(Steps _ _ allowed _), row) = twice (along s (U.zipWith3 better row allowed above))
    fromBelow below (s@(Steps _ _ _ allowed), row) = twice (along s (U.zipWith3 better row allowed below))
    twice row = (row, row)

-- | A distance, given whether a step leads to a neighbour, and the distance of that one.
better :: Int -> Bool -> Int -> Int
better distance allowed distance' = if allowed then min distance (distance' + 1) else distance

-- | Better distances in a row, by steps along it in both directions.
along :: Steps -> U.Vector Int -> U.Vector Int
along (Steps left right _ _) = fromRight . fromLeft
  where
    fromLeft row =
      U.postscanl' (\before (distance, allowed) -> better distance allowed before) far (U.zip row left)
    fromRight row =
      U.postscanr' (\(distance, allowed) after -> better distance allowed after) far (U.zip row right)
