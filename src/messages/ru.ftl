### The words of the interface in Russian (docs/translating.md).

## Start of a session, in the status line: up to 75 cells.

welcome = образцы нашего сочинения: D — их список, ? — клавиши, q — выход

no-workers = второй процесс не запускается: папки читаются без ограничения памяти

# $count (Number): files of a folder that are no documents
files-not-listed =
    { $count ->
        [one] ещё { $count } файл не вошёл в список
        [few] ещё { $count } файла не вошли в список
        [many] ещё { $count } файлов не вошли в список
       *[other] ещё { $count } файла не вошли в список
    }

unread-memory = не удалось прочитать: потребовалось более { $megabytes } МБ
unread-time = не удалось прочитать: потребовалось более { $seconds } с
unread-stopped = не удалось прочитать: чтение прервалось

## Status line: where one is, and how far. As short as can be: it shares 80 cells with the name of the document.

status-nothing-open = документ не открыт

# Instead of a percentage, where the whole text is on the screen.
status-all = всё

# $percent (Number): how much of the text has been read
status-percent = { $percent } %

# $at (Number): which paragraph of its kind
# $all (Number): how many there are
status-rank = { $at }/{ $all }
status-marked = выбрано: { $range }

# While the rest of a file is still being read.
status-reading = чтение…

status-changed = файл изменился: R — прочитать снова

# At the right of the line where a page of the source ends: up to 8 cells.
page-ends = ┄ стр.

## Keys that help, at the right of the status line. Two blanks part one key from the next; all of a line up to 34 cells,
## those of a list or a sheet up to 72. Names of keys are those printed on the keyboards of the country.

hints-nothing-open = D документы  ? клавиши  q выход
hints-text = : пункт  / поиск  ? клавиши
hints-table = ← → столбцы  ? клавиши
hints-marked = y копия  Y со ссылкой  c ссылка  Esc снять
hints-outline = Enter перейти  h l свернуть  Tab текст
hints-outline-sheet = Enter перейти  h l свернуть  Esc закрыть
hints-documents = Enter открыть  Esc назад  буквы — отбор
hints-cited = Enter открыть  Ctrl-T порядок  Ctrl-O всё  Ctrl-Y копия  Esc назад
hints-documents-alone = Enter открыть  Esc Esc выход  буквы — отбор
hints-actions = Enter идти  Ctrl-T порядок  Ctrl-O всё  Ctrl-Y копия  Esc назад
hints-find = Enter перейти  Esc назад  ↑↓ выбор  Ctrl-R regex
hints-help = буквы — отбор  Enter выполнить  Esc закрыть

# What may be typed stands at the end: addresses, as 7 or pp3, are the same in every language.
hints-jump = Enter остаться  Esc назад  ↑↓ выбор  7 · pp3 · слова
hints-filter = Enter оставить  Esc всё  просит гс · pp · сноски · слова

hints-sheet = y копировать  Esc закрыть

# Of several notes and references: shown before hints-sheet.
hints-next = n следующая

# Shown before hints-sheet.
hints-follow = Enter перейти

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

the-end = конец
the-beginning = начало
reading-rest = читается остальная часть файла…

# The file was read once more, because the reader asked for it.
read-again = прочитано снова
file-gone = файла больше нет: прочитанное остаётся открытым

standard-input-only-once = стандартный ввод нельзя прочитать снова

# $key (Text): as typed
# $help (Text): the key that shows all keys: ?
not-a-key = клавиша { $key } здесь ничего не значит; { $help } — все клавиши

nothing-to-fold = под этим пунктом нечего сворачивать

# $from (Number): the column that is shown
# $all (Number): how many there are
table-column = столбец { $from } из { $all }

# $from (Number): the first column that is shown
# $to (Number): the last one
# $all (Number): how many there are
table-columns = столбцы { $from }–{ $to } из { $all }

table-first-columns = первые столбцы
table-last-columns = последние столбцы
nothing-looked-for = поиска ещё не было: / — найти
not-found = не найдено

# $query (Text): what was looked for
not-found-query = не найдено: { $query }
filter-too-long = Документ слишком длинный для отбора.

# $read (Number): how much of the text was searched, in percent
searching = идёт поиск… { $read } %

# $read (Number): how much of the text was searched, in percent
search-late = поиск остановлен через 10 секунд: просмотрено { $read } % текста

jump-late = поиск остановлен через 10 секунд: попробуйте меньше слов

# $count (Number): how many are kept
search-full = слишком много мест: оставлены первые { $count }

# The search has passed the end of the text.
round-to-beginning = поиск продолжен с начала

round-to-end = поиск продолжен с конца
back-nowhere = возвращаться некуда
forward-nowhere = вперёд идти некуда
no-links-here = здесь нет ни сносок, ни ссылок

