### The words of the interface in Arabic (docs/translating.md).

## Start of a session, in the status line: up to 75 cells.

welcome = نماذج من تأليفنا: D تسردها، ? تبين المفاتيح، q للخروج

no-workers = تعذر تشغيل عملية ثانية: تقرأ المجلدات بلا حد للذاكرة

# $count (Number): files of a folder that are no documents
files-not-listed =
    { $count ->
        [one] ملف آخر واحد غير مدرج
        [two] ملفان آخران غير مدرجين
        [few] { $count } ملفات أخرى غير مدرجة
        [many] { $count } ملفا آخر غير مدرج
       *[other] { $count } ملف آخر غير مدرج
    }

unread-memory = تعذرت قراءته: احتاج إلى أكثر من { $megabytes } ميغابايت
unread-time = تعذرت قراءته: استغرق أكثر من { $seconds } ثوان
unread-stopped = تعذرت قراءته: توقف قارئه

## Status line: where one is, and how far. As short as can be: it shares 80 cells with the name of the document.

status-nothing-open = لا توجد وثيقة مفتوحة

# Instead of a percentage, where the whole text is on the screen.
status-all = الكل

# $percent (Number): how much of the text has been read
status-percent = { $percent } %

# $at (Number): which paragraph of its kind
# $all (Number): how many there are
status-rank = { $at } من { $all }
status-marked = محدد: { $range }

# While the rest of a file is still being read.
status-reading = جارية القراءة…

status-changed = تغير الملف على القرص: R تعيد قراءته

# At the right of the line where a page of the source ends: up to 8 cells.
page-ends = ┄ صفحة

## Keys that help, at the right of the status line. Two blanks part one key from the next; all of a line up to 34 cells,
## those of a list or a sheet up to 72. Names of keys are those printed on the keyboards of the country.

hints-nothing-open = D الوثائق  ? المفاتيح  q خروج
hints-text = : انتقال  / بحث  ? المفاتيح
hints-table = ← → الأعمدة  ? المفاتيح
hints-marked = y نسخ  Y مع المرجع  c المرجع  Esc إلغاء
hints-outline = Enter انتقال  h l طي  Tab النص
hints-outline-sheet = Enter انتقال  h l طي  Esc إغلاق
hints-documents = Enter فتح  Esc رجوع  اكتب للتصفية
hints-cited = Enter فتح  Ctrl-T ترتيب  Ctrl-O الوثيقة  Ctrl-Y نسخ  Esc رجوع
hints-documents-alone = Enter فتح  Esc Esc إنهاء  اكتب للتصفية
hints-actions = Enter انتقال  Ctrl-T ترتيب  Ctrl-O المكتبة  Ctrl-Y نسخ  Esc رجوع
hints-find = Enter انتقال  Esc رجوع  ↑↓ اختيار  Ctrl-R regex
hints-help = اكتب للتصفية  Enter تنفيذ  Esc إغلاق

# What may be typed stands at the end: addresses, as 7 or pp3, are the same in every language.
hints-jump = Enter بقاء  Esc رجوع  ↑↓ اختيار  7 · pp3 · الحاشية 4
hints-filter = Enter إبقاء  Esc الكل  تطلب sg · pp · الحواشي · كلمات

hints-sheet = y نسخ  Esc إغلاق

# Of several notes and references: shown before hints-sheet.
hints-next = n التالية

# Shown before hints-sheet.
hints-follow = Enter انتقال

## Notices, in the status line until the next key: up to 75 cells.

# How a colon is put in the language.
# $what (Text): a place, a file, a table cell
# $words (Text): what is said of it
labelled = { $what }: { $words }

# Between the parts of a list, with its blank.
comma = { "، " }

# Between two statements, with its blanks.
semicolon = { "؛ " }

# Between two sentences, with its blank, and without it at the end.
full-stop = { ". " }

# Behind what it belongs to, with its blank.
# $words (Text): a number, a language
bracketed = { " (" }{ $words })

the-end = النهاية
the-beginning = البداية
reading-rest = جارية قراءة بقية الملف…

# The file was read once more, because the reader asked for it.
read-again = أعيدت القراءة
file-gone = لم يعد الملف موجودا: يبقى ما قرئ منه مفتوحا

standard-input-only-once = لا يمكن قراءة المدخل القياسي مرة أخرى

# $key (Text): as typed
# $help (Text): the key that shows all keys: ?
not-a-key = { $key } ليس مفتاحا هنا؛ { $help } تبين جميع المفاتيح

nothing-to-fold = لا شيء تحت هذه الفقرة لطيه

# $from (Number): the column that is shown
# $all (Number): how many there are
table-column = العمود { $from } من { $all }

# $from (Number): the first column that is shown
# $to (Number): the last one
# $all (Number): how many there are
table-columns = الأعمدة { $from }–{ $to } من { $all }

table-first-columns = الأعمدة الأولى
table-last-columns = الأعمدة الأخيرة
nothing-looked-for = لم يجر البحث عن شيء بعد: / للبحث
not-found = غير موجود

# $query (Text): what was looked for
not-found-query = غير موجود: { $query }
filter-too-long = الوثيقة أطول من أن تصفى.

# $read (Number): how much of the text was searched, in percent
searching = جارٍ البحث… { $read } %

# $read (Number): how much of the text was searched, in percent
search-late = توقف البحث بعد 10 ثوان: جرى تصفح { $read } % من النص

jump-late = توقف البحث بعد 10 ثوان: جرب كلمات أقل

# $count (Number): how many are kept
search-full = المواضع أكثر مما يُحصى: احتُفظ بأول { $count }

# The search has passed the end of the text.
round-to-beginning = استمر البحث من البداية

