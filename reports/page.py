"""The Jinja2 environment that HTML and Markdown share, and users' own templates."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.errors import SettingsError
from reports.wording import SENTENCES, counted, shortened

if TYPE_CHECKING:
    from jinja2 import Environment


def environment() -> Environment:
    """Return the environment: pages are escaped by the end of their name (.html), Markdown escapes for itself."""
    from jinja2 import PackageLoader, StrictUndefined, select_autoescape
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    pages = ImmutableSandboxedEnvironment(
        loader=PackageLoader("reports", "templates"),
        autoescape=select_autoescape(enabled_extensions=("html", "htm"), disabled_extensions=("md",), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    pages.globals["sentences"] = SENTENCES
    pages.filters["counted"] = counted
    pages.filters["shortened"] = shortened
    pages.filters["capital"] = lambda words: words[:1].upper() + words[1:]
    return pages


def user_template(pages: Environment, path: Path, known: Mapping[str, Any]) -> str:
    """Render a user's own template; it may extend ``crosscheck/report.html`` and replace its blocks.

    Raises ``SettingsError`` naming the file and the line.
    """
    from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader, TemplateError, TemplateSyntaxError

    packaged = PackageLoader("reports", "templates")
    pages.loader = ChoiceLoader([FileSystemLoader(path.parent), PrefixLoader({"crosscheck": packaged}), packaged])
    try:
        return pages.get_template(path.name).render(known)
    except TemplateSyntaxError as error:
        raise SettingsError(f"{path}:{error.lineno}: the template is not valid: {error.message}.") from error
    except TemplateError as error:
        raise SettingsError(f"{path}: the template cannot be used: {error.message or type(error).__name__}.") from error
    except RecursionError as error:
        raise SettingsError(
            f"{path}: the template extends or includes itself; extend crosscheck/report.html."
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: the template is not UTF-8 text.") from error
