"""Names of recipients inside longer phrases: 经认定的省级示范县 → 省级示范县, 企业通过…的 → 企业."""

from __future__ import annotations

import re

from extract.annotate.words import leading_verb
from extract.interpret.grammar import COMMA
from extract.interpret.heads import DEED, DEEDS, bare_noun, compound, continues_name, listed, names_nobody, recognised
from extract.lexicon import alternation, load

_WORDS = load("subsidies")
NOUN = alternation(_WORDS["recipients"] + _WORDS["objects"])
_SUFFIX = (
    r"员|师|士|手|者|(?<!招)商|(?<![发招民卫养新再产])生|站|室|馆|坊|队|营地|主播|"
    r"(?:示范|度假|集聚|聚集|保护|功能|试验|服务)区"
)
_FIRSTS = "".join({word[0] for word in _WORDS["recipients"] + _WORDS["objects"]})
"""The characters that the words begin with: a quick way past those where none can begin."""
ENDS = re.compile(
    rf"(?=[{_FIRSTS}员师士手者商生站室馆坊队营主示度集聚保功试服])(?:{NOUN}|(?<=[\u4e00-\u9fff])(?:{_SUFFIX}))(?:\([^()]*\)|（[^（）]*）)?等?$"
)
"""A phrase that ends in a recipient: 农村电商企业, 全职高端人才（团队）, 第三方物流企业等, 技能大师工作室."""
_ACT = re.compile(rf"^(?:{alternation(_WORDS['acts'])}|\d|（)")
_LONG_NOUN = alternation([word for word in _WORDS["recipients"] if len(word) > 1])
THING_ENDS = re.compile(rf"(?:{alternation(_WORDS['objects'])})等?$")
"""养老服务|设施|, 文旅|项目|等: a thing, nobody who acts."""
_FIRST = re.compile(
    rf"^(?P<np>[^，,。；;]{{0,45}}?(?:{_LONG_NOUN})+(?:（[^（）]*）|\([^()]*\))?(?:(?:或|、|和|及)[^，,。；;的]{{0,12}}?(?:{_LONG_NOUN})+)*)"
    r"(?!所得|规模|数(?![字智])|[级工才员民委外办政内域业标群别性区商者制型])"
)
"""The recipient a phrase begins with: 贫困户|通过村级…邮寄…的; 电子商务企业或网商|聘用…的."""
_GAINED = re.compile(
    r"^(?:新增(?=获|入选|认定|通过)|(?:新|全职|柔性)*(?:引进|培养|培育|认定|评定|创建|引育|招引|设立|迁入|落户|注册|成立|入驻|获批|建成)"
    r"(?:[、和或及](?:新|全职|柔性)*(?:引进|培养|培育|认定|评定|创建|引育|招引|设立|迁入|落户|注册|成立|入驻|获批|建成))+的|"
    r"新(?:引进|引入|招引|迁入|落户|入驻|认定|评定|获评|设立|获批|评)(?:为|的)*|由(?=[我本全])|(?:可以|可)对|或者|按照?(?=[^照规要])|"
    r"遴选|选拔|一批|该领域|经认定的?|经考核\S{0,4}的|新(?!一代)(?![建型能材设增开兴三媒质市进就生业农基零文消职居])|[首初]次|当年度?|年度(?!计划)|成功|获得|荣获|获批|获评|入选|通过|"
    r"第[一二三四五]年|首年|次年|被?(?:认定|评定|评选|评|命名|授予|确定)(?:为|的)?|备案为|经[^的，,]{2,20}?(?:确认|认定|评定|评选|评)为|经过?[^的，,]{0,12}备案的|创建为?|列入|纳入|进入|符合条件的|(?:全职)?(?:引进|培养|培育|招引|入驻)的|"
    r"新?(?:晋升|晋级|升级)为?|以[^，,的]{2,8}方式[^，,的]{0,4}的|"
    r"我[省市区县州]|全[省市区县州]|本[省市区县州]|辖区内?|区内|市内|省内|园区内|在[我本][省市县区州](?:举办|举行|召开|首演|首发|立项|备案|拍摄|取景|出版)的|在我[省市县区州]|的|等)+"
)
"""How it was gained or where it lies: 经认定的|, 我市|, 获得|, 新引进|, 以单位方式参保的|."""
_BY_WHICH = re.compile(
    r"(?:首次|新|成功)*(?P<kept>(?:获得|荣获|获|通过|入选|列入|纳入|认证|取得|考取)[^的，,]{2,30}的(?P<who>[^的，,]+))$"
)
"""首次|获得中国质量奖的企业|: what it has gained is all that sets it apart."""
_DULY = re.compile(r"^(?:并?(?:按(?:规定|时|要求|期)|依法|足额|如实)){1,3}(?=[^，,]{4,}的)")
"""|并按规定足额|缴纳保险费的企业."""
_PART = re.compile(r"(?:完成|申报|承担|牵头|建设|依托|参与|起草|获奖)(?:单位|企业|机构|人|人员|团队)$")
"""获得自然科学奖一等奖的|第一完成单位|: a part played, which says too little alone."""
_NUMBERED = re.compile(
    r"^[^，,]{0,8}?(?:不少于|不超过|最多|约)?\d+(?:名|家|个(?!月)|位|户|人|类（[^（）]{1,3}）)(?:以上|左右)?(?!、)"
)
"""选拔资助不少于100名|青年科技人员."""
_CHOSEN = re.compile(
    r"^每(?:[一两二三四五\d]+)?(?:年|届|轮)(?:度)?(?:选拔|评选|遴选|评审|认定|表彰)(?:[一1][轮次批届])?(?:[省市县区])?(?=[\u4e00-\u9fff]{4})"
)
"""每三年选拔一轮区|拔尖人才: when they are chosen."""
_SO_MANY = re.compile(r"(?<=[\u4e00-\u9fff]{2})\d+余?[名家个位户](?:左右|以内|以上)?$")
"""拔尖人才|20名左右|, 优秀企业|10家|."""
_TITLED = re.compile("(?:荣誉)?称号$")
"""获得农民田间学校|称号|, 给予…: whoever bears it."""
_TAKEN_UP = re.compile(r"^(?:支持|鼓励|引导)[^，,]{0,24}?(?:创建|建设|申报|打造|培育|争创|获批)")
"""支持企业和机构创建|国家级创新中心: what is founded stands for whoever founds it."""
_CHARGE = re.compile(
    r"（各?[^（）]*负责[^（）]*）|^(?:单[个台套件项](?=[^位目])|单(?=项目)|同一|每类|每[个家户位所座项条台辆](?=[^月年])|（[^（）]{1,4}）|并且?|由(?=[我本全]))+"
)
"""每家|企业, 同一|项目, 示范园区|（市商务局负责）|."""
EXPLAINED = re.compile(r"（(?:指|即|含|不含|包括|以下(?:简称|统称))[^（）]*）(?=$|[，,])")
"""区内企业|（指主要业务在区内的企业）|."""
_DOES = re.compile(
    r"^(?:单次|一次性|全年|累计|年度)*(?:上云(?!企业)|引进|组织|介绍|举办|承办|推荐|招用|吸纳|开设|创[建办]|[领兴]办|参加|购买|租赁|实施|开展|接待|聘用|集中|具备|推广|从市外|游览|带动|额度)"
)
"""组织|旅游专列团队: what somebody unnamed does, not who does it."""
_GENERIC = frozenset(
    [
        "企业",
        "机构",
        "单位",
        "项目",
        "平台",
        "个人",
        "主体",
        "产品",
        "人员",
        "园区",
        "中心",
        "基地",
        "公司",
        "组织",
        "者",
        "人",
        "户",
        "品牌",
        "活动",
        "学校",
        "方案",
    ]
)


