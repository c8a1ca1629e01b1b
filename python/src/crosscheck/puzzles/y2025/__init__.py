"""The puzzles of 2025."""
