"""Advent of Code 2021."""
