// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/SectionView.h"

#include "models/form/FieldPath.h"
#include "ui/form/FieldRow.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/RowGroup.h"
#include "ui/widgets/SectionBox.h"

#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

/** Shows or hides what is not so already: each asking lays out all that is in it, also while none of it is on the screen. */
void setShown(QWidget *widget, bool shown)
{
    if (widget->isHidden() == shown) {
        widget->setVisible(shown);
    }
}

} // namespace

SectionView::SectionView(const FormSection &section, QDate today, AddressBook *addresses, QWidget *parent)
    : QWidget(parent)
    , m_section(section)
    , m_today(today)
    , m_addresses(addresses)
    , m_box(new SectionBox(Language::label(section.title, section.titleEn), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_box);
    if (section.absence) {
        m_box->setChoice(Language::label(section.absence->label, section.absence->labelEn));
        for (const FieldOption &reason : section.absence->reasons) {
            m_box->addReason(reason.code, Language::label(reason.label, reason.labelEn));
        }
        connect(m_box, &SectionBox::chosen, this, [this](bool isAbsent, const QString &reason) {
            Q_EMIT changed(m_section.id, isAbsent ? FieldValue::absent(reason) : FieldValue());
        });
    }
    if (!section.repeats) {
        setRows(1);
        return;
    }
    m_add = new KeyButton({}, {}, KeyButton::Role::Plain, this);
    connect(m_add, &KeyButton::clicked, this, &SectionView::rowAsked);
    m_box->body()->addWidget(m_add, 0, Qt::AlignLeft);
}

void SectionView::setKeys(const KeyMap &keys)
{
    m_box->setChoiceKey(keys.shown(KeyAct::Absent));
    m_offerKey = keys.shown(KeyAct::TakeOffer);
    for (FieldRow *question : fields()) {
        question->setOfferKey(m_offerKey);
    }
    if (m_add) {
        m_add->setWords(tr("Add %1").arg(rowWords(m_section)), keys.shown(KeyAct::AddRow));
    }
}

SectionView::Group SectionView::group(int row)
{
    Group made;
    made.box = new RowGroup(m_box);
    int line = 0;
    for (const Field &field : m_section.fields) {
        const QString path = m_section.repeats ? FieldPath::inRow(m_section.id, row, field.id) : field.id;
        auto *question = new FieldRow(field, path, m_today, m_addresses, made.box->lines(), line++, made.box);
        question->setOfferKey(m_offerKey);
        connect(question, &FieldRow::changed, this, &SectionView::changed);
        connect(question, &FieldRow::offerTaken, this, &SectionView::offerTaken);
        connect(question, &FieldRow::offerRefused, this, &SectionView::offerRefused);
        made.fields.append(question);
    }
    return made;
}

void SectionView::setRows(int count)
{
    while (rows() > count) {
        removeRow(rows());
    }
    while (rows() < count) {
        insertRow(rows() + 1);
    }
}

void SectionView::insertRow(int row)
{
    const Group made = group(row);
    m_groups.insert(row - 1, made);
    m_box->body()->insertWidget(row - 1, made.box);
    name();
    setShown(made.box, true);
}

void SectionView::removeRow(int row)
{
    delete m_groups.takeAt(row - 1).box;
    name();
}

void SectionView::name()
{
    if (!m_section.repeats) {
        return;
    }
    for (int row = 1; row <= rows(); ++row) {
        const Group &one = m_groups.at(row - 1);
        one.box->setTitle(rowName(m_section, row));
        for (FieldRow *question : one.fields) {
            question->setPath(FieldPath::inRow(m_section.id, row, question->field().id));
            question->setPlace(rowName(m_section, row));
        }
    }
}

void SectionView::begin(const FormDraft &draft)
{
    const FieldValue own = draft.value(m_section.id);
    m_box->choose(own.state == FieldValue::State::DeclaredAbsent, own.text);
    if (m_section.repeats) {
        setRows(std::max(rowsIn(draft, m_section.id), m_section.repeats->least));
    }
    for (FieldRow *question : fields()) {
        question->begin(draft.value(question->path()));
    }
}

int SectionView::rowOf(const QWidget *widget) const
{
    for (int row = 1; m_section.repeats && row <= rows(); ++row) {
        if (widget && m_groups.at(row - 1).box->isAncestorOf(widget)) {
            return row;
        }
    }
    return 0;
}

QList<FieldRow *> SectionView::fields() const
{
    QList<FieldRow *> all;
    for (const Group &one : m_groups) {
        all.append(one.fields);
    }
    return all;
}

QList<FieldRow *> SectionView::fieldsOf(int row) const
{
    return row >= 1 && row <= rows() ? m_groups.at(row - 1).fields : QList<FieldRow *>();
}

QList<QWidget *> SectionView::stops() const
{
    QList<QWidget *> stops = m_box->stops();
    for (const FieldRow *question : fields()) {
        stops.append(question->stops());
    }
    if (m_add) {
        stops.append(m_add);
    }
    return stops;
}

QWidget *SectionView::target() const
{
    const QList<QWidget *> head = m_box->stops();
    const auto shown = std::find_if(head.crbegin(), head.crend(), [](const QWidget *one) { return !one->isHidden(); });
    if (shown != head.crend()) {
        return *shown;
    }
    for (const FieldRow *question : fields()) {
        if (QWidget *found = question->target()) {
            return found;
        }
    }
    return m_add;
}

void SectionView::judge(const FormFindings &findings)
{
    bool anyShown = false;
    for (const Group &one : std::as_const(m_groups)) {
        bool anyInRow = false;
        for (FieldRow *question : one.fields) {
            const bool shown = findings.fields.contains(question->path());
            const auto problem = findings.problems.constFind(question->path());
            anyInRow = anyInRow || shown;
            question->setVisible(shown);
            question->setProblem(
                problem == findings.problems.constEnd() ? std::nullopt : std::optional(*problem), findings.warnings.value(question->path()));
        }
        setShown(one.box, anyInRow);
        anyShown = anyShown || anyInRow;
    }
    QString note;
    QString tone = QStringLiteral("warning");
    if (const auto problem = findings.problems.constFind(m_section.id); problem != findings.problems.constEnd()) {
        note = QStringLiteral("○ ") + sentence(*problem, {}).section(QStringLiteral(": "), 1);
    } else if (const QStringList warnings = findings.warnings.value(m_section.id); !warnings.isEmpty()) {
        note = QStringLiteral("▲ ") + warnings.join(QStringLiteral("\n▲ "));
    }
    m_box->setNote(note, tone);
    if (m_add) {
        setShown(m_add, rows() < m_section.repeats->most);
    }
    // A section whose fields all hang on answers that were not given has nothing to say yet.
    setShown(this, findings.sections.contains(m_section.id) && (anyShown || m_add || !m_box->stops().isEmpty()));
}

void SectionView::turnAbsent()
{
    m_box->turnChoice();
}

} // namespace motcua
