"""A pack of one's own, begun: a few commented lines that extend another pack and load as they stand."""

import re
from collections.abc import Mapping
from pathlib import Path

from interviewsim.domain.rubric import CompanyPack, Rubric
from interviewsim.domain.terms import Level, Round
from interviewsim.errors import InterviewSimError, WrongUsage
from interviewsim.rubrics.library import PACK, RubricLibrary

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
FIRST = Round.BEHAVIORAL
"""The round whose weights are laid out to be changed, where the pack below has it."""

PACK_FILE = """\
# A pack of your own. What is not said here is as {base} has it.
# `interviewsim rubrics check` finds what is wrong with it;
# `interviewsim rubrics show {id} --resolved` names the file and line of every value.
schema: 1
extends: {base}
id: {id}
name: {name}

# The score that a hire needs at each level, 1 to 5. Take the mark away to change one:
# bar: {{pm: {bar:g}}}

# What the candidate may know about the company, and what the interviewer does not volunteer:
# brief: >-
#   ...
# private: >-
#   ...
"""
RUBRIC_FILE = """\
# How {id} judges the {round} round. The weights are those of {base}; change them so that they stay 100 in all.
schema: 1
extends: {source}/{round}
criteria:
{weights}

# Another text for an anchor, by the criterion's id:
#   - id: {first}
#     anchors: {{3: What a 3 sounds like here.}}
# A criterion or flag that is not judged here (the other weights then have to be 100):
# remove: [{first}]
"""


def begin_pack(library: RubricLibrary, folder: Path, pack: str, base: str) -> tuple[Path, ...]:
    """Write `folder/PACK` with a pack that extends `base`, and return its files.

    Raises `WrongUsage` for a name that cannot be one or is taken, `InvalidFile` where `base` does not load,
    `InterviewSimError` where the disk refuses.
    """
    _free(library, folder, pack)
    texts = _texts(library, pack, base)
    target = folder / pack
    try:
        target.mkdir(parents=True)
        for name, text in texts.items():
            (target / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise InterviewSimError(
            f"{target} cannot be written: {(error.strerror or 'unknown reason').lower()}.", "Give another --home."
        ) from error
    return tuple(target / name for name in texts)


def _free(library: RubricLibrary, folder: Path, pack: str) -> None:
    if not NAME.fullmatch(pack):
        raise WrongUsage(
            f"{pack[:60]!a} cannot be the name of a pack.",
            "Use small letters, digits and hyphens, such as acme or acme-labs.",
        )
    taken = library.place(pack) or next((path for path in (folder / pack,) if path.exists()), None)
    if taken is not None:
        raise WrongUsage(f'There is a pack "{pack}" already: {taken}.', "Edit it, or choose another name.")


def _texts(library: RubricLibrary, pack: str, base: str) -> Mapping[str, str]:
    below = library.pack(base)
    texts = {f"{PACK}.yaml": _pack_text(pack, below)}
    rounds = library.rounds(base)
    round_ = FIRST if FIRST in rounds else next(iter(rounds), None)
    if round_ is not None:
        source = next(member for member in library.family(base) if library.place(member, round_))
        texts[f"{round_}.yaml"] = _rubric_text(pack, base, source, library.rubric(base, round_))
    return texts


def _pack_text(pack: str, below: CompanyPack) -> str:
    name = pack.replace("-", " ").title()
    return PACK_FILE.format(base=below.id, id=pack, name=f"'{name}'", bar=below.bar[Level.PM])


def _rubric_text(pack: str, base: str, source: str, rubric: Rubric) -> str:
    widest = max(len(f"{criterion.id}{criterion.weight}") for criterion in rubric.criteria)
    weights = "\n".join(
        f"  - {{id: {one.id}, weight: {one.weight}}}{' ' * (widest - len(f'{one.id}{one.weight}'))}  # {one.name}"
        for one in rubric.criteria
    )
    first = rubric.criteria[0].id
    return RUBRIC_FILE.format(id=pack, base=base, source=source, round=rubric.round, weights=weights, first=first)
