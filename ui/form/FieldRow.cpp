// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/FieldRow.h"

#include "models/form/Typed.h"
#include "models/person/PartialDate.h"
#include "ui/form/FieldEditor.h"
#include "ui/form/FormerLine.h"
#include "ui/form/OfferLine.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/KeyMap.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace motcua {

namespace {

constexpr int LineHeight = 30; // px
constexpr int LineSpacing = 8; // px between the editor, its unit and the mark
constexpr int MarkWidth = 20; // px

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
    case Provenance::Mrz:
        return {QStringLiteral("«"), FieldRow::tr("machine-readable zone")};
    case Provenance::TelephoneQr:
        return {QStringLiteral("☏"), FieldRow::tr("QR code on a telephone")};
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

/** What is made later than the rows below comes right after `before` all the same, for who reads the window as a list. */
void stackAfter(QWidget *before, QWidget *late)
{
    const QObjectList &beside = before->parentWidget()->children();
    for (qsizetype at = beside.indexOf(before) + 1; at < beside.size(); ++at) {
        if (auto *next = qobject_cast<QWidget *>(beside.at(at)); next && next != late) {
            late->stackUnder(next);
            return;
        }
    }
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

FieldRow::FieldRow(
    const Field &field, const QString &path, QDate today, AddressBook *addresses, QGridLayout *grid, int line, QWidget *parent)
    : QObject(parent)
    , m_field(field)
    , m_path(path)
    , m_today(today)
    , m_grid(grid)
    , m_gridLine(line)
    , m_label(new WrapLabel(parent))
    , m_editor(new FieldEditor(field, addresses, parent))
{
    m_label->setText(field.type == FieldType::Tick && !field.computed ? QString() : Language::label(field.label, field.labelEn));
    m_editor->stop()->setToolTip(Language::label(field.help, field.helpEn));
    if (!m_label->text().isEmpty()) {
        m_label->setBuddy(m_editor->stop()); // a screen reader hears the value of a list as its name, and what it is about from its label
    }
    if (field.computed) {
        restyle(m_label, "tone", QStringLiteral("secondary"));
        restyle(m_editor->stop(), "tone", QStringLiteral("secondary"));
    }
    m_line = new QHBoxLayout;
    m_line->setSpacing(LineSpacing);
    m_line->addWidget(m_editor->widget(), 100);
    if (!m_editor->unit().isEmpty()) {
        m_unit = new QLabel(m_editor->unit(), parent);
        m_unit->setProperty("tone", QStringLiteral("secondary"));
        m_line->addWidget(m_unit);
    }
    m_markSpace = new QSpacerItem(LineSpacing + MarkWidth, 0, QSizePolicy::Fixed);
    m_line->addSpacerItem(m_markSpace);
    m_line->addStretch(1); // keeps the mark beside a field that has its full width
    m_answer = new QVBoxLayout;
    m_answer->setSpacing(4);
    m_answer->addLayout(m_line);
    if (m_editor->addressBox()) {
        m_former = new FormerLine(addresses, m_editor->addressBox(), parent);
        m_answer->addWidget(m_former);
        connect(m_former, &FormerLine::changed, this, &FieldRow::drawNote);
    }
    m_label->setMinimumHeight(m_former ? LineHeight : 0); // what comes and goes under an address does not move it
    grid->addWidget(m_label, line, 0, m_former ? Qt::AlignTop : Qt::AlignVCenter);
    grid->addLayout(m_answer, line, 1);
    connect(m_editor, &FieldEditor::edited, this, &FieldRow::take);
    connect(m_editor, &FieldEditor::finished, this, &FieldRow::leave);
    m_editor->show({});
    draw();
}

void FieldRow::setPlace(const QString &place)
{
    m_editor->setPlace(place);
    if (m_reasons) {
        nameReasons();
    }
    if (m_offerLine) {
        m_offerLine->setField(m_editor->spoken());
    }
}

QWidget *FieldRow::stop() const
{
    return m_editor->stop();
}

QList<QWidget *> FieldRow::stops() const
{
    QList<QWidget *> stops;
    if (!m_field.computed) {
        stops.append(m_editor->stop());
    }
    if (m_reasons) {
        stops.append(m_reasons);
    }
    if (m_offerLine) {
        stops.append(m_offerLine->stops());
    }
    return stops;
}

QWidget *FieldRow::target() const
{
    if (!m_visible || m_field.computed) {
        return nullptr;
    }
    return m_reasons && m_problem && m_problem->code == ViolationCode::AbsenceReasonMissing ? static_cast<QWidget *>(m_reasons) : stop();
}

bool FieldRow::owns(const QWidget *widget) const
{
    return widget && (widget == stop() || widget == m_reasons || (m_offerLine && m_offerLine->isAncestorOf(widget)));
}

void FieldRow::setValue(const FieldValue &value)
{
    m_value = value;
    m_editor->show(value.isGiven() ? value.text : QString());
    if (m_former) {
        m_former->clear();
    }
    draw();
}

void FieldRow::begin(const FieldValue &value)
{
    m_wasLeft = value.isGiven();
    setValue(value);
    forgetTyping();
}

void FieldRow::forgetTyping()
{
    m_editor->forgetTyping();
}

void FieldRow::take()
{
    const QString typed = m_editor->typed();
    const FieldValue now = typed.trimmed().isEmpty() ? FieldValue{} : FieldValue::given(normalised(m_field, typed, m_today));
    if (now == m_value) {
        return;
    }
    m_value = now;
    if (m_former) {
        m_former->weighSoon();
    }
    draw();
    Q_EMIT changed(m_path, m_value);
}

void FieldRow::leave()
{
    m_wasLeft = true;
    if (m_value.isGiven()) {
        m_editor->show(m_value.text);
    }
    if (m_former) {
        m_former->weigh();
    }
    draw();
}

bool FieldRow::nextEmptyKind()
{
    if (m_field.computed || m_value.isGiven() || !(m_field.mayBeAbsent || m_field.mayFollow)) {
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
    if (next == State::DeclaredAbsent && m_reasons) {
        m_reasons->setFocus(Qt::TabFocusReason);
    } else {
        stop()->setFocus(Qt::TabFocusReason);
    }
    Q_EMIT changed(m_path, m_value);
    return true;
}

void FieldRow::setProblem(const std::optional<Violation> &problem, const QStringList &warnings)
{
    if (problem != m_problem || warnings != m_warnings) {
        m_problem = problem;
        m_warnings = warnings;
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
    if (visible == m_visible) {
        return;
    }
    m_visible = visible;
    m_label->setVisible(visible);
    m_editor->widget()->setVisible(visible);
    if (m_mark) {
        m_mark->setVisible(visible);
    }
    if (m_note) {
        m_note->setVisible(visible);
    }
    if (m_unit) {
        m_unit->setVisible(visible);
    }
    if (m_former) {
        m_former->setShown(visible);
    }
    drawReasons();
    drawOffer();
}

bool FieldRow::isListOpen() const
{
    return m_editor->isListOpen();
}

void FieldRow::takeListed()
{
    m_editor->takeListed();
}

void FieldRow::closeList()
{
    m_editor->closeList();
}

void FieldRow::setOfferKey(const QString &key)
{
    if (m_former) {
        m_former->setKey(key);
    }
}

bool FieldRow::isOffering() const
{
    return m_visible && m_former && m_former->isOffering();
}

void FieldRow::takeOffer()
{
    if (isOffering()) {
        m_former->takeOffer();
    }
}

void FieldRow::needReasons()
{
    m_reasons = new OptionBox(m_label->parentWidget());
    m_reasons->setMaximumWidth(320);
    m_reasons->setEmptyWords(tr("for which reason?"));
    nameReasons();
    for (const FieldOption &one : m_field.absenceReasons) {
        m_reasons->addOption(one.code, Language::label(one.label, one.labelEn));
    }
    m_answer->addWidget(m_reasons);
    QWidget::setTabOrder(stop(), m_reasons);
    connect(m_reasons, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_showing) {
            m_value = FieldValue::absent(m_reasons->code());
            draw();
            Q_EMIT changed(m_path, m_value);
        }
    });
}

void FieldRow::nameReasons()
{
    m_reasons->setAccessibleName(tr("%1: reason").arg(m_editor->spoken()));
    m_reasons->setAccessibleDescription(m_reasons->accessibleName()); // the name of a list is heard as its value
}

void FieldRow::drawReasons()
{
    const bool asked = m_visible && m_value.state == FieldValue::State::DeclaredAbsent && !m_field.absenceReasons.isEmpty();
    if (asked && !m_reasons) {
        needReasons();
    }
    if (m_reasons) {
        m_showing = true;
        m_reasons->setCode(m_value.isGiven() ? QString() : m_value.text);
        m_showing = false;
        m_reasons->setVisible(asked);
    }
}

void FieldRow::setOffer(const std::optional<OfferedAnswer> &offer, const KeyMap &keys)
{
    m_offer = offer;
    if (m_offer && !m_offerLine) {
        needOfferLine();
    }
    if (m_offer) {
        m_offerLine->setWords(offerWords(), mayReplace(*m_offer, m_value) ? keys.shown(KeyAct::TakeOffer) : QString(), keys.shown(KeyAct::KeepMine));
    }
    drawOffer();
    drawNote();
}

void FieldRow::needOfferLine()
{
    m_offerLine = new OfferLine(m_label->parentWidget());
    m_offerLine->setField(m_editor->spoken());
    m_answer->addWidget(m_offerLine);
    QWidget *before = m_reasons ? static_cast<QWidget *>(m_reasons) : stop();
    for (QWidget *button : m_offerLine->stops()) {
        QWidget::setTabOrder(before, button);
        before = button;
    }
    connect(m_offerLine, &OfferLine::taken, this, [this] { Q_EMIT offerTaken(m_path); });
    connect(m_offerLine, &OfferLine::refused, this, [this] { Q_EMIT offerRefused(m_path); });
}

QString FieldRow::offerWords() const
{
    const Mark from = mark(m_offer->value.source);
    QString words = from.shape + QStringLiteral(" ") + from.words;
    if (m_offer->asOf.isValid()) {
        words += QStringLiteral(", ") + tr("as of %1").arg(shownDate(m_offer->asOf));
    }
    const auto day = m_offer->isPart && !m_offer->isPlain ? PartialDate::fromIso(m_offer->value.text) : std::nullopt;
    words += QStringLiteral(": ") + (day ? day->shown() : shown(m_field, m_offer->value.text)) + (m_offer->isShortened ? QStringLiteral("…") : QString());
    QStringList notes;
    if (m_offer->isShortened) {
        notes.append(tr("Its end is most likely cut there."));
    }
    if (m_offer->isPlain && !mayReplace(*m_offer, m_value)) {
        notes.append(tr("It has no marks and never takes the place of the printed name. Compare both with the document."));
    } else if (m_offer->isPlain && m_offer->isPart) {
        notes.append(tr("It has no marks. Complete it as it is printed."));
    } else if (m_offer->isPart) {
        notes.append(tr("The document does not know the whole day. Ask for it and type it."));
    }
    if (!notes.isEmpty()) {
        words += (m_offer->isShortened ? QStringLiteral(" ") : QStringLiteral(". ")) + notes.join(u' ');
    }
    if (m_value.isGiven() && !m_offer->oldNumber.isEmpty() && m_value.text == m_offer->oldNumber) {
        words += QStringLiteral(". ") + tr("The nine digits are the old number of the same person. They prove nothing any more and only help to find this one.");
    }
    return words;
}

void FieldRow::drawOffer()
{
    if (!m_offerLine) {
        return;
    }
    m_offerLine->setVisible(m_visible && m_offer);
    needNote();
    // The label and the note stay beside the answer, not in the middle of it and what is offered.
    for (QWidget *beside : {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_note)}) {
        beside->setMinimumHeight(m_offer ? m_editor->widget()->sizeHint().height() : 0);
        m_grid->setAlignment(beside, m_offer ? Qt::AlignTop : Qt::Alignment());
    }
    if (!m_offer) {
        m_grid->setAlignment(m_label, Qt::AlignVCenter);
    }
}

/** Most rows of a long form say nothing beside their answer when it opens. */
void FieldRow::needNote()
{
    if (m_note) {
        return;
    }
    m_note = new WrapLabel(m_label->parentWidget());
    const QList<QWidget *> before{m_mark, m_former, m_unit, m_editor->widget()};
    stackAfter(*std::find_if(before.cbegin(), before.cend(), [](const QWidget *one) { return one != nullptr; }), m_note);
    m_note->setMinimumHeight(m_former ? LineHeight : 0);
    m_grid->addWidget(m_note, m_gridLine, 2, m_former ? Qt::AlignTop : Qt::Alignment());
    if (m_note->isHidden() == m_visible) { // as with the mark below
        m_note->setVisible(m_visible);
    }
}

/** Most of a long form is empty when it opens: a row is drawn without a mark until it has an answer. */
void FieldRow::needMark()
{
    m_mark = new QLabel(m_label->parentWidget());
    stackAfter(m_unit ? static_cast<QWidget *>(m_unit) : m_editor->widget(), m_mark);
    m_mark->setProperty("tone", QStringLiteral("secondary"));
    m_mark->setMinimumWidth(MarkWidth);
    const int place = m_line->indexOf(m_markSpace);
    delete m_line->takeAt(place);
    m_markSpace = nullptr;
    m_line->insertWidget(place, m_mark);
    if (m_mark->isHidden() == m_visible) { // beside a row that is on the screen it would else be shown a turn later
        m_mark->setVisible(m_visible);
    }
}

void FieldRow::drawMark()
{
    const Mark from = m_value.isGiven() ? mark(m_value.source) : Mark{};
    if (!from.shape.isEmpty() && !m_mark) {
        needMark();
    }
    if (m_mark) {
        m_mark->setText(from.shape);
        m_mark->setToolTip(from.words);
        m_mark->setAccessibleName(from.words);
    }
}

void FieldRow::draw()
{
    drawMark();
    m_editor->setEmptyWords(emptyWords(m_value.state));
    drawReasons();
    drawNote();
}

void FieldRow::drawNote()
{
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
    } else if (!m_warnings.isEmpty() && (m_wasLeft || m_field.computed)) {
        note = QStringLiteral("▲ ") + m_warnings.join(QStringLiteral("\n▲ "));
        tone = QStringLiteral("warning");
    } else if (!m_value.isGiven() && m_value.state != FieldValue::State::NotAsked) {
        note = QStringLiteral("– ") + emptyWords(m_value.state);
    }
    if (!note.isEmpty()) {
        needNote();
    }
    if (m_note) {
        m_note->setText(note);
        restyle(m_note, "tone", tone);
    }
    // A screen reader speaks with the field what the eye sees beside it.
    QStringList spoken{Language::label(m_field.help, m_field.helpEn), note};
    if (m_field.computed) {
        spoken.append(tr("follows from other answers"));
    }
    if (m_former) {
        spoken.append(m_former->words());
    }
    if (m_offer) {
        spoken.append(m_offerLine->words());
    }
    spoken.removeAll(QString());
    m_editor->stop()->setAccessibleDescription(spoken.join(QStringLiteral(" ")));
}

} // namespace motcua
