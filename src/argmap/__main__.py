"""The program: `--version` and `solve` are answered at once, all else by the command group."""

from __future__ import annotations

import sys


def main() -> None:
    """Run argmap with the arguments of this process, and leave with its exit code."""
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        from argmap import __version__  # noqa: PLC0415  # click must not be waited for
        from argmap.cli import failures  # noqa: PLC0415

        def answer() -> int:
            failures.write(f"argmap {__version__}\n")
            return 0

        return failures.exit_code_of(answer)
    if arguments[:1] == ["solve"] and not {"-h", "--help"} & set(arguments[1:]):
        from argmap.cli.iccma import run as solved  # noqa: PLC0415  # nor by a solver's caller

        return solved(arguments[1:])
    from argmap.cli.program import run  # noqa: PLC0415

    return run(arguments)


if __name__ == "__main__":
    main()
