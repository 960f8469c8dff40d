// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/FolderItemModel.h"

#include "models/base/Text.h"
#include "ui/shell/ShownTime.h"
#include "ui/files/FileWords.h"

#include <algorithm>

namespace motcua {

FolderItemModel::FolderItemModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FolderItemModel::setView(const FolderView &view)
{
    beginResetModel();
    m_view = view;
    m_marked.removeIf([&view](const QString &path) {
        const bool isHere = path.startsWith(view.folder + u'/') && !path.mid(view.folder.size() + 1).contains(u'/');
        return isHere && std::none_of(view.entries.cbegin(), view.entries.cend(), [&path](const FolderEntry &one) { return one.path == path; });
    });
    choose();
    endResetModel();
}

void FolderItemModel::setLetters(const QString &letters)
{
    beginResetModel();
    m_letters = letters;
    choose();
    endResetModel();
}

void FolderItemModel::choose()
{
    m_shown.clear();
    const QStringList typed = text::foldedWords(m_letters);
    for (qsizetype at = 0; at < m_view.entries.size(); ++at) {
        if (text::fits(typed, m_view.entries.at(at).name)) {
            m_shown.append(at);
        }
    }
}

const FolderEntry *FolderItemModel::entry(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_view.entries.at(m_shown.at(row)) : nullptr;
}

void FolderItemModel::turnMark(int row)
{
    const FolderEntry *one = entry(row);
    if (!one || one->kind != FolderEntry::Kind::File) {
        return;
    }
    if (m_marked.removeAll(one->path) == 0) {
        m_marked.append(one->path);
    }
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void FolderItemModel::clearMarks()
{
    beginResetModel();
    m_marked.clear();
    endResetModel();
}

int FolderItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int FolderItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FolderItemModel::shape(const FolderEntry &entry) const
{
    switch (entry.kind) {
    case FolderEntry::Kind::Medium:
        return QStringLiteral("⏏");
    case FolderEntry::Kind::Folder:
        return QStringLiteral("▸");
    case FolderEntry::Kind::File:
        return m_marked.contains(entry.path) ? QStringLiteral("✔") : QStringLiteral("▤");
    }
    return {};
}

QVariant FolderItemModel::data(const QModelIndex &index, int role) const
{
    const FolderEntry *one = entry(index.row());
    if (!one) {
        return {};
    }
    const bool isFile = one->kind == FolderEntry::Kind::File;
    if (role == Qt::AccessibleTextRole && index.column() == Shape) {
        return m_marked.contains(one->path) ? tr("marked") : folderKindWords(one->kind);
    }
    if (role == Qt::TextAlignmentRole && index.column() == Size) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Shape:
        return shape(*one);
    case Name:
        return one->name;
    case Size:
        return isFile ? sizeWords(one->bytes) : folderKindWords(one->kind);
    case Changed:
        return isFile ? shownMoment(one->changed) : QString();
    default:
        return {};
    }
}

QVariant FolderItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section == Size && role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Size:
        return tr("Size");
    case Changed:
        return tr("Changed");
    default:
        return QString();
    }
}

} // namespace motcua
