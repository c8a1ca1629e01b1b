-- |
-- @aoc-hs solve@: one text, one day, the answers a line each.
module Solve (solve, Request (..)) where

import AoC.Day (Day, Run (..), date, dayOn, parts, run)
import qualified AoC.Days as Days
import AoC.Input (InputError (..))
import Control.Exception (try)
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Char8 as C
import Data.Char (isAscii, isPrint)
import qualified Data.List as List
import qualified Data.Text as T
import qualified Data.Text.Encoding as T
import qualified Data.Text.Encoding.Error as T
import GHC.IO.Exception (IOException (..))
import Run (attempt)
import System.Exit (ExitCode (..), exitWith)
import System.IO (hPutStrLn, stderr)

-- | What to solve: a year, a day, perhaps one part only, and the file, where @-@ is standard input.
data Request = Request Int Int (Maybe Int) FilePath

solve :: Request -> IO ()
solve (Request year number part file) = do
  day <- maybe (usage (unknown year number)) pure (dayOn year number Days.days)
  when (maybe False (> parts day) part) $ usage (named day ++ " has no part 2")
  text <- try (if file == "-" then B.getContents else B.readFile file)
  bytes <- either (usage . unreadable) pure text
  outcome <- attempt (run day (tolerant bytes))
  case outcome of
    Left why -> failWith 70 [named day ++ " crashed: " ++ why]
    Right (Left refusal) -> failWith 65 (explain file (tolerant bytes) refusal)
    Right (Right done) -> sequence_ [maybe (notYet day n) putStrLn it | (n, it) <- zip [1 ..] (answers done), maybe True (== n) part]
  where
    unreadable :: IOException -> String
    unreadable e = "cannot read " ++ file ++ ": " ++ ioe_description e

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

unknown :: Int -> Int -> String
unknown year number = case [d | (y, d) <- map date Days.days, y == year] of
  [] -> "there is no year " ++ show year ++ " here; the years are " ++ list (List.nub (map (fst . date) Days.days))
  there -> "there is no " ++ show year ++ " day " ++ show number ++ " here; the days are " ++ list there
  where
    list = unwords . map show

-- | The place, the line, and a caret under the column. A long line is cut to the 60
-- characters around it.
explain :: FilePath -> ByteString -> InputError -> [String]
explain file text (InputError why at col) =
  [ (if file == "-" then "standard input" else file) ++ ":" ++ show at ++ ":" ++ show col ++ ": " ++ why,
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

usage :: String -> IO a
usage why = failWith 64 [why]

failWith :: Int -> [String] -> IO a
failWith status why = do
  mapM_ (hPutStrLn stderr) (zipWith (++) ("aoc-hs: " : repeat "") why)
  exitWith (ExitFailure status)
