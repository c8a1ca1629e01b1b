-- |
-- 2024 day 2, Red-Nosed Reports <https://adventofcode.com/2024/day/2>
--
-- How many lines only rise or only fall, by 1 to 3 at each step: as they are (part 1), or with at most one
-- level left out (part 2).
--
-- The idea: a nondeterministic automaton reads the levels from left to right. At each level it keeps the
-- level, if the step from the last one kept is right, or it drops the level, if it has a drop left. A line is
-- safe if and only if some run survives. No position is tried, and no bad step is looked for: the runs are
-- carried along side by side, and the parts differ by the number of drops.
--
-- A run is known by the last level kept and its drops left, and equal runs are merged. With one drop that
-- leaves three at most: nothing dropped yet, an earlier level dropped, this level dropped.
--
-- The automaton knows only how to rise. A line falls if and only if its negative rises.
module AoC.Y2024.Day02 (parse, part1, part2) where

import AoC.Input (InputError, Parser, decimalsUpTo, failAt, linesOfUpTo, offset, runParser)
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.List (foldl', nub)
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError [[Int]]
parse = runParser (linesOfUpTo 10000 report)

report :: Parser [Int]
report = do
  at <- offset
  levels <- decimalsUpTo 20 0 99 ' '
  when (U.length levels < 2) $ failAt at "at least two levels"
  pure (U.toList levels)

part1, part2 :: [[Int]] -> Int
part1 = length . filter (safe 0)
part2 = length . filter (safe 1)

safe :: Int -> [Int] -> Bool
safe drops levels = any (rises drops) [levels, map negate levels]

-- | The level kept last, if there is one, and how many more may be dropped.
data Run = Run !(Maybe Int) !Int deriving (Eq)

-- |
-- >>> map (`rises` [1, 2, 9, 3]) [0, 1]
-- [False,True]
rises :: Int -> [Int] -> Bool
rises drops = not . null . foldl' (\runs level -> nub (concatMap (next level) runs)) [Run Nothing drops]

-- | Where a run goes on at this level.
next :: Int -> Run -> [Run]
next level (Run kept drops) = [Run (Just level) drops | all right kept] ++ [Run kept (drops - 1) | drops > 0]
  where
    right before = before < level && level <= before + 3
