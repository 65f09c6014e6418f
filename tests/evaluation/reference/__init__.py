"""A second opinion: the written contract of the progression, engine version 2, built anew.

It imports nothing of the tracker and was written from the contract alone, by looking back over
what is recorded wherever that answers the question. Only the stage and the step are carried from
day to day; they are kept as a log of what happened, which the rules read. Clear before fast.
"""
