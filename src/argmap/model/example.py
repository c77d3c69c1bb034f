"""A map of three claims, on which the examples of the documentation are worked."""

from __future__ import annotations

from argmap.diagnostics import Location
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Kind, Relation

_HERE = Location("example", 1, 1)

THREE_CLAIMS = ArgumentMap(
    {
        "close": Claim("close", "The centre should be closed to cars.", _HERE),
        "quieter": Claim("quieter", "Streets without cars are quieter.", _HERE),
        "shops": Claim("shops", "Shops would lose customers.", _HERE),
    },
    {
        "for": Relation("for", Kind.SUPPORTS, ("quieter",), "close", _HERE, named=True),
        "against": Relation("against", Kind.ATTACKS, ("shops",), "close", _HERE, named=True),
    },
)
"""A reason for closing the centre, and an objection to it that nobody answers."""
