-- |
-- 2021 day 23, Amphipod <https://adventofcode.com/2021/day/23>
--
-- The least energy that brings amphipods of four kinds home through a hallway, with two rows of them in part 1 and four in
-- part 2.
--
-- The idea: layers instead of a queue. An amphipod that has to leave its room does so once, so every solution makes the
-- same number of moves out of the rooms, and the states after each number of moves form a layer. A layer is a map from
-- state to the least energy spent so far, and the next one is folded from it with 'min'. There is no priority queue and no
-- set of visited states, since no state is in two layers.
--
-- Going home is never a mistake and blocks nobody, so whoever can go home does so at once, and a state is this: who
-- stands where in the hallway, and how many have yet to leave each room. In the last layer everybody is home if the
-- hallway is empty.
--
-- Most of the energy is the same in all solutions: each has to go up, across and down. It is added up beforehand, and only
-- detours, stops that are not on the way, are counted from layer to layer.
--
-- A state in which no room can be emptied next leads nowhere, and is left out.
module AoC.Y2021.Day23 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, endOfLine, failAt, offset, oneOf, runParser, string)
import Control.Monad (foldM, when)
import Data.Bits (bit, countLeadingZeros, countTrailingZeros, shiftL, shiftR, testBit, (.&.), (.|.))
import Data.ByteString (ByteString)
import Data.IntMap.Strict (IntMap)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.List as List
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

-- | The energy, beyond going straight home, of stopping at a place of the hallway. The seven places are numbered from the
-- left; rooms are between places 1 and 2, 2 and 3, 3 and 4, 4 and 5.
detour :: Int -> Int -> Int -> Int
detour room kind place = unit kind * (abs (x - door room) + abs (x - door kind) - across room kind)
  where
    x = if place == 0 then 0 else min 10 (2 * place - 1)
    door r = 2 * r + 2

-- | A bit for each place of the hallway that is taken, two bits for the kind at each place, and three bits for how many
-- have yet to leave each room. Everybody is home at 0.
type State = Int

kindAt, yetToLeave :: Int -> State -> Int
kindAt place state = (state `shiftR` (7 + 2 * place)) .&. 3
yetToLeave room state = (state `shiftR` (21 + 3 * room)) .&. 7

standing, inRoom :: Int -> Int -> State
standing place kind = bit place + kind `shiftL` (7 + 2 * place)
inRoom room n = n `shiftL` (21 + 3 * room)

-- | The least energy for detours, given who has to leave each room, from the top.
leastDetours :: [Kinds] -> Maybe Int
leastDetours leaving = IntMap.lookup 0 (iterate layer start !! length (concat leaving))
  where
    start = IntMap.singleton (sum [inRoom room (length kinds) | (room, kinds) <- zip [0 ..] leaving]) 0

    layer :: IntMap Int -> IntMap Int
    layer states =
      IntMap.fromListWith
        min
        [(next, spent + more) | (state, spent) <- IntMap.toList states, (next, more) <- moves state]

    moves state =
      [ (next, detours U.! (28 * room + 7 * kind + place))
        | room <- [0 .. 3],
          let n = yetToLeave room state,
          n > 0,
          let kind = nextOut U.! (5 * room + n),
          place <- reachable room state,
          let next = settled (state - inRoom room 1 + standing place kind),
          hopeful next
      ]
    -- Can some room be emptied next? Until one is, nobody in the hallway moves, so those in the room need free places around
    -- its door, but for those who can go home from there at once.
    hopeful state = state < inRoom 0 1 || or [canEmpty state room kinds | (room, kinds) <- zip [0 ..] leaving]
    canEmpty state room kinds = n > 0 && length (filter mustWait inside) <= left + right
      where
        n = yetToLeave room state
        inside = drop (length kinds - n) kinds
        (left, right) = freeAround room state
        mustWait kind = yetToLeave kind state > 0 || kind < room - left || kind > room + right
    detours = U.fromList [detour room kind place | room <- [0 .. 3], kind <- [0 .. 3], place <- [0 .. 6]]
    -- By room and number of those yet to leave.
    nextOut = U.fromList (concat [take 5 (0 : reverse kinds ++ repeat 0) | kinds <- leaving])

-- | The places of the hallway that can be reached from a room.
reachable :: Int -> State -> [Int]
reachable room state = takeWhile isFree [room + 1, room .. 0] ++ takeWhile isFree [room + 2 .. 6]
  where
    isFree = not . testBit state

-- | The state when all who can have gone home.
settled :: State -> State
settled state = maybe state goHome (List.find canGoHome [0 .. 6])
  where
    goHome place = settled (state - standing place (kindAt place state))
    canGoHome place = testBit state place && yetToLeave kind state == 0 && state .&. wayHome == 0
      where
        kind = kindAt place state
        wayHome = waysHome U.! (4 * place + kind)

-- | By place and kind: the places on the way home, a bit for each.
waysHome :: U.Vector Int
waysHome = U.fromList [sum (map bit (between place kind)) | place <- [0 .. 6], kind <- [0 .. 3]]
  where
    between place home = if place <= home + 1 then [place + 1 .. home + 1] else [home + 2 .. place - 1]

-- | Places in a row that are free to the left of a room's door, and to its right.
freeAround :: Int -> State -> (Int, Int)
freeAround room state = (left, right)
  where
    left = countLeadingZeros (state `shiftL` (62 - room)) `min` (room + 2)
    right = countTrailingZeros ((state .&. 127 .|. 128) `shiftR` (room + 2))
