{-# LANGUAGE OverloadedStrings #-}

-- |
-- @aoc-hs serve@: one JSON object a line each way, in order, for the harness.
module Serve (serve, reply) where

import AoC.Day (Day, Run (..), date, dayOn, run, settings)
import AoC.Input (InputError (..), Place (..))
import AoC.Params (Fault (..))
import Control.Monad (unless, zipWithM_)
import Data.Aeson
import Data.Aeson.Types (Pair, Parser, parseEither, parseMaybe)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import qualified Data.ByteString.Lazy as L
import Data.Foldable (toList)
import Data.Map.Strict (Map)
import qualified Data.Map.Strict as Map
import Data.Maybe (fromMaybe)
import Data.Scientific (base10Exponent, coefficient)
import Data.Text (Text)
import qualified Data.Text.Encoding as T
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import GHC.IO.Handle (hDuplicate, hDuplicateTo)
import Run (attempt, profile, version)
import System.Environment (lookupEnv)
import System.IO (hFlush, isEOF, stderr, stdout)

data Command
  = Hello
  | -- | A text for a day, once or so many times over to be timed.
    Solve (Maybe Int) Task

-- | Seq, year, day, input and params.
data Task = Task Int Int Int Text (Map String Integer)

command :: Object -> Parser Command
command o = do
  name <- o .: "cmd"
  case name :: Text of
    "hello" -> Hello <$ (o .: "protocol" >>= whole 1 1)
    "solve" -> Solve Nothing <$> task o
    "time" -> Solve . Just . fromInteger <$> (o .: "runs" >>= whole 1 1000000) <*> task o
    _ -> fail ("unknown cmd " ++ show name)

task :: Object -> Parser Task
task o = Task <$> natural "seq" <*> natural "year" <*> natural "day" <*> o .: "input" <*> params
  where
    natural key = fromInteger <$> (o .: key >>= whole 0 greatest)
    params = (o .:! "params" .!= mempty) >>= traverse (whole (negate greatest) greatest)

-- | A whole number in these bounds, written as one: 7.0 and 1e3 are none.
whole :: Integer -> Integer -> Value -> Parser Integer
whole least most = withScientific "whole number" $ \number ->
  if base10Exponent number == 0 && coefficient number >= least && coefficient number <= most
    then pure (coefficient number)
    else fail ("expected a whole number from " ++ show least ++ " to " ++ show most)

-- | Up to here every reader of JSON is exact.
greatest :: Integer
greatest = 2 ^ (53 :: Int) - 1

-- | Whether a value is nested deeper than so many levels.
deeperThan :: Int -> Value -> Bool
deeperThan levels value = levels < 0 || any (deeperThan (levels - 1)) (inner value)

-- | The values that a value is made of.
inner :: Value -> [Value]
inner (Object o) = toList o
inner (Array a) = toList a
inner _ = []

-- | How many pairs of a key and a value a value has, of which those with the same key were made one.
pairsIn :: Value -> Int
pairsIn value = own + sum (map pairsIn (inner value))
  where
    own = case value of
      Object o -> length o
      _ -> 0

-- | How many there are on its line: the colons outside of strings.
pairsOn :: ByteString -> Int
pairsOn = outside 0
  where
    outside n text = case C.uncons (C.dropWhile (\c -> c /= ':' && c /= '"') text) of
      Nothing -> n
      Just (':', rest) -> (outside $! n + 1) rest
      Just (_, rest) -> within n rest
    within n text = case C.uncons (C.dropWhile (\c -> c /= '\\' && c /= '"') text) of
      Nothing -> n
      Just ('\\', rest) -> within n (C.drop 1 rest)
      Just (_, rest) -> outside n rest

-- | Answer every request until the input ends, from this list of days.
serve :: [Day] -> IO ()
serve days = do
  -- Standard output is for the replies alone: what a day prints there goes to standard error from now on.
  replies <- hDuplicate stdout
  hDuplicateTo stderr stdout
  answerAll replies
  where
    answerAll replies = do
      done <- isEOF
      unless done $ do
        request <- C.getLine
        response <- reply days request
        hFlush stdout
        L.hPut replies (encode (object response) <> "\n")
        hFlush replies
        answerAll replies

-- | The reply to one line.
reply :: [Day] -> ByteString -> IO [Pair]
reply days request = case eitherDecodeStrict' request of
  Left why -> pure (wrong Nothing why)
  Right o
    | deeperThan deepest (Object o) -> pure (wrong Nothing "the line is nested too deep")
    | pairsIn (Object o) < pairsOn request -> pure (wrong Nothing "a key comes twice")
    | otherwise -> case parseEither command o of
      Left why -> pure (wrong (number o) why)
      Right Hello -> hello days
      Right (Solve runs asked@(Task s _ _ _ _)) -> (("seq" .= s) :) <$> solution days runs asked
  where
    wrong :: Maybe Integer -> String -> [Pair]
    wrong s why = ["seq" .= s, "error" .= why]
    number = parseMaybe (\o -> o .: "seq" >>= whole 0 greatest)
    deepest = 100

hello :: [Day] -> IO [Pair]
hello days = do
  commit <- lookupEnv "AOC_COMMIT"
  pure
    [ "protocol" .= (1 :: Int),
      "language" .= ("haskell" :: Text),
      "version" .= version,
      "profile" .= profile,
      "commit" .= fromMaybe "unknown" commit,
      "days" .= map date days
    ]

solution :: [Day] -> Maybe Int -> Task -> IO [Pair]
solution days runs (Task _ year number input values) = case dayOn year number days of
  Nothing -> unsupported ""
  Just found -> case settings found (Map.toList values) of
    Left (Unknown name) -> unsupported (": no parameter " ++ show name)
    Left (OutOfBounds why) -> pure (rejected (InputError why Nothing))
    Right params -> either crashed id <$> attempt (solved runs (run found params) (T.encodeUtf8 input))
  where
    unsupported why = pure ["unsupported" .= (show year ++ " day " ++ show number ++ why)]

crashed :: String -> [Pair]
crashed why = ["crashed" .= why]

rejected :: InputError -> [Pair]
rejected (InputError why at) = ["rejected" .= object (position ++ ["message" .= why])]
  where
    position = concat [["line" .= line p, "column" .= column p] | Just p <- [at]]

-- | How a text is run.
type Runner = ByteString -> IO (Either InputError Run)

-- | Once, or so many times to be timed.
solved :: Maybe Int -> Runner -> ByteString -> IO [Pair]
solved runs runner text = do
  outcome <- runner text
  case outcome of
    Left refusal -> pure (rejected refusal)
    Right first -> case runs of
      Nothing -> pure (answered first (times first))
      Just n -> do
        ns <- samples n runner text first
        pure (maybe (crashed "answers changed between runs") (answered first) ns)

answered :: ToJSON ns => Run -> [ns] -> [Pair]
answered done ns =
  [ "answers" .= take 2 (answers done ++ [Nothing]),
    "ns" .= object (zipWith (.=) ["parse", "part1", "part2"] ns)
  ]

-- | Run until there are so many samples of each time; nothing if an answer is ever another than at first.
-- They are kept in one flat array, so that the collector has nothing to copy.
samples :: Int -> Runner -> ByteString -> Run -> IO (Maybe [U.Vector Word64])
samples n runner text first = do
  taken <- M.new (3 * n)
  let keep k done = zipWithM_ (\i t -> M.write taken (i * n + k) t) [0 ..] (times done)
      go k
        | k == n = (\v -> Just [U.slice (i * n) n v | i <- [0, 1, 2]]) <$> U.unsafeFreeze taken
        | otherwise = do
          outcome <- runner text
          case outcome of
            Right done | answers done == answers first -> keep k done >> go (k + 1)
            _ -> pure Nothing
  keep 0 first
  go 1
