-- |
-- 2024 day 6, Guard Gallivant <https://adventofcode.com/2024/day/6>
--
-- How many cells the guard visits before leaving (part 1), and how many cells there are where one more
-- obstacle keeps the guard inside for good (part 2).
--
-- The idea: divide and conquer on a graph that shrinks. Only the cells of the walk are candidates for the
-- obstacle. A node of the graph is a state in which the guard is about to enter a candidate. It has two
-- arrows to the next such states: one if the guard passes, and one if the obstacle is there and the guard
-- turns.
--
-- While the obstacle is in one half of the candidates, those of the other half are always passed. So their
-- nodes are contracted, and what is left is the same question with half as many nodes. When few candidates
-- are left the graph is small, and the walk is followed for each. n candidates have at most 4n nodes on each
-- of log n levels.
--
-- > candidates 0 to 15                          K, L: about to enter one of 0 to 7     a, b, c: one of 8 to 15
-- > K -> a -> b -> L -> c -> K                  all nodes, if the guard always passes
-- > K -------------> L ------> K                the obstacle is in 0 to 7
--
-- To contract is to compose maps. Let a map lead from each node to the next on its way, and from the nodes
-- that are kept to themselves. Its 2^k-th power, by k squarings, leads to the first node that is kept:
--
-- > the map          p -> q    q -> r    r -> K    K -> K     only K is kept
-- > squared          p -> r    q -> K    r -> K    K -> K
-- > squared again    p -> K    q -> K    r -> K    K -> K     so an arrow to p becomes an arrow to K
--
-- A walk that has not come to a kept node after as many steps as there are nodes is on a cycle, which is the
-- end called 'looping'.
module AoC.Y2024.Day06 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Grid (Grid (..), cell, gridWhere, noSecond)
import AoC.Input (InputError, endOfInput, failWhole, runParser)
import Control.DeepSeq (NFData (..))
import Data.Bits (countLeadingZeros, finiteBitSize)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.IntSet as IntSet
import qualified Data.Vector.Unboxed as U

-- | Where the guard starts, and the next state for each state. The states 'left' and 'looping' are ends. The
-- others are the cells, row by row, four times each: for a guard who heads up, right, down or left.
data Lab = Lab !Int !(U.Vector Int)

instance NFData Lab where
  rnf l = l `seq` ()

left, looping :: Int
left = 0
looping = 1

state :: Int -> Int -> Int
state place heading = 4 * place + heading + 2

placeOf, headingOf :: Int -> Int
placeOf s = (s - 2) `div` 4
headingOf s = (s - 2) `mod` 4

-- | The state after a turn on the spot.
turned :: Int -> Int
turned s = if s < 2 then s else state (placeOf s) ((headingOf s + 1) `mod` 4)

parse :: ByteString -> Either InputError Lab
parse = runParser $ do
  g <- gridWhere (noSecond "^") 150 "a cell of the map" (`elem` ".#^") <* endOfInput
  case C.elemIndex '^' (cells g) of
    Nothing -> failWhole "there is no guard"
    Just i -> pure (lab g (i - i `div` (width g + 1)))

-- | The lab of a map, and of the guard's place.
lab :: Grid -> Int -> Lab
lab g guard = Lab (state guard 0) (U.generate (4 * height g * width g + 2) next)
  where
    next s
      | s < 2 = s
      | r < 0 || r == height g || c < 0 || c == width g = left
      | cell g r c == '#' = turned s
      | otherwise = state (r * width g + c) (headingOf s)
      where
        (row, col) = placeOf s `divMod` width g
        (r, c) = case headingOf s of
          0 -> (row - 1, col)
          1 -> (row, col + 1)
          2 -> (row + 1, col)
          _ -> (row, col - 1)

part1, part2 :: Lab -> Maybe Int
part1 = fmap IntSet.size . visited
part2 l@(Lab start _) = obstacles . IntSet.delete (placeOf start) <$> visited l
  where
    obstacles candidates = loops 0 (IntSet.size candidates) (graphOf candidates l)

-- | The places that the guard visits, if the guard leaves.
visited :: Lab -> Maybe IntSet.IntSet
visited (Lab start next)
  | null afterwards = Nothing
  | otherwise = Just (IntSet.fromList (map placeOf inside))
  where
    (inside, afterwards) = span (/= left) (take (U.length next) (iterate (next !) start))

-- | A graph: the node at the start; for each node the next one if the guard passes, and if the guard turns;
-- and the number of the candidate ahead. The nodes 'left' and 'looping' are ends, with no candidate ahead.
data Graph = Graph !Int !(U.Vector Int) !(U.Vector Int) !(U.Vector Int)

-- | The graph for some candidates, which are numbered in order.
graphOf :: IntSet.IntSet -> Lab -> Graph
graphOf candidates (Lab start next) = keeping 0 (IntSet.size candidates) (Graph start next turn ahead)
  where
    turn = U.generate (U.length next) turned
    numbers = U.replicate (U.length next `div` 4) (-1) U.// zip (IntSet.toList candidates) [0 ..]
    ahead = U.imap (\s s' -> if s' >= 2 && headingOf s == headingOf s' then numbers ! placeOf s' else -1) next

-- | How many of the candidates from @low@ to @high - 1@ close a loop, in the graph that is made for these.
loops :: Int -> Int -> Graph -> Int
loops low high graph@(Graph start pass turn ahead)
  | high - low > 8 =
    loops low middle (keeping low middle graph)
      + loops middle high (keeping middle high graph)
  | otherwise = length (filter isEndless [low .. high - 1])
  where
    middle = (low + high) `div` 2
    isEndless candidate = left `notElem` take (U.length ahead) (iterate (step candidate) start)
    step candidate i = if ahead ! i == candidate then turn ! i else pass ! i

-- | The graph with only the nodes of the candidates from @low@ to @high - 1@. All others are passed.
keeping :: Int -> Int -> Graph -> Graph
keeping low high (Graph start pass turn ahead) =
  Graph (firstKept ! start) (contracted pass) (contracted turn) (U.backpermute ahead kept)
  where
    n = U.length ahead
    isKept = U.imap (\i candidate -> i < 2 || low <= candidate && candidate < high) ahead
    kept = U.findIndices id isKept
    contracted arrows = U.map (\i -> firstKept ! (arrows ! i)) kept
    -- From each node on, the first that is kept, by its new number. Without one the guard loops.
    firstKept = U.map (newNumbers !) (power (finiteBitSize n - countLeadingZeros n) onward)
    onward = U.izipWith (\i keep to -> if keep then i else to) isKept pass
    newNumbers = U.update_ (U.replicate n looping) kept (U.enumFromN 0 (U.length kept))

-- | The 2^k-th power of a map, or a power from which on it does not change.
power :: Int -> U.Vector Int -> U.Vector Int
power k f
  | k == 0 || f == squared = f
  | otherwise = power (k - 1) squared
  where
    squared = U.map (f !) f
