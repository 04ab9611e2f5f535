#!/usr/bin/env python3
"""Make Word documents (.docx) from Akoma Ntoso (AKN4UN) resolutions, formatted as the United Nations publishes them.

    akn_docx.py [--automatic] [--into DIR] FILE.xml...      writes DIR/STEM.docx for each, prints DOCX <tab> TRUTH

Numbers are typed between tabs, as in the documents of the United Nations; with --automatic they are automatic numbers of Word.
Notes are footnotes, the symbol is in the header of the first page, and note marks are raised by their style. For tests only:
a scorer compares what is read from the documents with the markup. Standard library only.
"""
import argparse
import os
import re
import sys
import zipfile
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LANGUAGES = {"eng": "en-GB", "fra": "fr-FR", "spa": "es-ES", "rus": "ru-RU", "ara": "ar-SA", "zho": "zh-CN"}
ITEMS = {"paragraph", "point", "item", "subparagraph", "section", "part", "chapter", "article", "hcontainer"}
# Elements whose number is on a line of its own.
UNITS = {"section", "part", "chapter", "article"}
HEADS = {"crossHeading": "H23", "subheading": "H1", "heading": "H1", "title": "HCh"}
# Style: name, base style, outline level, paragraph properties, run properties.
STYLES = {
    "Normal": ("Normal", None, None, "", ""),
    "H1": ("_ H_1", "Normal", 0, "", "<w:b/>"),
    "HCh": ("_ H _Ch", "H1", None, "", ""),
    "H23": ("_ H_2/3", "H1", 1, "", ""),
    "XLarge": ("XLarge", "HCh", None, "", ""),
    "SingleTxt": ("__Single Txt", "Normal", None, '<w:jc w:val="both"/>', ""),
    "Session": ("Session", "H23", None, "", ""),
    "AgendaItemNormal": ("Agenda_Item_Normal", None, None, "", ""),
    "AgendaTitleH2": ("Agenda_Title_H2", "H1", 1, "", ""),
    "Publication": ("Publication", None, None, "", ""),
    "FootnoteText": ("footnote text", "Normal", None, "", ""),
    "Header": ("header", None, None, "", ""),
}


def local(element):
    return element.tag.split("}")[-1] if isinstance(element.tag, str) else ""


