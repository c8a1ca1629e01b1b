"""Asking programs to solve a day, in the protocol of tests/PROTOCOL.md, and all that can come of it."""
