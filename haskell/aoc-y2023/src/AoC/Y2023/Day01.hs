-- |
-- 2023 day 1, Trebuchet?! <https://adventofcode.com/2023/day/1>
--
-- The sum, over all lines, of the two-digit number of a line's first and last digit: of digits only (part 1),
-- and of digits spelled in letters too (part 2).
--
-- The idea: the automaton of Aho and Corasick, as a lazy cyclic graph. A state stands for the longest suffix
-- of the text so far that is a prefix of a word. Its arrows for the letters that continue such a word lead to
-- new states. All other arrows are those of its fallback, the state of the next shorter suffix that is a
-- prefix of a word. A whole word is a state with a digit. An arrow is made only when it is followed, so the
-- graph can be defined in terms of itself.
--
-- So one pass over a line finds every word, even where words share letters. The first and the last digit are
-- a semigroup. The parts differ by their list of words.
--
-- Assumes that no word of the list is a part of another, so that a state never needs the digit of its
-- fallback.
module AoC.Y2023.Day01 (parse, part1, part2) where

import AoC.Input (InputError, Parser, failAt, linesOfUpTo, offset, runParser, takeUpTo)
import Control.Monad (unless)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isDigit)
import Data.List (mapAccumL)
import Data.Map (Map)
import qualified Data.Map as Map
import Data.Maybe (catMaybes)
import Data.Semigroup (First (..), Last (..))

parse :: ByteString -> Either InputError [ByteString]
parse = runParser (linesOfUpTo 2000 line)

line :: Parser ByteString
line = do
  at <- offset
  text <- takeUpTo 100 "characters" "a lower-case letter or a digit from 1 to 9" isLetterOrDigit
  unless (C.any isDigit text) $ failAt at "a line with a digit"
  pure text
  where
    isLetterOrDigit c = 'a' <= c && c <= 'z' || '1' <= c && c <= '9'

part1, part2 :: [ByteString] -> Int
part1 = calibration digits
part2 = calibration (digits ++ spelled)

digits, spelled :: [(String, Int)]
digits = [(show digit, digit) | digit <- [1 .. 9]]
spelled = zip ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] [1 ..]

calibration :: [(String, Int)] -> [ByteString] -> Int
calibration vocabulary texts = sum [10 * first + final | Just (First first, Last final) <- map ends texts]
  where
    start = automaton vocabulary
    ends = foldMap (\digit -> Just (First digit, Last digit)) . found start

-- | The digit of the word that ends here, and the arrows. A letter without one leads to the start.
data State = State (Maybe Int) (Map Char State)

automaton :: [(String, Int)] -> State
automaton vocabulary = start
  where
    start = State Nothing (arrows (const start) vocabulary)
    state rests fallback@(State _ others) =
      State (lookup "" rests) (Map.union (arrows (follow start fallback) rests) others)
    -- The arrows that continue words, given where the fallback's arrows lead, and what is left of the words.
    arrows fallbacks rests = Map.mapWithKey (\c left -> state left (fallbacks c)) (byLetter rests)
    byLetter rests = Map.fromListWith (++) [(c, [(rest, digit)]) | (c : rest, digit) <- rests]

-- | The state after a letter, given the start.
follow :: State -> State -> Char -> State
follow start (State _ next) c = Map.findWithDefault start c next

-- | The digits of the words in a text, in order.
--
-- >>> found (automaton spelled) (C.pack "xtwoneightx")
-- [2,1,8]
found :: State -> ByteString -> [Int]
found start = catMaybes . snd . mapAccumL emit start . C.unpack
  where
    emit before c = let state@(State digit _) = follow start before c in (state, digit)
