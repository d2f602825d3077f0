"""The rules about sources, where one case is not enough: origins, bibliographies."""

from __future__ import annotations

from pathlib import Path

from tests.lint.run import check, names


def test_what_a_bibliography_lists_is_judged_where_it_is_cited(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@book{a, review = {2020}, grade = {E5}}\n@book{b, origin = {a}}\n@book{c, review = {2020}}"
    )
    found = check(
        "import refs.bib\n\n[x] X.  {confidence: high}\n"
        "  + [y] Y.  @refs/a\n  + [z] Z.  @refs/b @refs/a\n",
        tmp_path,
    )
    assert sorted(names(found)) == ["shared-origin", "stale"]
    assert {one.span.path for one in found} == {"map.arg"}


def test_origins_in_a_circle_are_one() -> None:
    text = "@a A  {origin: b}\n@b B  {origin: a}\n\n[x] X.\n  + [y] Y.  @a\n  + [z] Z.  @b\n"
    assert names(check(text)) == ["shared-origin"]


def test_a_long_chain_of_reasons_is_followed() -> None:
    chain = "".join(f"[c{n}] C{n}.\n  + [c{n + 1}]\n\n" for n in range(3000))
    text = f"@s S\n\n[x] X.\n  + [c0]\n  + [d] D.  @s\n\n{chain}[c3000] End.  @s\n"
    assert "shared-origin" in names(check(text))
