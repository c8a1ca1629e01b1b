-- |
-- 2023 day 24, Never Tell Me The Odds <https://adventofcode.com/2023/day/24>
--
-- Hailstones fly straight on: how many pairs of paths cross within an area, seen along z (part 1), and where
-- to throw a rock from, so that it hits them all (part 2).
--
-- The idea for part 1: projective geometry. A place (x, y) is the triple (x, y, 1), and a direction, as a
-- place that is infinitely far away, is (x, y, 0). The line through two places is their cross product, and so
-- is the place where two lines meet. On which side of a line a place is, is the sign of a dot product. The
-- borders of the area are lines too.
--
-- The idea for part 2: divisibility. Two stones with the same speed along an axis keep their distance along
-- it. The rock makes up for this distance between its two hits, so its speed less theirs divides the
-- distance. On real inputs that leaves one speed for each axis.
--
-- > stones with speed 3 along x that are 10 apart: the rock's speed along x is 3 +- 1, 2, 5 or 10;
-- > stones with speed 1 along x that are 35 apart: it is 1 +- 1, 5, 7 or 35, so it is 2 or 8.
--
-- The same holds along any direction, not only along the axes. Seen from the first stone, another stone flies
-- in a plane through it. Along the normal of that plane the two have the same speed and no distance, but they
-- never meet, or there would be no such plane. So the rock has their speed along the normal. With two such
-- normals, the rock's speed along one axis tells those along all axes. That is exact even if no two stones
-- have the same speed along an axis. Two stones then give the start, and all are checked.
module AoC.Y2023.Day24 (params, parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, distinctLinesUpTo, failAt, failWhole, offset, runParser, takeWhile1, tooSoon)
import AoC.Params (Param (..), Params, param)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.List (sortOn, tails, transpose)
import qualified Data.Map.Strict as Map
import Data.Maybe (listToMaybe)
import Data.Ord (Down (..))

data Triple a = Triple !a !a !a deriving (Eq, Ord)

-- | The place at time 0, and the velocity.
data Stone = Stone !(Triple Integer) !(Triple Integer) deriving (Eq, Ord)

-- | The least and the greatest coordinate in the area, and the stones.
data Hail = Hail !Integer !Integer ![Stone]

instance NFData Hail where
  rnf (Hail _ _ stones) = foldr seq () stones

params :: [Param]
params = [least, most]

least, most :: Param
least = Param "least" 200000000000000 (0, 1000000000000000)
most = Param "most" 400000000000000 (0, 1000000000000000)

