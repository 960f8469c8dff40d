// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DeskSetup.h"

#include "app/storage/Await.h"
#include "ui/dashboard/DeskGroupsPage.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"

namespace motcua {

DeskSetup::DeskSetup(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
}

DeskSetup::~DeskSetup() = default;

void DeskSetup::begin(const Workplace &place)
{
    m_place = place;
    m_guest = std::make_unique<QObject>();
}

void DeskSetup::end()
{
    m_guest.reset();
    m_place.reset();
}

void DeskSetup::openGroups(const DeskFigures &desk, const DashboardFigures::Desk &setting)
{
    if (!m_place) {
        return;
    }
    if (setting.origin.isNull()) {
        m_window->tell({Notice::Kind::Told, tr("Desk %1 has told nothing of itself yet. Nothing was changed.").arg(desk.number()), {}});
        return;
    }
    if (!m_page) {
        m_page = new DeskGroupsPage(m_window);
        m_page->hide();
        connect(m_page, &DeskGroupsPage::wanted, this, &DeskSetup::assign);
    }
    m_origin = setting.origin;
    m_number = desk.number();
    m_page->setDesk(m_number, m_place->law.hall, setting.serves);
    m_window->show(m_page);
}

void DeskSetup::assign(const QStringList &letters)
{
    m_page->setBusy(true);
    await(m_guest.get(), m_place->store.record(m_place->act(m_origin, AssignDesk{letters})), [this, letters, number = m_number](const Result<storage::Recorded> &kept) {
        m_page->setBusy(false);
        if (!kept) {
            m_window->tell({Notice::Kind::Danger, sentence(kept.error()).textWithCode(), {}});
            return;
        }
        Q_EMIT left();
        m_window->tell({Notice::Kind::Done, letters.isEmpty() ? tr("Desk %1 calls for all groups from now on.").arg(number)
                                                              : tr("Desk %1 calls for %2 from now on.").arg(number).arg(letters.join(QStringLiteral(", "))), {}});
        Q_EMIT changed();
    });
}

void DeskSetup::close(const DeskFigures &desk)
{
    if (!m_place) {
        return;
    }
    await(m_guest.get(), m_place->store.record(m_place->act(desk.shift, StepShift{.to = ShiftState::Closed})), [this, number = desk.number()](const Result<storage::Recorded> &kept) {
        if (kept) {
            m_window->tell({Notice::Kind::Done, tr("Desk %1 is closed. Whoever sits there next opens it again.").arg(number), {}});
            Q_EMIT changed();
        } else {
            m_window->tell({Notice::Kind::Danger, sentence(kept.error()).textWithCode(), {}});
        }
    });
}

} // namespace motcua