# $count (Number): cells in a line of text
line-length =
    { $count ->
        [one] { $count } столбец
        [few] { $count } столбца
        [many] { $count } столбцов
       *[other] { $count } столбца
    }

# The jump box then finds numbers, but no words.
index-failed = слова документа не удалось проиндексировать

no-pages = в этом тексте нет страниц
mouse-on = мышь включена
mouse-off = мышь отдана терминалу

# $name (Text): one of the next four
theme = тема: { $name }

theme-light = светлая
theme-dark = тёмная
theme-contrast = контрастная
theme-mono = одноцветная

## Notices about marks, up to 75 cells.

mark-set-which = закладка: буква
mark-go-which = перейти к закладке: её буква
mark-is-letter = закладка — это буква

# $letter (Text): the name of the mark
# $place (Text): "para. 7", in the language of the document
mark-set = закладка { $letter }: { $place }

mark-elsewhere = закладка { $letter }: теперь в документе { $document }
# $letter (Text): what was typed
mark-none = закладки { $letter } нет

# $letter (Text): what was typed
# $set (Text): the letters of the marks that there are
mark-none-but = закладки { $letter } нет (есть: { $set })

## Notices after something was copied, behind the name of what was copied; up to 60 cells.

copied-terminal = отправлено в буфер обмена терминала
copied-both = отправлено в буфер терминала и будет выведено при выходе
copied-lines = скопировано простыми строками
copied-on-exit = буфера обмена нет: будет выведено при выходе
copied-tmux = отправлено; нет? tmux set -g set-clipboard on
copied-cited = { $place } со ссылкой

# Alone in the line: up to 75 cells.
copied-too-long = слишком длинно для буфера обмена терминала: будет выведено при выходе
copied-too-much = не сохранено: слишком много для вывода при выходе
unmarked = выбранные абзацы не скопированы

copied-cell = ячейка
copied-row = строка

# Behind the notice that a row was copied: y once more copies the cell.
copied-again = ещё раз y: ячейка

## Notices about suspending the program, up to 75 cells.

suspend-no-shell = нет оболочки, из которой можно вернуться
suspend-not-here = эта система не умеет приостанавливать программы

## Lists: the jump box, the find box, the list of documents; up to 75 cells.

documents-prompt = документы:
escape-again = ещё раз Esc — выход из программы

# Before the count, where a regular expression is looked for.
find-regex = regex

jump-most = нет пункта со всеми этими словами; ближе всего:
jump-letters = таких слов нет ни в одном пункте; их буквы по порядку есть здесь:
jump-waiting = читаются слова…
jump-nothing = ничего не подходит: меньше слов, или 7, pp3, 7 b), сноска 4

# $query (Text): what was typed
jump-nothing-query = ничего не подходит: { $query }

absent = { $what }: в документе этого нет
absent-has = { $what }: здесь этого нет; есть { $has }
has-preambular =
    { $count ->
        [one] пункт { $which } преамбулы
        [few] пункты { $which } преамбулы
        [many] пункты { $which } преамбулы
       *[other] пункты { $which } преамбулы
    }
has-paragraphs =
    { $count ->
        [one] пункт { $which }
        [few] пункты { $which }
        [many] пункты { $which }
       *[other] пункты { $which }
    }
has-sections =
    { $count ->
        [one] раздел { $which }
        [few] разделы { $which }
        [many] разделы { $which }
       *[other] разделы { $which }
    }
has-annexes =
    { $count ->
        [one] приложение { $which }
        [few] приложения { $which }
        [many] приложения { $which }
       *[other] приложения { $which }
    }
has-articles =
    { $count ->
        [one] статья { $which }
        [few] статьи { $which }
        [many] статьи { $which }
       *[other] статьи { $which }
    }
has-notes =
    { $count ->
        [one] сноска { $which }
        [few] сноски { $which }
        [many] сноски { $which }
       *[other] сноски { $which }
    }
has-tables =
    { $count ->
        [one] таблица { $which }
        [few] таблицы { $which }
        [many] таблицы { $which }
       *[other] таблицы { $which }
    }
absent-no-sections = { $what }: разделов в документе нет
absent-no-annexes = { $what }: приложений в документе нет
absent-no-articles = { $what }: статей в документе нет
absent-no-notes = { $what }: сносок в документе нет
absent-no-tables = { $what }: таблиц в документе нет

## Notes and references, in the sheet at the foot; wrapped.

# $marker (Text): what stands in the text: 3, *
link-note = сноска { $marker }

# $symbol (Text): A/RES/65/218
link-resolution = резолюция { $symbol }

# $symbol (Text): 65/218
link-decision = решение { $symbol }

# $symbol (Text): A/65/218
link-document = документ { $symbol }

# $article (Text): as the text has it: Article 7
link-charter = Устав Организации Объединённых Наций, { $article }

