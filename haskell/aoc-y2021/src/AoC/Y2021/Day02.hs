-- |
-- 2021 day 2, Dive! <https://adventofcode.com/2021/day/2>
--
-- The place of a submarine after a list of commands, as distance times depth; in part 2 the commands steer by
-- an aim.
--
-- The idea: courses compose. What a course does to a submarine is told by three numbers: how far it goes, how
-- much it turns the aim, and how deep it dives when begun with no aim. After another course the aim is that
-- one's, and each step of distance then adds it to the depth:
--
-- > (d, a, z) <> (d', a', z') = (d + d', a + a', z + z' + a * d')
--
-- a semidirect product of two additions, so associative, with (0, 0, 0) neutral. A whole list of commands is
-- a 'foldMap'. Part 1 needs no rule of its own, for its depth moves just as part 2's aim does.
--
-- Assumes 1 to 100,000 commands by 0 to 999. If all go D forward and A down, D + A is below 10^8, so a
-- depth stays below 10^16 / 4; only part 2's product can pass 64 bits. Depths may be negative.
module AoC.Y2021.Day02 (parse, part1, part2) where

import AoC.Input (InputError, Parser, decimal, oneOf, runParser, vectorOfLinesUpTo)
import Data.ByteString (ByteString)
import qualified Data.Vector.Unboxed as U

-- | How far, how much aim is gained, and how deep from level.
data Course = Course !Int !Int !Int

instance Semigroup Course where
  Course d a z <> Course d' a' z' = Course (d + d') (a + a') (z + z' + a * d')

instance Monoid Course where
  mempty = Course 0 0 0

-- | Commands, as what they add to the distance and to the aim.
type Commands = U.Vector (Int, Int)

parse :: ByteString -> Either InputError Commands
parse = runParser (vectorOfLinesUpTo 100000 command)

command :: Parser (Int, Int)
command = do
  (forward, down) <- oneOf [("forward ", (1, 0)), ("down ", (0, 1)), ("up ", (0, -1))]
  amount <- decimal 0 999
  pure (forward * amount, down * amount)

part1 :: Commands -> Int
part1 commands = let Course distance aim _ = course commands in distance * aim

part2 :: Commands -> Integer
part2 commands = let Course distance _ depth = course commands in toInteger distance * toInteger depth

course :: Commands -> Course
course = U.foldMap' (\(distance, aim) -> Course distance aim 0)
