# ruff: noqa: INP001  # beside run.py, which calls it
"""A room with 200 phones: the time until an answer is counted, and the memory that answers take.

All phones are in this process and the room is in one of its own; each listens for news as a phone
does, and answers about claims one after the other. An answer is counted when the leader's screen is
told of it. There is no peer: a room needs no more than its own promise.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PHONES, CLAIMS, ANSWERS = 200, 20, 50_000
HOST = "127.0.0.1"


@dataclass
class Client:
    """Somebody who asks a server, with a cookie."""

    port: int
    cookie: str = ""

    def _head(self, method: str, path: str, more: str = "") -> bytes:
        return (
            f"{method} {path} HTTP/1.1\r\nHost: {HOST}:{self.port}\r\n"
            f"Origin: http://{HOST}:{self.port}\r\nCookie: {self.cookie}\r\n{more}\r\n"
        ).encode()

    async def post(self, path: str, wish: object) -> tuple[str, Any]:
        """Post something; the head of the answer, and its JSON."""
        reader, writer = await asyncio.open_connection(HOST, self.port)
        body = json.dumps(wish).encode()
        more = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        writer.write(self._head("POST", path, f"{more}Connection: close\r\n") + body)
        answer = await reader.read()
        writer.close()
        head, _, content = answer.partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(answer.decode())
        return head.decode(), json.loads(content)

    async def listen(self, path: str) -> Any:  # noqa: ANN401  # an async iterator of JSON
        """The news at a path, one after the other."""
        reader, writer = await asyncio.open_connection(HOST, self.port, limit=1 << 20)
        writer.write(self._head("GET", path))
        try:
            while line := await reader.readline():
                if line.startswith(b"data: "):
                    yield json.loads(line[6:])
        finally:
            writer.close()


@dataclass
class Counted:
    """The number of entries of which the leader's screen was told."""

    entries: int = 0
    is_new: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def reach(self, entries: int) -> None:
        """Wait until so many are counted."""
        async with self.is_new:
            await self.is_new.wait_for(lambda: self.entries >= entries)

    async def follow(self, leader: Client) -> None:
        """Listen as the leader's screen does."""
        async for news in leader.listen("/room/events"):
            async with self.is_new:
                self.entries = news["entries"]
                self.is_new.notify_all()


def memory_of(process: int) -> float:
    """The memory that a process holds, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    [kilobytes] = re.findall(r"VmRSS:\s+(\d+)", status)
    return int(kilobytes) / 1000


async def seminar(addresses: str, sign: str, process: int) -> Mapping[str, float]:
    """A seminar of simulated participants; what it took."""
    leader_port, word = re.findall(r":(\d+)/\?word=(\S+)", addresses)[0]
    port, code = re.findall(r":(\d+)/ with the code (\w+)", sign)[0]
    leader = Client(int(leader_port), f"argmap-{leader_port}={word}")
    await _is_there(leader.port)
    await leader.post("/room/ask", {"claims": []})
    counted = Counted()
    following = asyncio.create_task(counted.follow(leader))
    phones = [Client(int(port)) for _ in range(PHONES)]
    news: list[Any] = [None] * PHONES
    listening = [
        asyncio.create_task(_phone(phone, code, news, place)) for place, phone in enumerate(phones)
    ]
    while not all(news):  # noqa: ASYNC110  # 200 events would be no clearer
        await asyncio.sleep(0.05)
    claims = news[0]["claims"]
    known = 2 + PHONES  # its opening, the question, those who came in
    await counted.reach(known)
    before, later = memory_of(process), 0.0
    taken: list[float] = []
    for turn in range(ANSWERS // PHONES):
        if turn == len(claims):  # a whole seminar; what follows is an hour of changed minds
            later = memory_of(process)
        claim, says = claims[turn % len(claims)], ("agree", "disagree", "unsure")
        wish = {"claim": claim["id"], "words": claim["mark"]}
        since = time.perf_counter()
        await asyncio.gather(
            *(
                phone.post("/say", {**wish, "says": says[(place + turn) % 3]})
                for place, phone in enumerate(phones)
            )
        )
        await counted.reach(known + PHONES * (turn + 1) + min(turn + 1, len(claims)))
        taken.append(time.perf_counter() - since)
    after = memory_of(process)
    for task in (following, *listening):
        task.cancel()
    return {
        "slowest": max(taken),
        "median": statistics.median(taken),
        "growth": after - later,
        "first": later - before,
        "memory": after,
    }


async def _phone(phone: Client, code: str, news: list[Any], place: int) -> None:
    head, _ = await phone.post("/join", {"code": code})
    phone.cookie = re.findall(r"set-cookie: ([^;]+)", head)[0]
    async for newest in phone.listen("/events"):
        news[place] = newest


async def _is_there(port: int) -> None:
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection(HOST, port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
    raise RuntimeError("the workbench did not start")


def map_of(premises: int) -> str:
    """A map of one conclusion with so many premises, each for or against it."""
    lines = ["claims:", "  end:", "    text: It should be done.", "    supported_by:"]
    lines += [f"      - p{number}" for number in range(0, premises, 2)]
    lines += ["    attacked_by:", *(f"      - p{number}" for number in range(1, premises, 2))]
    for number in range(premises):
        lines += [f"  p{number}:", f"    text: Premise number {number} is true."]
    return "\n".join(lines) + "\n"


def measured() -> Mapping[str, float]:
    """The time and the memory that a seminar took."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary) / "map"
        place.mkdir()
        (place / "map.yaml").write_text(map_of(CLAIMS), encoding="utf-8")
        command = [sys.executable, "-m", "argmap", "serve", str(place), "--room", "--no-open"]
        with subprocess.Popen(  # noqa: S603
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ},
        ) as process:
            assert process.stdout is not None  # noqa: S101
            address, sign = process.stdout.readline(), process.stdout.readline()
            try:
                took = asyncio.run(seminar(address, sign, process.pid))
            finally:
                process.kill()
        journal = (place.parent / "answers" / "map-1.jsonl").read_text(encoding="utf-8")
        kept = journal.count('"is":"says"')
        return {**took, "lost": ANSWERS - kept}


def table() -> Iterator[str]:
    """The lines of the section."""
    took = measured()
    yield "## A room"
    yield ""
    yield (
        f"{PHONES} phones answer at the same moment, {ANSWERS:,} answers in all about {CLAIMS} "
        "claims: clock time from the first of a round to the leader's screen having the last; "
        "memory of the server."
    )
    yield ""
    yield "| median, s | slowest, s | lost | MB, first 20 rounds | MB, all others | MB in all |"
    yield "|---|---|---|---|---|---|"
    yield (
        f"| {took['median']:.2f} | {took['slowest']:.2f} | {took['lost']:.0f} | "
        f"{took['first']:.1f} | {took['growth']:.1f} | {took['memory']:.0f} |"
    )


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
