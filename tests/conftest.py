"""Settings of all tests: no verdict of a property hangs on how fast a machine is, and no answer on how wide the caller's terminal is."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
for name in ("COLUMNS", "LINES", "NO_COLOR"):
    os.environ.pop(name, None)
