"""Runs a graph on the tokens of a text: one text at a time, so that nothing depends on what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from tokenizers import Tokenizer

from factcheck.errors import RunError
from factcheck.learned.artefact import TOKENIZER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from factcheck.learned.artefact import Artefact

START: Final = "[CLS]"
END: Final = "[SEP]"

_HINT: Final = "install factcheck again, or let the rules judge alone: --judge rules"

_ERRORS_ALONE: Final = 3
"""The runtime's warnings are for whoever makes a graph."""


class Words:
    """Cuts text into the numbers of its word pieces, without the marks of start and end."""

    def __init__(self, artefact: Artefact) -> None:
        self._tokenizer = _open_tokenizer(str(artefact.path(TOKENIZER)))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._tokenizer.encode_special_tokens = True  # a mark that a text writes is so many letters
        self.start = self._number(START)
        self.end = self._number(END)

    def cut(self, text: str) -> list[int]:
        """Return the numbers of a text's word pieces; half of a surrogate pair is a question mark."""
        whole = text.encode(errors="replace").decode()
        numbers: list[int] = self._tokenizer.encode(whole, add_special_tokens=False).ids
        return numbers

    def _number(self, piece: str) -> int:
        number: int | None = self._tokenizer.token_to_id(piece)
        if number is None:
            raise RunError(f"the model’s {TOKENIZER} has no {piece}", hint=_HINT)
        return number


class Graph:
    """One graph of the artefact, on as many threads as are given."""

    def __init__(self, artefact: Artefact, name: str, *, threads: int) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ALONE
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_BASIC  # the rest is a machine's own
        path = str(artefact.path(name))
        try:
            self._session = InferenceSession(path, options, providers=["CPUExecutionProvider"])
        except Exception as error:
            raise RunError(f"the model’s {name} does not open: {error}", hint=_HINT) from error

    def run(self, inputs: Mapping[str, Sequence[int]]) -> NDArray[np.float32]:
        """Return the one output for one text."""
        given = {name: np.asarray(numbers, dtype=np.int64) for name, numbers in inputs.items()}
        output: NDArray[np.float32] = self._session.run(None, given)[0]
        return output


def _open_tokenizer(path: str) -> Tokenizer:
    try:
        return Tokenizer.from_file(path)
    except Exception as error:
        raise RunError(f"the model’s {TOKENIZER} does not open: {error}", hint=_HINT) from error
