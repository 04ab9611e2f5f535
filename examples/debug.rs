//! Throw-away.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool for trying")]
fn main() {
    let file = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    let decoded = plenary::formats::decode(&bytes, None).unwrap();
    let d = plenary::grammar::parse(&decoded.text, plenary::grammar::Options::default());
    for id in d.ids() {
        let n = d.node(id);
        let depth = d.ancestors(id).count();
        let body: String = d.body(id).chars().take(70).collect();
        let tail: String = { let b = d.body(id); let c = b.chars().count(); b.chars().skip(c.saturating_sub(20).max(70)).collect() };
        println!("{}{:?} {:?} {} {} | {body} … {tail}", "  ".repeat(depth), n.kind, d.label(id), n.ordinal, n.action.map_or("", |a| a.code()));
    }
    for x in d.diagnostics() { println!("{x:?}"); }
    for x in d.set_aside() { println!("{x:?}"); }
    println!("{:#?}", d.masthead());
}
