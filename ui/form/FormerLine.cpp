// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/FormerLine.h"

#include "ui/form/AddressBook.h"
#include "ui/form/AddressBox.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int MarkWidth = 28; // px of the mark beside the line of the address, with its space
constexpr int PauseMs = 400; // a line that comes and goes with every letter would move the form

} // namespace

FormerLine::FormerLine(AddressBook *addresses, AddressBox *box, QWidget *parent)
    : QWidget(parent)
    , m_addresses(addresses)
    , m_box(box)
    , m_words(new WrapLabel(this))
    , m_take(new KeyButton({}, {}, KeyButton::Role::Flat, this))
{
    restyle(m_words, "tone", QStringLiteral("secondary"));
    m_take->setFocusPolicy(Qt::NoFocus); // its key takes it; Enter in the line goes on to the next question
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, MarkWidth, 0); // the button ends where the line of the address does
    line->setSpacing(8);
    line->addWidget(m_words, 1);
    line->addWidget(m_take, 0, Qt::AlignTop);
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FormerLine::weigh);
    connect(m_take, &KeyButton::clicked, this, &FormerLine::takeOffer);
    if (addresses) {
        connect(addresses, &AddressBook::arrived, this, [this] {
            if (m_waits) {
                weigh();
            }
        });
    }
    draw();
}

QString FormerLine::words() const
{
    if (!m_former) {
        return {};
    }
    const QList<Commune> &now = m_former->now;
    if (now.size() == 1) {
        return tr("Today: %1").arg(now.constFirst().display());
    }
    const Province &province = now.constFirst().province;
    const bool isOneProvince = std::all_of(now.cbegin(), now.cend(), [&province](const Commune &one) { return one.province == province; });
    QStringList names;
    for (const Commune &commune : now) {
        names.append(isOneProvince ? commune.fullName() : commune.display());
    }
    const QString all = names.join(QStringLiteral("; "));
    return tr("Split up; today one of: %1").arg(isOneProvince ? all + QStringLiteral(" (%1)").arg(province.fullName()) : all);
}

void FormerLine::setKey(const QString &key)
{
    m_key = key;
    draw();
}

void FormerLine::weigh()
{
    m_pause.stop();
    const AdministrativeUnits *units = m_addresses ? m_addresses->units() : nullptr;
    m_waits = !units;
    std::optional<TypedAddress::Former> former = units && m_box ? TypedAddress(m_box->text()).former(*units) : std::nullopt;
    if (former != m_former) {
        m_former = std::move(former);
        draw();
        Q_EMIT changed();
    }
}

void FormerLine::weighSoon()
{
    m_pause.start();
}

void FormerLine::clear()
{
    m_pause.stop();
    m_waits = false;
    if (std::exchange(m_former, std::nullopt)) {
        draw();
        Q_EMIT changed();
    }
}

void FormerLine::setShown(bool shown)
{
    m_shown = shown;
    setVisible(m_shown && m_former);
}

void FormerLine::draw()
{
    m_words->setText(words());
    m_take->setWords(m_former && m_former->now.size() > 1 ? tr("Choose") : tr("Write it so"), m_key);
    setMaximumWidth(m_box ? m_box->maximumWidth() + MarkWidth : QWIDGETSIZE_MAX);
    setVisible(m_shown && m_former);
}

void FormerLine::takeOffer()
{
    weigh(); // letters typed since it was drawn are not to be lost
    if (!m_former || !m_box) {
        return;
    }
    const TypedAddress::Former former = *m_former;
    if (former.now.size() == 1) {
        m_box->replace(former.line(former.now.constFirst()));
        weigh();
        return;
    }
    m_box->setFocus(Qt::OtherFocusReason);
    QList<AddressBox::Entry> entries;
    for (const Commune &commune : former.now) {
        entries.append({commune, former.line(commune)});
    }
    m_box->choose(entries);
}

} // namespace motcua
