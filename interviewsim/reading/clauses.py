"""A message cut into clauses: where each stands, its plain words, and whether it puts a question to the reader."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from interviewsim.reading.plain import plain

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s|$)|(?=\n)|$)")
_STARTS_ANEW = (
    "i|you|u|we|he|she|they|it|can|could|may|do|does|did|is|are|what|how|why|which|end|give|tell|make|let|please"
)
_CLAUSE_BREAK = re.compile(
    r"[,;:()]+(?=\s|$)|\s[-\u2013\u2014]+\s|\u2014"
    r"|\s(?=(?:but|so|because|cuz|however|although|though|unless)\s)"
    rf"|\s(?=(?:and|or|then)\s(?:{_STARTS_ANEW})\s)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"\u201c[^\u201d\n]{9,}\u201d|\"[^\"\n]{9,}\""
    r"|(?<!\w)['\u2018][^'\u2019\n]{9,}(?:['\u2019]\w[^'\u2019\n]*)*['\u2019](?!\w)"
)
_INTERJECTED = "um uh er erm hmm please okay well sorry maybe perhaps like actually honestly just kindly sir ma'am"
_INTERJECTIONS = frozenset(_INTERJECTED.split())

_LEAD = (
    "(?:(?:okay|so|and|but|or|well|sorry|hi|hello|hey|yes|no|sure|um|uh|hm+|please|wait|now|just|actually|then|thanks|also"
    "|oh|ah|right|alright|honestly|because|excuse me|thank you|quick question|one question|a question|question|first"
    "|before i (?:answer|start|begin|go)|sir|madam|mam|mate|man|dude|again|anyway|maybe|perhaps|got it"
    "|interesting|great|good question|fair enough|if possible|if you do not mind|by the way"
    "|i am sorry|my bad|and then|then) )*"
)
_WH = "(?:what|which|who|whom|whose|where|when|why|how)"
_AUX = "(?:is|are|am|was|were|do|does|did|can|could|may|might|shall|should|will|would|have|has|had)"
_SUBJECT = (
    "(?:i|you|it|this|that|these|those|there|the|they|we|he|she|my|your|our|a|any|anyone|anybody|someone|school|work)"
)
_ASKS = re.compile(
    f"{_LEAD}(?:{_AUX} (?:not )?{_SUBJECT}\\b"
    f"|(?:(?:in|at|for|from|by|on|about|to|with) )?{_WH} (?:(?:\\w+ ){{0,4}}?{_AUX} (?:not )?\\w+\\b|(?:if|about)\\b)"
    "|(?:what|which) (?:kind|type|sort|share|part|percent\\w*|proportion|portion|fraction|number|amount|half|group)\\b"
    "|how (?:many|much|often|long|large|big|far|high|low|old|fast)\\b"
    "|(?:(?:what|how) about|which one|what exactly|what you mean|how come|what if"
    "|like what|such as what|any preference|you mean|by \\w+ you mean|you want|meaning what|mind if)\\b)"
)
_ASKS_WITHOUT_MARK = re.compile(
    f"{_LEAD}(?:(?:can|could|should|shall|may|do|did|must|am|have|would) (?:i|we|you)\\b"
    "|(?:will|are|were) (?:you|we)\\b"
    "|(?:is|does|can|could|should|would|must) (?:it|this|that|there|the|they|a|any|anyone|your)\\b"
    "|what (?:is|are|do|does|did|would|should|can|exactly|kind|type|sort|about|if|made|brought|counts) "
    "|how (?:do|does|did|would|should|many|much|long|about) |how \\w+ (?:(?:should|can|must|may) i|do you)\\b"
    "|which (?:one|kind|type|sort|of|do|would) |who (?:is|are|do|would) |where (?:is|are|do) |when (?:is|do|will) "
    "|why (?:is|are|do|did) )"
)
_TOLD = re.compile(
    r"\b(?:said|says|told|tells|asked|wrote|replied|answered|shouted|yelled|screamed|emailed|messaged|texted|wondered"
    r"|called|responded|thought|kept (?:asking|saying|telling)|(?:was|were) (?:like|saying|asking|shouting))\b"
)
_NOT_A_TALE = re.compile(
    r"^who (?:wrote|told|said|called)\b"
    r"|\b(?:you (?:just |have |had |only |also |already )?(?:said|asked|told|wrote|called|answered)"
    r"|(?:was|been|am|were|being|are|is) (?:told|asked|called)|i thought (?:this|that|you|it|we)"
    r"|i (?:just |already |have already )(?:told|said|answered))\b"
)
_ASKS_ONESELF = re.compile(
    f"{_LEAD}(?:(?:{_WH} )?(?:else )?(?:did|was|were|had) (?:i|we|he|she|they|it|my)\\b"
    "|(?:is|was|are|were) (?:it|that|this) (?:my|our)\\b|(?:the|my|our) \\w+(?: \\w+)?$)"
)
_YOU = re.compile(r"\b(?:you|your|yours)\b")
_LONGEST_FRAGMENT = 14


@dataclass(frozen=True, slots=True)
class Sentence:
    """Code points `start` to `end` of the message, and whether it ends with a question mark."""

    start: int
    end: int
    marked: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence with its plain words.

    `asks`: it puts a question to the reader. `told`: it is what somebody said or thought in a tale.
    `self_asked`: the teller asks himself, as in "So what did I do?"
    """

    sentence: Sentence
    plain: str
    asks: bool = False
    told: bool = False
    self_asked: bool = False

    @property
    def words(self) -> int:
        """How many plain words it has."""
        return self.plain.count(" ") + 1 if self.plain else 0


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a message in order, without those that hold no word and without what is quoted."""
    unquoted = _without_quotes(text)
    return _put_to_reader([clause for sentence in _sentences(unquoted) for clause in _of_sentence(unquoted, sentence)])


def _put_to_reader(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Who asks himself goes on to answer: what nothing follows is put to the reader, whoever did what in it."""
    last = max((at for at, clause in enumerate(clauses) if not clause.asks), default=-1)
    return tuple(replace(clause, self_asked=clause.self_asked and at < last) for at, clause in enumerate(clauses))


