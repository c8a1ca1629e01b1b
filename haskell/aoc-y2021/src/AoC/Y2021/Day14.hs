-- |
-- 2021 day 14, Extended Polymerization <https://adventofcode.com/2021/day/14>
--
-- A rule @AB -> C@ puts a C between every A and B that are neighbours; all rules act at once. By how much does the most
-- common letter outnumber the least common one after 10 steps, and after 40?
--
-- The idea: growth is a linear map, and many steps are its power. What a pair of letters becomes in one step does not
-- depend on where it stands, so a step maps counts of pairs to counts of pairs, and this map is a matrix with one or two
-- ones in each row. Matrices are a semigroup, and 'stimes' finds a power by squaring: six products for 40 steps.
--
-- Every letter but the last begins exactly one pair, so the letters are counted from the pairs.
--
-- Assumes a template of at most 100,000 letters: no count exceeds 10^5 * 2^40 < 2^57. A pair without a rule stays as it is.
module AoC.Y2021.Day14 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, failAt, foldLines, offset, runParser, satisfy, string, takeWhile1)
import AoC.Numbers (tally)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiUpper)
import qualified Data.List as List
import Data.Map.Strict (Map)
import qualified Data.Map.Strict as Map
import Data.Semigroup (stimes)
import qualified Data.Vector.Unboxed as U

type Pair = (Char, Char)

-- | The template, and what each rule puts between its pair.
type Polymer = (ByteString, Map Pair Char)

parse :: ByteString -> Either InputError Polymer
parse = runParser $ do
  start <- offset
  template <- takeWhile1 "a capital letter" isAsciiUpper
  when (C.length template > 100000) $ failAt start "at most 100,000 letters"
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
part1 = spread 10

part2 :: Polymer -> Int
part2 = spread 40

-- | The most common letter less the least common one, after so many steps.
spread :: Int -> Polymer -> Int
spread steps (template, rules) = maximum counts - minimum counts
  where
    letters = List.nub (C.unpack template ++ concat [[a, b, c] | ((a, b), c) <- Map.toList rules])
    pairs = Map.fromList (zip ((,) <$> letters <*> letters) [0 ..])
    size = Map.size pairs
    number pair = Map.findWithDefault 0 pair pairs
    become (a, b) = maybe [(a, b)] (\c -> [(a, c), (c, b)]) (Map.lookup (a, b) rules)
    step = matrix size [(number pair, number pair') | pair <- Map.keys pairs, pair' <- become pair]
    start = tally size (U.fromList (map number (C.zip template (C.drop 1 template))))
    grown = start `times` stimes steps step
    firstLetters = [(a, grown U.! i) | ((a, _), i) <- Map.toList pairs]
    counts = filter (> 0) (Map.elems (Map.fromListWith (+) ((C.last template, 1) : firstLetters)))

-- | A square matrix, row by row. Row p of a step tells how many of each pair come of one pair p.
data Matrix = Matrix !Int !(U.Vector Int)

-- | The first of the two is applied first.
instance Semigroup Matrix where
  Matrix n entries <> other = Matrix n (U.concat [row i `times` other | i <- [0 .. n - 1]])
    where
      row i = U.slice (n * i) n entries

-- | A row times a matrix: rows of the matrix added up, each as often as the row says.
times :: U.Vector Int -> Matrix -> U.Vector Int
times row (Matrix n entries) =
  List.foldl' add (U.replicate n 0) [(k, i) | (i, k) <- zip [0 ..] (U.toList row), k /= 0]
  where
    add total (k, i) = U.zipWith (\sofar entry -> sofar + k * entry) total (U.slice (n * i) n entries)

matrix :: Int -> [(Int, Int)] -> Matrix
matrix n ones = Matrix n (tally (n * n) (U.fromList [n * i + j | (i, j) <- ones]))