# $number (Text): 5 (e)
link-paragraph = п. { $number }

# $number (Text): 5
link-preambular = пункт { $number } преамбулы

# $title (Text): of the document that is referred to
link-opens = { $title } (Enter — открыть)

# $what (Text): A/RES/65/218
link-not-open = { $what }: нет среди открытых документов

# $what (Text): A/RES/65/218
# $folder (Text): a name with a slash: session/
not-in-folder = { $what }: нет в { $folder }

# Behind not-in-folder or link-not-open: both up to 75 cells.
# $folder (Text): a name with a slash: session/
look-further = Enter — искать в { $folder } и ниже

# $what (Text): A/RES/65/218
looking-for = поиск: { $what }…

# $what (Text): a reference as it is printed, which leads to no document: Article 33
link-nowhere = { $what }: не документ, открыть нечего

# In looking-for and not-in-folder.
another-language = версия на другом языке

# In looking-for and not-in-folder.
another-document = другой документ

last-document = это последний документ

first-document = это первый документ

# $at (Number): which document of those at hand
# $all (Number): how many there are
document-of = документ { $at } из { $all }

# Before what is typed, in the list of the versions of a document in other languages.
translations-prompt = язык:

actions-prompt = поручено:
actions-none = насколько удалось понять, ничего не поручается
list-first = первые {$shown} из {$all}: наберите слова, чтобы найти другие
list-too-long = слишком длинно: plenary { $command } --format csv запишет это
sorted-by-place = в порядке текста
sorted-by-due = сначала то, чей срок раньше
sorted-by-whom = по адресатам
sorted-by-date = сначала новые
sorted-by-symbol = по условным обозначениям
sorted-by-cited = по пунктам, на которые ссылаются
no-library = библиотеки нет: её создаёт plenary library add ПАПКА
asking-library = идёт поиск в библиотеке…

# Before what is typed, in the list of what all documents have.
find-in-all-prompt = везде:

# Behind how many paragraphs have the text.
# $documents (Number): how many documents have it
# $read (Number): how many documents were read so far
# $all (Number): how many there are
find-in-all-read =
    { $documents ->
        [one] { $documents } документ, прочитано { $read } из { $all }
        [few] { $documents } документа, прочитано { $read } из { $all }
        [many] { $documents } документов, прочитано { $read } из { $all }
       *[other] { $documents } документа, прочитано { $read } из { $all }
    }

find-in-all-going = документы читаются…

# Behind link-not-open: both up to 75 cells.
link-copies = y — копировать условное обозначение

preview-absent = в библиотеке нет { $symbol }: Enter — искать рядом с этим документом
preview-no-paragraph = { $symbol } есть в библиотеке, но { $at } там нет: Enter — открыть начало

cited-by = Кто ссылается на { $what }
cites = На что ссылается { $what }
cited-part = этот пункт: { $counts }
cited-whole = весь документ: { $counts }
cited-nothing = в библиотеке на это никто не ссылается
cites-nothing = ссылок на документы нет
not-held = нет в библиотеке
## Sheets: what is known of a document. Titles up to 40 cells, labels (sheet-…) up to 16, the rest is wrapped.

sheet-details = Об этом документе
sheet-problems = Как был понят текст
sheet-failed = Не получилось
sheet-all-understood = Всё понято; ничего не отложено.

# $line (Number): of the source
sheet-line = строка { $line }

# $reason (Text): one of aside-…
# $text (Text): what was set aside
sheet-set-aside = отложено ({ $reason }): { $text }

# $count (Number): what was not understood, and what was set aside
sheet-remarks =
    { $count ->
        [one] { $count } замечание; e — показать
        [few] { $count } замечания; e — показать
        [many] { $count } замечаний; e — показать
       *[other] { $count } замечания; e — показать
    }

sheet-symbol = обозначение
sheet-title = название
sheet-organ = орган
sheet-session = сессия
sheet-agenda-item = пункт повестки
sheet-adoption = принятие
sheet-adopted-on = дата принятия
sheet-meeting = заседание
sheet-basis = основание
sheet-sponsors = авторы
sheet-vote = голосование
sheet-in-favour = за
sheet-against = против
sheet-abstaining = воздержались
sheet-not-voting = не голосовали
sheet-distribution = рассылка
sheet-date = дата

# The language in which the document was written first.
sheet-original = язык оригинала

sheet-clauses = пункты
sheet-references = ссылки
sheet-language = язык
sheet-read-from = источник
sheet-parsing = чтение
sheet-agenda = повестка дня
sheet-committee = комитет

# The draft that a resolution was adopted from.
sheet-based-on = на основе

sheet-decided-by = как принята

# On the way to adoption.
sheet-step = этап

sheet-subjects = темы

