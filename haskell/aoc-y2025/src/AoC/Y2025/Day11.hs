-- |
-- 2025 day 11, Reactor <https://adventofcode.com/2025/day/11>
--
-- How many paths lead from one device to another along the wires, and how many of those pass two given
-- devices.
--
-- The idea: a linear map, applied until nothing is left. A bag holds a number of tokens for each device. In a
-- step, each token is replaced by a token at the other end of each wire of its device. So a step is a product
-- with the matrix A of the wires, and the bags after 0, 1, 2 ... steps add up to a row of 1 + A + A^2 + ...,
-- which counts all paths. Without a cycle A is nilpotent: some bag is empty, and the sum ends.
--
-- The paths that pass both devices are counted in one run too, by Kronecker substitution. A token that leaves
-- the first is multiplied by x, and a token that leaves the second by x^2. A path passes each at most once,
-- so the count is a polynomial in x, and the answer is its coefficient of x^3. With x = 2^128, which is more
-- than there are paths, the polynomial is one number, and the answer is its highest digits.
--
-- Assumes that there is no cycle, and at most 10^36 paths altogether.
module AoC.Y2025.Day11 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, failAt, failWhole, foldLines, many1, offset, runParser, takeWhile1)
import Control.DeepSeq (NFData (..))
import Control.Monad (unless, when)
import Data.Bits (shiftL, shiftR)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiLower)
import Data.Foldable (toList)
import Data.Graph (SCC (..), stronglyConnComp)
import Data.List (nub)
import qualified Data.Map.Strict as Map
import qualified Data.Vector as V
import qualified Data.Vector.Mutable as M
import qualified Data.Vector.Unboxed as U

type Name = ByteString

-- | The number of tokens at each device.
type Bag = V.Vector Integer

-- | The devices with their numbers, and where the wires of each lead.
data Devices = Devices (Map.Map Name Int) (V.Vector (U.Vector Int))

instance NFData Devices where
  rnf (Devices numbers wires) = numbers `seq` rnf wires

parse :: ByteString -> Either InputError Devices
parse = runParser $ do
  lines' <- foldLines device Map.empty
  let wires = Map.union lines' (Map.fromList [(name, []) | targets <- Map.elems lines', name <- targets])
      numbers = Map.fromDistinctAscList (zip (Map.keys wires) [0 ..])
      numbersOf = map (numbers Map.!)
      devices = Devices numbers (V.fromList [U.fromList (numbersOf targets) | targets <- Map.elems wires])
      graph = [(name, name, targets) | (name, targets) <- Map.toList wires]
      paths = scanl (+) 0 (map sum (bags [] devices (Map.elems numbers)))
  when (or [True | CyclicSCC _ <- stronglyConnComp graph]) $ failWhole "the wires form a cycle"
  when (any (> 10 ^ (36 :: Int)) paths) $ failWhole "there are more than 10^36 paths"
  pure devices

device :: Map.Map Name [Name] -> Parser (Map.Map Name [Name])
device wires = do
  at <- offset
  name <- deviceName
  targets <- char ':' *> many1 (char ' ' *> deviceName)
  when (Map.size wires == 2000) $ failAt at "at most 2,000 devices"
  when (name == C.pack "out") $ failAt at "a device other than out"
  when (name `Map.member` wires) $ failAt at "a device that has no line yet"
  when (length targets > 30) $ failAt at "at most 30 wires"
  when (length (nub targets) < length targets) $ failAt at "wires to different devices"
  pure (Map.insert name targets wires)

deviceName :: Parser Name
deviceName = do
  at <- offset
  name <- takeWhile1 "a lower-case letter" isAsciiLower
  when (C.length name /= 3) $ failAt at "a name of three letters"
  pure name

part1, part2 :: Devices -> Integer
part1 = pathsToOut [] "you"
part2 devices = pathsToOut [("dac", 128), ("fft", 256)] "svr" devices `shiftR` 384

-- | The paths from a device to @out@, where each that passes one of some devices is shifted by so many bits.
pathsToOut :: [(String, Int)] -> String -> Devices -> Integer
pathsToOut shifts from devices@(Devices numbers _) = case (place from, place "out") of
  ([start], [out]) -> sum (map (V.! out) (bags shiftsAt devices [start]))
  _ -> 0
  where
    place name = toList (Map.lookup (C.pack name) numbers)
    shiftsAt = [(i, n) | (name, n) <- shifts, i <- place name]

-- | The bags after 0, 1, 2 ... steps, from a token at each of these devices, up to the last that is not
-- empty. Tokens that leave some devices are shifted by so many bits.
bags :: [(Int, Int)] -> Devices -> [Int] -> [Bag]
bags shifts (Devices _ wires) starts = takeWhile (any (/= 0)) (iterate step first)
  where
    first = none V.// [(i, 1) | i <- starts]
    none = V.map (const 0) wires
    shifted = U.replicate (V.length wires) 0 U.// shifts
    step bag = V.modify (\next -> V.imapM_ (move next) bag) none
    move next i n = unless (n == 0) $ U.mapM_ (add next (n `shiftL` (shifted U.! i))) (wires V.! i)
    add next n to = M.read next to >>= \old -> M.write next to $! old + n
