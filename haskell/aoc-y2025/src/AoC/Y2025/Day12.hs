-- |
-- 2025 day 12, Christmas Tree Farm <https://adventofcode.com/2025/day/12>
--
-- How many regions have room for the presents, here pieces, that are wanted in them.
--
-- Two bounds decide a large region. It has no room if the pieces have more cells than the region, and it has
-- room if 3x3 boxes side by side are enough for one piece each.
--
-- The idea for the others: no backtracking, but a fold over the cells (dynamic programming over a broken
-- profile). What matters of the past is which cells from here on are covered, and how many pieces of each
-- shape are left. A set of such states stands for all packings so far, and packings with the same future are
-- one state. At each cell a state goes on in several ways: a piece is placed that has its first cell here, or
-- none is. There is room if a state turns up with no piece left.
--
-- Assumes that the regions to be packed have sides of at most 5, so the sets are small.
module AoC.Y2025.Day12 (parse, part1) where

import AoC.Input (InputError, Parser, blankLine, char, decimal, endOfLine, failAt, foldLines, offset, runParser, string, takeWhile1)
import Control.DeepSeq (NFData (..))
import Control.Monad (foldM, when)
import Data.Bits (bit, shiftR, testBit, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.List (nub, scanl', sort)
import Data.Maybe (fromMaybe, isNothing)
import qualified Data.Set as Set
import Data.Tuple (swap)

-- | The rows and columns of its cells.
type Shape = [(Int, Int)]

-- | The width, the height, and how many pieces of each shape are wanted.
data Region = Region !Int !Int ![Int]

instance NFData Region where
  rnf (Region _ _ counts) = rnf counts

parse :: ByteString -> Either InputError ([Shape], [Region])
parse = runParser $ do
  shapes <- mapM shape [0 .. 5]
  regions <- foldLines (region shapes) []
  pure (shapes, reverse regions)

shape :: Int -> Parser Shape
shape number = do
  string (show number ++ ":")
  cells <- foldM row [] [0 .. 2]
  cells <$ blankLine

-- | The cells of a shape's row, added to those above.
row :: Shape -> Int -> Parser Shape
row above r = do
  at <- endOfLine *> offset
  text <- takeWhile1 "a cell" (`elem` "#.")
  let cells = above ++ [(r, c) | c <- C.elemIndices '#' text]
  when (C.length text /= 3) $ failAt at "three cells"
  when (length cells > 7 || length cells + 3 * (2 - r) < 5) $ failAt at "5 to 7 cells in the shape"
  pure cells

region :: [Shape] -> [Region] -> Parser [Region]
region shapes before = do
  at <- offset
  w <- decimal 1 60
  h <- char 'x' *> decimal 1 60
  counts <- char ':' *> mapM (const (char ' ' *> decimal 0 99)) shapes
  let found = Region w h counts
      open = filter (isNothing . decided shapes) (found : before)
  when (length before == 2000) $ failAt at "at most 2,000 regions"
  when (isNothing (decided shapes found)) $ do
    when (max w h > 5) $ failAt at "a region that is clearly too small or large enough, or is at most 5x5"
    when (length open > 10) $ failAt at "at most 10 regions that are not clearly too small or large enough"
  pure (found : before)

part1 :: ([Shape], [Region]) -> Int
part1 (shapes, regions) = length (filter (\r -> fromMaybe (packed shapes r) (decided shapes r)) regions)

-- | Is there room for the pieces, if that is plain from the size?
decided :: [Shape] -> Region -> Maybe Bool
decided shapes (Region w h counts)
  | sum (zipWith (*) counts (map length shapes)) > w * h = Just False
  | sum counts <= (w `div` 3) * (h `div` 3) = Just True
  | otherwise = Nothing

-- | Bit i of the first number is set if the cell i cells further on is covered. Then come the pieces left of
-- each shape.
type State = (Int, [Int])

-- | Is there room for the pieces? Cells are taken row by row.
packed :: [Shape] -> Region -> Bool
packed shapes (Region w h counts) =
  any (any (all (== 0) . snd)) (scanl' next (Set.singleton (0, counts)) cells)
  where
    turned = map orientations shapes
    cells = [(r, c) | r <- [0 .. h - 1], c <- [0 .. w - 1]]
    next states cell =
      Set.fromList
        [ (covered `shiftR` 1, left)
          | state <- Set.toList states,
            (covered, left) <- state : placed cell state
        ]
    placed :: (Int, Int) -> State -> [State]
    placed (r, c) (covered, left) =
      [ (covered .|. mask, before ++ n - 1 : after)
        | not (testBit covered 0),
          (i, turns) <- zip [0 ..] turned,
          (before, n : after) <- [splitAt i left],
          n > 0,
          turn <- turns,
          all (\(down, right) -> r + down < h && 0 <= c + right && c + right < w) turn,
          let mask = sum [bit (down * w + right) | (down, right) <- turn],
          covered .&. mask == 0
      ]

-- | A shape turned and flipped in every way, relative to its first cell.
orientations :: Shape -> [Shape]
orientations cells = nub (map fromFirst (concatMap (take 4 . iterate (map turn)) [cells, map swap cells]))
  where
    turn (r, c) = (c, -r)
    fromFirst turned = let (r0, c0) = minimum turned in sort [(r - r0, c - c0) | (r, c) <- turned]
