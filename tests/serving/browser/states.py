"""The states of the workbench, each with the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.serving.browser.conftest import Bench

    Way = Callable[[Bench], None]


def _run(*scripts: str) -> Way:
    def go(bench: Bench) -> None:
        for script in scripts:
            bench.page.evaluate(script)
            bench.page.wait_for_timeout(40)

    return go


def _click(id_: str) -> str:
    return f"document.getElementById('{id_}').click()"


def _passage(bench: Bench) -> None:
    bench.page.evaluate("argmap.select('quiet')")
    bench.page.keyboard.press("d")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        bench.page.keyboard.press(key)
        bench.page.wait_for_timeout(40)


def _from_passage(bench: Bench) -> None:
    _passage(bench)
    bench.page.keyboard.press("Enter")
    bench.page.wait_for_timeout(40)


def _drawn_step(bench: Bench) -> None:
    _passage(bench)
    bench.page.evaluate("document.querySelector('#passage button:last-child').click()")
    bench.page.wait_for_timeout(40)


def _picking(bench: Bench) -> None:
    bench.page.evaluate("argmap.select('quiet')")
    bench.page.keyboard.press("3")
    bench.page.wait_for_timeout(60)
    bench.page.locator("#form [role=combobox]:visible").first.focus()
    bench.page.wait_for_timeout(60)


def _dropped(bench: Bench) -> None:
    """The menu that opens where one card is dropped on another."""
    places = bench.page.evaluate(
        "() => { const found = {};"
        "const box = document.getElementById('map').getBoundingClientRect();"
        "for (let x = box.left; x < box.right; x += 12)"
        " for (let y = box.top; y < box.bottom; y += 12) {"
        " const { claim } = argmap.at(x, y); if (claim) found[claim] ??= [x + 6, y + 6]; }"
        "return found; }"
    )
    if len(places) < 2:  # on a phone there are lists, and nothing to drag
        return
    (x, y), (to_x, to_y) = [*places.values()][:2]
    bench.page.keyboard.down("Alt")
    bench.page.mouse.move(x, y)
    bench.page.mouse.down()
    bench.page.mouse.move(to_x, to_y, steps=4)
    bench.page.mouse.up()
    bench.page.keyboard.up("Alt")


def _broken(bench: Bench) -> None:
    """A file that cannot be read; whoever wants to go on puts it back."""
    shown = bench.running.shown["map"]["edit"]["claims"]
    place = next(iter(shown.values()))["file"]
    with open(place, "a", encoding="utf-8") as file:  # noqa: PTH123  # a path as text
        file.write("  broken: [\n")
    bench.wait_until("!document.getElementById('broken').hidden")


def _refused(bench: Bench) -> None:
    _run(_click("add-claim"))(bench)
    bench.page.click("#form button[type=submit]")
    bench.page.wait_for_timeout(40)


CHOSEN = "argmap.select('quiet')"
UNFOLDED = "document.querySelectorAll('#panel details, #form details').forEach(e => e.open = true)"

STATES: dict[str, Way] = {
    "document open": _run("document.getElementById('doc').hidden && " + _click("doc-switch")),
    "document closed": _run("document.getElementById('doc').hidden || " + _click("doc-switch")),
    "claim chosen": _run(CHOSEN, UNFOLDED),
    "passage chosen": _passage,
    "claim from a passage": _from_passage,
    "step from a passage": _drawn_step,
    "new claim": _run(_click("add-claim"), UNFOLDED),
    "new claim refused": _refused,
    "picking a step": _picking,
    "change a claim": _run(CHOSEN, "document.querySelector('[data-act=change]').click()", UNFOLDED),
    "delete a claim": _run(CHOSEN, "document.querySelector('[data-act=delete]').click()"),
    "contradict": _run(CHOSEN, "document.querySelector('[data-act=contradict]').click()"),
    "change a step": _run(CHOSEN, "document.querySelector('[data-act^=\"change \"]').click()"),
    "title and question": _run(_click("map-change")),
    "source": _run(
        "document.getElementById('doc').hidden && " + _click("doc-switch"), _click("source-change")
    ),
    "keys": _run(_click("keys-switch")),
    "remarks": _run(_click("problems-switch")),
    "changes": _run(_click("changes-switch")),
    "dropped": _dropped,
    "broken": _broken,
}
"""All states; the last one leaves a file behind that cannot be read."""
