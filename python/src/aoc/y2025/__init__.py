"""Advent of Code 2025."""
