-- |
-- 2021 day 12, Passage Pathing <https://adventofcode.com/2021/day/12>
--
-- How many paths lead from @start@ to @end@ if small caves may be entered once, and in part 2 if one of them
-- may be entered twice.
--
-- The idea: a lazy table over subsets. Two big caves are never joined, so a big cave only adds ways between
-- the small ones around it: it is contracted into weights, how many ways lead from one small cave straight to
-- another, or back to itself. How many ways then lead on to the end depends on the set of small caves seen
-- and the one we are in, and the table of all that is defined in terms of itself; what no way comes to is
-- never worked out.
--
-- The parts differ in what a cave already seen is worth. In part 1 it is nothing. In part 2 it is the entry
-- of part 1's table: after the second visit all is as if it had been the first, except that no cave may be
-- entered again. So part 2 is a second layer on top of the first table.
--
-- Assumes at most ten small caves besides @start@ and @end@, and at most ten big ones. The numbers may pass
-- 64 bits: Integers.
module AoC.Y2021.Day12 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, failAt, foldLines, offset, runParser, takeWhile1, tooSoon)
import Control.Monad (when)
import Data.Bits (bit, setBit, testBit)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiLower, isAsciiUpper)
import qualified Data.Map.Strict as Map
import qualified Data.Set as Set
import qualified Data.Vector as V

-- | How many ways lead from a cave straight to the end, and to each small cave.
type Cave = (Integer, [(Int, Integer)])

-- | The small caves, and the start last.
type Caves = V.Vector Cave

-- | What each cave is joined to.
type Passages = Map.Map ByteString (Set.Set ByteString)

parse :: ByteString -> Either InputError Caves
parse = runParser $ do
  passages <- foldLines passage Map.empty
  if Map.member start passages && Map.member end passages
    then pure (contracted passages)
    else tooSoon "a start and an end"

start, end :: ByteString
start = C.pack "start"
end = C.pack "end"

isBig :: ByteString -> Bool
isBig = C.all isAsciiUpper

-- | One passage more.
passage :: Passages -> Parser Passages
passage known = do
  at <- offset
  a <- name <* char '-'
  b <- name
  when (a == b) $ failAt at "two different caves"
  when (isBig a && isBig b) $ failAt at "a small cave"
  when (maybe False (Set.member b) (Map.lookup a known)) $ failAt at "each passage only once"
  let passages = join a b (join b a known)
      (big, small) = Map.partitionWithKey (const . isBig) (Map.delete start (Map.delete end passages))
  when (Map.size big > 10 || Map.size small > 10) $ failAt at "at most 10 big caves and 10 small ones"
  pure passages
  where
    join a b = Map.insertWith Set.union a (Set.singleton b)

name :: Parser ByteString
name = do
  at <- offset
  letters <- takeWhile1 "the name of a cave" (\c -> isAsciiLower c || isAsciiUpper c)
  if C.all isAsciiLower letters || isBig letters then pure letters else failAt at "a name in one case"

contracted :: Passages -> Caves
contracted passages = V.fromList (map cave (small ++ [start]))
  where
    small = filter (\a -> not (isBig a) && a /= start && a /= end) (Map.keys passages)
    cave from = (ways from end, [(i, n) | (i, to) <- zip [0 ..] small, let n = ways from to, n > 0])
    ways from to =
      sum [1 | next <- Set.toList (around from), next == to || isBig next && Set.member to (around next)]
    around a = Map.findWithDefault Set.empty a passages

-- | How many ways lead to the end, given the small caves seen and the one we are in.
type Ways = Int -> Int -> Integer

part1 :: Caves -> Integer
part1 caves = layer caves nothing 0 (V.length caves - 1)

part2 :: Caves -> Integer
part2 caves = layer caves (layer caves nothing) 0 (V.length caves - 1)

nothing :: Ways
nothing _ _ = 0

-- | The ways, given what it is worth to enter a small cave again.
layer :: Caves -> Ways -> Ways
layer caves again = ways
  where
    size = V.length caves
    ways seen cave = table V.! (seen * size + cave)
    table = V.generate (bit (size - 1) * size) (\i -> onward (i `quot` size) (i `rem` size))
    onward seen cave = toEnd + sum [n * visit seen other | (other, n) <- others]
      where
        (toEnd, others) = caves V.! cave
    visit seen other
      | testBit seen other = again seen other
      | otherwise = ways (setBit seen other) other
