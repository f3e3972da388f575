"""Inputs that nobody wrote, against the three readers: of treaties, of events in YAML, of events in JSON.

    python -m tests.fuzz treaty --seconds 300       let atheris look for an input that breaks a rule
    python -m tests.fuzz yaml FILE ...              try these files, each once
    python -m tests.fuzz shapes                     large inputs of ugly shapes, with the time and memory that each took

The rules are in `targets`: no exception but the typed ones, and what the readers promise of one another.
"""
