"""locate: where a key or value stands in its file, looked up only when a problem is shown."""

from cjmgen.problem import Keys, Span
from cjmgen.syntax.read import form_of


def locate(file: str, content: bytes, keys: Keys) -> Span:
    """Line and column of a key path; of the nearest parent where the path leads nowhere."""
    form = form_of(file)
    if form == "markdown":
        from cjmgen.syntax.markdown import locate_markdown

        return locate_markdown(content, keys)
    if form == "table":
        from cjmgen.syntax.table import locate_table

        return locate_table(content, keys)
    from cjmgen.syntax.yaml.read import locate_yaml

    return locate_yaml(content, keys)
