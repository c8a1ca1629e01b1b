-- |
-- @aoc-hs solve@: one text, one day, the answers a line each.
module Solve (solve, Request (..)) where

import AoC.Day (Day, Run (..), date, dayOn, parts, run, settings)
import AoC.Input (InputError (..), Place (..))
import AoC.Params (Fault (..))
import Control.Exception (try)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Char8 as C
import Data.Char (isAscii, isDigit, isPrint)
import qualified Data.List as List
import qualified Data.Text as T
import qualified Data.Text.Encoding as T
import qualified Data.Text.Encoding.Error as T
import GHC.IO.Exception (IOException (..))
import Run (attempt)
import System.Exit (ExitCode (..), exitWith)
import System.IO (hPutStrLn, stderr)

-- | What to solve: a year, a day, perhaps one part only, with which parameters (@name=number@), and the file,
-- where @-@ is standard input.
data Request = Request Int Int (Maybe Int) [String] FilePath

solve :: [Day] -> Request -> IO ()
solve days (Request year number part assignments file) = do
  day <- maybe (usage (unknown days year number)) pure (dayOn year number days)
  when (maybe False (> parts day) part) $ usage (named day ++ " has no part 2")
  values <- mapM setting assignments
  params <- case settings day values of
    Left (Unknown name) -> usage (named day ++ " has no parameter " ++ show name)
    Left (OutOfBounds why) -> failWith 65 (explain file mempty (InputError why Nothing))
    Right params -> pure params
  text <- try (if file == "-" then B.getContents else B.readFile file)
  bytes <- either (usage . unreadable) pure text
  outcome <- attempt (run day params (tolerant bytes))
  case outcome of
    Left why -> failWith 70 [named day ++ " crashed: " ++ why]
    Right (Left refusal) -> failWith 65 (explain file (tolerant bytes) refusal)
    Right (Right done) ->
      sequence_
        [ maybe (notYet day n) putStrLn it
          | (n, it) <- zip [1 ..] (answers done),
            maybe True (== n) part
        ]
  where
    unreadable :: IOException -> String
    unreadable e = "cannot read " ++ file ++ ": " ++ ioe_description e

-- | The two sides of @name=number@.
setting :: String -> IO (String, Integer)
setting assignment = case break (== '=') assignment of
  (name@(_ : _), '=' : number) | isNumber number -> pure (name, read number)
  _ -> usage ("--param " ++ assignment ++ ": expected NAME=NUMBER")
  where
    isNumber n = all isDigit digits && length digits `elem` [1 .. 18]
      where
        digits = if take 1 n == "-" then drop 1 n else n

-- | Said of a part that is not written yet, which is no failure.
notYet :: Day -> Int -> IO ()
notYet day n = hPutStrLn stderr ("aoc-hs: part " ++ show n ++ " of " ++ named day ++ " is not written yet")

-- | The bytes, with the replacement character for what is no UTF-8.
tolerant :: ByteString -> ByteString
tolerant bytes
  | B.all (< 0x80) bytes = bytes
  | otherwise = T.encodeUtf8 (T.decodeUtf8With T.lenientDecode bytes)

named :: Day -> String
named day = let (year, number) = date day in show year ++ " day " ++ show number

unknown :: [Day] -> Int -> Int -> String
unknown days year number = case [d | (y, d) <- map date days, y == year] of
  [] -> "there is no year " ++ show year ++ " here; the years are " ++ list (List.nub (map (fst . date) days))
  there -> "there is no " ++ show year ++ " day " ++ show number ++ " here; the days are " ++ list there
  where
    list = unwords . map show

-- | The place, the line, and a caret under the column. A long line is cut to the 60 characters around it.
-- What is wrong with the whole text has no place.
explain :: FilePath -> ByteString -> InputError -> [String]
explain file _ (InputError why Nothing) = [shown file ++ ": " ++ why]
explain file text (InputError why (Just (Place at col))) =
  [ shown file ++ ":" ++ show at ++ ":" ++ show col ++ ": " ++ why,
    map visible (take 60 (drop skipped current)),
    replicate (col - 1 - skipped) ' ' ++ "^"
  ]
  where
    current = case drop (at - 1) (C.lines text) of
      [] -> ""
      here : _ -> T.unpack (T.decodeUtf8With T.lenientDecode (withoutReturn here))
    withoutReturn here = if C.pack "\r" `B.isSuffixOf` here then B.init here else here
    skipped = max 0 (min (col - 30) (length current - 60))
    visible c = if isAscii c && isPrint c then c else '?'

shown :: FilePath -> String
shown file = if file == "-" then "standard input" else file

usage :: String -> IO a
usage why = failWith 64 [why]

failWith :: Int -> [String] -> IO a
failWith status why = do
  mapM_ (hPutStrLn stderr) (zipWith (++) ("aoc-hs: " : repeat "") why)
  exitWith (ExitFailure status)