round-to-end = استمر البحث من النهاية
back-nowhere = لا مكان للرجوع إليه
forward-nowhere = لا مكان للتقدم إليه
no-links-here = لا حاشية ولا إحالة هنا

# $count (Number): cells in a line of text
line-length =
    { $count ->
        [one] عمود واحد
        [two] عمودان
        [few] { $count } أعمدة
        [many] { $count } عمودا
       *[other] { $count } عمود
    }

# The jump box then finds numbers, but no words.
index-failed = تعذرت فهرسة الوثيقة

no-pages = ليس لهذا النص صفحات
mouse-on = الفأرة مفعلة
mouse-off = الفأرة متروكة للطرفية

# $name (Text): one of the next four
theme = المظهر: { $name }

theme-light = فاتح
theme-dark = داكن
theme-contrast = عالي التباين
theme-mono = بلا ألوان

## Notices about marks, up to 75 cells.

mark-set-which = علامة: اكتب حرفا
mark-go-which = الانتقال إلى علامة: اكتب حرفها
mark-is-letter = العلامة حرف

# $letter (Text): the name of the mark
# $place (Text): "para. 7", in the language of the document
mark-set = العلامة { $letter }: { $place }

mark-elsewhere = العلامة { $letter }: الآن في { $document }
# $letter (Text): what was typed
mark-none = لا توجد علامة { $letter }

# $letter (Text): what was typed
# $set (Text): the letters of the marks that there are
mark-none-but = لا توجد علامة { $letter } (الموجودة: { $set })

## Notices after something was copied, behind the name of what was copied; up to 60 cells.

copied-terminal = أرسل إلى حافظة الطرفية
copied-both = أرسل إلى حافظة الطرفية، وسيعرض عند الخروج
copied-lines = نسخ نصا عاديا
copied-on-exit = سيعرض عند الخروج لعدم وجود حافظة
copied-tmux = أُرسل؛ لم يصل؟ tmux set -g set-clipboard on
copied-cited = { $place } مع المرجع

# Alone in the line: up to 75 cells.
copied-too-long = أطول مما تسعه حافظة الطرفية: سيعرض عند الخروج
copied-too-much = لم يحفظ: أكثر مما يعرض عند الخروج
unmarked = لم تُنسخ الفقرات المحددة

copied-cell = الخلية
copied-row = الصف

# Behind the notice that a row was copied: y once more copies the cell.
copied-again = y مرة أخرى: الخلية

## Notices about suspending the program, up to 75 cells.

suspend-no-shell = لا توجد صدفة يمكن الرجوع منها
suspend-not-here = لا يستطيع هذا النظام تعليق برنامج

## Lists: the jump box, the find box, the list of documents; up to 75 cells.

documents-prompt = الوثائق:
escape-again = اضغط Esc مرة أخرى للإنهاء

# Before the count, where a regular expression is looked for.
find-regex = regex

jump-most = لا توجد فقرة فيها كل هذه الكلمات؛ أقربها:
jump-letters = لا توجد هذه الكلمات في أي فقرة؛ وحروفها بالترتيب في:
jump-waiting = جارية قراءة الكلمات…
jump-nothing = لا شيء مطابق: جرب كلمات أقل، أو 7 أو pp3 أو 7 (ب) أو الحاشية 4

# $query (Text): what was typed
jump-nothing-query = لا شيء مطابق: { $query }

absent = { $what } غير موجود في هذه الوثيقة
absent-has = { $what } غير موجود هنا؛ يوجد: { $has }
has-preambular =
    { $count ->
        [zero] فقرات الديباجة { $which }
        [one] فقرة الديباجة { $which }
        [two] فقرات الديباجة { $which }
        [few] فقرات الديباجة { $which }
        [many] فقرات الديباجة { $which }
       *[other] فقرات الديباجة { $which }
    }
has-paragraphs =
    { $count ->
        [zero] الفقرات { $which }
        [one] الفقرة { $which }
        [two] الفقرات { $which }
        [few] الفقرات { $which }
        [many] الفقرات { $which }
       *[other] الفقرات { $which }
    }
has-sections =
    { $count ->
        [zero] الفروع { $which }
        [one] الفرع { $which }
        [two] الفروع { $which }
        [few] الفروع { $which }
        [many] الفروع { $which }
       *[other] الفروع { $which }
    }
has-annexes =
    { $count ->
        [zero] المرفقات { $which }
        [one] المرفق { $which }
        [two] المرفقات { $which }
        [few] المرفقات { $which }
        [many] المرفقات { $which }
       *[other] المرفقات { $which }
    }
has-articles =
    { $count ->
        [zero] المواد { $which }
        [one] المادة { $which }
        [two] المواد { $which }
        [few] المواد { $which }
        [many] المواد { $which }
       *[other] المواد { $which }
    }
has-notes =
    { $count ->
        [zero] الحواشي { $which }
        [one] الحاشية { $which }
        [two] الحواشي { $which }
        [few] الحواشي { $which }
        [many] الحواشي { $which }
       *[other] الحواشي { $which }
    }
has-tables =
    { $count ->
        [zero] الجداول { $which }
        [one] الجدول { $which }
        [two] الجداول { $which }
        [few] الجداول { $which }
        [many] الجداول { $which }
       *[other] الجداول { $which }
    }
absent-no-sections = { $what } غير موجود: لا توجد فروع في هذه الوثيقة
absent-no-annexes = { $what } غير موجود: لا توجد مرفقات في هذه الوثيقة
absent-no-articles = { $what } غير موجود: لا توجد مواد في هذه الوثيقة
absent-no-notes = { $what } غير موجود: لا توجد حواش في هذه الوثيقة
absent-no-tables = { $what } غير موجود: لا توجد جداول في هذه الوثيقة

