-- |
-- 2021 day 9, Smoke Basin <https://adventofcode.com/2021/day/9>
--
-- A map of heights from 0 to 9. Part 1 asks for the sum of height + 1 over the low points, those
-- lower than all their neighbours left, right, above and below. Part 2 multiplies how many cells
-- the three greatest basins have; heights of 9 keep basins apart.
--
-- The idea: a fold over the rows, from top to bottom, that carries the open basins. Of what
-- lies above a row only this matters: which basins reach down to it, how large each is by now, and
-- at which runs of columns it comes down. A run of the next row (a stretch between two 9s) adds
-- itself to all the basins that come down on it, and makes them one. A basin to which no run
-- was added is closed, and just its size is kept. So a row is read once and then forgotten;
-- nothing is flooded and no cell is ever labelled.
--
-- Two runs of neighbouring rows touch if they share a column. Runs of the same row never touch.
-- The open basins wait in the order of their next run above, so a run only looks at the front of
-- the queue: at those that begin before it ends, and have not been left behind.
--
-- Assumes sides of 1 to 1000. A basin is a region of neighbouring cells below 9; on real maps it
-- has one low point, as the puzzle promises, but that is not needed. With fewer than three
-- basins the product is that of those there are.
--
-- Python pours water into one basin after the other; Rust numbers the runs, and joins the
-- numbers with union-find.
module AoC.Y2021.Day09 (parse, part1, part2) where

import AoC.Grid (Grid (..), cell, grid, rowOf)
import AoC.Input (InputError, runParser)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import Data.List (foldl', insertBy, partition, sortOn)
import Data.Ord (comparing)

parse :: ByteString -> Either InputError Grid
parse = runParser (grid 1000 "a digit" isDigit)

part1 :: Grid -> Int
part1 heights = sum [digitToInt it + 1 | r <- [0 .. height heights - 1], c <- [0 .. width heights - 1], let it = cell heights r c, low it r c]
  where
    low it r c =
      (c == 0 || it < cell heights r (c - 1))
        && (c == width heights - 1 || it < cell heights r (c + 1))
        && (r == 0 || it < cell heights (r - 1) c)
        && (r == height heights - 1 || it < cell heights (r + 1) c)

part2 :: Grid -> Int
part2 heights = product (take 3 (sortOn negate (closed ++ map size open)))
  where
    (closed, open) = foldl' nextRow ([], []) (map (runs . rowOf heights) [0 .. height heights - 1])

-- | The first and the last column.
data Run = Run {first, final :: !Int} deriving (Eq, Ord)

-- | How large it is by now; its runs in the row above from left to right, without those that
-- are left behind; and its runs in this row from right to left.
data Basin = Basin {size :: !Int, above, here :: ![Run]}

-- | The stretches between 9s.
runs :: ByteString -> [Run]
runs digits = [Run (a + 1) (b - 1) | (a, b) <- zip (-1 : nines) (nines ++ [C.length digits]), b - a > 1]
  where
    nines = C.elemIndices '9' digits

-- | The sizes of the closed basins, and the open ones, one row further down.
nextRow :: ([Int], [Basin]) -> [Run] -> ([Int], [Basin])
nextRow (closed, open) line = (map size ended ++ closed, map down reaching)
  where
    (ended, reaching) = partition (null . here) (uncurry (++) (foldl' absorb ([], sortOn above open) line))
    down basin = basin {above = reverse (here basin), here = []}

-- | The basins with this run of the row added to them: those without runs above that are not
-- left behind, and the others in the order of these.
absorb :: ([Basin], [Basin]) -> Run -> ([Basin], [Basin])
absorb (passed, ahead) run = foldl' queue (passed, further) (joined : others)
  where
    (near, further) = span (any starts . take 1 . above) ahead
    (touched, others) = partition (any starts . take 1 . above) (map (leave (first run)) near)
    starts r = first r <= final run
    joined = leave (final run + 1) (Basin (final run - first run + 1 + sum (map size touched)) (together (<) above) (run : together (>) here))
    together before side = foldr (merge before . side) [] touched
    leave column basin = basin {above = dropWhile ((< column) . final) (above basin)}

queue :: ([Basin], [Basin]) -> Basin -> ([Basin], [Basin])
queue (passed, ahead) basin
  | null (above basin) = (basin : passed, ahead)
  | otherwise = (passed, insertBy (comparing above) basin ahead)

-- | Two lists in this order, as one.
merge :: (a -> a -> Bool) -> [a] -> [a] -> [a]
merge _ xs [] = xs
merge _ [] ys = ys
merge before (x : xs) (y : ys)
  | x `before` y = x : merge before xs (y : ys)
  | otherwise = y : merge before (x : xs) ys
