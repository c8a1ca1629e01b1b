-- |
-- The list of days, the only one.
module AoC.Days (days) where

import AoC.Day (Day, day, lastDay)
import qualified AoC.Y2021.Day01 as Y2021.Day01
import qualified AoC.Y2021.Day02 as Y2021.Day02
import qualified AoC.Y2021.Day03 as Y2021.Day03
import qualified AoC.Y2021.Day04 as Y2021.Day04
import qualified AoC.Y2021.Day05 as Y2021.Day05
import qualified AoC.Y2021.Day06 as Y2021.Day06
import qualified AoC.Y2021.Day07 as Y2021.Day07
import qualified AoC.Y2021.Day08 as Y2021.Day08
import qualified AoC.Y2021.Day09 as Y2021.Day09
import qualified AoC.Y2021.Day10 as Y2021.Day10
import qualified AoC.Y2021.Day11 as Y2021.Day11
import qualified AoC.Y2021.Day12 as Y2021.Day12
import qualified AoC.Y2021.Day13 as Y2021.Day13
import qualified AoC.Y2021.Day14 as Y2021.Day14
import qualified AoC.Y2021.Day15 as Y2021.Day15
import qualified AoC.Y2021.Day16 as Y2021.Day16
import qualified AoC.Y2021.Day17 as Y2021.Day17
import qualified AoC.Y2021.Day18 as Y2021.Day18
import qualified AoC.Y2021.Day19 as Y2021.Day19
import qualified AoC.Y2021.Day20 as Y2021.Day20
import qualified AoC.Y2021.Day21 as Y2021.Day21
import qualified AoC.Y2021.Day22 as Y2021.Day22
import qualified AoC.Y2021.Day23 as Y2021.Day23
import qualified AoC.Y2021.Day24 as Y2021.Day24
import qualified AoC.Y2021.Day25 as Y2021.Day25

-- | In order.
days :: [Day]
days =
  [ day 2021 1 Y2021.Day01.parse Y2021.Day01.part1 Y2021.Day01.part2,
    day 2021 2 Y2021.Day02.parse Y2021.Day02.part1 Y2021.Day02.part2,
    day 2021 3 Y2021.Day03.parse Y2021.Day03.part1 Y2021.Day03.part2,
    day 2021 4 Y2021.Day04.parse Y2021.Day04.part1 Y2021.Day04.part2,
    day 2021 5 Y2021.Day05.parse Y2021.Day05.part1 Y2021.Day05.part2,
    day 2021 6 Y2021.Day06.parse Y2021.Day06.part1 Y2021.Day06.part2,
    day 2021 7 Y2021.Day07.parse Y2021.Day07.part1 Y2021.Day07.part2,
    day 2021 8 Y2021.Day08.parse Y2021.Day08.part1 Y2021.Day08.part2,
    day 2021 9 Y2021.Day09.parse Y2021.Day09.part1 Y2021.Day09.part2,
    day 2021 10 Y2021.Day10.parse Y2021.Day10.part1 Y2021.Day10.part2,
    day 2021 11 Y2021.Day11.parse Y2021.Day11.part1 Y2021.Day11.part2,
    day 2021 12 Y2021.Day12.parse Y2021.Day12.part1 Y2021.Day12.part2,
    day 2021 13 Y2021.Day13.parse Y2021.Day13.part1 Y2021.Day13.part2,
    day 2021 14 Y2021.Day14.parse Y2021.Day14.part1 Y2021.Day14.part2,
    day 2021 15 Y2021.Day15.parse Y2021.Day15.part1 Y2021.Day15.part2,
    day 2021 16 Y2021.Day16.parse Y2021.Day16.part1 Y2021.Day16.part2,
    day 2021 17 Y2021.Day17.parse Y2021.Day17.part1 Y2021.Day17.part2,
    day 2021 18 Y2021.Day18.parse Y2021.Day18.part1 Y2021.Day18.part2,
    day 2021 19 Y2021.Day19.parse Y2021.Day19.part1 Y2021.Day19.part2,
    day 2021 20 Y2021.Day20.parse Y2021.Day20.part1 Y2021.Day20.part2,
    day 2021 21 Y2021.Day21.parse Y2021.Day21.part1 Y2021.Day21.part2,
    day 2021 22 Y2021.Day22.parse Y2021.Day22.part1 Y2021.Day22.part2,
    day 2021 23 Y2021.Day23.parse Y2021.Day23.part1 Y2021.Day23.part2,
    day 2021 24 Y2021.Day24.parse Y2021.Day24.part1 Y2021.Day24.part2,
    lastDay 2021 25 Y2021.Day25.parse Y2021.Day25.part1
  ]
