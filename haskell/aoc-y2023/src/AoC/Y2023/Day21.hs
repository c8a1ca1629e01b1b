-- |
-- 2023 day 21, Step Counter <https://adventofcode.com/2023/day/21>
--
-- A walk takes steps from plot to plot of a garden that is repeated without end: in how many plots it can end
-- if it takes just too few steps to reach the border (part 1), and after the steps to the border and 202,300
-- maps more (part 2).
--
-- The idea: sizes of breadth-first layers, and a sum over all maps. The rows and columns of S and the borders
-- are free of rocks, so the shortest path to any place on a border is as short as without rocks. Hence all
-- shortest paths into another map may enter it at the place that is nearest to S: the middle of a side or a
-- corner. So there are nine kinds of maps, by where the walk enters (h is the distance from S to a border, n
-- the side of a map):
--
-- > corner  middle  corner      middles: the j-th map in a direction is entered after h + 1 + j n steps, j = 0, 1 ...
-- > middle    S     middle      corners: after 2 (h + 1) + j n steps, and there are j + 1 maps for this j
-- > corner  middle  corner
--
-- A walk of s steps can end in the plots at a distance of at most s that is odd or even as s is. So each
-- layer counts as many times as there are maps of its kind that leave it time enough, every other j since n
-- is odd.
--
-- A set of plots is a number with a bit for each cell, and a layer takes a few operations on such numbers.
module AoC.Y2023.Day21 (parse, part1, part2) where

import AoC.Grid (Grid (..), cell, gridWhere, noSecond, rowOf)
import AoC.Input (InputError, endOfInput, failWhole, runParser)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.Bits (bit, popCount, shiftL, shiftR, xor, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C

-- | The side of the map; and its plots, where the cell in row r and column c is bit r (side + 1) + c. The
-- bits between two rows are no plots.
data Garden = Garden !Int !Integer

instance NFData Garden where
  rnf g = g `seq` ()

parse :: ByteString -> Either InputError Garden
parse = runParser $ do
  g <- gridWhere (noSecond "S") 131 "a plot, a rock or S" (`elem` ".#S") <* endOfInput
  let n = height g
      half = n `quot` 2
      isFree r c = cell g r c /= '#'
      rows = [rowOf g r | r <- [0 .. n - 1]]
      plots = foldr (\row above -> above `shiftL` (n + 1) .|. C.foldr plot 0 row) 0 rows
      plot c right = right `shiftL` 1 .|. (if c == '#' then 0 else 1)
  when (width g /= n || even n || n < 5) $ failWhole "the map is not a square with an odd side of at least 5"
  when (cell g half half /= 'S') $ failWhole "S is not at the centre"
  when (or [not (isFree r i && isFree i r) | r <- [0, half, n - 1], i <- [0 .. n - 1]]) $
    failWhole "a rock is at the border or in line with S"
  let garden = Garden n plots
  when (length (layersFrom garden (half, half)) > 3 * half + 2) $
    failWhole "a plot of the map is too far from S"
  pure garden

-- | The sizes of the layers of plots of one map at distances 0, 1 and so on from the plot in this row and
-- column.
layersFrom :: Garden -> (Int, Int) -> [Int]
layersFrom (Garden n plots) (row, column) = go plots (bit (row * stride + column))
  where
    stride = n + 1
    go _ 0 = []
    go plotsLeft layer = popCount layer : go others (spread .&. others)
      where
        others = plotsLeft `xor` layer
        spread = layer `shiftL` 1 .|. layer `shiftR` 1 .|. layer `shiftL` stride .|. layer `shiftR` stride

part1, part2 :: Garden -> Int
part1 g@(Garden n _) = endings (n `quot` 2 - 1) g
part2 g@(Garden n _) = endings (n `quot` 2 + 202300 * n) g

-- | In how many plots can a walk of this many steps end?
endings :: Int -> Garden -> Int
endings steps g@(Garden n _) =
  total 0 own [(half, half)]
    + total (half + 1) line [(half, 0), (half, n - 1), (0, half), (n - 1, half)]
    + total (2 * half + 2) diagonals [(0, 0), (0, n - 1), (n - 1, 0), (n - 1, n - 1)]
  where
    half = n `quot` 2
    -- The layers of maps that are entered at these places, the first after this many steps.
    total entered times places =
      sum [size * times (steps - entered - distance) | (distance, size) <- concatMap layers places]
    layers place = zip [0 ..] (layersFrom g place)
    -- How many maps have a layer among the endings, if this many steps are left in the first of them?
    own left = if left >= 0 && even left then 1 else 0
    line left = fst (maps left)
    diagonals left = let (count, first) = maps left in count * (first + count)
    -- The maps j with j n at most what is left, and an even rest: how many, and the first. These are first,
    -- first + 2 ...
    maps left = (count, first)
      where
        first = left `mod` 2
        count = if left < first * n then 0 else (left `quot` n - first) `quot` 2 + 1
