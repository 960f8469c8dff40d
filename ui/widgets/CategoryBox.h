// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QList>
#include <QListView>
#include <QPointer>

#include <functional>

class QStringListModel;

namespace motcua {

/**
 * A line with a list of what fits under it: ↑ ↓ walk through it, Enter chooses, Esc closes it and leaves the line as typed.
 *
 * The list takes no focus and is no window of its own, so whatever covers the window covers it too. An open box also offers what
 * was typed, as the last entry.
 */
class CategoryBox : public QLineEdit
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
    ~CategoryBox() override;

    /** The code of the entry that was chosen; empty when the text was typed. */
    [[nodiscard]] QString code() const { return m_code; }

    /** Puts an entry into the line without telling chosen(). */
    void setEntry(const Entry &entry);

    [[nodiscard]] bool isListOpen() const;
    /** What the list shows, in order; the last one of an open box may be what was typed. */
    [[nodiscard]] QStringList listed() const;

    void closeList();

    /** Chooses the entry that is marked in the list, which closes it. */
    void takeListed();

Q_SIGNALS:
    void chosen(const QString &code);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void offer(const QString &typed);
    void place();
    void mark(int row);
    [[nodiscard]] QWidget *ground() const;

    Source m_source;
    bool m_open = false;
    QString m_code;
    bool m_setting = false;
    QList<Entry> m_entries; ///< what the list shows; an entry without code stands for what was typed
    QPointer<QListView> m_list; ///< made when first opened; belongs to the ground it lies on
    QStringListModel *m_model = nullptr;
};

} // namespace motcua
