-- |
-- 2023 day 17, Clumsy Crucible <https://adventofcode.com/2023/day/17>
--
-- A path from corner to corner costs the digits of the cells that it enters: the least cost if it goes at most 3 steps
-- straight on (part 1), or at least 4 and at most 10 (part 2).
--
-- The idea: sweeps over the map, row by row. A path is cut into runs, which are straight. There are two costs for each
-- cell: the least cost known of a path that ends there with a run along the row, and with a run down or up the column. A
-- sweep down visits the rows from the first to the last:
--
-- > rows above    |    1. down the columns: the least cost of the rows above, plus the run down to this row;
-- >               v    2. along the row: the least cost of cells of this row, plus the run to the left or the right.
-- > this row   <-- -->
--
-- A sweep up does the same on the map upside down. Both are repeated until nothing changes. Then no run improves any cost, so
-- the costs are least. A path that never turns back up takes a single sweep down, so few sweeps are needed.
--
-- With P the running total of the digits, a run from a to b costs P(b) - P(a). So the least cost over runs of the allowed
-- lengths is P(b) + the least of cost(a) - P(a) in a window of cells a. The least costs of windows are made from those of
-- windows half as long:
--
-- > costs                  5   3   4   6   7
-- > the least of each 2    3   3   4   6
-- > the least of each 3    3   3   4            of the windows of 2 that begin here and one further
module AoC.Y2023.Day17 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Grid (Grid (..), gridWhere, rowVectors)
import AoC.Input (InputError, endOfInput, failAt, offset, runParser)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt)
import Data.List (zipWith4)
import qualified Data.Vector.Unboxed as U

type Costs = U.Vector Int

-- | The digits, row by row.
parse :: ByteString -> Either InputError [Costs]
parse = runParser $ do
  g <- gridWhere fault 150 "a digit from 1 to 9" (`elem` ['1' .. '9'])
  end <- offset
  when (height g < 2) $ failAt (end + 1) "another row"
  endOfInput
  pure (rowVectors digitToInt g)
  where
    fault _ row = if C.length row < 2 then Just "at least two columns" else Nothing

part1, part2 :: [Costs] -> Maybe Int
part1 = leastCost 1 3
part2 = leastCost 4 10

-- | More than any path costs.
far :: Int
far = 10 ^ (9 :: Int)

-- | The least costs to end a run in the cells of a row: a run along the row, and one along the column.
type Ends = (Costs, Costs)

-- | The least cost of a path whose runs have these lengths, from the least to the greatest.
leastCost :: Int -> Int -> [Costs] -> Maybe Int
leastCost low high rows = if least < far then Just least else Nothing
  where
    least = minimum (far : [U.last costs | (along, down) <- lastRow, costs <- [along, down]])
    lastRow = take 1 (reverse (settled start))
    start = [(corner, corner) | corner <- atStart : map (U.map (const far)) (drop 1 rows)]
    atStart = U.imap (\i _ -> if i == 0 then 0 else far) (U.concat (take 1 rows))
    settled ends = if improved == ends then ends else settled improved
      where
        improved = reverse (sweepUp (reverse (sweepDown ends)))
    sweepDown = sweep low high rows
    sweepUp = sweep low high (reverse rows)

-- | Improve the costs from the first row to the last, by runs to later rows and by runs along the rows.
sweep :: Int -> Int -> [Costs] -> [Ends] -> [Ends]
sweep low high rows = \ends ->
  -- A lazy list: a row is made from the improved rows above it.
  let improved = zipWith4 improve runs totals (fromAbove improved) ends
   in improved
  where
    improve run total above (along, down) = (run along down', down')
      where
        down' = U.zipWith min down (U.zipWith (+) above total)
    runs = map (alongRow low high) rows
    -- For each row, the least cost of a row that is @low@ to @high@ rows above it, less the totals there.
    fromAbove before = windows (zipWith (U.zipWith min)) drop (high - low + 1) (replicate high outside ++ zipWith rest totals before)
    rest total (along, _) = U.zipWith (-) along total
    -- For each row, the running totals down the columns.
    totals = drop 1 (scanl (U.zipWith (+)) (U.map (const 0) outside) rows)
    -- A row above the map, from which no run comes.
    outside = U.replicate 150 (2 * far)

-- | The costs of runs along a row of these digits, improved. A run along the row starts where a run along a column ends.
alongRow :: Int -> Int -> Costs -> Costs -> Costs -> Costs
alongRow low high digits = \along across ->
  let onwards = least (U.concat [outside, U.zipWith (-) across total])
      back = U.drop low (least (U.concat [U.zipWith (+) across total', outside]))
   in U.imap (\i cost -> cost `min` (onwards ! i + total ! i) `min` (back ! i - total' ! i)) along
  where
    -- The digits up to a cell, and before it.
    total = U.scanl1' (+) digits
    total' = U.prescanl' (+) 0 digits
    outside = U.replicate high (2 * far)
    least = windows (U.zipWith min) U.drop (high - low + 1)

-- | @windows least skip n costs@: the least of each n neighbours, by the first of them. @least@ compares two sequences element
-- by element, and @skip@ drops elements of one.
--
-- >>> windows (zipWith min) drop 3 [5, 3, 4, 6, 7]
-- [3,3,4]
windows :: (costs -> costs -> costs) -> (Int -> costs -> costs) -> Int -> costs -> costs
windows least skip = go
  where
    go n costs
      | n <= 1 = costs
      | otherwise = least halves (skip (n - half) halves)
      where
        half = (n + 1) `div` 2
        halves = go half costs
