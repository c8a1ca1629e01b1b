-- |
-- Lists.
module AoC.Lists (splitWhen) where

-- | The stretches between the elements of this kind.
--
-- >>> splitWhen (== 0) [1, 2, 0, 3, 0, 0, 4]
-- [[1,2],[3],[],[4]]
splitWhen :: (a -> Bool) -> [a] -> [[a]]
splitWhen separates list = case break separates list of
  (stretch, _ : rest) -> stretch : splitWhen separates rest
  (stretch, []) -> [stretch]
