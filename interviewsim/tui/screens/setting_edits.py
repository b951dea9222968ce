"""How a setting is changed in place: a choice, a line to type, a model of a server that was found."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import work

from interviewsim.domain.choosable import Choosable, Form, Held, objection, public
from interviewsim.domain.terms import Round
from interviewsim.errors import InterviewSimError
from interviewsim.tui.presenters import settings as told
from interviewsim.tui.presenters.plain import one_line
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.decide import DecideScreen
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.screens.pick import PickScreen

if TYPE_CHECKING:
    from interviewsim.preferences import Preferences, Server

ANOTHER = "Another name…"


class SettingEdits(Floor):
    """A screen on which settings are changed. What it shows is the screen's own."""

    doors: "Preferences"

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[str, Held] = {}
        self.found: Sequence[Server] | None = None
        self._before: list[Mapping[str, str | None]] = []

    @property
    def can_undo(self) -> bool:
        """Whether a change was made that can be taken back."""
        return bool(self._before)

    async def read(self) -> None:
        """Show the settings as they stand."""

    def say(self, sentence: str, *, failed: bool = False) -> None:
        """A line below everything."""

    def change(self, held: Held) -> None:
        """Ask for another value, in the way that suits the setting."""
        match held.of.form:
            case Form.KEY:
                self.say(held.of.about)
            case Form.CHOICE:
                ways, at = told.ways_of(held.of, held)
                self.app.push_screen(DecideScreen(held.of.title, ways, at), self._taking(held.of))
            case Form.NAME if held.of.name == "company":
                self.pick_company(held)
            case Form.NAME if held.of.name == "theme":
                self._pick_theme(held)
            case Form.NAME if models := self._models():
                self._pick_model(held, models)
            case _:
                shown = held.value or ""
                self._ask(held.of, shown if shown == public(held.of, shown) else "")

    def choose(self, offer: told.Offer) -> None:
        """Choose a server, and a model of it."""
        if offer.models:
            names = [*told.short_names(offer.models), ANOTHER]
            title = f"Which model of {offer.name} interviews and grades?"
            self.app.push_screen(PickScreen(title, names, 0), lambda at: self._of_offer(offer, at))
        else:
            self._name_for(offer, "" if offer.base_url else told.USUAL)

    @work(group="company", exclusive=True, exit_on_error=False)
    async def pick_company(self, held: Held) -> None:
        """Offer the packs that there are."""
        from interviewsim.domain.setup import Setup

        try:
            companies = (await self.house.stage.lobby(Setup(Round.BEHAVIORAL))).companies
        except InterviewSimError as error:
            self.say(f"{error.message} {error.hint}", failed=True)
            return
        ids = [id_ for id_, _ in companies]
        at = ids.index(held.value) if held.value in ids else 0
        names = [one_line(f"{name}  ({id_})") for id_, name in companies]
        take = self._taking(held.of)
        self.app.push_screen(
            PickScreen("Which company interviews you?", names, at),
            lambda index: take(None if index is None else ids[index]),
        )

    @work(group="keep", exit_on_error=False)
    async def keep(self, changes: Mapping[str, str | None], *, undoing: bool = False) -> None:
        """Write a change, and show what stands now.

        What it replaces is read anew: an editor or the palette may have changed it meanwhile.
        """
        await self.read()
        before = {name: told.own_value(self.held[name]) for name in changes if name in self.held}
        try:
            await self.doors.keep(changes)
        except InterviewSimError as error:
            self.say(f"{error.message} {error.hint}", failed=True)
            return
        if undoing:
            self._before.pop()
        else:
            self._before.append(before)
        await self.read()
        if "theme" in changes:
            self.house.wear(self.held["theme"].value or "")
        self.say("Taken back." if undoing else told.kept_told([self.held[name] for name in changes]))
        self.refresh_bindings()

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self.keep(self._before[-1], undoing=True)

    def _pick_theme(self, held: Held) -> None:
        names = sorted(self.app.available_themes)

        def take(at: int | None) -> None:
            if at is not None:
                self.keep({held.of.name: names[at]})

        at = names.index(self.app.theme) if self.app.theme in names else 0
        self.app.push_screen(PickScreen(held.of.title, names, at), take)

    def _taking(self, of: Choosable) -> "told.Taking":
        def take(value: str | None) -> None:
            if value is not None:
                self.keep({of.name: value})

        return take

    def _ask(self, of: Choosable, text: str, trouble: str = "") -> None:
        def take(typed: str | None) -> None:
            if typed is None:
                return
            if why := objection(of, typed):
                self._ask(of, one_line(typed), why)
            else:
                self.keep({of.name: typed})

        note = " ".join(filter(None, (trouble, told.prompt_of(of))))
        still = self.house.around.still
        self.app.push_screen(AskScreen(of.title, one_line(text), note=note, verb="keep", still=still), take)

    def _models(self) -> Sequence[str]:
        """What the chosen server lists, where it is one that was found."""
        url = (held.value or "").rstrip("/") if (held := self.held.get("base_url")) else ""
        return next((one.models for one in self.found or () if one.base_url.rstrip("/") == url), ())

    def _pick_model(self, held: Held, models: Sequence[str]) -> None:
        def take(at: int | None) -> None:
            if at == len(models):
                self._ask(held.of, held.value or "")
            elif at is not None:
                self.keep({held.of.name: models[at]})

        at = models.index(held.value) if held.value in models else 0
        self.app.push_screen(PickScreen(held.of.title, [*told.short_names(models), ANOTHER], at), take)

    def _of_offer(self, offer: told.Offer, at: int | None) -> None:
        if at == len(offer.models):
            self._name_for(offer, "")
        elif at is not None:
            self._use(offer, offer.models[at])

    def _name_for(self, offer: told.Offer, text: str, trouble: str = "") -> None:
        model = self.held["model"].of

        def take(typed: str | None) -> None:
            if typed is None:
                return
            if why := objection(model, typed):
                self._name_for(offer, one_line(typed), why)
            else:
                self._use(offer, typed)

        title = f"Which model of {offer.name} interviews and grades?"
        note = trouble or "Its name, as the server knows it."
        self.app.push_screen(AskScreen(title, text, note=note, verb="keep", still=self.house.around.still), take)

    def _use(self, offer: told.Offer, model: str) -> None:
        """The server and the model together; a grader of another server goes."""
        changes: dict[str, str | None] = {"model": model, "base_url": offer.base_url}
        if told.own_value(self.held["grader_model"]) is not None:
            changes["grader_model"] = None
        self.keep(changes)
