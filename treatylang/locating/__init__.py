"""What coordinates alone lie in: a state, a territory, a sea, by a map of today.

It completes an event file before it is asked (`treaty locate`), and is no part of an answer: an answer must not depend on which
packages are installed.
"""

from __future__ import annotations

from treatylang.locating.locate import Candidate, Located, locate

__all__ = ["Candidate", "Located", "locate"]
