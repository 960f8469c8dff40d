// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/ChoiceLine.h"

#include <QList>

#include <functional>

namespace motcua {

/** A line with a published list under it. An open box also offers what was typed, as the last entry. */
class CategoryBox : public ChoiceLine
{
    Q_OBJECT

public:
    struct Entry
    {
        QString code = {};
        QString label = {};
    };
    /** What fits to what was typed, best first; everything for an empty text. */
    using Source = std::function<QList<Entry>(const QString &typed)>;

    CategoryBox(Source source, bool open, QWidget *parent = nullptr);

    /** The code of the entry that was chosen; empty when the text was typed. */
    [[nodiscard]] QString code() const { return m_code; }

    /** Puts an entry into the line without telling chosen(). */
    void setEntry(const Entry &entry);

Q_SIGNALS:
    void chosen(const QString &code);

protected:
    void take(int row) override;
    bool offerAll() override;

private:
    void offer(const QString &typed);

    Source m_source;
    bool m_open = false;
    QString m_code;
    bool m_setting = false;
    QList<Entry> m_entries; ///< what the list shows; an entry without code stands for what was typed
};

} // namespace motcua
