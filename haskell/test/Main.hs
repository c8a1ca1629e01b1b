module Main (main) where

import qualified AoC.InputSpec
import Test.Hspec (hspec)

main :: IO ()
main = hspec AoC.InputSpec.spec
