"""The settings there are: what each means, which values it takes, and who may set it."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from interviewsim.domain.terms import Length, Level, Mode

LONGEST = 300
"""Code points of a value."""
LONGEST_WAIT = 3600.0
"""Seconds that a model can be waited for."""


class Origin(StrEnum):
    """Where a value comes from, the strongest first."""

    FLAG = "flag"
    ENVIRONMENT = "environment"
    USER = "your settings"
    WORKSPACE = "workspace settings"
    DEFAULT = "default"


class Form(StrEnum):
    """What a value looks like."""

    CHOICE = "choice"
    NAME = "name"
    URL = "url"
    SECONDS = "seconds"
    KEY = "key"


class Group(StrEnum):
    """What belongs together on a page of settings."""

    MODEL = "language model"
    PRACTICE = "practice"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Choosable:
    """A setting. `variable` sets it in the environment; `user_alone`: no workspace from somewhere else may set it."""

    name: str
    title: str
    about: str
    group: Group
    form: Form
    values: tuple[str, ...] = ()
    default: str | None = None
    variable: str | None = None
    user_alone: bool = False

    @property
    def flag(self) -> str:
        """The option of the command line that sets it."""
        return f"--{self.name.replace('_', '-')}"

    @property
    def secret(self) -> bool:
        """Whether its value is never shown and never written by this program."""
        return self.form is Form.KEY


CHOOSABLE = (
    Choosable(
        "model",
        "Model",
        "The language model that interviews and grades. Without one everything is done offline, by rules.",
        Group.MODEL,
        Form.NAME,
        variable="INTERVIEWSIM_MODEL",
        user_alone=True,
    ),
    Choosable(
        "base_url",
        "Server",
        "Where the model is: an OpenAI-compatible address that ends with /v1. Without one it is OpenAI's own.",
        Group.MODEL,
        Form.URL,
        variable="OPENAI_BASE_URL",
        user_alone=True,
    ),
    Choosable(
        "grader_model",
        "Grader model",
        "Another model of the same server for grading. Without one, the model that interviews grades too.",
        Group.MODEL,
        Form.NAME,
        variable="INTERVIEWSIM_GRADER_MODEL",
        user_alone=True,
    ),
    Choosable(
        "timeout",
        "Longest wait",
        "Seconds that a reply is waited for. A large model on a small machine needs minutes for its first word.",
        Group.MODEL,
        Form.SECONDS,
        user_alone=True,
    ),
    Choosable(
        "api_key",
        "Key",
        "Set OPENAI_API_KEY before you start the program. It goes to the server of a model you chose and nowhere else; "
        "it is never shown, and never written by this program.",
        Group.MODEL,
        Form.KEY,
        variable="OPENAI_API_KEY",
        user_alone=True,
    ),
    Choosable(
        "company",
        "Company",
        "The pack that interviews: its people, questions, rubric and bar.",
        Group.PRACTICE,
        Form.NAME,
        default="generic",
    ),
    Choosable(
        "level",
        "Level",
        "The level you interview for; the bar follows it.",
        Group.PRACTICE,
        Form.CHOICE,
        tuple(level.value for level in Level),
        "pm",
    ),
    Choosable(
        "mode",
        "Mode",
        "Realistic has no hints and no pause; coach has both; gentle has no clock and no scores; aloud is spoken.",
        Group.PRACTICE,
        Form.CHOICE,
        tuple(mode.value for mode in Mode),
        "realistic",
    ),
    Choosable(
        "length",
        "Length",
        "How long a round is.",
        Group.PRACTICE,
        Form.CHOICE,
        tuple(length.value for length in Length),
        "short",
    ),
    Choosable(
        "time",
        "Time factor",
        "More time for every phase, or no clock at all.",
        Group.PRACTICE,
        Form.CHOICE,
        ("1", "1.25", "1.5", "untimed"),
        "1",
    ),
    Choosable(
        "enter_sends",
        "Enter sends",
        "With yes, Enter sends your answer and Ctrl+J is a new line; a short answer asks for a second Enter. It counts "
        "from the next start of the app.",
        Group.SCREEN,
        Form.CHOICE,
        ("no", "yes"),
        "no",
    ),
    Choosable(
        "theme",
        "Theme",
        "The colors of the app, dark or light; those named ansi take the terminal's own.",
        Group.SCREEN,
        Form.NAME,
        variable="TEXTUAL_THEME",
    ),
    Choosable(
        "motion",
        "Motion",
        "With none, nothing slides and no cursor blinks. It counts from the next start of the app.",
        Group.SCREEN,
        Form.CHOICE,
        ("full", "none"),
        "full",
    ),
)
"""Every setting, in the order in which a person meets them."""
BY_NAME = {one.name: one for one in CHOOSABLE}


@dataclass(frozen=True, slots=True)
class Held:
    """A setting as it stands: None where it is set nowhere. A key itself is never here.

    `where` names the flag, the variable or the file; `line` counts from 1 in that file. `beneath` is what stands in
    the user's own settings where something stronger covers it.
    """

    of: Choosable
    value: str | None
    origin: Origin | None = None
    where: str = ""
    line: int | None = None
    beneath: str | None = None

    @property
    def covered(self) -> bool:
        """Whether a change of the user's settings would not be felt."""
        return self.origin in {Origin.FLAG, Origin.ENVIRONMENT}


def objection(of: Choosable, value: str) -> str | None:
    """Why a value cannot be taken, as a sentence; None where it can."""
    if of.secret:
        return "A key is never written by this program; set OPENAI_API_KEY."
    if not value or len(value) > LONGEST or not value.isprintable():
        return f"It needs 1 to {LONGEST} printable characters."
    match of.form:
        case Form.CHOICE:
            return None if value in of.values else f"It is one of {', '.join(of.values)}."
        case Form.URL:
            return None if _is_address(value) else "It is an address such as http://127.0.0.1:11434/v1."
        case Form.SECONDS:
            return None if _is_wait(value) else f"It is a number of seconds, {LONGEST_WAIT:.0f} at most."
        case _:
            return None


def public(of: Choosable, value: str) -> str:
    """A value fit to be shown: an address without the name and password that some write into it."""
    scheme, found, rest = value.partition("://")
    host, slash, path = rest.partition("/")
    if of.form is not Form.URL or not found or "@" not in host:
        return value
    return f"{scheme}://***@{host.rpartition('@')[2]}{slash}{path}"


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    names_nobody = parts.username is None and parts.password is None
    plain = parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(char.isspace() for char in value)
    return plain and names_nobody and port != 0


def _is_wait(value: str) -> bool:
    try:
        return 0 < float(value) <= LONGEST_WAIT
    except ValueError:
        return False