class Document:
    """One document under way: its parts as they grow."""

    def __init__(self, automatic):
        self.automatic = automatic
        self.language = "en-GB"
        self.head, self.body, self.notes, self.links = [], [], [], []
        self.lists, self.counts = [], {}

    # Runs

    def run(self, text, face=""):
        """A run; line ends and runs of spaces of the source are spaces."""
        text = re.sub(r"[ \n\r\t]+", " ", text)
        if not text:
            return ""
        rtl = "<w:rtl/>" if self.language == "ar-SA" else ""
        kind = {"ar-SA": "bidi", "zh-CN": "eastAsia"}.get(self.language, "val")
        face = face.replace("<w:i/>", "<w:i/><w:iCs/>").replace("<w:b/>", "<w:b/><w:bCs/>") if rtl else face
        # Word cuts runs at every place where somebody once stood.
        cut = len(text) // 2 if len(text) > 60 and not face else 0
        out = []
        for part in (text[:cut], text[cut:]):
            if part:
                out.append(f'<w:r><w:rPr>{face}{rtl}<w:lang w:{kind}="{self.language}"/></w:rPr>'
                           f'<w:t xml:space="preserve">{escape(part)}</w:t></w:r>')
        return "".join(out)

    def inline(self, element, face="", skipped=()):
        out = [self.run(element.text or "", face)]
        for child in element:
            name = local(child)
            if name == "authorialNote":
                out.append(self.reference(child))
            elif name == "span":
                classes = child.get("class") or ""
                more = ("<w:i/>" if "italic" in classes else "") + ("<w:b/>" if "bold" in classes else "")
                out.append(self.inline(child, face + more, skipped))
            elif name in ("i", "b"):
                out.append(self.inline(child, face + f"<w:{name}/>", skipped))
            elif name == "sup":
                out.append(self.inline(child, face + '<w:vertAlign w:val="superscript"/>', skipped))
            elif name == "a" and child.get("href", "").startswith("http"):
                self.links.append(child.get("href"))
                inner = self.inline(child, face, skipped)
                out.append(f'<w:hyperlink r:id="link{len(self.links)}">{inner}</w:hyperlink>')
            elif name in ("eol", "br"):
                out.append("<w:r><w:br/></w:r>")
            elif name != "img" and child not in skipped:
                out.append(self.inline(child, face, skipped))
                if name in ("p", "td", "th"):
                    out.append(self.run(" "))
            out.append(self.run(child.tail or "", face))
        return "".join(out)

    def reference(self, note):
        marker = note.get("marker") or ""
        number = len(self.notes) + 1
        paragraphs = [child for child in note if local(child) == "p"] or [note]
        style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        typed = not re.fullmatch(r"\W?\d+\W?", marker)
        ref = f"<w:t>{escape(marker)}</w:t>" if typed else "<w:footnoteRef/>"
        lead = f"<w:r><w:tab/></w:r><w:r>{style}{ref}</w:r><w:r><w:tab/></w:r>"
        words = [self.inline(paragraph) for paragraph in paragraphs]
        self.notes.append("".join(paragraph("FootnoteText", (lead if at == 0 else "") + run)
                                  for at, run in enumerate(words)))
        # Names of notes are not their numbers.
        if typed:
            return (f'<w:r>{style}<w:footnoteReference w:customMarkFollows="1" w:id="{number + 7}"/>'
                    f"<w:t>{escape(marker)}</w:t></w:r>")
        return f'<w:r>{style}<w:footnoteReference w:id="{number + 7}"/></w:r>'

    # Paragraphs

    def add(self, style, runs, label="", depth=0, extra=""):
        counted = self.counted(label, depth) if label and self.automatic else ""
        tab = "<w:r><w:tab/></w:r>"
        lead = ""
        if style == "SingleTxt":
            lead = "" if counted else tab
        if label and not counted:
            lead += self.run(label) + tab
        if runs.strip() or label:
            self.body.append(paragraph(style, lead + runs, counted + extra))

    def counted(self, label, depth):
        """The properties of a paragraph whose number Word prints by itself; none where Word has no such numbers."""
        found = re.fullmatch(r"(\W*)(\d+|[A-Za-z]{1,4})(\W*)", label)
        if not found:
            return ""
        before, core, after = found.groups()
        for kind, number in readings(core):
            last = self.counts.get(depth)
            if last and last[:3] == (kind, before, after) and last[3] + 1 == number:
                self.counts[depth] = (kind, before, after, number, last[4])
                break
        else:
            kind, number = readings(core)[0]
            self.lists.append((kind, before, after, number, depth))
            self.counts[depth] = (kind, before, after, number, len(self.lists))
        self.counts = {at: count for at, count in self.counts.items() if at <= depth}
        list_id = self.counts[depth][4]
        return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'

    def block(self, element, depth=0):
        name = local(element)
        numbered = element.find(f".//{AKN}num") is not None
        if name in ("container", "recital") and numbered:
            for child in element:
                self.block(child, depth)
        elif name in ("container", "recital", "formula"):
            self.add("SingleTxt", self.inline(element))
        elif name in HEADS:
            style = "SingleTxt" if element.get("refersTo") == "#preamble" else HEADS[name]
            self.add(style, self.inline(element))
        elif name == "table":
            self.table(element)
        elif name in ITEMS:
            self.item(element, depth)
        elif name in ("p", "content", "intro", "wrapUp", "listIntroduction"):
            self.content(element, depth)
        else:
            for child in element:
                self.block(child, depth)

    def item(self, element, depth):
        num = element.find(f"{AKN}num")
        label = re.sub(r"\s+", " ", "".join(num.itertext())).strip() if num is not None else ""
        for child in element:
            name = local(child)
            if name == "num":
                continue
            if name == "list":
                for inner in child:
                    if local(inner) in ("intro", "listIntroduction"):
                        self.content(inner, depth, label)
                        label = ""
                    else:
                        self.block(inner, depth + 1)
            elif name in ("content", "intro", "p", "heading", "subheading"):
                style = "H1" if name in ("heading", "subheading") else "SingleTxt"
                self.content(child, depth, label, style)
                label = ""
            else:
                if label:
                    self.add("H1" if local(element) in UNITS else "SingleTxt", "", label, depth)
                    label = ""
                self.block(child, depth + 1)
        if label:
            self.add("SingleTxt", "", label, depth)

    def content(self, element, depth, label="", style="SingleTxt"):
        inner = [child for child in element if local(child) in ("p", "table")]
        if local(element) == "p" or not inner:
            self.add(style, self.inline(element), label, depth)
            return
        for child in inner:
            if local(child) == "table":
                self.table(child)
            else:
                self.add(style, self.inline(child), label, depth)
                label = ""

    def table(self, element):
        rows = []
        for row in element.iter(f"{AKN}tr"):
            cells = [paragraph("Normal", self.inline(cell)) for cell in row if local(cell) in ("td", "th")]
            rows.append("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells) + "</w:tr>")
        self.body.append(f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>")

    def read(self, root):
        code = next((node.get("language") for node in root.iter(f"{AKN}FRBRlanguage")), "eng")
        self.language = LANGUAGES.get(code, "en-GB")
        covered = False
        inside = set()
        for element in root.iter():
            name = local(element)
            if element in inside or name not in ("coverPage", "preface", "preamble", "mainBody", "conclusions"):
                continue
            inside.update(element.iter())
            if name == "coverPage" and not covered:
                covered = True
                self.cover(element)
            elif name == "preface":
                for line in element:
                    self.add("H1", self.inline(line))
            elif name in ("preamble", "mainBody"):
                for child in element:
                    self.block(child)
            elif name == "conclusions":
                for line in element:
                    self.add("SingleTxt", self.inline(line), extra='<w:jc w:val="right"/>')

    def cover(self, cover):
        """The cover: what stands in the head of the first page, then the lines below it."""
        lines = {"publisher": "", "symbol": "", "organ": "", "small": []}
        for line in cover:
            names = {local(node) for node in line.iter()}
            targets = {node.get("refersTo") for node in line.iter()}
            if "#publisher" in targets and "docAuthority" in names:
                lines["publisher"] = self.inline(line)
            elif "#symbol" in targets:
                lines["symbol"] = self.inline(line)
            elif "docAuthority" in names:
                lines["organ"] = self.inline(line)
            elif names & {"docStatus"} or "#dateOfIssuance" in targets:
                lines["small"].append(self.inline(line))
            else:
                style = "Session" if "session" in names else "AgendaItemNormal" if "inline" in names else "H1"
                self.add(style, self.inline(line))
        small = "".join(paragraph("Publication", run) for run in lines["small"])
        self.head.append(
            f"<w:tbl><w:tblPr/><w:tr>{cell('Header', '')}{cell('HCh', lines['publisher'])}{cell('Header', '')}"
            f"{cell('Normal', lines['symbol'])}</w:tr><w:tr>{cell('Header', '')}{cell('XLarge', lines['organ'])}"
            f"{cell('Header', '')}<w:tc><w:tcPr/>{small or paragraph('Normal', '')}</w:tc></w:tr></w:tbl>"
            + paragraph("Header", ""))
        self.symbol = re.sub(r"<[^>]*>", "", lines["symbol"])

    # Parts

    def write(self, path):
        ns = f'xmlns:w="{W}" xmlns:r="{R}"'
        top = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        section = ('<w:sectPr><w:headerReference w:type="default" r:id="head"/>'
                   '<w:headerReference w:type="first" r:id="first"/><w:footerReference w:type="default" r:id="foot"/>'
                   '<w:pgSz w:w="12240" w:h="15840"/><w:titlePg/></w:sectPr>')
        symbol = escape(getattr(self, "symbol", ""))
        page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>' \
               '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        notes = "".join(f'<w:footnote w:id="{at + 8}">{note}</w:footnote>' for at, note in enumerate(self.notes))
        separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        kinds = {"document": "", "styles": "styles", "footnotes": "footnotes", "numbering": "numbering",
                 "head": "header", "first": "header", "foot": "footer"}
        main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{main}{kind or "document.main"}+xml"/>'
                        for name, kind in kinds.items())
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        package = "http://schemas.openxmlformats.org/package/2006/"
        relations = "".join(f'<Relationship Id="{name}" Type="{office}{kind}" Target="{name}.xml"/>'
                            for name, kind in kinds.items() if kind)
        links = "".join(f'<Relationship Id="link{at + 1}" Type="{office}hyperlink" Target={quoteattr(link)} TargetMode="External"/>'
                        for at, link in enumerate(self.links))
        parts = {
            "[Content_Types].xml": f'{top}<Types xmlns="{package}content-types">'
                                   '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                                   f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": f'{top}<Relationships xmlns="{package}relationships"><Relationship Id="rId1" '
                           f'Type="{office}officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'{top}<Relationships xmlns="{package}relationships">{relations}{links}</Relationships>',
            "word/document.xml": f'{top}<w:document {ns}><w:body>{"".join(self.body)}{section}</w:body></w:document>',
            "word/styles.xml": f"{top}<w:styles {ns}>{styles(self.language == 'ar-SA')}</w:styles>",
            "word/numbering.xml": f"{top}<w:numbering {ns}>{self.numbering()}</w:numbering>",
            "word/footnotes.xml": f"{top}<w:footnotes {ns}>{separator}{notes}</w:footnotes>",
            "word/head.xml": f"{top}<w:hdr {ns}>{paragraph('Header', f'<w:r><w:t>{symbol}</w:t></w:r>')}</w:hdr>",
            "word/first.xml": f'{top}<w:hdr {ns}>{"".join(self.head) or paragraph("Header", "")}</w:hdr>',
            "word/foot.xml": f"{top}<w:ftr {ns}>{paragraph('Header', page)}</w:ftr>",
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                # The same document is the same file, whenever it is made.
                archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)

    def numbering(self):
        shapes, lists = [], []
        for at, (kind, before, after, start, depth) in enumerate(self.lists, 1):
            level = (f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
                     f"<w:lvlText w:val={quoteattr(f'{before}%{depth + 1}{after}')}/></w:lvl>")
            shapes.append(f'<w:abstractNum w:abstractNumId="{at}">{level}</w:abstractNum>')
            lists.append(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>')
        return "".join(shapes + lists)


def readings(core):
    """What the letters or digits of a number can be: (kind, number), the likeliest first."""
    if core.isdigit():
        return [("decimal", int(core))]
    case = "lower" if core.islower() else "upper"
    lower = core.lower()
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}.get(letter) for letter in lower]
    out = []
    if all(values):
        total = sum(-a if a < b else a for a, b in zip(values, values[1:] + [0]))
        out.append((f"{case}Roman", total))
    if len(set(lower)) == 1:
        out.insert(0 if lower != "i" else 1, (f"{case}Letter", ord(lower[0]) - 96 + 26 * (len(lower) - 1)))
    return out or [("decimal", 0)]


