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

    from jinja2 import Environment

    from argmap.views.page.payload import Content

ENTRY = "main.js"
"""The main script of the page; the bundler follows its imports."""

STYLES = (
    "page.css",
    "claims.css",
    "panel.css",
    "strengths.css",
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
class Asset:
    """A script or style as written into the page, with its hash for the content security policy."""

    text: str

    @classmethod
    def script(cls, text: str) -> Asset:
        """A script, with Unix line ends and without text that would end its element early."""
        return cls(_inert(text))

    @property
    def hash(self) -> str:
        """Its SHA-256 in the form that a policy names."""
        digest = hashlib.sha256(self.text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def render_page(content: Content) -> str:
    """The page as text; the same content always gives the same bytes.

    pyvis models the graph and fills our template. Its own template would load code from other
    servers.
    """
    from markupsafe import Markup  # noqa: PLC0415

    scene, argument_map = content.scene, content.map
    payload = payload_of(content)
    network = network_of(scene, argument_map)
    scripts = (Asset.script(vis_network()), Asset.script(f"({bundled(ENTRY)})();\n"))
    style = Asset(style_sheet(texts_of(content), STYLES))
    environment = environment_of_pages()
    environment.globals.update(
        policy=Markup(policy(scripts, style)),  # noqa: S704  # our own hashes
        page=payload,
        data=Markup(as_json(payload | {"nodes": network.nodes, "edges": network.edges})),  # noqa: S704  # escaped by as_json
        asked=Markup(as_json(prepared_of(content))),  # noqa: S704  # escaped by as_json
        style=Markup(style.text),  # noqa: S704  # our own files
        scripts=[Markup(script.text) for script in scripts],  # noqa: S704  # our own files
    )
    network.templateEnv, network.path = environment, _TEMPLATE
    return str(network.generate_html()) + "\n"


def environment_of_pages() -> Environment:
    """The environment in which templates are filled: what it is not told to trust is escaped."""
    from jinja2 import Environment, PackageLoader  # noqa: PLC0415  # slow to import, and only pages need it

    return Environment(loader=PackageLoader("argmap.views.page", ""), autoescape=True)


def policy(scripts: Iterable[Asset], style: Asset) -> str:
    """The content security policy of a page: its own scripts and styles, and no request at all."""
    return (
        f"default-src 'none'; script-src {' '.join(script.hash for script in scripts)};"
        f" style-src {style.hash}; font-src data:; img-src data: blob:;"
        " base-uri 'none'; form-action 'none'"
    )


def bundled(entry: str) -> str:
    """The script and all that it imports as a function, which nobody has called yet."""
    return f"() => {{\n'use strict';\n{bundle(entry, script_text)}}}"


def _inert(script: str) -> str:
    plain = script.replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def texts_of(content: Content) -> list[str]:
    """The texts of a map, for whose letters the page needs a font."""
    scene = content.scene
    texts = [text for card in scene.cards for text in (card.face.name, *card.face.foot)]
    texts += [claim.text for claim in content.map.claims.values()]
    return [*texts, scene.title, scene.question or ""]


def style_sheet(texts: Iterable[str], names: Iterable[str]) -> str:
    """The style sheets of these names with fonts for all letters of the texts, and both themes."""
    letters = "".join(texts)
    faces = "".join(
        f'@font-face{{font-family:"{theme.FONT}";font-weight:{weight};'
        f'src:url({fonts.subset_url([letters], weight)}) format("woff2")}}\n'
        for weight in (theme.REGULAR, theme.BOLD)
    )
    bands = "".join(f".band{n}{{--band:var(--band{n})}}" for n in range(len(theme.BANDS)))
    return (
        faces + themes() + bands + "\n" + "\n".join(script_text(f"styles/{name}") for name in names)
    )


def themes() -> str:
    """The colours of both themes as style rules, and the names of the fonts."""
    light, dark = (_variables(place) for place in (0, 1))
    return (
        f":root{{color-scheme:light;--font:{theme.FONT_STACK};{light}}}\n"
        "@media (prefers-color-scheme:dark){:root:not([data-theme=light])"
        f"{{color-scheme:dark;{dark}}}}}\n"
        f":root[data-theme=dark]{{color-scheme:dark;{dark}}}\n"
    )


def _variables(place: int) -> str:
    colours = (theme.LIGHT, theme.DARK)[place]
    named = {**colours, **{f"band{n}": pair[place] for n, pair in enumerate(theme.BANDS)}}
    return ";".join(f"--{name}:{colour}" for name, colour in named.items())


def script_text(path: str) -> str:
    """The text of a script or style by its path below `web/`, with Unix line ends."""
    text = files("argmap.views.page").joinpath("web", *path.split("/")).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def as_json(value: object) -> str:
    """The value as JSON that is safe in HTML: no character in it can end or open an element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
