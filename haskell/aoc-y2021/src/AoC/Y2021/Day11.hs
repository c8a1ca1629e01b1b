-- |
-- 2021 day 11, Dumbo Octopus <https://adventofcode.com/2021/day/11>
--
-- How many octopuses flash in 100 steps, and on which step all flash together for the first time.
--
-- The idea: energy is a clock. An octopus that nobody disturbs flashes on a step known beforehand, and it is
-- this step that is kept: the passing of time then changes nothing, and a step has only to find those that
-- are due. An octopus with energy e is due on step 10 - e. Who is due on step t flashes and is next due on
-- step t + 10; each neighbour that has not flashed yet is due one step sooner. If that makes it due now, it
-- joins the list of those that flash.
--
-- Why it is right: one that is due sooner than now must be on the list already, and one that has flashed on
-- this step is known by being due on step t + 10, since no other can be: none is ever due later than t + 9 as
-- step t begins.
--
-- Assumes sides of 1 to 100. Some grids never flash together, as two octopuses can keep a constant lag
-- forever: one that has not by step 2000 has no solution.
module AoC.Y2021.Day11 (parse, part1, part2) where

import AoC.Grid (Grid (..), grid, rowVectors, walled)
import AoC.Input (InputError, runParser)
import Control.Monad.ST (ST)
import Data.ByteString (ByteString)
import Data.Char (digitToInt, isDigit)
import Data.List (elemIndex)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M

parse :: ByteString -> Either InputError Grid
parse = runParser (grid 100 "a digit" isDigit)

part1 :: Grid -> Int
part1 octopuses = sum (take 100 (flashes octopuses))

-- | The first step on which all flash, if there is one within 2000 steps.
part2 :: Grid -> Maybe Int
part2 octopuses = (+ 1) <$> elemIndex (height octopuses * width octopuses) (take 2000 (flashes octopuses))

-- | When each octopus is due, within a wall of cells that never are.
type Due = U.Vector Int

-- | How many flash on each step, forever.
flashes :: Grid -> [Int]
flashes octopuses = [U.length (U.filter (== t + 10) due) | (t, due) <- zip [1 ..] afterEach]
  where
    afterEach = drop 1 (scanl (step neighbours) start [1 ..])
    stride = width octopuses + 1
    neighbours = U.fromList [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1]
    start = walled maxBound (rowVectors (\energy -> 10 - digitToInt energy) octopuses)

-- | The next step, given the way to each neighbour.
step :: U.Vector Int -> Due -> Int -> Due
step neighbours due t = U.modify (flash (U.toList (U.elemIndices t due))) due
  where
    flash :: [Int] -> M.MVector s Int -> ST s ()
    flash [] _ = pure ()
    flash (i : waiting) times = do
      M.write times i (t + 10)
      waiting' <- U.foldM' (hurry times i) waiting neighbours
      flash waiting' times
    hurry times i waiting way = do
      planned <- M.read times (i + way)
      if planned == t + 10
        then pure waiting
        else do
          M.write times (i + way) (planned - 1)
          pure (if planned - 1 == t then i + way : waiting else waiting)
