-- |
-- What the tests of readers share.
module AoC.Reading (from, placeOf, messageOf) where

import AoC.Input
import qualified Data.ByteString.Char8 as C

-- | All of a text, read that way.
from :: Parser a -> String -> Either InputError a
from parser = runParser parser . C.pack

-- | Line and column of an error that has them.
placeOf :: Either InputError a -> Maybe (Int, Int)
placeOf result = case result of
  Left (InputError _ (Just (Place row col))) -> Just (row, col)
  _ -> Nothing

-- | What an error says.
messageOf :: Either InputError a -> Maybe String
messageOf = either (Just . message) (const Nothing)
