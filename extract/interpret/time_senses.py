"""What else a time can mean than a limit for a duty: a condition, a payment, a baseline, what has been done."""

from __future__ import annotations

import re

from extract.annotate.values import Period
from extract.interpret.timing import WORDS, Timing
from extract.interpret.wording import NO_PICKING
from extract.lexicon import alternation

_CULTIVATED = rf"{NO_PICKING}(?!资助培养|资助[^,;。元]{{0,6}}\d+[名人])"
"""选拔|资助|500名青年: how people are brought on, no money for a deed."""
_GRANT = re.compile(rf"{_CULTIVATED}(?<!政策(?=兑现))(?:{alternation(WORDS['money'])})")
_HAS = re.compile(r",(?!(?:[^;。]*?(?:建成|完成|培育|打造|新增|引进|实现|形成|达到))[^;。]*?\d)[^;。]*(?:享受|领取)")
"""五年内，|在本市首次购房的，享受购房补贴: for how long, or within which time, somebody has it."""
_TAX_PAID = re.compile(
    r"(?:留成|留存|(?:财政|经济)(?:所得|贡献|收入)|缴纳的?[^,;。]{0,14}税|实缴[^,;。]{0,6}税|纳税)[^;。]*"
    r"(?:奖励|补助|返还|扶持|奖补|给予)"
)
"""五年内，|按所得税县级留成部分的50%奖励|: for how long the tax paid comes back."""
_PAID = re.compile(
    rf"^(?:增加|增发|提高|上调)?\d[\d.,-]*(?:[万亿]?元|%)|^(?:每|最高)|^(?:分别|再|可|按[^,;。]{{0,14}})?{_CULTIVATED}(?:{alternation(WORDS['paying'])})"
    rf"|^递[增减]|{alternation(WORDS['paid'])}|(?:{alternation(WORDS['provided'])})[^,;。]{{0,24}}(?:元|资金|经费|预算|专款)"
)
"""每年对…给予补贴 · 每年补助10万元 · 每年安排100万元 · 每月3000元 · 每年50% · 按季度拨付."""
_PAYOUT = re.compile(r"(?:组织|集中|开展|按[一-龥]{2,6})?[^,;。\d安排投入]{0,10}(?:拨付|兑现|兑付|发放|结算|清算)")
"""市财政局每年11月底前|拨付|资金, 每半年|组织一次兑现."""
_SUM = re.compile(r"\d[\d.]*[万亿]*元|\d%")
"""每年拨付|100万元|, 每年兑现|5%|的奖励: what is paid, not when."""
_OUGHT = re.compile(r"(?:应当?|要|须|将|于|在|可)*\Z")
"""市财政局|应在|每年11月底前拨付资金."""
_APPROPRIATED = re.compile(
    rf"(?:{alternation(WORDS['appropriated'])})[^,;。\d]{{0,16}}(?:资金|经费|预算|专款|财力)[^,;。\d]{{0,10}}\d"
    rf"|(?:财政|预算)[^,;。\d]{{0,4}}(?:{alternation(WORDS['appropriated'])}|投入)[^,;。\d]{{0,10}}\d"
    r"|(?:资金|经费)(?:预算|总额|总量|规模)?(?:为|共|共计|合计|总计)?\d[\d.]*[万亿]*元"
)
"""统筹专项资金|2600万元, 县财政安排|500万元, 资金预算|为2600万元."""
_SET_OUT = re.compile(
    rf",(?:{alternation(WORDS['duties'])})[^,;。]*\d"
    r"|,(?:分[^,;。]{1,3}批次?|集中|陆续|滚动)?(?:发放|投放|派发)[^,;。]*券"
)
"""2025年,安排资金1亿元|,培育企业100家: the year heads more than the money; …|,分四批发放消费券."""
_PAYS_OUT = re.compile(r"[^,;。的给予享\d]{0,12}(?:发放|投放|派发|拨付|兑现|兑付|支付|清算|结算)(?!的|贷款的|日|时|之)")
"""8月底前|全部发放到位, 9月底前|完成补贴发放, 2024年|新增发放创业担保贷款3亿元: the act of paying out."""
_LENT = re.compile(r"(?:新增|累计|共|再)?(?:发放|投放)[^,;。的\d]{0,12}(?:贷款|券)")
"""2024年|新增发放创业担保贷款|3亿元."""
_INSPECTS = re.compile(r"(?:对[^,;。]{2,20})?(?:开展|组织|进行|完成)[^,;。的]{0,12}(?:检查|考核|评估|督查|验收)$")
"""10月底前|对各县开展检查|，对工作突出的给予奖励: a duty, whatever is then paid."""
_COMPLETES = re.compile(r"(?:全面|全部|基本|要|应|须|将)*完成(?!后|并|的)(?![^,;。]*(?:给予|予以|\d[万亿]*元|\d%))")
"""6月底前|完成补贴申报审核: paperwork about money (but 完成改造的给予补助)."""
_APPLIES = re.compile(
    r",?(?:向[^,;。]{2,24}|凭[^,;。]{2,16})?(?:提出|提交|递交)[^,;。\d]{0,10}(?:申请|申报|材料)(?!的)"
    r"|,?(?:[^,;。]{2,16}的,)?可?(?:按规定)?(?:向[^,;。]{2,24})?申[请领](?:享受)?[^,;。\d的]{2,12}补[贴助](?=[,;。]|$)"
)
"""证书核发之日起12个月内|向市人社局提出补贴申请|, 12个月内|，可申请技能提升补贴|: by when one has to ask for it."""
_DAY_OF_EVENT = re.compile(
    r"(?:活动|申报|申请|申领|报名|受理|征集|领取|使用|兑换|登记)(?:时间|期限|期)?(?:均|统一)?(?:为|到)?\Z"
)
"""活动|截至2024年12月31日: until when something can be had, whatever is paid."""
_STATE = re.compile(alternation(WORDS["states"]))
_CEILING = re.compile(alternation(WORDS["ceilings"]))
_ATTRIBUTE = re.compile(rf"的$|的(?:{alternation(WORDS['beneficiaries'])})")
"""2024年底前新认定的企业: the time tells which ones, not by when."""
_NEWLY = re.compile("(?:新|首次|获|被|入选|通过|保持)")
"""2024年|新|认定的企业, 三年内|首次|上市的公司."""
OF_VALIDITY = re.compile(r"有效期限?[^,;。()]{1,6}\($")
"""有效期5年（|2018—2022年|）: the term before says it already."""
_STANDARD_IS = re.compile(r"(?:评定|认定|申报|验收|评选)(?:标准|条件)(?:是|为)?:[^。\n]*$")
"""专业村评定标准是：年出栏2000头以上；规模|每年新增10%以上: what is asked for."""
_NEAR = 120
"""Characters behind such a lead-in: 评定标准是：…"""
_ABOUT = re.compile(r"^(?:其中,?)?(?:对于?|凡是?|针对|如果?|若|符合|属于|经(?![发信济贸开合营科]))")
"""其中，对|2024年新设企业给予补助, 凡|三年内上市的企业."""
_CITING = re.compile("(?:根据|按照|依据|围绕|贯彻|落实|为贯彻|为落实|对照|锚定)")
"""按照|2024年重点工作部署, 围绕|2025年目标任务."""
_CITED = re.compile("[^,。;]*(?:要求|部署|精神|目标|规定|任务)")
"""按照(2024年)重点工作部署: a time in what is cited, not one behind it (按照方案要求,每年…)."""
_LIVED = re.compile(rf"(?:{alternation(WORDS['lived'])})(?:后|满|时间|之后|以来)?$")
"""企业|落户|三年内, 项目|投产后|两年内."""
_TOPIC = re.compile(rf"的(?:{alternation(WORDS['beneficiaries'])})$")
"""三年内仍未开工|的项目|，收回奖励资金."""
_RULE = re.compile(r",(?:则|视为|应|可|由|按|不|给予|须|将|经|享受|取消|均|一律)")
"""…仍未启动申报的企业,则视为退出: the clause with the time is what the rule is about."""
_BARRED = re.compile(
    r"^(?:不(?:得|予|再|可|能|迁|变|转|改|减|抽)|仍?未|无|没有|同一|只能|仅|最多|所|发生|累计|的|以[上下])"
)
"""三年内不得…, 一年内累计…, 3年内的企业: conditions (and 申请年度前|三年内|引进的技术)."""
_REACH = re.compile("(?:可?到达|可?达|抵达|通达|车程|经济圈|交通圈|生活圈)")
"""30分钟内到达: how far, not by when."""
_EARLIER = re.compile(r"[\u4e00-\u9fff]{2,6}的(?:[,;。不可均]|游客|旅客|团队|人|企业|单位|技术|设备|产品|专利)")
"""提前10天以上|预约的游客, 截止日前5日|提交的不予受理: whom a rule is about."""
_SHORTENED = re.compile("(?:压缩|压减|缩短|缩减|减少|减|降低?|控制|精简|提速)[^,;。]{0,4}(?:至|到|为|在|于)$")
"""将企业开办时间压缩至(0.5个工作日以内): a target."""
_RATED = re.compile(
    r"(?:每(?![年月季周半])|单[个户家项次]|同一)[^,。;]{0,12}$|(?:按照?|以|较|比|平均|年均|连续[\d一二三四五六七八九十]+年)$"
)
"""每户(每年不超过), 同一企业(每年), 按(每年10%): a ceiling or a rate."""
_BASELINE = re.compile(
    r"(?:以|在|较|比|与)?20\d\d年(?:为基|的?基础|相比|同期|基数|以来)|[较比](?:20\d\d年|“?十[一二三四五]五)"
)
"""较2020年|提高10%, 比“十三五”末|增长, 以2020年为基|期."""
_CONDITIONS = re.compile(
    r"(?!统一|拓展|扩大|规范|完善|健全|优化|制定|推[进动]|加强|强化|改善|提[高升]|精简|减少|压减|创造).*?(?:条件|标准$|对象$|材料$|资格|范围$)"
)
"""三、申报|条件, （二）支持|对象: a heading (not 统一电子证照标准, 拓展“免证可办”范围)."""
_REPORTING = re.compile(alternation(WORDS["reporting"]))
_LONG = ("年", "月", "季")
_SHOWN = re.compile(rf"(?:{alternation(WORDS['shown'])})[^,;。]{{0,16}}$")
SHOWN_AFTER = re.compile(rf"的?(?P<what>{alternation(WORDS['shown'])})")
"""公示不少于|7天, 5个工作日|的公示: a term of its own, whatever follows (无异议的, …)."""
_GIVEN = re.compile(r"给予|(?<!不)予以|\d[万亿]*元|\d%")
"""运营期不少于3年,按投资额的10%给予补助: a condition."""
_KEPT = re.compile(r"不得(?:擅自|随意)?(?:改变|变更|转让|转租|出租|出售|拆除|闲置|处置|挪|抵押)")
"""设施建成后5年内|不得擅自改变|用途."""
_BUILT = re.compile(rf"(?:{alternation(WORDS['built'])})(?:合格)?(?:之日起|之?后|起)?[^,;。]{{1,6}}内$")
"""设施建成后|5年内不得改变用途: a duty to keep what was built, no ban on a beneficiary."""


