"""Questions and passages by hand, about models that do not exist."""

from dataclasses import replace

from bot.answering.evidence import Evidence, weigh, weigh_alone
from bot.answering.gate import Verdict, judge
from bot.answering.units import QuestionReader, Unit
from bot.answering.windows import Window, choose, windows
from bot.question import read_question
from bot.types import Question
from corpus.lexicon import Concept, read_frame_words
from corpus.types import Source
from index.text import CONCEPT, Terms
from index.types import Hit, Passage
from tests.fakes import HashedEmbedder

ALIASES = dict.fromkeys(("zephyr", "西风"), "zephyr") | dict.fromkeys(("lumenlabs", "流明"), "lumenlabs")
CONCEPTS = (
    Concept("price", ("price", "cost", "价格", "多少钱"), "money"),
    Concept("score", ("score", "得分"), "score"),
)
TERMS = Terms(ALIASES, CONCEPTS)
SHAPES = {CONCEPT + c.name: c.shape for c in CONCEPTS if c.shape}
READER = QuestionReader(read_frame_words(), TERMS)
EMBEDDER = HashedEmbedder()
START = 100


def hit(text: str, language: str = "en", article: str = "a", context: str = "", score: float = 1.0) -> Hit:
    """A passage that begins at character 100 of its article."""
    passage = Passage(article, 0, START, START + len(text), text, "", context, language, len(text.split()))
    return Hit(1, score, passage, Source(article, f"{article}.md", f"Title of {article}", language))


def units_of(question: str) -> list[Unit]:
    return READER.units(question, EMBEDDER.embed_tokens(question, query=True))


def unit(question: str, text: str) -> Unit:
    return next(u for u in units_of(question) if u.text == text)


def weighed(question: str, found: Hit | str) -> Evidence:
    one = hit(found) if isinstance(found, str) else found
    tokens = EMBEDDER.embed_tokens(one.passage.embedded)
    asked = EMBEDDER.embed_tokens(question, query=True)
    return weigh(one, tokens, asked, units_of(question), TERMS, SHAPES)


def support(question: str, text: str, word: str) -> float:
    """How far a text, read by itself, speaks of a word of the question."""
    asked = EMBEDDER.embed_tokens(question, query=True)
    units = units_of(question)
    found = weigh_alone(text, EMBEDDER.embed_tokens(text), asked, units, TERMS, SHAPES)
    return float(found[[u.text for u in units].index(word)])


def best(question: str, found: Hit | str) -> Window:
    return choose(windows(weighed(question, found), units_of(question)), 1)[0]


def verdict(question: str, found: Hit | str) -> Verdict:
    window = best(question, found)
    asked = EMBEDDER.embed_tokens(question, query=True)
    tokens = EMBEDDER.embed_tokens(window.text)
    alone = weigh_alone(window.text, tokens, asked, units_of(question), TERMS, SHAPES)
    return judge(window, alone, units_of(question))


def question(text: str, language: str | None = None) -> Question:
    read = read_question(text)
    return replace(read, language=language) if language else read
