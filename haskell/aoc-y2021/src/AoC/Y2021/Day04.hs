-- |
-- 2021 day 4, Giant Squid <https://adventofcode.com/2021/day/4>
--
-- Bingo: numbers are drawn, and a board wins as soon as all five numbers of one of its rows or
-- columns have been drawn. Its score is the sum of its numbers not drawn by then, times the
-- number drawn last. Part 1 asks for the score of the first board to win, part 2 for the last.
--
-- The idea: nobody plays. The numbers drawn so far are a set that only grows, and so are those
-- a line of a board waits for a set that has to be a part of it. Whether a board has won by the
-- k-th draw therefore turns from no to yes at most once as k grows, and the moment of turning
-- is found by bisection. A set of numbers below 100 is two words, so that "is a part of" takes
-- a few instructions.
--
-- Boards that win on the same draw count in the order in which they are listed: so the first
-- winner is the least of the pairs (moment, place in the list), and the last is the greatest.
--
-- Assumes 5 to 100 draws from 0 to 99, without repetition, and boards of 25 different numbers.
-- Some board must win, or the text ends too soon; to know that, parsing finds every moment.
--
-- Python plays the game; Rust replaces each number by the turn it is drawn on, when a board
-- wins at the least over its lines of the greatest turn.
module AoC.Y2021.Day04 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, decimalsUpTo, endOfInput, endOfLine, failAt, many1, offset, runParser, takeWhile1, tooSoon)
import Control.Monad (foldM, when)
import Data.Bits (bit, complement, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)

-- | Numbers from 0 to 99: those below 50, and the others.
data Set = Set !Word64 !Word64 deriving (Eq)

instance Semigroup Set where
  Set a b <> Set c d = Set (a .|. c) (b .|. d)

instance Monoid Set where
  mempty = Set 0 0

only :: Int -> Set
only n = if n < 50 then Set (bit n) 0 else Set 0 (bit (n - 50))

isPartOf :: Set -> Set -> Bool
isPartOf (Set a b) (Set c d) = a .&. complement c .|. b .&. complement d == 0

-- | Five rows, top to bottom.
type Board = [[Int]]

-- | For each board that wins: after how many draws, its place in the list, and its score.
type Wins = U.Vector (Int, Int, Int)

parse :: ByteString -> Either InputError Wins
parse = runParser $ do
  start <- offset
  draws <- decimalsUpTo 100 0 99 ','
  when (U.length draws < 5) $ failAt start "at least 5 draws"
  let drawn = V.scanl (<>) mempty (V.map only (U.convert draws))
  when (or (V.zipWith (==) drawn (V.drop 1 drawn))) $ failAt start "no number to be drawn twice"
  boards <- many1 (blankLine *> board) <* endOfInput
  let wins = U.fromList [(n, i, points) | (i, b) <- zip [0 ..] boards, Just (n, points) <- [win draws drawn b]]
  if U.null wins then tooSoon "a board that wins" else pure wins

board :: Parser Board
board = do
  (rows', _) <- foldM more ([], mempty) [1 .. 5 :: Int]
  pure (reverse rows')
  where
    more (above, seen) n = do
      when (n > 1) endOfLine
      at <- offset
      text <- takeWhile1 "a row of a board" (\c -> c == ' ' || isDigit c)
      row <- maybe (failAt at "five numbers, each two wide") pure (fiveNumbers text)
      seen' <- foldM (unlessSeen at) seen row
      pure (row : above, seen')
    unlessSeen at seen n
      | only n `isPartOf` seen = failAt at "no number twice on a board"
      | otherwise = pure (seen <> only n)

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

-- | After how many draws the board wins, if it ever does, and its score.
win :: U.Vector Int -> V.Vector Set -> Board -> Maybe (Int, Int)
win draws drawn b
  | wonBy (U.length draws) = Just (moment, unmarked * (draws U.! (moment - 1)))
  | otherwise = Nothing
  where
    wonBy n = any (`isPartOf` (drawn V.! n)) fullLines
    fullLines = map (foldMap only) b ++ foldr (zipWith ((<>) . only)) (repeat mempty) b
    -- Not won by the first, won by the second.
    bisect low high
      | high - low == 1 = high
      | wonBy middle = bisect low middle
      | otherwise = bisect middle high
      where
        middle = (low + high) `quot` 2
    moment = bisect 0 (U.length draws)
    unmarked = sum [n | n <- concat b, not (only n `isPartOf` (drawn V.! moment))]

part1 :: Wins -> Int
part1 = score . U.minimum

part2 :: Wins -> Int
part2 = score . U.maximum

score :: (Int, Int, Int) -> Int
score (_, _, points) = points
