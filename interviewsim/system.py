"""The real clock, ids and seeds: the only room that asks the machine for them."""

import time
from datetime import UTC, datetime

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without the characters that are taken for one another."""


class SystemClock:
    """Time of day and monotonic time from the operating system."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never go back; they go on while the machine sleeps only where the system counts so."""
        return time.monotonic()


class VirtualClock:
    """A round's time without waiting: it moves only when told to. The time of day is the machine's."""

    def __init__(self) -> None:
        self._passed = 0.0

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that were let pass."""
        return self._passed

    def pass_time(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self._passed += max(0.0, seconds)


def fresh_suffix() -> str:
    """Four characters that keep two sessions of one second apart."""
    import secrets  # brings the hashes with it, which the first paint does without

    return "".join(secrets.choice(ALPHABET) for _ in range(4))


def fresh_seed() -> int:
    """A seed for a round that nobody asked to repeat."""
    import secrets

    return secrets.randbelow(1_000_000)
