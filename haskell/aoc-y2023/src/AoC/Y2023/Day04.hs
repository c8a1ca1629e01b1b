-- |
-- 2023 day 4, Scratchcards <https://adventofcode.com/2023/day/4>
--
-- A card has m matches, the numbers in both of its lists. The sum of 2^(m-1) over the cards with matches
-- (part 1), and the number of cards if each, copies too, adds a copy of each of the next m (part 2).
--
-- The idea: backwards. The worth of a card is the number of cards that it leads to, itself included: one more
-- than the sum of the worths of the next m cards. A right fold begins with the last card, and puts each worth
-- in front of the worths of the later cards. The worth of a card does not depend on its number of copies, so
-- copies are never counted. To hand on copies is a linear map, and to add up worths is its transpose, so the
-- sum over all cards is the same.
--
-- Matches are counted by sorting both lists as one. No list has a number twice, so a match is a pair of equal
-- neighbours.
--
-- Assumes that no card adds copies beyond the last card, and at most 10^18 cards in all.
module AoC.Y2023.Day04 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, failAt, failWhole, foldLines, many, offset, runParser, satisfy, string, (<|>))
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.Char (digitToInt, isDigit)
import Data.List (sort, tails)

-- | How many matches each card has.
parse :: ByteString -> Either InputError [Int]
parse = runParser $ do
  cards <- reverse . snd <$> foldLines next (1, [])
  when (or [m > length later | m : later <- tails cards]) $
    failWhole "a card adds copies beyond the last card"
  when (sum (worths cards) > 10 ^ (18 :: Int)) $ failWhole "there are more than 10^18 cards"
  pure cards
  where
    next (n, before) = do
      at <- offset
      when (n > 300) $ failAt at "at most 300 lines"
      string ("Card " ++ replicate (3 - length (show n)) ' ' ++ show (n :: Int) ++ ":")
      found <- matches
      pure (n + 1, found : before)

-- | The matches of a card, from its two lists.
matches :: Parser Int
matches = do
  at <- offset
  winning <- (:) <$> (char ' ' *> number) <*> upToBar
  own <- (:) <$> (char ' ' *> number) <*> many (char ' ' *> number)
  when (length winning > 20) $ failAt at "at most 20 winning numbers"
  when (length own > 40) $ failAt at "at most 40 numbers of one's own"
  when (repeats winning + repeats own > 0) $ failAt at "no number twice in a list"
  pure (repeats (winning ++ own))
  where
    upToBar = char ' ' *> ([] <$ char '|' <|> (:) <$> number <*> upToBar)

-- | In two places.
number :: Parser Int
number = char ' ' *> digit '1' <|> (\tens ones -> 10 * tens + ones) <$> digit '1' <*> digit '0'
  where
    digit least =
      digitToInt <$> satisfy ("a digit from " ++ [least] ++ " to 9") (\c -> isDigit c && c >= least)

-- | How many numbers are equal to the one before them, once they are in order.
--
-- >>> repeats [3, 1, 4, 1, 5, 3]
-- 2
repeats :: [Int] -> Int
repeats numbers = length (filter id (zipWith (==) ordered (drop 1 ordered)))
  where
    ordered = sort numbers

part1 :: [Int] -> Int
part1 cards = sum [2 ^ (m - 1) | m <- cards, m > 0]

part2 :: [Int] -> Integer
part2 = sum . worths

-- | How many cards each one leads to, itself included.
--
-- >>> worths [2, 1, 0]
-- [4,2,1]
worths :: [Int] -> [Integer]
worths = foldr (\m later -> 1 + sum (take m later) : later) []
