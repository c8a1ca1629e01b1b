-- |
-- 2021 day 19, Beacon Scanner <https://adventofcode.com/2021/day/19>
--
-- Scanners report beacons relative to themselves, each turned in its own of 24 ways. Two that
-- have twelve beacons in common can be fitted together. How many beacons are there, and how far
-- apart, axis by axis, are the two scanners farthest from each other?
--
-- The idea: one axis at a time, by counting. Were a scanner's x axis some signed axis k of another's,
-- each common beacon would show the same difference @x - k@. So count the differences over all
-- pairs that may be one beacon; one that comes up twelve times fits, and only pairs that show it
-- stay. Of these, the differences for y are counted, then for z, whose axis and sign are settled by
-- then. What stays are common beacons. A fit is a 'Frame', a signed axis and an offset for each of
-- x, y and z; frames compose, so it does not matter from where a scanner was reached.
--
-- Most scanners have nothing in common, which their distances tell: twelve common beacons have 66
-- distances between them. Those of each scanner are hashed to a set of bits, so that collisions
-- can only let too many through. Of the rest, only beacons with a distance in common may be one.
--
-- Assumes that an overlap has one alignment, as promised, and at most 60 beacons a scanner. Whether
-- all scanners hang together is for parse to refuse, so parse finds the frames. No coordinate
-- reaches 2^20: from scanner to scanner it is at most 4,000 along an axis, and there are at most 50.
--
-- Python tries all rotations of scanners with differences in common; Rust sorts all differences at once
-- and aligns by single ones.
module AoC.Y2021.Day19 (parse, part1, part2) where

import AoC.Checked (peek, poke, (!))
import AoC.Input (InputError, Parser, atEnd, blankLine, char, decimal, endOfLine, failAt, failWhole, foldBlock, offset, runParser, string)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Control.Monad.ST (runST)
import Data.Bits (countLeadingZeros, shiftL, shiftR, (.&.), (.|.))
import Data.ByteString (ByteString)
import Data.Either (partitionEithers)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.IntSet as IntSet
import Data.Maybe (listToMaybe)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64, Word8)

type Beacon = (Int, Int, Int)

-- | Its beacons, all distances between them, and the set that these are hashed to.
data Scanner = Scanner {beacons :: U.Vector Beacon, distances :: U.Vector Word64, hashed :: U.Vector Word64}

-- | For a coordinate: from which axis, with which sign, and how far off.
data Axis = Axis {source :: !Int, sign :: !Int, off :: !Int}

-- | How to see what another scanner sees.
data Frame = Frame !Axis !Axis !Axis

-- | The scanners' frames, seen from scanner 0, with their own beacons.
newtype Survey = Survey [(Frame, U.Vector Beacon)]

instance NFData Survey where
  rnf (Survey placed) = sum [f `seq` U.length b | (f, b) <- placed] `seq` ()

instance Semigroup Frame where
  Frame a b c <> Frame x y z = Frame (through a) (through b) (through c)
    where
      through (Axis k s o) = let Axis k' s' o' = pick k (x, y, z) in Axis k' (s * s') (s * o' + o)

pick :: Int -> (a, a, a) -> a
pick k (x, y, z) = case k of
  0 -> x
  1 -> y
  _ -> z

parse :: ByteString -> Either InputError Survey
parse = runParser $ do
  reports <- scanners 0
  stop <- offset
  case reports of
    [] -> failAt stop "a scanner"
    first : others -> maybe (failWhole "the scanners are not all connected by overlaps") (pure . Survey) (survey [(itself, first)] others)
  where
    itself = Frame (Axis 0 1 0) (Axis 1 1 0) (Axis 2 1 0)

scanners :: Int -> Parser [Scanner]
scanners n = do
  start <- offset
  when (n == 50) $ failAt start "at most 50 scanners"
  string "--- scanner " <* decimal n n <* string " ---"
  endOfLine
  (_, seen) <- foldBlock beacon (IntSet.empty, [])
  done <- atEnd
  (scanner (U.fromList (reverse seen)) :) <$> if done then pure [] else blankLine *> scanners (n + 1)

-- | One beacon more, after those that are known, the last first.
beacon :: (IntSet.IntSet, [Beacon]) -> Parser (IntSet.IntSet, [Beacon])
beacon (known, soFar) = do
  start <- offset
  when (IntSet.size known == 60) $ failAt start "at most 60 beacons"
  x <- decimal (-2000) 2000
  char ','
  y <- decimal (-2000) 2000
  char ','
  z <- decimal (-2000) 2000
  let key = packed (x, y, z)
  when (IntSet.member key known) $ failAt start "a beacon not reported so far"
  pure (IntSet.insert key known, (x, y, z) : soFar)

packed :: Beacon -> Int
packed (x, y, z) = (x * 2097152 + y) * 2097152 + z

part1 :: Survey -> Int
part1 (Survey placed) = IntSet.size (IntSet.fromList [packed (seen f b) | (f, bs) <- placed, b <- U.toList bs])
  where
    seen (Frame x y z) b = (through x b, through y b, through z b)
    through (Axis k s o) b = s * pick k b + o

