"""Small files to test with: a rubric and a pack that hold, and the shipped ones to bend."""

from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUBRICS = ROOT / "rubrics"
PROMPTS = ROOT / "prompts"

CRITERION = """\
  - id: {id}
    name: Ownership
    about: What the candidate did.
    weight: {weight}
    skills: {{communication: 50, prioritization: 50}}
    anchors: {{1: one, 2: two, 3: three, 4: four, 5: five}}
    items:
      - {{id: step, level: 2, text: Names a step., signal: own_step}}
      - {{id: clear, level: 3, text: Tells it clearly., signal: 'action:2'}}
      - {{id: steps, level: 4, text: Names three., signal: own_steps}}
      - {{id: beyond, level: 5, text: Went beyond the role.}}
    next_level: {{1: a, 2: b, 3: c, 4: d}}
"""
RUBRIC = (
    "schema: 1\ncriteria:\n"
    + CRITERION.format(id="ownership", weight=60)
    + CRITERION.format(id="results", weight=40)
    + """\
flags:
  - id: blame
    name: Blame
    severity: note
    cues: [their fault]
"""
)
PACK = """\
schema: 1
id: acme
name: Acme
as_of: 2026-11
disclaimer: Invented.
brief: They make things.
scale: {strong_no_hire: A, no_hire: B, hire: C, strong_hire: D}
bar: {apm: 2.8, pm: 3.0, senior: 3.3, lead: 3.5, director: 3.6, vp: 3.8}
loop:
  - round: behavioral
    minutes: 20
    weight: 20
    questions: 1
    probes: 2
    interviewer: {name: Ada Moss, role: director}
    phases:
      - {id: intro, minutes: 2}
      - {id: question_1, minutes: 16}
      - {id: close, minutes: 2}
"""


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files below the folder and hand it back."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def acme(folder: Path, **changed: str) -> Path:
    """A folder of rubrics with one pack that holds, but for the files given by stem."""
    files = {"acme/pack.yaml": PACK, "acme/behavioral.yaml": RUBRIC}
    return write(folder, {**files, **{f"acme/{stem.replace('_', '-')}.yaml": text for stem, text in changed.items()}})
