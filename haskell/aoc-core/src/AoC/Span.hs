-- |
-- Whole numbers in a row.
module AoC.Span (Span (..), spanOf, extent, meet, without) where

import AoC.Input (Parser, decimal, failAt, offset, string)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)

-- $setup
-- >>> import AoC.Input
-- >>> import qualified Data.ByteString.Char8 as C

-- | From the first to before the second; none if they are out of order.
data Span = Span !Int !Int deriving (Eq, Ord, Show)

instance NFData Span where
  rnf s = s `seq` ()

-- | @spanOf low high separator@: its first and its last number, in order and within bounds, with this between
-- them.
--
-- >>> runParser (spanOf 0 9 "..") (C.pack "3..5")
-- Right (Span 3 6)
-- >>> runParser (spanOf 0 9 "..") (C.pack "5..3")
-- Left (InputError {message = "expected a number from 5 to 9", place = Just (Place {line = 1, column = 4})})
spanOf :: Int -> Int -> String -> Parser Span
spanOf low high separator = do
  from <- decimal low high
  string separator
  at <- offset
  to <- decimal low high
  when (to < from) $ failAt at ("a number from " ++ show from ++ " to " ++ show high)
  pure (Span from (to + 1))
{-# INLINE spanOf #-}

-- | How many numbers it has.
--
-- >>> map extent [Span 3 6, Span 6 3]
-- [3,0]
extent :: Span -> Int
extent (Span from to) = max 0 (to - from)
{-# INLINE extent #-}

-- | The numbers that both have.
--
-- >>> meet (Span 0 5) (Span 3 9)
-- Span 3 5
meet :: Span -> Span -> Span
meet (Span a b) (Span c d) = Span (max a c) (min b d)
{-# INLINE meet #-}

-- | What is left of some spans without this one: no piece of each, one or two.
--
-- >>> without (Span 3 5) [Span 0 9, Span 3 4]
-- [Span 0 3,Span 5 9]
without :: Span -> [Span] -> [Span]
without (Span a b) spans =
  [ piece
    | Span from to <- spans,
      piece@(Span c d) <- [Span from (min to a), Span (max from b) to],
      c < d
  ]
