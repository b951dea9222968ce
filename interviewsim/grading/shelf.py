"""The packs as a person sees them on the shelf: what each is, what is wrong with it, and how it judges a round."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from interviewsim.domain.rubric import CompanyPack, Rubric
from interviewsim.domain.terms import Round
from interviewsim.grading.rulers import Difference


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file: where it stands (`line` from 1, `key` a path or empty) and what would be right."""

    file: str
    line: int
    key: str
    told: str


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack on the shelf. `own`: its files stand in the person's own folder and may be edited.

    `pack` is None where it does not load; `faults` then say why.
    """

    id: str
    own: bool
    pack: CompanyPack | None
    extends: str = ""
    rounds: tuple[Round, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class RubricPage:
    """How a pack judges a round, resolved.

    `origins`: by a criterion's id the packs whose files say something of it, the nearest first. `file` is the pack's
    own file for the round, or its `pack.yaml`. `against` is the pack that `differences` compare with, empty where it
    extends none.
    """

    rubric: Rubric
    file: str
    origins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    against: str = ""
    differences: tuple[Difference, ...] = ()
