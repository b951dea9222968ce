"""Which stage the app opens on."""

from pathlib import Path

from interviewsim.cli.parser import build_parser
from interviewsim.cli.stages import stage_of
from interviewsim.locations import Home
from interviewsim.wiring.offline import OfflineStage


def test_the_program_without_a_word_has_a_stage(tmp_path: Path) -> None:
    stage = stage_of(build_parser().parse_args([]), Home(tmp_path, "test"))
    assert type(stage) is OfflineStage
