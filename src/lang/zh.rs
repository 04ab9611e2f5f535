//! The table of Chinese.

use super::numerals::is_han_numeral;
use super::{
    Addresses, Amending, Citing, Forms, Lines, MastheadWords, Meeting, Named, Numbers, Organ, Organs, Page,
    Ranges, References, Speaking, Typed, Units, Votes, Words,
};
use crate::text::chars::is_wide;

/// The prefix of an ordinal: 第七段.
pub(crate) const NTH: &str = "第";
/// The suffix of the number of a resolution: 第64/171号决议.
pub(crate) const NUMBER: char = '号';
/// The suffix of the number of a paragraph.
pub(crate) const PARAGRAPH: &str = "段";
/// The suffixes of the number of a paragraph of an Article: 第三十三条第二项.
pub(crate) const OF_ARTICLE: [&str; 2] = ["项", "款"];

/// Whether a line has a date: 2025年11月12日.
pub(crate) fn is_dated(line: &str) -> bool {
    line.contains('年') && line.contains('月')
}

/// Whether a folded line that has a date is nothing else.
pub(crate) fn is_date(line: &str) -> bool {
    line.chars()
        .all(|letter| letter.is_ascii_digit() || "年月日 。".contains(letter) || is_han_numeral(letter))
}

/// Whether a folded line is a meeting: 第64次全体会议.
pub(crate) fn is_meeting(line: &str) -> bool {
    line.starts_with(NTH)
        && (line.contains("次全体会议") || line.contains("次会议"))
        && line.chars().count() < 40
}

/// Whether a folded line that has a date ends with a meeting.
pub(crate) fn ends_with_meeting(line: &str) -> bool {
    line.ends_with("会议") && line.contains(NTH) && line.contains('次') && line.chars().count() < 40
}

/// Whether a folded line of the masthead says that a text was adopted.
pub(crate) fn tells_adoption(line: &str) -> bool {
    line.ends_with("大会决议")
        || line.contains("会议通过")
        || line.contains("安全理事会第") && line.contains("次会议")
}

/// Whether a decision may begin with this character, as in 在2025年11月12日，大会第45次全体会议.
pub(crate) fn opens_decision(first: char) -> bool {
    matches!(first, '第' | '在')
}

/// Whether a folded paragraph, whose first 40 characters are `near`, begins with such a meeting.
pub(crate) fn is_decision(near: &str, line: &str) -> bool {
    [NTH, "次", "会议"].iter().all(|word| near.contains(word))
        && line.contains("大会")
        && line.chars().count() > 40
}

/// What is between the words of a page number: 第2页.
pub(crate) fn page_number(line: &str) -> Option<&str> {
    line.strip_prefix(NTH)?.strip_suffix('页')
}

/// Whether the words between a document and a paragraph only join the two, as in 第2169(2014)号决议附件第5段, and
/// whether they name the annex.
pub(crate) fn joins_paragraph(between: &str) -> (bool, bool) {
    let stem = between.trim_end_matches('的').trim_end_matches("执行部分");
    let text = stem.trim_end_matches("附件");
    let joins = ["号决议", "决议"].contains(&text.trim_end_matches('，')) || text == "，";
    (joins, text != stem)
}

/// Whether a text ends with the name of the preamble, so that the paragraph after it is preambular.
pub(crate) fn ends_with_preamble(text: &str) -> bool {
    text.ends_with("序言部分") || text.ends_with("序言")
}

/// Whether a character may follow the letter of a resolution: 第72/262 A号决议, 第43/222 A至E号.
pub(crate) fn follows_letter(next: char) -> bool {
    matches!(next, NUMBER | '至' | '和')
}