def is_generic(name: str) -> bool:
    """Whether the name alone says too little: 企业, 项目."""
    return name in _GENERIC


_FOUNDS = re.compile(
    r"(?:有条件的)?(?:各|全)?(?:地方?|[省市州区县]+|[省市州区县]（[^（）]*）|(?:地方|各级)?政府)(?:根据[^，,]{0,8})?(?:设立|安排|出台|发放|统筹|给予|建立)"
)
"""有条件的县区设立|专项资金, 各地安排|配套资金."""


def is_payer(phrase: str) -> bool:
    """Whether a public body is encouraged to pay by itself: 有条件的县|设立|专项资金."""
    return bool(_FOUNDS.match(phrase))


def tidy(phrase: str) -> str:
    """The phrase without what only says how it was gained or where it lies: 经认定的, 我市, 获得 ….

    >>> tidy("经认定的省级农村电商示范县")
    '省级农村电商示范县'
    """
    phrase = _TAKEN_UP.sub("", EXPLAINED.sub("", _CHARGE.sub("", phrase))).strip(" 、，,的")
    phrase = _DULY.sub("", phrase)
    gained = _BY_WHICH.match(phrase)
    if gained and (is_generic(gained["who"]) or len(gained["who"]) <= 2 or _PART.search(gained["who"])):
        return gained["kept"]
    phrase = _NUMBERED.sub("", _SO_MANY.sub("", _CHOSEN.sub("", phrase))) or phrase
    shorter = _GAINED.sub("", phrase)
    bearer = _TITLED.sub("", shorter)
    shorter = bearer if bearer != shorter and ENDS.search(bearer) else shorter
    return shorter if len(shorter) >= 2 else phrase


