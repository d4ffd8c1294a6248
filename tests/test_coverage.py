"""全覆盖 as a goal, as a requirement, as a rate."""

from __future__ import annotations

import pytest
from promises import targets_of


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("实现行政村全覆盖。", ["行政村覆盖率 =100%"], "a goal"),
        ("推动光纤网络行政村全覆盖并向自然村延伸。", ["光纤网络行政村覆盖率 =100%"], "推动"),
        ("服务网点实现乡镇全覆盖。", ["服务网点乡镇覆盖率 =100%"], "subject before the verb"),
        (
            "到2025年底，基本实现公共图书馆、文化馆无线网络全覆盖。",
            ["公共图书馆、文化馆无线网络覆盖率 =100% by 2025-12-31"],
            "a list is one goal",
        ),
        ("以信息化手段实现监管事项全覆盖。", ["监管事项覆盖率 =100%"], "by what means is no part of it"),
        ("2024年底前完成旅游区5G网络全覆盖。", ["旅游区5G网络覆盖率 =100% by 2024-12-31"], "a time without a comma"),
        ("按照农村电商全覆盖的要求，加快建设。", [], "a requirement referred to"),
        ("坚持全覆盖原则，稳步推进。", [], "a principle"),
        ("推进“三个全覆盖”工作。", [], "the name of a programme"),
        ("目前，已实现城区全覆盖。", [], "what is so"),
        ("全面覆盖各类人群。", [], "without a figure"),
        ("所有乡镇均设立站点。", [], "所有 is no figure"),
        ("站点覆盖率达到80%以上。", ["站点覆盖率 >=80%"], "a rate with a figure is measured"),
    ],
)
def test_coverage(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason
