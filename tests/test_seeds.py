"""The example record is what it was: byte for byte."""

from hashlib import sha256
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"

CHECKSUMS = {
    "000_417b8fa95f3b9015.txt": "1a5886721679913122cbe6f57e649b790bbe9e00ffe3f4c19df03c447307ca84",
    "001_952ef4fb6bde512b.txt": "1c2c3b96e1eb9d9382ff912e682572ea808456c5e895abb9a1c4eb3d4215689c",
    "002_537b1502175584c2.txt": "97d716ffb270e5373c1c63ceb4abfe9b8fbd7eaf416f6c0bdd93bb6de462a301",
    "003_fdd5a8e5a0caba8d.txt": "5afa4324405c774568e637660bd21515a2506935153585ddcb85b7f937d48400",
    "004_3f16903a40b21a72.txt": "b9346123092fc59e73d67a7d4fe1b88273d595ec5890c9fb7cc0ef87bb335a0c",
}


@pytest.mark.parametrize("name", sorted(CHECKSUMS))
def test_a_seed_is_unchanged(name: str) -> None:
    assert sha256((SEEDS / name).read_bytes()).hexdigest() == CHECKSUMS[name]


def test_there_are_no_other_seeds() -> None:
    assert {path.name for path in SEEDS.glob("*.txt")} == set(CHECKSUMS)
