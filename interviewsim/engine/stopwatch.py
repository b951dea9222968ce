"""The round's clock: it runs while the candidate has the floor, and is computed, never counted."""

from interviewsim.engine.ports import Clock


class Stopwatch:
    """Seconds of the round, from a monotonic clock. Stopped at first; `base` is where it goes on from."""

    def __init__(self, clock: Clock, base: float = 0.0) -> None:
        self._clock = clock
        self._base = base
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether time is being charged."""
        return self._since is not None

    @property
    def t(self) -> float:
        """Seconds on the round's clock, to a tenth of a second."""
        since = self._since
        elapsed = 0.0 if since is None else self._clock.monotonic() - since
        return round(self._base + elapsed, 1)

    def run(self) -> None:
        """Charge time from now on."""
        if self._since is None:
            self._since = self._clock.monotonic()

    def stop(self) -> None:
        """Charge no more time."""
        if self._since is not None:
            self._base += self._clock.monotonic() - self._since
            self._since = None
