"""Limits in sentences: how long something lasts, a year that names a batch or money, and whose words a limit takes."""

from __future__ import annotations

import pytest
from readings import reading_of

from extract.interpret.deadlines import deadlines


def told(text: str) -> list[tuple[str, str, str]]:
    """The words of time, the last day (or the kind, where there is none), and what is due."""
    return [(text[slice(*row.time)], row.end_on or row.kind, row.applies_to) for row in deadlines(reading_of(text))]


@pytest.mark.parametrize(
    "text, time, what, reason",
    [
        ("评审结果在门户网站公示不少于7天。", "不少于7天", "评审结果在门户网站公示", "a measured term"),
        ("拟支持名单在区政府网站公示5个工作日。", "5个工作日", "拟支持名单在区政府网站公示", "a bare one"),
        ("名单挂网公示，公示期为7天。", "7天", "名单挂网公示", "公示期 is the showing of the clause before"),
        ("公示7个工作日无异议后，拨付资金。", "7个工作日", "公示", "nor does what follows the showing matter"),
        ("经公示5个工作日无异议的，予以认定。", "5个工作日", "经公示", "not even as a condition"),
        ("对项目进行不少于5个工作日的公示。", "不少于5个工作日", "对项目进行公示", "the noun behind"),
        ("认定结果向社会公示（公示期7天）。", "7天", "公示期", "in a bracket"),
        ("项目建设期原则上不超过6个月。", "不超过6个月", "项目建设期", "how long building takes"),
        ("项目建设周期不超过1年。", "不超过1年", "项目建设周期", "another word for it"),
        ("设施运营期不少于3年。", "不少于3年", "设施运营期", "how long it must run"),
        ("申报期限为30日。", "30日", "申报期限", "how long one can apply"),
        ("整改期限为30日。", "30日", "整改期限", "how long one has to mend"),
        ("八、办理时限\n42个工作日。", "42个工作日", "办理时限", "the heading says what"),
        ("设施建成后5年内不得改变用途。", "5年内", "设施建成后不得改变用途", "to keep what was built is a duty"),
    ],
)
def test_a_term(text: str, time: str, what: str, reason: str) -> None:
    assert told(text) == [(time, "relative", what)], reason


