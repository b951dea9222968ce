"""Write the schemas for editors anew: `python scripts/write_schemas.py`."""

import json
from pathlib import Path

from interviewsim.rubrics.schema import schemas

FOLDER = Path(__file__).parents[1] / "docs" / "schema"


def main() -> None:
    """Replace the files in docs/schema/."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (FOLDER / f"{name}.schema.json").write_text(json.dumps(schema, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
