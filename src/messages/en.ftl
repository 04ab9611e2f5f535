### The words of the interface in English: the reference for all other languages (docs/translating.md).

## Start of a session, in the status line: up to 75 cells.

welcome = samples of our own writing: D lists them, ? shows the keys, q quits

no-workers = no second process starts: folders are read without bounds on time or memory

# $count (Number): files of a folder that are no documents
files-not-listed =
    { $count ->
        [one] 1 other file is not listed
       *[other] { $count } other files are not listed
    }

# Beside the name of a file in the list of documents.
# $megabytes (Number): the most memory that is given to reading it
unread-memory = could not be read: it took more than { $megabytes } MB

# Beside the name of a file in the list of documents.
# $seconds (Number): the most time that is given to reading it
unread-time = could not be read: it took more than { $seconds } s

# Beside the name of a file in the list of documents.
unread-stopped = could not be read: its reader stopped

## Status line: where one is, and how far. As short as can be: it shares 80 cells with the name of the document.

status-nothing-open = no document is open

# Instead of a percentage, where the whole text is on the screen.
status-all = all

# $percent (Number): how much of the text has been read
status-percent = { $percent } %

# $at (Number): which paragraph of its kind
# $all (Number): how many there are
status-rank = { $at } of { $all }

# $range (Text): "paras. 5–7"; paragraphs are marked to be copied
status-marked = { $range } marked

# While the rest of a file is still being read.
status-reading = reading…

status-changed = changed on disk: R reads it again

# At the right of the line where a page of the source ends: up to 8 cells.
page-ends = ┄ page

## Keys that help, at the right of the status line. Two blanks part one key from the next; all of a line up to 34 cells,
## those of a list or a sheet up to 72. Names of keys are those printed on the keyboards of the country.

hints-nothing-open = D documents  ? keys  q quit
hints-text = : jump  / find  ? keys
hints-table = ← → columns  ? keys
hints-marked = y copy  Y with citation  c cite  Esc none
hints-outline = Enter go  h l fold  Tab text
hints-outline-sheet = Enter go  h l fold  Esc close
hints-documents = Enter open  Esc back  type to filter
hints-cited = Enter open  Ctrl-T order  Ctrl-O document  Ctrl-Y copy  Esc back

# Where nothing is open behind the list.
hints-documents-alone = Enter open  Esc Esc quit  type to filter

# In the list of what is asked for.
hints-actions = Enter go  Ctrl-T order  Ctrl-O library  Ctrl-Y copy  Esc back

hints-find = Enter go  Esc return  ↑↓ choose  Ctrl-R regex
hints-help = type to filter  Enter does it  Esc close

# What may be typed stands at the end: addresses, as 7 or pp3, are the same in every language.
hints-jump = Enter stay  Esc return  ↑↓ choose  7 · pp3 · note 4 · words
hints-filter = Enter keep  Esc all  requests sg · pp · notes · words

hints-sheet = y copy  Esc close

# Of several notes and references: shown before hints-sheet.
hints-next = n next

# Shown before hints-sheet.
hints-follow = Enter go

## Notices, in the status line until the next key: up to 75 cells.

# How a colon is put in the language.
# $what (Text): a place, a file, a table cell
# $words (Text): what is said of it
labelled = { $what }: { $words }

# Between the parts of a list, with its blank.
comma = { ", " }

# Between two statements, with its blanks.
semicolon = { "; " }

# Between two sentences, with its blank, and without it at the end.
full-stop = { ". " }

# Behind what it belongs to, with its blank.
# $words (Text): a number, a language
bracketed = { " (" }{ $words })

the-end = the end
the-beginning = the beginning
reading-rest = reading the rest of the file…

# The file was read once more, because the reader asked for it.
read-again = read again

# Between two keys the file that is read was deleted or moved.
file-gone = the file is no longer there: what was read of it stays open

standard-input-only-once = standard input cannot be read again

# $key (Text): as typed
# $help (Text): the key that shows all keys: ?
not-a-key = { $key } is not a key here; { $help } shows them all

nothing-to-fold = nothing below this paragraph to fold

# $from (Number): the column that is shown
# $all (Number): how many there are
table-column = column { $from } of { $all }

# $from (Number): the first column that is shown
# $to (Number): the last one
# $all (Number): how many there are
table-columns = columns { $from }–{ $to } of { $all }

table-first-columns = the first columns
table-last-columns = the last columns
nothing-looked-for = nothing was looked for yet: / finds
not-found = not found

# $query (Text): what was looked for
not-found-query = not found: { $query }
filter-too-long = The document is too long to be filtered.

