-- |
-- 2021 day 18, Snailfish <https://adventofcode.com/2021/day/18>
--
-- A snailfish number is a pair of numbers or snailfish numbers. To add two is to pair them, then
-- to reduce: as long as anything can, the leftmost pair inside four others explodes (its halves
-- go to the neighbours, and it becomes 0), or else the leftmost number of 10 or more splits
-- into a pair. The magnitude of a pair is three times its left and twice its right. What is
-- the magnitude of the sum of all numbers, and the greatest of a sum of two?
--
-- The idea: a zipper. Explosions and splits only touch neighbours in reading order, so a number
-- is the row of its leaves with their depths, cut in two at a focus: what is left of the
-- focus is settled and lies in reverse, so that its next neighbour is at hand.
--
-- All explosions come first, in one walk. Then one more walk splits: a leaf at depth 4 that
-- splits explodes at once, which may unsettle its left neighbour, so the focus goes back to
-- that, one place. Everything left of it stays settled, so that it always is the leftmost.
--
-- Both walks end, as an explosion in the first makes the row shorter and each split halves a
-- leaf. The settled row is read off from the right, by its depths, for the magnitude.
--
-- Assumes single digits at most four pairs deep; no leaf exceeds the 288 of 32 nines.
--
-- Python has flat lists; Rust has slots in an implicit tree.
module AoC.Y2021.Day18 (parse, part1, part2) where

import AoC.Input (InputError, Parser, newline, offset, refuse, runParser, untilEnd, word)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import qualified Data.List as List

-- | Leaves with their depth and value.
data Row = Leaf !Int !Int !Row | Nil

instance NFData Row where
  rnf row = row `seq` ()

parse :: ByteString -> Either InputError [Row]
parse = runParser $ do
  first <- snailfish
  newline
  (first :) <$> untilEnd snailfish

snailfish :: Parser Row
snailfish = do
  start <- offset
  text <- word "a snailfish number" (`C.elem` C.pack "[],0123456789")
  case element 0 Nil text of
    Right (row, rest) | C.null rest -> pure (row `onto` Nil)
    Right (_, rest) -> refuse "the end of the line" (start + C.length text - C.length rest)
    Left (what, rest) -> refuse what (start + C.length text - C.length rest)

-- | Put the leaves of what comes next, at this depth, before those in the row.
element :: Int -> Row -> ByteString -> Either (String, ByteString) (Row, ByteString)
element depth row text = case C.uncons text of
  Just ('[', inside) | depth < 4 -> do
    (row', afterLeft) <- element (depth + 1) row inside
    (row'', afterRight) <- element (depth + 1) row' =<< expect ',' afterLeft
    (,) row'' <$> expect ']' afterRight
  Just (c, rest) | isDigit c, depth > 0 -> Right (Leaf depth (digitToInt c) row, rest)
  _ -> Left ("a pair or a digit", text)
  where
    expect c rest = case C.uncons rest of
      Just (c', rest') | c == c' -> Right rest'
      _ -> Left (show c, rest)

part1 :: [Row] -> Int
part1 rows = magnitude (List.foldl' add Nil rows)

part2 :: [Row] -> Int
part2 rows = List.foldl' max 0 [magnitude (add (a `onto` Nil) b) | (i, a) <- numbered, (j, b) <- numbered, i /= j]
  where
    numbered = zip [0 :: Int ..] rows

-- | Move the leaves of a row one by one onto another, which reverses them.
onto :: Row -> Row -> Row
onto Nil done = done
onto (Leaf d v rest) done = rest `onto` Leaf d v done

-- | Add a number to what the numbers before it came to. That is in reverse, and so is the sum.
add :: Row -> Row -> Row
add Nil b = b `onto` Nil
add a b = settle Nil (explode b 0 Nil (a `onto` Nil) `onto` Nil)

-- | Explode what must, given the row that comes after this one and what the last explosion threw
-- to the right.
explode :: Row -> Int -> Row -> Row -> Row
explode later thrown done row = case row of
  Leaf 4 l (Leaf 4 r rest) -> explode later r (Leaf 4 0 (bump (thrown + l) done)) rest
  Leaf d v rest -> explode later 0 (Leaf (d + 1) (thrown + v) done) rest
  Nil -> case later of
    Nil -> done
    _ -> explode Nil thrown done later

settle :: Row -> Row -> Row
settle done row = case row of
  Nil -> done
  Leaf d v rest
    | v < 10 -> settle (Leaf d v done) rest
    | d < 4 -> settle done (Leaf (d + 1) half (Leaf (d + 1) (v - half) rest))
    | otherwise -> case bump half done of
      Leaf d' v' done' -> settle done' (Leaf d' v' (Leaf 4 0 (bump (v - half) rest)))
      Nil -> settle Nil (Leaf 4 0 (bump (v - half) rest))
    where
      half = v `quot` 2

-- | Add to the nearest leaf, if there is one.
bump :: Int -> Row -> Row
bump n row = case row of
  Leaf d v rest -> Leaf d (n + v) rest
  Nil -> Nil

-- | Of a row in reverse, whose leaves' depths say how they pair up.
magnitude :: Row -> Int
magnitude = fst . go 0
  where
    go :: Int -> Row -> (Int, Row)
    go depth row = case row of
      Leaf d v rest | d <= depth -> (v, rest)
      Nil -> (0, Nil)
      _ ->
        let (right, row') = go (depth + 1) row
            (left, row'') = go (depth + 1) row'
         in (3 * left + 2 * right, row'')