def is_condition(timing: Timing, period: Period) -> bool:
    """Whether the time tells whom or what the sentence is about (3年内成功上市的, 落户三年内) or how long is paid.

    A bracket with 的 behind it qualifies too: 开通新航线（每年完成5000架次以上）的企业.
    """
    folded = timing.folded
    start, end = timing.clause(period)
    first, last = timing.sentence(period.start)
    head, tail = folded[start : period.start], folded[period.end : end]
    if period.form == "term":
        shown = _SHOWN.search(head) or SHOWN_AFTER.match(tail)
        if shown or in_conditions(timing, period):
            return not shown
        if _GIVEN.search(folded, period.end, last):
            return True
    if period.form == "within" and _KEPT.match(tail) and _BUILT.search(folded, start, period.end):
        return in_conditions(timing, period)
    if _SHORTENED.search(head) or (period.form == "within" and _within_is_condition(timing, period)):
        return True
    if period.form == "span" and OF_VALIDITY.search(folded, max(0, period.start - 12), period.start):
        return True
    if folded.startswith(")的", last) or _STANDARD_IS.search(folded, max(0, first - _NEAR), period.start):
        return True
    if tail.startswith("的") or _END_BRACKET.sub("", tail).endswith("的") or in_conditions(timing, period):
        return True
    if period.form == "within" and (_COMPLETES.match(tail) or _APPLIES.match(folded, period.end, last)):
        return False
    if period.form == "within" and period.unit == "年" and (_SUPPORTED.search(tail) or _PAID_WITHIN.match(tail)):
        return False
    if _FROM_DAY.search(head) or _HAPPENED.match(tail) or _is_payers_window(timing, period, last):
        return True
    if (_ABOUT.search(head) and "的" in tail) or (_CITING.match(head) and _CITED.match(tail)):
        return True
    if _TOPIC.search(tail) and _RULE.match(folded, end):
        return True
    if period.form == "every" and _EVERY_ONE.match(tail):
        return True
    if period.form == "every" or not _GRANT.search(folded, first, last):
        return bool(_NEWLY.match(tail) and _ATTRIBUTE.search(tail))
    if _ATTRIBUTE.search(tail):
        return True
    if pays_out(period, tail) or ends_something(timing, period) or (period.limit and _INSPECTS.match(tail)):
        return False
    if folded[period.start] == "到" and tail and not _ABOUT.match(folded, first) and not _GRANT.search(tail):
        return False
    about = _ABOUT.search(folded[first:end]) or _ABOUT.search(folded[end:last].lstrip(","))
    paid = bool(about or (_GRANT.search(tail) and not (period.limit and _COMPLETES.match(tail))))
    return paid and (period.form != "within" or period.unit in _LONG)


