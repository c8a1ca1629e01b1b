-- |
-- 2025 day 4, Printing Department <https://adventofcode.com/2025/day/4>
--
-- How many rolls of paper have fewer than 4 neighbours that are rolls (part 1), and how many are taken away
-- if such rolls are taken away until there are none (part 2).
--
-- The idea: nothing is taken away. Give every roll the value 8, then again and again the h-index of its
-- neighbours' values, which is the greatest k such that k of them are k or more. After one round, a roll's
-- value is the number of its neighbours (part 1). At rest it is the roll's core number (Lü, Zhou, Zhang and
-- Stanley 2016): the greatest k such that the roll belongs to a set of rolls with k or more neighbours each
-- in the set. The rolls taken away are those whose core number is below 4 (part 2).
--
-- Why it is right: values only fall, so they come to rest. The value of a roll with core number c never falls
-- below c, since c of its neighbours have core numbers of c or more, and so, by induction, values of c or
-- more. At rest, the rolls with values of k or more have k such neighbours each, so no value is above the
-- core number.
--
-- Why it is quick: a roll is looked at again only if the value of a neighbour has fallen past its own.
module AoC.Y2025.Day04 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Grid (Grid (..), grid, rowVectors, walled)
import AoC.Input (InputError, runParser)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.IntSet as IntSet
import qualified Data.Vector.Unboxed as U
import Data.Word (Word8)

-- | A value for each cell, row by row, with a wall around them. It is 0 where there is no roll.
type Values = U.Vector Word8

-- | The values at the start, and the steps from a cell to its neighbours.
data Paper = Paper !Values !(U.Vector Int)

instance NFData Paper where
  rnf paper = paper `seq` ()

parse :: ByteString -> Either InputError Paper
parse = runParser (paper <$> grid 300 "a roll or an empty cell" (`elem` ".@"))
  where
    paper g = Paper (walled 0 (rowVectors (\c -> if c == '@' then 8 else 0) g)) (steps (width g + 1))
    steps down = U.fromList [r * down + c | r <- [-1 .. 1], c <- [-1 .. 1], (r, c) /= (0, 0)]

part1, part2 :: Paper -> Int
part1 = below4 (take 2 . rounds)
part2 = below4 rounds

-- | How many rolls have a value below 4 after the last of these rounds?
below4 :: (Paper -> [Values]) -> Paper -> Int
below4 someRounds paper@(Paper start _) = U.length (U.filter isBelow (U.zip start (last (someRounds paper))))
  where
    isBelow :: (Word8, Word8) -> Bool
    isBelow (before, now) = before > 0 && now < 4

-- | The values at the start and after each round, until they are at rest.
rounds :: Paper -> [Values]
rounds (Paper start steps) = go start (U.toList (U.findIndices (> 0) start))
  where
    go values doubtful
      | null fallen = [values]
      | otherwise = values : go values' (IntSet.toList (IntSet.fromList passed))
      where
        fallen = [(v, new) | v <- doubtful, let new = hIndex values v, new < values ! v]
        values' = values U.// fallen
        passed =
          [ n
            | (v, new) <- fallen,
              let old = values ! v,
              step <- U.toList steps,
              let n = v + step,
              let now = values' ! n,
              new < now && now <= old
          ]
    -- The search goes down from the value now, since no value rises.
    hIndex values v = until (\k -> atLeast k >= fromIntegral k) pred (values ! v)
      where
        atLeast k = U.length (U.filter (\step -> values ! (v + step) >= k) steps)
