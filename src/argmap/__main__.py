"""The program: `--version` and `solve` are answered at once, all else by the command group."""

from __future__ import annotations

import sys


def main() -> None:
    """Run argmap with the arguments of this process, and leave with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from argmap import __version__  # noqa: PLC0415  # click must not be waited for

        sys.exit(_say(f"argmap {__version__}\n"))
    if sys.argv[1:2] == ["solve"] and not {"-h", "--help"} & set(sys.argv[2:]):
        from argmap.cli.iccma import run as solved  # noqa: PLC0415  # nor by a solver's caller

        sys.exit(solved(sys.argv[2:]))
    from argmap.cli.program import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))


def _say(text: str) -> int:
    """Write to stdout; the exit code, 3 if that is full and 0 if nobody reads on."""
    if sys.stdout is None:
        return 0
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        import os  # noqa: PLC0415

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0 if isinstance(error, BrokenPipeError) else 3
    return 0


if __name__ == "__main__":
    main()
