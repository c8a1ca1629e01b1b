{-# LANGUAGE BangPatterns #-}
{-# LANGUAGE DeriveFoldable #-}

-- |
-- 2021 day 18, Snailfish <https://adventofcode.com/2021/day/18>
--
-- Snailfish numbers are nested pairs, and a sum of two is a pair that is reduced: pairs inside four others explode, numbers
-- of 10 or more split, the leftmost first and explosions before splits. Part 1 is the magnitude of the sum of all lines,
-- part 2 the greatest magnitude of a sum of two different lines.
--
-- The idea: all explosions at once are two traversals of the tree. An exploding pair throws its left half to the next
-- number on the left and its right half to the next on the right, and leaves a 0. From left to right, a running value carries
-- what was thrown to the right; this is what the pairs hold before anything explodes. From right to left, another
-- carries what is thrown to the left; this includes what has just come from the left, since an earlier explosion comes
-- first.
--
-- From then on only splits are left, again and again the leftmost. A number inside four pairs that splits explodes at
-- once: it becomes 0, and throws its halves to both sides on the way back up the tree.
--
-- Assumes 2 to 100 numbers: pairs of digits, nested at most four deep.
module AoC.Y2021.Day18 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, endOfLine, linesOfUpTo, runParser, satisfy, (<|>))
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import Data.Char (digitToInt, isDigit)
import qualified Data.List as List

data Tree a = Leaf !a | Pair !(Tree a) !(Tree a)
  deriving (Foldable)

instance NFData (Tree a) where
  rnf tree = tree `seq` ()

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
part1 = magnitude . List.foldl1' add

part2 :: [Number] -> Int
part2 numbers = maximum [magnitude (add a b) | (i, a) <- numbered, (j, b) <- numbered, i /= j]
  where
    numbered = zip [1 :: Int ..] numbers

magnitude :: Number -> Int
magnitude (Leaf n) = n
magnitude (Pair a b) = 3 * magnitude a + 2 * magnitude b

add :: Number -> Number -> Number
add a b = reduce (Pair a b)

reduce :: Number -> Number
reduce = splitAll . explode
  where
    splitAll number = maybe number (\(Split _ number' _) -> splitAll number') (split 0 number)

-- | A number, or a pair that explodes.
data Element = Stays !Int | Explodes !Int !Int

-- | All explosions.
--
-- >>> sum (explode (Pair (Pair (Pair (Pair (Pair (Leaf 9) (Leaf 8)) (Leaf 1)) (Leaf 2)) (Leaf 3)) (Leaf 4)))
-- 18
explode :: Number -> Number
explode = snd . fromTheRight toTheLeft 0 . snd . fromTheLeft toTheRight 0 . elements 4
  where
    toTheRight thrown (Stays n) = (0, Stays (n + thrown))
    toTheRight thrown (Explodes left right) = (right, Explodes (left + thrown) right)
    toTheLeft thrown (Stays n) = (0, n + thrown)
    toTheLeft thrown (Explodes left _) = (left, thrown)

-- | 'Data.Traversable.mapAccumL' and 'Data.Traversable.mapAccumR', but strict, which is many times as fast.
fromTheLeft, fromTheRight :: (Int -> a -> (Int, b)) -> Int -> Tree a -> (Int, Tree b)
fromTheLeft f = go
  where
    go !s (Leaf x) = Leaf <$> f s x
    go !s (Pair a b) = case go s a of (s', a') -> Pair a' <$> go s' b
fromTheRight f = go
  where
    go !s (Leaf x) = Leaf <$> f s x
    go !s (Pair a b) = case go s b of (s', b') -> (`Pair` b') <$> go s' a

-- | The tree down to the pairs inside so many others, which explode.
elements :: Int -> Number -> Tree Element
elements _ (Leaf n) = Leaf (Stays n)
elements 0 (Pair (Leaf left) (Leaf right)) = Leaf (Explodes left right)
elements depth (Pair a b) = Pair (elements (depth - 1) a) (elements (depth - 1) b)

-- | A number after a split, and what that throws out of it on the left and on the right.
data Split = Split !Int !Number !Int

-- | Split the leftmost number of 10 or more, if there is one, in a number inside so many pairs.
split :: Int -> Number -> Maybe Split
split depth (Leaf n)
  | n < 10 = Nothing
  | depth < 4 = Just (Split 0 (Pair (Leaf low) (Leaf (n - low))) 0)
  | otherwise = Just (Split low (Leaf 0) (n - low))
  where
    low = n `quot` 2
split depth (Pair a b) = case split (depth + 1) a of
  Just (Split left a' right) -> Just (Split left (Pair a' (addToFirst right b)) 0)
  Nothing -> case split (depth + 1) b of
    Just (Split left b' right) -> Just (Split 0 (Pair (addToLast left a) b') right)
    Nothing -> Nothing

addToFirst, addToLast :: Int -> Number -> Number
addToFirst 0 number = number
addToFirst n (Leaf m) = Leaf (m + n)
addToFirst n (Pair a b) = Pair (addToFirst n a) b
addToLast 0 number = number
addToLast n (Leaf m) = Leaf (m + n)
addToLast n (Pair a b) = Pair a (addToLast n b)
