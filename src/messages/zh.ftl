### The words of the interface in Chinese (docs/translating.md).

## Start of a session, in the status line: up to 75 cells.

welcome = 本程序自撰的示例文件：D 列出文件，? 显示按键，q 退出

no-workers = 无法启动第二个进程：读取文件夹时内存和时间不受限制

# $count (Number): files of a folder that are no documents
files-not-listed = 另有{ $count }个文件未列出

unread-memory = 无法读取：占用超过{ $megabytes } MB
unread-time = 无法读取：耗时超过{ $seconds }秒
unread-stopped = 无法读取：读取程序已停止

## Status line: where one is, and how far. As short as can be: it shares 80 cells with the name of the document.

status-nothing-open = 没有打开的文件

# Instead of a percentage, where the whole text is on the screen.
status-all = 全部

# $percent (Number): how much of the text has been read
status-percent = { $percent }%

# $at (Number): which paragraph of its kind
# $all (Number): how many there are
status-rank = { $at }/{ $all }
status-marked = 已选{ $range }

# While the rest of a file is still being read.
status-reading = 正在读取…

status-changed = 文件已更改：R 重新读取

# At the right of the line where a page of the source ends: up to 8 cells.
page-ends = ┄ 页尾

## Keys that help, at the right of the status line. Two blanks part one key from the next; all of a line up to 34 cells,
## those of a list or a sheet up to 72. Names of keys are those printed on the keyboards of the country.

hints-nothing-open = D 文件  ? 按键  q 退出
hints-text = : 跳转  / 查找  ? 按键
hints-table = ← → 列  ? 按键
hints-marked = y 复制  Y 连同出处  c 出处  Esc 取消
hints-outline = Enter 前往  h l 折叠  Tab 正文
hints-outline-sheet = Enter 前往  h l 折叠  Esc 关闭
hints-documents = Enter 打开  Esc 返回  输入文字筛选
hints-cited = Enter 打开  Ctrl-T 排序  Ctrl-O 全文  Ctrl-Y 复制  Esc 返回
hints-documents-alone = Enter 打开  Esc Esc 退出  输入文字筛选
hints-actions = Enter 前往  Ctrl-T 排序  Ctrl-O 文库  Ctrl-Y 复制  Esc 返回
hints-find = Enter 前往  Esc 返回  ↑↓ 选择  Ctrl-R 正则
hints-help = 输入文字筛选  Enter 执行  Esc 关闭

# What may be typed stands at the end: addresses, as 7 or pp3, are the same in every language.
hints-jump = Enter 停留  Esc 返回  ↑↓ 选择  7 · pp3 · 脚注4 · 词语
hints-filter = Enter 保留  Esc 全部  请秘书长 · pp · 脚注 · 词语

hints-sheet = y 复制  Esc 关闭

# Of several notes and references: shown before hints-sheet.
hints-next = n 下一条

# Shown before hints-sheet.
hints-follow = Enter 前往

## Notices, in the status line until the next key: up to 75 cells.

# How a colon is put in the language.
# $what (Text): a place, a file, a table cell
# $words (Text): what is said of it
labelled = { $what }：{ $words }

# Between the parts of a list, with its blank.
comma = ，

# Between two statements, with its blanks.
semicolon = ；

# Between two sentences, with its blank, and without it at the end.
full-stop = 。

# Behind what it belongs to, with its blank.
# $words (Text): a number, a language
bracketed = （{ $words }）

the-end = 已到末尾
the-beginning = 已到开头
reading-rest = 正在读取文件其余部分…

# The file was read once more, because the reader asked for it.
read-again = 已重新读取
file-gone = 文件已不存在：已读入的内容仍可阅读

standard-input-only-once = 标准输入不能重新读取

# $key (Text): as typed
# $help (Text): the key that shows all keys: ?
not-a-key = { $key } 在此无效；{ $help } 显示所有按键

nothing-to-fold = 本段之下没有可折叠的内容

# $from (Number): the column that is shown
# $all (Number): how many there are
table-column = 第{ $from }列，共{ $all }列

# $from (Number): the first column that is shown
# $to (Number): the last one
# $all (Number): how many there are
table-columns = 第{ $from }–{ $to }列，共{ $all }列

table-first-columns = 最前面的列
table-last-columns = 最后面的列
nothing-looked-for = 尚未查找：按 / 查找
not-found = 未找到

