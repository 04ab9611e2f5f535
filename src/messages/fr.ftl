### The words of the interface in French (docs/translating.md).

## Start of a session, in the status line: up to 75 cells.

welcome = exemples écrits par nous : D les énumère, ? montre les touches, q quitte

no-workers = aucun second processus ne démarre : dossiers lus sans limite de mémoire

# $count (Number): files of a folder that are no documents
files-not-listed =
    { $count ->
        [one] { $count } autre fichier n'est pas dans la liste
       *[other] { $count } autres fichiers ne sont pas dans la liste
    }

unread-memory = illisible : il a fallu plus de { $megabytes } Mo
unread-time = illisible : il a fallu plus de { $seconds } s
unread-stopped = illisible : le lecteur s'est arrêté

## Status line: where one is, and how far. As short as can be: it shares 80 cells with the name of the document.

status-nothing-open = aucun document ouvert

# Instead of a percentage, where the whole text is on the screen.
status-all = tout

# $percent (Number): how much of the text has been read
status-percent = { $percent } %

# $at (Number): which paragraph of its kind
# $all (Number): how many there are
status-rank = { $at }/{ $all }
status-marked = { $range } : sélection

# While the rest of a file is still being read.
status-reading = lecture…

status-changed = modifié sur le disque : R relit

# At the right of the line where a page of the source ends: up to 8 cells.
page-ends = ┄ page

## Keys that help, at the right of the status line. Two blanks part one key from the next; all of a line up to 34 cells,
## those of a list or a sheet up to 72. Names of keys are those printed on the keyboards of the country.

hints-nothing-open = D documents  ? touches  q quitter
hints-text = : aller  / chercher  ? touches
hints-table = ← → colonnes  ? touches
hints-marked = y copier  Y avec réf.  c réf.  Échap annuler
hints-outline = Entrée aller  h l plier  Tab texte
hints-outline-sheet = Entrée aller  h l plier  Échap fermer
hints-documents = Entrée ouvrir  Échap revenir  taper pour filtrer
hints-cited = Entrée ouvrir  Ctrl-T ordre  Ctrl-O doc.  Ctrl-Y copier  Échap
hints-documents-alone = Entrée ouvrir  Échap Échap quitter  taper pour filtrer
hints-actions = Entrée aller  Ctrl-T ordre  Ctrl-O biblio.  Ctrl-Y copier  Échap
hints-find = Entrée aller  Échap revenir  ↑↓ choisir  Ctrl-R regex
hints-help = taper pour filtrer  Entrée exécute  Échap fermer

# What may be typed stands at the end: addresses, as 7 or pp3, are the same in every language.
hints-jump = Entrée rester  Échap revenir  ↑↓ choisir  7 · pp3 · note 4 · mots
hints-filter = Entrée garder  Échap tout  prie sg · pp · notes · mots

hints-sheet = y copier  Échap fermer

# Of several notes and references: shown before hints-sheet.
hints-next = n suivant

# Shown before hints-sheet.
hints-follow = Entrée suivre

## Notices, in the status line until the next key: up to 75 cells.

# How a colon is put in the language.
# $what (Text): a place, a file, a table cell
# $words (Text): what is said of it
labelled = { $what } : { $words }

# Between the parts of a list, with its blank.
comma = { ", " }

# Between two statements, with its blanks.
semicolon = { " ; " }

# Between two sentences, with its blank, and without it at the end.
full-stop = { ". " }

# Behind what it belongs to, with its blank.
# $words (Text): a number, a language
bracketed = { " (" }{ $words })

the-end = la fin
the-beginning = le début
reading-rest = lecture de la suite du fichier…

# The file was read once more, because the reader asked for it.
read-again = relu
file-gone = le fichier n'est plus là : ce qui en a été lu reste ouvert

standard-input-only-once = l'entrée standard ne peut pas être relue

# $key (Text): as typed
# $help (Text): the key that shows all keys: ?
not-a-key = { $key } n'est pas une touche ici ; { $help } les montre toutes

nothing-to-fold = rien à plier sous ce paragraphe

# $from (Number): the column that is shown
# $all (Number): how many there are
table-column = colonne { $from } sur { $all }

# $from (Number): the first column that is shown
# $to (Number): the last one
# $all (Number): how many there are
table-columns = colonnes { $from }–{ $to } sur { $all }

table-first-columns = les premières colonnes
table-last-columns = les dernières colonnes
nothing-looked-for = rien n'a encore été cherché : / cherche
not-found = introuvable

# $query (Text): what was looked for
not-found-query = introuvable : { $query }
filter-too-long = Le document est trop long pour être filtré.

# $read (Number): how much of the text was searched, in percent
searching = recherche… { $read } %

# $read (Number): how much of the text was searched, in percent
search-late = recherche arrêtée après 10 secondes : { $read } % du texte a été parcouru

