// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/IdentityBox.h"
#include "ui/dossier/ReceiverBox.h"
#include "ui/dossier/StepPage.h"
#include "ui/dossier/StepWords.h"
#include "ui/widgets/WrapLabel.h"

#include <QCheckBox>
#include <QVBoxLayout>

// StepPage where something is taken away: by whom, what was seen to, and what is asked where the slip is lost.
namespace motcua {

void StepPage::addReceiver()
{
    if (!m_sheet.namesReceiver) {
        return;
    }
    addTitle(tr("WHO RECEIVES IT, IDENTIFIED BY THEIR PAPER"));
    m_receiver = new ReceiverBox(m_sheet, m_content);
    const QList<QAbstractButton *> choices = m_receiver->choices();
    for (QAbstractButton *choice : m_sheet.isAnsweredByPost ? choices : choices.first(choices.size() - 1)) {
        number(choice, choice->accessibleName());
    }
    m_fields->addWidget(m_receiver);
    connect(m_receiver, &ReceiverBox::edited, this, &StepPage::follow);
}

void StepPage::addConfirmations()
{
    for (const Guard &guard : std::as_const(m_sheet.confirmations)) {
        if (guard.what == Confirmation::ReceiverIdentified && m_sheet.namesReceiver) {
            m_confirmed.append(nullptr); // naming them says it
            continue;
        }
        if (!m_seenTo) {
            m_seenTo = addTitle(tr("SEEN TO"));
        }
        auto *box = new QCheckBox(m_content);
        const bool mayBeLost = guard.what == Confirmation::SlipWithdrawn && m_sheet.mayLackSlip && m_receiver;
        number(box, mayBeLost ? tr("the receipt slip was taken back") : confirmationWords(guard.what));
        m_fields->addWidget(box);
        m_confirmed.append(box);
        connect(box, &QCheckBox::toggled, this, &StepPage::follow);
        if (guard.what == Confirmation::OriginalsReturned && !m_sheet.originals.isEmpty()) {
            auto *label = new WrapLabel(m_content);
            label->setText(tr("To give back: %1").arg(m_sheet.originals.join(QStringLiteral("; "))));
            label->setProperty("tone", QStringLiteral("accent"));
            m_fields->addWidget(label);
        }
        if (mayBeLost) {
            addLost(box);
        }
    }
}

// One of the two, or neither: what was taken back is not lost.
void StepPage::addLost(QCheckBox *withdrawn)
{
    m_lost = new QCheckBox(m_content);
    number(m_lost, tr("they have lost the slip, and sign for that"));
    m_fields->addWidget(m_lost);
    connect(m_lost, &QCheckBox::toggled, this, [this, withdrawn](bool lost) {
        if (lost) {
            withdrawn->setChecked(false);
        }
        follow();
    });
    connect(withdrawn, &QCheckBox::toggled, this, [this](bool seen) {
        if (seen) {
            m_lost->setChecked(false);
        }
    });
}

// Below what is ticked, so that nothing moves under the hand that ticks it.
void StepPage::addIdentity()
{
    if (!m_receiver) {
        return;
    }
    m_identityTitle = addTitle(tr("HOW THEY SHOWED WHO THEY ARE"));
    m_identity = new IdentityBox(m_sheet.handOver, m_sheet.hasLostSheet, m_content);
    m_fields->addWidget(m_identity);
    connect(m_identity, &IdentityBox::edited, this, &StepPage::follow);
}

void StepPage::followReceiver()
{
    bool anyToSee = false;
    for (qsizetype index = 0; index < m_confirmed.size(); ++index) {
        if (QCheckBox *box = m_confirmed.at(index)) {
            const bool isAsked = !isWaived(m_sheet.confirmations.at(index));
            box->setEnabled(isAsked); // its number stays
            box->setVisible(isAsked);
            anyToSee = anyToSee || isAsked;
        }
    }
    if (m_seenTo) {
        m_seenTo->setVisible(anyToSee);
    }
    if (m_lost) { // of what is posted no slip is asked for
        const bool isAsked = who() != Receiver::Who::Post;
        m_lost->setEnabled(isAsked);
        m_lost->setVisible(isAsked);
    }
    if (m_identity) {
        m_identity->setAsked(who(), isLost(), who() == Receiver::Who::Submitter ? m_sheet.submitterNumber : m_sheet.applicantNumber);
        m_identityTitle->setVisible(!m_identity->isHidden());
    }
}

std::optional<Receiver::Who> StepPage::who() const
{
    return m_receiver ? m_receiver->who() : std::nullopt;
}

bool StepPage::isWaived(const Guard &guard) const
{
    return guard.notByPost && who() == Receiver::Who::Post;
}

bool StepPage::isLost() const
{
    return m_lost && m_lost->isChecked() && who() != Receiver::Who::Post;
}

QList<Guard> StepPage::unconfirmed(bool soft) const
{
    QList<Guard> guards;
    for (qsizetype index = 0; index < m_sheet.confirmations.size(); ++index) {
        const Guard &guard = m_sheet.confirmations.at(index);
        const QCheckBox *box = m_confirmed.value(index);
        const bool isSaid = (box ? box->isChecked() : who().has_value()) || (guard.what == Confirmation::SlipWithdrawn && isLost());
        if (guard.soft == soft && !isSaid && !isWaived(guard)) {
            guards.append(guard);
        }
    }
    return guards;
}

} // namespace motcua