# $read (Number): how much of the text was searched, in percent
searching = searching… { $read } %

# $read (Number): how much of the text was searched, in percent
search-late = stopped searching after 10 seconds: { $read } % of the text was searched

jump-late = stopped looking after 10 seconds: try fewer words

# $count (Number): how many are kept
search-full = more places than can be counted: the first { $count } are kept

# The search has passed the end of the text.
round-to-beginning = went round to the beginning

round-to-end = went round to the end
back-nowhere = nowhere to go back to
forward-nowhere = nowhere to go forward to
no-links-here = no note or reference here

# $count (Number): cells in a line of text
line-length =
    { $count ->
        [one] 1 column
       *[other] { $count } columns
    }

# The jump box then finds numbers, but no words.
index-failed = the document could not be indexed

no-pages = this text has no pages
mouse-on = mouse on
mouse-off = mouse off: it is the terminal's

# $name (Text): one of the next four
theme = theme { $name }

theme-light = light
theme-dark = dark
theme-contrast = contrast
theme-mono = mono

## Notices about marks, up to 75 cells.

mark-set-which = mark: a letter
mark-go-which = go to mark: its letter
mark-is-letter = a mark is a letter

# $letter (Text): the name of the mark
# $place (Text): "para. 7"
mark-set = mark { $letter }: { $place }

# $letter (Text): what was typed
# $document (Text): its symbol or the name of its file
mark-elsewhere = mark { $letter }: now in { $document }

# $letter (Text): what was typed
mark-none = there is no mark { $letter }

# $letter (Text): what was typed
# $set (Text): the letters of the marks that there are
mark-none-but = there is no mark { $letter } (set: { $set })

## Notices after something was copied, behind the name of what was copied; up to 60 cells.

copied-terminal = sent to the terminal's clipboard
copied-both = sent to the terminal's clipboard, and written out when you quit
copied-lines = copied as plain lines
copied-on-exit = written out when you quit, for want of a clipboard

# The first time in tmux, which drops what is copied unless it is set up.
copied-tmux = sent; not there? tmux set -g set-clipboard on

# $place (Text): "para. 7"
copied-cited = { $place } with citation

# Alone in the line: up to 75 cells.
copied-too-long = too long for the terminal's clipboard: written out when you quit
copied-too-much = not kept: too much to write out when you quit

# Another document was opened while paragraphs were marked to be copied.
unmarked = the marked paragraphs stayed behind, not copied

copied-cell = the cell
copied-row = the row

# Behind the notice that a row was copied: y once more copies the cell.
copied-again = y again: the cell

## Notices about suspending the program, up to 75 cells.

suspend-no-shell = there is no shell to come back from
suspend-not-here = this system cannot suspend a program

## Lists: the jump box, the find box, the list of documents; up to 75 cells.

documents-prompt = documents:

# Where nothing is open behind the list of documents.
escape-again = Esc once more ends the program

# Before the count, where a regular expression is looked for.
find-regex = regex

# The words are in the document, but not together.
jump-most = no paragraph has all of these words; those with most of them:

# The words are not in the document.
jump-letters = no paragraph has these words; their letters are, in order, in:

jump-waiting = reading the words…
jump-nothing = nothing matches: try fewer words, or 7, pp3, 7 b), note 4

# $query (Text): what was typed
jump-nothing-query = nothing matches: { $query }

## What was asked for is not in the document: up to 75 cells.

# $what (Text): what was typed, or a reference as it is printed: note 12
absent = { $what } is not in this document

# $what (Text): as above
# $has (Text): the next messages: notes 1–8
absent-has = { $what } is not in this text; it has { $has }

# $count (Number): how many there are
# $which (Text): their numbers: 1–8
has-preambular =
    { $count ->
        [one] preambular para. { $which }
       *[other] preambular paras. { $which }
    }

# $count (Number): how many there are
# $which (Text): their numbers: 1–8
has-paragraphs =
    { $count ->
        [one] para. { $which }
       *[other] paras. { $which }
    }

# $count (Number): how many there are
# $which (Text): their numbers: 1–8
has-sections =
    { $count ->
        [one] section { $which }
       *[other] sections { $which }
    }

# $count (Number): how many there are
# $which (Text): their numbers: 1–8
has-annexes =
    { $count ->
        [one] annex { $which }
       *[other] annexes { $which }
    }

# $count (Number): how many there are
# $which (Text): their numbers: 1–8
has-articles =
    { $count ->
        [one] article { $which }
       *[other] articles { $which }
    }

# $count (Number): how many there are
# $which (Text): their numbers: 1–8
has-notes =
    { $count ->
        [one] note { $which }
       *[other] notes { $which }
    }