LED_BY = re.compile(
    r"^由[^的，,、]{2,20}(?:牵头|主导|领衔|发起|举办|承办|主办|组织|运营)(?:组建|建设|设立|实施|成立|开展)?的(?=[\u4e00-\u9fff]{2})"
)
"""由龙头企业牵头组建的|创新联合体: who leads it is not who is paid."""


_APPROVED = re.compile(r"(?<=[\u4e00-\u9fff]{2})经[^，,的]{2,16}?(?:批准|核准|审批|同意|备案)(?=[^，,的]{2,}的)")
"""高新技术企业|经国家有关部门批准|发行的债券: by whose leave somebody does it."""


def noun_phrase(phrase: str) -> str | None:
    """The recipient in a phrase that follows 对, or None.

    年网络销售额超过1000万元的农产品品牌 → 农产品品牌; 贫困户通过…邮寄…的 → 贫困户; 获得各级奖项的企业 → itself.
    """
    phrase = _TERMS_BEHIND.sub("", _APPROVED.sub("", phrase))
    phrase = LED_BY.sub("", ONE_NEW.sub("", _LONG_REMARK.sub("", phrase.strip(" ，,"))))
    seated = _SEATED.match(phrase)
    if seated:
        return seated["who"]
    brought = _BROUGHT_BY.match(phrase)
    phrase = phrase[brought.end() :] if brought else phrase
    parts = [part for part in COMMA.split(_AND_IS.sub("，", phrase)) if part]
    if not parts:
        return None
    relative = "的" in parts[0] and ENDS.search(parts[0]) and not THING_ENDS.search(parts[0])
    actor = None if relative else actor_of(parts[0])
    if actor:
        return actor
    owner = _OWNER.match(parts[1]) if parts[1:] and "的" not in parts[0] else None
    named = actor_of(parts[1][owner.end() :]) or _first_of(parts[1][owner.end() :]) if owner else None
    if named:
        return named
    more = [part for part in parts[1:] if part.startswith(("且", "并", "同时")) and "的" in part and _ending(part)]
    if parts[1:] and _HIRED.match(parts[0]) and _EMPLOYER.search(parts[-1]) and (hirer := _ending(parts[-1])):
        return hirer
    last = _ending(parts[-1]) if parts[1:] and re.search("的(?!$)", parts[-1]) else None
    for part in more[-1:] or parts:
        found = _ending(part)
        if found:
            return last if last and THING_ENDS.search(found) and _HAS.match(part) else found
    return _unlisted(parts) or _first_of(parts[0]) or (_first_of(parts[1]) if parts[1:] else None)


