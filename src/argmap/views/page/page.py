"""The interactive page as one HTML file, made with pyvis; its graph is pyvis' network."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from argmap.views.look import fonts, theme
from argmap.views.page.bundle import bundle
from argmap.views.page.network import network_of, vis_network
from argmap.views.page.payload import payload_of
from argmap.views.page.prepared import prepared_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model.argument_map import ArgumentMap
    from argmap.views.page.payload import Content
    from argmap.views.picture.scene import Scene

ENTRY = "main.js"
"""The main script of the page; the bundler follows its imports."""

STYLES = (
    "page.css",
    "claims.css",
    "panel.css",
    "stance.css",
    "view.css",
    "zoom.css",
    "slides.css",
    "brief.css",
    "paper.css",
    "legend.css",
    "access.css",
)

_TEMPLATE = "page.html.j2"


@dataclass(frozen=True, slots=True)
class _Asset:
    """A script or style as written into the page, with its hash for the content security policy."""

    text: str

    @property
    def hash(self) -> str:
        digest = hashlib.sha256(self.text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def render_page(content: Content) -> str:
    """The page as text; the same content always gives the same bytes.

    pyvis models the graph and fills our template. Its own template would load code from other
    servers.
    """
    from jinja2 import Environment, PackageLoader  # noqa: PLC0415  # slow to import, and only pages need it
    from markupsafe import Markup  # noqa: PLC0415

    scene, argument_map = content.scene, content.map
    payload = payload_of(content)
    network = network_of(scene, argument_map)
    scripts = (_Asset(_inert(vis_network())), _Asset(_own_script()))
    style = _Asset(_style(scene, argument_map))
    environment = Environment(loader=PackageLoader("argmap.views.page", ""), autoescape=True)
    environment.globals.update(
        policy=Markup(_policy(scripts, style)),  # noqa: S704  # our own hashes
        page=payload,
        data=Markup(_json(payload | {"nodes": network.nodes, "edges": network.edges})),  # noqa: S704  # escaped by _json
        asked=Markup(_json(prepared_of(content))),  # noqa: S704  # escaped by _json
        style=Markup(style.text),  # noqa: S704  # our own files
        scripts=[Markup(script.text) for script in scripts],  # noqa: S704  # our own files
    )
    network.templateEnv, network.path = environment, _TEMPLATE
    return str(network.generate_html()) + "\n"


def _policy(scripts: Iterable[_Asset], style: _Asset) -> str:
    return (
        f"default-src 'none'; script-src {' '.join(script.hash for script in scripts)};"
        f" style-src {style.hash}; font-src data:; img-src data: blob:;"
        " base-uri 'none'; form-action 'none'"
    )


def _own_script() -> str:
    return _inert(f"(() => {{\n'use strict';\n{bundle(ENTRY, script_text)}}})();\n")


def _inert(script: str) -> str:
    """The script with Unix line ends, and without text that would end its element early."""
    plain = script.replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _style(scene: Scene, argument_map: ArgumentMap) -> str:
    texts = [text for card in scene.cards for text in (card.face.name, *card.face.foot)]
    texts += [claim.text for claim in argument_map.claims.values()]
    texts += [scene.title, scene.question or ""]
    faces = "".join(
        f'@font-face{{font-family:"{theme.FONT}";font-weight:{weight};'
        f'src:url({fonts.subset_url(texts, weight)}) format("woff2")}}\n'
        for weight in (theme.REGULAR, theme.BOLD)
    )
    light, dark = (_variables(place) for place in (0, 1))
    themes = (
        f":root{{color-scheme:light;--font:{theme.FONT_STACK};{light}}}\n"
        "@media (prefers-color-scheme:dark){:root:not([data-theme=light])"
        f"{{color-scheme:dark;{dark}}}}}\n"
        f":root[data-theme=dark]{{color-scheme:dark;{dark}}}\n"
    )
    bands = "".join(f".band{n}{{--band:var(--band{n})}}" for n in range(len(theme.BANDS)))
    return (
        faces + themes + bands + "\n" + "\n".join(script_text(f"styles/{name}") for name in STYLES)
    )


def _variables(place: int) -> str:
    colours = (theme.LIGHT, theme.DARK)[place]
    named = {**colours, **{f"band{n}": pair[place] for n, pair in enumerate(theme.BANDS)}}
    return ";".join(f"--{name}:{colour}" for name, colour in named.items())


def script_text(path: str) -> str:
    """The text of a script or style by its path below `web/`, with Unix line ends."""
    text = files("argmap.views.page").joinpath("web", *path.split("/")).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _json(value: object) -> str:
    """The value as JSON that is safe in HTML: no character in it can end or open an element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
