-- |
-- 2023 day 11, Cosmic Expansion <https://adventofcode.com/2023/day/11>
--
-- The sum of the distances, along rows and columns, of all pairs of galaxies, where a row or a column without
-- any counts 2 (part 1) or a factor (part 2) instead of 1.
--
-- The idea: strips are a monoid. Of a strip of neighbouring columns it is enough to know its width, the
-- number of its galaxies, the sum of their distances from its left edge, and the sum of the distances of
-- their pairs. Where n galaxies on the left meet n' on the right, and s and s' are the sums from the left
-- edge, the pairs across add n s' - n' s. The rows are strips too, and distances along the two axes are
-- added.
--
-- All of these but the number of galaxies are linear in the factor f, so they are kept as a + b f: an empty
-- column has the width f. The map is folded once with f unknown, and the parts put in its value.
module AoC.Y2023.Day11 (params, parse, part1, part2) where

import AoC.Grid (Grid (..), cell, grid, rowOf)
import AoC.Input (InputError, runParser)
import AoC.Params (Param (..), Params, param)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Foldable (foldMap')

params :: [Param]
params = [factor]

factor :: Param
factor = Param "factor" 1000000 (2, 1000000)

-- | The factor, and the map.
parse :: Params -> ByteString -> Either InputError (Int, Grid)
parse ps text = (,) (param factor ps) <$> runParser (grid 200 "# or ." (`elem` "#.")) text

-- | The expression a + b f.
data Linear = Linear !Int !Int

instance Semigroup Linear where
  Linear a b <> Linear a' b' = Linear (a + a') (b + b')

instance Monoid Linear where
  mempty = Linear 0 0

times :: Int -> Linear -> Linear
times n (Linear a b) = Linear (n * a) (n * b)

at :: Int -> Linear -> Int
at f (Linear a b) = a + b * f

-- | Width, galaxies, sum of their distances from the left edge, sum of the distances of their pairs.
data Strip = Strip !Linear !Int !Linear !Linear

instance Semigroup Strip where
  Strip w n s pairs <> Strip w' n' s' pairs' =
    Strip (w <> w') (n + n') (s <> shifted) (pairs <> pairs' <> across)
    where
      shifted = times n' w <> s'
      across = times n shifted <> times (-n') s

instance Monoid Strip where
  mempty = Strip mempty 0 mempty mempty

-- | A row or column with this many galaxies.
line :: Int -> Strip
line 0 = Strip (Linear 0 1) 0 mempty mempty
line n = Strip (Linear 1 0) n mempty mempty

part1, part2 :: (Int, Grid) -> Int
part1 (_, g) = at 2 (distances g)
part2 (f, g) = at f (distances g)

distances :: Grid -> Linear
distances g = along rows <> along columns
  where
    rows = [C.count '#' (rowOf g row) | row <- [0 .. height g - 1]]
    columns = [length (filter (isGalaxy column) [0 .. height g - 1]) | column <- [0 .. width g - 1]]
    isGalaxy column row = cell g row column == '#'

-- | The distances along one axis, given the number of galaxies on each of its lines.
along :: [Int] -> Linear
along counts = pairs
  where
    Strip _ _ _ pairs = foldMap' line counts