## Notes and references, in the sheet at the foot; wrapped.

# $marker (Text): what stands in the text: 3, *
link-note = الحاشية { $marker }

# $symbol (Text): A/RES/65/218
link-resolution = القرار { $symbol }

# $symbol (Text): 65/218
link-decision = المقرر { $symbol }

# $symbol (Text): A/65/218
link-document = الوثيقة { $symbol }

# $article (Text): as the text has it: Article 7
link-charter = ميثاق الأمم المتحدة، { $article }

# $number (Text): 5 (e)
link-paragraph = الفقرة { $number }

# $number (Text): 5
link-preambular = الفقرة { $number } من الديباجة

# $title (Text): of the document that is referred to
link-opens = { $title } (Enter تفتحها)

# $what (Text): A/RES/65/218
link-not-open = { $what } ليست من الوثائق المفتوحة

# $what (Text): A/RES/65/218
# $folder (Text): a name with a slash: session/
not-in-folder = { $what } ليست في { $folder }

# Behind not-in-folder or link-not-open: both up to 75 cells.
# $folder (Text): a name with a slash: session/
look-further = Enter تبحث في { $folder } وما تحته

# $what (Text): A/RES/65/218
looking-for = جارٍ البحث عن { $what }…

# $what (Text): a reference as it is printed, which leads to no document: Article 33
link-nowhere = { $what } ليست وثيقة يمكن فتحها

# In looking-for and not-in-folder.
another-language = نسخة بلغة أخرى

# In looking-for and not-in-folder.
another-document = وثيقة أخرى

last-document = هذه آخر وثيقة

first-document = هذه أول وثيقة

# $at (Number): which document of those at hand
# $all (Number): how many there are
document-of = الوثيقة { $at } من { $all }

# Before what is typed, in the list of the versions of a document in other languages.
translations-prompt = اللغة:

actions-prompt = المطلوب:
actions-none = لا شيء مطلوب بقدر ما فُهم من النص
list-first = أول {$shown} من {$all}: اكتب كلمات للعثور على غيرها
list-too-long = أطول من أن يُنسخ: plenary { $command } --format csv يكتبه
sorted-by-place = حسب ترتيب النص
sorted-by-due = الأقرب موعداً أولاً
sorted-by-whom = حسب المخاطَب
sorted-by-date = الأحدث أولاً
sorted-by-symbol = حسب الرمز
sorted-by-cited = حسب الفقرة المستشهد بها
no-library = لا توجد مكتبة: plenary library add المجلد ينشئ واحدة
asking-library = جارٍ البحث في المكتبة…

# Before what is typed, in the list of what all documents have.
find-in-all-prompt = في الكل:

# Behind how many paragraphs have the text.
# $documents (Number): how many documents have it
# $read (Number): how many documents were read so far
# $all (Number): how many there are
find-in-all-read =
    { $documents ->
        [one] وثيقة واحدة، وقُرئ { $read } من { $all }
        [two] وثيقتان، وقُرئ { $read } من { $all }
        [few] { $documents } وثائق، وقُرئ { $read } من { $all }
        [many] { $documents } وثيقة، وقُرئ { $read } من { $all }
       *[other] { $documents } وثيقة، وقُرئ { $read } من { $all }
    }

find-in-all-going = جارية قراءة الوثائق…

# Behind link-not-open: both up to 75 cells.
link-copies = y تنسخ رمزها

preview-absent = { $symbol } ليست في المكتبة: Enter يبحث عنها بجانب هذه الوثيقة
preview-no-paragraph = { $symbol } في المكتبة، لكن ليس فيها { $at }: Enter يفتح أولها

cited-by = من يستشهد بـ { $what }
cites = ما يستشهد به { $what }
cited-part = هذه الفقرة: { $counts }
cited-whole = الوثيقة كلها: { $counts }
cited-nothing = لا تستشهد به أي فقرة في المكتبة
cites-nothing = لا يستشهد بأي وثيقة
not-held = ليست في المكتبة
## Sheets: what is known of a document. Titles up to 40 cells, labels (sheet-…) up to 16, the rest is wrapped.

sheet-details = عن هذه الوثيقة
sheet-problems = كيف فهم النص
sheet-failed = تعذر ذلك
sheet-all-understood = فهم كل شيء؛ ولم ينح شيء جانبا.

# $line (Number): of the source
sheet-line = السطر { $line }

# $reason (Text): one of aside-…
# $text (Text): what was set aside
sheet-set-aside = نحي جانبا ({ $reason }): { $text }

# $count (Number): what was not understood, and what was set aside
sheet-remarks =
    { $count ->
        [one] ملاحظة واحدة؛ e تبينها
        [two] ملاحظتان؛ e تبينهما
        [few] { $count } ملاحظات؛ e تبينها
        [many] { $count } ملاحظة؛ e تبينها
       *[other] { $count } ملاحظة؛ e تبينها
    }

sheet-symbol = الرمز
sheet-title = العنوان
sheet-organ = الهيئة
sheet-session = الدورة
sheet-agenda-item = بند جدول الأعمال
sheet-adoption = الاتخاذ
sheet-adopted-on = تاريخ الاتخاذ
sheet-meeting = الجلسة
sheet-basis = الأساس
sheet-sponsors = المقدمون
sheet-vote = التصويت
sheet-in-favour = المؤيدون
sheet-against = المعارضون
sheet-abstaining = الممتنعون
sheet-not-voting = غير المصوتين
sheet-distribution = التوزيع
sheet-date = التاريخ

# The language in which the document was written first.
sheet-original = الأصل

