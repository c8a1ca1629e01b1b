{-# LANGUAGE BangPatterns #-}

-- |
-- 2021 day 15, Chiton <https://adventofcode.com/2021/day/15>
--
-- Each cell of a cavern costs its digit to enter. What is the least total on a way from the top
-- left to the bottom right, and what is it if the cavern is repeated five times in both
-- directions, its digits growing by one (from 9 to 1) with each copy?
--
-- The idea: a fixed point, kept up while the cavern grows diagonal by diagonal. The totals are
-- right when no cell can be bettered by way of a neighbour. A new diagonal gets its totals
-- from the one before, and mostly that is all. Where a new cell betters one of the old, those
-- improvements ripple on, as far as they go, among the diagonals there are so far.
--
-- Why it is right: a total is always that of some way, and once the ripples have died down no
-- step between two cells so far betters a total; so none is above the least among ways over
-- these cells. The last diagonal sees all ways. No queue holds cells in order of their totals.
--
-- Why it is quick: a good way seldom goes back by more than a few diagonals, so of a thousand
-- cells some 160 are ever bettered. Rows in place of diagonals would be bettered 14 times as often,
-- as the way along a row likes to dip far below it.
--
-- Cells outside, and those of later diagonals, hold 0, which nothing betters. Assumes sides up to
-- 500: no total exceeds 9 * 4998, which fits 16 bits.
--
-- Python takes cells from a queue by total; Rust sweeps whole diagonals, forth and back, in vectors.
module AoC.Y2021.Day15 (parse, part1, part2) where

import AoC.Checked (peek, poke, (!))
import AoC.Grid (Grid (..), grid, rowVectors, walled)
import AoC.Input (InputError, runParser)
import Control.Monad (forM_, when)
import Control.Monad.ST (runST)
import Data.Bits (shiftR, (.&.))
import Data.ByteString (ByteString)
import Data.Char (digitToInt)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word16, Word8)

parse :: ByteString -> Either InputError Grid
parse = runParser (grid 500 "a digit from 1 to 9" (\c -> c >= '1' && c <= '9'))

part1 :: Grid -> Int
part1 = least 1

part2 :: Grid -> Int
part2 = least 5

-- | The costs, within a wall of zeros.
tiled :: Int -> Grid -> U.Vector Word8
tiled copies cave = walled 0 [U.concat (take copies (drop i grown)) | i <- [0 .. copies - 1], grown <- rows]
  where
    rows = map (iterate (U.map more)) (rowVectors (fromIntegral . digitToInt) cave)
    more d = if d == 9 then 1 else d + 1

least :: Int -> Grid -> Int
least copies cave = runST $ do
  best <- M.replicate (U.length costs) (0 :: Word16)
  let get i = fromIntegral <$> peek best i
      put i total = poke best i (fromIntegral (total :: Int))

      -- Go from a cell with this total to that one, and note it if that is better.
      offer total i noted = do
        old <- get i
        let new = total + cost i
        if new < old then (i : noted) <$ put i new else pure noted

      enter from i = do
        before <- get from
        put i (before + cost i)

      enterAll !i !stop noted
        | i > stop = pure noted
        | otherwise = do
          left <- get (i - 1)
          above <- get (i - stride)
          let total = lesser left above + cost i
          put i total
          offer total (i - 1) noted >>= offer total (i - stride) >>= enterAll (i + stride - 1) stop

      ripple [] = pure ()
      ripple noted = spread [] noted >>= ripple

      spread next [] = pure next
      spread next (i : noted) = do
        total <- get i
        next' <- offer total (i - 1) next >>= offer total (i + 1) >>= offer total (i - stride) >>= offer total (i + stride)
        spread next' noted

  forM_ [1 .. high + wide - 2] $ \d -> do
    let at r = start + r * stride + (d - r)
        firstRow = d < wide
        firstColumn = d < high
    when firstRow $ enter (at 0 - 1) (at 0)
    when firstColumn $ enter (at d - stride) (at d)
    enterAll (at (if firstRow then 1 else d - wide + 1)) (at (if firstColumn then d - 1 else high - 1)) [] >>= ripple
  get (start + (high - 1) * stride + wide - 1)
  where
    high = copies * height cave
    wide = copies * width cave
    stride = wide + 1
    start = stride + 1
    costs = tiled copies cave
    cost i = fromIntegral (costs ! i)

-- | Without a branch, as there is no telling which of two neighbours it is.
lesser :: Int -> Int -> Int
lesser a b = b + (difference .&. (difference `shiftR` 63))
  where
    difference = a - b