jump-late = recherche arrêtée après 10 secondes : essayez moins de mots

# $count (Number): how many are kept
search-full = trop de passages : les { $count } premiers sont gardés

# The search has passed the end of the text.
round-to-beginning = reparti du début

round-to-end = reparti de la fin
back-nowhere = aucune position précédente
forward-nowhere = aucune position suivante
no-links-here = ni note ni renvoi ici

# $count (Number): cells in a line of text
line-length =
    { $count ->
        [one] { $count } colonne
       *[other] { $count } colonnes
    }

# The jump box then finds numbers, but no words.
index-failed = le document n'a pas pu être indexé

no-pages = ce texte n'a pas de pages
mouse-on = souris activée
mouse-off = souris laissée au terminal

# $name (Text): one of the next four
theme = thème { $name }

theme-light = clair
theme-dark = sombre
theme-contrast = contraste
theme-mono = mono

## Notices about marks, up to 75 cells.

mark-set-which = marque : une lettre
mark-go-which = aller à la marque : sa lettre
mark-is-letter = une marque est une lettre

# $letter (Text): the name of the mark
# $place (Text): "para. 7", in the language of the document
mark-set = marque { $letter } : { $place }

mark-elsewhere = marque { $letter } : maintenant dans { $document }
# $letter (Text): what was typed
mark-none = il n'y a pas de marque { $letter }

# $letter (Text): what was typed
# $set (Text): the letters of the marks that there are
mark-none-but = il n'y a pas de marque { $letter } (posées : { $set })

## Notices after something was copied, behind the name of what was copied; up to 60 cells.

copied-terminal = envoyé au presse-papiers du terminal
copied-both = envoyé au presse-papiers du terminal, et affiché quand vous quitterez
copied-lines = copié en clair
copied-on-exit = affiché quand vous quitterez, faute de presse-papiers
copied-tmux = envoyé ; absent ? tmux set -g set-clipboard on
copied-cited = { $place } avec référence

# Alone in the line: up to 75 cells.
copied-too-long = trop long pour le presse-papiers du terminal : affiché quand vous quitterez
copied-too-much = non gardé : trop long pour être affiché quand vous quitterez
unmarked = les paragraphes sélectionnés n'ont pas été copiés

copied-cell = la cellule
copied-row = la ligne

# Behind the notice that a row was copied: y once more copies the cell.
copied-again = encore y : la cellule

## Notices about suspending the program, up to 75 cells.

suspend-no-shell = il n'y a pas de shell d'où revenir
suspend-not-here = ce système ne peut pas suspendre un programme

## Lists: the jump box, the find box, the list of documents; up to 75 cells.

documents-prompt = documents :
escape-again = Échap encore une fois pour quitter

# Before the count, where a regular expression is looked for.
find-regex = regex

jump-most = aucun paragraphe n'a tous ces mots ; ceux qui en ont le plus :
jump-letters = aucun paragraphe n'a ces mots ; leurs lettres, dans l'ordre, sont dans :
jump-waiting = lecture des mots…
jump-nothing = rien : essayez moins de mots, ou 7, pp3, 7 b), note 4

# $query (Text): what was typed
jump-nothing-query = rien ne correspond à : { $query }

absent = { $what } n'est pas dans ce document
absent-has = { $what } n'est pas ici ; il y a : { $has }
has-preambular =
    { $count ->
        [one] alinéa { $which } du préambule
       *[other] alinéas { $which } du préambule
    }
has-paragraphs =
    { $count ->
        [one] paragraphe { $which }
       *[other] paragraphes { $which }
    }
has-sections =
    { $count ->
        [one] section { $which }
       *[other] sections { $which }
    }
has-annexes =
    { $count ->
        [one] annexe { $which }
       *[other] annexes { $which }
    }
has-articles =
    { $count ->
        [one] article { $which }
       *[other] articles { $which }
    }
has-notes =
    { $count ->
        [one] note { $which }
       *[other] notes { $which }
    }
has-tables =
    { $count ->
        [one] tableau { $which }
       *[other] tableaux { $which }
    }
absent-no-sections = { $what } n'est pas dans ce document, qui n'a pas de section
absent-no-annexes = { $what } n'est pas dans ce document, qui n'a pas d'annexe
absent-no-articles = { $what } n'est pas dans ce document, qui n'a pas d'article
absent-no-notes = { $what } n'est pas dans ce document, qui n'a pas de note
absent-no-tables = { $what } n'est pas dans ce document, qui n'a pas de tableau

## Notes and references, in the sheet at the foot; wrapped.

# $marker (Text): what stands in the text: 3, *
link-note = note { $marker }

# $symbol (Text): A/RES/65/218
link-resolution = résolution { $symbol }

# $symbol (Text): 65/218
link-decision = décision { $symbol }

# $symbol (Text): A/65/218
link-document = document { $symbol }

