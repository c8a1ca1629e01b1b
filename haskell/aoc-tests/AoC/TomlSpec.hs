-- |
-- The reader of cases.
module AoC.TomlSpec (spec) where

import AoC.Reading (placeOf)
import AoC.Toml
import qualified Data.ByteString.Char8 as C
import Test.Hspec

spec :: Spec
spec =
  describe "toml" $ do
    it "has keys, tables, and comments" $
      toml (C.pack "# why\n\na = 1 # one\n\n[full]\nseed = -2\n\n[[case]]\nname = \"x\"\n\n# y\n[[case]]\n[[reject]]\n")
        `shouldBe` Right
          [ ("a", Number 1),
            ("full", Inline [("seed", Number (-2))]),
            ("case", Tables [[("name", Text (C.pack "x"))], []]),
            ("reject", Tables [[]])
          ]
    it "has every kind of value that the cases use" $ do
      valueOf "true" `shouldBe` Just (Flag True)
      valueOf "[\"1\", \"2\"]" `shouldBe` Just (List [Text (C.pack "1"), Text (C.pack "2")])
      valueOf "[]" `shouldBe` Just (List [])
      valueOf "{ row = 10, high = -3 }" `shouldBe` Just (Inline [("row", Number 10), ("high", Number (-3))])
    it "has strings on one line and on several, with escapes and without" $ do
      text "\"\"" `shouldBe` Just ""
      text "\"a # b\"" `shouldBe` Just "a # b"
      text "\"\\n\\r\\t\\\"\\\\\\u00e9\"" `shouldBe` Just "\n\r\t\"\\\195\169"
      text "\"\"\"\n a\n\n\"b\" \\\\\n\"\"\"" `shouldBe` Just " a\n\n\"b\" \\\n"
      text "'a\\b'" `shouldBe` Just "a\\b"
      text "'''\na\\\n'b'\n'''" `shouldBe` Just "a\\\n'b'\n"
    it "is refused, at its line, where it is anything else" $ do
      let at = placeOf . toml . C.pack
      at "a = 1\na = 2" `shouldBe` Just (2, 1)
      at "a = 1\n[a]" `shouldBe` Just (2, 1)
      at "[a]\n[[a]]" `shouldBe` Just (2, 1)
      at "a = { b = 1, b = 2 }" `shouldBe` Just (1, 14)
      at "a = \"\"\"\nx\"\"\"\"" `shouldBe` Just (2, 5)
      fmap fst (at "a = \"x\ny\"") `shouldBe` Just 1
      fmap fst (at "a = \"\"\"\n\\x\"\"\"") `shouldBe` Just 2
      mapM_
        ((`shouldSatisfy` (== Just 1)) . fmap fst . at)
        ["a", "a = ", "a = 1.5", "a = 1e3", "a = 1_000", "a.b = 1", "\"a\" = 1", " a = 1", "[a.b]", "[[a]", "a = \"\\ud800\"", "a = [1", "a = {", "a = \"x", "a = nan", "a = 1979-05-27"]
  where
    valueOf written = either (const Nothing) (lookup "a") (toml (C.pack ("a = " ++ written)))
    text written = case valueOf written of
      Just (Text t) -> Just (C.unpack t)
      _ -> Nothing
