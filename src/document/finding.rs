//! What a reader is told of how a document was understood: what is doubtful or damaged, and why text was set aside.
//!
//! A finding is a code with what its sentence speaks of. The sentences themselves are messages, in six languages; JSON and
//! the command line say them in English.

use crate::lang::Language;
use crate::messages::{Fixed, Messages};
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

/// Something that is doubtful or was mended, or a fault that the reader should know of, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Line of the decoded source, from 1; in a PDF, the page.
    pub line: u32,
    pub finding: Finding,
}

impl Diagnostic {
    pub fn new(line: u32, finding: Finding) -> Self {
        Self { line, finding }
    }

    /// A stable code: `number-inferred`, `note-without-mark`, `not-a-resolution`, ...
    pub fn code(&self) -> &'static str {
        self.finding.code()
    }

    /// The message in English, one sentence.
    pub fn message(&self) -> String {
        self.finding.said(Messages::of(Language::En))
    }
}

impl Serialize for Diagnostic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Diagnostic", 3)?;
        fields.serialize_field("code", self.code())?;
        fields.serialize_field("line", &self.line)?;
        fields.serialize_field("message", &self.message())?;
        fields.end()
    }
}

/// What was found. docs/json.md says what each code means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    AnnexInside,
    BytesReplaced {
        encoding: &'static str,
    },
    CutOff,
    EncodingGuessed {
        encoding: &'static str,
    },
    EndMissing,
    FileOver {
        page: usize,
        megabytes: u64,
    },
    FileOverWork {
        page: usize,
    },
    FirstPages {
        read: usize,
        all: usize,
    },
    FontRefused,
    FontsUnknown {
        letters: usize,
    },
    HeadingInPreamble,
    ItemGap {
        label: String,
        ordinal: u32,
        last: u32,
    },
    ItemTooDeep,
    ItemUnlabelled,
    LetterMisprinted {
        printed: char,
        last: char,
        next: char,
        called: char,
    },
    LettersDoubtful,
    ListInSentence {
        first: String,
        last: String,
    },
    ListUnlabelled,
    MarkWithoutNote {
        marker: String,
    },
    Markup(MarkupFault),
    /// `at` is an offset in bytes, from 0.
    MarkupDamaged {
        at: usize,
        part: String,
        fault: MarkupFault,
    },
    MixedLanguage {
        one: Language,
        whole: Language,
    },
    NoEnactingPhrase,
    NoNote {
        marker: String,
    },
    NoTitle,
    NotAResolution,
    NoteInPreamble,
    NoteWithoutMark {
        marker: String,
    },
    NumberApart,
    NumberGap {
        number: u32,
        last: u32,
    },
    NumberInferred {
        number: u32,
    },
    NumberInside {
        number: u32,
    },
    NumberMisprinted {
        printed: u32,
        last: u32,
        called: u32,
    },
    NumberMisread {
        number: u32,
        printed: String,
    },
    NumberMissing {
        last: u32,
        next: u32,
    },
    NumberRestart {
        number: u32,
        last: u32,
    },
    NumberUnread {
        label: String,
    },
    NumberedPreamble,
    OperativeInPreamble,
    PageCrowded {
        page: usize,
    },
    PageDamaged {
        page: usize,
    },
    PageLost {
        page: usize,
    },
    PageOver {
        page: usize,
        megabytes: u64,
    },
    PagesLeftOut {
        page: usize,
    },
    ParagraphAsHeading,
    ParagraphsCounted,
    PartDamaged {
        part: String,
    },
    PartsListDamaged,
    PiecesDamaged,
    PreambleGap {
        opener: String,
    },
    PreambleInBody,
    SectionEnds,
    SectionInList,
    SeveralResolutions,
    SomePartDamaged,
    TooManyLines,
    TooManyNodes,
    TooManyParagraphs,
}

