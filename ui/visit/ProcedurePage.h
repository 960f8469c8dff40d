// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include "models/catalogue/Procedure.h"
#include "models/visit/Envelope.h"

#include <optional>

class QLabel;
class QLineEdit;
class QTableView;

namespace motcua {

class EnvelopeBox;
class ProcedureItemModel;

/** Step "procedure": a few letters without tone marks, arrows, Enter. */
class ProcedurePage : public Page
{
    Q_OBJECT

public:
    explicit ProcedurePage(QWidget *parent = nullptr);

    void setProcedures(const QList<Procedure> &procedures, const QMap<QString, int> &usedToday = {});

    /** Empty again, for the next visit. */
    void reset();

    /** The procedure that is left for another one; empty: a dossier is begun. */
    void setChanged(const QString &from);

    /** Whom it is for: an envelope, whose facts are asked for beside the procedure, or somebody at the desk. `mayTurn`: the officer may say so. */
    void setEnvelope(const std::optional<Envelope> &envelope, QDate today, bool mayTurn);
    /** What the house says of what may come by post. */
    void setPostRule(const QString &sentence);
    /** A number was scanned: true where it was that of the envelope. */
    bool takeNumber(const QString &text);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    bool enter(QWidget *focused) override;
    [[nodiscard]] QStringList tasks() const override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void procedureChosen(const QString &code);
    void needsAsked(const QString &code); ///< what has to be brought for it
    void envelopeSaid(const std::optional<motcua::Envelope> &envelope); ///< whom it is for, whatever is still missing of it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_from;
    void search(const QString &letters);
    void choose();
    void ask();
    void turnPost(bool byPost);
    void goToFault();
    [[nodiscard]] bool isByPost() const;
    [[nodiscard]] QList<Envelope::Fault> faults() const;
    [[nodiscard]] const Procedure *current() const;

    EnvelopeBox *m_envelope = nullptr; ///< shown while it is for an envelope
    QDate m_today;
    bool m_mayTurn = false;
    QLineEdit *m_letters = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    ProcedureItemModel *m_model = nullptr;
};

} // namespace motcua
