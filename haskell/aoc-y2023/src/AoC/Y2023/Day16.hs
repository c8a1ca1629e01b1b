-- |
-- 2023 day 16, The Floor Will Be Lava <https://adventofcode.com/2023/day/16>
--
-- A beam enters a field of mirrors and splitters: how many cells it lights from the upper left corner
-- (part 1), and at most from any place on the border (part 2).
--
-- The idea: forget the directions of the light. Join cells to tracks: through mirrors, through empty cells
-- both ways, and through splitters from point to point. A track goes on to either side until it ends at the
-- border or at the flat side of a splitter, unless it is a closed loop. Light that hits the flat side of a
-- splitter leaves it both ways, so it lights all of the track through that splitter. Light from the border
-- lights all of its track too. So a track is lit as a whole or not at all, and it then lights the tracks
-- through the splitters at its ends. These arrows make a graph, whose strongly connected components are lit
-- as a whole. The components come in an order in which those that one leads to are already there, and a lazy
-- map holds the cells that each lights.
--
-- No splitter is twice on the same track, since only one track leads through it.
module AoC.Y2023.Day16 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Grid (Grid (width), grid, rowVectors, walled)
import AoC.Input (InputError, runParser)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import Data.Graph (flattenSCC, stronglyConnComp)
import Data.IntMap.Lazy (IntMap)
import qualified Data.IntMap.Lazy as IntMap
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import Data.List (foldl')
import Data.Maybe (mapMaybe)
import qualified Data.Vector.Unboxed as U

-- | How far it is from one row to the next; and the tiles, with a wall of blanks around them.
data Field = Field !Int !(U.Vector Char)

instance NFData Field where
  rnf f = f `seq` ()

parse :: ByteString -> Either InputError Field
parse = runParser (field <$> grid 120 "a tile" (`elem` "./\\|-"))
  where
    field g = Field (width g + 1) (walled ' ' (rowVectors id g))

part1, part2 :: Field -> Int
part1 f = maximum (0 : map (lights f) (take 1 (entrances f)))
part2 f = maximum (0 : map (lights f) (entrances f))

-- | Where light may enter: the places in the wall, each with the step from there. The first is at the upper
-- left, to the right.
entrances :: Field -> [(Int, Int)]
entrances (Field down tiles) =
  [ (place, step)
    | step <- [1, -1, down, -down],
      place <- [0 .. U.length tiles - 1],
      blank place,
      isTile (place + step)
  ]
  where
    blank place = tiles ! place == ' '
    isTile place = place >= 0 && place < U.length tiles && not (blank place)

-- | Cells of a track, and the splitters that it ends at.
type Track = ([Int], [Int])

-- | How many cells are lit by light that takes this step from this place in the wall?
lights :: Field -> (Int, Int) -> Int
lights f = \(place, step) ->
  let (own, ends) = follow f place step
   in IntSet.size (IntSet.unions (IntSet.fromList own : map (`found` reached) ends))
  where
    reached = litFrom (tracks f)

-- | The cells that are lit from each splitter.
litFrom :: (IntMap Int, [(Int, Track)]) -> IntMap IntSet
litFrom (numbers, ts) = IntMap.map (`found` byTrack) numbers
  where
    byTrack = foldl' add IntMap.empty (stronglyConnComp graph)
    graph =
      [ ((number, own, nexts), number, nexts)
        | (number, (own, ends)) <- ts,
          let nexts = mapMaybe (`IntMap.lookup` numbers) ends
      ]
    -- What a component leads to is there already. It may lead to itself too, which adds nothing.
    add before component = foldl' (\lit (number, _, _) -> IntMap.insert number together lit) before members
      where
        members = flattenSCC component
        together = IntSet.unions (map litBy members)
        litBy (_, own, nexts) = IntSet.unions (IntSet.fromList own : map (`found` before) nexts)

found :: Int -> IntMap IntSet -> IntSet
found = IntMap.findWithDefault IntSet.empty

-- | The tracks through splitters: the number of each splitter's track, and the tracks by number.
tracks :: Field -> (IntMap Int, [(Int, Track)])
tracks f@(Field down tiles) = foldl' add (IntMap.empty, []) (filter isSplitter [0 .. U.length tiles - 1])
  where
    isSplitter place = tiles ! place == '|' || tiles ! place == '-'
    add (numbers, ts) splitter
      | IntMap.member splitter numbers = (numbers, ts)
      | otherwise = (numbers', (splitter, track) : ts)
      where
        numbers' = foldl' (\ns place -> IntMap.insert place splitter ns) numbers splitters
        splitters = filter isSplitter (fst track)
        track = ([splitter], []) <> follow f splitter step <> follow f splitter (-step)
        step = if tiles ! splitter == '|' then down else 1

-- | The track from the step out of this place on, until it ends or is back there.
follow :: Field -> Int -> Int -> Track
follow (Field down tiles) start = go [] start
  where
    go passed before step
      | place == start || tile == ' ' = (passed, [])
      | tile == '|' && along || tile == '-' && not along = (passed, [place])
      | tile == '/' = go (place : passed) place (negate turned)
      | tile == '\\' = go (place : passed) place turned
      | otherwise = go (place : passed) place step
      where
        place = before + step
        tile = tiles ! place
        along = abs step == 1
        -- Right becomes down, left becomes up, and the other way round.
        turned = if along then step * down else step `quot` down
