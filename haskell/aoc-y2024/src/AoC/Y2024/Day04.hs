-- |
-- 2024 day 4, Ceres Search <https://adventofcode.com/2024/day/4>
--
-- How often XMAS stands in a grid of letters, in any of eight directions (part 1), and how many times two MAS
-- cross at their A on the diagonals (part 2).
--
-- The idea: a set of places is one Integer, with a bit for each place of the whole grid, and it is moved by a
-- shift. A place begins a word in some direction if and only if it is in the set of the first letter, in the
-- set of the second letter moved back by one step, and so on. So a direction costs three shifts, three
-- intersections and a 'popCount', for all places at once.
--
-- The line ends are places too, which have no letter. So a step over the left or right edge leads to a place
-- in none of the sets, and no word wraps around the edge.
module AoC.Y2024.Day04 (parse, part1, part2) where

import AoC.Grid (Grid (..), grid)
import AoC.Input (InputError, runParser)
import Control.DeepSeq (NFData (..))
import Data.Bits (popCount, shift, shiftL, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C

-- | A bit for each place, the last place lowest.
type Places = Integer

-- | How many places there are from one row to the next, and the places of X, M, A and S.
data Letters = Letters !Int !Places !Places !Places !Places

instance NFData Letters where
  rnf letters = letters `seq` ()

parse :: ByteString -> Either InputError Letters
parse = runParser (letters <$> grid 200 "X, M, A or S" (`elem` "XMAS"))
  where
    letters g = Letters (width g + 1) (placesOf 'X') (placesOf 'M') (placesOf 'A') (placesOf 'S')
      where
        placesOf letter = places letter (cells g)

-- | Where a letter is in a text.
--
-- >>> places 'a' (C.pack "abba\na")
-- 37
places :: Char -> ByteString -> Places
places letter text
  | n <= 60 = toInteger (C.foldl' (\bits c -> 2 * bits + fromEnum (c == letter)) 0 text)
  | otherwise = places letter before `shiftL` C.length after .|. places letter after
  where
    n = C.length text
    (before, after) = C.splitAt (n `div` 2) text

part1, part2 :: Letters -> Int
part1 (Letters down x m a s) =
  sum [popCount (word step) | d <- [1, down - 1, down, down + 1], step <- [d, -d]]
  where
    word step = x .&. shift m step .&. shift a (2 * step) .&. shift s (3 * step)
part2 (Letters down _ m a s) = popCount (a .&. across (down - 1) .&. across (down + 1))
  where
    across step = shift m step .&. shift s (-step) .|. shift s step .&. shift m (-step)
