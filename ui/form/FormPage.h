// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormChecker.h"
#include "models/form/OfferedAnswers.h"
#include "ui/form/FormBody.h"
#include "ui/shell/Page.h"

#include <QDate>
#include <QPointer>
#include <QTimer>

class QVBoxLayout;

namespace motcua {

/** A declaration drawn from its schema: every answer is told as it is typed, and what is missing is a list one can walk. */
class FormPage : public Page
{
    Q_OBJECT

public:
    explicit FormPage(QWidget *parent = nullptr);

    /** What address fields know the communes from, for forms drawn from now on; without it an address is plain text. */
    void setAddresses(AddressBook *addresses);

    /** Draws another form, or the same one anew; `today` is the day of receipt, by which dates are judged. */
    void setForm(const FormChecker &form, const FormDraft &draft, QDate today);

    /** Shows an answer that did not come from this page, without telling fieldChanged(). */
    void setValue(const QString &path, const FieldValue &value);

    /**
     * Puts what is offered into fields nobody has answered, for the officer asked for it by scanning, and tells fieldChanged() of each; Undo takes
     * all of it back. Where something else stands both are shown, and the officer takes the one or leaves the other. What it says of it, also where
     * another page is shown and nobody hears it; empty before there is a form.
     */
    QString offer(const OfferedAnswers &offered);

    /** What was offered turned out to be worth nothing: where it stands as a chip gave it, the form is as if nobody had answered. */
    void withdraw(const OfferedAnswers &offered);

    /** What stands in the form as `from` said it comes from where `offered` says: a code was no card's, but a picture on a telephone. */
    void reattribute(const OfferedAnswers &offered, Provenance from);

    /** The paths under which something is offered, from top to bottom. */
    [[nodiscard]] QStringList offers() const;

    /** What keeps the dossier from being accepted beyond this form, such as papers. */
    void setOtherTasks(const QStringList &tasks);
    void setHeading(const QString &heading);
    void setMainLabel(const QString &label);

    [[nodiscard]] const FormDraft &draft() const { return m_draft; }
    [[nodiscard]] const QList<Violation> &problems() const { return m_judgement.violations; }
    /** The question at a path such as "child[2].name"; null when it is not drawn. */
    [[nodiscard]] FieldRow *row(const QString &path) const { return m_body ? m_body->row(path) : nullptr; }

    /** Puts the caret where a field or a section is put right; false when the form does not show it. */
    bool focusField(const QString &path);

    /** The path of the field that has the caret; empty when none has. */
    [[nodiscard]] QString focusedField() const;

    [[nodiscard]] QString heading() const override { return m_heading; }
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;
    bool enter(QWidget *focused) override;
    void setKeys(const KeyMap &keys) override;

Q_SIGNALS:
    void reviewAsked(); ///< the citizen is to see what is written, or no longer
    void awayAsked(); ///< the papers are not received: what is missing is asked for, or they are refused
    /** One answer, or under a section's id that it was declared absent or taken back. */
    void fieldChanged(const QString &path, const motcua::FieldValue &value);
    /** Rows were added or removed: every path after them means another answer. */
    void formChanged(const motcua::FormDraft &form);
    void advanced(); ///< Ctrl+Enter: to the next step, whatever is missing

private:
    /** What can be had back: a row that was removed, or the answers that stood where an offer was put. */
    struct Undone
    {
        QString section = {}; ///< of the row; empty for an offer
        int row = 0;
        FormDraft before = {};
        QList<OfferedAnswer> put = {};
    };

    void take(const QString &path, const FieldValue &value);
    void judge();
    void walk();
    void nextEmptyKind();
    void turnAbsent();
    void addRow();
    void removeRow();
    void bringBack();
    void bringBackRow(const Undone &undone);
    void takeBack(const Undone &undone);
    void put(const QList<OfferedAnswer> &answers);
    void raise(const QList<OfferedAnswer> &answers);
    void fillSamePerson(const FormDraft &before, bool afterCard = false);
    void emptyOtherPerson(const FormDraft &before);
    void takeOffer();
    void take(const QString &path);
    void tellOnlyShown(const QString &path);
    void keep(const QString &path);
    void dropOffer(const QString &path);
    void dropAnsweredOffer(const QString &path);
    void drawOffers();
    void forgetOffersInRows();
    [[nodiscard]] QString offerHere() const;
    void tellRows(QWidget *caret);
    [[nodiscard]] FieldRow *openList() const;
    [[nodiscard]] QList<PageAct> rowActs() const;

    AddressBook *m_addresses = nullptr;
    FormChecker m_form;
    FormDraft m_draft;
    QDate m_today;
    QString m_heading;
    QString m_mainLabel;
    KeyMap m_keys;
    Judgement m_judgement;
    QStringList m_otherTasks;
    QVBoxLayout *m_column = nullptr;
    FormBody *m_body = nullptr;
    FormBody::Place m_place; ///< where the caret was when the acts were last drawn
    QString m_walked; ///< what Ctrl+E led to last ...
    QPointer<QWidget> m_walkedTo; ///< ... and where the caret has stood since
    QList<Undone> m_undo; ///< the last one first to come back
    QMap<QString, OfferedAnswer> m_offers; ///< by path
    QMap<QString, FieldValue> m_raised; ///< what stood there before a better source said the same, by path
    QTimer m_undoTimer;
};

} // namespace motcua
