"""Print how the shipped reading does on the made-up answers of `calibration/` that it was not fitted to.

    python scripts/measure_reading.py

Held-out stories with a part left out (is the missing part missed?), what somebody would do (is it taken for a tale?),
dictation beside the typed words, and answers told in two turns. Every label is its author's; see calibration/README.md.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from polished_stories import PARTS, Story, dictated, stories
from sklearn.metrics import f1_score

from interviewsim.reading.answer import read_answer
from interviewsim.reading.findings import AnswerReading, AnswerType, Part, Said

HERE = Path(__file__).resolve().parent.parent / "calibration"
TOLD = (AnswerType.STORY, AnswerType.VAGUE)


def rows(name: str) -> list[dict[str, object]]:
    """The lines of one file."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def seen(found: AnswerReading) -> list[bool]:
    """Which parts were found."""
    return [found.parts[Part(part)].present for part in PARTS]


def print_presence(name: str, truth: Sequence[Sequence[bool]], found: Sequence[Sequence[bool]]) -> None:
    """Macro-F1 of presence for each part, and how often an absent part was still seen."""
    for at, part in enumerate(PARTS):
        is_in, was_seen = [one[at] for one in truth], [one[at] for one in found]
        absent = [saw for there, saw in zip(is_in, was_seen, strict=True) if not there]
        missed = [not saw for there, saw in zip(is_in, was_seen, strict=True) if there]
        f1 = f1_score(is_in, was_seen, average="macro")
        print(f"  {name:28} {part:10} macro-F1 {f1:.3f}", end="")
        print(f"   absent, seen {sum(absent)}/{len(absent)}   present, missed {sum(missed)}/{len(missed)}")


def removed(told: Sequence[Story], as_typed: Callable[[str], str]) -> tuple[list[list[bool]], list[list[bool]], int]:
    """Truth and findings for each story whole and with each part out, and how many were read as tales."""
    truth, found, tales = list[list[bool]](), list[list[bool]](), 0
    for story in told:
        for variant in (story, *(story.without(part) for part in PARTS)):
            reading = read_answer(variant.question, [Said(2, as_typed(variant.text))])
            truth.append([part in variant.present for part in PARTS])
            found.append(seen(reading))
            tales += reading.type in TOLD
    return truth, found, tales


def main() -> None:
    """Print all figures."""
    held = stories([HERE / "stories_heldout.jsonl"])
    truth, found, tales = removed(held, str)
    print_presence("held out, a part removed", truth, found)
    print(f"  read as a tale: {tales}/{len(truth)}")
    _, spoken, _ = removed(held, dictated)
    same = [sum(a[at] == b[at] for a, b in zip(found, spoken, strict=True)) / len(found) for at in range(len(PARTS))]
    print("  dictated reads as typed:", ", ".join(f"{part} {one:.2f}" for part, one in zip(PARTS, same, strict=True)))
    print_presence("the same, dictated", truth, spoken)
    print_dictated()
    print_hypothetical()
    print_two_turns()


def print_dictated() -> None:
    """The dictated answers as a tool takes them down."""
    given = [row for row in rows("dictated.jsonl") if str(row["source"]) >= "p036"]
    found = [seen(read_answer(str(row["question"]), [Said(2, str(row["answer"]))])) for row in given]
    print_presence("dictated, held out", [[part in str(row["parts"]) for part in PARTS] for row in given], found)


def print_hypothetical() -> None:
    """What somebody would do."""
    types = [
        read_answer(str(row["question"]), [Said(2, str(row["answer"]))]).type for row in rows("hypothetical.jsonl")
    ]
    print("  hypothetical answers:", {type_.value: types.count(type_) for type_ in AnswerType if type_ in types})


def print_two_turns() -> None:
    """Whether what was told after a probe is found, and known to be prompted."""
    for part in PARTS:
        new = hit = prompted = 0
        for row in rows("two_turn.jsonl"):
            if part in str(row["parts_second"]) and part not in str(row["parts_first"]):
                said = [Said(2, str(row["first"])), Said(4, str(row["second"]), prompted=True)]
                one = read_answer(str(row["question"]), said).parts[Part(part)]
                new, hit, prompted = new + 1, hit + one.present, prompted + one.prompted
        print(f"  two turns: {part:10} told in the second: {new}, found {hit}, all of it known as prompted {prompted}")


if __name__ == "__main__":
    main()
