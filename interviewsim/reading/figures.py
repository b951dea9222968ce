"""The values of figures in a text, so that "sixty-one percent", "61%" and "61.0" are the same figure."""

import re
from collections.abc import Iterator, Sequence

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_VALUES: dict[str, float] = {word: value for value, word in enumerate(_SMALL.split())}
_VALUES |= {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
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
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def figures_in(text: str) -> frozenset[str]:
    """Every figure's value as plain digits ("61", "12.5", "2000000"); "half" is 50, as of a hundred."""
    return frozenset(f"{value:g}" if value < 1e6 else f"{value:.0f}" for value in _values(_TOKEN.findall(text.lower())))


def digits_in(text: str) -> tuple[str, ...]:
    """Figures written with digits, as they stand: "$40k", "12.5 %" gives "40k" and "12.5"."""
    return tuple(
        match.group()
        for match in re.finditer(r"(?<![\w.])\d+(?:[.,]\d+)*(?:\s?(?:k|m|bn|mn|thousand|million|billion)\b)?", text)
    )


def _values(tokens: Sequence[str]) -> Iterator[float]:
    held: float | None = None
    for at, token in enumerate(tokens):
        value = _value(token)
        if (
            value is not None
            and held is not None
            and held % 10 == 0
            and 20 <= held < 100
            and value < 10
            and not token[0].isdigit()
        ):
            held += value
            continue
        if value is None and held is not None and token in _SCALES:
            held *= _SCALES[token]
            continue
        if held is not None:
            yield held
        held = value
        if token in _PARTS and not (token == "third" and at == 0):
            yield _PARTS[token]
    if held is not None:
        yield held


def _value(token: str) -> float | None:
    if not token[0].isdigit():
        return _VALUES.get(token)
    whole = token.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", token) else token.replace(",", ".")
    try:
        return float(whole)
    except ValueError:
        return None