# $article (Text): as the text has it: Article 7
link-charter = Charte des Nations Unies, { $article }

# $number (Text): 5 (e)
link-paragraph = par. { $number }

# $number (Text): 5
link-preambular = alinéa { $number } du préambule

# $title (Text): of the document that is referred to
link-opens = { $title } (Entrée l'ouvre)

# $what (Text): A/RES/65/218
link-not-open = { $what } n'est pas parmi les documents ouverts

# $what (Text): A/RES/65/218
# $folder (Text): a name with a slash: session/
not-in-folder = { $what } : rien dans { $folder }

# Behind not-in-folder or link-not-open: both up to 75 cells.
# $folder (Text): a name with a slash: session/
look-further = Entrée cherche dans { $folder } et dessous

# $what (Text): A/RES/65/218
looking-for = recherche : { $what }…

# $what (Text): a reference as it is printed, which leads to no document: Article 33
link-nowhere = { $what } n'est pas un document qui puisse s'ouvrir

# In looking-for and not-in-folder.
another-language = autre langue

# In looking-for and not-in-folder.
another-document = autre document

last-document = c'est le dernier document

first-document = c'est le premier document

# $at (Number): which document of those at hand
# $all (Number): how many there are
document-of = document { $at } sur { $all }

# Before what is typed, in the list of the versions of a document in other languages.
translations-prompt = langue :

actions-prompt = demandes :
actions-none = rien n’est demandé, pour autant qu’on l’ait compris
list-first = les {$shown} premières sur {$all} : tapez des mots pour trouver les autres
list-too-long = trop long à copier : plenary { $command } --format csv l’écrit
sorted-by-place = dans l’ordre du texte
sorted-by-due = d’abord ce qui est dû le plus tôt
sorted-by-whom = par destinataire de la demande
sorted-by-date = les plus récents d’abord
sorted-by-symbol = par cote
sorted-by-cited = par paragraphe cité
no-library = aucune bibliothèque : plenary library add DOSSIER en crée une
asking-library = la bibliothèque cherche…

# Before what is typed, in the list of what all documents have.
find-in-all-prompt = partout :

# Behind how many paragraphs have the text.
# $documents (Number): how many documents have it
# $read (Number): how many documents were read so far
# $all (Number): how many there are
find-in-all-read =
    { $documents ->
        [one] { $documents } document, { $read } sur { $all } lus
       *[other] { $documents } documents, { $read } sur { $all } lus
    }

find-in-all-going = lecture des documents…

# Behind link-not-open: both up to 75 cells.
link-copies = y copie la cote

preview-absent = la bibliothèque n’a pas { $symbol } : Entrée cherche près de ce document
preview-no-paragraph = { $symbol } est dans la bibliothèque, sans { $at } : Entrée l’ouvre au début

cited-by = Qui cite { $what }
cites = Ce que cite { $what }
cited-part = ce paragraphe : { $counts }
cited-whole = tout le document : { $counts }
cited-nothing = aucun paragraphe de la bibliothèque ne le cite
cites-nothing = aucun document n'est cité
not-held = absent de la bibliothèque
## Sheets: what is known of a document. Titles up to 40 cells, labels (sheet-…) up to 16, the rest is wrapped.

sheet-details = À propos de ce document
sheet-problems = Comment le texte a été compris
sheet-failed = L'opération a échoué
sheet-all-understood = Tout a été compris ; rien n'a été mis de côté.

# $line (Number): of the source
sheet-line = ligne { $line }

# $reason (Text): one of aside-…
# $text (Text): what was set aside
sheet-set-aside = mis de côté ({ $reason }) : { $text }

# $count (Number): what was not understood, and what was set aside
sheet-remarks =
    { $count ->
        [one] { $count } remarque ; e la montre
       *[other] { $count } remarques ; e les montre
    }

sheet-symbol = cote
sheet-title = titre
sheet-organ = organe
sheet-session = session
sheet-agenda-item = point
sheet-adoption = adoption
sheet-adopted-on = adoptée le
sheet-meeting = séance
sheet-basis = sur la base de
sheet-sponsors = auteurs
sheet-vote = vote
sheet-in-favour = pour
sheet-against = contre
sheet-abstaining = abstentions
sheet-not-voting = non-votants
sheet-distribution = distribution
sheet-date = date

# The language in which the document was written first.
sheet-original = original

sheet-clauses = paragraphes
sheet-references = renvois
sheet-language = langue
sheet-read-from = lu dans
sheet-parsing = lecture
sheet-agenda = ordre du jour
sheet-committee = commission

# The draft that a resolution was adopted from.
sheet-based-on = issue de

sheet-decided-by = décidée par

# On the way to adoption.
sheet-step = étape

sheet-subjects = sujets

# Sustainable Development Goals.
sheet-goals = objectifs

# The number that a document has in the production of the Secretariat.
sheet-job-number = numéro d'ordre

committee-first = Première Commission
committee-second = Deuxième Commission
committee-third = Troisième Commission
committee-fourth = Quatrième Commission
committee-fifth = Cinquième Commission
committee-sixth = Sixième Commission
committee-none = sans renvoi à une grande commission
outcome-consensus = consensus, sans vote
outcome-recorded = vote enregistré
step-draft = projet de résolution
step-sponsors = auteurs supplémentaires
step-recommended = adoption recommandée
step-adopted = adoptée
letters-lacking-title = Des lettres manquent

# $language (Text): " (Arabic)", or nothing
letters-lacking = Le terminal ne peut pas montrer les lettres de ce texte{ $language } : chacune est un point d'interrogation. S'il les a tout de même, une locale en UTF-8 les fait envoyer : LC_ALL=C.UTF-8

## What was found when a text was read: in sheet-problems, and in English in JSON and in `plenary check`. Whole sentences,
## wrapped. docs/json.md says what each of them means.
found-annex-inside = Une annexe commence à l'intérieur d'une autre ; elle est lue comme la suivante.

# $encoding (Text): windows-1252
found-bytes-replaced = Certains octets ne sont pas en { $encoding } et sont remplacés par �.

found-cut-off = Le fichier est tronqué : la fin manque, si bien que des mots sont faux ou perdus. Procurez-vous-le de nouveau.

# $encoding (Text): windows-1252
found-encoding-guessed = Le fichier n'est pas en UTF-8 ; il a été lu comme { $encoding }. Si c'est faux, --encoding en indique un autre.

found-end-missing = La fin du fichier manque ; des mots peuvent manquer.
# $megabytes (Number): the limit
# $page (Number): the last page that was read
found-file-over = Le fichier demande plus de { $megabytes } Mo pour être décodé ; il a été lu jusqu'à la page { $page }.

# $page (Number): the last page that was read
found-file-over-work = Le fichier demande plus de travail qu'aucun document ; il a été lu jusqu'à la page { $page }.

# $read (Number): how many
# $all (Number): how many there are
found-first-pages = Seules les { $read } premières pages sur { $all } ont été lues.

found-font-refused = Une police demande plus de mémoire qu'aucune police ; ses lettres peuvent être fausses ou manquer.

# $letters (Number): how many
found-fonts-unknown =
    { $letters ->
        [one] { $letters } lettre est dans une police qui ne dit pas ce qu'elle représente.
       *[other] { $letters } lettres sont dans des polices qui ne disent pas ce qu'elles représentent.
    }

found-heading-in-preamble = Dans le balisage, un intertitre est un alinéa du préambule.

# $label (Text): (d)
# $ordinal (Number): its place by its label
# $last (Number): that of the item before
found-item-gap = { $label } est l'élément { $ordinal } de sa liste et suit l'élément { $last }.

found-item-too-deep = Un élément est balisé comme s'il était d'une liste au-dessous de la sienne.
found-item-unlabelled = Un élément sans lettre ni numéro se trouve dans une liste dont les éléments en ont.

# $printed (Text): the letter of a section as printed
# $last (Text): that of the section before
# $next (Text): that of the section after
# $called (Text): the letter that it has here
found-letter-misprinted = La lettre { $printed } est imprimée entre { $last } et { $next } ; elle est appelée { $called } ici.

found-letters-doubtful = Certaines lettres ne sont pas celles de la page, car des polices du fichier ne disent pas ce qu'elles représentent : comparez avec la page, ou soumettez le fichier à une reconnaissance de texte, avec `ocrmypdf --force-ocr`.

# $first (Text): the first label: (a)
# $last (Text): the last one
found-list-in-sentence = Les éléments { $first } à { $last } sont dans une même phrase ; on ne peut pas aller à l'un d'eux.

found-list-unlabelled = Des paragraphes terminés par un point-virgule ne portent ni lettre ni numéro : une liste a pu les perdre.

# $marker (Text): 3, *
found-mark-without-note = Aucune note { $marker } n'a été trouvée pour cet appel.

# $fault (Text): one of fault-…
found-markup = Le balisage n'est pas bien formé : il y a ici { $fault }.

# $at (Number): an offset in bytes
# $part (Text): word/document.xml
# $fault (Text): one of fault-…
found-markup-damaged = À l'octet { $at } de { $part } se trouve { $fault } ; des mots peuvent manquer.

# $one (Text): one of language-…
# $whole (Text): another of them
found-mixed-language = Ce paragraphe est en { $one }, le texte en { $whole }.

found-no-enacting-phrase = La ligne qui nomme l'organe, comme « L'Assemblée générale, », manque au-dessus du préambule.

# $marker (Text): 3, *
found-no-note = Le texte de la note { $marker } n'est pas dans le fichier.

found-no-title = Le fichier n'a pas de titre de résolution.
found-not-a-resolution = Aucune formule d'ouverture n'a été trouvée ; le texte est montré en intertitres et paragraphes.
found-note-in-preamble = Dans le balisage, une note de la page est un alinéa du préambule.

# $marker (Text): 3, *
found-note-without-mark = La note { $marker } n'a pas d'appel dans le texte.

found-number-apart = Dans le balisage, un numéro et ses mots sont deux paragraphes.

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-gap = Le paragraphe { $number } suit le paragraphe { $last }.

# $number (Number): counted
found-number-inferred = Le paragraphe { $number } du dispositif n'a pas de numéro imprimé.

# $number (Number): of a paragraph
found-number-inside = Le paragraphe { $number } commence à l'intérieur d'une ligne.

# $printed (Number): as printed
# $last (Number): that of the paragraph before
# $called (Number): the number that it has here
found-number-misprinted = Le numéro { $printed } est imprimé après { $last } ; il est appelé { $called } ici.

# $number (Number): as its neighbours require
# $printed (Text): as printed: l.
found-number-misread = Le paragraphe { $number } est imprimé « { $printed } ».

# $last (Number): the number before
# $next (Number): the number after
found-number-missing = Un paragraphe sans numéro se trouve entre { $last } et { $next }.

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-restart = Le paragraphe { $number } suit le paragraphe { $last } sans intertitre entre eux.

# $label (Text): as printed: a.1)
found-number-unread = « { $label } » ne continue aucune numérotation ; le paragraphe est montré sans être compté.

found-numbered-preamble = Dans le balisage, un paragraphe numéroté est au préambule.
found-operative-in-preamble = Dans le balisage, un paragraphe du dispositif est au préambule.

# $page (Number): from 1
found-page-crowded = La page { $page } contient trop de lettres ; certaines ont été omises.

# $page (Number): from 1
found-page-damaged = La page { $page } est endommagée ; une partie en a été omise.

# $page (Number): from 1
found-page-lost = La page { $page } est endommagée et a été omise.

# $page (Number): from 1
# $megabytes (Number): the limit
found-page-over = La page { $page } demande plus de { $megabytes } Mo pour être décodée ; la suite en a été omise.

# $page (Number): the last page that was read
found-pages-left-out = Le fichier est d'une taille inhabituelle ; il a été lu jusqu'à la page { $page }.

found-paragraph-as-heading = Dans le balisage, un paragraphe numéroté est un intertitre.
found-paragraphs-counted = Les paragraphes de cette déclaration n'ont pas de numéro imprimé ; ils sont comptés à partir du premier.

# $part (Text): word/styles.xml
found-part-damaged = { $part } est endommagé dans le fichier ; des mots peuvent manquer.

found-parts-list-damaged = La liste des parties du fichier est endommagée ; des mots peuvent manquer.
found-pieces-damaged = La table des fragments du fichier est endommagée ; des mots peuvent manquer ou être en désordre.

# $opener (Text): Recalling also
found-preamble-gap = « { $opener } » ne continue rien : il manque peut-être un alinéa.

found-preamble-in-body = Dans le balisage, un alinéa du préambule est hors du préambule.
found-section-ends = Dans le balisage, la section finit avant ses paragraphes ; ils sont lus comme les siens.
found-section-in-list = Dans le balisage, l'intertitre d'une section est un élément d'une liste.
found-several-resolutions = Une autre résolution ou décision commence ici ; l'en-tête est celui de la première.
found-some-part-damaged = Une partie du fichier est endommagée ; des mots peuvent manquer.
found-too-many-lines = Le texte a plus de lignes qu'un document n'en a ; le reste est montré en un seul paragraphe.
found-too-many-paragraphs = Le texte a plus de paragraphes qu'un document n'en a ; le reste est montré en un seul.

## What is wrong with markup: in found-markup and found-markup-damaged.
fault-closes-nothing = une balise qui ne ferme rien
fault-never-closed = un élément qui n'est jamais fermé
fault-never-ends = une balise qui ne finit pas
fault-too-deep = des éléments trop profondément imbriqués
fault-too-many = plus d'éléments qu'un document n'en a

## What was set aside: in sheet-set-aside.
aside-bar-code = code-barres
aside-comment = commentaire
aside-deleted-text = texte supprimé
aside-displaced-mark = appel de note déplacé
aside-fence = bord d'un bloc de code
aside-front-matter = données avant le texte
aside-hidden-text = texte masqué
aside-job-number = numéro d'ordre
aside-link = cible d'un lien
aside-navigation = navigation d'un site
aside-page-header = en-tête ou pied de page
aside-page-number = numéro de page
aside-recycling-line = appel à recycler
aside-repeated-header = en-tête de tableau répété
aside-rule = filet
aside-running-foot = pied de page
aside-running-head = titre courant

## How many there are of each kind, in a sheet and aloud.

# $count (Number): how many
count-preambular = { $count } au préambule

# $count (Number): how many
count-operative = { $count } au dispositif

# $count (Number): how many
count-paragraphs =
    { $count ->
        [one] { $count } paragraphe
       *[other] { $count } paragraphes
    }

# $count (Number): how many
count-subparagraphs =
    { $count ->
        [one] { $count } alinéa
       *[other] { $count } alinéas
    }

# $count (Number): how many
count-annexes =
    { $count ->
        [one] { $count } annexe
       *[other] { $count } annexes
    }

# $count (Number): how many
count-tables =
    { $count ->
        [one] { $count } tableau
       *[other] { $count } tableaux
    }

# $count (Number): how many
count-documents =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }

