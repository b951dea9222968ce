"""How an interview goes: what may be said, what comes next, and the stream a front end hears."""
