// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/Provenance.h"

#include <QHash>
#include <QList>
#include <QSharedData>
#include <QSharedDataPointer>
#include <QString>

namespace motcua {

/** One answer of an enumeration or a category: the code is stored, the label shown and printed. */
struct FieldOption
{
    QString code = {};
    QString label = {};
    QString labelEn = {};
    bool proves = false; ///< of how somebody showed who they are: the officer saw what proves it ...
    QList<Provenance> provesNotFrom = {}; ///< ... but not where the number of that person comes from one of these

    friend bool operator==(const FieldOption &, const FieldOption &) = default;
};

/** A published list of answers that many forms share, such as the ethnic groups; implicitly shared, so a field carries it at no cost. */
class Category
{
public:
    /** The list without items that no field has. */
    Category();

    /** Codes are unique; `open` takes any other text as well. */
    Category(const QString &id, const QString &name, bool open, const QList<FieldOption> &items);

    [[nodiscard]] const QString &id() const { return m_data->id; }
    [[nodiscard]] const QString &name() const { return m_data->name; }
    [[nodiscard]] bool isNull() const { return m_data->id.isEmpty(); }
    [[nodiscard]] bool isOpen() const { return m_data->open; }
    [[nodiscard]] const QList<FieldOption> &items() const { return m_data->items; }

    /** The item with this code, or null; valid as long as some copy of the list lives. */
    [[nodiscard]] const FieldOption *item(const QString &code) const;

    /**
     * The items whose label, or a word of it, begins with what was typed, without regard to marks and case: "tay" finds Tày.
     * Those whose label begins with it come first; within both the order of the list. At most `limit`.
     */
    [[nodiscard]] QList<FieldOption> startingWith(const QString &typed, int limit = 50) const;

    /** The code of the item whose label is `typed` but for marks, case and spaces; empty when none or several are. */
    [[nodiscard]] QString codeOf(const QString &typed) const;

    friend bool operator==(const Category &a, const Category &b)
    {
        return a.m_data == b.m_data
            || (a.m_data->id == b.m_data->id && a.m_data->name == b.m_data->name && a.m_data->open == b.m_data->open
                && a.m_data->items == b.m_data->items);
    }

private:
    struct Data : QSharedData
    {
        QString id = {};
        QString name = {};
        bool open = false;
        QList<FieldOption> items = {};
        QHash<QString, qsizetype> byCode = {};
        QStringList keys = {}; ///< folded labels, as the items lie
    };
    QSharedDataPointer<const Data> m_data;
};

} // namespace motcua
