"""Verdicts that follow their files: claims, documents and words are looked at again as they change."""
