"""Models that no list has, recognised by what an article says of them, and asked for later."""

from time import process_time

import pytest

from corpus.names import Names, read_names

# Makes a text one about models, without naming any.
ABOUT = "\n\nThis article compares AI language models and what each LLM costs."


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


def unknown(names: Names, text: str) -> set[str]:
    """Full names of the models in an article with this text whose families no file knows."""
    return {hit.model.name for hit in names.for_article(text).mentions(text) if not hit.known}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Northwind released Kestrel 2 on Monday. The model reads long files. Kestrel 2 Mini is smaller, kestrel-2-nano smaller still.",
         {"Kestrel 2", "Kestrel 2 Mini", "Kestrel 2 Nano"}),
        ("Sandpiper 4 Ultra costs $3 per million input tokens.", {"Sandpiper 4 Ultra"}),
        ("The context window of Sandpiper 4 is 200,000 tokens.", {"Sandpiper 4"}),
        ("On SWE-bench Verified, Kestrel 2 scored 71.2%, ahead of GPT-5.", {"Kestrel 2"}),
        ("# Kestrel 2\n\n| Parameters | 70B |\n|---|---|\n| Licence | MIT |", {"Kestrel 2"}),
        ("- **Kestrel 2**: 70B parameters\n- **Kestrel 2 Dash**: 7B parameters\n\nKestrel 2 Dash is fast.",
         {"Kestrel 2", "Kestrel 2 Dash"}),
        ("Acme's Kestrel Mini 3 has 7B parameters; Kestrel 3 has more.", {"Kestrel Mini 3", "Kestrel 3"}),
        ("Acme says so. Acme Kestrel 3 has 7B parameters, and Kestrel 3 is open.", {"Kestrel 3"}),
        ("云帆科技今日推出云雀3，总参数700亿。下月开放云雀3-Pro。", {"云雀3", "云雀3-Pro"}),
        ("云帆的云雀3拥有700亿参数，此前的云雀2.5只有130亿参数。", {"云雀3", "云雀2.5"}),
        ("- 云雀 3：输入 ¥2/百万tokens\n- 云雀 3 Turbo：输入 ¥1/百万tokens", {"云雀 3", "云雀 3 Turbo"}),
        ("雲帆推出雲雀3，總參數達到700億。", {"雲雀3"}),
        ("ハヤブサ2のコンテキスト長は128Kトークンだ。", {"ハヤブサ2"}),
        ("東雲は、方言に強いハヤブサ 2を公開した。\n\n- パラメータ数：70億\n- コンテキスト長：64K", {"ハヤブサ 2"}),
        ("在TMMLU+上，雲雀3拿下78.3分。", {"雲雀3"}),
        ("雲帆發表「雲雀 Nano 2」，只有30億參數，卻能在手機上跑。", {"雲雀 Nano 2"}),
        ("料金は100万トークンあたり入力0.4ドルだ。", set()),
        ("Kestrel 2 70B was trained on 11 trillion tokens.", {"Kestrel 2 70B"}),
        ("Kestrel is an odd firm. Kestrel's first model is Kestrel 3. Kestrel Swift 3 has 8 billion parameters.", {"Kestrel 3", "Kestrel Swift 3"}),
        ("東雲が発表したSuzume 2は、パラメータ数が70億だ。", {"Suzume 2"}),
        ("솔빛 2의 컨텍스트 길이는 128K 토큰이다.", {"솔빛 2"}),
        ("한별이 새 모델 Solbit 2를 공개했다. Solbit 2 Mini도 있다.", {"Solbit 2", "Solbit 2 Mini"}),
    ],
)  # fmt: skip
def test_what_is_said_of_a_name_makes_it_a_model(names: Names, text: str, expected: set[str]) -> None:
    assert unknown(names, text + ABOUT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| Maker | Model | Context |\n|---|---|---|\n| Acme | Tern 2 Large | 1M |\n| Bolt | Wren 3 | 8K |", {"Tern 2 Large", "Wren 3"}),
        ("| Item | Kestrel 2 | Kestrel 2 Mini |\n|---|---|---|\n| Context window | 1M | 8K |\n| Parameters | 70B | 7B |",
         {"Kestrel 2", "Kestrel 2 Mini"}),
        ("<table><tr><th>Licence</th><th>Model</th><th>Context</th></tr><tr><td rowspan=2>MIT</td><td>Wren 3</td><td>8K</td></tr>"
         "<tr><td>Wren 3 Pro</td><td>8K</td></tr></table>", {"Wren 3", "Wren 3 Pro"}),
        ("模型\n开发方\n总参数\n上下文\n海燕 2.0\n潮声科技\n300B\n256K", {"海燕 2.0"}),
        ("ModelContext WindowParameters\nKestrel 2 500K tokens70B\n\nKestrel 2 leads.", {"Kestrel 2"}),
        ("| Model | Context | Parameters |\n|---|---|---|\n| Sandpiper | 1M | 70B |\n| Curlew-Pro | 8K | 7B |\n\nSandpiper leads.",
         {"Sandpiper", "Curlew-Pro"}),
        ("| 模型 | 上下文 | 参数 |\n|---|---|---|\n| 海燕 | 1M | 70B |", {"海燕"}),
    ],
)  # fmt: skip
def test_a_tables_headers_make_its_names_models(names: Names, text: str, expected: set[str]) -> None:
    assert unknown(names, text + ABOUT) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Weaver 2.0, an open-source inference framework, was released. It serves models with 70B parameters.",
        "The Titanite 3 chip was launched; models with 70B parameters run on it.",
        "Trained with Bluebird 2 and Redwood 3, GPT-5 has a context window of 1M tokens.",
        "Layer 12 has 70B parameters, and each layer has more.",
        "Walker 2, a humanoid robot, was released with a language model of 7B parameters.",
        "Acme launched the Kestrel 3 smartphone. It has a language model with 7B parameters.",
        "Zed 1.0 was released on Monday. The editor supports models with a context window of 1M tokens.",
        "The ZebraBench 2 benchmark was released; models have 70B parameters.",
        "Ubuntu 26.04 was released. vLLM 0.6 and SGLang 0.5 serve the model over HTTP/2 on H100 and GB200.",
        "| Model | VRAM | Price |\n|---|---|---|\n| Arctos 9 | 24GB | 900 |\n| Lynx 5 | 16GB | 500 |",
        "| Model | MMLU | GPQA |\n|---|---|---|\n| Human | 92 | 70 |\n| Random | 25 | 25 |",
        "开源框架织网2.0发布，支持700亿参数模型。织网2.0很快。",
        "昆山芯片3发布，可运行700亿参数大模型。",
        "仅激活32B参数，端侧 8B 也够用，模型已发布。",
        "フレームワーク「ハタオリ 2.0」が公開された。パラメータ70億のモデルが動く。",
        "프레임워크 베틀 2.0이 공개됐다. 매개변수 70억 개 모델을 돌린다.",
    ],
)
def test_things_that_models_run_on_or_are_compared_by_are_none(names: Names, text: str) -> None:
    assert unknown(names, text + ABOUT) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The bakery released Kestrel 2, a new model of its oven, on 3 May.",
        "A heron counts 2 eggs. Heron 2 is the ringed one; it weighs 3 kilos.",
        "| Model | Price | Released |\n|---|---|---|\n| Roadster 3 | 900 | 2026 |\n| Cruiser | 500 | 2025 |",
    ],
)
def test_an_article_about_other_things_introduces_none(names: Names, text: str) -> None:
    assert unknown(names, text) == set()


