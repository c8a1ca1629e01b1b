"""What people see: tables on the console, tables and pictures in Markdown and SVG."""
