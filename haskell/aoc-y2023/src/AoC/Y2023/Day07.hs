-- |
-- 2023 day 7, Camel Cards <https://adventofcode.com/2023/day/7>
--
-- Hands of five cards with bids, and an order of hands, by type first and then card by card: the sum of each
-- bid times its hand's rank, with plain cards (part 1), and with jokers, which help the type but are the
-- weakest cards (part 2).
--
-- The idea: no hand is given a rank. A stretch of the order is summed up by three numbers: how many hands it
-- has, the sum of their bids, and their winnings if there were no other hands. When two stretches are joined,
-- the weaker one keeps its ranks, and each rank of the stronger one grows by the number of weaker hands.
-- These sums are a monoid, and the winnings are its fold over a trie of the hands: an IntMap, which branches
-- on the bits of a hand's strength, so on its type, then on its first card, and so on.
--
-- The types are ordered as the sizes of their groups of equal cards, the largest first, and the first two
-- sizes tell all types apart. Jokers join the largest group, since its size decides first. If there is no
-- other card, they are a group.
module AoC.Y2023.Day07 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, foldLines, offset, runParser, takeWhile1)
import AoC.Numbers (fromDigits)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.IntMap.Strict as IntMap
import Data.List (elemIndex, group, partition, sort, sortOn)
import qualified Data.Map.Strict as Map
import Data.Maybe (mapMaybe)
import Data.Ord (Down (..))

-- | The bid for each hand.
type Bids = Map.Map ByteString Int

parse :: ByteString -> Either InputError Bids
parse = runParser (foldLines line Map.empty)

line :: Bids -> Parser Bids
line bids = do
  at <- offset
  when (Map.size bids == 2000) $ failAt at "at most 2000 lines"
  hand <- takeWhile1 "a card" (`elem` order)
  when (C.length hand /= 5) $ failAt at "a hand of five cards"
  when (Map.member hand bids) $ failAt at "a hand that is not above"
  bid <- char ' ' *> decimal 1 9999
  pure (Map.insert hand bid bids)

-- | The plain cards, and those with jokers, the weakest first.
order, jokerOrder :: String
order = "23456789TJQKA"
jokerOrder = "J23456789TQKA"

-- | How many hands, the sum of their bids, and the winnings.
data Tally = Tally !Int !Int !Int

instance Semigroup Tally where
  Tally n bids winnings <> Tally n' bids' winnings' =
    Tally (n + n') (bids + bids') (winnings + winnings' + n * bids')

instance Monoid Tally where
  mempty = Tally 0 0 0

part1, part2 :: Bids -> Int
part1 = total (strength order (const False))
part2 = total (strength jokerOrder (== 'J'))

-- | The winnings, given the strength of a hand.
total :: (String -> Int) -> Bids -> Int
total strong bids = winnings
  where
    Tally _ _ winnings = foldMap (\bid -> Tally 1 bid bid) trie
    trie = IntMap.fromList [(strong (C.unpack hand), bid) | (hand, bid) <- Map.toList bids]

-- | The two sizes that decide the type, and then the cards, as digits of one number.
strength :: String -> (Char -> Bool) -> String -> Int
strength cards isJoker hand = fromDigits 16 (take 2 (sizes ++ [0]) ++ mapMaybe (`elemIndex` cards) hand)
  where
    (jokers, others) = partition isJoker hand
    sizes = case sortOn Down (map length (group (sort others))) of
      [] -> [length jokers]
      largest : rest -> largest + length jokers : rest
