-- |
-- 2021 day 5, Hydrothermal Venture <https://adventofcode.com/2021/day/5>
--
-- Line segments on a grid, each horizontal, vertical or exactly diagonal. On how many points do
-- at least two of them lie? Part 1 leaves the diagonal ones out.
--
-- The idea: sweep down the rows, and draw no segment. A vertical segment is the same column in
-- every row; a diagonal one moves by one column from row to row. So for each of the three
-- directions it is enough to carry which columns are active, and how often: a segment is added
-- where it starts, is taken away after it ends, and in between the whole row of counts is
-- shifted by one place at most. Horizontal segments last one row only.
--
-- A row of counts is kept in slices: an Integer whose bit x is the lowest binary digit of
-- column x's count, another one for the next digit, and so on. To add a set of columns is then
-- to carry, once for the whole row; shifting is shifting; and the columns with two or more are
-- the union of all slices but the lowest. Rows with at least one and with at least two are
-- joined over the directions as the monoid of counts that stop at two.
--
-- Assumes coordinates from 0 to 999. A segment that is a single point counts as horizontal.
--
-- Python lays every line down on the grid; Rust marks every line in rows of bits.
module AoC.Y2021.Day05 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, offset, runParser, string, vectorOfLines)
import Data.Bits (bit, complement, popCount, shiftL, shiftR, xor, (.&.), (.|.))
import Data.ByteString (ByteString)
import Data.List (foldl')
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U

-- | From a point to a point that is not above it, nor left of it on the same row.
type Segment = (Int, Int, Int, Int)

parse :: ByteString -> Either InputError (U.Vector Segment)
parse = runParser (vectorOfLines segment)

segment :: Parser Segment
segment = do
  at <- offset
  x1 <- decimal 0 999 <* char ','
  y1 <- decimal 0 999 <* string " -> "
  x2 <- decimal 0 999 <* char ','
  y2 <- decimal 0 999
  if x1 == x2 || y1 == y2 || abs (x1 - x2) == abs (y1 - y2)
    then pure (if (y1, x1) <= (y2, x2) then (x1, y1, x2, y2) else (x2, y2, x1, y1))
    else failAt at "a horizontal, vertical or diagonal line"

part1 :: U.Vector Segment -> Int
part1 = crowded . U.filter (\(x1, y1, x2, y2) -> x1 == x2 || y1 == y2)

part2 :: U.Vector Segment -> Int
part2 = crowded

-- | The columns of a row that have at least one, and those that have at least two.
data Cover = Cover !Integer !Integer

instance Semigroup Cover where
  Cover one two <> Cover one' two' = Cover (one .|. one') (two .|. two' .|. one .&. one')

-- | How often each column of a row is covered, the lowest binary digits first.
type Counts = [Integer]

cover :: Counts -> Cover
cover [] = Cover 0 0
cover (lowest : higher) = let two = foldl' (.|.) 0 higher in Cover (lowest .|. two) two

-- | One more in each of these columns.
--
-- >>> foldl' add [] [5, 4, 4]
-- [5,4]
add :: Counts -> Integer -> Counts
add counts 0 = counts
add [] columns = [columns]
add (digits : higher) columns = (digits `xor` columns) : add higher (digits .&. columns)

-- | One less in each of these columns, which have one.
remove :: Counts -> Integer -> Counts
remove counts 0 = counts
remove [] _ = []
remove (digits : higher) columns = (digits `xor` columns) : remove higher (complement digits .&. columns)

-- | How many points have two segments or more?
crowded :: U.Vector Segment -> Int
crowded segments = sweep 0 (V.toList starting) (V.toList ending) [] [] []
  where
    starting = byRow [(y1, s) | s@(_, y1, _, _) <- U.toList segments]
    ending = byRow [(y2, s) | s@(_, _, _, y2) <- U.toList segments]
    byRow = V.accum (flip (:)) (V.replicate 1000 [])

-- | What lies on the rows, given what starts and what ends on each of them, and the columns
-- that vertical, right-going and left-going segments from above have here.
sweep :: Int -> [[Segment]] -> [[Segment]] -> Counts -> Counts -> Counts -> Int
sweep points (starts : below) (ends : below') verticals rightward leftward =
  points' `seq` sweep points' below below' (left verticals' 0) (map (`shiftL` 1) (left rightward' 1)) (map (`shiftR` 1) (left leftward' (-1)))
  where
    points' = points + popCount two
    Cover _ two = cover horizontals <> cover verticals' <> cover rightward' <> cover leftward'
    horizontals = foldl' add [] [bit (x2 + 1) - bit x1 | (x1, y1, x2, y2) <- starts, y1 == y2]
    verticals' = begun verticals 0
    rightward' = begun rightward 1
    leftward' = begun leftward (-1)
    begun counts way = foldl' add counts [bit x1 | s@(x1, _, _, _) <- starts, goes way s]
    left counts way = foldl' remove counts [bit x2 | s@(_, _, x2, _) <- ends, goes way s]
    goes way (x1, y1, x2, y2) = y1 /= y2 && signum (x2 - x1) == way
sweep points _ _ _ _ _ = points
