-- |
-- 2024 day 7, Bridge Repair <https://adventofcode.com/2024/day/7>
--
-- The sum of the targets that can be made of their numbers, in order and from left to right, with addition
-- and multiplication between them (part 1), and with concatenation of decimals too (part 2).
--
-- The idea: meet in the middle. The first third of the numbers is worked forwards, to the set of all values
-- that it can make. The rest is worked backwards, from the target to the set of all values from which the
-- rest makes it. The target can be made if and only if the sets have a value in common. The way back is the
-- longer one, since most steps back are impossible: few targets are divisible by a number, or end in its
-- digits.
--
-- An operator is a step forwards and its inverse, and the parts differ by their lists of operators.
--
-- Assumes that numbers and targets are positive, so all values between are positive too.
module AoC.Y2024.Day07 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, linesOfUpTo, many, offset, runParser)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.Foldable (foldl')
import qualified Data.IntSet as IntSet
import Data.List.NonEmpty (NonEmpty (..))

-- | The target, and the numbers.
data Equation = Equation !Int !(NonEmpty Int)

instance NFData Equation where
  rnf (Equation _ numbers) = rnf numbers

parse :: ByteString -> Either InputError [Equation]
parse = runParser (linesOfUpTo 1000 equation)

equation :: Parser Equation
equation = do
  target <- decimal 1 999999999999999 <* char ':'
  first <- number
  at <- offset
  others <- many number
  when (length others > 11) $ failAt at "at most 12 numbers"
  pure (Equation target (first :| others))
  where
    number = char ' ' *> decimal 1 999

-- | @Operator forward backward@: @forward number before@ is the value after the number, and
-- @backward number after@ lists the values that can be before it, one at most.
data Operator = Operator (Int -> Int -> Int) (Int -> Int -> [Int])

plus, times, beside :: Operator
plus = Operator (+) (\number value -> [value - number | value > number])
times = Operator (*) (\number value -> [before | (before, 0) <- [value `quotRem` number]])
beside = Operator append cut
  where
    append number value = value * shift number + number
    cut number value = [before | before > 0, append number before == value]
      where
        before = value `quot` shift number
    shift number
      | number < 10 = 10
      | number < 100 = 100
      | otherwise = 1000

part1, part2 :: [Equation] -> Int
part1 = calibration [plus, times]
part2 = calibration [plus, times, beside]

calibration :: [Operator] -> [Equation] -> Int
calibration operators equations = sum [target | e@(Equation target _) <- equations, holds operators e]

holds :: [Operator] -> Equation -> Bool
holds operators (Equation target (first :| others)) = not (IntSet.disjoint made needed)
  where
    (early, late) = splitAt (length others `div` 3) others
    made = foldl' (flip (each forwards)) (IntSet.singleton first) early
    needed = foldr (each backwards) (IntSet.singleton target) late
    each step number = IntSet.fromList . concatMap (step number) . IntSet.toList
    forwards number value = [forward number value | Operator forward _ <- operators]
    backwards number value = concat [backward number value | Operator _ backward <- operators]
