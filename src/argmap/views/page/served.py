"""The page as a server shows it: a frame that stays, and what is made anew with every edit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.views.page.network import vis_network
from argmap.views.page.page import (
    ENTRY,
    STYLES,
    Asset,
    as_json,
    bundled,
    environment_of_pages,
    policy,
    style_sheet,
)
from argmap.views.page.payload import payload_of
from argmap.views.page.prepared import prepared_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.views.page.payload import Content

WORKBENCH, WORKBENCH_STYLES = "edit/main.js", ("bench.css", "document.css", "forms.css")
"""The main script of the workbench, and the styles that it adds to those of the page."""

LEADER, LEADER_STYLES = "lead/main.js", ("lead.css",)
"""The main script and the styles of the leader of a room, beside those of the workbench."""

_TEMPLATE = "workbench.html.j2"


@dataclass(frozen=True, slots=True)
class RoomSign:
    """The sign at the door of a room: the address to be opened, as text and as SVG, and the code.

    `short` is the address as people type it, without the code that is in the picture.
    """

    short: str
    code: str
    picture: str


def frame_of_workbench(
    texts: Iterable[str], title: str, room: RoomSign | None = None
) -> tuple[str, str]:
    """The page of the workbench without a map in it, and its content security policy.

    Its scripts fetch the map from the server that shows it, and talk to no other. It has fonts for
    all letters of these texts. With a sign it also leads a room.
    """
    from markupsafe import Markup  # noqa: PLC0415  # slow to import, and only pages need it

    page = f"window.argmapPage = {bundled(ENTRY)};\n"
    mains, styles = [WORKBENCH], [*STYLES, *WORKBENCH_STYLES]
    if room is not None:
        mains, styles = [*mains, LEADER], [*styles, *LEADER_STYLES]
    starts = [f"({bundled(main)})();\n" for main in mains]
    scripts = [Asset.script(text) for text in (vis_network(), page, *starts)]
    style = Asset(style_sheet(texts, styles))
    allowed = f"{policy(scripts, style)}; connect-src 'self'"
    template = environment_of_pages().get_template(_TEMPLATE)
    html = template.render(
        policy=Markup(allowed),  # noqa: S704  # our own hashes
        title=title,
        room=room,
        picture=Markup(room.picture) if room is not None else "",  # noqa: S704  # our own picture
        style=Markup(style.text),  # noqa: S704  # our own files
        scripts=[Markup(script.text) for script in scripts],  # noqa: S704  # our own files
    )
    return html + "\n", f"{allowed}; frame-ancestors 'none'"


def map_in_page(content: Content) -> dict[str, Any]:
    """The map as the frame takes it: the body of the page as markup, and the page's data.

    The page draws cards and lines itself, so that vis-network needs no nodes of its own.

    The answers for single claims are not in it: they come later, as `answers_in_page`.
    """
    payload = payload_of(content)
    body = environment_of_pages().get_template("body.html.j2").render(page=payload)
    return {
        "body": body,
        "data": payload | {"nodes": [], "edges": [], "routed": False},
    }


def answers_in_page(content: Content) -> str:
    """The answers that the page holds ready for single claims, as JSON."""
    return as_json(prepared_of(content))


def as_text(value: object) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
