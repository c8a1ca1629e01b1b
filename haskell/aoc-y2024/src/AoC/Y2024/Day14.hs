-- |
-- 2024 day 14, Restroom Redoubt <https://adventofcode.com/2024/day/14>
--
-- The product of the numbers of robots in the four quadrants after 100 steps (part 1), and the first step at
-- which more than half of them stand within some 31 neighbouring columns and more than half within some 33
-- neighbouring rows (part 2).
--
-- The idea: pairs of robots vote, and no step is simulated to find the candidates. Take the columns, w of
-- them. Two robots whose positions differ by d and whose speeds differ by e share a column at step t if and
-- only if
--
-- > d + t e = 0 (mod w)
--
-- so count the pairs by (d, e). The pairs that share a column at step t are the entries of this table on the
-- line with slope -t, which is a discrete Radon transform. A sum along a line needs no inverse of e, so w
-- need not be prime.
--
-- If m robots stand in 31 columns, then by the pigeonhole principle at least as many pairs share a column as
-- if the m were spread evenly. So only steps modulo w that have the votes of that many pairs are candidates,
-- and these are checked by the definition. The same holds for rows. A step of the picture has good remainders
-- modulo both sizes.
module AoC.Y2024.Day14 (params, parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, char, decimal, failWhole, linesOfUpTo, runParser, string)
import AoC.Numbers (tally)
import AoC.Params (Param (..), Params, param)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.List (find)
import qualified Data.Vector.Unboxed as U

-- | The size of the hall along an axis, and each robot's position and speed along it, both less than the
-- size.
data Axis = Axis !Int !(U.Vector (Int, Int))

instance NFData Axis where
  rnf axis = axis `seq` ()

params :: [Param]
params = [wide, high]

wide, high :: Param
wide = Param "width" 101 (3, 103)
high = Param "height" 103 (3, 103)

-- | The axis of the columns, and that of the rows.
parse :: Params -> ByteString -> Either InputError (Axis, Axis)
parse ps = runParser $ do
  robots <- U.fromList <$> linesOfUpTo 1000 (robot w h)
  when (even w) $ failWhole "the width is not odd"
  when (even h) $ failWhole "the height is not odd"
  pure (Axis w (U.map fst robots), Axis h (U.map snd robots))
  where
    (w, h) = (param wide ps, param high ps)

-- | Position and speed along either axis.
robot :: Int -> Int -> Parser ((Int, Int), (Int, Int))
robot w h = do
  x <- string "p=" *> decimal 0 (w - 1)
  y <- char ',' *> decimal 0 (h - 1)
  dx <- string " v=" *> decimal (-999) 999
  dy <- char ',' *> decimal (-999) 999
  pure ((x, dx `mod` w), (y, dy `mod` h))

-- | Where the robots are after some steps.
after :: Int -> Axis -> U.Vector Int
after t (Axis size robots) = U.map (\(x, dx) -> (x + t * dx) `rem` size) robots

part1 :: (Axis, Axis) -> Int
part1 (columns, rows) =
  product [U.length (U.filter (== (right, down)) sides) | right <- [-1, 1], down <- [-1, 1]]
  where
    sides = U.zip (sidesOf columns) (sidesOf rows)
    sidesOf axis@(Axis size _) = U.map (\x -> signum (x - size `quot` 2)) (after 100 axis)

part2 :: (Axis, Axis) -> Maybe Int
part2 (columns@(Axis w _), rows@(Axis h _)) = find (\t -> t `rem` h `elem` inRows) inColumns
  where
    inColumns = [start + t | start <- [0, w .. lcm w h - w], t <- gathered 31 columns]
    inRows = gathered 33 rows

-- | The steps, less than the size, at which more than half of the robots stand within @breadth@ neighbouring
-- lines.
gathered :: Int -> Axis -> [Int]
gathered breadth axis@(Axis size robots) =
  [t | (t, pairs) <- zip [0 ..] (votes axis), pairs >= enough, isGathered t]
  where
    n = U.length robots
    window = min breadth size
    -- The pairs that share a line if just more than half of the robots are spread evenly over the window.
    (each, more) = (n `quot` 2 + 1) `quotRem` window
    enough = window * (each * (each - 1) `quot` 2) + more * each
    isGathered t = 2 * U.maximum (U.zipWith (-) (U.drop window before) before) > n
      where
        before = U.scanl' (+) 0 (tally size (after t axis))

-- | How many pairs of robots share a line at each step t less than the size: those with d = -t e (mod size).
votes :: Axis -> [Int]
votes (Axis size robots) = [sum (sharing t) | t <- [0 .. size - 1]]
  where
    sharing t = [table ! (e * size + (size - e) * t `rem` size) | e <- [0 .. size - 1]]
    table = tally (size * size) (U.concat pairs)
    pairs = [U.map (pair (robots ! i)) (U.take i robots) | i <- [1 .. U.length robots - 1]]
    pair (x, dx) (x', dx') = wrapped (dx - dx') * size + wrapped (x - x')
    wrapped d = if d < 0 then d + size else d
