"""Ceilings over lists of promises, further grants that are no ceilings, relief in words."""

from __future__ import annotations

from typing import Any

import pytest
from promised import differences, subsidies

W = 10_000

LISTS: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "大型机奖励500万元，中型机奖励300万元，同一企业每年奖励总额不超过2000万元。",
        [{"amount_yuan": 500 * W, "cap_yuan": 2000 * W}, {"amount_yuan": 300 * W, "cap_yuan": 2000 * W}],
        "a total for one recipient over a year, on each of the list",
    ),
    (
        "首次流片的，按费用的30%给予补贴；多项目流片的，按费用的50%给予补贴，同一企业年度补贴总额不超过500万元。",
        [{"rate": 0.3, "cap_yuan": 500 * W}, {"rate": 0.5, "cap_yuan": 500 * W}],
        "over the parts of a sentence",
    ),
    (
        "对企业按投资额的30%给予补助，对合作社按投资额的40%给予补助，单个主体最高不超过100万元。",
        [{"rate": 0.3, "cap_yuan": 100 * W}, {"rate": 0.4, "cap_yuan": 100 * W}],
        "on a single recipient: every share of the list",
    ),
    (
        "对新认定企业奖励10万元，对技改企业按投资额的20%给予补助，最高不超过100万元。",
        [{"amount_yuan": 10 * W}, {"rate": 0.2, "cap_yuan": 100 * W}],
        "a bare ceiling is the last one's",
    ),
    (
        "对新建、改造项目分别按投资额的30%、20%给予补助，最高分别不超过500万元、300万元。",
        [{"rate": 0.3, "cap_yuan": 500 * W}, {"rate": 0.2, "cap_yuan": 300 * W}],
        "as many ceilings as shares",
    ),
    (
        "对企业按租用费用的20%给予补贴。每年发放总额不超过5000万元的算力券。",
        [{"rate": 0.2}],
        "what is spent in all is nobody's ceiling",
    ),
    (
        "对租用办公用房的企业按租金的50%给予补贴，每家企业每年最高100万元；入驻特色园区的，补贴比例提高至70%。",
        [{"rate": 0.5, "cap_yuan": 100 * W}, {"rate": 0.7, "cap_yuan": 100 * W}],
        "a raised share keeps its ceiling",
    ),
    (
        "对创投机构按投资损失的30%、单个项目最高100万元给予风险补偿。",
        [{"rate": 0.3, "cap_yuan": 100 * W}],
        "a ceiling in the clause of the share",
    ),
]
FURTHER: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "对新获批平台的企业，给予最高100万元扶持。对外地迁入的企业，经认定，每家最高给予500万元的一次性补助。",
        [{"amount_yuan": 100 * W, "upper_bound": 1}, {"amount_yuan": 500 * W, "upper_bound": 1}],
        "somebody else's promise with 最高 before 给予",
    ),
    (
        "对工作站给予10万元经费补助，成效显著的，最高可再奖励20万元。",
        [{"amount_yuan": 10 * W}, {"amount_yuan": 20 * W, "stacks": 1}],
        "再奖励 is more money",
    ),
    (
        "组织游客的旅行社，每人奖励50元；在上述标准基础上每人再增加30元。",
        [{"amount_yuan": 50, "per": "人"}, {"amount_yuan": 30, "per": "人", "stacks": 1}],
        "再增加 without a verb of giving",
    ),
    (
        "对高层次人才给予不低于3000万元、最高1亿元的支持。",
        [{"amount_min_yuan": 3000 * W, "amount_yuan": 10000 * W, "upper_bound": 1}],
        "a floor and a ceiling are a range",
    ),
    ("对高层次人才给予不低于50万元的安家补贴。", [{"amount_yuan": 50 * W}], "a floor that is given"),
    ("投资额不低于50万元的企业给予补贴。", [{}], "a floor that is to be met"),
    (
        "同一企业多次获奖的，只享受一次100万元的奖励。",
        [],
        "only once: nothing new",
    ),
]
LISTED: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "安家补贴标准为：A类人才300万元，B类人才150万元。",
        [{"amount_yuan": 300 * W, "instrument": "补贴"}, {"amount_yuan": 150 * W, "instrument": "补贴"}],
        "a list of standards without a verb",
    ),
    (
        "对博士研究生每人每月1500元、硕士研究生每人每月1000元给予生活补贴。",
        [{"amount_yuan": 1500, "beneficiary": "博士研究生"}, {"amount_yuan": 1000, "beneficiary": "硕士研究生"}],
        "the verb closes the list",
    ),
    (
        "对高校毕业生给予交通补贴，省外500元/人，省内200元/人。",
        [{"amount_yuan": 500, "per": "人"}, {"amount_yuan": 200, "per": "人", "instrument": "补贴"}],
        "sums by place behind the verb",
    ),
]
MATCHING: list[tuple[str, list[dict[str, Any]], str]] = [
    ("对获奖企业，分别按国家奖金的1:1、1:0.5给予配套奖励。", [{"rate": 1.0}, {"rate": 0.5}], "a list of ratios"),
    ("对获国家资助的项目，所在区按不低于1∶1比例给予配套。", [{"rate": 1.0, "stacks": 1}], "∶ and a floor"),
    (
        "企业购房的，每平方米补贴1000元，租房的，每平方米补贴50元。同时购置和租赁的，按以上规定合并计算补贴，最高不超过1000万元。",
        [{"amount_yuan": 1000, "cap_yuan": 1000 * W}, {"amount_yuan": 50, "cap_yuan": 1000 * W}],
        "taken together",
    ),
    ("企业应当提出申请，经认定可发放奖励的，按本细则拨付。", [], "who is meant, no promise"),
]
RAISED: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "对会议奖励5万元，有50名以上境外代表的，奖励金额上浮20%。",
        [{"amount_yuan": 5 * W}, {"rate": 0.2, "base": "奖励金额", "stacks": 1}],
        "so much more of what is given",
    ),
    ("企业进入创新层再奖20万元。", [{"amount_yuan": 20 * W, "stacks": 1}], "奖 alone before a sum"),
    ("对一等奖10万元、二等奖5万元。", [], "a prize by name gives nothing yet"),
    ("参加培训的每人补5万元。", [{"amount_yuan": 5 * W, "per": "人"}], "补 alone"),
    (
        "对企业按投资额的5%给予补助。本条单个企业每年最高500万元。",
        [{"rate": 0.05, "cap_yuan": 500 * W, "cap_per": "企业/年"}],
        "over an article",
    ),
    (
        "对租用场地的企业，前两年全额补贴、第三年按50%补贴租金，每平方米每月最高20元。",
        [
            {"kind": "full", "duration_years": 2, "cap_yuan": 20},
            {"kind": "rate", "rate": 0.5, "duration_years": 1, "cap_yuan": 20},
        ],
        "years in full before a share",
    ),
    ("对人才企业信用贷款最高500万元。", [], "what is lent"),
    ("每年统筹5000万元用于民宿发展，其中50%用于民宿奖补。", [], "how a budget is parted"),
    ("对人才按下表标准给予补助。", [], "the table says how much"),
    (
        "企业登记技术合同的，每登记1亿元技术合同成交额，奖励2万元。",
        [{"amount_yuan": 2 * W, "per": "1亿元"}],
        "for each so much registered",
    ),
]
BESIDE: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "给予主办方票房收入5%、最高50万元奖励。",
        [{"rate": 0.05, "cap_yuan": 50 * W}],
        "a share of takings, not a measure of somebody",
    ),
    (
        "对平台，按照当年服务收入15%、不超过100万元给予奖励。",
        [{"rate": 0.15, "cap_yuan": 100 * W}],
        "a share of takings without 的",
    ),
    (
        "对制造企业，按设备销售收入2%、软件服务收入的4%给予奖励，最高不超过10万元。",
        [{"rate": 0.02, "cap_yuan": 10 * W}, {"rate": 0.04, "cap_yuan": 10 * W}],
        "and two of them",
    ),
    (
        "对二孩、三孩家庭，分别给予购房款4%（限额4万元）、8%（限额8万元）的补贴。",
        [
            {"beneficiary": "二孩家庭", "rate": 0.04, "cap_yuan": 4 * W},
            {"beneficiary": "三孩家庭", "rate": 0.08, "cap_yuan": 8 * W},
        ],
        "a ceiling in each bracket, and shares by whom",
    ),
    (
        "对首次认定的企业，高新区按市级资金的100%进行匹配。",
        [{"rate": 1, "payer": None}],
        "匹配, and the base is no payer",
    ),
    (
        "按企业研发投入1:1比例分别给予最高600万元、300万元奖励。",
        [{"rate": 1, "cap_yuan": 600 * W}, {"rate": 1, "cap_yuan": 300 * W}],
        "one to one under ceilings",
    ),
    (
        "购买办公用房的，可按每平方米不超过800元且总额不超过40万元的标准给予补助。",
        [{"amount_yuan": 800, "per": "平方米", "cap_yuan": 40 * W}],
        "a ceiling of the whole beside a piece",
    ),
    (
        "按营收增量给予奖励，每增100万元奖励400元（不足100万元部分不予奖励），总额不超过20万元。",
        [{"amount_yuan": 400, "per": "100万元", "cap_yuan": 20 * W}],
        "refused in a bracket only",
    ),
    (
        "对企业增速达到10%的给予2万元奖励；每增加100万元产值，给予1000元奖励。增速奖励合计不超过8万元。",
        [{"amount_yuan": 2 * W, "cap_yuan": 8 * W}, {"amount_yuan": 1000, "cap_yuan": 8 * W}],
        "one ceiling by the name of what it limits",
    ),
    (
        "一、增产奖励\n（一）产值1亿元以上的企业，按增量的1%给予奖励。\n（二）对新增用工的农场，按工资的2%给予奖励。\n"
        "（三）每家企业该项奖励最高为500万元。",
        [{"rate": 0.01, "cap_yuan": 500 * W}, {"rate": 0.02, "cap_yuan": 500 * W}],
        "a ceiling in an item of its own",
    ),
    (
        "前2年给予企业地方贡献80%的奖励，后3年给予企业地方贡献50%的奖励，每年最高奖励不超过300万元。",
        [{"rate": 0.8, "cap_yuan": 300 * W}, {"rate": 0.5, "cap_yuan": 300 * W}],
        "every year of both",
    ),
    (
        "给予补助。补助标准：肉牛100-299头20万元；300头以上40万元。",
        [{"kind": "tiered"}],
        "a standard over semicolons",
    ),
    ("每户省级补助1400元。", [{"amount_yuan": 1400, "per": None, "payer": "省级"}], "who pays is not counted"),
    ("每个园区以奖代补15万元。", [{"amount_yuan": 15 * W, "per": "园区"}], "以奖代补 as the verb"),
    ("安排补贴资金1000万元。", [], "set aside"),
    ("消费券发放额度为1000万元，在市级财政预算中安排。", [], "what is handed out in all"),
    (
        "展览面积6000平方米—8000平方米（不含8000平方米）、8000平方米—10000平方米（不含10000平方米）的，分别给予20万元、25万元奖补。",
        [{"kind": "tiered"}],
        "ranges with their ends in brackets",
    ),
    ("按照每头奶牛5吨、每吨60元的标准给予补贴。", [{"amount_yuan": 60, "per": "吨"}], "per what the sum stands at"),
    ("对每对在本区登记结婚的夫妇给予1000元补贴。", [{"amount_yuan": 1000, "per": None}], "no per from a clause"),
    ("每公里增加1万元补助。", [{"amount_yuan": W, "per": "公里"}], "what is done is not counted"),
    ("每季拨付综合补贴8万元。", [{"amount_yuan": 8 * W, "per": None}], "nor is a quarter"),
    (
        "拖拉机（动力8.8千瓦以上）每年补助500元。",
        [{"amount_yuan": 500}],
        "kilowatts are no thousands",
    ),
    (
        "鼓励企业制定标准，按国际、国家分级，分别给予不超过60万元、30万元奖励。",
        [
            {"beneficiary": "企业（国际）", "amount_yuan": 60 * W},
            {"beneficiary": "企业（国家）", "amount_yuan": 30 * W},
        ],
        "分级 without a number",
    ),
    (
        "对主导制（修）订省级、行业、国家标准的企业，分别奖励4万元、6万元、8万元。",
        [
            {"beneficiary": "主导制（修）订省级标准的企业", "amount_yuan": 4 * W},
            {"beneficiary": "主导制（修）订行业标准的企业", "amount_yuan": 6 * W},
            {"beneficiary": "主导制（修）订国家标准的企业", "amount_yuan": 8 * W},
        ],
        "kinds of standards",
    ),
    (
        "对国际级、国家级体育赛事，按实际支出的40%给予补助，分别不超过300万元、150万元。",
        [
            {"beneficiary": "国际级体育赛事", "rate": 0.4, "cap_yuan": 300 * W},
            {"beneficiary": "国家级体育赛事", "rate": 0.4, "cap_yuan": 150 * W},
        ],
        "one share, a ceiling for each recipient",
    ),
    (
        "对企业技改贷款，按实际支付利息的50%、年利率不超过2%给予贴息。",
        [{"rate": 0.5, "upper_bound": 0}],
        "a bound of the rate beside it",
    ),
    (
        "对技改项目按投资额的8%给予补助；对亩均税收达20万元以上的企业，补助比例提高2个百分点。",
        [{"rate": 0.08}, {"rate": 0.02, "stacks": 1}],
        "raised by points",
    ),
    ("购买新能源汽车的，每辆补贴5000元，补贴总额1000万元。", [{"amount_yuan": 5000}], "all that is spent"),
    ("岗位补贴标准为当地最低工资标准的100%。", [{"rate": 1.0, "base": "当地最低工资标准"}], "标准为 without a verb"),
    ("对企业返还比例从60%最高提至90%。", [{"rate": 0.9}], "what it was is no promise"),
    ("安排就业专项资金8000万元，其中创业补贴2500万元、技能培训1800万元。", [], "parts of a fund"),
    ("项目立项后先行拨付资助资金的50%，验收后再拨付其余资金。", [], "an instalment"),
    ("可给予最高不超过20万元的创业担保贷款。", [], "a loan"),
    (
        "对机构介绍就业，稳定就业3个月、6个月的，分别按400元/人、600元/人给予补贴。",
        [{"kind": "tiered", "per": "人"}],
        "a tier by head",
    ),
    (
        "对完成I期、II期临床试验的药品，分别按研发投入的20%给予最高300万元、500万元补助。",
        [
            {"beneficiary": "完成I期临床试验的药品", "rate": 0.2, "cap_yuan": 300 * W},
            {"beneficiary": "完成II期临床试验的药品", "rate": 0.2, "cap_yuan": 500 * W},
        ],
        "期 with each member",
    ),
    ("由所在区给予企业10万元奖励。", [{"amount_yuan": 10 * W, "payer": "所在区"}], "who pays, by place"),
    (
        "外商项目第一年到资的，按到资额的8‰给予奖励；第二年到资的，按到资额的6‰给予奖励，每个项目三年奖励累计不超过300万元。",
        [{"rate": 0.008, "cap_yuan": 3e6}, {"rate": 0.006, "cap_yuan": 3e6, "beneficiary": "外商项目"}],
        "over the years, so on each of them",
    ),
    (
        "对客车生产企业，给予1000元/辆奖励；货车生产企业给予2000元/辆奖励，单家企业奖励资金不超过1000万元。",
        [{"amount_yuan": 1000, "cap_yuan": 1e7}, {"amount_yuan": 2000, "cap_yuan": 1e7}],
        "what one gets for all it makes",
    ),
]
RELIEF: list[tuple[str, list[dict[str, Any]], str]] = [
    ("对入驻企业，3年内租金全免。", [{"kind": "full", "base": "租金", "duration_years": 3}], "全免 behind the rent"),
    ("对入住人才，5年内免收租金。", [{"kind": "full", "duration_years": 5}], "免收 before it"),
    (
        "对入驻企业前3年免租金，后2年租金减半。",
        [{"kind": "full", "duration_years": 3}, {"kind": "rate", "rate": 0.5, "duration_years": 2}],
        "years of both",
    ),
    ("对重点企业减免租金。", [{"kind": "unspecified", "instrument": "减免"}], "减免 without a figure"),
    (
        "提供办公场所，租金“三免两减半”。",
        [{"kind": "full", "duration_years": 3}, {"kind": "rate", "rate": 0.5, "duration_years": 2}],
        "three years free, two at half",
    ),
    (
        "对低收入农户养牛保险全额补贴，其他农户、养殖场（合作社）养牛补贴保费60%，种公牛保费全额补贴。",
        [{"kind": "full"}, {"rate": 0.6, "base": "保费"}, {"kind": "full"}],
        "costs in full before and behind a share",
    ),
    (
        "企业前三年缴纳的税收予以全额奖励，第四、第五年按留成部分的60%给予奖励。",
        [{"kind": "full", "duration_years": 3}, {"rate": 0.6, "duration_years": 2}],
        "years by number",
    ),
    (
        "第一、二年场地租金全部补贴、第三、第四、五年租金补贴50%。",
        [{"kind": "full", "duration_years": 2}, {"rate": 0.5, "duration_years": 3}],
        "全部, and years of a list",
    ),
    ("对企业给予全额补助，每家最高不超过8万元。", [{"kind": "full", "cap_yuan": 8 * W}], "a ceiling goes with it"),
    (
        "给予规上企业9万元奖励（第一年奖励4万元，第二年奖励3万元，第三年奖励2万元）。",
        [{"amount_yuan": 9 * W}],
        "how a sum is paid out",
    ),
    ("奖金分3个阶段，分别按应奖励额的30%、30%和40%拨付。", [], "shares of what is owed"),
    ("审核批准后，依据有关规定，2年内予以兑现奖励。", [], "paying out is no new promise"),
    ("按见习6个月测算，补贴1500元/人×6月+300元/人=9300元/人。", [], "a worked sum"),
    ("给予岗位补贴。当地月最低工资标准为1600元。", [{"kind": "unspecified"}], "what it is reckoned by"),
    ("大病保险补偿比例提高到65%以上。", [], "what the insured get"),
    ("免租期满后，按市场价收取租金。", [], "the end of a relief"),
    (
        "农机合作社购置农机的，市财政按购机总价的10%补贴，各级补贴合计不得超过购机总价的50%。",
        [{"beneficiary": "农机合作社", "rate": 0.1}],
        "a share that limits what all levels pay",
    ),
    (
        "对投保的企业，按保费的50%给予减免，减免部分由市、县两级财政各负担50%。",
        [{"rate": 0.5, "base": "保费"}],
        "who bears it is no second promise",
    ),
    (
        "对龙头企业，年产值每净增1亿元再奖10万元，单户企业年度奖励不超过50万元。",
        [{"amount_yuan": 10 * W, "per": "1亿元", "cap_yuan": 50 * W}],
        "净增 is a step",
    ),
    (
        "对获评企业奖励60万元，建成当年拨付60%，次年考核合格后拨付其余40%。",
        [{"amount_yuan": 60 * W}],
        "parts of the sum, the first in the year itself",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    LISTS + FURTHER + LISTED + MATCHING + RAISED + BESIDE + RELIEF,
    ids=[reason for *_, reason in LISTS + FURTHER + LISTED + MATCHING + RAISED + BESIDE + RELIEF],
)
def test_promises(text: str, expected: list[dict[str, Any]], reason: str) -> None:
    silent = ("amount_yuan", "amount_min_yuan", "cap_yuan")
    assert not differences(subsidies(text), expected, silent), reason