def _within_is_condition(timing: Timing, period: Period) -> bool:
    """Whether the words about 三年内 make it one: 年度前|三年内|引进的, 落户|三年内|, 五年内|，享受补贴."""
    start, end = timing.clause(period)
    head, tail = timing.folded[start : period.start], timing.folded[period.end : end]
    if head.endswith("前") or _BARRED.match(tail) or _LIVED.search(head) or _REACH.match(tail):
        return True
    if "前" in period.text and _EARLIER.match(timing.folded, period.end):
        return True
    return period.unit == "年" and _somebody_has(timing.folded, period.end, timing.sentence(period.start)[1])


def _somebody_has(folded: str, start: int, end: int) -> bool:
    """五年内|，按税收留成部分的50%奖励, 五年内|，享受购房补贴: for how long somebody has it."""
    return bool(_TAX_PAID.search(folded, start, end) or _HAS.match(folded, start, end))


_EVERY_ONE = re.compile(r"(?:新增|评选|发布|举办|产生|上报|开展|组织|实现|取得|获得|缴纳)的(?!要求|原则|方式)")
"""财富杂志每年|评选的|五百强企业, 每年|新增的|就业岗位: which ones."""
_END_BRACKET = re.compile(r"\([^()]*\)$")
"""30日内签订协议、交验空房的|（以交验时间计）|，给予…."""
_FROM_DAY = re.compile(r"第\d{1,2}[日天]?至$")
"""第16日至|30日内搬离的，给予…: the days of a step."""
_HAPPENED = re.compile(
    r"(?:\([^()]{1,8}\))?(?:完成)?(?:注册登记|登记|注册|购买|取得|出生|毕业|入职|参保|签订|签约|备案|上牌|领证|认定|获批|入库|投保|评选)的"
)
"""2012年6月30日前（含当日）|注册登记的|汽油乘用车、…: which ones."""
_GETS = re.compile(r"(?:累计|合计|总计|最高|单家|单个|不超过|补贴|补助|奖励|支持|享受|抵用)+[^,;。]{0,12}元")
"""全年|合计不超过5万元: what somebody gets, not by when."""
_TO_REACH = re.compile(r"建成|完成|打造|培育|实现|达到|力争|新增|引进|形成|全覆盖|选拔|遴选")
"""三年内，|建成|10个基地, 5年内|选拔|500名教师: a duty."""
_SUPPORTED = re.compile(r"(?:支持|扶持|培养|资助)[^,;。\d]{0,8}\d+[名人个家]")
"""5年内|重点支持300名|人才出国培训，对参加的人员给予补贴: so many are a duty, whatever is then paid."""
_PAID_WITHIN = re.compile("予以(?:兑现|拨付|兑付)|(?:兑现|拨付|发放)(?:到位|完毕)")
"""2年内|予以兑现|奖励: what the payer has to do."""


