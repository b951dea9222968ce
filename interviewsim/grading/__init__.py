"""How an interview is judged: items become levels, levels a score, a score a verdict, all in code."""
