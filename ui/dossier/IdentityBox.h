// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Receiver.h"
#include "models/form/FormSchema.h"
#include "ui/dossier/Want.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace motcua {

class OptionBox;

/**
 * What is asked of whoever takes a result away without being known by the slip: how they showed who they are, and of a delegate their name
 * and the paper that gives the authority.
 *
 * The questions and what can be chosen are those of the form "hand-over"; nothing is asked, and nothing wanted, before setAsked().
 */
class IdentityBox : public QWidget
{
    Q_OBJECT

public:
    /** `hasSheet`: there is a sheet that can be signed for a lost slip. */
    IdentityBox(const FormSchema &form, bool hasSheet, QWidget *parent = nullptr);

    /** Who receives it, and whether their slip is lost. `known`: the personal number the dossier has of them, which need not be
     * typed where the paper they showed bears it. */
    void setAsked(std::optional<Receiver::Who> who, bool slipLost, const QString &known);

    [[nodiscard]] QList<Want> wants() const;

    /** As asked; of somebody of whom nothing is asked only who they are. */
    [[nodiscard]] Receiver receiver() const;

    /** The sheet for a lost slip is to be made; else they sign the register. */
    [[nodiscard]] bool signsSheet() const;

Q_SIGNALS:
    void edited();

private:
    QLineEdit *addLine(const QString &field, int row, int column, int span);
    OptionBox *addOptions(const QString &field, int row, int column);
    void add(const QString &field, QWidget *editor, int row, int column, int span);
    void follow();
    void setShown(QWidget *editor, bool shown);
    [[nodiscard]] ShownIdentity shown() const;
    [[nodiscard]] QString standing() const;
    [[nodiscard]] QString fault(const QString &name, const QString &typed) const;
    [[nodiscard]] const FieldOption *chosen(const QString &field, const OptionBox *box) const;
    [[nodiscard]] bool isDelegate() const { return m_who == Receiver::Who::Delegate; }

    FormSchema m_form;
    std::optional<Receiver::Who> m_who;
    bool m_slipLost = false;
    QString m_known;
    QGridLayout *m_grid = nullptr;
    QMap<QWidget *, QLabel *> m_labels;
    QLineEdit *m_name = nullptr;
    OptionBox *m_way = nullptr;
    OptionBox *m_why = nullptr;
    QLineEdit *m_document = nullptr;
    OptionBox *m_authority = nullptr;
    QLineEdit *m_note = nullptr;
    QCheckBox *m_sheet = nullptr; ///< null where there is none
};

} // namespace motcua
