// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/EnvelopeBox.h"

#include "models/form/Typed.h"
#include "ui/messages/PostWords.h"
#include "ui/widgets/CountBox.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/WrapLabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace motcua {

namespace {

const QString ByPost = QStringLiteral("post");
const QString AtCounter = QStringLiteral("counter");
const QString DayFormat = QStringLiteral("dd/MM/yyyy");

QLabel *title(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("tone", QStringLiteral("secondary"));
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

QLabel *line(QWidget *parent, const char *tone)
{
    auto *label = new WrapLabel(parent);
    label->setProperty("tone", QLatin1String(tone));
    label->setMinimumHeight(16); // else it asks for the height it would have as narrow as it can be
    label->hide();
    return label;
}

} // namespace

EnvelopeBox::EnvelopeBox(QWidget *parent)
    : QFrame(parent)
    , m_number(new QLineEdit(this))
    , m_ordinary(new QCheckBox(tr("ordinary letter, without a number"), this))
    , m_day(new QLineEdit(this))
    , m_sheets(new CountBox(this))
    , m_answer(new OptionBox(this))
    , m_warning(line(this, "warning"))
    , m_rule(line(this, "secondary"))
{
    setProperty("card", true);
    m_number->setMaxLength(Envelope::MostSigns + 10); // with the blanks it is printed with
    m_number->setPlaceholderText(tr("as on the envelope, or scan it"));
    m_number->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoPredictiveText);
    m_number->setMinimumWidth(200);
    m_day->setInputMethodHints(Qt::ImhPreferNumbers);
    m_day->setPlaceholderText(tr("a date"));
    m_sheets->setRange(1, Envelope::MostSheets);
    m_sheets->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_answer->removeItem(0); // it goes back in some way
    m_answer->addOption(ByPost, tr("goes back by post"));
    m_answer->addOption(AtCounter, tr("is fetched at the counter"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->addWidget(title(tr("Number"), m_number, this), 1, 0);
    grid->addWidget(m_number, 1, 1, 1, 3);
    grid->addWidget(m_ordinary, 1, 4, 1, 2);
    grid->addWidget(title(tr("Arrived on"), m_day, this), 2, 0);
    grid->addWidget(m_day, 2, 1);
    grid->addWidget(title(tr("Sheets inside"), m_sheets->edit(), this), 2, 2);
    grid->addWidget(m_sheets, 2, 3);
    grid->addWidget(title(tr("Answer"), m_answer, this), 2, 4);
    grid->addWidget(m_answer, 2, 5);
    grid->addWidget(m_warning, 3, 0, 1, 6);
    grid->addWidget(m_rule, 4, 0, 1, 6);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(5, 3);
    setTabOrder(m_number, m_ordinary);
    setTabOrder(m_ordinary, m_day);
    setTabOrder(m_day, m_sheets->edit());
    setTabOrder(m_sheets->edit(), m_answer);
    connect(m_number, &QLineEdit::textChanged, this, &EnvelopeBox::follow);
    connect(m_ordinary, &QCheckBox::toggled, this, &EnvelopeBox::follow);
    connect(m_day, &QLineEdit::textChanged, this, &EnvelopeBox::follow);
    connect(m_sheets->edit(), &QLineEdit::textChanged, this, &EnvelopeBox::follow);
    connect(m_answer, &QComboBox::currentIndexChanged, this, &EnvelopeBox::follow);
}

void EnvelopeBox::setEnvelope(const Envelope &envelope, QDate today)
{
    {
        const QSignalBlocker quiet(this);
        m_today = today;
        m_number->setText(envelope.number);
        m_ordinary->setChecked(envelope.isOrdinary);
        m_day->setText(envelope.arrivedOn.isValid() ? envelope.arrivedOn.toString(DayFormat) : QString());
        m_sheets->edit()->setText(envelope.sheets > 0 ? QString::number(envelope.sheets) : QString());
        m_answer->setCode(envelope.answer == Envelope::Answer::ByPost ? ByPost : AtCounter);
    }
    follow();
}

Envelope EnvelopeBox::envelope() const
{
    Field date;
    date.type = FieldType::Date;
    date.mayLieAhead = true; // that it does is said in words
    Envelope envelope;
    envelope.isOrdinary = m_ordinary->isChecked();
    envelope.number = envelope.isOrdinary ? QString() : postalNumber(m_number->text());
    envelope.arrivedOn = QDate::fromString(normalised(date, m_day->text(), m_today), Qt::ISODate);
    envelope.sheets = m_sheets->edit()->text().trimmed().toInt();
    envelope.answer = m_answer->code() == AtCounter ? Envelope::Answer::AtCounter : Envelope::Answer::ByPost;
    return envelope;
}

void EnvelopeBox::setRule(const QString &sentence)
{
    m_rule->setText(sentence);
    m_rule->setVisible(!sentence.isEmpty());
}

bool EnvelopeBox::takeNumber(const QString &text)
{
    const QString scanned = postalNumber(text);
    if (!m_number->isEnabled() || !m_number->text().trimmed().isEmpty() || !isPostalNumber(scanned)) {
        return false;
    }
    m_number->setText(scanned);
    m_day->setFocus(Qt::OtherFocusReason);
    m_day->selectAll();
    return true;
}

QWidget *EnvelopeBox::where(Envelope::Fault fault) const
{
    switch (fault) {
    case Envelope::Fault::NumberMissing:
    case Envelope::Fault::NumberUnreadable:
        return m_number;
    case Envelope::Fault::DayMissing:
    case Envelope::Fault::DayAhead:
        return m_day;
    case Envelope::Fault::NothingInside:
    case Envelope::Fault::TooMuchInside:
        return m_sheets->edit();
    }
    return m_number;
}

void EnvelopeBox::follow()
{
    m_number->setEnabled(!m_ordinary->isChecked());
    const bool isMistyped = isMistypedPostalNumber(envelope().number);
    m_warning->setText(isMistyped ? QStringLiteral("▲ ") + tr("The last digit does not fit the rest of this number. Compare it with the envelope.") : QString());
    m_warning->setVisible(isMistyped);
    Q_EMIT edited();
}

} // namespace motcua