# $query (Text): what was looked for
not-found-query = 未找到：{ $query }
filter-too-long = 文件太长，无法筛选。

# $read (Number): how much of the text was searched, in percent
searching = 正在查找…{ $read }%

# $read (Number): how much of the text was searched, in percent
search-late = 查找10秒后已停止：已查找全文的{ $read }%

jump-late = 查找10秒后已停止：请减少词语

# $count (Number): how many are kept
search-full = 位置过多：只保留前{ $count }处

# The search has passed the end of the text.
round-to-beginning = 已转到开头继续查找

round-to-end = 已转到末尾继续查找
back-nowhere = 没有可返回之处
forward-nowhere = 没有可前进之处
no-links-here = 此处没有脚注或引用

# $count (Number): cells in a line of text
line-length = { $count }列

# The jump box then finds numbers, but no words.
index-failed = 未能为文件编制索引

no-pages = 本文没有页码信息
mouse-on = 鼠标已启用
mouse-off = 鼠标交由终端处理

# $name (Text): one of the next four
theme = 主题：{ $name }

theme-light = 浅色
theme-dark = 深色
theme-contrast = 高对比度
theme-mono = 单色

## Notices about marks, up to 75 cells.

mark-set-which = 标记：输入一个字母
mark-go-which = 前往标记：输入其字母
mark-is-letter = 标记须为一个字母

# $letter (Text): the name of the mark
# $place (Text): "para. 7", in the language of the document
mark-set = 标记{ $letter }：{ $place }

mark-elsewhere = 标记{ $letter }：已转到{ $document }
# $letter (Text): what was typed
mark-none = 没有标记{ $letter }

# $letter (Text): what was typed
# $set (Text): the letters of the marks that there are
mark-none-but = 没有标记{ $letter }（已有：{ $set }）

## Notices after something was copied, behind the name of what was copied; up to 60 cells.

copied-terminal = 已发送到终端剪贴板
copied-both = 已发送到终端剪贴板，退出时另行输出
copied-lines = 已按纯文本复制
copied-on-exit = 没有剪贴板，退出时输出
copied-tmux = 已发送；未见到？tmux set -g set-clipboard on
copied-cited = { $place }连同出处

# Alone in the line: up to 75 cells.
copied-too-long = 内容过长，终端剪贴板放不下：退出时输出
copied-too-much = 未保留：内容过多，退出时无法输出
unmarked = 所选段落未复制

copied-cell = 单元格
copied-row = 行

# Behind the notice that a row was copied: y once more copies the cell.
copied-again = 再按 y：单元格

## Notices about suspending the program, up to 75 cells.

suspend-no-shell = 没有可返回的 shell
suspend-not-here = 本系统不能挂起程序

## Lists: the jump box, the find box, the list of documents; up to 75 cells.

documents-prompt = 文件：
escape-again = 再按一次 Esc 退出程序

# Before the count, where a regular expression is looked for.
find-regex = 正则

jump-most = 没有包含所有这些词的段落；最接近的有：
jump-letters = 没有段落包含这些词；依次含有这些字的有：
jump-waiting = 正在读取词语…
jump-nothing = 没有匹配：请减少词语，或输入7、pp3、7(b)、脚注4

# $query (Text): what was typed
jump-nothing-query = 没有匹配：{ $query }

absent = 本文件没有{ $what }
absent-has = 本文件没有{ $what }，有{ $has }
has-preambular =
    { $count ->
       *[other] 序言部分第{ $which }段
    }
has-paragraphs =
    { $count ->
       *[other] 第{ $which }段
    }
has-sections =
    { $count ->
       *[other] 第{ $which }节
    }
has-annexes =
    { $count ->
       *[other] 附件{ $which }
    }
has-articles =
    { $count ->
       *[other] 第{ $which }条
    }
has-notes =
    { $count ->
       *[other] 脚注{ $which }
    }
has-tables =
    { $count ->
       *[other] 表{ $which }
    }
absent-no-sections = 本文件没有{ $what }：全文没有分节
absent-no-annexes = 本文件没有{ $what }：全文没有附件
absent-no-articles = 本文件没有{ $what }：全文没有条文
absent-no-notes = 本文件没有{ $what }：全文没有脚注
absent-no-tables = 本文件没有{ $what }：全文没有表格

