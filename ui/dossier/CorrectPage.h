// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dossier/CorrectWords.h"
#include "ui/shell/Page.h"

#include <QPointer>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace motcua {

class AddressBook;
class CategoryBox;
class FieldRow;
class RowGroup;
class SecretEdit;

/** A correction that is being written: what was chosen, said, and why. */
struct CorrectDraft
{
    Correction said = {};
    QStringList chosen = {}; ///< paths, in the order they were chosen
    QString reason = {};

    [[nodiscard]] bool isEmpty() const { return said.said().isEmpty() && reason.trimmed().isEmpty(); }
};

/**
 * Answers of an accepted dossier are put right: a few letters find the answer, the new one is written where the form would take it, beside
 * what stands there now, and below it is told what will happen.
 */
class CorrectPage : public Page
{
    Q_OBJECT

public:
    explicit CorrectPage(QWidget *parent = nullptr);

    /** What address fields know the communes from; before the first begin(). */
    void setAddresses(AddressBook *addresses);

    /** Another correction, or the same one where it was left. */
    void begin(const CorrectFacts &facts, const CorrectDraft &draft);
    /** Somebody wrote answers at `paths` meanwhile: what stands is shown anew, and what was typed stays. */
    void rebase(const Dossier &now, const QStringList &paths);
    /** The sheets are others by now, such as a slip that came out. */
    void setFacts(const CorrectFacts &facts);
    /** Nothing of it stands there for whoever comes next. */
    void forget();

    [[nodiscard]] CorrectDraft draft() const;
    [[nodiscard]] QString approver() const;
    [[nodiscard]] QString password() const;

    /** While it is being recorded: what is written cannot be changed. */
    void setBusy(bool busy);
    /** It was not recorded: everything said stands, but for the password, which is asked again. */
    void setRefused();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;
    bool enter(QWidget *focused) override;
    bool closeInner() override;
    void setKeys(const KeyMap &keys) override;

Q_SIGNALS:
    void decided(); ///< the officer pressed the main key and nothing is wanted any more

private:
    /** One answer on the page. */
    struct Line
    {
        QString path = {};
        Correction::Question asked = {};
        RowGroup *box = nullptr;
        FieldRow *row = nullptr;
        QLabel *stands = nullptr;
    };
    /** Something that is still wanted, and where it is given. */
    struct Want
    {
        QString words = {};
        QString path = {}; ///< of an answer ...
        QWidget *where = nullptr; ///< ... or else the field
    };

    void build();
    void addApprover();
    QLabel *addLabel(const QString &text, QWidget *buddy);
    Line *add(const QString &path);
    void choose(const QString &path);
    void say(const Correction::Question &asked, const FieldValue &typed);
    void drop(const Line &gone);
    void drawAbsence(const Line &answered);
    void leaveAsItWas();
    void link();
    void follow();
    void judge();
    void drawFollows();
    [[nodiscard]] QList<Want> wants() const;
    [[nodiscard]] QString standsWords(const Correction::Question &asked) const;
    [[nodiscard]] const Line *focused() const;
    void lookAgain();

    AddressBook *m_addresses = nullptr;
    KeyMap m_keys;
    CorrectFacts m_facts;
    Correction m_said;
    QList<Line> m_lines;
    bool m_busy = false;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_content = nullptr; ///< everything of one correction
    CategoryBox *m_find = nullptr;
    QVBoxLayout *m_answers = nullptr;
    CategoryBox *m_reason = nullptr;
    QLineEdit *m_approver = nullptr;
    SecretEdit *m_password = nullptr;
    QVBoxLayout *m_follows = nullptr;
    QPointer<QWidget> m_caret; ///< where it stood when it was given to be recorded
    QString m_focused; ///< path of the answer that had the caret when the acts were last drawn
};

} // namespace motcua
