-- |
-- 2023 day 13, Point of Incidence <https://adventofcode.com/2023/day/13>
--
-- In each pattern the line between rows or between columns about which it is a mirror image of itself, as far
-- as the mirrored part goes: without a wrong cell (part 1), or with one (part 2). The sum of the columns to
-- the left of such lines and 100 times the rows above them.
--
-- The idea: a convolution. Take a column as two polynomials: p has the term x^i if the cell in row i is a
-- rock, and q has it if the cell is ash. The rows i and j are mirrored about the line below m rows if and
-- only if i + j = 2m - 1. So the coefficient of p q at 2m - 1 is the number of wrong cells about that line:
-- pairs of a rock and ash in mirrored rows. Rows beyond the edge have no terms, so the part that is mirrored
-- needs no care. The products are summed over the columns, and then one polynomial knows all lines. For the
-- other axis rows change places with columns.
--
-- A polynomial is one integer, with its coefficients as digits of base 1,024. No digit is too large, because
-- there are at most 20 pairs in each of 20 columns.
module AoC.Y2023.Day13 (parse, part1, part2) where

import AoC.Grid (Grid (..), gridOfAtLeast, rowOf)
import AoC.Input (InputError, Parser, blocksUpTo, failWhole, runParser)
import Control.Monad (unless)
import Data.Bits (shiftL, shiftR, (.&.))
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Char8 as C

-- | The number of cells along an axis, and the rocks of each line that goes along it, as a polynomial.
type Axis = (Int, [Integer])

-- | Along the rows, and along the columns.
type Pattern = (Axis, Axis)

parse :: ByteString -> Either InputError [Pattern]
parse = runParser $ do
  patterns <- blocksUpTo 200 "patterns" (const onePattern)
  unless (all mirrors patterns) $
    failWhole "a pattern does not have one line without and one line with a wrong cell"
  pure patterns
  where
    mirrors p = all (\wrong -> length (linesWith wrong p) == 1) [0, 1]

onePattern :: Parser Pattern
onePattern = axes <$> gridOfAtLeast 2 (\_ _ -> Nothing) 20 "# or ." (`elem` "#.")

axes :: Grid -> Pattern
axes g = ((width g, map rocks rows), (height g, map rocks (B.transpose rows)))
  where
    rows = map (rowOf g) [0 .. height g - 1]

-- | The polynomial with a term for each rock.
rocks :: ByteString -> Integer
rocks = C.foldr (\c more -> more `shiftL` 10 + (if c == '#' then 1 else 0)) 0

part1, part2 :: [Pattern] -> Int
part1 = sum . concatMap (linesWith 0)
part2 = sum . concatMap (linesWith 1)

-- | What the lines with this many wrong cells count.
linesWith :: Integer -> Pattern -> [Int]
linesWith wrong (along, down) = linesAcross wrong along ++ map (100 *) (linesAcross wrong down)

-- | How many cells there are before each line with this many wrong cells, where a line goes across an axis.
--
-- >>> linesAcross 0 (5, map (rocks . C.pack) ["#..#.", ".##.."])
-- [2]
linesAcross :: Integer -> Axis -> [Int]
linesAcross wrong (n, polynomials) = [m | m <- [1 .. n - 1], digit (2 * m - 1) == wrong]
  where
    digit i = (wrongCells `shiftR` (10 * i)) .&. 1023
    wrongCells = sum [p * (everywhere - p) | p <- polynomials]
    everywhere = rocks (C.replicate n '#')
