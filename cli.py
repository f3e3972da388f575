"""The command line in a checkout: `python cli.py query events/nato-2001-911.yaml`.  Installed, it is `treaty`."""

from treatylang.command.front import main

if __name__ == "__main__":
    main()
