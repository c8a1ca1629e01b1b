-- |
-- 2024 day 15, Warehouse Woes <https://adventofcode.com/2024/day/15>
--
-- The sum of the boxes' coordinates after all moves, on the map as it stands (part 1), and on one stretched
-- to twice the width, boxes and all (part 2).
--
-- The idea: persistence is rollback. To clear a cell is a function from the boxes to the boxes, in 'Maybe':
-- whatever covers the cell clears the cells ahead of it and moves there, and a wall is Nothing. If any box on
-- the way is stuck, the whole push is Nothing, and the boxes as they were are still at hand, so nothing has
-- to be checked beforehand or undone afterwards. Two boxes may push a third between them: the first moves it,
-- and the second then finds its cell clear.
--
-- A box is one number, its leftmost cell, so the parts differ by the width of a box alone. A move that was
-- blocked is blocked again, so the rest of a run of equal moves is skipped.
module AoC.Y2024.Day15 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, linesOfUpTo, runParser, takeUpTo)
import AoC.Y2024.Enclosed (Enclosed (..), enclosed)
import Control.Monad (foldM)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import Data.List (foldl')

-- | The map and the moves.
parse :: ByteString -> Either InputError (Enclosed, ByteString)
parse = runParser (enclosed 50 "@" "O" (C.concat <$> (blankLine *> linesOfUpTo 20 moves)))

moves :: Parser ByteString
moves = takeUpTo 1000 "moves" "a move" (`C.elem` C.pack "^v<>")

part1, part2 :: (Enclosed, ByteString) -> Int
part1 = coordinates 1
part2 = coordinates 2

-- | The robot's cell, and the leftmost cells of the boxes.
data State = State !Int !IntSet

-- | The sum of coordinates at the end, if every cell of the map is @size@ wide.
coordinates :: Int -> (Enclosed, ByteString) -> Int
coordinates size (Enclosed columns text, steps) =
  sum [100 * row + column | (row, column) <- map (`quotRem` width) (IntSet.toList end)]
  where
    width = size * columns
    cells c = map (size *) (C.elemIndices c text)
    State _ end = foldl' run start (C.group steps)
    start = State (sum (cells '@')) (IntSet.fromDistinctAscList (cells 'O'))

    run state same = case C.uncons same of
      Just (move, others) | Just state' <- step (direction move) state -> run state' others
      _ -> state
    direction move = case move of
      '^' -> -width
      'v' -> width
      '<' -> -1
      _ -> 1
    step d (State robot boxes) = State (robot + d) <$> clear d boxes (robot + d)

    -- The boxes once a cell is clear: the box that covers it, if there is one, has moved by d.
    clear d boxes cell
      | C.index text (cell `quot` size) == '#' = Nothing
      | Just box <- IntSet.lookupLE cell boxes,
        cell < box + size =
        IntSet.insert (box + d) <$> foldM (clear d) (IntSet.delete box boxes) (ahead d box)
      | otherwise = Just boxes
    ahead d box
      | d == 1 = [box + size]
      | d == -1 = [box - 1]
      | otherwise = take size [box + d, box + d + 1]
