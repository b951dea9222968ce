"""The keys of the settings screen, and what it is for."""

from interviewsim.tui.commands import Command

CHANGE = Command("settings.change", "enter", "choose", "change", "Change or choose what is under the cursor", "enter")
TEST = Command("settings.test", "t", "test", "test connection", "Try the model's connection, a step at a time", "t")
CLEAR = Command("settings.clear", "x", "clear", "take away", "Take a value away from your settings", "x")
UNDO = Command("settings.undo", "u", "undo", "undo", "Take the last change back", "u")
LOOK = Command("settings.look", "l", "look", "look again", "Look for model servers again", "l", in_line=False)
EDIT = Command("settings.edit", "e", "edit", "edit the file", "Open your settings in your editor", "e", in_line=False)
BACK = Command("settings.back", "escape", "back", "back", "Stop a test that runs, else back", "esc")
ALL = (CHANGE, TEST, CLEAR, UNDO, LOOK, EDIT, BACK)
ABOUT = (
    "Every setting with its value and where that comes from: the command line, the environment, your own settings, the "
    "workspace's, the default; the first of these that says something wins. A change is written into your own settings "
    "at once and counts from the next round on. A key is never shown or written. A server that was found is used only "
    "if you choose it here."
)
