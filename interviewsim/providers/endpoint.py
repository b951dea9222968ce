"""Where a model is, and how long it is waited for. Standard library alone."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

OPENAI = "https://api.openai.com/v1"
"""Where requests go when nothing else was chosen."""
OPENAI_HOST = "api.openai.com"


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for a whole call with all its attempts, until a stream's first word, and between two of them."""

    whole: float = 180.0
    first: float = 60.0
    idle: float = 30.0

    @classmethod
    def of(cls, seconds: float | None) -> "Patience":
        """The usual, or each wait as long as `seconds`: who asks for more means a server that is slow to begin, too."""
        return cls() if seconds is None else cls(seconds, seconds, seconds)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One model on one server. The key never shows in a representation."""

    model: str
    base_url: str = OPENAI
    key: str | None = field(default=None, repr=False)
    patience: Patience = Patience()

    @property
    def host(self) -> str:
        """The server's name, without port."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def place(self) -> str:
        """Host and port, as a person is told where answers go; never what stands before an @."""
        parts = urlsplit(self.base_url)
        return f"{parts.hostname or self.base_url}{f':{parts.port}' if parts.port else ''}"

    @property
    def is_openai(self) -> bool:
        """Whether it is OpenAI itself: only there do an organization and a project mean anything."""
        return self.host == OPENAI_HOST

    @property
    def is_loopback(self) -> bool:
        """Whether answers stay on this machine."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False
