-- The table is no constant to GHC: each run builds its own.
{-# OPTIONS_GHC -fno-full-laziness #-}

-- |
-- 2021 day 21, Dirac Dice <https://adventofcode.com/2021/day/21>
--
-- Two players go round a ring of ten spaces by three rolls a turn and score the space they
-- land on. Part 1: a die that rolls 1, 2, ... 100, 1, ... and a game to 1000; the loser's
-- score times the number of rolls. Part 2: a three-sided die that splits the universe at every
-- roll, and a game to 21; in how many universes does the luckier player win?
--
-- The idea: generating functions. The players do not touch each other, so all that matters of
-- one is in how many universes of its own rolls it reaches 21 with turn @t@ exactly: the
-- coefficient of @z^t@ in a polynomial. From space @p@ with score @s@ that polynomial is
--
-- > reach p s = z * sum over the rolls d of ways d * reach p' (s + p')    where p' is d beyond p
--
-- and 1 once @s@ is 21 or more: a lazy table whose entries are defined by each other. A player
-- is still on its way after @t@ turns in 27 times as many universes as after @t - 1@, less those
-- that arrive. The first player wins at turn @t@ if the other is still on its way after
-- @t - 1@, the second if the first still is after @t@.
--
-- Assumes starting spaces 1 to 10. A game takes a player ten turns at most, so its own universes
-- are at most 27^10 < 2^48; the answers for all hundred starts are below 2^50.
--
-- Python remembers games by both positions and scores; Rust has tables made by the compiler.
module AoC.Y2021.Day21 (parse, part1, part2) where

import AoC.Input (InputError, Parser, decimal, endOfLine, runParser, string)
import AoC.Memo (memo2)
import Data.ByteString (ByteString)
import qualified Data.List as List

-- | Where the players start, counting spaces from 0.
type Start = (Int, Int)

parse :: ByteString -> Either InputError Start
parse = runParser $ (,) <$> player "1" <* endOfLine <*> player "2"

player :: String -> Parser Int
player name = subtract 1 <$> (string ("Player " ++ name ++ " starting position: ") *> decimal 1 10)

-- | All scores of the game in order: each is the loser's if the next is enough to win.
part1 :: Start -> Int
part1 (a, b) = sum (take 1 [3 * turn * loser | (turn, loser, new) <- zip3 [1 ..] (0 : game) game, new >= 1000])
  where
    game = concat (List.transpose [scores a 6, scores b 15])
    -- The ring and the die's hundred agree modulo ten, so turn by turn a player goes on by
    -- this many spaces, then by eighteen more each time.
    scores space rolls = scanl1 (+) (map (+ 1) (drop 1 (scanl onward space [rolls, rolls + 18 ..])))

part2 :: Start -> Int
part2 (a, b) = max (dot (drop 1 winsA) (stillOn winsB)) (dot winsB (stillOn winsA))
  where
    dot xs ys = sum (zipWith (*) xs ys)
    reach = reaching 21
    winsA = reach a
    winsB = reach b

-- | A polynomial in the number of turns, lowest power first.
type Series = [Int]

-- | In how many universes a player who starts from a space gets to this score, by turns.
reaching :: Int -> Int -> Series
reaching goal = (`reach` 0)
  where
    reach space score
      | score >= goal = [1]
      | otherwise = table space score
    table = memo2 (10, goal) turn
    turn space score = 0 : List.foldl' plus [] [map (ways *) (reach to (score + to + 1)) | (rolls, ways) <- dice, let to = onward space rolls]

-- | In how many it is still on its way, given in how many it arrives.
stillOn :: Series -> Series
stillOn arriving = scanl (\n arrive -> 27 * n - arrive) 1 (drop 1 arriving)

-- | Sums of three rolls, and in how many universes they come up.
dice :: [(Int, Int)]
dice = [(3, 1), (4, 3), (5, 6), (6, 7), (7, 6), (8, 3), (9, 1)]

-- | So many spaces on.
--
-- >>> onward 8 3
-- 1
onward :: Int -> Int -> Int
onward space rolls = (space + rolls) `rem` 10

-- |
-- >>> plus [1, 2] [3]
-- [4,2]
plus :: Series -> Series -> Series
plus (x : xs) (y : ys) = x + y : plus xs ys
plus xs [] = xs
plus [] ys = ys
