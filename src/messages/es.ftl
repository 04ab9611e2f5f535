### The words of the interface in Spanish (docs/translating.md).

## Start of a session, in the status line: up to 75 cells.

welcome = textos de muestra propios: D los enumera, ? muestra las teclas, q sale

no-workers = no arranca otro proceso: las carpetas se leen sin límite de memoria

# $count (Number): files of a folder that are no documents
files-not-listed =
    { $count ->
        [one] { $count } archivo más no figura en la lista
       *[other] { $count } archivos más no figuran en la lista
    }

unread-memory = no se pudo leer: requirió más de { $megabytes } MB
unread-time = no se pudo leer: tardó más de { $seconds } s
unread-stopped = no se pudo leer: su lector se detuvo

## Status line: where one is, and how far. As short as can be: it shares 80 cells with the name of the document.

status-nothing-open = ningún documento abierto

# Instead of a percentage, where the whole text is on the screen.
status-all = todo

# $percent (Number): how much of the text has been read
status-percent = { $percent } %

# $at (Number): which paragraph of its kind
# $all (Number): how many there are
status-rank = { $at }/{ $all }
status-marked = { $range }: selección

# While the rest of a file is still being read.
status-reading = leyendo…

status-changed = modificado en el disco: R lo relee

# At the right of the line where a page of the source ends: up to 8 cells.
page-ends = ┄ pág.

## Keys that help, at the right of the status line. Two blanks part one key from the next; all of a line up to 34 cells,
## those of a list or a sheet up to 72. Names of keys are those printed on the keyboards of the country.

hints-nothing-open = D documentos  ? teclas  q salir
hints-text = : ir a  / buscar  ? teclas
hints-table = ← → columnas  ? teclas
hints-marked = y copiar  Y con cita  c cita  Esc anular
hints-outline = Intro ir  h l plegar  Tab texto
hints-outline-sheet = Intro ir  h l plegar  Esc cerrar
hints-documents = Intro abrir  Esc volver  escribir para filtrar
hints-cited = Intro abrir  Ctrl-T orden  Ctrl-O doc.  Ctrl-Y copiar  Esc volver
hints-documents-alone = Intro abrir  Esc Esc salir  escribir para filtrar
hints-actions = Intro ir  Ctrl-T orden  Ctrl-O bibl.  Ctrl-Y copiar  Esc volver
hints-find = Intro ir  Esc volver  ↑↓ elegir  Ctrl-R regex
hints-help = escribir para filtrar  Intro ejecuta  Esc cerrar

# What may be typed stands at the end: addresses, as 7 or pp3, are the same in every language.
hints-jump = Intro quedarse  Esc volver  ↑↓ elegir  7 · pp3 · nota 4
hints-filter = Intro dejar  Esc todo  solicita sg · pp · notas

hints-sheet = y copiar  Esc cerrar

# Of several notes and references: shown before hints-sheet.
hints-next = n siguiente

# Shown before hints-sheet.
hints-follow = Intro ir

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

the-end = el final
the-beginning = el principio
reading-rest = leyendo el resto del archivo…

# The file was read once more, because the reader asked for it.
read-again = leído de nuevo
file-gone = el archivo ya no está: lo que se leyó de él sigue abierto

standard-input-only-once = la entrada estándar no puede leerse de nuevo

# $key (Text): as typed
# $help (Text): the key that shows all keys: ?
not-a-key = { $key } no es una tecla aquí; { $help } las muestra todas

nothing-to-fold = nada que plegar bajo este párrafo

# $from (Number): the column that is shown
# $all (Number): how many there are
table-column = columna { $from } de { $all }

# $from (Number): the first column that is shown
# $to (Number): the last one
# $all (Number): how many there are
table-columns = columnas { $from }–{ $to } de { $all }

table-first-columns = las primeras columnas
table-last-columns = las últimas columnas
nothing-looked-for = aún no se ha buscado nada: / busca
not-found = no se encuentra

# $query (Text): what was looked for
not-found-query = no se encuentra: { $query }
filter-too-long = El documento es demasiado largo para filtrarlo.

# $read (Number): how much of the text was searched, in percent
searching = buscando… { $read } %

# $read (Number): how much of the text was searched, in percent
search-late = búsqueda detenida a los 10 segundos: se ha recorrido el { $read } % del texto

jump-late = búsqueda detenida a los 10 segundos: pruebe con menos palabras

# $count (Number): how many are kept
search-full = demasiados lugares: se guardan los primeros { $count }

# The search has passed the end of the text.
round-to-beginning = se sigue desde el principio

round-to-end = se sigue desde el final
back-nowhere = no hay adonde volver
forward-nowhere = no hay adonde avanzar
no-links-here = aquí no hay notas ni referencias

