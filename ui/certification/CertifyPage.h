// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "ui/dossier/Want.h"
#include "ui/shell/Page.h"

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace motcua {

class CountBox;
class KeyButton;
class SecretEdit;

/** What stands in the register about a dossier, or what is to go in. */
struct CertifyView
{
    /** What is written into a line. */
    struct Line
    {
        QString paper = {};
        int pages = 0;
        int copies = 0;
        Money fee = {};
        QString signer = {};
        QString title = {};
    };

    QString code = {}; ///< of the dossier
    QString procedure = {};
    Line line = {};
    std::function<std::optional<Money>(const Line &line)> fee = {}; ///< by the law; none where it cannot be told
    QString book = {}; ///< of the line that holds; empty: it is still to be entered
    QString number = {};
    int mostPages = 0;
    int mostCopies = 0;
    bool needsApprover = false; ///< to void it
    bool prints = false;
    QString unsignable = {}; ///< why no electronic copy can be signed; empty when it can
};

/** One line of the register of certifications: entered by one key, and from then on its statement printed or the line voided. V begins to void. */
class CertifyPage : public Page
{
    Q_OBJECT

public:
    explicit CertifyPage(QWidget *parent = nullptr);

    void begin(const CertifyView &view);
    /** Nothing of it stands there for whoever comes next. */
    void forget();
    void setBusy(bool busy);
    /** It was not recorded: everything said stands, but for the password, which is asked again. */
    void setRefused();

    [[nodiscard]] CertifyView::Line line() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString approver() const;
    [[nodiscard]] QString password() const;

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;
    bool closeInner() override;

Q_SIGNALS:
    void enterAsked();
    void voidAsked();
    void printAsked();
    void signAsked(); ///< an electronic copy
    void registerAsked(); ///< of the whole year

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildLine();
    void buildHeld();
    void beginVoiding();
    QLineEdit *addText(const QString &label, const QString &text);
    CountBox *addCount(const QString &label, int count, int most);
    void addLabel(const QString &label, QWidget *buddy);
    void countFee();
    void follow();
    [[nodiscard]] bool isHeld() const { return !m_view.number.isEmpty(); }
    [[nodiscard]] QList<Want> wants() const;

    CertifyView m_view;
    bool m_voids = false; ///< the line that holds is being voided
    bool m_busy = false;
    QVBoxLayout *m_outer = nullptr;
    QWidget *m_content = nullptr; ///< everything of one line
    QVBoxLayout *m_column = nullptr; ///< in it
    QLineEdit *m_paper = nullptr;
    CountBox *m_pages = nullptr;
    CountBox *m_copies = nullptr;
    QLineEdit *m_fee = nullptr;
    QLineEdit *m_signer = nullptr;
    QLineEdit *m_title = nullptr;
    KeyButton *m_void = nullptr;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_approver = nullptr;
    SecretEdit *m_password = nullptr;
};

} // namespace motcua
