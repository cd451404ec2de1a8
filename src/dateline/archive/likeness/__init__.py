"""Which reports are like one another, and which rests on which."""
