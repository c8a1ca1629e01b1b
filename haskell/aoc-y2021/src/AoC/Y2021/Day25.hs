-- |
-- 2021 day 25, Sea Cucumber <https://adventofcode.com/2021/day/25>
--
-- The first step on which nothing moves, of two herds on a sea floor whose edges are joined.
--
-- The idea: the whole floor is one number. Cell after cell, row after row, a herd is an Integer with a bit
-- for each cell, and so is the free floor. One cell on is a shift by 1, one row on a shift by the width, and
-- the few bits that leave over an edge come back by a second shift. Then a herd moves in a handful of
-- operations on numbers:
--
-- > movers = herd AND (free, moved back)     change = movers XOR (movers, moved on)
--
-- and the change, by XOR, goes to the herd and to the free floor alike, since a mover swaps places with free
-- floor. East and south are the same code with other shifts.
--
-- Some floors never come to rest. One where something still moves in step 10 * (rows + columns), far more
-- than floors of the site need, is taken for one of these, and has no solution.
module AoC.Y2021.Day25 (parse, part1) where

import AoC.Grid (Grid (..), grid)
import AoC.Input (InputError, runParser)
import Data.Bits (shiftL, shiftR, xor, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.List as List
import Data.Word (Word64)

-- | The cells, each a bit; the first cell is the lowest.
type Cells = Integer

parse :: ByteString -> Either InputError Grid
parse = runParser (grid 500 "a cucumber or free floor" (`C.elem` C.pack ">v."))

-- | The first step without a move, if it comes within the limit.
part1 :: Grid -> Maybe Int
part1 (Grid high wide text _) = go 1 (herd '>') (herd 'v') (herd '.')
  where
    go n east south free
      | n > 10 * (high + wide) = Nothing
      | eastward == 0 && southward == 0 = Just n
      | otherwise = go (n + 1 :: Int) (east `xor` eastward) (south `xor` southward) (free' `xor` southward)
      where
        eastward = change 1 (wide - 1) column east free
        free' = free `xor` eastward
        southward = change wide (size - wide) row south free'
    size = high * wide
    herd c = herdOf (== c) (C.filter (/= '\n') text)
    row = (1 `shiftL` wide) - 1
    column = ((1 `shiftL` size) - 1) `div` row

-- | @change on back edge herd free@: the cells that change as the herd moves by @on@ cells, or by @back@ the
-- other way for those who come in at this edge.
change :: Int -> Int -> Cells -> Cells -> Cells -> Cells
change on back edge herd free = movers `xor` moved
  where
    movers = herd .&. (((free `xor` entry) `shiftR` on) .|. (entry `shiftL` back))
    entry = free .&. edge
    moved = ((movers `xor` leaving) `shiftL` on) .|. (leaving `shiftR` back)
    leaving = movers .&. (edge `shiftL` back)

-- |
-- >>> herdOf (== 'x') (C.pack "xx.x")
-- 11
herdOf :: (Char -> Bool) -> ByteString -> Cells
herdOf is = List.foldl' (\n w -> n `shiftL` 64 .|. toInteger (word w)) 0 . reverse . chunks
  where
    chunks text = if C.null text then [] else let (a, b) = C.splitAt 64 text in a : chunks b
    word :: ByteString -> Word64
    word = C.foldr (\c w -> 2 * w + (if is c then 1 else 0)) 0
