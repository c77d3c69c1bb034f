"""`check --fix` fills in paragraphs and hashes, and changes nothing else."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from argmap.editing import fixing
from argmap.editing.fixing import Fixed, fixed
from argmap.errors import OutputError
from argmap.pipeline import check, fix

DOCUMENT = (
    "A title.\n\nThis report begins.\n\n\u2022\nShops lose customers.\n\u2022 Shops lose twice.\n"
)
SHA = hashlib.sha256(DOCUMENT.encode()).hexdigest()
HEAD = "source: {id: s, document: doc.txt, begins: This report}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "claims:\n  a:  # a remark\n    text: \u00c4.\n    quote: lose customers\n",
            (
                "claims:\n  a:  # a remark\n    text: \u00c4.\n    at: {paragraph: 2}\n"
                "    quote: lose customers\n"
            ),
        ),
        (
            "claims: {a: {text: A., quote: lose customers}}\n",
            "claims: {a: {text: A., at: {paragraph: 2}, quote: lose customers}}\n",
        ),
        (
            "claims:\n  a:\n    text: A.\n    at:\n      - quote: lose twice\n",
            (
                "claims:\n  a:\n    text: A.\n    at:\n"
                "      - paragraph: 3\n        quote: lose twice\n"
            ),
        ),
        (
            "claims: {a: {text: A., at: {paragraph: 9, quote: lose twice}}}\n",
            "claims: {a: {text: A., at: {paragraph: 3, quote: lose twice}}}\n",
        ),
        (
            "claims: {a: {text: A., at: {page: 4}, quote: lose twice}}\n",
            "claims: {a: {text: A., at: {paragraph: 3, page: 4}, quote: lose twice}}\n",
        ),
        (
            (
                "claims:\n  b: B.\n  a:\n    text: A.\n    supported_by:\n"
                "      - {premises: b, quote: lose twice}\n"
            ),
            (
                "claims:\n  b: B.\n  a:\n    text: A.\n    supported_by:\n"
                "      - {premises: b, at: {paragraph: 3}, quote: lose twice}\n"
            ),
        ),
        (
            "claims: {a: {text: A., at: [{page: 4, quote: lose twice}, {quote: customers}]}}\n",
            (
                "claims: {a: {text: A., at: [{paragraph: 3, page: 4, quote: lose twice}, "
                "{paragraph: 2, quote: customers}]}}\n"
            ),
        ),
        (
            (
                "claims:\n  a:\n    text: A.\n    at:\n      - page: 4\n"
                "      - page: 5\n        quote: lose twice\n"
            ),
            (
                "claims:\n  a:\n    text: A.\n    at:\n      - page: 4\n"
                "      - paragraph: 3\n        page: 5\n        quote: lose twice\n"
            ),
        ),
        (
            (
                "claims:\n  a:\n    text: A.\n    supported_by:\n      - b:\n          text: B.\n"
                "          quote: lose twice\n"
            ),
            (
                "claims:\n  a:\n    text: A.\n    supported_by:\n      - b:\n          text: B.\n"
                "          at: {paragraph: 3}\n          quote: lose twice\n"
            ),
        ),
        (
            (
                "claims: {a: {text: A., attacked_by: {premises: {b: {text: B., "
                "quote: lose twice}}}}}\n"
            ),
            (
                "claims: {a: {text: A., attacked_by: {premises: {b: {text: B., at: {paragraph: 3}, "
                "quote: lose twice}}}}}\n"
            ),
        ),
        (
            "claims: {b: B., a: {text: A., supports: {target: b, quote: lose twice}}}\n",
            (
                "claims: {b: B., a: {text: A., supports: {target: b, at: {paragraph: 3}, "
                "quote: lose twice}}}\n"
            ),
        ),
        ("claims: {a: {text: A., at: [{page: 4}, {page: 5}], quote: lose twice}}\n", None),
        ("claims: {a: {text: A., quote: lose}}\n", None),
        ("claims: {a: {text: A., quote: A title}}\n", None),
        ("claims: {a: {text: A., quote: lose twice, at: {}}}\n", None),
        (
            (
                "claims:\n  b:\n    ? quote\n    : lose twice\n    ? text\n    : B.\n"
                "  a: {text: A., quote: lose twice}\n"
            ),
            (
                "claims:\n  b:\n    ? quote\n    : lose twice\n    ? text\n    : B.\n"
                "  a: {text: A., at: {paragraph: 3}, quote: lose twice}\n"
            ),
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_paragraphs_and_hashes_are_filled_in_and_the_rest_is_kept(
    tmp_path: Path, before: str, after: str | None, newline: str, mark: str
) -> None:
    (tmp_path / "doc.txt").write_text(DOCUMENT, encoding="utf-8")
    file = tmp_path / "a.yaml"
    file.write_bytes((mark + (HEAD + before).replace("\n", newline)).encode())
    fix(file, tmp_path)
    head = HEAD.replace("document:", f"sha256: {SHA}, document:")
    expected = (mark + (head + (after or before)).replace("\n", newline)).encode()
    assert file.read_bytes() == expected
    assert fix(file, tmp_path) == ()
    codes = {diagnostic.code for diagnostic in check(file, tmp_path).diagnostics}
    assert not codes & {"AM501", "AM502", "AM503", "AM506"}


def test_numbers_that_cannot_be_known_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "doc.txt").write_text(DOCUMENT, encoding="utf-8")
    file = tmp_path / "a.yaml"
    file.write_text(
        "source: {id: s, document: doc.txt, begins: No such words}\n"
        "claims: {a: {text: A., at: {paragraph: 2, quote: lose customers}}}\n"
    )
    fix(file, tmp_path)
    assert "paragraph: 2," in file.read_text()
    codes = [diagnostic.code for diagnostic in check(file, tmp_path).diagnostics]
    assert "AM506" in codes
    assert "AM502" not in codes


def test_a_map_with_errors_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "doc.txt").write_text(DOCUMENT, encoding="utf-8")
    file = tmp_path / "a.yaml"
    file.write_text(HEAD + "claims: {a: {text: A., quote: lose twice, supported_by: b}}\n")
    before = file.read_bytes()
    assert fix(file, tmp_path) == ()
    assert file.read_bytes() == before


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "doc.txt").write_text(DOCUMENT, encoding="utf-8")
    file = tmp_path / "a.yaml"
    file.write_text(HEAD + "claims: {a: {text: A., quote: lose twice}}\n")

    def edited(*arguments: Any) -> Any:  # noqa: ANN401  # as the function that it stands for
        file.write_text("edited")
        return fixed(*arguments)

    monkeypatch.setattr(fixing, "fixed", edited)
    with pytest.raises(OutputError, match="was changed meanwhile"):
        fix(file, tmp_path)
    assert file.read_text() == "edited"

    def removed(*_: Any) -> tuple[Fixed, ...]:  # noqa: ANN401
        file.unlink()
        return (Fixed(str(file), "", 1),)

    monkeypatch.setattr(fixing, "fixed", removed)
    file.write_text(HEAD + "claims: {a: A.}\n")
    with pytest.raises(OutputError, match="could not be read again"):
        fix(file, tmp_path)


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="NOT TESTED: only root can become somebody else"
)
def test_a_file_without_permission_to_write_is_reported() -> None:
    """Permissions do not bind root, so a child of this process becomes nobody."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "doc.txt").write_text(DOCUMENT, encoding="utf-8")
        before = HEAD + "claims: {a: {text: A., quote: lose twice}}\n"
        (folder / "a.yaml").write_text(before)
        child = os.fork()
        if child == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            try:
                fix(folder, folder)
            except OutputError as error:
                os._exit(0 if "a.yaml is read-only" in str(error) else 1)
            except BaseException:  # noqa: BLE001  # the child must not go on as a second pytest
                os._exit(3)
            os._exit(2)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        assert (folder / "a.yaml").read_text() == before


def test_a_quotation_between_sources_is_verified_too(tmp_path: Path) -> None:
    (tmp_path / "doc.txt").write_text(DOCUMENT, encoding="utf-8")
    maps = tmp_path / "claims"
    maps.mkdir()
    (maps / "a.yaml").write_text(
        HEAD + "claims: {a: {text: A., supported_by: {premises: b, quote: pure invention}}}\n"
    )
    (maps / "b.yaml").write_text("source: {id: q, title: Other}\nclaims: {b: B.}\n")
    codes = [
        diagnostic.code for diagnostic in check(maps, tmp_path).diagnostics if diagnostic.is_error
    ]
    assert codes == ["AM501"]
