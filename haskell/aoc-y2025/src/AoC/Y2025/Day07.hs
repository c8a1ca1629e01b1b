-- |
-- 2025 day 7, Laboratories <https://adventofcode.com/2025/day/7>
--
-- How many splitters a beam meets, and on how many paths a particle can fall.
--
-- The idea: build the manifold from the floor up, without a beam. A fold over the splitters, the lowest
-- first, keeps for each column what a particle that falls there meets next: the floor, or a splitter. A new
-- splitter has two ways down, which are the entries of the columns beside it, and as many paths as these two
-- together. It becomes the entry of its own column. What lies below is shared, and the number of paths is
-- lazy, so it is worked out once for each splitter that is met, and not at all for the others.
--
-- Both parts begin at the entry in the start's column: part 2 reads the number of paths there, and part 1
-- visits all splitters that can be reached from it.
--
-- Assumes that no two splitters stand side by side, so their order within a row does not matter.
module AoC.Y2025.Day07 (parse, part1, part2) where

import AoC.Input (InputError, Parser, failAt, foldLines, offset, runParser, takeWhile1)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.IntMap.Strict as IntMap
import qualified Data.IntSet as IntSet

-- | What a particle meets next. A splitter has a number of its own, its ways down and its paths.
data Below = Floor | Splitter !Int Below Below Integer

-- | The start's column, and the splitters' columns, row by row.
parse :: ByteString -> Either InputError (Int, [Int])
parse = runParser $ do
  (_, top, splitters) <- foldLines row (0, C.empty, [])
  pure (C.length (C.takeWhile (/= 'S') top), concat (reverse splitters))

-- | How many rows there are so far, the first of them, and the splitters' columns in each, the last row
-- first.
row :: (Int, ByteString, [[Int]]) -> Parser (Int, ByteString, [[Int]])
row (above, top, splitters) = do
  at <- offset
  when (above == 254) $ failAt at "at most 254 rows"
  text <- uncurry takeWhile1 kind
  when (C.length text > 500) $ failAt at "at most 500 columns"
  when (above == 0 && C.count 'S' text /= 1) $ failAt at "a row with one start"
  when (above > 0 && C.length text /= C.length top) $
    failAt at ("a row of " ++ show (C.length top) ++ " cells")
  when (C.head text == '^' || C.last text == '^') $ failAt at "no splitter at the edge"
  when (C.pack "^^" `C.isInfixOf` text) $ failAt at "no splitters side by side"
  pure (above + 1, if above == 0 then text else top, C.elemIndices '^' text : splitters)
  where
    kind
      | above == 0 = ("empty space or the start", (`elem` ".S"))
      | even above = ("empty space or a splitter", (`elem` ".^"))
      | otherwise = ("empty space", (== '.'))

part1, part2 :: (Int, [Int]) -> Integer
part1 = toInteger . IntSet.size . met IntSet.empty . belowStart
part2 = paths . belowStart

-- | The numbers of the splitters that can be reached from here, added to those met before.
met :: IntSet.IntSet -> Below -> IntSet.IntSet
met seen (Splitter number left right _)
  | number `IntSet.notMember` seen = met (met (IntSet.insert number seen) left) right
met seen _ = seen

paths :: Below -> Integer
paths Floor = 1
paths (Splitter _ _ _ n) = n

belowStart :: (Int, [Int]) -> Below
belowStart (start, splitters) = foldr add IntMap.empty (zip [0 ..] splitters) `at` start
  where
    below `at` column = IntMap.findWithDefault Floor column below
    add (number, column) below = IntMap.insert column splitter below
      where
        splitter = Splitter number left right (paths left + paths right)
        left = below `at` (column - 1)
        right = below `at` (column + 1)
