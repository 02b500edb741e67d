import pytest

from bot.discord.sending import parcel_of
from bot.showing.types import Field, Page, Panel, Picture

PANEL = Panel("Title", "a description", (Field("name", "value", inline=True),), "a foot", "chart.png")
PICTURE = Picture("chart.png", b"png", "a chart")


def test_a_panel_becomes_an_embed() -> None:
    parcel = parcel_of(Page("text", (PANEL,)), (PICTURE,))
    [embed] = parcel.embeds
    assert parcel.text == "text"
    assert (embed.title, embed.description, embed.footer.text) == ("Title", "a description", "a foot")
    assert [(f.name, f.value, f.inline) for f in embed.fields] == [("name", "value", True)]
    assert parcel.files[0].description == "a chart"


@pytest.mark.parametrize(("there", "url"), [((), None), (("chart.png",), "attachment://chart.png")])
def test_an_embed_shows_only_a_picture_that_is_sent_or_there(there: tuple[str, ...], url: str | None) -> None:
    assert parcel_of(Page("text", (PANEL,)), there=there).embeds[0].image.url == url


def test_without_embeds_all_is_said_as_text() -> None:
    parcel = parcel_of(Page("text", (PANEL,)), embeds=False)
    assert parcel.embeds == []
    assert parcel.text == "text\n\n**Title**\na description\n**name**\nvalue\n-# a foot"
