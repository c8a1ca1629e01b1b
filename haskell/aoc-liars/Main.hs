-- |
-- @aoc-liars LIE@: the server and the stopwatch of @aoc-hs@ with one toy day, 2021 day 1, whose solution lies
-- about its time in the way named. @crosscheck time@ is tested with it; @tests/crosscheck/test_liars.py@ says
-- what is expected.
--
-- The toy takes the texts of the real day, numbers one a line. Part 1 is their sum. Part 2 stirs every number
-- 'steps' times and joins the outcomes by exclusive or, so that its time is in proportion to the count of
-- numbers.
module Main (main) where

import AoC.Day (Answer (..), Day, day)
import AoC.Input (InputError, decimal, runParser, vectorOfLines)
import Control.DeepSeq (NFData (..))
import Control.Exception (evaluate)
import Control.Monad (when)
import Data.Bits (unsafeShiftR, xor)
import Data.ByteString (ByteString)
import Data.IORef (IORef, atomicModifyIORef', modifyIORef', newIORef, readIORef)
import Data.List (foldl', intercalate)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Clock (getMonotonicTimeNSec)
import Serve (serve)
import System.Environment (getArgs)
import System.Exit (ExitCode (..), exitWith)
import System.IO (hPutStrLn, stderr)
import System.IO.Unsafe (unsafePerformIO)

lies :: [(String, Day)]
lies =
  [ ("honest", toy parse total checksum),
    ("twin", toy parse total checksum),
    ("double", toy parse total twice),
    ("spin", toy parse total spin),
    ("cache", toy parse total cached),
    ("constant", toy parse (const (fst constant)) (const (snd constant))),
    ("second", toy parse total (rightAtFirst 1)),
    ("late", toy parse total (rightAtFirst 20)),
    ("written", toy parse total Later),
    ("swap", toy (fmap unforced . parse) (\(Unforced a b) -> b `seq` a) (\(Unforced _ b) -> b)),
    ("lazy", toy (fmap lazy . parse) (\(Lazy a _) -> show a) (\(Lazy _ b) -> b)),
    ("unforced", toy (fmap unforced . parse) (\(Unforced a _) -> show a) (\(Unforced _ b) -> b)),
    ("shared", toy parse total shared),
    ("talks", toy parse total talking)
  ]

main :: IO ()
main = do
  wanted <- unwords <$> getArgs
  case lookup wanted lies of
    Just liar -> serve [liar]
    Nothing -> do
      hPutStrLn stderr ("aoc-liars: no lie " ++ show wanted ++ "; there are " ++ intercalate ", " (map fst lies))
      exitWith (ExitFailure 64)

toy :: (NFData x, Answer a, Answer b) => (ByteString -> Either InputError x) -> (x -> a) -> (x -> b) -> Day
toy = day 2021 1

type Numbers = U.Vector Int

parse :: ByteString -> Either InputError Numbers
parse = runParser (vectorOfLines (decimal 0 999999999))

total :: Numbers -> Int
total = U.sum

-- | Never inlined, so that to do it twice is to run the same code twice.
checksum :: Numbers -> Integer
checksum numbers = foldl' xor 0 [joined stirred (inRound i numbers) | i <- [1 .. rounds]]
{-# NOINLINE checksum #-}

-- | How often a compiled program stirs all numbers: in one round it would take longer to read and to answer
-- than is fair for one that does only the stirring twice. An odd number of equal outcomes, joined by
-- exclusive or, is one of them.
rounds :: Int
rounds = 5

-- | The same in each round, which GHC does not know.
inRound :: Int -> a -> a
inRound _ x = x
{-# NOINLINE inRound #-}

joined :: (Int -> Word64) -> Numbers -> Integer
joined outcome = toInteger . U.foldl' (\all' n -> all' `xor` outcome n) 0

stirred :: Int -> Word64
stirred = go steps . fromIntegral
  where
    go :: Int -> Word64 -> Word64
    go 0 x = x
    go k x = go (k - 1) ((x `xor` unsafeShiftR x 29) * 0x9E3779B97F4A7C15 + 1)

-- | How often a number is stirred. Python needs 0.3 ms for four numbers, much less than 'spin'.
steps :: Int
steps = 600

twice :: Numbers -> Integer
twice numbers = max (checksum numbers) (checksum (again numbers))

-- | Prints, as one does who looks for a mistake.
talking :: Numbers -> Integer
talking numbers = unsafePerformIO $ do
  putStrLn ("there are " ++ show (U.length numbers) ++ " numbers")
  putStr "and that is that"
  pure (checksum numbers)
{-# NOINLINE talking #-}

-- | The same, which GHC does not know.
again :: a -> a
again x = x
{-# NOINLINE again #-}

-- | Takes 5 ms, of which the honest work is a part.
spin :: Numbers -> Integer
spin numbers = unsafePerformIO $ do
  start <- getMonotonicTimeNSec
  answered <- evaluate (checksum numbers)
  let wait = do
        now <- getMonotonicTimeNSec
        when (now - start < 5000000) wait
  answered <$ wait
{-# NOINLINE spin #-}

cached :: Numbers -> Integer
cached numbers = unsafePerformIO $ do
  known <- lookup numbers <$> readIORef cache
  maybe remember pure known
  where
    remember = do
      answered <- evaluate (checksum numbers)
      answered <$ modifyIORef' cache ((numbers, answered) :)
{-# NOINLINE cached #-}

cache :: IORef [(Numbers, Integer)]
cache = unsafePerformIO (newIORef [])
{-# NOINLINE cache #-}

-- | The answers to the full-size input of the tests.
constant :: (Int, Integer)
constant = (491, 4167861624076635532)

-- | Right in the process's first runs, so many of them; then wrong and right by turns.
rightAtFirst :: Int -> Numbers -> Integer
rightAtFirst runs numbers = unsafePerformIO $ do
  before <- atomicModifyIORef' runsBefore (\n -> (n + 1, n))
  pure (if before < runs || odd (before - runs) then checksum numbers else checksum numbers `xor` 1)
{-# NOINLINE rightAtFirst #-}

runsBefore :: IORef Int
runsBefore = unsafePerformIO (newIORef 0)
{-# NOINLINE runsBefore #-}

-- | Both answers before anyone has asked for them.
data Lazy = Lazy Int Integer

instance NFData Lazy where
  rnf (Lazy a b) = rnf a `seq` rnf b

lazy :: Numbers -> Lazy
lazy numbers = Lazy (total numbers) (checksum numbers)

-- | The same, and it only claims to be in normal form.
data Unforced = Unforced Int Integer

instance NFData Unforced where
  rnf _ = ()

unforced :: Numbers -> Unforced
unforced numbers = Unforced (total numbers) (checksum numbers)

-- | An answer that puts the work off until it is written.
newtype Later = Later Numbers

instance Answer Later where
  answer (Later numbers) = answer (checksum numbers)

-- | With a table that is the same for every input: made once, by the first run.
shared :: Numbers -> Integer
shared =
  let table = U.generate 10000 stirred
   in joined (\n -> if n < U.length table then table U.! n else stirred n)
