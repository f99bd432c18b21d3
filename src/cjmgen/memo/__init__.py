"""memo: the only way work is skipped: what a step reads is written down, and as long as that holds, so does its answer."""
