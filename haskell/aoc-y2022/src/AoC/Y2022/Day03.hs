-- |
-- 2022 day 3, Rucksack Reorganization <https://adventofcode.com/2022/day/3>
--
-- The sum of the priorities of the letters that the two halves of each line have in common (part 1), or the
-- three lines of each group (part 2).
--
-- The idea: count by letter and not by line. Cut the text into sets of pieces: pairs of halves, or groups of
-- three lines. Then ask each of the 52 letters how many of the sets have it in every piece. For each of them
-- the letter adds its priority. The parts differ only in how the lines are cut:
--
-- > abBdBe      halves   abB | dBe      B adds 28
-- > xabx
-- > azaZ        lines    abBdBe | xabx | azaZ      a adds 1
--
-- This is right because every set has exactly one letter in common, which 'parse' checks.
module AoC.Y2022.Day03 (parse, part1, part2) where

import AoC.Input (InputError, Parser, failAt, foldLines, offset, runParser, takeWhile1, tooSoon)
import AoC.Lists (chunksOf)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiLower, isAsciiUpper)

parse :: ByteString -> Either InputError [ByteString]
parse = runParser $ do
  (count, found) <- foldLines rucksack (0, [])
  when (count `mod` 3 /= 0) $ tooSoon "a number of lines that is divisible by 3"
  pure (reverse found)

-- | One more line, in front of those before, which are counted.
rucksack :: (Int, [ByteString]) -> Parser (Int, [ByteString])
rucksack (count, before) = do
  at <- offset
  line <- takeWhile1 "a letter" (\c -> isAsciiLower c || isAsciiUpper c)
  let group = line : take 2 before
  when (count == 900) $ failAt at "at most 900 lines"
  when (odd (C.length line) || C.length line > 60) $ failAt at "an even number of letters, at most 60"
  when (length (common (halves line)) /= 1) $ failAt at "one letter that both halves have"
  when (count `mod` 3 == 2 && length (common group) /= 1) $
    failAt at "one letter that all three lines have"
  pure (count + 1, line : before)

-- | In the order of their priorities, which begin at 1.
letters :: String
letters = ['a' .. 'z'] ++ ['A' .. 'Z']

-- | The letters that all of these pieces have.
--
-- >>> common (map C.pack ["aBcB", "BBca", "cdaa"])
-- "ac"
common :: [ByteString] -> [Char]
common pieces = [letter | letter <- letters, all (C.elem letter) pieces]

halves :: ByteString -> [ByteString]
halves line = [front, back]
  where
    (front, back) = C.splitAt (C.length line `div` 2) line

part1, part2 :: [ByteString] -> Int
part1 = total . map halves
part2 = total . chunksOf 3

total :: [[ByteString]] -> Int
total sets = sum (zipWith (\priority letter -> priority * count letter) [1 ..] letters)
  where
    count letter = length (filter (all (C.elem letter)) sets)