_HAS = re.compile(r"(?:并|且)?(?:配有|配备|配套|建有|设有|拥有|具有|具备|安装|持有)")
"""|配有|一定数量的健身设施，经常开展活动的体育俱乐部: what it has to have."""
_AND_IS = re.compile(r"(?<=项目|企业|单位|机构|主体|平台|园区)且(?=[^，,]*[^，,的]{6,}的?$)")
"""对纳入统计的制造业项目|且|年内完成固定资产投资5000万元以上的: what else it has to be."""
_SEATED = re.compile(
    rf"(?P<who>(?:总部|注册地|注册|住所|经营地|办公地|主营业务|工商|税务|统计)[^，,的]{{0,14}}(?:在|位于|设在)[^，,的]{{1,16}}的"
    rf"(?:{_LONG_NOUN}))(?=[在于首新通获被成])"
)
"""总部和主营业务均在高新区的企业|在境内主板上市的: the seat belongs to the name."""
_HIRED = re.compile(r"(?:新|首次|当年)*(?:招[用录]|聘用|吸纳|招聘|录用|引进)")
_EMPLOYER = re.compile(r"的(?:企业|单位|机构|用人单位|合作社|社会组织)$")
"""新招用毕业生，签订劳动合同的|企业|: who hires them."""
_OWNER = re.compile(r"[并且](?:拥有|具有|具备|掌握|持有)[^，,的]{2,20}的(?=[^，,]{2})")
"""掌握领先技术，|并拥有自主知识产权的|团队入驻高新区."""
MADE_ONE = r"(?:新?(?:建设?|发展|改造)|新增)[一1](?:个|座|处|家|栋|口)"
"""|新建1个|1万平方米以上连栋大棚."""
ONE_NEW = re.compile(
    rf"^{MADE_ONE}"
    r"(?:[\d.]+万?(?:平方米|立方米|亩|座|头|只|张|吨|米)(?:及?以上)?的?)?(?=[\u4e00-\u9fff]{2})"
)
"""对|新建1个1万平方米以上|连栋大棚: what is made, whatever its size."""
_LONG_REMARK = re.compile(r"(?<=[\u4e00-\u9fff])[（(][^（）()]{10,}[）)](?=$|[，,])")
"""首次来我市就业人员|（户籍在外省且首次参保的人员）|，签订劳动合同的."""


_LACKS = re.compile(r"(?:在[^，,的]{2,12}?)?(?:没有|无)")
"""对|在本区范围内没有|工业用地，租赁厂房的企业: a condition."""


def _unlisted(parts: list[str]) -> str | None:
    """The noun phrase by grammar alone; in a later part only with what qualifies it (成立满一年，…的|文旅综合体)."""
    for i, part in enumerate(parts):
        if _LACKS.match(part) and "的" not in part:
            continue
        part = _GAINED.sub("", part)
        known = _FIRST.match(part)
        after = part[known.end() :] if known else ""
        named = ENDS.search(part) or after.endswith(("集群", "商圈", "产业带"))
        clause = after and "的" not in after and (not named or DEED.search(after)) and not continues_name(after)
        plain = "的" not in part
        found = None if clause or (plain and (i or _DOES.match(part))) else bare_noun(part)
        if found:
            return tidy(found)
        if part.endswith("的"):
            return None
    return None


def _first_of(part: str) -> str | None:
    """The recipient that a part begins with, whatever follows: 银行机构|贷款增速超计划的."""
    part = _GAINED.sub("", part)
    match = _FIRST.match(part)
    if match and continues_name(part[match.end() :]):
        return part.removesuffix("的")
    name = match["np"].strip("的") if match else ""
    told = name and not (_DOES.match(name) or _BUILDS.match(name) or _SETTING.match(name))
    return name if told else None


_SETTING = re.compile("[在被近]|[^，,]*(?:参照|比照)")
"""|近|三年内获奖的企业, |在|本市投资的企业, |新增面积参照|新设企业的方式: where, when and how, nobody named."""


_BUILDS = re.compile(r"(?:新建|改建|扩建|改扩建|建设)(?!方|单位)")
"""新建|社区|卫生服务站的: what is built, nobody who could be paid."""


