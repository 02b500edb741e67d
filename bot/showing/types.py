"""The nouns of showing: what is sent to a channel, before any library of Discord's knows of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A named value of a panel."""

    name: str
    value: str
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """A box below a message's text (an embed). The footer is plain text, all else is markup. `picture` is the
    name of an attached picture that it shows."""

    title: str = ""
    description: str = ""
    fields: tuple[Field, ...] = ()
    footer: str = ""
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What one message shows: text of at most 2,000 characters, and panels of at most 6,000 in all.

    All of it is safe to send: nothing in it that came from an article, a name or a question acts as Markdown,
    a link or a mention.
    """

    text: str
    panels: tuple[Panel, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to attach: a PNG, and its description for people who do not see it."""

    name: str
    data: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown for one question or command: pages to turn, the pages of quoted passages behind the button
    Sources (none: no button), and the pictures of the first page."""

    pages: tuple[Page, ...]
    sources: tuple[Page, ...] = ()
    pictures: tuple[Picture, ...] = ()
