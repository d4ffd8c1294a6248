"""What an amount is multiplied with (per) and what a share is taken of (base)."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.clean.fold import fold
from extract.interpret.grammar import BRACKET, after_last, figure_lists
from extract.interpret.grants import Grant
from extract.interpret.harmonise import beneficiary_kind
from extract.interpret.heads import TAXED
from extract.interpret.names import ENDS
from extract.interpret.refusals import inside_bracket
from extract.interpret.roles import UPLIFT

MEASURE_WORD = re.compile(
    r"^一?(?:个|家|户|名|所|座|位|件|项|间(?!夜)|张|场(?![馆地所站景])|套|台|条|只|头|辆|支|栋|艘|架(?!次)|部|款|对)(?=[\u4e00-\u9fff])(?!庭|项目|(?<=项)目|次)"
)
"""个|站点, 张|床位 (not 项目, 场次)."""
_PIECE = re.compile(r"[件项张套台辆艘](?=[\u4e00-\u9fff]{2})")
"""每|件|实施的发明专利: what is counted, whatever is said of it."""
_EACH = re.compile(
    r"每(?P<n>[^\d,;。每最、()]{1,14}?)(?=每|最高|不超过|给予|予以|奖励|奖补|补助|补贴|资助|一次性|按|可|再|的|分别|补(?=\d)|奖(?=\d)|标准(?=\d|为|给予|$)|支持(?=额度|金额|不超过|最高)|$|\d|\(|累计|年度"
    r"|年补(?<!学年补)|年最|租金|总)"
)
"""每|辆车|补助5万元, 每|亩|给予200元, 每|件|实施的发明专利资助3000元."""
_BY_MU = re.compile(r"(?<![每\d./万一二三两])亩均?(?:补助|补贴|奖励)(?:标准)?[^,;。\d]{0,6}$")
"""秸秆还田|亩补助|25元: so much for each 亩."""
_SLASH = re.compile(
    r"^((?:[/·•](?:[\u4e00-\u9fff]{1,4}?|㎡)(?=[/·•补奖的标,，。;()给资贴支发予按房租、）一且并\s]|$))+)"
)
"""元|/平方米/月|, 元|/亩·年|, 15元以内|/人|."""
_EVERY_AFTER = re.compile(
    r"^每(人次?|年|月|天|日|平方米|亩|吨|公里|架次?|台|套|辆|艘|件|户|头|只|株|座|间|张|场|班|柜|箱|单)(?![\u4e00-\u9fff]{0,2}\d)"
)
"""1000元|每人, 20元|每平方米, 100万元|每架."""
_SLASH_EACH = re.compile(r"每(人|名|户|家|亩|平方米)(?:每月|每年)?[^,;。\d]{0,4}$")
"""每人补贴|1000元/月: per 人/月."""
_ONE_OF = re.compile(
    r"(?:每(?:成功)?[^\s在]{0,6}?|按)[1一](?P<u>个|名|家|项|件|人|户|位|场|款)(?:[^,;。的]{2,20}\d[^,;。的]{0,12}的)?(?P<n>[^\d,;。、]{0,24}?)"
    r"(?:在|的|并|,|且|开展|给予|奖励|每|补[助贴]|资助|最高|不超过|可|按|分别|一次性|、|$)"
)
"""每成功推荐1个|港澳青年企业|在…, 每新吸引1家年进出口额达到50万美元以上的|企业|在平台开展业务, 按1名|游客|300元."""
_QUALIFIES = re.compile(r"具有|符合|达到|经|在|年|新|被")
"""每引进一名|具有|博士学位的人才: what qualifies it stands before it."""
_ACT = re.compile(
    r"^(?:成功)?(?:推荐|引进|新增|增加|培训|招引|安置|吸纳|招用|实施|举办|开行)(?:一|1)?(?:个|名|家|人|场|列)?"
)
"""每|引进一名|博士, 每|举办一场|展会."""
_BY_LEVEL = re.compile(r"(?:由?(?:中央|自治区|设区市|[省市县区]级)(?:及?以上)?(?:财政)?|[省市县区]财政)$")
"""每户|省级|补助1400元: who pays is none of what is counted."""
_DONE_TO = re.compile(r"(?<=.)(?:拨付|发放|增加|新增|减船|拆解)")
"""每公里|增加|1万元, 每季|拨付|10万元, 每艘渔船|减船转产|补助2万元: what is done is none of what is counted."""
_BY_AREA = re.compile(r"(?:亩|平方米|立方米|公顷|公里|吨)(?=[\u4e00-\u9fff]{2})")
"""每|亩|设施钢架大棚补助2500元."""
_WHERE = re.compile(r"[在到于经被]|新建|建成|改造")
"""每|新建|大棚, 每|到|境外参展: what is done or where, nothing that is counted."""
_SINGLE_TIME = re.compile(r"单次(?:最高|不超过|给予|奖励)*$")
"""团队单次最高|10万元."""
_SOMEWHERE = re.compile(r"(?<=^一[\u4e00-\u9fff]{2})在.*$|(?<=^一[\u4e00-\u9fff]{3})在.*$")
"""每一商标|在一个国家注册的|补助8000元: where, none of what is counted."""
_MULTIPLE = re.compile(
    r"^(人次|人天|人|名|月|年|架次|班次|次|场|届|晚)(?:另|再|享受|领取|申领|申请|兑付|扶持|资助|支持|奖励|累计|发放|补|奖|给|本科|硕士|博士|大专|按|最).*$"
)
"""每|月|本科1200元, 每|架次|另奖励."""
_OF_THE_LAST = re.compile(r"^.*\d[^、\d]*、(?=每)")
"""按照每头奶牛5.5吨、|每吨50元: each sum of a list has a 每 of its own."""
_INTERVAL = re.compile("[两二三四五]年")
"""对每|两年|考核优秀的众创空间: how often, nothing counted."""
_GIVEN_AFTER = re.compile("(?<=..)(?:支持|补贴|补助|奖励|扶持|资助)(?:资金)?|(?<=.动力)(?:稳定|首次|转移)?就业")
"""每个品种|支持资金|100万元, 每名劳动力|稳定就业|."""
_COUNTED = frozenset(["个", "家", "户", "所", "座", "企业", "单位", "机构", "项目申报单位", "主体"])
_TIME = frozenset(["年", "月", "天", "季度", "年度"])
_PERSONS = frozenset(["人", "名", "位", "生"])
_BESIDES = frozenset(["额外", "另外", "连续", "另"])
"""每户|额外|补助2万元: no part of what is counted."""
_PIECES = frozenset(["人", "生", "名", "单", "件", "亩", "吨", "平方米", "次", "场", "集", "部", "栋"])


def _each_words(text: str) -> list[str]:
    out = []
    if _BY_MU.search(text):
        out.append("亩")
    for match in _EACH.finditer(text):
        named = _BY_LEVEL.sub("", match["n"].removesuffix("以奖代补")) or match["n"]
        named = _SOMEWHERE.sub("", named).removeprefix("一")
        measure = _PIECE.match(named) if text.startswith("的", match.end()) else None
        word = re.sub(
            r"(?:分别|各|平?均|的|另行?|人民币)+$", "", measure[0] if measure else MEASURE_WORD.sub("", named)
        )
        word = _MULTIPLE.sub(r"\1", word)
        word = MEASURE_WORD.sub("", _ACT.sub("", word)) or word
        area = _BY_AREA.match(word)
        word = area[0] if area else word
        word = _DONE_TO.split(word)[0]
        word = _GIVEN_AFTER.split(word)[0]
        if word and word not in _BESIDES and word[-1] != "满" and not _WHERE.match(word) and not _INTERVAL.match(word):
            out.append(word)
    return out


def _clause(folded: str, grant: Grant, figure: Figure) -> str:
    """The words from the head of the figure's clause, brackets blanked (旅游专列每列次（…）奖励)."""
    words = BRACKET.sub("", folded[grant.start : figure.scope[0]])
    return _BY_THE_DAY.sub(r"每\g<u>", _OF_THE_LAST.sub("", words[after_last(words, ",;。:", 0, len(words)) :]))


