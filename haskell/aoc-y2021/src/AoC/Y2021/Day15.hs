-- |
-- 2021 day 15, Chiton <https://adventofcode.com/2021/day/15>
--
-- The least total risk of a path from the top left to the bottom right cell of a grid, where entering a cell costs its
-- risk; in part 2 on five by five copies of the grid, each riskier than the one before it.
--
-- The idea: solve a whole row exactly, in min-plus algebra. Given what it costs to enter each cell of a row from above or
-- below, the least cost within the row is two scans: from left to right, @min entry (cost on the left + risk)@, and the
-- same from right to left. However long a path runs along a row, it is found at once.
--
-- Rows whose neighbour has changed wait until they are solved again, and the grid is swept down and up through the waiting
-- rows until there is none. Then no step makes any cost less, so these are the least costs. A path that never goes up is
-- found in the first sweep down, and real paths go up rarely.
--
-- Assumes risks of 1 to 9 and sides of 1 to 500.
module AoC.Y2021.Day15 (parse, part1, part2) where

import AoC.Grid (grid, rowVectors)
import AoC.Input (InputError, runParser)
import Data.ByteString (ByteString)
import Data.Char (digitToInt)
import Data.Int (Int32)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.IntSet as IntSet
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U

-- | The risks, or the least costs known, of a row.
type Row = U.Vector Int32

parse :: ByteString -> Either InputError (V.Vector Row)
parse = runParser (risks <$> grid 500 "a digit from 1 to 9" (\c -> c >= '1' && c <= '9'))
  where
    risks = V.fromList . rowVectors (fromIntegral . digitToInt)

part1 :: V.Vector Row -> Int
part1 = leastRisk

part2 :: V.Vector Row -> Int
part2 cave = leastRisk (V.fromList [fiveWide down row | down <- [0 .. 4], row <- V.toList cave])
  where
    fiveWide down row = U.concat [U.map (riskier (down + right)) row | right <- [0 .. 4]]
    riskier more risk = (risk + more - 1) `rem` 9 + 1

leastRisk :: V.Vector Row -> Int
leastRisk cave = fromIntegral (U.last (least IntMap.! bottom))
  where
    bottom = V.length cave - 1
    least = sweep IntSet.lookupGT IntSet.lookupLT (-1) (IntSet.singleton 0) (IntMap.singleton (-1) start)
    -- The first cell is not paid: it costs nothing to get there from above, and that is where everything comes from.
    start = U.imap (\x risk -> if x == 0 then negate risk else far) (V.head cave)

    -- Solve the waiting rows one way, then the other.
    sweep next back y waiting costs = case next y waiting of
      Just y' ->
        let row = solve y' costs
            waiting' = foldr IntSet.insert (IntSet.delete y' waiting) (woken y' row costs)
         in sweep next back y' waiting' (IntMap.insert y' row costs)
      Nothing
        | IntSet.null waiting -> costs
        | otherwise -> sweep back next y waiting costs

    solve y costs = U.postscanr' fromTheRight far (U.zip risks leftToRight)
      where
        leftToRight = U.postscanl' fromTheLeft far (U.zip3 risks above below)
        risks = cave V.! y
        above = rowAt (y - 1) costs
        below = rowAt (y + 1) costs
    fromTheLeft left (risk, above, below) = risk + min left (min above below)
    fromTheRight (risk, cost) right = min cost (right + risk)

    -- The rows beside one that has been solved of which a cell can be entered from there for less than it costs so far.
    woken y row costs =
      [ near
        | near <- [y - 1, y + 1],
          near >= 0,
          near <= bottom,
          U.or (U.zipWith3 gains row (cave V.! near) (rowAt near costs))
      ]
    gains cost risk known = cost + risk < known

    rowAt = IntMap.findWithDefault outside
    outside = U.map (const far) (V.head cave)

-- | More than any path costs.
far :: Int32
far = 1000000000
