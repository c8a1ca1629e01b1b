"""The reading room: a site of static pages on which the solutions of a day stand side by side, made from the repository's own files."""
