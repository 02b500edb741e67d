"""Each paragraph is in the corpus in one of two languages only: is it found from the other one too?"""

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from index.embedding.layout import PASSAGE, QUERY
from tests.benchmark.measures import distinct
from tests.benchmark.peers import MISSING, PEERS, Document, open_peers
from tests.benchmark.plain import Embed, plain_model
from tests.benchmark.product import model_folder, searching, take_in
from tests.benchmark.texts import LANGUAGES, Asked, Parallel, parallel_texts
from tests.benchmark.types import Options, Row

Find = Callable[[Asked], list[str]]
Result = tuple[Asked, str, list[str]]
Shares = dict[str, float]
FIRST = 5
OWN, OTHER = 0.98, 0.90


def measure(options: Options) -> list[Row]:
    """Measures the product, the peers and the model alone on the same articles."""
    texts = parallel_texts(options.xquad)
    texts = texts.first(40) if options.quick else texts
    found: dict[str, list[Result]] = defaultdict(list)
    embed = plain_model(model_folder())
    for turn in (0, 1):
        corpus = {key: LANGUAGES[(n + turn) % 2] for n, key in enumerate(texts.paragraphs)}
        documents = [Document(key, texts.paragraphs[key][language]) for key, language in corpus.items()]
        options.say(f"mixed corpus, {texts.name}, {len(corpus)} articles, pass {turn + 1} of 2 …")
        with _finders(options, documents, turn, embed) as finders:
            for name, find in finders.items():
                found[name] += [(q, corpus[q.paragraph], find(q)) for q in texts.questions]
    return _rows(texts, {name: shares(results) for name, results in found.items()})


def shares(results: Sequence[Result]) -> Shares:
    """Returns the shares of questions whose paragraph is found. A result is a question, the language that
    its paragraph is in, and the articles found."""
    counted: dict[str, list[bool]] = defaultdict(list)
    for question, language, articles in results:
        kind = "own" if question.language == language else "other"
        for name in ("all", kind, f"{kind}_{question.language}"):
            counted[f"{name}_first"].append(articles[:1] == [question.paragraph])
            counted[name].append(question.paragraph in articles[:FIRST])
    return {name: float(np.mean(values)) for name, values in counted.items()}


@contextmanager
def _finders(
    options: Options, documents: Sequence[Document], turn: int, embed: Embed
) -> Iterator[dict[str, Find]]:
    folder = options.work / f"mixed-{turn}"
    _write(documents, folder / "news")
    take_in(options, folder / "data", folder / "news")
    peers = open_peers(documents, model_folder(), options.say)
    with searching(options, folder / "data", 3 * FIRST) as search:
        yield {
            "modelscape": lambda asked: distinct([hit.passage.article for hit in search(asked)]),
            **{name: _by_text(find) for name, find in peers.items()},
            "e5 without projection": _dense(documents, embed),
        }


def _write(documents: Sequence[Document], news: Path) -> None:
    shutil.rmtree(news, ignore_errors=True)
    news.mkdir(parents=True)
    for document in documents:
        (news / f"{document.id}.txt").write_text(document.text, "utf-8")


def _dense(documents: Sequence[Document], embed: Embed) -> Find:
    vectors = embed([PASSAGE + d.text for d in documents])

    def find(asked: Asked) -> list[str]:
        order = np.argsort(-(vectors @ embed([QUERY + asked.text])[0]))
        return [documents[n].id for n in order[:FIRST]]

    return find


def _by_text(find: Callable[[str], list[str]]) -> Find:
    return lambda asked: find(asked.text)


def _rows(texts: Parallel, found: Mapping[str, Shares]) -> list[Row]:
    own, others = found["modelscape"], {name: s for name, s in found.items() if name != "modelscape"}
    beside = "; ".join(f"{name}: {_shown(s)}" for name, s in others.items())
    figures = {f"{name} {kind}": value for name, s in found.items() for kind, value in s.items()}
    reached = own["own"] >= OWN and own["other"] >= OTHER
    wanted = f"own {OWN:.2f}, other {OTHER:.2f}"
    rows = [Row(f"mixed corpus ({texts.name}), first five", wanted, _shown(own), reached, beside, figures)]
    peers = [s for name, s in others.items() if name in PEERS]
    what = "recall there, all questions, to both peers"
    if len(peers) < len(PEERS):
        rows.append(Row(what, "better", f"{own['all']:.3f}", None, MISSING))
    else:
        better = all(own["all"] > s["all"] for s in peers)
        beside = ", ".join(f"{name} {s['all']:.3f}" for name, s in others.items())
        rows.append(Row(what, "better", f"{own['all']:.3f}", better, beside))
    return rows


def _shown(s: Shares) -> str:
    return ", ".join(
        f"{kind} {s[kind]:.3f} (en {s[f'{kind}_en']:.3f}, zh {s[f'{kind}_zh']:.3f}, first {s[f'{kind}_first']:.2f})"
        for kind in ("own", "other")
    )
