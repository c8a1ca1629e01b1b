{-# LANGUAGE BangPatterns #-}

-- |
-- 2021 day 22, Reactor Reboot <https://adventofcode.com/2021/day/22>
--
-- How many cells are on after cuboids of them were switched on and off: near the origin in part 1, everywhere
-- in part 2.
--
-- The idea: divide space, and look at each box from its latest step back. Steps that miss the box are
-- dropped, and so is all that came before a step which covers it. What is left is cut in two, along x, y and
-- z in turn, at the face nearest to the mean of the faces in the box, those of slabs left out. A slab is a
-- step with faces on one axis of the box at most. There are no more cuts when all steps are slabs, or when
-- two steps are left.
--
-- Slabs need no more cuts, however many there are. Going back in time, the part of the box that no step so
-- far has covered is a product of a set on each axis. A slab takes from one of the three sets, and what the
-- product loses by it is the part of which this step has the last word.
--
-- Why it is quick: steps are cut only where edges lie, not where faces do, and the mean parts edges about
-- evenly (it is the scheme of Overmars and Yap for the measure of a union, here with an order in time).
-- Hundreds of nested cuboids, or thousands of slabs, are no trouble.
--
-- Assumes coordinates within 200,000 of 0: the whole is 400,001^3 < 2^56 cells.
module AoC.Y2021.Day22 (parse, part1, part2) where

import AoC.Input (InputError, Parser, linesOfUpTo, oneOf, runParser, string)
import AoC.Span (Span (..), extent, meet, spanOf, without)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.List as List

data Box = Box {-# UNPACK #-} !Span {-# UNPACK #-} !Span {-# UNPACK #-} !Span

-- | From the latest step to the first: whether it switches on, and where.
data Steps = Step !Bool {-# UNPACK #-} !Box !Steps | None

instance NFData Steps where
  rnf s = s `seq` ()

parse :: ByteString -> Either InputError Steps
parse = runParser (List.foldl' (\earlier next -> next earlier) None <$> linesOfUpTo 500 step)

-- | One step more, after those before it.
step :: Parser (Steps -> Steps)
step = do
  on <- oneOf [("on x=", True), ("off x=", False)]
  x <- side
  string ",y="
  y <- side
  string ",z="
  Step on . Box x y <$> side

side :: Parser Span
side = spanOf (-200000) 200000 ".."

part1 :: Steps -> Int
part1 = reboot (Span (-50) 51)

part2 :: Steps -> Int
part2 = reboot (Span (-200000) 200001)

-- | How many cells are on in the end, in a cube.
reboot :: Span -> Steps -> Int
reboot edge = lit cube . turned edge cube . turned edge cube . turned edge cube
  where
    cube = Box edge edge edge

-- | How many are on in a box that no step reaches out of, and whose first step switches on. It is cut across
-- its first axis, unless few steps are left.
lit :: Box -> Steps -> Int
lit box@(Box x@(Span low high) y z) here = case here of
  None -> 0
  Step _ b None -> volume b
  Step on b (Step _ b' None) -> volume b' - volume (b `common` b') + (if on then volume b else 0)
  _ -> mean 0 0 0 here
  where
    mean :: Int -> Int -> Int -> Steps -> Int
    mean !busy !count !total rest = case rest of
      Step _ b@(Box (Span from to) _ _) earlier
        | slab box b -> mean busy count total earlier
        | otherwise ->
          mean
            (busy + 1)
            (count + fromEnum (from > low) + fromEnum (to < high))
            (total + (if from > low then from else 0) + (if to < high then to else 0))
            earlier
      None
        | busy == 0 -> slabs box here
        | count == 0 -> part x
        | otherwise -> nearest (total `quot` count) (minBound `quot` 2) here
    nearest !goal !best rest = case rest of
      Step _ b@(Box (Span from to) _ _) earlier
        | slab box b -> nearest goal best earlier
        | otherwise -> nearest goal (closer (from > low) from (closer (to < high) to best)) earlier
      None -> part (Span low best) + part (Span best high)
      where
        closer inside face other = if inside && abs (face - goal) < abs (other - goal) then face else other
    part x' = lit (Box y z x') (turned x' box here)

-- | The steps that matter in this part of a box along its first axis, which becomes the last.
turned :: Span -> Box -> Steps -> Steps
turned x@(Span low high) (Box _ y z) = go
  where
    go rest = case rest of
      None -> None
      Step on (Box (Span from to) y' z') earlier
        | to <= low || high <= from -> go earlier
        | from <= low && high <= to && y == y' && z == z' -> if on then Step on (Box y z x) None else None
        | otherwise -> case go earlier of
          None | not on -> None
          kept -> Step on (Box y' z' (Span (max low from) (min high to))) kept

volume :: Box -> Int
volume (Box x y z) = extent x * extent y * extent z

common :: Box -> Box -> Box
common (Box x y z) (Box x' y' z') = Box (meet x x') (meet y y') (meet z z')

-- | Does this span the box along two axes or three?
slab :: Box -> Box -> Bool
slab (Box x y z) (Box x' y' z') = if x == x' then y == y' || z == z' else y == y' && z == z'
{-# INLINE slab #-}

-- | 'lit' if all steps are slabs.
slabs :: Box -> Steps -> Int
slabs (Box x y z) = go [x] [y] [z]
  where
    go xs ys zs rest = case rest of
      None -> 0
      Step on (Box x' y' z') earlier
        | y /= y' -> next xs (without y' ys) zs
        | z /= z' -> next xs ys (without z' zs)
        | otherwise -> next (without x' xs) ys zs
        where
          next xs' ys' zs' = (if on then free xs ys zs - free xs' ys' zs' else 0) + go xs' ys' zs' earlier
    free xs ys zs = size xs * size ys * size zs
    size spans = sum (map extent spans)
