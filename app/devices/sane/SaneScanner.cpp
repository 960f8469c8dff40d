// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/sane/SaneScanner.h"

#include "app/devices/sane/ScanQuestion.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype MostDevices = 64;

template <typename T>
QList<T> listed(std::uint8_t bits, std::initializer_list<T> words)
{
    QList<T> all;
    for (const T word : words) {
        if ((bits >> static_cast<unsigned>(word) & 1) != 0) {
            all.append(word);
        }
    }
    return all;
}

// The pipe has words of its own, since the worker knows no Qt; they stand in the same order.
static_assert(static_cast<int>(ScanRequest::Source::Duplex) == static_cast<int>(ScanSource::Duplex));
static_assert(static_cast<int>(ScanRequest::Colour::BlackAndWhite) == static_cast<int>(ScanColour::BlackAndWhite));

ScanRequest requestOf(const QString &id, const ScanProfile &profile)
{
    ScanRequest request;
    request.verb = ScanRequest::Verb::Scan;
    request.source = static_cast<ScanRequest::Source>(profile.source);
    request.colour = static_cast<ScanRequest::Colour>(profile.colour);
    request.dpi = static_cast<std::uint32_t>(profile.dpi);
    request.width = static_cast<std::uint32_t>(std::max(profile.page.width(), 0));
    request.height = static_cast<std::uint32_t>(std::max(profile.page.height(), 0));
    request.device = id.toStdString();
    return request;
}

bool takeDevice(QList<ScannerDevice> &devices, const ScanFrame &frame)
{
    const auto body = frame.kind == ScanFrame::Kind::Device ? ScanDeviceBody::fromBody(frame.body) : std::nullopt;
    if (!body || devices.size() == MostDevices) {
        return false;
    }
    const QString id = plainText(body->id);
    if (id.toStdString() == body->id) { // one that cannot be named cannot be opened
        devices.append({id, plainText(body->vendor), plainText(body->model), plainText(body->kind)});
    }
    return true;
}

bool takeAbilities(ScannerAbilities &abilities, const ScanFrame &frame)
{
    const auto body = frame.kind == ScanFrame::Kind::Abilities ? ScanAbilitiesBody::fromBody(frame.body) : std::nullopt;
    if (!body) {
        return false;
    }
    abilities.sources = listed(body->sources, {ScanSource::Flatbed, ScanSource::Feeder, ScanSource::Duplex});
    abilities.colours = listed(body->colours, {ScanColour::Colour, ScanColour::Grey, ScanColour::BlackAndWhite});
    abilities.dpis = QList<int>(body->dpis.cbegin(), body->dpis.cend());
    abilities.leastDpi = static_cast<int>(body->leastDpi);
    abilities.mostDpi = static_cast<int>(body->mostDpi);
    abilities.area = QSize(static_cast<int>(body->width), static_cast<int>(body->height));
    return true;
}

} // namespace

QString plainText(const std::string &utf8)
{
    constexpr qsizetype Most = 200;
    QString text = QString::fromStdString(utf8).left(Most);
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate()) {
            c = u'?';
        }
    }
    return text;
}

std::optional<ScanFault> faultOf(ScanWorker::End end, const std::optional<ScanEndBody> &said)
{
    using What = ScanFault::What;
    using How = ScanEndBody::How;
    switch (end) {
    case ScanWorker::End::TimedOut: return ScanFault{What::TimedOut, {}};
    case ScanWorker::End::Crashed: return ScanFault{What::Crashed, {}};
    case ScanWorker::End::NotInstalled: return ScanFault{What::NotInstalled, QStringLiteral("motcua-worker")};
    case ScanWorker::End::Answered: break;
    }
    if (!said) {
        return ScanFault{What::Crashed, {}};
    }
    const auto fault = [&said](What what) { return ScanFault{what, plainText(said->detail)}; };
    switch (said->how) {
    case How::Done: return {};
    case How::FeederEmpty: return fault(What::FeederEmpty);
    case How::Jam: return fault(What::Jam);
    case How::DoubleFeed: return fault(What::DoubleFeed);
    case How::CoverOpen: return fault(What::CoverOpen);
    case How::Busy: return fault(What::Busy);
    case How::Gone: return fault(What::Gone);
    case How::NotAllowed: return fault(What::NotAllowed);
    case How::Unsupported: return fault(What::Unsupported);
    case How::Broken: return fault(What::Broken);
    case How::NoLibrary: return fault(What::NotInstalled);
    case How::Cancelled: return fault(What::Cancelled);
    case How::TooLarge: return fault(What::TooLarge);
    case How::TooMany: return fault(What::TooMany);
    }
    return ScanFault{What::Crashed, {}};
}

