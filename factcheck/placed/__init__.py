"""YAML that people write by hand: every value as written, with its line and column, and no tricks."""

from factcheck.placed.file import read_file
from factcheck.placed.nodes import Mapping, Node, Place, Refused, Scalar, Sequence
from factcheck.placed.tree import Tree

__all__ = ["Mapping", "Node", "Place", "Refused", "Scalar", "Sequence", "Tree", "read_file"]
