"""Answers as people and programs read them: text, JSON, CSV, Markdown.  Nothing here decides; nothing here writes to a stream."""
