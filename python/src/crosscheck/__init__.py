"""The harness: runs the same input through every language, compares the answers, and times them.

Each subpackage imports only from those before it.
"""
