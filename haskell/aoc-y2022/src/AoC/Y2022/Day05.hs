-- |
-- 2022 day 5, Supply Stacks <https://adventofcode.com/2022/day/5>
--
-- The letters on top of stacks of crates after all moves, if crates are moved one by one (part 1), or all
-- crates of a move together (part 2).
--
-- The idea: no stack is ever built. How high the stacks are before each move does not depend on the part.
-- 'parse' has to know these heights to check the moves, and keeps them with each move. With them each crate
-- is followed alone: its place, which is a stack and a height from 1, is folded over the moves.
--
-- Let a move take n crates from a stack of height a to one of height b. It moves the crates whose height h is
-- more than a - n. Here n is 2, a is 3 and b is 1:
--
-- >          before     one by one           together
-- > 3        C             B                    C
-- > 2        B             C                    B
-- > 1        A  D       A  D                 A  D
-- >
-- > h   ->              b + (a + 1 - h)      b + (h - (a - n))
--
-- At the end a crate is on top if and only if its height is that of its stack.
module AoC.Y2022.Day05 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, decimal, endOfLine, failAt, foldLines, offset, runParser, string, takeWhile1)
import AoC.Lists (chunksOf)
import Control.DeepSeq (NFData (..))
import Control.Monad (when, zipWithM)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiUpper, isDigit)
import qualified Data.IntMap.Strict as IntMap
import Data.List (find, foldl')

-- | How high each stack is.
type Heights = IntMap.IntMap Int

-- | Where a crate is: its stack, and its height there.
data Place = Place !Int !Int

-- | How many crates are moved, and the tops of both stacks before the move.
data Move = Move !Int !Place !Place

-- | The crates, with their letters, at the start; the moves in order; and the heights at the end.
data Plan = Plan ![(Char, Place)] ![Move] !Heights

instance NFData Plan where
  rnf (Plan found moves heights) = foldr (seq . snd) (foldr seq () moves) found `seq` rnf heights

parse :: ByteString -> Either InputError Plan
parse = runParser $ do
  (stacks, rows) <- drawing [] <* blankLine
  let found = [(letter, Place stack h) | (h, Row _ row) <- zip [1 ..] rows, (stack, letter) <- row]
      empty = [(stack, 0) | stack <- [1 .. stacks]]
      heights = IntMap.fromListWith max (empty ++ [(stack, h) | (_, Place stack h) <- found])
  (_, moves, after) <- foldLines (move stacks) (0, [], heights)
  pure (Plan found (reverse moves) after)

-- | A row of the drawing: how many characters it has, and its crates, each with its stack.
data Row = Row !Int ![(Int, Char)]

-- | The number of stacks, and all rows of crates, from the lowest. Given are those above, the nearest first.
drawing :: [Row] -> Parser (Int, [Row])
drawing above = do
  at <- offset
  text <- C.unpack <$> takeWhile1 "a crate, a blank or a digit" isDrawn
  case (numbered text, crates text) of
    (Just stacks, _)
      | not (null above) && and [width < 4 * stacks | Row width _ <- above] -> pure (stacks, above)
    (_, Just row@(_ : _))
      | length text < 36 && length above < 60 -> do
        when (or [stack `notElem` map fst row | Row _ resting <- take 1 above, (stack, _) <- resting]) $
          failAt at "a crate below each crate"
        endOfLine *> drawing (Row (length text) row : above)
    _ -> failAt at "a row of crates, at most 60 by 9, or the numbers of all stacks"
  where
    isDrawn c = isAsciiUpper c || isDigit c || c `elem` "[] "

-- | How many stacks a row numbers, if it does. The blank at its end may be missing.
--
-- >>> map numbered [" 1   2 ", " 1   2", " 2 "]
-- [Just 2,Just 2,Nothing]
numbered :: String -> Maybe Int
numbered row = find isRowOf [1 .. 9]
  where
    isRowOf stacks = row `elem` [take (4 * stacks - 1) numbers, take (4 * stacks - 2) numbers]
    numbers = concat [" " ++ show n ++ "  " | n <- [1 .. 9 :: Int]]

-- | The crates of a row, each with its stack, if all is in its place. What is missing at the right end are
-- blanks.
--
-- >>> map crates ["    [A]", "[A]  ", "[A", " [A]"]
-- [Just [(2,'A')],Just [(1,'A')],Nothing,Nothing]
crates :: String -> Maybe [(Int, Char)]
crates row = concat <$> zipWithM crate [1 ..] (chunksOf 4 row)
  where
    crate stack ('[' : letter : ']' : gap) | isAsciiUpper letter && all (== ' ') gap = Just [(stack, letter)]
    crate _ cell = if all (== ' ') cell then Just [] else Nothing

-- | One more move, how many there are, and the heights after it.
move :: Int -> (Int, [Move], Heights) -> Parser (Int, [Move], Heights)
move stacks (count, before, heights) = do
  at <- offset
  when (count == 1000) $ failAt at "at most 1,000 moves"
  n <- string "move " *> decimal 1 999
  from <- string " from " *> decimal 1 stacks
  to <- string " to " *> decimal 1 stacks
  let height stack = IntMap.findWithDefault 0 stack heights
  when (from == to) $ failAt at "a move to another stack"
  when (n > height from) $ failAt at ("a move of at most " ++ show (height from) ++ " crates")
  let heights' = IntMap.adjust (+ n) to (IntMap.adjust (subtract n) from heights)
  pure (count + 1, Move n (Place from (height from)) (Place to (height to)) : before, heights')

part1, part2 :: Plan -> String
part1 = tops (\_ a b h -> b + (a + 1 - h))
part2 = tops (\n a b h -> b + (h - (a - n)))

-- | The letters on top, from the first stack to the last, where @arrive n a b h@ is the new height of a crate
-- that moves.
tops :: (Int -> Int -> Int -> Int -> Int) -> Plan -> String
tops arrive (Plan found moves heights) = IntMap.elems (IntMap.fromList onTop)
  where
    onTop = [(stack, letter) | (letter, Place stack h) <- ends, isTop stack h]
    ends = [(letter, end start) | (letter, start) <- found]
    isTop stack h = IntMap.lookup stack heights == Just h
    end start = foldl' follow start moves
    follow place@(Place stack h) (Move n (Place from a) (Place to b))
      | stack == from && h > a - n = Place to (arrive n a b h)
      | otherwise = place
