# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the first sheet of a workbook, a row a line and each cell as type:value, with nothing but the standard library."""
import datetime
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

with zipfile.ZipFile(sys.argv[1]) as book:
    assert book.testzip() is None
    sheet = tree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    styles = tree.fromstring(book.read("xl/styles.xml"))
    names = tree.fromstring(book.read("xl/workbook.xml"))
    shared = []
    if "xl/sharedStrings.xml" in book.namelist():
        shared = ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in tree.fromstring(book.read("xl/sharedStrings.xml"))]

formats = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(MAIN + "numFmt")}
dated = ["yy" in formats.get(x.get("numFmtId"), "") for x in styles.find(MAIN + "cellXfs")]

for row in sheet.iter(MAIN + "row"):
    told = []
    for cell in row.iter(MAIN + "c"):
        if cell.find(MAIN + "f") is not None:
            told.append("f:" + cell.findtext(MAIN + "f"))
        elif cell.get("t") == "inlineStr":
            told.append("s:" + "".join(t.text or "" for t in cell.iter(MAIN + "t")))
        elif cell.get("t") == "s":
            told.append("s:" + shared[int(cell.findtext(MAIN + "v"))])
        elif dated[int(cell.get("s", "0"))]:
            moment = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=float(cell.findtext(MAIN + "v")))
            told.append("d:" + (moment + datetime.timedelta(seconds=1)).strftime("%Y-%m-%d %H:%M"))
        else:
            told.append("n:" + cell.findtext(MAIN + "v"))
    sys.stdout.buffer.write(("|".join(told) + "\n").encode())
sys.stdout.buffer.write(("sheet " + next(names.iter(MAIN + "sheet")).get("name") + "\n").encode())
