"""The kinds of question, one a file. To add a kind: a file here, one in render/kinds/, one in widget/src/kinds/.

Each module has

    NAME    the word in the bank
    LABEL   the word on the page
    KEYS    the bank's keys that this kind uses besides the common ones
    read(entry, report) -> dict of `Question` fields, or None after reporting
"""

from __future__ import annotations

from types import ModuleType

from yanxi.bank.kinds import blank, judge, match, multiple, order, recall, single

KINDS: dict[str, ModuleType] = {
    module.NAME: module for module in (single, multiple, judge, blank, order, match, recall)
}
