-- |
-- 2023 day 14, Parabolic Reflector Dish <https://adventofcode.com/2023/day/14>
--
-- A platform is tilted and its round rocks roll: their load after one tilt to the north (part 1), and after a billion
-- cycles of four tilts (part 2).
--
-- The idea: counts only. Cubes cut each row and each column into segments. After a tilt the rocks of a segment lie at one
-- end of it, so the number of rocks in each segment is all there is to know. The next tilt takes each of these cells, which
-- lies in one segment of the other direction, and counts it there. A cycle is four such steps between vectors of counts.
--
-- The cycles are an infinite list, and Brent's algorithm finds where it repeats: compare what follows a state with it,
-- and go on to a state twice as far when as many have been compared. Then two walks, one period apart, meet where the
-- repetition starts.
--
-- The map before the first cycle is a state as well. It can only come back if its rocks lie at the east already.
module AoC.Y2023.Day14 (parse, part1, part2) where

import AoC.Checked (peek, poke, (!))
import AoC.Grid (Grid (..), cell, grid)
import AoC.Input (InputError, runParser)
import AoC.Lists (splitWhen)
import Control.DeepSeq (NFData (..))
import Control.Monad (guard, join)
import Data.ByteString (ByteString)
import Data.List (elemIndex, findIndex)
import Data.Maybe (listToMaybe, mapMaybe)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M

type Counts = U.Vector Int

-- | The rocks after a tilt: where each segment starts in a list of cells, in which a segment begins with the cell where
-- its first rock lies; for each of these cells the load of a rock there, and its segment of the other direction; and the
-- number of these segments.
data Tilt = Tilt !(U.Vector Int) !(U.Vector Int) !(U.Vector Int) !Int

-- | The rocks by column segment after a tilt of the map to the north; those by row segment before it, if they all lie at
-- the east ends; and the tilts to the north, west, south and east.
data Platform = Platform !Counts !(Maybe Counts) !Tilt !Tilt !Tilt !Tilt

instance NFData Platform where
  rnf p = p `seq` ()

parse :: ByteString -> Either InputError Platform
parse = runParser (platform <$> grid 100 "O, # or ." (`elem` "O#."))

platform :: Grid -> Platform
platform g = Platform (count columns) atEast (tilt columns rows) (tilt rows columns) south east
  where
    south = tilt (map reverse columns) rows
    east = tilt (map reverse rows) columns
    atEast = if and (zipWith (==) (concatMap (map isRock) rows) (concatMap eastwards rows)) then Just (count rows) else Nothing
    eastwards segment = let n = length (filter isRock segment) in replicate (length segment - n) False ++ replicate n True

    -- The places of the cells, segment by segment.
    columns = segments [[column + row * width g | row <- [0 .. height g - 1]] | column <- [0 .. width g - 1]]
    rows = segments [[column + row * width g | column <- [0 .. width g - 1]] | row <- [0 .. height g - 1]]
    segments = filter (not . null) . concatMap (splitWhen (is '#'))
    is c place = let (row, column) = place `quotRem` width g in cell g row column == c
    isRock = is 'O'
    count = U.fromList . map (length . filter isRock)

    tilt here there = Tilt starts (U.map (\place -> height g - place `quot` width g) places) (U.map (numbers !) places) (length there)
      where
        starts = U.fromList (scanl (+) 0 (map length here))
        places = U.fromList (concat here)
        numbers = U.update_ (U.replicate (height g * width g) 0) (U.fromList (concat there)) numbering
        numbering = U.concat [U.replicate (length segment) number | (number, segment) <- zip [0 ..] there]

part1 :: Platform -> Int
part1 (Platform start _ north _ _ _) = load north start

part2 :: Platform -> Maybe Int
part2 (Platform start atEast north west south east) = do
  (before, period) <- repetition 1000 states
  state <- join (listToMaybe (drop (before + (1000000000 - before) `mod` period) states))
  pure (load east state)
  where
    states = atEast : map Just (iterate (spin . roll east) (spin start))
    spin = roll south . roll west . roll north

-- | The load of the rocks after a tilt.
load :: Tilt -> Counts -> Int
load (Tilt starts loads _ _) counts = U.sum (U.zipWith (\start n -> U.sum (U.slice start n loads)) starts counts)

-- | The rocks by segment after the next tilt.
roll :: Tilt -> Counts -> Counts
roll (Tilt starts _ nexts size) counts = U.create $ do
  rocks <- M.replicate size 0
  let fill i end
        | i == end = pure ()
        | otherwise = do
          let next = nexts ! i
          n <- peek rocks next
          poke rocks next (n + 1)
          fill (i + 1) end
  U.zipWithM_ (\start n -> fill start (start + n)) starts counts
  pure rocks

-- | How many states there are before the first that comes back, and after how many steps it does: if it is back before
-- this many steps from the start are over.
--
-- >>> map (`repetition` [3, 1, 4, 2, 4, 2, 4, 2, 4, 2]) [3, 4]
-- [Nothing,Just (2,2)]
repetition :: Eq a => Int -> [a] -> Maybe (Int, Int)
repetition most states = do
  period <- listToMaybe (mapMaybe periodAfter (takeWhile (< 2 * most) (iterate (* 2) 1)))
  before <- findIndex id (zipWith (==) states (drop period states))
  guard (before + period <= most)
  pure (before, period)
  where
    periodAfter n = case drop (n - 1) states of
      state : others -> (+ 1) <$> elemIndex state (take n others)
      [] -> Nothing
