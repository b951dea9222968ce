"""What is shown of two takes of one answer, and of a warm-up: words that were there, words that were not."""

from collections.abc import Sequence
from dataclasses import dataclass

from interviewsim.domain.terms import Length, Mode
from interviewsim.domain.transcript import Transcript
from interviewsim.grading.takes import ItemChange, LevelChange, Take, Takes
from interviewsim.grading.warming import warmed
from interviewsim.tui.presenters.interview import title_of
from interviewsim.tui.presenters.plain import clock, level_bar, one_line, plural, quoted, shown

NOTHING_GAINED = "No item was gained."
NOTHING_LOST = "No item was lost."


@dataclass(frozen=True, slots=True)
class TakeView:
    """One take: what stands over it, and its words."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item gained or lost, with the words that show it."""

    criterion: str
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class TakesView:
    """Both takes. `levels` are rows of criterion, before and now; none where no score is shown."""

    title: str
    asked: str
    first: TakeView
    second: TakeView
    verdict: str
    gained: tuple[ItemView, ...]
    lost: tuple[ItemView, ...]
    levels: tuple[tuple[str, str], ...]


def takes_view(takes: Takes) -> TakesView:
    """Turn two takes into what stands side by side."""
    opened = takes.second.transcript.opened
    scored = opened.length is not Length.WARM_UP and opened.mode is not Mode.GENTLE
    return TakesView(
        title=f"Take two · {title_of(takes.second.transcript)}",
        asked=one_line(takes.asked),
        first=_take("FIRST TAKE", takes.first),
        second=_take("TAKE TWO", takes.second),
        verdict=f"{plural(len(takes.gained), 'item')} gained, {len(takes.lost)} lost on this answer.",
        gained=_items(takes.gained),
        lost=_items(takes.lost),
        levels=tuple(_level(one) for one in takes.levels if one.first != one.second) if scored else (),
    )


@dataclass(frozen=True, slots=True)
class WarmUpView:
    """A warm-up's debrief. Empty texts: there is no such thing."""

    title: str
    question: str
    done: str
    words: str
    missing: str
    to_say: str


def warm_up_view(transcript: Transcript) -> WarmUpView:
    """Turn a graded warm-up into one thing done and one thing missing."""
    configured = transcript.configured
    card = transcript.grades[-1].scorecard
    found = warmed(card, configured.rubric) if configured else None
    return WarmUpView(
        title=f"Warm-up · {title_of(transcript)}",
        question=one_line(card.answers[0].question) if card.answers else "",
        done=_said(found.done) if found else "",
        words=quoted(found.words.quote) if found and found.words else "",
        missing=_said(found.missing) if found else "",
        to_say=one_line(found.to_say) if found else "",
    )


def _take(heading: str, take: Take) -> TakeView:
    facts = (heading, plural(take.turn.words, "word"), f"at {clock(take.turn.t)}")
    return TakeView(" · ".join(facts), shown(take.turn.text).strip())


def _said(item: str) -> str:
    """An item's text as the end of a sentence."""
    text = one_line(item)
    return text[:1].lower() + text[1:]


def _items(items: Sequence[ItemChange]) -> tuple[ItemView, ...]:
    return tuple(
        ItemView(one_line(one.criterion), one_line(one.text), quoted(one.evidence.quote) if one.evidence else "")
        for one in items
    )


def _level(level: LevelChange) -> tuple[str, str]:
    before, now = (_bar(one) for one in (level.first, level.second))
    return one_line(level.name), f"{before}  now {now}"


def _bar(level: int | None) -> str:
    return "not scored" if level is None else f"{level_bar(level)} {level}"
