"""The work of `crosscheck watch`."""
