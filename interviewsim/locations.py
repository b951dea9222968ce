"""Where things lie: the home of sessions and settings, and the bundled prompts, rubrics and examples."""

from dataclasses import dataclass
from pathlib import Path

SETTINGS_FILE = "interviewsim.toml"


@dataclass(frozen=True, slots=True)
class Home:
    """A workspace or the user's own folder, and how it was found (`--home`, `INTERVIEWSIM_HOME`, ...)."""

    folder: Path
    chosen_by: str

    @property
    def transcripts(self) -> Path:
        """Where sessions are written."""
        return self.folder / "transcripts"

    @property
    def settings(self) -> Path:
        """The workspace's settings; it need not exist."""
        return self.folder / SETTINGS_FILE

    def layers(self, name: str) -> tuple[Path, ...]:
        """Folders of `prompts` or `rubrics`, the one that wins first."""
        own = self.folder / name
        return (own, bundled(name)) if own != bundled(name) else (own,)


def find_home(flag: str | None, environment: str | None, here: Path) -> Home:
    """The home by the contract's precedence: flag, environment, nearest workspace upwards, user's data folder."""
    if flag:
        return Home(Path(flag).expanduser().absolute(), "--home")
    if environment:
        return Home(Path(environment).expanduser().absolute(), "INTERVIEWSIM_HOME")
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return Home(folder, f"{SETTINGS_FILE} in {folder}")
    return Home(user_data(), "the user's data folder")


def user_data() -> Path:
    """The user's own data folder for this program."""
    from platformdirs import user_data_path

    return user_data_path("interviewsim", appauthor=False)


def user_settings() -> Path:
    """The user's own settings file; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path("interviewsim", appauthor=False) / SETTINGS_FILE


def bundled(name: str) -> Path:
    """A data folder as it was installed with the package, or as it lies beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "bundled" / name
    return installed if installed.is_dir() else package.parent / name
