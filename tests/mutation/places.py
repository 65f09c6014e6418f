"""Places of a function that can be broken, and each way to break one."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

Function = ast.FunctionDef | ast.AsyncFunctionDef

_COMPARISONS: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
}
_ARITHMETIC: dict[type[ast.operator], ast.operator] = {
    ast.Add: ast.Sub(),
    ast.Sub: ast.Add(),
    ast.Mult: ast.FloorDiv(),
    ast.FloorDiv: ast.Mult(),
    ast.Mod: ast.FloorDiv(),
}
_SWAPPED_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    """A function with one place broken: where, how, and what it compiles to."""

    function: str
    line: int
    last_line: int
    change: str
    code: CodeType

    @property
    def name(self) -> str:
        """What tells it apart in its module."""
        return f"{self.function}:{self.line} {self.change}"


def mutants(source: str, path: str) -> Iterator[Mutant]:
    """Every function of a module, broken in one place at a time."""
    tree = ast.parse(source)
    for name, function in functions(tree):
        for node in [function, *(n for part in function.body for n in ast.walk(part))]:
            line, last = _lines(node, function)
            for change in _changes(node):
                code = code_of(compile(tree, path, "exec"), name)
                yield Mutant(name, line, last, change, code)


def _lines(node: ast.AST, function: Function) -> tuple[int, int]:
    """The lines of a place; a comprehension's loop has none of its own, but its target has."""
    if isinstance(node, ast.comprehension):
        return node.target.lineno, max(
            part.end_lineno or part.lineno for part in node.ifs or [node.iter]
        )
    line = getattr(node, "lineno", function.lineno)
    return line, getattr(node, "end_lineno", None) or line


def functions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, Function]]:
    """The functions and methods of a module by qualified name; one in another is a part of it."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            yield within + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{within}{node.name}.")


def code_of(code: CodeType, name: str) -> CodeType:
    """The code of a function within that of its module."""
    for const in code.co_consts:
        if hasattr(const, "co_qualname"):
            if const.co_qualname == name:
                return const  # type: ignore[no-any-return]  # what has such a name is code
            if name.startswith(f"{const.co_qualname}."):
                return code_of(const, name)
    message = f"{name} is not in {code.co_filename}"
    raise LookupError(message)


def _changes(node: ast.AST) -> Iterator[str]:
    """Break a node in place in each way there is, one at a time, and mend it again."""
    for kind, changes in _WAYS.items():
        if isinstance(node, kind):
            yield from changes(node)
    yield from _without_statements(node)


def _of_both(node: ast.BoolOp) -> Iterator[str]:
    yield from _with(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())


def _of_arithmetic(node: ast.BinOp | ast.AugAssign) -> Iterator[str]:
    if type(node.op) in _ARITHMETIC:
        yield from _with(node, "op", _ARITHMETIC[type(node.op)])


def _of_number(node: ast.Constant) -> Iterator[str]:
    if isinstance(node.value, bool):
        yield from _with(node, "value", not node.value)
    elif isinstance(node.value, int):
        yield from _with(node, "value", node.value + 1)


def _of_call(node: ast.Call) -> Iterator[str]:
    if isinstance(node.func, ast.Name) and node.func.id in _SWAPPED_CALLS:
        yield from _with(node.func, "id", _SWAPPED_CALLS[node.func.id])


def _of_return(node: ast.Return) -> Iterator[str]:
    if not (node.value is None or _is_none(node.value)):
        yield from _with(node, "value", ast.copy_location(ast.Constant(None), node.value))


def _of_condition(node: ast.If | ast.IfExp | ast.While) -> Iterator[str]:
    for answer in (False,) if isinstance(node, ast.While) else (False, True):
        yield from _with(node, "test", ast.copy_location(ast.Constant(answer), node.test))


def _of_comparison(node: ast.Compare) -> Iterator[str]:
    before = node.ops
    for index, operator in enumerate(before):
        other = _COMPARISONS[type(operator)]
        node.ops = [*before[:index], other, *before[index + 1 :]]
        yield f"{type(operator).__name__} becomes {type(other).__name__}"
        node.ops = before


def _of_comprehension(node: ast.comprehension) -> Iterator[str]:
    before = node.ifs
    for index in range(len(before)):
        node.ifs = [*before[:index], *before[index + 1 :]]
        yield f"without if {ast.unparse(before[index])}"
        node.ifs = before


def _of_unary(node: ast.UnaryOp) -> Iterator[str]:
    if isinstance(node.op, ast.Not):
        twice = ast.copy_location(ast.UnaryOp(ast.Not(), node.operand), node)
        yield from _with(node, "operand", twice)
    elif isinstance(node.op, ast.USub):
        yield from _with(node, "op", ast.UAdd())


def _without_statements(node: ast.AST) -> Iterator[str]:
    """Drop, of the statements right within a node, each that does something and names nothing."""
    for field in ("body", "orelse"):
        statements = getattr(node, field, None)
        if not isinstance(statements, list):
            continue
        for index, statement in enumerate(statements):
            if _can_be_dropped(statement, within=node):
                statements[index] = ast.copy_location(ast.Pass(), statement)
                yield f"without {ast.unparse(statement)}"
                statements[index] = statement


def _can_be_dropped(statement: ast.AST, within: ast.AST) -> bool:
    """Not where a name would be unknown after it: it is given a value there first."""
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Call | ast.Yield | ast.YieldFrom)
    if isinstance(statement, ast.Assign):
        first = isinstance(within, Function) and isinstance(statement.targets[0], ast.Name)
        return not first
    return isinstance(statement, ast.AugAssign | ast.Raise | ast.Break | ast.Continue)


def _with(node: ast.AST, field: str, other: object) -> Iterator[str]:
    before = getattr(node, field)
    setattr(node, field, other)
    yield f"{_word(before)} becomes {_word(other)}"
    setattr(node, field, before)


def _word(value: object) -> str:
    if isinstance(value, ast.expr):
        return ast.unparse(value)
    return type(value).__name__ if isinstance(value, ast.AST) else str(value)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


_WAYS: dict[type[ast.AST], Callable[[Any], Iterator[str]]] = {
    ast.Compare: _of_comparison,
    ast.BoolOp: _of_both,
    ast.BinOp: _of_arithmetic,
    ast.AugAssign: _of_arithmetic,
    ast.Constant: _of_number,
    ast.Call: _of_call,
    ast.comprehension: _of_comprehension,
    ast.Return: _of_return,
    ast.If: _of_condition,
    ast.IfExp: _of_condition,
    ast.While: _of_condition,
    ast.UnaryOp: _of_unary,
}
