-- |
-- 2021 day 21, Dirac Dice <https://adventofcode.com/2021/day/21>
--
-- Two players move around a ring of ten spaces by the sum of three rolls and score the space they land on. Part 1 is a
-- game to 1000 with a die that rolls 1, 2, 3 and so on; in part 2 every roll of a three-sided die splits the universe, and
-- the answer is in how many universes the better player wins a game to 21.
--
-- The idea: go forwards through all universes together. It does not matter how a game came about, so the number of
-- universes of each game says it all: a measure on games. A turn sends every game on in seven ways, by the sums of three
-- rolls and in how many ways they come up; where games meet, their numbers add up. Games that are won leave the measure,
-- and their universes are counted for the winner, until nothing is left.
--
-- Part 1 has one universe: two lazy streams of scores, interleaved.
--
-- Assumes spaces 1 to 10. The answers for all hundred starts are below 2^50.
module AoC.Y2021.Day21 (parse, part1, part2) where

import AoC.Input (InputError, Parser, decimal, endOfLine, runParser, string)
import Data.Bifunctor (first)
import Data.ByteString (ByteString)
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U

-- | The spaces of both players, counted from 0.
type Start = (Int, Int)

parse :: ByteString -> Either InputError Start
parse = runParser ((,) <$> player "1" <* endOfLine <*> player "2")

player :: String -> Parser Int
player name = subtract 1 <$> (string ("Player " ++ name ++ " starting position: ") *> decimal 1 10)

-- | The space so many steps on.
--
-- >>> onward 8 3
-- 1
onward :: Int -> Int -> Int
onward space steps = (space + steps) `rem` 10

-- | All scores of the game in order: a score is the loser's if the next one is enough to win.
part1 :: Start -> Int
part1 (a, b) =
  sum (take 1 [3 * turns * loser | (turns, loser, next) <- zip3 [1 ..] (0 : both) both, next >= 1000])
  where
    both = concat (List.transpose [scores a 6, scores b 15])
    -- A player rolls 1 + 2 + 3 = 6 or 4 + 5 + 6 = 15 first, and 18 more on each turn. The die goes on from 100 to 1, but the
    -- ring of ten does not notice.
    scores space rolls = scanl1 (+) (map (+ 1) (drop 1 (scanl onward space [rolls, rolls + 18 ..])))

part2 :: Start -> Int
part2 (a, b) = max wins losses
  where
    (wins, losses) = play (U.generate over (\n -> fromEnum (n == number (a, 0, b, 0))))

-- | Space and score of the player whose turn is next, then of the other.
type Game = (Int, Int, Int, Int)

number :: Game -> Int
number (space, score, space', score') = ((space * goal + score) * 10 + space') * goal + score'

game :: Int -> Game
game n = (n `quot` (goal * 10 * goal), n `quot` (10 * goal) `rem` goal, n `quot` goal `rem` 10, n `rem` goal)

goal :: Int
goal = 21

-- | The number after those of all games stands for a game that has been won.
over :: Int
over = 10 * goal * 10 * goal

-- | In how many universes the player whose turn is next wins, and in how many the other does, given in how many
-- universes there is each game.
play :: U.Vector Int -> (Int, Int)
play universes
  | U.null games = (0, 0)
  | otherwise = (U.last next + losses, wins)
  where
    games = U.map (first game) (U.filter ((> 0) . snd) (U.indexed universes))
    next = U.accumulate (+) (U.replicate (over + 1) 0) turns
    turns = U.concatMap (\throw -> U.map (turn throw) games) throws
    (wins, losses) = play (U.init next)

-- | What a game becomes by a throw, and in how many universes, given in how many there is this game.
turn :: (Int, Int) -> (Game, Int) -> (Int, Int)
turn (steps, ways) ((space, score, space', score'), universes) = (next, ways * universes)
  where
    to = onward space steps
    next = if score + to + 1 >= goal then over else number (space', score', to, score + to + 1)

-- | Sums of three rolls, and in how many ways they come up.
throws :: U.Vector (Int, Int)
throws = U.fromList [(3, 1), (4, 3), (5, 6), (6, 7), (7, 6), (8, 3), (9, 1)]
