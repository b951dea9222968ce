"""Checks on every interviewer turn, before it is shown: pure, the same at run time and in tests.

A turn is judged by its move: each move has limits of its own (`limits.py`), some words no interviewer says
(`manners.phrases`), and whatever it puts into the candidate's mouth or names as a figure must have been said before.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from interviewsim.domain.move import Move
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.cue import Cue
from interviewsim.engine.limits import LIMITS
from interviewsim.engine.sources import Sources, sources_of
from interviewsim.engine.wording import Turn, asks, words_of
from interviewsim.reading.phrasebook import PhraseBook, read_book
from interviewsim.reading.plain import plain


class Check(StrEnum):
    """What a turn can be wrong in."""

    QUESTIONS = "questions"  # too many questions, or none where one is due
    STACKED = "stacked"  # two questions in one sentence
    LENGTH = "length"  # too many words or sentences, or none
    MARKUP = "markup"  # lists, headings, bold, links
    PRAISE = "praise"
    LEAK = "leak"  # scores, rubric, levels; words of a withheld text
    COACHING = "coaching"
    PARROT = "parrot"  # says the answer again
    LEADING = "leading"  # suggests its answer, or takes yes for one
    ROLE_BREAK = "role_break"
    REPEATED = "repeated"  # said before
    FAREWELL = "farewell"  # before the end, or none at the end
    CLOCK = "clock"  # another time than the engine's
    MISQUOTE = "misquote"  # words the candidate did not say
    FIGURE = "figure"  # a number from nowhere
    IMPROPER = "improper"  # unlawful or improper to ask


@dataclass(frozen=True, slots=True)
class Breach:
    """A check that a turn does not pass, and the words by which: a sentence as it stands, or a plain reason."""

    check: Check
    detail: str


LONGEST_OVERLAP = 0.5
"""Share of the interviewer's content words that may come from the last answer."""
SAME_AGAIN = 0.9
"""Likeness of two turns, as the share of words they have in common, from which one repeats the other."""
LEAKED_RUN = 6
"""Words in a row from a withheld text that count as telling it."""

_ABOUT_THE_EMPLOYER = frozenset({Move.ANSWER, Move.WITHHOLD, Move.NOT_KNOWN})
_IN_CHARACTER = frozenset({Move.CHALLENGE})
"""Moves that are made as somebody else."""

