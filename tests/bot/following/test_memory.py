from bot.following.memory import Memory
from bot.following.types import Before


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_each_person_has_a_conversation_in_each_channel() -> None:
    memory = Memory(Clock())
    memory.keep(1, 1, Before("a"))
    memory.keep(1, 2, Before("b"))
    memory.keep(2, 1, Before("c"))
    memory.keep(1, 1, Before("d"))
    assert memory.before(1, 1) == Before("d")
    assert memory.before(1, 2) == Before("b")
    assert memory.before(3, 1) is None


def test_a_conversation_ends_after_a_while() -> None:
    clock = Clock()
    memory = Memory(clock, seconds=600)
    memory.keep(1, 1, Before("a"))
    clock.now = 600.0
    assert memory.before(1, 1) == Before("a")
    clock.now = 600.1
    assert memory.before(1, 1) is None
    assert len(memory) == 0


def test_of_too_many_conversations_the_oldest_is_forgotten() -> None:
    clock = Clock()
    memory = Memory(clock, most=3)
    for user in range(5):
        clock.now += 1
        memory.keep(1, user, Before(str(user)))
    memory.keep(1, 2, Before("again"))
    memory.keep(1, 9, Before("new"))
    assert [user for user in range(10) if memory.before(1, user)] == [2, 4, 9]


def test_all_that_a_person_asked_can_be_forgotten() -> None:
    memory = Memory(Clock())
    for channel in range(3):
        memory.keep(channel, 7, Before("a"))
        memory.keep(channel, 8, Before("b"))
    memory.forget(7)
    assert [memory.before(channel, 7) for channel in range(3)] == [None] * 3
    assert len(memory) == 3
