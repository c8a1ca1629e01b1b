-- |
-- 2024 day 13, Claw Contraption <https://adventofcode.com/2024/day/13>
--
-- The least cost to reach all prizes that can be reached with two buttons, which move a claw along x and y
-- and cost 3 and 1: with the prizes as they are (part 1), and moved by 10^13 along both axes (part 2).
--
-- The idea: one equation at a time, in whole numbers. The equation for x alone has solutions if and only if
-- the greatest common divisor of its coefficients divides the prize. They are then the points of a line,
-- which the extended Euclidean algorithm finds: one solution, plus any whole multiple of a direction. On this
-- line the equation for y has one unknown left, the multiple, and so it is one division, which must be exact.
--
-- Assumes that the buttons do not point in the same direction, so the equation for y does fix the multiple.
-- At most one solution is left, and no cost has to be compared.
module AoC.Y2024.Day13 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blocksUpTo, decimal, endOfLine, failAt, offset, runParser, string)
import Control.DeepSeq (NFData (..))
import Control.Monad (guard, when)
import Data.ByteString (ByteString)
import Data.Maybe (mapMaybe)

-- | x and y.
data Vector = Vector !Int !Int

-- | The steps of buttons A and B, and the place of the prize.
data Machine = Machine !Vector !Vector !Vector

instance NFData Machine where
  rnf m = m `seq` ()

parse :: ByteString -> Either InputError [Machine]
parse = runParser (blocksUpTo 1000 "machines" (const machine))

machine :: Parser Machine
machine = do
  a@(Vector ax ay) <- vector "Button A: X+" ", Y+" 99 <* endOfLine
  at <- offset
  b@(Vector bx by) <- vector "Button B: X+" ", Y+" 99
  when (ax * by == ay * bx) $ failAt at "a button that points in another direction than the first"
  Machine a b <$> (endOfLine *> vector "Prize: X=" ", Y=" 99999)
  where
    vector x y most = Vector <$> (string x *> decimal 1 most) <*> (string y *> decimal 1 most)

part1, part2 :: [Machine] -> Int
part1 = sum . mapMaybe cost
part2 = sum . mapMaybe (cost . further)
  where
    further (Machine a b (Vector x y)) = Machine a b (Vector (x + 10000000000000) (y + 10000000000000))

-- | The cost of the prize, if it can be reached.
--
-- >>> cost (Machine (Vector 3 1) (Vector 1 2) (Vector 11 12))
-- Just 11
cost :: Machine -> Maybe Int
cost (Machine (Vector ax ay) (Vector bx by) (Vector x y)) = do
  let (divisor, u, v) = euclid ax bx
      (a', b') = (bx `quot` divisor, -ax `quot` divisor)
  scale <- x `over` divisor
  -- For x alone, any t will do: a = scale u + t a', b = scale v + t b'.
  t <- (y - scale * (ay * u + by * v)) `over` (ay * a' + by * b')
  let (a, b) = (scale * u + t * a', scale * v + t * b')
  guard (a >= 0 && b >= 0)
  pure (3 * a + b)

-- | The quotient, if it is a whole number.
over :: Int -> Int -> Maybe Int
n `over` d = case n `quotRem` d of
  (quotient, 0) -> Just quotient
  _ -> Nothing

-- | The greatest common divisor, and by what the numbers are multiplied to add up to it.
--
-- >>> euclid 34 21
-- (1,-8,13)
euclid :: Int -> Int -> (Int, Int, Int)
euclid a 0 = (a, 1, 0)
euclid a b = (divisor, v, u - quotient * v)
  where
    (quotient, rest) = a `quotRem` b
    (divisor, u, v) = euclid b rest