def _ending(part: str) -> str | None:
    """The recipient that a part of the phrase ends in: 上年度营业收入…的|外贸企业|."""
    if ENDS.search(_PROMOTED.sub("", part)):
        part = _PROMOTED.sub("", part)
    place = _OF_PLACES.search(part)
    if place:
        return place["which"]
    if not ENDS.search(part):
        return None
    whole = listed(part)
    if whole:
        return tidy(whole)
    head, _, last = part.rpartition("的")
    last = last.removesuffix("等")
    if head and _PART.search(last) and _BY_WHICH.match(part):
        return tidy(part)
    if head and not is_generic(tidy(last)) and len(last) > 2 and ENDS.search(last):
        return tidy(last)
    if not head and _DOES.match(_GAINED.sub("", part)):
        return None
    return tidy(part if not head or len(part) <= 40 else last)


_OF_PLACES = re.compile(r"[^，,]{4,}的(?P<which>区|县|县区|区县|县市区|乡镇|街道|[镇乡村])$")
"""贡献率排名前三的|区|."""
_PROMOTED = re.compile(r"(?:健康|加快|创新|高质量|规范)*(?:建设|发展|创建|壮大|做大做强)$")
"""支持乡村工坊|发展|."""


_BEFORE_ACTOR = re.compile(r"^（[^（）]*）|^(?:每年|全年|当年度?|上年度?|经认定的|其中)(?=[^的])")
"""（含个体户）|企业…, 每年|旅行社…."""
_NO_ACTOR = re.compile(
    r"获得|获批|通过|入选|(?:首次|连续|当年)*被(?!(?:征收|征地|拆迁|搬迁|安置|保险|抚养|扶养|照料|征用)[人户者])|经|在(?![校读职岗])|为|与|将|按|每|有(?=国|省|全)"
)
"""获得|…的企业: what stands first is what was done, nobody who does it."""


_ONCE = re.compile(r"^(?:单次|每次|累计|先行|率先|主动|自主|成功)+(?=[\u4e00-\u9fff])")
"""旅行社|单次|组织游客20人以上的."""
_TERMS_BEHIND = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:择优|优先|适当|分类|分档|依法依规|依法|按(?:照)?(?:规定|有关规定|相关规定|政策|标准|程序))$"
)
"""在社区提供养老服务的机构|按规定|, 基础设施项目|择优|: how it is given."""
_SERVES = re.compile(r"(?P<who>[^，,的为\d]{2,16})为[^，,]{2,24}?(?:提供|开展|代理|承担|进行)[^，,]{2,}的$")
"""平台|为本市企业提供服务的: not whom they serve."""


_BROUGHT_BY = re.compile(
    rf"[^，,的\d]{{0,10}}?(?:{_LONG_NOUN})(?:自主|全职|柔性|新|成功|首次|当年)*(?:引进|招用|聘用|培养|招聘|引育|吸纳|录用|推荐)的(?=[^，,]{{2}})"
)
"""企业全职引进的|博士来本市购房的: who is brought, not who brings him."""


def actor_of(part: str) -> str | None:
    """Who does something in the words: 本地电商企业|新开设旗舰店 → 本地电商企业; None where they only name somebody."""
    part = _BEFORE_ACTOR.sub("", part)
    if _NO_ACTOR.match(part) or _MEASURED_THING.match(part):
        return None
    serves = _SERVES.match(part)
    if serves and ENDS.search(serves["who"]):
        return tidy(serves["who"])
    match = _FIRST.match(part)
    after = _ONCE.sub("", part[match.end() :]) if match else ""
    does = (_ACT.match(after.removeprefix("等")) or _acts(match, after)) and not continues_name(after)
    more = compound(after)
    if match and more and "的" not in match["np"]:
        return tidy(match["np"] + more)
    head, _, last = match["np"].rpartition("的") if match else ("", "", "")
    if does and head and ENDS.search(last) and not re.search(r"\d|且|为", last) and not is_generic(last):
        return None if _DOES.match(last) or THING_ENDS.search(last) else tidy(last)
    if not match or re.search(r"的|\d|以上|且|为|达到|超过", _GRADUATED.sub("", match["np"])) or not does:
        return recognised(part) or _doer(part)
    founded = _FOUNDED.match(after)
    name = tidy(match["np"]) + (founded[0] if founded else "")
    return None if _DOES.match(name) else name


