-- |
-- Maps with a wall around them.
module AoC.Y2024.Enclosed (Enclosed (..), enclosed) where

import AoC.Grid (Grid (..), gridOfAtLeast, noSecond, rowOf)
import AoC.Input (Parser, failWhole)
import Control.DeepSeq (NFData (..))
import Control.Monad (forM_, unless)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C

-- $setup
-- >>> import AoC.Input (endOfInput, runParser)

-- | The width of a map, and its cells row by row.
data Enclosed = Enclosed !Int !ByteString deriving (Eq, Show)

instance NFData Enclosed where
  rnf m = m `seq` ()

-- | @enclosed most singles others rest@: a map of 3 to @most@ rows and columns, and what follows it. Besides
-- walls @#@ and empty cells @.@ it has each of @singles@ once, and @others@ at will.
--
-- >>> fst <$> runParser (enclosed 9 "@" "O" endOfInput) (C.pack "####\n#@O#\n####")
-- Right (Enclosed 4 "#####@O#####")
enclosed :: Int -> String -> String -> Parser a -> Parser (Enclosed, a)
enclosed most singles others rest = do
  g <- gridOfAtLeast 3 fault most ("one of " ++ kinds) (`C.elem` C.pack kinds)
  following <- rest
  unless (C.all (== '#') (rowOf g (height g - 1))) $ failWhole "the last row is not all walls"
  forM_ singles $ \c -> unless (c `C.elem` cells g) $ failWhole ("there is no " ++ [c])
  pure (Enclosed (width g) (C.filter (/= '\n') (cells g)), following)
  where
    kinds = "#." ++ singles ++ others
    fault above row
      | null above && C.any (/= '#') row = Just "a row of walls"
      | C.head row /= '#' || C.last row /= '#' = Just "a row with walls at both ends"
      | otherwise = noSecond singles above row
