-- |
-- Tables that are filled as they are read.
module AoC.Memo (memo2) where

import qualified Data.Vector as V

-- | @memo2 (rows, columns) f@ is @f@ for a row and a column, counted from 0, where it keeps each value it has worked out.
-- It may be used to define @f@ itself, as long as no value is needed for itself. It has to have a name then, so that there
-- is one table only.
--
-- >>> let paths = memo2 (9, 9) (\r c -> if r == 0 || c == 0 then 1 else paths (r - 1) c + paths r (c - 1)) :: Int -> Int -> Int
-- >>> paths 8 8
-- 12870
memo2 :: (Int, Int) -> (Int -> Int -> a) -> Int -> Int -> a
memo2 (rows, columns) f = \row column -> table V.! (row * columns + column)
  where
    table = V.generate (rows * columns) (\i -> f (i `quot` columns) (i `rem` columns))
{-# INLINE memo2 #-}
