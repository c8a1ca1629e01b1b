-- |
-- 2023 day 18, Lavaduct Lagoon <https://adventofcode.com/2023/day/18>
--
-- A trench is dug in a loop: how many cells it and its inside have, if the lines are read by their letters
-- (part 1), or by their six digits (part 2).
--
-- The idea: a sweep line. It goes down from row to row and keeps a set of columns: those of the edges that it
-- cuts. Taken two by two, they are the ends of the spans of the trench and its inside:
--
-- > y = 0    *---*      5 cells: the span below
-- > y = 1    |   |      5 cells: from column 0 to column 4
-- > y = 2    *-* |      5 cells: the spans above and below, united
-- > y = 3      | |      3 cells: from column 2 to column 4
-- > y = 4      *-*      3 cells: the span above
--
-- The set changes only in rows with corners. The rows between two of these are alike, so one of them is
-- counted and multiplied. A row with corners has the spans above it and below it, united, because the inside
-- is above or below each edge along the row.
--
-- The same sweep finds a loop that meets itself. In a row with corners, the edges along the row must have no
-- cell in common with each other, nor with an edge that goes on through the row. That is enough for edges
-- along a column too. If two of these meet, then one of them has an end in a cell of the other, and turns
-- there into an edge along the row. That edge meets the other one if the other goes on through the row. If
-- the other ends there as well, the edges along the row into which both turn meet.
module AoC.Y2023.Day18 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, failWhole, foldLines, offset, oneOf, runParser, satisfy, string, tooSoon)
import AoC.Numbers (fromDigits)
import AoC.Span (Span (..), extent)
import Control.Monad (replicateM, when)
import Data.ByteString (ByteString)
import Data.Char (digitToInt, isDigit)
import Data.IntMap.Strict (IntMap)
import qualified Data.IntMap.Strict as IntMap
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import Data.List (foldl', mapAccumL, sort)

data Direction = R | D | L | U deriving (Eq)

-- | An edge of the loop: its direction and its length.
type Edge = (Direction, Int)

-- | A row with corners: the edges along it, and the columns where an edge down starts, and where one ends.
type Corners = ([Span], [Int], [Int])

-- | The corners of a loop by row.
type Loop = IntMap Corners

-- | The loops of the first and of the second reading.
parse :: ByteString -> Either InputError (Loop, Loop)
parse = runParser $ do
  edges <- reverse <$> foldLines line []
  when (length edges < 4) $ tooSoon "at least 4 lines"
  (,) <$> loop (map fst edges) <*> loop (map snd edges)

-- | One more line, in both readings, in front of the lines before it.
line :: [(Edge, Edge)] -> Parser [(Edge, Edge)]
line before = do
  at <- offset
  when (length before == 1000) $ failAt at "at most 1,000 lines"
  direction <- oneOf [("R", R), ("D", D), ("L", L), ("U", U)]
  len <- char ' ' *> decimal 1 99 <* string " (#"
  at' <- offset
  len' <- fromDigits 16 . map digitToInt <$> replicateM 5 (satisfy "a digit from 0 to 9 or a to f" isHex)
  when (len' == 0) $ failAt at' "a length of at least 1"
  direction' <- oneOf [("0", R), ("1", D), ("2", L), ("3", U)] <* char ')'
  case before of
    ((first, _), (second, _)) : _
      | isAlong first == isAlong direction -> failAt at "a turn after the line before"
      | isAlong second == isAlong direction' -> failAt at' "a turn after the line before"
    _ -> pure (((direction, len), (direction', len')) : before)
  where
    isHex c = isDigit c || c `elem` ['a' .. 'f']

-- | Does it lead along a row?
isAlong :: Direction -> Bool
isAlong direction = direction == R || direction == L

-- | The loop of these edges, if it is one.
loop :: [Edge] -> Parser Loop
loop edges
  | odd (length edges) || end /= (0, 0) =
    failWhole "the last line does not turn into the first, or does not come back to it"
  | any meets (sweep rows) = failWhole "the loop meets itself"
  | otherwise = pure rows
  where
    (end, corners) = mapAccumL dig (0, 0) edges
    rows = IntMap.fromListWith (<>) (concat corners)
    -- The place at the end of an edge, and what the edge adds to the corners of its rows.
    dig (x, y) (direction, len) = case direction of
      R -> ((x + len, y), along y x (x + len))
      L -> ((x - len, y), along y (x - len) x)
      D -> ((x, y + len), down x y (y + len))
      U -> ((x, y - len), down x (y - len) y)
    along y x x' = [(y, ([Span x (x' + 1)], [], []))]
    down x y y' = [(y, ([], [x], [])), (y', ([], [], [x]))]

part1, part2 :: (Loop, Loop) -> Int
part1 = cells . fst
part2 = cells . snd

-- | A row with corners, and the columns of the edges that are cut above and below it.
data Row = Row !Int !Corners !IntSet !IntSet

-- | The rows with corners, from top to bottom.
sweep :: Loop -> [Row]
sweep = snd . mapAccumL next IntSet.empty . IntMap.toAscList
  where
    next above (y, corners@(_, starts, ends)) = (below, Row y corners above below)
      where
        below = IntSet.union (IntSet.fromList starts) (above `IntSet.difference` IntSet.fromList ends)

-- | Does the loop meet itself in this row? The answer is right if it does not in the rows above.
meets :: Row -> Bool
meets (Row _ (edges, _, ends) above _) = any isCut edges || or (zipWith overlap inOrder (drop 1 inOrder))
  where
    inOrder = sort edges
    overlap (Span _ end) (Span start _) = start < end
    -- The columns of the edges that go on through the row.
    through = above `IntSet.difference` IntSet.fromList ends
    isCut (Span start end) = maybe False (< end) (IntSet.lookupGE start through)

-- | How many cells are on the loop or inside of it?
cells :: Loop -> Int
cells corners = sum (map inRow rows) + sum (zipWith between rows (drop 1 rows))
  where
    rows = sweep corners
    inRow (Row _ _ above below) = united (spans above ++ spans below)
    between (Row y _ _ below) (Row y' _ _ _) = (y' - y - 1) * united (spans below)

-- | The spans that these columns are the ends of, two by two.
spans :: IntSet -> [Span]
spans = pairs . IntSet.toAscList
  where
    pairs (start : end : others) = Span start (end + 1) : pairs others
    pairs _ = []

-- | How many columns are in any of these spans?
--
-- >>> united [Span 5 9, Span 0 3, Span 2 6]
-- 9
united :: [Span] -> Int
united = snd . foldl' add (minBound, 0) . sort
  where
    add (covered, count) (Span start end) = (max covered end, count + extent (Span (max covered start) end))
