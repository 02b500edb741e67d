"""The language of a passage that is clearly in another script than its article."""

import re

_ADDRESS_OR_CODE = re.compile(r"https?://\S+|`[^`\n]*`|<[^<>\n]*>")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|is|are|for|with|on|that|by|from|as|it|this|you)\b", re.IGNORECASE
)
_LEAST_LETTERS = 40
_LEAST_HAN = 20
_ASIAN = ("zh", "ja", "ko")


def passage_language(text: str, article: str) -> str:
    """Returns the article's language, or "en", "zh", "ja" or "ko" for a passage that differs by its script.

    Addresses and code don't count: they are in Latin letters in every language. Names of models and units
    in a table are no English either; its little words are.
    """
    words = _ADDRESS_OR_CODE.sub(" ", text)
    han, kana, hangul = (len(script.findall(words)) for script in (_HAN, _KANA, _HANGUL))
    asian, latin = han + kana + hangul, sum(map(len, _WORD.findall(words)))
    if article.startswith(_ASIAN):
        english = (
            latin > _LEAST_LETTERS and asian < 0.05 * (asian + latin) and len(_ENGLISH.findall(words)) > 1
        )
        return "en" if english else article
    if asian < _LEAST_HAN or 2 * asian < latin:
        return article
    if hangul > han + kana:
        return "ko"
    return "ja" if kana > 0.1 * asian else "zh"
