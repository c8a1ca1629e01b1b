-- |
-- 2021 day 13, Transparent Origami <https://adventofcode.com/2021/day/13>
--
-- Dots on transparent paper, which is folded along vertical and horizontal lines, again and again:
-- what lies right of a line, or below it, is turned over onto the rest. Part 1 asks how many dots
-- show after the first fold, part 2 which letters show after the last.
--
-- The idea: a fold is a function on one coordinate, and folds compose. Folding along n sends v
-- to n - |n - v|: what is less than n stays, what is more is mirrored. So the paper is two lists
-- of numbers, and a fold across x leaves that of y alone. The same formula says when a dot would
-- be lost: the result must be from 0 to n - 1, for it is n on the line, and negative beyond the
-- edge. Dots are never looked up, moved into a set or merged until they are counted.
--
-- Assumes coordinates and lines from 0 to 9999. Parsing folds, to see that no dot is lost; a fold
-- need not halve the paper.
--
-- Python folds sets of points; Rust puts all folds of an axis into a table of 10,000 places.
module AoC.Y2021.Day13 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, char, decimal, failAt, foldLines, offset, oneOf, runParser, vectorOfBlock, (<|>))
import AoC.Letters (letters, small)
import Control.Monad (unless)
import Data.ByteString (ByteString)
import qualified Data.IntSet as IntSet
import Data.Maybe (fromMaybe)
import qualified Data.Vector.Unboxed as U

-- | All dots' columns, and their rows.
type Paper = (U.Vector Int, U.Vector Int)

-- | The paper after the first fold and after the last.
parse :: ByteString -> Either InputError (Paper, Paper)
parse = runParser $ do
  paper <- U.unzip <$> vectorOfBlock ((,) <$> coordinate <* char ',' <*> coordinate)
  (once, final) <- blankLine *> foldLines next (Nothing, paper)
  pure (fromMaybe final once, final)
  where
    next (once, latest) = do
      folded <- fold latest
      pure (once <|> Just folded, folded)

coordinate :: Parser Int
coordinate = decimal 0 9999

fold :: Paper -> Parser Paper
fold (xs, ys) = do
  at <- offset
  across <- oneOf [("fold along x=", True), ("fold along y=", False)]
  line <- coordinate
  let folded = U.map (\v -> line - abs (line - v)) (if across then xs else ys)
  unless (U.all (\v -> 0 <= v && v < line) folded) $ failAt at "a fold that loses no dot"
  pure (if across then (folded, ys) else (xs, folded))

part1 :: (Paper, Paper) -> Int
part1 ((xs, ys), _) = IntSet.size (IntSet.fromList (U.toList (U.zipWith (\x y -> 10000 * x + y) xs ys)))

part2 :: (Paper, Paper) -> String
part2 (_, (xs, ys)) = letters small (U.toList (U.zip xs ys))
