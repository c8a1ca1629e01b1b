"""The puzzles of 2021."""
