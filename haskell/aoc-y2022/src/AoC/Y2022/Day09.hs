-- |
-- 2022 day 9, Rope Bridge <https://adventofcode.com/2022/day/9>
--
-- How many cells the last knot of a rope visits, if the rope has two knots (part 1) or ten (part 2).
--
-- The idea: knot by knot, and not step by step. A knot sees only the one before it, so the whole path of a
-- knot is a function of the whole path of the one before. The path of the last knot is this function,
-- iterated once or nine times on the path of the first one:
--
-- > first knot     (0,0) (1,0) (2,0) (2,1) (2,2)
-- > second knot    (0,0)       (1,0)       (2,1)
--
-- Where a knot stays, its path has no second entry. The next knot does not notice, since it is near already.
-- So the paths get shorter from knot to knot.
module AoC.Y2022.Day09 (parse, part1, part2) where

import AoC.Input (InputError, decimal, linesOfUpTo, oneOf, runParser)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.IntSet as IntSet
import qualified Data.List.NonEmpty as NonEmpty

data Cell = Cell !Int !Int deriving (Eq, Show)

instance NFData Cell where
  rnf c = c `seq` ()

instance Semigroup Cell where
  Cell x y <> Cell x' y' = Cell (x + x') (y + y')

-- | The steps of the first knot.
parse :: ByteString -> Either InputError [Cell]
parse = runParser (concat <$> linesOfUpTo 2500 (flip replicate <$> direction <*> decimal 1 20))
  where
    direction = oneOf [("R ", Cell 1 0), ("L ", Cell (-1) 0), ("U ", Cell 0 1), ("D ", Cell 0 (-1))]

part1, part2 :: [Cell] -> Int
part1 = visited 1
part2 = visited 9

-- | How many cells a knot visits, given the number of knots before it. No coordinate leaves -50,000 to
-- 50,000.
visited :: Int -> [Cell] -> Int
visited before steps = IntSet.size (IntSet.fromList [200000 * x + y | Cell x y <- path])
  where
    path = iterate follow (scanl (<>) (Cell 0 0) steps) !! before

-- | The path of a knot, given that of the one before it.
--
-- >>> follow [Cell 0 0, Cell 1 0, Cell 2 0, Cell 2 1, Cell 2 2]
-- [Cell 0 0,Cell 1 0,Cell 2 1]
follow :: [Cell] -> [Cell]
follow = map NonEmpty.head . NonEmpty.group . scanl pull (Cell 0 0)

-- | Where a knot is when the one before it has come to this cell.
pull :: Cell -> Cell -> Cell
pull (Cell x y) (Cell x' y')
  | max (abs dx) (abs dy) <= 1 = Cell x y
  | otherwise = Cell (x + signum dx) (y + signum dy)
  where
    (dx, dy) = (x' - x, y' - y)
