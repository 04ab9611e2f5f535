//! Compiles the message catalogue in `src/messages`, one Fluent file per language, into Rust: a method for each
//! message, so that nothing is parsed at run time.
//!
//! English is the reference. A message missing in a language, differing arguments, or a feature of Fluent that is not
//! supported stops the build with an error that names file and message. Supported are text, `{ $argument }`, `{
//! "literal" }`, references to messages and terms, and choices by number.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How deep references may be nested; deeper ones are taken for a cycle.
const DEEPEST: usize = 8;

/// Rust keywords, which cannot be names of messages.
const TAKEN: [&str; 12] =
    ["as", "for", "if", "in", "loop", "match", "move", "of", "ref", "self", "type", "use"];

/// The type of an argument, given in the comment above the message in the English file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Text,
}

/// A part of a message, with its references resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Text(String),
    Argument(String),
    /// A choice by the number in an argument; the last form applies if no other does.
    Choice(String, Vec<(Form, Vec<Part>)>),
}

/// The numbers that a form of a choice applies to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Exactly(u64),
    /// A CLDR plural category, such as "one" or "few".
    Category(String),
}

/// A message in all languages.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) arguments: Vec<(String, Kind)>,
    /// The texts, in the order of the languages.
    pub(crate) texts: Vec<Vec<Part>>,
}

type Parsed = Vec<Entry<String>>;

/// Parses a catalogue: the code and the text of each language, the reference first.
pub(crate) fn read(files: &[(&str, String)]) -> Result<Vec<Message>, String> {
    let parsed = files.iter().map(|(code, text)| parse(code, text)).collect::<Result<Vec<_>, _>>()?;
    let books = files.iter().zip(&parsed).map(|((code, _), entries)| LanguageFile::new(code, entries));
    let books = books.collect::<Result<Vec<_>, _>>()?;
    let Some(reference) = books.first() else { return Ok(Vec::new()) };
    for book in &books {
        if let Some(id) = book.messages.keys().find(|id| !reference.messages.contains_key(*id)) {
            return Err(format!("{}: {id} is not a message of {}", book.file(), reference.file()));
        }
    }
    let order = parsed.first().into_iter().flatten().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    let mut messages = Vec::new();
    for message in order {
        let id = message.id.name.clone();
        let comment = message.comment.as_ref().map_or(&[][..], |comment| comment.content.as_slice());
        let arguments = declared(comment).map_err(|why| format!("{}: {id}: {why}", reference.file()))?;
        let mut texts = Vec::new();
        for book in &books {
            let fault = |why: String| format!("{}: {id}: {why}", book.file());
            let pattern = book.messages.get(id.as_str()).ok_or_else(|| fault("is missing".to_owned()))?;
            let parts = book.resolve(pattern, 0).map_err(fault)?;
            agree(&arguments, &parts).map_err(fault)?;
            texts.push(parts);
        }
        if method(&id).is_none() {
            return Err(format!("{}: {id}: a name is small letters, digits and hyphens", reference.file()));
        }
        messages.push(Message { id, arguments, texts });
    }
    Ok(messages)
}

fn parse(code: &str, text: &str) -> Result<Parsed, String> {
    match fluent_syntax::parser::parse(text.to_owned()) {
        Ok(resource) => Ok(resource.body),
        Err((_, errors)) => {
            let error = errors.first();
            let at = error.map_or(0, |error| error.pos.start);
            let line = 1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count();
            let why = error.map(|error| error.kind.to_string()).unwrap_or_default();
            Err(format!("src/messages/{code}.ftl:{line}: {why}"))
        }
    }
}

/// The arguments declared in a comment, as in "$count (Number): how many".
fn declared(comment: &[String]) -> Result<Vec<(String, Kind)>, String> {
    let mut arguments = Vec::new();
    for line in comment {
        let Some((name, rest)) = line.trim().strip_prefix('$').and_then(|line| line.split_once(' ')) else {
            continue;
        };
        let kind = match rest.split_once(':').map(|(kind, _)| kind.trim()) {
            Some("(Number)") => Kind::Number,
            Some("(Text)") => Kind::Text,
            _ => return Err(format!("write # ${name} (Number): or # ${name} (Text): and what it is")),
        };
        arguments.push((name.to_owned(), kind));
    }
    Ok(arguments)
}

