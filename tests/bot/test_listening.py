import pytest

from bot.listening import Ask, Heard, decide, is_question
from bot.state.types import Mode


def heard(text: str, mode: Mode = Mode.MENTIONS, **marks: bool) -> Heard:
    """What a person wrote; `marks` say where and to whom."""
    names = ("by_person", "direct", "spoken_to", "in_thread", "in_own_thread")
    flags = {name: marks.get(name, name == "by_person") for name in names}
    return Heard(text=text, mode=mode, names=("<@7>", "<@!7>"), **flags)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (heard("<@7> which models?", spoken_to=True), Ask("which models?")),
        (heard("hey <@!7>, which  models?", spoken_to=True), Ask("hey , which models?")),
        (heard("and its licence", direct=True), Ask("and its licence")),
        (heard("<@7>", spoken_to=True), Ask("")),
        (heard("which models?"), None),
        (heard("which models?", Mode.QUESTIONS), Ask("which models?")),
        (heard("good morning", Mode.QUESTIONS), None),
        (heard("which models?", Mode.THREADS), None),
        (heard("<@7> which?", Mode.THREADS, spoken_to=True), Ask("which?", thread=True)),
        (heard("<@7> which?", Mode.THREADS, spoken_to=True, in_thread=True), Ask("which?")),
        (heard("which models?", Mode.QUESTIONS_IN_THREADS), Ask("which models?", thread=True)),
        (heard("and its price?", in_thread=True, in_own_thread=True), Ask("and its price?")),
        (heard("thank you", in_thread=True, in_own_thread=True), None),
        (heard("which?", Mode.THREADS, direct=True), Ask("which?")),
    ],
)
def test_the_bot_answers_who_speaks_to_it_and_questions_where_it_is_set_so(
    message: Heard, expected: Ask | None
) -> None:
    assert decide(message) == expected


@pytest.mark.parametrize("mode", list(Mode))
def test_bots_webhooks_and_the_bot_itself_are_never_answered(mode: Mode) -> None:
    for marks in ({"spoken_to": True}, {"direct": True}, {"in_own_thread": True}):
        assert decide(heard("which models?", mode, by_person=False, **marks)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Which models have 1M context", True),
        ("is Kimi K2.5 open?", True),
        ("Kimi K2.5 怎么样？", True),
        ("哪些模型支持视频", True),
        ("DeepSeek V4 发布了吗", True),
        ("*really?*", True),
        ("I like Kimi.", False),
        ("Whatever, it is fine", False),
        ("好的", False),
        ("", False),
        ("https://example.org/?a=b", False),
    ],
)
def test_a_question_ends_or_begins_as_one(text: str, expected: bool) -> None:
    assert is_question(text) is expected
