// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MarkedLabel.h"

namespace motcua {

MarkedLabel::MarkedLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
}

void MarkedLabel::tell(const QString &text, const QList<TextSpan> &marked)
{
    m_words = text;
    m_marked = marked;
    setAccessibleName(text);
    if (marked.isEmpty()) {
        setTextFormat(Qt::PlainText);
        setText(text);
        return;
    }
    // What a citizen wrote must never be read as a document: all of it is escaped, and the marks are ours.
    const auto escaped = [&text](qsizetype from, qsizetype length) {
        return text.mid(from, length).toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>"));
    };
    QString html;
    qsizetype done = 0;
    for (const TextSpan &span : marked) {
        html += escaped(done, span.from - done) + QStringLiteral("<b><u>") + escaped(span.from, span.length) + QStringLiteral("</u></b>");
        done = span.from + span.length;
    }
    setTextFormat(Qt::RichText);
    setText(html + escaped(done, -1));
}

} // namespace motcua
