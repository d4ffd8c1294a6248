"""Times that tell which ones are meant, how long money flows or when something holds, and those that bind."""

from __future__ import annotations

import pytest
from readings import reading_of

from extract.interpret.deadlines import deadlines


def told(text: str) -> list[tuple[str, str]]:
    """The last day (or the recurrence, or the kind) of each limit and what is due."""
    return [(row.end_on or row.recurrence or row.kind, row.applies_to) for row in deadlines(reading_of(text))]


@pytest.mark.parametrize(
    "text, reason",
    [
        (
            "1.申报条件\n（1）软件采购时间为2024年1月1日至2024年12月31日，采购费用100万元以上；",
            "a condition, whatever its label",
        ),
        (
            "报废2025年6月30日前（含当日）注册登记的汽油车、2026年6月30日前注册登记的柴油车，并购买新车的，补贴2万元。",
            "which cars",
        ),
        ("自经营年度起五年内，按贡献给予前三年90%的奖励。", "within which years it is paid"),
        ("全年低于5000元的可全额抵用，超过部分抵用50%，全年合计不超过5万元。", "how much a year"),
        ("申请补贴后12个月内，不同企业吸纳同一人的不能再次申领。", "what is refused meanwhile"),
        ("高校毕业生（领取毕业证5年内）创业的，给予1万元补贴。", "which graduates"),
        ("住户在起始之日起30日内签约的（以签字为准），给予3万元奖励。", "a step of the reward"),
        ("自生效次日起，第16日至30日内搬离房屋，办理完毕手续的，给予2000元奖励。", "and of another"),
        ("鼓励引进某杂志每年评选的五百强企业。", "what others do"),
        ("租金15元/每月•每平方米。", "a price"),
        ("2024年实施的政府采购项目，给予中小企业预付款。", "which projects"),
        ("加快制定出台2024年度便利化工作方案。", "the year of a plan"),
        ("努力推动一季度开门红、二季度增长稳、三季度势头强、四季度成效好。", "slogans"),
        ("规模扩大至每年1000名左右。", "a rate"),
        ("按月向主管税务部门申请全额退还留抵税额。", "how often one can"),
        (
            "制定出台2024年度提升获得电力便利度工作方案，全面实行用电报装“零收费”。",
            "the year of a plan, with a duty behind",
        ),
        ("截止日前5日提交的不予受理。", "whom a rule is about"),
        ("活动前10日内报名的游客可享受门票减免。", "which visitors"),
        ("企业申请年度前三年内引进的技术并已投入生产。", "years before the application"),
        ("按照三年行动（2022-2024年）要求，推进产业发展。", "the years of a plan's name"),
        ("返还标准按上年末参保人数确定。", "the end of the year before"),
        ("制定出台2024年度便利化工作方案。", "which year the plan is for"),
        ("严格落实“日管控、周排查、月调度”工作制度。", "the name of a routine"),
        ("可采取分期或逐月等方式补缴。", "how it is paid"),
        ("项目执行期限至2024年12月31日。", "how long a project runs"),
    ],
)
def test_no_limit(text: str, reason: str) -> None:
    assert told(text) == [], reason


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("申报时间：2025年2月1日上午9:00至2月5日17:30。", [("2025-02-05", "申报时间")], "with the time of the day"),
        ("企业于2025年2月5日17:00前提交材料。", [("2025-02-05", "企业提交材料")], "at the last day too"),
        ("单位能耗比2005年下降70%，确保2030年前实现碳达峰。", [("2030-12-31", "实现碳达峰")], "not the goal before it"),
        ("市政府将于2024年5月对各地落实情况进行考核督查。", [("2024-05-31", "市政府对各地落实情况进行考核督查")], "对…进行"),
        ("2024年10月底前对各县开展检查，对工作突出的给予奖励。", [("2024-10-31", "对各县开展检查，对工作突出的给予奖励")],
         "a duty before a reward"),
        ("施工许可5个工作日内办结。", [("relative", "施工许可办结")], "可 of 许可"),
        ("按年度签订责任书。", [("yearly", "签订责任书")], "a deed of every year"),
        ("征集日期：2024年12月27日-2025年1月5日。", [("2025-01-05", "征集日期")], "a label with 日期"),
        ("三年内建成10个基地，每个给予10万元补助。", [("relative", "建成10个基地，每个给予10万元补助")], "a duty before the money"),
        ("后五年按80%给予奖励，按每半年申报兑现。", [("half-yearly", "后五年按80%给予奖励，按申报兑现")], "when to apply"),
        ("将2月份纳税申报期限延长至2024年12月24日。", [("2024-12-24", "将2月份纳税申报期限")], "a filing period that is extended"),
        ("专利年费缴纳期限届满日自动延长至2025年6月15日。", [("2025-06-15", "专利年费缴纳期限届满日自动")], "and of itself"),
        ("每季度前5个工作日内，将上季度任务落实情况报送备案。", [("quarterly", "上季度任务落实情况报送备案")],
         "the first days of each quarter"),
        ("2024年5月实行网上预约考试。", [("2024-05-31", "实行网上预约考试")], "a month with a duty"),
        ("建设云图模块。（1分）（10月底完成，牵头单位：市工信局）", [("2024-10-31", "建设云图模块")], "a score before the bracket"),
        ("开展试点建设。（11月取得明显成效，牵头单位：市工信局）", [("2024-11-30", "开展试点建设")], "a month alone in a bracket"),
        ("自2024年4月1日起，税务机关在系统自动同步变更登记信息。", [("phase", "税务机关在系统自动同步变更登记信息")], "from a day on"),
        ("对中小企业减免30%的检测费用，实施期限为2024年5月1日至2024年8月31日。",
         [("2024-08-31", "对中小企业减免30%的检测费用有效期")], "how long somebody has it"),
        ("（二）继续实施稳岗返还政策。按60%返还。政策实施期限截至2024年12月31日。", [("2024-12-31", "继续实施稳岗返还政策有效期")],
         "the policy that the heading names"),
        ("小规模纳税人减按1%征收增值税。执行期限至2024年12月31日。", [("2024-12-31", "小规模纳税人减按1%征收增值税有效期")],
         "of the sentence before"),
        ("各政策举措自印发之日起执行。", [("validity", "各政策举措执行")], "all of them"),
        ("旅行社补足保证金期限延长至2024年3月31日。", [("2024-03-31", "旅行社补足保证金期限")], "a term put off"),
        ("可依法办理延期缴纳税款，最长不超过3个月。", [("relative", "可依法办理延期缴纳税款")], "for how long it is put off"),
        ("对一季度到期的小微企业贷款，还本付息日期原则上最长可延至2024年6月30日。",
         [("2024-06-30", "还本付息日期")], "put off to a day"),
        ("每年度申报期为1－10月份，具体时间以通知为准。", [("yearly", "申报期")], "when in each year, and of no one year"),
        ("面向全国三年内每年公开选调名师100名。", [("yearly", "面向全国公开选调名师100名")], "two times that are one"),
        ("办公软件方案采购时间为2024年1月1日至2024年12月31日。", [("2024-12-31", "办公软件方案采购时间")], "the whole of what the label says"),
        ("二、申报程序和时间\n查验材料：2024年8月7日至8月21日\n系统填报：2024年8月28日至9月8日",
         [("2024-08-21", "查验材料"), ("2024-09-08", "系统填报")], "lines of a timetable without numbers"),
        ("年底前实现办证、政策兑现等10个场景“一网通办”。", [("2024-12-31", "实现办证、政策兑现等10个场景“一网通办”")], "政策兑现 pays nobody"),
        ("申请人应于证书核发之日起12个月内向市人社局提出补贴申请。", [("relative", "申请人向市人社局提出补贴申请")],
         "by when one has to ask for it, whatever is paid"),
        ("从证书核发之日起12个月内，符合条件的，可按规定申请技能提升补贴。",
         [("relative", "符合条件的，可按规定申请技能提升补贴")], "and may"),
        ("网上填报起始时间为2025年3月17日9:00，截止时间（含审核提交）为2025年4月3日。", [("2025-04-03", "网上填报")],
         "from one day to the other"),
        ("1.落实负面清单。\n完成时限：2024年6月底前并长期坚持", [("2024-06-30", "落实负面清单")], "what goes on is no task"),
        ("执行期限：2025年5月1日至2028年4月30日。", [("2028-04-30", "执行期限")], "a label of its own"),
        ("本措施从即日起施行至2026年5月31日。", [("2026-05-31", "本措施施行和有效期")], "施行至"),
    ],
)  # fmt: skip
def test_limit(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert told(text) == expected, reason


def test_a_window_opens_on_the_day_that_the_words_before_it_say() -> None:
    (row,) = deadlines(reading_of("填报起始时间为2025年3月17日，截止时间为2025年4月3日。"))
    assert (row.kind, row.start_on, row.end_on) == ("phase", "2025-03-17", "2025-04-03")