# $count (Number): cells in a line of text
line-length =
    { $count ->
        [one] { $count } columna
       *[other] { $count } columnas
    }

# The jump box then finds numbers, but no words.
index-failed = no se ha podido indexar el documento

no-pages = este texto no tiene páginas
mouse-on = ratón activado
mouse-off = ratón a cargo del terminal

# $name (Text): one of the next four
theme = tema { $name }

theme-light = claro
theme-dark = oscuro
theme-contrast = contraste
theme-mono = mono

## Notices about marks, up to 75 cells.

mark-set-which = marca: una letra
mark-go-which = ir a la marca: su letra
mark-is-letter = una marca es una letra

# $letter (Text): the name of the mark
# $place (Text): "para. 7", in the language of the document
mark-set = marca { $letter }: { $place }

mark-elsewhere = marca { $letter }: ahora en { $document }
# $letter (Text): what was typed
mark-none = no hay ninguna marca { $letter }

# $letter (Text): what was typed
# $set (Text): the letters of the marks that there are
mark-none-but = no hay ninguna marca { $letter } (puestas: { $set })

## Notices after something was copied, behind the name of what was copied; up to 60 cells.

copied-terminal = enviado al portapapeles del terminal
copied-both = enviado al portapapeles del terminal, y se mostrará al salir
copied-lines = copiado como texto sin formato
copied-on-exit = se mostrará al salir, a falta de portapapeles
copied-tmux = enviado; ¿no está? tmux set -g set-clipboard on
copied-cited = { $place } con su cita

# Alone in the line: up to 75 cells.
copied-too-long = demasiado largo para el portapapeles del terminal: se mostrará al salir
copied-too-much = no se guarda: demasiado para mostrarlo al salir
unmarked = los párrafos marcados no se han copiado

copied-cell = la celda
copied-row = la fila

# Behind the notice that a row was copied: y once more copies the cell.
copied-again = otra vez y: la celda

## Notices about suspending the program, up to 75 cells.

suspend-no-shell = no hay intérprete de comandos desde el que volver
suspend-not-here = este sistema no puede suspender un programa

## Lists: the jump box, the find box, the list of documents; up to 75 cells.

documents-prompt = documentos:
escape-again = Esc otra vez para salir del programa

# Before the count, where a regular expression is looked for.
find-regex = regex

jump-most = ningún párrafo tiene todas estas palabras; los que tienen más:
jump-letters = ningún párrafo tiene estas palabras; sus letras, en orden, están en:
jump-waiting = leyendo las palabras…
jump-nothing = nada coincide: pruebe con menos palabras, o 7, pp3, 7 b), nota 4

# $query (Text): what was typed
jump-nothing-query = nada coincide: { $query }

absent = { $what } no está en este documento
absent-has = { $what } no está aquí; hay: { $has }
has-preambular =
    { $count ->
        [one] párrafo { $which } del preámbulo
       *[other] párrafos { $which } del preámbulo
    }
has-paragraphs =
    { $count ->
        [one] párrafo { $which }
       *[other] párrafos { $which }
    }
has-sections =
    { $count ->
        [one] sección { $which }
       *[other] secciones { $which }
    }
has-annexes =
    { $count ->
        [one] anexo { $which }
       *[other] anexos { $which }
    }
has-articles =
    { $count ->
        [one] artículo { $which }
       *[other] artículos { $which }
    }
has-notes =
    { $count ->
        [one] nota { $which }
       *[other] notas { $which }
    }
has-tables =
    { $count ->
        [one] cuadro { $which }
       *[other] cuadros { $which }
    }
absent-no-sections = { $what } no está en este documento, que no tiene secciones
absent-no-annexes = { $what } no está en este documento, que no tiene anexos
absent-no-articles = { $what } no está en este documento, que no tiene artículos
absent-no-notes = { $what } no está en este documento, que no tiene notas
absent-no-tables = { $what } no está en este documento, que no tiene cuadros

## Notes and references, in the sheet at the foot; wrapped.

# $marker (Text): what stands in the text: 3, *
link-note = nota { $marker }

# $symbol (Text): A/RES/65/218
link-resolution = resolución { $symbol }

# $symbol (Text): 65/218
link-decision = decisión { $symbol }

# $symbol (Text): A/65/218
link-document = documento { $symbol }

# $article (Text): as the text has it: Article 7
link-charter = Carta de las Naciones Unidas, { $article }

# $number (Text): 5 (e)
link-paragraph = párr. { $number }

# $number (Text): 5
link-preambular = párrafo { $number } del preámbulo

# $title (Text): of the document that is referred to
link-opens = { $title } (Intro lo abre)

