"""What a PostgreSQL schema is made of, in the server's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_WRITTEN = re.compile(r"::(character varying|text)(\[\])?|[()\s\"]")
_PARTS = """
    SELECT 'table ' || c.relname, string_agg(
        a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
        || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), ''), ', ' ORDER BY a.attname)
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = CAST(quote_ident(:schema) AS regnamespace) AND c.relkind = 'r'
    GROUP BY c.relname
    UNION ALL
    SELECT 'constraint ' || r.conname || ' of ' || c.relname, pg_get_constraintdef(r.oid)
    FROM pg_constraint r JOIN pg_class c ON c.oid = r.conrelid
    WHERE r.connamespace = CAST(quote_ident(:schema) AS regnamespace) AND r.contype <> 't'
    UNION ALL
    SELECT 'index ' || c.relname, pg_get_indexdef(c.oid)
        || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace = CAST(quote_ident(:schema) AS regnamespace)
    UNION ALL
    SELECT 'trigger ' || t.tgname, pg_get_triggerdef(t.oid) || ' ' || CAST(t.tgenabled AS text)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = CAST(quote_ident(:schema) AS regnamespace) AND NOT t.tgisinternal
    UNION ALL
    SELECT 'function ' || p.proname, p.prosrc
    FROM pg_proc p WHERE p.pronamespace = CAST(quote_ident(:schema) AS regnamespace)
    AND EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgfoid = p.oid)
"""


def objects(connection: Connection, schema: str) -> dict[str, str]:
    """Every table, constraint, index and trigger of a schema, and what it says, however written.

    The schema must be the first of the search path. What a dump brings back says the same with
    other casts and brackets, and a server may be set to quote every name.
    """
    rows = connection.execute(text(_PARTS), {"schema": schema})
    prefix = _WRITTEN.sub("", f"{schema}.")
    return {name: _WRITTEN.sub("", said).replace(prefix, "") for name, said in rows}
