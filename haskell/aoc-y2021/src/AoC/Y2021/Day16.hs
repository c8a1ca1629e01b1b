{-# LANGUAGE DeriveTraversable #-}

-- |
-- 2021 day 16, Packet Decoder <https://adventofcode.com/2021/day/16>
--
-- A transmission of hexadecimal digits is one packet, and zero bits to fill up. A packet has a
-- version and is a number or an operator on packets inside it. What do all versions add up
-- to, and what is the value of the outermost packet?
--
-- The idea: an algebra. 'PacketF' is one layer of a packet, with a hole for each packet inside.
-- A question about packets is a function that answers it for one layer whose holes hold the
-- answers already, and 'cata' turns each such function into one about whole packets. The
-- parts are two of them; neither ever looks at a bit, and the decoder never at a value. That
-- operators have an operand, and comparisons two, is in the types, so nothing here is partial.
--
-- Refuses, besides bits that are no packet, one nested deeper than 255 or worth 2^64 or more,
-- even if it is multiplied by 0 further out. A product is judged when it is complete; on the
-- way it is held at 2^64, where factors other than 0 leave it.
--
-- Python and Rust answer both questions in one recursion over the bits.
module AoC.Y2021.Day16 (parse, part1, part2) where

import AoC.Input (InputError, failAt, offset, runParser, takeWhile1)
import Control.DeepSeq (NFData (..))
import Control.Monad (unless, when, (<=<))
import Data.Bits (shiftL, shiftR, testBit, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt, isDigit)
import qualified Data.List as List
import Data.List.NonEmpty (NonEmpty (..))
import Data.Maybe (fromMaybe, isNothing)

data PacketF a
  = Literal !Int !Integer
  | Reduce !Int (NonEmpty Integer -> Integer) (NonEmpty a)
  | Compare !Int !Ordering a a
  deriving (Functor, Foldable, Traversable)

newtype Packet = Packet (PacketF Packet)

instance NFData Packet where
  rnf packet = cata versions packet `seq` ()

-- | Answer for a whole packet what the function answers for one layer.
cata :: (PacketF a -> a) -> Packet -> a
cata algebra (Packet layer) = algebra (fmap (cata algebra) layer)

part1 :: Packet -> Int
part1 = cata versions

part2 :: Packet -> Integer
part2 = fromMaybe 0 . cata value

versions :: PacketF Int -> Int
versions layer = case layer of
  Literal version _ -> version
  Reduce version _ inside -> version + sum inside
  Compare version _ a b -> version + a + b

-- | Nothing, if this packet or one inside is worth too much.
value :: PacketF (Maybe Integer) -> Maybe Integer
value = (\n -> if n < tooMuch then Just n else Nothing) . worth <=< sequenceA
  where
    worth layer = case layer of
      Literal _ n -> n
      Reduce _ reduction inside -> reduction inside
      Compare _ wanted a b -> if compare a b == wanted then 1 else 0

tooMuch :: Integer
tooMuch = 1 `shiftL` 64

parse :: ByteString -> Either InputError Packet
parse = runParser $ do
  start <- offset
  digits <- takeWhile1 "a hexadecimal digit" (\c -> isDigit c || (c >= 'A' && c <= 'F'))
  when (C.length digits > 1000000) $ failAt start "at most 1,000,000 digits"
  case transmission digits of
    Left (what, at) -> failAt (start + at `quot` 4) what
    Right packet -> do
      when (isNothing (cata value packet)) $ failAt start "packets worth less than 2^64"
      pure packet

-- | What was decoded, or what was expected at which bit.
type Decoded = Either (String, Int)

transmission :: ByteString -> Decoded Packet
transmission digits = do
  (packet, at) <- packetAt 1 0
  unless (C.all (== '0') (C.drop ((at + 3) `quot` 4) digits) && peek (negate at .&. 3) at == 0) $ Left ("zeros after the packet", at)
  pure packet
  where
    -- The next few bits, at most 17, and where the next ones start. The text goes on in zeros.
    peek n at = (List.foldl' nibble 0 (C.unpack (C.take 5 (C.drop (at `quot` 4) padded))) `shiftR` (20 - at .&. 3 - n)) .&. (1 `shiftL` n - 1)
    nibble bits c = bits `shiftL` 4 .|. digitToInt c
    padded = digits <> C.replicate 5 '0'
    field n at
      | at + n > 4 * C.length digits = Left ("another digit", 4 * C.length digits)
      | otherwise = Right (peek n at, at + n)

    packetAt :: Int -> Int -> Decoded (Packet, Int)
    packetAt depth at0 = do
      when (depth > 255) $ Left ("at most 255 packets in each other", at0)
      (version, at1) <- field 3 at0
      (kind, at2) <- field 3 at1
      if kind == 4
        then literalAt version 0 at2
        else do
          (inside, at) <- insideAt depth at2
          layer <- maybe (Left ("operands that suit the operator", at2)) Right (operator version kind inside)
          pure (Packet layer, at)

    literalAt version n at0 = do
      (bits, at) <- field 5 at0
      let n' = min tooMuch (16 * n + toInteger (bits .&. 15))
      if testBit bits 4 then literalAt version n' at else Right (Packet (Literal version n'), at)

    insideAt depth at0 = do
      (counted, at1) <- field 1 at0
      (size, at2) <- field (if counted == 1 then 11 else 15) at1
      let some found n at
            | (if counted == 1 then n == size else at == at2 + size) = Right (reverse found, at)
            | counted == 0 && at > at2 + size = Left ("packets that end where they should", at2 + size)
            | otherwise = do
              (packet, at') <- packetAt (depth + 1) at
              some (packet : found) (n + 1) at'
      some [] 0 at2

operator :: Int -> Int -> [Packet] -> Maybe (PacketF Packet)
operator version kind inside = case (kind, inside) of
  (0, p : ps) -> Just (Reduce version sum (p :| ps))
  (1, p : ps) -> Just (Reduce version (List.foldl' (\a b -> min tooMuch (a * b)) 1) (p :| ps))
  (2, p : ps) -> Just (Reduce version minimum (p :| ps))
  (3, p : ps) -> Just (Reduce version maximum (p :| ps))
  (5, [a, b]) -> Just (Compare version GT a b)
  (6, [a, b]) -> Just (Compare version LT a b)
  (7, [a, b]) -> Just (Compare version EQ a b)
  _ -> Nothing
