-- |
-- Reading and writing of unboxed vectors within their bounds, in tight loops. What vector has itself checks
-- too, but with a message about the index, which costs up to half as much again as here.
module AoC.Checked ((!), peek, poke) where

import Control.Monad.ST (ST)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M

infixl 9 !

-- |
-- >>> U.fromList "abc" ! 2
-- 'c'
(!) :: U.Unbox a => U.Vector a -> Int -> a
v ! i = if within i (U.length v) then U.unsafeIndex v i else outside
{-# INLINE (!) #-}

peek :: U.Unbox a => M.MVector s a -> Int -> ST s a
peek v i = if within i (M.length v) then M.unsafeRead v i else outside
{-# INLINE peek #-}

poke :: U.Unbox a => M.MVector s a -> Int -> a -> ST s ()
poke v i a = if within i (M.length v) then M.unsafeWrite v i a else outside
{-# INLINE poke #-}

-- | One comparison: a negative index is a huge one.
within :: Int -> Int -> Bool
within i n = (fromIntegral i :: Word) < fromIntegral n
{-# INLINE within #-}

outside :: a
outside = errorWithoutStackTrace "index out of bounds"
{-# NOINLINE outside #-}
