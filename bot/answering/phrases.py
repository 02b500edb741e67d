"""The words around quotes, in the asker's language: English, and Chinese in both scripts."""

from dataclasses import dataclass

LANGUAGE_NAMES = {
    "en": {"en": "English", "zh": "Chinese", "zh-Hant": "Chinese", "ja": "Japanese", "ko": "Korean"},
    "zh": {"en": "英文", "zh": "中文", "zh-Hant": "中文", "ja": "日文", "ko": "韩文"},
    "zh-Hant": {"en": "英文", "zh": "中文", "zh-Hant": "中文", "ja": "日文", "ko": "韓文"},
}


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates; `language` is the frame's, quotes stay in their own."""

    language: str
    lead: str
    lead_foreign: str
    quote: str
    refusal: str
    refusal_missing: str
    nearest: str
    empty: str
    joiner: str

    def name_of(self, language: str) -> str:
        """Returns the name of a language in this one."""
        return LANGUAGE_NAMES[self.language].get(language, language)


ENGLISH = Phrases(
    language="en",
    lead="The articles say:",
    lead_foreign="The articles say (in {language}):",
    quote="“{quote}” [{n}]",
    refusal="The articles do not answer this.",
    refusal_missing="The articles do not answer this: found nothing on {missing} that fits the question.",
    nearest="The nearest thing that they say: “{quote}” ({title})",
    empty="There is no question to answer: please write one.",
    joiner=", ",
)
SIMPLIFIED = Phrases(
    language="zh",
    lead="文章中的原话：",
    lead_foreign="文章中的原话（{language}）：",
    quote="“{quote}” [{n}]",
    refusal="这些文章没有回答这个问题。",
    refusal_missing="这些文章没有回答这个问题：没有找到与问题相符的、关于{missing}的内容。",
    nearest="文章中最接近的说法：“{quote}”（{title}）",
    empty="没有可以回答的问题，请写下问题。",
    joiner="、",
)
TRADITIONAL = Phrases(
    language="zh-Hant",
    lead="文章中的原話：",
    lead_foreign="文章中的原話（{language}）：",
    quote="「{quote}」 [{n}]",
    refusal="這些文章沒有回答這個問題。",
    refusal_missing="這些文章沒有回答這個問題：沒有找到與問題相符的、關於{missing}的內容。",
    nearest="文章中最接近的說法：「{quote}」（{title}）",
    empty="沒有可以回答的問題，請寫下問題。",
    joiner="、",
)


def phrases_for(language: str) -> Phrases:
    """Returns the phrases in the language of a question; in English where it has none here."""
    return {"zh": SIMPLIFIED, "zh-Hant": TRADITIONAL}.get(language, ENGLISH)
