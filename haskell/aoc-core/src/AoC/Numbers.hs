-- |
-- Digits and counts.
module AoC.Numbers (fromDigits, tally) where

import Data.List (foldl')
import qualified Data.Vector.Unboxed as U

-- | @fromDigits base digits@, the most significant digit first.
--
-- >>> map (fromDigits 2) [[1, 1, 0], []]
-- [6,0]
fromDigits :: Num a => a -> [a] -> a
fromDigits base = foldl' (\n digit -> base * n + digit) 0
{-# INLINE fromDigits #-}

-- | @tally size numbers@: how often each number below @size@ is among these, which all are.
--
-- >>> tally 4 (U.fromList [3, 1, 3])
-- [0,1,0,2]
tally :: Int -> U.Vector Int -> U.Vector Int
tally size numbers = U.accumulate_ (+) (U.replicate size 0) numbers (U.map (const 1) numbers)
{-# INLINE tally #-}
