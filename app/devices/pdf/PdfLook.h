// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/apart/WorkerQuestion.h"

#include <QList>

namespace motcua {

/** A signature as it stands in a PDF; nothing of it was proved. */
struct PdfSignature
{
    QList<qint64> byteRange = {}; ///< as written: pairs of where and how much
    QByteArray contents = {}; ///< DER of the CMS, without the zeros after it
    QByteArray subFilter = {}; ///< e.g. "ETSI.CAdES.detached"
    QByteArray time = {}; ///< /M as written; whoever signed may have written anything

    friend bool operator==(const PdfSignature &, const PdfSignature &) = default;
};

/** What in a PDF could act, or hide something. */
enum class PdfDanger { JavaScript, Launch, EmbeddedFile, OtherAction, Form, ExternalReference };

/** A PDF somebody brought, as far as it was looked at without trusting it. */
struct PdfFacts
{
    int pages = 0;
    QByteArray version = {}; ///< "1.7"
    QList<PdfDanger> dangers = {}; ///< each once, that were found
    QList<PdfSignature> signatures = {};
    bool isDamaged = false; ///< its table of objects had to be put together anew
    QByteArray cleaned = {}; ///< the same pages without the dangers and without what tells of its maker; empty where there were none, or it is signed

    friend bool operator==(const PdfFacts &, const PdfFacts &) = default;
};

enum class PdfFault {
    NotPdf,
    Damaged, ///< its pages cannot be found
    Encrypted, ///< a password opens it, or hides what it allows
    TooManyPages,
    TooLarge, ///< bytes, or it unpacks to more than any paper
    TimedOut,
    Crashed,
    NotInstalled,
    Cancelled,
};

/** Looks into PDFs in a process of its own for each (`motcua-worker-pdf`), locked in: no file, no network, and limits of memory and time. */
class PdfLook final : public QObject
{
    Q_OBJECT

public:
    using Looked = Result<PdfFacts, PdfFault>;

    static constexpr qsizetype MostBytes = 64 * 1024 * 1024;
    static constexpr int MostPages = 2'000;

    explicit PdfLook(QString worker = WorkerQuestion::besideThisProgram(QStringLiteral("pdf")), QObject *parent = nullptr);

    /** `cleans`: whether cleaned bytes are wanted too. Never answered inside this call. */
    [[nodiscard]] QFuture<Looked> look(const QByteArray &pdf, bool cleans);
};

} // namespace motcua
