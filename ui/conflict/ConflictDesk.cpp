// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflict/ConflictDesk.h"

#include "app/storage/StoreNews.h"
#include "app/workflows/UnitsFile.h"
#include "models/base/VietnamTime.h"
#include "ui/conflict/ConflictPage.h"
#include "ui/conflict/ConflictWords.h"
#include "ui/form/AddressBook.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/shell/MainWindow.h"

#include <QDateTime>

#include <utility>

namespace motcua {

namespace {

constexpr int LookMs = 500; // a batch that comes in is one piece of news

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

/** Whether anything that is shown of it is otherwise: another voice, another common value, another answer beside. */
bool isSame(const ConflictDecision &one, const ConflictDecision &other)
{
    return one.questions() == other.questions() && one.dossier().fields == other.dossier().fields;
}

} // namespace

ConflictDesk::ConflictDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
    m_looks.setSingleShot(true);
    m_looks.setInterval(LookMs);
    connect(&m_looks, &QTimer::timeout, this, [this] {
        if (m_settle && isLookedAt() && !m_settle->isBusy()) {
            m_settle->look(m_dossier);
        }
    });
}

ConflictDesk::~ConflictDesk() = default;

void ConflictDesk::begin(const Workplace &place)
{
    end();
    m_place = place;
    m_settle = std::make_unique<SettleConflict>(place);
    connect(m_settle.get(), &SettleConflict::looked, this, &ConflictDesk::take);
    connect(m_settle.get(), &SettleConflict::failed, this, [this](const Error &error) {
        m_asked = {};
        m_window->tell(notice(error));
    });
    connect(m_settle.get(), &SettleConflict::settled, this, [this](const Dossier &dossier, int questions) {
        m_kept.remove(dossier.id);
        const int open = static_cast<int>(disputes(dossier, {}, nullptr).size());
        QString told = tr("%n decision(s) recorded: they hold at every desk. What was written before stays in the history.", nullptr, questions);
        if (open > 0) {
            told += u' ' + tr("%n more to be decided.", nullptr, open);
        }
        if (m_dossier == dossier.id) {
            leaveWith({Notice::Kind::Done, told, {}});
        } else if (!m_window->isLocked()) {
            m_window->tell({Notice::Kind::Done, told, {}});
        }
    });
    connect(m_settle.get(), &SettleConflict::overtaken, this, &ConflictDesk::tellChanged);
    connect(m_settle.get(), &SettleConflict::refused, this, [this](const Error &error) {
        m_page->setBusy(false);
        m_window->tell(notice(error));
    });
    connect(place.store.news(), &storage::StoreNews::changed, m_settle.get(), [this] {
        if (isLookedAt() && !m_looks.isActive()) {
            m_looks.start();
        }
    });
}

void ConflictDesk::end()
{
    m_settle.reset();
    m_place.reset();
    m_before = nullptr;
    m_visit = {};
    m_asked = {};
    m_dossier = {};
    m_kept.clear();
    m_looks.stop();
    if (m_page) {
        m_page->forget();
    }
}

void ConflictDesk::needPage()
{
    if (m_page) {
        return;
    }
    m_page = new ConflictPage(m_window);
    m_page->hide(); // until it is first shown it must not lie in the corner of the window
    m_page->setAddresses(new AddressBook([] { return UnitsFile(Lawbook::folder()).ask(); }, m_page));
    connect(m_page, &ConflictPage::decided, this, &ConflictDesk::decide);
    connect(m_page, &ConflictPage::dossierAsked, this, [this] {
        keep();
        Q_EMIT dossierAsked(m_dossier);
    });
    connect(m_page, &ConflictPage::appeared, this, [this] { m_looks.start(); });
}

void ConflictDesk::open(const Id &dossier)
{
    if (!m_settle) {
        return;
    }
    needPage();
    m_asked = dossier;
    m_settle->look(dossier);
}

bool ConflictDesk::isOwn(const Page *page) const
{
    return page && page == m_page;
}

bool ConflictDesk::isLookedAt() const
{
    return m_page && m_window->page() == m_page && !m_window->isLocked();
}

