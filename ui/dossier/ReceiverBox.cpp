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
    addDelegate();
    column->addWidget(m_delegate);
    if (!sheet.isAnsweredByPost) {
        addPosted();
    }
    connect(m_choices, &QButtonGroup::idToggled, this, [this] {
        m_delegate->setVisible(who() == Receiver::Who::Delegate);
        m_post->setVisible(who() == Receiver::Who::Post);
        Q_EMIT edited();
    });
}

void ReceiverBox::addDelegate()
{
    m_delegate = new QWidget(this);
    m_name = addLine(m_delegate, tr("Full name"), {});
    m_document = addLine(m_delegate, tr("Identity paper and its number"), {});
    m_authority = addLine(m_delegate, tr("The authority"), tr("kind of paper, date, who gave it"));
    m_delegate->hide();
}

void ReceiverBox::addPost()
{
    m_post = new QWidget(this);
    m_tracking = addLine(m_post, tr("Number of the envelope that goes back"), tr("as on the receipt of the post, or scan it"));
    m_post->hide();
}

QLineEdit *ReceiverBox::addLine(QWidget *box, const QString &label, const QString &hint)
{
    if (!box->layout()) {
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(28, 0, 0, 0);
        column->setSpacing(4);
    }
    auto *words = new WrapLabel(box);
    words->setText(label);
    words->setProperty("tone", QStringLiteral("secondary"));
    auto *line = new QLineEdit(box);
    line->setMaxLength(200);
    line->setPlaceholderText(hint);
    line->setAccessibleName(label);
    box->layout()->addWidget(words);
    box->layout()->addWidget(line);
    connect(line, &QLineEdit::textChanged, this, &ReceiverBox::edited);
    return line;
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
    if (*chosen == Receiver::Who::Delegate) {
        receiver.name = m_name->text();
        receiver.document = m_document->text();
        receiver.authority = m_authority->text();
    } else if (*chosen == Receiver::Who::Post) {
        receiver.tracking = postalNumber(m_tracking->text());
    }
    return receiver;
}

QList<ReceiverBox::Want> ReceiverBox::wants() const
{
    QList<Want> wants;
    const auto want = [&wants](bool isWanted, const QString &words, QWidget *where) {
        if (isWanted) {
            wants.append({words, where});
        }
    };
    const std::optional<Receiver::Who> chosen = who();
    const bool isDelegate = chosen == Receiver::Who::Delegate;
    const QString tracking = postalNumber(m_tracking->text());
    const bool isPosted = chosen == Receiver::Who::Post;
    want(!chosen, tr("It is not said who receives it."), m_choices->buttons().constFirst());
    want(isDelegate && m_name->text().trimmed().isEmpty(), tr("The name of who receives it is missing."), m_name);
    want(isDelegate && m_authority->text().trimmed().isEmpty(), tr("The authority is not named."), m_authority);
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