impl Finding {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AnnexInside => "annex-inside",
            Self::CutOff
            | Self::EndMissing
            | Self::FileOver { .. }
            | Self::FileOverWork { .. }
            | Self::LettersDoubtful
            | Self::MarkupDamaged { .. }
            | Self::PageDamaged { .. }
            | Self::PageLost { .. }
            | Self::PageOver { .. }
            | Self::PartDamaged { .. }
            | Self::PartsListDamaged
            | Self::PiecesDamaged
            | Self::SomePartDamaged => "damaged",
            Self::BytesReplaced { .. } | Self::EncodingGuessed { .. } => "encoding",
            Self::HeadingInPreamble => "heading-in-preamble",
            Self::ItemGap { .. } => "item-gap",
            Self::ItemTooDeep => "item-too-deep",
            Self::ItemUnlabelled => "item-unlabelled",
            Self::ListInSentence { .. } => "list-in-sentence",
            Self::ListUnlabelled => "list-unlabelled",
            Self::MarkWithoutNote { .. } => "mark-without-note",
            Self::Markup(_) => "markup",
            Self::MixedLanguage { .. } => "mixed-language",
            Self::NoEnactingPhrase => "no-enacting-phrase",
            Self::NoNote { .. } => "no-note",
            Self::NoTitle => "no-title",
            Self::NotAResolution => "not-a-resolution",
            Self::NoteInPreamble => "note-in-preamble",
            Self::NoteWithoutMark { .. } => "note-without-mark",
            Self::NumberApart => "number-apart",
            Self::NumberGap { .. } => "number-gap",
            Self::NumberInferred { .. } => "number-inferred",
            Self::NumberInside { .. } => "number-inside",
            Self::LetterMisprinted { .. } | Self::NumberMisprinted { .. } => "number-misprinted",
            Self::NumberMisread { .. } => "number-misread",
            Self::NumberMissing { .. } => "number-missing",
            Self::NumberRestart { .. } => "number-restart",
            Self::NumberUnread { .. } => "number-unread",
            Self::NumberedPreamble => "numbered-preamble",
            Self::OperativeInPreamble => "operative-in-preamble",
            Self::ParagraphAsHeading => "paragraph-as-heading",
            Self::ParagraphsCounted => "paragraphs-counted",
            Self::FirstPages { .. }
            | Self::FontRefused
            | Self::PageCrowded { .. }
            | Self::PagesLeftOut { .. } => "pdf",
            Self::FontsUnknown { .. } => "pdf-font",
            Self::PreambleGap { .. } => "preamble-gap",
            Self::PreambleInBody => "preamble-in-body",
            Self::SectionEnds => "section-ends",
            Self::SectionInList => "section-in-list",
            Self::SeveralResolutions => "several-resolutions",
            Self::TooManyLines | Self::TooManyParagraphs => "too-many-lines",
            Self::TooManyNodes => "too-many-nodes",
        }
    }

    /// The sentence that says it.
    #[expect(clippy::too_many_lines, reason = "a row a finding")]
    pub(crate) fn said(&self, messages: Messages) -> String {
        let count = |number: u32| number as usize;
        let fixed = match self {
            Self::BytesReplaced { encoding } => return messages.found_bytes_replaced(encoding),
            Self::EncodingGuessed { encoding } => return messages.found_encoding_guessed(encoding),
            Self::FileOver { page, megabytes } => {
                return messages.found_file_over(usize::try_from(*megabytes).unwrap_or(usize::MAX), *page);
            }
            Self::FileOverWork { page } => return messages.found_file_over_work(*page),
            Self::FirstPages { read, all } => return messages.found_first_pages(*read, *all),
            Self::FontsUnknown { letters } => return messages.found_fonts_unknown(*letters),
            Self::ItemGap { label, ordinal, last } => {
                return messages.found_item_gap(label, count(*ordinal), count(*last));
            }
            Self::LetterMisprinted { printed, last, next, called } => {
                let [printed, last, next, called] = [printed, last, next, called].map(char::to_string);
                return messages.found_letter_misprinted(&printed, &last, &next, &called);
            }
            Self::ListInSentence { first, last } => return messages.found_list_in_sentence(first, last),
            Self::MarkWithoutNote { marker } => return messages.found_mark_without_note(marker),
            Self::Markup(fault) => return messages.found_markup(fault.said(messages)),
            Self::MarkupDamaged { at, part, fault } => {
                return messages.found_markup_damaged(*at, part, fault.said(messages));
            }
            Self::MixedLanguage { one, whole } => {
                return messages.found_mixed_language(messages.name(*one), messages.name(*whole));
            }
            Self::NoNote { marker } => return messages.found_no_note(marker),
            Self::NoteWithoutMark { marker } => return messages.found_note_without_mark(marker),
            Self::NumberGap { number, last } => {
                return messages.found_number_gap(count(*number), count(*last));
            }
            Self::NumberInferred { number } => return messages.found_number_inferred(count(*number)),
            Self::NumberInside { number } => return messages.found_number_inside(count(*number)),
            Self::NumberMisprinted { printed, last, called } => {
                return messages.found_number_misprinted(count(*printed), count(*last), count(*called));
            }
            Self::NumberMisread { number, printed } => {
                return messages.found_number_misread(count(*number), printed);
            }
            Self::NumberMissing { last, next } => {
                return messages.found_number_missing(count(*last), count(*next));
            }
            Self::NumberRestart { number, last } => {
                return messages.found_number_restart(count(*number), count(*last));
            }
            Self::NumberUnread { label } => return messages.found_number_unread(label),
            Self::PageCrowded { page } => return messages.found_page_crowded(*page),
            Self::PageDamaged { page } => return messages.found_page_damaged(*page),
            Self::PageLost { page } => return messages.found_page_lost(*page),
            Self::PageOver { page, megabytes } => {
                return messages.found_page_over(*page, usize::try_from(*megabytes).unwrap_or(usize::MAX));
            }
            Self::PagesLeftOut { page } => return messages.found_pages_left_out(*page),
            Self::PartDamaged { part } => return messages.found_part_damaged(part),
            Self::PreambleGap { opener } => return messages.found_preamble_gap(opener),
            Self::AnnexInside => messages.found_annex_inside(),
            Self::CutOff => messages.found_cut_off(),
            Self::EndMissing => messages.found_end_missing(),
            Self::FontRefused => messages.found_font_refused(),
            Self::HeadingInPreamble => messages.found_heading_in_preamble(),
            Self::ItemTooDeep => messages.found_item_too_deep(),
            Self::ItemUnlabelled => messages.found_item_unlabelled(),
            Self::LettersDoubtful => messages.found_letters_doubtful(),
            Self::ListUnlabelled => messages.found_list_unlabelled(),
            Self::NoEnactingPhrase => messages.found_no_enacting_phrase(),
            Self::NoTitle => messages.found_no_title(),
            Self::NotAResolution => messages.found_not_a_resolution(),
            Self::NoteInPreamble => messages.found_note_in_preamble(),
            Self::NumberApart => messages.found_number_apart(),
            Self::NumberedPreamble => messages.found_numbered_preamble(),
            Self::OperativeInPreamble => messages.found_operative_in_preamble(),
            Self::ParagraphAsHeading => messages.found_paragraph_as_heading(),
            Self::ParagraphsCounted => messages.found_paragraphs_counted(),
            Self::PartsListDamaged => messages.found_parts_list_damaged(),
            Self::PiecesDamaged => messages.found_pieces_damaged(),
            Self::PreambleInBody => messages.found_preamble_in_body(),
            Self::SectionEnds => messages.found_section_ends(),
            Self::SectionInList => messages.found_section_in_list(),
            Self::SeveralResolutions => messages.found_several_resolutions(),
            Self::SomePartDamaged => messages.found_some_part_damaged(),
            Self::TooManyLines => messages.found_too_many_lines(),
            Self::TooManyNodes | Self::TooManyParagraphs => messages.found_too_many_paragraphs(),
        };
        fixed.to_owned()
    }
}

