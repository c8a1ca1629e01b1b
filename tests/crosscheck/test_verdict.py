"""What the outcomes of one input amount to."""

import pytest

from crosscheck.judging.verdict import BOTH, Verdict, judge
from crosscheck.solvers.outcome import Answered, Crashed, Exited, Missing, Outcome, Rejected, Timing, Unsupported
from crosscheck.tree import cases
from crosscheck.tree.languages import Language


def speaker(title: str, same_as: str | None = None) -> Language:
    """A language that says something."""
    return Language(title.lower(), title, ("x",), "x", "x", "x", same_as=same_as)


def answered(one: str | None, two: str | None) -> Outcome:
    """An answer."""
    return Answered((one, two), Timing(1))


ADA, BASIC, COBOL = speaker("Ada"), speaker("Basic"), speaker("Cobol")
ROAD = speaker("Ada by post", same_as="ada")


def test_agreement() -> None:
    said = [(ADA, answered("1", "2")), (BASIC, answered("1", "2"))]
    verdict = judge(said, ("1", "2"))
    assert verdict.ok
    assert verdict.lines == ("agree: all languages, both parts, and the recorded answers",)
    assert verdict.groups == {"1, 2": ["Ada", "Basic"]}


def test_two_roads_to_the_same_solutions_are_one_witness() -> None:
    said = [(ADA, answered("1", "2")), (ROAD, answered("1", "2"))]
    (line,) = judge(said, (None, None), everyone=False).lines
    assert "Ada and Ada by post (the same solutions by two roads)" in line


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        (("1", "2"), "both parts are right, as recorded"),
        (("1", None), "part 1 is right, as recorded; of part 2 no answer is recorded"),
        ((None, None), "no answers are recorded"),
    ],
)
def test_one_language_has_nobody_to_agree_with(recorded: cases.Recorded, said: str) -> None:
    (line,) = judge([(ADA, answered("1", "2"))], recorded, everyone=False).lines
    assert line == f"Ada alone: {said}; there is no other language to compare it with"


def test_a_part_that_one_does_not_have_is_a_disagreement() -> None:
    verdict = judge([(ADA, answered("1", None)), (BASIC, answered("1", "0"))], (None, None))
    assert not verdict.ok
    assert verdict.groups == {"1, -": ["Ada"], "1, 0": ["Basic"]}


def test_a_wrong_answer_is_wrong_even_if_all_agree() -> None:
    verdict = judge([(ADA, answered("1", "2")), (BASIC, answered("1", "2"))], ("1", "3"))
    assert not verdict.ok
    assert "Ada says 2, Basic says 2" in verdict.lines[0]


def test_refusals_agree_by_line_only() -> None:
    first, second = Rejected(3, 1, "expected this"), Rejected(3, 9, "expected that")
    verdict = judge([(ADA, first), (BASIC, second)], (None, None))
    assert verdict.groups == {"refused at line 3": ["Ada", "Basic"]}
    assert not verdict.ok, "but nobody has answered"
    verdict = judge([(ADA, first), (BASIC, Rejected(4, 1, "expected this"))], (None, None))
    assert len(verdict.groups) == 2


def test_a_refusal_without_a_line_is_another_than_one_with() -> None:
    whole = Rejected(None, None, "the scanners are not all connected")
    verdict = judge([(ADA, whole), (BASIC, Rejected(None, None, "not connected"))], (None, None))
    assert verdict.lines == ("no answer: all languages refuse this input, as a whole",)
    assert len(judge([(ADA, whole), (BASIC, Rejected(1, 1, "not connected"))], (None, None)).groups) == 2


def test_a_failure_is_no_disagreement_but_not_well() -> None:
    said: list[tuple[Language, Outcome]] = [
        (ADA, answered("1", "2")),
        (BASIC, Exited(-11)),
        (COBOL, Missing("cobol", "make cobol")),
    ]
    verdict = judge(said, (None, None))
    assert not verdict.ok
    assert verdict.groups == {"1, 2": ["Ada"]}
    assert "FAILED: Basic killed by signal 11 (SIGSEGV)" in verdict.lines
    assert "not asked: Cobol" in verdict.lines


def test_nobody_there_is_not_well() -> None:
    verdict = judge([(ADA, Unsupported("2021 day 9"))], (None, None))
    assert not verdict.ok
    assert verdict.groups == {}
    assert verdict.lines == ("not asked: Ada",)


# verdicts on a draft

NOT_THERE = Unsupported("2021 day 9")


def judge_draft(*said: tuple[Language, Outcome], recorded: cases.Recorded = (None, None)) -> Verdict:
    """Of a day with two parts."""
    return judge(said, recorded, due=BOTH, draft=True)


def test_what_a_draft_lacks_is_no_fault_and_what_is_there_is_compared() -> None:
    said = (ADA, answered("1", "2")), (BASIC, answered("1", None)), (COBOL, NOT_THERE)
    verdict = judge_draft(*said)
    assert verdict.ok
    assert verdict.lines == (
        "agree: Ada and Basic, part 1, no recorded answers",
        "Ada alone: of part 2 no answer is recorded; there is no other language to compare it with",
        "not yet: Cobol; part 2 of Basic",
    )
    strict = judge(said, (None, None), due=BOTH)
    assert not strict.ok
    assert "NOT WRITTEN: part 2 of Basic" in strict.lines
    assert "not asked: Cobol" in strict.lines


def test_a_part_that_nobody_has_is_a_fault_unless_it_does_not_exist() -> None:
    said = [(ADA, answered("1", None)), (BASIC, answered("1", None))]
    assert judge(said, (None, None), due=(1,)).ok
    verdict = judge(said, (None, None), due=BOTH)
    assert not verdict.ok
    assert verdict.lines == ("NOT WRITTEN: part 2 of Ada, Basic",)


def test_a_draft_of_which_nothing_is_written_is_well() -> None:
    verdict = judge_draft((ADA, answered(None, None)), (BASIC, NOT_THERE))
    assert verdict.ok
    assert verdict.lines == ("not yet: Basic; part 1 of Ada; part 2 of Ada",)


def test_other_answers_to_a_part_of_a_draft_are_a_disagreement() -> None:
    verdict = judge_draft((ADA, answered("1", None)), (BASIC, answered("2", "5")), (COBOL, answered(None, "5")))
    assert not verdict.ok
    assert verdict.groups == {"1, -": ["Ada"], "2, 5": ["Basic"], "-, 5": ["Cobol"]}


def test_an_answer_of_a_draft_that_is_not_the_recorded_one_is_wrong() -> None:
    verdict = judge_draft((ADA, answered("1", None)), (BASIC, answered(None, "5")), recorded=("2", "5"))
    assert not verdict.ok
    assert verdict.lines[0] == "WRONG: the recorded answer of part 1 is 2; Ada says 1"


def test_a_parse_of_a_draft_that_does_not_fit_yet_is_no_fault_if_another_does() -> None:
    refusal = Rejected(3, 1, "expected this")
    verdict = judge_draft((ADA, answered("1", "2")), (BASIC, refusal))
    assert verdict.ok
    assert verdict.lines[-1] == "not yet: Basic (refused at 3:1: expected this)"
    assert not judge_draft((ADA, refusal), (BASIC, refusal)).ok


@pytest.mark.parametrize("failure", [Exited(-11), Crashed("oops"), Missing("basic", "make basic")])
def test_a_failure_on_a_draft_is_a_failure(failure: Outcome) -> None:
    assert not judge_draft((ADA, answered("1", "2")), (BASIC, failure)).ok