count-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }

# $count (Number): how many
count-references =
    { $count ->
        [one] { $count } renvoi
       *[other] { $count } renvois
    }

## Names of languages: up to 12 cells.

language-arabic = arabe
language-chinese = chinois
language-english = anglais
language-french = français
language-russian = russe
language-spanish = espagnol

## Where one is, said in full: for those who hear it (--linear). A row of a table also stands in the status line.

# $number (Text): as it is printed: 7 bis
said-preambular = alinéa { $number } du préambule

# $number (Text): the paragraph
# $all (Number): how many there are
said-preambular-of = alinéa { $number } sur { $all } du préambule

# $number (Text): as it is printed: 7 bis
said-operative = paragraphe { $number } du dispositif

# $number (Text): the paragraph
# $all (Number): how many there are
said-operative-of = paragraphe { $number } sur { $all } du dispositif

# $number (Text): as it is printed: 7 bis
said-note = note { $number }

# $number (Text): the paragraph
# $all (Number): how many there are
said-note-of = note { $number } sur { $all }

# $what (Text): a paragraph whose number is not its rank
# $at (Number): its rank
# $all (Number): how many there are
said-counted = { $what }, { $at } sur { $all }

# $number (Text): as it is printed: 7 bis
said-paragraph = paragraphe { $number }

