// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/NoticeDesk.h"

#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/storage/HallWordQueries.h"
#include "app/storage/StoreNews.h"
#include "ui/dashboard/NoticePage.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"

#include <QDateTime>

namespace motcua {

namespace {

constexpr int LookMs = 15'000;

} // namespace

NoticeDesk::NoticeDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_questions(new StripQuestion(window, this))
{
    m_looks.setInterval(LookMs);
    connect(&m_looks, &QTimer::timeout, this, &NoticeDesk::look);
}

NoticeDesk::~NoticeDesk() = default;

void NoticeDesk::begin(const Workplace &place)
{
    end();
    m_place = place;
    m_guest = std::make_unique<QObject>();
    connect(place.store.news(), &storage::StoreNews::changed, m_guest.get(), [this] { look(); });
}

void NoticeDesk::end()
{
    m_questions->drop();
    m_looks.stop();
    m_guest.reset();
    m_place.reset();
    if (m_page) {
        m_page->forget();
    }
}

void NoticeDesk::open()
{
    if (!m_place) {
        return;
    }
    if (!m_page) {
        m_page = new NoticePage(m_window);
        m_page->hide();
        connect(m_page, &NoticePage::wanted, this, &NoticeDesk::post);
        connect(m_page, &NoticePage::unwanted, this, &NoticeDesk::withdraw);
    }
    m_window->show(m_page);
    m_looks.start();
    look();
}

void NoticeDesk::look()
{
    if (!m_place || !m_page || m_window->page() != m_page) {
        return;
    }
    await(m_guest.get(), m_place->store.ask(storage::HallWordAt{QDateTime::currentMSecsSinceEpoch()}), [this](const Result<HallWord> &word) {
        if (!word) {
            m_window->tell({Notice::Kind::Danger, sentence(word.error()).textWithCode(), {}});
            return;
        }
        m_page->setNotices(word->notices);
        Q_EMIT looked();
    });
}

void NoticeDesk::post(const PostNotice &notice)
{
    const auto tell = [this, notice] {
        m_page->setBusy(true);
        record(security::random::id(QDateTime::currentMSecsSinceEpoch()), notice,
            notice.closes ? tr("The hall is closed: nobody is called and no number is given. Boards and kiosks tell why within a few seconds.")
                          : tr("It is told on the board, at the kiosk and on the page for telephones within a few seconds."));
    };
    if (!notice.closes) {
        tell();
        return;
    }
    m_questions->ask(tr("Close the hall? No desk of the centre can call anybody, and no kiosk gives a number, until it is opened here again or the time is over."),
        {{tr("Close the hall"), tell}, {tr("Leave it open"), [] {}}});
}

void NoticeDesk::withdraw(const HallNotice &notice)
{
    m_page->setBusy(true);
    record(notice.id, WithdrawNotice{}, notice.closes ? tr("The hall is open again.") : tr("It is told no more."));
}

void NoticeDesk::record(const Id &notice, const ActKind &what, const QString &told)
{
    const bool isNew = what.is<PostNotice>();
    await(m_guest.get(), m_place->store.record(m_place->act(notice, what)), [this, told, isNew](const Result<storage::Recorded> &kept) {
        m_page->setBusy(false);
        if (!kept) {
            m_window->tell({Notice::Kind::Danger, sentence(kept.error()).textWithCode(), {}});
            return;
        }
        if (isNew) {
            m_page->setTold();
        }
        m_window->tell({Notice::Kind::Done, told, {}});
        look();
    });
}

} // namespace motcua
