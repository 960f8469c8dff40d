// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/NotePage.h"

#include "ui/widgets/WrapLabel.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int TextLines = 6;

} // namespace

NotePage::NotePage(QWidget *parent)
    : Page(parent)
    , m_about(new WrapLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    m_about->setProperty("tone", QStringLiteral("secondary"));
    m_text->setAccessibleName(tr("Note"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * TextLines + 20);
    auto *hint = new WrapLabel(this);
    hint->setText(tr("Colleagues read it in the history of the dossier; the citizen does not. It is kept for good."));
    hint->setProperty("tone", QStringLiteral("secondary"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_about);
    column->addWidget(m_text);
    column->addWidget(hint);
    column->addStretch(1);
    connect(m_text, &QPlainTextEdit::textChanged, this, &Page::actsChanged);
}

void NotePage::begin(const QString &about)
{
    m_about->setText(about);
    m_text->clear();
    setBusy(false);
}

void NotePage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

QString NotePage::heading() const
{
    return tr("Note on the dossier");
}

QList<PageAct> NotePage::acts() const
{
    const QString refusal = m_busy ? tr("The note is being recorded. Please wait a moment.")
        : m_text->toPlainText().trimmed().isEmpty() ? tr("Nothing is written yet. Nothing was changed.")
                                                    : QString();
    return {{KeyAct::Main, tr("Keep the note"), refusal, true}};
}

void NotePage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        setBusy(true);
        Q_EMIT written(m_text->toPlainText().trimmed());
    }
}

QWidget *NotePage::firstField() const
{
    return m_text;
}

} // namespace motcua
