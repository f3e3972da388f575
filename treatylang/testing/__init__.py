"""Tests that stand beside treaties: what events expect, held against what the engine answers."""
