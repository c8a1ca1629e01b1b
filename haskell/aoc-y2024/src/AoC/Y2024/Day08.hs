-- |
-- 2024 day 8, Resonant Collinearity <https://adventofcode.com/2024/day/8>
--
-- How many cells are in line with two antennas of a kind: all of them (part 2), or those twice as far from
-- one as from the other (part 1).
--
-- The idea: in homogeneous coordinates a cell is a vector (x, y, 1), and so is a line: the cross product of
-- two cells on it. A cell is on a line if and only if their dot product is 0. Divided by the greatest common
-- divisor, and with a sign that is fixed, each line is one vector only. So the lines through all pairs of
-- antennas are a set, in which pairs in line count once. A row of the grid has at most one cell on a line,
-- found by division, unless the line runs along it.
--
-- For part 1, a cell twice as far from b as from a is 2a - b, beyond a, or (2a + b) / 3, between them.
module AoC.Y2024.Day08 (parse, part1, part2) where

import AoC.Grid (Grid (..), cell, gridWhere)
import AoC.Input (InputError, runParser)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAlphaNum, isAscii)
import qualified Data.IntSet as IntSet
import Data.List (nub)
import qualified Data.Map.Strict as Map
import qualified Data.Set as Set

parse :: ByteString -> Either InputError Grid
parse = runParser (gridWhere fault 100 "an antenna or an empty cell" isCell)
  where
    isCell c = c == '.' || isAscii c && isAlphaNum c
    fault above row
      | any ((> 20) . count) (nub (C.unpack (C.filter (/= '.') row))) = Just "at most 20 antennas of a kind"
      | otherwise = Nothing
      where
        count kind = sum (map (C.count kind) (row : above))

type Cell = (Int, Int)

-- | All pairs of antennas of a kind, either way round.
pairs :: Grid -> [(Cell, Cell)]
pairs g = [(a, b) | places <- Map.elems kinds, a <- places, b <- places, a /= b]
  where
    kinds = Map.fromListWith (++) antennas
    antennas = [(kind, [(x, y)]) | (x, y) <- everywhere, let kind = cell g y x, kind /= '.']
    everywhere = [(x, y) | y <- [0 .. height g - 1], x <- [0 .. width g - 1]]

-- | How many different cells of the grid are among these.
distinct :: Grid -> [Cell] -> Int
distinct g found = IntSet.size (IntSet.fromList [y * width g + x | (x, y) <- found, isInside x y])
  where
    isInside x y = 0 <= x && x < width g && 0 <= y && y < height g

part1, part2 :: Grid -> Int
part1 g = distinct g (concatMap twiceAsFar (pairs g))
part2 g = distinct g (concatMap (onLine g) (Set.toList (Set.fromList (map (uncurry line) (pairs g)))))

-- | The cells in line with two others that are twice as far from the second as from the first.
--
-- >>> map twiceAsFar [((4, 3), (5, 5)), ((4, 3), (1, 9))]
-- [[(3,1)],[(7,-3),(3,5)]]
twiceAsFar :: (Cell, Cell) -> [Cell]
twiceAsFar ((x, y), (x', y')) =
  (2 * x - x', 2 * y - y') : [(u, v) | (u, 0) <- third x x', (v, 0) <- third y y']
  where
    third a b = [(2 * a + b) `divMod` 3]

-- | The cells with ax + by + c = 0, where a is positive, or is 0 and b is positive.
data Line = Line !Int !Int !Int deriving (Eq, Ord, Show)

-- | The line through two cells.
--
-- >>> line (1, 1) (5, 3) == line (7, 4) (3, 2)
-- True
line :: Cell -> Cell -> Line
line (x, y) (x', y') = Line (a `div` scale) (b `div` scale) (c `div` scale)
  where
    (a, b, c) = (y - y', x' - x, x * y' - x' * y)
    scale = gcd a b * (if (a, b) < (0, 0) then -1 else 1)

onLine :: Grid -> Line -> [Cell]
onLine g (Line 0 _ c) = [(x, -c) | x <- [0 .. width g - 1]]
onLine g (Line a b c) = [(x, y) | y <- [0 .. height g - 1], (x, 0) <- [negate (b * y + c) `divMod` a]]
