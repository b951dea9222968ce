"""What cost a candidate: parts missing, flaws, flags; and how it was said."""

from collections.abc import Mapping

from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import Rubric
from interviewsim.domain.scorecard import FlagFound, PartFound, Scorecard
from interviewsim.grading.feedback import costs_of
from interviewsim.tui.presenters.plain import clock, column, named, one_line, quoted

_STRENGTH = ("\N{EN DASH} ", "█░", "██")
_LABELS = {
    "i": "“I”",
    "we": "“we”",
    "words_a_sentence": "words a sentence",
    "hedges_per_100_words": "hedges per 100 words",
    "longest_answer_words": "longest answer, words",
    "talk_share": "your share of the talk",
    "spoken_seconds": "as spoken",
    "seconds": "time used",
    "planned_seconds": "time planned",
    "seconds_an_answer": "an answer took",
}


def coverage_rows(card: Scorecard) -> tuple[str, ...]:
    """A row for each question: its parts, how clear each was, and whether it had to be asked for."""
    rows = []
    for number, answer in enumerate(card.answers, 1):
        initials = answer.answer_model is AnswerModel.STAR
        parts = " ".join(_part(name, part, initials=initials) for name, part in answer.parts.items())
        rows.append(f"{number}  {column(answer.question, 40)}  {parts.rstrip()}")
    if any(part.prompted for answer in card.answers for part in answer.parts.values()):
        rows.append("██ clear   █░ thin   \N{EN DASH} not found   * only after a follow-up")
    return tuple(rows)


def cost_lines(card: Scorecard, rubric: Rubric | None) -> tuple[str, ...]:
    """Flags first, then each answer's flaws."""
    names = {flag.id: flag.name for flag in rubric.flags} if rubric else {}
    told = [_flag(flag, names) for flag in card.flags]
    several = len(card.answers) > 1
    told += [
        f"· {f'Answer {cost.answer}: ' if several else ''}{one_line(cost.text)}" for cost in costs_of(card.answers)
    ]
    return tuple(told)


def delivery_lines(card: Scorecard) -> tuple[str, ...]:
    """Counts and clock, each with its name; what was not measured is left out."""
    return tuple(line for line in (_counts(card.delivery), _counts(card.pacing)) if line)


def _part(name: str, part: PartFound, *, initials: bool) -> str:
    mark = _STRENGTH[min(2, max(0, part.strength))]
    asked = "*" if part.prompted else " "
    return f"{named(name)[:1] if initials else named(name)} {mark}{asked}"


def _flag(flag: FlagFound, names: Mapping[str, str]) -> str:
    name = one_line(names.get(flag.id) or named(flag.id))
    probed = "asked about" if flag.probed else "not asked about"
    where = f" {quoted(flag.evidence[0].quote, 60)} turn {flag.evidence[0].turn}" if flag.evidence else ""
    return f"! {name} (red flag: {flag.severity}, {probed}){where}"


def _counts(counts: Mapping[str, float | int | None]) -> str:
    return " · ".join(f"{_label(key)} {_amount(key, value)}" for key, value in counts.items() if value is not None)


def _label(key: str) -> str:
    return _LABELS.get(key) or one_line(key.removesuffix("_seconds").replace("_", " "))


def _amount(key: str, value: float) -> str:
    if key.endswith("share"):
        return f"{value:.0%}"
    return clock(value) if "seconds" in key else f"{value:g}"
