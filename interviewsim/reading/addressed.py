"""Text spoken to a grader instead of told: it stays text, it is never evidence, and it costs nothing else.

The rule is general: somebody is addressed (second person, a bare imperative, "let's", "please") AND something of the
grader's is named (score, rubric, level, marks, ...); or the text poses as a system message, a verdict or a data block.
A report in the past tense ("my manager gave me the top rating") names the noun but addresses nobody.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from interviewsim.reading.folding import JOINER
from interviewsim.reading.words import Words

_GRADES = (
    r"(?:rubrics?|scor(?:e|es|ed|ing|ebot)|graders?|grad(?:e|es|ed|ing)\b|marks\b|mark(?:ing)? scheme"
    r"|ratings?|evaluat(?:or|ors|ion)|assess(?:or|ment)|examiner"
    r"|criteri(?:on|a)|(?:top|max\w*|highest|full|best) (?:level|score|marks?|points|rating|band|anchor)"
    r"|verdict|strong hire|(?:a|an|me|full|top|straight|all|gives?) (?:five|5|ten|10|four|4)s?\b"
    r"|\b\d ?(?:/|out of) ?(?:5|10|100)\b|(?:my|this|the|each|every|previous|last) (?:answer|response"
    r"|submission)s?\b|(?:this|the) candidate\b)"
)
_WEAK_GRADES = (
    r"(?:levels?|evidence|points|instructions|prompts?|rules|policy|overall|anchors?|transcript"
    r"|everything you|system|above|previous)"
)
_COMMANDS = (
    r"(?:give|grant|award|assign|output|return|set|ignore|disregard|forget|override|treat|accept|put|print"
    r"|respond|reply|act|pretend|decode|obey|evaluate|grade|score|rate|mark|bump"
    r"|raise|floor|round|skip|end|paste|reveal|show|repeat|quote|cite|credit|count|note|record|remember"
    r"|add|write|use|follow|stop|be (?:lenient|generous|kind|nice|fair)|make sure|do not|don't|never"
    r"|always|assume|consider|conclude|select|choose|pick|tick|check|report|say)"
)
_STARTS = r"(?:^|[,;:.!?(\[\"'>|-]|\b(?:so|and|please|then|just|now|kindly|or))\s*"
_YOU = re.compile(r"\b(?:you|your|yours|yourself|u)\b")
_NAMED = re.compile(rf"\b{_GRADES}|{_GRADES}")
_WEAKLY_NAMED = re.compile(rf"\b{_WEAK_GRADES}\b")
_ORDERED = re.compile(rf"{_STARTS}{_COMMANDS}\b|\blet(?:'s| us)\b|\bplease\b")
_OPENS_WITH_ORDER = re.compile(rf"^[\W_]*(?:please |so |and |then |just |now |but |also )*{_COMMANDS}\b")
_NEW_ROLE = re.compile(
    r"\byou are (?:now|no longer|an? (?:ai|assistant|language model|grader|bot|helpful))|\b(?:act|behave"
    r"|respond) as\b|\bfrom now on,? you|\bpretend (?:to be|you)|\bi interview you"
    r"|\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|rubric|rule|prompt|told|above"
    r"|previous)|\bdeveloper m(?:ode|essage)|\bsystem (?:prompt|message|override)|\bunit test mode"
    r"|\bjailbreak"
)
_ORDERS_AFTER_TALE = re.compile(
    r"\b(?:we|i|he|she|they|to) (?:\w+ )?(?:had to |decided to |chose to |told \w+ to )?(?:ignore"
    r"|disregard|forget|override)"
)
_CLAIM = re.compile(
    r"\b(?:the|this) candidate (?:\w+ )?(?:show|demonstrat|meet|deserv|exceed|earn|gave a)\w*|"
    r"\b(?:answers?|responses?|candidates?|people) like (?:mine|me|this|us)\b|\b(?:this|my|the"
    r"|that) (?:answer|response|reply|transcript|submission)\b.{0,60}\b(?:meets?|deserves?|earns?|merits?"
    r"|is (?:a |an |the )?(?:five|5|perfect|excellent|top|outstanding|complete)"
    r"|exceeds?|level|should|satisf)|\b(?:interviewer|grader|evaluator|assessor"
    r"|examiner)\b.{0,40}\b(?:agreed|confirmed|approved|promised|said)\b"
    r"|\bi (?:deserve|should get|should receive|need|want|expect) (?:a|an|the|full|top"
    r"|at least)\b.{0,12}\b(?:five|5|4|four|level|marks|score|rating)\b|\bevidence is (?:not|un)"
    r"|\b(?:deserves?|merits?) (?:a|the|full|top) (?:five|5|level|marks|score|rating)"
    r"|\b(?:decode|obey)\b|\brot13\b|\bbase64\b"
)
_BLOCK = re.compile(
    r"\[/?inst\]|<</?sys>>|<\|\w+\|>|\[(?:end|begin|start|stop)\b[^\]]*\]|-{3,}\s*(?:end|begin|start)\b"
    r"|#{2,}\s*(?:system|developer|assistant|instruction|admin|grader|new|end)|^\s*(?:system|developer"
    r"|assistant|admin|grader|grade|score|rating|verdict|feedback|final|overall|evaluation|assessment"
    r"|judge\w*|level|hire|decision)\s*(?:message|score|grade|verdict|notes?|checklist)?\s*[:=]"
    r"|\[(?:result|score|grade|verdict|level)\]|\[[x✓✔]\]|\"\w+\"\s*:\s*(?:\d|\"|\[|\{|true|false|null)"
    r"|\}\s*\]|</?(?:score|grade|level|system|verdict|rating|result|instructions?|data|transcript"
    r"|answer)\b[^>]*>"
    r"|\b(?:overall|score|level|grade|rating|verdict)\s*=\s*\S|^\s*(?:scores?|grade|levels?|rating)\b\W+\d\b"
)
_ENCODED = re.compile(r"[A-Za-z0-9+/]{20,}")
_FULL_MARKS = re.compile(r"\b(\d+)/\1\b")
_FOREIGN_GRADES = re.compile(
    r"\b(?:niveau|note maximale|crit[eè]res?|bar[eè]me|grille|bewert\w*|stufe|punkte\w*|rubrik|bestnote"
    r"|nota|nivel|criterios?|r[uú]brica|puntuaci[oó]n|calific\w*|punteggio|livello|pontua\w*|avalia\w*"
    r"|оцен\w*|балл\w*|критери\w*|уров\w*)"
)
_RETOLD = re.compile(r"\b(?:i|we|he|she|they|(?:my|our|the) \w+) (?:told|said|asked|wrote|warned|reminded)\b.*\byou")
_MARKUP = re.compile(r"[\[\]{}<>=#|\"+/]")
_LONG_WORD = 20  # code points from which on a word may be an encoded order
_HINT = re.compile(
    r"\b(?:you|u\b|mark|rat(?:e|ing)|level|five|evidence|instruct|ignore|response|let's|let|please|forget|obey)"
    r"|rubric|scor|grad|5|criteri|answer|candidate|interviewer|decode|system|verdict"
)


def suspected_in(text: Words) -> Callable[[int, int], bool]:
    """Whether a stretch of words could speak to a grader, and is to be looked at closely."""
    if JOINER in text.text:
        return lambda _first, _last: True
    hints = [*map(_hints, text.words)]
    if not _MARKUP.search(text.text):
        return lambda first, last: True in hints[first:last]
    return lambda first, last: True in hints[first:last] or bool(_MARKUP.search(text.text, *_around(text, first, last)))


def _around(text: Words, first: int, last: int) -> tuple[int, int]:
    """The code points of a stretch of words with all marks beside it."""
    return (
        text.ends[first - 1] if first else 0,
        text.starts[last] if last < len(text.words) else len(text.text),
    )


@lru_cache(maxsize=1 << 15)
def _hints(word: str) -> bool:
    return len(word) >= _LONG_WORD or bool(_HINT.search(word) or _FOREIGN_GRADES.search(word))


def speaks_to_grader(sentence: str, stored: str) -> bool:
    """Whether a sentence addresses a grader. `sentence` is the folded text, `stored` the same as it was typed."""
    encoded = _ENCODED.search(stored)
    if encoded is not None and _mixes(encoded.group()):
        return True
    if _FULL_MARKS.search(sentence) and sentence.count(" ") < 6:
        return True
    if _HINT.search(sentence) is None and _MARKUP.search(sentence) is None:
        return _FOREIGN_GRADES.search(sentence) is not None and _is_foreign_order(sentence)
    if _BLOCK.search(sentence) or _CLAIM.search(sentence):
        return True
    if _NEW_ROLE.search(sentence) and not _ORDERS_AFTER_TALE.search(sentence):
        return True
    if _NAMED.search(sentence) and (
        _ORDERED.search(sentence) or (_YOU.search(sentence) and not _RETOLD.search(sentence))
    ):
        return True
    if _WEAKLY_NAMED.search(sentence) and _OPENS_WITH_ORDER.search(sentence):
        return True
    return _is_foreign_order(sentence)


def _is_foreign_order(sentence: str) -> bool:
    return _FOREIGN_GRADES.search(sentence) is not None and not re.search(r"\b(?:the|i|was|and|we|to)\b", sentence)


def _mixes(run: str) -> bool:
    return run.lower() != run != run.upper() and any(char.isdigit() for char in run)
