"""interviewsim: timed mock interviews for product managers, with graded transcripts."""

__version__ = "0.1.0"
