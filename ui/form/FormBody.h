// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"
#include "models/form/OfferedAnswers.h"
#include "ui/form/SectionView.h"

#include <QDate>
#include <QHash>
#include <QMap>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace motcua {

class AddressBook;
class FieldRow;

/**
 * The sections of a form under one another: finds its questions by their path and by the caret, and walks from top to bottom.
 *
 * The first picture of a form holds what a window has room for; what is below the edge is made after it, a section a turn, and at once when somebody asks
 * for it or the caret goes there.
 */
class FormBody : public QWidget
{
    Q_OBJECT

public:
    /** Where the caret is, or was before it left for a button elsewhere: null outside every section, row 0 outside every row. */
    struct Place
    {
        SectionView *view = nullptr;
        int row = 0;

        friend bool operator==(const Place &, const Place &) = default;
    };

    FormBody(const FormSchema &form, QDate today, AddressBook *addresses, QWidget *parent);

    void setKeys(const KeyMap &keys);

    /** Draws another draft, as if nobody had been here before. */
    void begin(const FormDraft &draft);
    /** Shows the computed answers of `draft`. */
    void follow(const FormDraft &draft);
    void judge(const FormFindings &findings);
    /** Under each answer what another source says of it, by path; nothing under the others. */
    void setOffers(const QMap<QString, OfferedAnswer> &offers, const KeyMap &keys);

    /** A row more at `row` of the section, or one fewer; `draft` holds the answers as they stand afterwards. */
    void insertRow(SectionView *view, int row, const FormDraft &draft);
    void removeRow(SectionView *view, int row, const FormDraft &draft);

    /** Ctrl+Z brings back no letters that were typed before. */
    void forgetTyping();

    /** The question at a path such as "child[2].name"; null when it is not drawn. */
    [[nodiscard]] FieldRow *row(const QString &path);
    /** The same, null also while it is still to be made: it is made with the draft that was told last. */
    [[nodiscard]] FieldRow *made(const QString &path) const { return m_rows.value(path); }
    [[nodiscard]] SectionView *view(const QString &section);

    /** How far down a section or an answer stands; -1 for one that is not drawn. */
    [[nodiscard]] qsizetype depth(const QString &path);

    [[nodiscard]] Place place() const;
    [[nodiscard]] FieldRow *focusedRow() const;
    /** The question with the caret or the one right above it, where something is offered under it; null when neither offers anything. */
    [[nodiscard]] FieldRow *offering() const;
    /** The section another row would be added to: where the caret is, else the first that repeats; null when none does that is made. */
    [[nodiscard]] SectionView *growing() const;

    /** Where the caret goes to put right what stands at `path`: for a computed answer, above it. Null when it is not shown. */
    [[nodiscard]] QWidget *target(const QString &path);
    /** The first question of a section, or of a row of it, that takes the caret; else what its head holds. */
    [[nodiscard]] static QWidget *first(const SectionView *view, int row = 0);
    [[nodiscard]] QWidget *first() const;

Q_SIGNALS:
    void changed(const QString &path, const motcua::FieldValue &value);
    void offerTaken(const QString &path);
    void offerRefused(const QString &path);
    void rowAsked();
    void completed(); ///< the last section was made

protected:
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    SectionView *makeNext();
    void makeAll();
    void tellApart(const SectionView *view) const;
    void link();
    void link(const SectionView *view);
    void offer(FieldRow *question);
    void showRows(const SectionView *view, const FormDraft &draft);
    [[nodiscard]] const QWidget *caret() const;

    QDate m_today;
    AddressBook *m_addresses = nullptr;
    QList<FormSection> m_pending; ///< still to be made, from top to bottom
    QHash<QString, int> m_asked; ///< how often, by label
    // What was told last, for those that are still to be made.
    KeyMap m_keys;
    FormDraft m_draft;
    FormFindings m_findings;
    QMap<QString, OfferedAnswer> m_offers;

    QTimer m_turns;
    bool m_isJudged = false;
    QWidget *m_lastStop = nullptr; ///< of those that are made
    QList<SectionView *> m_views;
    QHash<QString, FieldRow *> m_rows;
    QPointer<QWidget> m_caret; ///< what of this had it last
    QStringList m_order; ///< sections and their answers by path, from top to bottom
};

} // namespace motcua
