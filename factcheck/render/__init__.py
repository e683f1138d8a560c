"""Reports as text: one file a format, each imported when it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.registry import Registry, Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.protocols import Renderer
    from factcheck.render.look import Look

REPORTS: Registry[Callable[[Look], Renderer]] = Registry(
    "format",
    group="factcheck.renderers",
    built_in={
        "annotations": Target(path="factcheck.render.report_annotations:make_annotations"),
        "averitec": Target(path="factcheck.render.report_averitec:make_averitec"),
        "claimreview": Target(path="factcheck.render.report_claimreview:make_claimreview"),
        "csv": Target(path="factcheck.render.report_csv:make_csv"),
        "markdown": Target(path="factcheck.render.report_markdown:make_markdown"),
        "sarif": Target(path="factcheck.render.report_sarif:make_sarif"),
        "table": Target(path="factcheck.render.table:make_table"),
        "jsonl": Target(path="factcheck.render.report_jsonl:make_jsonl"),
        "json": Target(path="factcheck.render.report_json:make_json"),
        "html": Target(path="factcheck.render.html.page:make_page"),
    },
)
"""The formats of a report: a factory takes the look of the page and returns a renderer."""
