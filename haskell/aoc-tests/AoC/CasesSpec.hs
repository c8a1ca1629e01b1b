-- |
-- Every day on its @inputs/YYYY/DD/cases.toml@ and @full.txt@: the answers to the cases, and the lines of the
-- rejects. Each text is tried with both kinds of line ends.
module AoC.CasesSpec (spec) where

import AoC.Day
import qualified AoC.Days as Days
import AoC.Input (InputError (..), Place (..))
import AoC.Params (Fault (..), Settings)
import AoC.Toml
import Control.Exception (SomeException, try)
import Control.Monad (forM_)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Maybe (fromMaybe)
import Test.Hspec

-- | A text to try: its name, what its day's parameters are to be, and what should come of it.
data Trial = Trial String ByteString Settings Outcome

-- | The answers, @-@ where none is stated; or the line at which the text is refused, 0 for the text as a
-- whole.
data Outcome = Answered [String] | Refused Int | Crashed String
  deriving (Eq, Show)

spec :: Spec
spec =
  describe "every case and reject of" $
    forM_ Days.days $ \theDay -> do
      let (year, number) = date theDay
          folder = "../../inputs/" ++ show year ++ "/" ++ (if number < 10 then "0" else "") ++ show number ++ "/"
      it (show year ++ " day " ++ show number) $ do
        tables <- either (fail . ((folder ++ "cases.toml: ") ++) . show) pure . toml =<< C.readFile (folder ++ "cases.toml")
        full <- if "full" `elem` map fst tables then C.readFile (folder ++ "full.txt") else pure C.empty
        trials <- either (fail . ((folder ++ "cases.toml: ") ++)) pure (concat <$> traverse (trialsIn full) tables)
        length trials `shouldSatisfy` (> 0)
        faults <- concat <$> mapM (faultsIn (("draft", Flag True) `elem` tables) theDay) trials
        faults `shouldBe` []

-- | The trials of one key of the file, given the full-size text; or what is wrong with it.
trialsIn :: ByteString -> (String, Value) -> Either String [Trial]
trialsIn full table = case table of
  ("draft", Flag _) -> Right []
  ("full", Inline [("seed", Number _), ("size", Number _), ("answers", answers')]) -> pure . Trial "full.txt" full [] . Answered <$> texts answers'
  ("case", Tables tables) -> traverse (trialOf "answers" (fmap Answered . texts)) tables
  ("reject", Tables tables) -> traverse (trialOf "line" line') tables
  (key, _) -> Left ("what is " ++ key ++ "?")
  where
    line' value = case value of
      Number n | n >= 0 -> Right (Refused n)
      _ -> Left "a line is a number"
    texts value = case value of
      List list | length list `elem` [1, 2] -> traverse text list
      _ -> Left "there are one or two answers"
    text value = case value of
      Text t -> Right (C.unpack t)
      _ -> Left "an answer is a text"

-- | The trial in a table, given what says its outcome and how.
trialOf :: String -> (Value -> Either String Outcome) -> Table -> Either String Trial
trialOf key outcome table = case table of
  ("name", Text name) : ("input", Text input) : others -> case others of
    [(k, value)] | k == key -> Trial (C.unpack name) input [] <$> outcome value
    [("params", Inline params), (k, value)] | k == key -> Trial (C.unpack name) input <$> traverse setting params <*> outcome value
    [(k, value), ("params", Inline params)] | k == key -> Trial (C.unpack name) input <$> traverse setting params <*> outcome value
    _ -> Left (C.unpack name ++ ": expected " ++ key ++ ", and nothing but params beside it")
  _ -> Left "a table begins with name and input"
  where
    setting (name, value) = case value of
      Number n -> Right (name, toInteger n)
      _ -> Left (name ++ " is a number")

-- | How a day fails a trial. A part that is not written yet has no answer to compare, which a draft is
-- forgiven.
faultsIn :: Bool -> Day -> Trial -> IO [String]
faultsIn draft theDay (Trial name input params wanted) = concat <$> mapM tried [("", input), (" with CRLF", withReturns)]
  where
    tried (how, text) = do
      got <- observed theDay params text
      pure [name ++ how ++ ": " ++ show got ++ ", not " ++ show wanted | not (got `suits` wanted)]
    Answered got `suits` Answered expected = length got <= length expected && and (zipWith same (got ++ repeat "-") expected)
    got `suits` expected = got == expected
    same got expected = expected == "-" || got == expected || draft && got == notWritten
    withReturns = if C.elem '\r' input then input else C.intercalate (C.pack "\r\n") (C.split '\n' input)

notWritten :: String
notWritten = "not written yet"

observed :: Day -> Settings -> ByteString -> IO Outcome
observed theDay params text = case settings theDay params of
  Left (Unknown name) -> pure (Crashed ("no parameter " ++ name))
  Left (OutOfBounds _) -> pure (Refused 0)
  Right values -> either crashed outcome <$> try (run theDay values text)
  where
    outcome = either (Refused . maybe 0 line . place) (Answered . map (fromMaybe notWritten) . answers)
    crashed e = Crashed (show (e :: SomeException))
