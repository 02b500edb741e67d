import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decode import decode
from corpus.types import UnreadableArticle

SIMPLIFIED = "这家公司昨天公布了新的语言模型 Alpha 2，上下文窗口达到一百万个词元，价格比上一代低三成。开发者说，新模型的训练数据更多，推理也更快。"
TRADITIONAL = "這家公司昨天公布了新的語言模型 Alpha 2，上下文視窗達到一百萬個詞元，價格比上一代低三成。開發者說，新模型的訓練資料更多，推理也更快。"
JAPANESE = "この会社は昨日、新しい言語モデル Alpha 2 を発表しました。文脈の長さは百万トークンで、価格は前の世代より三割安いです。開発者によると速度も上がりました。"
KOREAN = "이 회사는 어제 새로운 언어 모델 Alpha 2를 공개했습니다. 문맥 길이는 백만 토큰이며 가격은 이전 세대보다 삼십 퍼센트 낮습니다. 개발자들은 속도도 빨라졌다고 말했습니다."
RUSSIAN = "Компания вчера представила новую языковую модель Alpha 2. Длина контекста достигает миллиона токенов, а цена ниже на треть. Разработчики говорят, что модель стала быстрее."
FRENCH = "La société a présenté hier son nouveau modèle de langage. La fenêtre de contexte a été portée à un million, et le prix a baissé d'un tiers, d'après les développeurs."
GUESSED = [
    (SIMPLIFIED, "gb18030"),
    (SIMPLIFIED, "gbk"),
    (TRADITIONAL, "big5"),
    (JAPANESE, "cp932"),
    (JAPANESE, "euc_jp"),
    (KOREAN, "cp949"),
    (KOREAN, "euc_kr"),
]
PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\ufeff"))


@pytest.mark.parametrize(
    ("text", "encoding"), [*GUESSED, (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (FRENCH, "cp1252")]
)
def test_a_text_from_before_unicode_is_read_right_with_a_warning(text: str, encoding: str) -> None:
    decoded, warnings = decode(text.encode(encoding))

    assert decoded == text
    assert "guessed" in warnings[0]


@pytest.mark.parametrize(("text", "encoding"), GUESSED)
@pytest.mark.parametrize("length", [40, 60])
def test_a_short_piece_of_one_is_read_right_too(text: str, encoding: str, length: int) -> None:
    for start in range(len(text) - length):
        piece = text[start : start + length]
        assert decode(piece.encode(encoding))[0] == piece


@pytest.mark.parametrize(("text", "encoding"), GUESSED)
def test_one_cut_in_the_middle_of_a_character_loses_that_character_only(text: str, encoding: str) -> None:
    kept = text[:-3]
    cut = (kept + text[len(kept)]).encode(encoding)[:-1]

    assert decode(cut)[0] == kept


@pytest.mark.parametrize(("text", "encoding"), GUESSED)
def test_a_long_text_with_much_latin_in_it_is_read_right(text: str, encoding: str) -> None:
    mixed = f"{text}\nGPT-5 Codex, Claude Opus 4.6 and Qwen3: 128K tokens, $3 per million.\n" * 15

    assert decode(mixed.encode(encoding))[0] == mixed


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [SIMPLIFIED, JAPANESE, "Plain English, nothing else.\n"])
def test_wide_characters_without_a_mark_are_recognised(text: str, encoding: str) -> None:
    decoded, warnings = decode(text.encode(encoding))

    assert decoded == text
    assert "byte order mark" in warnings[0]


@pytest.mark.parametrize("lost", [1, 2])
def test_a_cut_utf8_file_is_utf8_with_a_warning(lost: int) -> None:
    decoded, warnings = decode(SIMPLIFIED.encode()[:-lost])

    assert decoded == SIMPLIFIED[:-1]
    assert "see that the file is whole" in warnings[0]


def test_utf8_with_one_broken_byte_stays_utf8() -> None:
    data = SIMPLIFIED.encode()
    decoded, warnings = decode(data[:30] + b"\xff" + data[30:])

    assert decoded.replace("\ufffd", "") == SIMPLIFIED
    assert "1 characters could not be read" in warnings[0]


def test_gb18030_with_one_broken_byte_stays_gb18030() -> None:
    data = (SIMPLIFIED * 4).encode("gb18030")
    decoded, warnings = decode(data[:100] + b"\xff\xff" + data[100:])

    assert "开发者说" in decoded
    assert "could not be read" in warnings[0]


@pytest.mark.parametrize(("name", "encoding"), [("gb2312", "gbk"), ("Big5", "big5"), ("Shift_JIS", "cp932")])
def test_a_page_that_declares_its_charset_is_believed_without_a_warning(name: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body>模型</body></html>'

    assert decode(page.encode(encoding)) == (page, ())


def test_a_declared_charset_that_can_not_be_right_is_not_believed() -> None:
    page = (
        f'<html><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><p>{SIMPLIFIED}</p></html>'
    )

    assert decode(page.encode("gb18030"))[0] == page


def test_line_ends_become_one_kind_and_the_mark_is_dropped() -> None:
    assert decode(codecs.BOM_UTF8 + b"a\r\nb\rc\nd") == ("a\nb\nc\nd", ())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"PK\x03\x04\x14\0\0\0", "zip"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x7fELF\x02\x01\x01\0", "program"),
        (bytes(range(256)) * 20, "text"),
        (b"abc\0\0\0\0\0\0\0\0", "control"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableArticle, match=kind):
        decode(data)


def test_a_text_may_begin_like_an_archive() -> None:
    assert decode(b"BZh is a signature.")[0] == "BZh is a signature."


@given(st.binary())
def test_any_bytes_are_text_without_carriage_returns_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except UnreadableArticle:
        return
    assert "\r" not in text
    assert text.encode("utf-8").decode("utf-8") == text


@given(PRINTABLE)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == (text, ())


@given(PRINTABLE, st.sampled_from([("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)]))
def test_utf16_with_its_mark_comes_back_as_it_was(text: str, kind: tuple[str, bytes]) -> None:
    assert decode(kind[1] + text.encode(kind[0])) == (text, ())
