"""Protocols of a practice for tests: a longer wait, a steeper ladder, a narrower bound."""

HEAD = 'based-on = "return-to-run-1"\nid = "okafor-1"\ntitle = "Northside"\n'
SLOWER = HEAD + '[numbers.pain_free_days]\nvalue = 4\nnote = "Dr Okafor: two days more."\n'
SLOWEST = SLOWER.replace("value = 4", "value = 6")
SHORT_LADDER = HEAD.replace("okafor", "short") + (
    "steps = [\n"
    "  { walk_minutes = 4, jog_minutes = 1, repeats = 5, clean_runs = 3 },\n"
    "  { walk_minutes = 0, jog_minutes = 25, repeats = 1, clean_runs = 2 },\n"
    "]\n"
)
