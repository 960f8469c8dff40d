// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/OutboxDelegate.h"

#include "ui/itemmodels/OutboxItemModel.h"

namespace motcua {

void OutboxDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == OutboxItemModel::What && index.data(OutboxItemModel::AttentionRole).toBool()) {
        option->font.setBold(true); // its sign and its words say it too
    }
}

} // namespace motcua
