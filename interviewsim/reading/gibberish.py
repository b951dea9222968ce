"""Text that nobody could answer to: nothing at all, mashed keys, a dump of code or figures, another language."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_ENGLISH_WORDS = """
the of and to in that it is was for on with he as you at be this have from or had by but what were we when there can an
your which their said if will each about how up out them then she many some so these would other into has her two like
him see could no my than been who its now did get made may part over new after only because where most me our just i
they not do does am are his any also very more all a before while during through should being own us didn't don't i'm
i've it's wasn't couldn't that's i'd we're they're can't won't doesn't
"""
_FOREIGN_WORDS = """
el la en de los las una por para con que del lo se su pero más muy cuando como está fue era tengo mi nos yo este esta
esto eu não uma um com foi meu minha você mais quando isso também ele ela nós dos das nao voce
le les des une est dans pour avec pas vous nous je mon ma mes cette ce qui sur été avons avait chaque sans au aux
il di che non per sono ho mio della nel gli questo questa anche più abbiamo alla
der und ich nicht ist ein eine mit auf für dem den das wir haben habe mein meine sie zu auch wenn aber wurde sich bei
het een van niet ik wij hebben maar voor dat zijn mijn ook werd naar
j'ai c'est n'ai n'était j'avais d'un d'une qu'il l'équipe
nie jest się roku było moim mnie tak że na był mój jak ale tylko
bir ve bu için çok ben biz ama değil olarak
och att det som jag inte vi på är med för ett
yang dan untuk dengan saya tidak ini itu dari kami adalah pada
mera meri hai hain tha thi nahi kya mujhe mein aur hum ko ka ki ke maine bahut kuch jab
"""
ENGLISH = frozenset(_ENGLISH_WORDS.split())
_OF_CODE = """
i in for from where while if is as and or not do does with this new all has at of
"""
_TALKED = ENGLISH.difference(_OF_CODE.split())
"""Common words that program code has no use for."""
_FOREIGN_ONLY = frozenset(_FOREIGN_WORDS.split())
"""Function words of Spanish, Portuguese, French, Italian, German, Dutch, Polish, Turkish, Swedish, Indonesian and Hindi
in Latin letters; those that are English too ("a", "die", "on", "come", "hat") are left out."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_APOSTROPHES = frozenset("'\u2019")
_CODE_MARK = re.compile(r"[{}\[\]()<>=;|\\$#&*+`~^@_/%]")
_CODE_HINT = re.compile(r"[;{}=<]|\):")
_CODE_LINE = re.compile(
    r"[;{}]\s*$|\):\s*$|^\s*(?:def|class|import|return|print|select|const|let|var|public|function|fn|func|#include)\b.*[=(*+<]"
    r"|^\s*</?\w+.*>\s*$",
    re.IGNORECASE,
)
_ARROW = re.compile(r"[-=]+>|<[-=]+|→")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_RUN = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}")
_SAME = re.compile(r"(.)\1{3,}|^(..?)\2{3,}$")


def is_blank(text: str) -> bool:
    """Whether there is no letter and no digit in it."""
    return not any(char.isalnum() for char in text)


def is_foreign(text: str) -> bool:
    """Whether it is mainly in another script, or in another language by its share of function words."""
    if not text.isascii() and _is_other_script(text):
        return True
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    if len(words) < 3:
        return False
    english = sum(word in ENGLISH for word in words) / len(words)
    foreign = sum(word in _FOREIGN_ONLY for word in words) / len(words)
    accented = sum(not word.isascii() and not set(word) & _APOSTROPHES for word in words) / len(words)
    if len(words) < 6:
        return english == 0 and (foreign >= 0.4 or (foreign > 0 and accented > 0))
    return english < 0.2 and (foreign > max(english, 0.15) or (english < 0.05 and accented > 0.3))


def _is_other_script(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and sum(_is_latin(char) for char in letters) * 2 < len(letters)


def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN", "MODIFIER LETTER"))


def is_mashed(text: str) -> bool:
    """Whether most of its words cannot be words: keyboard rows, no vowel, long consonant runs, one key held."""
    words = _WORD.findall(text.lower())
    if not words or any(word in ENGLISH and len(word) > 1 for word in words):
        return False
    odd = sum(len(word) for word in words if _is_mashed_word(word))
    return odd * 2 > sum(map(len, words))


def _is_mashed_word(word: str) -> bool:
    if len(word) < 4 or not word.isascii():
        return bool(len(word) > 2 and len(set(word)) == 1)
    if _SAME.search(word) or _RUN.search(word) or not set(word) & set("aeiouy"):
        return True
    neighbors = sum(_adjacent(left, right) for left, right in pairwise(word))
    one_row = any(set(word) <= set(row) for row in _ROWS)
    return neighbors >= (len(word) - 1) * (0.6 if one_row else 0.9) and len(word) > (3 if one_row else 6)


def _adjacent(left: str, right: str) -> bool:
    return any(left in row and right in row and abs(row.index(left) - row.index(right)) <= 1 for row in _ROWS)


def is_dump(text: str) -> bool:
    """Whether it is code, markup, a log or a table instead of sentences; `app -> API -> queue` is a sketch."""
    words = _WORD.findall(text.lower())
    english = sum(word in ENGLISH and len(word) > 1 for word in words) / max(len(words), 1)
    if english >= 0.15:
        return False
    drawn = _ARROW.sub(" ", text)
    dense = sum(not char.isspace() for char in drawn)
    marks = len(_CODE_MARK.findall(drawn))
    return (marks >= 6 and marks > dense * 0.15) or _is_table(text.splitlines())


def is_code(text: str) -> bool:
    """Whether its lines are mainly program code or markup, of which even a short piece is no answer."""
    if not _CODE_HINT.search(text):
        return False
    words = _WORD.findall(text.lower())
    if sum(word in _TALKED for word in words) * 10 > len(words):
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    marks = max((len(_CODE_MARK.findall(line)) for line in lines), default=0)
    coded = sum(len(line) for line in lines if _CODE_LINE.search(line))
    return marks > 1 and coded * 2 > sum(map(len, lines))


def _is_table(lines: Sequence[str]) -> bool:
    rows = [line for line in lines if line.strip()]
    if len(rows) < 4:
        return False
    for mark in ("\t", "|", ",", ";"):
        counts = [row.count(mark) for row in rows]
        if min(counts) >= 2 and max(counts) - min(counts) <= 1:
            return True
    return False
