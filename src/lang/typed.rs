//! What people type when they look for a place in words of their own.

/// The words of one language that say how a query is meant. All are folded and separated by spaces.
pub(crate) struct Typed {
    /// Stop words: a paragraph that matches a query need not contain them.
    pub(crate) stop: &'static str,
    /// Words that put a question: "where do they". A paragraph need not contain them either. In Chinese these are parts
    /// of a sentence.
    pub(crate) asking: &'static str,
    /// Words that name what is looked for, and lead to the words that it has: "paragraphs about", "what does it say on".
    /// They count as words of the text where they do not begin a query.
    pub(crate) leading: &'static str,
    /// Verbs as people say them, which open no paragraph in this form: "ask", each list with the code of its action.
    pub(crate) deeds: &'static [(&'static str, &'static str)],
    /// The initials by which addressees are called, each with its index among the addressees.
    pub(crate) initials: &'static [(&'static str, usize)],
}
