"""yaml: YAML to plain data and back, within limits that hold for a stranger's file, and with the mistakes people make in it."""
