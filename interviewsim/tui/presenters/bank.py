"""The question bank: what may be asked, narrowed as one likes, without what an interviewer holds back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from interviewsim.domain.bank import Asked, Bank, Meeting
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Level, Round, Skill
from interviewsim.tui.presenters.plain import moment, named, one_line, plural, shown

MOST_MEETINGS = 5


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the bank is narrowed to; None and empty: everything. All of `words` must stand in a question."""

    round: Round | None = None
    level: Level | None = None
    company: str = ""
    skill: Skill | None = None
    unseen: bool = False
    words: str = ""

    @property
    def empty(self) -> bool:
        """Whether everything is shown."""
        return self == Narrowed()

    @property
    def told(self) -> str:
        """In words."""
        parts = (
            self.round.label if self.round else "",
            self.level.label if self.level else "",
            named(self.company),
            named(self.skill) if self.skill else "",
            "not met yet" if self.unseen else "",
            f"“{one_line(self.words)}”" if self.words else "",
        )
        return " · ".join(filter(None, parts)) or "all questions"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One line of the list of filters, and what it leads to."""

    name: str
    to: Narrowed


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in the list: all text, ready to be set in columns."""

    asked: Asked
    round: str
    seen: str
    ask: str


@dataclass(frozen=True, slots=True)
class BankView:
    """The bank as it is narrowed."""

    lines: tuple[QuestionLine, ...]
    count: str
    empty: str


def bank_view(bank: Bank, narrowed: Narrowed) -> BankView:
    """The questions that pass, round by round; within a round those that any company may ask come first."""
    rounds = list(Round)
    ordered = sorted(bank.questions, key=lambda one: (rounds.index(one.round), one.company or ""))
    lines = tuple(_line(asked, bank.met) for asked in ordered if _passes(asked, narrowed, bank.met))
    whole = len(bank.questions)
    count = plural(whole, "question") if len(lines) == whole else f"{len(lines)} of {whole}"
    left_out = f" · {plural(len(bank.problems), 'file')} left out" if bank.problems else ""
    empty = "" if lines else f"No question is narrowed to {narrowed.told}. Backspace shows them all."
    return BankView(lines, count + left_out, empty)


def narrowings(bank: Bank, now: Narrowed) -> tuple[Narrowing, ...]:
    """Every filter that would leave something, with how much; the first line clears them all."""
    options = [("", Narrowed())]
    options += [(f"Round · {round_.label}", replace(now, round=round_)) for round_ in Round]
    options += [(f"Level · {level.label}", replace(now, level=level)) for level in Level]
    companies = dict.fromkeys(one.company for one in bank.questions if one.company)
    options += [(f"Company · {named(company)}", replace(now, company=company)) for company in companies]
    options += [(f"Skill · {named(skill)}", replace(now, skill=skill)) for skill in Skill]
    options += [("Only what you have not met", replace(now, unseen=True))]
    counted = [(name, to, sum(_passes(one, to, bank.met) for one in bank.questions)) for name, to in options]
    return tuple(Narrowing(f"{name or 'Everything'} ({count})", to) for name, to, count in counted if count)


def about_lines(asked: Asked, met: Sequence[Meeting], now: datetime | None, *, probes: bool) -> tuple[str, ...]:
    """The question beside the list. Follow-ups stay hidden until one asks: who has read them practices reading."""
    question = asked.question
    company = named(asked.company) if asked.company else "any company"
    where = " · ".join((asked.round.label, company, _levels(question.levels), f"about {question.minutes} min"))
    tests = [named(skill) for skill in question.skills] + [one_line(tag.replace("_", " ")) for tag in question.tags]
    lines = [where, "", shown(question.opening), "", f"TESTS   {', '.join(tests) or 'what the round is for'}"]
    lines.append(f"ANSWER  {_answer(question.answer_model)}")
    lines += _probes(asked, shown_too=probes)
    lines += ["", *_meetings(met, now), "", _source(asked)]
    return tuple(lines)


def practice(asked: Asked, last: Setup) -> Setup:
    """A round on this question alone to begin with, otherwise as chosen last time."""
    levels = asked.question.levels
    level = last.level if last.level in levels or not levels else levels[0]
    company = asked.company or last.company
    return replace(last, round=asked.round, company=company, level=level, question_id=asked.question.id, ask=None)


def _line(asked: Asked, met: Mapping[str, tuple[Meeting, ...]]) -> QuestionLine:
    times = len(met.get(asked.question.id, ()))
    seen = f"{times} x" if times else "-"
    return QuestionLine(asked, asked.round.label, seen, one_line(asked.question.ask))


def _passes(asked: Asked, narrowed: Narrowed, met: Mapping[str, tuple[Meeting, ...]]) -> bool:
    question = asked.question
    return (
        narrowed.round in {None, asked.round}
        and (narrowed.level is None or narrowed.level in question.levels)
        and (not narrowed.company or narrowed.company == asked.company)
        and (narrowed.skill is None or narrowed.skill in question.skills)
        and not (narrowed.unseen and question.id in met)
        and _has_words(asked, narrowed.words)
    )


def _has_words(asked: Asked, words: str) -> bool:
    if not words:
        return True
    question = asked.question
    text = " ".join((question.id, question.ask, *question.tags, asked.company or "", asked.round.label)).casefold()
    return all(word in text for word in words.casefold().split())


def _levels(levels: Sequence[Level]) -> str:
    if not levels or len(levels) == len(Level):
        return "every level"
    return levels[0].label if len(levels) == 1 else f"{levels[0].label} to {levels[-1].label}"


def _answer(model: AnswerModel) -> str:
    return "a story of your own (STAR)" if model is AnswerModel.STAR else named(model)


def _probes(asked: Asked, *, shown_too: bool) -> list[str]:
    probes = asked.question.probes
    if not probes:
        return []
    if not shown_too:
        return [f"PROBES  {plural(len(probes), 'follow-up')}, hidden until you have tried it (p shows)"]
    return ["PROBES", *(f"  {one_line(probe.for_.replace('_', ' '))}: {one_line(probe.ask)}" for probe in probes)]


def _meetings(met: Sequence[Meeting], now: datetime | None) -> list[str]:
    if not met:
        return ["YOU     not met yet"]
    told = [
        f"{moment(one.at, now)}{f'  {one.level:.1f} of 5' if one.level is not None else ''}"
        for one in met[:MOST_MEETINGS]
    ]
    more = [f"and {len(met) - MOST_MEETINGS} times before"] if len(met) > MOST_MEETINGS else []
    return [f"{'YOU' if not at else '':<8}{line}" for at, line in enumerate(told + more)]


def _source(asked: Asked) -> str:
    pack = f"the pack “{one_line(asked.company)}”" if asked.company else "the common bank"
    return f"{one_line(asked.question.id)}, from {pack}"
