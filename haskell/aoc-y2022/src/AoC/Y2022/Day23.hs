-- |
-- 2022 day 23, Unstable Diffusion <https://adventofcode.com/2022/day/23>
--
-- An elf that has a neighbour wants to move in the first of four directions in which three cells are free. It
-- moves unless another elf wants to move to the same cell. Part 1 counts the free cells among the elves after
-- ten rounds. Part 2 is the first round in which no elf moves.
--
-- The idea: the whole plane is one number with a bit for each cell, row after row, so that a few operations
-- ask all elves at once. All elves that want to move do move, and collisions are settled afterwards. For this
-- the plane counts to two: one number has the cells that were moved to, and another one those that were moved
-- to twice. The two elves in a cell of the second kind move back:
--
-- > wants    > . <
-- > once     . 1 .
-- > twice    . 1 .    then both move back, and the cell is empty
--
-- Only elves from opposite sides meet, so no cell is moved to three times.
--
-- The plane has empty rows and columns around the elves. When an elf is in the outermost of them, the plane
-- is laid out anew.
module AoC.Y2022.Day23 (parse, part1, part2) where

import AoC.Grid (Grid (height), grid, rowOf)
import AoC.Input (InputError, runParser)
import Control.DeepSeq (NFData (..))
import Data.Bits (bit, popCount, shift, shiftL, shiftR, testBit, xor, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.List (dropWhileEnd, foldl', mapAccumL)
import Data.List.NonEmpty (NonEmpty (..))
import qualified Data.List.NonEmpty as NonEmpty

-- | How many bits a row has, the elves as the bits of a number, and the bits of the outermost rows and
-- columns.
data Plane = Plane !Int !Integer !Integer

instance NFData Plane where
  rnf p = p `seq` ()

parse :: ByteString -> Either InputError Plane
parse = runParser (plane <$> grid 80 "an elf or a free cell" (`elem` ".#"))
  where
    plane g = laidOut [C.foldr cell 0 (rowOf g row) | row <- [0 .. height g - 1]]
    cell c right = right `shiftL` 1 .|. (if c == '#' then 1 else 0)

-- | The rows without the empty rows and columns on all four sides; and the number of columns that are left.
trimmed :: [Integer] -> ([Integer], Int)
trimmed rows = (map (`shiftR` first) (dropWhileEnd (== 0) (dropWhile (== 0) rows)), end - first)
  where
    anywhere = foldl' (.|.) 0 rows
    end = length (takeWhile (> 0) (iterate (`shiftR` 1) anywhere))
    first = length (takeWhile (not . testBit anywhere) [0 .. end - 1])

-- | The plane with an elf for each bit of these rows.
laidOut :: [Integer] -> Plane
laidOut rows = Plane stride (packed (replicate margin 0 ++ map (`shiftL` margin) kept)) (packed rim)
  where
    margin = 6
    (kept, columns) = trimmed rows
    stride = columns + 2 * margin
    packed = foldr (\row below -> below `shiftL` stride .|. row) 0
    rim = [bit stride - 1] ++ replicate (length kept + 2 * margin - 2) ends ++ [bit stride - 1]
    ends = bit (stride - 1) .|. 1

rowsOf :: Plane -> [Integer]
rowsOf (Plane stride elves _) = go elves
  where
    go 0 = []
    go left = (left .&. (bit stride - 1)) : go (left `shiftR` stride)

part1, part2 :: Plane -> Int
part1 p = length rows * columns - sum (map popCount rows)
  where
    (rows, columns) = trimmed (rowsOf (NonEmpty.last (p :| take 10 (rounds p))))
part2 p = 1 + length (rounds p)

-- | The planes after each round in which elves move.
rounds :: Plane -> [Plane]
rounds = go 0
  where
    go i p = case moved i p of
      Nothing -> []
      Just p' -> p' : go (i + 1) p'

-- | The plane after the round of this number, from 0 on, if an elf moves.
moved :: Int -> Plane -> Maybe Plane
moved i p@(Plane stride elves rim)
  | elves .&. rim /= 0 = moved i (laidOut (rowsOf p))
  | once == twice = Nothing
  | otherwise = Just (Plane stride (foldl' (.|.) (still .|. (once `xor` twice)) returned) rim)
  where
    (still, targets) = wishes i p
    (once, twice) = foldl' (\(one, two) (_, to) -> (one .|. to, two .|. one .&. to)) (0, 0) targets
    returned = [(to .&. twice) `shift` negate step | (step, to) <- targets]

-- | The elves that do not want to move, and for each step the cells to which the others want to move by it.
wishes :: Int -> Plane -> (Integer, [(Int, Integer)])
wishes i (Plane stride elves _) = ((elves `xor` withNeighbours) .|. undecided, targets)
  where
    -- North, south, west and east, from the round's first on.
    steps = take 4 (drop (i `rem` 4) (cycle [-stride, stride, -1, 1]))
    threeInRow = elves .|. elves `shiftL` 1 .|. elves `shiftR` 1
    threeInColumn = elves .|. elves `shiftL` stride .|. elves `shiftR` stride
    -- For each step, the cells from which one of the three cells ahead has an elf.
    barred = [(step, three step `shift` negate step) | step <- steps]
    three step = if abs step == 1 then threeInColumn else threeInRow
    withNeighbours = elves .&. foldl' (.|.) 0 (map snd barred)
    (undecided, targets) = mapAccumL ask withNeighbours barred
    -- Elves that do not find three free cells ask for the next direction.
    ask asking (step, bar) = let kept = asking .&. bar in (kept, (step, (asking `xor` kept) `shift` step))
