"""The style of the house: short functions and files, everything said in words, and no case known to the package."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT: Final = Path(__file__).parent.parent
LONGEST_FUNCTION: Final = 30
LONGEST_FILE: Final = 300
MOST_PARAMETERS: Final = 5

KEPT: Final = ("factcheck", "tests", "seeds", ".ci")
"""Folders of what is kept; the tests are also run where there is no git to ask."""

TEXTS: Final = frozenset({".py", ".toml", ".yaml", ".md", ".txt", ""})

GENERAL: Final = {
    "the calendar": "january february march april june july jan mar monday thursday sunday",
    "titles and offices": "chairman cllr coun interim lord mayor minister ministers mps opposition secretary sir ward",
    "bodies and parties of public life": "audit commissions conservative labour nhs ofsted society",
    "kinds of papers, and what stands on their pages": (
        "affairs applications archives author category channel chronicle dispatches files homepage image mail pictured "
        "politics posted publishing select"
    ),
    "countries, and parts of any": "britain england english europe french midlands regional west",
    "services that many pages name": "twitter",
    "authorities that a docstring cites": "allen trojan",
    "words that the record happens to write with a capital letter only": (
        "according additionally bore clearing company deal downer experts expressing facing firstly general "
        "grand growth hay horse i'd i'm i've initially notwithstanding probably real sadly secondly shouldn't skills "
        "sometimes states"
    ),
}
"""What the record writes like a name and the package may say all the same; given names stand in the lexicon."""

WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
SHORTEST_NAME: Final = 3

MACHINE_PATH: Final = re.compile(r"(?<![\w.$}/-])/(?:work|home|root|tmp|Users)/")
UNFINISHED: Final = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")


def package_files() -> list[Path]:
    return sorted((ROOT / "factcheck").rglob("*.py"))


def kept_files() -> Iterator[Path]:
    yield from (path for path in sorted(ROOT.iterdir()) if path.is_file() and path.suffix in TEXTS)
    for folder in KEPT:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in TEXTS:
                yield path


def called(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# --- what is watched, on any source ------------------------------------------------------------------


def functions(source: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def find_long(source: str) -> list[str]:
    """Functions of more lines than fit at a glance; the docstring does not count."""
    return [f"{one.name}: {count} lines" for one in functions(source) if (count := _lines(one)) > LONGEST_FUNCTION]


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    docstring = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(function) is not None else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def find_crowded(source: str) -> list[str]:
    """Functions with too many parameters; the object or class itself is none."""
    found = []
    for one in functions(source):
        given = [*one.args.posonlyargs, *one.args.args, *one.args.kwonlyargs, one.args.vararg, one.args.kwarg]
        names = [parameter.arg for parameter in given if parameter and parameter.arg not in {"self", "cls"}]
        if len(names) > MOST_PARAMETERS:
            found.append(f"{one.name}: {', '.join(names)}")
    return found


def find_undocumented(source: str) -> list[str]:
    """The module, public classes and public functions that do not say what they are."""
    tree = ast.parse(source)
    return [name for name, node in _public(tree, name="module") if not (ast.get_docstring(node) or "").strip()]


def _public(
    node: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, *, name: str
) -> Iterator[tuple[str, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]]:
    yield name, node
    if isinstance(node, (ast.Module, ast.ClassDef)):
        for inner in node.body:
            if isinstance(inner, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and inner.name[0] != "_":
                yield from _public(inner, name=inner.name)


def words(text: str) -> list[str]:
    return WORD.findall(text.replace("’", "'"))


def find_names(text: str) -> frozenset[str]:
    """Words that a text writes with a capital letter and never without, in lower case."""
    found = [word.removesuffix("'s") for word in words(text)]
    small = {word for word in found if word.islower()}
    return frozenset(
        word.lower() for word in found if word[0].isupper() and len(word) >= SHORTEST_NAME and word.lower() not in small
    )


def given_names() -> set[str]:
    """The given names of the lexicon, which anybody may have."""
    table = tomllib.loads((ROOT / "factcheck" / "lexicon" / "public_life.toml").read_text(encoding="utf-8"))
    return {name for names in table["given_names"].values() for name in names.split()}


def general_words() -> set[str]:
    """The words listed above, without their reasons."""
    return {word for listed in GENERAL.values() for word in listed.split()}


@cache
def names_of_seeds() -> frozenset[str]:
    """What the seeds write like names."""
    return find_names("\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))))


def names_of_the_record() -> frozenset[str]:
    """The proper names of the seeds, but for what belongs to public life or to the language."""
    return names_of_seeds() - given_names() - general_words()


def find_case(text: str, names: Iterable[str]) -> list[str]:
    """The names that a text of the package says, however they are written."""
    said = {part for word in words(text) for part in (word.lower(), word.lower().removesuffix("'s"))}
    return sorted(said & set(names))


def first_commands(readme: str) -> list[str]:
    """The lines of the first two blocks of shell, which are run as a newcomer runs them."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    return [line for block in blocks[:2] for line in block.splitlines()]


