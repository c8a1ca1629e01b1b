-- |
-- Vectors within their bounds.
module AoC.CheckedSpec (spec) where

import AoC.Checked
import Control.Exception (evaluate)
import Control.Monad (zipWithM_)
import Control.Monad.ST (runST)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Test.Hspec
import Test.QuickCheck

spec :: Spec
spec =
  describe "checked vectors" $ do
    it "hold what is in them" $
      property $ \(NonEmpty ns) ->
        let v = U.fromList (ns :: [Int])
         in map (v !) [0 .. length ns - 1] === ns
    it "hold what was written" $
      property $ \(NonEmpty ns) ->
        let written = runST $ do
              v <- M.new (length ns)
              zipWithM_ (poke v) [0 ..] ns
              mapM (peek v) [0 .. length ns - 1]
         in written === (ns :: [Int])
    it "end where they end" $ do
      let v = U.fromList [1, 2, 3 :: Int]
      mapM_ (\i -> evaluate (v ! i) `shouldThrow` errorCall "index out of bounds") [-1, 3, minBound, maxBound]
      mapM_ (\i -> evaluate (runST (U.thaw v >>= (`peek` i))) `shouldThrow` errorCall "index out of bounds") [-1, 3]
      mapM_ (\i -> evaluate (runST (U.thaw v >>= \m -> poke m i 0)) `shouldThrow` errorCall "index out of bounds") [-1, 3]
