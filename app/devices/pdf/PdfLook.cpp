// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pdf/PdfLook.h"

#include "app/devices/pdf/PdfFrame.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>

namespace motcua {

namespace {

static_assert(PdfLook::MostBytes == static_cast<qsizetype>(PdfQuestion::LargestPdf) && PdfLook::MostPages == static_cast<int>(PdfFrame::MostPages));
constexpr int Dangers = static_cast<int>(PdfDanger::ExternalReference) + 1;
static_assert((1 << Dangers) - 1 == PdfFrame::AllDangers);

PdfFault faultOf(WorkerFault fault)
{
    switch (fault) {
    case WorkerFault::TimedOut:
        return PdfFault::TimedOut;
    case WorkerFault::Crashed:
        return PdfFault::Crashed;
    case WorkerFault::NotInstalled:
        return PdfFault::NotInstalled;
    case WorkerFault::Cancelled:
        return PdfFault::Cancelled;
    }
    return PdfFault::Crashed;
}

QByteArray bytesOf(const auto &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

PdfFacts factsOf(const PdfFrame &frame)
{
    PdfFacts facts{.pages = static_cast<int>(frame.pages), .version = bytesOf(frame.version), .isDamaged = frame.isDamaged, .cleaned = bytesOf(frame.cleaned)};
    for (int danger = 0; danger < Dangers; ++danger) {
        if (frame.dangers >> danger & 1) {
            facts.dangers.append(static_cast<PdfDanger>(danger));
        }
    }
    for (const PdfFrameSignature &one : frame.signatures) {
        facts.signatures.append({.byteRange = QList<qint64>(one.byteRange.begin(), one.byteRange.end()),
            .contents = bytesOf(one.contents),
            .subFilter = bytesOf(one.subFilter),
            .time = bytesOf(one.time)});
    }
    return facts;
}

PdfLook::Looked judged(const WorkerQuestion::Answer &answer)
{
    if (!answer) {
        return faultOf(answer.error());
    }
    const auto frame = PdfFrame::fromBytes({reinterpret_cast<const std::uint8_t *>(answer->constData()), static_cast<std::size_t>(answer->size())});
    if (!frame) {
        return PdfFault::Crashed;
    }
    switch (frame->outcome) {
    case PdfFrame::Outcome::Facts:
        return factsOf(*frame);
    case PdfFrame::Outcome::NotPdf:
        return PdfFault::NotPdf;
    case PdfFrame::Outcome::Damaged:
        return PdfFault::Damaged;
    case PdfFrame::Outcome::Encrypted:
        return PdfFault::Encrypted;
    case PdfFrame::Outcome::TooManyPages:
        return PdfFault::TooManyPages;
    case PdfFrame::Outcome::TooLarge:
        return PdfFault::TooLarge;
    }
    return PdfFault::Crashed;
}

/** Whoever waits is answered, also when what asked goes first. */
class PdfPromise
{
public:
    PdfPromise() { m_promise.start(); }
    ~PdfPromise() { give(PdfFault::Cancelled); }
    PdfPromise(const PdfPromise &) = delete;
    PdfPromise &operator=(const PdfPromise &) = delete;

    [[nodiscard]] QFuture<PdfLook::Looked> future() { return m_promise.future(); }
    void give(const PdfLook::Looked &looked)
    {
        if (!m_isGiven) {
            m_isGiven = true;
            m_promise.addResult(looked);
            m_promise.finish();
        }
    }

private:
    QPromise<PdfLook::Looked> m_promise;
    bool m_isGiven = false;
};

} // namespace

PdfLook::PdfLook(QString worker, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(worker))
{
}

QFuture<PdfLook::Looked> PdfLook::look(const QByteArray &pdf, bool cleans)
{
    const auto promise = std::make_shared<PdfPromise>();
    if (pdf.size() > MostBytes) {
        QMetaObject::invokeMethod(this, [promise] { promise->give(PdfFault::TooLarge); }, Qt::QueuedConnection);
        return promise->future();
    }
    const WorkerQuestion::Settings settings{.program = m_worker, .mostOutput = static_cast<qsizetype>(PdfFrame::LargestAnswer), .patience = m_patience};
    auto *const watcher = new QFutureWatcher<WorkerQuestion::Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, promise] {
        watcher->deleteLater();
        promise->give(judged(watcher->result()));
    });
    watcher->setFuture(WorkerQuestion::ask(settings, bytesOf(PdfQuestion{cleans}.head()) + pdf, this));
    return promise->future();
}

} // namespace motcua
