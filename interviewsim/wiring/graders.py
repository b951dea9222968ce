"""Which grader grades: a model where one is chosen, else the offline one."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from interviewsim.domain.transcript import Transcript
from interviewsim.graders.offline import OfflineGrader
from interviewsim.grading.debrief import Ruler
from interviewsim.grading.ports import Completing, Grader
from interviewsim.providers.chat import ChatModel


def grader_of(chat: ChatModel | None, prompts: Sequence[Path], earlier: Mapping[str, object] | None = None) -> Grader:
    """A fresh grader for one grade; `prompts` are the folders of templates, the one that wins first.

    `earlier` is what was kept with a grade that is to be completed.
    Raises `InvalidFile` for a template that does not hold. The model's side is imported only where it is used.
    """
    if chat is None:
        return OfflineGrader()
    from interviewsim.graders.llm import ModelGrader
    from interviewsim.prompts.grading_context import load_templates

    return ModelGrader(chat, load_templates(prompts), earlier)


def kept_of(grader: Grader) -> Mapping[str, object] | None:
    """What is kept in the journal beside a grade; nothing of the offline grader, which can be asked again."""
    return grader.kept() if isinstance(grader, Completing) else None


def incomplete(transcript: Transcript, ruler: Ruler) -> Mapping[str, object] | None:
    """What was kept with the last grade under this ruler, if a call of its model came to nothing."""
    last = transcript.grades[-1] if transcript.grades else None
    if last is None or last.raw is None:
        return None
    same = last.scorecard.grader.rubric == ruler.rubric.name and last.scorecard.level is ruler.level
    replies = last.raw.get("replies")
    failed = isinstance(replies, list) and any(isinstance(o, dict) and o.get("outcome") != "ok" for o in replies)
    return last.raw if same and failed else None
