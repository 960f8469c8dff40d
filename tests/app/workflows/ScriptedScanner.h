// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Scanner.h"
#include "app/devices/page/Pages.h"

#include <QPromise>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace motcua {

/** What a test says in the place of another: given once, on a later turn of the event loop. */
template <typename T>
[[nodiscard]] QFuture<T> saidLater(QObject *context, T value)
{
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QFuture<T> future = promise->future();
    QMetaObject::invokeMethod(
        context,
        [promise, value] {
            promise->addResult(value);
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

/** A scanner that does what a test says, when it says it. */
class ScriptedScanner final : public Scanner
{
public:
    Devices there = QList<ScannerDevice>{{u"one"_qs, u"Maker"_qs, u"Flat 1"_qs, {}}, {u"two"_qs, u"Maker"_qs, u"Feeder 2"_qs, {}}};
    int asked = 0; ///< which there are
    QStringList scannedWith;
    ScanProfile profile;
    int cancels = 0;

    [[nodiscard]] QFuture<Devices> devices() override
    {
        ++asked;
        return saidLater<Devices>(this, there);
    }
    [[nodiscard]] QFuture<Abilities> abilities(const QString &) override { return saidLater<Abilities>(this, ScanFault{}); }
    void scan(const QString &id, const ScanProfile &wanted) override
    {
        scannedWith.append(id);
        profile = wanted;
        m_isScanning = true;
        m_pages = 0;
    }
    [[nodiscard]] bool isScanning() const override { return m_isScanning; }
    void cancel() override
    {
        ++cancels;
        QMetaObject::invokeMethod(this, [this] { end(ScanFault{ScanFault::What::Cancelled, {}}); }, Qt::QueuedConnection);
    }

    void give(const QByteArray &jpeg)
    {
        ++m_pages;
        Q_EMIT arrived({m_pages, jpeg, QSize(600, 800), 300, true});
    }
    void end(const std::optional<ScanFault> &fault = {})
    {
        if (std::exchange(m_isScanning, false)) {
            Q_EMIT ended(m_pages, fault);
        }
    }

private:
    bool m_isScanning = false;
    int m_pages = 0;
};

/** Pages that are made ready when a test says so, in whatever order. */
class ScriptedPages final : public Pages
{
public:
    struct Asked
    {
        QByteArray picture = {};
        PageWish wish = {};
        std::shared_ptr<QPromise<Read>> promise = {};
    };

    bool answersAtOnce = false; ///< each as good(), without being told
    std::map<QByteArray, PageFault> faults; ///< of those that answer at once
    QList<Asked> asked; ///< in the order in which they came
    qsizetype open = 0; ///< that have no answer
    qsizetype mostOpen = 0;

    [[nodiscard]] QFuture<Read> read(const QByteArray &picture, const PageWish &wish) override
    {
        const auto promise = std::make_shared<QPromise<Read>>();
        promise->start();
        const QFuture<Read> future = promise->future();
        mostOpen = std::max(mostOpen, ++open);
        asked.append({picture, wish, promise});
        if (answersAtOnce) {
            QMetaObject::invokeMethod(&m_context, [this, place = asked.size() - 1] { answer(place); }, Qt::QueuedConnection);
        }
        return future;
    }
    [[nodiscard]] QFuture<Result<QImage, PageFault>> picture(const QByteArray &, QSize) override { return saidLater<Result<QImage, PageFault>>(&m_context, QImage()); }

    /** What becomes of the one that was asked about in that place, from 0. */
    void answer(qsizetype place)
    {
        const auto fault = faults.find(asked.at(place).picture);
        answer(place, fault == faults.end() ? good(asked.at(place).picture) : Read(fault->second));
    }
    void answer(qsizetype place, const Read &read)
    {
        --open;
        asked.at(place).promise->addResult(read);
        asked.at(place).promise->finish();
        asked[place].picture.clear();
        asked[place].promise.reset();
    }

    /** The picture with a word more, so that it is seen which of the two was kept; "blank" in it makes it one. */
    [[nodiscard]] static Read good(const QByteArray &picture)
    {
        ReadPage page{.jpeg = picture + " ready", .pixels = {590, 780}, .dpi = 0, .isColour = false, .isBlank = picture.contains("blank")};
        page.thumbnail = QImage(24, 32, QImage::Format_RGB888);
        page.thumbnail.fill(Qt::gray);
        page.codes = {{PageCode::Kind::Qr, QString::fromUtf8(picture), {}}};
        return page;
    }

private:
    QObject m_context;
};

} // namespace motcua
