-- |
-- 2025 day 1, Secret Entrance <https://adventofcode.com/2025/day/1>
--
-- How often a dial of 100 numbers shows 0: at the ends of its turns, or at all of its clicks.
--
-- The idea: turns form a monoid. Wherever the dial starts, a turn is known by its shift, and by how often the
-- dial shows each of the 100 distances from that start. Read these counts as the coefficients of a polynomial
-- in x, where x^100 = 1. If a turn with shift s and polynomial f is followed by one with shift t and
-- polynomial g, then the start of the second lies s further on, so together they are
--
-- > (s, f) <> (t, g) = (s + t, f + x^s g)
--
-- This is associative, so turns may be grouped in any way. The parts differ only in the polynomial of a
-- single turn. The answer is one coefficient; the other 99 are the answers for the other starts.
module AoC.Y2025.Day01 (parse, part1, part2) where

import AoC.Input (InputError, decimal, linesOfUpTo, oneOf, runParser)
import Data.ByteString (ByteString)
import Data.Foldable (foldMap')
import qualified Data.Vector.Unboxed as U

-- | The shift, from 0 to 99, and how often each distance from the start is shown.
data Spin = Spin !Int !(U.Vector Int)

instance Semigroup Spin where
  Spin s f <> Spin t g = Spin ((s + t) `mod` 100) (U.zipWith (+) f (U.drop (100 - s) g <> U.take (100 - s) g))

instance Monoid Spin where
  mempty = Spin 0 (U.replicate 100 0)

-- | The turns: positive to the right, negative to the left.
parse :: ByteString -> Either InputError [Int]
parse = runParser (linesOfUpTo 20000 (oneOf [("L", negate), ("R", id)] <*> decimal 1 999999))

part1, part2 :: [Int] -> Int
part1 = zeros atEnd
part2 = zeros atClicks

-- | The dial starts at 50, so 0 is at the distance 50.
zeros :: (Int -> Spin) -> [Int] -> Int
zeros spin turns = shown U.! 50
  where
    Spin _ shown = foldMap' spin turns

-- | A turn that shows only the number at its end.
atEnd :: Int -> Spin
atEnd n = Spin s (U.generate 100 (\distance -> fromEnum (distance == s)))
  where
    s = n `mod` 100

-- | A turn that shows the number at each of its clicks: all numbers once for each full round, and those that
-- the rest of the turn passes once more.
atClicks :: Int -> Spin
atClicks n = Spin (n `mod` 100) (U.generate 100 (\distance -> full + fromEnum (more distance)))
  where
    (full, rest) = abs n `quotRem` 100
    more distance = if n > 0 then 1 <= distance && distance <= rest else distance >= 100 - rest
