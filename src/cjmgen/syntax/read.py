"""read: one file to a document, whatever form it is written in."""

from cjmgen.problem import Checked
from cjmgen.syntax.document import Document, Form, Plain
from cjmgen.syntax.text import read_text

FORMS: dict[str, Form] = {
    "yml": "yaml",
    "yaml": "yaml",
    "md": "markdown",
    "markdown": "markdown",
    "csv": "table",
    "tsv": "table",
}
"""What a file's ending says about its form."""


def form_of(file: str) -> Form:
    """The form of a file by its ending; what has none we know is taken for YAML."""
    return FORMS.get(file.rpartition(".")[2].lower(), "yaml")


def read(file: str, content: bytes) -> Checked[Document]:
    """The document in a file. Its data is None where the file can't be read at all; then a problem says why."""
    form = form_of(file)
    checked = _read(form, file, content)
    return Checked(Document(file, checked.value, form), checked.problems)


# The readers are imported where they are needed: a project of YAML files alone need not wait for a Markdown parser.
def _read(form: Form, file: str, content: bytes) -> Checked[Plain]:
    if form == "yaml":
        from cjmgen.syntax.yaml.read import read_yaml

        return read_yaml(file, content)
    text = read_text(file, content)
    if text.value is None:
        return Checked(None, text.problems)
    if form == "markdown":
        from cjmgen.syntax.markdown import read_markdown

        return read_markdown(file, content)
    from cjmgen.syntax.table import read_table

    return read_table(file, content)