_REFUSED = re.compile(r",(?:均|一律|则|[^,;。]{2,24}的)?(?:不能|不得|不予|不再)")
"""申请补贴后12个月内|，不能|再次申领."""


def _is_payers_window(timing: Timing, period: Period, last: int) -> bool:
    """自经营年度起五年内，…给予前三年90%: within which years somebody is paid; 全年合计不超过5万元: how much a year."""
    if period.text == "全年":
        return bool(_GETS.match(timing.folded, period.end))
    if period.form != "within" or period.unit != "年":
        return _REFUSED.match(timing.folded, period.end) is not None
    bracket = timing.bracket_at(period.start)
    if bracket and bracket[1] == period.end + 1:  # 毕业生（领取毕业证5年内）创业的，给予…
        last = timing.line(period.start)[1]
    paid = _GRANT.search(timing.folded, period.end, last)
    return paid is not None and not _TO_REACH.search(timing.folded, period.end, paid.start())


def pays_out(period: Period, tail: str) -> bool:
    """Whether by a day money is to be paid out (8月底前|发放到位) or lent, which is a duty, or paperwork to be done."""
    if period.form not in ("day", "span", "named") or "给予" in tail:
        return False
    return bool((period.limit and _PAYS_OUT.match(tail)) or _LENT.match(tail))


