"""The program: the command group, and a faster start for `--version` and `solve`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run argmap with the arguments of this process, and exit with its exit code."""
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        from argmap import __version__  # noqa: PLC0415  # without click, which is slow to import
        from argmap.cli import failures  # noqa: PLC0415

        def answer() -> int:
            failures.write(f"argmap {__version__}\n")
            return 0

        return failures.exit_code_of(answer)
    if arguments[:1] == ["solve"] and not {"-h", "--help"} & set(arguments[1:]):
        from argmap.cli.iccma import run as solve  # noqa: PLC0415  # without click too

        return solve(arguments[1:])
    from argmap.cli.program import run  # noqa: PLC0415

    return run(arguments)


if __name__ == "__main__":
    main()
