-- |
-- 2021 day 18, Snailfish <https://adventofcode.com/2021/day/18>
--
-- A snailfish number is a pair of numbers or snailfish numbers. To add two is to pair them, then
-- to reduce: as long as anything can, the leftmost pair inside four others explodes (its halves
-- go to the neighbours, and it becomes 0), or else the leftmost number of 10 or more splits
-- into a pair. The magnitude of a pair is three times its left and twice its right. What is
-- the magnitude of the sum of all numbers, and the greatest of a sum of two?
--
-- The idea: a zipper. Explosions and splits only touch neighbours in reading order, so a number
-- is the row of its leaves with their depths, cut in two at a focus: what is left of the
-- focus is settled and lies in reverse, so that its next neighbour is at hand. All explosions
-- come first, and in each leaf show only what its neighbours throw: one walk. Then the focus goes
-- along the row and splits; a leaf at depth 4 that splits explodes at once, which may unsettle
-- its left neighbour, so the focus goes back to that, one place.
--
-- The row is a value, so what sums have in common is shared. A left summand is settled up to its last
-- leaf before it meets any right one, as nothing from the right gets past that leaf until the focus has
-- been there; the rows of 99 sums then go on from one settled row.
--
-- All walks end, as an explosion in the first makes the row shorter and each split halves a
-- leaf. The settled row is read off from the right, by its depths, for the magnitude.
--
-- Assumes single digits at most four pairs deep; no leaf exceeds the 288 of 32 nines.
--
-- Python has flat lists; Rust has slots in an implicit tree, and a bound on what a sum can come to.
module AoC.Y2021.Day18 (parse, part1, part2) where

import AoC.Input (InputError, Parser, newline, offset, refuse, runParser, untilEnd, word)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import qualified Data.List as List
import Data.Maybe (fromMaybe)

-- | Leaves with their depth and value, and what has been thrown off the end.
data Row = Leaf !Int !Int !Row | End !Int

instance NFData Row where
  rnf row = row `seq` ()

parse :: ByteString -> Either InputError [Row]
parse = runParser $ do
  first <- snailfish
  newline
  (first :) <$> untilEnd snailfish

snailfish :: Parser Row
snailfish = do
  start <- offset
  text <- word "a snailfish number" (`C.elem` C.pack "[],0123456789")
  case element 0 (End 0) text of
    Right (row, rest) | C.null rest -> pure (backwards row)
    Right (_, rest) -> refuse "the end of the line" (start + C.length text - C.length rest)
    Left (what, rest) -> refuse what (start + C.length text - C.length rest)

-- | Put the leaves of what comes next, at this depth, before those in the row.
element :: Int -> Row -> ByteString -> Either (String, ByteString) (Row, ByteString)
element depth row text = case C.uncons text of
  Just ('[', inside) | depth < 4 -> do
    (row', afterLeft) <- element (depth + 1) row inside
    (row'', afterRight) <- element (depth + 1) row' =<< expect ',' afterLeft
    (,) row'' <$> expect ']' afterRight
  Just (c, rest) | isDigit c, depth > 0 -> Right (Leaf depth (digitToInt c) row, rest)
  _ -> Left ("a pair or a digit", text)
  where
    expect c rest = case C.uncons rest of
      Just (c', rest') | c == c' -> Right rest'
      _ -> Left (show c, rest)

part1 :: [Row] -> Int
part1 rows = case rows of
  [] -> 0
  first : others -> magnitude (List.foldl' (\sofar row -> add (summand (backwards sofar)) (addend row)) (backwards first) others)

part2 :: [Row] -> Int
part2 rows = List.foldl' max 0 [magnitude (add a b) | (i, a) <- zip numbers (map summand rows), (j, b) <- zip numbers (map addend rows), i /= j]
  where
    numbers = [0 :: Int ..]

backwards :: Row -> Row
backwards = go (End 0)
  where
    go done (Leaf d v rest) = go (Leaf d v done) rest
    go done (End _) = done

-- | A left summand: what is settled, in reverse, and the last leaf with what that throws on.
data Summand = Summand !Row !Int !Int !Int

summand :: Row -> Summand
summand row = Summand done d (v + thrown) throws
  where
    (front, Last d v throws) = unsnoc (explode 0 row)
    With thrown done = settle (End 0) front

data Last = Last !Int !Int !Int

-- | All but the last leaf, and that.
unsnoc :: Row -> (Row, Last)
unsnoc row = case row of
  Leaf d v (End n) -> (End 0, Last d v n)
  Leaf d v rest -> let (front, end) = unsnoc rest in (Leaf d v front, end)
  End n -> (End 0, Last 0 0 n)

-- | A right summand: the half that its first leaf throws to the left, if a pair was there.
data Addend = Addend !(Maybe Int) !Row

addend :: Row -> Addend
addend row = Addend (thrownBack row) (explode 0 row)

-- | What a row throws to the left of it, if it begins with a pair that explodes.
thrownBack :: Row -> Maybe Int
thrownBack row = case row of
  Leaf 4 l _ -> Just l
  _ -> Nothing

-- | One level deeper, with all explosions done, given what is thrown to the first leaf. Of what
-- a pair gets and throws, all comes back to it from a pair to the right, and else goes on.
explode :: Int -> Row -> Row
explode thrown row = case row of
  Leaf 4 _ (Leaf 4 r rest) -> case thrownBack rest of
    Just l -> Leaf 4 (r + l) (explode 0 rest)
    Nothing -> Leaf 4 0 (explode r rest)
  Leaf d v rest -> Leaf (d + 1) (thrown + v + fromMaybe 0 (thrownBack rest)) (explode 0 rest)
  End n -> End (thrown + n)

-- | The sum in reverse.
add :: Summand -> Addend -> Row
add (Summand done d v throws) (Addend back row) = sum'
  where
    With _ sum' = settle done $ case back of
      Just l -> Leaf d (v + throws + l) row
      Nothing -> Leaf d v (bump throws row)

-- | A row with a number that goes with it.
data With = With !Int !Row

-- | From what is settled so far, in reverse, and what is not, to all, in reverse, with what has
-- been thrown off to the right.
settle :: Row -> Row -> With
settle done row = case row of
  End n -> With n done
  Leaf d v rest
    | v < 10 -> settle (Leaf d v done) rest
    | d < 4 -> settle done (Leaf (d + 1) half (Leaf (d + 1) (v - half) rest))
    | otherwise -> case bump half done of
      Leaf d' v' done' | v' >= 10 -> settle done' (Leaf d' v' (Leaf 4 0 (bump (v - half) rest)))
      done' -> settle (Leaf 4 0 done') (bump (v - half) rest)
    where
      half = v `quot` 2

-- | Add to the nearest leaf, or to what has been thrown off the end.
bump :: Int -> Row -> Row
bump n row = case row of
  Leaf d v rest -> Leaf d (n + v) rest
  End m -> End (n + m)

magnitude :: Row -> Int
magnitude row = let With whole _ = tree 0 row in whole

-- | The magnitude of the tree at this depth that ends a row in reverse, whose leaves' depths say
-- how they pair up, and the row before it.
tree :: Int -> Row -> With
tree depth row = case row of
  Leaf d v rest | d <= depth -> With v rest
  End _ -> With 0 row
  _ -> case tree (depth + 1) row of
    With right row' -> case tree (depth + 1) row' of
      With left row'' -> With (3 * left + 2 * right) row''
