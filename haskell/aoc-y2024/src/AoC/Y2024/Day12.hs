-- |
-- 2024 day 12, Garden Groups <https://adventofcode.com/2024/day/12>
--
-- The sum over regions of a letter: the area times the length of the fences around it (part 1), or the area
-- times their number of sides (part 2).
--
-- The idea: regions are not filled. Walk along a fence with its region at the left, one piece of length 1
-- after the other. The two cells ahead decide how the walk goes on. If it comes upwards along the fence that
-- is drawn here:
--
-- >  ahead   right          ahead is not in the region      turn left
-- >        .                only ahead is in the region     straight on
-- >  place | outside        both are in the region          turn right
--
-- So the pieces are permuted, and the cycles of the permutation are the outlines of regions. The number of an
-- outline's pieces is its length, and the number of its turns is that of its sides. Its area is an integral
-- along it: in each row, where the region ends minus where it begins. Where two cells of a region touch only
-- at a corner, the walk turns left, so outlines touch there and do not cross.
--
-- A region with holes has several outlines. Their measures are added, and the areas of the holes come out
-- negative. To find the region of a hole, take the pieces in order, row by row. The first piece of an outline
-- lies in its topmost row: on the upper side of its cell if the outline is the outer one, and on the lower
-- side if it is a hole. From there go up in the region to the next fence. That piece comes earlier in the
-- order, so its outline is known.
module AoC.Y2024.Day12 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Grid (Grid (..), grid, rowVectors, walled)
import AoC.Input (InputError, runParser)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import Data.Char (isAsciiUpper)
import Data.Foldable (foldMap', foldl')
import qualified Data.IntMap.Strict as IntMap
import qualified Data.Vector.Unboxed as U

-- | How far it is from one row to the next, and the letters, with a wall around them.
data Garden = Garden !Int !(U.Vector Char)

instance NFData Garden where
  rnf garden = garden `seq` ()

parse :: ByteString -> Either InputError Garden
parse = runParser (garden <$> grid 200 "a letter from A to Z" isAsciiUpper)
  where
    garden g = Garden (width g + 1) (walled '#' (rowVectors id g))

-- | A piece of fence: four times the place of the cell at its left, and its heading. West is 0, and a left
-- turn adds 1.
type Fence = Int

-- | How far it is to the next cell with this heading, or with one that is that many left turns on.
step :: Garden -> Int -> Int
step (Garden down _) heading = case heading `mod` 4 of
  0 -> -1
  1 -> down
  2 -> 1
  _ -> -down

-- | The pieces of fence that run along rows, in order. Each outline has some.
fences :: Garden -> [Fence]
fences garden@(Garden _ letters) =
  [ 4 * place + heading
    | place <- [0 .. U.length letters - 1],
      letters ! place /= '#',
      heading <- [0, 2],
      letters ! (place + step garden (heading + 3)) /= letters ! place
  ]

-- | The piece of fence after this one.
next :: Garden -> Fence -> Fence
next garden@(Garden _ letters) fence
  | letters ! ahead /= letters ! place = 4 * place + (heading + 1) `mod` 4
  | letters ! right /= letters ! place = 4 * ahead + heading
  | otherwise = 4 * right + (heading + 3) `mod` 4
  where
    (place, heading) = fence `divMod` 4
    ahead = place + step garden heading
    right = ahead + step garden (heading + 3)

-- | Area, length of fence, and sides.
data Measures = Measures !Int !Int !Int

instance Semigroup Measures where
  Measures a b c <> Measures a' b' c' = Measures (a + a') (b + b') (c + c')

instance Monoid Measures where
  mempty = Measures 0 0 0

-- | What a piece of fence adds to its region. Places stand for columns in the integral, since their rows
-- cancel out.
measures :: Garden -> Fence -> Measures
measures garden fence = Measures area 1 (fromEnum (next garden fence `mod` 4 /= heading))
  where
    (place, heading) = fence `divMod` 4
    area = case heading of
      1 -> -place
      3 -> place + 1
      _ -> 0

part1, part2 :: Garden -> Int
part1 garden = sum [area * fence | Measures area fence _ <- regions garden]
part2 garden = sum [area * sides | Measures area _ sides <- regions garden]

-- | The region of each piece of fence along a row so far, and the measures of each region. A region is named
-- by the first piece of its outer outline.
data Known = Known !(IntMap.IntMap Fence) !(IntMap.IntMap Measures)

regions :: Garden -> [Measures]
regions garden = IntMap.elems measured
  where
    Known _ measured = foldl' (addOutline garden) (Known IntMap.empty IntMap.empty) (fences garden)

-- | One more outline: the one that begins with this piece, unless it is known.
addOutline :: Garden -> Known -> Fence -> Known
addOutline garden@(Garden down letters) known@(Known owners measured) first
  | first `IntMap.member` owners = known
  | otherwise = Known owners' (IntMap.insertWith (<>) region (foldMap' (measures garden) outline) measured)
  where
    outline = first : takeWhile (/= first) (drop 1 (iterate (next garden) first))
    owners' = foldl' (\owned fence -> IntMap.insert fence region owned) owners (filter even outline)
    region
      | first `mod` 4 == 0 = first
      | otherwise = IntMap.findWithDefault first (4 * until isTop (subtract down) (first `div` 4)) owners
    isTop place = letters ! place /= letters ! (place - down)
