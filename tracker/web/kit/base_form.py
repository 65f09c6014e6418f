"""The form all forms are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict

from tracker.entries.cells import UNPRINTABLE

if TYPE_CHECKING:
    from wtforms.meta import _MultiDictLikeWithGetlist


class Form(FlaskForm):
    """A form with its token, whose answers hold nothing that cannot be shown again."""

    class Meta(FlaskForm.Meta):
        """Where the answers come from."""

        def wrap_formdata(self, form: Any, formdata: Any) -> _MultiDictLikeWithGetlist | None:  # noqa: ANN401 - as inherited
            """Return the answers as sent, without what is unprintable."""
            sent = super().wrap_formdata(form, formdata)
            if sent is None:
                return None
            return MultiDict(
                (name, UNPRINTABLE.sub("", value) if isinstance(value, str) else value)
                for name in sent
                for value in sent.getlist(name)
            )
