-- |
-- What is wrong with a text, and where.
module AoC.Input.Error
  ( InputError (..),
    Place (..),
    Failure (..),
    explained,
  )
where

import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import Data.List (intercalate, nub)

-- | Why a text is no input: in general what was expected, and where; or what is wrong with it as a whole, and
-- no place.
data InputError = InputError
  { message :: String,
    place :: Maybe Place
  }
  deriving (Eq, Show)

-- | Counting from 1.
data Place = Place
  { line :: !Int,
    column :: !Int
  }
  deriving (Eq, Ord, Show)

instance NFData InputError where
  rnf (InputError why at) = at `seq` rnf why

-- | Why a parser failed. An offset beyond the end of the text stands for the line after the last.
data Failure
  = -- | A token is missing: where its parser began, where to point, and what would have been right there.
    Missing !Int !Int [String]
  | -- | What stands at this offset is wrong, and this was expected.
    Refused !Int String
  | -- | The text as a whole is wrong, in this way.
    OfWhole String

explained :: ByteString -> Failure -> InputError
explained text failure = case failure of
  Missing _ i what -> InputError ("expected " ++ oneOf (nub what)) (Just (placeIn text i))
  Refused i what -> InputError ("expected " ++ what) (Just (placeIn text i))
  OfWhole why -> InputError why Nothing
  where
    oneOf [] = "something else"
    oneOf [what] = what
    oneOf whats = intercalate ", " (init whats) ++ " or " ++ last whats
{-# NOINLINE explained #-}

-- | Columns count characters: the bytes that go on a UTF-8 sequence have none.
placeIn :: ByteString -> Int -> Place
placeIn text i
  | i > B.length text && not (B.null text) = Place (B.count 10 text + 2) 1
  | otherwise = Place (B.count 10 before + 1) (B.length (B.filter starts current) + 1)
  where
    before = B.take i text
    current = B.takeWhileEnd (/= 10) before
    starts byte = byte < 0x80 || byte >= 0xC0
