"""What the outcomes of one input amount to: who agrees with whom, and with what was recorded.

Nobody is called right for being in the majority: a disagreement is shown whole. In a draft a language
that lacks the day, a part that is not written and a parse that does not fit yet are no fault.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.solvers.outcome import (
    Answered,
    Missing,
    Outcome,
    Rejected,
    Sampled,
    Unsupported,
    answers_of,
    claim,
    describe,
)
from crosscheck.tree.cases import Recorded
from crosscheck.tree.languages import Language

Said = tuple[Language, Outcome]
BOTH = (1, 2)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`ok` when every language asked gave the same answers, as recorded; `lines` say it for people.

    `groups` is the whole partition, who said what, where the answers (of the parts asked for) or
    refusals differ: {claim: [language titles]}.
    """

    ok: bool
    lines: tuple[str, ...]
    groups: dict[str, list[str]]


def judge(
    said: Sequence[Said],
    recorded: Recorded,
    parts: Sequence[int] = BOTH,
    everyone: bool = True,
    due: Sequence[int] = (),
    draft: bool = False,
) -> Verdict:
    """Compare what each language said; `everyone` when no language was left out by choice.

    `due` are the parts that exist. Who answers none of them has not written it: that is a fault, unless
    the day is a draft.
    """
    if draft:
        return _judge_draft(said, recorded, parts, everyone, due)
    spoke = [(who, what) for who, what in said if isinstance(what, Answered | Sampled | Rejected)]
    absent = [who.title for who, what in said if isinstance(what, Missing | Unsupported)]
    failed = [
        f"{who.title} {describe(what)}"
        for who, what in said
        if (who, what) not in spoke and not isinstance(what, Missing | Unsupported)
    ]
    groups = partition(spoke, parts)
    wrong = _against_record(spoke, recorded, parts)
    unwritten = _unwritten(spoke, [part for part in parts if part in due])
    lines: list[str] = []
    if len(groups) > 1:
        lines.extend(_disagreement(groups))
    lines.extend(wrong)
    refused = len(groups) == 1 and isinstance(spoke[0][1], Rejected)
    if refused:
        lines.append(_refusal(spoke, everyone and len(spoke) == len(said)))
    lines.extend(f"NOT WRITTEN: {what}" for what in unwritten)
    ok = not lines and bool(spoke) and not absent and not failed
    if not lines and spoke:
        lines.append(_agreement(spoke, recorded, parts, everyone and len(spoke) == len(said)))
    lines.extend(f"FAILED: {what}" for what in failed)
    if absent:
        lines.append(f"not asked: {', '.join(absent)}")
    return Verdict(ok, tuple(lines), groups)


def _judge_draft(
    said: Sequence[Said], recorded: Recorded, parts: Sequence[int], everyone: bool, due: Sequence[int]
) -> Verdict:
    """What there is of a draft is compared part by part, between those that have the part."""
    parts = [part for part in parts if part in due]
    answered = [(who, what) for who, what in said if answers_of(what)]
    refused = [(who, what) for who, what in said if isinstance(what, Rejected)]
    nowhere = [who.title for who, what in said if isinstance(what, Unsupported)]
    absent = [who.title for who, what in said if isinstance(what, Missing)]
    fine = (Answered, Sampled, Rejected, Unsupported, Missing)
    failed = [f"{who.title} {describe(what)}" for who, what in said if not isinstance(what, fine)]
    having = {part: [one for one in answered if _answer(one[1], part) is not None] for part in parts}
    groups: dict[str, list[str]] = {}
    if any(len({_answer(what, part) for _, what in having[part]}) > 1 for part in parts):
        groups = partition(answered, parts)
    lines = [*(_disagreement(groups) if groups else ()), *_against_record(answered, recorded, parts, written=True)]
    if refused and not any(having.values()):
        lines.append(_refusal(refused, everyone and len(refused) == len(said)))
    ok = not lines and not absent and not failed
    if not lines:
        together: dict[tuple[str, ...], list[int]] = {}
        for part in parts:
            together.setdefault(tuple(who.key for who, _ in having[part]), []).append(part)
        lines.extend(
            _agreement(spoke, recorded, its_parts, everyone and len(spoke) == len(said))
            for its_parts in together.values()
            if (spoke := having[its_parts[0]])
        )
    lines.extend(f"FAILED: {what}" for what in failed)
    if absent:
        lines.append(f"not asked: {', '.join(absent)}")
    missing = [*nowhere, *_unwritten(answered, parts)]
    if any(having.values()):
        missing += [f"{who.title} ({describe(what)})" for who, what in refused]
    if missing:
        lines.append(f"not yet: {'; '.join(missing)}")
    return Verdict(ok, tuple(lines), groups)


