-- |
-- 2022 day 6, Tuning Trouble <https://adventofcode.com/2022/day/6>
--
-- How many letters are read when for the first time the last 4 (part 1) or the last 14 (part 2) are all
-- different.
--
-- The idea: the set of letters in a window is a union, and a union may count a letter twice. So a longer
-- window is the union of two shorter ones, which may overlap. From single letters two steps lead to all
-- windows of length 4, and four steps to those of length 14:
--
-- > length  1 -> 2    each window with the one that begins 1 later
-- > length  2 -> 4    2 later
-- > length  4 -> 8    4 later
-- > length  8 -> 14   6 later: they overlap by 2
--
-- A set is the bits of an Int, and a window of n letters has n different ones if and only if its set has n
-- bits.
module AoC.Y2022.Day06 (parse, part1, part2) where

import AoC.Input (InputError, runParser, takeUpTo)
import Data.Bits (bit, popCount, (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiLower)
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError ByteString
parse = runParser (takeUpTo 10000 "letters" "a letter from a to z" isAsciiLower)

part1, part2 :: ByteString -> Maybe Int
part1 = marker [1, 2]
part2 = marker [1, 2, 4, 6]

-- | The end of the first window of different letters. Its length is 1 and all these steps.
--
-- >>> map (\steps -> marker steps (C.pack "aabbcdef")) [[1], [1, 2], [1, 2, 4]]
-- [Just 3,Just 7,Nothing]
marker :: [Int] -> ByteString -> Maybe Int
marker steps text = (+ size) <$> U.findIndex ((== size) . popCount) (foldl' widen single steps)
  where
    size = 1 + sum steps
    single :: U.Vector Int
    single = U.fromListN (C.length text) [bit (fromEnum c - fromEnum 'a') | c <- C.unpack text]
    widen windows step = U.zipWith (.|.) windows (U.drop step windows)
