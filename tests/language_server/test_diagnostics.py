"""Diagnostics while typing: those of `argmap check`, at the columns of editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.language_server.editor import Editor

    Start = Callable[..., Awaitable[Editor]]

GOOD = "claims:\n  close: {text: It should be closed., supported_by: [quieter]}\n"
BELOW = "claims:\n  quieter: It is quieter.\n"


@pytest.mark.asyncio
async def test_a_problem_is_shown_while_typing_and_goes_when_it_is_cured(start: Start) -> None:
    editor = await start()
    editor.write("town/a.yaml", GOOD)
    editor.write("town/b.yaml", BELOW)
    editor.open("town/a.yaml")
    await editor.until("town/a.yaml")
    editor.change("town/a.yaml", GOOD.replace("quieter", "quiter"))
    [problem, *_] = await editor.until("town/a.yaml", "AM301")
    assert problem.message.startswith("there is no claim `quiter`")
    editor.change("town/a.yaml", GOOD)
    await editor.until("town/a.yaml")
