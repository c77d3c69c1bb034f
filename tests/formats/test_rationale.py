"""Maps of Rationale."""

from __future__ import annotations

from tests.formats.reading import drawn, formats_of, imported, lost

NEWER = r"""#Rationale Version 140.56
def prepare():
    pass
#-- End of Prelude --
map0_0 = Create("Claim")
SetText("Ban \"cars\".")
map0_1 = CreateChild(map0_0, "CompoundReason")
map0_2 = CreateChild(map0_1, "Claim")
SetText("Air is bad,
and worse.")
map0_3 = CreateChild(map0_1, "Claim")
SetText("Cars make it.")
map0_4 = CreateChild(map0_1, "Inference")
SetText("What harms is banned.")
map0_5 = CreateChild(map0_4, "CompoundObjection")
map0_6 = CreateChild(map0_5, "Claim")
SetText("Filters help.")
map0_7 = CreateChild(map0_5, "Inference")
map0_8 = CreateChild(map0_7, "CompoundObjection")
map0_9 = CreateChild(map0_8, "Claim")
SetText("They are rare.")
map0_10 = CreateAnnotation(map0_9, "Note")
SetText("A note\nof two lines.")
map0_11 = CreateChild(map0_0, "CompoundReason")
map1_0 = Create("Note")
SetText("Free.")
map1_1 = Create("Sticker")
view0 = CreateFernView()
view0.SetLocation(map0_0, 1, 2)
import os
"""

OLDER = """#Rationale Version 1.09
node0 = app.Create("Claim")
app.SetText(node0, "I should go.")
app.CreateChild(node0, "CompoundReason")
app.CreateChild(node0, "CompoundObjection")
app.CreateChild(node0[0], "Claim")
app.CreateChild(node0[0], "Inference")
app.SetText(node0[0][0], "I would enjoy it.")
app.SetText(node0[0][1], "supports")
app.CreateChild(node0[1], "Claim")
app.SetText(node0[1][0], "It rains.")
"""

PLAIN = """node0 = app.Create("Claim")
app.SetText(node0, "I should go.")
app.CreateChild(node0, "Reason")
app.SetText(node0[0], "I would enjoy it.")
app.CreateChild(node0[0], "Objection")
app.SetText(node0[0][0], "It rains.")
"""


def test_reasons_are_linked_and_objections_to_inferences_are_undercuts() -> None:
    result = imported("rationale", NEWER)
    step = "air-is-bad-and-worse+cars-make-it~supports~ban-cars"
    assert drawn(result.map) == [
        "air-is-bad-and-worse & cars-make-it + ban-cars",
        f"filters-help / {step}",
        f"they-are-rare / filters-help~undercuts~{step}",
    ]
    assert result.map.claims["ban-cars"].text == 'Ban "cars".'
    assert result.map.claims["they-are-rare"].note == "A note\nof two lines."
    assert result.map.relations[step].rationale == "What harms is banned."
    assert lost(result) == {
        "lines on the look of the map": 2,
        "lines that are not understood": 1,
        "notes on no claim": 1,
        "boxes of an unknown kind": 1,
        "relations without a premise": 1,
    }
    assert formats_of("x.rtnl", NEWER) == ["rationale"]


def test_older_scripts_name_boxes_by_their_place() -> None:
    result = imported("rationale", OLDER)
    assert drawn(result.map) == ["i-would-enjoy-it + i-should-go", "it-rains - i-should-go"]
    assert not result.lost


def test_a_reason_without_parts_is_a_claim_itself() -> None:
    result = imported("rationale", PLAIN)
    assert drawn(result.map) == ["i-would-enjoy-it + i-should-go", "it-rains - i-would-enjoy-it"]
    assert formats_of("script", PLAIN) == ["rationale"]


def test_a_script_without_boxes_is_an_error() -> None:
    [problem] = imported("rationale", "#Rationale Version 140.56\n").diagnostics
    assert problem.code == "AM702"


def test_a_text_without_an_end_costs_no_more_than_its_length() -> None:
    many = "\n".join(f'x{n} = Create("Claim")\nSetText("open' for n in range(30_000))
    assert imported("rationale", many).map.claims


def test_a_box_whose_name_a_later_one_takes_is_told() -> None:
    text = PLAIN + '\nnode0 = app.Create("Claim")\nnode0.SetText("Another.")\n'
    assert lost(imported("rationale", text))["boxes whose name a later one takes"] == 1
