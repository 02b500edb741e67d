import asyncio

from bot.serving.drawing import Drawing
from bot.showing.pictures import Say
from bot.showing.types import Picture

PICTURE = Picture("p.png", b"png", "A chart")


def test_a_picture_is_drawn_and_where_there_is_no_room_there_is_none() -> None:
    async def many() -> list[Picture | None]:
        drawing = Drawing()
        await drawing.warm()
        found = await asyncio.gather(*(drawing.drawn(lambda _: PICTURE) for _ in range(12)))
        drawing.close()
        return found

    assert asyncio.run(many()).count(PICTURE) == 10


def test_that_there_is_nothing_to_draw_is_no_mistake() -> None:
    def draw(say: Say) -> None:
        say("no font")

    drawing = Drawing()
    assert asyncio.run(drawing.drawn(draw)) is None
    drawing.close()
