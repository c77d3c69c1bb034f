"""The program: `argmap --version` is answered at once, all else by the command group."""

from __future__ import annotations

import sys


def main() -> None:
    """Run argmap with the arguments of this process, and leave with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from argmap import __version__  # noqa: PLC0415  # click must not be waited for

        sys.stdout.write(f"argmap {__version__}\n")
        return
    from argmap.cli.program import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
