-- |
-- 2021 day 23, Amphipod <https://adventofcode.com/2021/day/23>
--
-- The least energy that brings amphipods of four kinds home through a hallway, with two rows of them in
-- part 1 and four in part 2.
--
-- The idea: layers instead of a queue. An amphipod that has to leave its room does so once, so every solution
-- makes the same number of moves out of the rooms, and the states after each number of moves form a layer. A
-- layer is a map from state to the least energy spent so far, and the next one is folded from it with 'min'.
-- There is no priority queue and no set of visited states, since no state is in two layers.
--
-- Going home is never a mistake and blocks nobody. So whoever can go home from the hallway does so at once,
-- and if someone can go home from a room without a stop, this is the only move to try. A state is then this:
-- who stands where in the hallway, and how many have yet to leave each room. In the last layer everybody is
-- home if the hallway is empty.
--
-- Most of the energy is the same in all solutions: each has to go up, across and down. It is added up
-- beforehand, and only detours, stops that are not on the way, are counted from layer to layer.
--
-- A state from which the rooms cannot all be emptied, one after the other, leads nowhere, and is left out. So
-- is, at first, a state that has spent more than a small bound. The bound grows tenfold until there is a
-- solution, or until nobody can spend more.
module AoC.Y2021.Day23 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, endOfLine, failAt, offset, oneOf, runParser, string)
import Control.Monad (foldM, guard, when)
import Data.Bits (bit, popCount, shiftL, shiftR, testBit, (.&.))
import Data.ByteString (ByteString)
import Data.Foldable (asum)
import Data.IntMap.Strict (IntMap)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.List as List
import Data.Maybe (isNothing)
import qualified Data.Vector.Unboxed as U

-- | Kinds from 0 to 3: a row of the rooms, or a room from the top.
type Kinds = [Int]

-- | The two rows of the rooms.
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
part1 (upper, lower) = leastEnergy [upper, lower]

part2 :: (Kinds, Kinds) -> Maybe Int
part2 (upper, lower) = leastEnergy [upper, [3, 2, 1, 0], [3, 1, 0, 2], lower]

-- | From the rows of the rooms; nothing if they cannot all get home.
leastEnergy :: [Kinds] -> Maybe Int
leastEnergy rows = (direct +) <$> leastDetours leaving
  where
    leaving = [List.dropWhileEnd (== home) room | (home, room) <- zip [0 ..] (List.transpose rows)]
    direct = sum (map goingIn [0 .. 3]) + sum upAndAcross
    upAndAcross =
      [ unit kind * (up + across room kind)
        | (room, kinds) <- zip [0 ..] leaving,
          (up, kind) <- zip [1 ..] kinds
      ]
    -- The places at home are filled from the lowest, 1 to n steps down.
    goingIn home = let n = length (filter (== home) (concat leaving)) in unit home * (n * (n + 1) `quot` 2)

-- | The energy of a step.
unit :: Int -> Int
unit kind = 10 ^ kind

-- | Steps along the hallway from a room to a home. Who leaves its own room has to make way and to come back.
across :: Int -> Int -> Int
across room home = if room == home then 2 else 2 * abs (room - home)

-- | The energy, beyond going straight home, of stopping at a place of the hallway. The seven places are
-- numbered from the left; rooms are between places 1 and 2, 2 and 3, 3 and 4, 4 and 5.
detour :: Int -> Int -> Int -> Int
detour room kind place = unit kind * (abs (x - door room) + abs (x - door kind) - across room kind)
  where
    x = if place == 0 then 0 else min 10 (2 * place - 1)
    door r = 2 * r + 2

-- | A bit for each place of the hallway that is taken, two bits for the kind at each place, and three bits
-- for how many have yet to leave each room. Everybody is home at 0.
type State = Int

kindAt, yetToLeave :: Int -> State -> Int
kindAt place state = (state `shiftR` (7 + 2 * place)) .&. 3
yetToLeave room state = (state `shiftR` (21 + 3 * room)) .&. 7

