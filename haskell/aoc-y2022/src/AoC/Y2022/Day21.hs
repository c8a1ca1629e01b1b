-- |
-- 2022 day 21, Monkey Math <https://adventofcode.com/2022/day/21>
--
-- Monkeys shout numbers or the results of operations on those of others: what root shouts (part 1), and the
-- number for humn with which both sides of root are equal (part 2).
--
-- The idea: one lazy table of what all shout, defined by itself, for any kind of numbers. The kinds are whole
-- numbers and straight lines a + b h, where h is the number for humn:
--
-- > root: left = right    left: half * ten    half: humn / two
-- > humn    0 + 1 h
-- > half    0 + 1/2 h     the line of humn, divided by that of two, 2 + 0 h
-- > left    0 + 5 h       the line of half, times that of ten, 10 + 0 h
--
-- Each name is used once, so of two lines that are multiplied one at least is level (b = 0). And humn is in
-- no divisor, so every divisor is level. Part 2 finds where the lines of both sides meet. Then it runs the
-- table of whole numbers with this number, since all divisions have to come out even.
module AoC.Y2022.Day21 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, failWhole, foldLines, offset, oneOf, runParser, satisfy, string, tooSoon, (<|>))
import AoC.Numbers (fromDigits)
import Control.DeepSeq (NFData (..))
import Control.Monad (guard, join, replicateM, when)
import Data.ByteString (ByteString)
import Data.Char (isAsciiLower, ord)
import Data.IntMap.Lazy (IntMap)
import qualified Data.IntMap.Lazy as IntMap
import Data.List (delete, sort)
import Data.Maybe (isNothing)
import Data.Ratio (denominator, numerator)

-- | A name as a number with a digit of base 26 for each letter.
type Name = Int

root, humn :: Name
root = nameOf "root"
humn = nameOf "humn"

nameOf :: String -> Name
nameOf = fromDigits 26 . map (subtract (ord 'a') . ord)

data Operator = Add | Subtract | Multiply | Divide

data Job = Number !Integer | Operation !Operator !Name !Name

-- | The job of each monkey.
newtype Monkeys = Monkeys (IntMap Job)

instance NFData Monkeys where
  rnf (Monkeys jobs) = foldr seq () jobs

parse :: ByteString -> Either InputError Monkeys
parse = runParser $ do
  jobs <- foldLines monkey IntMap.empty
  when (IntMap.size jobs < 3) $ tooSoon "at least 3 monkeys"
  let used = concat [[a, b] | Operation _ a b <- IntMap.elems jobs]
      rootOf results = join (IntMap.lookup root results)
  case (IntMap.lookup root jobs, IntMap.lookup humn jobs) of
    (Just (Operation {}), Just (Number _)) -> pure ()
    _ -> failWhole "root is not an operation, or humn is not a number"
  when (sort used /= delete root (IntMap.keys jobs)) $
    failWhole "a name other than root is not used once and defined, or root is used"
  when (isNothing (rootOf (table hasHumn (\name _ -> name == humn) jobs))) $ failWhole "humn is in a divisor"
  when (isNothing (rootOf (table whole (\_ n -> n) jobs))) $
    failWhole "a division has a remainder, or a result has more than 18 digits"
  pure (Monkeys jobs)

-- | One more monkey.
monkey :: IntMap Job -> Parser (IntMap Job)
monkey before = do
  at <- offset
  this <- name <* string ": "
  when (IntMap.size before == 3500) $ failAt at "at most 3,500 monkeys"
  when (this `IntMap.member` before) $ failAt at "a name that has no job yet"
  job <- operation <|> Number . toInteger <$> decimal 1 9999
  pure (IntMap.insert this job before)
  where
    name = nameOf <$> replicateM 4 (satisfy "a lower-case letter" isAsciiLower)
    operation = do
      a <- name <* char ' '
      operator <- oneOf [("+", Add), ("-", Subtract), ("*", Multiply), ("/", Divide)]
      Operation operator a <$> (char ' ' *> name)

-- | What all monkeys shout, if it is anything, for a kind of numbers: its operations, and what a monkey with
-- a number shouts.
table :: (Operator -> a -> a -> Maybe a) -> (Name -> Integer -> a) -> IntMap Job -> IntMap (Maybe a)
table operate number jobs = results
  where
    results = IntMap.mapWithKey result jobs
    result name (Number n) = Just (number name n)
    result _ (Operation operator a b) = do
      left <- join (IntMap.lookup a results)
      right <- join (IntMap.lookup b results)
      operate operator left right

-- | Whole numbers, for divisions that come out even and results of at most 10^18.
whole :: Operator -> Integer -> Integer -> Maybe Integer
whole operator a b = do
  result <- case operator of
    Add -> Just (a + b)
    Subtract -> Just (a - b)
    Multiply -> Just (a * b)
    Divide -> if b /= 0 && a `rem` b == 0 then Just (a `quot` b) else Nothing
  guard (abs result <= 10 ^ (18 :: Int))
  Just result

-- | Is humn in what a result is made of? It must not be in a divisor.
hasHumn :: Operator -> Bool -> Bool -> Maybe Bool
hasHumn Divide _ True = Nothing
hasHumn _ a b = Just (a || b)

-- | The line a + b h. At least one of two factors does not depend on h, and no divisor does.
data Line = Line !Rational !Rational

line :: Operator -> Line -> Line -> Maybe Line
line operator (Line a b) (Line c d) = case operator of
  Add -> Just (Line (a + c) (b + d))
  Subtract -> Just (Line (a - c) (b - d))
  Multiply -> if b == 0 || d == 0 then Just (Line (a * c) (a * d + b * c)) else Nothing
  Divide -> if c /= 0 && d == 0 then Just (Line (a / c) (b / c)) else Nothing

part1 :: Monkeys -> Maybe Integer
part1 (Monkeys jobs) = join (IntMap.lookup root (table whole (\_ n -> n) jobs))

part2 :: Monkeys -> Maybe Integer
part2 m@(Monkeys jobs) = do
  (Line a b, Line c d) <- sides m (table line lineOf jobs)
  guard (b /= d)
  let h = (c - a) / (b - d)
  guard (denominator h == 1 && abs h <= 10 ^ (18 :: Int))
  (left, right) <- sides m (table whole (\name n -> if name == humn then numerator h else n) jobs)
  guard (left == right)
  Just (numerator h)
  where
    lineOf name n = if name == humn then Line 0 1 else Line (fromInteger n) 0

-- | What is on the two sides of root in this table.
sides :: Monkeys -> IntMap (Maybe a) -> Maybe (a, a)
sides (Monkeys jobs) results = do
  Operation _ a b <- IntMap.lookup root jobs
  left <- join (IntMap.lookup a results)
  right <- join (IntMap.lookup b results)
  Just (left, right)