## Notes and references, in the sheet at the foot; wrapped.

# $marker (Text): what stands in the text: 3, *
link-note = 脚注{ $marker }

# $symbol (Text): A/RES/65/218
link-resolution = { $symbol } 号决议

# $symbol (Text): 65/218
link-decision = { $symbol } 号决定

# $symbol (Text): A/65/218
link-document = { $symbol } 号文件

# $article (Text): as the text has it: Article 7
link-charter = 《联合国宪章》，{ $article }

# $number (Text): 5 (e)
link-paragraph = 第{ $number }段

# $number (Text): 5
link-preambular = 序言部分第{ $number }段

# $title (Text): of the document that is referred to
link-opens = { $title }（Enter 打开）

# $what (Text): A/RES/65/218
link-not-open = { $what } 不在已打开的文件之中

# $what (Text): A/RES/65/218
# $folder (Text): a name with a slash: session/
not-in-folder = { $what }：{ $folder } 中没有

# Behind not-in-folder or link-not-open: both up to 75 cells.
# $folder (Text): a name with a slash: session/
look-further = 按 Enter 在 { $folder } 及其下查找

# $what (Text): A/RES/65/218
looking-for = 正在查找：{ $what }…

# $what (Text): a reference as it is printed, which leads to no document: Article 33
link-nowhere = { $what } 不是可以打开的文件

# In looking-for and not-in-folder.
another-language = 其他语文版本

# In looking-for and not-in-folder.
another-document = 其他文件

last-document = 这是最后一份文件

first-document = 这是第一份文件

# $at (Number): which document of those at hand
# $all (Number): how many there are
document-of = 第{ $at }份，共{ $all }份

# Before what is typed, in the list of the versions of a document in other languages.
translations-prompt = 语文：

actions-prompt = 要求：
actions-none = 就所能理解的，没有提出任何要求
list-first = 前{$shown}条，共{$all}条：键入词语可查找其他
list-too-long = 太长，无法复制：plenary { $command } --format csv 可写出
sorted-by-place = 按正文顺序
sorted-by-due = 期限最早的在前
sorted-by-whom = 按被要求者排序
sorted-by-date = 最新的在前
sorted-by-symbol = 按文号
sorted-by-cited = 按所引段落
no-library = 没有文库：plenary library add 文件夹 可建立一个
asking-library = 正在查询文库……

# Before what is typed, in the list of what all documents have.
find-in-all-prompt = 全部：

# Behind how many paragraphs have the text.
# $documents (Number): how many documents have it
# $read (Number): how many documents were read so far
# $all (Number): how many there are
find-in-all-read = { $documents }份文件，已读{ $read }/{ $all }

find-in-all-going = 正在读取文件…

# Behind link-not-open: both up to 75 cells.
link-copies = y 复制文号

preview-absent = 文库没有 { $symbol }：Enter 在本文件旁边查找
preview-no-paragraph = 文库有 { $symbol }，但没有{ $at }：Enter 打开其开头

cited-by = 引用{ $what }的段落
cites = { $what }所引用的文件
cited-part = 本段：{ $counts }
cited-whole = 整份文件：{ $counts }
cited-nothing = 库中没有段落引用它
cites-nothing = 未引用任何文件
not-held = 不在库中
## Sheets: what is known of a document. Titles up to 40 cells, labels (sheet-…) up to 16, the rest is wrapped.

sheet-details = 关于本文件
sheet-problems = 对文本的解读
sheet-failed = 未能完成
sheet-all-understood = 全部内容均已识别；没有搁置任何内容。

# $line (Number): of the source
sheet-line = 第{ $line }行

# $reason (Text): one of aside-…
# $text (Text): what was set aside
sheet-set-aside = 已搁置（{ $reason }）：{ $text }

# $count (Number): what was not understood, and what was set aside
sheet-remarks = { $count }条说明；按 e 查看

sheet-symbol = 文号
sheet-title = 标题
sheet-organ = 机关
sheet-session = 届会
sheet-agenda-item = 议程项目
sheet-adoption = 通过
sheet-adopted-on = 通过日期
sheet-meeting = 会议
sheet-basis = 根据
sheet-sponsors = 提案国
sheet-vote = 表决
sheet-in-favour = 赞成
sheet-against = 反对
sheet-abstaining = 弃权
sheet-not-voting = 未参加表决
sheet-distribution = 分发
sheet-date = 日期

