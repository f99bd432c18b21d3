"""hypergeometric: how likely a table of two groups is when the groups are alike, its margins given: Fisher's exact test.

Source: R. A. Fisher (1935), *The Logic of Inductive Inference*; probabilities after C. Loader (2000).
"""

from cjmgen.numbers.law.density import binomial

_ALIKE = 1 + 1e-7
"""Tables as likely as the one seen count as such in spite of their last digits."""


def fisher(k1: int, n1: int, k2: int, n2: int) -> float:
    """The two-sided p-value of k1 of n1 against k2 of n2: all tables with these margins that are no likelier than the one seen."""
    whole, hits = n1 + n2, k1 + k2
    if not n1 or not n2 or hits in (0, whole):
        return 1.0
    part, rest = hits / whole, (whole - hits) / whole
    of_all = binomial(hits, whole, part, rest)

    def likely(k: int) -> float:
        return binomial(k, n1, part, rest) * binomial(hits - k, n2, part, rest) / of_all

    tables = [likely(k) for k in range(max(0, hits - n2), min(hits, n1) + 1)]
    seen = likely(k1) * _ALIKE
    return min(1.0, sum(each for each in tables if each <= seen))
