-- |
-- 2021 day 16, Packet Decoder <https://adventofcode.com/2021/day/16>
--
-- The sum of the versions of all packets in a text of bits, and the value of the outermost packet.
--
-- The idea: packets are Polish notation, in which nesting need not be known to read on. What follows the
-- header of an operator is the header of its first operand, so the headers are read one after the other as a
-- flat list, until only zeros are left: every packet ends with a number, whose header has a 1 in it.
--
-- Nesting comes from the right. Headers are taken from the last to the first, with a stack of the packets
-- that are complete, the leftmost on top. An operator takes its operands off the stack, as many as its count
-- says or all that begin within its length, and is itself complete then. In the end the outermost packet is
-- alone on the stack.
--
-- Assumes that no packet is worth 2^64 or more, and that at most 255 are nested. Whether this is so, and
-- whether counts and lengths are right, is seen when the packets are put together, so parsing puts them
-- together too.
module AoC.Y2021.Day16 (parse, part1, part2) where

import AoC.Input (InputError, failAt, offset, runParser, takeUpTo)
import Control.DeepSeq (NFData (..))
import Control.Monad (foldM)
import Data.Bits (countTrailingZeros, shiftL, shiftR, testBit, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import qualified Data.List as List

-- | What a packet says of itself: the bit at which it begins, its version, and its content.
data Header = Header !Int !Int !Content

data Content
  = -- | A number, and the bit after it.
    Literal !Integer !Int
  | -- | An operator on so many packets.
    Counted !Int !Int
  | -- | An operator on the packets up to this bit.
    Bounded !Int !Int

instance NFData Header where
  rnf header = header `seq` ()

-- | A complete packet: its first bit, the bit after it, how many packets are nested in each other, and its
-- value.
data Packet = Packet !Int !Int !Int !Integer

-- | What was expected, and at which bit, if it was not there.
type Decoded = Either (String, Int)

-- | The headers, from the last to the first.
parse :: ByteString -> Either InputError [Header]
parse = runParser $ do
  start <- offset
  digits <- takeUpTo 100000 "digits" "a hexadecimal digit" (\c -> isDigit c || (c >= 'A' && c <= 'F'))
  let refused (what, bit) = failAt (start + bit `quot` 4) what
  case headers digits of
    Left fault -> refused fault
    Right found -> either refused (const (pure found)) (outermost found)

part1 :: [Header] -> Int
part1 found = sum [version | Header _ version _ <- found]

part2 :: [Header] -> Integer
part2 = either (const 0) (\(Packet _ _ _ value) -> value) . outermost

-- | All headers, from the last to the first.
headers :: ByteString -> Decoded [Header]
headers digits = go 0 []
  where
    go at found
      | at >= afterLastOne, not (null found) = Right found
      | otherwise = do
        (header, next) <- headerAt at
        go next (header : found)

    headerAt at = do
      version <- field 3 at
      kind <- field 3 (at + 3)
      if kind == 4
        then (\(n, end) -> (Header at version (Literal n end), end)) <$> literal 0 (at + 6)
        else do
          counted <- field 1 (at + 6)
          size <- field (if counted == 1 then 11 else 15) (at + 7)
          pure $
            if counted == 1
              then (Header at version (Counted kind size), at + 18)
              else (Header at version (Bounded kind (at + 22 + size)), at + 22)

    literal n at = do
      group <- field 5 at
      let n' = min tooMuch (16 * n + toInteger (group .&. 15))
      if testBit group 4 then literal n' (at + 5) else pure (n', at + 5)

    afterLastOne = case C.unsnoc (C.dropWhileEnd (== '0') digits) of
      Nothing -> 0
      Just (before, digit) -> 4 * C.length before + 4 - countTrailingZeros (digitToInt digit)
    field n at
      | at + n > 4 * C.length digits = Left ("another digit", 4 * C.length digits)
      | otherwise = Right (fiveDigits `shiftR` (20 - at .&. 3 - n) .&. (1 `shiftL` n - 1))
      where
        fiveDigits = List.foldl' nibble 0 (C.unpack (C.take 5 (C.drop (at `quot` 4) padded)))
    nibble bits c = bits `shiftL` 4 .|. digitToInt c
    padded = digits <> C.replicate 5 '0'

tooMuch :: Integer
tooMuch = 2 ^ (64 :: Int)

-- | The packet that holds all others, given the headers from the last to the first.
outermost :: [Header] -> Decoded Packet
outermost found = do
  packets <- foldM complete [] found
  case packets of
    [packet] -> Right packet
    _ : Packet begin _ _ _ : _ -> Left ("zeros after the packet", begin)
    [] -> Left ("a packet", 0)

-- | The complete packets, the leftmost first, with one more to the left of them.
complete :: [Packet] -> Header -> Decoded [Packet]
complete packets (Header begin _ content) = case content of
  Literal n end -> put end [] n packets
  Counted kind count -> operator kind (splitAt count packets) (\operands -> length operands == count)
  Bounded kind end -> operator kind (span (beginsBefore end) packets) (\operands -> endOf operands == end)
  where
    beginsBefore end (Packet first _ _ _) = first < end
    operator kind (operands, others) fits
      | not (fits operands) = Left ("packets that end where the operator says", begin)
      | otherwise = case operate kind [n | Packet _ _ _ n <- operands] of
        Nothing -> Left ("operands that suit the operator", begin)
        Just n -> put (endOf operands) operands n others
    endOf operands = maximum (begin : [end | Packet _ end _ _ <- operands])
    put end operands n others
      | n >= tooMuch = Left ("a packet worth less than 2^64", begin)
      | depth > 255 = Left ("at most 255 packets in each other", begin)
      | otherwise = Right (Packet begin end depth n : others)
      where
        depth = maximum (1 : [inside + 1 | Packet _ _ inside _ <- operands])

-- | The value of an operator, if it can have these operands. A product stays too large unless a factor is 0.
operate :: Int -> [Integer] -> Maybe Integer
operate kind values = case (kind, values) of
  (_, []) -> Nothing
  (0, _) -> Just (sum values)
  (1, _) -> Just (List.foldl' (\sofar n -> min tooMuch (sofar * n)) 1 values)
  (2, _) -> Just (minimum values)
  (3, _) -> Just (maximum values)
  (5, [a, b]) -> Just (if a > b then 1 else 0)
  (6, [a, b]) -> Just (if a < b then 1 else 0)
  (7, [a, b]) -> Just (if a == b then 1 else 0)
  _ -> Nothing