# $count (Number): how many there are
# $which (Text): their numbers: 1–8
has-tables =
    { $count ->
        [one] table { $which }
       *[other] tables { $which }
    }

# $what (Text): what was typed, or a reference as it is printed
absent-no-sections = { $what } is not in this document, which has no sections

# $what (Text): what was typed, or a reference as it is printed
absent-no-annexes = { $what } is not in this document, which has no annex

# $what (Text): what was typed, or a reference as it is printed
absent-no-articles = { $what } is not in this document, which has no articles

# $what (Text): what was typed, or a reference as it is printed
absent-no-notes = { $what } is not in this document, which has no notes

# $what (Text): what was typed, or a reference as it is printed
absent-no-tables = { $what } is not in this document, which has no tables

## Notes and references, in the sheet at the foot; wrapped.

# $marker (Text): what stands in the text: 3, *
link-note = note { $marker }

# $symbol (Text): A/RES/65/218
link-resolution = resolution { $symbol }

# $symbol (Text): 65/218
link-decision = decision { $symbol }

# $symbol (Text): A/65/218
link-document = document { $symbol }

# $article (Text): as the text has it: Article 7
link-charter = Charter of the United Nations, { $article }

# $number (Text): 5 (e)
link-paragraph = para. { $number }

# $number (Text): 5
link-preambular = preambular para. { $number }

# $title (Text): of the document that is referred to
link-opens = { $title } (Enter opens it)

# $what (Text): A/RES/65/218
link-not-open = { $what } is not among the open documents

# $what (Text): A/RES/65/218
# $folder (Text): a name with a slash: session/
not-in-folder = { $what }: not in { $folder }

# Behind not-in-folder or link-not-open: both up to 75 cells.
# $folder (Text): a name with a slash: session/
look-further = Enter looks in { $folder } and below

# $what (Text): A/RES/65/218
looking-for = looking for { $what }…

# $what (Text): a reference as it is printed, which leads to no document: Article 33
link-nowhere = { $what } is no document that could be opened

# In looking-for and not-in-folder.
another-language = another language

# In looking-for and not-in-folder.
another-document = another document

last-document = this is the last document

first-document = this is the first document

# $at (Number): which document of those at hand
# $all (Number): how many there are
document-of = document { $at } of { $all }

# Before what is typed, in the list of the versions of a document in other languages.
translations-prompt = language:

## The list of what documents ask for.

actions-prompt = asked:
actions-none = nothing is asked for, as far as it was understood
# $shown (Number): rows that are listed
# $all (Number): how many there are
list-first = the first {$shown} of {$all}: type words to find others

# $command (Text): a subcommand, as it is typed
list-too-long = too long to copy: plenary { $command } --format csv writes it

# After a key: in what order the list is now.
sorted-by-place = in the order of the text
sorted-by-due = what is due first is first
sorted-by-whom = by who is asked
sorted-by-date = what is newest is first
sorted-by-symbol = by symbol
sorted-by-cited = by the paragraph that is cited

# Where a key needs a library.
no-library = there is no library: plenary library add FOLDER makes one
asking-library = asking the library …

# Before what is typed, in the list of what all documents have.
find-in-all-prompt = in all:

# Behind how many paragraphs have the text.
# $documents (Number): how many documents have it
# $read (Number): how many documents were read so far
# $all (Number): how many there are
find-in-all-read =
    { $documents ->
        [one] { $documents } document, { $read } of { $all } read
       *[other] { $documents } documents, { $read } of { $all } read
    }

find-in-all-going = reading the documents…

# Behind link-not-open: both up to 75 cells.
link-copies = y copies its symbol

# $symbol (Text): A/RES/65/218
preview-absent = the library does not have { $symbol }: Enter looks for it beside this document

# $symbol (Text): A/RES/65/218
# $at (Text): para. 5 (e)
preview-no-paragraph = { $symbol } is in the library, without { $at }: Enter opens it at its beginning

## Who cites a document and what it cites, and what it asks for, as lists: up to 75 cells.

# $what (Text): a symbol, perhaps with a paragraph
cited-by = Who cites { $what }

# $what (Text): a symbol, perhaps with a paragraph
cites = What { $what } cites

# $counts (Text): "4 paragraphs, 3 documents"
cited-part = this paragraph: { $counts }

# $counts (Text): "4 paragraphs, 3 documents"
cited-whole = the whole document: { $counts }

cited-nothing = no paragraph of the library cites it

cites-nothing = it cites no document

not-held = not in the library

