// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/text/TextReader.h"

#include "app/devices/text/TextFrame.h"
#include "app/storage/Await.h"

#include <utility>

namespace motcua {

namespace {

TextFault faultOf(WorkerFault fault)
{
    switch (fault) {
    case WorkerFault::TimedOut:
        return TextFault::TimedOut;
    case WorkerFault::Crashed:
        return TextFault::Crashed;
    case WorkerFault::NotInstalled:
        return TextFault::NotInstalled;
    case WorkerFault::Cancelled:
        return TextFault::Cancelled;
    }
    return TextFault::Crashed;
}

TextReader::Read readFrom(const QByteArray &said)
{
    const auto frame = TextFrame::fromBytes({reinterpret_cast<const std::uint8_t *>(said.constData()), static_cast<std::size_t>(said.size())});
    if (!frame) {
        return TextFault::Crashed; // what says no answer is our worker no more
    }
    switch (frame->outcome) {
    case TextFrame::Outcome::Text:
        break;
    case TextFrame::Outcome::CannotDecode:
        return TextFault::CannotDecode;
    case TextFrame::Outcome::TooLarge:
        return TextFault::TooLarge;
    case TextFrame::Outcome::NoLanguage:
        return TextFault::NoLanguage;
    }
    PageText text{QSize(int(frame->width), int(frame->height)), {}};
    text.words.reserve(qsizetype(frame->words.size()));
    for (const TextFrame::Word &word : frame->words) {
        text.words.append({QString::fromStdString(word.text).normalized(QString::NormalizationForm_C),
            QRect(int(word.left), int(word.top), int(word.width), int(word.height)), int(word.confidence), int(word.line)});
    }
    return text;
}

} // namespace

TextReader::TextReader(QString worker, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(worker))
{
}

TextReader::~TextReader()
{
    for (Waiting &one : m_waiting) {
        one.promise.addResult(Read(TextFault::Cancelled));
        one.promise.finish();
    }
}

QFuture<TextReader::Read> TextReader::read(const QByteArray &jpeg)
{
    Waiting &one = m_waiting.emplace_back();
    one.jpeg = jpeg;
    one.promise.start();
    const QFuture<Read> future = one.promise.future();
    if (!m_isAsking) {
        m_isAsking = true;
        QMetaObject::invokeMethod(this, &TextReader::askNext, Qt::QueuedConnection);
    }
    return future;
}

void TextReader::askNext()
{
    if (m_waiting.front().jpeg.size() > qsizetype(TextFrame::LargestInput)) {
        settle(TextFault::TooLarge);
        return;
    }
    // What was given to the worker is not kept a second time while it is at work.
    const QByteArray jpeg = std::exchange(m_waiting.front().jpeg, {});
    await(this, WorkerQuestion::ask({m_worker, qsizetype(TextFrame::LargestAnswer), m_patience}, jpeg, this),
        [this](const WorkerQuestion::Answer &said) { settle(said ? readFrom(*said) : Read(faultOf(said.error()))); });
}

void TextReader::settle(const Read &read)
{
    QPromise<Read> promise = std::move(m_waiting.front().promise);
    m_waiting.pop_front();
    m_isAsking = !m_waiting.empty();
    if (m_isAsking) {
        QMetaObject::invokeMethod(this, &TextReader::askNext, Qt::QueuedConnection);
    }
    promise.addResult(read);
    promise.finish();
}

} // namespace motcua
