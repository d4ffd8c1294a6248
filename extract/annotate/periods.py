"""Every time expression of a text (spaCy component `zhengce_periods`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extract.annotate.moments import DAY, IN_YEAR, MONTH, PART_OF_MONTH, POINT, YEAR, moment
from extract.annotate.numerals import number_value
from extract.annotate.pipeline import set_spans, text_of
from extract.annotate.values import Moment, Period
from extract.clean.fold import fold
from extract.lexicon import alternation, load
from schemas.vocabulary import Recurrence

_WORDS = load("periods")
_PLANS: dict[str, tuple[int, int]] = _WORDS["plans"]
_RECURRENCES: dict[str, Recurrence] = _WORDS["recurrences"]

_TO = r"(?:(?<![达得看想收遇])到|至|截至|截止到?|不?[迟晚]于|最[迟晚]于?)"
_BY = r"(?:之前|以前|前(?![三两十期沿后])|为止|止|之内|以内|内)"
_CLOCK = r"(?:\((?:星期|周)[一二三四五六日天]\))?(?:上午|下午|中午|晚上?)?(?:\d{1,2}[::时点](?:\d\d分?)?)?"
"""8月23日|(星期二)中午12:00|前."""
_SEP = r" ?(?:-{1,2}|至|到) ?"
_FEW = "一二两三四五六七八九十"
_NUMBER = (
    rf"(?:(?<![\d.])\d{{1,3}}(?:\.\d)?(?:-\d{{1,3}}|[至到]\d{{1,3}})?|半|[{_FEW}百]{{1,3}}(?:[至到-][{_FEW}]{{1,2}})?)"
)
_UNIT = r"(?:个?年度?|个月|个?季度|个?星期|周|个?工作日|个?自然日|日|天|个?小时|分钟)"
_ISSUED = rf"(?:{alternation(_WORDS['issue'])})"
_ACTS = "调度|通报|报告|督查|督导|点评|考核|评估|例会|总结|会商|检查|汇总|测评|巡查|研判"

_END = rf"(?:{POINT}|{MONTH}(?: ?{DAY}|{PART_OF_MONTH})?|{DAY}|(?:19|20)\d\d(?=\)))"
_SPAN = (
    rf"(?:自|从)?(?P<a>{POINT}|(?<!\d)(?:19|20)\d\d|{YEAR}\d{{1,2}}"
    rf"|(?<![\d.])\d{{1,2}}(?={_SEP}(?:1[0-2]|\d)月)|{MONTH}|即日)(?:{_CLOCK})?起?{_SEP}(?P<b>{_END})(?:{_CLOCK})?(?P<b_by>{_BY})?"
)
"""2018年3月至2019年5月 · 2018-2020年 · 2024年1-3月 · 3月1日-5日 · 1-6月 · 即日起至5月底 · (2021-2023)."""
_EVERY = (
    r"(?P<every>(?<!/)每个?(?:学年度?|学期|年度|半年|季度|星期|年(?![龄级])|季(?!节)|月|周(?:[一二三四五六日](?=之?前|上午|下午))?)"
    rf"|每(?P<n>[{_FEW}2-6])个?(?P<of>年|月|周)|(?P<few>[两二三四五])年一(?=次|评|考)"
    r"|[按逐](?:年度?(?![龄级均销营产])|半年|季度?(?!节)|月度?|周)(?![薪租供]|等?方式)"
    rf"|(?:一年|每年|半年|一季度?|一月|一周)一(?:{_ACTS}|次|评|报|考|审|查)"
    rf"|(?<![\d本上下当个每首{_FEW}满])[月季周](?:{_ACTS}|报(?=制))|(?<=、)年(?:考核|评估|总结)"
    r"|(?<!\d)3月底?、6月底?、9月底?(?:、|和|及)12月(?=[底末前\d])"
    rf"|(?<=、)(?=[半年季月])(?<=(?:{_ACTS})、)(?:半年|年度|年终|季度|月度)(?:{_ACTS})(?!结果|合格|等次|优秀|情况))"
    rf"(?:的?(?P<when>前\d{{1,2}}个工作日|(?:[首末]|第[一二三1-3]个)月的?(?:{DAY}|底)?|{IN_YEAR}|{DAY}|[底末])"
    rf"(?:{_SEP}{_END})?)?(?P<every_by>{_BY})?"
)
"""每年 · 每年3月底前 · 每年3月1日至31日 · 按季度 · 每季度末 · 每季度前5个工作日内 · 每月5日前 · 每两年 · 一季一调度
· 月调度 · 季调度、半年通报、年度考核 · 3月、6月、9月、12月底前."""
_WITHIN = (
    rf"(?:(?P<ahead>未来|今后)(?P<ahead_n>{_NUMBER})(?P<ahead_u>个?年|个月)(?:之?内|时间)?"
    rf"|(?:利用|力争用|[用通经]过?)(?P<take_n>{_NUMBER})(?P<take_u>个?年|个月)(?:左右)?的?(?:时间|努力|建设)"
    rf"|(?P<within_n>{_NUMBER})(?P<within_u>{_UNIT})(?:左右)?(?:的?时间)?(?:之内|以内|内(?![容部涵外]))"
    rf"|(?:提前|(?<=[\u4e00-\u9fff])(?<![之以目此年月底提])(?<!\d日)前)(?:至少|不少于|不低于)?(?P<before_n>{_NUMBER})"
    r"(?P<before_u>个?工作日|个?自然日|日|天|个?小时|个?星期|周)(?:以上|之内|以内|内)?"
    rf"|(?<=届满|期满|到期|结束|开始|开工|举办|举行|召开|截止|施工|投产)(?P<till_n>{_NUMBER})"
    r"(?P<till_u>个?工作日|个?自然日|日|天|个?小时|个?星期|周|个月)[之以]?前"
    rf"|(?<![\d第近续每前后满用去头逾超过约])(?P<years_n>[{_FEW[1:6]}2-5])(?P<years_u>年)"
    r"(?=累计(?:达|不少于|不低于|突破)|(?:累计)?(?:实现|建成|培育|新增|新建|建设|培训|打造|引进|改造|完成)(?!的|情况|费|经费|资金|计划|任务))"
    rf"|(?P<work_n>{_NUMBER})(?P<work_u>个?工作日)(?=办结|完成|出具|审批|审核|作出|答复|反馈|办理))"
)
"""三年内 · 3年内 · 5个工作日内 · 48小时内 · 利用3年时间 · 未来三年 · 1个工作日(办结)
· 提前3个工作日 · 活动开始前5日 · 合同期满3个月前 · 三年(实现全覆盖)."""
_TERM = rf"(?P<term_n>{_NUMBER})(?P<term_u>{_UNIT})"
_TERM_OF = re.compile(
    rf"(?<!平均)(?:(?:{alternation(_WORDS['shown'])})(?:期限?|时间)?满?|(?:{alternation(_WORDS['terms'])})(?:周期|工期|期限?|时间|时限)"
    r"|延期[缴交]纳[^,;。\d]{0,4})"
    r"[,:(\s]{0,2}(?:一般|原则上|通常|均|应当?|须|要|为|是|时间|期限?|不(?:少于|低于|超过|多于|得(?:少于|低于|超过|多于))"
    r"|至少|最[长短多少]|超过|控制在|延长|共)*$"
)
"""How long something lasts that the text sets: 公示(不少于)|7天, 公示期为|5个工作日, 建设期原则上不超过|6个月."""
_STEP = re.compile(rf"(?:{alternation(_WORDS['terms'])})[::]?$")
"""实质审查|37个工作日."""
_SHOWN_AFTER = re.compile(rf"的?(?:{alternation(_WORDS['shown'])})")
"""不少于|5个工作日|的公示."""
_SINCE_EVENT = re.compile(r"[^,。;:()\n\t《》]{0,24}之[日时]起(?:算)?(?:的)?,?$")
"""收到之日起(30日内), 自受理之日起(5个工作日内)."""
_BEFORE_EVENT = re.compile(r"(?:[^,。;:()\n\t《》\d年]*[在于应须当])?(?P<event>[^,。;:()\n\t《》\d年]{2,16})$")
"""旅行社应在|团队抵达(前3个工作日), 活动开始(前5日)."""
_SINCE = re.compile(r".*?(?P<from>[自从][^主愿行动己]).*$|.*[在于应须当](?P<event>.*)$")
"""Where the event begins: 企业应在收到通知之日起 → 收到通知之日起."""
_LASTS = (
    r"(?:(?:有效|试行|执行|实施|施行|适用|政策|试点)期[限间]?|暂定|试行"
    r"|(?:(?:延续|继续|延长)(?:执行|实施)|执行|施行|实施|延续|延长|顺延|延)(?=[至到]))"
    rf"(?:为|是|至|到|截至|延至|延长至|截止到?|自|从|暂定)*"
    rf"(?:本?(?:政策|措施|办法|细则|方案|意见|规定|通知|文件)?(?P<lasts_since>{_ISSUED})之日起(?:至|到)?)?"
    rf"(?:(?P<lasts_n>{_NUMBER})(?P<lasts_u>个?年|个月)"
    rf"|(?P<lasts_from>{POINT}|20\d\d)起?{_SEP}(?P<lasts_to>{POINT})止?|(?P<lasts_end>{POINT})止?)"
)
"""有效期3年 · 执行期暂定为自政策发布之日起三个月 · 有效期至2026年12月31日 · 执行至2025年12月31日."""
_FROM = (
    rf"(?:(?:自|从)(?P<from>{POINT})(?:起|开始|以来|之后|以后|后)?"
    rf"|(?P<after>{POINT})(?:起|开始|以来|之后|以后|后(?=注册|成立|新))"
    rf"|(?:自|从)(?P<issued>{_ISSUED})之?日起?|(?P<then>{_ISSUED})之日起|(?P<now>即日)起)"
)
"""自2024年1月1日起 · 2024年起 · 自印发之日起 · 即日起."""
_PLAN = (
    rf"(?P<plan_to>{_TO})?[“‘\"「]?(?P<plan>{alternation(list(_PLANS))})[”’\"」]?(?:规划)?"
    r"(?P<plan_part>期间|时期|期末|末期?|期内)"
)
"""“十四五”期间 · 到“十四五”末."""
_NAMED = rf"(?<![^\n。;()])(?P<named>{alternation(_WORDS['named'])})(?=目标|任务|重点|[,:(]|内)"
"""近期,… · 近期目标."""
_POINT = (
    rf"(?P<to>{_TO})?(?P<point>{POINT})(?:{_CLOCK}(?={_BY}))?(?P<by>{_BY}|期间|以?来)?|(?<![\d{_FEW}几半当每多])(?P<this>年内)"
    rf"|(?P<whole>全年)(?=[^度额,。;]{{0,10}}[\d百{_FEW}]|[\t\n])"
)
"""2019年底 · 到2020年 · 2024年3月底前 · 年底前 · 上半年 · 年内 · 全年(新增550个), 全年 in a cell of its own."""

_ALONE = "自从到至截不最每按逐"
_WITH_NEXT = "有试执实政施适延顺暂近中远印发公颁签下利力用通经提全未即今本明次"
_OPENING = (
    rf"(?=[\d{_ALONE}{_WITH_NEXT}{_FEW}百半月季周年上前第“‘\"「])"
    rf"(?=[{_ALONE}]|[“‘\"「][一二三四五六七八九十]"
    rf"|[{_FEW}百半][{_FEW}百半〇○零\d至到年个月季周日号天星工自小分 -]"
    r"|\d[\d.]*(?:[/至到年月季周日号天星工自小分 -]|个[年月季星工自小])"
    rf"|(?:19|20)\d\d|年[底末内度终考评总]|[月季周][度报调通督点评考例总会检汇测巡研]|[上下]半|前[至不\d{_FEW}]|第[一二三四1-4]"
    rf"|[{_WITH_NEXT}]"
    r"[效行点施用策续长至定延期中远布文告发争过前年来日后\d半一二两三四五六七八九十百])"
)
"""What an expression begins with, and what may stand behind that: a quick way past all other words."""
_ANY = f"(?:{'|'.join((_LASTS, _SPAN, _EVERY, _FROM, _PLAN, _NAMED, _WITHIN, _POINT, _TERM))})"
_EXPRESSION = re.compile(_OPENING + _ANY)
_TITLE = re.compile("[《》]")


@Language.component("zhengce_periods")
def annotate_periods(doc: Doc) -> Doc:
    """Fills `doc.spans["periods"]`."""
    return set_spans(doc, "periods", periods(text_of(doc)))


def periods(text: str) -> list[Period]:
    """The time expressions of the text in order, those in titles 《…》 left out."""
    folded = fold(text)
    starts, ends = _titles(folded)
    out: list[Period] = []
    for match in _EXPRESSION.finditer(folded):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.start() < ends[index]:
            continue
        found = _period(match, text)
        if not found:
            continue
        while out and out[-1].end > found.start:
            out.pop()  # 自发布之日起, before it went on: 自发布之日起30日内
        moved = found.start != match.start()
        out.append(replace(found, text=text[found.start : found.end]) if moved else found)
    return out


def _titles(folded: str) -> tuple[list[int], list[int]]:
    """Where the outermost titles in 《》 begin and end; one that its line does not close is none."""
    starts: list[int] = []
    ends: list[int] = []
    depth, begin = 0, 0
    for match in _TITLE.finditer(folded):
        if depth and "\n" in folded[begin : match.start()]:
            depth = 0
        if match[0] == "《":
            begin = begin if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                starts.append(begin)
                ends.append(match.end())
    return starts, ends


def _period(match: re.Match[str], text: str) -> Period | None:
    """What a match of `_EXPRESSION` says; None where its words are no date after all."""
    period = Period(match.start(), match.end(), "", text[match.start() : match.end()])
    for name, read in _READERS:
        if match[name]:
            return read(match, period)
    raise AssertionError(f"no reader for {match[0]!r}")


def _lasting(match: re.Match[str], period: Period) -> Period | None:
    amount, unit = _amount(match["lasts_n"]), _unit(match["lasts_u"])
    return replace(period, form="lasts", limit=True, amount=amount, unit=unit)


def _lasting_till(match: re.Match[str], period: Period) -> Period | None:
    opens = moment(match["lasts_from"]) if match["lasts_from"] else None
    closes = moment(match["lasts_to"] or match["lasts_end"])
    return replace(period, form="lasts", opens=opens, closes=closes, limit=True) if closes else None


def _spanning(match: re.Match[str], period: Period) -> Period | None:
    first, last = match["a"], match["b"]
    closes = moment(last)
    if closes is None:
        return None
    if first == "即日":
        return replace(period, form="span", closes=closes, limit=True)
    if (len(first) < 3 and first.isdecimal()) or _YEAR_AND_NUMBER.fullmatch(first):
        first += "月" if closes.months else "日"
    opens = moment(first)
    ends = _meet(opens, closes) if opens else None
    return replace(period, form="span", opens=ends[0], closes=ends[1], limit=True) if ends else None


def _meet(opens: Moment, closes: Moment) -> tuple[Moment, Moment] | None:
    """Both ends of a span, each lending the other what it leaves out; None if it would run backwards."""
    if closes.months is None and closes.days:
        closes = replace(closes, months=opens.months)
    if closes.year is None and not closes.shift:
        later = bool(opens.months and closes.months and closes.months[1] < opens.months[0])
        closes = replace(closes, year=opens.year and opens.year + later, shift=opens.shift + later)
    elif opens.year is None and not opens.shift:
        earlier = bool(opens.months and closes.months and closes.months[1] < opens.months[0])
        opens = replace(opens, year=closes.year and closes.year - earlier, shift=closes.shift - earlier)
    first, last = opens.first(2000), closes.last(2000)
    return (opens, closes) if first and last and first <= last else None


def _recurring(match: re.Match[str], period: Period) -> Period | None:
    every = _RECURRENCE_WORD.search(match["every"].removeprefix("一"))
    closes = None
    if match["when"]:
        closes = moment(match["when"])
        if closes is None:
            return None
    recurrence = _RECURRENCES[every[0]] if every and not match["n"] and not match["few"] else None
    recurrence = "quarterly" if match["every"].startswith("3月") else recurrence
    return replace(period, form="every", closes=closes, recurrence=recurrence, limit=bool(match["every_by"]))


def _starting(match: re.Match[str], period: Period) -> Period | None:
    opens = moment(match["from"] or match["after"])
    return replace(period, form="from", opens=opens) if opens else None


def _starting_then(match: re.Match[str], period: Period) -> Period | None:
    return replace(period, form="from")


def _planned(match: re.Match[str], period: Period) -> Period | None:
    begin, end = (Moment(year) for year in _PLANS[match["plan"]])
    if match["plan_to"] or "末" in match["plan_part"]:
        return replace(period, form="day", closes=end, limit=True)
    return replace(period, form="named", opens=begin, closes=end)


def _named(match: re.Match[str], period: Period) -> Period | None:
    return replace(period, form="named")


def _within(match: re.Match[str], period: Period) -> Period | None:
    kind = next(kind for kind in ("ahead", "take", "within", "before", "till", "years", "work") if match[f"{kind}_n"])
    since = _SINCE_EVENT.search(match.string, max(0, match.start() - 40), match.start())
    start = match.start()
    if since:
        event = _SINCE.match(since[0])
        start = since.start() + (event.start(event.lastgroup) if event and event.lastgroup else 0)
    if kind == "till" or (kind == "before" and not since and match[0][0] == "前"):
        event = _BEFORE_EVENT.search(match.string, max(0, match.start() - 24), match.start())
        start = event.start("event") if event else start
    amount, unit = _amount(match[f"{kind}_n"]), _unit(match[f"{kind}_u"])
    return replace(period, start=start, form="within", limit=True, amount=amount, unit=unit)


def _term(match: re.Match[str], period: Period) -> Period | None:
    """A number of days or years after what it measures: 公示|7天; None for any other (连续补助3年, 满1年)."""
    before = match.string[max(0, match.start() - 26) : match.start()]
    unit = _unit(match["term_u"])
    dated = unit in ("工作日", "日", "小时") and match.string[max(0, match.start() - 8) : match.start()].count("起")
    since = _SINCE_EVENT.search(match.string, max(0, match.start() - 40), match.start()) if dated else None
    afterwards = match.string.startswith(("后", "之后"), match.end())
    if since and not afterwards:
        event = _SINCE.match(since[0])
        start = since.start() + (event.start(event.lastgroup) if event and event.lastgroup else 0)
        return replace(period, start=start, form="within", limit=True, amount=_amount(match["term_n"]), unit=unit)
    if unit == "分钟":
        return None
    step = unit == "工作日" and _STEP.search(before)
    if not (step or _TERM_OF.search(before) or _SHOWN_AFTER.match(match.string, match.end())):
        return None
    return replace(period, form="term", limit=True, amount=_amount(match["term_n"]), unit=unit)


def _pointing(match: re.Match[str], period: Period) -> Period | None:
    closes = moment(match["point"])
    if closes is None:
        return None
    limit = bool(match["to"] or match["by"] not in (None, "期间", "来", "以来") or match["point"][-1] in "底末")
    return replace(period, form="day", closes=closes, limit=limit)


def _this_year(match: re.Match[str], period: Period) -> Period | None:
    return replace(period, form="day", closes=Moment(None), limit=bool(match["this"]))


_READERS: list[tuple[str, Callable[[re.Match[str], Period], Period | None]]] = [
    ("lasts_n", _lasting), ("lasts_end", _lasting_till), ("lasts_to", _lasting_till),
    ("a", _spanning), ("every", _recurring),
    ("from", _starting), ("after", _starting),
    ("issued", _starting_then), ("then", _starting_then), ("now", _starting_then),
    ("plan", _planned), ("named", _named),
    ("ahead_n", _within), ("take_n", _within), ("within_n", _within), ("work_n", _within),
    ("before_n", _within), ("till_n", _within), ("years_n", _within),
    ("term_n", _term), ("point", _pointing), ("this", _this_year), ("whole", _this_year),
]  # fmt: skip
_YEAR_AND_NUMBER = re.compile(rf"{YEAR}\d{{1,2}}")
_RECURRENCE_WORD = re.compile(alternation(list(_RECURRENCES)))


def _amount(text: str) -> float:
    """3 → 3.0, 三至五 → 5.0, 半 → 0.5: the last that a range takes in."""
    last = re.split("[-至到]", text)[-1]
    return 0.5 if last == "半" else number_value(last)


def _unit(text: str) -> str:
    """个月 → 月, 个工作日 → 工作日, 天 → 日."""
    plain = text.removeprefix("个").removesuffix("度")
    return {"天": "日", "自然日": "日", "星期": "周"}.get(plain, plain)
