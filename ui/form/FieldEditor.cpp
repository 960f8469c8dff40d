// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/FieldEditor.h"

#include "models/form/Typed.h"
#include "ui/messages/Language.h"
#include "ui/widgets/CountBox.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/Restyle.h"

#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>

namespace motcua {

namespace {

/** Width in px of a line for this type; 0 takes what there is. */
int lineWidth(FieldType type)
{
    switch (type) {
    case FieldType::Date:
    case FieldType::PartialDate:
        return 128;
    case FieldType::PersonalNumber:
    case FieldType::Phone:
        return 184;
    case FieldType::Email:
        return 320;
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Category:
    case FieldType::Enumeration:
    case FieldType::Tick:
    case FieldType::Text:
    case FieldType::Name:
    case FieldType::Address:
        return 0;
    }
    return 0;
}

Qt::InputMethodHints hints(FieldType type)
{
    switch (type) {
    case FieldType::PersonalNumber:
        return Qt::ImhDigitsOnly;
    case FieldType::Phone:
        return Qt::ImhDialableCharactersOnly;
    case FieldType::Email:
        return Qt::ImhEmailCharactersOnly;
    case FieldType::Date:
    case FieldType::PartialDate:
        return Qt::ImhPreferNumbers;
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Category:
    case FieldType::Enumeration:
    case FieldType::Tick:
    case FieldType::Text:
    case FieldType::Name:
    case FieldType::Address:
        return Qt::ImhNone;
    }
    return Qt::ImhNone;
}

} // namespace

FieldEditor::FieldEditor(const Field &field, QWidget *parent)
    : QObject(parent)
    , m_type(field.type)
{
    const auto tell = [this] {
        if (!m_showing) {
            Q_EMIT edited();
        }
    };
    const QString label = Language::label(field.label, field.labelEn);
    if (field.type == FieldType::Enumeration) {
        m_options = new OptionBox(parent);
        for (const FieldOption &option : field.options) {
            m_options->addOption(option.code, Language::label(option.label, option.labelEn));
        }
        m_options->setMaximumWidth(320);
        connect(m_options, &QComboBox::currentIndexChanged, this, tell);
    } else if (field.type == FieldType::Tick) {
        m_tick = new QCheckBox(label, parent);
        connect(m_tick, &QCheckBox::toggled, this, tell);
    } else if (field.type == FieldType::Integer) {
        m_count = new CountBox(parent);
        m_count->setRange(field.minimum, field.maximum);
        m_line = m_count->edit();
    } else {
        m_line = new QLineEdit(parent);
        m_line->setInputMethodHints(hints(field.type));
        if (const int width = lineWidth(field.type); width > 0) {
            m_line->setFixedWidth(width);
        } else {
            m_line->setMaximumWidth(560);
        }
    }
    if (m_line) {
        connect(m_line, &QLineEdit::textChanged, this, tell);
    }
    stop()->setAccessibleName(label);
    stop()->installEventFilter(this);
}

QWidget *FieldEditor::widget() const
{
    return m_count ? static_cast<QWidget *>(m_count) : stop();
}

QWidget *FieldEditor::stop() const
{
    if (m_options) {
        return m_options;
    }
    return m_tick ? static_cast<QWidget *>(m_tick) : m_line;
}

QString FieldEditor::typed() const
{
    if (m_options) {
        return m_options->code();
    }
    if (m_tick) {
        return m_tick->isChecked() ? QStringLiteral("1") : QString();
    }
    return m_line->text();
}

void FieldEditor::show(const QString &stored)
{
    m_showing = true;
    if (m_options) {
        m_options->setCode(stored);
    } else if (m_tick) {
        m_tick->setChecked(stored == u"1");
    } else if (const QString shown = motcua::edited(m_type, stored); shown != m_line->text()) {
        m_line->setText(shown);
        m_line->setCursorPosition(m_line->hasFocus() ? static_cast<int>(shown.size()) : 0);
    }
    m_showing = false;
}

void FieldEditor::setEmptyWords(const QString &words)
{
    if (m_options) {
        m_options->setEmptyWords(words);
    } else if (m_line) {
        m_line->setPlaceholderText(words);
    }
}

void FieldEditor::setWrong(bool wrong)
{
    if (!m_tick) {
        restyle(stop(), "wrong", wrong);
    }
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        Q_EMIT finished();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace motcua