void ConflictDesk::take(const ConflictCase &found)
{
    const Id id = found.dossier().id;
    if (id == m_asked) {
        m_asked = {};
        show(found);
    } else if (id == m_dossier && isLookedAt() && !m_settle->isBusy() && !isSame(m_page->decision(), found.decision)) {
        tellChanged(found, m_page->decision().overtaken(found.decision));
    }
}

void ConflictDesk::show(const ConflictCase &found)
{
    const Id id = found.dossier().id;
    if (found.decision.questions().isEmpty()) {
        m_kept.remove(id);
        Q_EMIT agreed(id);
        return;
    }
    keep();
    const Kept kept = m_kept.take(id);
    const QStringList overtaken = kept.decision.overtaken(found.decision);
    if (!isOwn(m_window->page())) {
        m_before = m_window->page();
    }
    m_dossier = id;
    m_page->begin(conflictwords::view(found, now()), kept.decision.isEmpty() ? found.decision : kept.decision.onto(found.dossier(), found.history), kept.reason);
    m_window->show(m_page);
    if (!overtaken.isEmpty()) {
        tellChanged(found, overtaken);
    }
}

// Nothing is decided blindly: how it stands now is shown, with what still holds of what was chosen.
void ConflictDesk::tellChanged(const ConflictCase &found, const QStringList &overtaken)
{
    m_page->setBusy(false);
    if (found.dossier().id != m_dossier) { // they went on meanwhile; what was chosen is kept
        if (!m_window->isLocked()) {
            m_window->tell({Notice::Kind::Warning, tr("Somebody else wrote about %1 meanwhile, so your decision was not recorded. Open it again to see how it stands now.").arg(found.dossier().code), {}});
        }
        return;
    }
    if (found.decision.questions().isEmpty()) {
        leaveWith({Notice::Kind::Warning, tr("Somebody else decided all of it meanwhile. Nothing of yours was recorded; what was decided stands in the history."), {}});
        return;
    }
    const QString labels = conflictwords::labels(found, overtaken);
    m_page->rebase(conflictwords::view(found, now()), m_page->decision().onto(found.dossier(), found.history));
    if (m_window->isLocked()) {
        return;
    }
    m_window->tell({Notice::Kind::Warning,
        labels.isEmpty() ? tr("Somebody wrote about this dossier meanwhile. Nothing was recorded; this is how it stands now, and what you chose is kept where it still is asked so.")
                         : tr("Somebody else wrote about this meanwhile: %1. Nothing was recorded. This is how it stands now: look at it and choose again.").arg(labels),
        {}});
}

void ConflictDesk::decide()
{
    m_page->setBusy(true);
    if (!m_settle->settle(m_page->decision(), m_page->reason(), m_visit)) {
        m_page->setBusy(false);
        m_window->tell({Notice::Kind::Told, tr("Another decision is being recorded. This one is not recorded yet, and nothing of it is lost. Try again in a moment."), {}});
    }
}

// Nothing chosen is lost by going elsewhere: it waits until its person signs out.
void ConflictDesk::keep()
{
    if (!m_page || m_dossier.isNull()) {
        return;
    }
    if (!m_page->decision().isEmpty() || !m_page->reason().isEmpty()) {
        m_kept.insert(m_dossier, {m_page->decision(), m_page->reason()});
    }
}

void ConflictDesk::goBack()
{
    keep();
    const bool isKept = m_kept.contains(m_dossier) && !m_settle->isBusy();
    const Id dossier = std::exchange(m_dossier, {});
    Q_EMIT left(std::exchange(m_before, nullptr), dossier);
    if (isKept) {
        // Over the page that comes first.
        QTimer::singleShot(0, m_settle.get(), [this] {
            m_window->tell({Notice::Kind::Told, tr("Nothing was recorded. What you chose is kept until you sign out."), {}});
        });
    }
}

void ConflictDesk::leaveWith(const Notice &told)
{
    m_page->setBusy(false);
    const bool wasLookedAt = isLookedAt();
    const Id dossier = std::exchange(m_dossier, {});
    m_kept.remove(dossier);
    if (wasLookedAt) {
        Q_EMIT left(std::exchange(m_before, nullptr), dossier);
    }
    if (!m_window->isLocked()) {
        QTimer::singleShot(0, m_settle.get(), [this, told] { m_window->tell(told); });
    }
}

} // namespace motcua
