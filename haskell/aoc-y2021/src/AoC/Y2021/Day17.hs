-- |
-- 2021 day 17, Trick Shot <https://adventofcode.com/2021/day/17>
--
-- How high a probe can get that hits the target, and how many launch velocities hit it.
--
-- The idea: fix the number of steps instead of the speed. After @n@ steps the height is
-- @n*vy - (0 + 1 + ... + (n-1))@, so the upward speeds that suit form an interval; the distance never falls
-- as @vx@ grows, so the forward speeds form an interval too. The good speeds are thus a union of rectangles,
-- one for each @n@.
--
-- The union is counted without laying anything out. One shot is in the target during consecutive steps only:
-- its distance never falls, and below the start its height only falls. So each shot is in one more rectangle
-- than it is in overlaps of rectangle @n@ with rectangle @n + 1@, and the count is all areas less all such
-- overlaps.
--
-- Steps beyond @2 * -y1@ need no look: there @y = n*vy - n(n-1)/2@ says @2*vy = n - 1 + 2*y/n@, and the last
-- term lies strictly between -1 and 0.
--
-- Assumes a target ahead of the start and below it.
module AoC.Y2021.Day17 (parse, part1, part2) where

import AoC.Input (InputError, runParser, string)
import AoC.Span (Span (..), extent, meet, spanOf)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)

-- | Across, and up.
data Rectangle = Rectangle !Span !Span

instance NFData Rectangle where
  rnf Rectangle {} = ()

parse :: ByteString -> Either InputError Rectangle
parse = runParser $ do
  string "target area: x="
  xs <- spanOf 1 999 ".."
  string ", y="
  Rectangle xs <$> spanOf (-999) (-1) ".."

-- | The highest shot is the one with the greatest upward speed; it peaks when that is spent.
part1 :: Rectangle -> Int
part1 target = triangle (maximum (0 : upward))
  where
    upward = [above - 1 | good@(Rectangle _ (Span _ above)) <- speeds target, area good > 0]

part2 :: Rectangle -> Int
part2 target = sum (map area good) - sum (zipWith overlap good (drop 1 good))
  where
    good = speeds target
    overlap (Rectangle xs ys) (Rectangle xs' ys') = area (Rectangle (meet xs xs') (meet ys ys'))

-- | For 1, 2, 3 ... steps, the launch speeds that end up in the target.
speeds :: Rectangle -> [Rectangle]
speeds (Rectangle (Span x1 x2) (Span y1 y2)) = map after [1 .. 2 * negate y1]
  where
    after n = Rectangle forward upward
      where
        forward = Span (reaching x1 brake1 n) (reaching x2 brake2 n)
        upward = Span ((y1 + lost) `up` n) ((y2 + lost) `up` n)
        lost = triangle (n - 1)
    -- The least speed that comes to @x@ in @n@ steps. A speed up to @n@ is spent by then, and has come to the
    -- triangle over it. One of @n - 1@ or more is short by the triangle over @n - 1@, as the upward speed is.
    reaching x brake n = if brake <= n then brake else (x + triangle (n - 1)) `up` n
    brake1 = braking x1
    brake2 = braking x2
    braking x = length (takeWhile (< x) (map triangle [0 ..]))
    a `up` b = negate (negate a `div` b)

area :: Rectangle -> Int
area (Rectangle xs ys) = extent xs * extent ys

triangle :: Int -> Int
triangle n = n * (n + 1) `quot` 2
