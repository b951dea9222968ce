"""The line of keys at the foot of a screen: what can be pressed now, the most useful first."""

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from interviewsim.tui.widgets.ink import KEY

if TYPE_CHECKING:
    from textual import events
    from textual.dom import DOMNode
    from textual.screen import Screen

_GAP = 3


class _Entry(NamedTuple):
    """A key, its word, and what a click on it does."""

    key: str
    label: str
    action: str
    node: "DOMNode"

    @property
    def width(self) -> int:
        return cell_len(self.key) + 1 + cell_len(self.label)


class KeyLine(Widget):
    """One row. Entries that do not fit are left to the palette and to F1."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; color: $text-muted; }
    """

    def on_mount(self) -> None:
        """Follow what can be pressed."""
        self.screen.bindings_updated_signal.subscribe(self, self._renew)

    def render(self) -> Content:
        """Keys strong, words quiet."""
        parts: list[str | tuple[str, str]] = []
        for entry in self._fitting():
            if parts:
                parts.append(" " * _GAP)
            parts += [(entry.key, KEY), f" {entry.label}"]
        return Content.assemble(*parts)

    async def on_click(self, event: "events.Click") -> None:
        """Do what the key under the pointer does."""
        left = 0
        for entry in self._fitting():
            if left <= event.x < left + entry.width:
                await self.app.run_action(entry.action, default_namespace=entry.node)
                return
            left += entry.width + _GAP

    def _renew(self, _screen: "Screen[object]") -> None:
        self.refresh()

    def _fitting(self) -> list[_Entry]:
        """As many entries as the width takes; those of the app come last and F1 is always there."""
        own, everywhere = self._entries()
        kept: list[_Entry] = []
        room = self.size.width - sum(entry.width + _GAP for entry in everywhere[-2:])
        for entry in own + everywhere[:-2]:
            room -= entry.width + _GAP
            if room < -_GAP:
                break
            kept.append(entry)
        return kept + everywhere[-2:]

    def _entries(self) -> tuple[list[_Entry], list[_Entry]]:
        own: dict[str, _Entry] = {}
        everywhere: dict[str, _Entry] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or not active.enabled or binding.id is None:
                continue
            of = everywhere if active.node is self.app else own
            of.setdefault(
                binding.id, _Entry(binding.key_display or binding.key, binding.description, binding.action, active.node)
            )
        return list(own.values()), [everywhere[id_] for id_ in sorted(everywhere, key=_ORDER.index) if id_ in _ORDER]


_ORDER = ("app.palette", "app.help", "app.quit")
