from bot.serving.limits import Limits, Rate

LIMITS = (Rate(2, 30.0), Rate(3, 30.0))


def test_a_person_waits_until_the_first_of_their_questions_is_long_enough_ago() -> None:
    limits = Limits(*LIMITS)
    assert [limits.ask(1, None, at) for at in (0.0, 10.0, 20.0, 30.0, 31.0)] == [0, 0, 10, 0, 9]


def test_a_server_waits_for_all_of_its_people_together() -> None:
    limits = Limits(*LIMITS)
    assert [limits.ask(user, 7, 0.0) for user in (1, 2, 3, 4)] == [0, 0, 0, 30]
    assert limits.ask(4, 8, 0.0) == 0


def test_a_question_that_is_refused_does_not_count() -> None:
    limits = Limits(*LIMITS)
    for at in (0.0, 1.0, 2.0, 3.0):
        limits.ask(1, None, at)
    assert limits.ask(1, None, 30.5) == 0


def test_direct_messages_belong_to_no_server() -> None:
    limits = Limits(*LIMITS)
    assert [limits.ask(user, None, 0.0) for user in range(10)] == [0] * 10


def test_people_who_asked_long_ago_are_forgotten() -> None:
    limits = Limits(*LIMITS)
    for user in range(25_000):
        limits.ask(user, None, user * 0.01)
    assert len(limits._users.asked) <= 10_001