sheet-clauses = الفقرات
sheet-references = الإحالات
sheet-language = اللغة
sheet-read-from = المصدر
sheet-parsing = القراءة
sheet-agenda = جدول الأعمال
sheet-committee = اللجنة

# The draft that a resolution was adopted from.
sheet-based-on = المشروع

sheet-decided-by = طريقة الاتخاذ

# On the way to adoption.
sheet-step = المرحلة

sheet-subjects = المواضيع

# Sustainable Development Goals.
sheet-goals = الأهداف

# The number that a document has in the production of the Secretariat.
sheet-job-number = رقم العمل

committee-first = اللجنة الأولى
committee-second = اللجنة الثانية
committee-third = اللجنة الثالثة
committee-fourth = اللجنة الرابعة
committee-fifth = اللجنة الخامسة
committee-sixth = اللجنة السادسة
committee-none = دون الإحالة إلى لجنة رئيسية
outcome-consensus = توافق الآراء، دون تصويت
outcome-recorded = تصويت مسجل
step-draft = مشروع قرار
step-sponsors = مقدمون إضافيون
step-recommended = أوصي باعتماده
step-adopted = اتخذ
letters-lacking-title = حروف ناقصة

# $language (Text): " (Arabic)", or nothing
letters-lacking = لا تستطيع الطرفية عرض حروف هذا النص{ $language }: فمحل كل حرف منها علامة استفهام. وإذا كانت لديها مع ذلك فإن إعدادات محلية بترميز UTF-8 تكفل إرسالها: LC_ALL=C.UTF-8

## What was found when a text was read: in sheet-problems, and in English in JSON and in `plenary check`. Whole sentences,
## wrapped. docs/json.md says what each of them means.
found-annex-inside = يبدأ مرفق داخل مرفق آخر؛ وقد قرئ على أنه المرفق التالي.

# $encoding (Text): windows-1252
found-bytes-replaced = بعض البايتات ليست بترميز { $encoding }، وقد عرضت محلها العلامة �.

found-cut-off = الملف مبتور: نهايته ناقصة، فبعض الكلمات خاطئ أو مفقود. احصل عليه من جديد.

# $encoding (Text): windows-1252
found-encoding-guessed = الملف ليس بترميز UTF-8؛ وقد قرئ بترميز { $encoding }. وإن كان ذلك خطأ فحدد الترميز بالخيار --encoding.

found-end-missing = نهاية الملف ناقصة؛ وقد تكون هناك كلمات مفقودة.
# $megabytes (Number): the limit
# $page (Number): the last page that was read
found-file-over = يتطلب فك ترميز الملف أكثر من { $megabytes } ميغابايت؛ وقد قرئ حتى الصفحة { $page }.

# $page (Number): the last page that was read
found-file-over-work = يتطلب الملف عملا أكثر من أي وثيقة؛ وقد قرئ حتى الصفحة { $page }.

# $read (Number): how many
# $all (Number): how many there are
found-first-pages = لم تقرأ إلا الصفحات الأولى: { $read } من { $all }.

found-font-refused = يتطلب أحد الخطوط ذاكرة أكثر من أي خط؛ وقد تكون حروفه خاطئة أو ناقصة.

# $letters (Number): how many
found-fonts-unknown =
    { $letters ->
        [one] حرف واحد مطبوع بخط لا يدل على معناه.
        [two] حرفان مطبوعان بخطوط لا تدل على معناهما.
        [few] { $letters } أحرف مطبوعة بخطوط لا تدل على معناها.
        [many] { $letters } حرفا مطبوعا بخطوط لا تدل على معناها.
       *[other] { $letters } حرف مطبوع بخطوط لا تدل على معناها.
    }

found-heading-in-preamble = وسم عنوان فرعي على أنه فقرة من الديباجة.

# $label (Text): (d)
# $ordinal (Number): its place by its label
# $last (Number): that of the item before
found-item-gap = { $label } هو البند { $ordinal } من قائمته، وقد ورد بعد البند { $last }.

found-item-too-deep = وسم بند على أنه من قائمة أدنى من قائمته.
found-item-unlabelled = ورد بند بلا حرف ولا رقم في قائمة لبنودها حروف أو أرقام.

# $printed (Text): the letter of a section as printed
# $last (Text): that of the section before
# $next (Text): that of the section after
# $called (Text): the letter that it has here
found-letter-misprinted = طبع الحرف { $printed } بين { $last } و { $next }؛ وهو هنا { $called }.

found-letters-doubtful = بعض الحروف ليست كما في الصفحة، لأن خطوطا في الملف لا تدل على معانيها: قارن النص بالصفحة، أو مرر الملف على برنامج للتعرف على النصوص بالأمر `ocrmypdf --force-ocr`.

# $first (Text): the first label: (a)
# $last (Text): the last one
found-list-in-sentence = وردت البنود من { $first } إلى { $last } في جملة واحدة؛ ولا يمكن الانتقال إلى كل منها على حدة.

found-list-unlabelled = فقرات تنتهي بفاصلة منقوطة بلا حروف ولا أرقام: قد تكون قائمة فقدت حروفها أو أرقامها.

# $marker (Text): 3, *
found-mark-without-note = لم يعثر على حاشية { $marker } لهذه الإشارة.

# $fault (Text): one of fault-…
found-markup = وسوم الملف ليست سليمة البناء: هنا { $fault }.

# $at (Number): an offset in bytes
# $part (Text): word/document.xml
# $fault (Text): one of fault-…
found-markup-damaged = عند البايت { $at } من { $part } يوجد { $fault }؛ وقد تكون هناك كلمات مفقودة.

# $one (Text): one of language-…
# $whole (Text): another of them
found-mixed-language = لغة هذه الفقرة { $one }، ولغة النص { $whole }.

