// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/AcceptedPage.h"

#include "ui/messages/Sentence.h"
#include "ui/messages/StalledSentence.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Restyle.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace motcua {

AcceptedPage::AcceptedPage(QWidget *parent)
    : Page(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    const auto line = [this, column](const QString &property, const QString &value) {
        auto *label = new QLabel(this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        if (!property.isEmpty()) {
            label->setProperty(property.toLatin1().constData(), value);
        }
        column->addWidget(label);
        return label;
    };
    line(QStringLiteral("tone"), QStringLiteral("done"))->setText(QStringLiteral("✔ ") + tr("Received and recorded"));
    m_code = line(QStringLiteral("level"), QStringLiteral("number"));
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_person = line({}, {});
    m_promise = line(QStringLiteral("level"), QStringLiteral("heading"));
    m_fee = line({}, {});
    m_beside = line({}, {});
    m_copies = line({}, {});
    m_slipLine = line(QStringLiteral("tone"), {});
    auto *correct = new KeyButton(tr("Correct after acceptance"), QStringLiteral("S"), KeyButton::Role::Plain, this);
    connect(correct, &QPushButton::clicked, this, &AcceptedPage::correctionAsked);
    column->addWidget(correct, 0, Qt::AlignLeft);
    column->addStretch(1);
}

void AcceptedPage::setFacts(const AcceptedFacts &facts)
{
    m_code->setText(facts.code);
    m_procedure = facts.procedure;
    setPerson(facts.person);
    m_promise->setText(tr("Result: %1").arg(facts.promise.isEmpty() ? QStringLiteral("—") : facts.promise));
    m_fee->setText(tr("To pay: %1").arg(facts.fee));
    m_beside->setText(QStringLiteral("✔ ") + facts.beside.join(QStringLiteral("\n✔ ")));
    m_beside->setVisible(!facts.beside.isEmpty());
    m_copies->setText(facts.copies.join(u'\n'));
    m_copies->setVisible(!facts.copies.isEmpty());
    setSlip(Slip::Making);
    Q_EMIT headingChanged();
}

void AcceptedPage::setPerson(const QString &person)
{
    m_person->setText(person + QStringLiteral(" · ") + m_procedure);
}

void AcceptedPage::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
    if (isPlain && event->key() == Qt::Key_S) {
        Q_EMIT correctionAsked();
    } else {
        Page::keyPressEvent(event);
    }
}

void AcceptedPage::setSlip(Slip slip)
{
    m_slip = slip;
    QString words;
    QString tone = QStringLiteral("secondary");
    switch (slip) {
    case Slip::Making:
        words = QStringLiteral("… ") + tr("The acceptance slip is being made.");
        break;
    case Slip::Printing:
        words = QStringLiteral("… ") + tr("The acceptance slip is being printed.");
        break;
    case Slip::Waiting:
        words = QStringLiteral("! ") + tr("The acceptance slip waits at the printer.");
        tone = QStringLiteral("warning");
        break;
    case Slip::Printed:
        words = QStringLiteral("✔ ") + tr("The acceptance slip is printed.");
        tone = QStringLiteral("done");
        break;
    case Slip::Kept:
        words = QStringLiteral("✔ ") + tr("The acceptance slip is kept with the dossier; there is no printer here.");
        break;
    case Slip::Failed:
        words = QStringLiteral("✖ ") + tr("No slip came out. The dossier is filed all the same.");
        tone = QStringLiteral("danger");
        break;
    }
    m_slipLine->setText(words);
    restyle(m_slipLine, "tone", tone);
    Q_EMIT actsChanged();
}

void AcceptedPage::setFormsLeft(bool left)
{
    m_formsLeft = left;
    Q_EMIT actsChanged();
}

void AcceptedPage::setSlipStalled(const QStringList &reasons)
{
    setSlip(Slip::Waiting);
    Q_EMIT said({Notice::Kind::Warning, stalledSentence(reasons), {}});
}

void AcceptedPage::setSlipFailed(const Error &error)
{
    setSlip(Slip::Failed);
    Q_EMIT said({Notice::Kind::Danger, sentence(error).textWithCode(), {}});
}

QString AcceptedPage::heading() const
{
    return tr("Accepted");
}

QList<PageAct> AcceptedPage::acts() const
{
    const bool working = m_slip == Slip::Making || m_slip == Slip::Printing || m_slip == Slip::Waiting;
    const QString refusal = working ? tr("The slip is still on its way. Nothing was lost. Wait until this line says how it ended.") : QString();
    const QString label = m_slip == Slip::Failed ? tr("Print again") : tr("Print a copy");
    return {{KeyAct::Print, label, refusal, true}, {KeyAct::AddDossier, {}, {}, true}, {KeyAct::Main, m_formsLeft ? tr("Next dossier of this visit") : tr("Next citizen"), {}, true}};
}

void AcceptedPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT finished();
    } else if (act == KeyAct::AddDossier) {
        Q_EMIT anotherAsked();
    } else if (act == KeyAct::Print) {
        setSlip(Slip::Making);
        Q_EMIT printAsked();
    }
}

QWidget *AcceptedPage::firstField() const
{
    return const_cast<AcceptedPage *>(this);
}

} // namespace motcua
