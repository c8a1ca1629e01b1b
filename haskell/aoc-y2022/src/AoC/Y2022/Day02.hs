-- |
-- 2022 day 2, Rock Paper Scissors <https://adventofcode.com/2022/day/2>
--
-- The total score of rounds of rock, paper, scissors, where the second letter of a line is my own shape
-- (part 1) or the outcome (part 2).
--
-- The idea: the rules are the group of the integers modulo 3. Rock, paper and scissors are 0, 1 and 2. Each
-- shape beats the one before it, and rock comes after scissors, so
--
-- > mine - theirs = outcome     where a win is 1, a draw is 0, and a loss is -1, which is 2
--
-- The parts know different terms of this one equation, and solve it for the third.
module AoC.Y2022.Day02 (parse, part1, part2) where

import AoC.Input (InputError, char, linesOfUpTo, oneOf, runParser)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)

-- | An integer modulo 3: 0, 1 or 2.
newtype Mod3 = Mod3 Int deriving (Eq, Show)

-- |
-- >>> map (subtract 2) [Mod3 0, Mod3 1, Mod3 2]
-- [Mod3 1,Mod3 2,Mod3 0]
instance Num Mod3 where
  Mod3 a + Mod3 b = fromInteger (toInteger (a + b))
  Mod3 a * Mod3 b = fromInteger (toInteger (a * b))
  negate (Mod3 a) = fromInteger (toInteger (negate a))
  fromInteger n = Mod3 (fromInteger (n `mod` 3))
  abs = id
  signum = id

-- | What the first letter and the second letter stand for.
data Round = Round !Mod3 !Mod3

instance NFData Round where
  rnf r = r `seq` ()

parse :: ByteString -> Either InputError [Round]
parse = runParser (linesOfUpTo 10000 (Round <$> letter "ABC" <* char ' ' <*> letter "XYZ"))
  where
    letter names = oneOf [([name], n) | (name, n) <- zip names [0, 1, 2]]

part1, part2 :: [Round] -> Int
part1 rounds = sum [score mine (mine - theirs) | Round theirs mine <- rounds]
part2 rounds =
  sum [score (theirs + outcome) outcome | Round theirs letter <- rounds, let outcome = letter - 1]

-- | My own shape gives 1 to 3 points, and the outcome 0, 3 or 6.
score :: Mod3 -> Mod3 -> Int
score (Mod3 mine) outcome = mine + 1 + 3 * fromLossToWin
  where
    Mod3 fromLossToWin = outcome + 1