found-no-enacting-phrase = ينقص فوق الديباجة السطر الذي يسمي الهيئة، مثل ”إن الجمعية العامة،“.

# $marker (Text): 3, *
found-no-note = نص الحاشية { $marker } ليس في الملف.

found-no-title = ليس في الملف عنوان للقرار.
found-not-a-resolution = لم يعثر على عبارة الاستهلال؛ والنص معروض في شكل عناوين فرعية وفقرات.
found-note-in-preamble = وسمت حاشية الصفحة على أنها فقرة من الديباجة.

# $marker (Text): 3, *
found-note-without-mark = ليس للحاشية { $marker } إشارة في النص.

found-number-apart = وسم رقم وكلماته على أنهما فقرتان.

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-gap = وردت الفقرة { $number } بعد الفقرة { $last }.

# $number (Number): counted
found-number-inferred = الفقرة { $number } من المنطوق مطبوعة بلا رقم.

# $number (Number): of a paragraph
found-number-inside = تبدأ الفقرة { $number } داخل سطر.

# $printed (Number): as printed
# $last (Number): that of the paragraph before
# $called (Number): the number that it has here
found-number-misprinted = طبع الرقم { $printed } بعد { $last }؛ وهو هنا { $called }.

# $number (Number): as its neighbours require
# $printed (Text): as printed: l.
found-number-misread = طبع رقم الفقرة { $number } هكذا: ”{ $printed }“.

# $last (Number): the number before
# $next (Number): the number after
found-number-missing = وردت فقرة بلا رقم بين { $last } و { $next }.

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-restart = وردت الفقرة { $number } بعد الفقرة { $last } دون عنوان فرعي بينهما.

# $label (Text): as printed: a.1)
found-number-unread = ”{ $label }“ لا يتبع أي ترقيم؛ والفقرة معروضة دون أن تعد.

found-numbered-preamble = وسمت فقرة مرقمة على أنها في الديباجة.
found-operative-in-preamble = وسمت فقرة من المنطوق على أنها في الديباجة.

# $page (Number): from 1
found-page-crowded = في الصفحة { $page } حروف أكثر مما ينبغي؛ وقد أهمل بعضها.

# $page (Number): from 1
found-page-damaged = الصفحة { $page } تالفة؛ وقد أهمل جزء منها.

# $page (Number): from 1
found-page-lost = الصفحة { $page } تالفة، وقد أهملت.

# $page (Number): from 1
# $megabytes (Number): the limit
found-page-over = يتطلب فك ترميز الصفحة { $page } أكثر من { $megabytes } ميغابايت؛ وقد أهمل باقيها.

# $page (Number): the last page that was read
found-pages-left-out = الملف كبير على نحو غير معتاد؛ وقد قرئ حتى الصفحة { $page }.

found-paragraph-as-heading = وسمت فقرة مرقمة على أنها عنوان فرعي.
found-paragraphs-counted = فقرات هذا البيان مطبوعة بلا أرقام؛ وقد عدت ابتداء من أولاها.

# $part (Text): word/styles.xml
found-part-damaged = الجزء { $part } من الملف تالف؛ وقد تكون هناك كلمات مفقودة.

found-parts-list-damaged = قائمة أجزاء الملف تالفة؛ وقد تكون هناك كلمات مفقودة.
found-pieces-damaged = جدول قطع الملف تالف؛ وقد تكون هناك كلمات مفقودة أو في غير مواضعها.

# $opener (Text): Recalling also
found-preamble-gap = ليس قبل ”{ $opener }“ ما يستأنفه: قد تكون هناك فقرة مفقودة.

found-preamble-in-body = وسمت فقرة من الديباجة خارج الديباجة.
found-section-ends = أنهت الوسوم الفرع قبل فقراته؛ وقد قرئت على أنها منه.
found-section-in-list = وسم عنوان فرع على أنه بند من قائمة.
found-several-resolutions = يبدأ هنا قرار أو مقرر آخر؛ والترويسة للأول.
found-some-part-damaged = جزء من الملف تالف؛ وقد تكون هناك كلمات مفقودة.
found-too-many-lines = في النص أسطر أكثر مما في أي وثيقة؛ وقد عرض الباقي في فقرة واحدة.
found-too-many-paragraphs = في النص فقرات أكثر مما في أي وثيقة؛ وقد عرض الباقي في فقرة واحدة.

## What is wrong with markup: in found-markup and found-markup-damaged.
fault-closes-nothing = وسم لا يغلق شيئا
fault-never-closed = عنصر لا يغلق
fault-never-ends = وسم لا نهاية له
fault-too-deep = عناصر متداخلة أكثر مما ينبغي
fault-too-many = عناصر أكثر مما في أي وثيقة

## What was set aside: in sheet-set-aside.
aside-bar-code = شفرة خطية
aside-comment = تعليق
aside-deleted-text = نص محذوف
aside-displaced-mark = إشارة حاشية في غير موضعها
aside-fence = حد كتلة من النص البرمجي
aside-front-matter = بيانات سابقة للنص
aside-hidden-text = نص مخفي
aside-job-number = رقم العمل
aside-link = وجهة رابط
aside-navigation = أدوات التنقل في موقع
aside-page-header = رأس صفحة أو تذييلها
aside-page-number = رقم الصفحة
aside-recycling-line = دعوة إلى إعادة التدوير
aside-repeated-header = رأس جدول مكرر
aside-rule = خط فاصل
aside-running-foot = تذييل الصفحة
aside-running-head = رأس الصفحة

## How many there are of each kind, in a sheet and aloud.