/// Checks that a text uses exactly the declared arguments, and that only numbers select forms.
fn agree(arguments: &[(String, Kind)], parts: &[Part]) -> Result<(), String> {
    let mut used = Vec::new();
    collect(parts, &mut used);
    for (name, choice) in &used {
        match arguments.iter().find(|(declared, _)| declared == name) {
            None => return Err(format!("${name} is not named in the comment above the English message")),
            Some((_, Kind::Text)) if *choice => {
                return Err(format!("${name} is text: only a number chooses"));
            }
            Some(_) => {}
        }
    }
    match arguments.iter().find(|(name, _)| !used.iter().any(|(used, _)| used == name)) {
        Some((name, _)) => Err(format!("${name} does not stand in it")),
        None => Ok(()),
    }
}

fn collect(parts: &[Part], used: &mut Vec<(String, bool)>) {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Argument(name) => used.push((name.clone(), false)),
            Part::Choice(name, forms) => {
                used.push((name.clone(), true));
                for (_, parts) in forms {
                    collect(parts, used);
                }
            }
        }
    }
}

/// The messages and terms of one language.
struct LanguageFile<'f> {
    code: &'f str,
    messages: BTreeMap<&'f str, &'f Pattern<String>>,
    terms: BTreeMap<&'f str, &'f Pattern<String>>,
}

impl<'f> LanguageFile<'f> {
    fn new(code: &'f str, entries: &'f [Entry<String>]) -> Result<Self, String> {
        let mut book = Self { code, messages: BTreeMap::new(), terms: BTreeMap::new() };
        for entry in entries {
            let (id, pattern, attributes, known) = match entry {
                Entry::Message(message) => {
                    (&message.id, message.value.as_ref(), &message.attributes, &mut book.messages)
                }
                Entry::Term(term) => (&term.id, Some(&term.value), &term.attributes, &mut book.terms),
                _ => continue,
            };
            let fault = |why: &str| Err(format!("src/messages/{code}.ftl: {}: {why}", id.name));
            let Some(pattern) = pattern.filter(|_| attributes.is_empty()) else {
                return fault("attributes are not used here: give it a text of its own");
            };
            if known.insert(&id.name, pattern).is_some() {
                return fault("stands twice");
            }
        }
        Ok(book)
    }

    fn file(&self) -> String {
        format!("src/messages/{}.ftl", self.code)
    }

    fn resolve(&self, pattern: &Pattern<String>, depth: usize) -> Result<Vec<Part>, String> {
        if depth > DEEPEST {
            return Err("its references go round in a circle".to_owned());
        }
        let mut parts = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } if value.contains('\n') => {
                    return Err("is one line; what is longer is wrapped on the screen".to_owned());
                }
                PatternElement::TextElement { value } => push(&mut parts, Part::Text(value.clone())),
                PatternElement::Placeable { expression } => {
                    for part in self.placeable(expression, depth)? {
                        push(&mut parts, part);
                    }
                }
            }
        }
        Ok(parts)
    }

    fn placeable(&self, expression: &Expression<String>, depth: usize) -> Result<Vec<Part>, String> {
        let inline = match expression {
            Expression::Select { selector, variants } => return self.choice(selector, variants, depth),
            Expression::Inline(inline) => inline,
        };
        let referred = |pattern: Option<&&Pattern<String>>, name: &str| match pattern {
            Some(pattern) => self.resolve(pattern, depth + 1),
            None => Err(format!("refers to {name}, which is not there")),
        };
        match inline {
            InlineExpression::StringLiteral { value } => {
                Ok(vec![Part::Text(unescape_unicode_to_string(value).into_owned())])
            }
            InlineExpression::NumberLiteral { value } => Ok(vec![Part::Text(value.clone())]),
            InlineExpression::VariableReference { id } => Ok(vec![Part::Argument(id.name.clone())]),
            InlineExpression::MessageReference { id, attribute: None } => {
                referred(self.messages.get(id.name.as_str()), &id.name)
            }
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                referred(self.terms.get(id.name.as_str()), &format!("-{}", id.name))
            }
            InlineExpression::Placeable { expression } => self.placeable(expression, depth + 1),
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
                Err("attributes and arguments of references are not used here".to_owned())
            }
            InlineExpression::FunctionReference { id, .. } => {
                Err(format!("functions are not used here: {}()", id.name))
            }
        }
    }

    fn choice(
        &self,
        selector: &InlineExpression<String>,
        variants: &[Variant<String>],
        depth: usize,
    ) -> Result<Vec<Part>, String> {
        const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];
        let InlineExpression::VariableReference { id } = selector else {
            return Err("a choice is by a number: { $count -> … }".to_owned());
        };
        let mut forms = Vec::new();
        let mut default = None;
        for variant in variants {
            let parts = self.resolve(&variant.value, depth + 1)?;
            match &variant.key {
                VariantKey::Identifier { name } if name == "other" && variant.default => {
                    default = Some((Form::Category(name.clone()), parts));
                }
                _ if variant.default => return Err("the form with the asterisk is *[other]".to_owned()),
                VariantKey::Identifier { name } if CATEGORIES.contains(&name.as_str()) => {
                    forms.push((Form::Category(name.clone()), parts));
                }
                VariantKey::Identifier { name } => {
                    return Err(format!("[{name}] is none of zero, one, two, few, many and a whole number"));
                }
                VariantKey::NumberLiteral { value } => {
                    let number =
                        value.parse().map_err(|_| format!("[{value}] is not a whole number from 0"))?;
                    forms.push((Form::Exactly(number), parts));
                }
            }
        }
        forms.extend(default);
        Ok(vec![Part::Choice(id.name.clone(), forms)])
    }
}

