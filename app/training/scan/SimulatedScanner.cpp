// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/scan/SimulatedScanner.h"

#include <QBuffer>
#include <QPromise>
#include <QtConcurrent>

#include <algorithm>

namespace motcua {

namespace {

constexpr int LeastDpi = 75;
constexpr int MostDpi = 600;
constexpr QSize Glass(216, 297);
constexpr int Quality = 85;

/** On a later turn of the event loop, as a device does; Cancelled when the scanner goes before. */
template <typename T>
QFuture<Result<T, ScanFault>> answeredLater(QObject *scanner, Result<T, ScanFault> answer)
{
    struct Pending
    {
        QPromise<Result<T, ScanFault>> promise = {};
        bool isGiven = false;

        void give(Result<T, ScanFault> value)
        {
            isGiven = true;
            promise.addResult(std::move(value));
            promise.finish();
        }
        ~Pending()
        {
            if (!isGiven) {
                give(ScanFault{ScanFault::What::Cancelled, {}});
            }
        }
    };
    const auto pending = std::make_shared<Pending>();
    pending->promise.start();
    QFuture<Result<T, ScanFault>> future = pending->promise.future();
    QMetaObject::invokeMethod(
        scanner, [pending, answer = std::move(answer)] { pending->give(answer); }, Qt::QueuedConnection);
    return future;
}

/** As a worker's pages come: drawn and compressed elsewhere, and no work for the window. */
ScannedPage pageOf(const DrawnPaper &paper, const ScanProfile &profile, int number)
{
    const QImage picture = paper.drawn(profile.dpi, profile.colour, profile.page);
    ScannedPage page{number, {}, picture.size(), profile.dpi, profile.colour == ScanColour::Colour};
    QBuffer buffer(&page.jpeg);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "JPEG", Quality)) {
        page.jpeg.clear();
    }
    return page;
}

} // namespace

SimulatedScanner::SimulatedScanner(Settings settings, QObject *parent)
    : Scanner(parent)
    , m_settings(std::move(settings))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SimulatedScanner::step);
    connect(&m_drawing, &QFutureWatcherBase::finished, this, [this] {
        if (m_isAwaited) {
            m_isAwaited = false;
            step();
        }
    });
}

SimulatedScanner::~SimulatedScanner() = default;

QList<DrawnPaper> SimulatedScanner::practicePapers()
{
    constexpr double Askew = 2.5; // degrees
    return {{DrawnPaper::Kind::Letter, 1, 0}, {DrawnPaper::Kind::BlankBack, 1, 0}, {DrawnPaper::Kind::Skewed, 2, Askew}, {DrawnPaper::Kind::BlankBack, 2, 0}};
}

QString SimulatedScanner::onlyId()
{
    return QStringLiteral("practice:0");
}

QFuture<Scanner::Devices> SimulatedScanner::devices()
{
    QList<ScannerDevice> all;
    if (m_isThere) {
        all.append({onlyId(), QStringLiteral("motcua"), QStringLiteral("Practice"), QStringLiteral("virtual device")});
    }
    return answeredLater<QList<ScannerDevice>>(this, all);
}

QFuture<Scanner::Abilities> SimulatedScanner::abilities(const QString &id)
{
    if (!m_isThere || id != onlyId()) {
        return answeredLater<ScannerAbilities>(this, ScanFault{ScanFault::What::Gone, {}});
    }
    return answeredLater<ScannerAbilities>(this, ScannerAbilities{.sources = {ScanSource::Flatbed, ScanSource::Feeder, ScanSource::Duplex}, .colours = {ScanColour::Colour, ScanColour::Grey, ScanColour::BlackAndWhite},
                                                     .leastDpi = LeastDpi, .mostDpi = MostDpi, .area = Glass});
}

void SimulatedScanner::setFault(const std::optional<ScanFault> &fault, int afterPages)
{
    m_fault = fault;
    m_faultAfter = afterPages;
}

std::optional<ScanFault> SimulatedScanner::refusal(const QString &id, const ScanProfile &profile) const
{
    if (!m_isThere || id != onlyId()) {
        return ScanFault{ScanFault::What::Gone, {}};
    }
    if (profile.dpi > MostDpi) {
        return ScanFault{ScanFault::What::Unsupported, QStringLiteral("resolution")};
    }
    if (profile.page.width() > Glass.width() || profile.page.height() > Glass.height()) {
        return ScanFault{ScanFault::What::Unsupported, QStringLiteral("page")};
    }
    return {};
}

void SimulatedScanner::scan(const QString &id, const ScanProfile &profile)
{
    if (m_isScanning) {
        return;
    }
    m_isScanning = true;
    m_hasBegun = m_isAwaited = false;
    m_pages = 0;
    m_profile = profile;
    m_profile.dpi = std::max(profile.dpi, LeastDpi);
    m_refusal = refusal(id, profile);
    m_stack = m_settings.papers;
    if (profile.source == ScanSource::Flatbed) {
        m_stack = m_stack.mid(0, 1);
        m_stack = m_stack.isEmpty() ? QList<DrawnPaper>{{DrawnPaper::Kind::BlankBack, 1, 0}} : m_stack; // an empty glass is white
    } else if (profile.source == ScanSource::Feeder) {
        m_stack.removeIf([](const DrawnPaper &paper) { return paper.kind == DrawnPaper::Kind::BlankBack; }); // which side up they lie there
    }
    m_timer.start(0);
}

void SimulatedScanner::cancel()
{
    if (m_isScanning) {
        m_refusal = ScanFault{ScanFault::What::Cancelled, {}};
        m_isAwaited = false;
        m_timer.start(0);
    }
}

/** A page begins, then it is there, or what was to go wrong does. */
void SimulatedScanner::step()
{
    if (!m_isThere && !m_refusal) {
        m_refusal = ScanFault{ScanFault::What::Broken, {}};
    }
    if (m_refusal) {
        end(m_refusal);
        return;
    }
    if (m_fault && m_pages == m_faultAfter) {
        end(m_fault);
        return;
    }
    if (m_stack.isEmpty()) {
        end(m_pages == 0 ? std::optional(ScanFault{ScanFault::What::FeederEmpty, {}}) : std::nullopt);
        return;
    }
    // Whoever is told may stop it: the timer comes first.
    if (!m_hasBegun) {
        m_hasBegun = true;
        m_drawing.setFuture(QtConcurrent::run(&pageOf, m_stack.constFirst(), m_profile, m_pages + 1));
        m_timer.start(m_settings.aPage);
        Q_EMIT progressed({m_pages + 1, 0, 0});
        return;
    }
    if (!m_drawing.isFinished()) {
        m_isAwaited = true;
        return;
    }
    m_hasBegun = false;
    m_stack.removeFirst();
    ++m_pages;
    m_timer.start(0);
    Q_EMIT arrived(m_drawing.result());
}

void SimulatedScanner::end(const std::optional<ScanFault> &fault)
{
    m_isScanning = false;
    m_timer.stop();
    Q_EMIT ended(m_pages, fault);
}

} // namespace motcua
