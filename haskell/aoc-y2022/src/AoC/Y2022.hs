-- |
-- The days of 2022: the only list of them, but for the modules in the .cabal file.
module AoC.Y2022 (days) where

import AoC.Day (Day, day, dayWith, lastDay)
import qualified AoC.Y2022.Day01 as Day01
import qualified AoC.Y2022.Day02 as Day02
import qualified AoC.Y2022.Day03 as Day03
import qualified AoC.Y2022.Day04 as Day04
import qualified AoC.Y2022.Day05 as Day05
import qualified AoC.Y2022.Day06 as Day06
import qualified AoC.Y2022.Day07 as Day07
import qualified AoC.Y2022.Day08 as Day08
import qualified AoC.Y2022.Day09 as Day09
import qualified AoC.Y2022.Day10 as Day10
import qualified AoC.Y2022.Day11 as Day11
import qualified AoC.Y2022.Day12 as Day12
import qualified AoC.Y2022.Day13 as Day13
import qualified AoC.Y2022.Day14 as Day14
import qualified AoC.Y2022.Day15 as Day15
import qualified AoC.Y2022.Day16 as Day16
import qualified AoC.Y2022.Day17 as Day17
import qualified AoC.Y2022.Day18 as Day18
import qualified AoC.Y2022.Day19 as Day19
import qualified AoC.Y2022.Day20 as Day20
import qualified AoC.Y2022.Day21 as Day21
import qualified AoC.Y2022.Day22 as Day22
import qualified AoC.Y2022.Day23 as Day23
import qualified AoC.Y2022.Day24 as Day24
import qualified AoC.Y2022.Day25 as Day25

-- | In order.
days :: [Day]
days =
  [ day 2022 1 Day01.parse Day01.part1 Day01.part2,
    day 2022 2 Day02.parse Day02.part1 Day02.part2,
    day 2022 3 Day03.parse Day03.part1 Day03.part2,
    day 2022 4 Day04.parse Day04.part1 Day04.part2,
    day 2022 5 Day05.parse Day05.part1 Day05.part2,
    day 2022 6 Day06.parse Day06.part1 Day06.part2,
    day 2022 7 Day07.parse Day07.part1 Day07.part2,
    day 2022 8 Day08.parse Day08.part1 Day08.part2,
    day 2022 9 Day09.parse Day09.part1 Day09.part2,
    day 2022 10 Day10.parse Day10.part1 Day10.part2,
    day 2022 11 Day11.parse Day11.part1 Day11.part2,
    day 2022 12 Day12.parse Day12.part1 Day12.part2,
    day 2022 13 Day13.parse Day13.part1 Day13.part2,
    day 2022 14 Day14.parse Day14.part1 Day14.part2,
    dayWith 2022 15 Day15.params Day15.parse Day15.part1 Day15.part2,
    day 2022 16 Day16.parse Day16.part1 Day16.part2,
    day 2022 17 Day17.parse Day17.part1 Day17.part2,
    day 2022 18 Day18.parse Day18.part1 Day18.part2,
    day 2022 19 Day19.parse Day19.part1 Day19.part2,
    day 2022 20 Day20.parse Day20.part1 Day20.part2,
    day 2022 21 Day21.parse Day21.part1 Day21.part2,
    day 2022 22 Day22.parse Day22.part1 Day22.part2,
    day 2022 23 Day23.parse Day23.part1 Day23.part2,
    day 2022 24 Day24.parse Day24.part1 Day24.part2,
    lastDay 2022 25 Day25.parse Day25.part1
  ]
