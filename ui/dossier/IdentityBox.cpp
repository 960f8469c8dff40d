// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/IdentityBox.h"

#include "models/base/Text.h"
#include "models/dossier/HandOverForm.h"
#include "models/form/Typed.h"
#include "models/form/Validation.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/WrapLabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>

namespace motcua {

namespace {

constexpr int LongestLine = 200; // characters, where the form says nothing

} // namespace

IdentityBox::IdentityBox(const FormSchema &form, bool hasSheet, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_name = addLine(handover::Name, 0, 0, 2);
    m_way = addOptions(handover::Shown, 2, 0);
    m_document = addLine(handover::Document, 2, 1, 1);
    m_why = addOptions(handover::ShownReason, 4, 0);
    m_authority = addOptions(handover::Authority, 6, 0);
    m_note = addLine(handover::Note, 6, 1, 1);
    if (hasSheet) {
        m_sheet = new QCheckBox(tr("Make a sheet for them to sign; without it they sign the register"), this);
        m_sheet->setChecked(true);
        m_grid->addWidget(m_sheet, 8, 0, 1, 2);
        connect(m_sheet, &QCheckBox::toggled, this, &IdentityBox::edited);
    }
    setAsked({}, false, {});
}

void IdentityBox::add(const QString &field, QWidget *editor, int row, int column, int span)
{
    const Field *asked = m_form.field(field);
    auto *label = new WrapLabel(this);
    label->setText(asked ? Language::label(asked->label, asked->labelEn) : field);
    label->setProperty("tone", QStringLiteral("secondary"));
    label->setContentsMargins(0, 4, 0, 0); // nearer to what it asks for than to what stands above
    label->setBuddy(editor);
    editor->setAccessibleName(label->text());
    m_labels.insert(editor, label);
    m_grid->addWidget(label, row, column, 1, span, Qt::AlignBottom);
    m_grid->addWidget(editor, row + 1, column, 1, span);
}

QLineEdit *IdentityBox::addLine(const QString &field, int row, int column, int span)
{
    auto *line = new QLineEdit(this);
    const Field *asked = m_form.field(field);
    line->setMaxLength(asked && asked->maxLength > 0 ? asked->maxLength : LongestLine);
    add(field, line, row, column, span);
    connect(line, &QLineEdit::textChanged, this, &IdentityBox::edited);
    return line;
}

OptionBox *IdentityBox::addOptions(const QString &field, int row, int column)
{
    auto *box = new OptionBox(this);
    if (const Field *asked = m_form.field(field)) {
        for (const FieldOption &option : asked->options) {
            box->addOption(option.code, Language::label(option.label, option.labelEn));
        }
    }
    add(field, box, row, column, 1);
    box->setAccessibleDescription(box->accessibleName()); // the name of a list is heard as its value
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        follow();
        Q_EMIT edited();
    });
    return box;
}

void IdentityBox::setAsked(std::optional<Receiver::Who> who, bool slipLost, const QString &known)
{
    m_who = who;
    m_slipLost = slipLost;
    m_known = isDelegate() ? QString() : known;
    setVisible(isDelegate() || m_slipLost);
    follow();
}

void IdentityBox::setShown(QWidget *editor, bool shown)
{
    editor->setVisible(shown);
    m_labels.value(editor)->setVisible(shown);
}

void IdentityBox::follow()
{
    FormDraft answers;
    answers.set(handover::Shown, m_way->code().isEmpty() ? FieldValue() : FieldValue::given(m_way->code()));
    const Field *why = m_form.field(handover::ShownReason);
    m_document->setPlaceholderText(standing().isEmpty() ? QString() : tr("as in the dossier: %1").arg(standing()));
    setShown(m_name, isDelegate());
    setShown(m_why, why && (!why->visibleIf || why->visibleIf->isHeld(answers)));
    setShown(m_authority, isDelegate());
    setShown(m_note, isDelegate());
    if (m_sheet) {
        m_sheet->setVisible(m_slipLost);
    }
}

const FieldOption *IdentityBox::chosen(const QString &field, const OptionBox *box) const
{
    const Field *asked = m_form.field(field);
    return asked && !box->isHidden() ? asked->option(box->code()) : nullptr;
}

QList<Want> IdentityBox::wants() const
{
    QList<Want> wants;
    if (isHidden()) {
        return wants;
    }
    const auto want = [&wants](bool isWanted, const QString &words, QWidget *where) {
        if (isWanted) {
            wants.append({words, where});
        }
    };
    const FieldOption *way = chosen(handover::Shown, m_way);
    want(isDelegate() && text::tidy(m_name->text()).isEmpty(), tr("The name of who receives it is missing."), m_name);
    want(!way, tr("It is not said how they showed who they are."), m_way);
    want(way && !way->proves, tr("That does not prove who they are, so the result stays here. Tell them what to bring."), m_way);
    want(way && way->proves && standing().isEmpty() && text::tidy(m_document->text()).isEmpty(), tr("The number of the paper they showed is missing."), m_document);
    want(way && !m_why->isHidden() && m_why->code().isEmpty(), tr("It is not said why there is no identity card."), m_why);
    want(isDelegate() && !chosen(handover::Authority, m_authority), tr("The authority is not named."), m_authority);
    for (const auto &[name, line] :
        {std::pair(handover::Name, m_name), std::pair(handover::Document, m_document), std::pair(handover::Note, m_note)}) {
        const QString wrong = line->isHidden() ? QString() : fault(name, line->text());
        want(!wrong.isEmpty(), wrong, line);
    }
    return wants;
}

/** The number the dossier has of them, where the paper they showed bears it. */
QString IdentityBox::standing() const
{
    return handover::bearsPersonalNumber(m_way->code()) ? m_known : QString();
}

/** What the form has against an answer that was typed; empty when it may stand. No day is asked for, so it is judged on none. */
QString IdentityBox::fault(const QString &name, const QString &typed) const
{
    const Field *asked = m_form.field(name);
    const QString text = asked ? normalised(*asked, typed, {}) : QString();
    const std::optional<Violation> wrong = text.isEmpty() ? std::nullopt : violation(*asked, FieldValue::given(text), {});
    return wrong ? sentence(*wrong, Language::label(asked->label, asked->labelEn)) : QString();
}

// In the words of the form, whatever the window speaks: they are read in the history and on the sheet by everybody.
ShownIdentity IdentityBox::shown() const
{
    const FieldOption *way = chosen(handover::Shown, m_way);
    const FieldOption *why = chosen(handover::ShownReason, m_why);
    return {way ? way->code : QString(), way ? way->label : QString(), why ? why->code : QString(), why ? why->label : QString(), way && way->proves};
}

Receiver IdentityBox::receiver() const
{
    Receiver receiver{.who = m_who.value_or(Receiver::Who::Applicant)};
    if (isHidden()) {
        return receiver;
    }
    receiver.shown = shown();
    const QString typed = text::tidy(m_document->text());
    receiver.document = typed.isEmpty() ? standing() : typed;
    if (const FieldOption *authority = chosen(handover::Authority, m_authority); authority && isDelegate()) {
        QStringList told{authority->label, text::tidy(m_note->text())};
        told.removeAll(QString());
        receiver.authority = told.join(QStringLiteral(", "));
        receiver.authorityKind = authority->code;
    }
    if (isDelegate()) {
        receiver.name = text::tidy(m_name->text());
    }
    return receiver;
}

bool IdentityBox::signsSheet() const
{
    return m_sheet && m_sheet->isChecked();
}

} // namespace motcua
