"""Fences are those of CommonMark; the proof and the page read them with the same eyes."""

import pytest

from yanxi.document.fences import scan, typed


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("```quiz\na1\n```", [("quiz", "", 1, "a1", True)]),
        ("~~~quiz\na1\n~~~", [("quiz", "", 1, "a1", True)]),
        ("甲\n\n```` quiz\na1\n````\n乙", [("quiz", "", 3, "a1", True)]),
        ("```quiz a b\n```", [("quiz", "a b", 1, "", True)]),
        ("```quiz\n  a1 \n\n```", [("quiz", "", 1, "  a1 \n", True)]),
        ("   ```quiz\na1\n  ```", [("quiz", "", 1, "a1", True)]),
        ("    ```quiz\na1\n```", [("", "", 3, "", False)]),
        ("```quiz\na1\n`````", [("quiz", "", 1, "a1", True)]),
        ("````quiz\na1\n```\n````", [("quiz", "", 1, "a1\n```", True)]),
        ("```quiz\na1\n~~~\n```", [("quiz", "", 1, "a1\n~~~", True)]),
        ("```quiz\na1", [("quiz", "", 1, "a1", False)]),
        ("```quiz\na1\n``` x", [("quiz", "", 1, "a1\n``` x", False)]),
        ("``quiz\na1\n``", []),
        ("```quiz`\na1", []),
        ("```quiz\n```\n```official\n原文 \n```", [("quiz", "", 1, "", True), ("official", "", 3, "原文 ", True)]),
    ],
)
def test_scan(page: str, expected: list[tuple]) -> None:
    found = scan(page.split("\n"))
    assert [(fence.type, fence.argument, fence.line, fence.body, fence.closed) for fence in found] == expected


def test_only_ours_are_typed() -> None:
    assert [fence.type for fence in typed(["```python", "```", "```", "```", "```home", "```"])] == ["home"]


def test_the_end_is_the_line_of_the_closing_fence() -> None:
    closed, still_open = scan(["```quiz", "a", "```", "```quiz", "a", "b"])
    assert (closed.end, still_open.end) == (3, 6)