pub(super) static WORDS: Words = Words {
    codes: ("zh", "zho"),
    writes: is_wide,
    also: &["又", "还", "也"],
    units: Units {
        // A sub-paragraph stands between the number and the word for paragraph: 第2(e)段.
        paragraph: Named { cited: "第{}段", typed: "段 段落 点", headed: &[] },
        operative: Named { cited: "", typed: "执行部分 执行段 执行", headed: &[] },
        preambular: Named {
            cited: "序言部分第{}段", typed: "序言部分 序言段 序言 前言", headed: &[]
        },
        sub: Named { cited: "第{}项", typed: "分段 项 目 款", headed: &[] },
        annex: Named { cited: "附件{}", typed: "附件", headed: &["附件"] },
        appendix: Named { cited: "", typed: "附录", headed: &["附录"] },
        section: Named { cited: "第{}节", typed: "节", headed: &["节", "款"] },
        chapter: Named { cited: "", typed: "章", headed: &["章"] },
        part: Named { cited: "", typed: "部分", headed: &["部分", "编"] },
        article: Named { cited: "第{}条", typed: "条", headed: &["条"] },
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
        unnumbered: "未编号第{}段",
        only_unnumbered: "第{}段",
        nth: |number| number.to_string(),
        ordinals: &[],
        enacting: "导语",
        closing: "结尾",
        ends: &["以及", "和", "及", "并", "并且", "或"],
        ranges: Ranges {
            pair: "第{first}和{last}段",
            paragraphs: "第{first}至{last}段",
            preambular_pair: "序言部分第{first}和{last}段",
            preambular: "序言部分第{first}至{last}段",
            items: "至",
            places: "至",
            behind: &[],
        },
    },
    addresses: Addresses {
        fillers: "第 决议 之 的 号",
        resolution: &[],
        ands: "和 至 到 及",
        lasts: "最后 最后一",
        sub_of: "",
        numbers: "",
        endings: "",
        vague_endings: "",
        particles: &[],
        behind: "段 段落 点 条 节 章 部分 项 目 款 分段",
        joins: &["至", "和"],
        repeats: &[("之二", "bis"), ("之三", "ter"), ("之四", "quater"), ("之一", "bis")],
    },
    numbers: Numbers {
        ones: &[],
        tens: &[],
        ordinal_ones: &[],
        ordinal_tens: &[],
        variants: &[],
        adverbs: &[],
        figure_endings: &[],
        hundred: &[],
        hundredth: &[],
    },
    date_links: &[],
    year: &[],
    months: &[],
    organs: Organs {
        united_nations: &["联合国"],
        enacting: &[
            ("大会", Some(Organ::GeneralAssembly)),
            ("安全理事会", Some(Organ::SecurityCouncil)),
            ("经济及社会理事会", Some(Organ::EconomicAndSocialCouncil)),
            ("人权理事会", Some(Organ::HumanRightsCouncil)),
            ("人权委员会", None),
            ("缔约方会议", None),
            ("执行局", None),
        ],
        named: &[
            ("小组委员会", Organ::SubCommission),
            ("人权委员会", Organ::CommissionOnHumanRights),
            ("人权理事会", Organ::HumanRightsCouncil),
            ("经济及社会理事会", Organ::EconomicAndSocialCouncil),
            ("经济和社会理事会", Organ::EconomicAndSocialCouncil),
            ("经社理事会", Organ::EconomicAndSocialCouncil),
            ("安全理事会", Organ::SecurityCouncil),
            ("大会", Organ::GeneralAssembly),
            ("联合国环境大会", Organ::EnvironmentAssembly),
            ("环境大会", Organ::EnvironmentAssembly),
        ],
        council: &["理事会"],
        lines: &["大会", "安全理事会", "经济及社会理事会", "人权理事会"],
        articles: &[],
        salutations: &[],
        ends: &["会", "会议", "局", "组织", "机构", "会堂"],
    },
    speaking: Speaking { opening: &["我们，"], we: &[], signing: &["代表"] },
    masthead: MastheadWords {
        distribution: &[],
        distributed: &[],
        original: &[],
        agenda: &["议程项目"],
        adoption: &[],
        draft: "决议草案",
        session: &["届会议", "届特别会议", "届紧急特别会议"],
        special_session: &[],
        reported: &[],
        session_starts: &[],
        session_ends: &["会议"],
        resolution: &["第", "联合国安理会第"],
        title: &[],
        council: &["联合国安全理事会第", "安全理事会第", "联合国安理会第"],
        behind_number: &["号决议"],
        dated: &[],
    },
    meeting: Meeting { adopted: &[], names: &[], starts: &[], plenary: &[], before: &[], counted: &[] },
    votes: Votes {
        labels: &["赞成：", "赞成:", "反对：", "反对:", "弃权：", "弃权:"],
        for_: &["赞成"],
        against: &["反对"],
        abstaining: &["弃权"],
        and: "和",
        halves: &[],
        adopted: &[],
        phrases: &[],
        told: &["经记录表决", "未经表决"],
    },
    headings: &[],
    letters: &[],
    references: References {
        resolution: "决议",
        decision: "决定",
        between: &[],
        paragraph: &["第"],
        subparagraph: &[],
        note: &["脚注", "注"],
        article: &["第"],
        of_article: &[],
        capital_article: false,
        joiners: &["和", "及", "至", "到", "或", "与", "以及"],
        own: &["上文", "下文", "本决议", "上述", "上文执行部分", "本决议执行部分"],
        operative: &[],
        genitive: &[],
        annex: "附件",
        section: &[],
        charter: "宪章",
        chapter: "章",
        preamble: "序言部分第",
        preambular: &[],
    },
    forms: Forms {
        decisions: &[],
        again: &["在同次会议上，"],
        organs: &[],
        statements: &["发表以下声明", "以下声明", "如下声明"],
        speakers: &["安全理事会", "安理会"],
        recitals: &["鉴于"],
        therefore: &["因此"],
        preamble: "序言",
        subjects: &["议题", "主题"],
    },
    amending: Amending {
        done: &["插入", "删除", "删去", "改为", "替换", "增加", "加入", "添加", "增列", "改成"],
        places: &["在", "将", "把", "以", "用", "序言", "执行", "第"],
        parts: &["段", "标题", "附件", "脚注"],
        amendment: "修正",
        draft: "草案",
        resolution: &["序言", "执行部分"],
    },
    lines: Lines {
        note_openers: &["见"],
        suspended: &[],
        prefixes: &[],
        compounds: &[],
        hyphened_tens: false,
        counted: &[],
        counting: &[],
        day_last: false,
        metres: &[],
        recycle: &["请回收"],
        continued: &[],
        pages: &[],
        open: &[],
        before_numbers: &[],
    },
    elided: &[],
    typed: Typed {
        stop: "的 和 与 及 在 以 并 或 了 之 于 为 其",
        asking: "在什么地方 什么地方 什么时候 在哪里 哪里 在哪儿 哪儿 哪些 哪个 哪一 何时 何处 什么 谁 怎么 怎样 为什么 有没有 是否 吗 呢 他们 我们",
        leading: "关于 有关 涉及 提到 提及 谈到 说到 段落 条款 内容 部分 查找 寻找",
        deeds: &[
            ("REQUEST", "要求 请求 提请 必须"),
            ("URGE", "敦促 呼吁 促请"),
            ("INVITE", "邀请"),
            ("DECIDE", "决定"),
            ("CONDEMN", "谴责"),
        ],
        initials: &[],
    },
    asking: super::asking::zh::ASKING,
    light: "",
    page: Page {
        preamble: "序言",
        operative_part: "执行部分",
        notes: "脚注",
        contents: "目录",
        skip: "跳到正文",
        back: "返回正文",
    },
};
