//! The same with `SQLite`'s full-text search. It is given the paragraphs that plenary has read, so its time of building has
//! no reading of files in it.

use super::{Failure, documents::Changed};
use super::{Figures, HITS, cpu, forget, keys, megabytes, milliseconds};
use plenary::internals::Trial;
use rusqlite::{Connection, params};
use std::fs;
use std::path::Path;
use std::time::Instant;

/// How it takes words apart.
pub(super) const TOKENS: [(&str, &str); 2] =
    [("SQLite unicode61", "unicode61 remove_diacritics 2"), ("SQLite trigram", "trigram")];

const INSERT: &str = "INSERT INTO paragraphs (symbol, anchor, words) VALUES (?1, ?2, ?3)";

pub(super) fn measure(
    (name, tokens): (&'static str, &str),
    trial: &Trial,
    queries: &[String],
    home: &Path,
) -> Result<Figures, Failure> {
    let path = home.join("sqlite");
    drop(fs::remove_file(&path));
    let mut figures = Figures { name, ..Figures::default() };
    let mut all: Vec<[String; 3]> = Vec::new();
    trial.each(&mut |symbol, anchor, text| {
        all.push([symbol.to_owned(), anchor.to_owned(), text.to_owned()]);
    })?;
    let (begun, spent) = (Instant::now(), cpu());
    let mut connection = Connection::open(&path)?;
    connection.execute_batch(&format!(
        "CREATE VIRTUAL TABLE paragraphs USING fts5(words, symbol UNINDEXED, anchor UNINDEXED, tokenize='{tokens}')"
    ))?;
    let transaction = connection.transaction()?;
    {
        let mut statement = transaction.prepare(INSERT)?;
        for [symbol, anchor, text] in &all {
            statement.execute(params![symbol, anchor, text])?;
        }
    }
    transaction.commit()?;
    figures.build = begun.elapsed().as_secs_f64();
    figures.cpu = cpu() - spent;
    figures.size = megabytes(&path)?;
    drop(connection);
    forget(&path)?;
    let begun = Instant::now();
    asked(&Connection::open(&path)?, queries.first().map_or("", String::as_str), tokens)?;
    figures.cold = milliseconds(begun.elapsed());
    let begun = Instant::now();
    let mut connection = Connection::open(&path)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    figures.warm = milliseconds(begun.elapsed());
    figures.keys = keys(queries, |query| asked(&connection, query, tokens).unwrap_or_default());
    let symbol = all.first().map(|[symbol, ..]| symbol.clone()).unwrap_or_default();
    let rows: Vec<&[String; 3]> = all.iter().filter(|[other, ..]| *other == symbol).collect();
    let begun = Instant::now();
    let transaction = connection.transaction()?;
    transaction.execute("DELETE FROM paragraphs WHERE symbol = ?1", [&symbol])?;
    for [symbol, anchor, text] in rows {
        transaction.execute(INSERT, params![symbol, anchor, text])?;
    }
    transaction.execute(INSERT, params![symbol, "op99", Changed::WORDS])?;
    transaction.commit()?;
    asked(&connection, "quaggas ", tokens)?;
    figures.changed = milliseconds(begun.elapsed());
    Ok(figures)
}

/// How many paragraphs it finds, best first, with an excerpt each.
fn asked(connection: &Connection, query: &str, tokens: &str) -> Result<usize, Failure> {
    let least = if tokens == "trigram" { 3 } else { 1 };
    let words = query.split_whitespace().filter(|word| word.chars().count() >= least);
    let wanted: Vec<String> = words.map(|word| format!("\"{}\"", word.replace('"', ""))).collect();
    if wanted.is_empty() {
        return Ok(0);
    }
    let typing = if query.ends_with(' ') || tokens == "trigram" { "" } else { "*" };
    let mut statement = connection.prepare(
        "SELECT symbol, anchor, snippet(paragraphs, 0, '[', ']', '…', 24) FROM paragraphs WHERE paragraphs MATCH ?1 \
         ORDER BY rank LIMIT ?2",
    )?;
    let matched = format!("{}{typing}", wanted.join(" "));
    let mut rows = statement.query(params![matched, HITS as i64])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let _: (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        count += 1;
    }
    Ok(count)
}
