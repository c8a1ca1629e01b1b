{-# LANGUAGE OverloadedStrings #-}

-- |
-- Reading grids.
module AoC.GridSpec (spec) where

import AoC.Grid
import AoC.Input
import AoC.Reading
import Data.Char (digitToInt, isDigit)
import Data.List (intercalate)
import qualified Data.Vector.Unboxed as U
import Test.Hspec
import Test.QuickCheck

spec :: Spec
spec =
  describe "grid" $ do
    it "reads back what was printed" $
      property $ \(Positive high) (Positive wide) ->
        forAll (vectorOf high (vectorOf wide (elements ['0' .. '9']))) $ \printed ->
          let back g = [[cell g row col | col <- [0 .. width g - 1]] | row <- [0 .. height g - 1]]
           in from (back <$> grid 1000 "a digit" isDigit) (intercalate "\n" (printed :: [String])) === Right printed
    it "refuses what is ragged, foreign, too wide or too high, at its line" $ do
      let at text = placeOf (from (grid 3 "a digit" isDigit) text)
      at "" `shouldBe` Just (1, 1)
      at "\n12" `shouldBe` Just (1, 1)
      at "12\n1\n12" `shouldBe` Just (2, 2)
      at "12\n123\n12" `shouldBe` Just (2, 3)
      at "12\n1x\n12" `shouldBe` Just (2, 2)
      at "12\n12\n1" `shouldBe` Just (3, 2)
      at "1234\n1234" `shouldBe` Just (1, 4)
      at "1\n2\n3\n4" `shouldBe` Just (4, 1)
      at "1\n2\n\n4" `shouldBe` Just (3, 1)
      at "1\n2\n3" `shouldBe` Nothing
    it "has rows, as text and as vectors" $ do
      (\g -> map (rowOf g) [0, 1]) <$> from (grid 9 "a digit" isDigit) "12\n34" `shouldBe` Right ["12", "34"]
      rowVectors digitToInt <$> from (grid 9 "a digit" isDigit) "12\n34" `shouldBe` Right [U.fromList [1, 2], U.fromList [3, 4]]
    it "has a wall on all sides of every cell" $
      property $ \(Positive high) (Positive wide) ->
        let walls = walled 0 (replicate high (U.replicate wide (1 :: Int)))
            at r c = walls U.! ((r + 1) * (wide + 1) + c + 1)
         in [[at r c | c <- [-1 .. wide]] | r <- [-1 .. high]]
              === [[fromEnum (0 <= r && r < high && 0 <= c && c < wide) | c <- [-1 .. wide]] | r <- [-1 .. high]]
    it "stops at a blank line" $
      from ((,) <$> (height <$> grid 9 "a digit" isDigit) <*> (blankLine *> decimal 0 9)) "1\n2\n\n3" `shouldBe` Right (2, 3)
    it "is the same where no row is at fault" $
      forAll (listOf (elements "12x\n")) $ \text ->
        let shown = either (const Nothing) (\g -> Just (g, rowOf g 0))
         in shown (from (gridWhere (\_ _ -> Nothing) 3 "a digit" isDigit) text) === shown (from (grid 3 "a digit" isDigit) text)
    it "refuses a row that does not suit those above, at its line" $ do
      let at text = placeOf (from (gridWhere (\above row -> if row `elem` above then Just "another row" else Nothing) 3 "a digit" isDigit) text)
      at "12\n21\n12\nx" `shouldBe` Just (3, 1)
      at "12\n1x\n12" `shouldBe` Just (2, 1)
      at "12\n21\n11" `shouldBe` Nothing
