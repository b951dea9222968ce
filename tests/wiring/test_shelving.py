"""The shelf of packs over a real home."""

import asyncio
from pathlib import Path

import pytest

from interviewsim.domain.terms import Round
from interviewsim.errors import WrongUsage
from interviewsim.locations import Home
from interviewsim.system import VirtualClock
from interviewsim.wiring.offline import OfflineStage


def stage(folder: Path) -> OfflineStage:
    return OfflineStage(Home(folder, "test"), VirtualClock())


def test_every_shipped_pack_stands_on_the_shelf_and_none_is_ones_own(tmp_path: Path) -> None:
    rows = asyncio.run(stage(tmp_path).shelf())
    assert rows[0].id == "generic"
    assert len(rows) > 5
    assert not any(row.own or row.faults for row in rows)
    assert all(row.pack is not None and row.rounds for row in rows)


def test_a_pack_that_was_begun_is_ones_own_and_says_where_its_values_come_from(tmp_path: Path) -> None:
    begun = stage(tmp_path)
    folder = asyncio.run(begun.begin_pack("acme", "generic"))
    assert folder == tmp_path / "rubrics" / "acme"
    row = next(row for row in asyncio.run(begun.shelf()) if row.id == "acme")
    assert (row.own, row.extends, row.faults) == (True, "generic", ())
    page = asyncio.run(begun.rubric_page("acme", Round.BEHAVIORAL))
    assert page.against == "generic"
    assert page.differences == ()
    assert page.file == str(folder / "behavioral.yaml")
    assert set(page.origins["ownership"]) == {"acme", "generic"}
    with pytest.raises(WrongUsage):
        asyncio.run(begun.begin_pack("acme", "generic"))


def test_a_pack_that_does_not_load_is_a_row_with_file_and_line(tmp_path: Path) -> None:
    begun = stage(tmp_path)
    folder = asyncio.run(begun.begin_pack("acme", "generic"))
    (folder / "pack.yaml").write_text("schema: 1\nextends: generic\nid: acme\nname: Acme\nbar: {pm: nine}\n")
    row = next(row for row in asyncio.run(begun.shelf()) if row.id == "acme")
    assert row.pack is None
    assert row.faults[0].line == 5
    assert row.faults[0].file.endswith("acme/pack.yaml")
