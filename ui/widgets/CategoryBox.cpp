// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CategoryBox.h"

#include "models/base/Text.h"

namespace motcua {

CategoryBox::CategoryBox(Source source, bool open, QWidget *parent)
    : ChoiceLine(parent)
    , m_source(std::move(source))
    , m_open(open)
{
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!m_setting) {
            m_code.clear();
        }
    });
    connect(this, &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (typed.trimmed().isEmpty()) {
            closeList();
        } else {
            offer(typed);
        }
    });
}

void CategoryBox::setEntry(const Entry &entry)
{
    m_setting = true;
    m_code = entry.code;
    setText(entry.label);
    m_setting = false;
}

void CategoryBox::take(int row)
{
    const Entry entry = m_entries.value(row);
    if (!entry.code.isEmpty()) {
        setEntry(entry);
        Q_EMIT chosen(entry.code);
    }
}

bool CategoryBox::offerAll()
{
    // A chosen entry is looked up among all the others; typed letters go on choosing.
    offer(m_code.isEmpty() ? text() : QString());
    return true;
}

void CategoryBox::offer(const QString &typed)
{
    m_entries = m_source(typed);
    QStringList labels;
    int marked = 0;
    const QString key = text::folded(typed);
    bool isListed = false;
    for (int row = 0; row < m_entries.size(); ++row) {
        labels.append(m_entries.at(row).label);
        isListed = isListed || text::folded(labels.constLast()) == key;
        if (!m_code.isEmpty() && m_entries.at(row).code == m_code) {
            marked = row;
        }
    }
    if (!m_entries.isEmpty() && m_open && !key.isEmpty() && !isListed) {
        m_entries.append({{}, typed});
        labels.append(tr("“%1” as typed").arg(typed.trimmed()));
    }
    openList(labels, marked);
}

} // namespace motcua
