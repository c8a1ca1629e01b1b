-- |
-- 2023 day 17, Clumsy Crucible <https://adventofcode.com/2023/day/17>
--
-- A path from corner to corner costs the digits of the cells that it enters: the least cost if it goes at most 3 steps
-- straight on (part 1), or at least 4 and at most 10 (part 2).
--
-- The idea: raster sweeps over two fields, which hold for each cell the least cost known of a path that ends there with a
-- run along the row, or along the column. A sweep goes from row to row. A cell's cost by a run down the column is the
-- least among the rows above, in which the costs by row are known by then. The costs by row follow from these, by runs to
-- either side. A sweep down and the same sweep on the map upside down are repeated until nothing changes. Then no run
-- improves any cost, and so the costs are least. A whole path that never turns back up takes a single sweep, so few
-- sweeps are needed.
--
-- With P the running total of the digits, a run from a to b costs P(b) - P(a). So the least cost over runs of the allowed
-- lengths is P(b) + the least of cost(a) - P(a) in a window of cells a. Least costs of windows are made of those of
-- windows half as long.
module AoC.Y2023.Day17 (parse, part1, part2) where

import AoC.Grid (Grid (..), gridWhere, rowVectors)
import AoC.Input (InputError, endOfInput, failAt, offset, runParser)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt)
import Data.List (foldl', mapAccumL)
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
    least = minimum (far : [U.last costs | (along, across) <- take 1 (reverse (settled start)), costs <- [along, across]])
    start = [(corner, corner) | corner <- atStart : map (U.map (const far)) (drop 1 rows)]
    atStart = U.imap (\i _ -> if i == 0 then 0 else far) (U.concat (take 1 rows))
    settled ends = if ends' == ends then ends else settled ends'
      where
        ends' = reverse (up (reverse (down ends)))
    down = sweep low high rows
    up = sweep low high (reverse rows)

-- | Improve the costs from the first row to the last, by runs along the rows and by runs to later rows.
sweep :: Int -> Int -> [Costs] -> [Ends] -> [Ends]
sweep low high rows = snd . mapAccumL improve [] . zip lines'
  where
    lines' = zip (drop 1 (scanl (U.zipWith (+)) (U.replicate 150 0) rows)) (map runs rows)
    -- The costs by row of the rows before less the running totals of these rows, the nearest row first.
    improve above ((total, run), (along, across)) = (take high (U.zipWith (-) along' total : above), (along', across'))
      where
        across' = foldl' (\costs row -> U.zipWith min costs (U.zipWith (+) row total)) across (drop (low - 1) above)
        along' = U.zipWith min along (run across')
    runs digits = \costs -> U.zipWith min (onwards total costs) (U.reverse (onwards total' (U.reverse costs)))
      where
        total = U.scanl1' (+) digits
        total' = U.scanl1' (+) (U.reverse digits)
    onwards total costs = U.zipWith (+) total (leastOf (high - low + 1) (U.concat [U.replicate high far, U.zipWith (-) costs total]))

-- | The least of each so many neighbours, by the first of them.
--
-- >>> leastOf 3 (U.fromList [5, 3, 4, 6, 7])
-- [3,3,4]
leastOf :: Int -> Costs -> Costs
leastOf 1 costs = costs
leastOf n costs = U.zipWith min halves (U.drop (n - half) halves)
  where
    half = (n + 1) `div` 2
    halves = leastOf half costs
