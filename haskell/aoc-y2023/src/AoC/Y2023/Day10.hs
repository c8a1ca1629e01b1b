-- |
-- 2023 day 10, Pipe Maze <https://adventofcode.com/2023/day/10>
--
-- A loop of pipes leads through S: how many steps it is to the farthest of its cells (part 1), and how many
-- cells are inside the loop (part 2).
--
-- The idea: the same search in a graph and in its dual. Breadth-first search from S over the cells of the
-- loop finds layers. Their number, not counting S itself, is the answer of part 1. For part 2 water floods
-- the map from outside. It flows along the sides between cells, from corner to corner, so it gets between two
-- pipes that are side by side:
--
-- > +  +  +  +      + are corners, and F 7 | pipes of the loop.
-- >  F  7  .        A side is closed if the loop crosses it, as it crosses the one between F and 7:
-- > +  +  +  +      this means that a pipe joins the cells on both sides of it.
-- >  |  |  .        The side between | and | is open.
-- > +  +  +  +
--
-- By Jordan's theorem the corners that stay dry are those inside the loop. The corners of a cell that is not
-- on the loop are all wet or all dry, since its sides are open.
--
-- A corner is known by the cell to the lower right of it. There is a wall around the map, and a wall at the
-- left of a row is also at the right of the row before. Water that takes this shortcut goes from rim to rim,
-- and the rim is wet anyway.
module AoC.Y2023.Day10 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Grid (Grid (..), gridOfAtLeast, noSecond, rowVectors, walled)
import AoC.Input (InputError, endOfInput, failWhole, runParser)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.IntSet as IntSet
import Data.List (find)
import qualified Data.Vector.Unboxed as U

-- | How far it is from one row to the next; the pipes, in which S is the pipe that fits; and the place of S.
data Maze = Maze !Int !(U.Vector Char) !Int

instance NFData Maze where
  rnf m = m `seq` ()

parse :: ByteString -> Either InputError Maze
parse = runParser $ do
  g <- gridOfAtLeast 2 (noSecond "S") 150 "a pipe, S or ." (`elem` "|-LJ7F.S") <* endOfInput
  let tiles = walled '.' (rowVectors id g)
  case U.elemIndex 'S' tiles of
    Nothing -> failWhole "there is no S"
    Just start -> maybe (failWhole "no loop leads through S") pure (maze (width g + 1) tiles start)

-- | The steps to the cells that a pipe joins, in order.
joins :: Int -> Char -> [Int]
joins down pipe = case pipe of
  '|' -> [-down, down]
  '-' -> [-1, 1]
  'L' -> [-down, 1]
  'J' -> [-down, -1]
  '7' -> [-1, down]
  'F' -> [1, down]
  _ -> []

-- | The maze of these tiles with S at this place, if a loop leads through S.
maze :: Int -> U.Vector Char -> Int -> Maybe Maze
maze down tiles start = do
  let around = [step | step <- [-down, -1, 1, down], negate step `elem` joins down (tiles ! (start + step))]
  pipe <- find ((== around) . joins down) "|-LJ7F"
  let pipes = tiles U.// [(start, pipe)]
      -- A pipe can be followed back as well as forth, so this comes back to S unless it ends.
      closes place step
        | there == start = True
        | otherwise = case joins down (pipes ! there) of
          [a, b]
            | a == negate step -> closes there b
            | b == negate step -> closes there a
          _ -> False
        where
          there = place + step
  if any (closes start) (take 1 around) then Just (Maze down pipes start) else Nothing

part1, part2 :: Maze -> Int
part1 = subtract 1 . length . loop
-- A cell inside is not on the loop, and the corner to the upper left of it is dry.
part2 m@(Maze _ pipes _) = U.length pipes - IntSet.size (IntSet.union pieces wet)
  where
    pieces = IntSet.unions (loop m)
    wet = IntSet.unions (flood m pieces)

-- | The layers of the nodes of a graph by their distance from this one.
layers :: (Int -> [Int]) -> Int -> [IntSet.IntSet]
layers neighbours = go IntSet.empty . IntSet.singleton
  where
    go before here
      | IntSet.null here = []
      | otherwise = here : go here (IntSet.fromList (filter isNew beside))
      where
        beside = concatMap neighbours (IntSet.toList here)
        isNew node = IntSet.notMember node before && IntSet.notMember node here

-- | The cells of the loop, by their distance from S.
loop :: Maze -> [IntSet.IntSet]
loop (Maze down pipes start) = layers (\place -> map (place +) (joins down (pipes ! place))) start

-- | The corners that get wet, in layers. The cells of the loop are given.
flood :: Maze -> IntSet.IntSet -> [IntSet.IntSet]
flood (Maze down pipes _) pieces = layers neighbours 0
  where
    size = U.length pipes
    neighbours corner =
      [corner + 1 | corner + 1 < size, not (goesUp ! corner)]
        ++ [corner - 1 | corner > 0, not (goesUp ! (corner - 1))]
        ++ [corner + down | corner + down < size, not (goesLeft ! corner)]
        ++ [corner - down | corner >= down, not (goesLeft ! (corner - down))]
    -- For each cell, does the loop go up from there, or left?
    (goesUp, goesLeft) = (goes (-down), goes (-1))
    goes step =
      U.replicate size False
        U.// [(place, True) | place <- IntSet.toList pieces, step `elem` joinedFrom place]
    joinedFrom place = joins down (pipes ! place)