# $count (Number): how many
count-preambular =
    { $count ->
        [one] فقرة واحدة في الديباجة
        [two] فقرتان في الديباجة
        [few] { $count } فقرات في الديباجة
        [many] { $count } فقرة في الديباجة
       *[other] { $count } فقرة في الديباجة
    }

# $count (Number): how many
count-operative =
    { $count ->
        [one] فقرة واحدة في المنطوق
        [two] فقرتان في المنطوق
        [few] { $count } فقرات في المنطوق
        [many] { $count } فقرة في المنطوق
       *[other] { $count } فقرة في المنطوق
    }

# $count (Number): how many
count-paragraphs =
    { $count ->
        [one] فقرة واحدة
        [two] فقرتان
        [few] { $count } فقرات
        [many] { $count } فقرة
       *[other] { $count } فقرة
    }

# $count (Number): how many
count-subparagraphs =
    { $count ->
        [one] فقرة فرعية واحدة
        [two] فقرتان فرعيتان
        [few] { $count } فقرات فرعية
        [many] { $count } فقرة فرعية
       *[other] { $count } فقرة فرعية
    }

# $count (Number): how many
count-annexes =
    { $count ->
        [one] مرفق واحد
        [two] مرفقان
        [few] { $count } مرفقات
        [many] { $count } مرفقا
       *[other] { $count } مرفق
    }

# $count (Number): how many
count-tables =
    { $count ->
        [one] جدول واحد
        [two] جدولان
        [few] { $count } جداول
        [many] { $count } جدولا
       *[other] { $count } جدول
    }

# $count (Number): how many
count-documents =
    { $count ->
        [zero] لا وثائق
        [one] وثيقة واحدة
        [two] وثيقتان
        [few] { $count } وثائق
        [many] { $count } وثيقة
       *[other] { $count } وثيقة
    }

count-notes =
    { $count ->
        [one] حاشية واحدة
        [two] حاشيتان
        [few] { $count } حواش
        [many] { $count } حاشية
       *[other] { $count } حاشية
    }

# $count (Number): how many
count-references =
    { $count ->
        [one] إحالة واحدة
        [two] إحالتان
        [few] { $count } إحالات
        [many] { $count } إحالة
       *[other] { $count } إحالة
    }

## Names of languages: up to 12 cells.

language-arabic = العربية
language-chinese = الصينية
language-english = الإنكليزية
language-french = الفرنسية
language-russian = الروسية
language-spanish = الإسبانية

## Where one is, said in full: for those who hear it (--linear). A row of a table also stands in the status line.

# $number (Text): as it is printed: 7 bis
said-preambular = الفقرة { $number } من الديباجة

# $number (Text): the paragraph
# $all (Number): how many there are
said-preambular-of = الفقرة { $number } من أصل { $all } في الديباجة

# $number (Text): as it is printed: 7 bis
said-operative = الفقرة { $number } من المنطوق

# $number (Text): the paragraph
# $all (Number): how many there are
said-operative-of = الفقرة { $number } من أصل { $all } في المنطوق

# $number (Text): as it is printed: 7 bis
said-note = الحاشية { $number }

# $number (Text): the paragraph
# $all (Number): how many there are
said-note-of = الحاشية { $number } من أصل { $all }

# $what (Text): a paragraph whose number is not its rank
# $at (Number): its rank
# $all (Number): how many there are
said-counted = { $what }، وترتيبها { $at } من أصل { $all }

# $number (Text): as it is printed: 7 bis
said-paragraph = الفقرة { $number }

said-unnumbered = فقرة بلا رقم

# $labels (Text): (b) (ii)
said-subparagraph = الفقرة الفرعية { $labels }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-preambular = الفقرة الفرعية { $labels } من الفقرة { $number } من الديباجة

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-preambular-of = الفقرة الفرعية { $labels } من الفقرة { $number } من أصل { $all } في الديباجة

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-operative = الفقرة الفرعية { $labels } من الفقرة { $number } من المنطوق

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-operative-of = الفقرة الفرعية { $labels } من الفقرة { $number } من أصل { $all } في المنطوق

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-paragraph = الفقرة الفرعية { $labels } من الفقرة { $number }

# $labels (Text): (b) (ii)
said-subparagraph-unnumbered = الفقرة الفرعية { $labels } من فقرة بلا رقم

# $place (Text): the paragraph that goes on
said-continued = { $place }، تابع

# Behind the name of a table.
said-header = ، رأس الجدول

# Behind the name of a table.
# $row (Number): which row
# $all (Number): how many there are
said-row = ، الصف { $row } من { $all }

said-masthead = الترويسة
said-title = العنوان
said-enacting = عبارة الاستهلال
said-heading = عنوان فرعي
said-table = جدول
said-vote = التصويت
said-closing = الاتخاذ
said-quotation = اقتباس
said-preamble = الديباجة
said-operative-part = المنطوق
said-notes = الحواشي
said-document = الوثيقة

## The reader on plain lines (--linear): whole sentences, of any length.

linear-begin = Enter لمواصلة القراءة، ? لسرد الأوامر، q للخروج.
linear-changed = تغير الملف: R تعيد قراءته

# $typed (Text): what was typed
linear-not-a-command = { $typed }: ليس أمرا؛ ? تسرد الأوامر

linear-jump = : مع كلمات أو رقم للانتقال إلى فقرة، و / مع كلمات للبحث عنها.
linear-mark = m مع حرف لوضع علامة، و ' مع الحرف للانتقال إليها.
linear-needs-screen = لا معنى لهذا بلا شاشة
linear-nothing-open = لا توجد وثيقة مفتوحة: D تسرد الوثائق
linear-page-ends = (هنا تنتهي صفحة من المصدر)

# $what (Text): how many notes and references
linear-attached = ({ $what }: v تسردها)

linear-choose = الرقم للانتقال.

