-- |
-- Lists.
module AoC.Lists (splitWhen, chunksOf) where

-- | The stretches between the elements of this kind.
--
-- >>> splitWhen (== 0) [1, 2, 0, 3, 0, 0, 4]
-- [[1,2],[3],[],[4]]
splitWhen :: (a -> Bool) -> [a] -> [[a]]
splitWhen separates list = case break separates list of
  (stretch, _ : rest) -> stretch : splitWhen separates rest
  (stretch, []) -> [stretch]

-- | Pieces of this length, which is positive. The last one may be shorter.
--
-- >>> chunksOf 2 "abcde"
-- ["ab","cd","e"]
chunksOf :: Int -> [a] -> [[a]]
chunksOf _ [] = []
chunksOf size list = chunk : chunksOf size others
  where
    (chunk, others) = splitAt size list
