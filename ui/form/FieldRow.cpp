// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/FieldRow.h"

#include "models/form/Typed.h"
#include "ui/form/FieldEditor.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/widgets/Restyle.h"

#include <QGridLayout>
#include <QLabel>

namespace motcua {

namespace {

struct Mark
{
    QString shape = {};
    QString words = {};
};

Mark mark(Provenance source)
{
    switch (source) {
    case Provenance::Typed:
        return {QStringLiteral("⌨"), FieldRow::tr("typed")};
    case Provenance::ChipVerified:
        return {QStringLiteral("◆"), FieldRow::tr("chip, verified")};
    case Provenance::ChipRead:
        return {QStringLiteral("◇"), FieldRow::tr("chip, read")};
    case Provenance::CardQr:
        return {QStringLiteral("▤"), FieldRow::tr("QR code of the card")};
    case Provenance::Database:
        return {QStringLiteral("⛁"), FieldRow::tr("database")};
    case Provenance::EarlierPaper:
        return {QStringLiteral("↺"), FieldRow::tr("earlier paper")};
    case Provenance::Computed:
        return {QStringLiteral("="), FieldRow::tr("follows from other answers")};
    }
    return {};
}

QString emptyWords(FieldValue::State state)
{
    switch (state) {
    case FieldValue::State::NotAsked:
    case FieldValue::State::Given:
        return QStringLiteral("—");
    case FieldValue::State::ToFollow:
        return FieldRow::tr("to follow");
    case FieldValue::State::DeclaredAbsent:
        return FieldRow::tr("left blank on request");
    }
    return {};
}

} // namespace

FieldRow::FieldRow(const Field &field, QDate today, QGridLayout *grid, int line, QWidget *parent)
    : QObject(parent)
    , m_field(field)
    , m_today(today)
{
    const QString label = Language::label(field.label, field.labelEn);
    m_label = new QLabel(field.type == FieldType::Tick ? QString() : label, parent);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_editor = new FieldEditor(field, parent);
    m_mark = new QLabel(parent);
    m_mark->setProperty("tone", QStringLiteral("secondary"));
    m_mark->setMinimumWidth(20);
    m_note = new QLabel(parent);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    if (!field.help.isEmpty()) {
        m_editor->stop()->setToolTip(field.help);
        m_editor->stop()->setAccessibleDescription(field.help);
    }
    grid->addWidget(m_label, line, 0, Qt::AlignVCenter);
    auto *answer = new QHBoxLayout;
    answer->setSpacing(8);
    answer->addWidget(m_editor->widget(), 100);
    answer->addWidget(m_mark);
    answer->addStretch(1); // keeps the mark beside a field that has its full width
    grid->addLayout(answer, line, 1);
    grid->addWidget(m_note, line, 2);
    connect(m_editor, &FieldEditor::edited, this, &FieldRow::take);
    connect(m_editor, &FieldEditor::finished, this, &FieldRow::leave);
    draw();
}

QWidget *FieldRow::stop() const
{
    return m_editor->stop();
}

void FieldRow::setValue(const FieldValue &value)
{
    m_value = value;
    m_editor->show(value.isGiven() ? value.text : QString());
    draw();
}

void FieldRow::take()
{
    const QString typed = m_editor->typed();
    const FieldValue now = typed.trimmed().isEmpty() ? FieldValue{} : FieldValue::given(normalised(m_field, typed, m_today));
    if (now == m_value) {
        return;
    }
    m_value = now;
    draw();
    Q_EMIT changed(m_field.id, m_value);
}

void FieldRow::leave()
{
    m_wasLeft = true;
    if (m_value.isGiven()) {
        m_editor->show(m_value.text);
    }
    draw();
}

bool FieldRow::nextEmptyKind()
{
    if (m_value.isGiven() || !(m_field.mayBeAbsent || m_field.mayFollow)) {
        return false;
    }
    using State = FieldValue::State;
    State next = State::NotAsked;
    if (m_value.state == State::NotAsked) {
        next = m_field.mayFollow ? State::ToFollow : State::DeclaredAbsent;
    } else if (m_value.state == State::ToFollow && m_field.mayBeAbsent) {
        next = State::DeclaredAbsent;
    }
    m_value = {next, {}, Provenance::Typed};
    draw();
    Q_EMIT changed(m_field.id, m_value);
    return true;
}

void FieldRow::setProblem(const std::optional<Violation> &problem)
{
    if (problem != m_problem) {
        m_problem = problem;
        draw();
    }
}

void FieldRow::point()
{
    m_wasLeft = true;
    draw();
}

void FieldRow::setVisible(bool visible)
{
    m_label->setVisible(visible);
    m_editor->widget()->setVisible(visible);
    m_mark->setVisible(visible);
    m_note->setVisible(visible);
}

void FieldRow::draw()
{
    const Mark from = m_value.isGiven() ? mark(m_value.source) : Mark{};
    m_mark->setText(from.shape);
    m_mark->setToolTip(from.words);
    m_mark->setAccessibleName(from.words);
    m_editor->setEmptyWords(emptyWords(m_value.state));

    // Nothing is red before the officer has had a chance to fill it: until then a missing answer is only counted in the list.
    const bool isMissing = m_problem && m_problem->code == ViolationCode::Missing;
    const bool isWrong = m_problem && m_wasLeft && !isMissing;
    m_editor->setWrong(isWrong);
    QString note;
    QString tone = QStringLiteral("secondary");
    if (isWrong) {
        note = QStringLiteral("✖ ") + sentence(*m_problem, {}).section(QStringLiteral(": "), 1);
        tone = QStringLiteral("danger");
    } else if (isMissing) {
        note = QStringLiteral("○ ") + tr("needed");
        tone = m_wasLeft ? QStringLiteral("warning") : QStringLiteral("secondary");
    } else if (!m_value.isGiven() && m_value.state != FieldValue::State::NotAsked) {
        note = QStringLiteral("– ") + emptyWords(m_value.state);
    }
    m_note->setText(note);
    restyle(m_note, "tone", tone);
}

} // namespace motcua
