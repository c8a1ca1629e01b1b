-- |
-- 2022 day 16, Proboscidea Volcanium <https://adventofcode.com/2022/day/16>
--
-- The most pressure that one can release in 30 minutes (part 1), or two together in 26 minutes, who open
-- different valves (part 2).
--
-- The idea: plans that have opened the same valves, the same one of them last, differ in two numbers only:
-- how many minutes are left, and how much pressure is released in all. A valve counts all its pressure when
-- it is opened. A plan beats another one if it is at least as good in both numbers. The plans that are not
-- beaten are a profile:
--
-- > A B C D    12 left, 300
-- > B A C D    10 left, 340    kept too: it has less time, but more pressure
-- > C A B D     9 left, 330    dropped: B A C D beats it
--
-- A profile has very few plans. There is no search tree, but a table of profiles: one for each set of valves
-- and each valve of the set that is opened last. A profile comes from those of the set without its last
-- valve. Say this valve has the flow f, and it takes d minutes to walk to it and open it. That makes of each
-- plan
--
-- > t left, pressure p    ->    t - d left, pressure p + f (t - d)    if t > d
--
-- For two, the table gives the best total of each set of valves. From these comes the best total of all
-- subsets of each set. The answer is the greatest sum of the totals of a set and of its complement.
--
-- Valves without flow are only walked through, so distances between the others are all that is needed.
module AoC.Y2022.Day16 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, decimal, failAt, failWhole, foldLines, offset, runParser, satisfy, sepBy1, string, (<|>))
import Control.DeepSeq (NFData (..))
import Control.Monad (unless, when)
import Data.Bits (bit, clearBit, complement, testBit, (.&.))
import Data.ByteString (ByteString)
import Data.Char (isAsciiUpper)
import Data.List (foldl', nub, unfoldr)
import qualified Data.Map.Strict as Map
import qualified Data.Set as Set
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U

type Name = String

-- | The flow of each valve that has one, and the minutes to walk to a valve and open it: a row for each valve
-- to start from, and in the end one for AA.
data Volcano = Volcano !(U.Vector Int) !(U.Vector Int)

instance NFData Volcano where
  rnf v = v `seq` ()

-- | The flow of each valve, and the valves that tunnels lead to.
type Report = Map.Map Name (Int, [Name])

parse :: ByteString -> Either InputError Volcano
parse = runParser $ do
  report <- foldLines valve Map.empty
  let leads to from = maybe False (elem from . snd) (Map.lookup to report)
      tunnels = [(from, to) | (from, (_, targets)) <- Map.toList report, to <- targets]
  unless ("AA" `Map.member` report) $ failWhole "there is no valve AA"
  unless (all (\(_, to) -> to `Map.member` report) tunnels) $
    failWhole "a tunnel leads to a valve that is not there"
  unless (all (\(from, to) -> to `leads` from) tunnels) $ failWhole "a tunnel does not lead back"
  unless (Map.size (distancesFrom report "AA") == Map.size report) $
    failWhole "a valve cannot be reached from AA"
  pure (volcano report)

-- | The report with one more valve.
valve :: Report -> Parser Report
valve known = do
  at <- offset
  name <- string "Valve " *> valveName
  flow <- string " has flow rate=" *> decimal 0 50 <* string "; "
  targets <-
    pure <$> (string "tunnel leads to valve " *> valveName)
      <|> string "tunnels lead to valves " *> several
  when (Map.size known == 64) $ failAt at "at most 64 valves"
  when (name `Map.member` known) $ failAt at "a valve that is not there yet"
  when (flow > 0 && name == "AA") $ failAt at "no flow at AA"
  when (flow > 0 && length (filter ((> 0) . fst) (Map.elems known)) == 15) $
    failAt at "at most 15 valves with a flow"
  when (length targets > 5 || name `elem` targets || nub targets /= targets) $
    failAt at "at most five other valves"
  pure (Map.insert name (flow, targets) known)
  where
    several = (:) <$> valveName <* string ", " <*> sepBy1 valveName (string ", ")

valveName :: Parser Name
valveName = (\a b -> [a, b]) <$> letter <*> letter
  where
    letter = satisfy "a letter from A to Z" isAsciiUpper

-- | The distance from this valve to each one that can be reached.
distancesFrom :: Report -> Name -> Map.Map Name Int
distancesFrom report start =
  Map.fromList [(name, d) | (d, names) <- zip [0 ..] layers, name <- Set.toList names]
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

-- | A profile: the minutes left and the pressure of each plan. From plan to plan the minutes fall and the
-- pressure rises.
data Plans = NoPlan | Plan !Int !Int !Plans

-- | The profiles of a set, each with the valve that is opened last. There the number of valves stands for AA.
data Profiles = NoProfile | Profile !Int !Plans !Profiles

-- | The most pressure in this many minutes, for each set of valves to open.
bestOfSets :: Int -> Volcano -> U.Vector Int
bestOfSets minutes (Volcano flows times) = U.generate (V.length table) (\set -> mostOf (table V.! set))
  where
    n = U.length flows
    -- Lazy, since each set looks up those with one valve less.
    table = V.generate (bit n) profilesOf
    profilesOf set = if set == 0 then Profile n (Plan minutes 0 NoPlan) NoProfile else lastFrom 0 set
    -- The profiles of a set where the last valve is this one or a later one.
    lastFrom :: Int -> Int -> Profiles
    lastFrom v set
      | v == n = NoProfile
      | testBit set v,
        plans@Plan {} <- opened v (table V.! clearBit set v) NoPlan =
        Profile v plans (lastFrom (v + 1) set)
      | otherwise = lastFrom (v + 1) set
    -- The plans of all these profiles, after one more valve is opened.
    opened v (Profile from plans others) found =
      opened v others (opening (times ! (from * n + v)) (flows ! v) plans found)
    opened _ NoProfile found = found

mostOf :: Profiles -> Int
mostOf (Profile from (Plan _ pressure plans) ends) = max pressure (mostOf (Profile from plans ends))
mostOf (Profile _ NoPlan ends) = mostOf ends
mostOf NoProfile = 0

-- | @opening d f plans found@: the profile of what is found so far and of the plans after one more valve, of
-- flow f, is opened in d minutes.
opening :: Int -> Int -> Plans -> Plans -> Plans
opening d f (Plan left pressure plans) found
  | left > d = opening d f plans (insert (left - d) (pressure + f * (left - d)) found)
opening _ _ _ found = found

-- | A profile and one more plan, unless another plan beats it. The plans that it beats are dropped.
insert :: Int -> Int -> Plans -> Plans
insert left pressure profile@(Plan left' pressure' plans)
  | left' >= left && pressure' >= pressure = profile
  | left' > left = Plan left' pressure' (insert left pressure plans)
  | pressure' <= pressure = insert left pressure plans
insert left pressure profile = Plan left pressure profile

-- | For each set of valves, the greatest number that the table has for one of its subsets.
overSubsets :: U.Vector Int -> U.Vector Int
overSubsets table = foldl' with table (takeWhile (\v -> bit v < U.length table) [0 ..])
  where
    with best v = U.imap (\set total -> max total (best ! clearBit set v)) best
