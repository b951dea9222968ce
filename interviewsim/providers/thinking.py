"""Some models think aloud before they speak: what stands between <think> and </think> is nobody's to hear."""

OPENS, CLOSES = "<think>", "</think>"


class Unthinking:
    """Takes text piece by piece and hands on what is not thought; a tag may be cut anywhere."""

    def __init__(self) -> None:
        self._held = ""
        self._thinks = False
        self._spoke = False

    def heard(self, piece: str) -> str:
        """What may be said of what has come so far and was not said yet."""
        self._held += piece
        said = ""
        while (cut := self._next_tag()) is not None:
            before, self._held = cut
            said += "" if self._thinks else before
            self._thinks = not self._thinks
        keep = _could_begin(self._held, CLOSES if self._thinks else OPENS)
        said += "" if self._thinks else self._held[: len(self._held) - keep]
        self._held = self._held[len(self._held) - keep :]
        return self._from_the_first_word(said)

    def rest(self) -> str:
        """What was held back in case it had become a tag."""
        said, self._held = "" if self._thinks else self._held, ""
        return self._from_the_first_word(said)

    def _next_tag(self) -> tuple[str, str] | None:
        before, tag, after = self._held.partition(CLOSES if self._thinks else OPENS)
        return (before, after) if tag else None

    def _from_the_first_word(self, said: str) -> str:
        said = said if self._spoke else said.lstrip()
        self._spoke = self._spoke or bool(said)
        return said


def _could_begin(text: str, tag: str) -> int:
    """How many of the last characters may be the beginning of the tag."""
    return next((size for size in range(min(len(tag) - 1, len(text)), 0, -1) if tag.startswith(text[-size:])), 0)


def without_thinking(text: str) -> str:
    """A whole text without its thoughts; one whose opening tag the server left out loses all up to the closing one."""
    if CLOSES in text and OPENS not in text:
        text = text.rpartition(CLOSES)[2]
    filter_ = Unthinking()
    return filter_.heard(text) + filter_.rest()
