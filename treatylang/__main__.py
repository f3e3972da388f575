"""`python -m treatylang`: the command `treaty`."""

from __future__ import annotations

from treatylang.command.front import main

if __name__ == "__main__":
    main()
