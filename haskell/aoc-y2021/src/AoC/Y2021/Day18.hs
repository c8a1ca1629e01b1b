-- |
-- 2021 day 18, Snailfish <https://adventofcode.com/2021/day/18>
--
-- A snailfish number is a pair of numbers or snailfish numbers. To add two is to pair them, then
-- to reduce: as long as anything can, the leftmost pair inside four others explodes (its halves
-- go to the neighbours, and it becomes 0), or else the leftmost number of 10 or more splits
-- into a pair. The magnitude of a pair is three times its left and twice its right. What is
-- the magnitude of the sum of all numbers, and the greatest of a sum of two?
--
-- The idea: a tree whose elements know no neighbours. What an element throws it hands to the pair around
-- it, which passes it on to its other element, or outwards.
--
-- Explosions all come first, and one pass has them all. What an element throws to the left depends on
-- what comes to it from the left, and what comes to it from the right depends on what its neighbour throws:
-- a knot, which laziness unties. Nothing goes round, as what goes to the right comes from the tree as it was.
--
-- Then there are splits, and a leaf that splits inside four pairs explodes at once. An element goes on
-- until it has settled, or throws to the left ('Course'), as then what is there comes first. Only its
-- first leaf can throw out of it, and has nothing before it that is unsettled; so the element as it is then
-- is all that has to be kept, to be settled when it is known what comes back. What goes to the right
-- waits until the element has settled. So a pair settles its left element, then the right one; whenever that
-- throws, it unsettles the left one, from its last leaf. This is the order of the puzzle: leftmost first.
--
-- It ends: there are at most 15 splits that stay, and between them each of the others moves the halves
-- of a leaf a place apart, so that the total of leaf times squared place grows; but it is bounded.
--
-- Part 2 begins with the sums that have the most in their leaves. That only gets less, by what goes off the
-- ends, and as a leaf is 9 at most in the end, it bounds the magnitude: what cannot be the greatest is left out.
--
-- Assumes single digits at most four pairs deep.
--
-- Python has flat lists, and adds all pairs of numbers. Rust has slots with a mask, through which it goes to and
-- fro by place; its bound is of the same kind, from a table filled nine by nine.
module AoC.Y2021.Day18 (parse, part1, part2) where

import AoC.Input (InputError, Parser, endOfLine, failAt, linesOf, offset, runParser, takeWhile1)
import Control.DeepSeq (NFData (..))
import Control.Monad (foldM, replicateM)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import qualified Data.List as List
import Data.Maybe (fromMaybe)

-- | An element of a number: a leaf, with the count of pairs around it; the two leaves of a pair inside three others; or
-- another pair.
data Tree = Leaf !Int !Int | Twins !Int !Int | Pair !Tree !Tree

instance NFData Tree where
  rnf tree = tree `seq` ()

pair :: Tree -> Tree -> Tree
pair (Leaf 4 l) (Leaf _ r) = Twins l r
pair l r = Pair l r

