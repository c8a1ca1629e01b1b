-- |
-- 2025 day 10, Factory <https://adventofcode.com/2025/day/10>
--
-- The fewest presses that set the lights of machines (part 1), and those that set their counters (part 2).
--
-- Part 1 is a table of the fewest presses for each state of the lights, with one pass over it for each button.
--
-- Part 2, the idea: integer programming without a search, by Gomory's cutting planes. The counters' equations are
-- solved for as many buttons as possible. Then the total, and the presses of each button, are affine forms in the
-- presses of at most three buttons, the parameters. A loop looks at the forms where all parameters are 0:
--
-- * If a form is negative, it becomes a parameter, in place of one that can raise it. If none can, there is no
--   solution. This is the dual simplex method.
-- * If a form is a fraction, it is a whole number for other parameters only if the fractional parts of its
--   coefficients make up for what it lacks. This demand is a form that is negative here; it becomes a parameter
--   likewise.
-- * Else the total here is the least.
--
-- Why it is right: no whole solution is lost. Each parameter's column of coefficients stays lexicographically
-- positive, with the total in the first place. So every step raises the column of constants in lexicographic order,
-- and the loop ends, since each cut is made from the first fraction (Gomory 1963). If the columns are not positive at
-- the start, one step with a redundant form makes them so: the parameters together are at most 3000.
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
import Data.List (find, findIndex, foldl', minimumBy, nub, transpose)
import qualified Data.Vector.Unboxed as U

-- | How many lights there are, which are to be on, and what each button is wired to, with bit i for light i; and the
-- presses that set the counters.
data Machine = Machine !Int !Int ![Int] !(Forms Int)

instance NFData Machine where
  rnf (Machine _ _ buttons (Forms _ columns)) = rnf buttons `seq` rnf columns

-- | The denominator, and the columns of numerators: the constants, then the factors of each parameter. In each column
-- the total comes first, then the presses of each button.
data Forms n = Forms !n ![[n]]

parse :: ByteString -> Either InputError [Machine]
parse = runParser (reverse . snd <$> foldLines machine (0, []))

-- | One more machine, the last first, and how many parameters there are in all of them.
machine :: (Int, [Machine]) -> Parser (Int, [Machine])
machine (before, machines) = do
  at <- offset
  lights <- char '[' *> takeWhile1 "a light" (`elem` ".#") <* string "] "
  let n = C.length lights
      ensure true what = unless true (failAt at what)
  ensure (n <= 10) "at most 10 lights"
  buttons <- many1 (button n)
  targets <- char '{' *> (decimal 0 999 `sepBy1` char ',') <* char '}'
  let forms@(Forms _ columns) = solved buttons targets
      parameters = length columns - 1
  ensure (length targets == n) ("a counter for each of " ++ show n ++ " lights")
  ensure (length buttons <= 13) "at most 13 buttons"
  ensure (length (nub buttons) == length buttons) "buttons that are all different"
  ensure (parameters <= 3) "at most 3 buttons more than their rank"
  ensure (length buttons <= rank2 buttons + 6) "at most 6 buttons more than their rank modulo 2"
  ensure (before + parameters <= 300) "at most 300 buttons in all more than their ranks"
  ensure (length machines < 400) "at most 400 machines"
  pure (before + parameters, Machine n (sum (map bit (C.elemIndices '#' lights))) buttons forms : machines)

-- | The rank of the buttons where even is 0.
rank2 :: [Int] -> Int
rank2 = length . foldl' (\basis button' -> [v | v <- [foldr (\b v -> min v (v `xor` b)) button' basis], v /= 0] ++ basis) []

button :: Int -> Parser Int
button n = do
  at <- char '(' *> offset
  listed <- (decimal 0 (n - 1) `sepBy1` char ',') <* string ") "
  when (or (zipWith (>=) listed (drop 1 listed))) $ failAt at "lights in ascending order"
  pure (sum (map bit listed))

part1, part2 :: [Machine] -> Maybe Int
part1 = fmap sum . traverse fewestForLights
part2 = fmap (fromInteger . sum) . traverse (least . startingPositive . exact)

fewestForLights :: Machine -> Maybe Int
fewestForLights (Machine n goal buttons _) = find (< never) (Just (foldl' press start buttons U.! goal))
  where
    start = U.generate (bit n) (\state -> if state == 0 then 0 else never)
    press fewest b = U.imap (\state presses -> min presses (1 + fewest U.! (state `xor` b))) fewest
    never = 100

-- | @exchange j form forms@: the form becomes a parameter in place of the one of column j.
exchange :: Integral n => Int -> [n] -> Forms n -> Forms n
exchange j form (Forms d columns) = Forms (abs pivot) (zipWith3 column [0 ..] form columns)
  where
    (pivot, old) = (form !! j, columns !! j)
    column i factor numerators
      | i == j = map (signum pivot *) old
      | otherwise = zipWith (\x y -> signum pivot * (pivot * x - factor * y) `quot` d) numerators old

-- | The forms where as many buttons as can be are given by the equations of the counters. Each column starts with the equations that
-- are still to be solved. One without an unknown becomes a form that is negative unless the equation holds.
solved :: [Int] -> [Int] -> Forms Int
solved buttons targets = go targets (Forms 1 (constants : zipWith factors [0 ..] buttons))
  where
    constants = targets ++ map (const 0) (0 : buttons)
    factors j b = [negate (fromEnum (testBit b i)) | (i, _) <- zip [0 ..] targets] ++ 1 : [fromEnum (j == k) | (k, _) <- zip [0 :: Int ..] buttons]
    go [] forms = forms
    go (_ : others) (Forms d columns) = go others $ case findIndex (/= 0) (drop 1 equation) of
      Just j | Forms d' columns' <- exchange (j + 1) equation (Forms d (map (drop 1) columns)) -> Forms d' (take (j + 1) columns' ++ drop (j + 2) columns')
      Nothing -> Forms d [numerators ++ [negate (abs constant)] | constant : numerators <- columns]
      where
        equation = map head columns

exact :: Machine -> Forms Integer
exact (Machine _ _ _ (Forms d columns)) = Forms (toInteger d) (map (map toInteger) columns)

startingPositive :: Forms Integer -> Forms Integer
startingPositive forms@(Forms d columns) = case zip (drop 1 columns) [1 ..] of
  factors@(_ : _) | (lowest, j) <- minimum factors, lowest < map (const 0) lowest -> exchange j (3000 * d : map (const (-d)) factors) forms
  _ -> forms

-- | The least total.
least :: Forms Integer -> Maybe Integer
least forms@(Forms d columns)
  | Just form <- find ((< 0) . head) (drop 1 rows) = raise form
  | Just form <- find ((/= 0) . (`mod` d) . head) rows = raise (zipWith subtract (d : repeat 0) (map (`mod` d) form))
  | otherwise = Just (head (head rows) `quot` d)
  where
    rows = transpose columns
    raise form = case [(factor, column, j) | (j, factor, column) <- drop 1 (zip3 [0 ..] form columns), factor > 0] of
      [] -> Nothing
      candidates | (_, _, j) <- minimumBy cheapest candidates -> least (exchange j form forms)
    cheapest (a, column, _) (a', column', _) = compare (map (a' *) column) (map (a *) column')
