-- |
-- 2021 day 9, Smoke Basin <https://adventofcode.com/2021/day/9>
--
-- Part 1 adds up height + 1 of the cells that are lower than all their neighbours. Part 2 multiplies the
-- three greatest sizes of basins, regions of connected cells below 9.
--
-- The idea: fold over the rows and carry the open basins. Of all that lies above a row only this matters: how
-- large each basin is by now, and with which runs of cells it reaches the row. A run of the next row joins
-- all basins that have a run above it in a common column. A basin to which no run was added is closed, and
-- only its size is kept. So a row is read once and then forgotten; nothing is flooded, and no cell is ever
-- labelled.
--
-- Assumes sides of 1 to 500. With fewer than three basins the product is that of those there are.
module AoC.Y2021.Day09 (parse, part1, part2) where

import AoC.Grid (Grid (..), cell, grid, rowOf)
import AoC.Input (InputError, runParser)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import qualified Data.List as List
import Data.Ord (Down (..))

parse :: ByteString -> Either InputError Grid
parse = runParser (grid 500 "a digit" isDigit)

part1 :: Grid -> Int
part1 heights =
  sum
    [ digitToInt it + 1
      | r <- [0 .. height heights - 1],
        c <- [0 .. width heights - 1],
        let it = cell heights r c,
        low it r c
    ]
  where
    low it r c =
      (c == 0 || it < cell heights r (c - 1))
        && (c == width heights - 1 || it < cell heights r (c + 1))
        && (r == 0 || it < cell heights (r - 1) c)
        && (r == height heights - 1 || it < cell heights (r + 1) c)

part2 :: Grid -> Int
part2 heights = product (take 3 (List.sortOn Down (closed ++ map size open)))
  where
    (closed, open) = List.foldl' nextRow ([], []) (map (runs . rowOf heights) [0 .. height heights - 1])

-- | The first and the last column of cells below 9 beside each other.
type Run = (Int, Int)

-- | How large it is by now, its runs in the row above, and those in this row.
data Basin = Basin {size :: !Int, above, here :: ![Run]}

runs :: ByteString -> [Run]
runs digits = [(a + 1, b - 1) | (a, b) <- zip (-1 : nines) (nines ++ [C.length digits]), b - a > 1]
  where
    nines = C.elemIndices '9' digits

-- | The sizes of the closed basins, and the open ones, one row further down.
nextRow :: ([Int], [Basin]) -> [Run] -> ([Int], [Basin])
nextRow (closed, open) row = (map size ended ++ closed, stillOpen)
  where
    (ended, reaching) = List.partition (null . here) (List.foldl' join open row)
    stillOpen = [basin {above = here basin, here = []} | basin <- reaching]

-- | The basins after a run of this row has joined all those that it touches.
join :: [Basin] -> Run -> [Basin]
join basins run@(first, final) = joined : others
  where
    (touched, others) = List.partition (any (\(a, b) -> a <= final && first <= b) . above) basins
    joined = Basin newSize (concatMap above touched) (run : concatMap here touched)
    newSize = final - first + 1 + sum (map size touched)