ARTICLE = (
    "Northwind released Kestrel 3, a language model with 70B parameters. Kestrel 3.5 followed.\n"
    "- **Kestrel 3 Dash**: 7B parameters\n\n云帆发布云雀3-Max模型。雲帆推出雲雁5模型。\n\n"
    "| Model | Context | Parameters |\n|---|---|---|\n| Sandpiper | 1M | 70B |\n| Curlew-Pro | 8K | 7B |\n| Tern 2 Small | 3K | 2B |"
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how big is kestrel3", ("Kestrel 3", True)),
        ("KESTREL-3.5", ("Kestrel 3.5", True)),
        ("kestrel v3.5?", ("Kestrel 3.5", True)),
        ("kestrel-3-dash context", ("Kestrel 3 Dash", True)),
        ("Kestrel 3 Dash", ("Kestrel 3 Dash", True)),
        ("云雀 3 max有多少参数", ("云雀3-Max", True)),
        ("云雀３－Max的价格", ("云雀3-Max", True)),
        ("云雁5发布了吗", ("雲雁5", True)),
        ("what does sandpiper cost", ("Sandpiper", True)),
        ("curlew pro", ("Curlew-Pro", True)),
        ("tern 2 small", ("Tern 2 Small", True)),
        ("when was Kestrel 4 released", ("Kestrel 4", False)),
        ("kestrel 4 mini", ("Kestrel 4 Mini", False)),
        ("云雀4发布了吗", ("云雀4", False)),
        ("Sandpiper 2", ("Sandpiper 2", False)),
    ],
)
def test_a_question_names_them_in_any_way_and_others_of_their_families(
    names: Names, question: str, expected: tuple[str, bool]
) -> None:
    text = ARTICLE + ABOUT
    models = {hit.model.key: hit.model for hit in names.for_article(text).mentions(text)}
    knowing = names.with_models(models.values(), also=lambda name: name.replace("雲", "云"))
    (hit,) = knowing.mentions(question)
    assert (hit.model.name, hit.model.key in models) == expected
    assert hit.model.versioned
    assert hit.model.developer is None


@pytest.mark.parametrize(
    "unit",
    [
        "| Model | Context |\n| Halo 2 | 1M |\n", "model\ncontext\nprice\n", "ModelContext\nHalo 2\n", "<table><tr><td>model<td>context",
        "Halo 2 scored 3% on MMLU, ", "# Halo 2\n", "the layer, Layer 2 of 7B parameters. ", "的云雀3", "| Halo ",
    ],
)  # fmt: skip
def test_a_long_text_of_introductions_is_read_in_bounded_time(names: Names, unit: str) -> None:
    text = (unit * (100_000 // len(unit))) + ABOUT
    began = process_time()
    names.for_article(text).mentions(text)
    assert process_time() - began < 6.0


def test_many_names_are_read_in_bounded_time(names: Names) -> None:
    letters = "abcdefghijklmnopqrst"
    made = (
        f"The Q{one}{two}{three} 2 model has 7B parameters. "
        for one in letters
        for two in letters
        for three in letters[:5]
    )
    text = "".join(made) + ABOUT
    began = process_time()
    names.for_article(text).mentions(text)
    assert process_time() - began < 6.0
