//! The table of Arabic.

use super::{
    Addresses, Amending, Citing, Forms, Lines, MastheadWords, Meeting, Named, Numbers, Organ, Organs, Page,
    Ranges, References, Speaking, Typed, Units, Votes, Words,
};
use crate::text::chars::is_arabic;

/// The article.
pub(crate) const ARTICLE: &str = "ال";
/// Letters that are words of their own before a noun and are written onto it.
pub(crate) const CLITICS: &str = "لوبفك";
/// The word before the verb of a preambular paragraph.
pub(crate) const INTRODUCING: [&str; 2] = ["إذ", "وإذ"];
/// What stands for "ES-" and "S-" in the number of an emergency or a special session: letters with nothing, spaces or
/// zero-width non-joiners between them.
pub(crate) const EMERGENCY: [&str; 3] = ["دإط", "د إ ط", "د‌إ‌ط"];
pub(crate) const SPECIAL: [&str; 3] = ["دإ", "د إ", "د‌إ"];
/// The word for a session, and its abbreviation.
pub(crate) const SESSION: [&str; 2] = ["د", "الدورة"];
/// The endings of twenty to ninety, in two cases.
pub(crate) const TENS: [&str; 2] = ["ون", "ين"];
/// The conjunction between the ones and the tens.
pub(crate) const AND: &str = "و";
/// The stem of the one in eleven, twenty-one and so on.
pub(crate) const ONE: &str = "حادي";
/// The ending of eleven to nineteen as sections are numbered, and how General Assembly resolutions misprint it.
pub(crate) const TEN: [&str; 2] = [" عشر", " عاشر"];
/// Conjunctions, prepositions and the article, as they are written onto a word; longer ones before their parts.
const PARTICLES: [&str; 16] =
    ["وبال", "ولل", "وال", "بال", "فال", "كال", "ال", "لل", "وب", "ول", "و", "ف", "ب", "ل", "ك", "س"];

/// Whether a folded adverb that numbers a section is that of an ordinal stem.
pub(crate) fn is_adverb_of(adverb: &str, stem: &str) -> bool {
    let bare = adverb.trim_end_matches('ا');
    stem == bare || stem.trim_end_matches('ي') == bare
}

/// A word without the particles written onto it: "فقرة" for "والفقرة".
pub(crate) fn bare(word: &str) -> &str {
    PARTICLES.into_iter().find_map(|particle| word.strip_prefix(particle)).unwrap_or(word)
}

/// A word of any language without Arabic particles; `None` where there are none, or where too little would remain.
pub(crate) fn without_particles(word: &str) -> Option<&str> {
    if !word.chars().next().is_some_and(|first| ('\u{620}'..='\u{64a}').contains(&first)) {
        return None;
    }
    PARTICLES.into_iter().find_map(|particle| {
        let least = if particle.ends_with(ARTICLE) || particle.ends_with("لل") { 3 } else { 4 };
        word.strip_prefix(particle).filter(|rest| rest.chars().count() >= least)
    })
}

