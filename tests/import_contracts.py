"""An import-linter contract of our own: a list of what is allowed, not of what is forbidden."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from importlinter import Contract, ContractCheck, fields, output

if TYPE_CHECKING:
    from grimp import ImportGraph


class StandardLibraryOnly(Contract):
    """The packages named by `modules` import themselves and the standard library alone."""

    type_name = "standard_library_only"
    modules = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: FBT001
        """Collect every import that leaves the package for anything but the standard library."""
        del verbose
        packages: set[str] = self.modules  # type: ignore[assignment]
        foreign = sorted(
            f"{module} imports {imported}"
            for package in packages
            for module in {package} | graph.find_descendants(package)
            for imported in graph.find_modules_directly_imported_by(module)
            if not _is_allowed(imported, package)
        )
        return ContractCheck(kept=not foreign, metadata={"foreign": foreign})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import that should not be."""
        for line in check.metadata["foreign"]:
            output.print_error(line)


def _is_allowed(imported: str, package: str) -> bool:
    inside = imported == package or imported.startswith(f"{package}.")
    return inside or imported.split(".", maxsplit=1)[0] in sys.stdlib_module_names
