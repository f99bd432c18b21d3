"""flow: the people who go on from stage to stage, and what it would bring if more did."""
