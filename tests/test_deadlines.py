"""Deadlines: a row for each time limit that a notice sets, none for conditions, payments and what is past."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import reading_of

from extract.interpret.deadlines import DeadlineDraft, deadlines


def rows(text: str) -> list[DeadlineDraft]:
    return deadlines(reading_of(text))


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, last day (for a recurrence: how often) and what is due."""
    return [(r.kind, r.recurrence if r.kind == "recurring" else r.end_on, r.applies_to) for r in rows(text)]


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("到2025年底，培育专精特新企业100家以上。", [("due", "2025-12-31", "培育专精特新企业100家以上")], "到 a year"),
        ("年底前，各市完成建设任务。", [("due", "2024-12-31", "各市完成建设任务")], "the year of the notice"),
        (
            "扩大开放范围，年底前实现全覆盖（省大数据局牵头，各市配合）。",
            [("due", "2024-12-31", "扩大开放范围，实现全覆盖")],
            "short words take the clause before; no bracket of units",
        ),
        (
            "各单位要在9月15日前将名单报市商务局。",
            [("due", "2024-09-15", "各单位名单报市商务局")],
            "a subject before the time",
        ),
        (
            "2025年，全市网络零售额达到200亿元。",
            [("due", "2025-12-31", "全市网络零售额达到200亿元")],
            "a plain year at the head",
        ),
        (
            "蓝田县、周至县，2025年要建成产业园。",
            [("due", "2025-12-31", "蓝田县、周至县，建成产业园")],
            "a plain year with a verb",
        ),
        (
            "2024年6月底前完成编制，9月底前开工建设，年底前建成投用。",
            [("due", "2024-06-30", "完成编制"), ("due", "2024-09-30", "开工建设"), ("due", "2024-12-31", "建成投用")],
            "three limits of one sentence",
        ),
        (
            "到2025年、2027年，规上企业分别达到1000家、1200家。",
            [
                ("due", "2025-12-31", "规上企业分别达到1000家、1200家"),
                ("due", "2027-12-31", "规上企业分别达到1000家、1200家"),
            ],
            "a list of years",
        ),
        (
            "到2025年，产值达到10亿元，到2027年达到12亿元。",
            [("due", "2025-12-31", "产值达到10亿元"), ("due", "2027-12-31", "产值达到10亿元，达到12亿元")],
            "the second takes its subject from the first",
        ),
        ("推进项目建设，2024年底前完成。", [("due", "2024-12-31", "推进项目建设，完成")], "the time at the end"),
        (
            "到2025年，建成10个站点，培育5个品牌。培训3000人次，建设1个园区。",
            [("due", "2025-12-31", "建成10个站点，培育5个品牌")],
            "a list of targets under one date is one row",
        ),
        (
            "其中2024年培训3000人次、2025年培训4000人次。",
            [("due", "2024-12-31", "培训3000人次"), ("due", "2025-12-31", "培训4000人次")],
            "members of a list, each with its year",
        ),
        (
            "半年总结于7月10日和12月10日前报送。",
            [("due", "2024-07-10", "半年总结报送"), ("due", "2024-12-10", "半年总结报送")],
            "the limit of the last of two days holds for both",
        ),
        (
            "到2025年底，产值突破500亿元。",
            [("due", "2025-12-31", "产值突破500亿元")],
            "a sum that is reached is no payment",
        ),
    ],
)
def test_due(text: str, expected: list[tuple[str, str, str]], reason: str) -> None:
    assert told(text) == expected, reason


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        (
            "每年组织一次申报，对合格企业给予奖励20万元。",
            [("yearly", "组织一次申报")],
            "the duty, not the money after it",
        ),
        (
            "树立百名创业明星，每年评选一次，给予每名1万元奖励。",
            [("yearly", "树立百名创业明星，评选一次")],
            "short words take the clause before",
        ),
        (
            "各县区、有关部门要按季度报告工作进展情况。",
            [("quarterly", "各县区、有关部门报告工作进展情况")],
            "a subject before",
        ),
        ("各县区于每年11月底前将总结报送市商务局。", [("yearly", "各县区总结报送市商务局")], "a day of every year"),
        ("每年3月、9月组织两批申报。", [("yearly", "组织两批申报")], "two months of every year are one recurrence"),
        (
            "每月25日前，各单位将进展情况报市发改委。",
            [("monthly", "各单位将进展情况报市发改委")],
            "what is due after a comma",
        ),
        ("各单位工作要点于每年1月底前报备。", [("yearly", "各单位工作要点报备")], "各单位 is no 每单位"),
        ("负责每年定期发布奖励申请指引。", [("yearly", "负责定期发布奖励申请指引")], "a guide to rewards is no reward"),
        ("按月通报、按季考核。", [("monthly", "通报"), ("quarterly", "考核")], "two recurrences of a clause"),
        (
            "建立月调度、季通报制度。",
            [("monthly", "建立月调度、季通报制度"), ("quarterly", "建立月调度、季通报制度")],
            "the compact form",
        ),
        ("每三年开展一次评估。", [(None, "开展一次评估")], "no word for every three years"),
    ],
)
def test_recurring(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert [(kind, how, what) for kind, how, what in told(text)] == [("recurring", *e) for e in expected], reason


@pytest.mark.parametrize(
    "text, start_on, end_on, time, reason",
    [
        ("从2024年起，每年新建农田10万亩。", "2024-01-01", None, "从2024年起，每年", "a beginning"),
        ("2024—2026年，每年培训5000人。", "2024-01-01", "2026-12-31", "2024—2026年，每年", "from–to"),
        ("2025年底前，每年培育一批平台。", None, "2025-12-31", "2025年底前，每年", "an end"),
    ],
)
def test_a_recurrence_with_dates_is_one_row(
    text: str, start_on: str | None, end_on: str | None, time: str, reason: str
) -> None:
    (row,) = rows(text)
    got = (row.kind, row.start_on, row.end_on, text[slice(*row.time)])
    assert got == ("recurring", start_on, end_on, time), reason


@pytest.mark.parametrize(
    "text, name, start_on, end_on, reason",
    [
        (
            "（一）启动阶段（2023年12月—2024年3月）\n调研。",
            "启动阶段",
            "2023-12-01",
            "2024-03-31",
            "in brackets after the name",
        ),
        ("第一阶段（3月1日至4月30日）：宣传发动。", "第一阶段", "2024-03-01", "2024-04-30", "days without a year"),
        (
            "（二）评审阶段：2024年6月。组织评审。",
            "评审阶段",
            "2024-06-01",
            "2024-06-30",
            "after a colon; a month is its whole",
        ),
        (
            "一、实施步骤\n（一）动员部署：2024年5月。召开会议。",
            "动员部署",
            "2024-05-01",
            "2024-05-31",
            "a name without 阶段 under 实施步骤",
        ),
        (
            "2024年3月至4月为宣传发动阶段，召开动员会。",
            "宣传发动阶段",
            "2024-03-01",
            "2024-04-30",
            "the name after the time",
        ),
        ("“十四五”期间，新建充电桩1万个。", "新建充电桩1万个", "2021-01-01", "2025-12-31", "a five-year plan"),
        ("2024年至2026年，累计培训1.5万人。", "累计培训1.5万人", "2024-01-01", "2026-12-31", "from–to in a sentence"),
        ("1—6月，制定方案。", "制定方案", "2024-01-01", "2024-06-30", "months of the notice's year"),
        ("（四）巩固提升（2025年1月起）", "巩固提升", "2025-01-01", None, "an open end"),
    ],
)
def test_phase(text: str, name: str, start_on: str, end_on: str | None, reason: str) -> None:
    (row,) = rows(text)
    assert (row.kind, row.applies_to, row.start_on, row.end_on) == ("phase", name, start_on, end_on), reason


@pytest.mark.parametrize(
    "text, time, what, reason",
    [
        ("三年内，建成1个服务中心。", "三年内", "建成1个服务中心", "at the head"),
        ("对符合放行条件的48小时内放行，优化流程。", "48小时内", "对符合放行条件的放行，优化流程", "hours"),
        ("主管部门自受理之日起20个工作日内完成审核。", "自受理之日起20个工作日内", "主管部门完成审核", "from an event"),
        ("利用3年时间，打造一批示范基地。", "利用3年时间", "打造一批示范基地", "in the course of"),
        ("本方案印发后1个月内，各县区制定细则。", "1个月内", "本方案印发后各县区制定细则", "after the notice"),
        ("企业应于次年1月底前报送上年度总结。", "次年1月底前", "企业报送上年度总结", "the year after an event"),
        ("15个工作日内完成审核并拨付资金。", "15个工作日内", "完成审核并拨付资金", "paying out is an office's duty"),
    ],
)
def test_relative(text: str, time: str, what: str, reason: str) -> None:
    (row,) = rows(text)
    got = (row.kind, row.start_on, row.end_on, text[slice(*row.time)], row.applies_to)
    assert got == ("relative", None, None, time, what), reason


@pytest.mark.parametrize(
    "text, reason",
    [
        ("由市财政每年安排100万元的培训经费。", "a yearly appropriation"),
        ("每年给予平台500万元补贴。", "a yearly payment"),
        ("每户每年不超过1000元。", "a ceiling per year"),
        ("获支持企业数量每年最多不超过10个。", "a ceiling on numbers"),
        ("连续3年每年分别给予5000元、3000元的生活补贴。", "the years of a payment"),
        ("按年度实际支付利息的40%申请补贴。", "a rule of accounting"),
        ("每年保持稳定增长的，给予五年房租补贴。", "a condition"),
        ("对新迁入我市3年内成功上市的企业，给予补助。", "a condition"),
        ("落户三年内，给予办公用房补贴。", "a condition: since the firm came"),
        ("毕业5年内的高校毕业生，给予生活补贴。", "a condition: who"),
        ("获得资助的企业5年内不得迁出本市。", "a ban, not a limit"),
        ("2024年12月31日前建成投产的项目，按设备投资额的10%给予补助。", "a condition: which projects"),
        ("对2024年1月1日后新注册成立的企业，给予奖励。", "a condition: since when"),
        ("2017年新建符合标准的网点，验收后给予补助。", "a condition, and past"),
        ("自2024年起，对新认定的企业给予奖励。", "the beginning of a grant"),
        ("截至2023年底，全市共有网商5000家。", "what has been reached"),
        ("“十三五”期间，我市取得了显著成绩。", "a plan that is over"),
        ("产值较2020年增长20%。", "a baseline"),
        ("以2020年为基期测算。", "a baseline"),
        ("针对首年关税为零的2034种、5年内关税减让显著的2725种出口商品，加大开拓。", "what the goods are like"),
        ("将企业开办时间压缩至0.5个工作日以内。", "a target"),
        ("县人社局对企业每年新增的就业岗位进行核查。", "which ones"),
        ("奖励200万元，分两年兑现，每年50%。", "a payment's parts"),
        ("实现30分钟内到达。", "how far, not by when"),
        ("根据国家到2030年实现碳达峰的要求，制定本方案。", "another document's limit"),
        ("每年在本区工作时间不少于6个月。", "what somebody is like, no duty"),
        ("自认定后四个年度内仍未启动申报的企业，则视为退出。", "a condition of a rule"),
        ("2024年是实施“十四五”规划的关键一年，要建成体系。", "the times, no limit"),
        ("“十四五”时期要以改革为动力，推动建设。", "the times, no limit"),
        ("企业须承诺5年内不迁离本市。", "a ban"),
        ("证书有效期3年。", "the validity of something else"),
        ("《六安市2024年工作要点》已于2024年4月印发。", "another document's date"),
        ("一、2024年工作目标\n稳步推进。", "a heading that names a year sets no duty itself"),
        ("一、申报条件\n2024年6月30日前完成备案。", "under the heading of conditions"),
        ("西安市行动方案\n（2018—2020年）\n为推进发展，制定本方案。", "the years of the title"),
    ],
)
def test_no_deadline(text: str, reason: str) -> None:
    assert told(text) == [], reason


TABLE = """序号\t工作任务\t责任单位\t时限要求
1\t建设平台，完善功能。\t市商务局\t2024年6月底前
2\t培育主体：100家以上。\t市经信局\t2024年12月31日前
3\t报送总结\t各县区\t每季度
4\t持续推进改革。\t市发改委\t长期"""


def test_a_table_gives_a_row_for_each_time_cell() -> None:
    got = [(r.kind, r.end_on, r.recurrence, TABLE[r.start : r.end], r.applies_to) for r in rows(TABLE)]
    assert got == [
        ("due", "2024-06-30", None, "完善功能。\t市商务局\t2024年6月底前", "建设平台，完善功能"),
        ("due", "2024-12-31", None, "100家以上。\t市经信局\t2024年12月31日前", "培育主体：100家以上"),
        ("recurring", None, "quarterly", "报送总结\t各县区\t每季度", "报送总结"),
    ]


@pytest.mark.parametrize(
    "text, kind, start_on, end_on, what, reason",
    [
        ("工作任务\t时限\n建设平台\t6月底前\n培育主体\t", "due", None, "2024-06-30", "建设平台", "a merged cell once"),
        (
            "完成时间\t任务内容\n2024年5月\t制定方案，印发实施",
            "due",
            None,
            "2024-05-31",
            "制定方案，印发实施",
            "the time before the task",
        ),
        (
            "项目名称\t开始时间\t完成时间\n冷库\t2024年3月\t2025年6月",
            "phase",
            "2024-03-01",
            "2025-06-30",
            "冷库",
            "beginning and end",
        ),
        ("项目名称\t建设年限\n冷库\t2024—2025年", "phase", "2024-01-01", "2025-12-31", "冷库", "from–to in a cell"),
    ],
)
def test_other_tables(text: str, kind: str, start_on: str | None, end_on: str, what: str, reason: str) -> None:
    (row,) = rows(text)
    assert (row.kind, row.start_on, row.end_on, row.applies_to) == (kind, start_on, end_on, what), reason


@pytest.mark.parametrize(
    "text, end_on, what, quote, reason",
    [
        (
            "开展宣传。培育10个品牌。（10月底完成，牵头单位：市商务局）",
            "2024-10-31",
            "培育10个品牌",
            "培育10个品牌。（10月底完成",
            "the bracket that closes a task",
        ),
        (
            "建设站点。（市商务局牵头，2024年底前完成）",
            "2024-12-31",
            "建设站点",
            "建设站点。（市商务局牵头，2024年底前完成",
            "after the units",
        ),
        (
            "新建冷库20座（2025年6月底前）。",
            "2025-06-30",
            "新建冷库20座",
            "新建冷库20座（2025年6月底前）",
            "the time alone",
        ),
        (
            "1.建设平台。\n责任单位：市商务局\n完成时限：2024年9月底前",
            "2024-09-30",
            "建设平台",
            "完成时限：2024年9月底前",
            "a label on its own line",
        ),
        (
            "1.建设平台。\n责任单位：市商务局；完成时限：2024年9月底前",
            "2024-09-30",
            "建设平台",
            "完成时限：2024年9月底前",
            "a label after the units",
        ),
        (
            "申报截止时间为2024年5月31日。",
            "2024-05-31",
            "申报截止时间",
            "申报截止时间为2024年5月31日",
            "a label that says what",
        ),
    ],
)
def test_brackets_and_labels(text: str, end_on: str, what: str, quote: str, reason: str) -> None:
    (row,) = rows(text)
    assert (row.kind, row.end_on, row.applies_to, text[row.start : row.end]) == ("due", end_on, what, quote), reason


def test_a_bare_month_takes_the_year_of_its_line_or_heading() -> None:
    text = "一、2025年重点任务\n（一）6月底前完成招标。\n（二）2026年3月开工建设，10月底前建成。"
    assert [r.end_on for r in rows(text)] == ["2025-06-30", "2026-03-31", "2026-10-31"]


WORDS = [
    "到2025年，",
    "年底前",
    "每年",
    "三年内",
    "（2024年3月—5月）",
    "（市商务局牵头，10月底完成）",
    "自印发之日起施行",
    "有效期3年",
    "本办法",
    "完成时限：",
    "建成10个站点",
    "给予奖励",
    "的企业",
    "，",
    "。",
    "；",
    "\n",
    "（一）",
    "——",
    "\t",
    "《",
    "》",
    "（",
    "）",
    "阶段",
]
PIECES = st.lists(st.sampled_from(WORDS), max_size=18).map("".join)


@given(PIECES)
def test_quotes_hold_their_time_and_their_clause(text: str) -> None:
    reading = reading_of(text)
    for row in deadlines(reading):
        assert 0 <= row.start < row.end <= len(text)
        assert row.start <= row.time[0] < row.time[1] <= row.end
        assert row.governs is None or row.governs[0] <= row.governs[1] <= len(text)
