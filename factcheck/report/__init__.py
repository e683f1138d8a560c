"""The report as it is written down and read back: its rows, its schema, its digest."""
