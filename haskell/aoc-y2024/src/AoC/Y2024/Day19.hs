-- |
-- 2024 day 19, Linen Layout <https://adventofcode.com/2024/day/19>
--
-- How many designs can be put together from patterns (part 1), and in how many ways all together (part 2).
--
-- The idea: tokens on a trie. The trie holds the patterns, and a token at a node stands for the ways in which
-- the stripes so far are whole patterns and the beginning of one more, which leads to that node. A stripe
-- moves each token one node down, or takes it off the trie. A token at the end of a pattern sends its ways to
-- the root as well, where all that arrive become one token. So a stripe is a linear map on the ways at the
-- nodes, and a design is a product of such maps.
--
-- There is never more than one token at each depth, since the last few stripes decide its node. So there are
-- no more tokens than stripes in the longest pattern, and patterns that do not fit cost nothing.
--
-- Assumes at most 60 stripes in a design, so the ways of one design are fewer than 2^60. Their sum may be
-- larger.
module AoC.Y2024.Day19 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, failAt, linesOfUpTo, offset, runParser, sepBy1, string, takeUpTo)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.List (foldl')
import Data.Map.Strict (Map)
import qualified Data.Map.Strict as Map
import Data.Maybe (fromMaybe)
import qualified Data.Set as Set

-- | Does a pattern end here, and how do patterns go on?
data Trie = Trie !Bool !(Map Char Trie)

instance NFData Trie where
  rnf (Trie _ next) = rnf next

-- | The patterns and the designs.
parse :: ByteString -> Either InputError (Trie, [ByteString])
parse = runParser $ do
  at <- offset
  patterns <- stripes 8 `sepBy1` string ", "
  when (length patterns > 500) $ failAt at "at most 500 patterns"
  when (Set.size (Set.fromList patterns) < length patterns) $ failAt at "patterns that are all different"
  designs <- blankLine *> linesOfUpTo 500 (stripes 60)
  pure (foldl' (flip insert) (Trie False Map.empty) patterns, designs)

stripes :: Int -> Parser ByteString
stripes most = takeUpTo most "stripes" "a stripe" (`elem` "bgruw")

insert :: ByteString -> Trie -> Trie
insert towel (Trie ends next) = case C.uncons towel of
  Nothing -> Trie True next
  Just (c, rest) -> Trie ends (Map.alter (Just . insert rest . fromMaybe (Trie False Map.empty)) c next)

part1 :: (Trie, [ByteString]) -> Int
part1 (trie, designs) = length (filter (> 0) (map (ways trie) designs))

part2 :: (Trie, [ByteString]) -> Integer
part2 (trie, designs) = sum (map (toInteger . ways trie) designs)

-- | In how many ways is a design a sequence of patterns?
--
-- >>> ways (foldr (insert . C.pack) (Trie False Map.empty) ["b", "bw", "w"]) (C.pack "bwb")
-- 2
ways :: Trie -> ByteString -> Int
ways trie = fst . C.foldl' move (1, [])
  where
    -- The ways at the root, and the tokens at other nodes.
    move (atRoot, tokens) stripe = arrived `seq` (arrived, moved)
      where
        moved =
          [ (node, n)
            | (Trie _ next, n) <- (trie, atRoot) : tokens,
              n > 0,
              Just node <- [Map.lookup stripe next]
          ]
        arrived = sum [n | (Trie True _, n) <- moved]
