// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/FieldEditor.h"

#include "models/form/Typed.h"
#include "ui/form/AddressBox.h"
#include "ui/messages/Language.h"
#include "ui/widgets/CategoryBox.h"
#include "ui/widgets/CountBox.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>

#include <algorithm>

namespace motcua {

namespace {

constexpr int LineFrame = 20; // px left and right of the words
constexpr int WidestLine = 560; // px
constexpr int BasePixels = 14; // the text for which widths are given

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
    case FieldType::Money:
        return 160;
    case FieldType::Email:
    case FieldType::Category:
        return 320;
    case FieldType::Integer:
    case FieldType::Enumeration:
    case FieldType::Tick:
    case FieldType::Text:
    case FieldType::Name:
    case FieldType::Address:
        return 0;
    }
    return 0;
}

Qt::InputMethodHints hints(const Field &field)
{
    switch (field.type) {
    case FieldType::PersonalNumber:
        return Qt::ImhDigitsOnly;
    case FieldType::Phone:
        return Qt::ImhDialableCharactersOnly;
    case FieldType::Email:
        return Qt::ImhEmailCharactersOnly;
    case FieldType::Date:
    case FieldType::PartialDate:
    case FieldType::Money:
        return Qt::ImhPreferNumbers;
    case FieldType::Text:
        // What is written with signs that are no part of it is a number of a document, a plate or the like; a name may have a pattern too.
        return field.rule.strip.isEmpty() ? Qt::ImhNone : Qt::ImhPreferLatin;
    case FieldType::Integer:
    case FieldType::Category:
    case FieldType::Enumeration:
    case FieldType::Tick:
    case FieldType::Name:
    case FieldType::Address:
        return Qt::ImhNone;
    }
    return Qt::ImhNone;
}

/** What of a published list fits, in the language of the program. */
CategoryBox::Source fitting(const Category &category)
{
    return [category](const QString &typed) {
        QList<CategoryBox::Entry> entries;
        for (const FieldOption &item : category.startingWith(typed, static_cast<int>(category.items().size()))) {
            entries.append({item.code, Language::label(item.label, item.labelEn)});
        }
        return entries;
    };
}

} // namespace

FieldEditor::FieldEditor(const Field &field, AddressBook *addresses, QWidget *parent)
    : QObject(parent)
    , m_field(field)
    , m_unit(field.type == FieldType::Money ? QStringLiteral("đ") : field.unit)
{
    const auto tell = [this] {
        if (!m_showing) {
            Q_EMIT edited();
        }
    };
    const QString label = Language::label(field.label, field.labelEn);
    if (field.computed) {
        m_computed = new WrapLabel(parent);
        m_computed->setMinimumHeight(30);
    } else if (field.type == FieldType::Enumeration) {
        m_options = new OptionBox(parent);
        for (const FieldOption &option : field.options) {
            m_options->addOption(option.code, Language::label(option.label, option.labelEn));
        }
        m_options->setMaximumWidth(320);
        connect(m_options, &QComboBox::currentIndexChanged, this, tell);
    } else if (field.type == FieldType::Tick) {
        m_tick = new QCheckBox(label, parent);
        connect(m_tick, &QCheckBox::toggled, this, tell);
    } else {
        makeLine(addresses, parent);
        connect(m_line, &QLineEdit::textChanged, this, tell);
    }
    if (m_category) {
        connect(m_category, &CategoryBox::chosen, this, tell);
    }
    drawName();
    stop()->installEventFilter(this);
}

void FieldEditor::makeLine(AddressBook *addresses, QWidget *parent)
{
    if (m_field.type == FieldType::Integer) {
        m_count = new CountBox(parent);
        m_count->setRange(m_field.minimum, m_field.maximum);
        // The line is the stop itself: with a proxy around it the box stays behind in the tab order when rows move, and Tab jumps to it.
        m_count->setFocusProxy(nullptr);
        m_count->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // its unit stands right behind it
        m_line = m_count->edit();
        return;
    }
    if (m_field.type == FieldType::Category) {
        m_listed = m_category = new CategoryBox(fitting(m_field.category), m_field.category.isOpen(), parent);
    } else if (m_field.type == FieldType::Address) {
        m_listed = m_address = new AddressBox(addresses, parent);
    }
    m_line = m_listed ? m_listed : new QLineEdit(parent);
    m_line->setInputMethodHints(hints(m_field));
    if (m_field.type == FieldType::Money) {
        m_line->setAlignment(Qt::AlignRight);
    }
    fit();
}