-- | What a number comes to, by what a pair makes of its elements.
foldTree :: (Int -> Int -> Int) -> Tree -> Int
foldTree f = go
  where
    go (Leaf _ n) = n
    go (Twins l r) = f l r
    go (Pair l r) = f (go l) (go r)
{-# INLINE foldTree #-}

magnitude, leaves :: Tree -> Int
magnitude = foldTree (\l r -> 3 * l + 2 * r)
leaves = foldTree (+)

parse :: ByteString -> Either InputError [Tree]
parse = runParser $ do
  first <- snailfish
  endOfLine
  (first :) <$> linesOf snailfish

snailfish :: Parser Tree
snailfish = do
  begin <- offset
  text <- takeWhile1 "a snailfish number" (`C.elem` C.pack "[],0123456789")
  let at rest = begin + C.length text - C.length rest
  case element 0 text of
    Right (tree, rest) | C.null rest -> pure tree
    Right (_, rest) -> failAt (at rest) "the end of the line"
    Left (what, rest) -> failAt (at rest) what

-- | An element inside so many pairs, and the text after it; or what was expected, and where.
element :: Int -> ByteString -> Either (String, ByteString) (Tree, ByteString)
element depth text = case C.uncons text of
  Just ('[', inside) | depth < 4 -> do
    (left, afterLeft) <- element (depth + 1) inside
    (right, afterRight) <- element (depth + 1) =<< expect ',' afterLeft
    (,) (pair left right) <$> expect ']' afterRight
  Just (c, rest) | isDigit c, depth > 0 -> Right (Leaf depth (digitToInt c), rest)
  _ -> Left ("a pair or a digit", text)
  where
    expect c rest = case C.uncons rest of
      Just (c', rest') | c == c' -> Right rest'
      _ -> Left (show c, rest)

part1 :: [Tree] -> Int
part1 numbers = case numbers of
  [] -> 0
  first : others -> maybe 0 magnitude (foldM (\sofar next -> add maxBound (half sofar) (half next)) first others)

part2 :: [Tree] -> Int
part2 numbers = case List.foldl' withLeft (Best 0 1) (greatestFirst totalAsLeft) of
  Best best _ -> best
  where
    greatestFirst total = List.sortOn (\(n, _, _) -> negate n) [(total a, i, a) | (i, a) <- zip [0 :: Int ..] (map half numbers)]
    rights = greatestFirst totalAsRight
    withLeft start (m, i, a) = go start rights
      where
        go best@(Best _ least) ((n, j, b) : others)
          | m + n < least = best
          | i == j = go best others
          | otherwise = go (maybe best (better best . magnitude) (add (m + n - least) a b)) others
        go best [] = best

-- | The greatest magnitude so far, and the least total of leaves that a greater one takes.
data Best = Best !Int !Int

better :: Best -> Int -> Best
better best@(Best n least) m
  | m > n = Best m (until (\total -> most total > m) (+ 1) least)
  | otherwise = best

-- | No reduced number with this total of leaves has a greater magnitude.
--
-- >>> map most [0, 9, 10, 144]
-- [0,729,783,5625]
most :: Int -> Int
most total = minimum [weight * total + more | (weight, more) <- bounds]

-- | Straight lines that no magnitude is above, by total. A leaf counts for no more than the first place inside four
-- pairs that it could be split into; each place holds 9 at most. So if all that there is counts for the same
-- weight, no more is missing than the rest of nines in the places that count for more.
bounds :: [(Int, Int)]
bounds = [(weight, sum [9 * max 0 (place - weight) | place <- places]) | weight <- List.nub places]
  where
    places = product <$> replicateM 4 [3, 2]

-- | A number as half of a sum, one pair deeper, its explosions done: what they throw to the left, if the first
-- leaf is what is left of one, the tree, and what they throw to the right.
data Half = Half !(Maybe Int) !Tree !Int

half :: Tree -> Half
half number = Half back tree on
  where
    (back, tree, on) = explode 0 0 number

totalAsLeft, totalAsRight :: Half -> Int
totalAsLeft (Half _ tree on) = leaves tree + on
totalAsRight (Half back tree _) = leaves tree + fromMaybe 0 back

-- | All explosions, given what comes from the left and the right; the result is as in 'Half'. A pair that explodes
-- throws what comes from the left back, with its own left half. What comes from the right finds the 0 that it leaves.
explode :: Int -> Int -> Tree -> (Maybe Int, Tree, Int)
explode l r tree = case tree of
  Leaf depth n -> (Nothing, Leaf (depth + 1) (l + n + r), 0)
  Twins m n -> (Just (l + m), Leaf 4 r, n)
  Pair a b -> (back, pair a' b', on)
    where
      (back, a', toB) = explode l (fromMaybe 0 toA) a
      (toA, b', on) = explode toB r b

-- | The sum, unless more than can be spared gets lost.
add :: Int -> Half -> Half -> Maybe Tree
add spare (Half _ a on) (Half back b _) = reduce spare $ case back of
  Just n -> Pair (bumpLast (on + n) a) b
  Nothing -> Pair a (bumpFirst on b)

bumpFirst, bumpLast :: Int -> Tree -> Tree
bumpFirst n (Leaf depth m) = Leaf depth (n + m)
bumpFirst n (Twins l r) = Twins (n + l) r
bumpFirst n (Pair l r) = Pair (bumpFirst n l) r
bumpLast n (Leaf depth m) = Leaf depth (n + m)
bumpLast n (Twins l r) = Twins l (n + r)
bumpLast n (Pair l r) = Pair l (bumpLast n r)

-- | All splits, unless they lose more than can be spared. What is thrown off the ends is lost.
reduce :: Int -> Tree -> Maybe Tree
reduce spare tree = case settle 0 tree of
  Course back on tree'
    | back + on > spare -> Nothing
    | back == 0 -> Just tree'
    | otherwise -> reduce (spare - back - on) tree'

-- | What an element throws to the left, 0 if it has settled without; what it has thrown to the right; and itself, then.
data Course = Course !Int !Int !Tree

-- | The course of an element when so much comes from the left.
settle :: Int -> Tree -> Course
settle n (Leaf depth m) = leaf depth (n + m)
settle n (Twins l r) = twins 0 (n + l) r
settle n (Pair l r) = both 0 (settle n l) r

-- | The course of an element that has settled, when so much comes from the right.
unsettle :: Int -> Tree -> Course
unsettle n (Leaf depth m) = leaf depth (m + n)
unsettle n (Twins l r) = twins 0 l (n + r)
unsettle n (Pair l r) = beside 0 l (unsettle n r)

-- | The course of a leaf inside so many pairs.
leaf :: Int -> Int -> Course
leaf depth n
  | n < 10 = Course 0 0 (Leaf depth n)
  | depth < 3 = both 0 (leaf (depth + 1) low) (Leaf (depth + 1) (n - low))
  | otherwise = twins 0 low (n - low)
  where
    low = n `quot` 2

-- | The course of two leaves inside four pairs that have thrown so much to the right.
twins :: Int -> Int -> Int -> Course
twins out l r
  | l > 9 = let low = l `quot` 2 in Course low out (Twins 0 (l - low + r))
  | r > 9 = let low = r `quot` 2 in twins (out + r - low) (l + low) 0
  | otherwise = Course 0 out (Twins l r)

-- | The course of a pair that has thrown so much to the right, by its left element's course.
both :: Int -> Course -> Tree -> Course
both out (Course 0 n l) r = beside out l (settle n r)
both out (Course back n l) r = Course back out (Pair l (bumpFirst n r))

-- | The same, when the left element has settled, by the right one's course.
beside :: Int -> Tree -> Course -> Course
beside out l (Course 0 n r) = Course 0 (out + n) (Pair l r)
beside out l (Course back n r) = both (out + n) (unsettle back l) r
