-- |
-- 2021 day 21, Dirac Dice <https://adventofcode.com/2021/day/21>
--
-- Two players move around a ring of ten spaces by the sum of three rolls and score the space they land on.
-- Part 1 is a game to 1000 with a die that rolls 1, 2, 3 and so on; in part 2 every roll of a three-sided die
-- splits the universe, and the answer is in how many universes the better player wins a game to 21.
--
-- The idea: go forwards through all universes together. It does not matter how a game came about, so the
-- number of universes of each game says it all: a measure on games. A turn leads to seven games, one for each
-- sum of three rolls, and multiplies the universes by the number of ways to roll that sum; where games meet,
-- their numbers add up. In the order of the first player's score, and then of the second one's, a turn only
-- leads to later games. So one walk in this order meets each game when all its universes have come together.
-- Games that are won are counted for the winner.
--
-- Part 1 has one universe: two lazy streams of scores, interleaved.
--
-- Assumes spaces 1 to 10. The answers for all hundred starts are below 2^50.
module AoC.Y2021.Day21 (parse, part1, part2) where

import AoC.Input (InputError, Parser, decimal, endOfLine, runParser, string)
import Control.Monad (forM_, when)
import Data.ByteString (ByteString)
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M

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
    -- A player rolls 1 + 2 + 3 = 6 or 4 + 5 + 6 = 15 first, and 18 more on each turn. The die goes on from
    -- 100 to 1, but the ring of ten does not notice.
    scores space rolls = scanl1 (+) (map (+ 1) (drop 1 (scanl onward space [rolls, rolls + 18 ..])))

part2 :: Start -> Int
part2 start = U.maximum (U.drop over (universes start))

-- | A player as one number: ten times the score, and the space.
type Player = Int

-- | The least one who has won.
winning :: Player
winning = 10 * 21

-- | Both players, and whose turn is next: 0 or 1.
type Game = (Player, Player, Int)

-- | A turn leads to a greater number: the score of who moves grows, and the other player stays as it is.
number :: Game -> Int
number (a, b, next) = (a * winning + b) * 2 + next

game :: Int -> Game
game n = (n `quot` 2 `quot` winning, n `quot` 2 `rem` winning, n `rem` 2)

-- | This number stands for all games that the first player has won, the next one for those of the second.
over :: Int
over = number (winning, 0, 0)

-- | In how many universes each game comes up, by their numbers.
universes :: Start -> U.Vector Int
universes (a, b) = U.create $ do
  measure <- M.replicate (over + 2) 0
  M.write measure (number (a, b, 0)) 1
  forM_ [0 .. over - 1] $ \n -> do
    here <- M.read measure n
    when (here > 0) . U.forM_ throws $ \(steps, ways) ->
      M.modify measure (+ ways * here) (turn steps (game n))
  pure measure

-- | The number of what a game becomes when the player whose turn it is moves so many steps.
turn :: Int -> Game -> Int
turn steps (a, b, next)
  | moved >= winning = over + next
  | next == 0 = number (moved, b, 1)
  | otherwise = number (a, moved, 0)
  where
    mover = if next == 0 then a else b
    space = onward mover steps
    moved = 10 * (mover `quot` 10 + space + 1) + space

-- | Sums of three rolls, and in how many ways they come up.
throws :: U.Vector (Int, Int)
throws = U.fromList [(3, 1), (4, 3), (5, 6), (6, 7), (7, 6), (8, 3), (9, 1)]