said-unnumbered = paragraphe sans numéro

# $labels (Text): (b) (ii)
said-subparagraph = alinéa { $labels }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-preambular = alinéa { $labels } de l'alinéa { $number } du préambule

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-preambular-of = alinéa { $labels } de l'alinéa { $number } sur { $all } du préambule

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-operative = alinéa { $labels } du paragraphe { $number } du dispositif

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-operative-of = alinéa { $labels } du paragraphe { $number } sur { $all } du dispositif

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-paragraph = alinéa { $labels } du paragraphe { $number }

# $labels (Text): (b) (ii)
said-subparagraph-unnumbered = alinéa { $labels } du paragraphe sans numéro

# $place (Text): the paragraph that goes on
said-continued = { $place }, suite

# Behind the name of a table.
said-header = , en-tête

# Behind the name of a table.
# $row (Number): which row
# $all (Number): how many there are
said-row = , ligne { $row } sur { $all }

said-masthead = en-tête
said-title = titre
said-enacting = formule d'ouverture
said-heading = intertitre
said-table = tableau
said-vote = vote
said-closing = adoption
said-quotation = citation
said-preamble = préambule
said-operative-part = dispositif
said-notes = notes
said-document = document

## The reader on plain lines (--linear): whole sentences, of any length.

linear-begin = Entrée lit la suite, ? donne les commandes, q quitte.
linear-changed = le fichier a changé : R le relit

