"""The candidate's own questions: how many, whether they fit only this company, whether they use what was just told."""

import re
from collections.abc import Iterator, Mapping, Sequence

from interviewsim.domain.aspect import Handling
from interviewsim.domain.evidence import Span
from interviewsim.reading.amounts import amounts_in
from interviewsim.reading.clauses import clauses_of
from interviewsim.reading.heard import Heard
from interviewsim.reading.topics import root, roots_of

_ANYWHERE = """
team product company role work job day week month year user customer people person culture value vision goal success
measure metric challenge problem decide decision feature roadmap strategy plan priority prioritize process manager
management engineer engineering design designer stakeholder business growth grow market feedback career development
learn opportunity position candidate interview hire hiring next step typical look expect expectation biggest first
second new start change important success successful report structure size data use build make work help think
question thing way kind lot part other different great best good well better worst better happen support lead leader
leadership remote office hybrid salary benefit vacation pay bonus quarter today currently organization organisation
department cross functional collaborate collaboration agile tool tech stack onboard onboarding promote promotion
balance life environment like love enjoy favorite describe tell explain share mean sense make come find need keep give
take put set run see show ask answer say mention number time long term short high low big small more less
"""
_GENERIC = frozenset(root(word) for word in _ANYWHERE.split())
_REFERS = re.compile(
    r"\byou (?:just |have |had )?(?:said|mentioned|told|described|called|spoke|talked|wrote)\b|\byour (?:last"
    r"|previous) (?:answer|point)\b|\bjust now\b|\bthat (?:trial|plan|decision|number|figure|change)\b"
)
_SMALLEST = 4  # figures below it stand in any question


def read_own_questions(
    questions: Sequence[Heard], answers: Sequence[str], brief: str
) -> Mapping[Handling, tuple[Span, ...]]:
    """What the candidate's questions show. `answers[n]` is what the interviewer had told just before `questions[n]`.

    A question is specific if two of its words, a name or a figure come from the brief or an answer and would not stand
    in a question to any company; it follows up if it takes such a word from the answer just given.
    """
    found: dict[Handling, tuple[Span, ...]] = {}
    asked = [(heard, span) for heard in questions for span in _questions(heard)]
    if len({_roots(heard, span) for heard, span in asked}) >= 2:
        found[Handling.ASKED_TWO] = tuple(span for _, span in asked)
    told = [*answers, *("" for _ in questions)]
    specific = tuple(
        span
        for at, heard in enumerate(questions)
        for span in _questions(heard)
        if _is_specific(span.of(heard.text), f"{brief} {' '.join(told[: at + 1])}")
    )
    if specific:
        found[Handling.SPECIFIC_QUESTION] = specific
    taken_up = tuple(_following(questions, told))
    if taken_up:
        found[Handling.FOLLOWS_UP] = taken_up
    return found


def _following(questions: Sequence[Heard], told: Sequence[str]) -> Iterator[Span]:
    before: set[str] = set()
    for at, heard in enumerate(questions):
        new = _telling(told[at]) - before
        for span in _questions(heard):
            shared = _telling(span.of(heard.text)) & new
            refers = _REFERS.search(heard.text.lower()) is not None
            if len(shared) >= 2 or (shared and (refers or at > 0)) or _shares_figure(span.of(heard.text), told[at]):
                yield span
        before |= _telling(heard.text)


def _questions(heard: Heard) -> list[Span]:
    """The sentences that ask, with what leads up to them left out."""
    places = dict.fromkeys(
        (clause.sentence.start, clause.sentence.end) for clause in clauses_of(heard.text) if clause.asks
    )
    found = [Span(heard.turn, start, end) for start, end in places]
    return found or ([Span(heard.turn, 0, len(heard.text))] if "?" in heard.text else [])


def _roots(heard: Heard, span: Span) -> tuple[str, ...]:
    return roots_of(span.of(heard.text))


def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in roots_of(text) if word not in _GENERIC and len(word) > 2 and not word.isdigit())


def _is_specific(question: str, known: str) -> bool:
    shared = _telling(question) & _telling(known)
    if len(shared) >= 2 or _shares_figure(question, known):
        return True
    return any(root(name.lower()) in shared for name in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", known))


def _shares_figure(one: str, other: str) -> bool:
    return not _figures(one).isdisjoint(_figures(other))


def _figures(text: str) -> frozenset[float]:
    return frozenset(
        round(amount.value, 6) for amount in amounts_in(text) if amount.value >= _SMALLEST or amount.percent
    )