# $what (Text): A/RES/65/218
link-not-open = { $what } no está entre los documentos abiertos

# $what (Text): A/RES/65/218
# $folder (Text): a name with a slash: session/
not-in-folder = { $what }: nada en { $folder }

# Behind not-in-folder or link-not-open: both up to 75 cells.
# $folder (Text): a name with a slash: session/
look-further = Intro busca en { $folder } y debajo

# $what (Text): A/RES/65/218
looking-for = buscando: { $what }…

# $what (Text): a reference as it is printed, which leads to no document: Article 33
link-nowhere = { $what } no es un documento que se pueda abrir

# In looking-for and not-in-folder.
another-language = otro idioma

# In looking-for and not-in-folder.
another-document = otro documento

last-document = es el último documento

first-document = es el primer documento

# $at (Number): which document of those at hand
# $all (Number): how many there are
document-of = documento { $at } de { $all }

# Before what is typed, in the list of the versions of a document in other languages.
translations-prompt = idioma:

actions-prompt = se pide:
actions-none = no se pide nada, hasta donde se entendió
list-first = las primeras {$shown} de {$all}: escriba palabras para encontrar otras
list-too-long = demasiado largo: plenary { $command } --format csv lo escribe
sorted-by-place = en el orden del texto
sorted-by-due = primero lo que vence antes
sorted-by-whom = por destinatario
sorted-by-date = primero los más recientes
sorted-by-symbol = por signatura
sorted-by-cited = por párrafo citado
no-library = no hay biblioteca: plenary library add CARPETA crea una
asking-library = consultando la biblioteca…

# Before what is typed, in the list of what all documents have.
find-in-all-prompt = en todos:

# Behind how many paragraphs have the text.
# $documents (Number): how many documents have it
# $read (Number): how many documents were read so far
# $all (Number): how many there are
find-in-all-read =
    { $documents ->
        [one] { $documents } documento, { $read } de { $all } leídos
       *[other] { $documents } documentos, { $read } de { $all } leídos
    }

find-in-all-going = leyendo los documentos…

# Behind link-not-open: both up to 75 cells.
link-copies = y copia la signatura

preview-absent = la biblioteca no tiene { $symbol }: Intro busca junto a este documento
preview-no-paragraph = { $symbol } está en la biblioteca, sin { $at }: Intro abre el principio

cited-by = Quién cita { $what }
cites = Qué cita { $what }
cited-part = este párrafo: { $counts }
cited-whole = todo el documento: { $counts }
cited-nothing = ningún párrafo de la biblioteca lo cita
cites-nothing = no cita ningún documento
not-held = no está en la biblioteca
## Sheets: what is known of a document. Titles up to 40 cells, labels (sheet-…) up to 16, the rest is wrapped.

sheet-details = Acerca de este documento
sheet-problems = Cómo se ha entendido el texto
sheet-failed = No ha sido posible
sheet-all-understood = Todo se ha entendido; no se ha dejado nada aparte.

# $line (Number): of the source
sheet-line = línea { $line }

# $reason (Text): one of aside-…
# $text (Text): what was set aside
sheet-set-aside = dejado aparte ({ $reason }): { $text }

# $count (Number): what was not understood, and what was set aside
sheet-remarks =
    { $count ->
        [one] { $count } observación; e la muestra
       *[other] { $count } observaciones; e las muestra
    }

sheet-symbol = signatura
sheet-title = título
sheet-organ = órgano
sheet-session = per. de sesiones
sheet-agenda-item = tema
sheet-adoption = aprobación
sheet-adopted-on = aprobada el
sheet-meeting = sesión
sheet-basis = sobre la base de
sheet-sponsors = patrocinadores
sheet-vote = votación
sheet-in-favour = a favor
sheet-against = en contra
sheet-abstaining = abstenciones
sheet-not-voting = sin votar
sheet-distribution = distribución
sheet-date = fecha

# The language in which the document was written first.
sheet-original = original

sheet-clauses = párrafos
sheet-references = referencias
sheet-language = idioma
sheet-read-from = leído de
sheet-parsing = lectura
sheet-agenda = programa
sheet-committee = comisión

# The draft that a resolution was adopted from.
sheet-based-on = basada en

sheet-decided-by = decidida por

# On the way to adoption.
sheet-step = etapa

sheet-subjects = materias

# Sustainable Development Goals.
sheet-goals = objetivos

# The number that a document has in the production of the Secretariat.
sheet-job-number = núm. de tarea

committee-first = Primera Comisión
committee-second = Segunda Comisión
committee-third = Tercera Comisión
committee-fourth = Cuarta Comisión
committee-fifth = Quinta Comisión
committee-sixth = Sexta Comisión
committee-none = sin remisión previa a una Comisión Principal
outcome-consensus = consenso, sin votación
outcome-recorded = votación registrada
step-draft = proyecto de resolución
step-sponsors = patrocinadores adicionales
step-recommended = recomendada
step-adopted = aprobada
letters-lacking-title = Faltan letras

