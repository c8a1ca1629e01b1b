-- |
-- 2023 day 5, If You Give A Seed A Fertilizer <https://adventofcode.com/2023/day/5>
--
-- Seven blocks map numbers one after the other, each by shifting some spans of numbers: the least number that
-- comes out, if these seeds go in (part 1), or all seeds of these spans (part 2).
--
-- The idea: spans are sums of half-lines. A span is all numbers from a on, less all numbers from b on. So it
-- is a weight of 1 at a and of -1 at b. The weights of all seeds are one map, and the sum of the weights up
-- to a number counts the seeds there. A block is linear on counts, so each weight is dealt with alone: no
-- span is cut, and none is united with another.
--
-- A block shifts the place of each weight. At a border the shift changes, and the count must follow the new
-- shift: the count just before the border is taken away where the old shift leads, and added where the new
-- one leads. Here the seeds 4 and 5 go through a block that shifts 5 and 6 by 10:
--
-- > before        1 at 4, -1 at 6                  the seeds 4 and 5
-- > shifted       1 at 4, -1 at 16
-- > border at 5   -1 at 5, 1 at 15                 one seed counts there: it goes on at 15, not at 5
-- > border at 7   none, as the count there is 0
-- > after         1 at 4, -1 at 5, 1 at 15, -1 at 16   the numbers 4 and 15
--
-- Counts are never negative, so the first weight that is not 0 is positive, and its place is the least
-- number. A border adds two weights at most, so there are fewer than 2,000 after all blocks. No count exceeds
-- the number of all seeds.
module AoC.Y2023.Day05 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, char, decimal, decimalsUpTo, endOfLine, failAt, foldBlock, offset, runParser, string)
import AoC.Lists (chunksOf)
import AoC.Span (Span (..), extent, meet)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.IntMap.Strict (IntMap)
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl')
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
  let pairs = [(a, n) | [a, n] <- chunksOf 2 (U.toList numbers)]
  when (odd (U.length numbers)) $ failAt at "an even number of numbers"
  when (or [n < 1 || a + n > limit | (a, n) <- pairs]) $
    failAt at "pairs of a start and a length, from 1 up to 2^32 less the start"
  pure pairs

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
      when (or [extent (meet new earlier) > 0 | Shift earlier _ <- before]) $
        failAt at "a source that does not overlap an earlier one"
      pure (Shift new (to - from) : before)

part1, part2 :: Almanac -> Maybe Int
part1 (Almanac seeds blocks) = least blocks [Span n (n + 1) | (a, b) <- seeds, n <- [a, b]]
part2 (Almanac seeds blocks) = least blocks [Span a (a + n) | (a, n) <- seeds]

-- | The least location to which the numbers of these spans lead, if there are any.
least :: [[Shift]] -> [Span] -> Maybe Int
least blocks spans = fst <$> IntMap.lookupMin (foldl' (flip through) seeds blocks)
  where
    seeds = weights (concat [[(a, 1), (b, -1)] | Span a b <- spans])

-- | How much the count of seeds changes at each place where it changes.
type Weights = IntMap Int

weights :: [(Int, Int)] -> Weights
weights = IntMap.filter (/= 0) . IntMap.fromListWith (+)

-- | The weights after a block.
--
-- >>> through [Shift (Span 5 7) 10] (weights [(4, 1), (6, -1)])
-- fromList [(4,1),(5,-1),(15,1),(16,-1)]
through :: [Shift] -> Weights -> Weights
through shifts before = weights (shifted ++ concat borders)
  where
    shifted = [(place + upTo IntMap.lookupLE place changes, weight) | (place, weight) <- IntMap.toList before]
    borders = zipWith border (0 : IntMap.elems changes) (IntMap.toList changes)
    border oldShift (place, newShift) = [(place + oldShift, -count), (place + newShift, count)]
      where
        count = upTo IntMap.lookupLT place counts
    counts = snd (IntMap.mapAccum (\count weight -> let total = count + weight in (total, total)) 0 before)
    -- Where the shift changes, and to what: to 0 where a span ends, unless another begins there.
    changes = IntMap.union starts ends
    starts = IntMap.fromList [(from, shift) | Shift (Span from _) shift <- shifts]
    ends = IntMap.fromList [(to, 0) | Shift (Span _ to) _ <- shifts]
    -- The value at the last place up to this one, or before it.
    upTo look place = maybe 0 snd . look place