linear-cited = sort لترتيب آخر، و copy-list لنسخ الجدول.

# $left (Number): entries that were not said yet
linear-choose-more = الرقم للانتقال؛ و Enter للمزيد (بقي { $left }).

linear-near = لا توجد هذه الفقرة؛ أقرب ما يماثلها:

# $query (Text): what was typed
linear-nothing-matches = لا شيء مطابق: { $query }

# $query (Text): what was typed
linear-not-found = غير موجود: { $query }

# $query (Text): what was looked for
# $at (Number): which place
# $all (Number): how many there are
linear-match = { $query }: { $at } من { $all }

linear-no-documents = لا توجد وثائق
linear-library = اكتب D ثم كلمات أو رقماً أو مرشحات (D by:sg due:GA81) للبحث في المكتبة.
linear-help-commands = اكتب أمرا ثم Enter. و Enter وحدها لمواصلة القراءة. والنقطة لإعادة قراءة الفقرة.
linear-help-addresses = الرقم أو العنوان للانتقال إليه: 7، 7 (ب)، pp3، المرفق الأول 4، الحاشية 2. وما عدا ذلك، من حرفين فأكثر، يبحث عنه.
linear-help-lists = في القائمة يختار رقم البند ذلك البند؛ و : قبل الرقم تجعله رقم فقرة.
linear-help-next = الفقرة التالية
linear-help-previous = الفقرة السابقة
linear-help-page-down = الفقرات الخمس التالية
linear-help-page-up = الفقرات الخمس السابقة
linear-help-outline = المخطط في شكل قائمة
linear-help-again = إعادة قراءة الفقرة
linear-help-links = حواشي هذه الفقرة وإحالاتها في شكل قائمة

## Where a key holds, at the right of the list of keys: up to 10 cells.

scope-global = عام
scope-reader = النص
scope-outline = المخطط
scope-list = القوائم
scope-sheet = البطاقات

## أسماء المفاتيح.

key-space = مسافة
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

command-line-down = سطر إلى أسفل
command-line-up = سطر إلى أعلى
command-page-down = صفحة إلى أسفل
command-page-up = صفحة إلى أعلى
command-half-page-down = نصف صفحة إلى أسفل
command-half-page-up = نصف صفحة إلى أعلى
command-top = الانتقال إلى البداية
command-bottom = الانتقال إلى النهاية
command-next-clause = الانتقال إلى الفقرة التالية
command-previous-clause = الانتقال إلى الفقرة السابقة
command-next-section = الفرع أو الجزء أو المرفق التالي
command-previous-section = الفرع أو الجزء أو المرفق السابق
command-follow = عرض حواشي هذه الفقرة وإحالاتها
command-unfold-here = البسط هنا؛ وفي جدول عريض: إلى اليمين
command-fold-here = الطي هنا؛ وفي جدول عريض: إلى اليسار
command-outline-down = البند التالي
command-outline-up = البند السابق
command-outline-page-down = صفحة من البنود إلى أسفل
command-outline-page-up = صفحة من البنود إلى أعلى
command-outline-top = البند الأول
command-outline-bottom = البند الأخير
command-outline-go = الانتقال إلى البند وقراءته
command-unfold = بسط البند أو الدخول فيه
command-fold = طي البند أو الصعود إلى ما فوقه
command-unfold-all = بسط المخطط كله
command-fold-all = طي المخطط كله
command-jump = الانتقال إلى فقرة: رقمها أو كلمات منها
command-find = البحث عن النص كما يكتب
command-filter = التصفية: كلمات أو فعل أو مخاطب أو نوع
command-find-in-all = البحث في جميع الوثائق (أو / ثم *)
command-find-next = الموضع التالي مما عثر عليه
command-find-previous = الموضع السابق مما عثر عليه
command-back = الرجوع إلى حيث كنت
command-forward = التقدم مرة أخرى
command-copy = نسخ الفقرة أو الصف؛ ومرة أخرى، الخلية
command-select = تحديد الفقرات من هنا لنسخها معا
command-copy-cited = نسخ الفقرة مع مرجعها
command-copy-citation = نسخ المرجع وحده
command-set-mark = وضع علامة: m وحرف
command-go-mark = الانتقال إلى علامة: ' وحرف
command-switch-pane = الانتقال إلى الجزء الآخر من الشاشة
command-toggle-outline = إظهار المخطط أو إخفاؤه
command-outline-narrower = تضييق المخطط
command-outline-wider = توسيع المخطط
command-shorter-lines = تقصير أسطر النص
command-longer-lines = إطالة أسطر النص
command-toggle-pages = بيان نهايات صفحات المصدر
command-next-theme = المظهر التالي: فاتح، داكن، تباين، بلا ألوان
command-toggle-mouse = تفعيل الفأرة، أو تركها للطرفية
command-details = الترويسة وكل ما يعرف عن الوثيقة
command-problems = ما لم يفهم في الوثيقة
command-cites = ما تستشهد به هذه الفقرة وهذه الوثيقة
command-cited-by = من يستشهد بهذه الفقرة وهذه الوثيقة
command-documents = قائمة الوثائق
command-actions = المطلوب، وممن، ومتى

command-next-document = الوثيقة التالية

command-previous-document = الوثيقة السابقة

