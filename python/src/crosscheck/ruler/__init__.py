"""How long solutions take, how sure that is, and what else there is to measure."""