_BY_THE_DAY = re.compile(
    "每(?:多?(?:住宿|停留|入住|过夜|逗留)(?:一|1)?个?)?(?P<u>[天日晚夜]|辆(?=新?汽?车))(?:新?汽?车)?"
)
"""|每住宿1天|奖励旅行社0.5万元, |每辆车|10000元."""


def per_of(reading: Reading, grant: Grant, figure: Figure, beneficiary: str | None) -> str | None:
    """What the amount is multiplied with: 单, 人/天, 平方米/月; None where 每 only counts the beneficiaries."""
    folded = reading.folded
    slash = _SLASH.match(folded[figure.end : figure.end + 14]) or _SLASH.match(
        folded[figure.scope[1] : figure.scope[1] + 14]
    )
    if slash:
        said = re.sub(r"[·•]", "/", slash[1].strip("/·•")).replace("每", "")
        said = re.sub("(?<=[辆台套吨])(?:生产|购置|采购|新增|销售)$", "", said)
        each = _SLASH_EACH.search(folded[grant.start : figure.scope[0]])
        return f"{each[1]}/{said}" if each and each[1] not in said and said in _TIME else said
    steps = [s for s in grant.steps if s.start < figure.start and not inside_bracket(folded, grant.start, s.start)]
    if steps:  # 每满500万元(其中种植业每满100万元)给予1万元
        return steps[-1].text
    clause = _clause(folded, grant, figure)
    words = _each_words(clause)
    after = _EVERY_AFTER.match(folded[figure.end : figure.end + 6])
    if after:
        words.append(after[1])
    if not words and _SINGLE_TIME.search(folded, grant.start, figure.scope[0]):
        words = ["次"]
    words = [word.removeprefix("个") for word in words if not _counts_beneficiary(word, beneficiary)]
    if words and set(words) <= _PERSONS and not after and beneficiary_kind(beneficiary) == "个人":
        words = []
    found = _ONE_OF.search(folded, grant.start, figure.start)
    if found:
        named = BRACKET.sub("", found["n"])
        words = [found["u"] if not named or _QUALIFIES.match(named) else _GIVEN_AFTER.split(named)[0]]
    if not [w for w in words if w not in ("年", "年度")]:
        return None
    ordered = sorted(dict.fromkeys(w.replace("年度", "年") for w in words), key=lambda w: w in _TIME)
    return "/".join(ordered)


