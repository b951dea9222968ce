"""Bends the text of a shipped file as people, editors and accidents do."""

from collections.abc import Callable

from hypothesis import strategies as st

from interviewsim.errors import InvalidFile

PIECES = (": ", "- ", "&a ", "*a", "!x ", "\n\n", "  ", "null", "-1", "1e9", "true", "schema: 2", "{a}")
EXTENSIONS = ("extends: generic/behavioral\n", "remove: [a]\n")
SNIPPETS = st.sampled_from((*"\t:{}['\"#|>\n\x00\ufeff\u2028", *PIECES, *EXTENSIONS))


@st.composite
def bent(draw: st.DrawFn, text: str) -> str:
    """The text with up to three changes: lines dropped, doubled or moved, pieces cut out or put in."""
    for _ in range(draw(st.integers(1, 3))):
        lines = text.splitlines(keepends=True)
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["drop", "double", "move", "insert", "cut", "swap"])):
            case "drop":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
            case "insert":
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:column] + draw(SNIPPETS) + lines[at][column:]
            case "cut":
                lines = lines[:at] or ["\n"]
            case _:
                lines[at] = lines[at].replace(":", draw(SNIPPETS), 1)
        text = "".join(lines) or "\n"
    return text


def loads_or_is_refused(load: Callable[[], object]) -> None:
    try:
        load()
    except InvalidFile as error:
        assert ".yaml:" in error.message
