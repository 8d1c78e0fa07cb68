"""Somebody who has not read the document and answers by style: what test-wise readers go by, one trait each."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from yanxi.bank.kinds import judge, multiple, single
from yanxi.model import Option, Question

Trait = Callable[[Question], tuple[str, ...]]
"""The answers that a trait leaves open, each as likely as the others."""

_ABSOLUTE = re.compile("一律|只|必须|所有|都|从不|全部|凡")
_DENIAL = re.compile("没有|未|不")


def words(text: str) -> str:
    return re.sub(r"\W", "", text)


def pairs(text: str) -> Counter[str]:
    text = words(text)
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


def shared(one: str, other: str) -> int:
    return sum((pairs(one) & pairs(other)).values())


def most(score: Callable[[Question, Option], float]) -> Trait:
    def trait(question: Question) -> tuple[str, ...]:
        scores = {option.letter: score(question, option) for option in question.options}
        return tuple(letter for letter, each in scores.items() if each == max(scores.values()))

    return trait


def only(fits: Callable[[Question, Option], bool]) -> Trait:
    """The options that fit, or all where none does."""

    def trait(question: Question) -> tuple[str, ...]:
        letters = tuple(option.letter for option in question.options)
        return tuple(option.letter for option in question.options if fits(question, option)) or letters

    return trait


def said(pattern: str, answer: str) -> Trait:
    """For a statement: this answer where its words are like that, the other one elsewhere."""
    other = judge.WRONG if answer == judge.RIGHT else judge.RIGHT
    return lambda question: (answer if re.search(pattern, question.stem) else other,)


def length(_: Question, option: Option) -> int:
    return len(words(option.text))


def echo(question: Question, option: Option) -> float:
    return shared(option.text, question.stem) / max(1, len(words(option.text)))


def likeness(question: Question, option: Option) -> int:
    return sum(shared(option.text, other.text) for other in question.options if other is not option)


def lengths(question: Question) -> list[int]:
    return [length(question, option) for option in question.options]


OF_SINGLES: Mapping[str, Trait] = {
    "the longest": most(length),
    "the shortest": most(lambda question, option: -length(question, option)),
    "any but the longest": only(lambda question, option: length(question, option) < max(lengths(question))),
    "any but the shortest": only(lambda question, option: length(question, option) > min(lengths(question))),
    "without an absolute": only(lambda _, option: not _ABSOLUTE.search(option.text)),
    "with a denial": only(lambda _, option: bool(_DENIAL.search(option.text))),
    "an echo of the stem": most(echo),
    "no echo of the stem": most(lambda question, option: -echo(question, option)),
    "most like the others": most(likeness),
    "least like the others": most(lambda question, option: -likeness(question, option)),
    **{f"always {letter}": only(lambda _, option, letter=letter: option.letter == letter) for letter in "ABCD"},
}
OF_STATEMENTS: Mapping[str, Trait] = {
    "always 对": lambda _: (judge.RIGHT,),
    "always 错": lambda _: (judge.WRONG,),
    "错 where it says 写明 or 规定": said("写明|规定", judge.WRONG),
    "错 where it has a number": said("[0-9]|每[月年半季周]|[一二两三四五六]次", judge.WRONG),
    "对 where it denies": said("没有|未|不", judge.RIGHT),
    "错 where it is about somebody": said("某|甲", judge.WRONG),
    "错 where somebody cites it": said("注明|对了", judge.WRONG),
}


def rate(questions: Iterable[Question], trait: Trait) -> float:
    hits = [(question.key[0] in open_) / len(open_) for question in questions for open_ in (trait(question),)]
    return sum(hits) / len(hits)


def chance(questions: Iterable[Question]) -> float:
    rates = [1 / len(question.options or (judge.RIGHT, judge.WRONG)) for question in questions]
    return sum(rates) / len(rates)


def together(questions: list[Question], traits: Mapping[str, Trait]) -> float:
    """How often a guesser is right that weighs the traits by what they bring in all other questions of the bank."""
    usual, hit = chance(questions), {}
    for name, trait in traits.items():
        hit[name] = [rate([question], trait) for question in questions]
    total = 0.0
    for number, question in enumerate(questions):
        votes: Counter[str] = Counter()
        for name, trait in traits.items():
            lift = (sum(hit[name]) - hit[name][number]) / max(1, len(questions) - 1) - usual
            for answer in trait(question):
                votes[answer] += max(lift, 0.0) / len(trait(question))
        best = [answer for answer, vote in votes.items() if vote == max(votes.values())]
        total += (question.key[0] in best) / len(best)
    return total / len(questions)


def multiples(questions: list[Question], score: Callable[[Question, Option], float]) -> tuple[float, float]:
    """How often all and only the right ones are hit by taking the usual number of options, the best first; and chance,
    which takes any two or more but not all."""
    usual = {}
    for size in {len(question.options) for question in questions}:
        counts = Counter(len(question.right) for question in questions if len(question.options) == size)
        usual[size] = counts.most_common(1)[0][0]
    hits = by_chance = 0.0
    for question in questions:
        size = len(question.options)
        ranked = sorted(question.options, key=lambda option, question=question: -score(question, option))
        hits += {option.letter for option in ranked[: usual[size]]} == set(question.key)
        by_chance += 1 / sum(math.comb(size, many) for many in range(2, size))
    return hits / len(questions), by_chance / len(questions)


def report(questions: Iterable[Question]) -> dict[str, tuple[float, float]]:
    """For each way of guessing how often it is right, and how often chance is."""
    questions = list(questions)
    made: dict[str, tuple[float, float]] = {}
    for kind, traits in ((single.NAME, OF_SINGLES), (judge.NAME, OF_STATEMENTS)):
        of_kind = [question for question in questions if question.kind == kind]
        for name, trait in traits.items():
            made[f"{kind}: {name}"] = rate(of_kind, trait), chance(of_kind)
        made[f"{kind}: all together"] = together(of_kind, traits), chance(of_kind)
    of_kind = [question for question in questions if question.kind == multiple.NAME]
    for name, score in (("longest", length), ("echo of the stem", echo), ("most alike", likeness)):
        made[f"{multiple.NAME}: usual number, {name} first"] = multiples(of_kind, score)
    return made


def lines(made: Mapping[str, tuple[float, float]]) -> str:
    return "\n".join(f"{hit:6.1%} ({usual:.1%} by chance)  {name}" for name, (hit, usual) in made.items())
