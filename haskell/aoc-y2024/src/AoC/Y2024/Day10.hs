-- |
-- 2024 day 10, Hoof It <https://adventofcode.com/2024/day/10>
--
-- For all cells of height 0, how many cells of height 9 their trails lead to (part 1), and how many trails
-- there are (part 2).
--
-- The idea: the number of trails from each cell of one height to each cell of another is a linear map, kept
-- as a sparse matrix. Trails from a height over a middle height to a third one are the product of two such
-- maps, and the steps from one height to the next are maps that can be read from the grid. The product is
-- associative, so the map from 0 to 9 is found by halves.
--
-- The entries of the product are the numbers of trails from one cell to another: part 2 is their sum, and
-- part 1 is how many there are, since none that is kept is 0.
module AoC.Y2024.Day10 (parse, part1, part2) where

import AoC.Grid (Grid (..), cell, grid)
import AoC.Input (InputError, runParser)
import Data.ByteString (ByteString)
import Data.Char (digitToInt, isDigit)
import qualified Data.IntMap.Strict as IntMap

parse :: ByteString -> Either InputError Grid
parse = runParser (grid 64 "a height" isDigit)

-- | How many trails there are from a cell (the outer key) to another (the inner key).
newtype Trails = Trails (IntMap.IntMap (IntMap.IntMap Int))

instance Semigroup Trails where
  Trails lower <> Trails upper = Trails (IntMap.map onward lower)
    where
      onward middles = IntMap.unionsWith (+) (IntMap.elems (IntMap.intersectionWith times middles upper))
      times n = IntMap.map (n *)

-- | The trails from one height to a greater one.
trails :: Int -> Int -> Grid -> Trails
trails low high g
  | high - low > 1 = trails low middle g <> trails middle high g
  | otherwise = Trails (IntMap.fromList onwards)
  where
    onwards = [(place row col, steps row col) | (row, col) <- everywhere, hasHeight low row col]
    middle = (low + high) `div` 2
    everywhere = [(row, col) | row <- [0 .. height g - 1], col <- [0 .. width g - 1]]
    place row col = row * width g + col
    steps row col = IntMap.fromList [(place r c, 1) | (r, c) <- beside row col, hasHeight high r c]
    beside row col = [(row - 1, col), (row, col - 1), (row, col + 1), (row + 1, col)]
    hasHeight h row col =
      0 <= row && row < height g && 0 <= col && col < width g && digitToInt (cell g row col) == h

part1, part2 :: Grid -> Int
part1 = total IntMap.size
part2 = total sum

-- | The sum over all cells of height 0 of what is counted of their trails to each cell of height 9.
total :: (IntMap.IntMap Int -> Int) -> Grid -> Int
total count g = sum (IntMap.map count ends)
  where
    Trails ends = trails 0 9 g
