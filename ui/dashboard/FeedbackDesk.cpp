// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/FeedbackDesk.h"

#include "app/storage/Await.h"
#include "app/storage/FeedbackQueries.h"
#include "app/storage/StoreNews.h"
#include "ui/dashboard/FeedbackPage.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"

#include <QFileInfo>
#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

FeedbackDesk::FeedbackDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
}

FeedbackDesk::~FeedbackDesk() = default;

void FeedbackDesk::begin(const Workplace &place)
{
    end();
    m_place = place;
    m_guest = std::make_unique<QObject>();
    connect(place.store.news(), &storage::StoreNews::changed, m_guest.get(), [this] {
        if (m_page && m_window->page() == m_page) {
            look();
        }
    });
}

void FeedbackDesk::end()
{
    m_guest.reset();
    m_place.reset();
    if (m_page) {
        m_page->forget();
    }
}

void FeedbackDesk::open(bool mayAnswer)
{
    if (!m_place) {
        return;
    }
    if (!m_page) {
        m_page = new FeedbackPage(m_window);
        m_page->hide();
        connect(m_page, &FeedbackPage::settled, this, &FeedbackDesk::settle);
    }
    m_page->setMayAnswer(mayAnswer);
    const QString store = QFileInfo(m_place->store.path()).path();
    await(m_guest.get(), QtConcurrent::run(&KioskFiles::read, Lawbook::folder(), store), [this](const KioskFiles &files) {
        m_page->setReasons(files.plan.reasons);
        look();
    });
    m_window->show(m_page);
}

void FeedbackDesk::look()
{
    await(m_guest.get(), m_place->store.ask(storage::FeedbackRows{true, 0, MostRows}), [this](const Result<QList<Feedback>> &open) {
        if (!open) {
            m_window->tell({Notice::Kind::Danger, sentence(open.error()).textWithCode(), {}});
            return;
        }
        await(m_guest.get(), m_place->store.ask(storage::FeedbackRows{false, 0, MostRows}), [this, open](const Result<QList<Feedback>> &latest) {
            m_page->setRows(*open, latest ? *latest : QList<Feedback>());
            Q_EMIT looked();
        });
    });
}

void FeedbackDesk::settle(const Id &feedback, const QString &answer)
{
    await(m_guest.get(), m_place->store.record(m_place->act(feedback, SettleFeedback{answer})), [this](const Result<storage::Recorded> &kept) {
        if (kept) {
            m_page->setAnswered();
            m_window->tell({Notice::Kind::Done, tr("The answer is kept."), {}});
            look();
        } else {
            m_page->setBusy(false);
            m_window->tell({Notice::Kind::Danger, sentence(kept.error()).textWithCode(), {}});
        }
    });
}

} // namespace motcua
