"""``name_ar__folded="انصار"``: words that a text has in any spelling; for the search boxes of the desk.

The lookup belongs to every text field, so that an admin names it in ``search_fields`` and no app imports this one.
"""

from django.db.models import CharField, FileField, Lookup, TextField

from search.arabic import fold
from search.folding import NAME


class FoldedField(TextField):
    """A column whose text is folded already."""


class Folded(Lookup):
    """The folded text holds the folded words."""

    lookup_name = "folded"
    template = f"{NAME}({{}})"

    def get_prep_lookup(self):
        # In every form in which it may be typed; a NUL, which PostgreSQL refuses, is in no text.
        return fold(str(self.rhs)).replace("\x00", "")

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        return f"instr({self.template.format(column)}, %s) > 0", [*params, self.rhs]

    def as_postgresql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        pattern = f"%{connection.ops.prep_for_like_query(self.rhs)}%"
        return f"{self.template.format(column)} LIKE %s", [*params, pattern]


class FoldedBefore(Folded):
    """The same, of a column that is folded already."""

    template = "{}"


def register():
    """Make the lookup known to every text field, and to the names of files."""
    for kind in (CharField, TextField, FileField):
        kind.register_lookup(Folded)
    FoldedField.register_lookup(FoldedBefore)
