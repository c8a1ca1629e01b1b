-- |
-- 2024 day 24, Crossed Wires <https://adventofcode.com/2024/day/24>
--
-- The number that a circuit makes of its inputs (part 1), and the eight wires whose gates have exchanged
-- their outputs in what is meant to be an adder (part 2).
--
-- The idea for part 2: ask what the gates do, and not how they are joined. The circuit runs on many sums at
-- once. Each wire has a signal, which is an Integer with a bit for each sum. For each bit i of the adder
-- there are eight sums, which show its whole truth table:
--
-- > sum        7 6 5 4 3 2 1 0
-- > x i        1 1 1 1 0 0 0 0    0xf0
-- > y i        1 1 0 0 1 1 0 0    0xcc
-- > carry      1 0 1 0 1 0 1 0    0xaa, made by bit i - 1 of x and of y, which are both 1 or both 0
-- > z i        1 0 0 1 0 1 1 0    as it has to be: x XOR y XOR carry
--
-- All other bits are 0 in these sums. So the right signals are known, and the bits are repaired from the
-- lowest up. The first z with a wrong signal tells the bit. If a single gate has the signal that z lacks, it
-- has exchanged its output with z. Otherwise the two gates with the signals of x XOR y and of x AND y have
-- exchanged theirs. In an adder whose pairs were exchanged within their bits, this is never wrong:
--
-- * The lower bits are right by then, so a pair of this bit shows in z, at the latest in 1 + 0 without a
--   carry.
-- * No other gate has the signal of the sum. On the eight sums of this bit, the lower bits depend on the
--   carry alone. This bit's other gates make other functions, exchanged or not. A higher gate that passes the
--   sum on is 1 in a sum of its own bit, in which this bit adds up to 0. The same goes for x XOR y and x AND
--   y.
--
-- The repaired circuit must then be an adder gate by gate, with such pairs, or there is no solution.
module AoC.Y2024.Day24 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, char, endOfLine, failAt, failWhole, foldLines, offset, oneOf, runParser, string, takeWhile1, (<|>))
import Control.DeepSeq (NFData (..))
import Control.Monad (foldM, forM_, guard, unless, when)
import Data.Bits (shiftL, xor, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (intToDigit, isAsciiLower, isDigit)
import Data.Graph (SCC (..), stronglyConnComp)
import Data.List (intercalate, mapAccumL, sort)
import Data.Map.Strict (Map)
import qualified Data.Map.Strict as Map
import Data.Maybe (isNothing)

type Wire = ByteString

data Operator = And | Or | Xor deriving (Eq, Ord)

-- | The gate at each wire: its operator, and its inputs in order.
type Circuit = Map Wire (Operator, Wire, Wire)

-- | The value of each wire, in one sum or in several.
type Signals = Map Wire Integer

-- | The number of bits, the values of the inputs, and the circuit.
data Device = Device !Int !Signals !Circuit

instance NFData Device where
  rnf (Device n inputs gates) = n `seq` rnf inputs `seq` gates `seq` ()

-- | A wire of a number, such as @x00@.
wire :: Char -> Int -> Wire
wire number i = C.pack [number, intToDigit (i `quot` 10), intToDigit (i `rem` 10)]

parse :: ByteString -> Either InputError Device
parse = runParser $ do
  xs <- (++) <$> mapM x [0 .. 4] <*> upTo45 5
  let n = length xs
  ys <- (:) <$> input 'y' 0 <*> mapM (\i -> endOfLine *> input 'y' i) [1 .. n - 1] <* blankLine
  circuit <- foldLines (gate n) Map.empty
  let inputs = Map.fromList (xs ++ ys)
      isKnown w = w `Map.member` inputs || w `Map.member` circuit
  unless (and [isKnown a && isKnown b | (_, a, b) <- Map.elems circuit]) $
    failWhole "an input of a gate is neither set nor made by a gate"
  forM_ (map (wire 'z') [0 .. n]) $ \z ->
    unless (z `Map.member` circuit) $ failWhole ("no gate makes " ++ C.unpack z)
  when (isNothing (signals inputs circuit)) $ failWhole "a wire depends on itself"
  pure (Device n inputs circuit)
  where
    x i = input 'x' i <* endOfLine
    upTo45 i = if i == 45 then pure [] else ((:) <$> x i <*> upTo45 (i + 1)) <|> pure []

input :: Char -> Int -> Parser (Wire, Integer)
input number i = (,) this <$> (string (C.unpack this ++ ": ") *> oneOf [("0", 0), ("1", 1)])
  where
    this = wire number i

gate :: Int -> Circuit -> Parser Circuit
gate n circuit = do
  start <- offset
  a <- name <* char ' '
  operator <- oneOf [("AND ", And), ("OR ", Or), ("XOR ", Xor)]
  b <- name <* string " -> "
  at <- offset
  out <- name
  when (Map.size circuit == 300) $ failAt start "at most 300 gates"
  when (C.head out `elem` "xy") $ failAt at "a wire that is no input of the circuit"
  when (C.head out == 'z' && out `notElem` map (wire 'z') [0 .. n]) $
    failAt at ("a wire from z00 to " ++ C.unpack (wire 'z' n))
  when (out `Map.member` circuit) $ failAt at "a wire that no gate makes already"
  pure (Map.insert out (operator, min a b, max a b) circuit)

name :: Parser Wire
name = do
  at <- offset
  text <- takeWhile1 "a wire" (\c -> isAsciiLower c || isDigit c)
  when (C.length text /= 3 || isDigit (C.head text)) $
    failAt at "a wire of three letters or digits, a letter first"
  pure text

-- | What all wires carry, unless one depends on itself.
signals :: Signals -> Circuit -> Maybe Signals
signals inputs circuit = foldM carry inputs (stronglyConnComp graph)
  where
    graph = [((out, g), out, [a, b]) | (out, g@(_, a, b)) <- Map.toList circuit]
    carry _ (CyclicSCC _) = Nothing
    carry known (AcyclicSCC (out, (operator, a, b))) = do
      signal <- combined operator <$> Map.lookup a known <*> Map.lookup b known
      Just (Map.insert out signal known)
    combined operator = case operator of
      And -> (.&.)
      Or -> (.|.)
      Xor -> xor

part1 :: Device -> Maybe Integer
part1 (Device n inputs circuit) = number <$> signals inputs circuit
  where
    number known = sum [Map.findWithDefault 0 (wire 'z' i) known `shiftL` i | i <- [0 .. n]]

part2 :: Device -> Maybe String
part2 (Device n _ circuit) = do
  before <- signals (Map.fromList (concatMap inputs [0 .. n - 1])) circuit
  -- Bit 0 has no pair.
  (_, repaired, pairs) <- foldM repair (before, circuit, []) (drop 1 (rightSignals n))
  bits <- adder n repaired
  kinds <- sequence [kind bit pair | (bit, Just pair) <- zip bits (reverse pairs)]
  guard (sort kinds == [OfHalves, OfSum, OfSum, OfSum])
  Just (intercalate "," (map C.unpack (sort (concat [[a, b] | Just (a, b) <- pairs]))))
  where
    inputs i = [(wire 'x' i, xSignal i), (wire 'y' i, ySignal i)]

-- | The signals of the inputs of bit i. The eight sums from 8 i on are its truth table. In those of bit i + 1
-- it makes the carry.
xSignal, ySignal :: Int -> Integer
xSignal i = 0xf0 `shiftL` (8 * i) .|. 0xaa `shiftL` (8 * i + 8)
ySignal i = 0xcc `shiftL` (8 * i) .|. 0xaa `shiftL` (8 * i + 8)

-- | For each bit: its z, and the signals in a right adder of x XOR y, x AND y, and the sum.
rightSignals :: Int -> [(Wire, Integer, Integer, Integer)]
rightSignals n = snd (mapAccumL bit 0 [0 .. n - 1])
  where
    bit carry i = (both .|. half .&. carry, (wire 'z' i, half, both, half `xor` carry))
      where
        half = xSignal i `xor` ySignal i
        both = xSignal i .&. ySignal i

-- | All signals, the circuit, and for each bit so far the pair exchanged in it, the last first.
type Repaired = (Signals, Circuit, [Maybe (Wire, Wire)])

-- | One more bit is made right, if it is not. All lower bits are.
repair :: Repaired -> (Wire, Integer, Integer, Integer) -> Maybe Repaired
repair (known, circuit, pairs) (z, half, both, total)
  | Map.lookup z known == Just total = Just (known, circuit, Nothing : pairs)
  | otherwise = do
    (a, b) <- (,) z <$> maker total <|> (,) <$> maker half <*> maker both
    circuit' <- exchanged a b
    known' <- signals (known `Map.difference` circuit) circuit'
    Just (known', circuit', Just (a, b) : pairs)
  where
    -- The only gate with this signal.
    maker signal = case Map.keys (Map.filter (== signal) (known `Map.intersection` circuit)) of
      [w] -> Just w
      _ -> Nothing
    exchanged a b = do
      gateA <- Map.lookup a circuit
      gateB <- Map.lookup b circuit
      Just (Map.insert a gateB (Map.insert b gateA circuit))

-- | The outputs of a bit's gates: its z, x XOR y, x AND y, the AND with the carry, and the carry out.
data Bit = Bit !Wire !Wire !Wire !Wire !Wire

-- | The bits, from bit 1 on, of a circuit that is an adder gate by gate.
adder :: Int -> Circuit -> Maybe [Bit]
adder n circuit = do
  guard (Map.size circuit == 5 * n - 3 && Map.size outputs == 5 * n - 3)
  z <- output Xor (wire 'x' 0) (wire 'y' 0)
  carry <- output And (wire 'x' 0) (wire 'y' 0)
  guard (z == wire 'z' 0)
  bitsFrom 1 carry
  where
    outputs = Map.fromList [(g, out) | (out, g) <- Map.toList circuit]
    output operator a b = Map.lookup (operator, min a b, max a b) outputs
    bitsFrom i carry
      | i == n = [] <$ guard (carry == wire 'z' n)
      | otherwise = do
        half <- output Xor (wire 'x' i) (wire 'y' i)
        both <- output And (wire 'x' i) (wire 'y' i)
        z <- output Xor half carry
        through <- output And half carry
        carry' <- output Or both through
        guard (z == wire 'z' i)
        (Bit z half both through carry' :) <$> bitsFrom (i + 1) carry'

data Kind = OfHalves | OfSum deriving (Eq, Ord)

-- | The kind of a pair that was exchanged, if it lies within the bit. The bit's wires are those after the
-- repair.
kind :: Bit -> (Wire, Wire) -> Maybe Kind
kind (Bit z half both through carry) pair
  | pair == (both, half) = Just OfHalves
  | fst pair == z && snd pair `elem` [both, through, carry] = Just OfSum
  | otherwise = Nothing
