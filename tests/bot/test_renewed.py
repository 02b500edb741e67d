import itertools
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.renewed import Renewed
from index.types import SegmentGone


def test_it_is_made_once_when_it_is_first_used() -> None:
    numbers = itertools.count()
    renewed = Renewed(lambda: next(numbers))
    assert [renewed.use(lambda n: n), renewed.use(lambda n: n)] == [0, 0]


def test_it_is_made_again_when_what_it_reads_is_gone() -> None:
    numbers = itertools.count()

    def act(number: int) -> int:
        if number == 0:
            raise SegmentGone("gone")
        return number

    assert Renewed(lambda: next(numbers)).use(act) == 1


def test_it_gives_up_the_second_time() -> None:
    def act(_: int) -> None:
        raise SegmentGone("gone")

    with pytest.raises(SegmentGone):
        Renewed(lambda: 1).use(act)


def test_it_is_made_again_when_it_is_said_to_be_old() -> None:
    numbers = itertools.count()
    renewed = Renewed(lambda: next(numbers), lambda made: made < 2)
    assert [renewed.use(lambda n: n) for _ in range(4)] == [0, 1, 2, 2]


def test_what_is_there_answers_while_a_new_one_is_made_in_another_thread() -> None:
    numbers, making, finish = itertools.count(), threading.Event(), threading.Event()

    def make() -> int:
        number = next(numbers)
        if number:
            making.set()
            finish.wait(5)
        return number

    renewed = Renewed(make, lambda made: made < 1)
    assert renewed.use_held(lambda n: n) == 0
    renewing = threading.Thread(target=renewed.renew)
    renewing.start()
    making.wait(5)
    assert renewed.use_held(lambda n: n) == 0
    finish.set()
    renewing.join()
    assert renewed.use_held(lambda n: n) == 1
    assert renewed.renew() is False


def test_of_many_threads_one_makes_it() -> None:
    numbers = itertools.count()
    renewed = Renewed(lambda: (time.sleep(0.02), next(numbers))[1])
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: renewed.use(lambda n: n), range(8))) == {0}