# $typed (Text): what was typed
linear-not-a-command = { $typed } : commande inconnue ; ? les donne toutes

linear-jump = : et des mots ou un numéro va à un paragraphe, / et des mots les cherche.
linear-mark = m et une lettre pose une marque, ' et la lettre y va.
linear-needs-screen = cela n'a pas de sens sans écran
linear-nothing-open = aucun document ouvert : D les énumère
linear-page-ends = (une page de la source finit ici)

# $what (Text): how many notes and references
linear-attached = ({ $what } : v les donne)

linear-choose = Un numéro y va.

linear-cited = sort change l'ordre, copy-list copie le tableau.

# $left (Number): entries that were not said yet
linear-choose-more = Un numéro y va ; Entrée dit la suite (encore { $left }).

linear-near = Paragraphe introuvable ; les plus proches :

# $query (Text): what was typed
linear-nothing-matches = rien ne correspond à : { $query }

# $query (Text): what was typed
linear-not-found = introuvable : { $query }

# $query (Text): what was looked for
# $at (Number): which place
# $all (Number): how many there are
linear-match = { $query } : { $at } sur { $all }

linear-no-documents = il n'y a pas de documents
linear-library = D suivi de mots, d’un numéro ou de filtres (D by:sg due:GA81) cherche dans la bibliothèque.
linear-help-commands = Tapez une commande, puis Entrée. Entrée seule lit la suite. Un point redit le paragraphe.
linear-help-addresses = Un numéro ou une adresse y va : 7, 7 b), pp3, annexe I 4, note 2. Tout le reste, à partir de deux lettres, est cherché.
linear-help-lists = Dans une liste, le numéro d'une entrée la choisit ; : devant un numéro en fait celui d'un paragraphe.
linear-help-next = Paragraphe suivant
linear-help-previous = Paragraphe précédent
linear-help-page-down = Les cinq paragraphes suivants
linear-help-page-up = Les cinq paragraphes précédents
linear-help-outline = Le plan, sous forme de liste
linear-help-again = Redire le paragraphe
linear-help-links = Les notes et renvois de ce paragraphe, sous forme de liste

