//! Arabic.

use super::{Addresses, Citing, Named, Page, Units, Words};

pub(super) static WORDS: Words = Words {
    units: Units {
        paragraph: Named {
            cited: "الفقرة {}",
            typed: "فقره فقرات فقرتين فقرتان فقرتي بند نقطه",
            headed: &[],
        },
        operative: Named { cited: "", typed: "منطوق", headed: &[] },
        preambular: Named {
            cited: "الفقرة {} من الديباجة", typed: "ديباجه ديباجي", headed: &[]
        },
        sub: Named { cited: "العنصر {}", typed: "عنصر", headed: &[] },
        annex: Named {
            cited: "المرفق {}", typed: "مرفق مرفقات", headed: &["المرفق", "مرفق"]
        },
        appendix: Named { cited: "", typed: "تذييل", headed: &["التذييل", "تذييل"] },
        section: Named { cited: "الجزء {}", typed: "جزء قسم", headed: &["القسم", "قسم"] },
        chapter: Named { cited: "", typed: "فصل باب", headed: &["الباب", "الفصل"] },
        part: Named { cited: "", typed: "", headed: &["الجزء", "جزء"] },
        article: Named { cited: "المادة {}", typed: "ماده مواد", headed: &["المادة"] },
        note: Named { cited: "الحاشية {}", typed: "حاشيه حواشي هامش", headed: &[] },
        quotation: Named { cited: "اقتباس", typed: "اقتباس", headed: &[] },
        unnumbered: Named { cited: "الفقرة غير المرقمة {}", typed: "غير", headed: &[] },
        table: Named { cited: "جدول", typed: "جدول", headed: &[] },
        heading: Named { cited: "عنوان فرعي", typed: "", headed: &[] },
        title: Named { cited: "العنوان", typed: "عنوان", headed: &[] },
        masthead: Named { cited: "الترويسة", typed: "ترويسه", headed: &[] },
        vote: Named { cited: "التصويت", typed: "تصويت", headed: &[] },
    },
    citing: Citing {
        comma: "، ",
        colon: ": ",
        semicolon: "؛ ",
        item: " ({})",
        counted: " (غير مرقمة)",
        preambular: "الفقرة {} من الديباجة",
        nth: |number| number.to_string(),
        ordinals: &[
            "الأولى",
            "الثانية",
            "الثالثة",
            "الرابعة",
            "الخامسة",
            "السادسة",
            "السابعة",
            "الثامنة",
            "التاسعة",
            "العاشرة",
            "الحادية عشرة",
            "الثانية عشرة",
        ],
        enacting: "عبارة الاستهلال",
        closing: "الختام",
    },
    addresses: Addresses {
        fillers: "من في رقم مرقمه المرقمه قرار",
        ands: "و الي",
        lasts: "اخير اخيره",
        sub_of: "فرعيه",
        numbers: "رقم",
        endings: "",
        vague_endings: "",
        particles: &["وال", "بال", "فال", "كال", "ولل", "ال", "لل"],
        behind: "",
        repeats: &[("مكرر", "bis"), ("مكررا", "bis")],
    },
    page: Page {
        preamble: "الديباجة",
        operative: "المنطوق",
        operative_part: "المنطوق",
        notes: "الحواشي",
        contents: "المحتويات",
        skip: "إلى النص",
        back: "العودة إلى النص",
    },
};
