"""Claim ↔ passage: every slot held against its counterpart, each with one named outcome and a labelled weight."""

from factcheck.link.corrected import Content, find_stating, has_value
from factcheck.link.link import link_passage, query_terms, share_words

__all__ = ["Content", "find_stating", "has_value", "link_passage", "query_terms", "share_words"]