_GRADUATED = re.compile(r"毕业(?:\d|[一二三四五])年(?:以)?内(?:的)?")
"""在校及|毕业5年内|大学生: who they are."""
_MEASURED_THING = re.compile(
    r"[^，,的\d]{0,12}(?:设备|软件|资产|技术|研发)(?:（[^（）]*）)?(?:总|实际|购置)?投[资入](?:总?额)?[^，,的\d]{0,6}\d"
)
"""设备（含软件）|投资100万元以上、以工业互联网为主的项目: how large, nobody who invests."""
_GIVEN = re.compile("给予|予以|给与|发放|奖励|补[助贴]|资助|减免")
"""首次上规的工业企业|给予|奖励: what is done for him."""


def _acts(match: re.Match[str] | None, after: str) -> bool:
    """Whether a verb of no list stands behind a longer name: 粮食生产大户|持有土地流转合同."""
    if match is None or len(match["np"]) < 4 or len(after) < 4 or _GIVEN.match(after):
        return False
    relative = "的" in after[:-1] and (after.index("的") < _LONG_DEED or ENDS.search(after))
    return not relative and leading_verb(after) is not None


_LONG_DEED = 8
"""企业|导入并实施卓越绩效管理等先进|的质量管理方法: behind so many characters 的 qualifies what is done it to."""


_DOER = re.compile(rf"(?:{DEEDS}|在|于|赴|被|年(?=飞行|接待|销售))")
"""旅行商|在境外投放广告的: who does something, named by a word of no list."""


_FOUNDED = re.compile(r"(?:创办|领办|兴办)的?(?:企业|公司|实体|合作社|机构)(?=[^的，,]{2})")
"""高层次人才|创办企业|申请贷款的: what somebody founded does it."""


def head_of(name: str) -> str:
    """The recipient that a name ends in: 零售企业 → 企业; empty where the name is nothing else."""
    match = _HEAD.search(name)
    return match[0] if match and len(match[0]) < len(name) else ""


_HEAD = re.compile(rf"(?:{_LONG_NOUN})$")


def ends_in_recipient(name: str) -> bool:
    """Whether the name ends in a known body or kind of person."""
    return bool(_HEAD.search(name)) and not is_generic(name)


_ACTS = re.compile(rf"[在来到]|新建|{DEEDS}")
"""博士、硕士毕业生|在|本市工作的, 企业、合作社|新建|冷库的."""


def actors(part: str) -> str | None:
    """The words for all who do something: 博士、硕士毕业生|在本市工作的, 大学、院所|来本市的."""
    match = None if part.startswith(("支持", "鼓励", "引导")) else _FIRST.match(part)
    return match["np"] if match and _ACTS.match(part, match.end()) else None


def _doer(part: str) -> str | None:
    for match in _DOER.finditer(part, 2, 24):
        who = part[: match.start()]
        if re.search(r"[的\d]", who):
            return None
        if continues_name(part[match.start() :]):
            continue
        if ENDS.search(who) and not THING_ENDS.search(who):
            return None if _DOES.match(who) or DEED.match(who) or names_nobody(who) else tidy(who)
    return None


_NO_TOPIC = re.compile(rf"{DEEDS}|[其在被该经对按每于由从]|[一单同][个家一]|上述|首次")
"""在|本地投资500万元以上的, 实施|500万元以上技改的: nobody is named first."""


def topic_of(part: str) -> str | None:
    """Who is spoken of in a condition: 住宿企业|入境游客年度消费额在500万元以上的; None where none is named first."""
    if not part.endswith("的") or not re.search(r"\d", part) or _GAINED.match(part) or _NO_TOPIC.match(part):
        return None
    name = _first_of(part)
    return name if name and not is_generic(name) and not re.search(r"[的\d]", name) and name in part[:24] else None