def paragraph(style, runs, properties=""):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def cell(style, runs):
    return f"<w:tc><w:tcPr/>{paragraph(style, runs)}</w:tc>"


def styles(from_the_right):
    out = ['<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>']
    for key, (name, based, level, below, face) in STYLES.items():
        # Paragraphs of Arabic are set from the right, as the United Nations sets them.
        below = "<w:bidi/>" + below if from_the_right and not based else below
        based = f'<w:basedOn w:val="{based}"/>' if based else ""
        level = f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
        default = ' w:default="1"' if key == "Normal" else ""
        out.append(f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{based}'
                   f"<w:pPr>{below}{level}</w:pPr><w:rPr>{face}</w:rPr></w:style>")
    out.append('<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
               '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>')
    return "".join(out)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--automatic", action="store_true", help="numbers that Word counts")
    args.add_argument("--into", default=".")
    args.add_argument("files", nargs="+")
    given = args.parse_args()
    os.makedirs(given.into, exist_ok=True)
    for path in given.files:
        document = Document(given.automatic)
        try:
            document.read(ET.parse(path).getroot())
        except ET.ParseError as error:
            print(f"{path}: not well formed: {error}", file=sys.stderr)
            continue
        stem = os.path.splitext(os.path.basename(path))[0].replace(" ", "_")
        target = os.path.join(given.into, f"{stem}.docx")
        document.write(target)
        print(f"{target}\t{path}")


if __name__ == "__main__":
    main()