# $language (Text): " (Arabic)", or nothing
letters-lacking = El terminal no puede mostrar las letras de este texto{ $language }: en lugar de cada una hay un signo de interrogación. Si a pesar de todo las tiene, una configuración regional con UTF-8 hace que se envíen: LC_ALL=C.UTF-8

## What was found when a text was read: in sheet-problems, and in English in JSON and in `plenary check`. Whole sentences,
## wrapped. docs/json.md says what each of them means.
found-annex-inside = Un anexo empieza dentro de otro; se lee como el siguiente.

# $encoding (Text): windows-1252
found-bytes-replaced = Algunos bytes no están en { $encoding } y se muestran como �.

found-cut-off = El archivo está cortado: falta el final, de modo que hay palabras erróneas o perdidas. Obténgalo de nuevo.

# $encoding (Text): windows-1252
found-encoding-guessed = El archivo no está en UTF-8; se ha leído como { $encoding }. Si no es así, indique otra codificación con --encoding.

found-end-missing = Falta el final del archivo; pueden faltar palabras.
# $megabytes (Number): the limit
# $page (Number): the last page that was read
found-file-over = El archivo necesita más de { $megabytes } MB para descodificarse; se ha leído hasta la página { $page }.

# $page (Number): the last page that was read
found-file-over-work = El archivo exige más trabajo que cualquier documento; se ha leído hasta la página { $page }.

# $read (Number): how many
# $all (Number): how many there are
found-first-pages = Solo se han leído las primeras { $read } páginas de { $all }.

found-font-refused = Una fuente necesita más memoria que cualquier fuente; sus letras pueden ser erróneas o faltar.

# $letters (Number): how many
found-fonts-unknown =
    { $letters ->
        [one] { $letters } letra está en una fuente que no dice qué representa.
       *[other] { $letters } letras están en fuentes que no dicen qué representan.
    }

found-heading-in-preamble = En el marcado, un epígrafe es un párrafo del preámbulo.

# $label (Text): (d)
# $ordinal (Number): its place by its label
# $last (Number): that of the item before
found-item-gap = { $label } es el elemento { $ordinal } de su lista y sigue al elemento { $last }.

found-item-too-deep = Un elemento está marcado como si fuera de una lista inferior a la suya.
found-item-unlabelled = Un elemento sin letra ni número está en una lista cuyos elementos los tienen.

# $printed (Text): the letter of a section as printed
# $last (Text): that of the section before
# $next (Text): that of the section after
# $called (Text): the letter that it has here
found-letter-misprinted = La letra { $printed } está impresa entre la { $last } y la { $next }; aquí se la llama { $called }.

found-letters-doubtful = Algunas letras no son las de la página, porque hay fuentes del archivo que no dicen qué representan: compárelo con la página, o someta el archivo a un reconocimiento de texto, con `ocrmypdf --force-ocr`.

# $first (Text): the first label: (a)
# $last (Text): the last one
found-list-in-sentence = Los elementos { $first } a { $last } están en una misma frase; no se puede ir a cada uno por separado.

found-list-unlabelled = Hay párrafos terminados en punto y coma sin letra ni número: puede que una lista los haya perdido.

# $marker (Text): 3, *
found-mark-without-note = No se ha encontrado ninguna nota { $marker } para esta llamada.

# $fault (Text): one of fault-…
found-markup = El marcado no está bien formado: aquí hay { $fault }.

# $at (Number): an offset in bytes
# $part (Text): word/document.xml
# $fault (Text): one of fault-…
found-markup-damaged = En el byte { $at } de { $part } hay { $fault }; pueden faltar palabras.

# $one (Text): one of language-…
# $whole (Text): another of them
found-mixed-language = Este párrafo está en { $one }; el texto, en { $whole }.

found-no-enacting-phrase = Falta encima del preámbulo la línea que nombra al órgano, como «La Asamblea General,».

# $marker (Text): 3, *
found-no-note = El texto de la nota { $marker } no está en el archivo.

found-no-title = El archivo no tiene el título de la resolución.
found-not-a-resolution = No se ha encontrado ninguna fórmula introductoria; el texto se muestra como epígrafes y párrafos.
found-note-in-preamble = En el marcado, una nota de la página es un párrafo del preámbulo.

# $marker (Text): 3, *
found-note-without-mark = La nota { $marker } no tiene llamada en el texto.

found-number-apart = En el marcado, un número y sus palabras son dos párrafos.

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-gap = El párrafo { $number } sigue al párrafo { $last }.