_MARKUP = re.compile(
    r"^\s*(?:[-*•‣]|\d+[.)])\s+\S|^\s*#{1,6}\s|\*\*|__|`[^`]+`|\[[^\]]+\]\([^)]*\)|(?<!\w)\*\w[^*\n]*\w\*(?!\w)|^\s*\|.*\|"
    r"|</?[a-z][^>]*>|\n\s*\S[^\n]*\n\s*\S",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL = re.compile(
    r"^\s*(?:interviewer|assistant|candidate|system|user)\s*:|\[(?:engine|system|inst|move)\b|\bmove ?=", re.IGNORECASE
)
_OUT_OF_FIVE = re.compile(r"\b[1-5](?:\.\d)?\s?/\s?(?:5|10)\b")
_WH = "how|what|why|when|where|which|who"
_DOES = "did|do|does|was|were|is|are|would|could|had|has|have|will|should|can"
STACKED = re.compile(
    rf"\b(?:and|or|as well as|plus)(?: also| then)? (?:{_WH})(?: (?:much|many|long|else))?"
    rf"(?: (?:{_DOES})\b|\s*\?|\s*[.,]|\s*$)"
    rf"|\b(?:and|or) (?:how|what|why|when|where)\b"
    rf"|\b(?:{_WH}) (?:{_DOES})\b[^?]*, (?:and )?(?:{_WH}) (?:{_DOES})\b"
    rf"|\b(?:{_WH}|{_DOES})\b[^?]*\band (?:{_DOES}) (?:you|it|that|they|he|she|there|this|your)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(rf"^(?:and |so |but |okay, |then )?(?:{_DOES}|am)(?:n't)?\b (?!it be)", re.IGNORECASE)
_TAG = re.compile(r"[,;] (?:right|correct|no|yes|yeah|agreed|true|eh|isn't it|innit)\?", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(\d+|[a-z]+)(?: more| short| full)? (minutes?|seconds?)\b"
    r"|\b(half an hour|an hour|a minute|quarter of an hour)\b",
    re.IGNORECASE,
)
_CLOCK_TALK = re.compile(
    r"\b(?:left|remain\w*|to go|we have|we've|you have|you've|we'll|more minutes?|another|out of time"
    r"|(?:for|in) this round)\b",
    re.IGNORECASE,
)
_COMMON_WORDS = """
about after again also anything because been before being both could does doing down each else even ever every first
from getting give going have having here hear into just know last least less like look made make many mean might
more most much need next once only other over part rather really right same should some something still take tell
than that their them then there these they thing things think this those through time told under until very walk
want well went were what when where which while whose with without work would wrote your yours yourself said
happened
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def check_conduct(text: str, cue: Cue, transcript: Transcript, *, withheld: Sequence[str] = ()) -> tuple[Breach, ...]:
    """Everything that is wrong with a turn that words the cue; empty when it may be said.

    `withheld` are texts that must not be told, such as a rubric's anchors. The question as it was set
    and `cue.tell` may be said as they stand.
    """
    sources = sources_of(cue, transcript)
    turn = Turn(text, sources.given)
    checks: tuple[Callable[[], Iterator[Breach]], ...] = (
        lambda: _shape(turn, cue.move),
        lambda: _manners(turn, cue, sources),
        lambda: _withheld(turn, withheld),
        lambda: _answer_said_again(turn, sources),
        lambda: _said_before(turn, cue.move, sources),
        lambda: _end(turn, cue.move),
        lambda: _clock(turn, sources),
        lambda: _words_of_the_candidate(turn, cue.move, sources),
        lambda: _figures(turn, sources),
    )
    return tuple(breach for check in checks for breach in check())


@cache
def _book() -> PhraseBook:
    return read_book("interviewsim.engine", "manners.phrases")


def _shape(turn: Turn, move: Move) -> Iterator[Breach]:
    limits = LIMITS[move]
    words = len(turn.without_given.split())
    if not turn.text.strip():
        yield Breach(Check.LENGTH, "nothing is said")
        return
    if words > limits.words or len(turn.sentences) > limits.sentences:
        yield Breach(Check.LENGTH, f"{words} words in {len(turn.sentences)} sentences")
    if turn.questions > limits.questions:
        yield Breach(Check.QUESTIONS, f"{turn.questions} questions")
    elif limits.asks and not turn.puts_something:
        yield Breach(Check.QUESTIONS, "nothing is asked")
    if _MARKUP.search(turn.own):
        yield Breach(Check.MARKUP, "markup")
    if _LABEL.search(turn.own):
        yield Breach(Check.ROLE_BREAK, "a label")


def _manners(turn: Turn, cue: Cue, sources: Sources) -> Iterator[Breach]:
    for sentence in turn.sentences:
        asked = asks(sentence)
        found = _book().sections_in(plain(sentence))
        held = ("", " asked" if asked else " told", "" if cue.move in _IN_CHARACTER else " out of character")
        for check in (check for check in Check if found.intersection(f"{check}{suffix}" for suffix in held)):
            if not _allowed(check, cue.move, sentence, sources):
                yield Breach(check, sentence)
        if _OUT_OF_FIVE.search(sentence):
            yield Breach(Check.LEAK, sentence)
        if asked and STACKED.search(sentence):
            yield Breach(Check.STACKED, sentence)
        if _TAG.search(sentence) or (asked and LIMITS[cue.move].open and _CLOSED.search(sentence)):
            yield Breach(Check.LEADING, sentence)


def _allowed(check: Check, move: Move, sentence: str, sources: Sources) -> bool:
    """A hint may coach; the end is said at the end; a greeting may thank; the candidate's own subject may be named."""
    match check:
        case Check.COACHING:
            return move is Move.HINT
        case Check.FAREWELL:
            return move is Move.CLOSE or (move is Move.OPEN and "bye" not in sentence.lower())
        case Check.IMPROPER | Check.PARROT:
            return move in _ABOUT_THE_EMPLOYER
        case Check.LEAK:
            return sources.candidate_used(
                sentence, {"criteria", "criterion", "rubric", "scorecard", "rating", "score", "grade"}
            )
        case _:
            return False


def _withheld(turn: Turn, withheld: Sequence[str]) -> Iterator[Breach]:
    kept = _runs_of(tuple(withheld))
    for sentence in turn.sentences if kept else ():
        if kept & set(_runs(sentence)):
            yield Breach(Check.LEAK, sentence)


@lru_cache(maxsize=4)
def _runs_of(texts: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Kept between turns: what is withheld is the same all through a round."""
    return frozenset(run for text in texts for run in _runs(text))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = words_of(text)
    return (words[at : at + LEAKED_RUN] for at in range(len(words) - LEAKED_RUN + 1))


def _answer_said_again(turn: Turn, sources: Sources) -> Iterator[Breach]:
    own = {word for word in words_of(turn.own) if len(word) > 3 and word not in _COMMON} - set(
        words_of(" ".join(sources.given))
    )
    if len(own) < 6:
        return
    shared = own & set(words_of(sources.last_answer))
    if len(shared) > LONGEST_OVERLAP * len(own):
        yield Breach(Check.PARROT, "says the answer again: " + ", ".join(sorted(shared)))


def _said_before(turn: Turn, move: Move, sources: Sources) -> Iterator[Breach]:
    words = set(words_of(turn.text))
    if not LIMITS[move].fresh or len(words) < 3:
        return
    for earlier in sources.interviewer:
        other = set(words_of(earlier))
        if 2 * len(words & other) > SAME_AGAIN * (len(words) + len(other)):
            yield Breach(Check.REPEATED, earlier)
            return


def _end(turn: Turn, move: Move) -> Iterator[Breach]:
    if move is Move.CLOSE and not re.search(r"\b(?:good ?bye|bye|thank|thanks|take care)\b", turn.own, re.IGNORECASE):
        yield Breach(Check.FAREWELL, "no farewell")


def _clock(turn: Turn, sources: Sources) -> Iterator[Breach]:
    for sentence in turn.sentences:
        if not _CLOCK_TALK.search(sentence):
            continue
        for match in _CLOCK.finditer(sentence):
            if not sources.tells_time(match.group(1) or match.group(3), match.group(2) or "minutes"):
                yield Breach(Check.CLOCK, sentence)
                break


def _words_of_the_candidate(turn: Turn, move: Move, sources: Sources) -> Iterator[Breach]:
    for quotation in turn.quotations:
        if move is not Move.HINT and not sources.candidate_said(quotation):
            yield Breach(Check.MISQUOTE, quotation)
        elif not LIMITS[move].quotes:
            yield Breach(Check.PARROT, quotation)
    for reported in turn.reported:
        if not sources.candidate_told(reported):
            yield Breach(Check.MISQUOTE, reported)


def _figures(turn: Turn, sources: Sources) -> Iterator[Breach]:
    for figure in turn.figures:
        if not sources.names(figure):
            yield Breach(Check.FIGURE, figure)