# --- the house ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", package_files(), ids=called)
def test_a_file_of_the_package_keeps_the_style(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert find_long(source) == []
    assert find_crowded(source) == []
    assert find_undocumented(source) == []
    length = len(source.splitlines())
    assert length <= LONGEST_FILE


@pytest.mark.parametrize(
    "path", [path for path in sorted((ROOT / "factcheck").rglob("*")) if path.suffix in {".py", ".toml"}], ids=called
)
def test_the_package_knows_no_case(path: Path) -> None:
    assert find_case(path.read_text(encoding="utf-8"), names_of_the_record()) == []


def test_nothing_kept_names_a_machine_or_is_unfinished() -> None:
    texts = {called(path): path.read_text(encoding="utf-8") for path in kept_files()}
    assert [name for name, text in texts.items() if MACHINE_PATH.search(text)] == []
    assert [name for name, text in texts.items() if UNFINISHED.search(text)] == []


def test_the_readme_begins_with_two_commands() -> None:
    check, test = first_commands((ROOT / "README.md").read_text(encoding="utf-8"))
    assert "factcheck verify" in check
    assert "pytest" in test


# --- the watch itself: what it must see, and what it must let pass -----------------------------------


def test_the_watch_sees_long_functions() -> None:
    body = "    pass\n" * (LONGEST_FUNCTION - 1)
    assert find_long(f"def fits():\n{body}") == []
    assert find_long(f'def fits():\n    """One.\n\n    Two.\n    """\n{body}') == []
    assert find_long(f"class A:\n  def long(self):\n{body}    pass\n") == ["long: 31 lines"]


def test_the_watch_sees_many_parameters() -> None:
    assert find_crowded("class A:\n    def fits(self, a, b, /, c, *, d, e): ...") == []
    assert find_crowded("def crowded(a, b, *c, d, e, **f): ...") == ["crowded: a, b, d, e, c, f"]


def test_the_watch_sees_what_has_no_docstring() -> None:
    private = '"""M."""\ndef _a(): ...\nclass _B:\n    def c(self): ...\n'
    assert find_undocumented(private) == []
    assert find_undocumented("class A:\n    def b(self): ...\n    def _c(self): ...") == ["module", "A", "b"]
    assert find_undocumented('def a():\n    """ """') == ["module", "a"]


def test_the_watch_sees_names() -> None:
    names = find_names("Ada Quill’s bridge. The toll, said Quill. Toll money went to the NHS.")
    assert names == {"ada", "quill", "nhs"}
    assert find_case('words = "bridge quill"', names) == ["quill"]
    assert find_case("# as QUILL's bridge shows", names) == ["quill"]
    assert find_case("the quilled bridge", names) == []


def test_the_record_has_names_and_every_general_word_stands_in_it() -> None:
    assert {"rogers", "birmingham", "kerslake"} <= names_of_the_record()
    assert general_words() - names_of_seeds() == set()


@pytest.mark.parametrize("text", ["open('/" + "tmp/x')", "see /" + "home/ada/x", '"/' + 'work/main"'])
def test_the_watch_sees_paths_of_a_machine(text: str) -> None:
    assert MACHINE_PATH.search(text)


@pytest.mark.parametrize("text", ["https://a.example/home/news", "$HOME/job/x", "../tmp/x", "news/home/x", "and/or"])
def test_other_paths_pass(text: str) -> None:
    assert not MACHINE_PATH.search(text)


def test_the_watch_reads_the_readme_as_a_newcomer_does() -> None:
    assert first_commands("```sh\na\n```\n\n```json\n{}\n```\n```sh\nb\n```\n```sh\nc\n```\n") == ["a", "b"]
    assert first_commands("```sh\na\nb\n```\n") == ["a", "b"]
