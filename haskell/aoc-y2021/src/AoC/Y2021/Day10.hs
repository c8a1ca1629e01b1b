-- |
-- 2021 day 10, Syntax Scoring <https://adventofcode.com/2021/day/10>
--
-- Lines of brackets have a flaw each: a closer that does not fit what was opened last, or openers that are
-- never closed. Part 1 scores the first, part 2 the second.
--
-- The idea: pieces of a line form a monoid. All that matters of a piece is which closers still wait for
-- openers on their left, and then which openers wait for closers on their right; or the first closer that has
-- met a wrong opener. Two pieces join at the seam: openers of the left one meet closers of the right one,
-- from the inside out. This is associative, so a line may be cut anywhere: the 'foldMap' of a sequence, which
-- is a tree, joins neighbours, and then pieces of equal size.
--
-- An error in the left piece comes first, so it stays. In a whole line, a closer that waits for an opener is
-- wrong.
--
-- Assumes lines of at most 1000 brackets with at most 50 missing.
module AoC.Y2021.Day10 (parse, part1, part2) where

import AoC.Input (InputError, Parser, failAt, linesOf, offset, runParser, takeUpTo, tooSoon)
import AoC.Numbers (fromDigits)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Either (lefts, rights)
import qualified Data.List as List
import Data.Maybe (fromMaybe)
import qualified Data.Sequence as Seq

-- | Closers that wait for their openers, then openers that wait, innermost first; or such closers before a
-- wrong one. An opener is written as its closer.
data Piece = Piece !String !String | Clash !String !Char

instance Semigroup Piece where
  Clash waiting wrong <> _ = Clash waiting wrong
  Piece waiting open <> Piece closers open' = case meet open closers of
    Right (unmet, stillOpen) -> Piece (waiting ++ unmet) (open' ++ stillOpen)
    Left wrong -> Clash waiting wrong
  Piece waiting open <> Clash closers wrong = case meet open closers of
    Right (unmet, _) -> Clash (waiting ++ unmet) wrong
    Left sooner -> Clash waiting sooner

instance Monoid Piece where
  mempty = Piece [] []

-- | The closers and the openers that are left when openers have met closers, or the first closer that met a
-- wrong one.
meet :: String -> String -> Either Char (String, String)
meet (opener : outer) (closer : later)
  | opener == closer = meet outer later
  | otherwise = Left closer
meet outer later = Right (later, outer)

bracket :: Char -> Piece
bracket c = maybe (Piece [c] []) (\closer -> Piece [] [closer]) (lookup c (zip "([{<" ")]}>"))

-- | A line's first wrong closer, or the closers that it lacks.
type Flaw = Either Char String

parse :: ByteString -> Either InputError [Flaw]
parse = runParser $ do
  flaws <- linesOf line
  if odd (length (rights flaws)) then pure flaws else tooSoon "an odd number of incomplete lines"

line :: Parser Flaw
line = do
  at <- offset
  text <- takeUpTo 1000 "brackets" "brackets" (`C.elem` C.pack "()[]{}<>")
  case foldMap bracket (Seq.fromList (C.unpack text)) of
    Piece [] [] -> failAt at "a line with a flaw"
    Piece [] open
      | length open > 50 -> failAt at "at most 50 missing brackets"
      | otherwise -> pure (Right open)
    Piece (wrong : _) _ -> pure (Left wrong)
    Clash (wrong : _) _ -> pure (Left wrong)
    Clash [] wrong -> pure (Left wrong)

part1 :: [Flaw] -> Int
part1 flaws = sum (map (worth [3, 57, 1197, 25137]) (lefts flaws))

part2 :: [Flaw] -> Integer
part2 flaws = List.sort scores !! (length scores `quot` 2)
  where
    scores = map (fromDigits 5 . map (worth [1 ..])) (rights flaws)

worth :: Num a => [a] -> Char -> a
worth points closer = fromMaybe 0 (lookup closer (zip ")]}>" points))
