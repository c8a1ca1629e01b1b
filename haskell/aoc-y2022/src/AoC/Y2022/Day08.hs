-- |
-- 2022 day 8, Treetop Tree House <https://adventofcode.com/2022/day/8>
--
-- How many trees can be seen from outside the grid (part 1), and the greatest product of a tree's four
-- viewing distances (part 2).
--
-- The idea: in each direction a tree's view ends at the nearest tree that is at least as high, and a monotone
-- stack finds that tree. Walk along a line, and keep the trees that can still end a view, the nearest first.
-- Each is higher than the one before it in the stack, or as high:
--
-- > line          3 7 5 2 4
-- > stack at 2    5 7            the view ends at the 5
-- > stack at 4    2 5 7          the 2 is lower: it is popped, since the 4 hides it, and the view ends at the 5
--
-- A tree is pushed once and popped at most once, so a line costs linear time. If the stack runs empty, the
-- view goes on to the edge, and the tree is seen from there. The four views of a tree are combined so that
-- both answers come out: seen from any side, and the product of the distances.
module AoC.Y2022.Day08 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Grid (Grid (..), cell, grid, rowVectors)
import AoC.Input (InputError, runParser)
import Data.ByteString (ByteString)
import Data.Char (isDigit)
import qualified Data.Vector.Unboxed as U

parse :: ByteString -> Either InputError Grid
parse = runParser (grid 120 "a digit" isDigit)

-- | Does it reach an edge, and how many trees are in view?
type View = (Bool, Int)

part1, part2 :: Grid -> Int
part1 = U.length . U.filter fst . views
part2 = U.foldl' max 0 . U.map snd . views

-- | The four views of each tree, combined.
views :: Grid -> U.Vector View
views g = U.zipWith both alongRows alongColumns
  where
    alongRows = U.concat (map along (rowVectors id g))
    alongColumns = U.generate (height g * width g) (\i -> inColumns ! transposed (i `quotRem` width g))
    inColumns = U.concat [along (U.generate (height g) (\row -> cell g row col)) | col <- [0 .. width g - 1]]
    transposed (row, col) = col * height g + row

both :: View -> View -> View
both (a, m) (b, n) = (a || b, m * n)

-- | The two views of each tree along its line, combined.
along :: U.Vector Char -> U.Vector View
along line = U.zipWith both (backwards line) (U.reverse (backwards (U.reverse line)))

-- | The view from each tree of a line to those before it.
--
-- >>> backwards (U.fromList "37524")
-- [(True,0),(True,1),(False,1),(False,1),(False,2)]
backwards :: U.Vector Char -> U.Vector View
backwards line = U.unfoldrExactN (U.length line) look (0, [])
  where
    look (place, stack) = case dropWhile ((< line ! place) . (line !)) stack of
      [] -> ((True, place), (place + 1, [place]))
      higher@(end : _) -> ((False, place - end), (place + 1, place : higher))
