"""`rubrics list|show|diff|new`: company packs as data, where each value comes from, and what tells two apart."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from interviewsim.cli.context import home_of
from interviewsim.cli.output import say, say_json, table, tell
from interviewsim.domain.rubric import CompanyPack, Criterion, Rubric
from interviewsim.domain.terms import Round
from interviewsim.errors import InterviewSimError, WrongUsage
from interviewsim.grading.rulers import Difference, between_packs, between_rubrics
from interviewsim.reports import WIDTH
from interviewsim.reports.layout import wrapped
from interviewsim.rubrics.beginning import begin_pack
from interviewsim.rubrics.finding import guess
from interviewsim.rubrics.library import Origin, RubricLibrary

NAMELESS = "-"


def listing(parsed: Namespace) -> int:
    """List the packs; one that does not load is a row that says why."""
    library = _library(parsed)
    rows = [_row(library, pack) for pack in library.packs()]
    if parsed.json:
        say_json(rows)
        return 0
    cells = [{key: _cell(row[key]) for key in ("id", "name", "extends", "as_of", "rounds")} for row in rows]
    say(table(cells, {"id": 2, "name": 4, "extends": 7, "as_of": 5, "rounds": 6}))
    for row in rows:
        if row["problem"]:
            tell(f"{row['id']}: {row['problem']}", quiet=parsed.quiet)
    return 0


def show(parsed: Namespace) -> int:
    """Show a pack or a rubric; `--resolved`: every value with its file and line."""
    library = _library(parsed)
    pack, round_ = _named(parsed.name)
    if parsed.resolved:
        found = library.provenance(pack, round_) if round_ else library.pack_provenance(pack)
        _told_resolved(found, parsed)
        return 0
    value = library.rubric(pack, round_) if round_ else library.pack(pack)
    if parsed.json:
        say_json(asdict(value))
        return 0
    for line in _rubric_lines(value) if isinstance(value, Rubric) else _pack_lines(value, library.rounds(pack)):
        say(line)
    return 0


def diff(parsed: Namespace) -> int:
    """Say what differs between two packs, in one round or in all; nothing where nothing does."""
    library = _library(parsed)
    rounds = [Round(parsed.round)] if parsed.round else _rounds_of_both(library, parsed)
    found = dict(_differences(library, parsed.first, parsed.second, rounds))
    if parsed.json:
        say_json([_as_json(round_, one) for round_, differences in found.items() for one in differences])
        return 0
    for round_name, differences in found.items():
        say(round_name.upper() or "PACK")
        for line in _diff_lines(differences):
            say(line)
    if not found:
        tell(f"{parsed.first} and {parsed.second} judge alike.", quiet=parsed.quiet)
    return 0


def new(parsed: Namespace) -> int:
    """Begin a pack in the home's `rubrics/` that extends another."""
    home = home_of(parsed)
    files = begin_pack(_library(parsed), home.folder / "rubrics", parsed.id, parsed.base)
    if parsed.json:
        say_json([str(file) for file in files])
    else:
        for file in files:
            say(str(file))
    tell(
        f"A pack that extends {parsed.base}. Edit it, then: interviewsim rubrics check; "
        f"interviewsim rubrics diff {parsed.base} {parsed.id}",
        quiet=parsed.quiet,
    )
    return 0


def _differences(
    library: RubricLibrary, first: str, second: str, rounds: Iterable[Round]
) -> Iterator[tuple[str, tuple[Difference, ...]]]:
    """What differs by round, under an empty name what differs between the packs themselves."""
    if packs := between_packs(library.pack(first), library.pack(second)):
        yield "", packs
    for round_ in rounds:
        if found := between_rubrics(library.rubric(first, round_), library.rubric(second, round_)):
            yield round_.value, found


def _library(parsed: Namespace) -> RubricLibrary:
    return RubricLibrary(home_of(parsed).layers("rubrics"))


def _row(library: RubricLibrary, pack: str) -> Mapping[str, object]:
    place = library.place(pack)
    row: dict[str, object] = {"id": pack, "name": "", "extends": None, "as_of": "", "rounds": [], "own_questions": 0}
    row |= {"folder": str(place.parent) if place else "", "confidence": {}, "problem": ""}
    try:
        value, family = library.pack(pack), library.family(pack)
        row |= {"name": value.name, "as_of": value.as_of, "confidence": dict(value.confidence)}
        row |= {"extends": family[1] if len(family) > 1 else None, "rounds": list(library.rounds(pack))}
        row["own_questions"] = len(library.questions(pack))
    except InterviewSimError as error:
        row["problem"] = error.message
    return row


def _cell(value: object) -> str:
    match value:
        case list():
            return ", ".join(map(str, value)) or NAMELESS
        case None | "":
            return NAMELESS
        case _:
            return str(value)