# Sustainable Development Goals.
sheet-goals = цели

# The number that a document has in the production of the Secretariat.
sheet-job-number = номер задания

committee-first = Первый комитет
committee-second = Второй комитет
committee-third = Третий комитет
committee-fourth = Четвёртый комитет
committee-fifth = Пятый комитет
committee-sixth = Шестой комитет
committee-none = без передачи в главные комитеты
outcome-consensus = консенсус, без голосования
outcome-recorded = заносимое в отчёт о заседании голосование
step-draft = проект резолюции
step-sponsors = дополнительные авторы
step-recommended = рекомендована
step-adopted = принята
letters-lacking-title = Недостающие буквы

# $language (Text): " (Arabic)", or nothing
letters-lacking = Терминал не может показать буквы этого текста{ $language }: вместо каждой стоит вопросительный знак. Если они у него всё же есть, локаль с UTF-8 позволит их передать: LC_ALL=C.UTF-8

## What was found when a text was read: in sheet-problems, and in English in JSON and in `plenary check`. Whole sentences,
## wrapped. docs/json.md says what each of them means.
found-annex-inside = Приложение начинается внутри другого; оно прочитано как следующее.

# $encoding (Text): windows-1252
found-bytes-replaced = Часть байтов не в кодировке { $encoding }; вместо них показан знак �.

found-cut-off = Файл обрезан: конца нет, поэтому слова искажены или утрачены. Получите его заново.

# $encoding (Text): windows-1252
found-encoding-guessed = Файл не в UTF-8; он прочитан как { $encoding }. Если это неверно, укажите кодировку: --encoding.

found-end-missing = Конца файла нет; слова могли быть утрачены.
# $megabytes (Number): the limit
# $page (Number): the last page that was read
found-file-over = Для декодирования файла нужно больше { $megabytes } МБ; он прочитан до страницы { $page }.

# $page (Number): the last page that was read
found-file-over-work = Файл требует больше работы, чем любой документ; он прочитан до страницы { $page }.

# $read (Number): how many
# $all (Number): how many there are
found-first-pages = Прочитаны только первые страницы: { $read } из { $all }.

found-font-refused = Шрифту нужно больше памяти, чем бывает нужно шрифтам; его буквы могут быть искажены или пропущены.

# $letters (Number): how many
found-fonts-unknown =
    { $letters ->
        [one] { $letters } буква набрана шрифтом, который не говорит, что она значит.
        [few] { $letters } буквы набраны шрифтами, которые не говорят, что они значат.
        [many] { $letters } букв набрано шрифтами, которые не говорят, что они значат.
       *[other] { $letters } буквы набраны шрифтами, которые не говорят, что они значат.
    }

found-heading-in-preamble = В разметке подзаголовок стоит как пункт преамбулы.

# $label (Text): (d)
# $ordinal (Number): its place by its label
# $last (Number): that of the item before
found-item-gap = { $label } — элемент { $ordinal } своего списка, но следует за элементом { $last }.

found-item-too-deep = В разметке элемент отнесён к списку уровнем ниже своего.
found-item-unlabelled = В списке с буквами или номерами стоит элемент без них.

# $printed (Text): the letter of a section as printed
# $last (Text): that of the section before
# $next (Text): that of the section after
# $called (Text): the letter that it has here
found-letter-misprinted = Между { $last } и { $next } напечатана буква { $printed }; здесь она считается буквой { $called }.

found-letters-doubtful = Некоторые буквы не те, что на странице, потому что шрифты файла не говорят, что они значат: сверьте текст со страницей или распознайте файл командой `ocrmypdf --force-ocr`.

# $first (Text): the first label: (a)
# $last (Text): the last one
found-list-in-sentence = Элементы с { $first } по { $last } стоят в одном предложении; перейти к каждому из них нельзя.

found-list-unlabelled = Абзацы, которые кончаются точкой с запятой, не имеют ни букв, ни номеров: возможно, список их лишился.

# $marker (Text): 3, *
found-mark-without-note = Для этого знака не найдена сноска { $marker }.

# $fault (Text): one of fault-…
found-markup = Разметка построена неверно: здесь { $fault }.

# $at (Number): an offset in bytes
# $part (Text): word/document.xml
# $fault (Text): one of fault-…
found-markup-damaged = Часть { $part }, байт { $at }: { $fault }; слова могли быть утрачены.

# $one (Text): one of language-…
# $whole (Text): another of them
found-mixed-language = Язык этого абзаца — { $one }, язык текста — { $whole }.

found-no-enacting-phrase = Над преамбулой нет строки с названием органа, например «Генеральная Ассамблея,».

# $marker (Text): 3, *
found-no-note = Текста сноски { $marker } в файле нет.