parse :: Params -> ByteString -> Either InputError Hail
parse ps = runParser $ do
  stones <- distinctLinesUpTo 400 "a stone that is not there yet" id stone
  let paths = map path stones
  when (length stones < 3) $ tooSoon "at least 3 lines"
  when (or [onLine a b | a : others <- tails paths, b <- others]) $
    failWhole "two paths are on one line of x and y"
  when (heading stones == Triple 0 0 0) $ failWhole "the first three stones do not tell the rock's direction"
  when (or [meet a b | [a, b] <- [take 2 (drop 1 stones)]]) $
    failWhole "the second and the third stone meet, so the rock's speed is open"
  pure (Hail (toInteger (param least ps)) (toInteger (param most ps)) stones)
  where
    meet (Stone p v) (Stone p' v') = v' /= v && cross (p' `minus` p) (v' `minus` v) == Triple 0 0 0
    onLine (Path line _ _) (Path _ place direction) = dot line place == 0 && dot line direction == 0

stone :: Parser Stone
stone = Stone <$> triple (decimal 0 999999999999999) <*> (char ' ' *> char '@' *> blanks *> triple speed)
  where
    blanks = takeWhile1 "a blank" (== ' ')
    triple number = Triple <$> part number <*> (comma *> part number) <*> (comma *> part number)
    part number = toInteger <$> number
    comma = char ',' *> blanks
    speed = do
      at <- offset
      n <- decimal (-1000) 1000
      if n == 0 then failAt at "a number other than 0" else pure n

cross :: Num a => Triple a -> Triple a -> Triple a
cross (Triple a b c) (Triple x y z) = Triple (b * z - c * y) (c * x - a * z) (a * y - b * x)

dot :: Num a => Triple a -> Triple a -> a
dot (Triple a b c) (Triple x y z) = a * x + b * y + c * z

-- | A path seen along z: its line, its place at time 0, and its direction, a place that is infinitely far
-- away. A dot product with a line is at most 4 * 10^18 in size, but that with the place where two lines meet
-- may be larger.
data Path = Path !(Triple Int) !(Triple Int) !(Triple Int)

path :: Stone -> Path
path (Stone (Triple x y _) (Triple dx dy _)) = Path (cross place direction) place direction
  where
    place = Triple (fromInteger x) (fromInteger y) 1
    direction = Triple (fromInteger dx) (fromInteger dy) 0

part1 :: Hail -> Int
part1 (Hail low high stones) =
  length [() | a : others <- tails (map path stones), b <- others, crosses a b, crosses b a, inArea a b]
  where
    -- Not behind the start of a path, nor parallel to it. The start is on one side of the line, the path
    -- leads to the other.
    crosses (Path _ place direction) (Path line _ _) = along /= 0 && signum (dot line place) /= signum along
      where
        along = dot line direction
    inArea (Path line _ _) (Path line' _ _) = all (\border -> signum scale * dot border meeting >= 0) borders
      where
        meeting@(Triple _ _ scale) = cross (large line) (large line')
    large (Triple a b c) = Triple (toInteger a) (toInteger b) (toInteger c)
    borders = [Triple 1 0 (-low), Triple (-1) 0 high, Triple 0 1 (-low), Triple 0 (-1) high]

part2 :: Hail -> Maybe Integer
part2 (Hail _ _ stones) = listToMaybe (map (sum . axes) found)
  where
    found =
      [ start
        | velocity <- velocities stones,
          start <- starts stones velocity,
          all (isHit start velocity) stones
      ]

axes :: Triple Integer -> [Integer]
axes (Triple x y z) = [x, y, z]

minus :: Triple Integer -> Triple Integer -> Triple Integer
minus (Triple a b c) (Triple x y z) = Triple (a - x) (b - y) (c - z)

-- | The rock's velocity less that of the first stone is a multiple of this, which is at right angles to the
-- normals of the planes of the first and the second, and of the first and the third stone.
heading :: [Stone] -> Triple Integer
heading (Stone p v : stone2 : stone3 : _) = cross (normal stone2) (normal stone3)
  where
    normal (Stone p' v') = cross (p' `minus` p) (v' `minus` v)
heading _ = Triple 0 0 0

-- | Along an axis: the speed of the first stone, a number of which the rock's speed less that is a multiple
-- (the same multiple along all axes), and the pairs of stones with the same speed: this speed, and how far
-- apart they are.
data Axis = Axis !Integer !Integer ![(Integer, Integer)]

axesOf :: [Stone] -> [Axis]
axesOf stones = zipWith3 Axis (concat [axes v | Stone _ v <- take 1 stones]) steps (map pairs alongEach)
  where
    steps = map (`quot` foldr gcd 0 whole) whole
    whole = axes (heading stones)
    alongEach = transpose [zip (axes v) (axes p) | Stone p v <- stones]
    pairs stonesAlong = [(v, p' - p) | (v, p : others) <- Map.toList (bySpeed stonesAlong), p' <- others]
    bySpeed stonesAlong = Map.fromListWith (++) [(v, [p]) | (v, p) <- stonesAlong]

-- | May the rock have this speed along the axis?
fits :: Axis -> Integer -> Bool
fits (Axis _ _ pairs) speed = abs speed <= 100000 && all dividedBy pairs
  where
    dividedBy (v, apart) = if speed == v then apart == 0 else apart `rem` (speed - v) == 0

-- | All that the rock's velocity may be. Of the axes along which it differs from the first stone's, take the
-- one with the most pairs. A speed along it tells the others.
velocities :: [Stone] -> [Triple Integer]
velocities stones = case sortOn (\(Axis _ _ pairs) -> Down (length pairs)) differing of
  [] -> []
  axis@(Axis v step _) : _ ->
    [ Triple x y z
      | speed <- filter (fits axis) [-100000 .. 100000],
        (times, 0) <- [(speed - v) `quotRem` step],
        let speeds = [v' + times * step' | Axis v' step' _ <- known],
        and (zipWith fits known speeds),
        [x, y, z] <- [speeds]
    ]
  where
    known = axesOf stones
    differing = [axis | axis@(Axis _ step _) <- known, step /= 0]

-- | Where a rock with this velocity starts, if it hits the first two stones at all. It hits the second at the
-- time t for which its way from the first one is in the direction w = velocity - v: if d and u are how the
-- second stone differs from the first, then d + u t - w t is a multiple of w, so (d + u t) x w = 0.
starts :: [Stone] -> Triple Integer -> [Triple Integer]
starts (Stone p v : Stone p2 v2 : _) velocity =
  take 1 [moved (time `quot` scale) | (time, scale) <- times, scale /= 0]
  where
    times = zip (axes (cross d w)) (axes (cross w u))
    (d, u, w) = (p2 `minus` p, v2 `minus` v, velocity `minus` v)
    -- The second stone's place after this time, less the rock's way until then.
    moved t = Triple (a - t * x) (b - t * y) (c - t * z)
      where
        Triple x y z = velocity `minus` v2
        Triple a b c = p2
starts _ _ = []

-- | Does a rock with this start and velocity hit the stone, at a whole time that is not negative?
isHit :: Triple Integer -> Triple Integer -> Stone -> Bool
isHit start velocity (Stone p v) = time >= 0 && all (\(gap, speed) -> speed * time == gap) gaps
  where
    gaps = zip (axes (p `minus` start)) (axes (velocity `minus` v))
    time = sum (take 1 [gap `quot` speed | (gap, speed) <- gaps, speed /= 0])
