"""The words in which a query is echoed: English, and Chinese in both scripts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates; a value's comparison stands before it or behind it as the language has it."""

    language: str
    joiner: str
    lookup: str
    card: str
    filter: str
    condition: str
    named: str
    has: str
    has_not: str
    status_is: str
    currency: str
    compare: str
    everything: str
    ranking: str
    placed: str
    listed: str
    highest: str
    lowest: str
    newest: str
    oldest: str
    among: str
    timeline: str
    since: str
    until: str
    period: str
    on: str
    by: str
    status: str
    agreement: str
    agreement_on: str


ENGLISH = Phrases(
    language="en",
    joiner=", ",
    lookup="{wanted} of {models}",
    card="everything stated of {models}",
    filter="models with {conditions}",
    condition="{attribute} {op} {value}",
    named="{attribute}: {value}",
    has="{attribute}",
    has_not="no {attribute}",
    status_is="status: {value}",
    currency="{attribute} in {value}",
    compare="{models} side by side: {wanted}",
    everything="everything stated",
    ranking="the model with the {extreme} {wanted}{among}",
    placed="number {position} of the models by {wanted}, {extreme} first{among}",
    listed="all models by {wanted}, {extreme} first{among}",
    highest="highest",
    lowest="lowest",
    newest="latest",
    oldest="earliest",
    among=", among those with {conditions}",
    timeline="dated events{limits}",
    since=" since {since}",
    until=" until {until}",
    period=" from {since} to {until}",
    on=" on {since}",
    by=" of {names}",
    status="release status of {models}",
    agreement="whether the articles agree{on}",
    agreement_on=" on {what}",
)
SIMPLIFIED = Phrases(
    language="zh",
    joiner="、",
    lookup="{models} 的{wanted}",
    card="关于 {models} 的全部说法",
    filter="满足以下条件的模型：{conditions}",
    condition="{attribute} {op} {value}",
    named="{attribute}：{value}",
    has="{attribute}",
    has_not="无{attribute}",
    status_is="状态：{value}",
    currency="{attribute}（{value}）",
    compare="{models} 的比较：{wanted}",
    everything="全部说法",
    ranking="{wanted}{extreme}的模型{among}",
    placed="按{wanted}从{extreme}开始排列的第 {position} 名{among}",
    listed="按{wanted}从{extreme}开始排列的全部模型{among}",
    highest="最高",
    lowest="最低",
    newest="最晚",
    oldest="最早",
    among="（条件：{conditions}）",
    timeline="按日期排列的事件{limits}",
    since="，{since} 起",
    until="，{until} 止",
    period="，{since} 至 {until}",
    on="，{since}",
    by="，{names}",
    status="{models} 的发布状态",
    agreement="各篇文章的说法是否一致{on}",
    agreement_on="：{what}",
)
TRADITIONAL = Phrases(
    language="zh-Hant",
    joiner="、",
    lookup="{models} 的{wanted}",
    card="關於 {models} 的全部說法",
    filter="滿足以下條件的模型：{conditions}",
    condition="{attribute} {op} {value}",
    named="{attribute}：{value}",
    has="{attribute}",
    has_not="無{attribute}",
    status_is="狀態：{value}",
    currency="{attribute}（{value}）",
    compare="{models} 的比較：{wanted}",
    everything="全部說法",
    ranking="{wanted}{extreme}的模型{among}",
    placed="按{wanted}從{extreme}開始排列的第 {position} 名{among}",
    listed="按{wanted}從{extreme}開始排列的全部模型{among}",
    highest="最高",
    lowest="最低",
    newest="最晚",
    oldest="最早",
    among="（條件：{conditions}）",
    timeline="按日期排列的事件{limits}",
    since="，{since} 起",
    until="，{until} 止",
    period="，{since} 至 {until}",
    on="，{since}",
    by="，{names}",
    status="{models} 的發布狀態",
    agreement="各篇文章的說法是否一致{on}",
    agreement_on="：{what}",
)


def phrases_for(language: str) -> Phrases:
    """Returns the phrases in the language of a question; in English where it has none here."""
    return {"zh": SIMPLIFIED, "zh-Hant": TRADITIONAL}.get(language, ENGLISH)
