-- |
-- 2021 day 15, Chiton <https://adventofcode.com/2021/day/15>
--
-- The least total risk of a path from the top left to the bottom right cell of a grid, where entering a cell
-- costs its risk; in part 2 on five by five copies of the grid, each riskier than the one before it.
--
-- The idea: solve a row exactly, in min-plus algebra. Given what it costs to enter each cell of a row from
-- above or below, the least cost within the row is two scans: from left to right,
-- @min entry (cost on the left + risk)@, and the same from right to left. However long a path runs along a
-- row, it is found at once.
--
-- From the cells of a solved row that may have become cheaper, the cells above and below are entered. If some
-- of these become cheaper by that, their row waits to be solved: from the first of them to the last, and
-- beyond as long as costs become less. When no row waits, no step makes any cost less, so these are the least
-- costs.
--
-- The topmost waiting row is solved first. So a path that goes up is followed at once, before rows further
-- down are entered at costs that do not last.
--
-- Assumes risks of 1 to 9 and sides of 1 to 500.
module AoC.Y2021.Day15 (parse, part1, part2) where

import AoC.Checked (peek, poke, (!))
import AoC.Grid (grid, rowVectors, walled)
import AoC.Input (InputError, runParser)
import Control.Monad (filterM, foldM, when)
import Control.Monad.ST (runST)
import Data.ByteString (ByteString)
import Data.Char (digitToInt)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.Vector.Unboxed as U

-- | The risks of a row.
type Row = U.Vector Int

parse :: ByteString -> Either InputError [Row]
parse = runParser (rowVectors digitToInt <$> grid 500 "a digit from 1 to 9" (\c -> c >= '1' && c <= '9'))

part1, part2 :: [Row] -> Int
part1 = leastRisk
part2 = leastRisk . concat . fiveCopies (map riskier) . map (U.concat . fiveCopies riskier)
  where
    fiveCopies more = take 5 . iterate more
    riskier = U.map (\risk -> if risk == 9 then 1 else risk + 1)

-- | Places of a row, from the first to the last.
data Stretch = Stretch !Int !Int

-- | The least stretch that holds both.
instance Semigroup Stretch where
  Stretch a b <> Stretch c d = Stretch (min a c) (max b d)

leastRisk :: [Row] -> Int
leastRisk cave = runST $ do
  -- The wall costs nothing already, so it is never cheaper to enter it, and no step begins there.
  costs <- U.thaw (U.map (\risk -> if risk == 0 then 0 else far) risks)
  poke costs start 0
  let settle waiting = case IntMap.minViewWithKey waiting of
        Nothing -> peek costs end
        Just ((row, Stretch from to), others) -> do
          to' <- along 1 from to
          from' <- along (-1) to' from
          settle =<< foldM (leave row from' to') others [-1, 1]

      -- Enter one place after the other up to the last, and beyond it as long as they become cheaper.
      along step from to = do
        mapM_ (enterBy step) [from + step, from + 2 * step .. to]
        isCheaper <- enterBy step (to + step)
        if isCheaper then along step (to + step) (to + step) else pure to

      -- Enter the row above or below. It waits if that made any of its cells cheaper.
      leave row from to waiting way = do
        let step = way * down
        cheaper <- filterM (enterBy step) [from + step .. to + step]
        pure $ case cheaper of
          [] -> waiting
          first : _ -> IntMap.insertWith (<>) (row + way) (Stretch first (last cheaper)) waiting

      -- Enter a place by this step. Is that cheaper than what is known?
      enterBy step place = do
        cost <- (+ risks ! place) <$> peek costs (place - step)
        isCheaper <- (cost <) <$> peek costs place
        when isCheaper (poke costs place cost)
        pure isCheaper
  settle (IntMap.singleton 0 (Stretch start start))
  where
    far = 1000000000 -- More than any path costs.
    risks = walled 0 cave
    down = maximum (map U.length cave) + 1
    start = down + 1
    end = down * (length cave + 1) - 1