def ends_something(timing: Timing, period: Period) -> bool:
    """活动截至2024年12月31日: a clause that says no more than until when something goes on."""
    if period.form != "day" or not period.text.startswith(("截", "至", "到")):
        return False
    start, end = timing.clause(period)
    alone = timing.folded[period.end : end].strip() in ("", "止", "结束")
    return alone and bool(_DAY_OF_EVENT.search(timing.folded, start, period.start))


def in_conditions(timing: Timing, period: Period) -> bool:
    """Whether it stands under a heading such as 申报条件."""
    return any(
        section.body <= period.start and _CONDITIONS.match(section.heading[:12])
        for section in timing.outline.sections_about(period.start)
    )


def is_attribute(timing: Timing, period: Period) -> bool:
    """Whether the clause tells with the time which ones are meant: 2023年营业收入达到5000万元的企业."""
    return bool(_ATTRIBUTE.search(timing.folded, period.end, timing.clause(period)[1]))


def tells_of_money(timing: Timing, period: Period) -> bool:
    """Whether the sentence promises money: what it says about figures may be a condition."""
    return bool(_GRANT.search(timing.folded, *timing.sentence(period.start)))


def is_baseline(timing: Timing, period: Period) -> bool:
    """较2020年提高, 以2020年为基期."""
    return bool(_BASELINE.search(timing.folded, max(0, period.start - 1), period.end + 4))


_SO_MANY = re.compile(
    r"(?:组织|实施|开展|评选|遴选|认定|选派|举办)[^,;。\d]{0,8}(?:不超过|最多)\d+(?:个|项|家|名|场)(?!月)"
)
"""每年|组织实施不超过10个项目: how many are done, no ceiling of money."""


def is_paid(timing: Timing, period: Period) -> bool:
    """Whether what recurs is money, a ceiling or a rate: 每年安排100万元, 每年不超过, 每户每年."""
    head, tail = timing.folded[timing.clause(period)[0] : period.start], timing.after(period)
    reported = _REPORTING.match(tail) if head.endswith("按") else None
    if reported and not tail.startswith("的", reported.end()):
        return False  # 按|每半年|申报兑现 (not 按|每年|申报的投资额)
    return bool(
        _STATE.search(tail)
        or (_PAID.search(tail) and not _is_paying_office(timing, period, tail))
        or _CEILING.match(tail)
        or (_RATED.search(head) and not _is_each_ones_duty(timing, period, tail))
        or (re.search("不超过|最高|最多", tail) and not _SO_MANY.match(tail))
    )


_DOES_SO_MANY = re.compile(
    r"(?:至少)?(?:遴选|培育|组织|开展|建设|新增|打造|举办|评选|创建|实施|引进|新建|改造|推出)[^,;。元]{0,8}\d+[^元]"
)
"""每个街道每年|遴选3个|园区开展试点."""


def _is_each_ones_duty(timing: Timing, period: Period, tail: str) -> bool:
    """每个街道每年|遴选3个园区: what each has to do, in a sentence without money."""
    return bool(_DOES_SO_MANY.match(tail)) and not tells_of_money(timing, period)


