-- |
-- 2024 day 18, RAM Run <https://adventofcode.com/2024/day/18>
--
-- The fewest steps from corner to corner after some bytes have fallen (part 1), and the first byte after
-- which there is no path (part 2).
--
-- The idea for part 2: the widest path. The moment of a cell is when a byte falls there, and a path lasts
-- until the least moment of its cells, so the path that lasts longest is asked for. It takes one search and
-- not one for each number of bytes: grow a region from one corner, and always add the cell beside it that is
-- hit last, until the other corner is added. The least moment of a cell that was added is the answer. When
-- that cell was added, every path led through a cell beside the region, and all of these were hit no later.
--
-- Part 1 is a breadth-first search by whole sets: the cells after one more step are the neighbours of those
-- before that are free and not reached yet.
module AoC.Y2024.Day18 (params, parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, foldLines, offset, runParser, tooSoon)
import AoC.Params (Param (..), Params, param)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.IntMap.Strict as IntMap
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import Data.List (findIndex, foldl', unfoldr)
import Data.Maybe (listToMaybe)

-- | The size of the square, the number of bytes for part 1, and the bytes in order.
data Memory = Memory !Int !Int ![Int]

instance NFData Memory where
  rnf (Memory _ _ bytes) = rnf bytes

params :: [Param]
params = [size, fallen]

size, fallen :: Param
size = Param "size" 71 (2, 100)
fallen = Param "fallen" 1024 (0, 10000)

parse :: Params -> ByteString -> Either InputError Memory
parse ps = runParser $ do
  (known, bytes) <- foldLines (byte side) (IntSet.empty, [])
  when (IntSet.size known < param fallen ps) $ tooSoon ("at least " ++ show (param fallen ps) ++ " bytes")
  pure (Memory side (param fallen ps) (reverse bytes))
  where
    side = param size ps

-- | One more byte, as the number of its cell. The last is first.
byte :: Int -> (IntSet, [Int]) -> Parser (IntSet, [Int])
byte side (known, bytes) = do
  at <- offset
  x <- decimal 0 (side - 1)
  y <- char ',' *> decimal 0 (side - 1)
  let cell = y * stride side + x
  when (cell `IntSet.member` known) $ failAt at "a byte that has not fallen yet"
  pure (IntSet.insert cell known, cell : bytes)

-- | From a cell to the one below it. There is a column more than the square has, which is always blocked.
stride :: Int -> Int
stride side = side + 1

-- | The cells of the square, and those one step away from some cells.
square :: Int -> IntSet
square side = IntSet.fromDistinctAscList [y * stride side + x | y <- [0 .. side - 1], x <- [0 .. side - 1]]

around :: Int -> [Int] -> IntSet
around side cells = IntSet.fromList [cell + step | cell <- cells, step <- [-stride side, -1, 1, stride side]]

-- | The corner where paths end. They start at 0.
corner :: Int -> Int
corner side = (side - 1) * (stride side + 1)

part1 :: Memory -> Maybe Int
part1 (Memory side count bytes) =
  findIndex (corner side `IntSet.member`) (unfoldr layer (IntSet.singleton 0, free))
  where
    free = square side `IntSet.difference` IntSet.fromList (take count bytes)
    layer (reached, left)
      | IntSet.null now = Nothing
      | otherwise = Just (now, (around side (IntSet.toList now), left `IntSet.difference` now))
      where
        now = reached `IntSet.intersection` left

part2 :: Memory -> Maybe String
part2 (Memory side _ bytes) = written <$> listToMaybe (drop (foldl' min never (map moment region)) bytes)
  where
    written cell = let (y, x) = cell `quotRem` stride side in show x ++ "," ++ show y
    never = length bytes
    moments = IntMap.fromList (zip bytes [0 ..])
    -- An entry of the queue is a moment times the room, plus the cell.
    queued cell = IntMap.findWithDefault never cell moments * room + cell
    moment = (`quot` room)
    room = stride side * side
    region = let (before, end) = break ((== corner side) . (`rem` room)) grown in before ++ take 1 end
    grown = unfoldr grow (IntSet.singleton (queued 0), square side)
    grow (queue, left) = do
      (latest, others) <- IntSet.maxView queue
      let new = around side [latest `rem` room] `IntSet.intersection` left
          queue' = IntSet.foldl' (\q cell -> IntSet.insert (queued cell) q) others new
      Just (latest, (queue', left `IntSet.difference` new))
