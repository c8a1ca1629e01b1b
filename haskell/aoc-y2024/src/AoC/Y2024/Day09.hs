-- |
-- 2024 day 9, Disk Fragmenter <https://adventofcode.com/2024/day/9>
--
-- The checksum of a disk, which is the sum of each block's place times its file's number, after blocks from
-- the end are moved into the gaps: one by one (part 1), or whole files where they fit (part 2).
--
-- Both parts add up by how much the moves change the checksum.
--
-- The idea for part 1: the free places in order and the blocks in reverse are two lazy lists. The moves are
-- their zip, for as long as the place is before the block.
--
-- The idea for part 2: the gaps are the leaves of a tournament, a tree in which each node has the size of the
-- largest gap below it. The leftmost gap for a file is found from the root, by going left wherever the left
-- side has one, and on the way back the path is built anew around what is left of the gap. What a file leaves
-- behind is no gap for files that move later, since they lie further left.
module AoC.Y2024.Day09 (parse, part1, part2) where

import AoC.Input (InputError, failAt, offset, runParser, takeUpTo)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import Data.Foldable (foldl', toList)
import Data.List.NonEmpty (NonEmpty (..))
import qualified Data.List.NonEmpty as NonEmpty

-- | A file's number, where it begins, its length, and the length of the gap after it.
data File = File !Int !Int !Int !Int

instance NFData File where
  rnf file = file `seq` ()

parse :: ByteString -> Either InputError (NonEmpty File)
parse = runParser $ do
  at <- offset
  digits <- takeUpTo 50000 "digits" "a digit" isDigit
  let found = files 0 0 (map digitToInt (C.unpack digits))
  when (or [size == 0 | File _ _ size _ <- found]) $ failAt at "files of at least one block"
  maybe (failAt at "a file") pure (NonEmpty.nonEmpty found)

-- | The files, from this number and place on.
files :: Int -> Int -> [Int] -> [File]
files _ _ [] = []
files number start [size] = [File number start size 0]
files number start (size : gap : rest) =
  File number start size gap : files (number + 1) (start + size + gap) rest

part1, part2 :: NonEmpty File -> Int
part1 disk = checksum disk + sum [number * (to - from) | (to, (from, number)) <- moves]
  where
    moves = takeWhile isBefore (zip free blocks)
    free = concat [take gap [start + size ..] | File _ start size gap <- toList disk]
    blocks =
      [ (from, number)
        | File number start size _ <- reverse (toList disk),
          from <- reverse (take size [start ..])
      ]
    isBefore (to, (from, _)) = to < from
part2 disk = change
  where
    Defragmented change _ = foldl' move fragmented (NonEmpty.reverse disk)
    fragmented = Defragmented (checksum disk) (tournament (fmap gapAfter disk))
    gapAfter (File _ start size gap) = Gap (start + size) gap

-- | The checksum of a disk as it is.
checksum :: NonEmpty File -> Int
checksum disk =
  sum [number * (size * start + size * (size - 1) `div` 2) | File number start size _ <- toList disk]

-- | A gap's place and size; or the size of the largest of some gaps, those in the left half, and those in the
-- right one.
data Gaps = Gap !Int !Int | Gaps !Int !Gaps !Gaps

largest :: Gaps -> Int
largest (Gap _ size) = size
largest (Gaps size _ _) = size

beside :: Gaps -> Gaps -> Gaps
beside l r = Gaps (max (largest l) (largest r)) l r

-- | Round by round, each two neighbours are joined.
tournament :: NonEmpty Gaps -> Gaps
tournament (winner :| []) = winner
tournament (l :| r : others) = tournament (beside l r :| joined others)
  where
    joined (a : b : rest) = beside a b : joined rest
    joined rest = rest

-- | The place of the leftmost gap with room for a file of this size. There has to be one.
place :: Int -> Gaps -> Int
place _ (Gap start _) = start
place size (Gaps _ l r) = place size (if largest l >= size then l else r)

-- | The gaps once a file of this size has moved into the leftmost one with room for it.
fill :: Int -> Gaps -> Gaps
fill size (Gap start room) = Gap (start + size) (room - size)
fill size (Gaps _ l r) = if largest l >= size then beside (fill size l) r else beside l (fill size r)

-- | The checksum, and the gaps.
data Defragmented = Defragmented !Int !Gaps

move :: Defragmented -> File -> Defragmented
move disk@(Defragmented total gaps) (File number start size _)
  | largest gaps >= size && to < start = Defragmented (total + number * size * (to - start)) (fill size gaps)
  | otherwise = disk
  where
    to = place size gaps
