-- |
-- 2023 day 25, Snowverload <https://adventofcode.com/2023/day/25>
--
-- Components are connected by wires: how many there are in the two groups that are left if just the right
-- three wires are cut, as a product.
--
-- The idea: the cycle space. A set of wires is all that runs between two groups if and only if every cycle
-- has an even number of them. So give a random word of 64 bits to each wire that is not in a spanning tree.
-- It makes one cycle with the tree, and it gives its word to all wires of that cycle: a wire of the tree has
-- the XOR of what it gets. Then a set of wires that cuts the graph has words whose XOR is 0, and any other
-- set has them with probability 2^-64:
--
-- > 0 --- 1 --- 3       A tree of 0-1, 1-3 and 3-2, and two other wires: 0-2 with word p, 1-2 with word q.
-- >  \    |     |       0-1 gets p, since it is on the first cycle. 1-3 and 3-2 are on both and get p ^ q.
-- >   +-- 2 ----+       The sets {0-1, 0-2} with p, p and {1-3, 3-2} are cuts, and {1-3, 0-2, 1-2} is one of three.
--
-- So there is a cut by one wire where a word is 0, by two where two words are the same, and by three where
-- the XOR of two words is the word of a third. A cut has a wire of the tree, which is one of the two.
-- Whatever the words say is tried on the graph, so no cut is missed and none is invented.
--
-- Assumes that there is one cut by three wires and none by fewer, which 'parse' checks.
module AoC.Y2023.Day25 (parse, part1) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, char, failAt, failWhole, foldLines, many1, offset, runParser, satisfy)
import AoC.Numbers (fromDigits)
import Control.DeepSeq (NFData (..))
import Control.Monad (foldM, replicateM, when)
import Data.Bits (shiftR, xor, (.&.))
import Data.ByteString (ByteString)
import Data.Char (isAsciiLower, ord)
import Data.Graph (Graph, Tree (..), buildG, components, dfs)
import qualified Data.IntMap.Strict as IntMap
import Data.IntSet (IntSet)
import qualified Data.IntSet as IntSet
import Data.List (foldl', tails, (\\))
import qualified Data.Set as Set
import Data.Tree (flatten, foldTree)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)

-- | The components that a wire connects, the lesser first.
type Wire = (Int, Int)

-- | How many components there are, the wires, and the three to cut.
data Network = Network !Int ![Wire] ![Wire]

instance NFData Network where
  rnf (Network _ wires cut) = rnf wires `seq` rnf cut

parse :: ByteString -> Either InputError Network
parse = runParser $ do
  (_, names, known) <- foldLines line (0, IntSet.empty, IntSet.empty)
  let numbers = IntMap.fromDistinctAscList (zip (IntSet.toAscList names) [0 ..])
      number letters = IntMap.findWithDefault 0 letters numbers
      wires = [(number a, number b) | wire <- IntSet.toAscList known, let (a, b) = wire `quotRem` nameLimit]
      n = IntSet.size names
  case cuts n wires of
    [cut@[_, _, _]] -> pure (Network n wires cut)
    _ ->
      failWhole
        "there is not just one way to cut the components apart by three wires or fewer, and that by three"

