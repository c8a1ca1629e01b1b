{-# LANGUAGE OverloadedStrings #-}

-- |
-- The server, on a day made up here: how many of some numbers are greater than its parameter, and the
-- greatest.
module AoC.ServeSpec (spec) where

import AoC.Day (Day, dayWith)
import AoC.Input
import AoC.Params
import Data.Aeson
import Data.Aeson.Types (Pair)
import qualified Data.ByteString.Char8 as C
import Serve (reply)
import Test.Hspec

limit :: Param
limit = Param "limit" 10 (0, 100)

invented :: Day
invented = dayWith 2021 9 [limit] parse length (\greater -> if null greater then Nothing else Just (maximum greater))
  where
    parse params = runParser $ do
      numbers <- linesOf (decimal 0 999) <* endOfInput
      if sum numbers > 1000 then failWhole "the numbers are too much" else pure (filter (> param limit params) numbers)

spec :: Spec
spec =
  describe "serve" $ do
    it "answers, with the day's own parameters and with others" $ do
      said "5\n50\n" "{}" `shouldReturn` answers ["1", "50"]
      said "5\n50\n" "{\"limit\":4}" `shouldReturn` answers ["2", "50"]
      said "5\n50\n" "{\"limit\":100}" `shouldReturn` answers ["0", "no solution"]
    it "refuses a value out of bounds like a text, at no place" $ do
      let refused = object ["rejected" .= object ["message" .= String "limit: expected a number from 0 to 100"]]
      mapM_ (\n -> said "5\n" ("{\"limit\":" ++ n ++ "}") `shouldReturn` refused) ["-1", "101", "9007199254740991"]
    it "does not know a parameter of another name" $
      said "5\n" "{\"limits\":1}" `shouldReturn` object ["unsupported" .= String "2021 day 9: no parameter \"limits\""]
    it "takes whole numbers only" $
      mapM_ (\n -> faulty ("{\"limit\":" ++ n ++ "}") `shouldReturn` True) ["1.5", "1.0", "1e3", "9007199254740992", "\"1\"", "true", "null", "[]"]
    it "takes an object of parameters only" $
      mapM_ (\params -> faulty params `shouldReturn` True) ["null", "[]", "1", "{\"limit\":1e1000000000}"]
    it "names the place of an error, unless the whole text is wrong" $ do
      said "5\nx\n" "{}" `shouldReturn` object ["rejected" .= object ["line" .= Number 2, "column" .= Number 1, "message" .= String "expected a number from 0 to 999"]]
      said "999\n999\n" "{}" `shouldReturn` object ["rejected" .= object ["message" .= String "the numbers are too much"]]
  where
    answers texts = object ["answers" .= (texts :: [String])]
    faulty params = elem "error" . map fst <$> replied "5\n" params

-- | The reply, without its seq and times.
said :: String -> String -> IO Value
said text params = object . filter ((`notElem` ["seq", "ns"]) . fst) <$> replied text params

replied :: String -> String -> IO [Pair]
replied text params = reply [invented] (C.pack request)
  where
    request = "{\"cmd\":\"solve\",\"seq\":1,\"year\":2021,\"day\":9,\"input\":" ++ show text ++ ",\"params\":" ++ params ++ "}"
