// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/FeePage.h"

#include "ui/visit/CashBox.h"
#include "ui/visit/DueList.h"
#include "ui/visit/FeeWords.h"
#include "ui/visit/PaymentWords.h"
#include "ui/visit/TransferBox.h"
#include "ui/widgets/FlowRow.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>

#include <algorithm>

namespace motcua {

namespace {

constexpr std::array Times{Payment::When::AtAcceptance, Payment::When::WithResult, Payment::When::AtCashDesk};

/** Checks one of the choices, which is then the only one of them that Tab stops at; the arrows go to the others. */
void choose(QButtonGroup *group, qsizetype id)
{
    const QSignalBlocker quiet(group);
    group->button(static_cast<int>(id))->setChecked(true);
    for (QAbstractButton *button : group->buttons()) {
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

} // namespace

FeePage::FeePage(QWidget *parent)
    : Page(parent)
    , m_due(new DueList(this))
    , m_total(new WrapLabel(this))
    , m_note(new WrapLabel(this))
    , m_when(new QButtonGroup(this))
    , m_means(new QButtonGroup(this))
{
    QStringList times;
    for (const Payment::When when : Times) {
        times.append(whenWords(when));
    }
    QStringList means;
    for (const PaymentMeans one : DeskMeans) {
        // The digit is the key that does the same.
        means.append(QStringLiteral("%1 %2").arg(means.size() + 1).arg(meansWords(one)));
    }
    m_whenRow = choices(m_when, times);
    m_meansRow = choices(m_means, means);
    // Made after the choices: Tab goes where things were made, from the first to the last.
    m_cash = new CashBox(this);
    m_transfer = new TransferBox(this);
    m_total->setObjectName(QStringLiteral("total"));
    m_total->setProperty("level", QStringLiteral("heading"));
    m_note->setObjectName(QStringLiteral("note"));

    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    auto *title = new QLabel(tr("TO COLLECT"), card);
    title->setProperty("level", QStringLiteral("section"));
    grid->addWidget(title, 0, 0);
    grid->addWidget(m_total, 0, 1);
    // Each row of choices has the whole width: on the small screen the third one would begin a line of its own.
    m_whenRow->setAccessibleName(tr("Collected"));
    grid->addWidget(m_whenRow, 1, 0, 1, 2);
    m_meansRow->setAccessibleName(tr("Means"));
    grid->addWidget(m_meansRow, 2, 0, 1, 2);
    auto *right = new QVBoxLayout(card);
    right->setContentsMargins(16, 12, 16, 12);
    right->setSpacing(8);
    right->addLayout(grid);
    right->addWidget(m_note);
    right->addWidget(m_cash);
    right->addWidget(m_transfer);
    right->addStretch(1);

    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_due, 4);
    row->addWidget(card, 7);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->addLayout(row);
    column->addStretch(1);

    connect(m_when, &QButtonGroup::idClicked, this, [this](int id) {
        Payment payment = m_facts.payment;
        payment.when = Times.at(static_cast<size_t>(id));
        settle(payment);
    });
    connect(m_means, &QButtonGroup::idClicked, this, [this](int id) {
        Payment payment = m_facts.payment;
        payment.means = DeskMeans.at(static_cast<size_t>(id));
        settle(payment);
    });
    connect(m_cash, &CashBox::given, this, [this](const std::optional<Money> &amount) {
        Payment payment = m_facts.payment;
        payment.given = amount;
        settle(payment);
    });
    draw();
}

QWidget *FeePage::choices(QButtonGroup *group, const QStringList &labels)
{
    auto *box = new QWidget(this);
    auto *row = new FlowRow(box);
    row->setGaps(12, 0);
    for (int id = 0; id < labels.size(); ++id) {
        auto *button = new QRadioButton(labels.at(id), box);
        group->addButton(button, id);
        row->addWidget(button);
    }
    return box;
}

void FeePage::setFacts(const FeeFacts &facts)
{
    m_facts = facts;
    draw();
    Q_EMIT headingChanged();
}

void FeePage::settle(const Payment &payment)
{
    if (payment == m_facts.payment) {
        draw(); // what was typed may have become no amount, or one again
        return;
    }
    m_facts.payment = payment;
    Q_EMIT fellSilent(); // what was said of the payment no longer holds
    draw();
    Q_EMIT paymentSettled(payment);
}

bool FeePage::takesCash() const
{
    return m_cash->isVisibleTo(this);
}

void FeePage::draw()
{
    const Assessment whole = m_facts.whole();
    const Payment &payment = m_facts.payment;
    const Payment::State state = payment.state(m_facts.due());
    const bool isPaid = state != Payment::State::NothingDue;
    const bool isHere = isPaid && state != Payment::State::Later;
    // The page itself is a stop only when nothing on it is one.
    setFocusPolicy(isPaid ? Qt::NoFocus : Qt::StrongFocus);
    m_due->setDossiers(m_facts.dossiers);
    m_total->setText(feeTotal(whole, m_facts.due()));
    choose(m_when, std::find(Times.begin(), Times.end(), payment.when) - Times.begin());
    const auto means = std::find(DeskMeans.begin(), DeskMeans.end(), payment.means);
    choose(m_means, means == DeskMeans.end() ? 0 : means - DeskMeans.begin());

    QStringList notes;
    const auto open = [&whole](bool FeeLine::*is) {
        return std::any_of(whole.lines.cbegin(), whole.lines.cend(), [is](const FeeLine &line) { return !(line.*is); });
    };
    const bool isUnknown = open(&FeeLine::isKnown);
    const bool isOpen = isUnknown || open(&FeeLine::isCounted);
    if (isUnknown) {
        notes.append(QStringLiteral("▲ ") + tr("A price is missing from the total because this machine does not know it. Nothing waits for it: charge by the price list on "
                  "display and go on."));
    } else if (isOpen) {
        notes.append(QStringLiteral("▲ ") + tr("Something is missing from the total because the declaration does not say how many. Put it right there, or go on and charge "
                  "by the price list on display."));
    } else if (!isPaid) {
        notes.append(m_facts.dossiers.isEmpty() ? tr("There is nothing to collect yet.") : tr("0 đ: there is nothing to collect. Ctrl+Enter goes on."));
    }
    for (const DossierFee &one : m_facts.dossiers) {
        if (one.paidBeyond() > Money{} && one.fee.isComplete()) {
            notes.append(QStringLiteral("▲ ") + tr("%1 more were paid online than is due. Take nothing; they are paid back as the centre pays back.").arg(one.paidBeyond().toString()));
        }
    }
    if (state == Payment::State::Later) {
        notes.append(payment.when == Payment::When::WithResult
                ? tr("Nothing is taken now: %1 are due when the result is handed over.").arg(m_facts.due().toString())
                : tr("Nothing is taken at this desk: send the citizen to the cash desk with %1 to pay.").arg(m_facts.due().toString()));
    }
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
    restyle(m_note, "tone", isOpen ? QStringLiteral("warning") : QString());
    const QWidget *focused = window()->focusWidget();
    const bool isOurs = focused && isAncestorOf(focused);
    m_cash->setFacts(m_facts);
    m_transfer->setFacts(m_facts);
    const bool isCash = payment.means == PaymentMeans::Cash;
    const QList<std::pair<QWidget *, bool>> shown{
        {m_whenRow, isPaid}, {m_meansRow, isHere}, {m_cash, isHere && isCash}, {m_transfer, isHere && !isCash}};
    for (const auto &[widget, is] : shown) {
        widget->setEnabled(is);
    }
    m_cash->setVisible(isHere && isCash);
    m_transfer->setVisible(isHere && !isCash);
    if (isOurs && (focused == this ? isPaid : !(focused->isEnabled() && focused->isVisibleTo(this)))) {
        firstField()->setFocus(); // else it would wander to another region, or stay where nothing is any more
    }
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

QString FeePage::refusal() const
{
    const Money due = m_facts.due();
    const Payment &payment = m_facts.payment;
    switch (payment.state(due)) {
    case Payment::State::Unsaid:
        return m_cash->isUnreadable()
            ? tr("What was typed as given is no amount yet. It stands as it was typed. Type it as 500k, 1,5tr or 500.000, or press = for the exact sum.")
            : tr("What the citizen gave is not entered yet. Type it, such as 500k, press = for the exact sum, or choose another means or time.");
    case Payment::State::Short:
        return tr("%1 are still missing: %2 were given and %3 are due. Take the rest, or choose another means or time.")
            .arg(payment.shortBy(due).toString(), payment.given->toString(), due.toString());
    case Payment::State::NothingDue:
    case Payment::State::Later:
    case Payment::State::Enough:
        break;
    }
    return {};
}

QString FeePage::heading() const
{
    const QString dossiers = tr("%n dossier(s)", nullptr, static_cast<int>(m_facts.dossiers.size()));
    return m_facts.ticket.isEmpty() ? tr("Fee · the whole visit · %1").arg(dossiers)
                                    : tr("Fee · the whole visit %1 · %2").arg(m_facts.ticket, dossiers);
}

QList<PageAct> FeePage::acts() const
{
    QList<PageAct> acts;
    const QString why = refusal();
    if (!why.isEmpty()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    if (!guide().isEmpty()) {
        acts.append({KeyAct::Guide, {}, {}, true});
    }
    acts.append({KeyAct::ShowToCitizen, {}, {}, true});
    acts.append({KeyAct::Main, tr("Next: Accept"), why, true});
    return acts;
}

void FeePage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT advanced();
    } else if (act == KeyAct::ShowToCitizen) {
        Q_EMIT reviewAsked();
    } else if (act == KeyAct::NextToDo) {
        m_cash->edit()->setFocus();
        Q_EMIT said({Notice::Kind::Told, refusal(), {}});
    }
}

QWidget *FeePage::firstField() const
{
    QAbstractButton *chosen = m_meansRow->isEnabled() ? m_means->checkedButton() : m_whenRow->isEnabled() ? m_when->checkedButton() : nullptr;
    return chosen ? static_cast<QWidget *>(chosen) : const_cast<FeePage *>(this);
}

QStringList FeePage::tasks() const
{
    return refusal().isEmpty() ? QStringList() : QStringList{tr("amount given")};
}

bool FeePage::enter(QWidget *focused)
{
    if (focused == m_cash->edit()) {
        m_cash->tidy();
        return true;
    }
    // From the means the next thing is what they ask for.
    if (takesCash() && (focused == this || m_meansRow->isAncestorOf(focused))) {
        m_cash->edit()->setFocus();
        return true;
    }
    return false;
}

bool FeePage::closeInner()
{
    if (m_cash->edit()->hasFocus()) {
        m_cash->tidy();
        firstField()->setFocus();
        return true;
    }
    return false;
}

void FeePage::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    const int place = typed.size() == 1 ? typed.at(0).unicode() - u'1' : -1;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && place >= 0 && place < static_cast<int>(DeskMeans.size()) && m_meansRow->isEnabled()) {
        QAbstractButton *chosen = m_means->button(place);
        chosen->setFocus();
        chosen->click();
    } else if (typed == u"=" && takesCash()) {
        m_cash->giveExactly();
    } else {
        Page::keyPressEvent(event);
    }
}

} // namespace motcua
