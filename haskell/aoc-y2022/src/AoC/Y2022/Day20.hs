-- |
-- 2022 day 20, Grove Positioning System <https://adventofcode.com/2022/day/20>
--
-- Numbers in a circle move on by their own values, one after the other: the sum of the three that are 1000, 2000 and 3000
-- places after the 0 (part 1), and the same with large multiples of the numbers that move ten times (part 2).
--
-- The idea: batches. While some eighty numbers move, all others only stand between them and keep their order. So a batch
-- needs the places of its own numbers alone. One move takes a number out, which lowers the places behind it by one, and
-- puts it in again, which raises those from there on. After the last move, the others fill the places that are left, in
-- their order:
--
-- > circle     a b C d E f       C moves by 2, then E by 1
-- > C and E    2 4 -> 4 3 -> 3 4
-- > others     a b d f
-- > circle'    a b d C E f
--
-- With n numbers and batches of m, a batch takes n steps to copy the others and m^2 to follow its own, and there are n / m
-- batches. So a round takes n sqrt n steps if m is about the square root of n.
--
-- The circle is cut open before place 0, and a number that comes to be there might as well be at the end.
module AoC.Y2022.Day20 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, decimal, endOfInput, failAt, failWhole, foldLines, offset, runParser, tooSoon)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError (U.Vector Int)
parse = runParser $ do
  (n, zeros, numbers) <- foldLines number (0, 0, []) <* endOfInput
  when (n < 2) $ tooSoon "another number"
  when (zeros == 0) $ failWhole "there is no 0"
  pure (U.fromList (reverse numbers))

-- | How many numbers and how many zeros there are, the numbers, the last first, and one more.
number :: (Int, Int, [Int]) -> Parser (Int, Int, [Int])
number (n, zeros, before) = do
  at <- offset
  this <- decimal (-99999) 99999
  when (n == 6000) $ failAt at "at most 6,000 numbers"
  when (this == 0 && zeros == 1) $ failAt at "no second 0"
  pure (n + 1, if this == 0 then 1 else zeros, this : before)

part1, part2 :: U.Vector Int -> Int
part1 = coordinates 1
part2 numbers = coordinates 10 (U.map (811589153 *) numbers)

-- | The sum of the three numbers after so many rounds.
coordinates :: Int -> U.Vector Int -> Int
coordinates rounds numbers = sum [numbers ! (circle ! ((zero + way) `mod` n)) | Just zero <- [U.findIndex isZero circle], way <- [1000, 2000, 3000]]
  where
    n = U.length numbers
    isZero i = numbers ! i == 0
    circle = foldl' (batch numbers) (U.enumFromN 0 n) (concat (replicate rounds [0, batchSize .. n - 1]))

batchSize :: Int
batchSize = 80

-- | @batch numbers circle first@: the batch that begins with this number moves. The circle has the index of the number at
-- each place.
batch :: U.Vector Int -> U.Vector Int -> Int -> U.Vector Int
batch numbers circle first = U.concat (fill others 0 (IntMap.toAscList (IntMap.fromList (zip (U.toList ends) [first ..]))))
  where
    n = U.length circle
    size = min batchSize (n - first)
    starts = reverse (U.ifoldl' (\found place i -> if i >= first && i < first + size then (i - first, place) : found else found) [] circle)
    places = map snd starts
    others = zipWith (\from to -> U.slice from (to - from) circle) (0 : map (+ 1) places) (places ++ [n])
    ends = foldl' move (U.replicate size 0 U.// starts) [0 .. size - 1]
    move at i = U.imap (\j place -> if j == i then to else inserted (removed place)) at
      where
        from = at ! i
        to = (from + numbers ! (first + i)) `mod` (n - 1)
        -- Without branches, which would be hard to foretell.
        removed place = place - fromEnum (place > from)
        inserted place = place + fromEnum (place >= to)
    -- The others that are left fill the places from this one on up to the next number that has moved.
    fill left _ [] = left
    fill left place ((end, i) : later) = here ++ U.singleton i : fill left' (end + 1) later
      where
        (here, left') = splitRuns (end - place) left

-- | The first so many of what these runs have, and the rest.
splitRuns :: Int -> [U.Vector Int] -> ([U.Vector Int], [U.Vector Int])
splitRuns n (run : runs)
  | n >= U.length run = let (before, after) = splitRuns (n - U.length run) runs in (run : before, after)
  | otherwise = let (before, after) = U.splitAt n run in ([before], after : runs)
splitRuns _ [] = ([], [])
