-- |
-- 2025 day 9, Movie Theater <https://adventofcode.com/2025/day/9>
--
-- The area of the greatest rectangle of tiles that has corners of a loop at two opposite corners: of all such
-- rectangles (part 1), and of those without a tile outside the loop (part 2).
--
-- The idea: count tiles by Green's theorem. Let F(x, y) be the number of tiles on or inside the loop that
-- have coordinates less than x and y. A rectangle has no tile outside if and only if the count of tiles in
-- it, a sum of four values of F, is its area. No edge is tested for crossing, and no tile is visited.
--
-- Take the outline of these tiles, which runs around the loop's tiles on their outer side. Each edge of it
-- along the x axis adds to F(x, y) an area: the length of the edge up to x, times the distance from the edge
-- up to y. The area is positive if the edge runs to greater x, and negative if it runs back. For a loop with
-- the corners 1,1 and 3,2:
--
-- > y = 3   +--<--+   -3 * (5 - 3)
-- >         |# # #|                   F(4, 5) = 12 - 6 = 6 tiles
-- >         |# # #|
-- > y = 1   +-->--+   +3 * (5 - 1)
-- >     x = 1     4
--
-- For a fixed x, F is piecewise linear in y. The lengths are summed up to y. These sums are multiplied by the
-- gaps between the edges, and summed again. So two scans for each x make a table of F.
--
-- Why it is right: the loop does not meet itself, so the outline may touch itself and never crosses itself.
-- It winds once around each tile on or inside the loop, and not around any other tile.
module AoC.Y2025.Day09 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, char, decimal, failAt, failWhole, foldLines, offset, runParser, tooSoon)
import AoC.Span (Span (..), extent, meet)
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.List (foldl', tails, zip4)
import Data.Maybe (isNothing)
import Data.Set (Set)
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as U

type Tile = (Int, Int)

-- | The loop's corners in order.
parse :: ByteString -> Either InputError [Tile]
parse = runParser $ do
  corners <- reverse <$> foldLines corner []
  let axes = zipWith along corners (cycleFrom 1 corners)
  when (length corners < 4) $ tooSoon "at least 4 corners"
  when (any isNothing axes || or (zipWith (==) axes (cycleFrom 1 axes))) $
    failWhole "the last corner and the first are not joined by an edge with turns at both"
  when (meetsItself (zipWith edge corners (cycleFrom 1 corners))) $ failWhole "the loop meets itself"
  pure corners

-- | One more corner, the last first.
corner :: [Tile] -> Parser [Tile]
corner before = do
  at <- offset
  tile <- (,) <$> decimal 0 999999 <* char ',' <*> decimal 0 999999
  when (length before == 1000) $ failAt at "at most 1,000 corners"
  case zipWith along (tile : before) before of
    Nothing : _ -> failAt at "a corner in the row or column of the one before"
    axis : axis' : _ | axis == axis' -> failAt at "a corner with a turn at the one before"
    _ -> pure (tile : before)

data Axis = X | Y deriving (Eq)

-- | The axis that an edge runs along.
along :: Tile -> Tile -> Maybe Axis
along (x, y) (x', y') = case (x == x', y == y') of
  (False, True) -> Just X
  (True, False) -> Just Y
  _ -> Nothing

-- | The columns and the rows of an edge's tiles.
edge :: Tile -> Tile -> (Span, Span)
edge (x, y) (x', y') = (Span (min x x') (max x x' + 1), Span (min y y') (max y y' + 1))

-- | Do any two edges have a tile in common, other than neighbours?
meetsItself :: [(Span, Span)] -> Bool
meetsItself edges =
  or
    [ common xs xs' && common ys ys'
      | (i, (xs, ys) : _ : others) <- zip [0 :: Int ..] (tails edges),
        (xs', ys') <- if i == 0 then init others else others
    ]
  where
    common span1 span2 = extent (meet span1 span2) > 0

part1, part2 :: [Tile] -> Int
part1 = greatest (\_ _ -> True)
part2 loop = greatest (within loop) loop

-- | The area of the greatest rectangle that is allowed between two corners, which are given by number.
greatest :: (Int -> Int -> Bool) -> [Tile] -> Int
greatest allowed loop = foldl' improve 0 [(i, j) | j <- [1 .. U.length corners - 1], i <- [0 .. j - 1]]
  where
    corners = U.fromList loop
    improve best (i, j) = if area > best && allowed i j then area else best
      where
        area = rectangle (corners ! i) (corners ! j)

rectangle :: Tile -> Tile -> Int
rectangle (x, y) (x', y') = (abs (x - x') + 1) * (abs (y - y') + 1)

-- | Are all tiles of the rectangle between two corners on or inside the loop? The corners are given by
-- number.
within :: [Tile] -> Int -> Int -> Bool
within loop = \i j ->
  let (column, row) = places ! i
      (column', row') = places ! j
      (left, right) = (min column column' * Set.size rows, (max column column' + 1) * Set.size rows)
      (low, high) = (min row row', max row row' + 1)
      tiles = table ! (right + high) - table ! (right + low) - table ! (left + high) + table ! (left + low)
   in tiles == rectangle (corners ! i) (corners ! j)
  where
    corners = U.fromList loop
    columns = sides (map fst loop)
    rows = sides (map snd loop)
    places = U.map (\(x, y) -> (Set.findIndex x columns, Set.findIndex y rows)) corners
    (heights, starts, ends) = U.unzip3 (U.fromList edges)
    edges = [(Set.findIndex y rows, from, to) | (y, from, to) <- outline loop]
    -- F(x, y) for each x in columns and each y in rows.
    table = U.concat (map countsBefore (Set.toAscList columns))
    countsBefore x = U.scanl' (+) 0 (U.zipWith (*) gaps (U.postscanl' (+) 0 lengths))
      where
        lengths = U.accumulate_ (+) zeros heights (U.zipWith (\from to -> min x to - min x from) starts ends)
    zeros = U.replicate (Set.size rows) 0
    gaps = U.fromList (zipWith subtract (Set.toAscList rows) (drop 1 (Set.toAscList rows)))

-- | The coordinates at which the tiles of these columns, or rows, begin and end.
sides :: [Int] -> Set Int
sides tiles = Set.fromList (tiles ++ map (+ 1) tiles)

-- | The outline's edges along x: their y, where they start, and where they end. The sides of tile (x, y) are
-- at x and x + 1, and at y and y + 1. The tiles are to the left of the outline, so a loop that runs the other
-- way is reversed.
outline :: [Tile] -> [(Int, Int, Int)]
outline corners =
  [ (y + fromEnum (x' < x), x + fromEnum (before < y), x' + fromEnum (y < after))
    | ((_, before), (x, y), (x', y'), (_, after)) <- fours,
      y == y'
  ]
  where
    fours = zip4 loop (cycleFrom 1 loop) (cycleFrom 2 loop) (cycleFrom 3 loop)
    loop = if twiceTheArea > 0 then corners else reverse corners
    twiceTheArea = sum (zipWith (\(x, y) (x', y') -> x * y' - x' * y) corners (cycleFrom 1 corners))

-- | The list repeated forever, from its element @n@ on.
cycleFrom :: Int -> [a] -> [a]
cycleFrom n = drop n . cycle
