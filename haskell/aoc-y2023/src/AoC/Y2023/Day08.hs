-- |
-- 2023 day 8, Haunted Wasteland <https://adventofcode.com/2023/day/8>
--
-- A walk turns left or right at each node as the line of instructions says, again and again: how many steps
-- from AAA to ZZZ (part 1), and after how many steps the walks from all names that end in A are on names that
-- end in Z together (part 2). Below, these are names in A and names in Z.
--
-- The idea: no node is walked from. A stretch of instructions is a table that says of each node where the
-- stretch leads, and after how many steps it meets its first name in Z. Two tables are composed into that of
-- both stretches:
--
-- > L:      1 -> 2                     LR:     1 -> 3, Z after 2 steps
-- > R:      2 -> 3, Z after 1 step
--
-- Composition is associative, so the line of instructions is one table, a round. Its n-th power, for n nodes,
-- takes about log n compositions. It knows the first name in Z of every walk that meets one: n rounds begin
-- and end at n + 1 nodes, two of which are the same, so a walk that meets none in n rounds repeats itself.
--
-- The same power checks what both parts assume. Each walk from a name in A meets its first name in Z after a
-- number of whole rounds. The walk that begins there meets the same name first, after as many steps. So the
-- walk is at names in Z at the multiples of this number only, and all walks are there together at the common
-- multiples.
module AoC.Y2023.Day08 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, blankLine, char, failAt, failWhole, foldLines, offset, runParser, string, takeUpTo, takeWhile1)
import Control.DeepSeq (NFData (..))
import Control.Monad (unless, when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiUpper, isDigit)
import Data.List (foldl')
import qualified Data.Map.Strict as Map
import Data.Semigroup (stimes)
import qualified Data.Vector.Unboxed as U

-- | The number of steps; and for each node
--
-- * the node to which the steps lead,
-- * how many of them lead to the first name in Z (0 if none does),
-- * and the node of that name.
data Stretch = Stretch !Int !(U.Vector (Int, Int, Int))

instance Semigroup Stretch where
  Stretch n first <> Stretch m second = Stretch (n + m) (U.map onward first)
    where
      onward (middle, steps, z)
        | steps > 0 = (end, steps, z)
        | steps' > 0 = (end, n + steps', z')
        | otherwise = (end, 0, z')
        where
          (end, steps', z') = second ! middle

-- | The node of each name, and a round.
data Network = Network !(Map.Map ByteString Int) !Stretch

instance NFData Network where
  rnf n = n `seq` ()

parse :: ByteString -> Either InputError Network
parse = runParser $ do
  turns <- takeUpTo 400 "instructions" "L or R" (`elem` "LR")
  blankLine
  ways <- foldLines node Map.empty
  let nodes = Map.fromDistinctAscList (zip (Map.keys ways) [0 ..])
      side choose = U.fromList <$> traverse ((`Map.lookup` nodes) . choose) (Map.elems ways)
  case network turns nodes <$> side fst <*> side snd of
    Nothing -> failWhole "there is no node of a name that is used"
    Just n -> do
      unless (all (isRegular n (meetings n)) (starts n)) $
        failWhole "a walk does not meet one name in Z at a fixed number of whole rounds"
      pure n

-- | The nodes so far, and one more.
node :: Map.Map ByteString (ByteString, ByteString) -> Parser (Map.Map ByteString (ByteString, ByteString))
node known = do
  at <- offset
  when (Map.size known == 1000) $ failAt at "at most 1,000 nodes"
  this <- name
  when (this `Map.member` known) $ failAt at "a name that is not defined yet"
  when (this `endsIn` 'A' && length (filter (`endsIn` 'A') (Map.keys known)) == 6) $
    failAt at "at most six names that end in A"
  left <- string " = (" *> name
  right <- string ", " *> name <* char ')'
  pure (Map.insert this (left, right) known)

name :: Parser ByteString
name = do
  at <- offset
  text <- takeWhile1 "a name" (\c -> isAsciiUpper c || isDigit c)
  when (C.length text /= 3) $ failAt at "a name of three characters"
  pure text

endsIn :: ByteString -> Char -> Bool
endsIn text c = C.singleton c `C.isSuffixOf` text

-- | The network with these instructions and these nodes to the left and to the right of each.
network :: ByteString -> Map.Map ByteString Int -> U.Vector Int -> U.Vector Int -> Network
network turns nodes lefts rights = Network nodes oneRound
  where
    oneRound = C.foldl' (\before turn -> before <> stretch turn) nothing turns
    stretch turn = if turn == 'L' then toLeft else toRight
    nothing = Stretch 0 (U.generate (Map.size nodes) (\i -> (i, 0, i)))
    isInZ = U.fromList (map (`endsIn` 'Z') (Map.keys nodes))
    step to = (to, fromEnum (isInZ ! to), to)
    toLeft = Stretch 1 (U.map step lefts)
    toRight = Stretch 1 (U.map step rights)

-- | The nodes of the names in A.
starts :: Network -> [Int]
starts (Network nodes _) = [i | (text, i) <- Map.toList nodes, text `endsIn` 'A']

-- | For each node the number of steps to the first name in Z (0 if the walk meets none), and the node of that
-- name.
meetings :: Network -> U.Vector (Int, Int)
meetings (Network nodes oneRound) = U.map (\(_, steps, z) -> (steps, z)) manyRounds
  where
    Stretch _ manyRounds = stimes (Map.size nodes) oneRound

-- | Does the walk from this node meet a name in Z after some whole rounds, and then the same name, and no
-- other, after each multiple of them? The meetings of the network are given.
isRegular :: Network -> U.Vector (Int, Int) -> Int -> Bool
isRegular (Network _ (Stretch roundLength _)) met start =
  steps > 0 && steps `mod` roundLength == 0 && met ! z == (steps, z)
  where
    (steps, z) = met ! start

part1 :: Network -> Maybe Int
part1 n@(Network nodes _) = do
  start <- Map.lookup (C.pack "AAA") nodes
  end <- Map.lookup (C.pack "ZZZ") nodes
  let (steps, z) = meetings n ! start
  if z == end then Just steps else Nothing

part2 :: Network -> Maybe Integer
part2 n
  | null (starts n) = Nothing
  | otherwise = Just (foldl' lcm 1 (map periodFrom (starts n)))
  where
    periodFrom start = toInteger (fst (met ! start))
    met = meetings n
