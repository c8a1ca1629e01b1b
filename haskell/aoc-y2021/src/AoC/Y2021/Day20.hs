-- |
-- 2021 day 20, Trench Map <https://adventofcode.com/2021/day/20>
--
-- How many pixels of an endless picture are lit after 2 and after 50 steps, in which each becomes what a rule
-- says of the nine pixels around it.
--
-- The idea: a machine that slides along the rows. Its symbols are pairs of pixels, three rows of them at
-- once: 64 symbols. Two symbols side by side are 3 by 4 pixels, which fix the two pixels in their middle, so
-- a table of 64 * 64 holds all that the machine ever writes. It writes one pixel to the left of where it
-- reads, and the next step's pairs are aligned again.
--
-- With the rows one after the other in a single vector, the rows above and below are the same vector from
-- other offsets. A step then is two zips: of three rows to symbols, and of symbols with their successors to
-- pairs.
--
-- In each step the picture grows by a pixel on every side, and all of it moves to the left by a pixel. So a
-- row begins with one pair for each step, into which the picture grows, and ends with one pair of what is
-- around. Two rows of what is around now come above and below in each step. The last pair of a row and the
-- first pair of the next are both around the picture, so the machine runs on from row to row.
--
-- Refuses a rule by which all becomes and stays light.
module AoC.Y2021.Day20 (parse, part1, part2) where

import AoC.Grid (Grid (..), cell, grid)
import AoC.Input (InputError, blankLine, failAt, offset, runParser, takeWhile1)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.Bits (popCount, shiftL, shiftR, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.Vector.Unboxed as U
import Data.Word (Word8)

-- | What comes of two symbols, and the picture.
data Trench = Trench !(U.Vector Word8) !Grid

instance NFData Trench where
  rnf Trench {} = ()

parse :: ByteString -> Either InputError Trench
parse = runParser $ do
  start <- offset
  rule <- takeWhile1 "a pixel" pixel
  when (C.length rule /= 512) $ failAt start "a rule of 512 pixels"
  when (C.index rule 0 == '#' && C.index rule 511 == '#') $
    failAt start "a rule by which not all becomes light"
  blankLine
  Trench (machine rule) <$> grid 500 "a pixel" pixel
  where
    pixel c = c == '.' || c == '#'

part1 :: Trench -> Int
part1 = lit 2

part2 :: Trench -> Int
part2 = lit 50

-- | The pair of pixels for each two symbols.
machine :: ByteString -> U.Vector Word8
machine rule = U.generate 4096 $ \code ->
  let -- The four pixels of a row: its pair in each symbol.
      both row = (code `shiftR` (4 + row)) .&. 12 .|. (code `shiftR` row) .&. 3
      -- Three of them, from this column on.
      seen column row = (both row `shiftR` (1 - column)) .&. 7
      nine column = 64 * seen column 4 + 8 * seen column 2 + seen column 0
      light column = if C.index rule (nine column) == '#' then 1 else 0
   in 2 * light 0 + light 1

-- | How many pixels are lit after so many steps.
lit :: Int -> Trench -> Int
lit steps (Trench table image) = U.foldl' (\n both -> n + popCount both) 0 (go steps 0 frame)
  where
    pairsWide = (width image + 1) `quot` 2
    stride = steps + 2 + pairsWide
    frame =
      U.concat
        [ part
          | r <- [0 .. height image - 1],
            part <- [U.replicate (steps + 1) 0, U.generate pairsWide (pair r), U.singleton 0]
        ]
    pair r k = light r (2 * k) `shiftL` 1 .|. light r (2 * k + 1)
    light r c = if c < width image && cell image r c == '#' then 1 else 0
    go :: Int -> Word8 -> U.Vector Word8 -> U.Vector Word8
    go 0 _ picture = picture
    go n around picture = go (n - 1) (fromIntegral (written surround surround)) next
      where
        next = U.unfoldrExactN (U.length framed - 2 * stride - 1) slide (symbolAt 0, 1)
        slide (left, i) = let right = symbolAt i in (fromIntegral (written left right), (right, i + 1))
        symbolAt i = symbol (framed U.! i) (framed U.! (i + stride)) (framed U.! (i + 2 * stride))
        surround = symbol around around around
        framed = U.concat [U.replicate (2 * stride) around, picture, U.replicate (2 * stride + 1) around]
    written :: Int -> Int -> Word8
    written left right = table U.! (left `shiftL` 6 .|. right)

-- | A pair from each of three rows.
symbol :: Word8 -> Word8 -> Word8 -> Int
symbol above here below = 16 * fromIntegral above + 4 * fromIntegral here + fromIntegral below
