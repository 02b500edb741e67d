"""The words by which a follow-up is known: English, and Chinese in both scripts."""

import re

from bot.following.named import BLANK

_POLITE = r"(?:(?:ok|okay|thanks|thank you|thx|cool|great|nice|good|right|yes|no|hm+|so|well|now|then|oh)\b[\s,.!]*)*"
_SIGN = r"(?:and (?:what|how) about|(?:what|how) about|and also|and then|and|also|(?:the )?same for)\b"
_POLITE_CHINESE = r"(?:(?:好的?|谢谢|謝謝|嗯+|哦|对了|對了|请问|請問)[，。！,!\s]*)*"
_SIGN_CHINESE = r"(?:那么|那麼|那(?!个|個|款|种|種|些|家|两|兩)|还有|還有|另外|换成|換成)"
_END = r"[\s?？!！。.]*"

# What may stand before a follow-up itself.
LEAD = re.compile(
    rf"\s*{_POLITE}(?:{_SIGN}\s*,?\s*)?{_POLITE_CHINESE}(?:{_SIGN_CHINESE}\s*，?\s*)?", re.IGNORECASE
)
# A sign and a name: "what about Opus 4.6?", "and on AIME 2025?", "那 GLM-5 呢？", "GLM-5 呢".
ONLY_A_NAME = re.compile(
    rf"\s*{_POLITE}{_SIGN}\s*(?:(?:for|with|on|in|at|to) )?(?:the )?{BLANK}(?:['’]s)?{_END}"
    rf"|\s*{_POLITE_CHINESE}{_SIGN_CHINESE}\s*(?:在|对|對)?\s*{BLANK}\s*[上的]?\s*呢?{_END}"
    rf"|\s*{_POLITE_CHINESE}(?:在|对|對)?\s*{BLANK}\s*[上的]?\s*呢{_END}",
    re.IGNORECASE,
)
# A sign and what is asked: "and the licence?", "what about open weights?", "那价格呢", "许可证呢？".
ONLY_WHAT = re.compile(
    rf"\s*{_POLITE}{_SIGN}\s*(?:(?:the|a|an) )?(?P<english>[a-z][a-z -]*?){_END}"
    rf"|\s*{_POLITE_CHINESE}{_SIGN_CHINESE}\s*(?P<led>[^\s?？呢]+?)\s*呢?{_END}"
    rf"|\s*{_POLITE_CHINESE}(?P<ended>[^\s?？呢]+?)\s*呢{_END}",
    re.IGNORECASE,
)
# "Which is cheaper?", "which one has the longer context?", "哪个更便宜？": the comparative is looked for elsewhere.
WHICH = re.compile(
    rf"\s*{_POLITE}(?:and )?(?P<english>which (?:(?:one|model) )?(?:of (?:the two|them) )?(?:is|has|was|came|costs)\b.*)"
    rf"|\s*{_POLITE_CHINESE}{_SIGN_CHINESE}?\s*(?P<chinese>(?:哪个|哪個|哪款|哪一个|哪一個|哪一款)(?:模型)?.*更.*)",
    re.IGNORECASE,
)

_MODEL = r"(?:this|that|the) model(?! (?:with|that|which|whose|having|of|from|by|called|named)\b)"
_MODEL_CHINESE = r"(?:[该該此]|[这這那][个個款])模型"
_MODELS_CHINESE = r"(?:它们|它們|两者|兩者|二者|[这這那][两兩][个個款](?:模型)?)"
# Words that stand for one model, or for several; `whose` is set where they say whose something is.
ONE = re.compile(
    rf"(?<![\w-])(?:(?P<whose>its|it['’]s|{_MODEL}['’]s)|it|{_MODEL})(?![\w-])"
    rf"|(?<!其)它(?![们們])(?P<chinese>的)?|{_MODEL_CHINESE}(?P<model>的)?"
    r"|(?<![尤极極与與])(?P<its>其)(?![他它她中实實余餘次后後间間内內])",
    re.IGNORECASE,
)
MANY = re.compile(
    r"\b(?:(?P<whose>their)|they|them|both (?:models|of them)|(?:these|those)(?: two)? models|the two(?: models)?)"
    r"(?! (?:with|that|which|whose|having|of|from|by|called|named)\b)(?!\w)"
    rf"|{_MODELS_CHINESE}(?P<chinese>的)?",
    re.IGNORECASE,
)

_QUALITY = r"(?:true|possible|likely|correct|fair|raining|snowing|cold|hot|late|early|ok|okay|safe)"
# "It" that stands for nothing, or for what was said, and "they" who do what models don't.
FOR_NOTHING = re.compile(
    rf"\bit(?: is|['’]s| was)? {_QUALITY}\b|\b(?:is|was) it {_QUALITY}\b|\bwhat time is it\b"
    r"|\b(?:how is|how['’]s|does|did|will|would|doesn['’]t) it (?:going|matter|take|depend|mean)\b"
    r"|\bthey (?:also |all )?(?:released?|announced?|say|said|launch|launched|plan|planned|made|make|think|know)\b"
    r"|\bdid they (?:also )?(?:release|announce|say|launch|plan|make)\b"
    r"|\bit (?:seems|depends|says|turns out)\b|\b(?:comes to|forget|got|worth) it\b",
    re.IGNORECASE,
)
# What begins another clause: "it" behind it may be something that the text itself names.
CLAUSE = re.compile(
    r"[,;:.?!，；：。？！、\n]|\b(?:and|but|or|because|if|when|that|while|since|as|before|after|than)\b",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"(?<=\S)\s+(?!I\b)[A-Z]")  # of a name that no list knows
# What may stand before "it" in Chinese: who did what with it.
BEFORE_IT = re.compile(
    r"\s*(?:请|請|谁|誰|哪家公司|哪家|什么时候|什麼時候|何时|何時|为什么|為什麼|怎么|怎麼|如何|在哪里|在哪裡|开发|開發|发布|發布"
    r"|训练|訓練|做|推出|使用|运行|運行|部署|介绍|介紹|说说|說說|关于|關於|用|了|的|是|一下)*\s*"
)
# One model beside another that the text names: "compare it with X", "is it cheaper than X?", "它和 X 哪个更便宜".
BESIDE = re.compile(
    rf"\s*{_POLITE}(?:and )?(?:compare (?P<a>it) (?:with|to|and|against) {BLANK}"
    rf"|how (?:does|did) (?P<b>it) (?:compare|stack up|measure up) (?:with|to|against) {BLANK}"
    rf"|(?:is|was|does|has) (?P<c>it) [^{BLANK}]{{1,60}} (?:than|as) {BLANK}"
    rf"|(?P<d>it) (?:vs\.?|versus) {BLANK}){_END}"
    rf"|\s*{_POLITE_CHINESE}{_SIGN_CHINESE}?\s*(?P<e>它|{_MODEL_CHINESE})\s*[和与與跟比]\s*{BLANK}[^{BLANK}]*",
    re.IGNORECASE,
)
