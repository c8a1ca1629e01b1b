"""The harness: runs the same input through every language, compares the answers, and times them."""
