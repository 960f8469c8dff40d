// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/CopyMeans.h"
#include "models/dossier/Dossier.h"

#include <QObject>

namespace motcua {

/** Pages that come for a paper of a dossier which was accepted before (a supplement, what was to be scanned later): made into a copy, which is recorded. */
class AddScans final : public QObject
{
    Q_OBJECT

public:
    explicit AddScans(Workplace place, QObject *parent = nullptr);

    void setCopies(const CopyMeans &means) { m_means = means; }

    /**
     * Pages that are left out stay out. `visit`: whose turn it is, null for nobody's. Answered by added() or refused() with the number this gives; any number may be asked for at
     * once.
     */
    int add(const Id &dossier, const QString &paper, const QList<PaperPage> &pages, const Id &visit);

Q_SIGNALS:
    void added(int request, const motcua::Id &dossier, const QString &paper, const std::optional<motcua::Error> &unsignedBecause);
    /** Nothing was recorded: NotFound, Invalid (no page goes into the copy), and those of makeCopies() and Store::record(). */
    void refused(int request, const motcua::Id &dossier, const QString &paper, const motcua::Error &error);

private:
    /** What is asked for. */
    struct Request
    {
        int number = 0;
        Id dossier = {};
        QString paper = {};
        QList<PaperPage> pages = {};
        Id visit = {};
    };

    void copy(const Request &request, const Dossier &dossier);
    void record(const Request &request, const MadeCopy &made, const PaperFile &file);
    void refuse(const Request &request, const Error &error);

    Workplace m_place;
    MediaThreads m_media;
    CopyMeans m_means;
    int m_requests = 0;
};

} // namespace motcua
