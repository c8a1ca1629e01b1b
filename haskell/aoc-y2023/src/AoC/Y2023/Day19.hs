-- |
-- 2023 day 19, Aplenty <https://adventofcode.com/2023/day/19>
--
-- Rules send parts on by their ratings until each part is accepted or rejected: the sum of the ratings of the
-- accepted parts (part 1), and the number of all possible parts that are accepted (part 2).
--
-- The idea: backwards, from each A up to the rule in. A test that a part passes is a box of ratings, and so
-- is a test that it fails. Boxes are a monoid: the product of two is what they have in common. So the parts
-- that come to a target are a product:
--
-- > in{x<10:low,m>5:A,R}       this A:  everything * not x<10 * m>5
-- > low{a>3:R,A}               this A:  everything * x<10 * not a>3
--
-- Here everything * x<10 is the box of the rule low. The boxes of rules are a lazy map that is defined by
-- itself, because the rules are a tree, in which each has one caller. No part takes two paths, so the boxes
-- of the A's are disjoint. Part 2 adds their volumes. In part 1 a part is accepted if it is in one of them.
module AoC.Y2023.Day19 (parse, part1, part2) where

import AoC.Input (InputError, Parser, blankLine, char, decimal, failAt, failWhole, foldBlock, linesOfUpTo, nameUpTo, offset, oneOf, optional, runParser, string, takeWhile1)
import AoC.Span (Span (..), extent, meet)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.Bifunctor (first)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiLower)
import Data.List (sort)
import Data.Map.Lazy (Map)
import qualified Data.Map.Lazy as Map
import Data.Tuple (swap)

-- | Ranges of x, m, a and s. A part is a box of one value each.
data Box = Box !Span !Span !Span !Span

instance NFData Box where
  rnf box = box `seq` ()

instance Semigroup Box where
  Box x m a s <> Box x' m' a' s' = Box (meet x x') (meet m m') (meet a a') (meet s s')

instance Monoid Box where
  mempty = Box ratings ratings ratings ratings

ratings :: Span
ratings = Span 1 4001

volume :: Box -> Int
volume (Box x m a s) = extent x * extent m * extent a * extent s

-- | The targets of a rule, each with the box of what the rule sends there.
type Rule = [(Box, ByteString)]

-- | The rules by name, and the parts.
type System = (Map ByteString Rule, [Box])

parse :: ByteString -> Either InputError System
parse = runParser $ do
  rules <- foldBlock rule Map.empty <* blankLine
  parts <- linesOfUpTo 300 part
  let called = concatMap calls (Map.elems rules)
      -- This ends if each rule is called once, and the first rule is not called.
      reachable name = name : concatMap reachable (calls (Map.findWithDefault [] name rules))
  when (firstRule `Map.notMember` rules) $ failWhole "there is no rule in"
  when (any (`Map.notMember` rules) called) $ failWhole "a target is not a rule"
  when (sort (firstRule : called) /= Map.keys rules) $
    failWhole "a rule other than in is not the target once, or in is a target"
  when (length (reachable firstRule) /= Map.size rules) $ failWhole "some rules are not reached from in"
  pure (rules, parts)

firstRule, accepted, rejected :: ByteString
firstRule = C.pack "in"
accepted = C.pack "A"
rejected = C.pack "R"

-- | The targets that are rules.
calls :: Rule -> [ByteString]
calls targets = [name | (_, name) <- targets, name /= accepted, name /= rejected]

-- | One more rule.
rule :: Map ByteString Rule -> Parser (Map ByteString Rule)
rule before = do
  at <- offset
  name <- nameUpTo 4
  when (Map.size before == 700) $ failAt at "at most 700 rules"
  when (name `Map.member` before) $ failAt at "a name that has no rule yet"
  targets <- char '{' *> tests 0 <* char '}'
  pure (Map.insert name targets before)

-- | The rest of a rule, after this many tests. What comes after a test gets only the parts that fail it.
tests :: Int -> Parser Rule
tests n = do
  at <- offset
  word <- takeWhile1 "a test or a target" isWord
  comparison <- optional (oneOf [("<", True), (">", False)])
  case comparison of
    Nothing -> do
      when (n == 0) $ failAt at "a test"
      final <- target at word
      pure [(mempty, final)]
    Just isLess -> do
      side <- maybe (failAt at "x, m, a or s") pure (lookup word sides)
      when (n == 5) $ failAt at "a target after at most 5 tests"
      limit <- decimal 1 4000 <* char ':'
      at' <- offset
      passed <- takeWhile1 "a target" isWord >>= target at'
      others <- char ',' *> tests (n + 1)
      let middle = if isLess then limit else limit + 1
          halves = (side (Span 1 middle), side (Span middle 4001))
          (passes, fails) = if isLess then halves else swap halves
      pure ((passes, passed) : map (first (fails <>)) others)
  where
    isWord c = isAsciiLower c || c == 'A' || c == 'R'

-- | The box that has these values of one rating, and all values of the others.
sides :: [(ByteString, Span -> Box)]
sides =
  [ (C.pack "x", \x -> Box x ratings ratings ratings),
    (C.pack "m", \m -> Box ratings m ratings ratings),
    (C.pack "a", \a -> Box ratings ratings a ratings),
    (C.pack "s", Box ratings ratings ratings)
  ]

-- | A word that stands at this offset, as a target.
target :: Int -> ByteString -> Parser ByteString
target at word
  | word == accepted || word == rejected || C.all isAsciiLower word && C.length word <= 4 = pure word
  | otherwise = failAt at "A, R or a name of at most 4 lower-case letters"

part :: Parser Box
part = Box <$> rating "{x=" <*> rating ",m=" <*> rating ",a=" <*> rating ",s=" <* char '}'
  where
    rating name = (\value -> Span value (value + 1)) <$> (string name *> decimal 1 4000)

part1, part2 :: System -> Int
part1 (rules, parts) = sum (map total (filter isAccepted parts))
  where
    isAccepted one = any (\box -> volume (one <> box) > 0) boxes
    total (Box (Span x _) (Span m _) (Span a _) (Span s _)) = x + m + a + s
    boxes = acceptedBoxes rules
part2 = sum . map volume . acceptedBoxes . fst

-- | Disjoint boxes of the parts that are accepted.
acceptedBoxes :: Map ByteString Rule -> [Box]
acceptedBoxes rules = [box | (name, box) <- targets, name == accepted]
  where
    -- Each target, with the box of the parts that come to it.
    targets = [(name, boxOf caller <> sent) | (caller, exits) <- Map.toList rules, (sent, name) <- exits]
    boxOf name = Map.findWithDefault mempty name boxes
    -- No target is the first rule, whose box is everything.
    boxes = Map.fromList targets