def _counts_beneficiary(word: str, beneficiary: str | None) -> bool:
    if word == "个项目" and beneficiary and beneficiary_kind(beneficiary) in ("企业", "单位"):
        return False
    if word in _COUNTED or word in ("个项目", "季") or word.endswith(("区县", "县区")):
        return True
    if word == "产品" and beneficiary and beneficiary_kind(beneficiary) is None:  # 新材料、软件|每个产品
        return True
    if word in _TIME or word in _PIECES or not beneficiary:
        return False
    named = re.sub(r"[（(][^（）()]*[）)]", "", beneficiary)  # 示范镇（街办）
    return named.endswith(word) or named in word or word[-2:] == named[-2:]


_BASE = re.compile(
    r"(?:按照|按|给予|参照|依照|对|以|为|(?:奖励|补[助贴])(?![金额资标总]))(?:其|该|(?:企业|单位)(?![及和]))?(?:不超过|最高不超过|最高|不高于)?(?P<b>[^,;。\d]{2,40}?)(?:\([^()]*\))?的?"
    r"(?:不超过|最高|不高于)?$"
)
"""按项目|设备投资额|的10%."""
_BASE_TAIL = re.compile(
    r"(?P<b>[^,;。的在\d]{0,24}(?:投入|费用|金额|总额|额|经费|支出|成本|租金|房租|保费|利息|价款|价格|收入|造价|标准|利率|投资|资金|贡献|费)"
    r"(?:部分)?(?:\([^()]*\))?)的?(?:给予|予以|按照?)?$"
)
"""企业实际支付的|租金给予|50%补贴."""
_BASE_AFTER = re.compile(r"^(?:以内)?的?(?:一次性)?(?P<b>[^,;。\d的]{2,12}?)(?:补贴|补助|奖励|减免|资助|贴息|奖补)")
"""50%的|房租|补贴."""
_LET_OFF_OF = re.compile(
    rf"^的?[\u4e00-\u9fff]{{0,3}}(?:幅度|比例|标准)?减免(?:[^,;。\d]{{2,60}}?{TAXED}的)?"
    r"(?P<b>[^,;。\d的]{2,40}?[税费金])(?=[,;。(]|$)"
)
"""按50%幅度减免个体工商户的|资源税|、房产税."""
_BOUGHT_AFTER = re.compile(r"^的?(?P<b>[^,;。\d]{1,20}(?:费用|费|额|投入|款|金|成本))(?=[,;。]|$)")
"""最高40%|新购置研发仪器设备费用|."""
_GIVEN_TO = re.compile(r"^(?:给予|予以)?(?:补贴|补助|资助|减免)(?=..)")
"""最高40%|补贴|设备购置费."""
_GIVES = re.compile(r"^.*(?:给予|补贴|补助|资助|减免)(?!资金|标准|金额|额|总额|费)(?=..)")
"""规模养殖场养猪补贴|保费|70%."""
_RATIO_OF = re.compile(
    r"(?:^|[,;:])(?P<b>[^,;:()\d的]{2,20}(?:费用?|额|款|支出|成本|投入|利息|租金))的?(?:最高)?"
    r"(?:支持|补助|补贴|奖励|资助|贴息)比例(?:为|不超过|最高)*$"
)
"""系统改造费用|最高支持比例为|50%."""
_BY = re.compile("^.*(?:根据|依据)其?(?=..)")
"""地方财政根据其|改制过程中中介费用|的80%."""
_OF_A_SHARE = re.compile(r"(?:按照?|以)(?:其|该)?(?P<b>[^,;。\d()]{2,30}?)的?一定比例\([^()]*$")
"""按照其|财政贡献增量|的一定比例（第1年50%."""
_SUBSIDISED = re.compile(
    r"(?P<b>房屋租金|房租|租金|场租|利息|保费|运费|电费|展位费|学费|[\u4e00-\u9fff]{0,4}费用)(?:补[助贴]|减免|资助|返还)"
)
"""给予最长五年的|房租|补贴，其中前两年100%."""
_YEAR_OF = re.compile(r"(?<=[费额用款金入出本])(?:的)?(?:前|后|第|首)[一二三四五\d]?个?年度?(?:按|为)?$")
"""按照实际服务费|第一年|50%: when it is paid, none of the base."""
_RAISED_TO = re.compile(
    r"(?:提高|提升|上调|上浮|调整)(?:资助|补助|补贴|奖励|支持)?(?:比例|标准)?(?:到|至|为)$|(?:比例|标准)(?:提高|提升)(?:到|至|为)$"
)
"""对初创企业|提高资助比例至|60%: of what is said before."""
_OF_THE_TAKER = re.compile(
    r"^[^，,。；;]{2,30}?(?:主体|企业|机构|单位|[应需供]用?方|公司)(?:的|在)?(?=(?:[^，,。；;]{0,24}?)(?:实际|研发|采购|投资|设备|软件)[^，,。；;]{0,8}(?:额度?|投入|费用?|款|金)$)"
)
"""给予|应用方|实际投入最高30%, 给予|提供机构的|实际研发投入50%: who gets it."""
_CLOSING = re.compile(r"^[^（(）)]*[）)](?=[\u4e00-\u9fff]{2})")
"""（即…，|以下称OPC）|算力服务费用的50%: the end of a bracket."""
_SUM_BEFORE = re.compile(r"^.*\d[万亿]*元(?:、|和|及)(?=[\u4e00-\u9fff]{2})")
"""分别给予10万元、|设备投资额|5%的补助: the sum beside it."""
_NO_BASE = re.compile(
    r"^(?:比例|标准|一次性|资金|财政|配套|分档|适当|相应|定额|给予|予以|进行|实施|发放|享受|提供|兑现)*$"
)
"""50%的|一次性|奖励, 10%的|配套|资助, 80%的|比例分档实施|奖补."""
_BASE_LEAD = re.compile(
    r"[^,;。在对]{0,30}(?:总?投资|投入|费用|金额|额|经费|支出|成本|租金|保费|利息|价款|贡献|展位费)(?:部分)?(?=的?,)"
)
"""对|企业研发投入|，给予10%补助."""
_COUNTED_FROM = re.compile(
    r"以(?:其|该)?(?P<b>[^,;。\d]{2,30}?)为(?:补[助贴]|奖[励补]|计算|核定|计提|资助)?(?:基数|依据|基准)"
)
"""以|研发投入|为基数，按30%给予补助."""
_MATCHED = re.compile(
    r"(?:获得?|取得|争取到?|得到)(?:的)?(?P<b>[^,;。\d]{0,14}(?:补[助贴]|奖[励补]|资助|支持|资金|经费))(?=[的,])"
)
"""对获得|国家、省级补助|的,按照1:0.5的比例给予配套."""
_EXCESS = re.compile(r"(?P<b>[^,;。对(]{2,24}(?:超过|超出|高于)[^,;。]{1,16}?的?部分),?[^,;。\d]{0,8}$")
"""对|企业研发投入超过1000万元的部分|,按照5%."""
_LIMIT_WORDS = re.compile(r"^.*(?:额度|金额|标准)?(?:原则上)?(?:最高不超过|不超过|不高于|不低于|不少于|最高)")
"""给予|补助金额不超过|设备投资额的30%."""
_SINGLE = re.compile(r"(?:给予|予以)?(?:单个|单一|每个|单|每)(?:项目|企业|主体|机构)$")
"""按项目投资额给予|单个项目|20%: each of them, no base."""
_GIVEN = re.compile(r"(?:给予|予以)$")
"""按租金|给予|50%补贴."""
_PAID_FOR = re.compile(r"(?:额|款|费|费用|金额|经费|投入|租金|收入|利息|成本|部分|价)(?:给予|予以)$")
"""按设备|投入给予|30%补助."""
_NO_THING = re.compile(r"^(?:[\u4e00-\u9fff]{2})?(?:标准|比例)为?$|^年化$|给予$|(?:年|减免)$|^给予")
"""支持|比例为|50%, 按|年化|2%贴息, 给予前两|年|100%补贴: no base."""
_DONE = re.compile(r"(?:补助|补贴|奖励|资助)$")
"""给予房租|补贴|50%: what is done, no base."""
_OF_WHOM = re.compile(r"^[^的]{0,8}(?:企业|单位|机构|合作社|农户)(?=[^的]{2,4}$)")
"""给予物流企业|租金."""
_BEFORE_BASE = re.compile(
    r"^(?:个月的?|[^,;。的]{2,10}可?返还其?|对(?=[^,;。]{4})|其个人|其|该款?|款(?=产品)|或者?|企业实际发生的?|(?:并|可)?享受|(?:一次性|据实)+(?:补助|补贴|奖励|资助)?(?!标准|资金|金额|额度|总额))+"
)
"""参保企业可返还其|上年度缴纳的保费的50%, 按该|企业实际发生的|运费的50%, |其|设备投资额给予10%."""


