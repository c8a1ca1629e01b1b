"""Who is right: answers compared with each other, with what was recorded, and on generated texts."""
