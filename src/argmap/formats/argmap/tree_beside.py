"""The tree of a claim file, as far as it is not about claims and relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.tree_values import Tree, filled
from argmap.editing.trees import slide_tree, source_tree

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.presentation import View
    from argmap.model.stance import Expectation, Stance


def rest_tree(argument_map: ArgumentMap) -> Tree:
    """The parts of a map beside its claims and relations, under the keys of a claim file."""
    return filled(
        {
            "map": _block(argument_map),
            "sources": {id_: source_tree(each) for id_, each in argument_map.sources.items()},
            "questions": {
                id_: filled({"text": each.text, "answers": [*each.answers]})
                for id_, each in argument_map.questions.items()
            },
            "stances": {id_: _stance(each) for id_, each in argument_map.stances.items()},
            "expect": [_expectation(each) for each in argument_map.expectations],
            "schemes": {
                id_: filled(
                    {"name": each.name, "premises": [*each.premises], "questions": each.questions}
                )
                for id_, each in argument_map.schemes.items()
            },
        }
    )


def _block(argument_map: ArgumentMap) -> Tree:
    return filled(
        {
            "title": argument_map.title,
            "question": argument_map.question,
            "main": [*argument_map.main],
            "objections": argument_map.objections if argument_map.objections != "contest" else None,
            "documents": argument_map.documents,
            "meta": argument_map.meta,
            "steps": [slide_tree(step) for step in argument_map.steps],
            "views": {id_: _view(view) for id_, view in argument_map.views.items()},
        }
    )


def _view(view: View) -> Tree:
    return filled({"focus": view.focus, "depth": view.depth, "only_source": view.only_source})


def _stance(stance: Stance) -> Tree:
    return filled(
        {
            "name": stance.name if stance.name != stance.id else None,
            "reject": sorted(stance.reject),
            "accept": sorted(stance.accept),
            "credences": dict(sorted(stance.credences.items())),
        }
    )


def _expectation(expectation: Expectation) -> Tree:
    return filled(
        {
            "claim": expectation.claim,
            "is": expectation.expected,
            "semantics": expectation.semantics,
            "objections": expectation.objections,
            "reject": sorted(expectation.reject),
            "accept": sorted(expectation.accept),
        }
    )
