"""However a shipped file is bent, it loads or is refused in the one way there is."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from interviewsim.domain.terms import Round
from interviewsim.prompts.library import PromptLibrary, check
from tests.rubrics.bending import bent, loads_or_is_refused
from tests.rubrics.files import PROMPTS, write

STYLE = (PROMPTS / "styles/neutral.yaml").read_text(encoding="utf-8")
WARM = (PROMPTS / "styles/warm.yaml").read_text(encoding="utf-8")
BANK = "\n- id:".join((PROMPTS / "questions/behavioral.yaml").read_text(encoding="utf-8").split("\n- id:")[:4])


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=bent(STYLE))
def test_a_bent_style_loads_or_is_an_invalid_file(tmp_path: Path, text: str) -> None:
    folder = write(tmp_path, {"styles/neutral.yaml": text, "styles/warm.yaml": WARM})
    loads_or_is_refused(lambda: PromptLibrary([folder]).style("neutral"))
    loads_or_is_refused(lambda: PromptLibrary([folder]).style("warm"))
    assert all(finding.line >= 1 for finding in check(folder))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=bent(BANK))
def test_a_bent_bank_loads_or_is_an_invalid_file(tmp_path: Path, text: str) -> None:
    folder = write(tmp_path, {"questions/behavioral.yaml": text})
    loads_or_is_refused(lambda: PromptLibrary([folder]).questions(Round.BEHAVIORAL))
    assert all(finding.line >= 1 for finding in check(folder))
