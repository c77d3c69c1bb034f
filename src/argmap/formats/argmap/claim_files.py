"""Claim files, written: a map as a single file, or as a folder with a file for each source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.yaml_text import yaml_text
from argmap.formats.argmap.tree import tree_of
from argmap.formats.carried import lost_by_our_own
from argmap.formats.exchange import Exported
from argmap.model.setting_apart import with_drafts

if TYPE_CHECKING:
    from argmap.editing.tree_values import Tree
    from argmap.formats.exchange import Wishes
    from argmap.model.argument_map import ArgumentMap

MAP_FILE = "map.yaml"
"""The file of a folder that holds what belongs to no single source."""


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as one claim file, the claims of other maps with it. Cost: linear."""
    del wishes
    return Exported(yaml_text(tree_of(argument_map)), lost_by_our_own(argument_map).all)


def write_folder(argument_map: ArgumentMap) -> Exported:
    """The map as a folder: a file for each source with its claims, and one for the rest.

    Cost: linear.
    """
    tree = tree_of(argument_map)
    argument_map = with_drafts(argument_map)
    sources: dict[str, Tree] = tree.pop("sources", {})
    claims: dict[str, str | Tree] = tree.pop("claims", {})
    of_sources: dict[str, dict[str, str | Tree]] = {id_: {} for id_ in sources}
    rest: dict[str, str | Tree] = {}
    for id_, claim in claims.items():
        source = argument_map.claims[id_].source
        if source is None or isinstance(claim, str):
            rest[id_] = claim
            continue
        kept = dict(claim)
        if argument_map.claims[id_].cited_source is not None:
            kept.pop("source")  # the file's own
        of_sources[source][id_] = kept["text"] if len(kept) == 1 else kept
    files = {
        f"{id_}.yaml": yaml_text(
            {"argmap": 1, "source": {"id": id_, **sources[id_]}}
            | ({"claims": of_sources[id_]} if of_sources[id_] else {})
        )
        for id_ in sources
    }
    whole = {"argmap": tree.pop("argmap"), **tree}
    if rest:
        whole["claims"] = rest
    name = MAP_FILE if MAP_FILE not in files else "the-map.yaml"
    if len(whole) > 1 or not files:
        files[name] = yaml_text(whole)
    return Exported(files, lost_by_our_own(argument_map).all)
