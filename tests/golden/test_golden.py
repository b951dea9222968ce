import pytest

from tests.golden.pin import MADE, pinned


@pytest.mark.parametrize("name", MADE)
def test_the_bytes_others_build_on_do_not_change_unnoticed(name: str) -> None:
    assert MADE[name]() == pinned(name)