def base_of(reading: Reading, grant: Grant, figure: Figure) -> str | None:
    """What a share is taken of: 设备投资额, 培训经费, 房租; None if the words do not say."""
    folded = reading.folded
    first = next((group[0] for group in figure_lists(folded, grant.rates) if figure in group), figure)
    if first is not figure:
        return base_of(reading, grant, first)
    at = figure.scope[0]
    begin = after_last(folded, ",;。\n\t", max(grant.start, figure.start - 200), at)
    if more := UPLIFT.search(folded, begin, at):
        return more["b"]
    for said in (_OF_A_SHARE, _COUNTED_FROM, _EXCESS):
        if told := said.search(folded, grant.start, at):
            return reading.wide[told.start("b") : told.end("b")]
    before = _SUM_BEFORE.sub("", _YEAR_OF.sub("", _CLOSING.sub("", reading.wide[begin:at])))
    if _RAISED_TO.search(before):
        return None
    return (
        _base_before(_SINGLE.sub("", before))
        or _matched(reading, grant, figure)
        or _base_behind(folded[figure.scope[1] : figure.scope[1] + _LONGEST_LIST])
        or _base_elsewhere(reading, grant, figure)
    )


def _base_before(before: str) -> str | None:
    """What the words of the clause right before a share say it is taken of: 按设备投资额的|10%."""
    folded = fold(before)
    if found := _named_base(before, folded):
        return found
    if ratio := _RATIO_OF.search(folded):
        return before[ratio.start("b") : ratio.end("b")]
    tail = _BASE_TAIL.search(before)
    said = _BY.sub("", _GIVES.sub("", _LIMIT_WORDS.sub("", tail["b"].lstrip("%、")))) if tail else ""
    return _BEFORE_BASE.sub("", said).removesuffix("部分") or None


