-- |
-- 2022 day 11, Monkey in the Middle <https://adventofcode.com/2022/day/11>
--
-- The product of the two greatest numbers of inspections by a monkey, after 20 rounds in which worry is
-- divided by three (part 1), or after 10,000 rounds without that (part 2).
--
-- The idea: items do not influence each other, so a round is a map on states, which are pairs of a monkey and
-- a worry level. Without the division only the remainder of a level by the product of the primes matters, and
-- items come to few states. A stretch of rounds is kept as two tables. The first has for each state the state
-- after the stretch. The second has the visits: how many times an item is in a state when one of the rounds
-- begins. Say there is one item, in A:
--
-- > one round      A -> B   B -> A      A 1   B 0
-- > two rounds     A -> A   B -> B      A 1   B 1
-- > four rounds    A -> A   B -> B      A 2   B 2
--
-- Stretches form a semigroup. When a second stretch follows, its items begin where the first one leads to. So
-- what would have been a visit to s is a visit to f s. With the maps f and g, and the visits u and v:
--
-- > (f, u) <> (g, v)  =  (f . g, u + v moved along f)      where f . g is g . f, as both are powers of one map
--
-- So 10,000 rounds are a power, made of thirteen squarings and four products. No cycle is looked for. At the
-- end, the inspections by a monkey are the visits to those states in whose round it inspects the item.
module AoC.Y2022.Day11 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, blocksUpTo, char, decimal, endOfLine, failAt, failWhole, offset, optional, runParser, sepBy1, string, tooSoon, (<|>))
import AoC.Lists (chunksOf)
import AoC.Numbers (tally)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.Bits (setBit, shiftR, testBit, (.&.))
import Data.ByteString (ByteString)
import Data.Foldable (fold, toList)
import Data.IntMap.Strict (IntMap)
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl', mapAccumL, nub, sortOn)
import Data.Semigroup (stimes)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U

data Operation = Plus !Int | Times !Int | Square

-- | Its items, its operation, the divisor of its test, and to whom it throws if the test is true, and if it
-- is not.
data Monkey = Monkey ![Int] !Operation !Int !Int !Int

instance NFData Monkey where
  rnf (Monkey items operation _ _ _) = operation `seq` rnf items

type Monkeys = V.Vector Monkey

-- | The monkey that has an item, and the item's worry level, as one number.
type State = Int

state :: Int -> Int -> State
state who level = 8 * level + who

holder, levelOf :: State -> Int
holder = (.&. 7)
levelOf = (`shiftR` 3)

parse :: ByteString -> Either InputError Monkeys
parse = runParser $ do
  monkeys <- V.fromList <$> blocksUpTo 8 "monkeys" monkey
  when (V.length monkeys < 2) $ tooSoon "at least two monkeys"
  let targets = concat [[yes, no] | Monkey _ _ _ yes no <- toList monkeys]
  when (any (>= V.length monkeys) targets) $ failWhole "an item is thrown to a monkey that is not there"
  when (or [level > mostWorry | (_, level) <- twentyRounds monkeys]) $
    failWhole "within 20 rounds a worry level passes 10^17"
  pure monkeys

-- | The monkey of this number.
monkey :: Int -> Parser Monkey
monkey number = do
  string ("Monkey " ++ show number ++ ":") <* endOfLine
  at <- offset
  items <- string "  Starting items:" *> optional levels
  when (maybe 0 length items > 36) $ failAt at "at most 36 items"
  operation <- endOfLine *> string "  Operation: new = old " *> operations <* endOfLine
  at' <- string "  Test: divisible by " *> offset
  divisor <- decimal 2 23
  when (divisor `notElem` [2, 3, 5, 7, 11, 13, 17, 19, 23]) $ failAt at' "a prime number up to 23"
  Monkey (fold items) operation divisor <$> target "true" <*> target "false"
  where
    levels = char ' ' *> sepBy1 (decimal 1 999) (string ", ")
    operations =
      Square <$ string "* old"
        <|> Times <$> (string "* " *> decimal 1 99)
        <|> Plus <$> (string "+ " *> decimal 1 99)
    target truth = do
      at <- endOfLine *> string ("    If " ++ truth ++ ": throw to monkey ") *> offset
      to <- decimal 0 7
      when (to == number) $ failAt at "another monkey"
      pure to

