"""The puzzles of 2022."""