void FieldEditor::fit()
{
    const int pixels = m_line->font().pixelSize() > 0 ? m_line->font().pixelSize() : BasePixels;
    if (const int width = lineWidth(m_field.type); width > 0) {
        // "left blank on request" must not be cut off in a line made for a date.
        const int words = m_line->fontMetrics().horizontalAdvance(m_line->placeholderText()) + LineFrame;
        m_line->setFixedWidth(std::max(width * pixels / BasePixels, words));
    } else {
        m_line->setMaximumWidth(WidestLine * pixels / BasePixels);
    }
}

QString FieldEditor::spoken() const
{
    const QString label = Language::label(m_field.label, m_field.labelEn);
    return m_place.isEmpty() ? label : QStringLiteral("%1, %2").arg(label, m_place);
}

void FieldEditor::setPlace(const QString &place)
{
    if (place != m_place) {
        m_place = place;
        drawName();
    }
}

void FieldEditor::drawName()
{
    if (m_computed) {
        // Nothing in it takes the focus, so its name has to say all of it.
        m_computed->setAccessibleName(QStringLiteral("%1: %2 %3").arg(spoken(), m_computed->text(), m_unit).trimmed());
    } else {
        stop()->setAccessibleName(m_unit.isEmpty() ? spoken() : QStringLiteral("%1 (%2)").arg(spoken(), m_unit));
    }
}

QWidget *FieldEditor::widget() const
{
    return m_count ? static_cast<QWidget *>(m_count) : stop();
}

QWidget *FieldEditor::stop() const
{
    if (m_computed || m_options) {
        return m_computed ? static_cast<QWidget *>(m_computed) : m_options;
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
    if (m_category && !m_category->code().isEmpty()) {
        return m_category->code();
    }
    return m_line ? m_line->text() : QString();
}

QString FieldEditor::shown(const QString &stored) const
{
    const FieldOption *option = m_field.option(stored);
    if (const FieldOption *item = option ? option : m_field.category.item(stored)) {
        return Language::label(item->label, item->labelEn);
    }
    return motcua::edited(m_field.type, stored);
}

void FieldEditor::show(const QString &stored)
{
    m_showing = true;
    if (m_computed) {
        m_computed->setText(stored.isEmpty() ? QStringLiteral("—") : shown(stored));
        drawName();
    } else if (m_options) {
        m_options->setCode(stored);
    } else if (m_tick) {
        m_tick->setChecked(stored == u"1");
    } else if (const QString text = shown(stored); text != m_line->text() || m_category) {
        if (m_category) {
            m_category->setEntry({m_field.category.item(stored) ? stored : QString(), text});
        } else {
            m_line->setText(text);
        }
        m_line->setCursorPosition(m_line->hasFocus() ? static_cast<int>(text.size()) : 0);
    }
    m_showing = false;
}

void FieldEditor::forgetTyping()
{
    if (m_line) {
        m_showing = true;
        const int cursor = m_line->cursorPosition();
        if (m_category) {
            m_category->setEntry({m_category->code(), m_line->text()});
        } else {
            m_line->setText(m_line->text());
        }
        m_line->setCursorPosition(cursor);
        m_showing = false;
    }
}

bool FieldEditor::isListOpen() const
{
    return m_listed && m_listed->isListOpen();
}

void FieldEditor::takeListed()
{
    if (m_listed) {
        m_listed->takeListed();
    }
}

void FieldEditor::closeList()
{
    if (m_listed) {
        m_listed->closeList();
    }
}

void FieldEditor::setEmptyWords(const QString &words)
{
    if (m_options) {
        m_options->setEmptyWords(words);
    } else if (m_line && words != m_line->placeholderText()) {
        m_line->setPlaceholderText(words);
        if (!m_count) {
            fit();
        }
    }
}

void FieldEditor::setWrong(bool wrong)
{
    if (!m_tick && !m_computed) {
        restyle(stop(), "wrong", wrong);
    }
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        Q_EMIT finished();
    } else if (event->type() == QEvent::FontChange && m_line && !m_count) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace motcua
