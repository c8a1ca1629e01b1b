-- |
-- 2022 day 14, Regolith Reservoir <https://adventofcode.com/2022/day/14>
--
-- How many units of sand come to rest before the first one falls below the lowest rock (part 1), and how many
-- come to rest if there is a floor two rows below that rock (part 2).
--
-- The idea for part 2: no sand falls. Look at what stays dry, as runs of cells in each row. A cell gets no
-- sand if it is rock, or if the three cells above it are dry. So the dry runs of a row are the rock, and the
-- runs of the row above with a cell cut off at either end, joined where they touch:
--
-- > . . . . . o . . . . .      o sand, . dry, # rock
-- > . . . . o o o . . . .
-- > . . . o # # # o . . .
-- > . . o o o . o o o . .      the run of 3 leaves a run of 1
--
-- All that is beside the sand is dry too, and needs no rule of its own. Its two runs are so long that they
-- may lose a cell at either end in each row. Sand is what lies between the runs of a row.
--
-- For part 1 there is the floor as well. Sand comes to rest in the order of a depth-first search: before a
-- cell is filled, the cells below it are, then those at the lower left and those at the lower right. The
-- first unit that falls is the first to rest on the floor. The order is a lazy list, so the search does not
-- go on beyond that unit.
module AoC.Y2022.Day14 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, foldLines, offset, runParser, sepBy1, string)
import AoC.Span (Span (..), extent)
import Control.Monad (unless, when)
import Data.ByteString (ByteString)
import Data.Foldable (for_)
import qualified Data.IntMap.Strict as IntMap
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import Data.List (foldl', mapAccumL, sort)

-- | The cells of rock, 1000 for each row and 1 for each column.
parse :: ByteString -> Either InputError IntSet
parse = runParser (snd <$> foldLines path (0, IntSet.empty))

-- | One more path, and its rock.
path :: (Int, IntSet) -> Parser (Int, IntSet)
path (before, rock) = do
  at <- offset
  when (before == 500) $ failAt at "at most 500 paths"
  (places, corners) <- unzip <$> sepBy1 ((,) <$> offset <*> corner) (string " -> ")
  let strokes = zip corners (drop 1 corners)
  when (length corners > 60) $ failAt at "at most 60 points"
  for_ (zip (drop 1 places) strokes) $ \(place, stroke) ->
    unless (straight stroke) $ failAt place "the end of a stroke along one axis"
  pure (before + 1, foldl' (flip IntSet.insert) rock (concatMap cells (zip corners corners ++ strokes)))
  where
    corner = (,) <$> decimal 0 999 <* char ',' <*> decimal 1 180
    straight ((x, y), (x', y')) = (x == x') /= (y == y')
    cells ((x, y), (x', y')) = [1000 * row + col | row <- between y y', col <- between x x']
    between a b = [min a b .. max a b]

-- | The row of the lowest rock.
lowest :: IntSet -> Int
lowest rock = maybe 0 ((`quot` 1000) . fst) (IntSet.maxView rock)

part1, part2 :: IntSet -> Int
part1 rock = length (takeWhile (< 1000 * (lowest rock + 1)) (snd (fill rock 500) []))
  where
    -- What is full; and the cells that are filled, in this order, until this cell is full, put before others.
    fill full cell
      | cell >= 1000 * (lowest rock + 2) || cell `IntSet.member` full = (full, id)
      | otherwise = (IntSet.insert cell full', foldr (.) (cell :) before)
      where
        (full', before) = mapAccumL fill full [cell + 1000, cell + 999, cell + 1001]
part2 rock = sum [c - b | runs <- dryRuns rock, (Span _ b, Span c _) <- zip runs (drop 1 runs)]

-- | The dry runs of each row in which there is sand.
dryRuns :: IntSet -> [[Span]]
dryRuns rock = scanl below [Span (-1000) 500, Span 501 2000] [1 .. lowest rock + 1]
  where
    below above row = joined (sort (kept ++ IntMap.findWithDefault [] row rocks))
      where
        kept = filter ((> 0) . extent) (map shorter above)
    shorter (Span a b) = Span (a + 1) (b - 1)
    rocks =
      IntMap.fromListWith
        (++)
        [ (row, [Span col (col + 1)])
          | cell <- IntSet.toDescList rock,
            let (row, col) = cell `quotRem` 1000
        ]

-- | The same cells as these runs, which are in order, in as few runs as there can be.
--
-- >>> joined [Span 0 2, Span 2 5, Span 3 4, Span 6 7]
-- [Span 0 5,Span 6 7]
joined :: [Span] -> [Span]
joined (Span a b : Span c d : others) | c <= b = joined (Span a (max b d) : others)
joined (run : others) = run : joined others
joined [] = []
