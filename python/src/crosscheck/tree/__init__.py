"""The repository on disk: its days, languages, cases and inputs, and what every other module writes and shows with."""