## Sheets: what is known of a document. Titles up to 40 cells, labels (sheet-…) up to 16, the rest is wrapped.

sheet-details = About this document
sheet-problems = How the text was understood
sheet-failed = This did not work
sheet-all-understood = Everything was understood; nothing was set aside.

# $line (Number): of the source
sheet-line = line { $line }

# $reason (Text): one of aside-…
# $text (Text): what was set aside
sheet-set-aside = set aside ({ $reason }): { $text }

# $count (Number): what was not understood, and what was set aside
sheet-remarks =
    { $count ->
        [one] { $count } remark; e shows it
       *[other] { $count } remarks; e shows them
    }

sheet-symbol = symbol
sheet-title = title
sheet-organ = organ
sheet-session = session
sheet-agenda-item = agenda item
sheet-adoption = adoption
sheet-adopted-on = adopted on
sheet-meeting = meeting
sheet-basis = basis
sheet-sponsors = sponsors
sheet-vote = vote
sheet-in-favour = in favour
sheet-against = against
sheet-abstaining = abstaining
sheet-not-voting = not voting
sheet-distribution = distribution
sheet-date = date

# The language in which the document was written first.
sheet-original = original

sheet-clauses = clauses
sheet-references = references
sheet-language = language
sheet-read-from = read from
sheet-parsing = reading
sheet-agenda = agenda
sheet-committee = committee

# The draft that a resolution was adopted from.
sheet-based-on = based on

sheet-decided-by = decided by

# On the way to adoption.
sheet-step = step

sheet-subjects = subjects

# Sustainable Development Goals.
sheet-goals = goals

# The number that a document has in the production of the Secretariat.
sheet-job-number = job number

# The Main Committees of the General Assembly, behind sheet-committee.
committee-first = First Committee
committee-second = Second Committee
committee-third = Third Committee
committee-fourth = Fourth Committee
committee-fifth = Fifth Committee
committee-sixth = Sixth Committee
committee-none = no Main Committee

outcome-consensus = consensus, without a vote
outcome-recorded = recorded vote
step-draft = draft resolution
step-sponsors = additional sponsors
step-recommended = recommended
step-adopted = adopted
letters-lacking-title = Letters that are lacking

# $language (Text): " (Arabic)", or nothing
letters-lacking = The terminal cannot show the letters of this text{ $language }: each of them is a question mark. Where it has them after all, a locale with UTF-8 has them sent: LC_ALL=C.UTF-8

## What was found when a text was read: in sheet-problems, and in English in JSON and in `plenary check`. Whole sentences,
## wrapped. docs/json.md says what each of them means.
found-annex-inside = An annex begins inside another; it is read as the next one.

# $encoding (Text): windows-1252
found-bytes-replaced = Some bytes are not { $encoding } and are shown as �.

found-cut-off = The file is cut off: its end is missing, so that words are wrong or lost. Get it again.

# $encoding (Text): windows-1252
found-encoding-guessed = The file is not UTF-8; it was read as { $encoding }, and --encoding says otherwise if that is wrong.

found-end-missing = The end of the file is missing; words may be missing.
# $megabytes (Number): the limit
# $page (Number): the last page that was read
found-file-over = The file needs more than { $megabytes } MB to decode; it was read up to page { $page }.

# $page (Number): the last page that was read
found-file-over-work = The file takes more work than any document does; it was read up to page { $page }.

# $read (Number): how many
# $all (Number): how many there are
found-first-pages = Only the first { $read } of { $all } pages were read.

found-font-refused = A font needs more memory than any font does; its letters may be wrong or missing.

# $letters (Number): how many
found-fonts-unknown =
    { $letters ->
        [one] { $letters } letter is in a font that does not say what it means.
       *[other] { $letters } letters are in fonts that do not say what they mean.
    }

found-heading-in-preamble = A heading is a preambular paragraph in the markup.

# $label (Text): (d)
# $ordinal (Number): its place by its label
# $last (Number): that of the item before
found-item-gap = { $label } is item { $ordinal } of its list and follows item { $last }.

found-item-too-deep = An item is marked as one of a list below its own.
found-item-unlabelled = An item without a label stands in a list whose items have labels.

# $printed (Text): the letter of a section as printed
# $last (Text): that of the section before
# $next (Text): that of the section after
# $called (Text): the letter that it has here
found-letter-misprinted = The letter { $printed } is printed between { $last } and { $next }; it is called { $called } here.

found-letters-doubtful = Some letters are not those on the page, since fonts of the file do not say what they mean: compare it with the page, or run the file through text recognition, with `ocrmypdf --force-ocr`.

