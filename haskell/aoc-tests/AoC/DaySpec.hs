-- |
-- What a run says of a part.
module AoC.DaySpec (spec) where

import AoC.Day
import AoC.Input (InputError)
import qualified Data.ByteString.Char8 as C
import Test.Hspec

spec :: Spec
spec =
  describe "run" $
    it "has no answer to a part that is not written yet" $ do
      Right done <- run (day 2021 1 parse (const NotYet) id) (C.pack "12")
      answers done `shouldBe` [Nothing, Just "2"]
  where
    parse :: C.ByteString -> Either InputError Int
    parse = Right . C.length
