// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/RegisterDesk.h"

#include "app/storage/Await.h"
#include "models/base/VietnamTime.h"
#include "ui/certification/RegisterPage.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/shell/MainWindow.h"

namespace motcua {

namespace {

constexpr int RegisterLines = 200; // at a time

using CertificationLines = QList<storage::CertificationLine>;

} // namespace

RegisterDesk::RegisterDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
}

void RegisterDesk::begin(const Workplace &place)
{
    end();
    m_place = place;
    m_guest = std::make_unique<QObject>();
}

void RegisterDesk::end()
{
    ++m_round;
    m_guest.reset();
    m_place.reset();
    m_words.clear();
    m_sums.clear();
    if (m_page) {
        m_page->forget();
    }
}

void RegisterDesk::open()
{
    if (!m_page) {
        m_page = new RegisterPage(m_window);
        m_page->hide(); // until it is first shown it must not lie in the corner of the window
        connect(m_page, &RegisterPage::lookAsked, this, [this](const QString &words) { show(m_year, words); });
        connect(m_page, &RegisterPage::yearAsked, this, [this](int year) { sum(year); });
        connect(m_page, &RegisterPage::nextAsked, this, &RegisterDesk::next);
    }
    m_page->forget();
    m_words.clear();
    sum(vietnamTime(QDateTime::currentMSecsSinceEpoch()).date().year());
}

void RegisterDesk::show(int year, const QString &words)
{
    m_year = year;
    m_words = words;
    const auto drawn = [this, round = ++m_round](bool isWhole) {
        return [this, round, isWhole](const Result<CertificationLines> &lines) {
            if (round != m_round) {
                return;
            }
            if (lines) {
                draw(*lines, isWhole && lines->size() == RegisterLines);
            } else {
                m_window->tell(notice(lines.error()));
            }
        };
    };
    const storage::Store &store = m_place->store;
    bool isNumber = false;
    const int number = words.toInt(&isNumber);
    if (words.isEmpty()) {
        await(m_guest.get(), store.ask(storage::CertificationsOfYear{.year = year, .behind = {}, .limit = RegisterLines}), drawn(true));
    } else if (isNumber) {
        await(m_guest.get(), store.ask(storage::CertificationsByNumber{year, number}), drawn(false));
    } else {
        await(m_guest.get(), store.ask(storage::CertificationsByPaper{year, words}), drawn(false));
    }
}

void RegisterDesk::next()
{
    await(m_guest.get(), m_place->store.ask(storage::CertificationsOfYear{.year = m_year, .behind = m_behind, .limit = RegisterLines}),
        [this, round = ++m_round](const Result<CertificationLines> &lines) {
            if (round == m_round && lines) {
                draw(*lines, lines->size() == RegisterLines);
            }
        });
}

void RegisterDesk::draw(const CertificationLines &lines, bool hasMore)
{
    const CertificationRules &rules = m_place->law.certification;
    RegisterView view{.year = m_year, .rows = {}, .sums = {}, .hasMore = hasMore, .looked = m_words};
    for (const storage::CertificationLine &line : lines) {
        const Certification &one = line.certification;
        view.rows.append({one.isVoid() ? QStringLiteral("✖") : QStringLiteral("✔"), one.paper, tr("no. %1 · %2").arg(rules.numberOf(one), rules.bookOf(one)),
            vietnamTime(one.atMs).toString(u"dd/MM/yyyy"), tr("%1 × %2 pages").arg(one.copies).arg(one.pages), one.fee.toString(), one.signer, line.code});
    }
    if (!lines.isEmpty()) {
        const Certification &last = lines.constLast().certification;
        m_behind = {last.kind, last.unit, last.series, last.number};
    }
    view.sums = m_sums;
    m_page->setView(view);
    m_window->show(m_page);
}

/** A year that is shown from now on; its lines follow. */
void RegisterDesk::sum(int year)
{
    await(m_guest.get(), m_place->store.ask(storage::CertificationMonths{year}),
        [this, year, round = ++m_round](const Result<QList<storage::CertificationMonths::Month>> &months) {
            if (round != m_round) {
                return;
            }
            QStringList sums;
            for (const auto &month : months ? *months : QList<storage::CertificationMonths::Month>()) {
                sums.append(tr("%1/%2: lines %3, copies %4, fees %5").arg(month.month, 2, 10, QLatin1Char('0')).arg(year).arg(month.lines).arg(month.copies).arg(month.fee.toString()));
            }
            m_sums = sums.join(QStringLiteral("   "));
            show(year, m_words);
        });
}

bool RegisterDesk::isOwn(const Page *page) const
{
    return page && page == m_page;
}

} // namespace motcua
