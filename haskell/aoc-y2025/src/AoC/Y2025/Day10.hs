-- |
-- 2025 day 10, Factory <https://adventofcode.com/2025/day/10>
--
-- The fewest presses that set the lights of all machines (part 1), and the fewest that set their counters
-- (part 2).
--
-- Part 1 is a table of the fewest presses for each state of the lights, with one pass over it for each
-- button.
--
-- Part 2, the idea: integer programming without a search, by Gomory's cutting planes. There is a form for the
-- total, for what each counter lacks, and for the presses of each button. A form is a constant and
-- coefficients of parameters, and a parameter is a whole number that is 0 or more. At first the parameters
-- are the presses. For @(0) (0,1) {3,2}@:
--
-- >           1   a   b              1   a             1
-- > total     0   1   1              3   0             3
-- > lacks 0   3  -1  -1   b=3-a      0   0   a=1       0
-- > lacks 1   2   0  -1   ----->    -1   1   --->      0
-- > a         0   1   0              0   1             1
-- > b         0   0   1              3  -1             2
--
-- Each step makes a form a parameter, in place of a parameter that can raise the form. It takes the first
-- rule that applies to the column of constants, which is where all parameters are 0:
--
-- * What a counter lacks must be 0. If it is not, it becomes a parameter, with the sign with which it is
--   negative. This parameter must be 0, so its column is dropped.
-- * A form that is negative becomes a parameter. This is the dual simplex method.
-- * A form that is a fraction yields a cut. If 5\/2 + 3\/2 s + t is to be whole, so is 1\/2 + 1\/2 s, its
--   fractional part. That is more than 0, so it is 1 or more. The cut is the form 1\/2 s - 1\/2. It is
--   negative, and becomes a parameter.
-- * Otherwise the total is the least.
--
-- If no parameter can raise the form, there is no solution.
--
-- Why it is right: no solution in whole numbers is lost. Each column of coefficients is lexicographically
-- positive, with the total in the first place, and the choice of the parameter that is replaced keeps it so.
-- So every step raises the column of constants in lexicographic order. The loop ends, since each cut is made
-- from the first fraction (Gomory 1963).
--
-- All forms have one denominator, the last pivot. The numerators are minors of a matrix of whole numbers, so
-- each division is exact (Bareiss).
module AoC.Y2025.Day10 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, foldLines, many1, offset, runParser, sepBy1, string, takeWhile1)
import Control.DeepSeq (NFData (..))
import Control.Monad (unless, when)
import Data.Bits (bit, testBit, xor)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.List (find, foldl', minimumBy, nub, partition, transpose)
import qualified Data.Vector.Unboxed as U

-- | Which lights are to be on, what each button is wired to, and the targets of the counters. Bit i is for
-- light i.
data Machine = Machine !Int ![Int] ![Int]

instance NFData Machine where
  rnf (Machine _ buttons targets) = rnf buttons `seq` rnf targets

parse :: ByteString -> Either InputError [Machine]
parse = runParser (reverse . snd <$> foldLines machine (0, []))

-- | One more machine, the last first, and the spare buttons of all machines: those that exceed the rank of a
-- machine.
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

-- | The denominator of all forms, and the columns of their numerators: the constants, then the coefficients
-- of each parameter. A row is a form.
data Forms = Forms !Integer ![[Integer]]

-- |
-- >>> fewestForCounters (Machine 0 [1, 3] [3, 2])
-- Just 3
fewestForCounters :: Machine -> Maybe Integer
fewestForCounters (Machine _ buttons targets) = least (length targets) (Forms 1 (map (map toInteger) columns))
  where
    columns = zipWith column [0 ..] (targets : map uses buttons)
    uses b = [negate (fromEnum (testBit b i)) | (i, _) <- zip [0 ..] targets]
    column :: Int -> [Int] -> [Int]
    column j lacks = signum j : lacks ++ [fromEnum (j == k) | (k, _) <- zip [1 ..] buttons]

-- | The least total, which is the first form. The @n@ forms after it must be 0, and the others 0 or more.
least :: Int -> Forms -> Maybe Integer
least n forms@(Forms d columns)
  | Just form <- find ((/= 0) . head) lacks = exchange (negative form) forms >>= least n . withoutNewest
  | Just form <- find ((< 0) . head) presses = exchange form forms >>= least n
  | Just form <- find ((/= 0) . (`mod` d) . head) rows = exchange (cut form) forms >>= least n
  | otherwise = Just (head (head columns) `quot` d)
  where
    rows = transpose columns
    (lacks, presses) = splitAt n (drop 1 rows)
    negative form = map (negate (signum (head form)) *) form
    cut form = zipWith subtract (d : repeat 0) (map (`mod` d) form)
    withoutNewest (Forms d' columns') = Forms d' (init columns')

-- | Makes a negative form a parameter, the last one, in place of a parameter that can raise it. Of these, the
-- replaced one has the column that is lexicographically least for each unit by which it raises the form.
exchange :: [Integer] -> Forms -> Maybe Forms
exchange form (Forms d columns) = case filter (\(factor, _, _) -> factor > 0) (drop 1 terms) of
  [] -> Nothing
  candidates -> Just (Forms pivot (others ++ [replaced]))
    where
      others = [reduced factor column | (factor, column, i) <- terms, i /= j]
      (pivot, replaced, j) = minimumBy cheapest candidates
      reduced factor column
        | factor == 0, pivot == d = column
        | otherwise = zipWith (\x y -> (pivot * x - factor * y) `quot` d) column replaced
  where
    terms = zip3 form columns [0 :: Int ..]
    cheapest (factor, column, _) (factor', column', _) =
      compare (map (factor' *) column) (map (factor *) column')
