-- |
-- 2022 day 1, Calorie Counting <https://adventofcode.com/2022/day/1>
--
-- The greatest sum of a group of numbers (part 1), and the sum of the three greatest (part 2). A blank line
-- ends a group.
--
-- The idea: stretches of lines form a monoid, so the list may be cut anywhere, in the middle of a group too.
-- A stretch without a blank line has one sum. Any other stretch is broken. It has an open group at either
-- end, and between them closed groups, of which the three greatest sums are kept:
--
-- > 4   5   _   6   _   7   _   8     Broken 9 [7,6] 8
-- > 1   _   2                         Broken 1 [] 2
-- > both, one after the other         Broken 9 [9,7,6] 2     the seam closes the group 8 + 1
--
-- The greatest three form a monoid too: merge two descending lists, and keep three.
module AoC.Y2022.Day01 (parse, part1, part2) where

import AoC.Input (InputError, blockOfUpTo, blocksUpTo, decimal, runParser)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import Data.Foldable (foldMap')
import Data.List (intercalate)

data Line = Number !Int | Blank

instance NFData Line where
  rnf line = line `seq` ()

parse :: ByteString -> Either InputError [Line]
parse = runParser (intercalate [Blank] <$> blocksUpTo 1000 "groups" (const group))
  where
    group = blockOfUpTo 100 (Number <$> decimal 1 99999)

part1, part2 :: [Line] -> Int
part1 = sum . take 1 . greatest
part2 = sum . greatest

-- | The three greatest sums of groups, or all if there are fewer.
greatest :: [Line] -> [Int]
greatest list = sums
  where
    Best sums = closed (foldMap' stretch list)
    closed (Unbroken only) = Best [only]
    closed (Broken first between final) = Best [first] <> between <> Best [final]

-- | The three greatest of some numbers, in descending order.
newtype Best = Best [Int] deriving (Eq, Show)

-- |
-- >>> Best [9, 4] <> Best [7, 5, 1]
-- Best [9,7,5]
instance Semigroup Best where
  Best as <> Best bs = Best (take 3 (merge as bs))
    where
      merge (x : xs) (y : ys) = if x >= y then x : merge xs (y : ys) else y : merge (x : xs) ys
      merge xs ys = xs ++ ys

instance Monoid Best where
  mempty = Best []

-- | One sum; or the sum before the first blank line, the best of the groups between, and the sum after the
-- last.
data Stretch = Unbroken !Int | Broken !Int !Best !Int

instance Semigroup Stretch where
  Unbroken a <> Unbroken b = Unbroken (a + b)
  Unbroken a <> Broken b best c = Broken (a + b) best c
  Broken a best b <> Unbroken c = Broken a best (b + c)
  Broken a best b <> Broken c best' d = Broken a (best <> Best [b + c] <> best') d

instance Monoid Stretch where
  mempty = Unbroken 0

stretch :: Line -> Stretch
stretch (Number n) = Unbroken n
stretch Blank = Broken 0 mempty 0
