-- |
-- 2023 day 20, Pulse Propagation <https://adventofcode.com/2023/day/20>
--
-- Modules send each other low and high pulses after each press of a button: the product of the numbers of low
-- and of high pulses in 1000 presses (part 1), and the first press in which the module rx gets a low pulse
-- (part 2).
--
-- The idea: divide. The broadcaster starts separate counters, which meet only in a last conjunction before
-- rx. So each counter is run alone, as a pure function from its state to its next state and a summary of the
-- press, until the state is again that of the start. Its summaries, repeated without end, are then combined
-- press by press.
--
-- A press goes wave by wave. The pulses of a wave are sent by those of the wave before. Beside a low pulse a
-- flip-flop may get a high one, which it ignores. No module of a counter gets two in a wave otherwise, so
-- their order does not matter. Here is a counter of four flip-flops, of which 0, 2 and 3 send to the
-- conjunction c, so it is reset at press 1101 in binary:
--
-- > broadcaster -> 0 -> 1 -> 2 -> 3      c -> inverter -> last conjunction -> rx
-- >                |         |    |      c -> 0, 1
-- >                +-> c     +-> c+-> c
--
-- In that press flip-flop 0 turns on, c has got a high pulse last from all three, and its low pulses turn 1
-- on and 0 off. The carry then turns all others off, and the state is back. The flip-flop 0 sends to c in
-- every counter. So the inverters send a high pulse in the same wave of a press, if at all, and take it back
-- two waves later. So rx gets a low pulse once in a press in which all counters are reset, and every other
-- pulse to rx is high.
module AoC.Y2023.Day20 (parse, part1, part2) where