SaneScanner::SaneScanner(Settings settings, QObject *parent)
    : Scanner(parent)
    , m_settings(std::move(settings))
{
}

QString SaneScanner::besideThisProgram()
{
    return QCoreApplication::applicationDirPath() + u"/motcua-worker"_qs;
}

ScanWorker::Settings SaneScanner::worker(std::chrono::milliseconds first, std::chrono::milliseconds next) const
{
    return {m_settings.worker, m_settings.configFolder, first, next};
}

QFuture<Scanner::Devices> SaneScanner::devices()
{
    return ScanQuestion<QList<ScannerDevice>>::ask(worker(m_settings.patience.list, m_settings.patience.list), {}, &takeDevice, this);
}

QFuture<Scanner::Abilities> SaneScanner::abilities(const QString &id)
{
    ScanRequest request;
    request.verb = ScanRequest::Verb::Look;
    request.device = id.toStdString();
    return ScanQuestion<ScannerAbilities>::ask(worker(m_settings.patience.look, m_settings.patience.look), request, &takeAbilities, this);
}

void SaneScanner::scan(const QString &id, const ScanProfile &profile)
{
    if (m_worker) {
        return;
    }
    m_pages = 0;
    m_progress = {};
    m_isCancelled = false;
    m_worker = new ScanWorker(worker(m_settings.patience.firstPage, m_settings.patience.nextWord), requestOf(id, profile), this);
    connect(m_worker, &ScanWorker::said, this, &SaneScanner::take);
    connect(m_worker, &ScanWorker::finished, this, &SaneScanner::finish);
    m_worker->begin();
}

void SaneScanner::cancel()
{
    if (m_worker) {
        m_isCancelled = true;
        m_worker->stop();
    }
}

/** What a worker says has an order: a page begins, grows and is there, and then the next one. Whoever breaks it is not listened to any more. */
void SaneScanner::take(const ScanFrame &frame)
{
    if (frame.kind == ScanFrame::Kind::Page) {
        takePage(frame);
        return;
    }
    const bool isBegun = frame.kind == ScanFrame::Kind::Began;
    const auto body = isBegun || frame.kind == ScanFrame::Kind::Progress ? ScanProgressBody::fromBody(frame.body) : std::nullopt;
    const ScanProgress progress = body ? ScanProgress{static_cast<int>(body->page), static_cast<int>(body->rows), static_cast<int>(body->allRows)} : ScanProgress{};
    const bool isNext = isBegun && m_progress.page == 0 && progress.page == m_pages + 1 && progress.rows == 0;
    // Of a page that comes in three passes the rows begin anew, and nobody knows beforehand how many passes there are.
    const bool isFurther = !isBegun && m_progress.page > 0 && progress.page == m_progress.page && progress.rows > 0;
    if (!body || !(isNext || isFurther)) {
        m_worker->refuse();
        return;
    }
    m_progress = progress;
    Q_EMIT progressed(progress);
}

void SaneScanner::takePage(const ScanFrame &frame)
{
    const auto head = ScanPageHead::fromBody(frame.body);
    if (!head || m_progress.page == 0 || static_cast<int>(head->page) != m_progress.page) {
        m_worker->refuse();
        return;
    }
    m_progress = {};
    ++m_pages;
    const auto picture = std::span(frame.body).subspan(ScanPageHead::Size);
    Q_EMIT arrived({m_pages, QByteArray(reinterpret_cast<const char *>(picture.data()), static_cast<qsizetype>(picture.size())),
        QSize(static_cast<int>(head->width), static_cast<int>(head->height)), static_cast<int>(head->dpi), head->channels == 3});
}

void SaneScanner::finish(ScanWorker::End end)
{
    std::optional<ScanFault> fault = faultOf(end, m_worker->end());
    if (!fault && static_cast<int>(m_worker->end()->pages) != m_pages) {
        fault = ScanFault{ScanFault::What::Crashed, QStringLiteral("pages")};
    }
    // Whoever stopped it is told that, whatever became of the driver over it.
    if (m_isCancelled && (fault || m_progress.page > 0)) {
        fault = ScanFault{ScanFault::What::Cancelled, {}};
    }
    m_worker->deleteLater();
    m_worker = nullptr;
    Q_EMIT ended(m_pages, fault);
}

} // namespace motcua