# $first (Text): the first label: (a)
# $last (Text): the last one
found-list-in-sentence = The items { $first } to { $last } are set in one sentence; they cannot be addressed one by one.

found-list-unlabelled = Paragraphs that semicolons end have no labels: a list may have lost its marks.

# $marker (Text): 3, *
found-mark-without-note = No footnote { $marker } was found for this mark.

# $fault (Text): one of fault-…
found-markup = The markup is not well formed: here is { $fault }.

# $at (Number): an offset in bytes
# $part (Text): word/document.xml
# $fault (Text): one of fault-…
found-markup-damaged = At byte { $at } of { $part } stands { $fault }; words may be missing.

# $one (Text): one of language-…
# $whole (Text): another of them
found-mixed-language = This paragraph is in { $one }, the text in { $whole }.

found-no-enacting-phrase = The line that names the organ, such as "The General Assembly,", is missing above the preamble.

# $marker (Text): 3, *
found-no-note = The text of footnote { $marker } is not in the file.

found-no-title = The file has no title of the resolution.
found-not-a-resolution = No enacting phrase was found; the text is shown as headings and paragraphs.
found-note-in-preamble = A note of the page is a preambular paragraph in the markup.

# $marker (Text): 3, *
found-note-without-mark = Footnote { $marker } has no mark in the text.

found-number-apart = A number and its words are two paragraphs in the markup.

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-gap = Paragraph { $number } follows paragraph { $last }.

# $number (Number): counted
found-number-inferred = Operative paragraph { $number } has no printed number.

# $number (Number): of a paragraph
found-number-inside = Paragraph { $number } begins inside a line.

# $printed (Number): as printed
# $last (Number): that of the paragraph before
# $called (Number): the number that it has here
found-number-misprinted = The number { $printed } is printed after { $last }; it is called { $called } here.

# $number (Number): as its neighbours require
# $printed (Text): as printed: l.
found-number-misread = Paragraph { $number } is printed as "{ $printed }".

# $last (Number): the number before
# $next (Number): the number after
found-number-missing = A paragraph without a number stands between { $last } and { $next }.

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-restart = Paragraph { $number } follows paragraph { $last } without a heading between them.

# $label (Text): as printed: a.1)
found-number-unread = "{ $label }" numbers no paragraph in sequence; the paragraph is shown uncounted.

found-numbered-preamble = A numbered paragraph is in the preamble in the markup.
found-operative-in-preamble = An operative paragraph is in the preamble in the markup.

# $page (Number): from 1
found-page-crowded = Page { $page } holds too many letters; some were left out.

# $page (Number): from 1
found-page-damaged = Page { $page } is damaged; some of it was left out.

# $page (Number): from 1
found-page-lost = Page { $page } is damaged and was left out.

# $page (Number): from 1
# $megabytes (Number): the limit
found-page-over = Page { $page } needs more than { $megabytes } MB to decode; the rest of it was left out.

# $page (Number): the last page that was read
found-pages-left-out = The file is unusually large; it was read up to page { $page }.

found-paragraph-as-heading = A numbered paragraph is a heading in the markup.
found-paragraphs-counted = The paragraphs of this statement have no printed numbers; they are counted from its first.

# $part (Text): word/styles.xml
found-part-damaged = { $part } is damaged in the file; words may be missing.

found-parts-list-damaged = The list of its parts is damaged in the file; words may be missing.
found-pieces-damaged = Its table of pieces is damaged; words may be missing or out of order.

# $opener (Text): Recalling also
found-preamble-gap = "{ $opener }" has nothing before it: a paragraph may be missing.

found-preamble-in-body = A preambular paragraph is outside of the preamble in the markup.
found-section-ends = The markup ends the section before its paragraphs; they are read as the section's.
found-section-in-list = The heading of a section is an item of a list in the markup.
found-several-resolutions = Another resolution or decision begins here; the masthead is that of the first.
found-some-part-damaged = A part of it is damaged in the file; words may be missing.
found-too-many-lines = The text has more lines than a document has; the rest is shown as one paragraph.
found-too-many-paragraphs = The text has more paragraphs than a document has; the rest is shown as one.

## What is wrong with markup: in found-markup and found-markup-damaged.
fault-closes-nothing = a tag that closes nothing
fault-never-closed = an element that is never closed
fault-never-ends = a tag that never ends
fault-too-deep = elements nested too deep
fault-too-many = more elements than a document has

