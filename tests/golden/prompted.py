"""Exactly what a model is sent, for one turn and for each of the grader's calls."""

from collections.abc import Callable, Mapping, Sequence

from interviewsim.domain.events import CandidateSaid
from interviewsim.domain.move import Move
from interviewsim.domain.transcript import transcript_of
from interviewsim.engine.cue import Cue
from interviewsim.engine.finding import Wanted
from interviewsim.graders.asking import as_data
from interviewsim.interviewers.conversation import Conversation
from interviewsim.locations import bundled
from interviewsim.prompts.context import WrongContext, load_interviewer
from interviewsim.prompts.grading_context import (
    AdviceContext,
    AgainContext,
    AskedItem,
    Context,
    DecideContext,
    ExtractContext,
    SystemContext,
    load_templates,
)
from interviewsim.prompts.library import PromptLibrary
from interviewsim.providers.chat import Message
from tests.golden.samples import ENTRIES, OPENED

FOLDERS = (bundled("prompts"),)
ASKED = "Tell me about a time you changed a plan."
SENTENCES = {"T2.1": "In March I cut the address step with Priya.", "T2.2": 'She said "too soon", and {{ left }} it.'}
FOLLOW_UPS = {"T2": "Who saw it differently?"}
EVIDENCE = [
    {"id": "E1", "turn": "T2", "quote": "I cut the address step", "sentence": SENTENCES["T2.1"]},
    {"id": "E2", "turn": "T2", "quote": '"too soon"', "sentence": SENTENCES["T2.2"]},
]
ITEMS = [AskedItem("own_step", "Names a step of the candidate's own."), AskedItem("obstacle", "Names an obstacle.")]
DECIDED = (
    ASKED,
    as_data(FOLLOW_UPS),
    "Ownership",
    "Whether the candidate's own part can be told.",
    as_data(EVIDENCE),
    ITEMS,
)


def _conversation() -> Conversation:
    style = PromptLibrary(FOLDERS).style("neutral")
    return Conversation(load_interviewer(FOLDERS), style, style.about)


def _told(messages: Sequence[Message]) -> bytes:
    return "\n".join(f"== {one.role}\n{one.text}\n" for one in messages).encode()


def _turn() -> bytes:
    said = tuple(entry for entry in ENTRIES if entry.n <= _last_answer())
    return _told(_conversation().messages(transcript_of(OPENED, said), Cue(Move.PROBE, None, "result")))


def _last_answer() -> int:
    return max(entry.n for entry in ENTRIES if isinstance(entry.event, CandidateSaid))


def _search() -> bytes:
    wanted = Wanted(3, "Why did churn rise?", "How punctual were the boxes?", {"late": ("late deliveries",)})
    return (_conversation().search(wanted) + "\n").encode()


def _again() -> bytes:
    return (_conversation().wrong(WrongContext("praise", 60, asks=True)) + "\n").encode()


def _graders(context: Context) -> Callable[[], bytes]:
    def made() -> bytes:
        return (load_templates(FOLDERS).filled(context) + "\n").encode()

    return made


MADE: Mapping[str, Callable[[], bytes]] = {
    "prompts/interviewer-turn.txt": _turn,
    "prompts/interviewer-again.txt": _again,
    "prompts/interviewer-find.txt": _search,
    "prompts/grader-system.txt": _graders(SystemContext("practice")),
    "prompts/grader-extract.txt": _graders(
        ExtractContext(
            ASKED, ["situation", "result"], as_data(SENTENCES), as_data({"T2": "Who saw it differently?"}), 24
        )
    ),
    "prompts/grader-decide.txt": _graders(DecideContext(*DECIDED)),
    "prompts/grader-again.txt": _graders(AgainContext(*DECIDED)),
    "prompts/grader-advice.txt": _graders(AdviceContext(ASKED, "how it ended", as_data(SENTENCES), 220)),
}