found-no-title = В файле нет названия резолюции.
found-not-a-resolution = Вводная формула не найдена; текст показан как подзаголовки и абзацы.
found-note-in-preamble = В разметке сноска стоит как пункт преамбулы.

# $marker (Text): 3, *
found-note-without-mark = У сноски { $marker } нет знака в тексте.

found-number-apart = В разметке номер и его слова — два абзаца.

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-gap = Пункт { $number } следует за пунктом { $last }.

# $number (Number): counted
found-number-inferred = Пункт { $number } постановляющей части напечатан без номера.

# $number (Number): of a paragraph
found-number-inside = Пункт { $number } начинается внутри строки.

# $printed (Number): as printed
# $last (Number): that of the paragraph before
# $called (Number): the number that it has here
found-number-misprinted = После { $last } напечатан номер { $printed }; здесь он считается номером { $called }.

# $number (Number): as its neighbours require
# $printed (Text): as printed: l.
found-number-misread = Пункт { $number } напечатан как «{ $printed }».

# $last (Number): the number before
# $next (Number): the number after
found-number-missing = Между { $last } и { $next } стоит пункт без номера.

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-restart = Пункт { $number } следует за пунктом { $last } без подзаголовка между ними.

# $label (Text): as printed: a.1)
found-number-unread = «{ $label }» не продолжает нумерацию; пункт показан, но не сосчитан.

found-numbered-preamble = В разметке нумерованный пункт стоит в преамбуле.
found-operative-in-preamble = В разметке пункт постановляющей части стоит в преамбуле.

# $page (Number): from 1
found-page-crowded = На странице { $page } слишком много букв; часть их пропущена.

# $page (Number): from 1
found-page-damaged = Страница { $page } повреждена; часть её пропущена.

# $page (Number): from 1
found-page-lost = Страница { $page } повреждена и пропущена.

# $page (Number): from 1
# $megabytes (Number): the limit
found-page-over = Для декодирования страницы { $page } нужно больше { $megabytes } МБ; остаток её пропущен.

# $page (Number): the last page that was read
found-pages-left-out = Файл необычно велик; он прочитан до страницы { $page }.

found-paragraph-as-heading = В разметке нумерованный пункт стоит как подзаголовок.
found-paragraphs-counted = Пункты этого заявления напечатаны без номеров; они сосчитаны с первого.

# $part (Text): word/styles.xml
found-part-damaged = Часть { $part } в файле повреждена; слова могли быть утрачены.

found-parts-list-damaged = Список частей файла повреждён; слова могли быть утрачены.
found-pieces-damaged = Таблица фрагментов файла повреждена; слова могли быть утрачены или переставлены.

# $opener (Text): Recalling also
found-preamble-gap = «{ $opener }» ничего не продолжает: возможно, пропущен пункт.

found-preamble-in-body = В разметке пункт преамбулы стоит вне преамбулы.
found-section-ends = В разметке раздел кончается раньше своих пунктов; они отнесены к нему.
found-section-in-list = В разметке подзаголовок раздела стоит как элемент списка.
found-several-resolutions = Здесь начинается другая резолюция или другое решение; заголовок взят из первого документа.
found-some-part-damaged = Часть файла повреждена; слова могли быть утрачены.
found-too-many-lines = В тексте больше строк, чем бывает в документе; остаток показан одним абзацем.
found-too-many-paragraphs = В тексте больше абзацев, чем бывает в документе; остаток показан одним.

## What is wrong with markup: in found-markup and found-markup-damaged.
fault-closes-nothing = тег, который ничего не закрывает
fault-never-closed = элемент, который не закрыт
fault-never-ends = тег, который не кончается
fault-too-deep = слишком глубоко вложенные элементы
fault-too-many = больше элементов, чем бывает в документе

## What was set aside: in sheet-set-aside.
aside-bar-code = штрихкод
aside-comment = комментарий
aside-deleted-text = удалённый текст
aside-displaced-mark = знак сноски не на месте
aside-fence = граница блока кода
aside-front-matter = данные перед текстом
aside-hidden-text = скрытый текст
aside-job-number = номер задания
aside-link = адрес гиперссылки
aside-navigation = навигация сайта
aside-page-header = колонтитул
aside-page-number = номер страницы
aside-recycling-line = призыв сдать бумагу в переработку
aside-repeated-header = повторённая шапка таблицы
aside-rule = линейка
aside-running-foot = нижний колонтитул
aside-running-head = верхний колонтитул

## How many there are of each kind, in a sheet and aloud.

# $count (Number): how many
count-preambular =
    { $count ->
        [one] { $count } пункт преамбулы
        [few] { $count } пункта преамбулы
        [many] { $count } пунктов преамбулы
       *[other] { $count } пункта преамбулы
    }