part1, part2 :: Monkeys -> Int
part1 monkeys = business (U.toList (tally (V.length monkeys) (U.fromList (map fst (twentyRounds monkeys)))))
part2 monkeys = business (foldl' (zipWith (+)) none (map (manyRounds monkeys) groups))
  where
    none = map (const 0) (toList monkeys)
    -- A few items at a time, so that the tables stay small where items never meet.
    groups = chunksOf 4 (startsOf monkeys)

business :: [Int] -> Int
business counts = product (take 2 (sortOn negate counts))

-- | The states of all items at the start.
startsOf :: Monkeys -> [State]
startsOf monkeys =
  [state who level | (who, Monkey levels _ _ _ _) <- zip [0 ..] (toList monkeys), level <- levels]

-- | The level that the monkey raises the item's to, and the state after the inspection.
inspected :: (Int -> Int) -> Monkeys -> State -> (Int, State)
inspected relief monkeys before = (raised, state (if calmer `rem` divisor == 0 then yes else no) calmer)
  where
    Monkey _ operation divisor yes no = monkeys V.! holder before
    raised = raise operation (levelOf before)
    calmer = relief raised
{-# INLINE inspected #-}

-- | The level after an operation. A square that passes the most worry is not worked out, so that it cannot
-- overflow. In part 2 there is none: a remainder is below the product of all primes, 223,092,870.
raise :: Operation -> Int -> Int
raise (Plus n) level = level + n
raise (Times n) level = level * n
raise Square level = if level > 316227766 then mostWorry + 1 else level * level

mostWorry :: Int
mostWorry = 10 ^ (17 :: Int)

-- | All inspections in 20 rounds with the division: the monkey, and the level that it raises the item's to.
-- For an item that is thrown to an earlier monkey, the next round begins.
twentyRounds :: Monkeys -> [(Int, Int)]
twentyRounds monkeys = concatMap (go 20) (startsOf monkeys)
  where
    go :: Int -> State -> [(Int, Int)]
    go 0 _ = []
    go left before = (holder before, raised) : go left' after
      where
        (raised, after) = inspected (`quot` 3) monkeys before
        left' = if holder after < holder before then left - 1 else left

-- | What a round does to an item: its next state, and a bit for each monkey that inspects it.
data Round = Round !State !Int

-- | A round without the division. An item that is thrown to a later monkey is inspected again.
oneRound :: Monkeys -> State -> Round
oneRound monkeys = go 0
  where
    go :: Int -> State -> Round
    go earlier before
      | holder after > holder before = go inspectors after
      | otherwise = Round after inspectors
      where
        (_, after) = inspected (`rem` modulus) monkeys before
        inspectors = setBit earlier (holder before)
    modulus = product (nub [divisor | Monkey _ _ divisor _ _ <- toList monkeys])

-- | A stretch of rounds. States have numbers here. For each one there is the state after the stretch, and its
-- visits.
data Stretch = Stretch !(U.Vector Int) !(U.Vector Int)

instance Semigroup Stretch where
  Stretch f u <> Stretch g v = Stretch (U.map (f !) g) (U.accumulate_ (+) u f v)

-- | How often each monkey inspects one of the items that start like this, in 10,000 rounds.
manyRounds :: Monkeys -> [State] -> [Int]
manyRounds monkeys starts =
  [U.sum (U.zipWith (visitsBy who) inspectors visits) | who <- [0 .. V.length monkeys - 1]]
  where
    visitsBy who bits n = if testBit bits who then n else 0
    Stretch _ visits = stimes many (Stretch next (tally (U.length next) (U.fromList numbers)))
    (next, inspectors) = U.unzip (U.fromList (roundsFrom many (oneRound monkeys) found))
    (found, numbers) = mapAccumL numbered (Found 0 IntMap.empty []) starts
    many = 10000 :: Int

-- | How many states have a number, the number of each, and those whose round is not known yet, the last one
-- first.
data Found = Found !Int !(IntMap Int) ![State]

-- | The number of a state, which it gets if it has none.
numbered :: Found -> State -> (Found, Int)
numbered found@(Found count numbers new) it =
  case IntMap.insertLookupWithKey (\_ _ known -> known) it count numbers of
    (Just number, _) -> (found, number)
    (Nothing, numbers') -> (Found (count + 1) numbers' (it : new), count)

-- | @roundsFrom n inRound found@: for each state that is new, and each one that items come to within n
-- rounds, the number of the state after its round, and the inspectors. They are in the order of their
-- numbers.
roundsFrom :: Int -> (State -> Round) -> Found -> [(Int, Int)]
roundsFrom left inRound (Found count numbers new)
  -- No round begins in a state that items come to after all rounds.
  | left == 0 || null new = map (const (0, 0)) new
  | otherwise = rounds ++ roundsFrom (left - 1) inRound found
  where
    (found, rounds) = mapAccumL visit (Found count numbers []) (reverse new)
    visit before it = (known, (number, inspectors))
      where
        Round after inspectors = inRound it
        (known, number) = numbered before after
