"""What a candidate can press in a round."""

from interviewsim.domain.terms import Mode
from interviewsim.tui.commands import Command

SEND = Command("round.send", "ctrl+s,ctrl+j,ctrl+enter", "send", "send", "Send your answer as it stands", "^s")
NOTES = Command("round.notes", "f2,n", "notes", "notes", "To the notes, and back to the answer", "f2")
CLARIFY = Command("round.clarify", "f3,c", "clarify", "clarify", "Ask the interviewer about the question", "f3")
HINT = Command("round.hint", "f4,h", "hint", "hint", "A nudge from the interviewer; told in the debrief", "f4")
PAUSE = Command("round.pause", "f5,p", "pause", "pause", "Stop the clock, or let it go on", "f5")
SKIP = Command("round.skip", "s", "skip", "skip question", "Leave this question for the next", "s", in_line=False)
END = Command("round.end", "f8,e", "end", "end round", "End the round, with feedback or without", "f8")
AGAIN = Command("round.again", "ctrl+r", "again", "try again", "Go on after something failed", "^r")
OFFLINE = Command(
    "round.offline", "ctrl+o,o", "offline", "go on offline", "Let the offline interviewer go on from here", "^o"
)
EDITOR = Command(
    "round.editor", "ctrl+g", "editor", "your editor", "Write the answer in your own editor", "^g", in_line=False
)
CLOCK = Command("round.clock", "f9", "hide_clock", "hide clock", "Hide the clock, or show it", "f9", in_line=False)
READ_UP = Command(
    "round.read_up",
    "ctrl+up",
    "read(-1)",
    "scroll up",
    "Scroll the dialogue while writing",
    "^↑",
    in_line=False,
    priority=True,
)
READ_DOWN = Command(
    "round.read_down",
    "ctrl+down",
    "read(1)",
    "scroll down",
    "Scroll the dialogue while writing",
    "^↓",
    in_line=False,
    priority=True,
)
TABS = tuple(
    Command(
        f"round.tab_{number}",
        f"alt+{number}",
        f"tab({number})",
        name,
        f"The {name} beside the answer",
        "",
        in_line=False,
    )
    for number, name in enumerate(("notes tab", "STAR tab", "brief tab"), 1)
)
STEP_BACK = Command(
    "round.step_back",
    "escape",
    "step_back",
    "single keys",
    "Stop the interviewer, where that can be; else leave the answer box, or go back",
    "esc",
    in_palette=False,
)
ALL = (
    SEND,
    NOTES,
    CLARIFY,
    HINT,
    PAUSE,
    END,
    AGAIN,
    OFFLINE,
    STEP_BACK,
    SKIP,
    EDITOR,
    CLOCK,
    READ_UP,
    READ_DOWN,
    *TABS,
)
COACH_ONLY = frozenset({"hint", "pause"})
ABOUT = (
    "The round. Write in the box: Enter is a new line, Ctrl+S sends, and what is sent cannot be taken back. The clock "
    "runs while it is your turn and stands while the interviewer speaks. Everything is kept as you write: leave with "
    "Ctrl+Q at any time and go on later. Notes are yours alone."
)


def letters(mode: Mode) -> str:
    """The single keys that work outside the answer box."""
    coach = "h hint · p pause · " if mode.helps else ""
    return f"{coach}n notes · c clarify · s skip · e end round · any other key goes back to your answer"
