//! Chinese.

use super::{Addresses, Citing, Named, Numbers, Page, Units, Words};

pub(super) static WORDS: Words = Words {
    units: Units {
        // Sub-paragraphs stand between the number and its counter: 第2(e)段.
        paragraph: Named { cited: "第{}段", typed: "段 段落 点", headed: &[] },
        operative: Named { cited: "", typed: "执行部分 执行段 执行", headed: &[] },
        preambular: Named {
            cited: "序言部分第{}段", typed: "序言部分 序言段 序言 前言", headed: &[]
        },
        sub: Named { cited: "第{}项", typed: "分段 项 目 款", headed: &[] },
        annex: Named { cited: "附件{}", typed: "附件", headed: &["附件"] },
        appendix: Named { cited: "", typed: "附录", headed: &["附录"] },
        section: Named { cited: "第{}节", typed: "节", headed: &[] },
        chapter: Named { cited: "", typed: "章", headed: &[] },
        part: Named { cited: "", typed: "部分", headed: &[] },
        article: Named { cited: "第{}条", typed: "条", headed: &[] },
        note: Named { cited: "脚注{}", typed: "脚注 注 注释", headed: &[] },
        quotation: Named { cited: "引文", typed: "引文", headed: &[] },
        unnumbered: Named { cited: "未编号第{}段", typed: "未编号", headed: &[] },
        table: Named { cited: "表格", typed: "表 表格", headed: &[] },
        heading: Named { cited: "小标题", typed: "小标题", headed: &[] },
        title: Named { cited: "标题", typed: "标题 题目 题名", headed: &[] },
        masthead: Named { cited: "文头", typed: "文头", headed: &[] },
        vote: Named { cited: "表决", typed: "表决", headed: &[] },
    },
    citing: Citing {
        comma: "，",
        colon: "：",
        semicolon: "；",
        item: "({})",
        counted: "（未编号）",
        preambular: "序言部分第{}段",
        nth: |number| number.to_string(),
        ordinals: &[],
        enacting: "导语",
        closing: "结尾",
    },
    addresses: Addresses {
        fillers: "第 决议 之 的 号",
        ands: "和 至 到 及",
        lasts: "最后 最后一",
        sub_of: "",
        numbers: "",
        endings: "",
        vague_endings: "",
        particles: &[],
        behind: "段 段落 点 条 节 章 部分 项 目 款 分段",
        repeats: &[("之二", "bis"), ("之三", "ter"), ("之四", "quater"), ("之一", "bis")],
    },
    numbers: Numbers {
        ones: &[],
        tens: &[],
        ordinal_ones: &[],
        ordinal_tens: &[],
        variants: &[],
        hundred: &[],
        hundredth: &[],
    },
    months: &[],
    page: Page {
        preamble: "序言",
        operative: "执行部分",
        operative_part: "执行部分",
        notes: "脚注",
        contents: "目录",
        skip: "跳到正文",
        back: "返回正文",
    },
};