## What was set aside: in sheet-set-aside.
aside-bar-code = bar code
aside-comment = comment
aside-deleted-text = deleted text
aside-displaced-mark = note mark out of its place
aside-fence = border of a code block
aside-front-matter = data before the text
aside-hidden-text = hidden text
aside-job-number = job number
aside-link = target of a link
aside-navigation = navigation of a site
aside-page-header = header or footer of a page
aside-page-number = page number
aside-recycling-line = request to recycle
aside-repeated-header = repeated header of a table
aside-rule = rule
aside-running-foot = running foot
aside-running-head = running head

## How many there are of each kind, in a sheet and aloud.

# $count (Number): how many
count-preambular = { $count } preambular

# $count (Number): how many
count-operative = { $count } operative

# $count (Number): how many
count-paragraphs =
    { $count ->
        [one] { $count } paragraph
       *[other] { $count } paragraphs
    }

# $count (Number): how many
count-subparagraphs =
    { $count ->
        [one] { $count } subparagraph
       *[other] { $count } subparagraphs
    }

# $count (Number): how many
count-annexes =
    { $count ->
        [one] { $count } annex
       *[other] { $count } annexes
    }

# $count (Number): how many
count-tables =
    { $count ->
        [one] { $count } table
       *[other] { $count } tables
    }

# $count (Number): how many
count-documents =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }

# $count (Number): how many
count-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }

# $count (Number): how many
count-references =
    { $count ->
        [one] { $count } reference
       *[other] { $count } references
    }

## Names of languages: up to 12 cells.

language-arabic = Arabic
language-chinese = Chinese
language-english = English
language-french = French
language-russian = Russian
language-spanish = Spanish

## Where one is, said in full: for those who hear it (--linear). A row of a table also stands in the status line.

# $number (Text): as it is printed: 7 bis
said-preambular = preambular paragraph { $number }

# $number (Text): the paragraph
# $all (Number): how many there are
said-preambular-of = preambular paragraph { $number } of { $all }

# $number (Text): as it is printed: 7 bis
said-operative = operative paragraph { $number }

# $number (Text): the paragraph
# $all (Number): how many there are
said-operative-of = operative paragraph { $number } of { $all }

# $number (Text): as it is printed: 7 bis
said-note = note { $number }

# $number (Text): the paragraph
# $all (Number): how many there are
said-note-of = note { $number } of { $all }

# $what (Text): a paragraph whose number is not its rank
# $at (Number): its rank
# $all (Number): how many there are
said-counted = { $what }, { $at } of { $all }

# $number (Text): as it is printed: 7 bis
said-paragraph = paragraph { $number }

said-unnumbered = paragraph without a number

# $labels (Text): (b) (ii)
said-subparagraph = subparagraph { $labels }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-preambular = subparagraph { $labels } of preambular paragraph { $number }

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-preambular-of = subparagraph { $labels } of preambular paragraph { $number } of { $all }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-operative = subparagraph { $labels } of operative paragraph { $number }

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-operative-of = subparagraph { $labels } of operative paragraph { $number } of { $all }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-paragraph = subparagraph { $labels } of paragraph { $number }

# $labels (Text): (b) (ii)
said-subparagraph-unnumbered = subparagraph { $labels } of paragraph without a number

# $place (Text): the paragraph that goes on
said-continued = { $place }, continued

# Behind the name of a table.
said-header = , header

# Behind the name of a table.
# $row (Number): which row
# $all (Number): how many there are
said-row = , row { $row } of { $all }

said-masthead = masthead
said-title = title
said-enacting = enacting phrase
said-heading = heading
said-table = table
said-vote = vote
said-closing = adoption
said-quotation = quotation
said-preamble = preamble
said-operative-part = operative part
said-notes = notes
said-document = document

## The reader on plain lines (--linear): whole sentences, of any length.

linear-begin = Enter reads on, ? lists the commands, q quits.
linear-changed = the file has changed: R reads it again

# $typed (Text): what was typed
linear-not-a-command = { $typed }: not a command; ? lists them

linear-jump = : and words or a number goes to a paragraph, / and words finds them.
linear-mark = m and a letter sets a mark, ' and the letter goes there.
linear-needs-screen = this has no meaning without a screen
linear-nothing-open = no document is open: D lists them
linear-page-ends = (a page of the source ends here)

# $what (Text): how many notes and references
linear-attached = ({ $what }: v lists them)

linear-choose = A number goes there.

# Two commands, as they are typed.
linear-cited = sort puts them in another order, copy-list copies them as a table.

# $left (Number): entries that were not said yet
linear-choose-more = A number goes there; Enter says more ({ $left } left).

linear-near = No such paragraph; what comes near it:

# $query (Text): what was typed
linear-nothing-matches = nothing matches: { $query }

