"""Subtitles: cues joined into sentences, each with its time, and nobody's words taken for the document's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.model import DocumentKind, VoiceKind
from factcheck.reading import read_document
from factcheck.record.intake import read_folder
from tests.made_up_files import SENTENCE, skipped

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Document


def _cues(*texts: str) -> str:
    """Cues of not quite two seconds, one every other second."""
    times = [f"00:{second // 60:02}:{second % 60:02}" for second in range(2, 2 * len(texts) + 3)]
    return "\n".join(
        f"{number}\n{times[2 * number - 2]},000 --> {times[2 * number - 1]},900\n{text}\n"
        for number, text in enumerate(texts, 1)
    )


def _read(folder: Path, content: str, name: str = "a.srt") -> Document:
    (folder / name).write_text(content, encoding="utf-8")
    return read_folder(folder).documents[0]


def _voices(document: Document) -> list[tuple[str, str | None]]:
    return [(passage.text, passage.attribution.speaker) for passage in read_document(document)]


def test_cues_are_joined_and_keep_their_times(tmp_path: Path) -> None:
    document = _read(tmp_path, _cues("ANN LEE: The quay", "cost £4 million.", "It is safe."))
    assert document.kind is DocumentKind.TRANSCRIPT
    assert document.text == "ANN LEE: The quay cost £4 million. It is safe."
    times = [document.mark_at(document.text.index(words)) for words in ("The quay", "cost", "It is")]
    assert [mark.time if mark else None for mark in times] == ["0:00:02", "0:00:04", "0:00:06"]


def test_labels_begin_turns(tmp_path: Path) -> None:
    content = _cues(
        "ANN LEE: The quay is safe.", ">> TOM HART (chair): It is not.", "It is sinking.", "LEE: It was safe."
    )
    assert _voices(_read(tmp_path, content)) == [
        ("ANN LEE: The quay is safe.", "Ann Lee"),
        ("TOM HART (chair): It is not.", "Tom Hart"),
        ("It is sinking.", "Tom Hart"),
        ("LEE: It was safe.", "Ann Lee"),
    ]


def test_unlabelled_words_may_be_anybodys(tmp_path: Path) -> None:
    passages = read_document(_read(tmp_path, _cues("The quay cost £4 million.", "It is safe.")))
    assert {passage.attribution.voice for passage in passages} == {VoiceKind.SELF}


@pytest.mark.parametrize("sign", [">> ", "- ", "MAN: ", "SPEAKER 2: ", "MAYOR: ", "Remember: "])
def test_a_turn_of_nobody_named_is_not_the_speakers_before(tmp_path: Path, sign: str) -> None:
    voices = _voices(_read(tmp_path, _cues("ANN LEE: The quay is safe.", f"{sign}It is sinking.")))
    assert [speaker for _, speaker in voices] == ["Ann Lee", None]


def test_voices_of_webvtt(tmp_path: Path) -> None:
    content = (
        "WEBVTT - made up\n\nNOTE\nnot seen\n\nSTYLE\n::cue { color: red }\n\n"
        "intro\n00:01.000 --> 00:04.000 align:start\n<v Ann Lee>We <b>rebuilt</b> the quay\nin 2016.\n\n"
        "1:02:03.000 --> 1:02:05.000\n<v.loud Ann Lee>It cost &pound;4 million.</v>\n\n"
        "1:02:06.000 --> 1:02:08.000\n<v Tom Hart>It did not.\n\n1:02:09.000 --> 1:02:12.000\nSo they say.\n"
    )
    document = _read(tmp_path, content, "a.vtt")
    assert _voices(document) == [
        ("Ann Lee: We rebuilt the quay in 2016.", "Ann Lee"),
        ("It cost £4 million.", "Ann Lee"),
        ("Tom Hart: It did not.", "Tom Hart"),
        ("So they say.", None),
    ]
    assert document.marks[-1].time == "1:02:09"


def test_sounds_are_left_out_and_gaps_are_not(tmp_path: Path) -> None:
    content = _cues("[applause]", "♪ ♪", "ANN LEE: We did [inaudible] pay for it.", "(LAUGHTER)")
    assert _read(tmp_path, content).text == "ANN LEE: We did [inaudible] pay for it."


def test_rolling_captions_are_read_once(tmp_path: Path) -> None:
    content = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nthe quay<00:00:01.500><c> cost</c>\n\n"
        "00:00:02.000 --> 00:00:03.000\nthe quay cost\nfour million\n"
    )
    assert _read(tmp_path, content, "a.vtt").text == "the quay cost four million"


def test_long_speech_is_parted_at_sentences(tmp_path: Path) -> None:
    document = _read(tmp_path, _cues(*(f"ANN LEE: {SENTENCE}", *[SENTENCE] * 40)))
    blocks = document.sections[0].blocks
    assert len(blocks) > 3
    assert all(block.span.of(document.text).endswith(".") for block in blocks)
    assert {speaker for _, speaker in _voices(document)} == {"Ann Lee"}


def test_speech_without_full_stops_is_parted_all_the_same(tmp_path: Path) -> None:
    document = _read(tmp_path, _cues(*["the quay is sinking and so it goes"] * 200))
    assert max(len(block.span) for block in document.sections[0].blocks) < 1_300


def test_a_stated_speaker_comes_before_the_subtitles(tmp_path: Path) -> None:
    stated = 'documents:\n  a.srt:\n    spoken:\n      - {quote: "It is safe.", speaker: Jo Marsh}\n'
    (tmp_path / "record.yaml").write_text(stated, encoding="utf-8")
    voices = _voices(_read(tmp_path, _cues("ANN LEE: The quay cost £4 million.", "It is safe.")))
    assert [speaker for _, speaker in voices] == ["Ann Lee", "Jo Marsh"]


def test_what_a_speaker_tells_of_anothers_words_is_both_ones(tmp_path: Path) -> None:
    content = _cues("ANN LEE: Tom Hart told me that the quay is safe.", "TOM HART: I said so.")
    assert [speaker for _, speaker in _voices(_read(tmp_path, content))] == ["Tom Hart and Ann Lee", "Tom Hart"]


def test_a_stated_kind_says_whose_unlabelled_words_are(tmp_path: Path) -> None:
    stated = "documents:\n  a.srt: {kind: first_person, author: Ann Lee}\n"
    (tmp_path / "record.yaml").write_text(stated, encoding="utf-8")
    assert _voices(_read(tmp_path, _cues("We rebuilt the quay."))) == [("We rebuilt the quay.", "Ann Lee")]


def test_what_has_no_cue_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text(SENTENCE)
    (tmp_path / "b.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:0")
    (tmp_path / "c.txt").write_text(SENTENCE)
    reason = "has no subtitles: no line says from when to when"
    assert skipped(read_folder(tmp_path)) == {"a.srt": reason, "b.vtt": reason}


@pytest.mark.parametrize(
    ("label", "speaker"),
    [("AL", "Ann Lee"), ("ANN LEE", "Ann Lee"), ("LEE", "Ann Lee"), ("Ann Lee", "Ann Lee"), ("JM", None), ("Jo", "Jo")],
)
@pytest.mark.parametrize("name", ["a.txt", "a.srt"])
def test_a_plain_transcript_has_the_same_turns(tmp_path: Path, name: str, label: str, speaker: str | None) -> None:
    turns = [
        "TOM HART: Ms Ann Lee said that the quay is safe.",
        f"{label}: The quay is safe.",
        "TOM HART: It is not.",
        f"{label}: It was rebuilt.",
    ]
    content = _cues(*turns) if name == "a.srt" else "\n\n".join(turns)
    voices = [passage.attribution for passage in read_document(_read(tmp_path, content, name))]
    assert [voice.speaker for voice in voices[1:]] == [speaker, "Tom Hart", speaker]
    assert speaker or {voices[1].voice, voices[3].voice} == {VoiceKind.SELF}