fn push(parts: &mut Vec<Part>, part: Part) {
    match (parts.last_mut(), part) {
        (Some(Part::Text(before)), Part::Text(more)) => before.push_str(&more),
        (_, part) => parts.push(part),
    }
}

/// The name of the method for a message: `the_end` for `the-end`; `None` if the name is not allowed.
fn method(id: &str) -> Option<String> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (id.chars().all(allowed) && !TAKEN.contains(&id)).then(|| id.replace('-', "_"))
}

/// Generates an `impl Messages`, to be included where `Messages`, `Language` and `PluralCategory` are in scope.
pub(crate) fn write(codes: &[&str], messages: &[Message]) -> String {
    let mut out = String::from("impl Messages {\n");
    for message in messages {
        let name = method(&message.id).unwrap_or_default();
        let english = message.texts.first().map(|parts| shown(parts)).unwrap_or_default();
        let constant = message.arguments.is_empty();
        let arguments: String = message
            .arguments
            .iter()
            .map(|(name, kind)| match kind {
                Kind::Number => format!(", {}: usize", variable(name)),
                Kind::Text => format!(", {}: &str", variable(name)),
            })
            .collect();
        let result = if constant { "&'static str" } else { "String" };
        let mut body = String::new();
        for (index, (code, parts)) in codes.iter().zip(&message.texts).enumerate().rev() {
            let pattern = if index == 0 { "_".to_owned() } else { format!("Language::{}", capital(code)) };
            let text = match parts.as_slice() {
                [] if constant => "\"\"".to_owned(),
                [Part::Text(text)] if constant => format!("{text:?}"),
                parts => format!("{{ {} }}", pushes(parts)),
            };
            let _ = writeln!(body, "            {pattern} => {text},");
        }
        let (before, after) =
            if constant { ("", "") } else { ("        let mut out = String::new();\n", "        out\n") };
        let end = if constant { "" } else { ";" };
        let _ = writeln!(
            out,
            "    /// {english:?}\n    pub(crate) fn {name}(self{arguments}) -> {result} {{\n{before}        \
             match self.0 {{\n{body}        }}{end}\n{after}    }}\n"
        );
    }
    out.push_str("}\n");
    out
}

/// The statements that append a text to `out`.
fn pushes(parts: &[Part]) -> String {
    let mut out = String::new();
    for part in parts {
        let _ = match part {
            Part::Text(text) => write!(out, "out.push_str({text:?}); "),
            Part::Argument(name) => write!(out, "put(&mut out, &{}); ", variable(name)),
            Part::Choice(name, forms) => {
                let name = variable(name);
                let plural = forms.iter().any(|(form, _)| {
                    !matches!(form, Form::Exactly(_)) && *form != Form::Category("other".to_owned())
                });
                let category = if plural { format!("self.plural({name})") } else { "()".to_owned() };
                let _ = write!(out, "match ({name}, {category}) {{ ");
                for (form, parts) in forms {
                    let pattern = match form {
                        Form::Exactly(number) => format!("({number}, _)"),
                        Form::Category(other) if other == "other" => "_".to_owned(),
                        Form::Category(name) => format!("(_, PluralCategory::{})", capital(name)),
                    };
                    let _ = write!(out, "{pattern} => {{ {} }} ", pushes(parts));
                }
                write!(out, "}} ")
            }
        };
    }
    out
}

fn variable(name: &str) -> String {
    format!("arg_{}", name.replace('-', "_"))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_ascii_uppercase(), letters.as_str()))
}

/// A text for the doc comment of its method: arguments in braces, and of a choice the last form.
fn shown(parts: &[Part]) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::Argument(name) => format!("{{{name}}}"),
        Part::Choice(_, forms) => forms.last().map(|(_, parts)| shown(parts)).unwrap_or_default(),
    };
    parts.iter().map(part).collect()
}
