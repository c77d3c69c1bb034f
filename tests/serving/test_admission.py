"""Admission: the page of the workbench itself gets in, and what does not hears why."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from tests.serving.servers import HOST, Running, ended, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WISH = {"do": "add", "text": "An attack."}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A workbench that all attacks are tried on."""
    folder = tmp_path_factory.mktemp("map")
    (folder / "a.yaml").write_text("claims:\n  a: A claim.\n", encoding="utf-8")
    yield from ended(start(folder))


def text_of(bench: Running) -> str:
    """The text of the map: an attack must not change it."""
    [file] = {claim["file"] for claim in bench.shown["map"]["edit"]["claims"].values()}
    with open(file, encoding="utf-8") as text:  # noqa: PTH123  # as the server names it
        return text.read()


def test_its_own_page_gets_in_and_is_kept_apart(bench: Running) -> None:
    first = bench.ask(f"/?word={bench.word}", headers={})
    assert first.status == 200
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    policy = first.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert policy.count("connect-src 'self'") == 1
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert first.headers["x-frame-options"] == "DENY"
    assert first.headers["x-content-type-options"] == "nosniff"
    assert first.headers["cache-control"] == "no-store"
    assert not any(name.lower().startswith("access-control") for name in first.headers)


ATTACKS: dict[str, tuple[str, dict[str, Any], int]] = {
    "no word": ("/map", {"Cookie": ""}, 403),
    "a guessed word": ("/map", {"Cookie": "argmap-PORT=guess"}, 403),
    "a word of other letters": ("/map", {"Cookie": "argmap-PORT=\u00e9"}, 403),
    "a cookie that is none": ("/map", {"Cookie": "=;=;,,\x7f"}, 403),
    "DNS rebinding": ("/map", {"Host": "evil.example:PORT"}, 421),
    "another port": ("/map", {"Host": "127.0.0.1:1"}, 421),
    "no port": ("/map", {"Host": "127.0.0.1"}, 421),
    "another site": ("/map", {"Origin": "https://evil.example"}, 403),
    "a page of another server here": ("/map", {"Origin": "http://127.0.0.1:1"}, 403),
    "a file on the disk": ("/map", {"Origin": "null"}, 403),
    "an image on another site": ("/map", {"Sec-Fetch-Site": "cross-site"}, 403),
    "a word in the address of data": ("/map?word=WORD", {"Cookie": ""}, 403),
    "the folder above": ("/../../etc/passwd", {}, 404),
    "the folder above, in disguise": ("/document/..%2f..%2fetc%2fpasswd", {}, 404),
    "the folder above, twice in disguise": ("/document/%252e%252e%252fetc%252fpasswd", {}, 404),
    "a path of the disk": ("/document//etc/passwd", {}, 404),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_comes_from_elsewhere_is_refused(bench: Running, attack: str) -> None:
    path, headers, status = ATTACKS[attack]

    def real(text: str) -> str:
        return text.replace("PORT", str(bench.port)).replace("WORD", bench.word)

    given = {**bench.own, **{name: real(value) for name, value in headers.items()}}
    answer = bench.ask(
        real(path),
        headers={name: value.encode() for name, value in given.items()},  # type: ignore[misc]
    )
    assert answer.status == status
    assert b"root:" not in answer.body


POSTS: dict[str, dict[str, str]] = {
    "a form of another site": {"Content-Type": "text/plain"},
    "a form": {"Content-Type": "application/x-www-form-urlencoded"},
    "no origin": {"Origin": ""},
    "another origin": {"Origin": "http://evil.example"},
    "no cookie": {"Cookie": ""},
    "another site": {"Sec-Fetch-Site": "cross-site"},
}


@pytest.mark.parametrize("post", POSTS)
def test_no_other_site_can_edit(bench: Running, post: str) -> None:
    before = text_of(bench)
    headers = {**bench.own, "Content-Type": "application/json", **POSTS[post]}
    headers = {name: value for name, value in headers.items() if value}
    assert bench.ask("/edit", WISH, headers=headers).status == 403
    assert text_of(bench) == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_no_other_method_does_anything(bench: Running, method: str) -> None:
    assert bench.ask("/edit", method=method).status == 403


def test_a_large_request_is_refused_before_it_is_read(bench: Running) -> None:
    head = (
        f"POST /edit HTTP/1.1\r\nHost: {HOST}:{bench.port}\r\nOrigin: http://{HOST}:{bench.port}\r\n"
        f"Cookie: argmap-{bench.port}={bench.word}\r\nContent-Type: application/json\r\n"
    )
    heard = bench.raw(f"{head}Content-Length: 1000000000\r\n\r\n".encode())
    assert b" 413 " in heard.splitlines()[0]
    piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    heard = bench.raw(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + piece * 16)
    assert not heard or b" 413 " in heard.splitlines()[0]  # or is cut off while it goes on
    assert bench.ask("/map").status == 200


NONSENSE = [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"do":7}', b"{}"]


@pytest.mark.parametrize("content", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_is_refused_in_a_sentence(bench: Running, content: bytes) -> None:
    answer = bench.ask("/edit", content)
    assert answer.status in {409, 422}
    assert "Traceback" not in answer.text
    assert answer.text


def test_slow_clients_and_a_hundred_clients_hold_up_nobody(bench: Running) -> None:
    head = f"GET /map HTTP/1.1\r\nHost: {HOST}:{bench.port}\r\n".encode()
    slow = [threading.Thread(target=bench.raw, args=(head, 2)) for _ in range(20)]
    for each in slow:
        each.start()
    statuses: list[int] = []

    def visit() -> None:
        try:
            statuses.append(bench.ask("/map").status)
        except OSError:  # turned away at the door
            statuses.append(503)

    many = [threading.Thread(target=visit) for _ in range(100)]
    for each in many:
        each.start()
    for each in [*many, *slow]:
        each.join()
    assert set(statuses) <= {200, 503}
    assert statuses.count(200) >= 20
    assert bench.ask("/map").status == 200


def test_it_listens_on_this_machine_alone(town: Path) -> None:
    for running in ended(start(town)):
        assert running.address.startswith(f"http://{HOST}:")
        with open(f"/proc/{running.process.pid}/net/tcp", encoding="ascii") as table:  # noqa: PTH123
            rows = [row.split() for row in table][1:]
        ours = {row[1] for row in rows if row[3] == "0A" and int(row[1][-4:], 16) == running.port}
        assert ours == {f"0100007F:{running.port:04X}"}
