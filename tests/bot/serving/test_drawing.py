import asyncio
import threading

from bot.serving.drawing import Drawing
from bot.showing.pictures import Say
from bot.showing.types import Picture

PICTURE = Picture("p.png", b"png", "A chart")


def test_a_picture_is_drawn_and_where_there_is_no_room_there_is_none() -> None:
    async def many() -> list[Picture | None]:
        drawing, gate = Drawing(), threading.Event()
        await drawing.warm()

        def draw(_: Say) -> Picture:
            gate.wait(10)
            return PICTURE

        drawn = [asyncio.create_task(drawing.drawn(draw)) for _ in range(12)]
        await asyncio.sleep(0.1)
        gate.set()
        found = await asyncio.gather(*drawn)
        drawing.close()
        return found

    assert asyncio.run(many()).count(PICTURE) == 10


def test_that_there_is_nothing_to_draw_is_no_mistake() -> None:
    def draw(say: Say) -> None:
        say("no font")

    drawing = Drawing()
    assert asyncio.run(drawing.drawn(draw)) is None
    drawing.close()
