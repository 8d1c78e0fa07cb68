"""How each kind of question looks, one a file, beside bank/kinds/ and widget/src/kinds/.

Each module has

    body(question, place) -> HTML inside the fieldset, after the legend; `place` is where it will stand
    key(question) -> HTML of the right answer
    SUBMIT    whether the reader has to say that the answer is finished

and may have

    stem(question) -> HTML of the stem, when it is more than text
    attributes(question) -> HTML of attributes of the question's element, each with a space before it
    HOW       what to do, said before the first tap where the options alone do not show it
"""

from __future__ import annotations

from types import ModuleType

from yanxi.render.kinds import blank, judge, match, multiple, order, recall, single

KINDS: dict[str, ModuleType] = {
    module.__name__.rpartition(".")[2]: module for module in (single, multiple, judge, blank, order, match, recall)
}
