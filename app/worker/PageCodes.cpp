// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageCodes.h"

#define ZX_USE_UTF8 // texts as they are in this program
#include <ZXing/ReadBarcode.h>

namespace motcua::worker {

std::vector<PageCodeBody> codesOn(const PageRaster &grey, unsigned part)
{
    using Format = ZXing::BarcodeFormat;
    ZXing::DecodeHints hints;
    hints.setFormats(Format::QRCode | Format::Code128 | Format::PDF417);
    hints.setTryHarder(true); // or a Code 128 on a whole page is missed
    hints.setTryRotate(true);
    hints.setMaxNumberOfSymbols(PageCodeBody::MostCodes);
    const ZXing::ImageView view(grey.samples.data(), static_cast<int>(grey.width), static_cast<int>(grey.height), ZXing::ImageFormat::Lum);
    std::vector<PageCodeBody> codes;
    for (const ZXing::Result &result : ZXing::ReadBarcodes(view, hints)) {
        if (!result.isValid() || codes.size() == PageCodeBody::MostCodes) {
            continue;
        }
        PageCodeBody code;
        code.kind = result.format() == Format::QRCode ? PageCodeBody::Kind::Qr
            : result.format() == Format::PDF417     ? PageCodeBody::Kind::Pdf417
                                                    : PageCodeBody::Kind::Code128;
        code.text = result.text();
        if (code.text.size() > PageCodeBody::LongestText) {
            continue;
        }
        for (int i = 0; i < 4; ++i) {
            const ZXing::PointI &corner = result.position()[static_cast<std::size_t>(i)];
            code.corners[static_cast<std::size_t>(i)] = {corner.x * static_cast<int>(part), corner.y * static_cast<int>(part)};
        }
        codes.push_back(std::move(code));
    }
    return codes;
}

} // namespace motcua::worker
