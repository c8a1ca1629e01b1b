-- |
-- 2021 day 8, Seven Segment Search <https://adventofcode.com/2021/day/8>
--
-- The digits that displays with mixed up wires show: how many are 1, 4, 7 or 8, and the sum of the four-digit
-- numbers.
--
-- The idea: every segment has a fingerprint. Add up the squares of the sizes of those of the ten digits that
-- light it:
--
-- > a 241   b 198   c 200   d 212   e 146   f 236   g 232
--
-- Seven different sums (the sizes alone would give c and d the same), and they do not change when the wires
-- are mixed or the digits come in another order. So a wire's fingerprint names its segment; no deduction, no
-- search, and no digit is told apart from another before all are known. Since the sums stay below 256, seven
-- of them fit into one word, a byte each, and are added up together: a set of wires is kept as a word with a
-- 1 in the byte of each wire.
--
-- Why it is right: if there is a wiring under which the ten patterns are the ten digits, it sends each
-- segment to the wire with its fingerprint, so it is the one found here. That it is one is checked: the
-- digits, wired like this, must all be among the patterns, of which there are ten.
--
-- Assumes words of 2 to 7 different letters from a to g.
module AoC.Y2021.Day08 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, failAt, foldWhile1, linesOf, offset, runParser, string)
import AoC.Numbers (fromDigits)
import Control.Monad (replicateM)
import Data.Bits (bit, popCount, shiftR, (.&.), (.|.))
import Data.ByteString (ByteString)
import Data.Char (ord)
import qualified Data.Vector.Unboxed as U

-- | A set of wires, or of segments: a byte for each, which is 1 or 0.
type Set = Int

-- | The four digits that each line shows.
parse :: ByteString -> Either InputError [[Int]]
parse = runParser (linesOf entry)

entry :: Parser [Int]
entry = do
  at <- offset
  patterns <- U.fromListN 10 <$> ((:) <$> wires <*> replicateM 9 (char ' ' *> wires))
  shown <- string " |" *> replicateM 4 (char ' ' *> wires)
  case wiring patterns of
    Just digits
      | U.all (`U.elem` patterns) digits,
        Just shownDigits <- mapM (`U.elemIndex` digits) shown ->
        pure shownDigits
    _ -> failAt at "ten patterns that are the ten digits, and four of these"

wires :: Parser Set
wires = do
  at <- offset
  lit <- foldWhile1 "letters from a to g" (\c -> 'a' <= c && c <= 'g') (\lit c -> lit .|. only c) 0
  after <- offset
  if after - at >= 2 && popCount lit == after - at then pure lit else failAt at "2 to 7 different letters"
  where
    only c = bit (8 * (ord c - ord 'a'))

-- | What 0, 1, 2, ... light, given each segment. This is the only thing known of displays.
display :: U.Vector Set -> U.Vector Set
display segments = U.fromListN 10 (map (sum . map segment) digits)
  where
    segment name = segments U.! (ord name - ord 'a')
    digits = words "abcefg cf acdeg acdfg bcdf abdfg abdefg acf abcdefg abcdfg"

-- | The wires that 0, 1, 2, ... light, to judge by the fingerprints.
wiring :: U.Vector Set -> Maybe (U.Vector Set)
wiring patterns = display <$> U.mapM wire (U.fromList [241, 198, 200, 212, 146, 236, 232])
  where
    wire fingerprint = bit . (8 *) <$> U.elemIndex fingerprint found
    found = fingerprints patterns

-- | The fingerprint of each wire, or segment. A sum above 255 spoils the next byte, but only where the
-- patterns are not the ten digits, and then they are refused.
--
-- >>> fingerprints (display (U.generate 7 (\i -> bit (8 * i))))
-- [241,198,200,212,146,236,232]
fingerprints :: U.Vector Set -> U.Vector Int
fingerprints digits = U.generate 7 (\i -> sums `shiftR` (8 * i) .&. 255)
  where
    sums = U.sum (U.map (\digit -> popCount digit * popCount digit * digit) digits)

part1 :: [[Int]] -> Int
part1 = length . filter (`elem` [1, 4, 7, 8]) . concat

part2 :: [[Int]] -> Int
part2 = sum . map (fromDigits 10)
