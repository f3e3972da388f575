"""The command line.  `front.main` is where a command starts; only this package imports click."""
