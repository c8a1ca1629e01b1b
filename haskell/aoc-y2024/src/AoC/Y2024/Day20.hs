-- |
-- 2024 day 20, Race Condition <https://adventofcode.com/2024/day/20>
--
-- A cheat leads from one cell of a track straight to a later one, through walls: how many cheats save enough,
-- if they are at most 2 steps long (part 1) or at most 20 (part 2).
--
-- The idea: leap along the track. From a fixed cell, look at later cells one after the other. With each step
-- along the track, the distance to the fixed cell changes by at most one. So where it is d and a cheat may
-- have m steps, much is known of the cells that follow. The walk leaps over them, and the map is needed no
-- more once the track is known.
--
-- > d > m    none of the next d - m - 1 cells is near enough     m = 3, d = 6: the next two are at 5 and 4 or farther
-- > d <= m   all of the next m - d cells are near enough         m = 3, d = 1: the next two are at 2 and 3 or nearer
--
-- What a cheat saves, which is the distance along the track less its length, changes by 0 to 2 with each
-- step. So a walk that lacks s leaps s / 2 cells, and a walk that saves enough does so to its end.
--
-- Assumes that the open cells are one path without branches, which 'parse' checks.
module AoC.Y2024.Day20 (params, parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, endOfInput, failWhole, runParser)
import AoC.Params (Param (..), Params, param)
import AoC.Y2024.Enclosed (Enclosed (..), enclosed)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.Vector.Unboxed as U

-- | How much a cheat has to save, and the rows and columns of the track's cells.
data Track = Track !Int !(U.Vector Int) !(U.Vector Int)

instance NFData Track where
  rnf t = t `seq` ()

params :: [Param]
params = [saving]

saving :: Param
saving = Param "saving" 100 (1, 10000)

parse :: Params -> ByteString -> Either InputError Track
parse ps = runParser $ do
  (m, ()) <- enclosed 150 "SE" "" endOfInput
  maybe (failWhole "the open cells are not one path from S to E") pure (track (param saving ps) m)

-- | The track, if every open cell is on it.
track :: Int -> Enclosed -> Maybe Track
track enough (Enclosed width text)
  | U.length path == U.length open && endsAtE = Just (Track enough rows columns)
  | otherwise = Nothing
  where
    is c cell = C.index text cell == c
    endsAtE = U.elem (U.last path) (U.filter (is 'E') open)
    open = U.filter (not . is '#') (U.enumFromN 0 (C.length text))
    path = U.unfoldr walk (0, C.elemIndices 'S' text)
    -- The cell before, and where the track goes on from there. It ends where that is not one cell.
    walk (before, [here]) = Just (here, (here, nexts))
      where
        nexts = [next | d <- [-width, -1, 1, width], let next = here + d, next /= before, not (is '#' next)]
    walk _ = Nothing
    (rows, columns) = U.unzip (U.map (`quotRem` width) path)

part1, part2 :: Track -> Int
part1 = cheats 2
part2 = cheats 20

-- | How many cheats of at most this many steps save enough?
cheats :: Int -> Track -> Int
cheats most (Track enough rows columns) = sum (map from [0 .. n - 1])
  where
    n = U.length rows
    from i = look 0 (i + enough + 1)
      where
        look count j
          | j >= n = count
          | distance > most = look count (j + distance - most)
          | lacking > 0 = look count (j + (lacking + 1) `quot` 2)
          | otherwise = let near = min (most - distance + 1) (n - j) in look (count + near) (j + near)
          where
            distance = abs (rows ! j - row) + abs (columns ! j - column)
            lacking = enough + distance - (j - i)
        row = rows ! i
        column = columns ! i