# The language in which the document was written first.
sheet-original = 原件

sheet-clauses = 段落
sheet-references = 引用
sheet-language = 语文
sheet-read-from = 来源
sheet-parsing = 解读
sheet-agenda = 议程
sheet-committee = 委员会

# The draft that a resolution was adopted from.
sheet-based-on = 依据草案

sheet-decided-by = 通过方式

# On the way to adoption.
sheet-step = 步骤

sheet-subjects = 主题

# Sustainable Development Goals.
sheet-goals = 目标

# The number that a document has in the production of the Secretariat.
sheet-job-number = 作业号

committee-first = 第一委员会
committee-second = 第二委员会
committee-third = 第三委员会
committee-fourth = 第四委员会
committee-fifth = 第五委员会
committee-sixth = 第六委员会
committee-none = 未经发交主要委员会
outcome-consensus = 协商一致，未经表决
outcome-recorded = 记录表决
step-draft = 决议草案
step-sponsors = 新增提案国
step-recommended = 建议通过
step-adopted = 通过
letters-lacking-title = 缺少的字符

# $language (Text): " (Arabic)", or nothing
letters-lacking = 终端无法显示本文的字符{ $language }：每个字符均以问号代替。如终端实有这些字符，采用 UTF-8 的区域设置即可发送：LC_ALL=C.UTF-8

## What was found when a text was read: in sheet-problems, and in English in JSON and in `plenary check`. Whole sentences,
## wrapped. docs/json.md says what each of them means.
found-annex-inside = 一个附件始于另一附件之内；现按下一附件解读。

# $encoding (Text): windows-1252
found-bytes-replaced = 部分字节不是 { $encoding } 编码，以 � 代替。

found-cut-off = 文件被截断：结尾缺失，因此有文字错误或丢失。请重新获取。

# $encoding (Text): windows-1252
found-encoding-guessed = 文件不是 UTF-8 编码；现按 { $encoding } 读取。如有误，请用 --encoding 指定。

found-end-missing = 文件结尾缺失；可能缺字。
# $megabytes (Number): the limit
# $page (Number): the last page that was read
found-file-over = 解码此文件需要超过{ $megabytes } MB；只读到第{ $page }页。

# $page (Number): the last page that was read
found-file-over-work = 处理此文件的工作量超过任何文件；只读到第{ $page }页。

# $read (Number): how many
# $all (Number): how many there are
found-first-pages = 只读取了{ $all }页中的前{ $read }页。

found-font-refused = 某一字体所需内存超过任何字体；其文字可能有误或缺失。

# $letters (Number): how many
found-fonts-unknown = { $letters }个字符所用的字体未说明其含义。

found-heading-in-preamble = 标记代码把一个小标题作为序言段。

# $label (Text): (d)
# $ordinal (Number): its place by its label
# $last (Number): that of the item before
found-item-gap = { $label }是所在列表的第{ $ordinal }项，却紧接第{ $last }项。

found-item-too-deep = 一个列表项被标为下一级列表的项。
found-item-unlabelled = 列表各项均有编号，其中一项却没有编号。

# $printed (Text): the letter of a section as printed
# $last (Text): that of the section before
# $next (Text): that of the section after
# $called (Text): the letter that it has here
found-letter-misprinted = { $last }与{ $next }之间印为{ $printed }；此处作{ $called }。

found-letters-doubtful = 部分字符与页面不符，因为文件中有的字体未说明其含义：请与页面核对，或用 `ocrmypdf --force-ocr` 对文件作文字识别。

# $first (Text): the first label: (a)
# $last (Text): the last one
found-list-in-sentence = { $first }至{ $last }各项同在一句之中；不能逐项前往。

found-list-unlabelled = 以分号结尾的各段没有编号：列表的编号可能已丢失。

# $marker (Text): 3, *
found-mark-without-note = 未找到此标号所指的脚注{ $marker }。

# $fault (Text): one of fault-…
found-markup = 标记代码的格式不正确：此处有{ $fault }。

# $at (Number): an offset in bytes
# $part (Text): word/document.xml
# $fault (Text): one of fault-…
found-markup-damaged = { $part } 的第{ $at }字节处有{ $fault }；可能缺字。

# $one (Text): one of language-…
# $whole (Text): another of them
found-mixed-language = 本段为{ $one }，全文为{ $whole }。

