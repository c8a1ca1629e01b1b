-- |
-- 2022 day 22, Monkey Map <https://adventofcode.com/2022/day/22>
--
-- Where a walk ends that follows a path of steps and turns. If it leaves a row or a column, it comes back at the other end
-- (part 1). Or the map is the net of a cube, and the walk goes over the edges of the cube (part 2).
--
-- The idea: no edges of the net are glued together. Every cell is a point in space, and a table tells which cell of the
-- map is at a point. To fold the net, a frame of three directions in space is carried from face to face: that which is
-- right on the map, that which is down, and that which is out of the cube. For the neighbour at the right, the frame is
-- rotated:
--
-- > right, down, out  ->  -out, down, right
--
-- The other sides are alike. Six faces are the net of a cube if and only if their directions out are different.
--
-- The walker has a frame too: forward, the right hand, and out. It is rotated where the face has no cell ahead, so that
-- the walker goes over an edge of the cube:
--
-- > forward, hand, out  ->  -out, hand, forward
--
-- The centre of the cube is the point 0, and each of its faces is one side away. Cells are two apart, which makes all
-- coordinates whole. Here a walker at o goes to the right over the top face:
--
-- >       o-->        a step on the face: two forward
-- >    +-------+
-- >    |       | |    a step over the edge: one forward, one in
-- >    |       | v
--
-- The walk is the same in both parts. They differ in what a step and a turn are.
module AoC.Y2022.Day22 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, decimal, endOfInput, failAt, failWhole, foldBlock, many, offset, oneOf, optional, runParser, takeWhile1)
import AoC.Numbers (fromDigits)
import Control.DeepSeq (NFData (..))
import Control.Monad (guard, when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
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

-- | The rows; the side of the cube; the faces, by the row and the column of their first cells; the steps before the first
-- turn; and each turn, with the steps after it.
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

-- | The side and the faces of the net whose rows have so many blanks and cells, if it is one.
net :: [(Int, Int)] -> Maybe (Int, Map (Int, Int) Frame)
net spans = do
  side <- find (\s -> 6 * s * s == sum (map snd spans)) [1 .. 50]
  let left = minimum (map fst spans)
      isMultiple n = n `rem` side == 0
      firstRows = [span' | (y, span') <- zip [0 ..] spans, isMultiple (y :: Int)]
      blocks = Set.fromList [(y, x) | (y, (blanks, n)) <- zip [0, side ..] firstRows, x <- [blanks, blanks + side .. blanks + n - 1]]
      faces = maybe Map.empty (folded side blocks) (Set.lookupMin blocks)
  guard (isMultiple (length spans) && and [isMultiple (blanks - left) && isMultiple n | (blanks, n) <- spans])
  guard (spans == concatMap (replicate side) firstRows)
  guard (length (nub [out | Frame _ _ out <- Map.elems faces]) == 6)
  Just (side, faces)

-- | The frames of the faces, from this one on, where the cells at the upper left of the faces are in a set.
folded :: Int -> Set (Int, Int) -> (Int, Int) -> Map (Int, Int) Frame
folded side blocks start = go Map.empty [(start, Frame (Space 1 0 0) (Space 0 1 0) (Space 0 0 1))]
  where
    go faces [] = faces
    go faces ((block, frame) : others)
      | block `Set.notMember` blocks || block `Map.member` faces = go faces others
      | otherwise = go (Map.insert block frame faces) (around block frame ++ others)
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

-- | @walk step right start first others@: where a walk ends that starts here with the first steps. The function @step@ has
-- no result if a wall is ahead, and @right@ is a turn to the right.
walk :: (walker -> Maybe walker) -> (walker -> walker) -> walker -> Int -> [(Turn, Int)] -> walker
walk step right start first = foldl' (\at (turn, steps) -> ahead steps (turned turn at)) (ahead first start)
  where
    ahead 0 at = at
    ahead steps at = maybe at (ahead (steps - 1 :: Int)) (step at)
    turned R = right
    turned L = right . right . right

