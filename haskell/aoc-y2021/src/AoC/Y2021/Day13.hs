-- |
-- 2021 day 13, Transparent Origami <https://adventofcode.com/2021/day/13>
--
-- Dots on transparent paper are folded along one line after another. How many dots are there after the first
-- fold, and which letters do they draw after the last?
--
-- The idea: fold the sheet and not the dots. A sheet is a list of rows, and a row is the set of its dots. To
-- fold along a row is to split the list there, to turn the lower half over, and to lay one on the other:
-- unions of rows, from the crease outwards. A fold along a column is the same for the sheet with rows and
-- columns exchanged. Folds along rows leave the columns alone and the other way round, so all folds along
-- rows can be made first.
--
-- A dot on a crease, or one that would come to lie off the sheet, is not foreseen. Whether there is one
-- depends on the rows in use alone, or on the columns in use, so parsing follows just these.
--
-- Assumes at most 100,000 dots and 10,000 folds, coordinates and lines from 0 to 9999. A fold need not halve
-- the sheet.
module AoC.Y2021.Day13 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, blockOfUpTo, char, decimal, failAt, foldLines, offset, oneOf, runParser)
import AoC.Letters (letters, small)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.IntMap.Strict as IntMap
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import Data.Tuple (swap)

-- | Column and row.
type Dot = (Int, Int)

-- | Is it along a column, and which?
type Fold = (Bool, Int)

parse :: ByteString -> Either InputError ([Dot], [Fold])
parse = runParser $ do
  dotted <- blockOfUpTo 100000 ((,) <$> coordinate <* char ',' <*> coordinate)
  blankLine
  (,) dotted <$> folds (unzip dotted)

coordinate :: Parser Int
coordinate = decimal 0 9999

-- | At most 10,000 folds, for these columns and rows in use.
folds :: ([Int], [Int]) -> Parser [Fold]
folds (columns, rows) = (\(_, _, known) -> reverse known) <$> foldLines next (10000 :: Int, inUse, [])
  where
    inUse = (IntSet.fromList columns, IntSet.fromList rows)
    next (more, used, known) = do
      at <- offset
      when (more == 0) $ failAt at "at most 10,000 folds"
      alongColumn <- oneOf [("fold along x=", True), ("fold along y=", False)]
      line <- coordinate
      folded <- fold at line (if alongColumn then fst used else snd used)
      let used' = if alongColumn then (folded, snd used) else (fst used, folded)
      pure (more - 1, used', (alongColumn, line) : known)

-- | The columns or rows in use after a fold, if it is allowed.
fold :: Int -> Int -> IntSet -> Parser IntSet
fold at line used = do
  when onLine $ failAt at "a fold along a line without dots"
  when (maybe False ((> 2 * line) . fst) (IntSet.maxView used)) $
    failAt at "a fold that leaves all dots on the paper"
  pure (before <> IntSet.map (2 * line -) beyond)
  where
    (before, onLine, beyond) = IntSet.splitMember line used

part1 :: ([Dot], [Fold]) -> Int
part1 (dotted, made) = length (foldedAlong (take 1 made) dotted)

part2 :: ([Dot], [Fold]) -> String
part2 (dotted, made) = letters small (foldedAlong made dotted)

foldedAlong :: [Fold] -> [Dot] -> [Dot]
foldedAlong made = swapped (along True) . along False
  where
    along way = dots . flip (List.foldl' foldUp) (linesAlong way) . sheet
    linesAlong way = [line | (alongColumn, line) <- made, alongColumn == way]
    swapped f = map swap . f . map swap

-- | Rows from the top, each with the columns of its dots.
type Sheet = [IntSet]

sheet :: [Dot] -> Sheet
sheet dotted = [IntMap.findWithDefault IntSet.empty y rows | y <- [0 .. lowest]]
  where
    rows = IntSet.fromList <$> IntMap.fromListWith (++) [(y, [x]) | (x, y) <- dotted]
    lowest = maybe (-1) fst (IntMap.lookupMax rows)

dots :: Sheet -> [Dot]
dots rows = [(x, y) | (y, row) <- zip [0 ..] rows, x <- IntSet.toList row]

-- | The sheet with all below this row turned up.
--
-- >>> dots (foldUp (sheet [(0, 0), (1, 3), (2, 4)]) 2)
-- [(0,0),(2,0),(1,1)]
foldUp :: Sheet -> Int -> Sheet
foldUp rows line = case splitAt line rows of
  (_, []) -> rows
  (upper, _ : lower) -> reverse (overlay (reverse upper) lower)

-- | One on top of the other, from the crease outwards. What of the lower one would come to lie off the sheet
-- is empty.
overlay :: Sheet -> Sheet -> Sheet
overlay (a : as) (b : bs) = (a <> b) : overlay as bs
overlay as _ = as