/// What is wrong where markup is not well formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkupFault {
    ClosesNothing,
    NeverClosed,
    NeverEnds,
    TooDeep,
    TooMany,
}

impl MarkupFault {
    pub(crate) fn said(self, messages: Messages) -> &'static str {
        match self {
            Self::ClosesNothing => messages.fault_closes_nothing(),
            Self::NeverClosed => messages.fault_never_closed(),
            Self::NeverEnds => messages.fault_never_ends(),
            Self::TooDeep => messages.fault_too_deep(),
            Self::TooMany => messages.fault_too_many(),
        }
    }
}

/// Why text was set aside: what it is, if it is none of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    BarCode,
    Comment,
    DeletedText,
    DisplacedMark,
    Fence,
    FrontMatter,
    HiddenText,
    JobNumber,
    Link,
    Navigation,
    PageHeader,
    PageNumber,
    RecyclingLine,
    RepeatedHeader,
    Rule,
    RunningFoot,
    RunningHead,
}

impl Reason {
    /// The code, as `plenary check` prints it, and what the reader is told.
    fn row(self) -> (&'static str, Fixed) {
        match self {
            Self::BarCode => ("bar-code", Messages::aside_bar_code),
            Self::Comment => ("comment", Messages::aside_comment),
            Self::DeletedText => ("deleted-text", Messages::aside_deleted_text),
            Self::DisplacedMark => ("displaced-mark", Messages::aside_displaced_mark),
            Self::Fence => ("fence", Messages::aside_fence),
            Self::FrontMatter => ("front-matter", Messages::aside_front_matter),
            Self::HiddenText => ("hidden-text", Messages::aside_hidden_text),
            Self::JobNumber => ("job-number", Messages::aside_job_number),
            Self::Link => ("link", Messages::aside_link),
            Self::Navigation => ("navigation", Messages::aside_navigation),
            Self::PageHeader => ("page-header", Messages::aside_page_header),
            Self::PageNumber => ("page-number", Messages::aside_page_number),
            Self::RecyclingLine => ("recycling-line", Messages::aside_recycling_line),
            Self::RepeatedHeader => ("repeated-header", Messages::aside_repeated_header),
            Self::Rule => ("rule", Messages::aside_rule),
            Self::RunningFoot => ("running-foot", Messages::aside_running_foot),
            Self::RunningHead => ("running-head", Messages::aside_running_head),
        }
    }

    pub fn code(self) -> &'static str {
        self.row().0
    }

    pub(crate) fn said(self, messages: Messages) -> &'static str {
        self.row().1(messages)
    }
}
