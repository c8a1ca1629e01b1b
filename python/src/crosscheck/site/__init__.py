"""adventofcode.com, through advent-of-code-data."""