def _without_quotes(text: str) -> str:
    """The text with longer quotations blanked at the same length, unless they are most of it."""
    blanked = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    return blanked if len(blanked.split()) * 3 > len(text.split()) else text


def _sentences(text: str) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(text):
        said = match.group().rstrip()
        if said.strip():
            start = match.start() + len(said) - len(said.lstrip())
            yield Sentence(start, match.start() + len(said), "?" in said[-4:])


def _of_sentence(text: str, sentence: Sentence) -> tuple[Clause, ...]:
    pieces = _joined(plain(piece) for piece in _CLAUSE_BREAK.split(text[sentence.start : sentence.end]))
    return _with_questions(_with_tales(tuple(Clause(sentence, piece) for piece in pieces)))


def _joined(pieces: Iterator[str]) -> Iterator[str]:
    """Pieces with words; what is cut off by a mere "um," or "please," is put together again."""
    held: list[str] = []
    mended = False
    for piece in pieces:
        if piece and piece in _INTERJECTIONS:
            mended = bool(held)
            continue
        if piece and mended:
            held[-1] += f" {piece}"
        elif piece:
            held.append(piece)
        mended = False
    yield from held


def _with_tales(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    told = False
    marked = []
    for at, clause in enumerate(clauses):
        asks = at == 0 and clause.sentence.marked and bool(_ASKS.match(clause.plain))  # "how many asked for it?"
        told = told or bool(_TOLD.search(clause.plain) and not (asks or _NOT_A_TALE.search(clause.plain)))
        marked.append(replace(clause, told=True) if told else clause)
    return tuple(marked)


def _with_questions(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    if not clauses:
        return ()
    if not clauses[0].sentence.marked:
        return tuple(
            replace(clause, asks=_asks_unmarked(clause)) if _asks_unmarked(clause) else clause for clause in clauses
        )
    first = next((at for at, clause in enumerate(clauses) if _asks_marked(clause)), None)
    if first is None:
        first = len(clauses) - 1 if clauses[-1].words <= _LONGEST_FRAGMENT and not clauses[-1].told else len(clauses)
    return tuple(_asking(clause) if at >= first else clause for at, clause in enumerate(clauses))


def _asking(clause: Clause) -> Clause:
    aside = bool(_ASKS_ONESELF.match(clause.plain)) and not _YOU.search(clause.plain)
    return replace(clause, asks=True, self_asked=aside)


def _asks_marked(clause: Clause) -> bool:
    return not clause.told and bool(_ASKS.match(clause.plain))


def _asks_unmarked(clause: Clause) -> bool:
    return not clause.told and bool(_ASKS_WITHOUT_MARK.match(clause.plain)) and clause.words >= 3
