// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/ReceiverBox.h"

#include "models/visit/Envelope.h"
#include "ui/dossier/StepSheet.h"
#include "ui/widgets/WrapLabel.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace motcua {

ReceiverBox::ReceiverBox(const StepSheet &sheet, QWidget *parent)
    : QWidget(parent)
    , m_choices(new QButtonGroup(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto add = [&](Receiver::Who who, const QString &words) {
        auto *button = new QRadioButton(words, this);
        button->setAccessibleName(words);
        m_choices->addButton(button, static_cast<int>(who));
        column->addWidget(button);
    };
    const auto addPosted = [&] {
        add(Receiver::Who::Post, sheet.applicant.isEmpty() ? tr("by post, to the applicant") : tr("by post, to %1").arg(sheet.applicant));
        addPost();
        column->addWidget(m_post);
    };
    // What came by post most often goes back so.
    if (sheet.isAnsweredByPost) {
        addPosted();
    }
    add(Receiver::Who::Applicant, sheet.applicant.isEmpty() ? tr("the applicant") : tr("%1 (applicant)").arg(sheet.applicant));
    if (!sheet.submitter.isEmpty()) {
        add(Receiver::Who::Submitter, tr("%1 (handed the papers in)").arg(sheet.submitter));
    }
    add(Receiver::Who::Delegate, tr("somebody else, with an authority"));
    if (!sheet.isAnsweredByPost) {
        addPosted();
    }
    connect(m_choices, &QButtonGroup::idToggled, this, [this] {
        m_post->setVisible(who() == Receiver::Who::Post);
        Q_EMIT edited();
    });
}

void ReceiverBox::addPost()
{
    m_post = new QWidget(this);
    auto *column = new QVBoxLayout(m_post);
    column->setContentsMargins(28, 0, 0, 0);
    column->setSpacing(4);
    auto *label = new WrapLabel(m_post);
    label->setText(tr("Number of the envelope that goes back"));
    label->setProperty("tone", QStringLiteral("secondary"));
    m_tracking = new QLineEdit(m_post);
    m_tracking->setMaxLength(200);
    m_tracking->setPlaceholderText(tr("as on the receipt of the post, or scan it"));
    m_tracking->setAccessibleName(label->text());
    column->addWidget(label);
    column->addWidget(m_tracking);
    connect(m_tracking, &QLineEdit::textChanged, this, &ReceiverBox::edited);
    m_post->hide();
}

QList<QAbstractButton *> ReceiverBox::choices() const
{
    return m_choices->buttons();
}

std::optional<Receiver::Who> ReceiverBox::who() const
{
    return m_choices->checkedId() >= 0 ? std::optional(static_cast<Receiver::Who>(m_choices->checkedId())) : std::nullopt;
}

std::optional<Receiver> ReceiverBox::receiver() const
{
    const std::optional<Receiver::Who> chosen = who();
    if (!chosen) {
        return {};
    }
    Receiver receiver{.who = *chosen};
    if (*chosen == Receiver::Who::Post) {
        receiver.tracking = postalNumber(m_tracking->text());
    }
    return receiver;
}

QList<Want> ReceiverBox::wants() const
{
    QList<Want> wants;
    const auto want = [&wants](bool isWanted, const QString &words, QWidget *where) {
        if (isWanted) {
            wants.append({words, where});
        }
    };
    const std::optional<Receiver::Who> chosen = who();
    const QString tracking = postalNumber(m_tracking->text());
    const bool isPosted = chosen == Receiver::Who::Post;
    want(!chosen, tr("It is not said who receives it."), m_choices->buttons().constFirst());
    want(isPosted && tracking.isEmpty(), tr("The number of the envelope that goes back is missing."), m_tracking);
    want(isPosted && !tracking.isEmpty() && !isPostalNumber(tracking), tr("The number of an envelope has 5 to 35 letters and digits."), m_tracking);
    return wants;
}

bool ReceiverBox::takeTracking(const QString &text)
{
    const QString scanned = postalNumber(text);
    if (who() != Receiver::Who::Post || !m_tracking->text().trimmed().isEmpty() || !isPostalNumber(scanned)) {
        return false;
    }
    m_tracking->setText(scanned);
    return true;
}

} // namespace motcua
