"""Writes a graph node by node, so that the same weights always give the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.generic]

FUSED: Final = "com.microsoft"
"""The runtime's own operators."""

_OPERATORS: Final = 20
_FUSED_OPERATORS: Final = 1
_FORMAT: Final = 10
"""Versions of the standard's operators, of the runtime's own, and of the file format."""


def number(value: float) -> NDArray[np.float32]:
    """Return a constant of one number."""
    return np.asarray(value, dtype=np.float32)


class GraphWriter:
    """Collects nodes and constants; a value is called by the name that adding its node returned."""

    def __init__(self) -> None:
        self._nodes: list[NodeProto] = []
        self._constants: dict[tuple[str, tuple[int, ...], bytes], str] = {}
        self._outside: list[TensorProto] = []

    def add(self, operator: str, *inputs: str | Array, domain: str = "", **attributes: float | list[int]) -> str:
        """Add a node of one output."""
        return self.split(operator, *inputs, outputs=1, domain=domain, **attributes)[0]

    def split(
        self, operator: str, *inputs: str | Array, outputs: int, domain: str = "", **attributes: float | list[int]
    ) -> list[str]:
        """Add a node of several outputs."""
        names = [f"{operator}_{len(self._nodes)}_{place}" for place in range(outputs)]
        given = [one if isinstance(one, str) else self.keep(one) for one in inputs]
        node = helper.make_node(operator, given, names, domain=domain)
        node.attribute.extend(helper.make_attribute(name, value) for name, value in attributes.items())
        self._nodes.append(node)
        return names

    def keep(self, values: Array) -> str:
        """Keep a constant in the graph, once however often it is used."""
        key = (values.dtype.str, values.shape, values.tobytes())
        return self._constants.setdefault(key, f"constant_{len(self._constants)}")

    def refer(self, name: str, values: Array, *, file: str, offset: int) -> str:
        """Name a constant that lies in a file beside the graph's."""
        tensor = TensorProto(
            name=name,
            data_type=helper.np_dtype_to_tensor_dtype(values.dtype),
            dims=values.shape,
            data_location=TensorProto.EXTERNAL,
        )
        for key, value in (("location", file), ("offset", offset), ("length", values.nbytes)):
            tensor.external_data.add(key=key, value=str(value))
        self._outside.append(tensor)
        return name

    def make(self, *, inputs: Sequence[str], output: str, shape: Sequence[int | None]) -> bytes:
        """Return the file of a graph from lists of whole numbers to one tensor."""
        kept = [
            numpy_helper.from_array(np.frombuffer(content, kind).reshape(size), name)
            for (kind, size, content), name in self._constants.items()
        ]
        graph = helper.make_graph(
            [*self._nodes, helper.make_node("Identity", [output], ["output"])],
            "factcheck",
            [helper.make_tensor_value_info(name, TensorProto.INT64, ["length"]) for name in inputs],
            [helper.make_tensor_value_info("output", TensorProto.FLOAT, list(shape))],
            [*kept, *self._outside],
        )
        versions = [helper.make_opsetid("", _OPERATORS), helper.make_opsetid(FUSED, _FUSED_OPERATORS)]
        model: ModelProto = helper.make_model(graph, opset_imports=versions, ir_version=_FORMAT)
        return bytes(model.SerializeToString(deterministic=True))
