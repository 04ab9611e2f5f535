//! Quotation marks whose other half is not copied.
//!
//! A quotation of several paragraphs has an opening mark before each, and a closing one behind the last. Of a paragraph
//! that is copied without the others, half a pair would be left.

/// The lines without opening marks that nothing closes, and without closing marks that nothing opened.
pub(super) fn paired(text: &str, rtl: bool) -> String {
    let lines: Vec<Line> = text.split('\n').map(|line| Line::of(line, rtl)).collect();
    let mut kept: Vec<&str> = lines.iter().map(|line| line.whole).collect();
    // Lines that open a quotation which is not closed yet.
    let mut open = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.closes && (line.opens || !open.is_empty()) {
            open.clear();
        } else if line.closes {
            kept.splice(at..=at, [line.without_last()]);
        } else if line.opens {
            open.push(at);
        }
    }
    let mut out = String::with_capacity(text.len());
    for (at, (line, kept)) in lines.iter().zip(kept).enumerate() {
        if at > 0 {
            out.push('\n');
        }
        if open.contains(&at) {
            out.push_str(line.before);
            out.push_str(line.without_first());
        } else {
            out.push_str(kept);
        }
    }
    out
}

/// A line and the quotation marks at its ends.
struct Line<'t> {
    whole: &'t str,
    /// The signs that make it a quotation in Markdown.
    before: &'t str,
    /// Whether it begins with an opening mark, of which one is without its other half where the line does not close.
    opens: bool,
    /// Whether it ends with a closing mark, and is not a line that only ends with quoted words.
    closes: bool,
}

impl<'t> Line<'t> {
    fn of(whole: &'t str, rtl: bool) -> Self {
        let text = whole.trim_start_matches(['>', ' ']);
        let before = whole.strip_suffix(text).unwrap_or_default();
        // In Arabic the curved marks stand the other way round, unless a text has them as in English.
        let turned = rtl && !text.starts_with('“');
        let (left, right) = if turned { TURNED } else { OF_ENGLISH };
        let count = |marks: [char; 3]| text.chars().filter(|letter| marks.contains(letter)).count();
        let balance = count(left).cmp(&count(right));
        let odd = text.matches('"').count() % 2 == 1;
        let (first, last) = (text.chars().next(), text.trim_end().chars().next_back());
        let is = |end: Option<char>, marks: [char; 3]| end.is_some_and(|mark| marks.contains(&mark));
        let begins = is(first, left) && balance.is_ge();
        let ends = is(last, right) && balance.is_le();
        // Where as many are closed as opened, the line has whole quotations, or is the last of a longer one.
        let opens = begins && (balance.is_gt() || ends) || odd && first == Some('"');
        let closes = ends && (balance.is_lt() || begins) || odd && last == Some('"') && first != last;
        Self { whole, before, opens, closes }
    }

    fn without_first(&self) -> &'t str {
        let text = self.whole.get(self.before.len()..).unwrap_or_default();
        let mut letters = text.chars();
        letters.next();
        letters.as_str().trim_start()
    }

    fn without_last(&self) -> &'t str {
        let mut letters = self.whole.trim_end().chars();
        letters.next_back();
        letters.as_str().trim_end()
    }
}

/// The opening and the closing marks.
const OF_ENGLISH: ([char; 3], [char; 3]) = (['“', '«', '「'], ['”', '»', '」']);
const TURNED: ([char; 3], [char; 3]) = (['”', '«', '「'], ['“', '»', '」']);

#[cfg(test)]
mod tests {
    use super::paired;

    #[test]
    fn half_a_pair_is_left_out() {
        for (text, expected) in [
            ("“The Council recalls its resolution.", "The Council recalls its resolution."),
            ("Requests a report.”", "Requests a report."),
            ("« Le Conseil rappelle sa résolution.", "Le Conseil rappelle sa résolution."),
            ("Prie le Secrétaire général. »", "Prie le Secrétaire général."),
            ("\"The Council recalls.", "The Council recalls."),
            ("“1. Notes the plan “Rivers for all”", "1. Notes the plan “Rivers for all”"),
            ("> “Noting the rivers", "> Noting the rivers"),
        ] {
            assert_eq!(paired(text, false), expected);
        }
        assert_eq!(paired("”يشير المجلس إلى قراره.", true), "يشير المجلس إلى قراره.");
        assert_eq!(paired("يطلب تقريرا.“", true), "يطلب تقريرا.");
    }

    #[test]
    fn whole_quotations_are_kept() {
        for text in [
            "Takes note of the plan “Rivers for all”",
            "“Rivers for all” is a plan",
            "“The Council requests a report.”",
            "“The Council recalls.\n“The Council requests a report.”",
            "“The Council recalls.\n“(a) Rivers;\n“(b) Boats.”\nDecides to wait.",
            "a screen of 12\" and of 14\"",
            "“One” and “two”",
        ] {
            assert_eq!(paired(text, false), text);
        }
        assert_eq!(paired("المعنونة ”المستقبل“", true), "المعنونة ”المستقبل“");
    }

    #[test]
    fn of_a_quotation_that_goes_on_no_mark_is_left() {
        assert_eq!(
            paired("“The Council recalls.\n“The Council notes.", false),
            "The Council recalls.\nThe Council notes."
        );
    }
}