# $number (Number): counted
found-number-inferred = El párrafo dispositivo { $number } no tiene número impreso.

# $number (Number): of a paragraph
found-number-inside = El párrafo { $number } empieza dentro de una línea.

# $printed (Number): as printed
# $last (Number): that of the paragraph before
# $called (Number): the number that it has here
found-number-misprinted = El número { $printed } está impreso después del { $last }; aquí se lo llama { $called }.

# $number (Number): as its neighbours require
# $printed (Text): as printed: l.
found-number-misread = El párrafo { $number } está impreso como «{ $printed }».

# $last (Number): the number before
# $next (Number): the number after
found-number-missing = Entre el { $last } y el { $next } hay un párrafo sin número.

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-restart = El párrafo { $number } sigue al párrafo { $last } sin un epígrafe entre ellos.

# $label (Text): as printed: a.1)
found-number-unread = «{ $label }» no continúa ninguna numeración; el párrafo se muestra sin contarlo.

found-numbered-preamble = En el marcado, un párrafo numerado está en el preámbulo.
found-operative-in-preamble = En el marcado, un párrafo dispositivo está en el preámbulo.

# $page (Number): from 1
found-page-crowded = La página { $page } tiene demasiadas letras; se han omitido algunas.

# $page (Number): from 1
found-page-damaged = La página { $page } está dañada; se ha omitido una parte.

# $page (Number): from 1
found-page-lost = La página { $page } está dañada y se ha omitido.

# $page (Number): from 1
# $megabytes (Number): the limit
found-page-over = La página { $page } necesita más de { $megabytes } MB para descodificarse; se ha omitido el resto.

# $page (Number): the last page that was read
found-pages-left-out = El archivo es inusualmente grande; se ha leído hasta la página { $page }.

found-paragraph-as-heading = En el marcado, un párrafo numerado es un epígrafe.
found-paragraphs-counted = Los párrafos de esta declaración no tienen número impreso; se cuentan a partir del primero.

# $part (Text): word/styles.xml
found-part-damaged = { $part } está dañado en el archivo; pueden faltar palabras.

found-parts-list-damaged = La lista de las partes del archivo está dañada; pueden faltar palabras.
found-pieces-damaged = La tabla de fragmentos del archivo está dañada; pueden faltar palabras o estar desordenadas.

# $opener (Text): Recalling also
found-preamble-gap = «{ $opener }» no continúa nada: puede faltar un párrafo.

found-preamble-in-body = En el marcado, un párrafo del preámbulo está fuera del preámbulo.
found-section-ends = En el marcado, la sección termina antes de sus párrafos; se leen como suyos.
found-section-in-list = En el marcado, el epígrafe de una sección es un elemento de una lista.
found-several-resolutions = Aquí empieza otra resolución o decisión; el encabezamiento es el de la primera.
found-some-part-damaged = Una parte del archivo está dañada; pueden faltar palabras.
found-too-many-lines = El texto tiene más líneas de las que tiene un documento; el resto se muestra como un solo párrafo.
found-too-many-paragraphs = El texto tiene más párrafos de los que tiene un documento; el resto se muestra como uno solo.

## What is wrong with markup: in found-markup and found-markup-damaged.
fault-closes-nothing = una etiqueta que no cierra nada
fault-never-closed = un elemento que nunca se cierra
fault-never-ends = una etiqueta que no termina
fault-too-deep = elementos anidados a demasiada profundidad
fault-too-many = más elementos de los que tiene un documento

## What was set aside: in sheet-set-aside.
aside-bar-code = código de barras
aside-comment = comentario
aside-deleted-text = texto suprimido
aside-displaced-mark = llamada de nota fuera de lugar
aside-fence = borde de un bloque de código
aside-front-matter = datos previos al texto
aside-hidden-text = texto oculto
aside-job-number = número de tarea
aside-link = destino de un enlace
aside-navigation = navegación de un sitio
aside-page-header = encabezado o pie de página
aside-page-number = número de página
aside-recycling-line = invitación a reciclar
aside-repeated-header = encabezamiento de cuadro repetido
aside-rule = filete
aside-running-foot = pie de página
aside-running-head = encabezado de página

## How many there are of each kind, in a sheet and aloud.

# $count (Number): how many
count-preambular = { $count } del preámbulo

# $count (Number): how many
count-operative =
    { $count ->
        [one] { $count } dispositivo
       *[other] { $count } dispositivos
    }

# $count (Number): how many
count-paragraphs =
    { $count ->
        [one] { $count } párrafo
       *[other] { $count } párrafos
    }

# $count (Number): how many
count-subparagraphs =
    { $count ->
        [one] { $count } apartado
       *[other] { $count } apartados
    }

