-- |
-- 2022 day 24, Blizzard Basin <https://adventofcode.com/2022/day/24>
--
-- A valley is crossed from the upper left to the lower right, where blizzards move over it: the fewest
-- minutes (part 1), and those to cross it three times, there, back and there again (part 2).
--
-- The idea: layers by lateness, not by minutes. The cell (x, y) is reached x + y + 1 minutes after the start
-- at the earliest. Lateness is the number of minutes after that. A step right or down adds 0 to it, waiting
-- adds 1, and a step left or up adds 2:
--
-- > lateness 0     1 2 3     lateness 1     2 3 4     the minute at which a walker
-- >                2 3 4                    3 4 5     of this lateness is at each cell
--
-- So the cells that can be reached with lateness k are found from those with k - 1 and k - 2, row by row.
-- There are fewer such layers than minutes. A layer has one time for each cell, and this time says whether
-- the cell is free:
--
-- * A blizzard to the right keeps pace with the walker: it blocks a whole row of a layer. One downwards
--   blocks a column.
-- * A blizzard to the left that starts in column p is met where 2 x + c = p modulo the width. Here c is the
--   time in column 0. One upwards that starts in row p is met where 2 y + c = p modulo the height. Here c is
--   the time in row 0.
--
-- A row is a number with a bit for each cell. All steps to the right are one addition: a bit that is added to
-- a run of ones turns into a carry, which goes on to the end of the run. Here bit 0 is at the left:
--
-- > free      1 1 0 1 1 1 0
-- > entered   0 0 0 0 1 0 0
-- > sum       1 1 0 1 0 0 1     what differs from free, and is free, is reached: 0 0 0 0 1 1 0
--
-- The way back is the way there in the valley turned upside down.
module AoC.Y2022.Day24 (parse, part1, part2) where

