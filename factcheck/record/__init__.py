"""Files to documents: what is read, what each page holds, and what belongs to the page only."""