# $count (Number): how many
count-annexes =
    { $count ->
        [one] { $count } anexo
       *[other] { $count } anexos
    }

# $count (Number): how many
count-tables =
    { $count ->
        [one] { $count } cuadro
       *[other] { $count } cuadros
    }

# $count (Number): how many
count-documents =
    { $count ->
        [one] { $count } documento
       *[other] { $count } documentos
    }

count-notes =
    { $count ->
        [one] { $count } nota
       *[other] { $count } notas
    }

# $count (Number): how many
count-references =
    { $count ->
        [one] { $count } referencia
       *[other] { $count } referencias
    }

## Names of languages: up to 12 cells.

language-arabic = árabe
language-chinese = chino
language-english = inglés
language-french = francés
language-russian = ruso
language-spanish = español

## Where one is, said in full: for those who hear it (--linear). A row of a table also stands in the status line.

# $number (Text): as it is printed: 7 bis
said-preambular = párrafo { $number } del preámbulo

# $number (Text): the paragraph
# $all (Number): how many there are
said-preambular-of = párrafo { $number } de { $all } del preámbulo

# $number (Text): as it is printed: 7 bis
said-operative = párrafo dispositivo { $number }

# $number (Text): the paragraph
# $all (Number): how many there are
said-operative-of = párrafo dispositivo { $number } de { $all }

# $number (Text): as it is printed: 7 bis
said-note = nota { $number }

# $number (Text): the paragraph
# $all (Number): how many there are
said-note-of = nota { $number } de { $all }

# $what (Text): a paragraph whose number is not its rank
# $at (Number): its rank
# $all (Number): how many there are
said-counted = { $what }, { $at } de { $all }

# $number (Text): as it is printed: 7 bis
said-paragraph = párrafo { $number }

said-unnumbered = párrafo sin número

# $labels (Text): (b) (ii)
said-subparagraph = apartado { $labels }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-preambular = apartado { $labels } del párrafo { $number } del preámbulo

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-preambular-of = apartado { $labels } del párrafo { $number } de { $all } del preámbulo

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-operative = apartado { $labels } del párrafo dispositivo { $number }

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-operative-of = apartado { $labels } del párrafo dispositivo { $number } de { $all }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-paragraph = apartado { $labels } del párrafo { $number }

# $labels (Text): (b) (ii)
said-subparagraph-unnumbered = apartado { $labels } del párrafo sin número

# $place (Text): the paragraph that goes on
said-continued = { $place }, continuación

# Behind the name of a table.
said-header = , encabezamiento

# Behind the name of a table.
# $row (Number): which row
# $all (Number): how many there are
said-row = , fila { $row } de { $all }

said-masthead = encabezamiento
said-title = título
said-enacting = fórmula introductoria
said-heading = epígrafe
said-table = cuadro
said-vote = votación
said-closing = aprobación
said-quotation = cita
said-preamble = preámbulo
said-operative-part = parte dispositiva
said-notes = notas
said-document = documento

## The reader on plain lines (--linear): whole sentences, of any length.

linear-begin = Intro sigue leyendo, ? enumera las órdenes, q sale.
linear-changed = el archivo ha cambiado: R lo lee de nuevo

# $typed (Text): what was typed
linear-not-a-command = { $typed }: no es una orden; ? las enumera

linear-jump = : y unas palabras o un número va a un párrafo, / y unas palabras las busca.
linear-mark = m y una letra pone una marca, ' y la letra va a ella.
linear-needs-screen = esto no tiene sentido sin pantalla
linear-nothing-open = ningún documento abierto: D los enumera
linear-page-ends = (aquí termina una página del original)

# $what (Text): how many notes and references
linear-attached = ({ $what }: v las enumera)

linear-choose = Un número va allí.

linear-cited = sort cambia el orden, copy-list copia la tabla.

# $left (Number): entries that were not said yet
linear-choose-more = Un número va allí; Intro dice más (quedan { $left }).

linear-near = No existe ese párrafo; lo que más se le parece:

# $query (Text): what was typed
linear-nothing-matches = nada coincide: { $query }

# $query (Text): what was typed
linear-not-found = no se encuentra: { $query }

# $query (Text): what was looked for
# $at (Number): which place
# $all (Number): how many there are
linear-match = { $query }: { $at } de { $all }