command-other-language = الفقرة نفسها بلغة أخرى
command-reload = إعادة قراءة الملف
command-help = جميع المفاتيح
command-redraw = إعادة رسم الشاشة
command-suspend = تعليق البرنامج؛ `fg` للرجوع
command-close = إغلاق ما في الأعلى
command-quit = خروج
command-accept = اختيار البند
command-cancel = إغلاق القائمة والرجوع
command-next-entry = البند التالي
command-previous-entry = البند السابق
command-next-entries = صفحة من البنود إلى أسفل
command-previous-entries = صفحة من البنود إلى أعلى
command-cursor-left = المؤشر إلى اليسار
command-cursor-right = المؤشر إلى اليمين
command-cursor-home = المؤشر إلى البداية
command-cursor-end = المؤشر إلى النهاية
command-delete-left = حذف الحرف السابق للمؤشر
command-delete-right = حذف الحرف عند المؤشر
command-delete-word = حذف الكلمة السابقة للمؤشر
command-clear = حذف كل ما كتب
command-toggle-regex = البحث: تعبير نمطي أو نص عادي
command-sort = القائمة: ترتيب آخر
command-widen = القائمة: المكتبة كلها أو وثيقة
command-copy-list = نسخ القائمة جدولاً (CSV)
command-complete = أخذ المقترح، وفي المكتبة: مرشح
command-save-search = المكتبة: حفظ البحث
command-forget-search = المكتبة: نسيان البحث المحفوظ
command-sheet-next = الحاشية أو الإحالة التالية
command-sheet-previous = الحاشية أو الإحالة السابقة
command-sheet-follow = الانتقال إلى المحال إليه
command-sheet-down = تمرير إلى أسفل
command-sheet-up = تمرير إلى أعلى
command-sheet-copy = نسخ المعروض
command-sheet-close = إغلاق

help-first = عشرة مفاتيح تلزم معرفتها أولا
help-read = القراءة
help-jump = الانتقال
help-search = البحث
help-copy = النسخ
help-compare = المقارنة والوثائق الأخرى
help-lists = القوائم
help-screen = الشاشة والبرنامج
help-here = هنا
help-table = في جدول
help-jump-place-keys = 7  pp3  II.4
help-jump-place = فقرة برقمها، وكذلك 7 (ب) والمرفق 2 والحاشية 12 والمادة 5
help-jump-words-keys = كلمات
help-jump-words = فقرة بكلمات منها، وتكفي بداياتها
help-jump-other-keys = A/RES/78/229, op7
help-jump-other = وثيقة أخرى متاحة؛ n و p: التالية والسابقة
words-find = بحث ابحث إيجاد نص
words-jump = انتقال رقم عنوان مادة مرفق فقرة حاشية صفحة
words-back = رجوع عودة تراجع سجل
words-mark = إشارة مرجعية تذكر موضع
words-follow = فتح رابط حاشية إحالة
words-copy = حافظة تحديد نطاق
words-cite = اقتباس استشهاد مرجع مصدر
words-outline = فهرس محتويات
words-documents = فتح ملف مجلد تغيير
words-actions = طلبات تقرير موعد مهام إجراءات
words-language = لغة ترجمة نسخة
words-details = معلومات خصائص تاريخ دورة تصويت
words-problems = أخطاء تحذيرات
words-cited = إحالات استشهاد مراجع
words-reload = تحديث إعادة قراءة
words-theme = لون داكن فاتح مظهر تباين
words-width = عرض هامش أعمدة حجم
words-help = مساعدة مفاتيح دليل
words-quit = خروج إغلاق إنهاء

## The library

library-prompt = المكتبة:
library-count = الوثائق: {$documents}
library-at-hand = المفتوحة والمتاحة
library-browse = تصفّح
library-paragraphs = الفقرات
library-citing = المستشهدون به
library-more = بقية الوثائق المتاحة: {$count}
library-subjects = المواضيع
library-saved = عمليات بحث محفوظة
library-read = آخر ما قُرئ
library-new = جديد {$new}
library-kept = حُفظ: يعرضه D مع الجديد
library-forgotten = لم يعد محفوظاً
library-keeps-nothing = هذه الجلسة لا تحفظ شيئاً
library-not-saved = لم يُختر بحث محفوظ
library-most-cited = الأكثر استشهاداً به أولاً
library-best-first = الأفضل أو الأحدث أولاً
library-nothing = لا شيء في المكتبة
library-absent = { $symbol } ليس في المكتبة
library-waiting = جارٍ البحث …
library-fenced = لا يجوز لهذه الجلسة فتحها
library-cited = الاستشهادات {$count}
library-languages = لغات {$count}
hints-library = Enter فتح  Tab مرشح  Ctrl-S حفظ  Ctrl-T الأكثر استشهاداً  Esc
filters-names = organ الهيئة التي اتخذته; session دورة الجمعية; year سنة الاتخاذ; lang اللغة; act ما تفعله الفقرة; by المطلوب منه; due موعد الطلب; cites ما تستشهد به; subject موضوع الوثيقة; voted كيف صوتت دولة
filters-organs = ga الجمعية العامة; sc مجلس الأمن; hrc مجلس حقوق الإنسان; ecosoc المجلس الاقتصادي والاجتماعي
filters-addressees = secretary-general الأمين العام; high-commissioner المفوض السامي; member-states الدول الأعضاء; states الدول; parties الأطراف; governments الحكومات; organ هيئة; un-system منظومة الأمم المتحدة; mandate-holders الإجراءات الخاصة; international-community المجتمع الدولي; civil-society المجتمع المدني
filters-acts = request تطلب; decide تقرر; urge تحث; invite تدعو; approve توافق; reaffirm تعيد تأكيد; recognize تعترف; stress تشدد; note تلاحظ; welcome ترحب; concern تعرب عن القلق; condemn تدين; seized تبقي قيد نظرها; basis تشير
filters-votes = yes: مؤيد ثم الدولة; no: معارض ثم الدولة; abstain: ممتنع ثم الدولة
filters-languages = en الإنكليزية; fr الفرنسية; es الإسبانية; ru الروسية; ar العربية; zh الصينية
