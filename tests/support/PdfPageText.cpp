// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PdfPageText.h"

#include <QByteArray>
#include <QHash>
#include <QRegularExpression>
#include <QString>

#include <set>
#include <string>
#include <vector>

#include <qpdf/QPDFObjectHandle.hh>

namespace motcua::testsupport {

namespace {

constexpr int MostNested = 28; // 6.1.13

/** The characters of codes of two bytes, as UTF-16 in hexadecimal digits. */
QHash<QByteArray, QByteArray> charactersOf(QPDFObjectHandle font)
{
    QHash<QByteArray, QByteArray> characters;
    if (!font.getKey("/ToUnicode").isStream()) {
        return characters;
    }
    const auto data = font.getKey("/ToUnicode").getStreamData(qpdf_dl_generalized);
    const QString map = QString::fromLatin1(reinterpret_cast<const char *>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
    static const QRegularExpression pair(u"<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4}|[0-9A-Fa-f]{8})>\\s*\n"_qs);
    for (auto all = pair.globalMatch(map, map.indexOf(u"endcodespacerange")); all.hasNext();) {
        const auto one = all.next();
        characters.insert(QByteArray::fromHex(one.captured(1).toLatin1()), one.captured(2).toLatin1().toUpper());
    }
    return characters;
}

class Operators : public QPDFObjectHandle::ParserCallbacks
{
public:
    explicit Operators(QPDFObjectHandle fonts)
        : m_fonts(fonts)
    {
    }

    void handleObject(QPDFObjectHandle object) override
    {
        if (!object.isOperator()) {
            m_operands.push_back(object);
            return;
        }
        const std::string name = object.getOperatorValue();
        static const std::set<std::string> known{"b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0",
            "d1", "Do", "DP", "EI", "EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "ID", "j", "J", "K", "k", "l", "m", "M",
            "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ",
            "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", "\""};
        if (!known.contains(name)) {
            faults.append(u"6.2.2: an operator that is none: "_qs + QString::fromStdString(name));
        }
        m_nested += name == "q" ? 1 : name == "Q" ? -1 : 0;
        if (m_nested < 0 || m_nested > MostNested) {
            faults.append(u"6.1.13: nesting"_qs);
        }
        if (name == "Tf" && m_operands.size() == 2) {
            take(m_fonts.isDictionary() ? m_fonts.getKey(m_operands.front().getName()) : QPDFObjectHandle::newNull());
        } else if (name == "Tj" && m_operands.size() == 1 && m_operands.front().isString()) {
            shown(QByteArray::fromStdString(m_operands.front().getStringValue()));
        } else if (name == "TJ" || name == "'" || name == "\"") {
            faults.append(u"text that is shown in a way nobody looks at here"_qs);
        }
        m_operands.clear();
    }

    void handleEOF() override
    {
        if (m_nested != 0) {
            faults.append(u"nesting that does not end"_qs);
        }
    }

    QStringList faults;

private:
    void take(QPDFObjectHandle font)
    {
        m_isComposite = font.isDictionary() && font.getKey("/Subtype").isName() && font.getKey("/Subtype").getName() == "/Type0";
        if (!m_isComposite) {
            faults.append(u"6.2.2: a font that the page does not have, or of another kind than codes of two bytes"_qs);
            return;
        }
        m_characters = charactersOf(font);
    }

    void shown(const QByteArray &codes)
    {
        static const std::set<QByteArray> meaningless{"0000", "FEFF", "FFFE"};
        if (!m_isComposite || codes.size() % 2 != 0) {
            faults.append(u"text without a font, or half a code"_qs);
            return;
        }
        for (qsizetype at = 0; at < codes.size(); at += 2) {
            const QByteArray code = codes.mid(at, 2);
            if (code == QByteArray(2, '\0')) {
                faults.append(u"6.2.11.8: the glyph of what a font lacks"_qs);
            }
            if (!m_characters.contains(code) || meaningless.contains(m_characters.value(code))) {
                faults.append(u"6.2.11.7.2: a code without a character"_qs);
            }
        }
    }

    QPDFObjectHandle m_fonts;
    std::vector<QPDFObjectHandle> m_operands;
    QHash<QByteArray, QByteArray> m_characters;
    bool m_isComposite = false;
    int m_nested = 0;
};

} // namespace

QStringList pdfPageTextFaults(const QPDFObjectHandle &page)
{
    QPDFObjectHandle shown(page);
    Operators operators(shown.getKey("/Resources").getKey("/Font"));
    shown.parsePageContents(&operators);
    return operators.faults;
}

} // namespace motcua::testsupport
