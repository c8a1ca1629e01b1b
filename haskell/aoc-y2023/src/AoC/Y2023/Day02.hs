-- |
-- 2023 day 2, Cube Conundrum <https://adventofcode.com/2023/day/2>
--
-- Of games in which handfuls of cubes are shown: the sum of the numbers of those that are possible with a
-- given bag (part 1), and the sum over all of the product of the least numbers of red, green and blue cubes
-- (part 2).
--
-- The idea: let the cubes of a colour be numbered from 1, and let each handful show those with the least
-- numbers. Five red cubes are then the set of the red cubes 1 to 5, and the smallest bag for a game is the
-- union of its handfuls. Sets of cubes are a monoid under union, and a bag absorbs its subsets: a game is
-- possible if and only if its union with the bag is the bag. Part 2 takes the sizes of the sets. No two
-- counts are compared.
--
-- Assumes small counts, since a set holds each cube.
module AoC.Y2023.Day02 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, decimal, failAt, foldLines, offset, oneOf, runParser, sepBy1, string)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import Data.List (nub)

data Colour = Red | Green | Blue deriving (Eq)

-- | How many cubes of a colour are shown.
data Draw = Draw !Int !Colour

instance NFData Draw where
  rnf d = d `seq` ()

-- | What is shown in each game, from game 1 on. Which draws are of the same handful does not matter.
parse :: ByteString -> Either InputError [[Draw]]
parse = runParser (reverse . snd <$> foldLines next (1, []))
  where
    next (number, before) = do
      at <- offset
      when (number > 1000) $ failAt at "at most 1000 lines"
      draws <- string "Game " *> decimal number number *> string ": " *> game
      pure (number + 1, draws : before)

game :: Parser [Draw]
game = do
  at <- offset
  handfuls <- handful `sepBy1` string "; "
  when (length handfuls > 10) $ failAt at "at most 10 handfuls"
  pure (concat handfuls)

handful :: Parser [Draw]
handful = do
  at <- offset
  draws <- draw `sepBy1` string ", "
  let colours = [colour | Draw _ colour <- draws]
  when (nub colours /= colours) $ failAt at "each colour at most once in a handful"
  pure draws
  where
    draw = Draw <$> decimal 1 100 <* char ' ' <*> oneOf [("red", Red), ("green", Green), ("blue", Blue)]

-- | The red, the green and the blue cubes of a set.
type Cubes = (IntSet, IntSet, IntSet)

cubes :: Draw -> Cubes
cubes (Draw n colour) = case colour of
  Red -> (numbers, mempty, mempty)
  Green -> (mempty, numbers, mempty)
  Blue -> (mempty, mempty, numbers)
  where
    numbers = IntSet.fromDistinctAscList [1 .. n]

part1, part2 :: [[Draw]] -> Int
part1 games = sum [number | (number, draws) <- zip [1 ..] games, foldMap cubes draws <> bag == bag]
  where
    bag = foldMap cubes [Draw 12 Red, Draw 13 Green, Draw 14 Blue]
part2 = sum . map (power . foldMap cubes)
  where
    power (red, green, blue) = IntSet.size red * IntSet.size green * IntSet.size blue
