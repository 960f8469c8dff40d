// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/text/Texts.h"
#include "app/workflows/MediaThreads.h"
#include "app/workflows/Workplace.h"
#include "models/visit/PaperPage.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <deque>
#include <optional>

namespace motcua {

/**
 * Reads the text of pages in the background, one after the other, and keeps it in memory by the digest of the page: for the copies that are made of them, and for what is suggested of
 * them. Nobody waits for it; nothing of it reaches a disk.
 */
class ReadPages final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostTexts = 400; ///< that are kept: the papers of a busy day; the oldest are forgotten

    /** `reader` must outlive it. */
    ReadPages(Workplace place, Texts &reader, QObject *parent = nullptr);

    /** Ignored when it was read, or tried, or waits for that. */
    void read(const PaperPage &page);
    /** None: not read yet, forgotten, or not to be read. */
    [[nodiscard]] std::optional<PageText> text(const QString &digest) const;
    /** As far as they were read by now, by digest. */
    [[nodiscard]] QHash<QString, PageText> texts(const QList<PaperPage> &pages) const;
    [[nodiscard]] bool isReading() const { return m_isReading; }

Q_SIGNALS:
    void pageRead(const QString &digest); ///< text() has it now
    void unreadable(motcua::TextFault fault); ///< this machine reads no text (NoLanguage, NotInstalled): told once, and nothing more is tried

private:
    void goOn();
    void take(const PaperPage &page, const Texts::Read &read);

    Workplace m_place;
    Texts &m_reader;
    MediaThreads m_media;
    std::deque<PaperPage> m_waiting;
    QSet<QString> m_known; ///< digests of what was read, was tried or waits
    QHash<QString, PageText> m_texts;
    QList<QString> m_order; ///< in which they were read
    bool m_isReading = false;
    bool m_isHopeless = false;
};

} // namespace motcua
