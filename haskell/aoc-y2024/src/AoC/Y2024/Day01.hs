-- |
-- 2024 day 1, Historian Hysteria <https://adventofcode.com/2024/day/1>
--
-- The sum of the distances between two lists of numbers, paired by rank (part 1), and the sum of the left list's numbers,
-- each times its count in the right list (part 2).
--
-- The idea: pairing by rank moves one heap of sand onto another at least cost, so part 1 is the area between the two
-- cumulative counts. Let the balance at x be how many more numbers up to x the left list has than the right one. Of the
-- pairs by rank, as many as the balance, whatever its sign, have one number up to x and the other beyond: the ranks
-- between the two counts. So each unit step from x to x + 1 adds the absolute balance at x to the sum of distances. The
-- balance changes only at numbers of a list, so the area is a sum over the gaps between them.
--
-- Nothing is sorted or paired. One histogram of both lists serves both parts: part 2 is a sum over its entries.
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
