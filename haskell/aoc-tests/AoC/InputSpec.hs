-- |
-- The reader of numbers, lines and grids, on texts made up by QuickCheck.
module AoC.InputSpec (spec) where

import AoC.Input
import qualified Data.ByteString.Char8 as C
import Data.Char (isDigit)
import Data.Either (isLeft)
import Data.List (intercalate)
import qualified Data.Vector.Unboxed as U
import Test.Hspec
import Test.QuickCheck

spec :: Spec
spec = do
  describe "number" $ do
    it "reads back what was printed" $
      property $ \n -> reads' (number (-maxBound) maxBound) (show n) === Right n
    it "reads leading zeros" $
      property $ \(NonNegative zeros) (NonNegative n) ->
        reads' (number 0 maxBound) (replicate zeros '0' ++ show n) === Right n
    it "takes exactly the numbers within its bounds, however long" $
      property $ \low high (Blind size) ->
        forAll (wide size) $ \n ->
          let inside = toInteger low <= n && n <= toInteger high && (n >= 0 || low < 0)
           in counterexample (show n) $
                reads' (number low high) (show n) === if inside then Right (fromInteger n) else refused low high
    it "never wraps" $
      property $ \(Positive n) k ->
        isLeft (reads' (number 0 maxBound) (show (toInteger (maxBound :: Int) * n + 1 + abs k)))
    it "knows no plus, blank, underscore, nor digit of another script" $
      mapM_
        ((`shouldSatisfy` isLeft) . reads' (number (-9) 9999))
        ["", "-", "+5", " 5", "5 ", "1_000", "--1", "\217\165", "0x1", "1e3", "5\r"]
    it "takes no minus where nothing negative is allowed" $
      reads' (number 0 9) "-0" `shouldSatisfy` isLeft

  describe "numbers" $
    it "reads back what was printed, and nothing with a number missing" $
      property $ \(NonEmpty ns) ->
        let text = intercalate "," (map show ns)
            list = U.toList <$> numbers (-maxBound) maxBound ','
         in reads' list text === Right ns
              .&&. isLeft (reads' list (text ++ ","))
              .&&. isLeft (reads' list ("," ++ text))

  describe "lines" $ do
    it "end in LF or CRLF, and those at the end do not count" $
      property $ \(NonEmpty ns) ->
        forAll (vectorOf (length ns) (elements ["\n", "\r\n"])) $ \ends ->
          forAll (listOf (elements ["\n", "\r\n"])) $ \more ->
            let text = concat (zipWith (++) (map show ns) ends) ++ concat more
                item = number (-maxBound) maxBound
             in runParser (untilEnd item) (C.pack text) === Right ns
                  .&&. runParser (U.toList <$> vectorUntilEnd item) (C.pack text) === Right ns
    it "are counted from 1, as the place of a refusal is" $
      property $ \(NonNegative above) (NonNegative below) ->
        let text = unlines (replicate above "7" ++ ["x"] ++ replicate below "7")
         in place (runParser (untilEnd (number 0 9)) (C.pack text)) === Just (above + 1, 1)
    it "that are missing are refused after the last" $ do
      place (runParser (number 0 9 <* newline) (C.pack "7\n\n")) `shouldBe` Just (2, 1)
      place (runParser (literal "a") C.empty) `shouldBe` Just (1, 1)
    it "that are too many are refused where they begin" $
      place (runParser (number 0 9 <* end) (C.pack "7\n\n7")) `shouldBe` Just (2, 1)
    it "end a list where one of them is blank" $
      runParser (separated '\n' (number 0 9) <* newline <* newline <* literal "x") (C.pack "1\n2\n\nx")
        `shouldBe` Right (U.fromList [1, 2])
    it "beyond the greatest number of them are refused, whatever they hold" $
      property $ \(Positive most) (NonNegative more) ->
        let limited text = place (runParser (vectorUpTo most (number 0 9)) (C.pack text))
            sevens = concat (replicate most "7\n")
         in limited sevens === Nothing
              .&&. limited (sevens ++ "x") === Just (most + 1, 1)
              .&&. limited (sevens ++ concat (replicate (more + 1) "7\n")) === Just (most + 1, 1)
    it "that could have gone on are refused after the last" $ do
      place (runParser (number 0 9 *> tooSoon "more" :: Parser ()) (C.pack "7\n")) `shouldBe` Just (2, 1)
      place (runParser (untilEnd (number 0 9) *> tooSoon "more" :: Parser ()) (C.pack "7\n8")) `shouldBe` Just (3, 1)
    it "do not end in a lone CR" $ do
      place (runParser (untilEnd (number 0 9)) (C.pack "7\r7\n")) `shouldBe` Just (1, 2)
      place (runParser (untilEnd (number 0 9)) (C.pack "7\n7\r")) `shouldBe` Just (2, 2)

  describe "words" $ do
    it "are the longest run of their letters" $
      runParser ((,) <$> word "a or b" (`elem` "ab") <*> foldWord "c" (== 'c') (\n _ -> n + 1) (0 :: Int) <* end) (C.pack "abbacc")
        `shouldBe` Right (C.pack "abba", 2)
    it "are not empty" $ do
      place (runParser (word "a" (== 'a')) (C.pack "b")) `shouldBe` Just (1, 1)
      place (runParser (foldWord "a" (== 'a') const ()) (C.pack "b")) `shouldBe` Just (1, 1)
    it "given in full are read in full" $
      property $ \s ->
        all (`notElem` "\r\n") s
          ==> let text = filter (< '\128') s
               in runParser (literal text <* end) (C.pack text) === Right ()
                    .&&. isLeft (runParser (literal (text ++ "!")) (C.pack text))
    it "given to choose from are tried in order" $
      reads' (oneOf [("ab", 1), ("a", 2 :: Int)]) "a" `shouldBe` Right 2

  describe "rows" $ do
    it "reads back what was printed" $
      property $ \(Positive high) (Positive wide') ->
        forAll (vectorOf high (vectorOf wide' (elements ['0' .. '9']))) $ \grid ->
          let read' = rows "digits" isDigit 1000 <* end
              back g = [[cell g row col | col <- [0 .. width g - 1]] | row <- [0 .. height g - 1]]
           in reads' (back <$> read') (intercalate "\n" grid) === Right grid
    it "refuses what is ragged, foreign, too wide or too high, at its line" $ do
      let at text = place (runParser (rows "digits" isDigit 3 <* end) (C.pack text))
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
    it "stops at a blank line" $
      runParser ((,) <$> (height <$> rows "digits" isDigit 9) <*> (newline *> newline *> number 0 9)) (C.pack "1\n2\n\n3")
        `shouldBe` Right (2, 3)

  describe "columns" $
    it "count characters, not bytes" $
      place (runParser (literal "\195\169" *> number 0 9) (C.pack "\195\169x")) `shouldBe` Just (1, 2)
  where
    -- Around the bounds of an Int, and around zero.
    wide :: Int -> Gen Integer
    wide size = do
      near <- elements [0, 2 ^ (63 :: Int), negate (2 ^ (63 :: Int)), 2 ^ (64 :: Int), 10 ^ (30 :: Int)]
      off <- choose (negate (abs (toInteger size)) - 3, abs (toInteger size) + 3)
      pure (near + off)
    refused low high = Left (InputError ("expected a number from " ++ show low ++ " to " ++ show high) 1 1)

-- | Read all of a text that way.
reads' :: Parser a -> String -> Either InputError a
reads' parser = runParser (parser <* end) . C.pack

place :: Either InputError a -> Maybe (Int, Int)
place = either (\e -> Just (line e, column e)) (const Nothing)
