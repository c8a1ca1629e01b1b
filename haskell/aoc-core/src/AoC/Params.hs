-- |
-- Parameters: what the small examples of a day set otherwise than its real inputs do, such as the size of a
-- hall.
module AoC.Params
  ( Param (..),
    Params,
    param,
    defaults,
    Settings,
    settle,
    Fault (..),
  )
where

import Data.List (find)
import Data.Maybe (fromMaybe)

-- | A whole number that a day takes besides its text: its name, its default, and the least and the greatest
-- value.
data Param = Param String Int (Int, Int)

-- | Names, and the values that they are to have.
type Settings = [(String, Integer)]

-- | A value for each parameter that is not to have its default.
newtype Params = Params [(String, Int)]

-- | The value of a parameter.
--
-- >>> let row = Param "row" 2000000 (0, 4000000)
-- >>> param row defaults
-- 2000000
-- >>> either (const 0) (param row) (settle [row] [("row", 10)])
-- 10
param :: Param -> Params -> Int
param (Param name preset _) (Params values) = fromMaybe preset (lookup name values)

-- | Nothing is set.
defaults :: Params
defaults = Params []

-- | Why parameters cannot have these values: the day does not have one of this name; or the message on a
-- value out of bounds, which is refused just as a text is.
data Fault = Unknown String | OutOfBounds String
  deriving (Eq, Show)

-- | These parameters with those values.
--
-- >>> either id (const (Unknown "")) (settle [Param "row" 2000000 (0, 4000000)] [("row", -1)])
-- OutOfBounds "row: expected a number from 0 to 4000000"
settle :: [Param] -> Settings -> Either Fault Params
settle params settings = Params <$> traverse value settings
  where
    value (name, n) = case find (\(Param known _ _) -> known == name) params of
      Nothing -> Left (Unknown name)
      Just (Param _ _ (low, high))
        | toInteger low <= n && n <= toInteger high -> Right (name, fromInteger n)
        | otherwise ->
          Left (OutOfBounds (name ++ ": expected a number from " ++ show low ++ " to " ++ show high))
