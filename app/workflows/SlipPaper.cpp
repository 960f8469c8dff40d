// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SlipPaper.h"

#include "app/storage/HouseQueries.h"

namespace motcua {

namespace {

const QString PaperSetting = QStringLiteral("slip.paper");

} // namespace

std::optional<PaperSize> slipPaper(const storage::Store &store)
{
    const Result<std::optional<QByteArray>> kept = store.ask(storage::Setting{PaperSetting}).result();
    return kept && *kept ? paperNamed(QString::fromUtf8(**kept)) : std::nullopt;
}

Result<> keepSlipPaper(const storage::Store &store, std::optional<PaperSize> paper)
{
    return store.keepSetting(PaperSetting, paper ? paperName(*paper).toUtf8() : QByteArray()).result();
}

std::optional<PaperSize> paperNamed(const QString &name)
{
    for (const PaperSize paper : {PaperSize::A4, PaperSize::A5}) {
        if (name == paperName(paper)) {
            return paper;
        }
    }
    return {};
}

QString paperName(PaperSize paper)
{
    switch (paper) {
    case PaperSize::A4:
        return QStringLiteral("A4");
    case PaperSize::A5:
        return QStringLiteral("A5");
    }
    return {};
}

} // namespace motcua
