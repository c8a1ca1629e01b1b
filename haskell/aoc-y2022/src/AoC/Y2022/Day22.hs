-- |
-- 2022 day 22, Monkey Map <https://adventofcode.com/2022/day/22>
--
-- Where a walk ends that follows a path of steps and turns. If it leaves a row or a column, it comes back at
-- the other end (part 1). Or the map is the net of a cube, and the walk goes over the edges of the cube
-- (part 2).
--
-- The idea: no edges of the net are glued together. The net is folded around a cube, so that each of its
-- cells is a point in space, and a table tells which cell is at a point.
--
-- Each face has a frame: the three directions in space that are right on the map, down on the map, and out of
-- the cube. The first face has x, y and z. From there the frame is carried from face to face, and rotated at
-- each edge:
--
-- > right, down, out  ->  -out,  down, right      for the face on the right; the left is alike
-- > right, down, out  ->  right, -out, down       for the face below; above is alike
--
-- >   A B     A   x  y  z     C   x -z  y     D  -z -y -x
-- >   C       B  -z  y  x     E   x -y -z     F  -z  x -y
-- > D E
-- > F
--
-- Six faces are the net of a cube if and only if their directions out are different, as they are here.
--
-- The walker has a frame too: forward, the right hand, and out. Forward over an edge of the cube is inwards
-- on the next face:
--
-- > forward, hand, out  ->  -out, hand, forward
--
-- The centre of the cube is the point 0, and each of its faces is one side away. Cells are two apart, which
-- makes all coordinates whole. Here a walker at o goes to the right over the top face:
--
-- >       o-->        a step on the face: two forward
-- >    +-------+
-- >    |       | |    a step over the edge: one forward, one in
-- >    |       | v
--
-- The walk is the same in both parts. They differ in what a step and a turn are.
module AoC.Y2022.Day22 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, decimal, endOfInput, failAt, failWhole, foldBlock, many, offset, oneOf, optional, runParser, takeWhile1, (<|>))
import AoC.Lists (chunksOf)
import Control.DeepSeq (NFData (..))
import Control.Monad (guard, when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.IntMap.Strict (IntMap)
import qualified Data.IntMap.Strict as IntMap
import Data.List (elemIndex, find, foldl', nub)
import Data.Map.Strict (Map)
import qualified Data.Map.Strict as Map
import Data.Maybe (fromMaybe)
import Data.Set (Set)
import qualified Data.Set as Set
import Data.Vector (Vector, (!))
import qualified Data.Vector as V

-- | A direction or a point in space.
data Space = Space !Int !Int !Int deriving (Eq, Ord)

-- | Right or forward; down or the right hand; and out of the cube.
data Frame = Frame !Space !Space !Space

-- | A row: how many blanks come before it, and its cells.
type Row = (Int, ByteString)

data Turn = L | R

-- | The rows; the side of the cube; the faces, by the row and the column of their first cells; the steps
-- before the first turn; and each turn, with the steps after it.
data Board = Board !(Vector Row) !Int !(Map (Int, Int) Frame) !Int ![(Turn, Int)]

instance NFData Board where
  rnf (Board rows _ _ _ path) = rnf rows `seq` foldr seq () path

parse :: ByteString -> Either InputError Board
parse = runParser $ do
  rows <- V.fromList . reverse <$> foldBlock row [] <* blankLine
  at <- offset
  first <- decimal 1 99
  others <- many ((,) <$> oneOf [("L", L), ("R", R)] <*> decimal 1 99)
  end <- offset
  when (end - at > 10000) $ failAt at "at most 10,000 characters"
  endOfInput
  case net (V.toList (V.map (fmap C.length) rows)) of
    Nothing -> failWhole "the map is not the net of a cube"
    Just (side, faces) -> pure (Board rows side faces first others)

-- | One more row. The last one is first.
row :: [Row] -> Parser [Row]
row above = do
  at <- offset
  blanks <- maybe 0 C.length <$> optional (takeWhile1 "a blank" (== ' '))
  cells <- takeWhile1 "a cell . or #" (`elem` ".#")
  when (length above == 200) $ failAt at "at most 200 rows"
  when (blanks + C.length cells > 200) $ failAt at "at most 200 columns"
  when (null above && C.notElem '.' cells) $ failAt at "an open cell in the first row"
  pure ((blanks, cells) : above)

-- | The side and the faces of the net whose rows have these numbers of blanks and cells, if it is one.
net :: [(Int, Int)] -> Maybe (Int, Map (Int, Int) Frame)
net spans = do
  side <- find (\s -> 6 * s * s == sum (map snd spans)) [1 .. 50]
  let firstRows = concatMap (take 1) (chunksOf side spans)
      left = minimum (map fst spans)
      corners =
        Set.fromList
          [ (y, x)
            | (y, (blanks, n)) <- zip [0, side ..] firstRows,
              x <- [blanks, blanks + side .. blanks + n - 1]
          ]
      faces = maybe Map.empty (folded side corners) (Set.lookupMin corners)
  guard (spans == concatMap (replicate side) firstRows)
  guard (all (\(blanks, n) -> (blanks - left) `rem` side == 0 && n `rem` side == 0) firstRows)
  guard (length (nub [out | Frame _ _ out <- Map.elems faces]) == 6)
  Just (side, faces)

-- | The frames of the faces, from this one on. The faces are known by their cells at the upper left, which
-- are in a set.
folded :: Int -> Set (Int, Int) -> (Int, Int) -> Map (Int, Int) Frame
folded side corners start = go Map.empty [(start, Frame (Space 1 0 0) (Space 0 1 0) (Space 0 0 1))]
  where
    go faces [] = faces
    go faces ((corner, frame) : others)
      | corner `Set.notMember` corners || corner `Map.member` faces = go faces others
      | otherwise = go (Map.insert corner frame faces) (around corner frame ++ others)
    around (y, x) (Frame right down out) =
      [ ((y, x + side), Frame (back out) down right),
        ((y, x - side), Frame out down (back right)),
        ((y + side, x), Frame right (back out) down),
        ((y - side, x), Frame right out (back down))
      ]

infixl 6 |+|

(|+|) :: Space -> Space -> Space
Space x y z |+| Space x' y' z' = Space (x + x') (y + y') (z + z')

times :: Int -> Space -> Space
times n (Space x y z) = Space (n * x) (n * y) (n * z)

back :: Space -> Space
back = times (-1)

-- | @walk step right start first others@: where a walk ends that starts here with the first steps. The
-- function @step@ has no result if a wall is ahead, and @right@ is a turn to the right.
walk :: (walker -> Maybe walker) -> (walker -> walker) -> walker -> Int -> [(Turn, Int)] -> walker
walk step right start first = foldl' (\at (turn, steps) -> ahead steps (turned turn at)) (ahead first start)
  where
    ahead 0 at = at
    ahead steps at = maybe at (ahead (steps - 1 :: Int)) (step at)
    turned R = right
    turned L = right . right . right

-- | A place on the map: a row and a column, counted from 0, and a facing. 0 is right, 1 down, 2 left and 3
-- up.
data Place = Place !Int !Int !Int

password :: Place -> Int
password (Place y x facing) = 1000 * (y + 1) + 4 * (x + 1) + facing

-- | The column of the first open cell in the first row.
startOf :: Board -> Int
startOf (Board rows _ _ _ _) =
  sum [blanks + fromMaybe 0 (C.elemIndex '.' cells) | (blanks, cells) <- V.toList (V.take 1 rows)]

isWall :: Board -> Int -> Int -> Bool
isWall (Board rows _ _ _ _) y x = let (blanks, cells) = rows ! y in C.index cells (x - blanks) == '#'

part1 :: Board -> Int
part1 board@(Board rows _ _ first path) = password (walk step right (Place 0 (startOf board) 0) first path)
  where
    right (Place y x facing) = Place y x ((facing + 1) `rem` 4)
    step (Place y x facing) = if isWall board y' x' then Nothing else Just (Place y' x' facing)
      where
        (y', x') = case facing of
          0 -> (y, wrapped (rowEnds ! y) (x + 1))
          1 -> (wrapped (columnEnds ! x) (y + 1), x)
          2 -> (y, wrapped (rowEnds ! y) (x - 1))
          _ -> (wrapped (columnEnds ! x) (y - 1), x)
    -- The first and the last column of each row, and the first and the last row of each column. A net has no
    -- gaps there.
    rowEnds = V.map (\(blanks, cells) -> (blanks, blanks + C.length cells - 1)) rows
    columnEnds = V.generate (1 + V.foldl' max 0 (V.map snd rowEnds)) (ends . rowsAcross)
    rowsAcross x = V.findIndices (\(low, high) -> low <= x && x <= high) rowEnds
    ends ys = (V.foldr const 0 ys, V.foldl' max 0 ys)

-- | A row or a column that comes back at the other end.
wrapped :: (Int, Int) -> Int -> Int
wrapped (low, high) i
  | i > high = low
  | i < low = high
  | otherwise = i

-- | A cell of the map: its row and column, whether it is a wall, and the frame of its face.
data Cell = Cell !Int !Int !Bool !Frame

-- | A point that the walker is at, and the walker's frame.
data Walker = Walker !Space !Frame

part2 :: Board -> Maybe Int
part2 board@(Board _ side faces first path) = do
  ((_, left), frame) <- Map.lookupLE (0, startOf board) faces
  let start = Walker (pointOf side frame 0 (startOf board - left)) frame
      Walker end (Frame forward _ _) = walk step right start first path
  Cell y x _ (Frame toRight down _) <- cellAt end
  facing <- elemIndex forward [toRight, down, back toRight, back down]
  Just (password (Place y x facing))
  where
    right (Walker point (Frame forward hand out)) = Walker point (Frame hand (back forward) out)
    step (Walker point frame@(Frame forward hand out)) = do
      (ahead, Cell _ _ wall _) <- onFace <|> overEdge
      if wall then Nothing else Just ahead
      where
        onFace = reached (point |+| times 2 forward) frame
        overEdge = reached (point |+| forward |+| back out) (Frame (back out) hand forward)
    reached point frame = (,) (Walker point frame) <$> cellAt point
    cellAt point = IntMap.lookup (key side point) cells
    cells = cellsOf board

-- | The cells by the keys of their points.
cellsOf :: Board -> IntMap Cell
cellsOf board@(Board _ side faces _ _) =
  IntMap.fromList
    [ (key side (pointOf side frame dy dx), Cell (y + dy) (x + dx) (isWall board (y + dy) (x + dx)) frame)
      | ((y, x), frame) <- Map.toList faces,
        dy <- [0 .. side - 1],
        dx <- [0 .. side - 1]
    ]

-- | The centre of the cell in this row and column of a face.
pointOf :: Int -> Frame -> Int -> Int -> Space
pointOf side (Frame right down out) dy dx =
  times (2 * dx + 1 - side) right |+| times (2 * dy + 1 - side) down |+| times side out

-- | Each point of the cube has a number of its own. So has each one outside of it that a step leads to, which
-- is one beyond it at most.
key :: Int -> Space -> Int
key side (Space x y z) = (x * base + y) * base + z
  where
    base = 2 * side + 3
