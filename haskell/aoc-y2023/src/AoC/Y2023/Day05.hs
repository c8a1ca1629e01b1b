-- |
-- 2023 day 5, If You Give A Seed A Fertilizer <https://adventofcode.com/2023/day/5>
--
-- Seven blocks map numbers one after the other, each by shifting some spans of numbers: the least number that comes
-- out, if these seeds go in (part 1), or all seeds of these spans (part 2).
--
-- The idea: a right fold of functions. From each block on, one question is to be answered: what is the least location
-- to which the numbers of a span lead? After the last block, it is the first number of the span. A block cuts the span
-- at its own borders, shifts the pieces, and asks the later blocks about each. So a block makes a function from spans
-- to locations of the same function of the later blocks.
--
-- A piece that is not cut is a whole stretch of the block, and its least location is in a lazy table, so it is asked
-- for once. Only the pieces at the two ends of a span are cut. So a span leads to at most 2^k cut pieces k blocks
-- later, even where many spans are shifted onto the same numbers. (The composition of the blocks as one map has no such
-- bound: sixty lines a block can cut it into billions of pieces.)
module AoC.Y2023.Day05 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, char, decimal, decimalsUpTo, endOfLine, failAt, foldBlock, offset, runParser, string)
import AoC.Span (Span (..), extent, meet)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.IntMap as IntMap
import qualified Data.Vector.Unboxed as U

-- | A span of numbers, and by how much they are shifted.
data Shift = Shift !Span !Int

instance NFData Shift where
  rnf s = s `seq` ()

-- | The numbers of the seeds line, two by two, as a number and a length; and the lines of each block.
data Almanac = Almanac ![(Int, Int)] ![[Shift]]

instance NFData Almanac where
  rnf (Almanac seeds blocks) = rnf (seeds, blocks)

-- | All numbers are below this.
limit :: Int
limit = 2 ^ (32 :: Int)

parse :: ByteString -> Either InputError Almanac
parse = runParser (Almanac <$> seedsLine <*> traverse block (zip names (drop 1 names)))
  where
    names = ["seed", "soil", "fertilizer", "water", "light", "temperature", "humidity", "location"]

seedsLine :: Parser [(Int, Int)]
seedsLine = do
  string "seeds: "
  at <- offset
  numbers <- decimalsUpTo 40 0 (limit - 1) ' '
  let pairs = twoByTwo (U.toList numbers)
  when (odd (U.length numbers)) $ failAt at "an even number of numbers"
  when (or [n < 1 || a + n > limit | (a, n) <- pairs]) $ failAt at "pairs of a start and a length, from 1 up to 2^32 less the start"
  pure pairs
  where
    twoByTwo (a : b : rest) = (a, b) : twoByTwo rest
    twoByTwo _ = []

block :: (String, String) -> Parser [Shift]
block (source, destination) = do
  blankLine
  string (source ++ "-to-" ++ destination ++ " map:")
  endOfLine
  foldBlock next []
  where
    next before = do
      at <- offset
      when (length before == 60) $ failAt at "at most 60 lines"
      to <- decimal 0 (limit - 1) <* char ' '
      from <- decimal 0 (limit - 1) <* char ' '
      n <- decimal 1 (limit - max to from)
      let new = Span from (from + n)
      when (or [extent (meet new span') > 0 | Shift span' _ <- before]) $ failAt at "a source that does not overlap an earlier one"
      pure (Shift new (to - from) : before)

part1, part2 :: Almanac -> Int
part1 (Almanac seeds blocks) = least blocks [Span n (n + 1) | (a, b) <- seeds, n <- [a, b]]
part2 (Almanac seeds blocks) = least blocks [Span a (a + n) | (a, n) <- seeds]

-- | The least location to which the numbers of these spans lead.
least :: [[Shift]] -> [Span] -> Int
least blocks spans = minimum (limit : map (foldr through (\(Span a _) -> a) blocks) spans)

-- | A stretch of numbers that a block shifts alike: where it ends, by how much it is shifted, its least location.
data Piece = Piece !Int !Int Int

-- | The least location for a span of numbers that enter a block, given that of any span after the block.
through :: [Shift] -> (Span -> Int) -> Span -> Int
through shifts after = go
  where
    go (Span a b) = case IntMap.lookupLE a pieces of
      Nothing -> limit
      Just (start, Piece end shift whole)
        | end < b -> min here (go (Span end b))
        | otherwise -> here
        where
          here = if start == a && end <= b then whole else after (Span (a + shift) (min b end + shift))
    pieces = IntMap.fromDistinctAscList (zipWith piece borders (drop 1 (map fst borders) ++ [limit]))
    piece (start, shift) end = (start, Piece end shift (after (Span (start + shift) (end + shift))))
    -- Where the shift changes, and to what: a gap begins where a span ends, unless another span begins there.
    borders = takeWhile ((< limit) . fst) (IntMap.toAscList (IntMap.union spans gaps))
    spans = IntMap.fromList [(from, shift) | Shift (Span from _) shift <- shifts]
    gaps = IntMap.fromList ((0, 0) : [(to, 0) | Shift (Span _ to) _ <- shifts])
