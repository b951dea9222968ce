"""Several menus on a screen are gone through as one list."""

from textual.app import App, ComposeResult
from textual.content import Content

from interviewsim.tui.widgets.menu import Menu


class Menus(App[None]):
    def compose(self) -> ComposeResult:
        for name, count in (("first", 2), ("empty", 0), ("second", 3)):
            yield Menu([Content(f"{name} {row}") for row in range(count)], ident=name)


async def test_past_an_end_the_cursor_goes_on_in_the_next_menu_that_has_rows() -> None:
    app = Menus()
    async with app.run_test() as pilot:
        first, second = app.query_one("#first", Menu), app.query_one("#second", Menu)
        first.focus()
        await pilot.press("down", "down")
        assert (app.focused, second.cursor) == (second, 0)
        await pilot.press("down", "down", "down")
        assert (app.focused, second.cursor) == (second, 2)
        await pilot.press("home", "up")
        assert (app.focused, first.cursor) == (first, 1)
        await pilot.press("up", "up")
        assert (app.focused, first.cursor) == (first, 0)


async def test_a_row_that_is_too_wide_is_cut_and_takes_one_line() -> None:
    app = Menus()
    async with app.run_test(size=(20, 10)) as pilot:
        menu = app.query_one("#first", Menu)
        menu.show([Content("word " * 20), Content("two\nlines")])
        await pilot.pause()
        assert menu.size.height == 3
