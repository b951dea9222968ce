"""What is asked before the debrief, and what the debrief says of the guess."""

from collections.abc import Sequence
from dataclasses import dataclass

from interviewsim.domain.events import SelfEstimate
from interviewsim.domain.history import PRACTICE
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Mode
from interviewsim.domain.transcript import Transcript
from interviewsim.grading.guesses import Guess, gap_of
from interviewsim.tui.presenters.plain import named, one_line

UNSAID = "rather not say"
HIRE: tuple[tuple[str, bool | None], ...] = ((UNSAID, None), ("yes, they would", True), ("no, they would not", False))


@dataclass(frozen=True, slots=True)
class GuessView:
    """The criteria to choose from: name, what it is about, and its id (None: nothing said)."""

    criteria: tuple[tuple[str, str, str | None], ...]


def asks_first(transcript: Transcript) -> bool:
    """Whether a guess is asked for: of a whole round with scores, in which something was said, once."""
    opened = transcript.opened
    whole = opened.length not in PRACTICE and opened.forked_from is None
    said = any(turn.candidate for turn in transcript.turns)
    return whole and said and opened.mode is not Mode.GENTLE and transcript.estimate is None and not transcript.grades


def guess_view(transcript: Transcript) -> GuessView:
    """The fields of the guess."""
    criteria = transcript.configured.rubric.criteria if transcript.configured else ()
    named_ones = ((one_line(one.name), one_line(one.about), one.id) for one in criteria)
    return GuessView(((UNSAID, "", None), *named_ones))


def guess_lines(estimate: SelfEstimate, card: Scorecard, guesses: Sequence[Guess]) -> tuple[str, ...]:
    """The guess beside the grade, and the gap over all guesses where there are enough."""
    guess = Guess(estimate, card)
    lines = [" ".join(filter(None, (_hire(guess), _weakest(guess))))]
    gap = gap_of(guesses)
    return tuple(line for line in (*lines, gap.text if gap else "") if line)


def _hire(guess: Guess) -> str:
    match guess.estimate.would_hire:
        case None:
            return ""
        case would:
            said = f"You said they {'would' if would else 'would not'} hire you"
    if guess.hire is None:
        return f"{said}; there is no verdict to compare it with."
    return f"{said}, and {'so says' if guess.hire else 'not so'} the grade."


def _weakest(guess: Guess) -> str:
    if guess.estimate.weakest is None:
        return ""
    names = {one.id: one_line(one.name) for one in guess.card.criteria}
    name = names.get(guess.estimate.weakest) or named(guess.estimate.weakest)
    match guess.weakest:
        case None:
            return f"You named {name} as weakest, which was not judged."
        case True:
            return f"You named {name} as weakest, and it stands lowest."
        case False:
            levels = [one for one in guess.card.criteria if one.level is not None]
            lowest = min(levels, key=lambda one: (one.level or 0, -one.weight))
            return f"You named {name} as weakest; {one_line(lowest.name)} stands lowest."
