// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/page/Pages.h"

#include <QBuffer>
#include <QTransform>
#include <QtConcurrent/QtConcurrentRun>

namespace motcua::test {

/** Makes pages in this process, of pictures that are our own: what a worker does apart, without the rest it does. */
class DrawnPages final : public Pages
{
public:
    [[nodiscard]] QFuture<Read> read(const QByteArray &picture, const PageWish &wish) override
    {
        return QtConcurrent::run([picture, wish]() -> Read {
            QImage sheet = QImage::fromData(picture).convertToFormat(QImage::Format_RGB888);
            if (sheet.isNull()) {
                return PageFault::CannotDecode;
            }
            ReadPage page{.jpeg = picture, .dpi = 300, .isColour = true};
            if (wish.quarterTurns != 0 || !picture.startsWith("\xff\xd8")) { // what came is no JPEG: a page always is one
                sheet = sheet.transformed(QTransform().rotate(90.0 * wish.quarterTurns));
                QBuffer buffer(&page.jpeg);
                page.jpeg.clear();
                (void)buffer.open(QIODevice::WriteOnly);
                (void)sheet.save(&buffer, "JPEG");
            }
            page.pixels = sheet.size();
            page.thumbnail = sheet.scaled(ReadPage::ThumbnailSide, ReadPage::ThumbnailSide, Qt::KeepAspectRatio, Qt::FastTransformation);
            page.isBlank = !hasInk(page.thumbnail);
            return page;
        });
    }

    [[nodiscard]] QFuture<Result<QImage, PageFault>> picture(const QByteArray &jpeg, QSize box) override
    {
        return QtConcurrent::run([jpeg, box]() -> Result<QImage, PageFault> {
            const QImage sheet = QImage::fromData(jpeg).convertToFormat(QImage::Format_RGB888);
            return sheet.isNull() ? Result<QImage, PageFault>(PageFault::CannotDecode) : sheet.scaled(box.boundedTo(sheet.size()), Qt::KeepAspectRatio);
        });
    }

private:
    static bool hasInk(const QImage &sheet)
    {
        constexpr int Dark = 96;
        for (int y = 0; y < sheet.height(); ++y) {
            for (int x = 0; x < sheet.width(); ++x) {
                if (qGray(sheet.pixel(x, y)) < Dark) {
                    return true;
                }
            }
        }
        return false;
    }
};

} // namespace motcua::test
