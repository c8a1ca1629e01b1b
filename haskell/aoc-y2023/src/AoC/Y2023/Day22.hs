-- |
-- 2023 day 22, Sand Slabs <https://adventofcode.com/2023/day/22>
--
-- Bricks fall straight down and come to rest: how many could be removed without another one falling (part 1),
-- and how many others fall if a brick is removed, summed over all bricks (part 2).
--
-- The idea: all removals at once. Each brick has a set of numbers, a bit for each brick: those whose removal
-- makes it fall, itself included. It falls if all that it rests on falls, so its set is the intersection of
-- the sets of its supports, and its own bit; on the ground it is its own bit alone. Both parts only count
-- bits.
--
-- > e e e e      The set of b is {a, b}, and that of c is {c, d}. They share nothing, so that of e is {e}:
-- > b b b c      b or c alone can be removed, and then e does not fall.
-- > a     d
--
-- The bricks do not fall one after the other either. Those that have cubes in the same column keep their
-- order, so a brick comes to rest on the highest of those that are next below it in any of its columns. This
-- defines tops and sets by those of other bricks, as lazy vectors. No brick is below itself, since those
-- below have a lower start.
module AoC.Y2023.Day22 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, foldLines, offset, runParser)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.Bits (bit, clearBit, popCount, (.&.), (.|.))
import Data.ByteString (ByteString)
import Data.IntMap.Strict (IntMap)
import qualified Data.IntMap.Strict as IntMap
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import Data.List (foldl')
import Data.Vector (Vector, (!))
import qualified Data.Vector as V

-- | How high each brick is, and the brick that each cube belongs to. The numbers of the cubes of a column are
-- in order of their heights.
data Pile = Pile !(Vector Int) !(IntMap Int)

instance NFData Pile where
  rnf (Pile highs cubes) = rnf highs `seq` rnf cubes

parse :: ByteString -> Either InputError Pile
parse = runParser $ do
  (_, highs, cubes) <- foldLines brick (0, [], IntMap.empty)
  pure (Pile (V.fromList (reverse highs)) cubes)

-- | One more brick: how many there are, how high each is, the last first, and the cubes.
brick :: (Int, [Int], IntMap Int) -> Parser (Int, [Int], IntMap Int)
brick (n, highs, before) = do
  at <- offset
  (x, y, z) <- place <* char '~'
  (x', y', z') <- place
  let steps = [x' - x, y' - y, z' - z]
      cubes = [columnSize * (10 * i + j) + k | i <- [x .. x'], j <- [y .. y'], k <- [z .. z']]
  when (n == 1500) $ failAt at "at most 1,500 bricks"
  when (any (< 0) steps || length (filter (/= 0) steps) > 1) $
    failAt at "ends in order that differ in one coordinate at most"
  when (sum steps >= 10) $ failAt at "at most 10 cubes"
  when (any (`IntMap.member` before) cubes) $ failAt at "a brick without a cube of those before"
  pure (n + 1, z' - z + 1 : highs, foldl' (\known cube -> IntMap.insert cube n known) before cubes)
  where
    place = (,,) <$> decimal 0 9 <*> (char ',' *> decimal 0 9) <*> (char ',' *> decimal 1 400)

-- | More than the greatest height.
columnSize :: Int
columnSize = 512

part1, part2 :: Pile -> Int
part1 p@(Pile highs _) = V.length highs - popCount (V.foldl' (.|.) 0 (V.imap (flip clearBit) (falls p)))
part2 p@(Pile highs _) = V.sum (V.map popCount (falls p)) - V.length highs

-- | For each brick the set of those whose removal makes it fall, itself included.
falls :: Pile -> Vector Integer
falls (Pile highs cubes) = sets
  where
    below = V.generate (V.length highs) (\b -> maybe [] IntSet.toList (IntMap.lookup b (nextBelow cubes)))
    -- How high a brick reaches at rest.
    tops = V.zipWith (\high -> (high +) . highest) highs below
    highest bricks = maximum (0 : map (tops !) bricks)
    sets = V.imap (\b bricks -> bit b .|. shared [sets ! a | a <- bricks, tops ! a == highest bricks]) below
    shared supports = if null supports then 0 else foldr1 (.&.) supports

-- | The bricks that are next below each brick in some column.
nextBelow :: IntMap Int -> IntMap IntSet
nextBelow cubes = IntMap.fromListWith IntSet.union [(b, IntSet.singleton a) | (a, b) <- neighbours, a /= b]
  where
    neighbours =
      [ (a, b)
        | ((cube, a), (cube', b)) <- zip inOrder (drop 1 inOrder),
          columnOf cube == columnOf cube'
      ]
    inOrder = IntMap.toAscList cubes
    columnOf cube = cube `quot` columnSize