# $query (Text): what was typed
linear-not-found = not found: { $query }

# $query (Text): what was looked for
# $at (Number): which place
# $all (Number): how many there are
linear-match = { $query }: { $at } of { $all }

linear-no-documents = there are no documents

linear-library = D and words, a number or filters (D by:sg due:GA81) look in the library.
linear-help-commands = Type a command and Enter. Enter alone reads on. A full stop says the paragraph again.
linear-help-addresses = A number or an address goes there: 7, 7 (b), pp3, annex I 4, note 2. Anything else of two letters or more is looked for.
linear-help-lists = In a list, the number of an entry chooses it; : before a number makes it a paragraph's.
linear-help-next = Next paragraph
linear-help-previous = Previous paragraph
linear-help-page-down = The next five paragraphs
linear-help-page-up = The five paragraphs before
linear-help-outline = The outline, as a list
linear-help-again = Say the paragraph again
linear-help-links = The notes and references of this paragraph, as a list

## Where a key holds, at the right of the list of keys: up to 10 cells.

scope-global = everywhere
scope-reader = text
scope-outline = outline
scope-list = lists
scope-sheet = sheets

## Names of keys, as they are printed on the keyboards of the country: in the list of keys, and in a notice about a key.
## Up to 11 cells.

key-space = Space
key-enter = Enter
key-escape = Esc
key-tab = Tab
key-backspace = Backspace
key-delete = Delete
key-up = Up
key-down = Down
key-left = Left
key-right = Right
key-home = Home
key-end = End
key-page-up = PageUp
key-page-down = PageDown
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift

## What each command does, in the list of keys (? or F1): up to 44 cells are seen at 80 columns.
## The English ones stand in README.md and the manual page too (UPDATE_README=1 cargo test tidy).

command-line-down = Scroll one line down
command-line-up = Scroll one line up
command-page-down = Scroll one page down
command-page-up = Scroll one page up
command-half-page-down = Scroll half a page down
command-half-page-up = Scroll half a page up
command-top = Go to the beginning
command-bottom = Go to the end
command-next-clause = Go to the next paragraph
command-previous-clause = Go to the previous paragraph
command-next-section = Go to the next section, part or annex
command-previous-section = Go to the previous section, part or annex
command-follow = Notes and references of this paragraph
command-unfold-here = Unfold in the outline; wide table: go right
command-fold-here = Fold in the outline; wide table: go left
command-outline-down = Next entry
command-outline-up = Previous entry
command-outline-page-down = A page of entries down
command-outline-page-up = A page of entries up
command-outline-top = First entry
command-outline-bottom = Last entry
command-outline-go = Go to the entry and read
command-unfold = Unfold the entry, or go into it
command-fold = Fold the entry, or go to the one above it
command-unfold-all = Unfold all of the outline
command-fold-all = Fold all of the outline
command-jump = Jump to a paragraph by its number or words
command-find = Find text as typed
command-filter = Filter paragraphs: words, verb, addressee
command-find-in-all = Find text in all documents (also / and *)
command-find-next = Next place that was found
command-find-previous = Previous place that was found
command-back = Back to where you were
command-forward = Forward again
command-copy = Copy the paragraph or row; again, the cell
command-select = Mark from here on, to copy several at once
command-copy-cited = Copy the paragraph with its citation
command-copy-citation = Copy the citation alone
command-set-mark = Set a mark: m and a letter
command-go-mark = Go to a mark: ' and a letter
command-switch-pane = Go to the other pane
command-toggle-outline = Show or hide the outline
command-outline-narrower = Make the outline narrower
command-outline-wider = Make the outline wider
command-shorter-lines = Shorten the lines of the text
command-longer-lines = Lengthen the lines of the text
command-toggle-pages = Mark where the pages of the source end
command-next-theme = Next theme: light, dark, contrast, mono
command-toggle-mouse = Use the mouse, or leave it to the terminal
command-details = Masthead and what is known of the document
command-problems = What was not understood in the document
command-cites = What this paragraph and document cite
command-cited-by = Who cites this paragraph, and this document
command-documents = List of documents
command-actions = What is asked, of whom and by when

command-next-document = Next document

command-previous-document = Previous document

