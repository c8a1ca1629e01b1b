"""The puzzles of 2024."""
