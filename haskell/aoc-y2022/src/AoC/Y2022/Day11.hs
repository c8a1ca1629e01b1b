-- |
-- 2022 day 11, Monkey in the Middle <https://adventofcode.com/2022/day/11>
--
-- The product of the two greatest numbers of inspections by a monkey, after 20 rounds in which worry is divided by three
-- (part 1), or after 10,000 rounds without that (part 2).
--
-- The idea: items do not influence each other, so a round is a map from where an item is to where it is next. Without
-- the division only the remainder by the product of the primes matters, and there are few pairs of monkey and
-- remainder that items come to. Each pair is numbered, and a round is a table: from each pair to the next one, with a
-- tally of who inspects the item on the way.
--
-- Such tables form a semigroup. One after the other, a first map f with tally u and a second map g with tally v are
--
-- > pair  ->  g (f pair)      with tally      u pair + v (f pair)
--
-- So 10,000 rounds are a power, and fourteen squarings and a few products make it. No cycle is looked for.
--
-- > one round     pair A -> B with tally 1    pair B -> A with tally 5
-- > two rounds    pair A -> A with tally 6    pair B -> B with tally 6
--
-- The pairs are numbered for four items at a time, which keeps the tables small.
module AoC.Y2022.Day11 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, atEnd, blankLine, char, decimal, endOfLine, failAt, failWhole, offset, optional, runParser, sepBy1, string, tooSoon, (<|>))
import AoC.Lists (chunksOf)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.Bits (bit, shiftR, (.&.))
import Data.ByteString (ByteString)
import Data.Foldable (fold, toList)
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl', mapAccumL, nub, sortOn)
import Data.List.NonEmpty (NonEmpty (..))
import qualified Data.List.NonEmpty as NonEmpty
import Data.Semigroup (stimes)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U

data Operation = Plus !Int | Times !Int | Square

-- | Its items, its operation, the divisor of its test, and to whom it throws if the test is true, and if it is not.
data Monkey = Monkey ![Int] !Operation !Int !Int !Int

instance NFData Monkey where
  rnf (Monkey items operation _ _ _) = operation `seq` rnf items

type Monkeys = V.Vector Monkey

-- | The monkey that has it, and its worry level.
data Item = Item !Int !Int

-- | The monkey, the worry level that it raises the item's to, and where the item is afterwards.
data Inspection = Inspection !Int !Int !Item

parse :: ByteString -> Either InputError Monkeys
parse = runParser $ do
  monkeys <- V.fromList <$> monkeysFrom 0
  let targets = concat [[yes, no] | Monkey _ _ _ yes no <- toList monkeys]
  when (any (>= V.length monkeys) targets) $ failWhole "an item is thrown to a monkey that is not there"
  when (or [level > mostWorry | Inspection _ level _ <- twentyRounds monkeys]) $ failWhole "within 20 rounds a worry level passes 10^17"
  pure monkeys

-- | The monkeys from this number on.
monkeysFrom :: Int -> Parser [Monkey]
monkeysFrom number = do
  at <- offset
  when (number == 8) $ failAt at "at most 8 monkeys"
  found <- monkey number
  done <- atEnd
  when (done && number == 0) $ tooSoon "at least two monkeys"
  (found :) <$> if done then pure [] else blankLine *> monkeysFrom (number + 1)

monkey :: Int -> Parser Monkey
monkey number = do
  string ("Monkey " ++ show number ++ ":") <* endOfLine
  at <- offset
  items <- string "  Starting items:" *> optional (char ' ' *> sepBy1 (decimal 1 999) (string ", ")) <* endOfLine
  when (maybe 0 length items > 36) $ failAt at "at most 36 items"
  operation <- string "  Operation: new = old " *> operations <* endOfLine
  at' <- string "  Test: divisible by " *> offset
  divisor <- decimal 2 23
  when (divisor `notElem` [2, 3, 5, 7, 11, 13, 17, 19, 23]) $ failAt at' "a prime number up to 23"
  Monkey (fold items) operation divisor <$> target "true" <*> target "false"
  where
    operations = Square <$ string "* old" <|> Times <$> (string "* " *> decimal 1 99) <|> Plus <$> (string "+ " *> decimal 1 99)
    target truth = do
      at <- endOfLine *> string ("    If " ++ truth ++ ": throw to monkey ") *> offset
      to <- decimal 0 7
      when (to == number) $ failAt at "another monkey"
      pure to

part1, part2 :: Monkeys -> Int
part1 monkeys = business [length (filter (== who) inspectors) | who <- [0 .. V.length monkeys - 1]]
  where
    inspectors = [who | Inspection who _ _ <- twentyRounds monkeys]
