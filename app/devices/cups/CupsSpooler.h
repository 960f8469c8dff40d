// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Spooler.h"
#include "app/devices/cups/CupsLibrary.h"
#include "app/devices/cups/CupsServer.h"

#include <memory>

namespace motcua {

/** A CUPS server asked over IPP (RFC 8011): the document goes straight into the connection, never into a file of ours. */
class CupsSpooler : public Spooler
{
public:
    explicit CupsSpooler(CupsServer server);

    [[nodiscard]] Result<QList<Printer>> printers() override;
    [[nodiscard]] Result<PrintJob> print(const QByteArray &pdf, const QString &title, const QString &printer, PaperSize paper) override;
    [[nodiscard]] Result<PrintJob> printTicket(const QByteArray &pdf, const QString &title, const QString &printer) override;
    [[nodiscard]] Result<PrintState> state(const PrintJob &job) override;
    [[nodiscard]] Result<> cancel(const PrintJob &job) override;

private:
    struct HttpCloser
    {
        void operator()(http_t *http) const { cups().httpClose(http); }
    };
    struct IppDeleter
    {
        void operator()(ipp_t *ipp) const { cups().ippDelete(ipp); }
    };
    using Http = std::unique_ptr<http_t, HttpCloser>;
    using Ipp = std::unique_ptr<ipp_t, IppDeleter>;

    [[nodiscard]] bool connected();
    [[nodiscard]] Ipp request(ipp_op_t operation, const QString &printer, int job = 0) const;

    /** Sends `message` and waits for the answer; PrinterMissing when the server does not answer. */
    [[nodiscard]] Result<Ipp> answer(Ipp message, const QByteArray &resource);
    [[nodiscard]] Result<QString> defaultPrinter();
    /** `wanted`, or A4 where the printer has no such sheets. */
    [[nodiscard]] Result<const char *> offeredMedia(const QString &printer, const char *wanted);
    [[nodiscard]] Result<PrintJob> handed(const QByteArray &pdf, const QString &title, const QString &printer, const char *media);
    /** Why nothing comes out of `printer` now; empty while it works. */
    [[nodiscard]] QStringList stoppingReasons(const QString &printer);
    [[nodiscard]] Result<> send(const QByteArray &pdf, const PrintJob &job);

    CupsServer m_server;
    Http m_http;
};

} // namespace motcua
