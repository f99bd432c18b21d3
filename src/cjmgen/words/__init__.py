"""words: the words of a language: catalogues, plurals, numbers and dates."""
