-- |
-- 2025 day 10, Factory <https://adventofcode.com/2025/day/10>
--
-- The fewest presses that set the lights of all machines (part 1), and the fewest that set their counters (part 2).
--
-- Part 1 is a table of the fewest presses for each state of the lights, with one pass over it for each button.
--
-- Part 2, the idea: integer programming without a search, by Gomory's cutting planes. These are affine forms in the
-- presses: their total, what each counter lacks, which must be 0, and the presses themselves, which must be 0 or more.
-- A loop looks at the forms where all parameters are 0; at first the parameters are the presses.
--
-- * If a form is negative, it becomes a parameter, in place of one that can raise it. If none can, there is no
--   solution. This is the dual simplex method. If a form is not 0 but must be, it or its opposite becomes a parameter
--   likewise, and is dropped.
-- * If a form is a fraction, it is a whole number only where the fractional parts of its coefficients make up for what
--   it lacks to one. This demand is a form that is negative here, and it becomes a parameter likewise.
-- * Else the total here is the least.
--
-- Why it is right: no solution in whole numbers is lost. Each parameter's column of coefficients is lexicographically
-- positive, with the total in the first place, and the choice of the parameter that is replaced keeps it so. So every
-- step raises the column of constants in lexicographic order. The loop ends, since each cut is made from the first
-- fraction (Gomory 1963).
--
-- All forms have one denominator, the last pivot. The numerators are minors of a matrix of whole numbers, so each
-- division is exact (Bareiss).
module AoC.Y2025.Day10 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, foldLines, many1, offset, runParser, sepBy1, string, takeWhile1)
import Control.DeepSeq (NFData (..))
import Control.Monad (unless, when)
import Data.Bits (bit, testBit, xor)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.List (find, foldl', minimumBy, nub, partition, transpose)
import qualified Data.Vector.Unboxed as U

-- | Which lights are to be on, what each button is wired to, and the targets of the counters. Bit i is for light i.
data Machine = Machine !Int ![Int] ![Int]

instance NFData Machine where
  rnf (Machine _ buttons targets) = rnf buttons `seq` rnf targets

parse :: ByteString -> Either InputError [Machine]
parse = runParser (reverse . snd <$> foldLines machine (0, []))

-- | One more machine, the last first, and by how much the buttons exceed their ranks in all of them.
machine :: (Int, [Machine]) -> Parser (Int, [Machine])
machine (before, machines) = do
  at <- offset
  lights <- char '[' *> takeWhile1 "a light" (`elem` ".#") <* string "] "
  let n = C.length lights
      ensure holds expected = unless holds (failAt at expected)
  ensure (n <= 10) "at most 10 lights"
  buttons <- many1 (button n)
  targets <- char '{' *> (decimal 0 999 `sepBy1` char ',') <* char '}'
  let rows = [[fromEnum (testBit b i) | i <- [0 .. n - 1]] | b <- buttons]
      spare = length buttons - rank 331 rows -- no minor of 0 and 1 in 10 columns is above 320
  ensure (length targets == n) ("a counter for each of " ++ show n ++ " lights")
  ensure (length buttons <= 13) "at most 13 buttons"
  ensure (length (nub buttons) == length buttons) "buttons that are all different"
  ensure (spare <= 3) "at most 3 buttons that depend on others"
  ensure (length buttons <= rank 2 rows + 6) "at most 6 buttons that depend on others modulo 2"
  ensure (before + spare <= 300) "at most 300 buttons in all machines that depend on others"
  ensure (length machines < 400) "at most 400 machines"
  pure (before + spare, Machine (sum (map bit (C.elemIndices '#' lights))) buttons targets : machines)

button :: Int -> Parser Int
button n = do
  at <- char '(' *> offset
  listed <- (decimal 0 (n - 1) `sepBy1` char ',') <* string ") "
  when (or (zipWith (>=) listed (drop 1 listed))) $ failAt at "lights in ascending order"
  pure (sum (map bit listed))

-- | The rank of a matrix modulo a prime.
--
-- >>> [rank p [[0, 1, 1], [1, 0, 1], [1, 1, 0]] | p <- [2, 331]]
-- [2,3]
rank :: Int -> [[Int]] -> Int
rank p rows = case partition ((/= 0) . head) rows of
  _ | all null rows -> 0
  ([], others) -> rank p (map tail others)
  (pivot : reducible, others) -> 1 + rank p (map (reduced pivot) reducible ++ map tail others)
  where
    reduced pivot row = zipWith (\x y -> (head pivot * x - head row * y) `mod` p) (tail row) (tail pivot)

part1, part2 :: [Machine] -> Maybe Int
part1 = fmap sum . traverse fewestForLights
part2 = fmap (fromInteger . sum) . traverse fewestForCounters

fewestForLights :: Machine -> Maybe Int
fewestForLights (Machine goal buttons targets) = find (< never) (Just (foldl' press start buttons U.! goal))
  where
    start = U.generate (bit (length targets)) (\state -> if state == 0 then 0 else never)
    press fewest b = U.imap (\state presses -> min presses (1 + fewest U.! (state `xor` b))) fewest
    never = 100

-- | The denominator of some forms, and the columns of numerators: the constants, then the coefficients of each parameter.
data Forms = Forms !Integer ![[Integer]]

fewestForCounters :: Machine -> Maybe Integer
fewestForCounters (Machine _ buttons targets) = least (length targets) (Forms 1 (map (map toInteger) columns))
  where
    columns = zipWith column [0 ..] (targets : map uses buttons)
    uses b = [negate (fromEnum (testBit b i)) | (i, _) <- zip [0 ..] targets]
    column :: Int -> [Int] -> [Int]
    column j lacks = signum j : lacks ++ [fromEnum (j == k) | (k, _) <- zip [1 ..] buttons]

-- | The least total, which is the first form. The @n@ forms after it must be 0.
least :: Int -> Forms -> Maybe Integer
least n (Forms d columns)
  | Just form <- find ((/= 0) . head) (take n (drop 1 forms)) = raise True (map (negate (signum (head form)) *) form)
  | Just form <- find ((< 0) . head) (drop (n + 1) forms) = raise False form
  | Just form <- find ((/= 0) . (`mod` d) . head) forms = raise False (zipWith subtract (d : repeat 0) (map (`mod` d) form))
  | otherwise = Just (head (head columns) `quot` d)
  where
    forms = transpose columns
    raise dropped form = case filter (\(pivot, _, _) -> pivot > 0) (drop 1 terms) of
      [] -> Nothing
      candidates -> least n (Forms pivot [reduced term | term@(_, _, i) <- terms, not (dropped && i == j)])
        where
          (pivot, old, j) = minimumBy cheapest candidates
          reduced (factor, column, i)
            | i == j = old
            | factor == 0, pivot == d = column
            | otherwise = zipWith (\x y -> (pivot * x - factor * y) `quot` d) column old
      where
        terms = zip3 form columns [0 :: Int ..]
    cheapest (pivot, column, _) (pivot', column', _) = compare (map (pivot' *) column) (map (pivot *) column')
