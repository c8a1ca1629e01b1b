-- |
-- 2023 day 17, Clumsy Crucible <https://adventofcode.com/2023/day/17>
--
-- A path from corner to corner loses the digits of the cells that it enters: the least loss if it goes at
-- most 3 steps straight on (part 1), or at least 4 and at most 10 (part 2).
--
-- The idea: a search by loss, in a lazy list of levels. A state is a cell and the axis of the run that ended
-- there. An edge is a whole run along the other axis, so a path turns after every run. In part 1:
--
-- >       |
-- >       v
-- > 3 2 1 * 1 2 3     A run down ended at *. The next run ends in one of these cells, after 1, 2 or 3 steps.
--
-- The level of a state is its loss plus an estimate of the rest: the least loss from its cell to the end if
-- there were no rule on turns. Levels are settled from the least to the greatest:
--
-- > level 20    a: loss 5, and at least 15 to come    b: loss 12, and at least 8 to come
-- > level 21    c: loss 9, and at least 12 to come
--
-- A run lowers the estimate by no more than it loses, so no edge leads to a lower level. So the loss of a
-- state is least when its level is settled. At the end the estimate is 0, so the first level with the end is
-- the answer.
--
-- The estimates come from all levels of one more search. It goes from the end backwards, step by step, and
-- its own estimates are 0. A part reads its levels only as far as the end, and the rest of the list is never
-- made.
module AoC.Y2023.Day17 (parse, part1, part2) where

import AoC.Checked (peek, poke, (!))
import AoC.Grid (Grid (..), gridOfAtLeast, rowVectors, walled)
import AoC.Input (InputError, runParser)
import Control.DeepSeq (NFData (..))
import Control.Monad (filterM, foldM)
import Control.Monad.ST.Lazy (runST, strictToLazyST)
import Data.ByteString (ByteString)
import Data.Char (digitToInt)
import qualified Data.IntMap.Strict as IntMap
import Data.Maybe (listToMaybe)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M

type Loss = Int

-- | How far it is from one row to the next; the digits, with a wall of zeros around them; the place of the
-- end; and the estimates for all places, which are made when a part first looks at one.
data City = City !Int !(U.Vector Loss) !Int (U.Vector Loss)

instance NFData City where
  rnf c = c `seq` ()

parse :: ByteString -> Either InputError City
parse = runParser (city <$> gridOfAtLeast 2 (\_ _ -> Nothing) 150 "a digit from 1 to 9" (`elem` ['1' .. '9']))

-- | The map with the estimates. Backwards, a step loses the digit of the cell that it leaves.
city :: Grid -> City
city g = City down digits end estimates
  where
    down = width g + 1
    digits = walled 0 (rowVectors digitToInt g)
    end = down * (height g + 1) - 1
    estimates = U.map (const 0) digits U.// [(place, loss) | (loss, places) <- levels, place <- places]
    levels = search (U.length digits) (const 0) back [end]
    back place = [(near, digits ! place) | near <- map (place +) [1, -1, down, -down], digits ! near > 0]

part1, part2 :: City -> Maybe Loss
part1 = leastLoss 1 3
part2 = leastLoss 4 10

-- | The least loss of a path whose runs have these lengths, from the least to the greatest. A state is a
-- place on one of two copies of the map. Runs along rows end on the first one, and runs along columns on the
-- second.
leastLoss :: Int -> Int -> City -> Maybe Loss
leastLoss low high (City down digits end estimates) =
  listToMaybe [loss | (loss, states) <- levels, any (`elem` onBoth end) states]
  where
    levels = search (2 * size) (estimates' !) turns (onBoth (down + 1))
    size = U.length digits
    onBoth place = [place, place + size]
    digits' = digits <> digits
    estimates' = estimates <> estimates
    -- The next run starts in the same cell, on the other copy.
    turns state
      | state < size = runs down (state + size) ++ runs (-down) (state + size)
      | otherwise = runs 1 (state - size) ++ runs (-1) (state - size)
    runs step = run 1 0
      where
        run n before place
          | n > high || digit == 0 = []
          | n < low = longer
          | otherwise = (next, before + digit) : longer
          where
            next = place + step
            digit = digits' ! next
            longer = run (n + 1) (before + digit) next

-- | @search size estimate edges starts@: the states that can be reached, all below @size@, by their least
-- loss plus their estimate. An edge is the next state and what is lost on the way.
search :: Int -> (Int -> Loss) -> (Int -> [(Int, Loss)]) -> [Int] -> [(Loss, [Int])]
search size estimate edges starts = runST $ do
  best <- strictToLazyST (M.replicate size maxBound)
  -- A state whose loss is improved waits again, in a lower level, and is skipped where it waited before.
  let reach waiting (state, loss) = do
        known <- peek best state
        if loss < known
          then IntMap.insertWith (++) (loss + estimate state) [state] waiting <$ poke best state loss
          else pure waiting
      reachAll waiting = strictToLazyST . foldM reach waiting
      levels waiting = case IntMap.minViewWithKey waiting of
        Nothing -> pure []
        Just ((level, states), later) -> do
          let loss state = level - estimate state
          settled <- strictToLazyST (filterM (\state -> (loss state ==) <$> peek best state) states)
          let nexts = [(next, loss state + more) | state <- settled, (next, more) <- edges state]
          ((level, settled) :) <$> (reachAll later nexts >>= levels)
  reachAll IntMap.empty [(start, 0) | start <- starts] >>= levels
