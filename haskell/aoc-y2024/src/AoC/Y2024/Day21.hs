-- |
-- 2024 day 21, Keypad Conundrum <https://adventofcode.com/2024/day/21>
--
-- The fewest presses that type a code through a chain of robots, times the code's number, summed: with 2
-- arrow pads between one's own and the digits (part 1), and with 25 (part 2).
--
-- The idea: a chain of linear maps. What is typed on a pad is known by how often each key is pressed after
-- each other key. When a key of a pad is pressed, the arms of all pads before it are at A. So each such pair
-- is typed by a sequence of its own on the pad before, from A to A. Hence the counts of pairs on one pad are
-- a linear map of the counts on the next, and the number of presses is the sum of the counts on one's own
-- pad. The answer is linear in the counts as well: all codes, each times its number, are one vector, which
-- goes through the chain once.
--
-- This needs one best way for each pair, whatever lies before it in the chain: first left, then up or down,
-- then right, unless that leads over the gap; then the reverse. Equal presses belong together, since the
-- second is a pair of A with itself on all pads before. Left comes first because its key is the farthest from
-- A, and the other arrows lie on the way back. That no other order is shorter was checked for all codes, with
-- 2 pads and with 25, against a search of all ways.
module AoC.Y2024.Day21 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, linesOfUpTo, runParser, satisfy)
import AoC.Numbers (fromDigits)
import Control.Monad (replicateM)
import Data.ByteString (ByteString)
import Data.Char (digitToInt, isDigit)
import Data.Map.Strict (Map)
import qualified Data.Map.Strict as Map

-- | How often a key is pressed right after another.
type Pairs = Map (Char, Char) Int

-- | The digits of each code.
parse :: ByteString -> Either InputError [String]
parse = runParser (linesOfUpTo 100 code)

code :: Parser String
code = replicateM 3 (satisfy "a digit" isDigit) <* char 'A'

part1, part2 :: [String] -> Int
part1 = presses 2
part2 = presses 25

-- | The presses, with some number of arrow pads between.
presses :: Int -> [String] -> Int
presses between codes = sum (iterate (through arrows) (through digits typed) !! between)
  where
    typed = Map.unionsWith (+) (map weighted codes)
    -- The pairs of a code, each as often as its number says.
    weighted digits' = (fromDigits 10 (map digitToInt digits') *) <$> pairs (digits' ++ "A")

-- | What is pressed on the pad before to type these pairs on this pad.
through :: Map (Char, Char) Pairs -> Pairs -> Pairs
through pad typed = Map.unionsWith (+) (Map.elems (Map.intersectionWith (\n way -> (n *) <$> way) typed pad))

-- | The pairs of a sequence of keys, which starts from A.
pairs :: String -> Pairs
pairs keys = Map.fromListWith (+) (zip (zip ('A' : keys) keys) (repeat 1))

digits, arrows :: Map (Char, Char) Pairs
digits = ways "789456123 0A"
arrows = ways " ^A<v>"

-- | A pad, in rows of three: for each pair of its keys, what is pressed to get from the one to the other and
-- press it.
ways :: String -> Map (Char, Char) Pairs
ways pad = Map.fromList [((a, b), pairs (way from to ++ "A")) | (a, from) <- keys, (b, to) <- keys]
  where
    places = zip pad [(row, column) | row <- [0 ..], column <- [0 .. 2]]
    keys = filter ((/= ' ') . fst) places
    way (row, column) (row', column')
      | (' ', corner) `elem` places = reverse leftFirst
      | otherwise = leftFirst
      where
        corner = if column' < column then (row, column') else (row', column)
        leftFirst = concat (zipWith replicate distances "<v^>")
        distances = [column - column', row' - row, row - row', column' - column]