## Where a key holds, at the right of the list of keys: up to 10 cells.

scope-global = partout
scope-reader = texte
scope-outline = plan
scope-list = listes
scope-sheet = fiches

## Noms des touches.

key-space = Espace
key-enter = Entrée
key-escape = Échap
key-tab = Tab
key-backspace = Retour arr.
key-delete = Suppr
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Début
key-end = Fin
key-page-up = Pg préc.
key-page-down = Pg suiv.
key-ctrl = Ctrl
key-alt = Alt
key-shift = Maj

## What each command does, in the list of keys (? or F1): up to 46 cells are seen at 80 columns.
## The English ones stand in README.md and the manual page too (UPDATE_README=1 cargo test tidy).

command-line-down = Une ligne plus bas
command-line-up = Une ligne plus haut
command-page-down = Une page plus bas
command-page-up = Une page plus haut
command-half-page-down = Une demi-page plus bas
command-half-page-up = Une demi-page plus haut
command-top = Aller au début
command-bottom = Aller à la fin
command-next-clause = Paragraphe suivant
command-previous-clause = Paragraphe précédent
command-next-section = Section, partie ou annexe suivante
command-previous-section = Section, partie ou annexe précédente
command-follow = Montrer les notes et renvois de ce paragraphe
command-unfold-here = Déplier ici ; tableau large : à droite
command-fold-here = Plier ici ; tableau large : à gauche
command-outline-down = Entrée suivante
command-outline-up = Entrée précédente
command-outline-page-down = Une page d'entrées plus bas
command-outline-page-up = Une page d'entrées plus haut
command-outline-top = Première entrée
command-outline-bottom = Dernière entrée
command-outline-go = Aller à l'entrée et lire
command-unfold = Déplier l'entrée, ou y entrer
command-fold = Plier l'entrée, ou remonter
command-unfold-all = Déplier tout le plan
command-fold-all = Plier tout le plan
command-jump = Aller à un paragraphe : son numéro ou ses mots
command-find = Chercher le texte tel qu'il est tapé
command-filter = Filtrer : mots, verbe, destinataire, type
command-find-in-all = Chercher dans tous les documents (ou / puis *)
command-find-next = Occurrence suivante
command-find-previous = Occurrence précédente
command-back = Revenir où l'on était
command-forward = Repartir en avant
command-copy = Copier paragraphe ou ligne ; encore : cellule
command-select = Sélectionner à partir d'ici, pour tout copier
command-copy-cited = Copier le paragraphe et sa référence
command-copy-citation = Copier la référence seule
command-set-mark = Poser une marque : m et une lettre
command-go-mark = Aller à une marque : ' et une lettre
command-switch-pane = Passer à l'autre volet
command-toggle-outline = Montrer ou cacher le plan
command-outline-narrower = Rétrécir le plan
command-outline-wider = Élargir le plan
command-shorter-lines = Raccourcir les lignes du texte
command-longer-lines = Allonger les lignes du texte
command-toggle-pages = Marquer la fin des pages de la source
command-next-theme = Thème suivant : clair, sombre, contraste, mono
command-toggle-mouse = Activer la souris, ou la laisser au terminal
command-details = En-tête et tout ce que l'on sait du document
command-problems = Ce qui n'a pas été compris dans le document
command-cites = Ce que citent ce paragraphe et ce document
command-cited-by = Qui cite ce paragraphe, et ce document
command-documents = Liste des documents
command-actions = Ce qui est demandé, à qui et pour quand

command-next-document = Document suivant

command-previous-document = Document précédent

