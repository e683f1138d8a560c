"""The report as one page for a browser: an editor sends it, and whoever gets it needs nothing else.

The page may load nothing and run nothing but the one script that it carries: its Content-Security-Policy names the
style and the script by their SHA-256, so that no text of a document could be taken for either.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from factcheck.render.html.claim import show_claim
from factcheck.render.html.closing import (
    explain_reading,
    list_corrections,
    list_documents,
    list_limits,
    list_own_words,
    list_skipped,
)
from factcheck.render.html.elements import Markup, join, make
from factcheck.render.html.listing import list_claims
from factcheck.render.html.opening import open_page, summarise, title_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Report
    from factcheck.protocols import Renderer
    from factcheck.render.look import Look

_SECTIONS: Final = {
    "summary": "Summary",
    "claims": "Claims",
    "evidence": "Claim by claim",
    "own-words": "Own words that differ",
    "corrections": "Corrections",
    "record": "The record",
    "limits": "What was not looked at",
    "reading": "How to read this page",
}
"""The sections of the page, in order, by their ids; one that would be empty is left out."""


MANY: Final = 150
"""Claims above which a browser may leave out what is not on the screen: it is quicker then, and a jump less exact."""


def make_page(look: Look) -> Renderer:
    """Return the renderer of the page, which brings its own look."""
    del look
    return render_page


def render_page(report: Report, *, width: int) -> str:
    """Return the whole page, whatever the width; the same report gives the same bytes."""
    del width
    sections = _compose(report)
    main = make("main", *(_section(*one) for one in sections.items()), id="main", tabindex=-1)
    many = "many" if len(report.verdicts) > MANY else None
    head = (_skip_link(), open_page(report), _contents(sections))
    body = make("body", *head, main, _foot(report), _script(), class_=many)
    return f"<!DOCTYPE html>\n{make('html', _head(report), body, lang='en')}\n"


def _head(report: Report) -> Markup:
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {_fingerprint(_read('style.css'))}",
            f"script-src {_fingerprint(_read('filter.js'))}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return make(
        "head",
        make("meta", charset="utf-8"),
        make("meta", http_equiv="Content-Security-Policy", content=policy),
        make("meta", name="viewport", content="width=device-width, initial-scale=1"),
        make("meta", name="referrer", content="no-referrer"),
        make("meta", name="color-scheme", content="light dark"),
        make("title", title_page(report)),
        make("style", Markup(_read("style.css"))),
    )


def _compose(report: Report) -> dict[str, Markup]:
    """What stands in each section that has anything to say."""
    documents = {one.path: one for one in report.documents}
    articles = (show_claim(verdict, documents, number=number) for number, verdict in enumerate(report.verdicts, 1))
    skipped = join((make("h3", "Skipped"), list_skipped(report)))
    content = {
        "summary": summarise(report),
        "claims": list_claims(report),
        "evidence": join(articles),
        "own-words": list_own_words(report),
        "corrections": list_corrections(report),
        "record": list_documents(report),
        "limits": join((list_limits(report), skipped)),
        "reading": explain_reading(),
    }
    return {name: content[name] for name in _SECTIONS if content[name] or name == "evidence"}


def _section(name: str, content: Markup) -> Markup:
    heading = f"{name}-heading"
    return make("section", make("h2", _SECTIONS[name], id=heading), content, id=name, aria_labelledby=heading)


def _contents(sections: Iterable[str]) -> Markup:
    links = (make("li", make("a", _SECTIONS[name], href=f"#{name}")) for name in sections)
    return make("nav", make("ul", *links), aria_label="Contents")


def _skip_link() -> Markup:
    return make("a", "Skip to the verdicts", href="#main", class_="skip")


def _foot(report: Report) -> Markup:
    made = f"Made by factcheck {report.version}, offline, from the documents named above and nothing else."
    return make("footer", make("p", made), make("p", "Report ", make("code", report.report_id)))


def _script() -> Markup:
    return make("script", Markup(_read("filter.js")))


def _fingerprint(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


@cache
def _read(name: str) -> str:
    """Read a file that lies beside; its line ends are those that a browser sees."""
    return files("factcheck.render.html").joinpath(name).read_text(encoding="utf-8")
