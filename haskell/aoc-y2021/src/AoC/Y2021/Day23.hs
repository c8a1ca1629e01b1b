{-# LANGUAGE BangPatterns #-}

-- |
-- 2021 day 23, Amphipod <https://adventofcode.com/2021/day/23>
--
-- Amphipods of four kinds stand in four rooms off a hallway. Each may leave once for a place in the
-- hallway that is not before a room, and from there go home, to the room of its kind, once no
-- other kind is left in that. A step costs 1, 10, 100 or 1000. What is the least energy that
-- brings all home? In part 2, two more rows are unfolded into the rooms.
--
-- The idea: deepen the allowed detour, step by step. Up, across and down is paid by all, whatever
-- they do; only stops that are not on the way cost more. All states within the allowance are
-- visited, in no particular order, before it is raised to what the cheapest beyond it need.
-- Going home costs no detour and is in nobody's way, so who can does so at once: a state is
-- whom the hallway holds, and how many have yet to leave each room.
--
-- A state is given up when no room can be emptied next. Until one is, nobody in the hallway moves, so
-- those in that room must all find free places at its door, up to the next amphipod either way, but
-- for those whose home is open and within these bounds. This alone takes out two states in three;
-- nothing else tells how far from home a state is.
--
-- Of the 2520 starts, 307 have no solution in part 2. None of them takes more than 34,845 states (all
-- were tried), so the table of 65,536 does not fill.
--
-- Python has a queue by detours and gives up states where someone waits for ever; Rust also those
-- whose rooms cannot be emptied in any order.
module AoC.Y2021.Day23 (parse, part1, part2) where

import AoC.Checked (peek, poke, (!))
import AoC.Input (InputError, Parser, char, endOfLine, failAt, offset, oneOf, runParser, string)
import Control.Monad (foldM, when)
import Control.Monad.ST (runST)
import Data.Bits (countLeadingZeros, countTrailingZeros, shiftL, shiftR, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.List as List
import qualified Data.Vector.Mutable as B
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M

-- | Kinds from 0 to 3: a row of the rooms, or a room.
type Kinds = [Int]

parse :: ByteString -> Either InputError (Kinds, Kinds)
parse = runParser $ do
  string "#############" *> endOfLine
  string "#...........#" *> endOfLine
  upper <- string "###" *> row [] <* string "##" <* endOfLine
  both <- string "  #" *> row upper <* endOfLine
  string "  #########"
  pure (upper, drop 4 both)

-- | Those before, and four more.
row :: Kinds -> Parser Kinds
row above = foldM kind above [1 .. 4 :: Int]
  where
    kind seen _ = do
      at <- offset
      k <- oneOf [("A", 0), ("B", 1), ("C", 2), ("D", 3)]
      when (length (filter (== k) seen) == 2) $ failAt at "no third of a kind"
      (seen ++ [k]) <$ char '#'

part1 :: (Kinds, Kinds) -> Maybe Int
part1 (upper, lower) = least [upper, lower]

part2 :: (Kinds, Kinds) -> Maybe Int
part2 (upper, lower) = least [upper, [3, 2, 1, 0], [3, 1, 0, 2], lower]

-- | The least energy, from the rows of the rooms.
least :: [Kinds] -> Maybe Int
least rows = (paid +) <$> leastDetour leaving
  where
    leaving = [List.dropWhileEnd (== k) room | (k, room) <- zip [0 ..] (List.transpose rows)]
    paid = sum [unit k * (depth + across q k) | (q, room) <- zip [0 ..] leaving, (depth, k) <- zip [1 ..] room] + sum (map arrivals [0 .. 3])
    arrivals k = let n = length (filter (== k) (concat leaving)) in unit k * (n * (n + 1) `quot` 2)

unit :: Int -> Int
unit k = 10 ^ k

-- | The steps across from a room to a home; who lives there makes way and comes back.
across :: Int -> Int -> Int
across q k = if q == k then 2 else 2 * abs (q - k)

-- | What it costs one of a kind to stop at a place on the way from a room, beyond what is paid.
detour :: Int -> Int -> Int -> Int
detour q k place = unit k * (abs (x - door q) + abs (x - door k) - across q k)
  where
    x = if place == 0 then 0 else min 10 (2 * place - 1)
    door r = 2 * r + 2

-- | The least detours by which those who have yet to leave the rooms all get home.
leastDetour :: [Kinds] -> Maybe Int
leastDetour leaving = runST $ do
  table <- M.replicate 65536 (0 :: Int)
  -- The states that need more than is allowed, by that. It is even, and at most 14,000 more.
  beyond <- B.replicate 8192 []
  let shelf needed = (needed `shiftR` 1) .&. 8191

      -- Where a state is in the table, or would be.
      slot s = probe (fromIntegral ((fromIntegral s * 0x9E3779B97F4A7C15 :: Word) `shiftR` 48))
        where
          probe !i = do
            known <- peek table i
            if known == 0 || known `shiftR` 20 == s then pure i else probe ((i + 1) .&. 65535)

      visit !allowed !pending (s : states)
        | s == allHome = pure (Just allowed)
        | otherwise = do
          known <- slot s >>= peek table
          -- It may have been met again since, with less of a detour.
          if known < entry s allowed then visit allowed (pending - 1) states else leave s allowed 0 (pending - 1) states
      visit allowed pending []
        | pending == 0 = pure Nothing
        | otherwise = do
          states <- B.read beyond (shelf allowed)
          if null states then visit (allowed + 2) pending [] else B.write beyond (shelf allowed) [] >> visit allowed pending states

      leave s !allowed q pending states
        | q == 4 = visit allowed pending states
        | left q s == 0 = leave s allowed (q + 1) pending states
        | otherwise = stop s allowed q (top q s) (before q s + 1) pending states

      stop !s !allowed !q !k !p !pending states
        | p == behind q s = leave s allowed (q + 1) pending states
        | otherwise = do
          let !out = s - one q + occupant p k
              !s' = if left q out == 0 || left (top q out) out == 0 then settled out else out
              !cost = detours ! (28 * q + 7 * k + p)
              !needed = allowed + cost
          i <- slot s'
          known <- peek table i
          if known /= 0 && known <= entry s' needed || hopeless s'
            then stop s allowed q k (p + 1) pending states
            else do
              poke table i (entry s' needed)
              if cost == 0
                then stop s allowed q k (p + 1) (pending + 1) (s' : states)
                else do
                  others <- B.read beyond (shelf needed)
                  B.write beyond (shelf needed) (s' : others)
                  stop s allowed q k (p + 1) (pending + 1) states

      start = settled (sum [one q * length room | (q, room) <- zip [0 ..] leaving])
  slot start >>= \i -> poke table i (entry start 0)
  visit 0 (1 :: Int) [start]
  where
    !detours = U.fromList [detour q k p | q <- [0 .. 3], k <- [0 .. 3], p <- [0 .. 6]]
    -- For each room and number of those still to leave: who is next, and how many of each kind.
    !tops = U.fromList [k | room <- leaving, k <- take 5 (0 : reverse room ++ repeat 0)]
    !counts = U.fromList [sum [8 ^ k | k <- drop (length room - n) room] | room <- leaving, n <- [0 .. 4]] :: U.Vector Int
    top q s = tops ! (5 * q + left q s)

    -- Send home who can go, until nobody can. Only someone new at a door, or an empty room, can
    -- be the beginning of it.
    settled s = let s' = homes 0 s in if s' == s then s else settled s'
    homes k !s
      | k == 4 = s
      | left k s > 0 = homes (k + 1) s
      | l >= 0 && kindAt l s == k = homes k (s - occupant l k)
      | r < 7 && kindAt r s == k = homes k (s - occupant r k)
      | otherwise = homes (k + 1) (across' 0 s)
      where
        l = before k s
        r = behind k s
        across' q !s'
          | q == 4 = s'
          | left q s' > 0 && within q l r && top q s' == k = across' (q + 1) (s' - one q)
          | otherwise = across' (q + 1) s'

    hopeless s = s /= allHome && shut 0
      where
        shut q
          | q == 4 = True
          | n == 0 = shut (q + 1)
          | n <= free || staying n 0 <= free = False
          | otherwise = shut (q + 1)
          where
            n = left q s
            l = before q s
            r = behind q s
            free = r - l - 1
            staying !m k
              | k == 4 = m
              | left k s == 0 && within k l r = staying (m - (who `shiftR` (3 * k)) .&. 7) (k + 1)
              | otherwise = staying m (k + 1)
            who = counts ! (5 * q + n)

-- A state has a bit for each of the seven places, set if it is taken; two bits each for who is
-- there; and three bits each for how many have yet to leave the rooms. Room q is between places q + 1
-- and q + 2. A state and its detour, and one more, make an entry.

allHome :: Int
allHome = 0

entry :: Int -> Int -> Int
entry s needed = (s `shiftL` 20) + needed + 1

left :: Int -> Int -> Int
left q s = (s `shiftR` (21 + 3 * q)) .&. 7

one :: Int -> Int
one q = 1 `shiftL` (21 + 3 * q)

occupant :: Int -> Int -> Int
occupant p k = (1 `shiftL` p) + (k `shiftL` (7 + 2 * p))

kindAt :: Int -> Int -> Int
kindAt p s = (s `shiftR` (7 + 2 * p)) .&. 3

-- | The nearest place taken before a door, or -1, and behind it, or 7.
before, behind :: Int -> Int -> Int
before q s = 62 - countLeadingZeros ((2 * s + 1) .&. ((8 `shiftL` q) - 1))
behind q s = q + 2 + countTrailingZeros (((s .&. 127) .|. 128) `shiftR` (q + 2))

-- | Is a room's door between these two?
within :: Int -> Int -> Int -> Bool
within q l r = l <= q + 1 && q + 2 <= r
