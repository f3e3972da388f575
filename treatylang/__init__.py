"""treatylang: the rules engine for alliance treaties."""
