-- |
-- The days of $year: the only list of them, but for the modules in the .cabal file.
module AoC.Y$year (days) where

import AoC.Day (Day, $maker)
import qualified AoC.Y$year.Day$dd as Day$dd

-- | In order.
days :: [Day]
days =
  [ $entry
  ]
