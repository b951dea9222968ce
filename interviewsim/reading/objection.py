"""Whether an interviewer's message contests what the candidate said: needed where nobody recorded which move it was."""

from functools import cache

from interviewsim.reading.phrasebook import PhraseBook, read_book
from interviewsim.reading.plain import bare, plain


def contests(text: str) -> bool:
    """Whether the message argues against the candidate rather than asking for more."""
    return "contests" in _book().sections_in(bare(plain(text)))


@cache
def _book() -> PhraseBook:
    return read_book("interviewsim.reading", "objections.phrases")
