"""channels: the ways in which customers and company meet, together and each by itself."""
