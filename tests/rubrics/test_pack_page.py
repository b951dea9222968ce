"""The page on the packs says what the packs say of themselves."""

from pathlib import Path

import pytest
import yaml

from interviewsim.locations import bundled

PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
PACKS = sorted(path.parent.name for path in bundled("rubrics").glob("*/pack.yaml"))


@pytest.mark.parametrize("pack", PACKS)
def test_every_pack_has_its_line_and_its_paragraph(pack: str) -> None:
    told = yaml.safe_load((bundled("rubrics") / pack / "pack.yaml").read_text(encoding="utf-8"))
    sure = told["confidence"]
    columns = (f"`{pack}`", told["as_of"], *(sure[key] for key in ("process", "competencies", "scale", "style")))
    assert f"| {' | '.join(columns)} |" in PAGE
    assert f"\n**{pack}** " in PAGE


def test_every_real_company_is_said_to_have_no_part_in_it() -> None:
    for pack in PACKS:
        told = yaml.safe_load((bundled("rubrics") / pack / "pack.yaml").read_text(encoding="utf-8"))
        assert "Unofficial" in told["disclaimer"] or "invented" in told["disclaimer"], pack
        assert "never to select a real" in " ".join(told["disclaimer"].split()), pack
        assert told["sources"], pack
