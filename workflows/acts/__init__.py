"""How each command reaches the aggregates it concerns: what they must know is read here, and frozen for the asking."""