# $count (Number): how many
count-operative =
    { $count ->
        [one] { $count } пункт постановляющей части
        [few] { $count } пункта постановляющей части
        [many] { $count } пунктов постановляющей части
       *[other] { $count } пункта постановляющей части
    }

# $count (Number): how many
count-paragraphs =
    { $count ->
        [one] { $count } пункт
        [few] { $count } пункта
        [many] { $count } пунктов
       *[other] { $count } пункта
    }

# $count (Number): how many
count-subparagraphs =
    { $count ->
        [one] { $count } подпункт
        [few] { $count } подпункта
        [many] { $count } подпунктов
       *[other] { $count } подпункта
    }

# $count (Number): how many
count-annexes =
    { $count ->
        [one] { $count } приложение
        [few] { $count } приложения
        [many] { $count } приложений
       *[other] { $count } приложения
    }

# $count (Number): how many
count-tables =
    { $count ->
        [one] { $count } таблица
        [few] { $count } таблицы
        [many] { $count } таблиц
       *[other] { $count } таблицы
    }

# $count (Number): how many
count-documents =
    { $count ->
        [one] { $count } документ
        [few] { $count } документа
        [many] { $count } документов
       *[other] { $count } документа
    }

count-notes =
    { $count ->
        [one] { $count } сноска
        [few] { $count } сноски
        [many] { $count } сносок
       *[other] { $count } сноски
    }

# $count (Number): how many
count-references =
    { $count ->
        [one] { $count } ссылка
        [few] { $count } ссылки
        [many] { $count } ссылок
       *[other] { $count } ссылки
    }

## Names of languages: up to 12 cells.

language-arabic = арабский
language-chinese = китайский
language-english = английский
language-french = французский
language-russian = русский
language-spanish = испанский

## Where one is, said in full: for those who hear it (--linear). A row of a table also stands in the status line.

# $number (Text): as it is printed: 7 bis
said-preambular = пункт { $number } преамбулы

# $number (Text): the paragraph
# $all (Number): how many there are
said-preambular-of = пункт { $number } из { $all } преамбулы

# $number (Text): as it is printed: 7 bis
said-operative = пункт { $number } постановляющей части

# $number (Text): the paragraph
# $all (Number): how many there are
said-operative-of = пункт { $number } из { $all } постановляющей части

# $number (Text): as it is printed: 7 bis
said-note = сноска { $number }

# $number (Text): the paragraph
# $all (Number): how many there are
said-note-of = сноска { $number } из { $all }

# $what (Text): a paragraph whose number is not its rank
# $at (Number): its rank
# $all (Number): how many there are
said-counted = { $what }, { $at } из { $all }

# $number (Text): as it is printed: 7 bis
said-paragraph = пункт { $number }

said-unnumbered = пункт без номера

# $labels (Text): (b) (ii)
said-subparagraph = подпункт { $labels }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-preambular = подпункт { $labels } пункта { $number } преамбулы

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-preambular-of = подпункт { $labels } пункта { $number } из { $all } преамбулы

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-operative = подпункт { $labels } пункта { $number } постановляющей части

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-operative-of = подпункт { $labels } пункта { $number } из { $all } постановляющей части

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-paragraph = подпункт { $labels } пункта { $number }

# $labels (Text): (b) (ii)
said-subparagraph-unnumbered = подпункт { $labels } пункта без номера

# $place (Text): the paragraph that goes on
said-continued = { $place }, продолжение

# Behind the name of a table.
said-header = , шапка

# Behind the name of a table.
# $row (Number): which row
# $all (Number): how many there are
said-row = , строка { $row } из { $all }

said-masthead = заголовок
said-title = название
said-enacting = вводная формула
said-heading = подзаголовок
said-table = таблица
said-vote = голосование
said-closing = принятие
said-quotation = цитата
said-preamble = преамбула
said-operative-part = постановляющая часть
said-notes = сноски
said-document = документ

## The reader on plain lines (--linear): whole sentences, of any length.

linear-begin = Enter — читать дальше, ? — список команд, q — выход.
linear-changed = файл изменился: R — прочитать его снова

# $typed (Text): what was typed
linear-not-a-command = { $typed }: такой команды нет; ? — их список

linear-jump = : и слова или номер — перейти к пункту, / и слова — найти их.
linear-mark = m и буква — поставить закладку, ' и буква — перейти к ней.
linear-needs-screen = без экрана это не имеет смысла
linear-nothing-open = документ не открыт: D — список документов
linear-page-ends = (здесь кончается страница источника)

# $what (Text): how many notes and references
linear-attached = ({ $what }: v — их список)

linear-choose = Номер — перейти.

linear-cited = sort меняет порядок, copy-list копирует таблицу.

# $left (Number): entries that were not said yet
linear-choose-more = Номер — перейти; Enter — дальше (осталось { $left }).

linear-near = Такого пункта нет; похожие:

# $query (Text): what was typed
linear-nothing-matches = ничего не подходит: { $query }

# $query (Text): what was typed
linear-not-found = не найдено: { $query }

# $query (Text): what was looked for
# $at (Number): which place
# $all (Number): how many there are
linear-match = { $query }: { $at } из { $all }

linear-no-documents = документов нет
linear-library = D и слова, номер или отбор (D by:sg due:GA81) ищут в библиотеке.
linear-help-commands = Введите команду и нажмите Enter. Один Enter — читать дальше. Точка — повторить пункт.
linear-help-addresses = Номер или адрес — перейти туда: 7, 7 b), pp3, приложение I 4, сноска 2. Остальное, от двух букв, — искать.
linear-help-lists = В списке номер выбирает его строку; : перед номером делает его номером пункта.
linear-help-next = Следующий пункт
linear-help-previous = Предыдущий пункт
linear-help-page-down = Следующие пять пунктов
linear-help-page-up = Предыдущие пять пунктов
linear-help-outline = Структура документа списком
linear-help-again = Повторить пункт
linear-help-links = Сноски и ссылки этого пункта списком

## Where a key holds, at the right of the list of keys: up to 10 cells.

scope-global = везде
scope-reader = текст
scope-outline = структура
scope-list = списки
scope-sheet = справки

## Названия клавиш.

key-space = Пробел
key-enter = Enter
key-escape = Esc
key-tab = Tab
key-backspace = Backspace
key-delete = Delete
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Home
key-end = End
key-page-up = PageUp
key-page-down = PageDown
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift

## What each command does, in the list of keys (? or F1): up to 46 cells are seen at 80 columns.
## The English ones stand in README.md and the manual page too (UPDATE_README=1 cargo test tidy).

command-line-down = На строку вниз
command-line-up = На строку вверх
command-page-down = На страницу вниз
command-page-up = На страницу вверх
command-half-page-down = На полстраницы вниз
command-half-page-up = На полстраницы вверх
command-top = К началу
command-bottom = К концу
command-next-clause = К следующему пункту
command-previous-clause = К предыдущему пункту
command-next-section = К следующему разделу, части, приложению
command-previous-section = К предыдущему разделу, части, приложению
command-follow = Показать сноски и ссылки этого пункта
command-unfold-here = Развернуть здесь; в широкой таблице: вправо
command-fold-here = Свернуть здесь; в широкой таблице: влево
command-outline-down = Следующая строка
command-outline-up = Предыдущая строка
command-outline-page-down = На страницу списка вниз
command-outline-page-up = На страницу списка вверх
command-outline-top = Первая строка
command-outline-bottom = Последняя строка
command-outline-go = Перейти туда и читать
command-unfold = Развернуть строку или войти в неё
command-fold = Свернуть строку или подняться выше
command-unfold-all = Развернуть всю структуру
command-fold-all = Свернуть всю структуру
command-jump = Перейти к пункту: его номер или слова
command-find = Найти текст так, как он введён
command-filter = Отбор пунктов: слова, глагол, адресат, вид
command-find-in-all = Найти во всех документах (также / и *)
command-find-next = Следующее найденное место
command-find-previous = Предыдущее найденное место
command-back = Назад, туда, где были
command-forward = Снова вперёд
command-copy = Копировать пункт или строку; снова — ячейку
command-select = Отметить отсюда, чтобы скопировать вместе
command-copy-cited = Копировать пункт со ссылкой на источник
command-copy-citation = Копировать только ссылку на источник
command-set-mark = Поставить закладку: m и буква
command-go-mark = Перейти к закладке: ' и буква
command-switch-pane = К другой панели
command-toggle-outline = Показать или скрыть структуру
command-outline-narrower = Сузить структуру
command-outline-wider = Расширить структуру
command-shorter-lines = Укоротить строки текста
command-longer-lines = Удлинить строки текста
command-toggle-pages = Отмечать концы страниц источника
command-next-theme = Тема: светлая, тёмная, контраст, один цвет
command-toggle-mouse = Включить мышь или отдать её терминалу
command-details = Заголовок и все сведения о документе
command-problems = Что в документе не понято
command-cites = На что ссылаются этот пункт и документ
command-cited-by = Кто ссылается на этот пункт и документ
command-documents = Список документов
command-actions = Что поручено, кому и к какому сроку

command-next-document = Следующий документ

command-previous-document = Предыдущий документ