found-no-enacting-phrase = 序言部分之前缺少写明机关的一行，如“大会，”。

# $marker (Text): 3, *
found-no-note = 文件中没有脚注{ $marker }的内容。

found-no-title = 文件中没有决议的标题。
found-not-a-resolution = 未找到导语；文本按小标题和段落显示。
found-note-in-preamble = 标记代码把页面的脚注作为序言段。

# $marker (Text): 3, *
found-note-without-mark = 正文中没有脚注{ $marker }的标号。

found-number-apart = 标记代码把编号与其文字分为两段。

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-gap = 第{ $number }段紧接第{ $last }段。

# $number (Number): counted
found-number-inferred = 执行部分第{ $number }段没有印出编号。

# $number (Number): of a paragraph
found-number-inside = 第{ $number }段始于一行之中。

# $printed (Number): as printed
# $last (Number): that of the paragraph before
# $called (Number): the number that it has here
found-number-misprinted = { $last }之后印为{ $printed }；此处作{ $called }。

# $number (Number): as its neighbours require
# $printed (Text): as printed: l.
found-number-misread = 第{ $number }段的编号印为“{ $printed }”。

# $last (Number): the number before
# $next (Number): the number after
found-number-missing = { $last }与{ $next }之间有一段没有编号。

# $number (Number): of a paragraph
# $last (Number): of the one before
found-number-restart = 第{ $number }段紧接第{ $last }段，其间没有小标题。

# $label (Text): as printed: a.1)
found-number-unread = “{ $label }”不接续任何编号；该段照样显示，但不计数。

found-numbered-preamble = 标记代码把一个编号段落置于序言部分。
found-operative-in-preamble = 标记代码把一个执行段置于序言部分。

# $page (Number): from 1
found-page-crowded = 第{ $page }页字符过多；部分已略去。

# $page (Number): from 1
found-page-damaged = 第{ $page }页已损坏；部分内容已略去。

# $page (Number): from 1
found-page-lost = 第{ $page }页已损坏，整页略去。

# $page (Number): from 1
# $megabytes (Number): the limit
found-page-over = 解码第{ $page }页需要超过{ $megabytes } MB；其余部分已略去。

# $page (Number): the last page that was read
found-pages-left-out = 文件异常庞大；只读到第{ $page }页。

found-paragraph-as-heading = 标记代码把一个编号段落作为小标题。
found-paragraphs-counted = 本声明各段没有印出编号；现从第一段起计数。

# $part (Text): word/styles.xml
found-part-damaged = 文件中的 { $part } 已损坏；可能缺字。

found-parts-list-damaged = 文件的部件清单已损坏；可能缺字。
found-pieces-damaged = 文件的片段表已损坏；可能缺字或次序错乱。

# $opener (Text): Recalling also
found-preamble-gap = “{ $opener }”之前没有可接续的内容：可能缺少一段。

found-preamble-in-body = 标记代码把一个序言段置于序言部分之外。
found-section-ends = 标记代码在节的各段之前结束该节；各段仍归入该节。
found-section-in-list = 标记代码把节的小标题作为列表项。
found-several-resolutions = 此处另起一项决议或决定；文头为第一项的文头。
found-some-part-damaged = 文件的一部分已损坏；可能缺字。
found-too-many-lines = 文本的行数超过任何文件；其余部分合为一段显示。
found-too-many-paragraphs = 文本的段落超过任何文件；其余部分合为一段显示。

## What is wrong with markup: in found-markup and found-markup-damaged.
fault-closes-nothing = 未关闭任何元素的标签
fault-never-closed = 未关闭的元素
fault-never-ends = 没有结束的标签
fault-too-deep = 嵌套过深的元素
fault-too-many = 多于任何文件的元素

## What was set aside: in sheet-set-aside.
aside-bar-code = 条形码
aside-comment = 批注
aside-deleted-text = 已删文字
aside-displaced-mark = 错位的脚注标号
aside-fence = 代码块边界
aside-front-matter = 正文前的数据
aside-hidden-text = 隐藏文字
aside-job-number = 作业号
aside-link = 链接地址
aside-navigation = 网站导航
aside-page-header = 页眉或页脚
aside-page-number = 页码
aside-recycling-line = 回收提示
aside-repeated-header = 重复的表头
aside-rule = 分隔线
aside-running-foot = 页脚
aside-running-head = 页眉

