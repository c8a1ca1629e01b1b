-- |
-- The reader of numbers, words and lines, on texts made up by QuickCheck.
module AoC.InputSpec (spec) where

import AoC.Input
import AoC.Reading
import qualified Data.ByteString.Char8 as C
import Data.Either (isLeft)
import Data.List (intercalate)
import qualified Data.Vector.Unboxed as U
import Test.Hspec
import Test.QuickCheck

spec :: Spec
spec = do
  describe "decimal" $ do
    it "reads back what was printed" $
      property $ \n -> from (decimal (-maxBound) maxBound) (show n) === Right n
    it "reads leading zeros" $
      property $ \(NonNegative zeros) (NonNegative n) ->
        from (decimal 0 maxBound) (replicate zeros '0' ++ show n) === Right n
    it "takes exactly the numbers within its bounds, however long" $
      property $ \low high (Blind size) ->
        forAll (wide size) $ \n ->
          let inside = toInteger low <= n && n <= toInteger high && (n >= 0 || low < 0)
           in counterexample (show n) $
                from (decimal low high) (show n) === if inside then Right (fromInteger n) else refused low high
    it "never wraps" $
      property $ \(Positive n) k ->
        isLeft (from (decimal 0 maxBound) (show (toInteger (maxBound :: Int) * n + 1 + abs k)))
    it "knows no plus, blank, underscore, nor digit of another script" $
      mapM_
        ((`shouldSatisfy` isLeft) . from (decimal (-9) 9999))
        ["", "-", "+5", " 5", "5 ", "1_000", "--1", "\217\165", "0x1", "1e3", "5\r"]
    it "takes no minus where nothing negative is allowed" $
      from (decimal 0 9) "-0" `shouldSatisfy` isLeft

  describe "decimals" $ do
    it "reads back what was printed, and nothing with a number missing" $
      property $ \(NonEmpty ns) ->
        let text = intercalate "," (map show ns)
            list = U.toList <$> decimals (-maxBound) maxBound ','
         in from list text === Right ns
              .&&. from (decimal (-maxBound) maxBound `sepBy1` char ',') text === Right ns
              .&&. isLeft (from list (text ++ ","))
              .&&. isLeft (from list ("," ++ text))
    it "refuses one more than there may be where it begins" $ do
      placeOf (from (decimalsUpTo 3 0 9 ',') "1,2,3") `shouldBe` Nothing
      placeOf (from (decimalsUpTo 3 0 9 ',') "1,2,3,4") `shouldBe` Just (1, 7)

  describe "a text" $ do
    it "is read to its end" $ do
      placeOf (from (decimal 0 9) "7,") `shouldBe` Just (1, 2)
      placeOf (from (decimal 0 9) "7\n\n7") `shouldBe` Just (2, 1)
    it "may be wrong as a whole, at no place" $
      from (decimal 0 9 *> failWhole "no" :: Parser Int) "7" `shouldBe` Left (InputError "no" Nothing)

  describe "lines" $ do
    it "end in LF or CRLF, and those at the end do not count" $
      property $ \(NonEmpty ns) ->
        forAll (vectorOf (length ns) (elements ["\n", "\r\n"])) $ \ends ->
          forAll (listOf (elements ["\n", "\r\n"])) $ \more ->
            let text = concat (zipWith (++) (map show ns) ends) ++ concat more
                item = decimal (-maxBound) maxBound
             in from (linesOf item) text === Right ns
                  .&&. from (U.toList <$> vectorOfLines item) text === Right ns
    it "are counted from 1, as the place of an error is" $
      property $ \(NonNegative above) (NonNegative below) ->
        let text = unlines (replicate above "7" ++ ["x"] ++ replicate below "7")
         in placeOf (from (linesOf (decimal 0 9)) text) === Just (above + 1, 1)
              .&&. placeOf (from (vectorOfLines (decimal 0 9)) text) === Just (above + 1, 1)
    it "that are missing are missing after the last" $ do
      placeOf (from (decimal 0 9 <* endOfLine) "7\n\n") `shouldBe` Just (2, 1)
      placeOf (from (string "a") "") `shouldBe` Just (1, 1)
    it "may be folded, each by what was before" $ do
      let greater n = offset >>= \at -> decimal 0 9 >>= \m -> if m > n then pure m else failAt at "a greater number"
      from (foldLines greater 0) "1\n3\n7" `shouldBe` Right 7
      placeOf (from (foldLines greater 0) "1\n3\n2\n4") `shouldBe` Just (3, 1)
      placeOf (from (foldLines greater 0) "1\n\n2") `shouldBe` Just (2, 1)
      from ((,) <$> foldBlock greater 0 <* blankLine <*> foldBlock greater 0) "1\n3\n\n2" `shouldBe` Right (3, 2)
    it "end a block where one of them is blank" $ do
      from (blockOfUpTo 9 (decimal 0 9) <* blankLine <* string "x") "1\n2\n\nx" `shouldBe` Right [1, 2]
      from (many1 (blockOfUpTo 9 (decimal 0 9) <* optional blankLine)) "1\n2\n\n3" `shouldBe` Right [[1, 2], [3]]
    it "that are not blank are no blank line" $ do
      placeOf (from (decimal 0 9 *> blankLine *> decimal 0 9) "1\n2") `shouldBe` Just (2, 1)
      placeOf (from (decimal 0 9 *> blankLine *> decimal 0 9) "1\n") `shouldBe` Just (2, 1)
      placeOf (from (decimal 0 9 *> blankLine *> decimal 0 9) "1 \n\n1") `shouldBe` Just (1, 2)
    it "beyond the greatest number of them are refused, whatever they hold" $
      property $ \(Positive most) (NonNegative more) ->
        let limited text = placeOf (from (vectorOfLinesUpTo most (decimal 0 9)) text)
            sevens = concat (replicate most "7\n")
         in limited sevens === Nothing
              .&&. limited (sevens ++ "x") === Just (most + 1, 1)
              .&&. limited (sevens ++ concat (replicate (more + 1) "7\n")) === Just (most + 1, 1)
    it "that have to differ are refused where they do not" $ do
      let tens = distinctLinesUpTo 3 "another ten" (`div` 10) (decimal 0 99)
      from tens "7\n15\n21" `shouldBe` Right [7, 15, 21]
      placeOf (from tens "7\n15\n12\n31") `shouldBe` Just (3, 1)
      placeOf (from tens "7\n15\n21\nx") `shouldBe` Just (4, 1)
      placeOf (from tens "7\n15x") `shouldBe` Just (2, 3)
    it "that could have gone on are refused after the last" $ do
      placeOf (from (decimal 0 9 *> tooSoon "more" :: Parser ()) "7\n") `shouldBe` Just (2, 1)
      placeOf (from (linesOf (decimal 0 9) *> tooSoon "more" :: Parser ()) "7\n8") `shouldBe` Just (3, 1)
    it "do not end in a lone CR" $ do
      placeOf (from (linesOf (decimal 0 9)) "7\r7\n") `shouldBe` Just (1, 2)
      placeOf (from (linesOf (decimal 0 9)) "7\n7\r") `shouldBe` Just (2, 2)

  describe "words" $ do
    it "are the longest run of their letters" $
      from ((,) <$> takeWhile1 "a or b" (`elem` "ab") <*> foldWhile1 "c" (== 'c') (\n _ -> n + 1) (0 :: Int)) "abbacc"
        `shouldBe` Right (C.pack "abba", 2)
    it "are not empty" $ do
      placeOf (from (takeWhile1 "a" (== 'a')) "b") `shouldBe` Just (1, 1)
      placeOf (from (foldWhile1 "a" (== 'a') const ()) "b") `shouldBe` Just (1, 1)
    it "given in full are read in full" $
      property $ \s ->
        all (`notElem` "\r\n") s
          ==> let text = filter (< '\128') s
               in from (string text) text === Right ()
                    .&&. isLeft (from (string (text ++ "!")) text)
    it "given to choose from are tried in order" $
      from (oneOf [("ab", 1), ("a", 2 :: Int)]) "a" `shouldBe` Right 2
    it "of one letter are characters" $ do
      from (char 'a' *> satisfy "b or c" (`elem` "bc")) "ac" `shouldBe` Right 'c'
      messageOf (from (satisfy "b or c" (`elem` "bc")) "a") `shouldBe` Just "expected b or c"

  describe "alternatives" $ do
    let pair = (,) <$> (decimal 0 9 <* char ',') <*> decimal 0 9
        word = takeWhile1 "a word" (`elem` ['a' .. 'z'])
        either' = Left <$> pair <|> Right <$> word
    it "are tried in order" $ do
      from either' "1,2" `shouldBe` Right (Left (1, 2))
      from either' "ab" `shouldBe` Right (Right (C.pack "ab"))
    it "are what was expected, where none begins" $
      messageOf (from either' "!") `shouldBe` Just "expected a number from 0 to 9 or a word"
    it "give way only at their first token" $ do
      placeOf (from either' "1,x") `shouldBe` Just (1, 3)
      placeOf (from (choice [string "ab" *> char '!', string "a"]) "abc") `shouldBe` Just (1, 3)
      from (choice [string "ab", string "a" *> string "c"]) "ac" `shouldBe` Right ()
    it "do not undo what was refused" $
      placeOf (from ((offset >>= \at -> failAt at "better") <|> word) "ab") `shouldBe` Just (1, 1)
    it "repeat until one does not begin" $ do
      from (many (char 'a') *> char 'b') "aab" `shouldBe` Right ()
      from (many pair) "" `shouldBe` Right []
      from (pair `sepBy1` endOfLine) "1,2\n3,4" `shouldBe` Right [(1, 2), (3, 4)]
      placeOf (from (pair `sepBy1` endOfLine) "1,2\n3,x") `shouldBe` Just (2, 3)
      placeOf (from (many1 pair) "") `shouldBe` Just (1, 1)
      from (many (pure ())) "" `shouldBe` Right []

  describe "columns" $
    it "count characters, not bytes" $
      placeOf (from (string "\195\169" *> decimal 0 9) "\195\169x") `shouldBe` Just (1, 2)
  where
    -- Around the bounds of an Int, and around zero.
    wide :: Int -> Gen Integer
    wide size = do
      near <- elements [0, 2 ^ (63 :: Int), negate (2 ^ (63 :: Int)), 2 ^ (64 :: Int), 10 ^ (30 :: Int)]
      off <- choose (negate (abs (toInteger size)) - 3, abs (toInteger size) + 3)
      pure (near + off)
    refused low high = Left (InputError ("expected a number from " ++ show low ++ " to " ++ show high) (Just (Place 1 1)))
