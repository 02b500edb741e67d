import asyncio
import time

from bot.serving.pulse import EVERY, Pulse


def test_a_loop_that_is_blocked_is_late() -> None:
    pulse = Pulse()
    assert pulse.lateness() is None

    async def run() -> None:
        beating = asyncio.create_task(pulse.beat())
        await asyncio.sleep(2.5 * EVERY)
        time.sleep(0.4)
        await asyncio.sleep(2 * EVERY)
        beating.cancel()

    asyncio.run(run())
    late = pulse.lateness()
    assert late is not None
    assert late.beats >= 2
    assert late.most >= 300
    assert late.p999 == late.most


def test_of_many_beats_one_in_a_thousand_is_left_out() -> None:
    pulse = Pulse()
    pulse._late.extend([1.0] * 1_999 + [500.0])
    late = pulse.lateness()
    assert late is not None
    assert (late.p999, late.most) == (1.0, 500.0)