-- | The answer for a row and a column, counted from 0, and a facing: 0 is right, 1 down, 2 left and 3 up.
password :: (Int, Int, Int) -> Int
password (y, x, facing) = 1000 * (y + 1) + 4 * (x + 1) + facing

part1 :: Board -> Int
part1 board@(Board rows _ _ first path) = password (walk step right (0, startOf board, 0) first path)
  where
    right (y, x, facing) = (y, x, (facing + 1) `rem` 4)
    step (y, x, facing) = if isWall board y' x' then Nothing else Just (y', x', facing)
      where
        (y', x') = case facing of
          0 -> (y, around (across ! y) (x + 1))
          1 -> (around (along ! x) (y + 1), x)
          2 -> (y, around (across ! y) (x - 1))
          _ -> (around (along ! x) (y - 1), x)
    around (low, high) i
      | i > high = low
      | i < low = high
      | otherwise = i
    -- The first and the last cell of each row and of each column. Those of a net have no gaps.
    across = V.map (\(blanks, cells) -> (blanks, blanks + C.length cells - 1)) rows
    along = V.generate (1 + V.foldl' max 0 (V.map snd across)) column
    column x = let ys = V.toList (V.findIndices (\(low, high) -> low <= x && x <= high) across) in (foldr const 0 ys, foldl' max 0 ys)

-- | The column of the first open cell in the first row.
startOf :: Board -> Int
startOf (Board rows _ _ _ _) = sum [blanks + fromMaybe 0 (C.elemIndex '.' cells) | (blanks, cells) <- V.toList (V.take 1 rows)]

isWall :: Board -> Int -> Int -> Bool
isWall (Board rows _ _ _ _) y x = let (blanks, cells) = rows ! y in C.index cells (x - blanks) == '#'

-- | A cell of the map: its row and column, whether it is a wall, and the frame of its face.
data Cell = Cell !Int !Int !Bool !Frame

-- | A point that the walker is at, and the walker's frame.
data Walker = Walker !Space !Frame

part2 :: Board -> Maybe Int
part2 board@(Board _ side faces first path) = do
  ((_, x), frame) <- Map.lookupLE (0, startOf board) faces
  let Walker end (Frame forward _ _) = walk step turned (Walker (pointOf frame (0, startOf board - x)) frame) first path
  Cell y' x' _ (Frame right down _) <- IntMap.lookup (key end) cells
  facing <- elemIndex forward [right, down, back right, back down]
  Just (password (y', x', facing))
  where
    -- The centre of the cell in this row and column of a face, in a cube whose faces are so far from its own centre.
    pointOf (Frame right down out) (y, x) = times (2 * x + 1 - side) right |+| times (2 * y + 1 - side) down |+| times side out
    -- A step may lead to a point outside of the cube, one beyond it at most.
    key (Space x y z) = fromDigits (2 * side + 3) (map (side + 1 +) [x, y, z])
    cells =
      IntMap.fromList
        [ (key (pointOf frame (dy, dx)), Cell (y + dy) (x + dx) (isWall board (y + dy) (x + dx)) frame)
          | ((y, x), frame) <- Map.toList faces,
            dy <- [0 .. side - 1],
            dx <- [0 .. side - 1]
        ]
    turned (Walker point (Frame forward hand out)) = Walker point (Frame hand (back forward) out)
    step (Walker point frame@(Frame forward hand out))
      | Just (Cell _ _ wall _) <- IntMap.lookup (key straight) cells = if wall then Nothing else Just (Walker straight frame)
      | Just (Cell _ _ False _) <- IntMap.lookup (key over) cells = Just (Walker over (Frame (back out) hand forward))
      | otherwise = Nothing
      where
        straight = point |+| times 2 forward
        over = point |+| forward |+| back out
