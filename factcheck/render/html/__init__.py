"""The report as one page for a browser, which needs no network to be read, and no script."""
