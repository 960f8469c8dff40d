// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/ProcedureItemModel.h"

#include "models/base/Text.h"
#include "ui/messages/Language.h"

#include <algorithm>

namespace motcua {

ProcedureItemModel::ProcedureItemModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ProcedureItemModel::setProcedures(const QList<Procedure> &procedures, const QMap<QString, int> &usedToday)
{
    m_lines.clear();
    for (const Procedure &one : procedures) {
        m_lines.append({one, text::foldedWords(one.name + u' ' + one.nameEn + u' ' + one.field), usedToday.value(one.code)});
    }
    std::stable_sort(m_lines.begin(), m_lines.end(), [](const Line &a, const Line &b) { return a.used > b.used; });
    choose();
}

void ProcedureItemModel::setLetters(const QString &letters)
{
    m_letters = letters;
    choose();
}

void ProcedureItemModel::choose()
{
    const QStringList wanted = text::foldedWords(m_letters);
    const QString code = m_letters.trimmed();
    beginResetModel();
    m_shown.clear();
    for (int index = 0; index < m_lines.size(); ++index) {
        const Line &line = m_lines.at(index);
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [&line](const QString &word) {
            return std::any_of(line.words.begin(), line.words.end(), [&word](const QString &one) { return one.startsWith(word); });
        });
        const bool isCode = !code.isEmpty() && line.procedure.code.startsWith(code);
        if (isCode) {
            m_shown.prepend(index);
        } else if (fits) {
            m_shown.append(index);
        }
    }
    endResetModel();
}

const Procedure *ProcedureItemModel::procedure(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_lines.at(m_shown.at(row)).procedure : nullptr;
}

int ProcedureItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ProcedureItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ProcedureItemModel::data(const QModelIndex &index, int role) const
{
    const Procedure *found = index.isValid() ? procedure(index.row()) : nullptr;
    if (!found || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    switch (static_cast<Column>(index.column())) {
    case Name:
        return Language::label(found->name, found->nameEn);
    case Code:
        return found->code;
    case Limit:
        return found->limitText;
    case Fee: {
        QStringList prices;
        for (const FeeRule &rule : found->fees) {
            prices.append(rule.unitPrice.toString());
        }
        return prices.isEmpty() ? tr("none") : prices.join(QStringLiteral(" + "));
    }
    case Used: {
        const int used = m_lines.at(m_shown.at(index.row())).used;
        return used > 0 ? QString::number(used) : QString();
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ProcedureItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Name:
        return tr("Procedure");
    case Code:
        return tr("Code");
    case Limit:
        return tr("Time limit");
    case Fee:
        return tr("Fee");
    case Used:
        return tr("Today");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace motcua
