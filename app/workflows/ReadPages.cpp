// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ReadPages.h"

#include "app/storage/Await.h"

#include <utility>

namespace motcua {

ReadPages::ReadPages(Workplace place, Texts &reader, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_reader(reader)
{
}

void ReadPages::read(const PaperPage &page)
{
    if (m_isHopeless || m_known.contains(page.digest)) {
        return;
    }
    m_known.insert(page.digest);
    m_waiting.push_back(page);
    goOn();
}

void ReadPages::goOn()
{
    if (m_isReading || m_waiting.empty()) {
        return;
    }
    m_isReading = true;
    const PaperPage page = m_waiting.front();
    m_waiting.pop_front();
    const auto bytes = m_media.run([attachments = m_place.store.attachments(), attachment = page.attachment] { return attachments.read(attachment); });
    await(this, bytes, [this, page](const Result<QByteArray> &jpeg) {
        if (jpeg) {
            await(this, m_reader.read(*jpeg), [this, page](const Texts::Read &read) { take(page, read); });
        } else {
            take(page, TextFault::CannotDecode);
        }
    });
}

void ReadPages::take(const PaperPage &page, const Texts::Read &read)
{
    m_isReading = false;
    if (read) {
        m_texts.insert(page.digest, *read);
        m_order.append(page.digest);
        if (m_order.size() > MostTexts) {
            const QString oldest = m_order.takeFirst();
            m_texts.remove(oldest);
            m_known.remove(oldest);
        }
        Q_EMIT pageRead(page.digest);
    } else if (read.error() == TextFault::NoLanguage || read.error() == TextFault::NotInstalled) {
        m_isHopeless = true;
        m_waiting.clear();
        Q_EMIT unreadable(read.error());
    }
    goOn();
}

std::optional<PageText> ReadPages::text(const QString &digest) const
{
    const auto found = m_texts.constFind(digest);
    return found == m_texts.cend() ? std::nullopt : std::optional(*found);
}

QHash<QString, PageText> ReadPages::texts(const QList<PaperPage> &pages) const
{
    QHash<QString, PageText> found;
    for (const PaperPage &page : pages) {
        if (const auto text = m_texts.constFind(page.digest); text != m_texts.cend()) {
            found.insert(page.digest, *text);
        }
    }
    return found;
}

} // namespace motcua
