{-# LANGUAGE DeriveTraversable #-}

-- |
-- 2021 day 18, Snailfish <https://adventofcode.com/2021/day/18>
--
-- Snailfish numbers are nested pairs, and a sum of two is a pair that is reduced: pairs inside four others
-- explode, numbers of 10 or more split, the leftmost first and explosions before splits. Part 1 is the
-- magnitude of the sum of all lines, part 2 the greatest magnitude of a sum of two different lines.
--
-- The idea: all explosions at once are two traversals of the tree. An exploding pair throws its left half to
-- the next number on the left and its right half to the next on the right, and leaves a 0. From left to
-- right, a running value carries what is thrown to the right: the right half of a pair, to which nothing is
-- added before the pair explodes. From right to left, another carries what is thrown to the left: the left
-- half of a pair with what the first pass added to it, since the explosions on its left come before its own.
--
-- In part 2 this is done once for each number, however many sums it is in: a sum adds what its two numbers
-- throw at each other.
--
-- From then on only splits are left, always the leftmost. A number inside four pairs that splits explodes at
-- once: it becomes 0, and throws its halves to both sides on the way back up the tree. The half that goes to
-- the left may make a number there split, so the innermost pair that both are in is gone through again. All
-- else is one walk from left to right.
--
-- Assumes 2 to 100 numbers: pairs of digits, nested at most four deep.
module AoC.Y2021.Day18 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, endOfLine, linesOfUpTo, runParser, satisfy, (<|>))
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import Data.Char (digitToInt, isDigit)
import qualified Data.List as List
import Data.Maybe (fromMaybe)
import Data.Traversable (mapAccumL, mapAccumR)

data Tree a = Leaf !a | Pair !(Tree a) !(Tree a)
  deriving (Functor, Foldable, Traversable)

instance NFData a => NFData (Tree a) where
  rnf = foldr (seq . rnf) ()

type Number = Tree Int

parse :: ByteString -> Either InputError [Number]
parse = runParser ((:) <$> pair 1 <* endOfLine <*> linesOfUpTo 99 (pair 1))

-- | A pair that is inside so many pairs, itself included.
pair :: Int -> Parser Number
pair depth = Pair <$> (char '[' *> element) <* char ',' <*> element <* char ']'
  where
    element = if depth < 4 then digit <|> pair (depth + 1) else digit
    digit = Leaf . digitToInt <$> satisfy "a digit" isDigit

part1 :: [Number] -> Int
part1 = magnitude . List.foldl1' (\a b -> add (explode a) (explode b))

part2 :: [Number] -> Int
part2 numbers = maximum [magnitude (add a b) | (i, a) <- operands, (j, b) <- operands, i /= j]
  where
    operands = zip [1 :: Int ..] (map explode numbers)

magnitude :: Number -> Int
magnitude (Leaf n) = n
magnitude (Pair a b) = 3 * magnitude a + 2 * magnitude b

-- | A number whose pairs at depth four, which are inside four others in a sum, have exploded; with what that
-- threw over its left end, if it began with such a pair, and over its right end.
data Operand = Operand !(Maybe Int) !Number !Int

-- | All explosions.
--
-- >>> let number = Pair (Pair (Pair (Pair (Leaf 9) (Leaf 8)) (Leaf 1)) (Leaf 2)) (Leaf 3)
-- >>> case explode number of Operand left exploded right -> (left, sum exploded, right)
-- (Just 9,14,0)
explode :: Number -> Operand
explode number = Operand left exploded right
  where
    (right, carried) = mapAccumL toTheRight 0 (elements 3 number)
    (left, exploded) = mapAccumR toTheLeft Nothing carried
    toTheRight thrown (Stays n) = (0, Stays (n + thrown))
    toTheRight thrown (Explodes l r) = (r, Explodes (l + thrown) r)
    toTheLeft thrown (Stays n) = (Nothing, n + fromMaybe 0 thrown)
    toTheLeft thrown (Explodes l _) = (Just l, fromMaybe 0 thrown)

-- | A number, or a pair that explodes.
data Element = Stays !Int | Explodes !Int !Int

-- | The tree down to the pairs inside so many others, which explode.
elements :: Int -> Number -> Tree Element
elements _ (Leaf n) = Leaf (Stays n)
elements 0 (Pair (Leaf left) (Leaf right)) = Leaf (Explodes left right)
elements depth (Pair a b) = Pair (elements (depth - 1) a) (elements (depth - 1) b)

-- | The sum. A pair at the start of the second number throws back what the first one threw into it.
add :: Operand -> Operand -> Number
add (Operand _ a right) (Operand Nothing b _) = reduce (Pair a (addToFirst right b))
add (Operand _ a right) (Operand (Just left) b _) = reduce (Pair (addToLast (left + right) a) b)

reduce :: Number -> Number
reduce number = case split 0 number of
  Split 0 number' _ -> number'
  Split _ number' _ -> reduce number'

-- | A number after splits, and what they threw off it on both sides. Half of 10 or more is not 0, so a 0 on
-- the left says that nothing was thrown off there.
data Split = Split !Int !Number !Int

-- | Split what is 10 or more in a number inside so many pairs, the leftmost first, until nothing is left to
-- split or something is thrown off on the left.
split :: Int -> Number -> Split
split depth (Leaf n)
  | n < 10 = Split 0 (Leaf n) 0
  | depth < 4 = split depth (Pair (Leaf low) (Leaf (n - low)))
  | otherwise = Split low (Leaf 0) (n - low)
  where
    low = n `quot` 2
split depth (Pair a b) = case split (depth + 1) a of
  Split 0 a' right -> case split (depth + 1) (addToFirst right b) of
    Split 0 b' right' -> Split 0 (Pair a' b') right'
    Split left b' right' -> case split depth (Pair (addToLast left a') b') of
      Split left' number right'' -> Split left' number (right' + right'')
  Split left a' right -> Split left (Pair a' (addToFirst right b)) 0

addToFirst, addToLast :: Int -> Number -> Number
addToFirst 0 number = number
addToFirst n (Leaf m) = Leaf (m + n)
addToFirst n (Pair a b) = Pair (addToFirst n a) b
addToLast 0 number = number
addToLast n (Leaf m) = Leaf (m + n)
addToLast n (Pair a b) = Pair a (addToLast n b)