import AoC.Input (InputError, Parser, failAt, failWhole, foldLines, nameUpTo, offset, oneOf, runParser, sepBy1, string)
import Control.DeepSeq (NFData (..))
import Control.Monad (guard, when)
import Data.Bits (bit, clearBit, popCount, setBit, testBit, xor)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.List (foldl', mapAccumL, nub, partition, sort, transpose, (\\))
import Data.Map.Strict (Map)
import qualified Data.Map.Strict as Map

data Kind = Broadcaster | FlipFlop | Conjunction deriving (Eq)

-- | The modules by name, with their targets.
type Wiring = Map ByteString (Kind, [ByteString])

-- | How many flip-flops it has, and the set of those that send to its conjunction, as the bits of a number.
data Counter = Counter !Int !Int

instance NFData Counter where
  rnf c = c `seq` ()

parse :: ByteString -> Either InputError [Counter]
parse = runParser $ do
  wiring <- foldLines line Map.empty
  maybe
    (failWhole "the modules are not 2 to 5 counters that end in one conjunction before rx")
    pure
    (counters wiring)

-- | One more module.
line :: Wiring -> Parser Wiring
line before = do
  at <- offset
  kind <- oneOf [("broadcaster", Broadcaster), ("%", FlipFlop), ("&", Conjunction)]
  this <- if kind == Broadcaster then pure broadcaster else name
  when (Map.size before == 200) $ failAt at "at most 200 modules"
  when (this `Map.member` before) $ failAt at "a module that is not defined yet"
  string " -> "
  at' <- offset
  targets <- name `sepBy1` string ", "
  when (length targets > 20) $ failAt at' "at most 20 targets"
  when (nub targets /= targets) $ failAt at' "different targets"
  pure (Map.insert this (kind, targets) before)

broadcaster :: ByteString
broadcaster = C.pack "broadcaster"

name :: Parser ByteString
name = nameUpTo 8

-- | The counters, if the modules are 2 to 5 of them, the last conjunction and nothing else. All modules are
-- accounted for and are different, with all their targets, so none has another source either.
counters :: Wiring -> Maybe [Counter]
counters wiring = do
  (_, starts) <- Map.lookup broadcaster wiring
  guard (length starts >= 2 && length starts <= 5)
  found <- traverse (counter wiring) starts
  case concatMap lasts found of
    final : others -> do
      guard (all (== final) others && Map.lookup final wiring == Just (Conjunction, [C.pack "rx"]))
      guard (sort (broadcaster : final : concatMap names found) == Map.keys wiring)
      guard (C.pack "rx" `Map.notMember` wiring)
      Just [c | (c, _, _) <- found]
    [] -> Nothing
  where
    names (_, own, _) = own
    lasts (_, _, final) = [final]

-- | The counter that starts here, the names of its modules, and the module that its inverter sends to.
counter :: Wiring -> ByteString -> Maybe (Counter, [ByteString], ByteString)
counter wiring start = do
  flipFlops <- chain (12 :: Int) start
  let flips = map fst flipFlops
      feeds = map (not . null . snd) flipFlops
  guard (length flips >= 4 && and (take 1 feeds) && and (take 1 (reverse feeds)))
  case concatMap snd flipFlops of
    c : others | all (== c) others -> do
      (Conjunction, targets) <- Map.lookup c wiring
      let fed = start : [f | (f, False) <- zip flips feeds]
      [inverter] <- Just (targets \\ fed)
      guard (length targets == length fed + 1)
      (Conjunction, [final]) <- Map.lookup inverter wiring
      let feeding = foldl' setBit 0 [i | (i, True) <- zip [0 ..] feeds]
      Just (Counter (length flips) feeding, c : inverter : flips, final)
    _ -> Nothing
  where
    -- The flip-flops in order, at most this many, each with the conjunction that it sends to, if any.
    chain most f = do
      guard (most > 0)
      (FlipFlop, targets) <- Map.lookup f wiring
      let (next, others) = partition isFlipFlop targets
      guard (length others <= 1)
      case next of
        [] -> Just [(f, others)]
        [f'] -> ((f, others) :) <$> chain (most - 1) f'
        _ -> Nothing
    isFlipFlop f = fmap fst (Map.lookup f wiring) == Just FlipFlop

-- | The flip-flops that are on, and those whose last pulse to the conjunction was high.
data State = State !Int !Int deriving (Eq)

-- | A pulse is high or not, and goes to a set of flip-flops, to the conjunction from a flip-flop, to the
-- inverter, or to the last conjunction.
data Pulse = ToFlipFlops !Int !Bool | ToConjunction !Int !Bool | ToInverter !Bool | ToLast !Bool

-- | How many low and how many high pulses a counter sends in a press, to it and within it, how many of them
-- to the last conjunction, and whether one of these is high.
data Press = Press !Int !Int !Int !Bool

instance Semigroup Press where
  Press low high final reset <> Press low' high' final' reset' =
    Press (low + low') (high + high') (final + final') (reset || reset')

instance Monoid Press where
  mempty = Press 0 0 0 False

summary :: Pulse -> Press
summary pulse = case pulse of
  ToFlipFlops set high -> count (popCount set) high
  ToConjunction _ high -> count 1 high
  ToInverter high -> count 1 high
  ToLast high -> count 1 high <> Press 0 0 1 high
  where
    count n high = if high then Press 0 n 0 False else Press n 0 0 False

-- | The presses until the counter is in the state of the start again.
period :: Counter -> [Press]
period c = go start
  where
    start = State 0 0
    go state = press : if state' == start then [] else go state'
      where
        (state', press) = pressed c state

pressed :: Counter -> State -> (State, Press)
pressed c = waves mempty [ToFlipFlops (bit 0) False]
  where
    waves press [] state = (state, press)
    waves press wave state = waves (foldl' (<>) press (map summary wave)) (concat sent) state'
      where
        (state', sent) = mapAccumL (receive c) state wave

-- | What a module does with a pulse: the next state, and the pulses that it sends.
receive :: Counter -> State -> Pulse -> (State, [Pulse])
receive (Counter n feeds) state@(State on remembered) pulse = case pulse of
  ToFlipFlops _ True -> (state, [])
  ToFlipFlops set False -> (State on' remembered, concat sent)
    where
      on' = on `xor` set
      sent = [sentBy i (testBit on' i) | i <- [0 .. n - 1], testBit set i]
  ToConjunction i high -> (State on remembered', [ToInverter out, ToFlipFlops fed out])
    where
      remembered' = (if high then setBit else clearBit) remembered i
      out = remembered' /= feeds
  ToInverter high -> (state, [ToLast (not high)])
  ToLast _ -> (state, [])
  where
    sentBy i high = [ToFlipFlops (bit (i + 1)) high | i + 1 < n] ++ [ToConjunction i high | testBit feeds i]
    fed = setBit (bit n - 1 - feeds) 0

part1, part2 :: [Counter] -> Int
part1 cs = low * high
  where
    Press low high _ _ = mconcat (map together (transpose (map (take 1000 . cycle . period) cs)))
part2 cs = foldl' lcm 1 (map (length . period) cs)

-- | A press of all counters, with the pulse of the button and those to rx.
together :: [Press] -> Press
together presses = Press 1 0 0 False <> Press low (high + final) final False <> rx
  where
    Press low high final _ = mconcat presses
    rx = if and [reset | Press _ _ _ reset <- presses] then Press 1 (-1) 0 True else mempty
