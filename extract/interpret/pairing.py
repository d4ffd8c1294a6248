"""What goes with each amount of a list: recipients, occasions, grades, or what is counted (分别)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.annotate.numerals import ONE_TO_TEN
from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.beneficiaries import indirect_object, own_subject, subject_phrase
from extract.interpret.conditions import Condition
from extract.interpret.grammar import COMMA, split_at, spread
from extract.interpret.grants import Grant
from extract.interpret.heads import facility, names_nobody
from extract.interpret.names import ENDS, actors, head_of, is_generic, tidy

LEVEL = re.compile(r"^(?:国家|自治区|省|市|州|区|县|部|镇|村)(?:级)?$")
"""国家级|100万元、|省级|50万元."""
_LABEL_AFTER = re.compile(r"^\(([^()\d]{1,8})\)")
_LABEL_BEFORE = re.compile(
    r"(?:、|和|及|每名|每个|每家|每人|单位|给予|奖励|补助|补贴|(?:限额|上限)[为是]|,|:|^)(?P<label>[^\d,;。、:()每给]{1,12}?)(?:\([^()]{1,8}\))?(?:的|为|奖励|补助|补贴|给予|最高|不超过|分别|可|按)*$"
)
"""奖励|高级工|1000元、|技师|（二级）2000元."""
_LABEL_LEAD = re.compile(r"^(?:(?:标准|上限|限额)(?:分别)?(?=[为是])|可?按照?|其中|对|即|为|是)+")
"""标准为|博士5000元, 其中|省级100万元."""
_NO_LABEL = re.compile(r"一次性|基础|分别|给予|标准(?![站化店点间型])|金额|人民币|财政")
"""一次性|10万元, |人民币|50万元: no name."""
_SEPARATELY = re.compile(r"分别(?!授予|认定|评为|命名|颁发)|各(?:给予|奖励|补助|补贴)")
"""分别|给予10万元和5万元, 各奖励|20万元."""
_EACH_SEPARATELY = re.compile(r"每[个种项类款][^,;。\d]{1,8}分别")
"""对通过质量和疗效评价的|每个品种分别|给予150万元: to each of them, no list."""
_EACH_KIND = re.compile(r"每(?:名|人|个|家|项|件)[^,;。\d]{1,10}$")
"""按照每名高级工1000元、技师2000元…给予企业: the labels are what is counted."""
_RANKS = re.compile(
    rf"前(?P<n>[二两三四五六七八九十\d]+)名|(?:排名?|第)(?:在|为|前|第)?(?P<a>[{ONE_TO_TEN}\d])(?:至|到|-)第?(?P<b>[{ONE_TO_TEN}\d]+)名"
)
"""前|三|名分别奖励…, 排|一|至|三|名的，分别奖励…."""
_UNNAMED = re.compile(r"符合|上述|以上|通过")
"""符合|条件的, 上述|企业: the names stand before."""
_JOINED_BY_OR = re.compile(r"或")
"""省级|或|市级示范园区: one of the two, no list."""
_NOT_WHO = re.compile(
    r"(?:省级|市级|区级|县级)?(?:财政)?(?:一次性?)?分别$|^(?:对于?|凡)|[，,]?(?:且|并(?=[在于与且已按取获缴签]))[^，,、的]*$|[，,]并[^，,]*$|按(?:项目|标准|等级|级别|照)?$"
)
"""高校、企业|财政分别|, 孵化器、园区|，且运营满1年|."""
_TOLD_BEFORE = re.compile(r"^[^：:]{0,60}[：:]")
"""按研发进度分阶段给予补助：|进入I、II期…."""
_THINGS = tuple("县镇村点业牌心室地台体工坊区园店")


@dataclass(frozen=True, slots=True)
class Paired:
    """A name for each amount, and what the names are: `recipient`, `occasion`, or `counted` (高级工1000元)."""

    names: list[str]
    what: str


def pair(reading: Reading, grant: Grant, group: list[Figure], recipient: str | None) -> Paired | None:
    """What goes with each amount of the list, or None where nothing of that number is listed."""
    if len(group) == 1:
        return _shared_amount(reading, grant, group[0])
    labels = _labels(reading.folded, grant, group)
    levels = bool(labels) and all(LEVEL.match(label) for label in labels or ())
    if group[0].kind == "share" and not levels:
        return _shares(reading, grant, group)
    if levels:
        names = _members(reading, grant, len(group)) or [f"{label}{recipient or ''}" for label in labels or ()]
        return Paired(names, "recipient")
    if labels and not any("年" in label for label in labels):
        return _labelled(reading, grant, group, labels, recipient)
    return _listed(reading, grant, len(group), recipient)


def _shares(reading: Reading, grant: Grant, group: list[Figure]) -> Paired | None:
    """The recipients that 分别 pairs shares with: 对博士、硕士分别按10%、5%; those of years (前两年100%) have none."""
    if not _SEPARATELY.search(reading.folded, grant.start, group[0].start):
        return None
    names = _members(reading, grant, len(group))
    return Paired(names, "recipient") if names and not any("年" in name for name in names) else None


def _listed(reading: Reading, grant: Grant, count: int, recipient: str | None) -> Paired | None:
    """The list of as many occasions, ranks or recipients that stands before the amounts."""
    counted = _counted(reading, grant, count)
    if counted:
        return Paired(counted, "counted")
    grades = _graded(reading, grant, count)
    if grades:
        return Paired([f"{recipient}（{grade}）" if recipient else grade for grade in grades], "recipient")
    occasions = _occasions(reading, grant, count)
    if occasions:
        return Paired(occasions, "occasion")
    ranks = _ranks(reading, grant, count)
    if ranks:
        who = own_subject(reading, grant) or recipient or ""
        return Paired([f"{who}（{rank}）" if who else rank for rank in ranks], "recipient")
    to = indirect_object(reading, grant)
    given = spread(to, count) if to and "、" in to and subject_phrase(reading, grant) else None
    if given and all(ENDS.search(name) for name in given):  # 对毕业生来本市就业的，分别给予|博士、硕士、本科生|每人…
        return Paired(given, "recipient")
    names = _members(reading, grant, count)
    if names and len(names) > 1 and sum(bool(_MET.search(name)) for name in names) >= count - 1:
        head = names[-1].rpartition("的")[2] if not _MET.search(names[-1]) else ""
        general = to or head or recipient
        return Paired([general] * count, "recipient") if general else None
    if names and to and is_generic_role(to) and not any(to in name for name in names):
        names = [name + to for name in names]
    if names and recipient and all(name.endswith("奖") for name in names):
        names = [f"{recipient}（{name}）" for name in names]
    if names and recipient and all(re.match(rf"{re.escape(recipient)}等?{_BRINGS}", name) for name in names):
        return Paired([recipient] * count, "recipient")
    if names and recipient and all(_STAGE.match(name) for name in names) and not _STAGE.match(recipient):
        return Paired(names, "occasion")
    if names and recipient and re.match(rf"(?:{re.escape(recipient)})?(?:{_TAKES_PART})", names[0]):
        return Paired([_EACH_BEHIND.sub("", name) for name in names], "occasion")
    if names and recipient:
        names = [_GRADE_ALONE.sub(rf"\g<0>{recipient}", name) for name in names]
        gained = [re.sub(rf"^{re.escape(recipient)}{_GAINS}(.+)$", rf"{recipient}（\1）", name) for name in names]
        each = gained[0] != names[0]  # 企业获得A、B认证的: what the first gains, the others gain too
        names = [name if not each or name.startswith(recipient) else f"{recipient}（{name}）" for name in gained]
    return Paired(names, "recipient") if names else None


_MET = re.compile(r"\d[^、]*(?:以上|以下|以内|%|（含）)|(?:达到?|超过|不低于|不少于|满)\d")
"""普通专列每趟500人|以上|、高铁专列每趟200人以上的，分别奖励组团社…: what is met, not who is paid."""
_BRINGS = r"[^的，,、]{0,12}?(?:引进|招引|吸纳|招用|培养|培育|输送|推荐|聘用)"
"""中介机构|帮助企业引进|A类、B类人才的: who brings them is paid."""
_TAKES_PART = "参加|参与|参训|赴|入住|收住|接收"
"""企业|参加|境内、境外展会 · 按|入住|轻度、中度、重度失能老年人: what is done, not who is paid."""
_STAGE = re.compile(r"完成|进入(?!全|国|省|市|前)|启动|通过[^，,]{2,12}(?:试验|验收)")
"""完成|Ⅰ、Ⅱ、Ⅲ期临床试验的，分别…: how far one has come, not who is paid."""
_EACH_BEHIND = re.compile(r"每[人名户家]?每?[人月年天]?$")
"""参加境外展会|每家|, 收住失能老年人|每人每月|."""
_GAINS = r"(?:新|首次|成功)*(?:取得|获得?|获评|晋升为?|评为|认定为|通过)"
"""建筑企业|晋升|特级资质: what a member gained."""
_GRADE_ALONE = re.compile(r"^(?:\d?A+|[一二三四五]星|[甲乙丙丁])级$")
"""评为|5A级|、|4A级|的景区, |五星级|、|四星级|饭店."""
_COUNTED = re.compile(
    r"每(?:新|成功|全职)*(?:引进|培养|培育|推荐|介绍|输送|招引|吸纳)(?:1|一)?(?:名|位|个|人|家)(?P<list>[^，,。；;]+?)[，,]?(?:分别|各)"
)
"""每引进1名|院士、博士|，分别给予20万元、10万元: what is counted, whoever is paid."""
_GRADES = re.compile(
    r"按照?(?P<by>[^，,、按分]{1,4}(?:(?:、|和)[^，,、]{1,4}?)+)(?:分(?:级|档|类|等)|[类级]别|等级|档次)(?=[，,])|(?:按照?|分为?|分成)(?P<list>[^，,、按分]{1,4}(?:(?:、|和)[^，,、]{1,4}?)+)[两二三四五六七\d]个?(?P<mark>类|档|级|等|层)[级次别]?"
)
"""按|A、B、C|三类, 按照|国家级、省级|类别, 分|特级、一级、二级|三个档次."""


def _counted(reading: Reading, grant: Grant, count: int) -> list[str] | None:
    match = _COUNTED.search(reading.wide, grant.start, grant.promised[0].scope[0])
    return spread(match["list"], count) if match else None


def _graded(reading: Reading, grant: Grant, count: int) -> list[str] | None:
    """The grades that the words before the amounts part a recipient in."""
    match = _GRADES.search(reading.wide, grant.start, grant.promised[0].scope[0])
    names = re.split(r"、|和", match["list"] or match["by"]) if match else []
    if not match or len(names) != count:
        return None
    if match["by"]:
        return names
    return [name if name[-1] in "类级档等层奖" else name + match["mark"] for name in names]


def is_generic_role(name: str) -> bool:
    """运营企业, 建设单位, 用人单位: who gets it on behalf of what is listed."""
    return bool(_ROLE.fullmatch(name))


_ROLE = re.compile(
    r"(?:运营|建设|用人|承办|主办|申报|实施|牵头|管理|培养|引进|承担|开发|经营)(?:企业|单位|机构|方|主体)"
)
"""运营企业 · 用人单位 · 主办方."""


def _shared_amount(reading: Reading, grant: Grant, figure: Figure) -> Paired | None:
    """One amount for each of two or three: 分别给予机器人企业和用户单位各50万元."""
    if figure.kind != "money" or not _SEPARATELY.search(reading.folded, grant.start, figure.start):
        return None
    if _EACH_SEPARATELY.search(reading.folded, grant.start, figure.start):
        return None
    to = indirect_object(reading, grant)
    if to and reading.folded[figure.scope[0] - 1] == "各":
        names = spread(to, 2) or spread(to, 3)
    elif _JOINED_BY_OR.search(
        subject_phrase(reading, grant) or reading.wide[grant.start : max(grant.verb, grant.start)]
    ):
        names = None
    else:
        names = _members(reading, grant, 2) or _members(reading, grant, 3)
    named = names and not any(re.search(r"20\d\d年|\d[户个家名]", name) for name in names)
    return Paired(names, "recipient") if names and named else None


def _labels(folded: str, grant: Grant, group: list[Figure]) -> list[str] | None:
    """The names written beside the amounts, if each has its own."""
    labels = [_label(folded, grant, figure, group[0]) for figure in group]
    named = [label for label in labels if label]
    return named if len(named) == len(group) == len(set(named)) else None


def _label(folded: str, grant: Grant, figure: Figure, first: Figure) -> str | None:
    """The name written beside one amount of a list: 省级100万元, 100万元（省级）, 高级工1000元."""
    after = _LABEL_AFTER.match(folded[figure.scope[1] : figure.scope[1] + 12])
    if after:
        return after[1]
    begin = max(grant.start, figure.scope[0] - 24)
    before = _LABEL_BEFORE.search(folded[begin : figure.scope[0]])
    if not before:
        return None
    label = _LABEL_LEAD.sub("", before["label"])
    if figure is first and not LEVEL.match(label):
        label = re.sub(r"^.*(?:建设单位|单位|企业|主体|每名|每人)(?:按照?)?(?=.)", "", label)
    return label if len(label) >= 2 and not _NO_LABEL.search(label) else None


def _labelled(reading: Reading, grant: Grant, group: list[Figure], labels: list[str], recipient: str | None) -> Paired:
    """Labels that are grades or things belong to the recipient; labels that name somebody are recipients."""
    if _EACH_KIND.search(reading.folded, grant.start, group[0].scope[0]):
        return Paired(labels, "counted")
    whole = recipient and recipient not in labels and not all(ENDS.search(label) for label in labels)
    if whole:
        labels = [f"{recipient}（{label}）" if recipient else label for label in labels]
    return Paired(labels, "recipient")


def _occasions(reading: Reading, grant: Grant, count: int) -> list[str] | None:
    """The `count` clauses that say what it is paid for: 新开设旗舰店，参加展会，纳入统计的分别给予…."""
    phrase = (subject_phrase(reading, grant) or "").removesuffix("分别").strip("的")
    clauses = [part for part in COMMA.split(phrase) if part]
    if len(clauses) != count or any("、" in clause and spread(clause, count) for clause in clauses):
        return None
    return clauses


def _ranks(reading: Reading, grant: Grant, count: int) -> list[str] | None:
    """前三名…分别奖励: the ranks, if the sentence names as many as there are amounts."""
    start = reading.sentence_at(grant.start)[0]
    match = _RANKS.search(reading.folded, start, grant.end)
    if not match:
        return None
    first, last = (_number(match["a"]), _number(match["b"])) if match["a"] else (1, _number(match["n"]))
    if last - first + 1 != count or last > len(ONE_TO_TEN):
        return None
    return [f"第{ONE_TO_TEN[rank - 1]}名" for rank in range(first, last + 1)]


def _number(words: str) -> int:
    return int(words) if words.isdigit() else ONE_TO_TEN.find(words.replace("两", "二")) + 1


def _members(reading: Reading, grant: Grant, count: int) -> list[str] | None:
    """The `count` recipients that the promise lists, or None."""
    own = own_subject(reading, grant)
    phrase = own or subject_phrase(reading, grant)
    stop = min(max(grant.verb, grant.start), grant.promised[0].scope[0])
    lead = "" if own else _TOLD_BEFORE.sub("", reading.wide[grant.start : stop])
    if phrase and _UNNAMED.match(phrase) and len(phrase) < 12:
        phrase = reading.wide[reading.sentence_at(grant.start)[0] : grant.start].strip("，, ")
    for words in (phrase, *(COMMA.split(lead) if lead else ())):
        if not words or _WHO_PAYS.match(words):
            continue
        words = _NEXT_TITLE.sub("、", words)
        whole = _NOT_WHO.sub("", _NOT_WHO.sub("", words).strip("的，, ")).strip("的，, ")
        named = _named(whole, count)
        if named and not all(map(_YEAR.fullmatch, named)):
            return named
    to = None if phrase else indirect_object(reading, grant)
    return _named(to, count) if to else None


_WHO_PAYS = re.compile(r"由?(?:[^，,的]{1,8}、)+[^，,、的]{1,8}财政(?:分别|各|共同)?$")
"""对享受电价补贴的住户，|由市、区两级财政各|补贴0.1元: who pays, no list of those who get it."""
_YEAR = re.compile(r"20\d\d年?度?")
"""|2023年度|、2024年度分别按280元、220元: when, not whom."""
_NEXT_TITLE = re.compile(r"[，,](?=(?:获评|获批|列入|入选|评为|认定为|纳入)[^，,]*的?$)")
"""列入A计划、B计划|，|获评C工厂、D工厂的: one list under two verbs."""


def _named(whole: str, count: int) -> list[str] | None:
    """The `count` names that the words list, each without what all of them share."""
    if "”“" in whole and len(re.findall("“[^”]*”", whole)) == count:
        return spread(whole.removesuffix("的"), count)  # “A”“B”榜单的
    whole = _BY_HEAD.sub("", whole)
    head, _, nouns = whole.partition("的")
    shared = head and "、" not in _VERBS.sub("", head) and spread(nouns, count)
    shared = _with_head(shared) if shared else shared
    if shared and all(ENDS.search(name) and not is_generic(name) for name in shared):
        return [tidy(name) for name in shared]
    titles = _TITLES.sub("", _TAKES.sub("", whole)) if _TAKES.match(whole) and _TITLES.search(whole) else None
    noun = whole.rpartition("的")[2] if whole.endswith(_THINGS) else whole
    for text in dict.fromkeys((titles, facility(whole), actors(whole), whole, noun)):
        found = spread(_EVERY.sub("的", text).removesuffix("的"), count) if text else None
        either = found and text and "或" in text and any(map(names_nobody, found))
        called = found and found[0] in ("鼓励", "支持", "引导")  # 鼓励与本市合作
        if found and not either and not called and not any("，" in name for name in found):
            short = [_short(name) for name in _with_verdict(_with_head(found))]
            return short if len(set(short)) == count else [tidy(name) for name in found]
    return None


_BY_HEAD = re.compile(r"(?:分别|各自?)?(?:按照?)?每[人名户家]$")
"""初级、中级、高级|分别按每人|800元、1200元、1800元: how it is reckoned."""


def _with_head(names: list[str]) -> list[str]:
    """批发, 零售企业 → 批发企业, 零售企业; 批发业, 餐饮业企业 → 批发业企业: the head that only the last member has."""
    head = head_of(names[-1])
    stem = names[-1].removesuffix(head) if head else ""
    if len(names) > 1 and stem.endswith("业") and all(name.endswith("业") for name in names[:-1]):
        return [*(name + head for name in names[:-1]), names[-1]]
    bare = head and not any(head in name or ENDS.search(name) or name.endswith(_THINGS) for name in names[:-1])
    return [*(name + head for name in names[:-1]), names[-1]] if bare else names


def _with_verdict(names: list[str]) -> list[str]:
    """考核为优秀的企业, 良好的企业 → the same, 考核为良好的企业: the words of the verdict that only the first has."""
    judged = _JUDGED.match(names[0])
    alone = judged and not any("为" in name for name in names[1:])
    return [names[0], *(judged[0] + name for name in names[1:])] if judged and alone else names


_JUDGED = re.compile(
    r"[^，,]*?(?:评估|评定|评价|考核|考评|评审|验收|评选|被评|认定|鉴定)(?:结果|等级|等次)?(?:分别)?为"
)
"""区级养老服务设施|服务评估为|优秀、良好、合格等级的."""
_VERBS = re.compile(r"[^、，,的]{2,6}(?:、|和|或|及)[^、，,的]{2,6}$")
"""|新引进、培养|的国际顶尖人才: two verbs, no list of names."""
_TITLES = re.compile(r"(?:职业)?(?:资格|技能等级)?(?:证书|称号|资格)(?:的)?$")
"""取得技师、高级技师|职业资格证书|."""
_TAKES = re.compile(r"^[^，,、得获]{0,12}?(?:新|首次)*(?:取得|获得|考取|考取得|获)")
"""取得|技师、高级技师|职业资格证书."""
_EVERY = re.compile(r"的每(?:个|家|名|件|项)|每[座个家项处]$")
"""新认定|的每家|孵化器、加速器, 示范园区|每个|."""


_PRIZE = re.compile(r"^(?:设置?|设立|评选|评出)(?P<prize>[^，,]{2,6}奖)(?:[一二三四五六七八九十\d]+[名个家])?$")
"""设置|一等奖|一名, 评选|二等奖|二名."""


def _short(name: str) -> str:
    name = tidy(re.sub(r"(?<=奖)[一二三四五六七八九十\d]+[名个家]$", "", name))
    prize = _PRIZE.match(name)
    name = prize["prize"] if prize else name
    head, _, last = name.rpartition("的")
    return last if head and len(last) > 3 else name


def own_conditions(
    reading: Reading, grant: Grant, conditions: list[Condition], count: int, nth: int
) -> list[Condition]:
    """The conditions of the nth of `count` members, its own (收入50亿元且投入达6%、收入10亿元…) and the shared ones."""
    commas = [reading.folded.rfind(",", grant.start, condition.start) for condition in conditions]
    if len(conditions) == count and len(set(commas)) == 1:
        return [conditions[nth]]
    stop = grant.promised[0].scope[0]
    lists = split_at(reading.folded, grant.start, max(stop, grant.start), ",")
    parts = next((p for c in lists if len(p := split_at(reading.folded, c.start, c.end, "、")) == count), None)
    if parts is None:
        return conditions
    inside = [[c for c in conditions if part.start <= c.start < part.end] for part in parts]
    if not all(inside):
        return conditions
    shared = [c for c in conditions if not any(c in own for own in inside)]
    return [*inside[nth], *shared]


def bracketed(reading: Reading, figure: Figure) -> str | None:
    """Whom a bracket singles out: (其中人工智能小微企业可按…的50%申请补助), (林地25元/亩)."""
    open_at = reading.folded.rfind("(", max(0, figure.start - 60), figure.start)
    if open_at < 0 or ")" in reading.folded[open_at : figure.start]:
        return None
    match = _SINGLED_OUT.match(reading.folded, open_at, figure.scope[0])
    return reading.wide[match.start("n") : match.end("n")] if match else None


_SINGLED_OUT = re.compile(r"\((?:其中)?(?:对)?(?P<n>[^()\d,]{2,20}?)(?:(?:的)?(?:可|按|给予|为)|$)")
"""（其中|人工智能小微企业|可按…）, （|林地|25元/亩）."""
