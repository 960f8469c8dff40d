// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/page/PageReader.h"

#include <QFutureWatcher>
#include <QThread>

#include <algorithm>

namespace motcua {

namespace {

constexpr std::chrono::seconds PagePatience{20};

static_assert(PageReader::MostBytes == PageLimits::MostBytes && PageReader::MostPixels == qint64(PageLimits::MostPixels));
static_assert(ReadPage::ThumbnailSide == PageLimits::ThumbnailSide);

PageFault faultOf(WorkerFault fault)
{
    switch (fault) {
    case WorkerFault::TimedOut: return PageFault::TimedOut;
    case WorkerFault::NotInstalled: return PageFault::NotInstalled;
    case WorkerFault::Cancelled: return PageFault::Cancelled;
    case WorkerFault::Crashed: break;
    }
    return PageFault::Crashed;
}

std::span<const std::uint8_t> bytesOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

/** The head of an answer that is followed by as much as it says, and is about what was asked. */
std::optional<PageAnswer> headOf(const QByteArray &said, PageAnswer::Outcome asked)
{
    if (said.size() < qsizetype(PageAnswer::Size)) {
        return {};
    }
    const auto answer = PageAnswer::fromBytes(bytesOf(said).first<PageAnswer::Size>());
    const bool isAbout = answer && (answer->outcome == asked || answer->outcome == PageAnswer::Outcome::CannotDecode || answer->outcome == PageAnswer::Outcome::TooLarge);
    return isAbout && bytesOf(said).size() == PageAnswer::Size + answer->bodySize() ? answer : std::nullopt;
}

QByteArray headOf(const PageRequest &request)
{
    const PageRequest::Bytes bytes = request.toBytes();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

/** The bytes of an answer from there on, which the last of its QImages lets go of. */
QImage pictureIn(const QByteArray &said, std::size_t from, unsigned width, unsigned height)
{
    auto *const bytes = new QByteArray(said);
    return QImage(reinterpret_cast<const uchar *>(bytes->constData()) + from, int(width), int(height), qsizetype(width) * 3, QImage::Format_RGB888,
        [](void *owned) { delete static_cast<QByteArray *>(owned); }, bytes);
}

PageCode codeIn(const PageCodeBody &body)
{
    PageCode code;
    switch (body.kind) {
    case PageCodeBody::Kind::Qr: code.kind = PageCode::Kind::Qr; break;
    case PageCodeBody::Kind::Code128: code.kind = PageCode::Kind::Code128; break;
    case PageCodeBody::Kind::Pdf417: code.kind = PageCode::Kind::Pdf417; break;
    }
    code.text = QString::fromUtf8(body.text.data(), qsizetype(body.text.size()));
    for (const PageCodeBody::Point &corner : body.corners) {
        code.corners << QPoint(corner.x, corner.y);
    }
    return code;
}

PageReader::Read pageIn(const QByteArray &said, const QByteArray &picture)
{
    const auto answer = headOf(said, PageAnswer::Outcome::Page);
    if (!answer) {
        return PageFault::Crashed;
    }
    if (answer->outcome != PageAnswer::Outcome::Page) {
        return answer->outcome == PageAnswer::Outcome::TooLarge ? PageFault::TooLarge : PageFault::CannotDecode;
    }
    const auto body = bytesOf(said).subspan(PageAnswer::Size);
    const auto codes = PageCodeBody::fromBytes(body.subspan(answer->jpegSize + answer->smallSize()));
    if (!codes || codes->size() != answer->codes) {
        return PageFault::Crashed;
    }
    ReadPage page;
    page.jpeg = answer->isSame ? picture : said.sliced(PageAnswer::Size, answer->jpegSize);
    page.pixels = QSize(int(answer->width), int(answer->height));
    page.dpi = int(answer->dpi);
    page.isColour = answer->isColour;
    page.isBlank = answer->isBlank;
    page.askew = answer->askew / 100.0;
    // A copy: the answer with its JPEG is not to stay for it.
    page.thumbnail = pictureIn(said, PageAnswer::Size + answer->jpegSize, answer->smallWidth, answer->smallHeight).copy();
    for (const PageCodeBody &code : *codes) {
        page.codes.append(codeIn(code));
    }
    return page;
}

Result<QImage, PageFault> lookIn(const QByteArray &said, QSize box)
{
    const auto answer = headOf(said, PageAnswer::Outcome::Look);
    if (!answer) {
        return PageFault::Crashed;
    }
    if (answer->outcome != PageAnswer::Outcome::Look) {
        return answer->outcome == PageAnswer::Outcome::TooLarge ? PageFault::TooLarge : PageFault::CannotDecode;
    }
    if (int(answer->smallWidth) > box.width() || int(answer->smallHeight) > box.height()) {
        return PageFault::Crashed;
    }
    return pictureIn(said, PageAnswer::Size, answer->smallWidth, answer->smallHeight);
}

} // namespace

PageReader::PageReader(QString worker, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(worker))
{
}

PageReader::~PageReader()
{
    for (const Errand &errand : m_waiting) {
        errand.answer(PageFault::Cancelled);
    }
    for (const auto &[number, errand] : m_atWork) {
        errand.answer(PageFault::Cancelled);
    }
}

QFuture<PageReader::Read> PageReader::read(const QByteArray &picture, const PageWish &wish)
{
    constexpr auto LargestRest = static_cast<qsizetype>(PageAnswer::Size + PageCodeBody::MostBytes) + 3 * ReadPage::ThumbnailSide * ReadPage::ThumbnailSide;
    return add<ReadPage>(picture,
        {.what = PageRequest::What::Page,
            .straightens = wish.straightens,
            .crops = wish.crops,
            .clears = wish.clears,
            .readsCodes = wish.readsCodes,
            .quarterTurns = unsigned(wish.quarterTurns) % 4},
        MostBytes + LargestRest, [picture](const QByteArray &said) { return pageIn(said, picture); });
}

QFuture<Result<QImage, PageFault>> PageReader::picture(const QByteArray &jpeg, QSize box)
{
    const QSize within = box.boundedTo(QSize(PageLimits::MostSide, PageLimits::MostSide)).expandedTo(QSize(1, 1));
    const qint64 pixels = std::min(qint64(within.width()) * within.height(), MostPixels);
    return add<QImage>(jpeg, {.what = PageRequest::What::Look, .boxWidth = unsigned(within.width()), .boxHeight = unsigned(within.height())},
        static_cast<qsizetype>(PageAnswer::Size) + 3 * pixels, [within](const QByteArray &said) { return lookIn(said, within); });
}

template <typename T>
QFuture<Result<T, PageFault>> PageReader::add(const QByteArray &picture, PageRequest request, qsizetype mostOutput, std::function<Result<T, PageFault>(const QByteArray &)> understand)
{
    using Answer = Result<T, PageFault>;
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    Errand errand;
    errand.answer = [promise, understand = std::move(understand)](const Result<QByteArray, PageFault> &said) {
        promise->addResult(said ? understand(*said) : Answer(said.error()));
        promise->finish();
    };
    if (picture.size() <= MostBytes) {
        request.pictureSize = static_cast<std::uint32_t>(picture.size());
        errand.input = headOf(request) + picture;
    }
    errand.mostOutput = mostOutput;
    errand.request = request;
    const bool isLook = request.what == PageRequest::What::Look;
    // Somebody waits to see a picture: it goes before the pages, at which nobody looks yet.
    const auto place = isLook ? std::find_if(m_waiting.begin(), m_waiting.end(), [](const Errand &other) { return other.request.what != PageRequest::What::Look; }) : m_waiting.end();
    m_waiting.insert(place, std::move(errand));
    QMetaObject::invokeMethod(this, &PageReader::begin, Qt::QueuedConnection);
    return promise->future();
}

void PageReader::begin()
{
    const auto most = static_cast<std::size_t>(std::max(1, QThread::idealThreadCount()));
    while (m_atWork.size() < most && !m_waiting.empty()) {
        const Errand errand = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (errand.input.isEmpty()) {
            errand.answer(PageFault::TooLarge);
            continue;
        }
        const quint64 number = m_next++;
        m_atWork.emplace(number, errand);
        auto *const watcher = new QFutureWatcher<WorkerQuestion::Answer>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number] {
            watcher->deleteLater();
            take(number, watcher->result());
        });
        watcher->setFuture(WorkerQuestion::ask({.program = m_worker, .mostOutput = errand.mostOutput, .patience = PagePatience}, errand.input, this));
    }
}

void PageReader::take(quint64 number, const WorkerQuestion::Answer &said)
{
    Errand errand = std::move(m_atWork.extract(number).mapped());
    if (!said && said.error() == WorkerFault::Crashed && errand.request.readsCodes) {
        // There are pictures over which the reader of codes gives up its process: they are pages all the same.
        errand.request.readsCodes = false;
        errand.input.replace(0, static_cast<qsizetype>(PageRequest::Size), headOf(errand.request));
        m_waiting.push_front(std::move(errand));
    } else {
        errand.answer(said ? Result<QByteArray, PageFault>(*said) : faultOf(said.error()));
    }
    begin();
}

} // namespace motcua
