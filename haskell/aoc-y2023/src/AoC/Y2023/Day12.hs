-- |
-- 2023 day 12, Hot Springs <https://adventofcode.com/2023/day/12>
--
-- In how many ways the unknown springs can be broken or not, so that the runs of broken ones have the listed
-- sizes: the sum over lines as they are (part 1), or five times over (part 2).
--
-- The idea: from one spring that must be broken, a mark, to the next. Between marks nothing is forced, and no
-- table is needed: n groups, each with a gap behind it, lie in a stretch in C(free + n, n) ways, where free
-- is the number of cells left over. So choose the group that covers the first mark, and where it begins. The
-- groups before it lie in the stretch to its left:
--
-- > ?????#???    Groups of 2 and 3. Say the group of 3 covers the mark, and begins at the fifth cell. The four cells to its
-- > ##..###..    left hold the group of 2 and its gap, and one cell is left free: C(1 + 1, 1) = 2 ways.
-- > .##.###..
--
-- The other groups begin anew behind the gap of the chosen one. When no mark is left, the last stretch is a
-- binomial coefficient again.
--
-- Springs that work cut a line into chunks. A chunk is a sparse linear map: from the ways by the number of
-- groups laid before it to the ways by the number laid after it. A line is the fold of its chunks. Each chunk
-- gets one more cell at its end, for the gap of its last group.
module AoC.Y2023.Day12 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, char, decimalsUpTo, linesOfUpTo, runParser, takeUpTo)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl')
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U

-- | The springs, and the sizes of the groups.
type Line = (ByteString, U.Vector Int)

parse :: ByteString -> Either InputError [Line]
parse = runParser (linesOfUpTo 1000 line)

line :: Parser Line
line = do
  springs <- takeUpTo 20 "springs" "a spring" (`elem` ".#?")
  sizes <- char ' ' *> decimalsUpTo 10 1 20 ','
  pure (springs, sizes)

part1, part2 :: [Line] -> Integer
part1 = sum . map arrangements
part2 = sum . map (arrangements . unfolded)
  where
    unfolded (springs, sizes) =
      (C.intercalate (C.pack "?") (replicate 5 springs), U.concat (replicate 5 sizes))

-- | Numbers of ways, by the number of groups laid, or by a state within a chunk.
type Ways = IntMap.IntMap Integer

-- | The number of ways to set the springs of a line.
--
-- >>> map (arrangements . fmap U.fromList) [(C.pack "?#??.??", [2, 1]), (C.pack "?????", [1, 1])]
-- [5,6]
arrangements :: Line -> Integer
arrangements (springs, sizes) = IntMap.findWithDefault 0 (U.length sizes) ways
  where
    ways = foldl' (through ends) (IntMap.singleton 0 1) (chunks springs)
    -- Where the groups end, gaps included, if they lie one after the other from the start.
    ends = U.scanl' (\end size -> end + size + 1) 0 sizes

-- | A stretch of springs that may be broken, and the number of springs of the line behind it.
data Chunk = Chunk !ByteString !Int

chunks :: ByteString -> [Chunk]
chunks springs
  | C.null chunk = []
  | otherwise = Chunk chunk (C.length rest) : chunks rest
  where
    (chunk, rest) = C.span (/= '.') (C.dropWhile (== '.') springs)

-- | The ways after a chunk from the ways before it. Within the chunk, a state is the next cell to fill and
-- the number of groups laid. States are met in the order of their cells.
through :: U.Vector Int -> Ways -> Chunk -> Ways
through ends before chunk@(Chunk springs _) = go (IntMap.mapKeysMonotonic (state 0) before) IntMap.empty
  where
    state place laid = 64 * place + laid
    go open after = case IntMap.minViewWithKey open of
      Nothing -> after
      Just ((key, ways), rest) -> case C.elemIndex '#' (C.drop place springs) of
        Nothing -> go rest (add ways (lastStretch ends chunk place laid) after)
        Just distance -> go (add ways (overMark place (place + distance) laid) rest) after
        where
          (place, laid) = key `quotRem` 64
    overMark place mark laid = [(state next laid', n) | (next, laid', n) <- cover ends chunk place mark laid]
    add ways options sums =
      foldl' (\to (key, times) -> IntMap.insertWith (+) key (times * ways) to) sums options

-- | The ways to fill the last stretch of a chunk, from a place on, when some groups are laid already: each
-- number of groups laid in the end, with the number of ways.
lastStretch :: U.Vector Int -> Chunk -> Int -> Int -> [(Int, Integer)]
lastStretch ends chunk@(Chunk springs _) place laid =
  [ (laid', waysToLay (laid' - laid) left)
    | (laid', left) <- takeWhile ((>= 0) . snd) cellsLeft,
      fits ends chunk end laid'
  ]
  where
    cellsLeft = [(k, free ends place end laid k) | k <- [laid .. U.length ends - 1]]
    end = C.length springs + 1

-- | The ways to cover a mark, from a place in a chunk on, when some groups are laid already: for each group
-- that may cover it and each cell where this group may begin, the cell behind its gap, the number of groups
-- laid by then, and the number of ways to lay the groups before it.
cover :: U.Vector Int -> Chunk -> Int -> Int -> Int -> [(Int, Int, Integer)]
cover ends chunk@(Chunk springs _) place mark laid =
  [ (start + size + 1, group + 1, waysToLay (group - laid) (free ends place start laid group))
    | group <- takeWhile (\k -> free ends place mark laid k >= 0) [laid .. U.length ends - 2],
      let size = ends ! (group + 1) - ends ! group - 1,
      start <- [max (mark - size + 1) (mark - free ends place mark laid group) .. min mark (n - size)],
      fits ends chunk (start + size + 1) (group + 1),
      start + size == n || C.index springs (start + size) /= '#'
  ]
  where
    n = C.length springs

-- | How many cells are left free from a place to before an end, if the groups from laid to before laid' lie
-- there.
free :: U.Vector Int -> Int -> Int -> Int -> Int -> Int
free ends place end laid laid' = end - place - (ends ! laid' - ends ! laid)

-- | Is there room in the line, from a place in a chunk on, for the groups that are not laid?
fits :: U.Vector Int -> Chunk -> Int -> Int -> Bool
fits ends (Chunk springs behind) place laid =
  free ends place (C.length springs + 1 + behind) laid (U.length ends - 1) >= 0

-- | In how many ways this many groups lie in a stretch with this many free cells.
waysToLay :: Int -> Int -> Integer
waysToLay groups left = choose (left + groups) groups

-- | The binomial coefficient, for the lengths of five lines.
choose :: Int -> Int -> Integer
choose n k = (binomials V.! n) V.! k

binomials :: V.Vector (V.Vector Integer)
binomials = V.iterateN 106 next (V.singleton 1)
  where
    next row = V.zipWith (+) (V.cons 0 row) (V.snoc row 0)
