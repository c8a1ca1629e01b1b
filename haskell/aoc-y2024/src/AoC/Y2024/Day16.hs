-- |
-- 2024 day 16, Reindeer Maze <https://adventofcode.com/2024/day/16>
--
-- The least cost from the start, facing east, to the end (part 1), and the number of cells on the paths of that cost
-- (part 2).
--
-- The idea: min-plus algebra. Two fields hold a cost for each cell, one for facing along its row and one for facing along
-- its column. A field spreads along its lines by a scan to either side, in which a value grows by the toll of each link.
-- The spread of one field, with 1000 added for the turn, is where the other begins. The costs are the fixed point of
--
-- > rows    = spread (min start (columns + 1000))        start is 0 in the cell of the start, and infinite elsewhere
-- > columns = spread (rows + 1000)
--
-- A round allows two turns more. The same from the end, where either field may begin, gives the costs of what is left. A
-- cell is on a best path if its two costs in a field add up to the least.
--
-- Why one cost may stand for both directions along a line: to go back along it is never best, because the turn into the
-- line could have been the other one. Only the start has no such turn. To leave it to the west costs two turns, so the
-- link there has a toll of 2001. No best path comes back over that link, because none meets the start twice.
--
-- Cells are kept twice, row by row and column by column, and a link across a wall costs more than any path.
module AoC.Y2024.Day16 (parse, part1, part2) where

import AoC.Input (InputError, endOfInput, runParser)
import AoC.Y2024.Enclosed (Enclosed (..), enclosed)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.Vector.Unboxed as U

type Costs = U.Vector Int

-- | The open cells in one of the two orders: the tolls of the links from the cell before and from the cell after, and
-- each cell's place in the other order.
data Axis = Axis !Costs !Costs !(U.Vector Int)

-- | The axes of the rows and of the columns, and the places by rows of the start and the end.
data Maze = Maze !Axis !Axis !Int !Int

instance NFData Maze where
  rnf m = m `seq` ()

parse :: ByteString -> Either InputError Maze
parse = runParser (maze . fst <$> enclosed 150 "SE" "" endOfInput)

maze :: Enclosed -> Maze
maze (Enclosed width text) = Maze (axis 1 westOfStart byRow byColumn) (axis width (-1) byColumn byRow) (the 'S') (the 'E')
  where
    byRow = U.filter open (U.enumFromN 0 (C.length text))
    byColumn = U.filter open (U.concat [U.enumFromStepN column width (C.length text `quot` width) | column <- [0 .. width - 1]])
    open i = C.index text i /= '#'
    the c = U.length (U.takeWhile ((/= c) . C.index text) byRow)
    westOfStart = C.length (C.takeWhile (/= 'S') text) - 1

-- | @axis step dear here there@: the axis along which neighbours differ by @step@, with the cells in its own order and in
-- the other one. The link from the cell @dear@ to the next has a toll of its own.
axis :: Int -> Int -> U.Vector Int -> U.Vector Int -> Axis
axis step dear here there = Axis (U.cons far tolls) (U.snoc tolls far) (U.backpermute places here)
  where
    tolls = U.zipWith toll here (U.tail here)
    toll cell next
      | cell + step /= next = far
      | cell == dear = 2001
      | otherwise = 1
    places = U.update_ (U.replicate (U.maximum there + 1) 0) there (U.enumFromN 0 (U.length there))

-- | More than any path costs, and twice as much fits.
far :: Int
far = 10 ^ (9 :: Int)

part1, part2 :: Maze -> Maybe Int
part1 m = leastCost m (fromStart m)
part2 m = onBest <$> leastCost m costs
  where
    costs = fromStart m
    onBest least = U.length (U.filter id (U.zipWith (||) (equal fst) (equal snd)))
      where
        equal field = U.zipWith (\a b -> a + b == least) (field costs) (field (fromEnd m))

leastCost :: Maze -> (Costs, Costs) -> Maybe Int
leastCost (Maze _ _ _ end) (rows, columns) = if least < far then Just least else Nothing
  where
    least = min (rows U.! end) (columns U.! end)

fromStart, fromEnd :: Maze -> (Costs, Costs)
fromStart m@(Maze _ _ start _) = fixedPoint m [start] []
fromEnd m@(Maze _ _ _ end) = fixedPoint m [end] [end]

-- | The costs to face along the row and along the column of each cell, from these cells where they are 0. All are by row.
fixedPoint :: Maze -> [Int] -> [Int] -> (Costs, Costs)
fixedPoint (Maze alongRows@(Axis _ _ across) alongColumns@(Axis _ _ back) _ _) inRows inColumns = go none
  where
    none = U.map (const far) across
    zeros places = none U.// [(place, 0) | place <- places]
    go rows
      | rows' == rows = (rows, U.backpermute columns across)
      | otherwise = go rows'
      where
        columns = spread alongColumns (U.backpermute (zeros inColumns) back) rows
        rows' = spread alongRows (zeros inRows) columns

-- | The field that starts from these costs, and from the other field at the cost of a turn.
spread :: Axis -> Costs -> Costs -> Costs
spread (Axis fromBefore fromAfter across) start other = down (up (U.zipWith min start turned))
  where
    turned = U.map (+ 1000) (U.backpermute other across)
    up = U.postscanl' (\before (toll, here) -> min here (before + toll)) far . U.zip fromBefore
    down = U.postscanr' (\(toll, here) after -> min here (after + toll)) far . U.zip fromAfter
