-- |
-- 2024 day 23, LAN Party <https://adventofcode.com/2024/day/23>
--
-- How many triangles of connected computers have a name that begins with t (part 1), and the names in the
-- largest clique (part 2).
--
-- The idea for part 1: count the opposite. A triangle has a name with t unless it lies in the graph without
-- such names, so the answer is a difference of two totals, and it does not matter how many such names a
-- triangle has. The total is a third of the sum, over all connections, of the neighbours that both ends share
-- (tr A^3 / 6).
--
-- For part 2, with the names in order, every clique either has the first name, and then its other names are
-- neighbours of it, or does not have it. This recursion visits the cliques in alphabetical order. A fold
-- through it carries the best clique so far, and leaves out every branch that has too few names left to
-- exceed it. So the first of the largest cliques stands.
--
-- Assumes at most 20 neighbours for each computer.
module AoC.Y2024.Day23 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, failAt, foldLines, offset, runParser, satisfy)
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.Char (chr, isAsciiLower, ord)
import Data.IntMap.Strict (IntMap)
import qualified Data.IntMap.Strict as IntMap
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import Data.List (intercalate)

-- | The neighbours of each computer. A name is a number with two digits of base 26, so numbers are in
-- alphabetical order.
type Graph = IntMap IntSet

parse :: ByteString -> Either InputError Graph
parse = runParser (snd <$> foldLines connection (0, IntMap.empty))

-- | One more connection, and how many there are.
connection :: (Int, Graph) -> Parser (Int, Graph)
connection (known, graph) = do
  at <- offset
  a <- computer
  b <- char '-' *> computer
  let neighbours = flip (IntMap.findWithDefault IntSet.empty) graph
      connected = IntMap.fromList [(a, IntSet.singleton b), (b, IntSet.singleton a)]
  when (known == 4000) $ failAt at "at most 4,000 connections"
  when (a == b) $ failAt at "two different computers"
  when (b `IntSet.member` neighbours a) $ failAt at "a connection that is not there already"
  when (any ((== 20) . IntSet.size . neighbours) [a, b]) $ failAt at "at most 20 connections of a computer"
  pure (known + 1, IntMap.unionWith IntSet.union graph connected)

computer :: Parser Int
computer = (\a b -> 26 * a + b) <$> letter <*> letter
  where
    letter = subtract (ord 'a') . ord <$> satisfy "a lower-case letter" isAsciiLower

part1 :: Graph -> Int
part1 graph = triangles graph - triangles without
  where
    without = IntMap.map (`IntSet.difference` ts) (graph `IntMap.withoutKeys` ts)
    ts = IntSet.fromDistinctAscList [26 * 19 .. 26 * 20 - 1]

triangles :: Graph -> Int
triangles graph =
  sum [shared a b | (a, neighbours) <- IntMap.toList graph, b <- IntSet.toList neighbours, a < b] `quot` 3
  where
    shared a b = IntSet.size (IntSet.intersection (graph IntMap.! a) (graph IntMap.! b))

part2 :: Graph -> String
part2 graph = intercalate "," [[letter (name `quot` 26), letter (name `rem` 26)] | name <- reverse clique]
  where
    letter i = chr (ord 'a' + i)
    (_, clique) = larger graph (0, []) (0, []) (IntMap.keysSet graph)

-- | @larger graph best clique rest@: the first clique that is the largest of those that have this one's names
-- and others out of the rest; or the best so far, if none is larger. A clique stands behind its size, with
-- its last name first.
larger :: Graph -> (Int, [Int]) -> (Int, [Int]) -> IntSet -> (Int, [Int])
larger graph best clique@(size, names) rest
  | size + IntSet.size rest <= fst best = best
  | Just (name, others) <- IntSet.minView rest =
    let connected = others `IntSet.intersection` (graph IntMap.! name)
        best' = larger graph best (size + 1, name : names) connected
     in larger graph best' clique others
  | otherwise = clique
