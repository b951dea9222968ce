"""The shelf of packs, read from the layers of a home. Blocks on the disk."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from interviewsim.domain.rubric import CompanyPack
from interviewsim.domain.terms import Round
from interviewsim.errors import InterviewSimError
from interviewsim.grading.rulers import Difference, between_packs, between_rubrics
from interviewsim.grading.shelf import Fault, PackRow, RubricPage
from interviewsim.rubrics.beginning import begin_pack
from interviewsim.rubrics.finding import Finding
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.wiring.checking import check_rubrics
from interviewsim.wiring.looping import LoopsKept

CRITERIA = "criteria"


def shelf_of(library: RubricLibrary) -> tuple[PackRow, ...]:
    """All packs, `generic` first; one that does not load is a row with its faults."""
    folders = library.folders
    own = check_rubrics(folders, folders[0]) if len(folders) > 1 and folders[0].is_dir() else []
    return tuple(_row(library, pack, own) for pack in library.packs())


def page_of(library: RubricLibrary, pack: str, round_: Round) -> RubricPage:
    """How a pack judges a round. Raises `InterviewSimError` for what does not load."""
    rubric = library.rubric(pack, round_)
    family = library.family(pack)
    against = family[1] if len(family) > 1 else ""
    place = library.place(pack, round_.value) or library.place(pack)
    return RubricPage(
        rubric,
        str(place or ""),
        _origins(library, pack, round_),
        against,
        _differences(library, against, pack, round_) if against else (),
    )


def _row(library: RubricLibrary, pack: str, found: Sequence[Finding]) -> PackRow:
    place = library.place(pack)
    own = place is not None and len(library.folders) > 1 and place.is_relative_to(library.folders[0])
    faults = tuple(_fault(one) for one in found if place and Path(one.file).is_relative_to(place.parent))
    try:
        value: CompanyPack | None = library.pack(pack)
        family, rounds = library.family(pack), library.rounds(pack)
    except InterviewSimError as error:
        return PackRow(pack, own, None, faults=faults or (Fault(str(place or ""), 1, "", error.message),))
    return PackRow(pack, own, value, family[1] if len(family) > 1 else "", rounds, faults)


def _fault(found: Finding) -> Fault:
    expected = f"; expected {found.expected}" if found.expected else ""
    meant = f' (did you mean "{found.guess}"?)' if found.guess else ""
    return Fault(found.file, found.line, found.key, f"{found.problem}{expected}{meant}")


def _origins(library: RubricLibrary, pack: str, round_: Round) -> Mapping[str, tuple[str, ...]]:
    """By a criterion's id the packs whose files say something of it."""
    found: dict[str, dict[str, None]] = {}
    for key, origin in library.provenance(pack, round_).items():
        parts = key.split(".")
        if parts[0] == CRITERIA and len(parts) > 1:
            found.setdefault(parts[1], {})[Path(origin.file).parent.name] = None
    order = library.family(pack)
    return {
        criterion: tuple(sorted(packs, key=lambda one: order.index(one) if one in order else len(order)))
        for criterion, packs in found.items()
    }


def _differences(library: RubricLibrary, first: str, second: str, round_: Round) -> tuple[Difference, ...]:
    if round_ not in library.rounds(first):
        return ()
    packs = between_packs(library.pack(first), library.pack(second))
    return (*packs, *between_rubrics(library.rubric(first, round_), library.rubric(second, round_)))


class ShelfKept(LoopsKept):
    """The doors of `Backstage` that are about packs. Each works off the event loop."""

    async def shelf(self) -> Sequence[PackRow]:
        """All packs."""
        return await asyncio.to_thread(shelf_of, self.rubrics)

    async def rubric_page(self, pack: str, round_: Round) -> RubricPage:
        """How a pack judges a round."""
        return await asyncio.to_thread(page_of, self.rubrics, pack, round_)

    async def begin_pack(self, pack: str, base: str) -> Path:
        """Begin a pack in the home's own folder."""
        files = await asyncio.to_thread(begin_pack, self.rubrics, self._home.folder / "rubrics", pack, base)
        return files[0].parent
