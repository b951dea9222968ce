"""The values of figures in a text, so that "sixty-one percent", "61%" and "61.0" are the same figure."""

import re
from collections.abc import Iterator, Sequence

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_VALUES: dict[str, float] = {word: value for value, word in enumerate(_SMALL.split())}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
_TENS_VALUES = frozenset(range(20, 100, 10))
_SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
}
_PARTS: dict[str, float] = {
    "half": 50,
    "third": 33,
    "quarter": 25,
    "dozen": 12,
    "twice": 2,
    "doubled": 2,
    "tripled": 3,
    "halved": 50,
}
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def figures_in(text: str) -> frozenset[str]:
    """Every figure's value as plain digits ("61", "12.5", "2000000"); "half" is 50, as of a hundred."""
    return frozenset(f"{value:g}" if value < 1e6 else f"{value:.0f}" for value in _values(_WORD.findall(text.lower())))


def digits_in(text: str) -> tuple[str, ...]:
    """Figures written with digits, as they stand: "$40k", "12.5 %" gives "40k" and "12.5"."""
    return tuple(
        match.group()
        for match in re.finditer(r"(?<![\w.])\d+(?:[.,]\d+)*(?:\s?(?:k|m|bn|mn|thousand|million|billion)\b)?", text)
    )


def _values(words: Sequence[str]) -> Iterator[float]:
    held: float | None = None
    for word in words:
        value = _value(word)
        if held is not None and value is not None and _goes_on(held, word, value):
            held += value
        elif held is not None and word in _SCALES:
            held *= _SCALES[word]
        else:
            if held is not None:
                yield held
            held = value if value is not None else _PARTS.get(word)
    if held is not None:
        yield held


def _goes_on(held: float, word: str, value: float) -> bool:
    """Whether the word is the ones to the tens before it: "sixty", "one"."""
    return not word[0].isdigit() and value < 10 and held in _TENS_VALUES


def _value(word: str) -> float | None:
    if not word[0].isdigit():
        return _VALUES.get(word)
    whole = word.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", word) else word.replace(",", ".")
    try:
        return float(whole)
    except ValueError:
        return None
