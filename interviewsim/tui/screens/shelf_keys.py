"""What can be pressed at the shelf of packs."""

from interviewsim.tui.commands import Command

SWITCH = Command(
    "shelf.switch", "enter", "choose", "practice with it", "Be asked and judged by it from now on", "enter"
)
EARLIER = Command("shelf.earlier", "left", "turn(-1)", "round before", "The page before", "←", in_line=False)
LATER = Command("shelf.later", "right", "turn(1)", "next round", "The pack itself, then how it judges each round", "→")
DIFF = Command("shelf.diff", "f", "diff", "differences", "What it judges otherwise than the pack it extends", "f")
FAULTS = Command("shelf.faults", "v", "faults", "check", "What is wrong with its files, with file and line", "v")
EDIT = Command("shelf.edit", "e", "edit", "edit", "Open the file in your own editor, at the first finding", "e")
NEW = Command("shelf.new", "n", "new", "new pack", "Begin a pack of your own that extends this one", "n")
DOWN = Command("shelf.down", "ctrl+down,space", "read(1)", "scroll", "Scroll the page", "space", in_line=False)
UP = Command("shelf.up", "ctrl+up", "read(-1)", "scroll up", "Scroll the page up", "^↑", in_line=False)
BACK = Command("shelf.back", "escape", "back", "back", "Back home", "esc")
ALL = (SWITCH, LATER, DIFF, FAULTS, EDIT, NEW, BACK, EARLIER, DOWN, UP)
ABOUT = (
    "Company packs are data: who interviews, what is judged with which weight, and what a hire needs. Right and left "
    "turn from the pack to each of its rounds; f shows what it says otherwise than the pack it extends. Packs that "
    "came with the program stay as they are: n begins one of your own, e opens its file in your editor, and what is "
    "wrong with it stands here with file and line. Scores of earlier rounds keep the rubric they were given by."
)