def _answer(outcome: Outcome, part: int) -> str | None:
    answers = answers_of(outcome)
    return answers[part - 1] if answers else None


def _unwritten(said: Sequence[Said], parts: Sequence[int]) -> list[str]:
    """The parts of `parts` that were not answered, each with whose they are."""
    whose = {
        part: [who.title for who, what in said if answers_of(what) and _answer(what, part) is None] for part in parts
    }
    return [f"part {part} of {', '.join(names)}" for part, names in whose.items() if names]


def _disagreement(groups: dict[str, list[str]]) -> list[str]:
    width = max(map(len, groups))
    return ["DISAGREEMENT", *(f"  {what:<{width}}  {', '.join(who)}" for what, who in groups.items())]


def partition(said: Sequence[Said], parts: Sequence[int] = BOTH) -> dict[str, list[str]]:
    """Who said what, over the parts asked for: {claim: [language titles]}."""
    groups: dict[str, list[str]] = {}
    for who, what in said:
        groups.setdefault(_claim(what, parts), []).append(who.title)
    return groups


def _claim(outcome: Outcome, parts: Sequence[int]) -> str:
    if isinstance(outcome, Answered | Sampled) and len(parts) == 1:
        return f"{outcome.answers[parts[0] - 1] or '-'}"
    return claim(outcome)


def _against_record(said: Sequence[Said], recorded: Recorded, parts: Sequence[int], written: bool = False) -> list[str]:
    """Who answers otherwise than recorded; with `written`, of those who answer at all."""
    lines = []
    for part in parts:
        right = recorded[part - 1]
        wrong = [
            f"{who.title} says {_answer(what, part) or '-'}"
            for who, what in said
            if answers_of(what) and right not in (None, _answer(what, part)) and (_answer(what, part) or not written)
        ]
        if wrong:
            lines.append(f"WRONG: the recorded answer of part {part} is {right}; {', '.join(wrong)}")
    return lines


def _refusal(said: Sequence[Said], everyone: bool) -> str:
    who = "all languages refuse" if everyone else f"{_named(said)} refuse"
    return f"no answer: {who} this input, {claim(said[0][1]).removeprefix('refused ')}"


def _named(said: Sequence[Said]) -> str:
    *names, last = (who.title for who, _ in said)
    return f"{', '.join(names)} and {last}" if names else last


def _agreement(said: Sequence[Said], recorded: Recorded, parts: Sequence[int], everyone: bool) -> str:
    if len(said) == 1:
        return _alone(said[0][0].title, recorded, parts)
    witnesses = [who.title for who, _ in said if who.same_as is None]
    if everyone:
        head = "agree: all languages"
    else:
        head = f"agree: {_named(said)}"
        if len(witnesses) < 2:
            head += " (the same solutions by two roads)"
    which = "both parts" if len(parts) == 2 else f"part {parts[0]}"
    stated = [part for part in parts if recorded[part - 1] is not None]
    if stated == list(parts):
        record = "and the recorded answer" + ("s" if len(parts) == 2 else "")
    elif stated:
        record = f"and the recorded answer of part {stated[0]} (of part {3 - stated[0]} there is none)"
    else:
        record = "no recorded answers"
    return f"{head}, {which}, {record}"


def _alone(title: str, recorded: Recorded, parts: Sequence[int]) -> str:
    stated = [part for part in parts if recorded[part - 1] is not None]
    others = [part for part in parts if part not in stated]
    told = [f"part {part} is right, as recorded" for part in stated]
    told += [f"of part {part} no answer is recorded" for part in others]
    if len(stated) == 2:
        told = ["both parts are right, as recorded"]
    if len(others) == 2:
        told = ["no answers are recorded"]
    return f"{title} alone: {'; '.join(told)}; there is no other language to compare it with"