linear-no-documents = no hay documentos
linear-library = D con palabras, un número o filtros (D by:sg due:GA81) busca en la biblioteca.
linear-help-commands = Escriba una orden y pulse Intro. Intro por sí sola sigue leyendo. Un punto repite el párrafo.
linear-help-addresses = Un número o una dirección va allí: 7, 7 b), pp3, anexo I 4, nota 2. Lo demás, de dos letras o más, se busca.
linear-help-lists = En una lista, el número de una entrada la elige; : ante un número lo hace de un párrafo.
linear-help-next = Párrafo siguiente
linear-help-previous = Párrafo anterior
linear-help-page-down = Los cinco párrafos siguientes
linear-help-page-up = Los cinco párrafos anteriores
linear-help-outline = El esquema, como lista
linear-help-again = Repetir el párrafo
linear-help-links = Las notas y referencias de este párrafo, como lista

## Where a key holds, at the right of the list of keys: up to 10 cells.

scope-global = general
scope-reader = texto
scope-outline = esquema
scope-list = listas
scope-sheet = fichas

## Nombres de las teclas.

key-space = Espacio
key-enter = Intro
key-escape = Esc
key-tab = Tab
key-backspace = Retroceso
key-delete = Supr
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Inicio
key-end = Fin
key-page-up = Re Pág
key-page-down = Av Pág
key-ctrl = Ctrl
key-alt = Alt
key-shift = Mayús

## What each command does, in the list of keys (? or F1): up to 46 cells are seen at 80 columns.
## The English ones stand in README.md and the manual page too (UPDATE_README=1 cargo test tidy).

command-line-down = Una línea más abajo
command-line-up = Una línea más arriba
command-page-down = Una página más abajo
command-page-up = Una página más arriba
command-half-page-down = Media página más abajo
command-half-page-up = Media página más arriba
command-top = Ir al principio
command-bottom = Ir al final
command-next-clause = Ir al párrafo siguiente
command-previous-clause = Ir al párrafo anterior
command-next-section = Ir a la sección, parte o anexo siguiente
command-previous-section = Ir a la sección, parte o anexo anterior
command-follow = Mostrar notas y referencias de este párrafo
command-unfold-here = Desplegar aquí; en un cuadro ancho: derecha
command-fold-here = Plegar aquí; en un cuadro ancho: izquierda
command-outline-down = Entrada siguiente
command-outline-up = Entrada anterior
command-outline-page-down = Una página de entradas más abajo
command-outline-page-up = Una página de entradas más arriba
command-outline-top = Primera entrada
command-outline-bottom = Última entrada
command-outline-go = Ir a la entrada y leer
command-unfold = Desplegar la entrada, o entrar en ella
command-fold = Plegar la entrada, o subir a la superior
command-unfold-all = Desplegar todo el esquema
command-fold-all = Plegar todo el esquema
command-jump = Ir a un párrafo: su número o palabras de él
command-find = Buscar el texto tal como se escribe
command-filter = Filtrar: palabras, verbo, destinatario, tipo
command-find-in-all = Buscar en todos los documentos (o / y luego *)
command-find-next = Lugar siguiente de lo buscado
command-find-previous = Lugar anterior de lo buscado
command-back = Volver adonde se estaba
command-forward = Avanzar de nuevo
command-copy = Copiar párrafo o fila; otra vez, la celda
command-select = Marcar desde aquí, para copiar varios juntos
command-copy-cited = Copiar el párrafo con su cita
command-copy-citation = Copiar solo la cita
command-set-mark = Poner una marca: m y una letra
command-go-mark = Ir a una marca: ' y una letra
command-switch-pane = Pasar al otro panel
command-toggle-outline = Mostrar u ocultar el esquema
command-outline-narrower = Estrechar el esquema
command-outline-wider = Ensanchar el esquema
command-shorter-lines = Acortar las líneas del texto
command-longer-lines = Alargar las líneas del texto
command-toggle-pages = Marcar dónde terminan las páginas
command-next-theme = Otro tema: claro, oscuro, contraste, mono
command-toggle-mouse = Activar el ratón, o dejarlo al terminal
command-details = Encabezamiento y datos del documento
command-problems = Lo que no se ha entendido del documento
command-cites = Qué citan este párrafo y este documento
command-cited-by = Quién cita este párrafo y este documento
command-documents = Lista de documentos
command-actions = Qué se pide, a quién y para cuándo

command-next-document = Documento siguiente

command-previous-document = Documento anterior

