// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "app/storage/Await.h"
#include "app/workflows/SlipPreview.h"
#include "models/base/VietnamTime.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/ShownTime.h"
#include "ui/visit/PreviewPage.h"

// VisitDesk shows the slip as it would be.
namespace motcua {

namespace {

constexpr int PreviewDots = 150; // an inch: an A5 page is as wide as the work area

} // namespace

void VisitDesk::showPreview()
{
    const QDateTime moment = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    const Result<SlipTemplate> form = slipEdition(m_place->law, SlipKind::Receipt, moment);
    if (!form) {
        m_window->tell({Notice::Kind::Danger, sentence(form.error()).textWithCode(), {}});
        return;
    }
    if (!m_preview) {
        m_preview = new PreviewPage(m_window);
        connect(m_preview, &PreviewPage::closed, this, [this] { (void)goBack(m_preview); });
    }
    const SlipValues values = m_filing->draftSlip();
    const QString name = form->name();
    const int round = ++m_previews;
    m_preview->setDrawing(name);
    m_window->show(m_preview);
    draw();
    const bool isLarge = m_filing->form().text(m_filing->procedure().roles().value(QStringLiteral("applicant.largePrint"))) == QStringLiteral("1");
    await(m_filing.get(), previewSlip(*m_place, SlipKind::Receipt, values, PreviewDots, isLarge),
        [this, values, name, moment, round](const Result<QList<QImage>> &pages) {
            if (round != m_previews || m_window->page() != m_preview) {
                return;
            }
            if (!pages) {
                (void)goBack(m_preview);
                m_window->tell({Notice::Kind::Danger, sentence(pages.error()).textWithCode(), {}});
                return;
            }
            const QString promise = values.dueAt.isValid() ? shownPromise(values.dueAt, moment) : QStringLiteral("—");
            m_preview->setSheet(*pages, tr("%1, draft, %n page(s). For: %2. Asked for: %3. Result: %4.", nullptr, static_cast<int>(pages->size()))
                                            .arg(name, values.applicantName, values.request, promise));
        });
}

} // namespace motcua