import AoC.Input (InputError, Parser, failAt, foldLines, offset, runParser, takeWhile1, tooSoon)
import Control.DeepSeq (NFData (..))
import Control.Monad (unless)
import Data.Bits (bit, complement, setBit, shiftR, testBit, xor, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.List (find, foldl', mapAccumL, zip4)
import Data.Vector (Vector, (!))
import qualified Data.Vector as V

-- | The width, the height and the rows, without the walls.
data Valley = Valley !Int !Int !(Vector ByteString)

instance NFData Valley where
  rnf (Valley _ _ rows) = rnf rows

-- | The rows so far, the last first, and whether that is the last of the map.
data Rows = Rows ![ByteString] !Bool

parse :: ByteString -> Either InputError Valley
parse = runParser $ do
  Rows found isWhole <- foldLines row (Rows [] False)
  unless isWhole $ tooSoon "another row"
  let rows = map inside (drop 1 (reverse (drop 1 found)))
  pure (Valley (sum (map C.length (take 1 rows))) (length rows) (V.fromList rows))

-- | One more row.
row :: Rows -> Parser Rows
row (Rows above isWhole) = do
  at <- offset
  text <- takeWhile1 "a wall, a blizzard or a free cell" (`elem` "#.^v<>")
  let n = length above
      wide = C.length text
      isFirst = text == C.pack "#." <> C.replicate (wide - 2) '#'
      isLast = text == C.replicate (wide - 2) '#' <> C.pack ".#"
      expected what ok = unless ok $ failAt at what
  expected "the end of the map" (not isWhole)
  case above of
    [] -> expected "a wall of 4 to 150 columns with a gap at the left" (wide >= 4 && wide <= 150 && isFirst)
    before : _ -> do
      expected ("a row of " ++ show (C.length before)) (wide == C.length before)
      expected "a row between walls" (if isLast then n >= 3 else n < 49 && isInside text)
  pure (Rows (text : above) (isLast && n > 0))
  where
    -- No blizzard comes to the entrance or to the exit.
    isInside text =
      all ((== '#') . C.index text) [0, C.length text - 1]
        && C.notElem '#' (inside text)
        && all ((`notElem` "^v") . C.index text) [1, C.length text - 2]

-- | A row without its first and its last cell.
inside :: ByteString -> ByteString
inside text = C.drop 1 (C.take (C.length text - 1) text)

part1, part2 :: Valley -> Maybe Int
part1 valley = crossing valley 0
part2 valley = do
  first <- there 0
  second <- crossing (turned valley) first
  third <- there (first + second)
  Just (first + second + third)
  where
    there = crossing valley

-- | The valley upside down.
turned :: Valley -> Valley
turned (Valley w h rows) = Valley w h (V.reverse (V.map (C.map opposite . C.reverse) rows))
  where
    opposite c = case c of
      '<' -> '>'
      '>' -> '<'
      '^' -> 'v'
      'v' -> '^'
      _ -> c

-- | The fewest minutes from the entrance to the exit, if at most 3000, from this minute on. Without any
-- lateness there are w + h of them: a step in, w + h - 2 from corner to corner, and a step out.
crossing :: Valley -> Int -> Maybe Int
crossing valley@(Valley w h _) = \start ->
  (w + h +) . fst <$> find (arrives . snd) (zip [0 .. 3000 - w - h] (layers h free start))
  where
    free = freeCells valley
    arrives layer = any (`testBit` (w - 1)) (take 1 (reverse layer))

-- | A bit for each cell of a row.
type Cells = Integer

-- | The layers of each lateness, for h rows and a walker who leaves the entrance at this minute. They are
-- rows of cells that are reached.
layers :: Int -> (Int -> Int -> Cells) -> Int -> [[Cells]]
layers h free start = go start none none
  where
    none = replicate h 0
    -- From a layer on, given the two before it. A step left or up is from the earlier one of these.
    go minute before before2 = this : go (minute + 1) this before
      where
        this = snd (mapAccumL row' 1 (zip4 [0 ..] before before2 (drop 1 before2 ++ [0])))
        -- Entered from above (into the first row from the entrance), by waiting, from the right and from
        -- below.
        row' above (y, waiting, toTheRight, below) = (cells, cells)
          where
            cells = rightwards (free minute y) (above .|. waiting .|. toTheRight `shiftR` 1 .|. below)

-- | What is reached by steps to the right on these free cells, from those where a row is entered.
--
-- >>> map (testBit (rightwards 0x3b 0x10)) [0 .. 6]
-- [False,False,False,False,True,True,False]
rightwards :: Cells -> Cells -> Cells
rightwards free entered = (free .&. ((free + start) `xor` free)) .|. start
  where
    start = free .&. entered

-- | @freeCells valley minute y@: the free cells of a row in the layer whose time at (x, y) is
-- minute + x + y + 1.
freeCells :: Valley -> Int -> Int -> Cells
freeCells (Valley w h rows) = free
  where
    free minute y
      | at y (negate time) == '>' = 0
      | otherwise = everywhere .&. complement (movingLeft .|. movingDown .|. movingUp)
      where
        -- The time in column 0, modulo the width.
        time = minute + y + 1
        (columns, c) = (time `mod` w) `quotRem` 2
        movingLeft = leftwards ! y ! c `shiftR` columns
        movingDown = downwards ! (minute `mod` h)
        movingUp = upwards ! ((time + y) `mod` h)
    everywhere = bit w - 1
    -- Where a blizzard is met, for a time in column 0 of 0 or 1. Two minutes more are one column more, so
    -- these rows are wide enough to show all later times too.
    leftwards = V.generate h (\y -> V.generate 2 (\c -> cellsWhere (2 * w) (\x -> at y (2 * x + c) == '<')))
    -- By the minute of the layer, and by the time at (0, 0) plus 2 y, both modulo the height.
    downwards = V.generate h (\c -> cellsWhere w (\x -> at (negate (c + x + 1)) x == 'v'))
    upwards = V.generate h (\c -> cellsWhere w (\x -> at (c + x) x == '^'))
    at y x = C.index (rows ! (y `mod` h)) (x `mod` w)
    cellsWhere columns test = foldl' setBit 0 (filter test [0 .. columns - 1])
