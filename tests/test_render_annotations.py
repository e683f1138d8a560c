"""The quotes as W3C Web Annotations, field by field as the model of 2017 has them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.model import Fact
from factcheck.render.addresses import write_reference
from factcheck.render.look import Look
from factcheck.render.report_annotations import make_annotations
from tests.hostile_texts import HOSTILE
from tests.report_factory import CLAIM, OUTLINE, REFUTAL, SUPPORT, TEXT, make_report, make_verdict

if TYPE_CHECKING:
    from factcheck.model import Report


def render(report: Report) -> dict[str, Any]:
    written = make_annotations(Look())(report, width=80)
    content: dict[str, Any] = json.loads(written)
    return content


def items_of(report: Report) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = render(report)["first"]["items"]
    return items


def test_a_collection_has_one_page_with_all_quotes() -> None:
    content = render(make_report(make_verdict(), make_verdict(claim=replace(CLAIM, id="other"))))
    assert content["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert content["type"] == "AnnotationCollection"
    assert content["total"] == len(content["first"]["items"]) == 8
    assert content["first"]["type"] == "AnnotationPage"
    assert content["first"]["startIndex"] == 0
    ids = [content["id"], content["first"]["id"], *(one["id"] for one in content["first"]["items"])]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("urn:factcheck:ffffffffffffffff") for one in ids)


def test_an_empty_collection_has_no_page() -> None:
    content = render(make_report())
    assert content["total"] == 0
    assert "first" not in content


def test_an_annotation_assesses_a_quote_in_its_document() -> None:
    around = replace(SUPPORT, prefix=TEXT[27:47], suffix=TEXT[121:140])
    one = items_of(make_report(make_verdict(supporting=(around,))))[0]
    assert set(one) == {"id", "type", "motivation", "body", "target"}
    assert (one["type"], one["motivation"]) == ("Annotation", "assessing")
    assert one["target"] == {
        "type": "SpecificResource",
        "source": "news/bridge.txt",
        "selector": [
            {"type": "TextQuoteSelector", "exact": SUPPORT.quote, "prefix": TEXT[27:47], "suffix": TEXT[121:140]},
            {"type": "TextPositionSelector", "start": 47, "end": 121},
        ],
    }
    assert TEXT.count(around.prefix + around.quote + around.suffix) == 1


def test_what_it_says_of_the_claim_stands_in_words_and_in_tags() -> None:
    found = items_of(make_report(make_verdict()))
    assert [one["body"][0]["value"] for one in found] == [
        f"Supports the claim “{CLAIM.text}” (independent).",
        f"Contradicts the claim “{CLAIM.text}” (independent).",
        f"Supports the claim “{CLAIM.text}” (the speaker's own words).",
        f"Considered for the claim “{CLAIM.text}” (independent, stopped by period: 2012 is not 2017).",
    ]
    for one in found:
        first, *tags = one["body"]
        assert (first["type"], first["purpose"]) == ("TextualBody", "assessing")
        assert all((tag["type"], tag["purpose"]) == ("TextualBody", "tagging") for tag in tags)
    assert [tag["value"] for tag in found[2]["body"][1:]] == [CLAIM.id, "supports", "own_words"]


def test_a_quote_of_a_pdf_has_its_page_narrowed_to_the_quote() -> None:
    paper = replace(OUTLINE, reader="pdf", path="news/bridge.txt")
    quote, _, page = items_of(make_report(make_verdict(), documents=(paper,)))[1]["target"]["selector"]
    assert page == {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc3778",
        "value": "page=3",
        "refinedBy": quote,
    }
    assert quote["exact"] == REFUTAL.quote
    assert len(items_of(make_report(make_verdict()))[1]["target"]["selector"]) == 2


def test_a_document_from_the_web_is_named_by_its_address() -> None:
    linked = replace(OUTLINE, url=Fact(value="https://tide.example/bridge"))
    hostile = replace(OUTLINE, url=Fact(value="javascript:alert(1)"))
    sources = [
        items_of(make_report(make_verdict(), documents=(one,)))[0]["target"]["source"] for one in (linked, hostile)
    ]
    assert sources == ["https://tide.example/bridge", "news/bridge.txt"]


@pytest.mark.parametrize(
    ("path", "reference"),
    [("a b/c.txt", "a%20b/c.txt"), ("x:y?z#q.txt", "x%3Ay%3Fz%23q.txt"), ("é\udcff.txt", "%C3%A9%ED%B3%BF.txt")],
)
def test_a_path_is_a_relative_reference(path: str, reference: str) -> None:
    assert write_reference(path) == reference


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_whole(text: str) -> None:
    verdict = make_verdict(supporting=(replace(SUPPORT, quote=text, prefix=text, suffix=text),))
    written = make_annotations(Look())(make_report(verdict), width=0)
    written.encode("utf-8")
    assert not {"\x1b", "\u202e", "\x9b", "\x00"} & set(written)
    selector = json.loads(written)["first"]["items"][0]["target"]["selector"][0]
    assert (selector["exact"], selector["prefix"], selector["suffix"]) == (text, text, text)
