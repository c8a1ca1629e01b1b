-- |
-- 2021 day 4, Giant Squid <https://adventofcode.com/2021/day/4>
--
-- The score of the bingo board that wins first, and of the one that wins last.
--
-- The idea: the game is not played. The numbers drawn so far are a set that only grows, so whether a board
-- has won after n draws turns from no to yes at most once as n grows, and the draw on which it turns is found
-- by binary search.
--
-- Boards that win on the same draw count in the order of the list: the first winner is the least of the pairs
-- (draw, place in the list), the last is the greatest.
--
-- Assumes 5 to 100 different draws from 0 to 99, and boards of 25 different numbers, of which at least one
-- wins.
module AoC.Y2021.Day04 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, decimalsUpTo, endOfInput, endOfLine, failAt, many1, offset, runParser, takeWhile1, tooSoon)
import Control.Monad (foldM, unless, when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U

-- | Five rows, top to bottom.
type Board = [[Int]]

-- | The numbers in the order in which they are drawn, and the boards.
type Bingo = ([Int], [Board])

parse :: ByteString -> Either InputError Bingo
parse = runParser $ do
  start <- offset
  draws <- U.toList <$> decimalsUpTo 100 0 99 ','
  when (length draws < 5) $ failAt start "at least 5 draws"
  let drawn = IntSet.fromList draws
  when (IntSet.size drawn < length draws) $ failAt start "no number to be drawn twice"
  boards <- many1 (blankLine *> board) <* endOfInput
  unless (any (isWonBy drawn) boards) $ tooSoon "a board that wins"
  pure (draws, boards)

board :: Parser Board
board = do
  (rows', _) <- foldM more ([], IntSet.empty) [1 .. 5 :: Int]
  pure (reverse rows')
  where
    more (above, seen) n = do
      when (n > 1) endOfLine
      at <- offset
      text <- takeWhile1 "a row of a board" (\c -> c == ' ' || isDigit c)
      row <- maybe (failAt at "five numbers, each two wide") pure (fiveNumbers text)
      let seen' = seen <> IntSet.fromList row
      when (IntSet.size seen' < 5 * n) $ failAt at "no number twice on a board"
      pure (row : above, seen')

-- | >>> fiveNumbers (C.pack " 1 22  0 40 99")
-- Just [1,22,0,40,99]
-- >>> fiveNumbers (C.pack " 1 22 03 40 99")
-- Nothing
fiveNumbers :: ByteString -> Maybe [Int]
fiveNumbers text
  | C.length text == 14 && and [C.index text i == ' ' | i <- [2, 5, 8, 11]] = mapM twoWide [0, 3, 6, 9, 12]
  | otherwise = Nothing
  where
    twoWide i = case (C.index text i, C.index text (i + 1)) of
      (_, ' ') -> Nothing
      (' ', ones) -> Just (digitToInt ones)
      ('0', _) -> Nothing
      (tens, ones) -> Just (10 * digitToInt tens + digitToInt ones)

part1 :: Bingo -> Int
part1 = score minimum

part2 :: Bingo -> Int
part2 = score maximum

-- | The score of the board that is chosen by the number of draws after which it wins, and by its place in the
-- list.
score :: ([(Int, Int, Board)] -> (Int, Int, Board)) -> Bingo -> Int
score choose (draws, boards) = sum unmarked * (draws !! (moment - 1))
  where
    unmarked = filter (`IntSet.notMember` (drawn V.! moment)) (concat chosen)
    (moment, _, chosen) =
      choose [(winning drawn it, i, it) | (i, it) <- zip [0 ..] boards, isWonBy (V.last drawn) it]
    drawn = V.fromList (scanl (flip IntSet.insert) IntSet.empty draws)

-- | After how many draws a board wins that does win, given the numbers drawn after each.
winning :: V.Vector IntSet -> Board -> Int
winning drawn it = bisect 0 (V.length drawn - 1)
  where
    -- Not won after the first, won after the second.
    bisect low high
      | high - low == 1 = high
      | isWonBy (drawn V.! middle) it = bisect low middle
      | otherwise = bisect middle high
      where
        middle = (low + high) `quot` 2

isWonBy :: IntSet -> Board -> Bool
isWonBy drawn it = any (all (`IntSet.member` drawn)) (it ++ List.transpose it)
