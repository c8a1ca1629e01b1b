"""Advent of Code in Python, a module a day: `aoc.y2021.day07.parse`, `part1` and `part2`."""