standing, inRoom :: Int -> Int -> State
standing place kind = bit place + kind `shiftL` (7 + 2 * place)
inRoom room n = n `shiftL` (21 + 3 * room)

-- | The least energy for detours, given who has to leave each room, from the top.
--
-- Nobody's detour is longer than 14 steps, and there are four of each kind at most, so the last bound leaves
-- nothing out.
leastDetours :: [Kinds] -> Maybe Int
leastDetours leaving = asum (map within [100, 1000, 10000, 100000])
  where
    within bound = IntMap.lookup 0 (iterate (layer bound) start !! length (concat leaving))
    start = IntMap.singleton (sum [inRoom room (length kinds) | (room, kinds) <- zip [0 ..] leaving]) 0

    layer :: Int -> IntMap Int -> IntMap Int
    layer bound states =
      IntMap.fromListWith
        min
        [ (next, total)
          | (state, spent) <- IntMap.toList states,
            (room, stops) <- choices state,
            let kind = nextOut room state,
            place <- filter (testBit stops) [0 .. 6],
            let total = spent + detours U.! (28 * room + 7 * kind + place),
            total <= bound,
            let next = settled (state - inRoom room 1 + standing place kind),
            hopeful next
        ]

    -- Rooms for the next to come out of, each with the places to stop at, as bits. For one that can go
    -- straight home this is the last place on the way.
    choices state = if null straight then [(room, reach room state) | room <- rooms] else take 1 straight
      where
        straight = [(room, bit stop) | room <- rooms, Just stop <- [lastStop room (nextOut room state) state]]
        rooms = filter (\room -> yetToLeave room state > 0) [0 .. 3]

    -- Can all rooms be emptied, one after the other? Until one is, nobody in the hallway moves, so each in
    -- the room needs a free place that its door leads to, unless it can go straight home.
    hopeful state = state == 0 || maybe False (hopeful . emptied) (List.find canEmpty [0 .. 3])
      where
        emptied room = settled (state - inRoom room (yetToLeave room state))
        canEmpty room = n > 0 && length (filter mustWait [1 .. n]) <= popCount (reach room state)
          where
            n = yetToLeave room state
            mustWait left = isNothing (lastStop room (leaver room left) state)

    detours = U.fromList [detour room kind place | room <- [0 .. 3], kind <- [0 .. 3], place <- [0 .. 6]]
    nextOut room state = leaver room (yetToLeave room state)
    -- By room and number of those yet to leave.
    leaver room n = leavers U.! (5 * room + n)
    leavers = U.fromList (concat [take 5 (0 : reverse kinds ++ repeat 0) | kinds <- leaving])

-- | The last place on the way home, if this kind can go home from a room without a stop.
lastStop :: Int -> Int -> State -> Maybe Int
lastStop room kind state = place <$ guard (yetToLeave kind state == 0 && reach room state `testBit` place)
  where
    place = if kind < room then kind + 2 else kind + 1

-- | The state when all who can have gone home.
settled :: State -> State
settled state = maybe state (settled . without) (List.find canGoHome [0 .. 6])
  where
    canGoHome place = state `testBit` place && yetToLeave kind state == 0 && isFree
      where
        kind = kindAt place state
        isFree = reach kind (without place) `testBit` place
    without place = state - standing place (kindAt place state)

-- | The places of the hallway that can be reached from a room, a bit for each.
reach :: Int -> State -> Int
reach room state = reaches U.! (128 * room + state .&. 127)

-- | By room and by the places that are taken.
reaches :: U.Vector Int
reaches = U.fromList [sum (map bit (free room taken)) | room <- [0 .. 3], taken <- [0 .. 127 :: Int]]
  where
    free room taken = concatMap (takeWhile (not . testBit taken)) [[room + 1, room .. 0], [room + 2 .. 6]]
