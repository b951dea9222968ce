"""What can be pressed in the history."""

from interviewsim.tui.commands import Command

OPEN = Command("history.open", "enter", "choose", "open", "Read the debrief, or go on with what is unfinished", "enter")
READ = Command("history.read", "t", "read", "transcript", "Read the round, word for word", "t")
MARK = Command("history.mark", "space", "mark", "mark", "Mark for a comparison; two can be marked", "space")
COMPARE = Command("history.compare", "c", "compare", "compare", "Put the two marked sessions side by side", "c")
FILTER = Command("history.filter", "f", "filter", "filter", "Show one round, company or state", "f")
FIND = Command("history.find", "slash", "find", "search", "Show what has these words", "/")
RENAME = Command("history.rename", "n", "rename", "rename", "Give the session another title", "n")
DELETE = Command("history.delete", "delete,d", "delete", "delete", "Delete the session for good; asks first", "del")
CLEAR = Command("history.clear", "backspace", "clear", "show all", "Take every filter away", "⌫", in_line=False)
BACK = Command("history.back", "escape", "back", "back", "Back home", "esc")
ALL = (OPEN, MARK, COMPARE, BACK, FILTER, FIND, READ, RENAME, DELETE, CLEAR)
ABOUT = (
    "Every session of this home, newest first. Scores are set side by side only where company, level and grader "
    "are the same; under three of them nothing is called a trend, and a score inside the spread of those before "
    "it is told as no change. Space marks two sessions, c compares them."
)
