"""What a day consists of: its files from templates, and what a day that is done must have."""
