"""The harness: runs every language's solutions on the same input, compares what they say, and times
them.
"""