command-other-language = Le même paragraphe dans une autre langue
command-reload = Relire le fichier
command-help = Toutes les touches
command-redraw = Redessiner l'écran
command-suspend = Suspendre ; `fg` fait revenir
command-close = Fermer ce qui est au-dessus
command-quit = Quitter
command-accept = Prendre l'entrée
command-cancel = Fermer la liste et revenir
command-next-entry = Entrée suivante
command-previous-entry = Entrée précédente
command-next-entries = Une page d'entrées plus bas
command-previous-entries = Une page d'entrées plus haut
command-cursor-left = Curseur à gauche
command-cursor-right = Curseur à droite
command-cursor-home = Curseur au début
command-cursor-end = Curseur à la fin
command-delete-left = Effacer la lettre avant le curseur
command-delete-right = Effacer la lettre sous le curseur
command-delete-word = Effacer le mot avant le curseur
command-clear = Effacer tout ce qui est tapé
command-toggle-regex = Chercher : expression régulière ou texte
command-sort = Liste : changer d’ordre
command-widen = Liste : la bibliothèque ou un document
command-copy-list = Copier la liste en tableau (CSV)
command-complete = Prendre la proposition ; biblio. : un filtre
command-save-search = Bibliothèque : garder la recherche
command-forget-search = Bibliothèque : oublier la recherche
command-sheet-next = Note ou renvoi suivant
command-sheet-previous = Note ou renvoi précédent
command-sheet-follow = Suivre le renvoi
command-sheet-down = Défiler vers le bas
command-sheet-up = Défiler vers le haut
command-sheet-copy = Copier ce qui est montré
command-sheet-close = Fermer

help-first = Les dix touches à connaître d'abord
help-read = Lire
help-jump = Aller
help-search = Chercher
help-copy = Copier
help-compare = Comparer, et autres documents
help-lists = Listes
help-screen = Écran et programme
help-here = Ici
help-table = Dans un tableau
help-jump-place-keys = 7  pp3  II.4
help-jump-place = Par numéro : aussi 7 b), annexe 2, note 12, article 5
help-jump-words-keys = mots
help-jump-words = Un paragraphe par ses mots ; leur début suffit
help-jump-other-keys = A/RES/78/229, op7
help-jump-other = Un autre document à portée ; n, p : suivant, précédent
words-find = rechercher trouver texte recherche
words-jump = aller numéro adresse article annexe paragraphe note page
words-back = retour revenir annuler historique
words-mark = signet marque-page retenir endroit
words-follow = ouvrir lien note de bas de page renvoi
words-copy = presse-papiers prendre sélection plage
words-cite = citer référence source guillemets
words-outline = sommaire table des matières index
words-documents = ouvrir fichier dossier changer
words-actions = demandes rapport délai échéance tâches actions
words-language = langue traduction version traduire
words-details = à propos informations propriétés date session vote
words-problems = erreurs avertissements
words-cited = renvois citations cité citant
words-reload = actualiser rafraîchir
words-theme = couleur sombre clair apparence contraste
words-width = largeur marge colonnes taille étroit large
words-help = aide touches raccourcis manuel
words-quit = sortir fermer terminer arrêter

## The library

library-prompt = bibliothèque :
library-count = {$documents} documents
library-at-hand = ouverts et à portée de main
library-browse = parcourir
library-paragraphs = paragraphes
library-citing = cité par
library-more = les {$count} autres documents à portée de main
library-subjects = sujets
library-saved = recherches gardées
library-read = lus en dernier
library-new = {$new} de plus
library-kept = gardée : D la montre, avec ce qui est nouveau
library-forgotten = oubliée
library-keeps-nothing = cette session ne garde rien
library-not-saved = rien de gardé n’est choisi
library-most-cited = Les plus cités d’abord
library-best-first = Les meilleurs ou les plus récents d’abord
library-nothing = rien dans la bibliothèque
library-absent = { $symbol } n’est pas dans la bibliothèque
library-waiting = recherche …
library-fenced = cette session ne peut pas l’ouvrir
library-cited = cité {$count}
library-languages = {$count} l.
hints-library = Entrée ouvrir  Tab filtre  Ctrl-S garder  Ctrl-T cités  Échap
filters-names = organ qui l’a adopté; session session de l’Assemblée; year année d’adoption; lang langue; act ce que fait le paragraphe; by à qui on demande; due pour quand; cites ce qu’il cite; subject sujet du document; voted vote d’un État
filters-organs = ga Assemblée générale; sc Conseil de sécurité; hrc Conseil des droits de l’homme; ecosoc Conseil économique et social
filters-addressees = secretary-general Secrétaire général; high-commissioner Haut-Commissaire; member-states États Membres; states États; parties parties; governments gouvernements; organ un organe; un-system système des Nations Unies; mandate-holders procédures spéciales; international-community communauté internationale; civil-society société civile
filters-acts = request prie; decide décide; urge engage; invite invite; approve approuve; reaffirm réaffirme; recognize reconnaît; stress souligne; note prend note; welcome accueille avec satisfaction; concern se déclare préoccupé; condemn condamne; seized reste saisi; basis rappelle
filters-votes = yes: pour, puis l’État; no: contre, puis l’État; abstain: s’est abstenu, puis l’État
filters-languages = en anglais; fr français; es espagnol; ru russe; ar arabe; zh chinois
