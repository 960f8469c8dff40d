// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/RegisterPage.h"

#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/PaperTable.h"
#include "ui/widgets/WrapLabel.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int RegisterColumns = 8;
constexpr int RegisterPaper = 1; // of them
constexpr int LongestLook = 200; // characters

} // namespace

RegisterPage::RegisterPage(QWidget *parent)
    : Page(parent)
{
    m_words = new QLineEdit(this);
    m_words->setMaxLength(LongestLook);
    m_words->setPlaceholderText(tr("Number, or how the paper's name begins; Enter looks"));
    m_words->setAccessibleName(tr("Look in the register"));
    m_table = new PaperTable(RegisterColumns, this);
    m_table->setAccessibleName(tr("Register of certifications"));
    m_empty = new EmptyNote(this);
    auto *sums = new WrapLabel(this);
    sums->setTextFormat(Qt::PlainText);
    sums->setProperty("tone", QStringLiteral("secondary"));
    m_sums = sums;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_sums);
}

void RegisterPage::setView(const RegisterView &view)
{
    m_view = view;
    m_table->setRowCount(static_cast<int>(view.rows.size()));
    for (int row = 0; row < view.rows.size(); ++row) {
        m_table->put(row, view.rows.at(row));
        m_table->item(row, RegisterPaper)->setToolTip(view.rows.at(row).at(RegisterPaper));
    }
    if (!view.rows.isEmpty()) {
        m_table->selectRow(0);
    }
    m_empty->tell(view.looked.isEmpty() ? tr("Nothing was certified in %1").arg(view.year) : tr("No line of %1 fits").arg(view.year),
        view.looked.isEmpty() ? tr("A line is entered from the dossier whose copies are certified.") : tr("Look for a whole number, or for how the name of the paper begins; an empty line shows all."));
    m_table->setVisible(!view.rows.isEmpty());
    m_empty->setVisible(view.rows.isEmpty());
    m_sums->setText(view.sums);
    m_sums->setVisible(!view.sums.isEmpty());
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void RegisterPage::forget()
{
    m_words->clear();
    setView({});
}

QString RegisterPage::heading() const
{
    return tr("Register of certifications · %1").arg(m_view.year);
}

QList<PageAct> RegisterPage::acts() const
{
    const QString noMore = m_view.hasMore ? QString() : tr("These are the last lines of the year. Nothing was changed.");
    return {{KeyAct::TakeOffer, tr("The year before"), {}, true}, {KeyAct::KeepMine, tr("The year after"), {}, true}, {KeyAct::NextToDo, tr("Next lines"), noMore, true},
        {KeyAct::Main, tr("Look"), {}, true}};
}

void RegisterPage::perform(KeyAct act, int)
{
    if (act == KeyAct::TakeOffer || act == KeyAct::KeepMine) {
        Q_EMIT yearAsked(m_view.year + (act == KeyAct::KeepMine ? 1 : -1));
    } else if (act == KeyAct::NextToDo) {
        Q_EMIT nextAsked();
    } else if (act == KeyAct::Main) {
        Q_EMIT lookAsked(m_words->text().trimmed());
    }
}

QWidget *RegisterPage::firstField() const
{
    return m_words;
}

bool RegisterPage::enter(QWidget *focused)
{
    if (focused != m_words) {
        return false;
    }
    Q_EMIT lookAsked(m_words->text().trimmed());
    return true;
}

} // namespace motcua
