from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.discord.listening import Listening
from bot.discord.underway import Underway
from bot.state.state import State
from bot.state.types import Exchange, Mode, StateUnreachable
from tests.bot.discord.messages import ME, Message, Place
from tests.bot.discord.samples import EXCHANGE

pytestmark = pytest.mark.anyio
ROLE: Any = SimpleNamespace(id=70, tags=SimpleNamespace(bot_id=7))
OTHER_ROLE: Any = SimpleNamespace(id=71, tags=None)


@dataclass
class Asked:
    """Keeps what is asked."""

    questions: list[str] = field(default_factory=list)
    before: list[Exchange | None] = field(default_factory=list)
    threads: list[bool] = field(default_factory=list)
    helped: int = 0

    async def ask(self, way: Any, raw: str, replied_to: Exchange | None) -> None:
        self.questions.append(raw)
        self.before.append(replied_to)
        self.threads.append(way._thread is not None)

    async def help(self, _: Any) -> None:
        self.helped += 1


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    state = await State.open(tmp_path / "state.db")
    yield state
    await state.close()


async def heard(state: State, *messages: Message) -> Asked:
    asked = Asked()
    client = cast(discord.Client, SimpleNamespace(user=ME))
    listening = Listening(client, cast(Any, asked), state, Underway())
    for message in messages:
        await listening.on_message(cast(discord.Message, message))
    return asked


async def test_a_mention_is_answered_without_the_name(state: State) -> None:
    asked = await heard(state, Message("<@7> which models?"), Message("which <@!7> models?"))
    assert asked.questions == ["which models?", "which models?"]


async def test_the_bots_own_role_is_as_good_as_its_name(state: State) -> None:
    own = Message("<@&70> which models?", mentions=(), role_mentions=(ROLE,))
    other = Message("<@&71> who comes?", mentions=(), role_mentions=(OTHER_ROLE,))
    assert (await heard(state, own, other)).questions == ["which models?"]


async def test_a_direct_message_needs_no_name_and_a_name_alone_gets_help(state: State) -> None:
    direct = Message("which models", guild=None, mentions=())
    asked = await heard(state, direct, Message("<@7>"), Message("", guild=None, mentions=()))
    assert (asked.questions, asked.helped) == (["which models"], 2)


@pytest.mark.parametrize(
    "message",
    [
        Message(author=Place(3, bot=True)),
        Message(webhook_id=12),
        Message(type=discord.MessageType.pins_add),
        Message(author=Place(7, bot=True)),
    ],
    ids=["bot", "webhook", "system", "itself"],
)
async def test_what_no_person_wrote_is_never_answered(state: State, message: Message) -> None:
    assert (await heard(state, message)).questions == []


async def test_a_message_that_comes_twice_is_answered_once(state: State) -> None:
    message = Message()
    assert len((await heard(state, message, message)).questions) == 1


async def test_a_reply_brings_the_exchange_that_it_replies_to(state: State) -> None:
    await state.keep_exchange(EXCHANGE)
    await state.sent(EXCHANGE.id, 600)
    reply = Message("<@7> and its licence?", reference=SimpleNamespace(message_id=600, resolved=None))
    [before] = (await heard(state, reply)).before
    assert before
    assert before.said == EXCHANGE.said


async def test_a_channel_answers_as_it_is_set(state: State) -> None:
    await state.set_mode(1, 2, Mode.QUESTIONS_IN_THREADS)
    asked = await heard(
        state, Message("which models?", mentions=()), Message("good morning", mentions=()), Message("<@7> hi")
    )
    assert asked.questions == ["which models?", "hi"]
    assert asked.threads == [True, True]
    assert (await heard(state, Message("which?", mentions=(), channel=Place(9)))).questions == []


async def test_without_its_database_the_bot_listens_as_usual() -> None:
    class Away:
        async def mode(self, *_: int) -> Mode:
            raise StateUnreachable("away")

        exchange_of = mode

    reply = Message("<@7> which?", reference=SimpleNamespace(message_id=600, resolved=None))
    asked = await heard(cast(State, Away()), reply)
    assert (asked.questions, asked.before) == (["which?"], [None])
