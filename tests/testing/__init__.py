"""Tests of what tests treaties."""