command-other-language = Тот же пункт на другом языке
command-reload = Прочитать файл снова
command-help = Все клавиши
command-redraw = Перерисовать экран
command-suspend = Приостановить; `fg` — вернуться
command-close = Закрыть то, что сверху
command-quit = Выход
command-accept = Выбрать строку
command-cancel = Закрыть список и вернуться
command-next-entry = Следующая строка
command-previous-entry = Предыдущая строка
command-next-entries = На страницу списка вниз
command-previous-entries = На страницу списка вверх
command-cursor-left = Курсор влево
command-cursor-right = Курсор вправо
command-cursor-home = Курсор в начало
command-cursor-end = Курсор в конец
command-delete-left = Удалить букву перед курсором
command-delete-right = Удалить букву под курсором
command-delete-word = Удалить слово перед курсором
command-clear = Удалить весь запрос
command-toggle-regex = Искать: регулярное выражение или текст
command-sort = Список: другой порядок
command-widen = Список: вся библиотека или документ
command-copy-list = Копировать список таблицей (CSV)
command-complete = Взять предложенное; библиотека: отбор
command-save-search = Библиотека: сохранить запрос
command-forget-search = Библиотека: забыть запрос
command-sheet-next = Следующая сноска или ссылка
command-sheet-previous = Предыдущая сноска или ссылка
command-sheet-follow = Перейти по ссылке
command-sheet-down = Прокрутить вниз
command-sheet-up = Прокрутить вверх
command-sheet-copy = Копировать показанное
command-sheet-close = Закрыть

help-first = Десять клавиш, которые стоит знать сначала
help-read = Читать
help-jump = Перейти
help-search = Искать
help-copy = Копировать
help-compare = Сравнить и другие документы
help-lists = Списки
help-screen = Экран и программа
help-here = Здесь
help-table = В таблице
help-jump-place-keys = 7  pp3  II.4
help-jump-place = По номеру: также 7 b), приложение 2, сноска 12, статья 5
help-jump-words-keys = слова
help-jump-words = Пункт по его словам; достаточно их начала
help-jump-other-keys = A/RES/78/229, op7
help-jump-other = Другой доступный документ; n, p: следующий, предыдущий
words-find = искать поиск найти текст
words-jump = перейти номер адрес статья приложение пункт сноска страница
words-back = вернуться назад отменить история
words-mark = закладка запомнить место
words-follow = открыть ссылка сноска примечание
words-copy = буфер обмена выделить диапазон
words-cite = цитата цитировать ссылка источник
words-outline = содержание оглавление структура
words-documents = открыть файл папка сменить
words-actions = просьбы поручения доклад срок задачи
words-language = язык перевод версия перевести
words-details = сведения свойства дата сессия голосование
words-problems = ошибки предупреждения
words-cited = ссылки цитаты цитирует
words-reload = обновить перечитать
words-theme = цвет тёмная светлая вид контраст
words-width = ширина поля колонки размер
words-help = помощь справка клавиши
words-quit = выход выйти закрыть конец

## The library

library-prompt = библиотека:
library-count = документов: {$documents}
library-at-hand = открытые и под рукой
library-browse = обзор
library-paragraphs = пункты
library-citing = кто ссылается
library-more = остальные документы под рукой: {$count}
library-subjects = темы
library-saved = сохранённые запросы
library-read = читали последними
library-new = новых {$new}
library-kept = сохранено: D покажет и новое
library-forgotten = больше не сохранено
library-keeps-nothing = этот сеанс ничего не сохраняет
library-not-saved = сохранённый запрос не выбран
library-most-cited = Сначала те, на которые чаще ссылаются
library-best-first = Сначала лучшие или новейшие
library-nothing = в библиотеке ничего нет
library-absent = { $symbol } нет в библиотеке
library-waiting = поиск …
library-fenced = в этом сеансе его нельзя открыть
library-cited = ссылок {$count}
library-languages = яз. {$count}
hints-library = Enter открыть  Tab отбор  Ctrl-S сохр.  Ctrl-T ссылки  Esc
filters-names = organ кто принял; session сессия Ассамблеи; year год принятия; lang язык; act что делает пункт; by кого просят; due к какому сроку; cites на что ссылается; subject тема документа; voted как голосовало государство
filters-organs = ga Генеральная Ассамблея; sc Совет Безопасности; hrc Совет по правам человека; ecosoc Экономический и Социальный Совет
filters-addressees = secretary-general Генеральный секретарь; high-commissioner Верховный комиссар; member-states государства-члены; states государства; parties стороны; governments правительства; organ орган; un-system система Организации Объединённых Наций; mandate-holders специальные процедуры; international-community международное сообщество; civil-society гражданское общество
filters-acts = request просит; decide постановляет; urge настоятельно призывает; invite предлагает; approve одобряет; reaffirm подтверждает; recognize признаёт; stress подчёркивает; note отмечает; welcome приветствует; concern выражает озабоченность; condemn осуждает; seized продолжает заниматься; basis ссылается
filters-votes = yes: за, затем государство; no: против, затем государство; abstain: воздержалось, затем государство
filters-languages = en английский; fr французский; es испанский; ru русский; ar арабский; zh китайский
