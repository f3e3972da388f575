"""What coordinates alone lie in: a state, a territory, a sea, by a map of today.

It completes an event file before it is asked (`treaty locate`), and is no part of an answer: an answer must not depend on which
packages are installed.
"""
