"""What each command does, by what it is for; `portal.cli` reads the words."""
