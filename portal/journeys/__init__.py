"""From a need to a lasting job: needs, steps, supports."""
