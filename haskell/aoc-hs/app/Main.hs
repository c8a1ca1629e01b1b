-- |
-- The program @aoc-hs@. Its exit status is 0, or 64 when it was called wrongly, 65 when an input was refused,
-- 70 when something crashed; never 1.
module Main (main) where

import AoC.Day (date)
import qualified AoC.Days as Days
import Data.Char (isDigit)
import GHC.IO.Encoding (setFileSystemEncoding, setLocaleEncoding)
import Options.Applicative
import Run (attempt, profile, version)
import Serve (serve)
import Solve (Request (..), solve)
import System.Environment (getArgs)
import System.Exit (ExitCode (..), exitWith)
import System.IO (hPutStrLn, hSetBinaryMode, hSetEncoding, mkTextEncoding, stderr, stdin, stdout)

main :: IO ()
main = do
  -- UTF-8 whatever the locale says, and file names come back out as they came in.
  utf8 <- mkTextEncoding "UTF-8//ROUNDTRIP"
  setLocaleEncoding utf8
  setFileSystemEncoding utf8
  hSetEncoding stdout utf8
  hSetEncoding stderr utf8
  hSetBinaryMode stdin True
  outcome <- attempt (getArgs >>= perform . execParserPure (prefs showHelpOnEmpty) program)
  case outcome of
    Right () -> pure ()
    Left why -> hPutStrLn stderr ("aoc-hs: " ++ why) >> exitWith (ExitFailure 70)

perform :: ParserResult (IO ()) -> IO ()
perform parsed = case parsed of
  Success asked -> asked
  CompletionInvoked completion -> execCompletion completion "aoc-hs" >>= putStr
  Failure failure -> case renderFailure failure "aoc-hs" of
    (text, ExitSuccess) -> putStrLn text
    (text, ExitFailure _) -> hPutStrLn stderr text >> exitWith (ExitFailure 64)

program :: ParserInfo (IO ())
program =
  info (helper <*> versionOption <*> commands) (fullDesc <> progDesc "Advent of Code, solved in Haskell")
  where
    versionOption =
      infoOption
        ("aoc-hs 0.1.0 (" ++ version ++ ", " ++ profile ++ ")")
        (long "version" <> help "Show the version")
    commands = hsubparser verbs
    verbs =
      verb "solve" "Answer one day's puzzle, a line for each part" (solve Days.days <$> request)
        <> verb "list" "List the days there are" (pure list)
        <> verb "serve" "Answer requests in JSON, a line each, until the input ends" (pure (serve Days.days))
    verb name what asked = command name (info asked (progDesc what))
    request =
      Request
        <$> argument number (metavar "YEAR")
        <*> argument number (metavar "DAY")
        <*> optional (option part (long "part" <> metavar "N" <> help "This part only, 1 or 2"))
        <*> many (strOption (long "param" <> metavar "NAME=NUMBER" <> help "Set a parameter of the day"))
        <*> strArgument
          (metavar "FILE" <> value "-" <> help "The puzzle's input, - for standard input (the default)")
    -- Not auto, whose numbers wrap: 2^64 + 7 is no day 7.
    number = eitherReader $ \s ->
      if all isDigit s && length s `elem` [1 .. 9] then Right (read s) else Left ("not a number: " ++ s)
    part = eitherReader (maybe (Left "the part is 1 or 2") Right . (`lookup` [("1", 1), ("2", 2)]))

list :: IO ()
list = mapM_ (putStrLn . (\(year, number) -> show year ++ " " ++ show number) . date) Days.days
