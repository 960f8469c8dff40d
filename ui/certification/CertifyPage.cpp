// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/CertifyPage.h"

#include "models/form/Typed.h"
#include "ui/widgets/CountBox.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/SecretEdit.h"
#include "ui/widgets/WrapLabel.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int WidestCertifyLine = 560;
constexpr int LongestCertifyText = 200; // as the register takes it

} // namespace

CertifyPage::CertifyPage(QWidget *parent)
    : Page(parent)
    , m_outer(new QVBoxLayout(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_outer->setContentsMargins(16, 12, 16, 16);
}

void CertifyPage::begin(const CertifyView &view)
{
    m_view = view;
    m_voids = false;
    m_busy = false;
    build();
    follow();
    Q_EMIT headingChanged();
}

void CertifyPage::forget()
{
    begin({});
}

void CertifyPage::build()
{
    if (m_content) { // it may be one of its own buttons that asked
        m_content->hide();
        m_content->deleteLater();
    }
    m_paper = m_fee = m_signer = m_title = m_reason = m_approver = nullptr;
    m_pages = m_copies = nullptr;
    m_void = nullptr;
    m_password = nullptr;
    m_content = new QWidget(this);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_outer->addWidget(m_content, 0, Qt::AlignTop);
    m_column->addWidget(new WrapLabel(m_view.code + QStringLiteral(" · ") + m_view.procedure, m_content, "secondary"));
    isHeld() ? buildHeld() : buildLine();
    m_content->show();
}

void CertifyPage::buildLine()
{
    m_paper = addText(tr("Paper of which copies are certified, without a person's name"), m_view.line.paper);
    m_pages = addCount(tr("Pages of the original"), m_view.line.pages, m_view.mostPages);
    m_copies = addCount(tr("Copies"), m_view.line.copies, m_view.mostCopies);
    m_fee = addText(tr("Fee of all copies"), edited(FieldType::Money, QString::number(m_view.line.fee.dong)));
    m_signer = addText(tr("Who signs"), m_view.line.signer);
    m_title = addText(tr("Their title"), m_view.line.title);
    for (QLineEdit *counted : {m_paper, m_pages->edit(), m_copies->edit()}) {
        connect(counted, &QLineEdit::textChanged, this, &CertifyPage::countFee);
    }
}

void CertifyPage::buildHeld()
{
    const CertifyView::Line &line = m_view.line;
    m_column->addWidget(new WrapLabel(tr("Entered in book %1 under number %2.").arg(m_view.book, m_view.number), m_content));
    m_column->addWidget(new WrapLabel(tr("%1 · %n page(s) of the original", nullptr, line.pages).arg(line.paper), m_content));
    m_column->addWidget(new WrapLabel(tr("%n certified copy(s) · %1", nullptr, line.copies).arg(line.fee.toString()), m_content));
    m_column->addWidget(new WrapLabel(line.title + QStringLiteral(" · ") + line.signer, m_content));
    if (!m_voids) {
        m_void = new KeyButton(tr("Void this line"), QStringLiteral("V"), KeyButton::Role::Plain, m_content);
        connect(m_void, &QPushButton::clicked, this, &CertifyPage::beginVoiding);
        m_column->addWidget(m_void, 0, Qt::AlignLeft);
        return;
    }
    m_column->addWidget(new WrapLabel(tr("The line will not hold any more; its number stays used. The dossier can then be entered again."), m_content, "warning"));
    m_reason = addText(tr("Why it is voided (stands in the register)"), {});
    if (m_view.needsApprover) {
        m_column->addWidget(new WrapLabel(tr("A supervisor stands beside you and signs in here. You stay signed in."), m_content, "secondary"));
        m_approver = addText(tr("Sign-in name of the supervisor"), {});
        m_password = new SecretEdit(m_content);
        m_password->setMaximumWidth(WidestCertifyLine);
        addLabel(tr("Their password"), m_password);
        m_column->addWidget(m_password);
        connect(m_password, &QLineEdit::textChanged, this, &CertifyPage::follow);
    }
}

void CertifyPage::beginVoiding()
{
    m_voids = true;
    build();
    follow();
    m_reason->setFocus(Qt::OtherFocusReason);
}

QLineEdit *CertifyPage::addText(const QString &label, const QString &text)
{
    auto *line = new QLineEdit(text, m_content);
    line->setMaxLength(LongestCertifyText);
    line->setMaximumWidth(WidestCertifyLine);
    addLabel(label, line);
    m_column->addWidget(line);
    connect(line, &QLineEdit::textChanged, this, &CertifyPage::follow);
    return line;
}

CountBox *CertifyPage::addCount(const QString &label, int count, int most)
{
    auto *box = new CountBox(m_content);
    box->setRange(1, most);
    box->edit()->setText(count > 0 ? QString::number(count) : QString());
    addLabel(label, box->edit());
    m_column->addWidget(box, 0, Qt::AlignLeft);
    connect(box->edit(), &QLineEdit::textChanged, this, &CertifyPage::follow);
    return box;
}

void CertifyPage::addLabel(const QString &label, QWidget *buddy)
{
    auto *words = new WrapLabel(label, m_content, "secondary");
    words->setBuddy(buddy);
    buddy->setAccessibleName(label);
    m_column->addWidget(words);
}

void CertifyPage::countFee()
{
    const std::optional<Money> fee = m_view.fee ? m_view.fee(line()) : std::nullopt;
    if (fee) {
        m_fee->setText(edited(FieldType::Money, QString::number(fee->dong)));
    }
}

void CertifyPage::follow()
{
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

void CertifyPage::setBusy(bool busy)
{
    m_busy = busy;
    if (m_content) {
        m_content->setEnabled(!busy);
    }
    Q_EMIT actsChanged();
}

void CertifyPage::setRefused()
{
    if (m_password) {
        (void)m_password->take();
    }
    setBusy(false);
}

CertifyView::Line CertifyPage::line() const
{
    if (!m_paper) {
        return m_view.line;
    }
    return {.paper = m_paper->text().simplified(),
        .pages = m_pages->edit()->text().toInt(),
        .copies = m_copies->edit()->text().toInt(),
        .fee = typedMoney(m_fee->text()).value_or(Money{}),
        .signer = m_signer->text().simplified(),
        .title = m_title->text().simplified()};
}

QString CertifyPage::reason() const
{
    return m_reason ? m_reason->text().trimmed() : QString();
}

QString CertifyPage::approver() const
{
    return m_approver ? m_approver->text().trimmed() : QString();
}

QString CertifyPage::password() const
{
    return m_password ? m_password->text() : QString();
}

QList<Want> CertifyPage::wants() const
{
    QList<Want> wants;
    const auto want = [&wants](bool isWanted, const QString &words, QWidget *where) {
        if (isWanted) {
            wants.append({words, where});
        }
    };
    if (m_paper) {
        const CertifyView::Line now = line();
        want(now.paper.isEmpty(), tr("The name of the paper is missing."), m_paper);
        want(now.pages < 1 || now.pages > m_view.mostPages, tr("The pages of the original are not counted."), m_pages->edit());
        want(now.copies < 1 || now.copies > m_view.mostCopies, tr("The copies are not counted."), m_copies->edit());
        want(!typedMoney(m_fee->text()), tr("The fee is missing."), m_fee);
        want(now.signer.isEmpty(), tr("Who signs is missing."), m_signer);
        want(now.title.isEmpty(), tr("The title of who signs is missing."), m_title);
    }
    want(m_reason && reason().isEmpty(), tr("The reason is missing."), m_reason);
    want(m_approver && approver().isEmpty(), tr("The supervisor has not signed in."), m_approver);
    want(m_password && !approver().isEmpty() && password().isEmpty(), tr("The supervisor's password is missing."), m_password);
    return wants;
}

QString CertifyPage::heading() const
{
    return m_voids ? tr("Void a line of the register") : isHeld() ? tr("In the register of certifications") : tr("Enter in the register of certifications");
}

QList<PageAct> CertifyPage::acts() const
{
    const QList<Want> wanted = wants();
    const QString refusal = m_busy ? tr("It is being recorded. Please wait a moment.")
        : wanted.isEmpty()         ? QString()
                                   : wanted.constFirst().words + u' ' + tr("Nothing was changed.");
    const PageAct next{KeyAct::NextToDo, {}, {}, false};
    if (m_voids) {
        return wanted.isEmpty() ? QList<PageAct>{{KeyAct::Main, tr("Void the line"), refusal, true}} : QList<PageAct>{next, {KeyAct::Main, tr("Void the line"), refusal, true}};
    }
    if (!isHeld()) {
        QList<PageAct> acts{{KeyAct::Filter, tr("Register of the year"), m_busy ? refusal : QString(), true}};
        if (!wanted.isEmpty()) {
            acts.append(next);
        }
        return acts << PageAct{KeyAct::Main, tr("Enter in the register"), refusal, true};
    }
    return {{KeyAct::Filter, tr("Register of the year"), m_busy ? refusal : QString(), true},
        {KeyAct::TakeOffer, tr("Sign an electronic copy"), m_busy ? refusal : m_view.unsignable, true},
        {KeyAct::Main, tr("Print the statement"), m_view.prints ? refusal : tr("There is no printer at this desk. Nothing was printed."), true}};
}

void CertifyPage::perform(KeyAct act, int)
{
    if (act == KeyAct::NextToDo) {
        firstField()->setFocus(Qt::OtherFocusReason);
    } else if (act == KeyAct::Filter) {
        Q_EMIT registerAsked();
    } else if (act == KeyAct::TakeOffer) {
        Q_EMIT signAsked();
    } else if (act != KeyAct::Main) {
        return;
    } else if (m_voids) {
        Q_EMIT voidAsked();
    } else if (isHeld()) {
        Q_EMIT printAsked();
    } else {
        Q_EMIT enterAsked();
    }
}

QWidget *CertifyPage::firstField() const
{
    const QList<Want> wanted = wants();
    return m_busy || wanted.isEmpty() ? const_cast<CertifyPage *>(this) : wanted.constFirst().where;
}

QStringList CertifyPage::tasks() const
{
    QStringList tasks;
    for (const Want &one : wants()) {
        tasks.append(one.words);
    }
    return tasks;
}

bool CertifyPage::closeInner()
{
    if (!m_voids) {
        return false;
    }
    m_voids = false;
    build();
    follow();
    setFocus(Qt::OtherFocusReason);
    return true;
}

void CertifyPage::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
    if (isPlain && event->key() == Qt::Key_V && m_void && !m_busy) {
        beginVoiding();
    } else {
        Page::keyPressEvent(event);
    }
}

} // namespace motcua
