"""Edits of one file, each with the text that a careful person would have left."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from argmap.editing.applying import Edited, apply
from argmap.editing.edits import (
    AddClaim,
    AddContradiction,
    AddRelation,
    AddRestatement,
    AddSource,
    DefineBelow,
    DefineInPlace,
    JoinPremise,
    MapEdit,
    NewFile,
    Redirect,
    RemoveClaim,
    RemoveField,
    RemoveRelation,
    RemoveRestatement,
    RemoveSource,
    Rename,
    SetField,
    SetLocators,
    SetMapField,
    SplitPremise,
)
from argmap.editing.formatting import Rewritten
from argmap.errors import OutputError, UsageError
from argmap.model.claim import Claim, Mode
from argmap.model.presentation import Step
from argmap.model.relation import Force, Kind, Relation
from argmap.model.source import Locator, Source
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files

EDITS = Path(__file__).parent / "edits"
FILE = "town.yaml"
BEFORE = (EDITS / "before.yaml").read_text()
LONG = (
    "The old town should be closed to private cars, from the river to the station, on all days of "
    "the week."
)
NEW = Claim(
    "empty-homes",
    "One home in ten is empty.",
    source="wood2018",
    locators=(Locator(paragraph=3, quote="one in ten"),),
    speaker="The mayor",
    mode=Mode.REPORTED,
)
REPORT = Source(
    "audit",
    title="An audit: noise and air",
    authors=("A. Planner", "Smith, John"),
    date="2026-03-04",
    document="audit.txt",
)
CLOSED = Locator(quote="closed to private cars")
MAY = Locator(paragraph=3, quote="measured, in May")
PAGE = Locator(page="12")
CASES: dict[str, tuple[MapEdit, ...]] = {
    "claim-added": (AddClaim(NEW, FILE, "shops-gain"),),
    "claim-in-place": (DefineInPlace("quieter"),),
    "claim-below": (DefineBelow("dirty"),),
    "claim-removed": (RemoveClaim("shops-lose"),),
    "claim-removed-with-premises": (RemoveClaim("close-centre"),),
    "claim-in-braces-removed": (RemoveClaim("short"),),
    "label-set": (SetField("claim", "close-centre", "label", "Close it"),),
    "label-of-a-short-claim": (SetField("claim", "quieter", "label", "Quiet"),),
    "tags-set": (SetField("claim", "shops-lose", "tags", ("money",)),),
    "long-text": (SetField("claim", "close-centre", "text", LONG),),
    "text-of-several-lines": (SetField("claim", "shops-gain", "text", "Shops gain."),),
    "text-in-braces": (SetField("claim", "cars", "text", "Cars, above all, are it."),),
    "pending": (SetField("claim", "shops-lose", "granted", "pending"),),
    "note-removed": (RemoveField("claim", "cars", "note"),),
    "grant-removed": (RemoveField("claim", "shops-lose", "granted"),),
    "rationale-set": (SetField("relation", "air", "rationale", "Both are needed."),),
    "weight-of-a-bare-reason": (
        SetField("relation", "quieter~supports~close-centre", "weight", 0.5),
    ),
    "weight-at-the-premise": (SetField("relation", "short~supports~shops-gain", "weight", 0.5),),
    "source-added": (AddSource(REPORT, FILE),),
    "second-source-added": (AddSource(REPORT, FILE), AddSource(Source("letters"), FILE)),
    "source-removed": (
        AddSource(REPORT, FILE),
        AddSource(Source("letters", title="Letters"), FILE),
        RemoveSource("audit"),
    ),
    "title-of-the-map": (SetMapField("title", "The old town"),),
    "main-claims": (SetMapField("main", ("close-centre", "quieter")),),
    "no-main-claims": (SetMapField("main", ()),),
    "slides": (SetMapField("steps", (Step(("quieter",), "Is it quiet?", reject=("cars",)),)),),
    "source-renamed": (Rename("source", "wood2018", "report"),),
    "source-field": (SetField("source", "wood2018", "title", "Another report"),),
    "objection-added": (AddRelation(Relation.of("dirty", "attacks", "short", force=Force.DEFEAT)),),
    "linked-reason-added": (
        AddRelation(Relation.of(["dirty", "cars"], "supports", "quieter", "noise")),
    ),
    "premise-joined": (JoinPremise("air", "short"),),
    "premise-joined-at-the-premise": (JoinPremise("short~supports~shops-gain", "cars"),),
    "premise-split-off": (SplitPremise("air", "dirty"),),
    "premise-of-three-split-off": (JoinPremise("air", "short"), SplitPremise("air", "cars")),
    "premise-split-off-in-brackets": (SplitPremise("shops-lose+short~undercuts~air", "short"),),
    "premise-split-off-in-its-own-entry": (
        JoinPremise("short~supports~shops-gain", "cars"),
        SplitPremise("cars+short~supports~shops-gain", "short"),
    ),
    "reason-made-an-objection": (
        Redirect("quieter~supports~close-centre", Kind.ATTACKS, "close-centre"),
    ),
    "objection-with-its-answer-led-elsewhere": (
        Redirect("shops-lose~attacks~close-centre", Kind.ATTACKS, "quieter"),
    ),
    "objection-made-an-answer": (
        Redirect("shops-lose~attacks~close-centre", Kind.UNDERCUTS, "air"),
    ),
    "step-with-premises-led-elsewhere": (Redirect("air", Kind.SUPPORTS, "shops-gain"),),
    "reason-at-its-premise-led-elsewhere": (
        Redirect("short~supports~shops-gain", Kind.SUPPORTS, "quieter"),
    ),
    "reason-at-its-premise-made-an-answer": (
        Redirect("short~supports~shops-gain", Kind.UNDERCUTS, "shops-gain~attacks~quieter"),
    ),
    "relation-apart-led-elsewhere": (
        Redirect("shops-gain~attacks~quieter", Kind.SUPPORTS, "close-centre"),
    ),
    "contradiction-added": (AddContradiction("quieter", "cars"),),
    "restatement-added": (AddRestatement("dirty", "short"), AddRestatement("dirty", "quieter")),
    "restatement-removed": (
        AddRestatement("dirty", "quieter"),
        AddRestatement("short", "dirty"),
        RemoveRestatement("dirty"),
    ),
    "reason-removed": (RemoveRelation("quieter~supports~close-centre"),),
    "reason-with-premises-removed": (RemoveRelation("air"),),
    "last-objection-removed": (RemoveRelation("shops-lose~attacks~close-centre"),),
    "contradiction-removed": (RemoveRelation("shops-lose~contradicts~shops-gain"),),
    "quotation-given": (SetLocators("claim", "close-centre", (CLOSED,)),),
    "quotation-of-a-short-claim": (SetLocators("claim", "quieter", (MAY,)),),
    "quotation-in-braces": (SetLocators("claim", "cars", (MAY,)),),
    "quotations": (SetLocators("claim", "shops-lose", (CLOSED, MAY, PAGE)),),
    "quotation-beside-another": (
        SetLocators("claim", "shops-lose", (CLOSED,)),
        SetLocators("claim", "shops-lose", (CLOSED, MAY)),
    ),
    "quotations-less-the-first": (
        SetLocators("claim", "shops-lose", (CLOSED, MAY, PAGE)),
        SetLocators("claim", "shops-lose", (MAY, PAGE)),
    ),
    "quotation-of-a-reason": (
        SetLocators("relation", "quieter~supports~close-centre", (Locator(quote="and therefore"),)),
    ),
    "quotation-of-an-answer": (
        SetLocators("relation", "short~undercuts~shops-lose~attacks~close-centre", (MAY,)),
    ),
    "quotation-of-a-contradiction": (
        SetLocators("relation", "shops-gain~contradicts~shops-lose", (MAY,)),
    ),
    "claim-with-quotations": (AddClaim(replace(NEW, locators=(MAY, PAGE)), FILE),),
    "relation-apart-removed": (RemoveRelation("shops-gain~attacks~quieter"),),
}


def text_after(text: str, edits: tuple[MapEdit, ...]) -> str:
    """The text of a map of one file after some edits."""
    files = edited(text, *edits).files
    return files[0].after if files else text


def edited(text: str, *edits: MapEdit) -> Edited:
    """A map of one file, edited."""
    files = (ClaimFile(FILE, text),)
    return apply(read_files(ClaimFiles(files, ()), ""), files, edits)


@pytest.mark.parametrize("name", CASES)
def test_an_edit_is_as_an_author_would_write_it(name: str) -> None:
    text = text_after(BEFORE, CASES[name])
    path = EDITS / f"{name}.yaml"
    if os.environ.get("ARGMAP_UPDATE"):
        path.write_text(text)
    assert text == path.read_text()


MAP_FROM_NOTHING = (
    NewFile(FILE, REPORT),
    AddClaim(Claim("close-centre", "Close the old town.", source="audit"), FILE),
    AddClaim(
        Claim("quieter", "Streets are quieter.", source="audit", locators=(CLOSED,)),
        FILE,
    ),
    AddRelation(Relation.of("quieter", "supports", "close-centre")),
    SetMapField("title", "The old town"),
)


def test_a_map_is_made_from_nothing() -> None:
    nothing = read_files(ClaimFiles((), ()), "")
    result = apply(nothing, (), MAP_FROM_NOTHING)
    [file] = result.files
    path = EDITS / "map-from-nothing.yaml"
    if os.environ.get("ARGMAP_UPDATE"):
        path.write_text(file.after)
    assert file.after == path.read_text()
    assert not file.was_there
    assert result.undone == (Rewritten(FILE, file.after, "", is_there=False),)


@pytest.mark.parametrize("text", ["", "# My own map.\n"])
def test_the_first_claim_of_an_empty_file(text: str) -> None:
    result = edited(text, AddClaim(Claim("bus", "Buses are slow."), FILE))
    [file] = result.files
    assert file.after == (f"{text}\n" if text else "") + "claims:\n  bus: Buses are slow.\n"


def test_the_last_source_goes_with_its_key() -> None:
    result = edited(BEFORE, AddSource(REPORT, FILE), RemoveSource("audit"))
    assert "sources:" not in (result.files[0].after if result.files else BEFORE)


def test_the_source_of_a_file_is_that_of_its_claims() -> None:
    result = edited("claims:\n  bus: Buses are slow.\n", AddSource(REPORT, FILE, own=True))
    assert result.parsed.map.claims["bus"].source == "audit"
    assert result.files[0].after.startswith("source:\n  id: audit\n")


def test_a_premise_that_joins_and_is_split_off_again_leaves_no_trace() -> None:
    assert not edited(BEFORE, JoinPremise("air", "short"), SplitPremise("air", "short")).files


def test_all_edits_one_after_the_other() -> None:
    edits = (
        SetField("claim", "quieter", "label", "Quiet"),
        AddClaim(NEW, FILE),
        AddRelation(Relation.of("empty-homes", "supports", "quieter")),
        Rename("claim", "quieter", "silence"),
        JoinPremise("empty-homes~supports~silence", "cars"),
        RemoveClaim("close-centre"),
    )
    result = edited(BEFORE, *edits)
    assert result.parsed.map.relations_to("silence")[0].premises == ("cars", "empty-homes")
    assert [file.after for file in result.undone] == [BEFORE]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (RemoveClaim("nobody"), "there is no claim `nobody`"),
        (SetField("relation", "nobody", "note", "."), "there is no relation `nobody`"),
        (AddClaim(Claim("short", "Short."), FILE), "the id `short` is taken already"),
        (AddRelation(Relation.of("short", "supports", "quieter", "air")), "taken already"),
        (AddRelation(Relation.of("nobody", "supports", "quieter")), "no claim `nobody`"),
        (AddRelation(Relation.of("short", "undercuts", "quieter")), "no relation `quieter`"),
        (SetField("claim", "short", "supported_by", "dirty"), "cannot be set or removed"),
        (SetField("relation", "air", "source", "nowhere"), "there is no source `nowhere`"),
        (SetField("claim", "short", "mode", "shouted"), "`mode` is one of asserted, reported"),
        (AddContradiction("shops-lose", "shops-gain"), "is taken already"),
        (AddSource(Source("wood2018"), FILE), "there is a source `wood2018` already"),
        (AddSource(REPORT, FILE, own=True), "has a source of its own already: `wood2018`"),
        (AddSource(REPORT, "other.yaml"), "there is no claim file other.yaml in this map"),
        (RemoveSource("wood2018"), "`cars`, `close-centre`, .* and 12 more come from `wood2018`"),
        (NewFile(FILE), "there is a claim file town.yaml already"),
        (SetMapField("views", ""), "`views` of the map cannot be set by itself"),
        (SetMapField("main", ("nobody",)), "there is no claim `nobody`"),
        (SetMapField("objections", "shout"), "`objections` is one of contest, defeat"),
        (AddContradiction("cars", "cars"), "name another beside it"),
        (AddRestatement("shops-gain", "short"), "leads from one to the other; remove it first"),
        (RemoveRestatement("cars"), "`cars` restates no claim"),
        (SplitPremise("air", "short"), "`short` is no premise of `air`"),
        (SplitPremise("shops-gain~attacks~quieter", "shops-gain"), "the only premise of its step"),
        (Redirect("air", Kind.SUPPORTS, "cars"), "cannot be a premise of a step to itself"),
        (Redirect("air", Kind.SUPPORTS, "air"), "there is no claim `air`"),
        (
            Redirect("air", Kind.UNDERCUTS, "shops-lose+short~undercuts~air"),
            "hangs on `air` itself",
        ),
        (
            Redirect("shops-lose~contradicts~shops-gain", Kind.SUPPORTS, "cars"),
            "is a contradiction; remove it",
        ),
        (SetLocators("claim", "nobody", ()), "there is no claim `nobody`"),
        (RemoveField("claim", "quieter", "note"), "`quieter` has no `note`"),
        (RemoveField("claim", "close-centre", "note"), "`close-centre` has no `note`"),
    ],
)
def test_what_does_not_fit_the_map_is_refused(edit: MapEdit, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        edited(BEFORE, edit)


def test_a_quotation_needs_a_source() -> None:
    with pytest.raises(UsageError, match="looked up in a source; give `a` one first"):
        edited("claims: {a: A.}\n", SetLocators("claim", "a", (MAY,)))


@pytest.mark.parametrize(
    "edit",
    [
        SetField("claim", "short", "credence", 7.0),
        RemoveField("claim", "close-centre", "text"),
        Rename("claim", "dirty", "text"),
    ],
)
def test_what_would_break_the_map_is_not_written(edit: MapEdit) -> None:
    with pytest.raises(OutputError, match="nothing was written"):
        edited(BEFORE, edit)


def test_what_would_say_something_else_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(text: str, _: Rename) -> str:
        return text.replace("Dirty air kills.", "Dirty air heals.")

    monkeypatch.setattr("argmap.editing.written.with_new_id", careless)
    with pytest.raises(OutputError, match="without changing something else"):
        edited(BEFORE, Rename("claim", "quieter", "silence"))


@pytest.mark.parametrize("id_", ["12", "null", "true", "1.5", "0x1f"])
def test_ids_that_yaml_would_take_for_something_else_are_quoted(id_: str) -> None:
    result = edited(BEFORE, Rename("claim", "shops-lose", id_))
    assert id_ in result.parsed.map.claims
    assert f'"{id_}"' in result.files[0].after
