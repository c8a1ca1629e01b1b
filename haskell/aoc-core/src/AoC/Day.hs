{-# LANGUAGE ExistentialQuantification #-}
{-# LANGUAGE FlexibleInstances #-}

-- |
-- A day as a value: when it is, and how to run it on a text.
module AoC.Day
  ( Day,
    date,
    parts,
    dayOn,

    -- * Making days
    day,
    dayWith,
    lastDay,
    lastDayWith,
    Answer (..),
    NotYet (..),

    -- * Running them
    settings,
    Run (..),
    run,
  )
where

import AoC.Input (InputError)
import AoC.Params (Fault, Param, Params, Settings, settle)
import AoC.Timing (timed)
import Control.DeepSeq (NFData)
import Data.ByteString (ByteString)
import Data.List (find)
import Data.Word (Word64)

-- | What a part may answer, and how it is written, if it is an answer at all.
class Answer a where
  answer :: a -> Maybe String

instance Answer Int where
  answer = Just . show

instance Answer Integer where
  answer = Just . show

instance Answer String where
  answer = Just

-- | The answer of an input that has no solution is this text in every language.
--
-- >>> answer (Nothing :: Maybe Int)
-- Just "no solution"
instance Answer a => Answer (Maybe a) where
  answer = maybe (Just "no solution") answer

-- | What a part is until it is written: no answer.
data NotYet = NotYet

instance Answer NotYet where
  answer NotYet = Nothing

-- | A part that answers.
data Part x = forall a. Answer a => Part (x -> a)

data Puzzle = forall x. NFData x => Puzzle (Params -> ByteString -> Either InputError x) [Part x]

data Day = Day (Int, Int) [Param] Puzzle

-- | Year and day of the month.
date :: Day -> (Int, Int)
date (Day d _ _) = d

-- | The day of this year and number, where the list has it.
dayOn :: Int -> Int -> [Day] -> Maybe Day
dayOn year number = find ((== (year, number)) . date)

-- | How many parts it has.
parts :: Day -> Int
parts (Day _ _ (Puzzle _ ps)) = length ps

-- | @day year number parse part1 part2@.
day ::
  (NFData x, Answer a, Answer b) =>
  Int ->
  Int ->
  (ByteString -> Either InputError x) ->
  (x -> a) ->
  (x -> b) ->
  Day
day year number parse = dayWith year number [] (const parse)

-- | @dayWith year number params parse part1 part2@, for a day with parameters.
dayWith ::
  (NFData x, Answer a, Answer b) =>
  Int ->
  Int ->
  [Param] ->
  (Params -> ByteString -> Either InputError x) ->
  (x -> a) ->
  (x -> b) ->
  Day
dayWith year number params parse part1 part2 =
  Day (year, number) params (Puzzle parse [Part part1, Part part2])

-- | The last day of a year, which has one part.
lastDay :: (NFData x, Answer a) => Int -> Int -> (ByteString -> Either InputError x) -> (x -> a) -> Day
lastDay year number parse = lastDayWith year number [] (const parse)

-- | The same, with parameters.
lastDayWith ::
  (NFData x, Answer a) =>
  Int ->
  Int ->
  [Param] ->
  (Params -> ByteString -> Either InputError x) ->
  (x -> a) ->
  Day
lastDayWith year number params parse part1 = Day (year, number) params (Puzzle parse [Part part1])

-- | The day's parameters with these values.
settings :: Day -> Settings -> Either Fault Params
settings (Day _ params _) = settle params

-- | One run: what the parts answered, nothing for a part that is not written yet; and the nanoseconds that
-- parse and two parts took, none for a part that does not exist.
data Run = Run
  { answers :: [Maybe String],
    times :: [Word64]
  }

-- | Parse, then each part in order, each in normal form before the next begins. An answer is text before its
-- stopwatch stops, so that no type of answer can put work off, and no run keeps its input alive.
run :: Day -> Params -> ByteString -> IO (Either InputError Run)
run (Day _ _ (Puzzle parse ps)) params text = do
  (parsed, ns) <- timed (parse params) text
  case parsed of
    Left refusal -> pure (Left refusal)
    Right x -> do
      answered <- mapM (solved x) ps
      pure (Right (Run (map fst answered) (take 3 (ns : map snd answered ++ [0]))))
  where
    solved x (Part part) = timed (answer . part) x
{-# NOINLINE run #-}
