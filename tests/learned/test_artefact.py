"""The files are found whole, or a reason is told in words; nothing else is tried."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factcheck.learned import Artefact, Missing, find_artefact
from factcheck.learned.artefact import EMBEDDINGS, ENCODER, JUDGE, LABELS, MANIFEST, TOKENIZER, read_artefact
from tests.tiny_artefact import stamp_tiny, write_artefact

if TYPE_CHECKING:
    from pathlib import Path

FILES = (JUDGE, ENCODER, EMBEDDINGS, TOKENIZER)


def reason(folder: Path) -> str:
    found = read_artefact(folder)
    assert isinstance(found, Missing)
    return found.reason


def whole(folder: Path) -> Artefact:
    found = read_artefact(folder)
    assert isinstance(found, Artefact)
    return found


def test_what_is_whole_is_found(tmp_path: Path) -> None:
    found = whole(write_artefact(tmp_path, temperature=1.5))
    assert (found.recipe, found.max_tokens, found.temperature) == ("tiny", 40, 1.5)
    assert found.path(JUDGE) == tmp_path / JUDGE
    assert [example.claim for example in found.examples] == ["nothing"]


def test_a_folder_is_read_once_in_a_process(tmp_path: Path) -> None:
    found = find_artefact(write_artefact(tmp_path))
    (tmp_path / JUDGE).unlink()
    assert find_artefact(tmp_path) is found


def test_a_copy_without_the_files_says_so(tmp_path: Path) -> None:
    assert reason(tmp_path / "none") == "this copy of factcheck came without the model’s files"


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (write_artefact(tmp_path) / name).unlink()
    assert reason(tmp_path) == f"the model’s {name} is missing"


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_named(tmp_path: Path, name: str) -> None:
    path = write_artefact(tmp_path) / name
    path.write_bytes(path.read_bytes() + b" ")
    assert reason(tmp_path) == f"the model’s {name} is damaged"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = write_artefact(tmp_path) / JUDGE
    path.unlink()
    path.mkdir()
    assert reason(tmp_path) == f"the model’s {JUDGE} cannot be read"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000])
def test_a_manifest_that_is_none_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    (write_artefact(tmp_path) / MANIFEST).write_bytes(content)
    assert reason(tmp_path) == f"the model’s {MANIFEST} cannot be read"


@pytest.mark.parametrize(
    "stated",
    [
        {"files": {}},
        {"files": None},
        {"max_tokens": "many"},
        {"temperature": None},
        {"temperature": 0},
        {"temperature": float("nan")},
        {"examples": [{"passage": "it"}]},
        {"examples": [{"passage": "it", "claim": "it", "logits": 3}]},
        {"labels": None},
    ],
    ids=json.dumps,
)
def test_a_manifest_that_says_what_cannot_be_is_damaged(tmp_path: Path, stated: dict[str, object]) -> None:
    assert "is damaged" in reason(write_artefact(tmp_path, **stated))


@pytest.mark.parametrize("content", ["[]", "3", "{}"])
def test_a_manifest_of_another_shape_is_damaged(tmp_path: Path, content: str) -> None:
    (write_artefact(tmp_path) / MANIFEST).write_text(content, encoding="utf-8")
    assert reason(tmp_path) == f"the model’s {MANIFEST} is damaged"


@pytest.mark.parametrize("stated", [{"schema": "factcheck.artefact/0"}, {"labels": LABELS[::-1]}], ids=json.dumps)
def test_files_of_another_version_are_not_used(tmp_path: Path, stated: dict[str, object]) -> None:
    assert "another version" in reason(write_artefact(tmp_path, **stated))


def test_missing_libraries_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_artefact(tmp_path)
    monkeypatch.setattr("factcheck.learned.artefact.find_spec", lambda name: None if name == "tokenizers" else name)
    assert reason(tmp_path) == "tokenizers is not installed"
    monkeypatch.setattr("factcheck.learned.artefact.find_spec", lambda _name: None)
    assert reason(tmp_path) == "numpy and onnxruntime and tokenizers are not installed"


def test_the_hashes_change_with_what_they_stand_for(tmp_path: Path) -> None:
    first = whole(write_artefact(tmp_path))
    stamp_tiny(tmp_path, recipe="another")
    assert (whole(tmp_path).judge_hash, whole(tmp_path).encoder_hash) == (first.judge_hash, first.encoder_hash)
    for changed in ({"temperature": 2.0}, {"max_tokens": 50}):
        stamp_tiny(tmp_path, **changed)
        assert whole(tmp_path).judge_hash != first.judge_hash
        assert whole(tmp_path).encoder_hash == first.encoder_hash
    (tmp_path / ENCODER).write_bytes((tmp_path / ENCODER).read_bytes() + b" ")
    stamp_tiny(tmp_path)
    assert whole(tmp_path).judge_hash == first.judge_hash
    assert whole(tmp_path).encoder_hash != first.encoder_hash


def test_looking_imports_no_library() -> None:
    asked = "import sys, factcheck.learned as l; l.find_artefact(); print([n for n in l.LIBRARIES if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