part2 monkeys = business (foldl' (zipWith (+)) (map (const 0) (toList monkeys)) (concatMap (tallies monkeys) (chunksOf 4 (itemsOf monkeys))))

business :: [Int] -> Int
business counts = product (take 2 (sortOn negate counts))

-- | The items at the start.
itemsOf :: Monkeys -> [Item]
itemsOf monkeys = [Item who level | (who, Monkey levels _ _ _ _) <- zip [0 ..] (toList monkeys), level <- levels]

-- | All inspections in 20 rounds with the division.
twentyRounds :: Monkeys -> [Inspection]
twentyRounds monkeys = concat [concatMap toList (take 20 (iterate (go . after) (go item))) | item <- itemsOf monkeys]
  where
    go = oneRound (`quot` 3) monkeys

-- | The inspections of an item in one round, and where the item is after them. What is thrown to a later monkey is
-- inspected again.
oneRound :: (Int -> Int) -> Monkeys -> Item -> NonEmpty Inspection
oneRound relief monkeys (Item who level) = Inspection who raised item :| (if to > who then toList (oneRound relief monkeys item) else [])
  where
    Monkey _ operation divisor yes no = monkeys V.! who
    raised = raise operation level
    calmer = relief raised
    to = if calmer `rem` divisor == 0 then yes else no
    item = Item to calmer

after :: NonEmpty Inspection -> Item
after inspections = item
  where
    Inspection _ _ item = NonEmpty.last inspections

raise :: Operation -> Int -> Int
raise (Plus n) level = level + n
raise (Times n) level = level * n
raise Square level = if level > 316227766 then mostWorry + 1 else level * level

mostWorry :: Int
mostWorry = 10 ^ (17 :: Int)

-- | For each pair, by its number, the pair after some rounds, and the tally until then. The tally is two numbers, of 16
-- bits for each of the monkeys 0 to 3, and 4 to 7. That is enough: in a round a monkey inspects an item once at most.
newtype Rounds = Rounds (U.Vector (Int, Int, Int))

instance Semigroup Rounds where
  Rounds f <> Rounds g = Rounds (U.map (\(pair, a, b) -> let (pair', a', b') = g ! pair in (pair', a + a', b + b')) f)

-- | For each of these items, how often each monkey inspects it in 10,000 rounds.
tallies :: Monkeys -> [Item] -> [[Int]]
tallies monkeys items = [unpacked (rounds ! start) | start <- starts]
  where
    (found, starts) = mapAccumL numbered (Found 0 IntMap.empty []) (map pairOf items)
    Rounds rounds = stimes many (Rounds (U.fromList (table many row found)))
    many = 10000 :: Int
    -- The next pair, and a 1 for each monkey that inspects the item on the way.
    row pair = (pairOf (after inspections), sum (fmap (unit 0) inspections), sum (fmap (unit 4) inspections))
      where
        inspections = oneRound (`rem` modulus) monkeys (Item (pair .&. 7) (pair `shiftR` 3))
    modulus = product (nub [divisor | Monkey _ _ divisor _ _ <- toList monkeys])
    pairOf (Item who level) = 8 * level + who
    unit first (Inspection who _ _) = if first <= who && who < first + 4 then bit (16 * (who - first)) else 0
    unpacked (_, a, b) = take (V.length monkeys) [(half `shiftR` shift) .&. 65535 | half <- [a, b], shift <- [0, 16, 32, 48]]

-- | How many pairs have a number, the number of each, and those that are not in the table yet, the last one first.
data Found = Found !Int !(IntMap.IntMap Int) ![Int]

-- | The number of a pair, which it gets if it has none.
numbered :: Found -> Int -> (Found, Int)
numbered found@(Found count numbers new) pair = case IntMap.lookup pair numbers of
  Just number -> (found, number)
  Nothing -> (Found (count + 1) (IntMap.insert pair count numbers) (pair : new), count)

-- | The table of a round, for what is reached in less than so many rounds. What is reached after them is never looked up.
table :: Int -> (Int -> (Int, Int, Int)) -> Found -> [(Int, Int, Int)]
table left row (Found count numbers new)
  | left == 0 || null new = map (const (0, 0, 0)) new
  | otherwise = rows ++ table (left - 1) row found
  where
    (found, rows) = mapAccumL visit (Found count numbers []) (reverse new)
    visit before pair = (known, (number, a, b))
      where
        (next, a, b) = row pair
        (known, number) = numbered before next
