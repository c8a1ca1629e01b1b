-- |
-- 2023 day 14, Parabolic Reflector Dish <https://adventofcode.com/2023/day/14>
--
-- A platform is tilted and its round rocks roll: their load after one tilt to the north (part 1), and after a
-- billion cycles of four tilts (part 2).
--
-- The idea: counts only. Cubes cut each row and each column into segments. After a tilt the rocks of a
-- segment lie at one end of it, so the number of rocks in each segment is all there is to know. The next tilt
-- looks at each cell with a rock, and counts the rock in the segment of the other direction that the cell
-- lies in:
--
-- > O#O.      After a tilt to the north, the column segments hold 2, 0, 1 and 0 rocks, from left to right.
-- > O.#.      A tilt to the west counts them by row segment: 1 and 1 in the first row, 1 and 0 in the second.
--
-- A cycle is four such steps between vectors of counts.
--
-- The cycles are an infinite list of states, and Brent's algorithm finds where the list repeats. It compares
-- a state with those after it. When it has compared as many as came before, it goes on to a state twice as
-- far. This finds the period. Then two walks, one period apart, meet where the repetition starts.
--
-- The map before the first cycle is a state as well. It can only come back if its rocks lie at the east
-- already.
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

-- | A tilt, by the segments in which its rocks come to rest. The cells of these segments are listed, segment
-- by segment, each from the cell where its first rock lies.
data Tilt = Tilt
  { -- | Where each segment starts in the list.
    starts :: !(U.Vector Int),
    -- | For each cell, the load of a rock there.
    loads :: !(U.Vector Int),
    -- | For each cell, its segment of the other direction.
    across :: !(U.Vector Int),
    -- | How many segments of the other direction there are.
    acrossSize :: !Int
  }

data Platform = Platform
  { -- | The rocks by column segment after a tilt of the map to the north.
    atNorth :: !Counts,
    -- | The rocks by row segment before any tilt, if they all lie at the east ends.
    atEast :: !(Maybe Counts),
    north, west, south, east :: !Tilt
  }

instance NFData Platform where
  rnf p = p `seq` ()

parse :: ByteString -> Either InputError Platform
parse = runParser (platform <$> grid 100 "O, # or ." (`elem` "O#."))

platform :: Grid -> Platform
platform g =
  Platform
    { atNorth = count columns,
      atEast = if all isAtEast rows then Just (count rows) else Nothing,
      north = tilt columns rows,
      west = tilt rows columns,
      south = tilt (map reverse columns) rows,
      east = tilt (map reverse rows) columns
    }
  where
    -- The places of the cells, segment by segment.
    columns = segments [[column + row * width g | row <- [0 .. height g - 1]] | column <- [0 .. width g - 1]]
    rows = segments [[column + row * width g | column <- [0 .. width g - 1]] | row <- [0 .. height g - 1]]
    segments = filter (not . null) . concatMap (splitWhen (is '#'))
    is c place = let (row, column) = place `quotRem` width g in cell g row column == c
    isRock = is 'O'
    isAtEast = all isRock . dropWhile (not . isRock)
    count = U.fromList . map (length . filter isRock)
    tilt = tiltOf g

-- | The tilt to the first cells of these segments, followed by one along those segments.
tiltOf :: Grid -> [[Int]] -> [[Int]] -> Tilt
tiltOf g here there =
  Tilt
    { starts = U.fromList (scanl (+) 0 (map length here)),
      loads = U.map (\place -> height g - place `quot` width g) places,
      across = U.map (segmentOf !) places,
      acrossSize = length there
    }
  where
    places = U.fromList (concat here)
    segmentOf = U.update_ (U.replicate (height g * width g) 0) (U.fromList (concat there)) numbers
    numbers = U.concat [U.replicate (length segment) number | (number, segment) <- zip [0 ..] there]

part1 :: Platform -> Int
part1 p = load (north p) (atNorth p)

part2 :: Platform -> Maybe Int
part2 p = do
  (before, period) <- repetition 1000 states
  state <- join (listToMaybe (drop (before + (1000000000 - before) `mod` period) states))
  pure (load (east p) state)
  where
    -- After each number of cycles, the rocks by row segment. Nothing before the first, unless they lie at the
    -- east.
    states = atEast p : map Just (iterate (fromNorth . roll (east p)) (fromNorth (atNorth p)))
    fromNorth = roll (south p) . roll (west p) . roll (north p)

-- | The load of the rocks after a tilt.
load :: Tilt -> Counts -> Int
load tilt counts = U.sum (U.zipWith (\start n -> U.sum (U.slice start n (loads tilt))) (starts tilt) counts)

-- | The rocks by segment after the next tilt.
roll :: Tilt -> Counts -> Counts
roll (Tilt starts' _ across' size) counts = U.create $ do
  rocks <- M.replicate size 0
  let fill i end
        | i == end = pure ()
        | otherwise = do
          let next = across' ! i
          n <- peek rocks next
          poke rocks next (n + 1)
          fill (i + 1) end
  U.zipWithM_ (\start n -> fill start (start + n)) starts' counts
  pure rocks

-- | How many states there are before the first that comes back, and after how many steps it comes back.
-- Nothing, if it is not back within this many steps from the start.
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
