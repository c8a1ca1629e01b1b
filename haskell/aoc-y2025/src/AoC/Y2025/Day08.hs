-- |
-- 2025 day 8, Playground <https://adventofcode.com/2025/day/8>
--
-- Boxes are joined pair by pair, the closest pair first: the sizes of the circuits after a number of pairs,
-- and the pair that joins the last two circuits.
--
-- The idea: Prim's order. Start with one box, and always add the box outside that is closest to a box inside.
-- The pairs along which boxes are added form the minimum spanning tree, and the longest of them is the pair
-- that joins everything (part 2).
--
-- The order tells more. For any limit, the circuits that all pairs up to the limit make are runs of this
-- order, and a new run begins with each box that was added along a pair beyond the limit. For as long as a
-- circuit is partly inside, a pair within the limit leads out of it, and no such pair leads from one circuit
-- to another. So part 1 needs no circuits to be merged, only the limit: the pair of the given rank, found by
-- bisection of the values.
--
-- A pair is one number: its squared distance (below 2^35), then the numbers of its boxes (below 2^11), the
-- earlier box first. So no two pairs are equal, and ties are broken by the order of the boxes.
module AoC.Y2025.Day08 (params, parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, char, decimal, distinctLinesUpTo, runParser, tooSoon)
import AoC.Lists (splitWhen)
import AoC.Params (Param (..), Params, param)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import Data.ByteString (ByteString)
import Data.List (sortOn, unfoldr)
import Data.Ord (Down (..), comparing)
import qualified Data.Vector.Unboxed as U

type Box = (Int, Int, Int)

-- | The number of pairs for part 1, and the boxes.
data Boxes = Boxes !Int !(U.Vector Box)

instance NFData Boxes where
  rnf boxes = boxes `seq` ()

type Pair = Int

params :: [Param]
params = [joins]

joins :: Param
joins = Param "joins" 1000 (1, 1000000)

parse :: Params -> ByteString -> Either InputError Boxes
parse ps = runParser $ do
  boxes <- distinctLinesUpTo 2000 "a box that is not listed already" id box
  when (length boxes < 2) $ tooSoon "at least two boxes"
  pure (Boxes (param joins ps) (U.fromList boxes))

box :: Parser Box
box = (,,) <$> side <* char ',' <*> side <* char ',' <*> side
  where
    side = decimal 0 99999

part1 :: Boxes -> Int
part1 (Boxes count boxes) = product (take 3 (sortOn Down runs))
  where
    runs = map ((+ 1) . length) (splitWhen (> limit) tree)
    tree = treePairs boxes
    longest = maximum tree
    close = pairsUpTo longest boxes
    limit = if count < U.length close then smallest count 0 longest close else longest

part2 :: Boxes -> Int
part2 (Boxes _ boxes) = x * x'
  where
    (x, _, _) = boxes ! (longest `shiftR` 11 .&. 2047)
    (x', _, _) = boxes ! (longest .&. 2047)
    longest = maximum (treePairs boxes)

-- | The pairs along which boxes are added, in order. Every box outside has the closest pair to one inside so
-- far.
treePairs :: U.Vector Box -> [Pair]
treePairs boxes = unfoldr add (0, U.indexed (U.map (const maxBound) boxes))
  where
    add (newest, outside)
      | U.null closer = Nothing
      | otherwise = Just (nearest, (next, closer))
      where
        closer = U.map withNewest (U.filter ((/= newest) . fst) outside)
        withNewest (i, best) = (i, min best (pair boxes newest i))
        (next, nearest) = U.minimumBy (comparing snd) closer

-- | All pairs up to a limit.
pairsUpTo :: Pair -> U.Vector Box -> U.Vector Pair
pairsUpTo limit boxes =
  U.concat [U.filter (<= limit) (U.generate i (pair boxes i)) | i <- [1 .. U.length boxes - 1]]

pair :: U.Vector Box -> Int -> Int -> Pair
pair boxes i j = squaredDistance `shiftL` 22 .|. min i j `shiftL` 11 .|. max i j
  where
    squaredDistance = square (x - x') + square (y - y') + square (z - z')
    (x, y, z) = boxes ! i
    (x', y', z') = boxes ! j
    square d = d * d

-- | @smallest rank low high numbers@: the one of this rank, from 1, where all lie within the bounds.
--
-- >>> smallest 2 0 9 (U.fromList [7, 5, 1])
-- 5
smallest :: Int -> Int -> Int -> U.Vector Int -> Int
smallest rank low high numbers
  | low == high = low
  | rank <= U.length lower = smallest rank low middle lower
  | otherwise = smallest (rank - U.length lower) (middle + 1) high upper
  where
    middle = (low + high) `div` 2
    (lower, upper) = U.partition (<= middle) numbers
