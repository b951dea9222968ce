"""However a shipped file is bent, it loads or is refused in the one way there is."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviewsim.domain.terms import Round
from interviewsim.errors import InvalidFile
from interviewsim.rubrics.library import RubricLibrary, check
from tests.rubrics.bending import bent, loads_or_is_refused
from tests.rubrics.files import RUBRICS

BEHAVIORAL = (RUBRICS / "generic/behavioral.yaml").read_text(encoding="utf-8")
PACK = (RUBRICS / "generic/pack.yaml").read_text(encoding="utf-8")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=bent(BEHAVIORAL))
def test_a_bent_rubric_loads_or_is_an_invalid_file(tmp_path: Path, text: str) -> None:
    folder = written(tmp_path, text, PACK)
    loads_or_is_refused(lambda: RubricLibrary([folder]).rubric("generic", Round.BEHAVIORAL))
    assert all(finding.line >= 1 for finding in check(folder))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=bent(PACK))
def test_a_bent_pack_loads_or_is_an_invalid_file(tmp_path: Path, text: str) -> None:
    folder = written(tmp_path, BEHAVIORAL, text)
    loads_or_is_refused(lambda: RubricLibrary([folder]).pack("generic"))
    loads_or_is_refused(lambda: RubricLibrary([folder]).rounds("generic"))
    assert RubricLibrary([folder]).companies()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=bent("schema: 1\nextends: generic/behavioral\nremove: [blame]\ncriteria:\n  - {id: results, weight: 15}\n"))
def test_a_bent_child_loads_or_is_an_invalid_file(tmp_path: Path, text: str) -> None:
    above = tmp_path / "above/generic"
    above.mkdir(parents=True, exist_ok=True)
    (above / "behavioral.yaml").write_text(text, encoding="utf-8")
    loads_or_is_refused(lambda: RubricLibrary([above.parent, RUBRICS]).rubric("generic", Round.BEHAVIORAL))


def written(tmp_path: Path, behavioral: str, pack: str) -> Path:
    folder = tmp_path / "generic"
    folder.mkdir(exist_ok=True)
    (folder / "behavioral.yaml").write_text(behavioral, encoding="utf-8")
    (folder / "pack.yaml").write_text(pack, encoding="utf-8")
    return tmp_path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tree=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["criteria", "id", "items", "weight", "skills", "flags", "loop", "bar", "schema", "remove"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_tree_is_refused_as_a_rubric_and_as_a_pack(tmp_path: Path, tree: object) -> None:
    yaml = pytest.importorskip("yaml")
    text = yaml.safe_dump(tree)
    folder = written(tmp_path, text, text)
    for load in (
        lambda: RubricLibrary([folder]).rubric("generic", Round.BEHAVIORAL),
        lambda: RubricLibrary([folder]).pack("generic"),
    ):
        with pytest.raises(InvalidFile):
            load()
