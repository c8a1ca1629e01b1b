-- |
-- 2023 day 23, A Long Walk <https://adventofcode.com/2023/day/23>
--
-- The longest walk from the entrance to the exit of a maze that is at no cell twice, if slopes are only taken
-- downhill (part 1), and if they are like other cells (part 2).
--
-- The maze is a graph: its nodes are the entrance, the exit and the junctions, and its edges are the
-- corridors. Downhill it has no cycles, so in part 1 the longest walk from each node is a lazy table.
--
-- The idea for part 2: best first, by what a walk can still come to. A walk enters a node once and leaves it
-- once. So what is still to come is at most half of a sum over the nodes that it may still visit: of each
-- node the two longest corridors to such nodes, and of its last node and the exit the longest one. With each
-- step, the length so far and this bound together stay the same or fall. So the walk with the greatest total
-- goes on first, and the first walk that arrives is the longest.
--
-- Which nodes may it still visit? Those that lie on some walk from the last node to the exit by nodes that
-- are new. A part of the graph that is joined to the rest by one node only, and does not hold the exit, is a
-- dead end:
--
-- > last - a - b - exit       c and d can only be entered and left by b,
-- >           / \              so they are not visited any more.
-- >          c - d
--
-- Walks with the same last node and the same nodes to visit have the same future. The first of them to go on
-- is the longest, because its total was the greatest, and the others are dropped. That leaves few walks, even
-- where all corridors are alike and the bound says little.
module AoC.Y2023.Day23 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Grid (Grid (height, width), gridOfAtLeast, rowOf, rowVectors, walled)
import AoC.Input (InputError, Parser, endOfInput, failWhole, runParser)
import Control.DeepSeq (NFData (..))
import Control.Monad (unless, when)
import Data.Bits (bit, clearBit, setBit, testBit, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Graph (buildG, reachable, scc)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.IntSet as IntSet
import Data.List (foldl', nub, sortOn)
import Data.Ord (Down (..))
import qualified Data.Set as Set
import Data.Vector (Vector)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U

-- | A corridor to another node: the node, the steps to it, and whether one may walk it downhill.
data Corridor = Corridor !Int !Int !Bool

-- | The corridors from each node, the longest first.
newtype Maze = Maze (Vector [Corridor])

instance NFData Maze where
  rnf (Maze corridors) = V.foldl' (\() -> foldr seq ()) () corridors

-- | The numbers of two nodes.
entrance, exit :: Int
entrance = 0
exit = 1

parse :: ByteString -> Either InputError Maze
parse = runParser $ do
  g <- gridOfAtLeast 3 fault 150 "a cell of the maze" (`elem` "#.>v") <* endOfInput
  unless (hasOneGap (rowOf g (height g - 1))) $ failWhole "the last row is not all # but one ."
  maze (width g + 1) (walled '#' (rowVectors id g))
  where
    fault above row
      | null above && not (hasOneGap row) = Just "a first row of # but one ."
      | not (wall `C.isPrefixOf` row && wall `C.isSuffixOf` row) = Just "a row that begins and ends with #"
      | otherwise = Nothing
    hasOneGap row = C.count '.' row == 1 && C.count '#' row == C.length row - 1
    wall = C.pack "#"

-- | The maze of these cells, given the step from a cell to the one below it.
maze :: Int -> U.Vector Char -> Parser Maze
maze down cells = do
  when (any ((< 2) . length . near) inner) $ failWhole "there is a dead end"
  when (length junctions > 36) $ failWhole "there are more than 36 junctions"
  when (any ((/= '.') . (cells !)) junctions) $ failWhole "a junction is a slope"
  corridors <- traverse (\(node, place) -> traverse (corridor node place) (near place)) (zip [0 ..] nodes)
  checkGraph (U.length open) corridors
  pure (Maze (V.fromList (map (sortOn (\(Corridor _ size _) -> Down size)) corridors)))
  where
    near = neighbours down cells
    open = U.findIndices (/= '#') cells
    isInner place = place /= open ! 0 && place /= open ! (U.length open - 1)
    inner = filter isInner (U.toList open)
    junctions = filter ((> 2) . length . near) inner
    -- The first and the last open cell are the entrance and the exit.
    nodes = [open ! 0, open ! (U.length open - 1)] ++ junctions
    numbers = IntMap.fromList (zip nodes [0 ..])

    corridor node place first = do
      let (endPlace, size, forth, back) = follow down cells place first
          end = IntMap.findWithDefault entrance endPlace numbers
          isBetweenJunctions = node > exit && end > exit
          isOnward = node == entrance || end == exit
      when (isBetweenJunctions && forth == back) $
        failWhole "the slopes of a corridor between two junctions do not let one pass in just one direction"
      when (isOnward && not forth) $
        failWhole "a slope does not let one pass from the entrance or to the exit"
      pure (Corridor end size (isOnward || isBetweenJunctions && forth))

-- | The open cells beside a cell.
neighbours :: Int -> U.Vector Char -> Int -> [Int]
neighbours down cells place = [place + step | step <- [-down, -1, 1, down], cells ! (place + step) /= '#']

-- | Follows the corridor from a node by this first cell: the place of the node at its end, the steps to that
-- node, and whether the slopes let one pass there, and back.
follow :: Int -> U.Vector Char -> Int -> Int -> (Int, Int, Bool, Bool)
follow down cells start first = go start first 1 True True
  where
    go before here size forth back = case filter (/= before) (neighbours down cells here) of
      [next] -> go here next (size + 1) (forth && leadsTo next) (back && leadsTo before)
      _ -> (here, size, forth, back)
      where
        leadsTo place = case cells ! here of
          '>' -> place == here + 1
          'v' -> place == here + down
          _ -> True

-- | Checks the corridors from each node of a maze with this many open cells.
checkGraph :: Int -> [[Corridor]] -> Parser ()
checkGraph openCells corridors = do
  when (ends /= nub ends || any (uncurry (==)) ends) $
    failWhole "two corridors join the same two junctions, or a corridor leads back to where it starts"
  when (length (reachable (graph ends) entrance) /= nodes || nodes + inside /= openCells) $
    failWhole "the open cells are not connected"
  when (length (scc (graph downhill)) /= nodes) $ failWhole "a way downhill leads round in a circle"
  where
    nodes = length corridors
    ends = [(node, end) | (node, from) <- zip [0 ..] corridors, Corridor end _ _ <- from]
    downhill = [(node, end) | (node, from) <- zip [0 ..] corridors, Corridor end _ True <- from]
    -- The cells inside corridors. Each corridor is listed at both of its ends.
    inside = sum [size - 1 | from <- corridors, Corridor _ size _ <- from] `quot` 2
    graph = buildG (0, nodes - 1)

part1 :: Maze -> Maybe Int
part1 (Maze corridors) = longest V.! entrance
  where
    longest = V.imap longestFrom corridors
    longestFrom node from = if node == exit then Just 0 else maximum (Nothing : map onward from)
    onward (Corridor end size isDownhill) = if isDownhill then (size +) <$> longest V.! end else Nothing

-- | Nodes, as the bits of a number.
type Nodes = Int

-- | A walk: twice the length that it comes to at best, its length so far, its last node, and the nodes that
-- it may still visit. The best one is the greatest.
data Walk = Walk !Int !Int !Int !Nodes deriving (Eq, Ord)

part2 :: Maze -> Maybe Int
part2 m@(Maze corridors) = go IntSet.empty (Set.singleton (walk m 0 entrance everywhere))
  where
    everywhere = bit (V.length corridors) - 1
    go known walks = case Set.maxView walks of
      Nothing -> Nothing
      Just (Walk _ size node nodes, others)
        | node == exit -> Just size
        | key `IntSet.member` known -> go known others
        | otherwise -> go (IntSet.insert key known) (foldl' (flip Set.insert) others onward)
        where
          key = 64 * nodes + node
          onward = filter leadsToExit longer
          longer = [walk m (size + more) end nodes | Corridor end more _ <- fromNode, testBit nodes end]
          fromNode = corridors V.! node
    leadsToExit (Walk _ _ node nodes) = node == exit || testBit nodes exit

-- | The walk of this length that ends at this node, if only these nodes are new.
walk :: Maze -> Int -> Int -> Nodes -> Walk
walk m@(Maze corridors) size node within = Walk (2 * size + bound) size node nodes
  where
    nodes = if node == exit then 0 else ahead m node within
    bound = sum [sum (take (ways end) (sizes end)) | end <- [0 .. V.length corridors - 1], isUsable end]
    -- How many corridors of a node the walk can still take, and how long those to usable nodes are, the
    -- longest first.
    ways end = if end == node || end == exit then 1 else 2
    sizes end = [more | Corridor next more _ <- corridors V.! end, isUsable next]
    isUsable = testBit (setBit nodes node)

-- | What a search has found from a node on: the nodes that are still new; the nodes found, without dead ends;
-- and the nodes on the way to that node that they are next to.
data Found = Found !Nodes !Nodes !Nodes

-- | The nodes of these that lie on a walk from this node to the exit. A depth-first search finds them. Nodes
-- that it finds from a node on are joined to the rest by that node only, if none of them is next to a node on
-- the way to it.
ahead :: Maze -> Int -> Nodes -> Nodes
ahead (Maze corridors) start within = nodes
  where
    Found _ found _ = explore 0 within start
    nodes = clearBit found start
    explore before left node = foldl' look (Found (clearBit left node) (bit node) 0) (corridors V.! node)
      where
        look state@(Found new kept touched) (Corridor next _ _)
          | testBit before next = Found new kept (setBit touched next)
          | not (testBit new next) = state
          | touched' .&. before == 0 && not (testBit kept' exit) = Found new' kept touched
          | otherwise = Found new' (kept .|. kept') (touched .|. touched')
          where
            Found new' kept' touched' = explore (setBit before node) new next
