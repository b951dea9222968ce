"""Where an interviewer's words and figures may come from: the candidate, the question, the pack, the clock."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.cue import Cue
from interviewsim.engine.wording import stands_in, words_of
from interviewsim.reading.figures import figures_in
from interviewsim.reading.plain import plain
from interviewsim.reading.topics import root

_TURNED = {"you": "i", "your": "my", "yours": "mine", "yourself": "myself", "are": "am", "were": "was"}
_FUNCTION_WORDS = """
i me my mine myself we our us you it its that this these those he she they him her them his their the a an and or
but so to of in on at for with from by as is am are was were be been being do did does have has had would could
should will can about there then than too very just also really actually earlier before already once
something things thing some any into up out what when how why who which where if because went got get going one s t
"""
_EMPTY_WORDS = frozenset(_FUNCTION_WORDS.split())


@dataclass(frozen=True)
class Sources:
    """What may be said as it stands (`given`), what either side said so far, and the clock in seconds."""

    given: tuple[str, ...]
    candidate: tuple[str, ...]
    interviewer: tuple[str, ...]
    told: tuple[str, ...]
    seconds_left: float | None
    seconds_planned: int | None

    @property
    def last_answer(self) -> str:
        """The candidate's latest message, or nothing."""
        return self.candidate[-1] if self.candidate else ""

    def candidate_said(self, quotation: str) -> bool:
        """Whether a turn of the candidate holds the words, one right after the other; marks and case aside."""
        words = words_of(quotation)
        return bool(words) and any(stands_in(words, said) for said in self._candidate_words)

    def candidate_told(self, reported: str) -> bool:
        """Whether the content of "you said you cut the step" stands close together in one candidate turn."""
        content = _content(_TURNED.get(word, word) for word in plain(reported).split())
        enough = len(content) if len(content) < 4 else 0.8 * len(content)
        return not content or any(_most_together(content, said) >= enough for said in self._candidate_roots)

    def candidate_used(self, sentence: str, terms: Iterable[str]) -> bool:
        """Whether every one of the terms that stands in the sentence was the candidate's, or the question's, own."""
        named = {word for word in words_of(sentence) if word in set(terms)}
        own = {word for said in (*self._candidate_words, *map(words_of, self.given)) for word in said}
        return bool(named) and named <= own

    def names(self, figure: str) -> bool:
        """Whether a figure has a source."""
        return figures_in(figure) <= self._figures

    def tells_time(self, amount: str, unit: str) -> bool:
        """Whether an amount of time is the engine's, or somebody else's word. Unclear amounts ("some") pass."""
        values = figures_in(_AMOUNTS.get(amount.lower(), amount))
        if not values or any((value, unit[:3].lower()) in self._said_times for value in values):
            return True
        return values <= (self._seconds if unit.lower().startswith("second") else self._minutes)

    @cached_property
    def _candidate_words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(words_of(said) for said in self.candidate)

    @cached_property
    def _candidate_roots(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(_content(plain(said).split())) for said in self.candidate)

    @cached_property
    def _said_times(self) -> frozenset[tuple[str, str]]:
        """Values with the first letters of their unit, as "two minutes" or "90 seconds" were said."""
        said = " ".join((*self.given, *self.candidate)).lower()
        return frozenset((value, unit[:3]) for amount, unit in _TIMES.findall(said) for value in figures_in(amount))

    @cached_property
    def _said_figures(self) -> frozenset[str]:
        return frozenset().union(*(figures_in(said) for said in (*self.given, *self.candidate)))

    @cached_property
    def _figures(self) -> frozenset[str]:
        return self._said_figures.union(self._minutes, self._seconds, *(figures_in(told) for told in self.told))

    @cached_property
    def _minutes(self) -> frozenset[str]:
        clocks = [clock for clock in (self.seconds_left, self.seconds_planned) if clock is not None]
        return frozenset(f"{minutes:d}" for clock in clocks for minutes in _around(clock / 60))

    @cached_property
    def _seconds(self) -> frozenset[str]:
        return (
            frozenset()
            if self.seconds_left is None
            else frozenset(f"{value:d}" for value in _around(self.seconds_left))
        )


_FAR = 99
_TIMES = re.compile(r"\b(\w+)[ -](minute|second)s?\b")
_AMOUNTS = {
    "half an hour": "30",
    "an hour": "60",
    "a minute": "1",
    "quarter of an hour": "15",
    "a": "",
    "few": "",
    "couple": "2",
}


def sources_of(cue: Cue, transcript: Transcript) -> Sources:
    """The sources of a turn that words the cue, after what the transcript holds."""
    configured = transcript.configured
    question = None
    if configured is not None:
        question = next((one for one in configured.questions if one.id == cue.question_id), None)
    planned = configured.plan.seconds if configured is not None and configured.plan.timed else None
    interviewer = tuple(turn.text for turn in transcript.turns if not turn.candidate)
    return Sources(
        given=tuple(text for text in (*(_put(question, cue) if question else ()), cue.tell or "") if text),
        candidate=tuple(turn.text for turn in transcript.turns if turn.candidate),
        interviewer=interviewer,
        told=(
            *interviewer,
            configured.pack.brief if configured is not None else "",
            str(configured.plan.questions) if configured else "",
        ),
        seconds_left=cue.seconds_left,
        seconds_planned=planned,
    )


def _put(question: Question, cue: Cue) -> tuple[str, ...]:
    """The question as it is put, in one piece or piece by piece, and its follow-up where that is what is due."""
    follow_up = question.probe_for(cue.target) if cue.move is Move.PROBE and cue.target else None
    told = (fact.tell for fact in question.facts if fact.opening)
    return (question.opening, question.ask, *told, *((follow_up.ask,) if follow_up else ()))


def _around(value: float) -> tuple[int, ...]:
    return (int(value), round(value), int(value) + 1)


def _content(words: Iterable[str]) -> list[str]:
    """The roots of words with meaning; one soon after "not" or "never" is another word than without it."""
    content = []
    since_not = _FAR
    for word in words:
        since_not = 0 if word in {"not", "never"} else since_not + 1
        if since_not and word not in _EMPTY_WORDS:
            content.append(f"not {root(word)}" if since_not <= 2 else root(word))
    return content


def _most_together(content: Sequence[str], said: Sequence[str]) -> int:
    """The most of these roots that stand within a short stretch of the text."""
    width = 3 * len(content) + 4
    stretches = (said[at : at + width] for at in range(max(len(said) - width, 0) + 1))
    return max((sum(word in stretch for word in content) for stretch in stretches), default=0)
