module Main (main) where

import qualified AoC.DaySpec
import qualified AoC.InputSpec
import Test.Hspec (hspec)

main :: IO ()
main = hspec (AoC.DaySpec.spec >> AoC.InputSpec.spec)
