-- |
-- 2024 day 16, Reindeer Maze <https://adventofcode.com/2024/day/16>
--
-- The least cost from the start, facing east, to the end (part 1), and the number of cells on the paths of
-- that cost (part 2).
--
-- The idea: min-plus algebra. Two fields hold a cost for each cell, one for facing along its row and one for
-- facing along its column. A field spreads along its lines by a scan to either side, in which a cost grows by
-- the toll of each link between neighbours. The other field begins where this one is, and a turn costs 1000.
-- The fields are the fixed point of
--
-- > rows    = spread (min start (columns + 1000))        start is 0 in the cell of the start, and infinite elsewhere
-- > columns = spread (rows + 1000)
--
-- > maze      rows, first    columns             rows, then
-- > S . .     0   1   2      1000  1001  1002    0     1     2
-- > . # E     -   -   -      1001   -    1003    2001   -    2003      the least for E is 1003
--
-- A round allows two turns more. The same from the end, where either field may begin, gives the costs of what
-- is left. A cell is on a best path if its two costs in a field add up to the least.
--
-- A cost stands for both directions along a line. A best path never goes back along a line, because the turn
-- into the line could have been the other one. Only the start has no such turn. To leave it to the west costs
-- two turns, so the link there has a toll of 2001. No best path comes back over that link, because none meets
-- the start twice. All other links have a toll of 1.
--
-- Cells are kept twice, row by row and column by column. A link across a wall costs more than any path.
module AoC.Y2024.Day16 (parse, part1, part2) where

import AoC.Input (InputError, endOfInput, runParser)
import AoC.Y2024.Enclosed (Enclosed (..), enclosed)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.Vector.Unboxed as U

type Costs = U.Vector Int

-- | The open cells in one of the two orders: the toll of the link from the cell before to each, that of the
-- link from the cell after it, and its place in the other order.
data Axis = Axis !Costs !Costs !(U.Vector Int)

-- | The axes of the rows and of the columns, and the places by rows of the start and the end.
data Maze = Maze !Axis !Axis !Int !Int

instance NFData Maze where
  rnf m = m `seq` ()

parse :: ByteString -> Either InputError Maze
parse = runParser (maze . fst <$> enclosed 150 "SE" "" endOfInput)

maze :: Enclosed -> Maze
maze (Enclosed width text) = Maze alongRows alongColumns (the 'S') (the 'E')
  where
    alongRows = axis westLink 1 byRow byColumn
    alongColumns = axis (const False) width byColumn byRow
    byRow = U.filter open (U.enumFromN 0 (C.length text))
    byColumn = U.filter open (U.concat columns)
    columns = [U.enumFromStepN column width (C.length text `quot` width) | column <- [0 .. width - 1]]
    open i = C.index text i /= '#'
    the c = U.length (U.takeWhile ((/= c) . C.index text) byRow)
    westLink next = C.index text next == 'S'

-- | @axis isDear step cells others@: the axis along which neighbours differ by @step@, with the cells in its
-- own order and in the other one. The link to a cell that @isDear@ includes two turns.
axis :: (Int -> Bool) -> Int -> U.Vector Int -> U.Vector Int -> Axis
axis isDear step cells others = Axis (U.cons far tolls) (U.snoc tolls far) (U.backpermute places cells)
  where
    tolls = U.zipWith toll cells (U.drop 1 cells)
    toll cell next
      | cell + step /= next = far
      | isDear next = 2001
      | otherwise = 1
    -- The place in the other order, by the number of the cell.
    places = U.update_ (U.replicate (U.maximum others + 1) 0) others (U.enumFromN 0 (U.length others))

-- | More than any path costs, and twice as much fits.
far :: Int
far = 10 ^ (9 :: Int)

part1, part2 :: Maze -> Maybe Int
part1 m = leastCost m (fromStart m)
part2 m = onBest <$> leastCost m (rows, columns)
  where
    (rows, columns) = fromStart m
    (rows', columns') = fromEnd m
    onBest least = U.length (U.filter (== least) (U.zipWith min throughRows throughColumns))
      where
        -- What a path costs at least that faces along the row, or along the column, in each cell.
        throughRows = U.zipWith (+) rows rows'
        throughColumns = U.zipWith (+) columns columns'

leastCost :: Maze -> (Costs, Costs) -> Maybe Int
leastCost (Maze _ _ _ end) (rows, columns) = if least < far then Just least else Nothing
  where
    least = min (rows U.! end) (columns U.! end)

fromStart, fromEnd :: Maze -> (Costs, Costs)
fromStart m@(Maze _ _ start _) = fixedPoint m [start] []
fromEnd m@(Maze _ _ _ end) = fixedPoint m [end] [end]

-- | The costs to face along the row and along the column of each cell, all row by row. They are 0 to face
-- along the row in the cells of the first list, and along the column in those of the second.
fixedPoint :: Maze -> [Int] -> [Int] -> (Costs, Costs)
fixedPoint (Maze alongRows alongColumns _ _) inRows inColumns = go none
  where
    none = let Axis _ _ places = alongRows in U.map (const far) places
    zeros places = none U.// [(place, 0) | place <- places]
    go rows
      | rows' == rows = (rows, columns `orderedBy` alongRows)
      | otherwise = go rows'
      where
        columns = spread alongColumns (zeros inColumns `orderedBy` alongColumns) rows
        rows' = spread alongRows (zeros inRows) columns

-- | Costs in the other order, brought into this one.
orderedBy :: Costs -> Axis -> Costs
orderedBy costs (Axis _ _ elsewhere) = U.backpermute costs elsewhere

-- | The field that starts from these costs, and from the other field at the cost of a turn.
spread :: Axis -> Costs -> Costs -> Costs
spread axis'@(Axis fromBefore fromAfter _) start other = down (up (U.zipWith min start turned))
  where
    turned = U.map (+ 1000) (other `orderedBy` axis')
    up = U.postscanl' (\before (toll, here) -> min here (before + toll)) far . U.zip fromBefore
    down = U.postscanr' (\(toll, here) after -> min here (after + toll)) far . U.zip fromAfter
