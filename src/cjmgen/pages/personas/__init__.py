"""personas: everybody who walks a journey, together and each by themselves."""
