-- |
-- 2022 day 17, Pyroclastic Flow <https://adventofcode.com/2022/day/17>
--
-- The height of the tower after 2,022 rocks (part 1), or after 10^12 (part 2).
--
-- The idea: what a rock can do depends on the air that can be reached from above, and on nothing else. So the
-- tower is kept as its surface: the rows from the top down to where no air is reached, and all that is not
-- reached counts as rock.
--
-- > |..#....|      |..#....|
-- > |.####.#|      |.####.#|
-- > |.#..#..|  is  |.####..|      the two cells in the middle have rock above and at both sides
-- > |###.#.#|      |#####.#|
-- > |....###|      |#######|      no air is reached: the surface ends
--
-- With the shape and the jet that come next, the surface is the whole state. A rock is a function from one
-- state to the next and to the rows by which the tower grows. So when a state comes again, all that follows
-- comes again, and the height is a sum of whole periods and a rest.
--
-- A shaft that is never closed would make a surface as deep as the tower. So 64 rows are kept, and an input
-- is refused if a rock comes to rest more than 60 rows below the top. 'parse' looks for this until the state
-- comes again.
module AoC.Y2022.Day17 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, endOfInput, failWhole, runParser, takeUpTo)
import Control.DeepSeq (NFData (..))
import Data.Bits (complement, shiftL, shiftR, testBit, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.ByteString.Short as S
import qualified Data.Map.Strict as Map
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Data.Word (Word8)

-- | After how many rocks the last state was there first, and the height after each number of rocks.
data Tower = Tower !Int !(U.Vector Int)

instance NFData Tower where
  rnf t = t `seq` ()

parse :: ByteString -> Either InputError Tower
parse = runParser $ do
  jets <- takeUpTo 20000 "jets" "< or >" (\c -> c == '<' || c == '>')
  endOfInput
  maybe (failWhole "a rock comes to rest more than 60 rows below the top") pure (tower jets)

part1, part2 :: Tower -> Int
part1 = heightAfter 2022
part2 = heightAfter 1000000000000

heightAfter :: Int -> Tower -> Int
heightAfter rocks (Tower first heights)
  | rocks <= final = heights ! rocks
  | otherwise = periods * (heights ! final - heights ! first) + heights ! (first + rest)
  where
    final = U.length heights - 1
    (periods, rest) = (rocks - first) `quotRem` (final - first)

-- | A bit for each of seven columns, the left one highest, set where there is rock.
type Row = Word8

-- | The numbers of the jet and the shape that come next, and the surface.
data Chamber = Chamber !Int !Int !S.ShortByteString deriving (Eq, Ord)

tower :: ByteString -> Maybe Tower
tower jets = go Map.empty [0] (Chamber 0 0 S.empty)
  where
    go known heights chamber = case Map.lookup chamber known of
      Just first -> Just (Tower first (U.fromList (reverse heights)))
      Nothing -> do
        (gain, next) <- rock jets chamber
        go (Map.insert chamber (Map.size known) known) (sum (take 1 heights) + gain : heights) next

-- | The rows of each shape, where it appears.
shapes :: V.Vector [Row]
shapes = V.fromList [[30], [8, 28, 8], [4, 4, 28], [16, 16, 16, 16], [24, 24]]

-- | How much the tower grows by the next rock, and the chamber then, unless the rock falls too far.
rock :: ByteString -> Chamber -> Maybe (Int, Chamber)
rock jets (Chamber jet0 number surface) = fall 0 jet0 [] shape chamber
  where
    shape = shapes V.! number
    above = 3 + length shape
    chamber = replicate above 0 ++ S.unpack surface ++ repeat 127

    -- How far the rock fell, the next jet, the rows above the rock (the nearest first), the rows of the rock,
    -- and the rows of the chamber from the top row of the rock on.
    fall :: Int -> Int -> [Row] -> [Row] -> [Row] -> Maybe (Int, Chamber)
    fall far jet passed falling rows
      | far > 64 = Nothing
      | hits moved below = Just (above - length air, next)
      | otherwise = fall (far + 1) jet' (take 1 rows ++ passed) moved below
      where
        moved = pushed (C.index jets jet) rows falling
        jet' = if jet + 1 == C.length jets then 0 else jet + 1
        below = drop 1 rows
        -- At rest: from the top down, empty rows, then those with the rock, and the others.
        (air, built) = span (== 0) (reverse passed ++ zipWith (.|.) moved rows)
        rest = drop (length shape) rows
        next = Chamber jet' ((number + 1) `mod` 5) (surfaceOf built rest)

hits :: [Row] -> [Row] -> Bool
hits (a : as) (b : bs) = a .&. b /= 0 || hits as bs
hits _ _ = False

-- | A shape after a jet.
pushed :: Char -> [Row] -> [Row] -> [Row]
pushed jet rows shape
  | any (`testBit` wall) shape || hits moved rows = shape
  | otherwise = moved
  where
    (wall, moved) = if jet == '<' then (6, map (`shiftL` 1) shape) else (0, map (`shiftR` 1) shape)

-- | The surface of some new rows above an old surface, down to 64 rows. Where as much of a row of the old
-- surface is reached as before, all is as before from there on.
surfaceOf :: [Row] -> [Row] -> S.ShortByteString
surfaceOf new old = S.pack (takeWhile (/= 127) (take 64 (ofNew 127 new)))
  where
    -- The surface from these rows on, given the air that is reached in the row above.
    ofNew above (row : rows) = let air = reached above row in 127 - air : ofNew air rows
    ofNew above [] = ofOld above old
    ofOld above rows@(row : below)
      | 127 - air == row = rows
      | otherwise = 127 - air : ofOld air below
      where
        air = reached above row
    ofOld _ [] = []

-- | The air of a row that is reached from the row above: straight down, and then along the row.
reached :: Row -> Row -> Row
reached above row = along (above .&. free)
  where
    free = complement row .&. 127
    along air = if wider == air then air else along wider
      where
        wider = free .&. (air .|. air `shiftL` 1 .|. air `shiftR` 1)
