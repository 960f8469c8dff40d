// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskProcedurePage.h"

#include "models/base/Text.h"
#include "models/catalogue/NeededThings.h"
#include "ui/kiosk/KioskKeys.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace motcua {

KioskProcedurePage::KioskProcedurePage(
    const QList<Procedure> &procedures, QDate today, bool prints, const KioskLook &look, const KioskWords &words, QWidget *parent)
    : KioskPage(look, words, parent)
    , m_procedures(procedures)
    , m_today(today)
    , m_prints(prints)
    , m_stack(new QStackedLayout)
{
    column()->addLayout(m_stack, 1);
    auto *finding = new QWidget(this);
    auto *lines = new QVBoxLayout(finding);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(look.px(10));
    lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "What do you want to have done?")), "title"));
    m_find = new QLineEdit(this);
    m_find->setAccessibleName(say(QT_TRANSLATE_NOOP("Kiosk", "A few letters of it")));
    m_find->setPlaceholderText(say(QT_TRANSLATE_NOOP("Kiosk", "A few letters of it")));
    lines->addWidget(m_find);
    m_rows = scrolled(lines);
    auto *keys = new KioskKeys(KioskKeys::Kind::Words, look, words, this);
    keys->writesInto(m_find);
    lines->addWidget(keys);
    m_stack->addWidget(finding);
    connect(m_find, &QLineEdit::textChanged, this, &KioskProcedurePage::list);
    list();
}

void KioskProcedurePage::list()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList typed = text::foldedWords(m_find->text());
    int shown = 0;
    int fitting = 0;
    for (const Procedure &one : std::as_const(m_procedures)) {
        const QString name = words().label(one.name, one.nameEn);
        if (!text::fits(typed, name + u' ' + one.name + u' ' + one.field + u' ' + one.code)) {
            continue;
        }
        if (++fitting > MostRows) {
            continue;
        }
        ++shown;
        QPushButton *row = button(name, "row", 1);
        connect(row, &QPushButton::clicked, this, [this, one] { show(one); });
        m_rows->addWidget(row);
    }
    if (fitting == 0) {
        m_rows->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "Nothing of that name is done here. Try another word, or ask the guide."))));
    } else if (fitting > shown) {
        m_rows->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "%1 more: type another letter.")).arg(fitting - shown)));
    }
    m_rows->addStretch(1);
}

void KioskProcedurePage::show(const Procedure &procedure)
{
    delete m_shown;
    m_shown = new QWidget(this);
    const NeededThings needed = NeededThings::of(procedure, m_today);
    auto *lines = new QVBoxLayout(m_shown);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(look().px(10));
    lines->addWidget(label(words().label(procedure.name, procedure.nameEn), "title"));
    QVBoxLayout *inner = scrolled(lines);
    const auto papers = [this, inner](const char *heading, const QList<NeededThings::Paper> &all) {
        if (all.isEmpty()) {
            return;
        }
        inner->addWidget(label(say(heading), "bold"));
        for (const NeededThings::Paper &one : all) {
            QStringList counts;
            if (one.originals > 0) {
                counts.append(say(QT_TRANSLATE_NOOP("Kiosk", "original: %1")).arg(one.originals));
            }
            if (one.copies > 0) {
                counts.append(say(QT_TRANSLATE_NOOP("Kiosk", "copies: %1")).arg(one.copies));
            }
            inner->addWidget(label(QStringLiteral("•  ") + one.name + (counts.isEmpty() ? QString() : QStringLiteral(" (") + counts.join(QStringLiteral(", ")) + u')')));
        }
    };
    papers(QT_TRANSLATE_NOOP("Kiosk", "Bring with you"), needed.always);
    papers(needed.always.isEmpty() ? QT_TRANSLATE_NOOP("Kiosk", "Bring what fits your case") : QT_TRANSLATE_NOOP("Kiosk", "In some cases also"), needed.sometimes);
    inner->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "How long it takes")), "bold"));
    inner->addWidget(label(needed.limit));
    inner->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "What it costs")), "bold"));
    inner->addWidget(label(needed.isFree ? say(QT_TRANSLATE_NOOP("Kiosk", "Nothing"))
            : needed.fees.isEmpty()      ? say(QT_TRANSLATE_NOOP("Kiosk", "The desk tells you."))
                                         : needed.fees.join(u'\n')));
    inner->addStretch(1);
    m_told = label({}, "told");
    m_told->hide();
    lines->addWidget(m_told);
    if (m_prints) {
        QPushButton *print = button(say(QT_TRANSLATE_NOOP("Kiosk", "Print this")), "main");
        connect(print, &QPushButton::clicked, this, [this, print, procedure] {
            print->setEnabled(false);
            Q_EMIT printAsked(procedure);
        });
        lines->addWidget(print, 0, Qt::AlignRight);
    }
    m_stack->addWidget(m_shown);
    m_stack->setCurrentWidget(m_shown);
}

void KioskProcedurePage::showPrinted(const QString &told)
{
    if (m_shown) {
        m_told->setText(told);
        m_told->show();
    }
}

bool KioskProcedurePage::back()
{
    if (!m_shown) {
        return false;
    }
    m_stack->setCurrentIndex(0);
    delete m_shown;
    m_shown = nullptr;
    m_told = nullptr;
    m_find->setFocus(Qt::OtherFocusReason);
    return true;
}

QWidget *KioskProcedurePage::firstField() const
{
    return m_find;
}

} // namespace motcua