## How many there are of each kind, in a sheet and aloud.

# $count (Number): how many
count-preambular = { $count }个序言段

# $count (Number): how many
count-operative = { $count }个执行段

# $count (Number): how many
count-paragraphs = { $count }段

# $count (Number): how many
count-subparagraphs = { $count }个分段

# $count (Number): how many
count-annexes = { $count }个附件

# $count (Number): how many
count-tables = { $count }个表

# $count (Number): how many
count-documents = { $count }份文件

count-notes = { $count }个脚注

# $count (Number): how many
count-references = { $count }处引用

## Names of languages: up to 12 cells.

language-arabic = 阿拉伯文
language-chinese = 中文
language-english = 英文
language-french = 法文
language-russian = 俄文
language-spanish = 西班牙文

## Where one is, said in full: for those who hear it (--linear). A row of a table also stands in the status line.

# $number (Text): as it is printed: 7 bis
said-preambular = 序言部分第{ $number }段

# $number (Text): the paragraph
# $all (Number): how many there are
said-preambular-of = 序言部分第{ $number }段，共{ $all }段

# $number (Text): as it is printed: 7 bis
said-operative = 执行部分第{ $number }段

# $number (Text): the paragraph
# $all (Number): how many there are
said-operative-of = 执行部分第{ $number }段，共{ $all }段

# $number (Text): as it is printed: 7 bis
said-note = 脚注{ $number }

# $number (Text): the paragraph
# $all (Number): how many there are
said-note-of = 脚注{ $number }，共{ $all }个

# $what (Text): a paragraph whose number is not its rank
# $at (Number): its rank
# $all (Number): how many there are
said-counted = { $what }，第{ $at }个，共{ $all }个

# $number (Text): as it is printed: 7 bis
said-paragraph = 第{ $number }段

said-unnumbered = 无编号段落

# $labels (Text): (b) (ii)
said-subparagraph = 分段{ $labels }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-preambular = 序言部分第{ $number }段分段{ $labels }

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-preambular-of = 序言部分第{ $number }段（共{ $all }段）分段{ $labels }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-operative = 执行部分第{ $number }段分段{ $labels }

# $labels (Text): (b) (ii)
# $number (Text): the paragraph
# $all (Number): how many there are
said-subparagraph-operative-of = 执行部分第{ $number }段（共{ $all }段）分段{ $labels }

# $labels (Text): (b) (ii)
# $number (Text): as it is printed: 7 bis
said-subparagraph-paragraph = 第{ $number }段分段{ $labels }

# $labels (Text): (b) (ii)
said-subparagraph-unnumbered = 无编号段落的分段{ $labels }

# $place (Text): the paragraph that goes on
said-continued = { $place }，续

# Behind the name of a table.
said-header = ，表头

# Behind the name of a table.
# $row (Number): which row
# $all (Number): how many there are
said-row = ，第{ $row }行，共{ $all }行

said-masthead = 文头
said-title = 标题
said-enacting = 导语
said-heading = 小标题
said-table = 表
said-vote = 表决
said-closing = 通过情况
said-quotation = 引文
said-preamble = 序言部分
said-operative-part = 执行部分
said-notes = 脚注
said-document = 文件

## The reader on plain lines (--linear): whole sentences, of any length.

linear-begin = 按 Enter 继续阅读，? 列出命令，q 退出。
linear-changed = 文件已更改：R 重新读取

# $typed (Text): what was typed
linear-not-a-command = { $typed }：不是命令；? 列出命令

linear-jump = : 加词语或编号前往段落，/ 加词语查找。
linear-mark = m 加字母设置标记，' 加字母前往该标记。
linear-needs-screen = 没有屏幕时此命令无意义
linear-nothing-open = 没有打开的文件：D 列出文件
linear-page-ends = （来源文件的一页在此结束）

# $what (Text): how many notes and references
linear-attached = （{ $what }：v 列出）

linear-choose = 输入编号即可前往。

linear-cited = sort 改变顺序，copy-list 复制为表格。

# $left (Number): entries that were not said yet
linear-choose-more = 输入编号即可前往；Enter 显示更多（还有{ $left }项）。

linear-near = 没有这一段；相近的有：

# $query (Text): what was typed
linear-nothing-matches = 没有匹配：{ $query }

