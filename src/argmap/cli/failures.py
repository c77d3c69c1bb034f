"""Exit codes and error messages for every way a run can end, closed pipe and Ctrl-C included.

The exit codes are 0, PROBLEMS, STOPPED for no answer in time, INTERRUPTED, and `exit_code` of the
errors: 2 for wrong use, 3 for an output that could not be written, 70 for a fault of argmap itself.
This module imports little, because `--version` and `solve` import it and must start fast.
"""

from __future__ import annotations

import os
import sys

from argmap.errors import ArgmapError, OutputError, UsageError

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

PROBLEMS, STOPPED, INTERRUPTED = 1, 4, 130


def exit_code_of(answer: Callable[[], int], program: str = "argmap") -> int:
    """Run a command and return its exit code; error messages begin with the name of the program.

    Nothing is raised, unless ARGMAP_DEBUG is set and argmap itself is at fault.
    """
    try:
        code = answer()
        if sys.stdout is not None:  # stdout was closed before the start
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of the pipe has gone
        _detach_stdout()
        return 0
    except ArgmapError as error:
        return complain(str(error), error.exit_code, program)
    except OSError as error:
        _detach_stdout()
        reason = f"the answer could not be written: {error.strerror}"
        return complain(reason, OutputError.exit_code, program)
    except Exception as error:  # noqa: BLE001  # the last resort of a command line
        return _unforeseen(error, program)
    return code


def write(text: str) -> None:
    """Write to stdout, if there is one."""
    if sys.stdout is not None:
        sys.stdout.write(text)


def complain(message: str, code: int, program: str = "argmap") -> int:
    """Write an error message to stderr if it is open, and return the exit code."""
    try:
        if sys.stderr is not None:
            from argmap.cli import terminal  # noqa: PLC0415  # errors alone need it

            terminal.remark(f"{program}: {message}")
            sys.stderr.flush()
    except OSError:
        return code
    return code


def _detach_stdout() -> None:
    """Keep the interpreter from flushing into a stdout that cannot be written, when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return  # no stdout, or one that is not a file of the system


def _unforeseen(error: Exception, program: str) -> int:
    from argmap.reasoning.solvers.engines import NoEngineError  # noqa: PLC0415  # slow to import

    if isinstance(error, NoEngineError):
        return complain(str(error), UsageError.exit_code, program)
    if os.environ.get("ARGMAP_DEBUG"):
        raise error
    return complain(
        f"internal error: {type(error).__name__}: {error}\n"
        "This is a fault of argmap, not of your map. Set ARGMAP_DEBUG=1 to see where it happened.",
        ArgmapError.exit_code,
        program,
    )
