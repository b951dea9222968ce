"""Who asks: the offline interviewer by prepared lines; later a model that words the engine's moves."""
