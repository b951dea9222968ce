"""The one room that renders templates: text from a candidate, a model or a file is a variable, never a template.

Importing this module loads nothing heavy; jinja2 comes with the first template.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from interviewsim.errors import InvalidFile

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment


def render(source: str, values: Mapping[str, Any], *, name: str) -> str:
    """The template filled with values, which stay as they are. `name` is told where it fails.

    Raises `InvalidFile` for a template that is no template, names an unknown value, or reaches for what it may not.
    """
    return _rendered(_environment(), source, values, name)


def render_html(source: str, values: Mapping[str, Any], *, name: str) -> str:
    """As `render`, for a page: every value is escaped, so that no text brings markup of its own."""
    return _rendered(_environment(pages=True), source, values, name)


def _rendered(environment: "ImmutableSandboxedEnvironment", source: str, values: Mapping[str, Any], name: str) -> str:
    from jinja2 import TemplateError

    try:
        return environment.from_string(source).render(**values)
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        where = f"{name}, line {line}" if line else name
        raise InvalidFile(f"{where}: {error}.", "Mend the template, or remove it to use the bundled one.") from error


def variables(source: str, *, name: str) -> frozenset[str]:
    """The names that a template asks for. Raises `InvalidFile` for a template that is no template."""
    from jinja2 import TemplateSyntaxError, meta

    try:
        return frozenset(meta.find_undeclared_variables(_environment().parse(source)))
    except TemplateSyntaxError as error:
        raise InvalidFile(f"{name}, line {error.lineno}: {error.message}.", "Mend the template.") from error


@cache
def _environment(*, pages: bool = False) -> "ImmutableSandboxedEnvironment":
    """`pages`: values are escaped for HTML."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=pages, autoescape=pages
    )
