-- |
-- 2022 day 15, Beacon Exclusion Zone <https://adventofcode.com/2022/day/15>
--
-- How many cells of a row are within reach of a sensor and have no known beacon (part 1), and the frequency
-- of the only cell of a square that is out of reach of all sensors (part 2). A sensor reaches as far as to
-- its nearest beacon.
--
-- The idea: subtract. Along the diagonals, in u = x + y and v = x - y, the reach of a sensor is an upright
-- square:
--
-- > ..#..                         #####
-- > .###.     x, y                #####     u, v
-- > #####     |dx| + |dy| <= 2    #####     |du| <= 2 and |dv| <= 2
-- > .###.                         #####
-- > ..#..                         #####
--
-- Start with one rectangle around everything, and take the reach of one sensor after the other away. What a
-- square leaves of a rectangle is four rectangles at most. In the end the rectangles are all that is out of
-- reach. Part 1 is the same in one dimension: what the sensors leave of the row.
--
-- A rectangle may go beyond the square that is asked for, and u and v belong to a cell only if both are even
-- or both are odd. So in the end each rectangle is turned back into x and y. It bounds x + y and x - y, and
-- the square bounds x and y. For a given x, these are lower and upper bounds of y. There is such a y if every
-- lower bound is at most every upper one, which holds from a least x to a greatest. So the cells of a
-- rectangle are a lazy list that is never searched in vain, and part 2 takes two cells at most to know
-- whether there is exactly one.
module AoC.Y2022.Day15 (params, parse, part1, part2) where

import AoC.Input (InputError, Parser, decimal, distinctLinesUpTo, failAt, failWhole, offset, runParser, string)
import AoC.Params (Param (..), Params, param)
import AoC.Span (Span (..), extent, meet, without)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.List (foldl', nub)
import Data.List.NonEmpty (NonEmpty (..))

data Cell = Cell !Int !Int deriving (Eq, Ord)

-- | A sensor, and its nearest beacon.
data Sensor = Sensor !Cell !Cell

-- | The row of part 1, the greatest coordinate of part 2, and the sensors.
data Report = Report !Int !Int ![Sensor]

instance NFData Report where
  rnf (Report _ _ sensors) = foldr seq () sensors

params :: [Param]
params = [rowAsked, limit]

rowAsked, limit :: Param
rowAsked = Param "row" 2000000 (0, 10000000)
limit = Param "limit" 4000000 (0, 4000000)

parse :: Params -> ByteString -> Either InputError Report
parse ps = runParser $ do
  sensors <- distinctLinesUpTo 40 "a sensor where there is none yet" (\(Sensor at _) -> at) sensor
  when (or [distance at other < reach s | s@(Sensor at _) <- sensors, Sensor _ other <- sensors]) $
    failWhole "a beacon is nearer to a sensor than its own"
  pure (Report (param rowAsked ps) (param limit ps) sensors)

sensor :: Parser Sensor
sensor = do
  start <- offset
  at <- string "Sensor at " *> cell
  beacon <- string ": closest beacon is at " *> cell
  when (at == beacon) $ failAt start "a beacon that is not where the sensor is"
  pure (Sensor at beacon)
  where
    cell = Cell <$> (string "x=" *> coordinate) <*> (string ", y=" *> coordinate)
    coordinate = decimal (-10000000) 10000000

distance :: Cell -> Cell -> Int
distance (Cell x y) (Cell x' y') = abs (x - x') + abs (y - y')

reach :: Sensor -> Int
reach (Sensor at beacon) = distance at beacon

-- | @around middle far@: the numbers that are at most @far@ away from the middle.
around :: Int -> Int -> Span
around middle far = Span (middle - far) (middle + far + 1)

part1 :: Report -> Int
part1 (Report row _ sensors) = extent whole - sum (map extent left) - length beaconsInRow
  where
    beacons = [beacon | Sensor _ beacon <- sensors]
    beaconsInRow = filter (== row) [y | Cell _ y <- nub beacons]
    whole = around 0 100000000
    left = foldl' (flip without) [whole] reached
    reached =
      [ around x far
        | s@(Sensor (Cell x y) _) <- sensors,
          let far = reach s - abs (y - row),
          far >= 0
      ]

part2 :: Report -> Maybe Int
part2 (Report _ most sensors) = case concatMap (cellsOf most) (foldl' takeAway [everything] sensors) of
  [Cell x y] -> Just (4000000 * x + y)
  _ -> Nothing
  where
    everything = Rectangle (Span 0 (2 * most + 1)) (Span (-most) (most + 1))

-- | The numbers u, and the numbers v.
data Rectangle = Rectangle !Span !Span deriving (Eq, Show)

-- | What a sensor leaves of some rectangles.
takeAway :: [Rectangle] -> Sensor -> [Rectangle]
takeAway rectangles s@(Sensor (Cell x y) _) = concatMap rest rectangles
  where
    rest rectangle@(Rectangle us vs)
      | extent (us `meet` u) == 0 || extent (vs `meet` v) == 0 = [rectangle]
      | otherwise =
        [Rectangle beside vs | beside <- without u [us]]
          ++ [Rectangle (us `meet` u) beyond | beyond <- without v [vs]]
    u = around (x + y) (reach s)
    v = around (x - y) (reach s)

-- | The cells of a rectangle with coordinates from 0 to @most@. The bounds of x are where each lower bound of
-- y meets each upper one: x - v >= 0, for example, makes x at least v, and x - v >= u - x makes 2 x at least
-- u + v.
--
-- >>> [(x, y) | Cell x y <- cellsOf 4 (Rectangle (Span 2 5) (Span 1 3))]
-- [(2,0),(2,1),(3,1)]
cellsOf :: Int -> Rectangle -> [Cell]
cellsOf most (Rectangle (Span u u') (Span v v')) =
  [Cell x y | x <- [leastX .. greatestX], y <- [maximum (lower x) .. minimum (upper x)]]
  where
    lower x = 0 :| [u - x, x - v' + 1]
    upper x = most :| [u' - 1 - x, x - v]
    leastX = maximum (0 :| [v, u - most, (u + v + 1) `div` 2])
    greatestX = minimum (most :| [u' - 1, most + v' - 1, (u' + v' - 2) `div` 2])
