// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include <QList>

class QLabel;
class QLineEdit;

namespace motcua {

class EmptyNote;
class PaperTable;

/** What the page of the register shows: some lines of a year, and the sums of all of them. */
struct RegisterView
{
    int year = 0;
    QList<QStringList> rows = {}; ///< shape, paper, book and number, day, copies, fee, who signed, dossier
    QString sums = {}; ///< of the year, month by month
    bool hasMore = false; ///< lines follow behind these
    QString looked = {}; ///< for what was looked; empty: all of the year
};

/** The register of certifications of a year, some lines at a time, found by number or by the paper's name. */
class RegisterPage : public Page
{
    Q_OBJECT

public:
    explicit RegisterPage(QWidget *parent = nullptr);

    void setView(const RegisterView &view);
    /** What was found and typed is gone. */
    void forget();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    bool enter(QWidget *focused) override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void lookAsked(const QString &words); ///< empty: all of the year
    void nextAsked(); ///< the lines behind these
    void yearAsked(int year);

private:
    RegisterView m_view;
    QLineEdit *m_words = nullptr;
    PaperTable *m_table = nullptr;
    EmptyNote *m_empty = nullptr;
    QLabel *m_sums = nullptr;
};

} // namespace motcua
