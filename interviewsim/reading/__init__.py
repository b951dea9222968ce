"""What a text shows, found offline by rules and fitted weights: the engine probes by it, graders lean on it."""
