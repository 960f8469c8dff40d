// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QFuture>
#include <QImage>
#include <QList>
#include <QPolygon>
#include <QSize>

namespace motcua {

/** What is to be done with a page before anybody looks at it. */
struct PageWish
{
    bool straightens = true; ///< a page that lies askew
    bool crops = true; ///< what the scanner shows around the sheet
    bool clears = false; ///< a grey ground becomes white: for photographs of paper
    bool readsCodes = true;
    int quarterTurns = 0; ///< clockwise, 0 to 3, before all else

    friend bool operator==(const PageWish &, const PageWish &) = default;
};

/** A code on a page. */
struct PageCode
{
    enum class Kind { Qr, Code128, Pdf417 };

    Kind kind = Kind::Qr;
    QString text = {};
    QPolygon corners = {}; ///< pixels of the page as it is now

    friend bool operator==(const PageCode &, const PageCode &) = default;
};

/** A page as it was made ready. */
struct ReadPage
{
    QByteArray jpeg = {}; ///< 1:1; the very bytes that came where nothing had to be changed
    QSize pixels = {};
    int dpi = 0; ///< 0: it does not say, as photographs of telephones
    bool isColour = false;
    bool isBlank = false; ///< nothing is written on it; it is kept all the same, since a machine may be wrong
    double askew = 0; ///< degrees it was turned by, clockwise
    QImage thumbnail = {}; ///< RGB888, of at most ThumbnailSide on each side
    QList<PageCode> codes = {};

    static constexpr int ThumbnailSide = 320;

    friend bool operator==(const ReadPage &, const ReadPage &) = default;
};

/** Why a page could not be made ready. */
enum class PageFault {
    CannotDecode, ///< no JPEG or PNG, or a damaged one
    TooLarge, ///< more bytes or pixels than a page has
    TimedOut,
    Crashed,
    NotInstalled,
    Cancelled,
};

/** Makes pages of pictures, without anybody waiting: PageReader, and what stands for it in tests. */
class Pages
{
public:
    using Read = Result<ReadPage, PageFault>;

    virtual ~Pages() = default;

    /** JPEG or PNG. Any number may be asked for at once; never answered inside this call. */
    [[nodiscard]] virtual QFuture<Read> read(const QByteArray &picture, const PageWish &wish) = 0;

    /** A page as the eye is to see it: RGB888, as large as it fits into `box`, never larger than it is. */
    [[nodiscard]] virtual QFuture<Result<QImage, PageFault>> picture(const QByteArray &jpeg, QSize box) = 0;
};

} // namespace motcua
