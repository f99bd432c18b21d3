"""change: what became of a figure from one period to the next and over many, and whether it is more than noise."""