part2 :: Survey -> Int
part2 (Survey placed) = maximum [apart f g | (f, _) <- placed, (g, _) <- placed]
  where
    apart (Frame a b c) (Frame a' b' c') = sum (zipWith gap [a, b, c] [a', b', c'])
    gap p q = abs (off p - off q)

-- | Place the scanners that overlap those placed, and so on; all of them, or nothing.
survey :: [(Frame, Scanner)] -> [Scanner] -> Maybe [(Frame, U.Vector Beacon)]
survey [] [] = Just []
survey [] _ = Nothing
survey ((frame, s) : queue) others = ((frame, beacons s) :) <$> survey (queue ++ found) rest
  where
    (rest, found) = partitionEithers [maybe (Left o) (\f -> Right (frame <> f, o)) (align s o) | o <- others]

scanner :: U.Vector Beacon -> Scanner
scanner bs = Scanner bs found (U.accumulate (.|.) (U.replicate words64 0) (U.map (slot words64) found))
  where
    found = U.concat [U.imap (\d other -> distance (i, b) (i + 1 + d, other)) (U.drop (i + 1) bs) | (i, b) <- zip [0 ..] (U.toList bs)]
    words64 = 1 `shiftL` (64 - countLeadingZeros (U.length found)) :: Int

-- | What is the same for the same two beacons, whoever sees them: how far apart they are along
-- the axes, in order of size. Below that are the numbers of the two, 14 bits each.
distance :: (Int, Beacon) -> (Int, Beacon) -> Word64
distance (i, (x, y, z)) (j, (x', y', z')) = fromIntegral ((((low * 4096 + middle) * 4096 + high) * 16384 + i) * 16384 + j)
  where
    low = min dx (min dy dz)
    high = max dx (max dy dz)
    middle = dx + dy + dz - low - high
    dx = abs (x - x')
    dy = abs (y - y')
    dz = abs (z - z')

-- | Which bit, of which of so many words, a distance is hashed to.
slot :: Int -> Word64 -> (Int, Word64)
slot words64 d = (h `shiftR` 6 .&. (words64 - 1), 1 `shiftL` (h .&. 63))
  where
    h = fromIntegral (((d `shiftR` 28) * 0x9E3779B97F4A7C15) `shiftR` 24)

-- | The first's distances that the second may have too.
shared :: Scanner -> Scanner -> U.Vector Word64
shared a b = U.filter both (distances a)
  where
    both d = let (i, bit) = slot (U.length (hashed b)) d in hashed b ! i .&. bit /= 0

-- | Which beacons of the second scanner, by number, each of the first scanner's may be.
type Pairs = [(Int, [Int])]

-- | Beacons that are at a distance which both scanners know, each from another.
partners :: U.Vector Word64 -> U.Vector Word64 -> Pairs
partners as bs = IntMap.toList (IntMap.map IntSet.toList (IntMap.fromListWith IntSet.union [(i, js) | a <- U.toList as, Just js <- [IntMap.lookup (length' a) known], i <- ends a]))
  where
    known = IntMap.fromListWith IntSet.union [(length' b, IntSet.fromList (ends b)) | b <- U.toList bs]
    length' d = fromIntegral (d `shiftR` 28)
    ends d = [fromIntegral (d `shiftR` 14 .&. 16383), fromIntegral (d .&. 16383)]

-- | How the first sees what the second sees, if they overlap.
align :: Scanner -> Scanner -> Maybe Frame
align a b
  | U.length common < 66 = Nothing
  | otherwise = listToMaybe $ do
    let (as, bs, cs) = U.unzip3 (beacons a)
    (x, pairs) <- fit as b [(k, s) | k <- [0, 1, 2], s <- [1, -1]] (partners common (shared b a))
    (y, pairs') <- fit bs b [(k, s) | k <- [0, 1, 2], k /= source x, s <- [1, -1]] pairs
    -- The third axis is the one left; its sign makes a rotation of it.
    let handed = if (source y - source x) `mod` 3 == 1 then 1 else -1
    (z, _) <- fit cs b [(3 - source x - source y, sign x * sign y * handed)] pairs'
    pure (Frame x y z)
  where
    common = shared a b

-- | Which of these signed axes the coordinate may be, and how far off, and the pairs that agree.
fit :: U.Vector Int -> Scanner -> [(Int, Int)] -> Pairs -> [(Axis, Pairs)]
fit as other signedAxes pairs = do
  (k, s) <- signedAxes
  let difference i j = as ! i - s * pick k (U.unzip3 (beacons other)) ! j
  o <- dozens [difference i j | (i, js) <- pairs, j <- js]
  pure (Axis k s o, [(i, filter ((== o) . difference i) js) | (i, js) <- pairs])

-- | The differences that come up at least twelve times.
dozens :: [Int] -> [Int]
dozens differences = runST $ do
  counts <- M.replicate 8001 (0 :: Word8)
  let tally found [] = pure found
      tally found (d : more) = do
        n <- peek counts (d + 4000)
        poke counts (d + 4000) (n + 1)
        tally (if n == 11 then d : found else found) more
  tally [] differences
