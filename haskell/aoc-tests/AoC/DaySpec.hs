-- |
-- What a run says of a part, and what a day says of its parameters.
module AoC.DaySpec (spec) where

import AoC.Day
import AoC.Input (InputError)
import AoC.Params
import qualified Data.ByteString.Char8 as C
import Test.Hspec

spec :: Spec
spec = do
  describe "run" $ do
    it "has no answer to a part that is not written yet" $
      answered (day 2021 1 (plain C.length) (const NotYet) id) "12" `shouldReturn` [Nothing, Just "2"]
    it "says so where there is no solution" $
      answered (day 2021 1 (plain C.length) (const (Nothing :: Maybe Int)) Just) "12" `shouldReturn` [Just "no solution", Just "2"]
    it "has one answer on the last day of a year" $
      answered (lastDay 2021 25 (plain C.length) id) "12" `shouldReturn` [Just "2"]

  describe "settings" $ do
    let steps = Param "steps" 64 (1, 500)
        stepping = dayWith 2023 21 [steps] (\params _ -> Right (param steps params)) id (const NotYet)
        taken values = either (Left . show) (Right . param steps) (settings stepping values)
    it "are the day's own, unless they are set" $ do
      taken [] `shouldBe` Right 64
      taken [("steps", 6)] `shouldBe` Right 6
      taken [("steps", 1)] `shouldBe` Right 1
      taken [("steps", 500)] `shouldBe` Right 500
    it "lie within their bounds" $ do
      let refused = Left (show (OutOfBounds "steps: expected a number from 1 to 500"))
      mapM_ (\n -> taken [("steps", n)] `shouldBe` refused) [0, -1, 501, 2 ^ (64 :: Int) + 6]
    it "have names that the day knows" $
      taken [("step", 6)] `shouldBe` Left (show (Unknown "step"))
    it "reach parse" $ do
      Right params <- pure (settings stepping [("steps", 6)])
      Right done <- run stepping params C.empty
      answers done `shouldBe` [Just "6", Nothing]
  where
    plain f = Right . f :: C.ByteString -> Either InputError Int

-- | What the parts answer.
answered :: Day -> String -> IO [Maybe String]
answered theDay text = either (pure . Just . show) answers <$> run theDay defaults (C.pack text)
