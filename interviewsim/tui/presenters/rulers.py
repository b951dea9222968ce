"""By which companies and levels a round could be graded again."""

from collections.abc import Sequence
from dataclasses import dataclass

from interviewsim.domain.terms import Level
from interviewsim.tui.presenters.plain import one_line


@dataclass(frozen=True, slots=True)
class RulerOption:
    """One line of the choice, and what it stands for."""

    name: str
    company: str
    level: Level


def ruler_options(companies: Sequence[tuple[str, str]], company: str, level: Level) -> tuple[RulerOption, ...]:
    """Every company at every level but the round's own ruler: its own company first, the nearest levels before."""
    every = every_ruler(companies, company, level)
    return tuple(option for option in every if (option.company, option.level) != (company, level))


def every_ruler(companies: Sequence[tuple[str, str]], company: str, level: Level) -> tuple[RulerOption, ...]:
    """Every company at every level: the one given first, the nearest levels before the others."""
    levels = list(Level)
    here = levels.index(level)
    ordered = sorted(companies, key=lambda one: one[0] != company)
    nearest = sorted(levels, key=lambda one: (abs(levels.index(one) - here), -levels.index(one)))
    return tuple(RulerOption(f"{one_line(name)} · {one.label}", id_, one) for id_, name in ordered for one in nearest)
