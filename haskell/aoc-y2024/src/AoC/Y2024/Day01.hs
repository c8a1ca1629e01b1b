-- |
-- 2024 day 1, Historian Hysteria <https://adventofcode.com/2024/day/1>
--
-- The sum of the distances between two lists of numbers, paired by rank (part 1), and the sum of the left
-- list's numbers, each times its count in the right list (part 2).
--
-- The idea: part 1 is the area between the two cumulative counts. Let the balance at x be the number of left
-- numbers up to x, less the number of right ones. A pair has one number up to x and the other beyond if and
-- only if its rank lies between the two counts. So the absolute balance at x is the number of pairs that the
-- step from x to x + 1 separates:
--
-- > x                 1  2  3  4  5  6        left   1 2 6
-- > left  up to x     1  2  2  2  2  3        right  2 5 5
-- > right up to x     0  1  1  1  3  3
-- > absolute balance  1  1  1  1  1  0        sum 5 = |1 - 2| + |2 - 5| + |6 - 5|
--
-- The balance changes only at numbers of a list, so the area is a sum over the gaps between them.
--
-- Nothing is sorted or paired. One histogram of both lists serves both parts: part 2 is a sum over its
-- entries.
module AoC.Y2024.Day01 (parse, part1, part2) where

import AoC.Input (InputError, decimal, linesOfUpTo, runParser, string)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.IntMap.Strict as IntMap

-- | How often a number is in the left list, and how often in the right one.
data Counts = Counts !Int !Int

instance NFData Counts where
  rnf counts = counts `seq` ()

instance Semigroup Counts where
  Counts l r <> Counts l' r' = Counts (l + l') (r + r')

parse :: ByteString -> Either InputError (IntMap.IntMap Counts)
parse = runParser (histogram <$> linesOfUpTo 10000 ((,) <$> number <* string "   " <*> number))
  where
    number = decimal 0 99999
    histogram pairs = IntMap.fromListWith (<>) (concat [[(l, Counts 1 0), (r, Counts 0 1)] | (l, r) <- pairs])

part1, part2 :: IntMap.IntMap Counts -> Int
part1 histogram = sum (zipWith (*) gaps (map abs balances))
  where
    numbers = IntMap.keys histogram
    gaps = zipWith subtract numbers (drop 1 numbers)
    balances = scanl1 (+) [l - r | Counts l r <- IntMap.elems histogram]
part2 histogram = sum [n * l * r | (n, Counts l r) <- IntMap.toList histogram]