pub(super) static WORDS: Words = Words {
    codes: ("ar", "ara"),
    writes: is_arabic,
    also: &["أيضا", "أيضاً"],
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
        unnumbered: Named { cited: "الفقرة {} غير المرقمة", typed: "غير", headed: &[] },
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
        unnumbered: "الفقرة غير المرقمة {}",
        only_unnumbered: "الفقرة {}",
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
        ends: &["و", "أو", "و/أو"],
        ranges: Ranges {
            pair: "الفقرتان {first} و {last}",
            paragraphs: "الفقرات {first} إلى {last}",
            preambular_pair: "الفقرتان {first} و{last} من الديباجة",
            preambular: "الفقرات {first} إلى {last} من الديباجة",
            items: " إلى ",
            places: " إلى ",
            behind: &[],
        },
    },
    addresses: Addresses {
        fillers: "من في رقم مرقمه المرقمه قرار",
        resolution: &["القرار", "قرار"],
        ands: "و الي",
        lasts: "اخير اخيره",
        sub_of: "فرعيه",
        numbers: "رقم",
        endings: "",
        vague_endings: "",
        particles: &["وال", "بال", "فال", "كال", "ولل", "ال", "لل"],
        behind: "",
        joins: &["إلى", "و"],
        repeats: &[("مكررا ثانيا", "ter"), ("مكررا", "bis"), ("مكرر", "bis")],
    },
    numbers: Numbers {
        ones: &[],
        tens: &["عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"],
        ordinal_ones: &["اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"],
        ordinal_tens: &[],
        variants: &[
            ("واحد", 1),
            ("واحده", 1),
            ("احد", 1),
            ("احدي", 1),
            ("اثنان", 2),
            ("اثنتان", 2),
            ("اثنين", 2),
            ("اثنتين", 2),
            ("ثلاث", 3),
            ("ثلاثه", 3),
            ("اربع", 4),
            ("اربعه", 4),
            ("خمس", 5),
            ("خمسه", 5),
            ("ست", 6),
            ("سته", 6),
            ("سبع", 7),
            ("سبعه", 7),
            ("ثمان", 8),
            ("ثمانيه", 8),
            ("ثماني", 8),
            ("تسع", 9),
            ("تسعه", 9),
            ("عشر", 10),
            ("عشره", 10),
        ],
        adverbs: &[],
        figure_endings: &[],
        hundred: &["مايه", "ميه"],
        hundredth: &[],
    },
    date_links: &[],
    year: &[],
    months: &[
        ("كانون الثاني", 1),
        ("كانون الأول", 12),
        ("تشرين الأول", 10),
        ("تشرين الثاني", 11),
        ("يناير", 1),
        ("شباط", 2),
        ("فبراير", 2),
        ("آذار", 3),
        ("أذار", 3),
        ("مارس", 3),
        ("نيسان", 4),
        ("أبريل", 4),
        ("إبريل", 4),
        ("ابريل", 4),
        ("أيار", 5),
        ("مايو", 5),
        ("حزيران", 6),
        ("يونيه", 6),
        ("يونيو", 6),
        ("تموز", 7),
        ("يوليه", 7),
        ("يوليو", 7),
        ("آب", 8),
        ("أغسطس", 8),
        ("أيلول", 9),
        ("سبتمبر", 9),
        ("أكتوبر", 10),
        ("نوفمبر", 11),
        ("ديسمبر", 12),
        ("كانون الاول", 12),
        ("تشرين الاول", 10),
        ("اكتوبر", 10),
    ],
    organs: Organs {
        united_nations: &["الأمم المتحدة", "الأمــم المتحـدة"],
        enacting: &[
            ("ان الجمعية العامة", Some(Organ::GeneralAssembly)),
            ("الجمعية العامة", Some(Organ::GeneralAssembly)),
            ("ان مجلس الامن", Some(Organ::SecurityCouncil)),
            ("مجلس الامن", Some(Organ::SecurityCouncil)),
            ("ان المجلس الاقتصادي والاجتماعي", Some(Organ::EconomicAndSocialCouncil)),
            ("ان مجلس حقوق الانسان", Some(Organ::HumanRightsCouncil)),
            ("ان لجنة حقوق الانسان", None),
            ("ان مؤتمر الاطراف", None),
            ("ان اللجنة", None),
            ("ان المجلس التنفيذي", None),
        ],
        named: &[
            ("اللجنة الفرعية", Organ::SubCommission),
            ("لجنة حقوق الإنسان", Organ::CommissionOnHumanRights),
            ("مجلس حقوق الإنسان", Organ::HumanRightsCouncil),
            ("المجلس الاقتصادي والاجتماعي", Organ::EconomicAndSocialCouncil),
            ("مجلس الأمن", Organ::SecurityCouncil),
            ("الجمعية العامة", Organ::GeneralAssembly),
            ("جمعية الأمم المتحدة للبيئة", Organ::EnvironmentAssembly),
            ("جمعية البيئة", Organ::EnvironmentAssembly),
        ],
        council: &["المجلس"],
        lines: &["الجمعية العامة", "مجلس الامن", "المجلس الاقتصادي والاجتماعي", "مجلس حقوق الانسان"],
        articles: &["ان "],
        salutations: &[],
        ends: &[],
    },
    speaking: Speaking { opening: &["نحن ", "نحن، "], we: &[], signing: &["عن "] },
    masthead: MastheadWords {
        distribution: &["التوزيع"],
        distributed: &[],
        original: &[],
        agenda: &["البند", "البندان", "البنود"],
        adoption: &[
            "قرار اتخذته",
            "قرارات اتخذتها",
            "قرار اعتمدته",
            "القرار الذي اتخذته",
            "الذي اتخذه",
            "الذي اتخذته",
            "اتخذ في",
            "اتخذه مجلس",
        ],
        draft: "مشروع قرار",
        session: &["الدورة"],
        special_session: &[],
        reported: &[],
        session_starts: &["الدورة"],
        session_ends: &[],
        resolution: &["القرار", "قرار"],
        title: &[],
        council: &["قرار مجلس الامن رقم"],
        behind_number: &["بتاريخ"],
        dated: &[" المؤرخ"],
    },
    meeting: Meeting {
        adopted: &["اتخذ في الجلسة", "اتخذ بالاجماع", "تبني المجلس هذا القرار"],
        names: &[],
        starts: &["الجلسة"],
        plenary: &[],
        before: &[],
        counted: &[],
    },
    votes: Votes {
        labels: &["المؤيدون", "المعارضون", "الممتنعون", "مع القرار", "ضد القرار"],
        for_: &["المؤيدون", "مع القرار"],
        against: &["المعارضون", "ضد القرار"],
        abstaining: &["الممتنعون"],
        and: "",
        halves: &[],
        adopted: &["اعتمد", "اتخذ"],
        phrases: &[],
        told: &["تصويت مسجل", "دون تصويت", "بدون تصويت"],
    },
    headings: &[
        ("اولا", "الاول", "الاولي"),
        ("ثانيا", "الثاني", "الثانية"),
        ("ثالثا", "الثالث", "الثالثة"),
        ("رابعا", "الرابع", "الرابعة"),
        ("خامسا", "الخامس", "الخامسة"),
        ("سادسا", "السادس", "السادسة"),
        ("سابعا", "السابع", "السابعة"),
        ("ثامنا", "الثامن", "الثامنة"),
        ("تاسعا", "التاسع", "التاسعة"),
        ("عاشرا", "العاشر", "العاشرة"),
        ("حادي عشر", "الحادي عشر", "الحادية عشرة"),
        ("ثاني عشر", "الثاني عشر", "الثانية عشرة"),
        ("ثالث عشر", "الثالث عشر", "الثالثة عشرة"),
        ("رابع عشر", "الرابع عشر", "الرابعة عشرة"),
        ("خامس عشر", "الخامس عشر", "الخامسة عشرة"),
        ("سادس عشر", "السادس عشر", "السادسة عشرة"),
        ("سابع عشر", "السابع عشر", "السابعة عشرة"),
        ("ثامن عشر", "الثامن عشر", "الثامنة عشرة"),
        ("تاسع عشر", "التاسع عشر", "التاسعة عشرة"),
        ("عشرون", "العشرون", "العشرون"),
    ],
    letters: &[
        &["ألف", "الف"],
        &["باء"],
        &["جيم"],
        &["دال"],
        &["هاء"],
        &["واو"],
        &["زاي"],
        &["حاء"],
        &["طاء"],
        &["ياء"],
        &["كاف"],
        &["لام"],
        &["ميم"],
        &["نون"],
    ],
    references: References {
        resolution: "قرار",
        decision: "مقرر",
        between: &["الصادر عن", "الصادرة عن", "المؤرخ", "المؤرخة", "الذي اتخذه", "الذي اتخذته"],
        paragraph: &["فقرة", "فقرتين", "فقرتان", "فقرات"],
        subparagraph: &["الفرعية", "الفرعيتين"],
        note: &["حاشية", "حاشيتين", "حواشي"],
        article: &["مادة", "مادتين", "مادتان", "مواد"],
        of_article: &[],
        capital_article: false,
        joiners: &["و", "إلى", "أو"],
        own: &["أعلاه", "أدناه", "من هذا القرار", "من هذا المرفق"],
        operative: &["من المنطوق", "من منطوق"],
        genitive: &["من"],
        annex: "مرفق",
        section: &["الجزء", "الفرع", "الباب"],
        charter: "ميثاق",
        chapter: "الفصل ",
        preamble: "الديباجة",
        preambular: &["من"],
    },
    forms: Forms {
        decisions: &[("في جلستها ", "")],
        again: &["في الجلسة نفسها، "],
        organs: &["الجمعية", "المجلس"],
        statements: &["بالبيان التالي", "البيان التالي"],
        speakers: &[],
        recitals: &["ولما كان", "لما كان"],
        therefore: &["لذلك"],
        preamble: "الديباجة",
        subjects: &["الموضوع"],
    },
    amending: Amending {
        done: &[
            "يستعاض",
            "تستعاض",
            "يضاف",
            "تضاف",
            "يدرج",
            "تدرج",
            "يحذف",
            "تحذف",
            "يعدل",
            "تعدل",
            "يستبدل",
            "تستبدل",
        ],
        places: &["في ", "بعد ", "قبل ", "بين "],
        parts: &["الفقرة", "فقرة", "فقرتان", "العنوان", "المرفق", "الحاشية", "الديباجة", "المنطوق"],
        amendment: "تعديل",
        draft: "مشروع",
        resolution: &["الديباجة", "المنطوق"],
    },
    lines: Lines {
        note_openers: &["انظر", "المرجع نفسه", "القرار"],
        suspended: &[],
        prefixes: &[],
        compounds: &[],
        hyphened_tens: false,
        counted: &[],
        counting: &[],
        day_last: false,
        metres: &[],
        recycle: &["الرجاء اعادة استعمال الورق"],
        continued: &[],
        pages: &["الصفحة "],
        open: &["في", "من", "إلى", "على"],
        before_numbers: &[],
    },
    elided: &[],
    typed: Typed {
        stop: "في من الي علي عن ان التي الذي و او هذا هذه ذلك تلك ما لا كل مع بين قد",
        asking: "ورد ذكر اين متي من ماذا كيف لماذا هل اي ايه كم نحن هم فيها فيه بشان بخصوص حول",
        leading: "يقول تقول يقال قيل الفقرات الفقره فقرات فقره النص القرار الوثيقه يتحدث تتحدث يذكر تذكر ورد المتعلقه عن ابحث اعرض",
        deeds: &[
            ("REQUEST", "طلب يطلب يطلبون نطلب طلبت طلبوا يجب"),
            ("URGE", "يحث يحثون"),
            ("INVITE", "يدعو يدعون"),
            ("DECIDE", "يقرر يقررون"),
            ("CONDEMN", "يدين يدينون"),
        ],
        initials: &[],
    },
    asking: super::asking::ar::ASKING,
    light: "تحيط نحيط يحيط تضع",
    page: Page {
        preamble: "الديباجة",
        operative_part: "المنطوق",
        notes: "الحواشي",
        contents: "المحتويات",
        skip: "إلى النص",
        back: "العودة إلى النص",
    },
};
