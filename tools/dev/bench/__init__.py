"""make bench: what the questions cost, in building, bytes and time to the first answer, beside stock Material.

Everything is built in a temporary folder. Runs are interleaved, so that a machine that is busy for a while is busy for all.
"""
