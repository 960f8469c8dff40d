// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/apart/WorkerQuestion.h"
#include "app/devices/page/PageFrame.h"
#include "app/devices/page/Pages.h"

#include <QImage>
#include <QList>
#include <QPolygon>
#include <QSize>

#include <deque>
#include <functional>
#include <map>

namespace motcua {

/**
 * Makes pages of pictures, in a process of its own for each (`motcua-worker-page`): what comes from a scanner, a stick or a telephone may be made to break a
 * decoder, and what breaks there has no file and no network.
 */
class PageReader final : public QObject, public Pages
{
    Q_OBJECT

public:
    static constexpr qsizetype MostBytes = 64 * 1024 * 1024; ///< of a picture
    static constexpr qint64 MostPixels = 120'000'000; ///< of a page: A3 at 600 dpi and a little more

    explicit PageReader(QString worker = WorkerQuestion::besideThisProgram(QStringLiteral("page")), QObject *parent = nullptr);
    /** What is not answered is Cancelled. */
    ~PageReader() override;

    /** JPEG or PNG. Any number may be asked for at once; as many as the machine has processors are at work, the others wait in their order. Never answered inside this call. Where the codes cannot be looked for, the page is made without them. */
    [[nodiscard]] QFuture<Read> read(const QByteArray &picture, const PageWish &wish = {}) override;

    /** A page as the eye is to see it: RGB888, as large as it fits into `box`, never larger than it is. */
    [[nodiscard]] QFuture<Result<QImage, PageFault>> picture(const QByteArray &jpeg, QSize box) override;

private:
    using Answer = std::function<void(const Result<QByteArray, PageFault> &)>;
    struct Errand
    {
        PageRequest request = {};
        QByteArray input = {}; ///< as it goes to a worker; none: it is too large to be asked of
        qsizetype mostOutput = 0;
        Answer answer = {};
    };

    template <typename T>
    [[nodiscard]] QFuture<Result<T, PageFault>> add(const QByteArray &picture, PageRequest request, qsizetype mostOutput, std::function<Result<T, PageFault>(const QByteArray &)> understand);
    void begin();
    void take(quint64 number, const WorkerQuestion::Answer &said);

    QString m_worker;
    std::deque<Errand> m_waiting;
    std::map<quint64, Errand> m_atWork;
    quint64 m_next = 0;
};

} // namespace motcua
