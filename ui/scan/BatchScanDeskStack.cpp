// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/BatchScanDesk.h"

#include "app/storage/Await.h"
#include "app/workflows/ScanFiles.h"
#include "ui/scan/BatchScanPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/PaperDesk.h"
#include "ui/visit/PaperWords.h"
#include "ui/visit/SigningDesk.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

// BatchScanDesk where a stack comes out of the scanner, and where its parts become copies.
namespace motcua {

namespace {

const QString Stack = QStringLiteral("stack"); // stands for a paper until it is known whose each page is

} // namespace

void BatchScanDesk::use(Scanner *scanner, Pages *pages, Texts *texts)
{
    m_scanner = scanner;
    m_pages = pages;
    m_texts = texts;
    if (m_page) {
        m_page->setScanRefusal(scanRefusal());
    }
}

QString BatchScanDesk::scanRefusal() const
{
    return m_scanner && m_pages ? QString() : tr("No scanner is set up at this desk. Nothing was changed.");
}

void BatchScanDesk::joinScan()
{
    m_reading = m_texts ? std::make_unique<ReadPages>(*m_place, *m_texts) : nullptr;
    m_adding = std::make_unique<AddScans>(*m_place);
    m_adding->setCopies({.signer = [this] { return m_signing->signer(); }, .subject = paperKindWords, .texts = m_reading.get()});
    const auto answer = [this](int request, const Result<> &done) {
        if (const auto recorded = m_recordings.take(request)) {
            recorded(done);
        }
    };
    connect(m_adding.get(), &AddScans::added, this, [this, answer](int request, const Id &, const QString &, const std::optional<Error> &unsignedBecause) {
        if (unsignedBecause && m_unsigned++ == 0) {
            m_unsignedBecause = *unsignedBecause;
        }
        answer(request, {});
    });
    connect(m_adding.get(), &AddScans::refused, this, [answer](int request, const Id &, const QString &, const Error &error) { answer(request, error); });
    if (!m_scanner || !m_pages) {
        return;
    }
    m_scan = std::make_unique<ScanPapers>(*m_place, *m_scanner, *m_pages);
    connect(m_scan.get(), &ScanPapers::arrived, this, &BatchScanDesk::take);
    connect(m_scan.get(), &ScanPapers::troubled, this, [this](const QString &, const ScanTrouble &trouble) { tell(PaperDesk::notice(trouble, static_cast<int>(m_arrived.size()))); });
    connect(m_scan.get(), &ScanPapers::ended, this, &BatchScanDesk::endStack);
    learnRules();
}

// The rules lie on the disk, which is not waited for. A stack is fed: both sides where the office scans so, since the backs of a separator are dropped.
void BatchScanDesk::learnRules()
{
    const QString store = QFileInfo(m_place->store.path()).path();
    await(m_scan.get(), m_media.run([store] { return ScanFiles::read(Lawbook::folder(), store); }), [this](const ScanFiles &files) {
        m_scan->setRules(files.rules);
        for (const ScanSource source : {ScanSource::Duplex, ScanSource::Feeder}) {
            const QList<ScanProfile> &profiles = files.rules.profiles;
            const auto fed = std::find_if(profiles.cbegin(), profiles.cend(), [source](const ScanProfile &profile) { return profile.source == source; });
            if (fed != profiles.cend()) {
                m_scan->choose(fed->id);
                return;
            }
        }
    });
}

void BatchScanDesk::scanStack()
{
    if (!m_scan) {
        tell({Notice::Kind::Warning, scanRefusal(), {}});
        return;
    }
    if (m_scan->isBusy()) {
        return;
    }
    m_arrived.clear();
    m_page->setArriving(0);
    m_scan->scan(Stack);
}

void BatchScanDesk::record()
{
    if (m_signing->asks()) {
        m_signing->ask([this] {
            m_window->show(m_page);
            record();
        });
        return;
    }
    m_unsigned = 0;
    m_page->setRecording(true);
    m_stack->record();
}

void BatchScanDesk::take(const ArrivedPage &page)
{
    if (m_reading) {
        m_reading->read(page.page);
    }
    m_arrived.append({page.page, page.codes});
    m_page->setArriving(static_cast<int>(m_arrived.size()));
}

void BatchScanDesk::endStack()
{
    m_page->setArriving(-1);
    m_stack->add(std::exchange(m_arrived, {}));
}

SortStack::Recorder BatchScanDesk::recorder()
{
    return [this](const StackRecord &record, const std::function<void(const Result<> &)> &done) {
        m_recordings.insert(m_adding->add(record.dossier.id, record.paper, record.pages, {}), done);
    };
}

} // namespace motcua
