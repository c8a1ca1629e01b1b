-- |
-- 2022 day 19, Not Enough Minerals <https://adventofcode.com/2022/day/19>
--
-- The most geodes that can be opened with each blueprint. Part 1 multiplies those of 24 minutes by the number
-- of the blueprint, and adds all up. Part 2 multiplies those of 32 minutes for the first three blueprints.
--
-- The idea: best first. Each state has an optimistic total, which no plan from there on exceeds. The queue is
-- a map from totals to states, and a state of the greatest total is always taken next. The first state that
-- has no minutes left is the answer: its total is what it really has, and no other state can get more. There
-- is no best plan so far to compare with, and for a usual blueprint a few hundred states are taken at most.
--
-- The optimistic total is that of an easier game, in which each of the four kinds of robots has a factory of
-- its own, and pays from a copy of its own of all that is ever mined:
--
-- > 2 ore mined: an ore robot for 2 ore and a clay robot for 2 ore start in the same minute
-- > 4 ore mined: the second robot of each kind
--
-- There nothing is gained by waiting. An earlier robot never lessens what a kind may spend, so each factory
-- builds as soon as it can, and one run of the remaining minutes is the total.
--
-- A step of a plan is the next robot, and the minutes until it is ready. More robots of a kind than a robot
-- costs of their mineral are never built, since only one robot can be started in a minute.
module AoC.Y2022.Day19 (parse, part1, part2) where

import AoC.Input (InputError, Parser, decimal, failAt, foldLines, offset, runParser, string)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl')
import qualified Data.Set as Set

-- | Ore, clay and obsidian: what is in stock, what a robot costs, or how many robots mine it.
data Minerals = Minerals !Int !Int !Int deriving (Eq, Ord)

-- | What a robot costs that mines ore, clay, obsidian or geodes.
data Blueprint = Blueprint !Minerals !Minerals !Minerals !Minerals

instance NFData Blueprint where
  rnf b = b `seq` ()

parse :: ByteString -> Either InputError [Blueprint]
parse = runParser (reverse <$> foldLines blueprint [])

-- | One more blueprint.
blueprint :: [Blueprint] -> Parser [Blueprint]
blueprint before = do
  at <- offset
  when (length before == 30) $ failAt at "at most 30 blueprints"
  let number = length before + 1
  _ <- string "Blueprint " *> decimal number number
  ore <- (\n -> Minerals n 0 0) <$> (string ": Each ore robot costs " *> decimal 2 4)
  clay <- (\n -> Minerals n 0 0) <$> (string " ore. Each clay robot costs " *> decimal 2 4)
  obsidian <-
    (\n m -> Minerals n m 0)
      <$> (string " ore. Each obsidian robot costs " *> decimal 2 4)
      <*> (string " ore and " *> decimal 5 20)
  geode <-
    (`Minerals` 0)
      <$> (string " clay. Each geode robot costs " *> decimal 2 4)
      <*> (string " ore and " *> decimal 7 20 <* string " obsidian.")
  pure (Blueprint ore clay obsidian geode : before)

part1, part2 :: [Blueprint] -> Int
part1 = sum . zipWith (*) [1 ..] . map (mostGeodes 24)
part2 = product . map (mostGeodes 32) . take 3

-- | The minutes left, the geodes that the robots so far will have opened by the end, the robots that mine,
-- and the stock.
data State = State !Int !Int !Minerals !Minerals deriving (Eq, Ord)

-- | Of states with the same optimistic total, one with the fewest minutes left is taken.
mostGeodes :: Int -> Blueprint -> Int
mostGeodes minutes known = go (queued IntMap.empty (State minutes 0 (Minerals 1 0 0) (Minerals 0 0 0)))
  where
    queued queue state = IntMap.insertWith Set.union (optimistic known state) (Set.singleton state) queue
    go queue = case IntMap.maxViewWithKey queue of
      Nothing -> 0
      Just ((total, states), lesser) -> case Set.minView states of
        Nothing -> go lesser
        Just (State 0 _ _ _, _) -> total
        Just (state, others) ->
          go (foldl' queued (IntMap.insert total others lesser) (nextStates known state))

-- | The states after the next robot, and the one in which no more is built.
nextStates :: Blueprint -> State -> [State]
nextStates (Blueprint oreCost clayCost obsidianCost geodeCost) (State left geodes robots stock) =
  State 0 geodes robots stock :
    [ State left' (geodes + opening * left') (robots `plus` new) stock'
      | (cost, new, opening) <- kinds,
        most `covers` (robots `plus` new),
        wait <- take 1 [wait | wait <- [0 .. left - 2], (stock `plus` times wait robots) `covers` cost],
        let left' = left - wait - 1
            stock' = stock `plus` times (wait + 1) robots `minus` cost
    ]
  where
    kinds =
      [ (oreCost, Minerals 1 0 0, 0),
        (clayCost, Minerals 0 1 0, 0),
        (obsidianCost, Minerals 0 0 1, 0),
        (geodeCost, Minerals 0 0 0, 1)
      ]
    most = foldl' larger geodeCost [oreCost, clayCost, obsidianCost]

-- | No less than the geodes that any plan from this state on opens: each kind of robot has a factory and a
-- stock of its own.
optimistic :: Blueprint -> State -> Int
optimistic (Blueprint oreCost clayCost obsidianCost geodeCost) (State minutes secured mining stock) =
  go minutes secured mining stock (Built 0 0 0 0)
  where
    -- What is mined is never paid. Instead a kind of robot pays for all that it has built.
    go :: Int -> Int -> Minerals -> Minerals -> Built -> Int
    go 0 geodes _ _ _ = geodes
    go left geodes robots mined (Built a b c d) =
      go
        (left - 1)
        (geodes + geode * (left - 1))
        (robots `plus` Minerals ore clay obsidian)
        (mined `plus` robots)
        built'
      where
        built' = Built (a + ore) (b + clay) (c + obsidian) (d + geode)
        (ore, clay, obsidian, geode) =
          (next a oreCost, next b clayCost, next c obsidianCost, next d geodeCost)
        next built cost = fromEnum (mined `covers` times (built + 1) cost)

-- | How many robots of each kind.
data Built = Built !Int !Int !Int !Int

plus, minus, larger :: Minerals -> Minerals -> Minerals
plus = onEach (+)
minus = onEach (-)
larger = onEach max

onEach :: (Int -> Int -> Int) -> Minerals -> Minerals -> Minerals
onEach f (Minerals a b c) (Minerals a' b' c') = Minerals (f a a') (f b b') (f c c')
{-# INLINE onEach #-}

times :: Int -> Minerals -> Minerals
times n (Minerals a b c) = Minerals (n * a) (n * b) (n * c)

covers :: Minerals -> Minerals -> Bool
covers (Minerals a b c) (Minerals a' b' c') = a >= a' && b >= b' && c >= c'
