-- |
-- 2024 day 5, Print Queue <https://adventofcode.com/2024/day/5>
--
-- The sum of the middle pages of the lists that are in order (part 1), and of the other lists when they are
-- put in order (part 2).
--
-- The idea: the middle of a list is found without sorting, by quickselect. A page splits the others by the
-- rules into those before it and those after it, and only the side in which the middle lies is split again. A
-- list is in order if and only if no page has one of its predecessors after it.
--
-- Assumes that the rules put each list in one order, though all rules together may go round in circles. The
-- parser checks it by counting: n pages are in one order if and only if their numbers of successors in the
-- list are 0 to n - 1. Then these numbers add up to the number of pairs, so each pair has a rule. They
-- differ, so no page comes twice. The page with n - 1 successors comes before all others, and the same
-- argument holds for the rest.
module AoC.Y2024.Day05 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, blankLine, char, failAt, foldBlock, linesOfUpTo, offset, runParser, satisfy, sepBy1)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.Char (digitToInt, isDigit)
import qualified Data.IntSet as IntSet
import Data.List (partition, sort, tails)
import Data.Maybe (mapMaybe)
import qualified Data.Vector.Unboxed as U

type Page = Int

-- | Which pairs of pages have a rule, by 'pair'; and the lists.
data Queue = Queue !(U.Vector Bool) ![[Page]]

instance NFData Queue where
  rnf (Queue _ lists) = rnf lists

-- | The number of a pair of pages.
pair :: Page -> Page -> Int
pair a b = 100 * a + b

parse :: ByteString -> Either InputError Queue
parse = runParser $ do
  pairs <- foldBlock rule IntSet.empty <* blankLine
  let rules = U.replicate (pair 99 99 + 1) False U.// [(p, True) | p <- IntSet.toList pairs]
  Queue rules <$> linesOfUpTo 1000 (list rules)

rule :: IntSet.IntSet -> Parser IntSet.IntSet
rule pairs = do
  at <- offset
  a <- page <* char '|'
  b <- page
  when (a == b) $ failAt at "two different pages"
  when (any (`IntSet.member` pairs) [pair a b, pair b a]) $ failAt at "two pages that have no rule yet"
  pure (IntSet.insert (pair a b) pairs)

page :: Parser Page
page = do
  tens <- satisfy "a page from 10 to 99" (\c -> isDigit c && c > '0')
  ones <- satisfy "a second digit" isDigit
  pure (10 * digitToInt tens + digitToInt ones)

list :: U.Vector Bool -> Parser [Page]
list rules = do
  at <- offset
  pages <- page `sepBy1` char ','
  let n = length pages
      successors p = length (filter (\q -> rules ! pair p q) pages)
  when (n > 45) $ failAt at "at most 45 pages"
  when (even n) $ failAt at "an odd number of pages"
  when (sort (map successors pages) /= [0 .. n - 1]) $
    failAt at "different pages that the rules put in one order"
  pure pages

part1, part2 :: Queue -> Int
part1 (Queue rules lists) = sum (mapMaybe (middle rules) (filter (inOrder rules) lists))
part2 (Queue rules lists) = sum (mapMaybe (middle rules) (filter (not . inOrder rules) lists))

inOrder :: U.Vector Bool -> [Page] -> Bool
inOrder rules pages = and [not (rules ! pair later p) | p : others <- tails pages, later <- others]

-- | The page in the middle once the pages are in order.
middle :: U.Vector Bool -> [Page] -> Maybe Page
middle rules pages = select (length pages `div` 2) pages
  where
    select _ [] = Nothing
    select n (pivot : others) = case compare n (length before) of
      LT -> select n before
      EQ -> Just pivot
      GT -> select (n - length before - 1) after
      where
        (before, after) = partition (\p -> rules ! pair p pivot) others