def _is_paying_office(timing: Timing, period: Period, tail: str) -> bool:
    """Whether an office is told when to pay out, no sum to whom: 市财政局|每年11月底前拨付资金, 每半年组织一次兑现."""
    if not _PAYOUT.match(tail) or _SUM.search(tail):
        return False
    at = _OUGHT.search(timing.folded, max(0, period.start - 6), period.start).start()  # type: ignore[union-attr]
    named = any(unit.end == at for unit in timing.reading.units.within(max(0, at - 30), at))
    return named or period.limit or tail.startswith(("组织", "集中", "开展"))


def is_appropriation(timing: Timing, period: Period) -> bool:
    """2024年全县统筹专项资金2600万元: the year that public money is for, no limit for a duty."""
    if period.form not in ("day", "from", "span"):
        return False
    if period.form == "day" and (period.text[0] in "到至不最" or period.text[-1] in "前底末内"):
        return False
    last = timing.sentence(period.start)[1]
    end = timing.clause_end(period.end + 1, last)
    if timing.folded[period.end : end + 1].startswith(",") and _SET_OUT.search(timing.folded, end, last):
        return False
    return bool(_APPROPRIATED.search(timing.after(period)))


_BASED = re.compile(r"(?:度)?以[^,;。]{2,40}为(?:基数|基期|基准|依据)|(?:度)?(?:达到|完成)约定")
"""每年|以上一年度贡献额为基数 · 企业每年|达到约定目标: how the money is reckoned."""


_APPLIED_FOR = re.compile(r"[^,;。]{0,20}申请[^,;。]{0,12}(?:退|补|贴|奖|返)")
"""按月|向主管税务部门申请全额退还留抵税额: how often one can."""


def is_usage(timing: Timing, period: Period) -> bool:
    """Whether 按年度 is an adverb of accounting (按年度实际支付利息), not of a duty (按年度报告).

    A rate is none either: 规模扩大至|每年|1000名.
    """
    if _BASED.match(timing.folded, period.end):
        return True
    if timing.folded.endswith(("至", "到"), 0, period.start) and timing.folded[period.end : period.end + 1].isdigit():
        return True
    if timing.folded[period.start] == "按" and _APPLIED_FOR.match(timing.folded, period.end):
        return True
    if timing.folded[period.start] not in "按逐" or "年" not in period.text:
        return False
    return not _REPORTING.match(timing.folded, period.end, period.end + 8)


def concerns_beneficiaries(timing: Timing, period: Period) -> bool:
    """Whether the sentence began with 对…: what recurs is part of what it asks of them."""
    start, _ = timing.clause(period)
    first, _ = timing.sentence(period.start)
    return bool(_ABOUT.match(timing.folded[first : period.start])) or bool(
        _ABOUT.match(timing.folded[start : period.start])
    )


_ISSUES = re.compile(r"(?:制定|出台|印发|编制)\Z")
"""制定出台|2023年度便利化工作方案: which year the plan is for."""
_SLOGAN = re.compile(r"[^,;。、\d]{1,4}[稳红强优旺](?=[,;。、]|$)")
"""一季度|开门红|、二季度|增长稳|: what is hoped for."""
_DONE_THEN = re.compile(rf"(?:{alternation(WORDS['duties'])})的")
"""2023年|实施的|政府采购项目: which ones."""


def only_says_which(timing: Timing, begin: int, end: int) -> bool:
    """Whether the time said from `begin` to `end` names the year of a plan or of what was done, or heads a slogan."""
    if "季度" in timing.folded[begin:end] and _SLOGAN.match(timing.folded, end):
        return True
    return bool(_ISSUES.search(timing.folded[max(0, begin - 4) : begin]) or _DONE_THEN.match(timing.folded, end))


_OF_FILING = re.compile(
    r"(?:(?<![执施有效政策试点补贴])(?:期限|时限)|(?:申报|缴[纳费款]|申请|办理|受理|付息|还款)(?:的?期限?|日期|时间)|还本付息)"
    r"(?:届满日)?(?:自动|统一|可|原则上|最长|最多)*\Z"
)
"""将2月份纳税|申报期限|延长至2月24日: by when, no term of the notice."""


def puts_off(timing: Timing, period: Period) -> bool:
    """Whether something is put off to a day, whomever the sentence is about."""
    return (
        period.form == "lasts"
        and bool(period.closes)
        and bool(_OF_FILING.search(timing.folded, max(0, period.start - _NEAR), period.start))
    )
