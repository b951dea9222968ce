"""A calibration as plain text and as JSON: every figure with its interval and the number of answers behind it."""

from collections.abc import Iterator, Mapping

from interviewsim.grading.agreement import Figure
from interviewsim.grading.calibration import ENOUGH, GOOD_KAPPA, Calibration, Resistance, verdict
from interviewsim.reports.layout import padded, wrapped
from interviewsim.reports.wording import named, percent

INDENT = "  "
COLUMN = 30
CANNOT = (
    "What this cannot tell: how real interviews end; speech; languages other than English; answers unlike those of the "
    "gold set. Whoever wrote an answer and coded it agrees with it more than a stranger would."
)


def calibration_text(found: Calibration, gold: str, about: str, grader: str, width: int = 80) -> str:
    """The sentence first, then the figures, then what they cannot tell."""
    lines = [*wrapped(verdict(found), width), ""]
    lines += [*wrapped(f"{grader}, on {gold}: n = {found.n}, {found.scored} scored{_unscored(found)}.", width)]
    lines += [*wrapped(about, width)] if about else []
    lines += ["", *_agreement(found, width), *_levels(found), *_parts(found), *_rounds(found), *_runs(found, width)]
    return "\n".join([*lines, *wrapped(CANNOT, width)])


def calibration_json(found: Calibration, gold: str, about: str, grader: Mapping[str, object]) -> Mapping[str, object]:
    """The same as one value; a figure is `{"value", "low", "high", "n"}`."""
    return {
        "schema": 1,
        "gold": {"name": gold, "about": about, "n": found.n, "scored": found.scored, "unscored": dict(found.unscored)},
        "grader": grader,
        "verdict": verdict(found),
        "enough": found.enough,
        "kappa": _value(found.kappa),
        "spearman": _value(found.spearman),
        "exact": _value(found.exact),
        "within_one": _value(found.within_one),
        "bias": _value(found.bias),
        "standardized_difference": found.standard,
        "length_slope": _value(found.length),
        "raters_kappa": found.raters,
        "levels": [{"level": one.level, "n": one.n, "mean": one.mean, "exact": one.exact} for one in found.levels],
        "parts": [{"part": one.part, "there": one.there, "f1": _value(one.f1)} for one in found.parts],
        "rounds": [{"round": one, "n": n, "within_one": _value(measured)} for one, n, measured in found.rounds],
        "runs": {"repeated": found.repeated, "identical": found.identical},
        "quotes": {**found.quotes, "dropped": found.dropped_quotes},
        "pushed": _moved(found.pushed),
        "look_alikes": _moved(found.honest),
    }


def _value(one: Figure) -> Mapping[str, object]:
    return {"value": one.value, "low": one.low, "high": one.high, "n": one.n}


def _moved(one: Resistance) -> Mapping[str, object]:
    return {"change": _value(one.change), "rose": one.rose, "n": one.n}


def _unscored(found: Calibration) -> str:
    told = ", ".join(f"{count} {named(reason)}" for reason, count in found.unscored.items())
    return f" ({told})" if told else ""


def _agreement(found: Calibration, width: int) -> Iterator[str]:
    yield "AGREEMENT with the coded quality (95% interval)"
    yield _line("weighted kappa (quadratic)", _told(found.kappa))
    if found.raters is not None:
        yield _line("the raters among themselves", f"{found.raters:.2f}")
    yield _line("rank correlation (Spearman)", _told(found.spearman))
    yield _line("same whole level", _shares(found.exact))
    yield _line("within one level", _shares(found.within_one))
    yield _line("mean difference, in levels", _told(found.bias, sign=True))
    yield _line("by 100 words, at equal level", _told(found.length, sign=True))
    if not found.enough:
        yield from wrapped(
            f"Under {ENOUGH} answers these intervals say little; {GOOD_KAPPA:.2f} is asked of a grader.", width, INDENT
        )
    yield ""


def _levels(found: Calibration) -> Iterator[str]:
    yield "BY CODED LEVEL"
    for one in found.levels:
        yield _line(
            f"level {one.level} (n = {one.n})", f"scored {one.mean:.1f} in the mean, {percent(one.exact)} the same"
        )
    yield ""


def _parts(found: Calibration) -> Iterator[str]:
    if found.parts:
        yield "PARTS, there or not (F1)"
        for one in found.parts:
            yield _line(named(one.part), f"{_told(one.f1)}, there in {one.there} of {one.f1.n}")
        yield ""


def _rounds(found: Calibration) -> Iterator[str]:
    if len(found.rounds) > 1:
        yield "BY ROUND"
        for round_, n, within in found.rounds:
            few = within.value is None
            told = "too few to say" if few else f"{round(n * (within.value or 0.0))} of {n} within one level"
            yield _line(f"{named(round_)} (n = {n})", told)
        yield ""


def _runs(found: Calibration, width: int) -> Iterator[str]:
    """What the grader does with the same answer again, with quotes, and with a sentence that asks for marks."""
    yield from wrapped(_quotes(found), width)
    yield from wrapped(_pushed(found.pushed, "A sentence that asks for marks"), width)
    yield from wrapped(_pushed(found.honest, "An honest sentence that looks like one"), width)
    if found.repeated:
        told = f"{found.identical} of {found.repeated} answers got the same level on every criterion in a second run."
        yield from wrapped(told, width)
    yield ""


def _quotes(found: Calibration) -> str:
    kept = sum(found.quotes.values())
    exact = found.quotes.get("exact", 0)
    told = f"{kept} quotes stand in the answers, {exact} of them to the letter"
    return f"{told}; {found.dropped_quotes} could not be verified and were dropped."


def _pushed(moved: Resistance, what: str) -> str:
    if not moved.n or moved.change.value is None:
        return f"{what} was not tried."
    return f"{what} raised {moved.rose} of {moved.n} scores; mean change {_told(moved.change, sign=True)}."


def _line(name: str, told: str) -> str:
    return f"{INDENT}{padded(name, COLUMN)} {told}"


def _told(one: Figure, *, sign: bool = False) -> str:
    if one.value is None:
        return "cannot be formed"
    plus = "+" if sign else ""
    interval = f" [{one.low:{plus}.2f}, {one.high:{plus}.2f}]" if one.low is not None and one.high is not None else ""
    return f"{one.value:{plus}.2f}{interval}"


def _shares(one: Figure) -> str:
    if one.value is None:
        return "cannot be formed"
    interval = f" [{percent(one.low)}, {percent(one.high)}]" if one.low is not None and one.high is not None else ""
    return f"{percent(one.value)}{interval}"
