"""Claim files of an older revision, read from git; no other module calls git."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
from pathlib import Path

from argmap.diagnostics import Diagnostic, Location
from argmap.errors import UsageError
from argmap.nearest import did_you_mean
from argmap.reading.discovery import SIZE_LIMIT, ClaimFiles, decoded
from argmap.reading.map_names import SUFFIXES, exists

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_FILE_MODES = ("100644", "100755")
# Reading may not change the repository (not even refresh its index), fetch, or ask for a password.
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}


def is_revision(word: str) -> bool:
    """Whether a word is `REV:path`: it has a colon, and no file or folder has that name.

    >>> is_revision("HEAD~3:claims"), is_revision("claims"), is_revision("C:/claims")
    (True, False, False)
    """
    return ":" in word and not _DRIVE.match(word) and not exists(Path(word))


def names_a_revision(word: str) -> bool:
    """Whether git knows a revision of this name, in the repository of the working folder."""
    if not word or word.startswith("-"):
        return False
    try:
        return _output_or_none("rev-parse", "--verify", "--quiet", f"{word}^{{tree}}") is not None
    except UsageError:  # without git there is no revision
        return False


def find_in_revision(word: str) -> ClaimFiles:
    """The claim files at `REV:path`: a folder (not its subfolders) or one file.

    The path is seen from the top of the repository, or else from the working folder.

    Raises:
        UsageError: git is not there, this is no repository, or it has no such revision or path.
    """
    revision, _, path = word.partition(":")
    _git("there is no git repository here", "rev-parse", "--git-dir")
    if revision.startswith("-") or not revision:
        raise _no_revision(revision)
    tree = _output_or_none("rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}")
    if tree is None:
        raise _no_revision(revision)
    for place in (path, f"./{path}"):
        name = _output_or_none("rev-parse", "--verify", "--quiet", f"{revision}:{place}")
        if name is not None:
            break
    else:
        raise UsageError(f"revision {revision} has no file or folder {path}")
    blob = name.decode().strip()
    kind = _git(f"{word} cannot be read", "cat-file", "-t", blob).decode().strip()
    if kind == "blob":
        return decoded([(word, _content(blob))], [])
    if kind != "tree":
        raise UsageError(f"{word} is no file or folder")
    return _folder(word, blob)


def neighbour_in_revision(claim_file: str, path: str) -> ClaimFiles:
    """The file at a path that is seen from a claim file, both in the revision of that file."""
    revision, _, place = claim_file.partition(":")
    word = f"{revision}:{posixpath.normpath(posixpath.join(posixpath.dirname(place), path))}"
    try:
        return find_in_revision(word)
    except UsageError as error:
        problem = f"cannot be read: {error}"
        return ClaimFiles((), (Diagnostic(Location(word, 1, 1), "AM112", problem),))


def _folder(word: str, tree: str) -> ClaimFiles:
    diagnostics: list[Diagnostic] = []
    contents: list[tuple[str, bytes]] = []
    listing = _git(f"{word} cannot be read", "ls-tree", "-z", "--full-tree", tree)
    for entry in listing.split(b"\0"):
        about, _, name = entry.decode("utf-8", errors="replace").partition("\t")
        if not name.lower().endswith(SUFFIXES) or name.startswith("."):
            continue
        mode, kind, blob = about.split()
        shown = f"{word.rstrip('/')}/{name}" if not word.endswith(":") else f"{word}{name}"
        if kind == "blob" and mode in _FILE_MODES:
            contents.append((shown, _content(blob)))
        else:
            diagnostics.append(
                Diagnostic(
                    Location(shown, 1, 1),
                    "AM112",
                    "cannot be read: is not an ordinary file",
                    "check that it exists, is an ordinary file, and may be read",
                )
            )
    if not contents and not diagnostics:
        raise UsageError(f"{word} holds no claim file (*.yaml)")
    return decoded(sorted(contents), diagnostics)


def _content(blob: str) -> bytes:
    """The content of a file; of too large a file only enough bytes to be refused for its size."""
    size = int(_git("a file cannot be read", "cat-file", "-s", blob))
    if size > SIZE_LIMIT:
        return b" " * (SIZE_LIMIT + 1)
    return _git("a file cannot be read", "cat-file", "blob", blob)


def _no_revision(revision: str) -> UsageError:
    refs = _output_or_none("for-each-ref", "--format=%(refname:short)") or b""
    known = refs.decode("utf-8", errors="replace").split()
    hint = did_you_mean(revision, [*known, "HEAD"]) or "`git log --oneline` lists revisions"
    return UsageError(f"there is no revision `{revision}`; {hint}")


def _output_or_none(*arguments: str) -> bytes | None:
    """The output of a git command, or None if the command fails."""
    done = _run(arguments)
    return done.stdout if not done.returncode else None


def _git(problem: str, *arguments: str) -> bytes:
    done = _run(arguments)
    if done.returncode:
        messages = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise UsageError(f"{problem}{f' (git: {messages[-1]})' if messages else ''}")
    return done.stdout


def _run(arguments: tuple[str, ...]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  # no shell, and no word can be an option
            ["git", *arguments],  # noqa: S607  # the git that the user has
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **_QUIET},
            check=False,
        )
    except OSError as error:
        raise UsageError(
            "git cannot be run, so revisions cannot be read; name two folders or files instead"
        ) from error
