-- |
-- 2025 day 6, Trash Compactor <https://adventofcode.com/2025/day/6>
--
-- The grand total of the problems on a sheet, if their numbers are written in rows (part 1) or in columns
-- (part 2).
--
-- The idea: written decimals are a monoid. A piece of writing has a value, and a power of ten by which it
-- multiplies what is written before it. A digit is such a piece, and a blank is the neutral element. So
-- 'foldMap' over a row or a column of a problem reads the number there, wherever the number stands in it. A
-- second monoid, 'Sum' or 'Product', combines the numbers. The parts differ by a transposition.
--
-- Assumes at most 4 numbers of at most 4 digits in a problem, so a product fits an Int. The grand total may
-- not.
module AoC.Y2025.Day06 (parse, part1, part2) where

import AoC.Input (InputError, Parser, endOfInput, endOfLine, failWhole, runParser, takeWhile1, (<|>))
import AoC.Lists (splitWhen)
import Control.DeepSeq (NFData (..))
import Control.Monad (unless, when)
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import Data.List (dropWhileEnd)
import Data.Monoid (Product (..), Sum (..))

-- | The operator, and the columns of digits and blanks.
data Problem = Problem !Char ![ByteString]

instance NFData Problem where
  rnf (Problem _ columns) = rnf columns

parse :: ByteString -> Either InputError [Problem]
parse = runParser $ do
  rows <- rowsAfter 0 <* endOfInput
  let wide = maximum (map C.length rows)
      sheet = B.transpose [row <> C.replicate (wide - C.length row) ' ' | row <- rows]
      problems = splitWhen blank (dropWhileEnd blank sheet)
      blank = C.all (== ' ')
  when (length problems > 5000) $ failWhole "there are more than 5,000 problems"
  mapM problem problems

-- | The rows that follow @n@ rows of numbers: those that are left, and the operators.
rowsAfter :: Int -> Parser [ByteString]
rowsAfter n = do
  indent <- takeWhile1 "a blank" (== ' ') <|> pure C.empty
  let row what allowed = (indent <>) <$> takeWhile1 what (\c -> allowed c || c == ' ')
      numbers = (:) <$> row "a digit" isDigit <* endOfLine <*> rowsAfter (n + 1)
      operators = pure <$> row "+ or *" (`elem` "+*")
  case n of
    0 -> numbers
    4 -> operators
    _ -> numbers <|> operators

problem :: [ByteString] -> Parser Problem
problem block = do
  when (null block) $ failWhole "the problems do not start at the left, with one blank column between two"
  when (length block > 4) $ failWhole "a problem is more than 4 columns wide"
  unless (all (C.any isDigit) columns) $ failWhole "a column of a problem has no digit"
  unless (all (isNumber . C.unpack) (B.transpose columns)) $ failWhole "a row of a problem is not one number"
  case map C.last block of
    operator : below | operator /= ' ', all (== ' ') below -> pure (Problem operator columns)
    _ -> failWhole "a problem does not have one operator, in its first column"
  where
    columns = map C.init block
    isNumber cells = not (null digits) && all isDigit digits
      where
        digits = dropWhileEnd (== ' ') (dropWhile (== ' ') cells)

part1, part2 :: [Problem] -> Integer
part1 = grandTotal B.transpose
part2 = grandTotal id

-- | The grand total, if @along@ makes the lines along which numbers are read from a problem's columns.
grandTotal :: ([ByteString] -> [ByteString]) -> [Problem] -> Integer
grandTotal along = sum . map (toInteger . solved)
  where
    solved (Problem operator columns)
      | operator == '+' = getSum (foldMap (Sum . number) (along columns))
      | otherwise = getProduct (foldMap (Product . number) (along columns))

-- | The value, and the power of ten by which it multiplies what is written before it.
data Written = Written !Int !Int

instance Semigroup Written where
  Written a p <> Written b q = Written (a * q + b) (p * q)

instance Monoid Written where
  mempty = Written 0 1

-- |
-- >>> number (C.pack " 25 ")
-- 25
number :: ByteString -> Int
number cells = value
  where
    Written value _ = foldMap written (C.unpack cells)
    written c = if c == ' ' then mempty else Written (digitToInt c) 10