-- | The lines, the names and the wires so far, and one more line.
line :: (Int, IntSet, IntSet) -> Parser (Int, IntSet, IntSet)
line (n, names, known) = do
  at <- offset
  this <- name
  others <- char ':' *> many1 (char ' ' *> name)
  let names' = IntSet.union names (IntSet.fromList (this : others))
      connect before other
        | other == this = failAt at "connections with other components"
        | wire `IntSet.member` before = failAt at "connections that are not there yet"
        | otherwise = pure (IntSet.insert wire before)
        where
          wire = min this other * nameLimit + max this other
  when (n == 2500) $ failAt at "at most 2,500 lines"
  when (length others > 30) $ failAt at "at most 30 names after the first"
  when (IntSet.size names' > 2000) $ failAt at "at most 2,000 names"
  known' <- foldM connect known others
  pure (n + 1, names', known')

-- | A name as a number with three digits of base 26.
name :: Parser Int
name = fromDigits 26 . map (subtract (ord 'a') . ord) <$> replicateM 3 letter
  where
    letter = satisfy "a lower-case letter" isAsciiLower

-- | More than any name.
nameLimit :: Int
nameLimit = 26 * 26 * 26

part1 :: Network -> Int
part1 (Network n wires cut) = product (map length (components (graphOf n (wires \\ cut))))

graphOf :: Int -> [Wire] -> Graph
graphOf n wires = buildG (0, n - 1) (concat [[(a, b), (b, a)] | (a, b) <- wires])

-- | The ways to cut the components apart by three wires or fewer.
cuts :: Int -> [Wire] -> [[Wire]]
cuts n wires = case dfs (graphOf n wires) [0] of
  [tree] | length tree == n -> filter isCut (zeroSets (n - 1) (wordsOf wires tree))
  -- Components that are apart already are cut by no wire at all.
  _ -> [[]]
  where
    isCut cut = length (components (graphOf n (wires \\ cut))) > 1

-- | The wires, each with its word and on how many cycles it is. Those of the spanning tree are first.
wordsOf :: [Wire] -> Tree Int -> [(Wire, (Int, Int))]
wordsOf wires tree = inTree ++ [(wire, (word, 1)) | (wire, word) <- others]
  where
    inTree = drop 1 (flatten (foldTree weighed (withParent 0 tree)))
    others = zip (Set.toList outside) (map randomWord [1 ..])
    outside = Set.fromList wires `Set.difference` Set.fromList (map fst inTree)
    withParent parent (Node node below) = Node (parent, node) (map (withParent node) below)
    -- The wire from the parent is on the cycles of wires that lead from here or from below to a node above.
    weighed (parent, node) below = Node (wire, total) below
      where
        wire = (min parent node, max parent node)
        total = foldl' plus (own node) [sums | Node (_, sums) _ <- below]
    own node = IntMap.findWithDefault (0, 0) node ends
    -- The search was depth-first, so the end that it came to first is above the other.
    ends = IntMap.fromListWith plus (concatMap endsOf others)
    endsOf ((a, b), word) = [(a, (word, step a b)), (b, (word, step b a))]
    step node other = if IntMap.lookup node order > IntMap.lookup other order then 1 else -1
    order = IntMap.fromList (zip (flatten tree) [0 :: Int ..])
    plus (word, n) (word', n') = let both = word `xor` word' in both `seq` (both, n + n')

-- | The finalizer of SplitMix64, which makes random words of numbers that are not.
randomWord :: Int -> Int
randomWord seed = fromIntegral (shifted 31 third)
  where
    first = fromIntegral seed * 0x9e3779b97f4a7c15
    second = shifted 30 first * 0xbf58476d1ce4e5b9
    third = shifted 27 second * 0x94d049bb133111eb
    shifted :: Int -> Word64 -> Word64
    shifted by word = word `xor` (word `shiftR` by)

-- | The sets of one, two or three wires that may be cuts, as their words have the XOR 0. The tree has this
-- many wires, and each cut has at least one of them. If it has two others, then the one is on no cycles but
-- theirs.
zeroSets :: Int -> [(Wire, (Int, Int))] -> [[Wire]]
zeroSets inTree weighted = map (map (wires !)) (ones ++ twos ++ threes)
  where
    (wires, sums) = U.unzip (U.fromList weighted)
    (ws, cycles) = U.unzip sums
    n = U.length ws
    ones = map pure (withWord 0)
    twos = [[i, j] | same <- IntMap.elems byWord, i : others <- tails same, j <- others]
    threes =
      [ [i, j, k]
        | i <- [0 .. inTree - 1],
          j <- seconds i,
          k <- withWord ((ws ! i) `xor` (ws ! j)),
          k > j
      ]
    seconds i = map (i + 1 +) (U.toList (U.findIndices (mayBe . xor (ws ! i)) later))
      where
        later = U.drop (i + 1) (U.take end ws)
        end = if cycles ! i == 2 then n else inTree
    byWord = IntMap.fromListWith (++) [(word, [i]) | (i, word) <- zip [0 ..] (U.toList ws)]
    withWord word = IntMap.findWithDefault [] word byWord
    -- A table of the last bits of all words sorts out nearly all that are no word.
    mayBe word = table ! (word .&. mask)
    mask = until (>= 64 * n) (2 *) 1 - 1
    table = U.replicate (mask + 1) False U.// [(word .&. mask, True) | word <- U.toList ws]
