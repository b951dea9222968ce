"""Questions and the interviewer's wording: the only package that reads the `prompts/` folder."""
