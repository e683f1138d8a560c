"""The way of the data: read documents, index passages, and for each claim search, link, judge, reach a verdict.

Its modules are imported one by one: a look at what is kept needs no judge.
"""