def _matched(reading: Reading, grant: Grant, figure: Figure) -> str | None:
    """What others gave, where as much again is added: 获得省级奖励的，按|50%配套."""
    if "配套" not in reading.folded[figure.end : grant.end]:
        return None
    found = _MATCHED.search(reading.folded, grant.start, figure.scope[0])
    return reading.wide[found.start("b") : found.end("b")] if found else None


def _base_elsewhere(reading: Reading, grant: Grant, figure: Figure) -> str | None:
    """What a clause ahead, the share before, or what is given says: 给予最长五年的房租补贴，前两年|100%."""
    lead = _BASE_LEAD.findall(reading.folded[grant.start : figure.scope[0]])
    if lead:
        return re.sub(r"^(?:[\d.]+[^的]{0,14}的|按照?|以|根据|[^,;]*?用于抵扣|抵扣)", "", lead[-1]).removesuffix("部分")
    earlier = [rate for rate in grant.rates if rate.start < figure.start]
    if earlier:
        return base_of(reading, grant, earlier[-1])
    subsidised = _SUBSIDISED.search(reading.folded, grant.start, figure.start)
    return subsidised["b"] if subsidised else None


def _base_behind(words: str) -> str | None:
    """What the words behind a share say it is taken of: 50%的|房租|补贴, 按50%幅度减免个体工商户的|房产税|."""
    let_off = _LET_OFF_OF.match(words)
    if let_off:
        return let_off["b"]
    after = _BASE_AFTER.match(words[:20])
    if after and not _NO_BASE.match(after["b"]) and not _NO_THING.search(after["b"]):
        return after["b"]
    bought = _BOUGHT_AFTER.match(words[:30])
    return _GIVEN_TO.sub("", bought["b"]) if bought else None


_LONGEST_LIST = 100
"""Characters behind a share in which the taxes it lets off are looked for."""


def _named_base(before: str, folded: str) -> str | None:
    match = _BASE.search(folded)
    if not match:
        return None
    found = re.sub(r"的?(?:不超过|最高|不高于)?$", "", before[match.start("b") :])
    found = _GIVEN.sub("", found) if _PAID_FOR.search(found) else found
    found = re.split(r"(?:给予|按照|按|(?:一次性|据实)+(?:补助|补贴|资助)?(?!标准))(?:其|该)?", found)[-1]
    found = _OF_WHOM.sub("", _BEFORE_BASE.sub("", _LIMIT_WORDS.sub("", found)))
    by = match[0].startswith(("按", "参照", "依照"))
    if match[0].startswith("给予") and ENDS.search(found):
        return None
    if match[0].startswith(("给予", "予以")):
        found = _OF_THE_TAKER.sub("", found)
    found = found.removeprefix("减免")
    done = _NO_THING.search(found) or (not by and _DONE.search(found))
    found = found.lstrip("%、").strip("的")
    return None if len(found) < 2 or done else found
