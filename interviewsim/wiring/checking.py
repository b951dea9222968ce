"""Every finding in the data files that a home sees, or in one file or folder."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from interviewsim.prompts import library as prompts
from interviewsim.rubrics import library as rubrics
from interviewsim.rubrics.finding import Finding

Check = Callable[[Path, Sequence[Path]], list[Finding]]


def check_rubrics(layers: Sequence[Path], within: Path | None = None) -> list[Finding]:
    """Findings in rubric and pack files: of all layers, or within one file or folder that stands over them."""
    return _found(rubrics.check, layers, within)


def check_questions(layers: Sequence[Path], within: Path | None = None) -> list[Finding]:
    """Findings in question and style files: of all layers, or within one file or folder that stands over them."""
    return _found(prompts.check, layers, within)


def overriding(layers: Sequence[Path]) -> Iterator[Path]:
    """Files of the first layer that stand over one of a later layer."""
    first, *below = layers
    for path in sorted(first.glob("*/*.yaml")):
        if any((layer / path.relative_to(first)).is_file() for layer in below):
            yield path


def _found(check: Check, layers: Sequence[Path], within: Path | None) -> list[Finding]:
    if within is not None:
        return [finding for finding in check(_root(within), layers) if Path(finding.file).is_relative_to(within)]
    found = [finding for at, layer in enumerate(layers) for finding in check(layer, layers[at + 1 :])]
    return list(dict.fromkeys(found))


def _root(within: Path) -> Path:
    """The folder of packs, or of prompts, that a file or a folder of files belongs to."""
    folder = within.parent if within.is_file() else within
    holds_files = within.is_file() or any(folder.glob("*.y*ml"))
    return folder.parent if holds_files else folder
