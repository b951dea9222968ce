"""What an interviewer may say at once: limits on questions and lines, each with its finding in words.

The rules are those that published interview guides share: one question at a time, short, open, and no help.
"""

import re
from collections.abc import Iterator

LONGEST_QUESTION = 40
"""Words of a main question about the past."""
LONGEST_BRIEF = 120
"""Words of a main question that first has to lay out a case."""
LONGEST_PROBE = 30
LONGEST_LINE = 60
"""Words of a follow-up, and of any other line."""

CLOSED = re.compile(
    r"(?:Did|Does|Do|Was|Were|Is|Are|Can|Could|Will|Would|Should|Have|Has|Had|Wouldn't|Don't|Isn't|Didn't)\b"
)
JOINED = re.compile(r"[,;]?\s(?:and|or) (?:how|what|why|when|where|who|whom|which)\b(?=[^.!]*\?)", re.IGNORECASE)
HELP = re.compile(
    r"\byou (?:could|should) (?:have|mention)\b|\btry to (?:mention|include)\b|\bremember to\b|\bmake sure (?:to|you)\b"
    r"|\bSTAR\b|\bstronger answer\b|\brubric\b"
)
PRAISE = re.compile(
    r"(?:^|[.!?]\s)(?:great|excellent|awesome|perfect|fantastic|impressive|wonderful|love (?:it|that)"
    r"|good (?:answer|job|question|one))\b",
    re.IGNORECASE,
)
INVITES = re.compile(
    r"^(?:tell|describe|walk|take|think|give|explain|estimate|design|suppose|imagine|pick|choose|sketch|find|decide)\b",
    re.IGNORECASE,
)


def words(text: str) -> int:
    """Words as a reader counts them."""
    return len(text.split())


def in_main_question(text: str, most: int) -> Iterator[tuple[str, str]]:
    """What is wrong with a main question: the problem, and what would be right."""
    yield from _length(text, most)
    asks = text.count("?")
    sentences = re.split(r"(?<=[.?!])\s+", text.strip())
    if asks == 0 and not any(INVITES.match(sentence) for sentence in sentences):
        yield "it asks nothing", "a question, or a sentence that begins with Tell, Describe, Take or the like"
    if asks > 1:
        yield f"it asks {asks} questions", "one"
    yield from _manners(text)


def in_probe(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a follow-up."""
    yield from _length(text, LONGEST_PROBE)
    if text.count("?") != 1 or not text.rstrip().endswith("?"):
        yield "it is not one question", "one question mark, at the end"
    last = re.split(r"(?<=[.:?!])\s+", text.strip())[-1]
    if CLOSED.match(last) or CLOSED.match(text):
        yield "it can be answered with yes or no", "a question that begins with What, Who, How, Which, Why or Where"
    yield from _manners(text)


def in_line(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with any other line of an interviewer's."""
    yield from _length(text, LONGEST_LINE)
    if text.count("?") > 1:
        yield "it asks more than one question", "one"
    yield from _manners(text)


def in_hint(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a hint, the one line that may help."""
    yield from _length(text, LONGEST_LINE)
    if text.count("?") > 1:
        yield "it asks more than one question", "one"


def _length(text: str, most: int) -> Iterator[tuple[str, str]]:
    if (count := words(text)) > most:
        yield f"it has {count} words", f"at most {most}"


def _manners(text: str) -> Iterator[tuple[str, str]]:
    if JOINED.search(text):
        yield "two questions are joined into one", "one question"
    if found := PRAISE.search(text):
        yield f'it praises ("{found.group().strip(" .!?")}")', "a neutral word, or none"
    if found := HELP.search(text):
        yield f'it helps the candidate ("{found.group()}")', "a question that gives nothing away"
