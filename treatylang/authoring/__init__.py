"""Help for those who write treaty files: the skeleton of a new one."""
