"""Claim ↔ passage: every slot held against its counterpart, each with one named outcome and a labelled weight."""

from factcheck.link.link import link_passage, query_terms, share_words

__all__ = ["link_passage", "query_terms", "share_words"]