command-other-language = The same paragraph in another language
command-reload = Read the file again
command-help = All keys
command-redraw = Draw the screen again
command-suspend = Suspend; `fg` comes back
command-close = Close what is on top
command-quit = Quit
command-accept = Take the entry
command-cancel = Close the list and go back
command-next-entry = Next entry
command-previous-entry = Previous entry
command-next-entries = A page of entries down
command-previous-entries = A page of entries up
command-cursor-left = Cursor left
command-cursor-right = Cursor right
command-cursor-home = Cursor to the beginning
command-cursor-end = Cursor to the end
command-delete-left = Delete the letter before the cursor
command-delete-right = Delete the letter at the cursor
command-delete-word = Delete the word before the cursor
command-clear = Delete the whole query
command-toggle-regex = Find: a regular expression or plain text
command-sort = List: another order
command-widen = List: all of the library, or one document
command-copy-list = Copy the list as a table (CSV)
command-complete = Take what is offered; library: a filter
command-save-search = Library: save what is typed
command-forget-search = Library: forget what was saved
command-sheet-next = Next note or reference
command-sheet-previous = Previous note or reference
command-sheet-follow = Follow the reference
command-sheet-down = Scroll down
command-sheet-up = Scroll up
command-sheet-copy = Copy what is shown
command-sheet-close = Close

## The headings of the help (? or F1): what one wants to do.

help-first = The ten keys to know first
help-read = Read
help-jump = Jump
help-search = Search
help-copy = Copy
help-compare = Compare, and other documents
help-lists = Lists
help-screen = Screen and program
help-here = Here
help-table = In a table

## What can be typed into the jump box, in its help: what is typed, up to 20 cells, and what it finds.

help-jump-place-keys = 7  pp3  II.4
help-jump-place = By number: also 7 (b), annex 2, note 12, article 5
help-jump-words-keys = words
help-jump-words = By words of it; their beginnings are enough
help-jump-other-keys = A/RES/78/229, op7
help-jump-other = Another document at hand; n, p: the next, the previous

## Other words for commands, separated by blanks. They are not shown: who types one of them in the help finds
## the command.

words-find = search look for query text
words-jump = go to number address article annex paragraph note page
words-back = return undo history previous place
words-mark = bookmark remember place
words-follow = open link footnote reference
words-copy = clipboard yank take select range
words-cite = quote quotation cite reference source
words-outline = contents index sidebar overview table of contents
words-documents = open file folder switch other
words-actions = requests report deadline due tasks agenda todo
words-language = language translation version switch translate
words-details = about info properties date session vote
words-problems = errors warnings trouble
words-cited = references citations cited citing backlinks
words-reload = refresh update again
words-theme = colour color dark light appearance contrast
words-width = width margin columns size narrow wide
words-help = keys shortcuts manual ?
words-quit = exit leave end stop

## The library: its box. Hints: 60 cells. The lists of filters: names that are typed, each with what it means, parted by ";"

library-prompt = library:
# $documents (Number): how many
library-count = {$documents} documents
library-at-hand = open and at hand
library-browse = browse
library-paragraphs = paragraphs
library-citing = who cites it
# $count (Number): how many
library-more = the other {$count} documents at hand
library-subjects = subjects
library-saved = saved searches
library-read = read last
# $new (Number): how many more there are than when it was last looked at; 10 cells
library-new = {$new} new
library-kept = saved: D lists it, with what is new
library-forgotten = no longer saved
library-keeps-nothing = this session saves nothing
library-not-saved = nothing is selected that was saved
library-most-cited = The most cited come first
library-best-first = The best or newest come first
library-nothing = nothing in the library
# $symbol (Text): a symbol as the United Nations print it
library-absent = { $symbol } is not in the library
library-waiting = searching …
library-fenced = this session may not open it
# $count (Number): how many paragraphs cite it; 10 cells
library-cited = cited {$count}
# $count (Number): in how many languages it is there; 8 cells
library-languages = {$count} lang.
hints-library = Enter open  Tab filter  Ctrl-S save  Ctrl-T cited  Esc back
filters-names = organ who adopted it; session session of the Assembly; year year of adoption; lang language; act what the paragraph does; by who is asked; due by when it is asked; cites what it cites; subject subject of the document; voted how a State voted
filters-organs = ga General Assembly; sc Security Council; hrc Human Rights Council; ecosoc Economic and Social Council
filters-addressees = secretary-general Secretary-General; high-commissioner High Commissioner; member-states Member States; states States; parties parties; governments Governments; organ an organ; un-system United Nations system; mandate-holders special procedures; international-community international community; civil-society civil society
filters-acts = request requests; decide decides; urge urges; invite invites; approve approves; reaffirm reaffirms; recognize recognizes; stress stresses; note notes; welcome welcomes; concern expresses concern; condemn condemns; seized remains seized; basis recalls
filters-votes = yes: in favour, then the State; no: against, then the State; abstain: abstained, then the State
filters-languages = en English; fr French; es Spanish; ru Russian; ar Arabic; zh Chinese
