"""How fast answers are read: milliseconds of processor time for one of about 100 words, and answers a second.

python benchmarks/reading_speed.py [ANSWERS.jsonl]     (lines with `question` and `answer`; else the made-up stories)
"""

import json
import sys
import time
from pathlib import Path

from interviewsim.reading.answer import read_answer
from interviewsim.reading.findings import Said

STORIES = Path(__file__).resolve().parent.parent / "scripts/polished_stories.jsonl"
PARTS = ("situation", "task", "action", "result")


def answers(path: Path) -> list[tuple[str, str]]:
    """Question and text of every line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row["question"], row.get("answer") or " ".join(row[part] for part in PARTS)) for row in rows]


def seconds_for(rows: list[tuple[str, str]]) -> float:
    """Processor seconds to read all rows once."""
    begun = time.process_time()
    for question, text in rows:
        read_answer(question, [Said(2, text)])
    return time.process_time() - begun


def main() -> None:
    """Print the best of seven runs."""
    rows = answers(Path(sys.argv[1]) if len(sys.argv) > 1 else STORIES)
    words = sum(len(text.split()) for _, text in rows) / len(rows)
    best = min(seconds_for(rows) for _ in range(7)) / len(rows)
    print(f"{len(rows)} answers of {words:.0f} words: {best * 1000:.2f} ms each, {1 / best:.0f} a second")


if __name__ == "__main__":
    main()
