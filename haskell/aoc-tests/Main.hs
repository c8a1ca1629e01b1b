module Main (main) where

import qualified AoC.CasesSpec
import qualified AoC.CheckedSpec
import qualified AoC.DaySpec
import qualified AoC.GridSpec
import qualified AoC.HelpersSpec
import qualified AoC.InputSpec
import qualified AoC.ServeSpec
import qualified AoC.TomlSpec
import Test.Hspec (hspec)

main :: IO ()
main =
  hspec $ do
    AoC.CheckedSpec.spec
    AoC.DaySpec.spec
    AoC.GridSpec.spec
    AoC.HelpersSpec.spec
    AoC.InputSpec.spec
    AoC.ServeSpec.spec
    AoC.TomlSpec.spec
    AoC.CasesSpec.spec
