"""The templates behind the prompts, and exactly what a model was or would be sent for a turn of a session."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from interviewsim.domain.transcript import Transcript
from interviewsim.engine.cue import Cue
from interviewsim.errors import WrongUsage
from interviewsim.interviewers.conversation import TASKS, Conversation
from interviewsim.prompts.context import INTERVIEWER, load_interviewer
from interviewsim.prompts.grading_context import GRADER, load_templates
from interviewsim.prompts.library import PromptLibrary
from interviewsim.providers.chat import Message

ENDING = ".jinja"


def templates(folders: Sequence[Path]) -> Mapping[str, Path]:
    """Each template's name, as `interviewer/cue`, and the file that wins."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        for group in (INTERVIEWER, GRADER):
            found |= {f"{group}/{path.stem}": path for path in sorted((folder / group).glob(f"*{ENDING}"))}
    return dict(sorted(found.items()))


def check_templates(folders: Sequence[Path]) -> None:
    """Load every template for its faults alone. Raises `InvalidFile` for the first."""
    load_interviewer(folders)
    load_templates(folders)


def sent(transcript: Transcript, folders: Sequence[Path], turn: int | None) -> tuple[Message, ...]:
    """What a model is sent for an interviewer's turn; without a number, for the last that a model may word.

    Raises `WrongUsage` where there is no such turn.
    """
    worded = [one for one in transcript.turns if not one.candidate and one.move in TASKS]
    about = next((one for one in reversed(worded) if turn in {None, one.turn}), None)
    if about is None or about.move is None or transcript.configured is None:
        places = ", ".join(str(one.turn) for one in worded) or "none"
        raise WrongUsage("No model is asked for that turn.", f"Turns that a model may word: {places}.")
    style = PromptLibrary(folders).style(transcript.configured.plan.interviewer.style)
    talk = Conversation(load_interviewer(folders), style, style.about)
    before = replace(transcript, turns=tuple(one for one in transcript.turns if one.turn < about.turn))
    return talk.messages(before, Cue(about.move, about.question_id, about.target))
