"""The harness: runs the same input through every language, compares the answers, and times them.

Each subpackage imports only from those before it: system, tree, solvers, puzzles, judging, ruler, rooms, site, shown,
reading, watching, commands.
"""
