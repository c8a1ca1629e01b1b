-- |
-- 2022 day 16, Proboscidea Volcanium <https://adventofcode.com/2022/day/16>
--
-- The most pressure that can be released in 30 minutes (part 1), or by two in 26 minutes, each opening other valves (part
-- 2).
--
-- The idea: layer by layer, one more opened valve in each. All plans that have opened the same valves and stand at the same
-- last one are kept together, as a profile: for each number of minutes left, the most pressure of a plan. A valve
-- counts all its pressure when it is opened. For profiles the three steps of a plan are
--
-- > walk and open for d minutes    drop the first d numbers: t + d minutes left become t
-- > a valve of flow f is open      add f t to the number for t minutes left
-- > one plan or the other          the greater number for each t
--
-- For example, with 5 minutes left at AA, and a valve of flow 10 that takes 2 minutes to walk to and open:
--
-- > minutes left      0   1   2   3   4   5
-- > at AA             0   0   0   0   0   0
-- > valve open        0  10  20  30
--
-- So there is no search tree: plans that meet in a profile are merged, and from there on they are followed as one.
--
-- For two, take the best of each set of valves, then the best of all its subsets, and add what the complement gives.
--
-- Valves without flow are only walked through, so distances between the others are all that is needed.
module AoC.Y2022.Day16 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, decimal, failAt, failWhole, foldLines, offset, runParser, satisfy, sepBy1, string, (<|>))
import Control.DeepSeq (NFData (..))
import Control.Monad (unless, when)
import Data.Bits (bit, clearBit, complement, setBit, testBit, (.&.))
import Data.ByteString (ByteString)
import Data.Char (isAsciiUpper)
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl', nub, unfoldr)
import qualified Data.Map.Strict as Map
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as U

type Name = String

-- | The flow of each valve that has one, and the minutes to walk to a valve and open it: a row for each valve to start
-- from, and in the end one for AA.
data Volcano = Volcano !(U.Vector Int) !(U.Vector Int)

instance NFData Volcano where
  rnf v = v `seq` ()

-- | Flows, and where tunnels lead.
type Report = Map.Map Name (Int, [Name])

parse :: ByteString -> Either InputError Volcano
parse = runParser $ do
  report <- foldLines valve Map.empty
  let leads to from = maybe False (elem from . snd) (Map.lookup to report)
      tunnels = [(from, to) | (from, (_, targets)) <- Map.toList report, to <- targets]
  unless ("AA" `Map.member` report) $ failWhole "there is no valve AA"
  unless (all (\(_, to) -> to `Map.member` report) tunnels) $ failWhole "a tunnel leads to a valve that is not there"
  unless (all (\(from, to) -> to `leads` from) tunnels) $ failWhole "a tunnel does not lead back"
  unless (Map.size (distancesFrom report "AA") == Map.size report) $ failWhole "a valve cannot be reached from AA"
  pure (volcano report)

-- | One more valve.
valve :: Report -> Parser Report
valve known = do
  at <- offset
  name <- string "Valve " *> valveName
  flow <- string " has flow rate=" *> decimal 0 50 <* string "; "
  targets <- pure <$> (string "tunnel leads to valve " *> valveName) <|> string "tunnels lead to valves " *> several
  when (Map.size known == 64) $ failAt at "at most 64 valves"
  when (name `Map.member` known) $ failAt at "a valve that is not there yet"
  when (flow > 0 && name == "AA") $ failAt at "no flow at AA"
  when (flow > 0 && length (filter ((> 0) . fst) (Map.elems known)) == 15) $ failAt at "at most 15 valves with a flow"
  when (length targets > 5 || name `elem` targets || nub targets /= targets) $ failAt at "at most five other valves"
  pure (Map.insert name (flow, targets) known)
  where
    several = (:) <$> valveName <* string ", " <*> sepBy1 valveName (string ", ")

valveName :: Parser Name
valveName = (\a b -> [a, b]) <$> letter <*> letter
  where
    letter = satisfy "a letter from A to Z" isAsciiUpper

-- | How far it is from a valve to each that can be reached.
distancesFrom :: Report -> Name -> Map.Map Name Int
distancesFrom report start = Map.fromList [(name, d) | (d, names) <- zip [0 ..] layers, name <- Set.toList names]
  where
    layers = unfoldr layer (Set.singleton start, Set.empty)
    layer (front, before)
      | Set.null new = Nothing
      | otherwise = Just (new, (Set.fromList (concatMap targets (Set.toList new)), before <> new))
      where
        new = front `Set.difference` before
    targets name = maybe [] snd (Map.lookup name report)

volcano :: Report -> Volcano
volcano report = Volcano (U.fromList (map fst useful)) (U.fromList (concatMap row (map snd useful ++ ["AA"])))
  where
    useful = [(flow, name) | (name, (flow, _)) <- Map.toList report, flow > 0]
    row from = [Map.findWithDefault 0 to distances + 1 | (_, to) <- useful]
      where
        distances = distancesFrom report from

part1, part2 :: Volcano -> Int
part1 = U.foldl' max 0 . bestOfSets 30
part2 v = U.foldl' max 0 (U.imap (\set total -> total + best ! (complement set .&. (U.length best - 1))) best)
  where
    best = overSubsets (bestOfSets 26 v)

-- | For each number of minutes left, the most pressure.
type Profile = U.Vector Int

-- | The valve that was opened last, or the number of valves for AA; and the profile of all plans that end there.
data Plans = Plans !Int !Profile

-- | The plans for each set of opened valves.
type Layer = IntMap.IntMap [Plans]

-- | The most pressure in so many minutes, for each set of valves to open.
bestOfSets :: Int -> Volcano -> U.Vector Int
bestOfSets minutes v@(Volcano flows _) = U.replicate (bit (U.length flows)) 0 U.// concatMap best layers
  where
    best layer = [(set, foldl' max 0 [U.foldl' max 0 profile | Plans _ profile <- plans]) | (set, plans) <- IntMap.toList layer]
    layers = takeWhile (not . IntMap.null) (iterate (nextLayer v) (IntMap.singleton 0 [Plans (U.length flows) (U.replicate (minutes + 1) 0)]))

-- | The plans with one more valve. Those that open the same valves, with the same one last, come from one set.
nextLayer :: Volcano -> Layer -> Layer
nextLayer known@(Volcano flows _) layer =
  IntMap.fromListWith
    (++)
    [ (setBit set v, [Plans v profile])
      | (set, plans) <- IntMap.toList layer,
        v <- [0 .. U.length flows - 1],
        not (testBit set v),
        let profile = opening known v plans,
        U.length profile > 1
    ]

-- | The profile after this valve is opened, too.
opening :: Volcano -> Int -> [Plans] -> Profile
opening (Volcano flows times) v plans = U.generate (foldl' longest 0 plans) (\left -> (flows ! v) * left + foldl' (most left) 0 plans)
  where
    longest long (Plans from profile) = max long (U.length profile - minutes from)
    most left total (Plans from profile)
      | before < U.length profile = max total (profile ! before)
      | otherwise = total
      where
        before = left + minutes from
    minutes from = times ! (from * U.length flows + v)

-- | For each set, the greatest number of a subset.
overSubsets :: U.Vector Int -> U.Vector Int
overSubsets table = foldl' with table (takeWhile (\v -> bit v < U.length table) [0 ..])
  where
    with best v = U.imap (\set total -> max total (best ! clearBit set v)) best
