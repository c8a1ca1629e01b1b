-- |
-- 2021 day 14, Extended Polymerization <https://adventofcode.com/2021/day/14>
--
-- A rule @AB -> C@ puts a C between every A and B that stand side by side; all rules act at
-- once, again and again. After 10 (40) rounds, by how much does the commonest element
-- outnumber the rarest?
--
-- The idea: do not grow the polymer, ask each pair what it will yield. Let @y d p@ be the
-- elements that come up inside the pair @p@ within @d@ rounds, a vector of counts. Then
-- @y 0 p@ is nothing, and with a rule @ab -> c@
--
-- > y (d + 1) ab = one c + y d ac + y d cb
--
-- since after one round the pair has become two that know nothing of each other. A row for
-- each rule and a column for each element make a table for each @d@, the next one found by
-- picking two entries of the last. The template comes in only at the end, as a weight for
-- each row: this is the transpose of counting pairs.
--
-- Assumes a template of at most 100,000 elements: no count exceeds 10^5 * 2^40 < 2^57.
--
-- Python and Rust push counts of pairs forward, round by round.
module AoC.Y2021.Day14 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, failAt, foldLines, offset, runParser, string, takeWhile1)
import AoC.Numbers (tally)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiUpper, ord)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.List as List
import Data.Maybe (fromMaybe)
import qualified Data.Vector.Unboxed as U

-- | All tables have a row for each rule and an empty one for the pairs without a rule, and a
-- column for each element; @left@ and @right@ say where in the last table an entry's
-- summands stand.
data Polymer = Polymer
  { template :: !(U.Vector Int),
    pairs :: !(U.Vector Int),
    inserted :: !(U.Vector Int),
    left :: !(U.Vector Int),
    right :: !(U.Vector Int)
  }

instance NFData Polymer where
  rnf Polymer {} = ()

-- | Two elements and what comes between them.
data Rule = Rule !Char !Char !Char

parse :: ByteString -> Either InputError Polymer
parse = runParser $ do
  start <- offset
  elements <- takeWhile1 "elements" isAsciiUpper
  when (C.length elements > 100000) $ failAt start "at most 100,000 elements"
  blankLine
  polymer elements <$> foldLines rule IntMap.empty

-- | One rule more; they are kept by pair.
rule :: IntMap.IntMap Rule -> Parser (IntMap.IntMap Rule)
rule known = do
  at <- offset
  pair <- takeWhile1 "a pair" isAsciiUpper
  string " -> "
  element <- takeWhile1 "an element" isAsciiUpper
  case map C.unpack [pair, element] of
    [[a, b], [c]]
      | IntMap.member (key a b) known -> failAt at "a pair without a rule so far"
      | otherwise -> pure (IntMap.insert (key a b) (Rule a b c) known)
    _ -> failAt at "a rule like AB -> C"

key :: Char -> Char -> Int
key a b = 32 * ord a + ord b

polymer :: ByteString -> IntMap.IntMap Rule -> Polymer
polymer elements known =
  Polymer
    { template = U.fromList [C.count c elements | c <- C.unpack alphabet],
      pairs = tally (IntMap.size known + 1) (U.fromList counted),
      inserted = U.fromList (concat [[fromEnum (e == c) | e <- C.unpack alphabet] | Rule _ _ c <- table] ++ map (const 0) columns),
      left = picked [row a c | Rule a _ c <- table],
      right = picked [row c b | Rule _ b c <- table]
    }
  where
    table = IntMap.elems known
    alphabet = C.pack (map toEnum (U.toList (U.findIndices (> (0 :: Int)) seen)))
    seen = U.accum (+) (U.replicate 128 0) [(ord c, 1) | c <- C.unpack elements ++ [c | Rule _ _ c <- table]]
    columns = [0 .. C.length alphabet - 1]
    numbered = IntMap.fromDistinctAscList (zip (IntMap.keys known) [0 ..])
    row a b = fromMaybe (IntMap.size known) (IntMap.lookup (key a b) numbered)
    counted = C.zipWith row elements (C.drop 1 elements)
    picked rs = U.fromList [C.length alphabet * r + c | r <- rs ++ [IntMap.size known], c <- columns]

part1 :: Polymer -> Int
part1 = spread 10

part2 :: Polymer -> Int
part2 = spread 40

-- | The commonest less the rarest after so many rounds.
spread :: Int -> Polymer -> Int
spread rounds p = U.maximum counts - U.minimum (U.filter (> 0) counts)
  where
    table = List.foldl' (\t _ -> next p t) (U.map (const 0) (inserted p)) [1 .. rounds]
    width = U.length (template p)
    counts = U.imap (\c n -> n + U.sum (U.imap (\r k -> k * (table U.! (r * width + c))) (pairs p))) (template p)

-- | What the pairs yield in one round more.
next :: Polymer -> U.Vector Int -> U.Vector Int
next p table = U.zipWith3 (\c a b -> c + a + b) (inserted p) (U.backpermute table (left p)) (U.backpermute table (right p))
