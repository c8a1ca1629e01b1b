-- |
-- 2022 day 18, Boiling Boulders <https://adventofcode.com/2022/day/18>
--
-- How many faces of cubes touch no other cube (part 1), and how many of these can be reached from outside
-- (part 2).
--
-- The idea: all of space is one Integer, with a bit for each cell. The neighbours of all cells in one
-- direction are a shift, so the free faces of any set of cells are six shifts and six counts of bits.
--
-- > bit of (x, y, z) = 1024 (x + 1) + 32 (y + 1) + (z + 1)      each coordinate from 0 to 29
--
-- There is always an empty cell around the cubes, so no shift wraps around into another row.
--
-- Trapped air is a greatest fixed point. Suppose that all air near the cubes is trapped. Drop each cell that
-- has a neighbour which is neither cube nor trapped, until there is none to drop. From the air that remains
-- no step leads out, and air from which no step leads out is never dropped. Part 2 counts the faces of cubes
-- and trapped air together.
module AoC.Y2022.Day18 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, foldLines, offset, runParser)
import Control.Monad (when)
import Data.Bits (complement, popCount, setBit, shift, testBit, (.&.), (.|.))
import Data.ByteString (ByteString)
import Data.List (foldl')

-- | A bit for each cell.
type Cells = Integer

parse :: ByteString -> Either InputError Cells
parse = runParser (snd <$> foldLines cube (0, 0))

-- | One more cube, and how many there are.
cube :: (Int, Cells) -> Parser (Int, Cells)
cube (count, before) = do
  at <- offset
  cell <- place <$> coordinate <* char ',' <*> coordinate <* char ',' <*> coordinate
  when (count == 4000) $ failAt at "at most 4,000 cubes"
  when (testBit before cell) $ failAt at "a cube that is not there yet"
  pure (count + 1, setBit before cell)
  where
    coordinate = decimal 0 29

place :: Int -> Int -> Int -> Int
place x y z = 1024 * (x + 1) + 32 * (y + 1) + (z + 1)

-- | A set, moved by a step in each direction.
neighbours :: Cells -> [Cells]
neighbours cells = map (shift cells) [1024, -1024, 32, -32, 1, -1]

part1, part2 :: Cells -> Int
part1 = faces
part2 cubes = faces (cubes .|. trapped cubes)

-- | How many faces of these cells have none of them on the other side.
faces :: Cells -> Int
faces cells = sum [popCount (cells .&. complement moved) | moved <- neighbours cells]

-- | The air from which no step leads out.
trapped :: Cells -> Cells
trapped cubes = go (box .&. complement cubes)
  where
    go air = let kept = foldl' (.&.) air (neighbours (air .|. cubes)) in if kept == air then air else go kept

-- | All cells that can be cubes: 30 in a row, 30 rows, 30 layers.
box :: Cells
box = foldl' copies 1 [1, 32, 1024]
  where
    copies cells step = sum [shift cells (step * n) | n <- [1 .. 30]]
