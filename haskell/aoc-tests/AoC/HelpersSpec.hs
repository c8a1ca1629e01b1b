-- |
-- The small things that days share: letters, spans, digits, counts, lists.
module AoC.HelpersSpec (spec) where

import AoC.Letters
import AoC.Lists
import AoC.Numbers
import AoC.Reading
import AoC.Span
import Data.List (intercalate)
import qualified Data.Vector.Unboxed as U
import Test.Hspec
import Test.QuickCheck

spec :: Spec
spec = do
  describe "letters" $ do
    let ell wide high left = [(left, y) | y <- [0 .. high - 1]] ++ [(left + x, high - 1) | x <- [1 .. wide - 1]]
        bar = [(0, y) | y <- [0 .. 5]]
    it "are read with what is not a letter, and nothing where no dot is" $ do
      letters small [] `shouldBe` ""
      letters small (bar ++ ell 4 6 10) `shouldBe` "??L"
      letters small (ell 4 6 0 ++ ell 4 6 5) `shouldBe` "LL"
    it "that are tall have two free columns between" $ do
      letters tall (ell 6 10 0 ++ ell 6 10 8) `shouldBe` "LL"
      letters tall (ell 6 10 0 ++ ell 6 10 7) `shouldNotBe` "LL"
    it "have no dot below their rows" $ do
      letters small ((0, 6) : ell 4 6 0) `shouldBe` "?"
      letters tall ((0, 1000) : ell 6 10 0) `shouldBe` "?"

  describe "spans" $ do
    let numbers (Span start end) = [start .. end - 1]
        small' = Span <$> choose (-9, 9) <*> choose (-9, 9)
    it "have as many numbers as there are" $
      forAll small' $ \s -> extent s === length (numbers s)
    it "meet in the numbers of both" $
      forAll small' $ \s -> forAll small' $ \s' -> numbers (meet s s') === filter (`elem` numbers s') (numbers s)
    it "leave the numbers that another does not have, in pieces that are not empty" $
      forAll small' $ \s -> forAll small' $ \s' ->
        let pieces = without s [s']
         in extent s > 0 ==> concatMap numbers pieces === filter (`notElem` numbers s) (numbers s') .&&. all ((> 0) . extent) pieces
    it "are written by their ends" $
      forAll small' $ \(Span a b) ->
        let read' = from (spanOf (-9) 9 "..") (show a ++ ".." ++ show b)
         in if a <= b then read' === Right (Span a (b + 1)) else placeOf read' === Just (1, length (show a) + 3)
    it "are refused at the second end where that is less" $
      placeOf (from (spanOf 0 9 "-") "5-4") `shouldBe` Just (1, 3)

  describe "numbers" $ do
    it "are made of their digits" $
      property $ \(NonNegative n) -> fromDigits 10 (map (read . pure) (show n)) === (n :: Integer)
    it "are counted" $
      property $ \ns ->
        let below = map (`mod` 10) ns
         in U.toList (tally 10 (U.fromList below)) === [length (filter (== n) below) | n <- [0 .. 9]]

  describe "splitWhen" $ do
    it "keeps what is between, be it empty" $
      property $ \ns -> intercalate [0] (splitWhen (== 0) ns) === (ns :: [Int]) .&&. all (notElem 0) (splitWhen (== 0) ns)
