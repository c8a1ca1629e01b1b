"""What is asked of the operating system: processes, and what they are told."""