def _named(name: str) -> tuple[str, Round | None]:
    pack, slash, round_name = name.partition("/")
    if not slash:
        return pack, None
    known = [round_.value for round_ in Round]
    if round_name not in known:
        meant = guess(round_name, known)
        hint = f'Did you mean "{meant}"? ' if meant else ""
        raise WrongUsage(f"There is no round {round_name[:40]!a}.", f"{hint}There is {', '.join(known)}.")
    return pack, Round(round_name)


def _told_resolved(found: Mapping[str, Origin], parsed: Namespace) -> None:
    if parsed.json:
        rows = found.items()
        say_json([{"key": key, "value": one.value, "file": one.file, "line": one.line} for key, one in rows])
        return
    for key, origin in found.items():
        say(f"{key}: {' '.join(origin.value.split()) or NAMELESS}")
        say(f"    {origin.file}:{origin.line}")


def _rounds_of_both(library: RubricLibrary, parsed: Namespace) -> list[Round]:
    first, second = library.rounds(parsed.first), library.rounds(parsed.second)
    for round_ in Round:
        if (round_ in first) != (round_ in second):
            has, lacks = (parsed.first, parsed.second) if round_ in first else (parsed.second, parsed.first)
            tell(f"{has} has a rubric for {round_}, {lacks} has none.", quiet=parsed.quiet)
    return [round_ for round_ in first if round_ in second]


def _as_json(round_: str, one: Difference) -> Mapping[str, object]:
    return {"round": round_ or None, "of": one.of, "differs": one.differs, "key": one.key} | {
        "a": one.first,
        "b": one.second,
    }


def _diff_lines(differences: Iterable[Difference]) -> Iterator[str]:
    heading = ""
    for one in differences:
        if one.of and one.of != heading:
            heading = one.of
            yield f"  {heading}"
        what = f"{one.differs.replace('_', ' ')} {one.key}".rstrip()
        yield from wrapped(f"{what}: {one.first or NAMELESS}", WIDTH, "    ", "      ")
        yield from wrapped(f"-> {one.second or NAMELESS}", WIDTH, "      ", "         ")


def _pack_lines(pack: CompanyPack, rounds: Iterable[Round]) -> Iterator[str]:
    yield f"{pack.id}: {pack.name}, as of {pack.as_of}"
    yield from wrapped(pack.disclaimer, WIDTH)
    yield ""
    yield from wrapped(f"Bar: {', '.join(f'{level.label} {bar:g}' for level, bar in pack.bar.items())}", WIDTH)
    yield from wrapped(f"Scale: {', '.join(pack.scale.values())}", WIDTH)
    rule = pack.committee
    yield from wrapped(f"Committee: {rule.rule.replace('_', ' ')}, floor {rule.floor:g}", WIDTH)
    sure = ", ".join(f"{what} {how}" for what, how in pack.confidence.items())
    yield from wrapped(f"How sure: {sure or 'not said'}", WIDTH)
    for entry in pack.loop:
        who = f"{entry.interviewer.name}, {entry.interviewer.role}"
        yield from wrapped(f"{entry.round}: {entry.minutes} minutes, weight {entry.weight}; {who}", WIDTH, "  ", "    ")
    yield from wrapped(f"Rubrics: {', '.join(rounds)}. Show one: rubrics show {pack.id}/ROUND", WIDTH)
    for source in pack.sources:
        yield from wrapped(source, WIDTH, "  - ", "    ")


def _rubric_lines(rubric: Rubric) -> Iterator[str]:
    yield f"{rubric.pack}/{rubric.round}"
    for criterion in rubric.criteria:
        yield ""
        yield from _criterion_lines(criterion)
    yield ""
    yield "Flags"
    for flag in rubric.flags:
        yield from wrapped(f"{flag.id}: {flag.name} ({flag.severity})", WIDTH, "  ", "    ")


def _criterion_lines(criterion: Criterion) -> Iterator[str]:
    must = ", must have" if criterion.must_have else ""
    yield f"{criterion.id}: {criterion.name}, weight {criterion.weight}{must}"
    yield from wrapped(criterion.about, WIDTH, "  ")
    for level, anchor in criterion.anchors.items():
        yield from wrapped(f"{level}  {anchor}", WIDTH, "  ", "     ")
        for item in criterion.items:
            if item.level == level:
                yield from wrapped(f"{item.id}: {item.text}", WIDTH, "     + ", "       ")
    if criterion.least:
        needed = ", ".join(f"{level.label} {least}" for level, least in criterion.least.items())
        yield from wrapped(f"Needed for a hire: {needed}", WIDTH, "  ", "     ")