@pytest.mark.parametrize(
    "text, reason",
    [
        ("对开通新航线（每年完成5000架次以上）的企业给予奖励20万元。", "a bracket that qualifies"),
        ("专业村评定标准是：年出栏生猪2000头以上；养殖规模每年新增10%以上。", "what is asked for"),
        ("一、发展现状\n2028年，全市新增电动汽车5万辆。", "under a heading of what is so"),
        ("现就2024年我市推进产业发展提出如下政策意见。", "the year of what follows"),
        ("对运营期不少于3年的企业，给予10万元补助。", "a condition"),
        ("运营期不少于3年，按投资额的10%给予补助。", "a condition without 的"),
        ("一、申报条件\n项目建设期不超过2年。", "under the heading of conditions"),
        ("贴息期限不超过2年，补贴期限最长3年。", "how long is paid"),
        ("将审批时限压缩至3个工作日。", "a target"),
        ("平均办理时间为2天。", "what is measured"),
        ("运行满1年，签订3年合同。", "no term that is set"),
        ("公示10家企业名单。", "no time"),
        ("获奖企业3年内不得再次申报。", "a ban"),
        ("提供办公场地，3年内租金全免。", "how long is given"),
        ("2024年安排1000万元，以后每年递增10%。", "how money grows"),
        ("三年内已建成10个站点。", "what has been reached"),
        ("2024年全县统筹专项资金2600万元，其中：县级配套500万元，支持建设。", "the year of an appropriation"),
        ("2024年县财政安排500万元用于建设站点。", "another"),
        ("2024年资金预算2600万元，支持企业。", "a budget's year"),
        ("自项目签约起五年内，按缴纳税收县级留成部分的50%奖励给企业。", "for how long the tax paid comes back"),
        ("第6年起，每年以上一年度贡献额为基数，增量部分奖励给企业。", "how the money is reckoned"),
        ("缴费年限每满1年，每月增加3.5元。", "how often it is paid"),
        ("企业吸纳退役1年以内的军人。", "what has happened to somebody"),
        ("五年内，在本市首次购房的，享受购房补贴。", "within which time somebody has it"),
        ("现就2024年养老金调整的有关问题通知如下：", "the year in a name"),
        ("给予每年30-100万元的工作经费资助。", "a yearly range of money"),
    ],
)
def test_no_term(text: str, reason: str) -> None:
    assert told(text) == [], reason


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        (
            "资金每年申报一次。2024年申报时间为2024年6月1日至6月30日，逾期不予受理。",
            [("每年", "recurring", "资金申报一次"), ("2024年6月1日至6月30日", "2024-06-30", "2024年申报时间")],
            "a year that names the batch is no limit of its own",
        ),
        (
            "2024年度申报工作于6月30日前完成。",
            [("6月30日前", "2024-06-30", "2024年度申报工作完成")],
            "nor is one whose day follows",
        ),
        (
            "二、申报与审核\n申报时间：2024年6月1日至6月30日。",
            [("2024年6月1日至6月30日", "2024-06-30", "申报时间")],
            "the label says what, not the heading",
        ),
        (
            "三、促消费活动\n活动时间：2024年6月1日至6月30日。",
            [("2024年6月1日至6月30日", "2024-06-30", "促消费活动")],
            "a label that says nothing itself",
        ),
        (
            "主管部门在20个工作日内完成审核，名单在网站公示5个工作日。",
            [("20个工作日内", "relative", "主管部门完成审核"), ("5个工作日", "relative", "名单在网站公示")],
            "what lasts is no part of the limit before",
        ),
        (
            "2026年推出首台整机，2027年前实现小批量生产。",
            [("2026年", "2026-12-31", "推出首台整机"), ("2027年前", "2027-12-31", "实现小批量生产")],
            "each of two years has its own words",
        ),
        (
            "2024年推出专线，2025年前实现行政村全覆盖。",
            [("2024年", "2024-12-31", "推出专线"), ("2025年前", "2025-12-31", "实现行政村全覆盖")],
            "what is covered is named: no subject is borrowed",
        ),
        (
            "公示有异议的，应当在公示期内提出，主管部门在15日内核实。",
            [("15日内", "relative", "主管部门核实")],
            "subject and verb are enough",
        ),
        (
            "企业于每季度结束后15日内提交材料。",
            [("每季度结束后15日内", "recurring", "企业提交材料")],
            "how long after a recurrence",
        ),
        (
            "领取补贴后离职的，应在离职之日起30日内退回已领取补贴。",
            [("离职之日起30日内", "relative", "领取补贴后离职的，退回已领取补贴")],
            "已 in what is due",
        ),
        (
            "自2024年7月1日至2024年12月31日，对教师免首道门票。",
            [("自2024年7月1日至2024年12月31日", "2024-12-31", "对教师免首道门票")],
            "from day to day, at the head of a sentence",
        ),
        ("2024年接待游客80万人次。", [("2024年", "2024-12-31", "接待游客80万人次")], "another verb that sets out"),
        ("2024年首批建设10个示范区。", [("2024年", "2024-12-31", "首批建设10个示范区")], "the first lot"),
        (
            "2025年，全市安排专项资金1亿元，培育企业100家。",
            [("2025年", "2025-12-31", "全市安排专项资金1亿元，培育企业100家")],
            "a year that heads more than money",
        ),
        (
            "2025年全市研发投入达到100亿元。",
            [("2025年", "2025-12-31", "全市研发投入达到100亿元")],
            "money that others spend",
        ),
        (
            "每年组织实施不超过10个攻关项目。",
            [("每年", "recurring", "组织实施不超过10个攻关项目")],
            "how many are done, no ceiling of money",
        ),
        (
            "2024年底前下达专项资金1000万元。",
            [("2024年底前", "2024-12-31", "下达专项资金1000万元")],
            "a limit for paying out",
        ),
    ],
)
def test_whose_words(text: str, expected: list[tuple[str, str, str]], reason: str) -> None:
    assert told(text) == expected, reason


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        (
            "支持直播基地在2024年9月1日-10月31日期间举办直播活动。",
            [("2024年9月1日-10月31日", "2024-10-31", "支持直播基地举办直播活动")],
            "期间 behind two days",
        ),
        (
            "各单位要在3月、6月、9月、12月底前报送情况。",
            [("3月、6月、9月、12月底前", "recurring", "各单位要在3月、6月、9月、12月底前报送情况")],
            "the ends of quarters",
        ),
        (
            "每年资助培养社工督导员50名。",
            [("每年", "recurring", "资助培养社工督导员50名")],
            "to bring people on is no payment",
        ),
        (
            "2028年全县粮食播种面积126万亩以上。",
            [("2028年", "2028-12-31", "全县粮食播种面积126万亩以上")],
            "a bound without a verb",
        ),
        (
            "2026年50%乡镇卫生院达到服务能力标准。",
            [("2026年", "2026-12-31", "50%乡镇卫生院达到服务能力标准")],
            "a share right behind the year",
        ),
        (
            "每个街道每年遴选3个园区开展试点。",
            [("每年", "recurring", "每个街道遴选3个园区开展试点")],
            "each one's duty",
        ),
        ("5年内选拔资助500名青年教师。", [("5年内", "relative", "选拔资助500名青年教师")], "no money, but people"),
        (
            "到2025年和2030年，健康素养水平分别不低于22%和30%。",
            [
                ("到2025年", "2025-12-31", "健康素养水平分别不低于22%和30%"),
                ("2030年", "2030-12-31", "健康素养水平分别不低于22%和30%"),
            ],
            "到 holds for both years",
        ),
        ("确保2025年粮食面积稳定在60万亩以上。", [("2025年", "2025-12-31", "粮食面积稳定在60万亩以上")], "稳定在"),
        (
            "请企业于2024年8月23日（星期五）中午12:00前报送材料。",
            [("2024年8月23日（星期五）中午12:00前", "2024-08-23", "请企业报送材料")],
            "a day of the week and an hour before 前",
        ),
        (
            "各单位要在每个季度第1个月的20日前报送情况。",
            [("每个季度第1个月的20日前", "recurring", "各单位报送情况")],
            "which month of a quarter",
        ),
        (
            "从2024年3月起，务于每月25日前报送情况。",
            [("从2024年3月起，务于每月25日前", "recurring", "报送情况")],
            "a beginning and a recurrence",
        ),
        (
            "每年底组织考核，今年9月底前完成第一次考核。",
            [("每年底", "recurring", "组织考核"), ("今年9月底前", "2024-09-30", "完成第一次考核")],
            "今年 says which year, whatever recurs before it",
        ),
        (
            "区民政部门应当在受理申请后1个月内完成实地核实，符合资助条件的，报市民政部门核实。",
            [("1个月内", "relative", "区民政部门应当在受理申请后完成实地核实，符合资助条件的，报市民政部门核实")],
            "paperwork, whatever is paid after it",
        ),
        (
            "依规定，2年内予以兑现奖励。",
            [("2年内", "relative", "依规定，予以兑现奖励")],
            "what the payer has to do",
        ),
        (
            "5年内重点支持300名人才出国培训，对参加培训的人员给予培训补贴。",
            [("5年内", "relative", "重点支持300名人才出国培训，对参加培训的人员给予培训补贴")],
            "a duty, whatever is then paid",
        ),
        (
            "评审结果报领导小组审定，并在官网公布，公示7天。",
            [("7天", "relative", "在官网公布，公示")],
            "并 joins it to the clause before",
        ),
    ],
)
def test_times_as_notices_say_them(text: str, expected: list[tuple[str, str, str]], reason: str) -> None:
    assert told(text) == expected, reason