# $query (Text): what was typed
linear-not-found = 未找到：{ $query }

# $query (Text): what was looked for
# $at (Number): which place
# $all (Number): how many there are
linear-match = { $query }：第{ $at }处，共{ $all }处

linear-no-documents = 没有文件
linear-library = 输入 D 和文字、编号或筛选（D by:sg due:GA81）在文库中查找。
linear-help-commands = 输入命令并按 Enter。只按 Enter 继续阅读。句点重读本段。
linear-help-addresses = 输入编号或地址即可前往：7、7(b)、pp3、附件一 4、脚注2。其他两个字以上的内容则予以查找。
linear-help-lists = 在列表中，输入某项的编号即选择该项；编号前加 : 则指段落编号。
linear-help-next = 下一段
linear-help-previous = 上一段
linear-help-page-down = 后五段
linear-help-page-up = 前五段
linear-help-outline = 以列表显示大纲
linear-help-again = 重读本段
linear-help-links = 以列表显示本段的脚注和引用

## Where a key holds, at the right of the list of keys: up to 10 cells.

scope-global = 所有位置
scope-reader = 正文
scope-outline = 大纲
scope-list = 列表
scope-sheet = 信息页

## 按键名称。

key-space = 空格
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

command-line-down = 下移一行
command-line-up = 上移一行
command-page-down = 下移一页
command-page-up = 上移一页
command-half-page-down = 下移半页
command-half-page-up = 上移半页
command-top = 前往开头
command-bottom = 前往末尾
command-next-clause = 前往下一段
command-previous-clause = 前往上一段
command-next-section = 前往下一节、部分或附件
command-previous-section = 前往上一节、部分或附件
command-follow = 显示本段的脚注和引用
command-unfold-here = 在大纲中展开；宽表格：向右
command-fold-here = 在大纲中折叠；宽表格：向左
command-outline-down = 下一项
command-outline-up = 上一项
command-outline-page-down = 下移一页条目
command-outline-page-up = 上移一页条目
command-outline-top = 第一项
command-outline-bottom = 最后一项
command-outline-go = 前往该项阅读
command-unfold = 展开该项，或进入其中
command-fold = 折叠该项，或前往上一级
command-unfold-all = 展开整个大纲
command-fold-all = 折叠整个大纲
command-jump = 跳转到段落：其编号或词语
command-find = 按输入的文字查找
command-filter = 筛选段落：按词语、动词、对象或类别
command-find-in-all = 在所有文件中查找（也可用 / 和 *）
command-find-next = 下一处查找结果
command-find-previous = 上一处查找结果
command-back = 返回原处
command-forward = 再次前进
command-copy = 复制段落或行；再按一次复制单元格
command-select = 从此处起标记段落，以便一并复制
command-copy-cited = 复制段落及其出处
command-copy-citation = 只复制出处
command-set-mark = 设置标记：m 加一个字母
command-go-mark = 前往标记：' 加一个字母
command-switch-pane = 切换到另一窗格
command-toggle-outline = 显示或隐藏大纲
command-outline-narrower = 缩窄大纲
command-outline-wider = 加宽大纲
command-shorter-lines = 缩短正文各行
command-longer-lines = 加长正文各行
command-toggle-pages = 标出来源文件的页尾
command-next-theme = 下一主题：浅色、深色、高对比度、单色
command-toggle-mouse = 启用鼠标，或交由终端处理
command-details = 文头及文件的全部信息
command-problems = 文件中未能识别的内容
command-cites = 本段和本文件引用哪些文件
command-cited-by = 哪些段落引用本段和本文件
command-documents = 文件列表
command-actions = 要求什么、要求谁、何时之前

command-next-document = 下一份文件

command-previous-document = 上一份文件

