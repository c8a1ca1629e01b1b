"""The puzzles of 2023."""
