-- |
-- 2021 day 14, Extended Polymerization <https://adventofcode.com/2021/day/14>
--
-- A rule @AB -> C@ puts a C between every A and B that are neighbours; all rules act at once. By how much
-- does the most common letter outnumber the least common one after 10 steps, and after 40?
--
-- The idea: growth is a linear map, and many steps are its power. What a pair of letters becomes in one step
-- does not depend on where it stands, so a step maps counts of pairs to counts of pairs, and this map is a
-- matrix in which each row sums to 1 or 2. Matrices are a semigroup, and 'stimes' finds a power by squaring:
-- four products for ten steps. The second part has these ten steps four times. The first powers are nearly
-- all zeros, so only what is not 0 is kept.
--
-- Every letter but the last begins exactly one pair, so the letters are counted from the pairs.
--
-- Assumes a template of at most 100,000 letters: no count exceeds 10^5 * 2^40 < 2^57. A pair without a rule
-- stays as it is.
module AoC.Y2021.Day14 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, failAt, foldLines, offset, runParser, satisfy, string, takeUpTo)
import AoC.Numbers (tally)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiUpper)
import Data.Map.Strict (Map)
import qualified Data.Map.Strict as Map
import Data.Semigroup (stimes)
import qualified Data.Set as Set
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M

type Pair = (Char, Char)

-- | The template, and what each rule puts between its pair.
type Polymer = (ByteString, Map Pair Char)

parse :: ByteString -> Either InputError Polymer
parse = runParser $ do
  template <- takeUpTo 100000 "letters" "a capital letter" isAsciiUpper
  blankLine
  (,) template <$> foldLines rule Map.empty

rule :: Map Pair Char -> Parser (Map Pair Char)
rule known = do
  at <- offset
  pair <- (,) <$> letter <*> letter
  string " -> "
  when (Map.member pair known) $ failAt at "a pair that has no rule yet"
  (\inserted -> Map.insert pair inserted known) <$> letter
  where
    letter = satisfy "a capital letter" isAsciiUpper

part1 :: Polymer -> Int
part1 = spread 1

part2 :: Polymer -> Int
part2 = spread 4

-- | The most common letter less the least common one, after so many times ten steps.
spread :: Int -> Polymer -> Int
spread tens (template, rules) = maximum counts - minimum counts
  where
    known = template <> C.pack (concat [[a, b, c] | ((a, b), c) <- Map.toList rules])
    letters = Set.fromList (filter (`C.elem` known) ['A' .. 'Z'])
    pairs = Set.cartesianProduct letters letters
    row = nonzero . tally (Set.size pairs) . U.fromList . map (`Set.findIndex` pairs)
    become (a, b) = maybe [(a, b)] (\c -> [(a, c), (c, b)]) (Map.lookup (a, b) rules)
    step = Matrix (V.fromList (map (row . become) (Set.toList pairs)))
    tenSteps = stimes (10 :: Int) step
    start = row (C.zip template (C.drop 1 template))
    grown = iterate (`times` tenSteps) start !! tens
    firstLetters = [(fst (Set.elemAt i pairs), count) | (i, count) <- U.toList grown]
    counts = Map.elems (Map.fromListWith (+) ((C.last template, 1) : firstLetters))

-- | The numbers of a row that are not 0, each after its place.
type Row = U.Vector (Int, Int)

-- | 'U.force' copies what is left, so that the zeros do not stay in memory.
nonzero :: U.Vector Int -> Row
nonzero = U.force . U.filter ((/= 0) . snd) . U.indexed

-- | A square matrix. Row p of a step tells how many of each pair come of one pair p. Rows are lazy: those
-- that no pair of the template leads to are never worked out.
newtype Matrix = Matrix (V.Vector Row)

-- | The first of the two is applied first.
instance Semigroup Matrix where
  Matrix rows <> other = Matrix (V.map (`times` other) rows)

-- | A row times a matrix: rows of the matrix added up, each as often as the row says.
times :: Row -> Matrix -> Row
times row (Matrix rows) = nonzero $
  U.create $ do
    total <- M.replicate (V.length rows) 0
    U.forM_ row $ \(i, k) ->
      U.forM_ (rows V.! i) $ \(j, entry) -> M.modify total (+ k * entry) j
    pure total