command-other-language = 另一语文的同一段
command-reload = 重新读取文件
command-help = 所有按键
command-redraw = 重绘屏幕
command-suspend = 挂起；`fg` 返回
command-close = 关闭最上层
command-quit = 退出
command-accept = 选取该项
command-cancel = 关闭列表并返回
command-next-entry = 下一项
command-previous-entry = 上一项
command-next-entries = 下移一页条目
command-previous-entries = 上移一页条目
command-cursor-left = 光标左移
command-cursor-right = 光标右移
command-cursor-home = 光标移到开头
command-cursor-end = 光标移到末尾
command-delete-left = 删除光标前的字符
command-delete-right = 删除光标处的字符
command-delete-word = 删除光标前的词语
command-clear = 清除全部输入
command-toggle-regex = 查找：正则表达式或普通文字
command-sort = 列表：换一种顺序
command-widen = 列表：整个文库或一份文件
command-copy-list = 把列表复制为表格（CSV）
command-complete = 采用所提供的内容；在文库中：筛选
command-save-search = 文库：保存搜索
command-forget-search = 文库：删除已保存的搜索
command-sheet-next = 下一个脚注或引用
command-sheet-previous = 上一个脚注或引用
command-sheet-follow = 前往所引之处
command-sheet-down = 向下滚动
command-sheet-up = 向上滚动
command-sheet-copy = 复制所示内容
command-sheet-close = 关闭

help-first = 首先要知道的十个键
help-read = 阅读
help-jump = 跳转
help-search = 查找
help-copy = 复制
help-compare = 对照与其他文件
help-lists = 列表
help-screen = 屏幕与程序
help-here = 此处
help-table = 在表格中
help-jump-place-keys = 7  pp3  II.4
help-jump-place = 按编号：也可用7(b)、附件2、脚注12、第5条
help-jump-words-keys = 词语
help-jump-words = 按词语；输入开头即可
help-jump-other-keys = A/RES/78/229, op7
help-jump-other = 手头另一文件；n、p：下一份、上一份
words-find = 搜索 检索 寻找 文字
words-jump = 转到 编号 地址 条 附件 段落 脚注 页
words-back = 返回 后退 撤销 历史
words-mark = 书签 记住 位置
words-follow = 打开 链接 脚注 引用
words-copy = 剪贴板 选择 范围
words-cite = 引用 引文 出处
words-outline = 目录 大纲 索引
words-documents = 打开 文件 文件夹 切换
words-actions = 要求 报告 期限 任务 行动
words-language = 语言 译文 版本 翻译
words-details = 关于 信息 属性 日期 届会 表决
words-problems = 错误 警告
words-cited = 引用 参考 被引
words-reload = 刷新 更新
words-theme = 颜色 深色 浅色 外观 对比
words-width = 宽度 边距 栏 大小
words-help = 帮助 按键 快捷键 手册
words-quit = 退出 离开 关闭 结束

## The library

library-prompt = 文库：
library-count = {$documents} 份文件
library-at-hand = 已打开和手边的
library-browse = 浏览
library-paragraphs = 段落
library-citing = 引用它的段落
library-more = 手边的另外 {$count} 份文件
library-subjects = 主题
library-saved = 已保存的搜索
library-read = 最近读过
library-new = 新增 {$new}
library-kept = 已保存：按 D 可见，并示新增
library-forgotten = 不再保存
library-keeps-nothing = 本次会话不保存任何内容
library-not-saved = 未选中已保存的搜索
library-most-cited = 被引最多的在前
library-best-first = 最相符或最新的在前
library-nothing = 文库中没有
library-absent = 文库中没有{ $symbol }
library-waiting = 正在搜索……
library-fenced = 本次会话不能打开
library-cited = 被引 {$count}
library-languages = {$count} 语
hints-library = Enter 打开  Tab 筛选  Ctrl-S 保存  Ctrl-T 被引  Esc 返回
filters-names = organ 通过的机关; session 大会届会; year 通过年份; lang 语文; act 段落的作用; by 向谁提出; due 期限; cites 引用的文件; subject 文件主题; voted 国家如何投票
filters-organs = ga 大会; sc 安全理事会; hrc 人权理事会; ecosoc 经济及社会理事会
filters-addressees = secretary-general 秘书长; high-commissioner 高级专员; member-states 会员国; states 各国; parties 各方; governments 各国政府; organ 机关; un-system 联合国系统; mandate-holders 特别程序; international-community 国际社会; civil-society 民间社会
filters-acts = request 请; decide 决定; urge 敦促; invite 邀请; approve 核准; reaffirm 重申; recognize 确认; stress 强调; note 注意到; welcome 欢迎; concern 表示关切; condemn 谴责; seized 继续处理; basis 回顾
filters-votes = yes: 赞成，然后是国家; no: 反对，然后是国家; abstain: 弃权，然后是国家
filters-languages = en 英文; fr 法文; es 西班牙文; ru 俄文; ar 阿拉伯文; zh 中文