command-other-language = El mismo párrafo en otro idioma
command-reload = Leer de nuevo el archivo
command-help = Todas las teclas
command-redraw = Dibujar de nuevo la pantalla
command-suspend = Suspender; `fg` hace volver
command-close = Cerrar lo que está encima
command-quit = Salir
command-accept = Tomar la entrada
command-cancel = Cerrar la lista y volver
command-next-entry = Entrada siguiente
command-previous-entry = Entrada anterior
command-next-entries = Una página de entradas más abajo
command-previous-entries = Una página de entradas más arriba
command-cursor-left = Cursor a la izquierda
command-cursor-right = Cursor a la derecha
command-cursor-home = Cursor al principio
command-cursor-end = Cursor al final
command-delete-left = Borrar la letra anterior al cursor
command-delete-right = Borrar la letra del cursor
command-delete-word = Borrar la palabra anterior al cursor
command-clear = Borrar todo lo escrito
command-toggle-regex = Buscar: expresión regular o texto
command-sort = Lista: cambiar el orden
command-widen = Lista: toda la biblioteca o un documento
command-copy-list = Copiar la lista como tabla (CSV)
command-complete = Tomar lo ofrecido; biblioteca: un filtro
command-save-search = Biblioteca: guardar la búsqueda
command-forget-search = Biblioteca: olvidar la búsqueda
command-sheet-next = Nota o referencia siguiente
command-sheet-previous = Nota o referencia anterior
command-sheet-follow = Seguir la referencia
command-sheet-down = Desplazar hacia abajo
command-sheet-up = Desplazar hacia arriba
command-sheet-copy = Copiar lo que se muestra
command-sheet-close = Cerrar

help-first = Las diez teclas que conviene saber primero
help-read = Leer
help-jump = Ir
help-search = Buscar
help-copy = Copiar
help-compare = Comparar, y otros documentos
help-lists = Listas
help-screen = Pantalla y programa
help-here = Aquí
help-table = En un cuadro
help-jump-place-keys = 7  pp3  II.4
help-jump-place = Por su número: también 7 b), anexo 2, nota 12
help-jump-words-keys = palabras
help-jump-words = Un párrafo por sus palabras; basta con el comienzo
help-jump-other-keys = A/RES/78/229, op7
help-jump-other = Otro documento a mano; n, p: siguiente, anterior
words-find = buscar encontrar texto búsqueda
words-jump = ir número dirección artículo anexo párrafo nota página
words-back = volver regresar deshacer historial
words-mark = marcador recordar lugar
words-follow = abrir enlace nota al pie referencia
words-copy = portapapeles tomar selección intervalo
words-cite = cita citar referencia fuente
words-outline = índice contenido sumario
words-documents = abrir archivo carpeta cambiar
words-actions = peticiones informe plazo solicitudes tareas acciones
words-language = idioma lengua traducción versión traducir
words-details = acerca de información propiedades fecha sesión votación
words-problems = errores advertencias
words-cited = referencias citas citado
words-reload = actualizar recargar
words-theme = color oscuro claro apariencia contraste
words-width = ancho margen columnas tamaño estrecho
words-help = ayuda teclas atajos manual
words-quit = salir cerrar terminar

## The library

library-prompt = biblioteca:
library-count = {$documents} documentos
library-at-hand = abiertos y a mano
library-browse = explorar
library-paragraphs = párrafos
library-citing = citado por
library-more = los otros {$count} documentos a mano
library-subjects = temas
library-saved = búsquedas guardadas
library-read = leídos últimamente
library-new = {$new} más
library-kept = guardada: D la muestra, con lo nuevo
library-forgotten = olvidada
library-keeps-nothing = esta sesión no guarda nada
library-not-saved = no hay nada guardado elegido
library-most-cited = Los más citados primero
library-best-first = Los mejores o los más recientes primero
library-nothing = nada en la biblioteca
library-absent = { $symbol } no está en la biblioteca
library-waiting = buscando …
library-fenced = esta sesión no puede abrirlo
library-cited = citado {$count}
library-languages = {$count} id.
hints-library = Intro abrir  Tab filtro  Ctrl-S guardar  Ctrl-T citados  Esc
filters-names = organ quién la aprobó; session período de sesiones; year año de aprobación; lang idioma; act qué hace el párrafo; by a quién se pide; due para cuándo; cites qué cita; subject tema del documento; voted cómo votó un Estado
filters-organs = ga Asamblea General; sc Consejo de Seguridad; hrc Consejo de Derechos Humanos; ecosoc Consejo Económico y Social
filters-addressees = secretary-general Secretario General; high-commissioner Alto Comisionado; member-states Estados Miembros; states Estados; parties partes; governments gobiernos; organ un órgano; un-system sistema de las Naciones Unidas; mandate-holders procedimientos especiales; international-community comunidad internacional; civil-society sociedad civil
filters-acts = request solicita; decide decide; urge insta; invite invita; approve aprueba; reaffirm reafirma; recognize reconoce; stress subraya; note toma nota; welcome acoge con beneplácito; concern expresa preocupación; condemn condena; seized sigue ocupándose; basis recuerda
filters-votes = yes: a favor, y el Estado; no: en contra, y el Estado; abstain: se abstuvo, y el Estado
filters-languages = en inglés; fr francés; es español; ru ruso; ar árabe; zh chino
