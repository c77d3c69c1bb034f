"""The page of a room for phones: small, with the fonts that a phone has, the same for everybody."""

from __future__ import annotations

from argmap.views.page.page import (
    Asset,
    bundled,
    environment_of_pages,
    policy,
    script_text,
    themes,
)

ENTRY, _STYLE, _TEMPLATE = "room/main.js", "styles/room.css", "room.html.j2"


def page_of_room(title: str) -> tuple[str, str]:
    """The page and its content security policy; what it shows it fetches from its own server."""
    from markupsafe import Markup  # noqa: PLC0415  # slow to import, and only pages need it

    script = Asset.script(f"({bundled(ENTRY)})();\n")
    style = Asset(themes() + script_text(_STYLE))
    allowed = f"{policy([script], style)}; connect-src 'self'"
    html = (
        environment_of_pages()
        .get_template(_TEMPLATE)
        .render(
            policy=Markup(allowed),  # noqa: S704  # our own hashes
            title=title,
            style=Markup(style.text),  # noqa: S704  # our own files
            script=Markup(script.text),  # noqa: S704  # our own files
        )
    )
    return html + "\n", f"{allowed}; frame-ancestors 'none'"
