"""shell: the only room that touches the world: the command line, the disk, the clock."""
