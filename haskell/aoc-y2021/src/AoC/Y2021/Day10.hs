-- |
-- 2021 day 10, Syntax Scoring <https://adventofcode.com/2021/day/10>
--
-- Lines of brackets, four kinds. Some are corrupted: a chunk is closed by the wrong bracket. The
-- others are incomplete: brackets are missing at the end. Part 1 adds up points for the first
-- wrong bracket of each corrupted line; part 2 takes the middle one of the scores for what is
-- missing from each incomplete line.
--
-- The idea: pieces of a line form a monoid. When everything that matches within a piece is struck
-- out, closing brackets remain that still have to meet their openers on the left, and after them
-- either opening brackets, or a wrong closing one, after which nothing counts any more. To
-- join two pieces is to let the openers of the left meet the closers of the right, innermost
-- first. The outcome depends on the joined text alone, so this is associative: a line may be cut
-- anywhere, and is halved here until the pieces are short enough to be read from left to right.
-- What is left of a whole line says all: a closer that met nobody, or else the one that met the
-- wrong opener, is what corrupts it; else its openers are what is to be closed.
--
-- Long lines need no deep stack: pieces are halved, and each join takes as long as what it joins.
--
-- Assumes that no line is complete, none leaves more than 50 brackets open, and that the number of
-- incomplete lines is odd, so that there is a middle. Its score may reach 5^50: an Integer.
--
-- Python and Rust keep a stack of what is open; Rust finds the middle by selection.
module AoC.Y2021.Day10 (parse, part1, part2) where

import AoC.Input (InputError, Parser, failAt, linesOf, offset, runParser, takeWhile1, tooSoon)
import AoC.Numbers (fromDigits)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (chr, ord)
import Data.List (sort)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U

-- | The closers that still have to meet their openers, and then the openers still open,
-- innermost first, or a wrong closer. An opener is written as its closer.
data Piece = Open ![Char] ![Char] | Corrupt ![Char] !Char

instance Semigroup Piece where
  Corrupt needed wrong <> _ = Corrupt needed wrong
  Open needed open <> Open closers inner = case meet open closers of
    Met [] outer -> Open needed (inner +++ outer)
    Met unmet _ -> Open (needed +++ unmet) inner
    Clash wrong -> Corrupt needed wrong
  Open needed open <> Corrupt closers wrong = case meet open closers of
    Met unmet _ -> Corrupt (needed +++ unmet) wrong
    Clash sooner -> Corrupt needed sooner

instance Monoid Piece where
  mempty = Open [] []

-- | '++' at once, for most often the left list is of one bracket.
(+++) :: [Char] -> [Char] -> [Char]
[] +++ cs = cs
[b] +++ cs = b : cs
(b : bs) +++ cs = b : (bs ++ cs)

-- | What is left on either side when openers have met closers; or the first closer that met
-- the wrong one.
data Meeting = Met ![Char] ![Char] | Clash !Char

meet :: [Char] -> [Char] -> Meeting
meet (opener : outer) (closer : later)
  | opener == closer = meet outer later
  | otherwise = Clash closer
meet outer later = Met later outer

-- | What is wrong with a line: its first wrong bracket, or those that are missing.
data Flaw = Wrong !Char | Missing ![Char]

instance NFData Flaw where
  rnf (Wrong _) = ()
  rnf (Missing closers) = rnf closers

parse :: ByteString -> Either InputError [Flaw]
parse = runParser $ do
  flaws <- linesOf line
  if odd (length [() | Missing _ <- flaws]) then pure flaws else tooSoon "an odd number of incomplete lines"

line :: Parser Flaw
line = do
  at <- offset
  text <- takeWhile1 "brackets" isBracket
  case piece text of
    Open [] [] -> failAt at "a line with a flaw"
    Open [] open
      | length (take 51 open) > 50 -> failAt at "at most 50 missing brackets"
      | otherwise -> pure (Missing open)
    Open (wrong : _) _ -> pure (Wrong wrong)
    Corrupt (wrong : _) _ -> pure (Wrong wrong)
    Corrupt [] wrong -> pure (Wrong wrong)

piece :: ByteString -> Piece
piece text
  | C.length text <= 64 = C.foldl' (\before c -> before <> pieces V.! ord c) mempty text
  | otherwise = piece left <> piece right
  where
    (left, right) = C.splitAt (C.length text `quot` 2) text

-- | The pieces of one character. Brackets are hard to foresee, so looking one up is faster
-- than asking which it is.
pieces :: V.Vector Piece
pieces = V.generate 256 $ \i -> case lookup (chr i) (zip "([{<" ")]}>") of
  Just closer -> Open [] [closer]
  Nothing -> Open [chr i] []
{-# NOINLINE pieces #-}

isBracket :: Char -> Bool
isBracket c = brackets U.! ord c

brackets :: U.Vector Bool
brackets = U.generate 256 ((`elem` "()[]{}<>") . chr)
{-# NOINLINE brackets #-}

part1 :: [Flaw] -> Int
part1 flaws = sum [points c | Wrong c <- flaws]
  where
    points c = case c of
      ')' -> 3
      ']' -> 57
      '}' -> 1197
      _ -> 25137

part2 :: [Flaw] -> Integer
part2 flaws = sum (take 1 (drop (length scores `quot` 2) (sort scores)))
  where
    scores = [fromDigits 5 (map points closers) | Missing closers <- flaws]
    points c = case c of
      ')' -> 1
      ']' -> 2
      '}' -> 3
      _ -> 4
