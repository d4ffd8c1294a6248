"""Front matter of web pages and letters: fields about a document, places and years, what is sent and what is only named."""

from __future__ import annotations

import pytest
from fronts import BODY, front_of


@pytest.mark.parametrize(
    ("text", "name", "value", "reason"),
    [
        ("2017年合肥高新区支持产业发展若干政策\n" + BODY, "area", "合肥高新区", "a year first"),
        ("池州市人民政府关于促进商贸流通的实施意见（池政〔2019〕12号）\n" + BODY, "title",
         "池州市人民政府关于促进商贸流通的实施意见", "the number behind the title, on its line"),
        ("池州市人民政府关于促进商贸流通的实施意见（池政〔2019〕12号）\n" + BODY, "doc_number", "池政〔2019〕12号", "and taken from there"),
        ("各区、县人民政府：\n《六安市产业方案》《六安市若干措施》已经市政府同意，现印发给你们，请认真落实。\n2020年11月17日\n六安市产业方案\n"
         + BODY, "title", "六安市产业方案", "the first of several, which follows"),
        ("各区、县人民政府：\n《六安市产业方案》已经市政府同意，现印发给你们，请认真落实。\n2020年11月17日\n六安市产业方案\n" + BODY,
         "issued_on", "2020-11-17", "a day without a name above it"),
        ("关于印发《甲地行动方案》《乙地行动方案》的通知\n" + BODY, "title", "甲地行动方案", "one of several titles, not their glue"),
        ("索引号：0110/2024 文 号：六政办〔2024〕4号\n有效性：有效 发文日期：2024年02月22日\n六安市支持电商发展实施方案\n" + BODY,
         "issued_on", "2024-02-22", "fields that share a line"),
        ("索引号：0110/2024 文 号：六政办〔2024〕4号\n六安市支持电商发展实施方案\n" + BODY, "doc_number", "六政办〔2024〕4号",
         "a label with a blank in it"),
        ("【市级】六安市支持电商发展实施方案\n" + BODY, "title", "六安市支持电商发展实施方案", "a page's mark before the title"),
        ("发布机构：六安市商务局；成文日期：2024年3月1日；\n六安市支持电商发展实施方案\n" + BODY, "issued_on", "2024-03-01",
         "fields that a semicolon parts"),
        ("兰州新区扶持金融业发展的若干措施\n" + BODY + "\n兰州新区管理委员会\n2021年3月1日", "area", "兰州新区",
         "a new area that bears the city's name"),
        ("文章属性\n∙【制定机关】六安市人民政府\n∙【公布日期】2023.05.06\n∙【字 号】六政〔2023〕6号\n∙【效力等级】规范性文件\n正文\n"
         "六安市支持电商发展实施方案\n" + BODY, "title", "六安市支持电商发展实施方案", "fields in 【】 are no title"),
        ("文章属性\n∙【制定机关】六安市人民政府\n∙【公布日期】2023.05.06\n∙【效力等级】规范性文件\n正文\n"
         "六安市支持电商发展实施方案\n" + BODY, "issued_on", "2023-05-06", "they say the day"),
        ("[主题分类] 商贸\n[制发单位] 六安市商务局\n[发文序号] 六商〔2026〕8号\n[有效性] 现行有效\n[失效日期]\n关于申报电商支持政策的通知\n"
         + BODY, "title", "关于申报电商支持政策的通知", "fields in [] are no title"),
        ("[制发单位] 六安市商务局\n[发文序号] 六商〔2026〕8号\n[失效日期]\n关于申报电商支持政策的通知\n" + BODY, "issuer", "六安市商务局",
         "they say who issues"),
        ("六安市数字产业提升\n“515”行动计划（2023—2026年）\n重点任务和责任分工\n" + BODY, "title",
         "六安市数字产业提升“515”行动计划（2023—2026年）重点任务和责任分工", "a third line"),
        ("关于六安加快建设电商强市的实施意见\n" + BODY, "area", "六安市", "a place behind 关于"),
        ("六安市人民政府办公室关于印发进一步加大电商扶持力度的通知\n各县区人民政府：\n" + BODY, "title",
         "六安市人民政府办公室关于印发进一步加大电商扶持力度的通知", "no paper is sent"),
        ("2023年六安市十项民生实事登记表\n" + BODY, "area", "六安市", "a year first, and a table's name"),
        ("六安市电商发展方案\n" + BODY + "\n（六安市人民政府办公室2025年3月14日）", "issued_on", "2025-03-14", "signed in a bracket"),
        ("发布单位 | 六安市人民政府 | 发文日期 | 2022-07-14 |\n六安市支持电商发展实施方案\n" + BODY, "issued_on", "2022-07-14",
         "fields between bars"),
        ("六安市人民政府办公室关于印发《六安市电商分工方案》的通知\n各县区人民政府：\n现将《六安市电商分工方案》印发给你们，并通知如下：\n"
         "1.明确任务。各单位要制定清单。\n2.加强督查。每月报送情况。\n六安市人民政府办公室\n2024年1月25日\n", "issued_on",
         "2024-01-25", "a letter with points of its own is signed behind them"),
        ("近日，六安市出台了支持电商发展的办法。\n企业获奖的给予奖励。", "area", "六安市", "what a report tells"),
        ("信息索引号：\n1133/2025-10\n发布机构：\n六安市人民政府办公室\n文件字号：\n六政〔2025〕15号\n成文日期：\n2025-12-24\n"
         "六安市支持电商发展实施方案\n" + BODY, "doc_number", "六政〔2025〕15号", "a label's value on the next line"),
        ("六安市人民政府关于印发电商发展方案的通知\n各县区人民政府：\n《电商发展方案》已经市政府同意，现印发给你们。\n六安市人民政府\n"
         "20251224\n电商发展方案\n" + BODY, "issued_on", "2025-12-24", "a day of eight digits under the signature"),
        ("• 公开范围：全部公开\n• 生成日期：2021-03-22\n六安市支持电商发展实施方案\n" + BODY, "title", "六安市支持电商发展实施方案",
         "the page's lines behind a bullet"),
        ("名       称： 六安市支持电商发展实施方案 信息来源：\n关  键 词： 电商 浏览次数： 4\n六安市支持电商发展实施方案\n" + BODY, "title",
         "六安市支持电商发展实施方案", "labels whose characters are set apart"),
        ("支持电商发展实施方案\n来源：六安市人民政府办公室\n" + BODY, "area", "六安市", "the source, where nothing else tells"),
        ("六安市人民政府关于2024年重点工作及责任分解的通知\n各县区人民政府：\n根据《安徽省人民政府关于2024年重点工作的通知》（皖政〔2024〕9号），"
         "现将2024年重点工作及责任分解印发给你们。\n一、任务\n1.建设平台。", "title", "六安市人民政府关于2024年重点工作及责任分解的通知",
         "a paper that is only named is not sent"),
        ("六安市人民政府关于分解目标任务的通知\n各县区人民政府：\n现将《政府工作报告》6个方面243项工作任务予以分解印发。\n一、任务\n1.建设平台。", "title",
         "六安市人民政府关于分解目标任务的通知", "nor is one of which tasks are sent"),
        ("各乡镇人民政府：\n现将《六安市2024年产业任务分解表》下达给你们。\n六安市商务局\n2024年2月6日\n六安市2024年产业任务分解表\n" + BODY,
         "title", "六安市2024年产业任务分解表", "what is handed down"),
        ("2026年安徽省政府工作报告\n" + BODY, "area", "安徽省", "a report"),
        ("雄安新区2023年民生工程实施方案\n按照《河北省2023年民生工程实施方案》要求，制定本方案。\n" + BODY, "area", "雄安新区", "a new area of its own"),
        ("各县区人民政府：\n落实到具体主体和田块，确保全市粮食面积。\n" + BODY, "area", None, "和田 in the middle of words is no place"),
        ("六安市创建“中国制造2025”试点城市的实施意见\n六政〔2017〕52号\n" + BODY, "year", 2017, "a year in a name dates nothing"),
        ("六安市2030年前碳达峰实施方案\n六政〔2022〕5号\n" + BODY, "year", 2022, "nor does an aim"),
        ("各县区人民政府：\n现就抓好2022年粮食生产工作通知如下：\n" + BODY, "year", 2022, "the year that a letter names"),
        ("国务院关于加快发展的指导意见\n" + BODY, "issuer", "国务院", "a short name"),
        ("六安市政务服务办关于印发六安市优化营商环境责任清单的通知\n各县区人民政府：\n" + BODY, "issuer", "六安市政务服务办",
         "a short name that ends no line of its own"),
        ("六安市商务局关于印发六安市电商发展方案的通知（2024年4月7日）\n各县区人民政府：\n现将方案印发给你们。\n六安市商务局\n2024年4月7日\n"
         "六安市电商发展方案\n" + BODY, "title", "六安市电商发展方案", "a day behind the covering title"),
        ("六安市数字经济行动计划\n发表于：2024-07-30\n六安市数字经济行动计划\n" + BODY, "title", "六安市数字经济行动计划",
         "the page's line between"),
        ("六安市低空经济方案（2024—2026年）-六安在线_六安市人民政府门户网站\n六安市低空经济方案（2024—2026年）\n" + BODY, "title",
         "六安市低空经济方案（2024—2026年）", "the title that a browser shows"),
        ("六安市低空经济实施方案_六安市人民政府网\n" + BODY, "title", "六安市低空经济实施方案", "and only there"),
        ("国务院办公厅关于加强基金监管的实施\n意见（2023年5月26日）\n国办发〔2023〕17号\n各省人民政府：\n" + BODY, "title",
         "国务院办公厅关于加强基金监管的实施意见", "a title's last word on a line with its day"),
        ("2.浙江省促进中小微企业发展条例（2023年1月16日）\n" + BODY, "title", "浙江省促进中小微企业发展条例", "numbered in a collection"),
    ],
)  # fmt: skip
def test_fronts_of_web_pages(text: str, name: str, value: object, reason: str) -> None:
    assert getattr(front_of(text), name) == value, reason
