"""Advent of Code solved in Rust.

>>> import aoc_rust.y2021.day07
>>> aoc_rust.y2021.day07.part1("3,1")
'2'
>>> aoc_rust.solve(2021, 7, "3,1,1")
('2', '3')
"""

from aoc_rust._native import *  # noqa: F403  # the module lists its names itself
