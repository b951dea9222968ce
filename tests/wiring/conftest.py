from pathlib import Path

import pytest

from tests.cli.conftest import Sim


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def sim(tmp_path: Path) -> Sim:
    return Sim(tmp_path)
