-- Nothing may float out of the timed region, or be shared between two of them.
{-# OPTIONS_GHC -fno-full-laziness #-}

-- |
-- The stopwatch. What is timed is one call of an unknown function on one argument, with its result forced all
-- the way down before the clock is read again.
module AoC.Timing (timed) where

import Control.DeepSeq (NFData, force)
import Control.Exception (evaluate)
import Data.Word (Word64)
import GHC.Clock (getMonotonicTimeNSec)

-- | @f x@ in normal form, and the nanoseconds that took. Since this is never inlined, GHC knows neither @f@
-- nor @x@ here and cannot remember what it computed the last time.
timed :: NFData b => (a -> b) -> a -> IO (b, Word64)
timed f x = do
  before <- getMonotonicTimeNSec
  y <- evaluate (force (f x))
  after <- getMonotonicTimeNSec
  pure (y, after - before)
{-# NOINLINE timed #-}
