"""Advent of Code 2024."""
