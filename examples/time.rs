//! Throw-away.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool for trying")]
fn rss() -> u64 { std::fs::read_to_string("/proc/self/status").unwrap().lines().find(|l| l.starts_with("VmHWM")).unwrap().split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024 }
fn main() {
    let file = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    let t = std::time::Instant::now();
    let decoded = plenary::formats::decode(&bytes, None).unwrap();
    let t1 = t.elapsed();
    let content = plenary::formats::plain::read(&decoded.text);
    let t2 = t.elapsed();
    let d = plenary::grammar::parse_content(&content, plenary::grammar::Options::default());
    let t3 = t.elapsed();
    println!("{file}: {} bytes decode {t1:?} plain {:?} grammar {:?} = {:.1} MB/s; {} nodes {} diags; peak {} MB", bytes.len(), t2 - t1, t3 - t2, bytes.len() as f64 / 1e6 / t3.as_secs_f64(), d.len(), d.diagnostics().len(), rss());
}
