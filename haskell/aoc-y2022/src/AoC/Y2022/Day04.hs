-- |
-- 2022 day 4, Camp Cleanup <https://adventofcode.com/2022/day/4>
--
-- In how many pairs of ranges one contains the other (part 1), and in how many the two overlap (part 2).
--
-- The idea: three lengths decide, those of the two ranges and of their hull. The hull is the smallest
-- range around both.
--
-- > ...aaaa.....    .aaaa.......    .aaaa.......
-- > ....bb......    ...bbbb.....    ......bb....
-- > ...hhhh.....    .hhhhhh.....    .hhhhhhh....
-- >  4 = max 4 2     6 < 4 + 4       7 > 4 + 2
--
-- One range contains the other if and only if the hull is as long as the longer one. They overlap if and only
-- if the hull is shorter than both together: the hull has each number of either range once, and those of a
-- gap between them.
module AoC.Y2022.Day04 (parse, part1, part2) where

import AoC.Input (InputError, char, linesOfUpTo, runParser)
import AoC.Span (Span (..), extent, spanOf)
import Data.ByteString (ByteString)

parse :: ByteString -> Either InputError [(Span, Span)]
parse = runParser (linesOfUpTo 2000 ((,) <$> range <* char ',' <*> range))
  where
    range = spanOf 1 99 "-"

-- |
-- >>> hull (Span 3 5) (Span 8 9)
-- Span 3 9
hull :: Span -> Span -> Span
hull (Span a b) (Span c d) = Span (min a c) (max b d)

part1, part2 :: [(Span, Span)] -> Int
part1 = count (\long a b -> long == max a b)
part2 = count (\long a b -> long < a + b)

-- | In how many pairs the lengths of the hull and of the two ranges are of this kind.
count :: (Int -> Int -> Int -> Bool) -> [(Span, Span)] -> Int
count wanted pairs = length [() | (a, b) <- pairs, wanted (extent (hull a b)) (extent a) (extent b)]
