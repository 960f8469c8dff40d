// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/cups/CupsSpooler.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr int ConnectMilliseconds = 5000;
constexpr int AnswerSeconds = 15;
constexpr qsizetype ChunkBytes = 64 * 1024;

// PWG 5101.1 self-describing media names.
constexpr const char *A4 = "iso_a4_210x297mm";
constexpr const char *A5 = "iso_a5_148x210mm";
constexpr const char *A6 = "iso_a6_105x148mm";

QString textOf(ipp_t *answer, const char *name)
{
    ipp_attribute_t *attribute = cups().ippFindAttribute(answer, name, IPP_TAG_ZERO);
    return attribute ? QString::fromUtf8(cups().ippGetString(attribute, 0, nullptr)) : QString();
}

QStringList keywordsOf(ipp_attribute_t *attribute)
{
    QStringList result;
    for (int i = 0; attribute && i < cups().ippGetCount(attribute); ++i) {
        const QString keyword = QString::fromUtf8(cups().ippGetString(attribute, i, nullptr));
        if (keyword != u"none") {
            result.append(keyword);
        }
    }
    return result;
}

QString statusText(ipp_status_t status)
{
    return QStringLiteral("cups: ") + QString::fromUtf8(cups().ippErrorString(status));
}

Error refusal(ipp_status_t status)
{
    if (status == IPP_STATUS_ERROR_NOT_FOUND) {
        return {ErrorCode::PrinterMissing, statusText(status)};
    }
    return {ErrorCode::PrintFailed, statusText(status)};
}

Error missingLibrary()
{
    return {ErrorCode::PrinterMissing, u"cups: libcups.so.2 is not installed"_qs};
}

bool succeeded(ipp_t *answer)
{
    return cups().ippGetStatusCode(answer) < IPP_STATUS_REDIRECTION_OTHER_SITE;
}

// RFC 8011 §5.4.12: a reason without severity, or with -error, keeps paper from coming out.
bool stopsPaper(const QString &reason)
{
    static const QStringList stopping = {u"paused"_qs, u"stopped"_qs, u"stopped-partly"_qs, u"media-empty"_qs, u"media-needed"_qs, u"media-jam"_qs,
        u"cover-open"_qs, u"door-open"_qs, u"interlock-open"_qs, u"toner-empty"_qs, u"marker-supply-empty"_qs, u"input-tray-missing"_qs,
        u"output-area-full"_qs, u"shutdown"_qs, u"offline"_qs, u"connecting-to-device"_qs, u"timed-out"_qs};
    return stopping.contains(reason.endsWith(u"-error") ? reason.chopped(6) : reason);
}

} // namespace

CupsSpooler::CupsSpooler(CupsServer server)
    : m_server(std::move(server))
{
}

bool CupsSpooler::connected()
{
    if (!m_http) {
        const QByteArray host = m_server.host.isEmpty() ? QByteArray(cups().cupsServer()) : m_server.host.toUtf8();
        const int port = m_server.port > 0 ? m_server.port : cups().ippPort();
        m_http.reset(cups().httpConnect2(host.constData(), port, nullptr, AF_UNSPEC, cups().cupsEncryption(), 1, ConnectMilliseconds, nullptr));
        if (m_http) {
            cups().httpSetTimeout(m_http.get(), AnswerSeconds, [](http_t *, void *) { return 0; }, nullptr);
        }
    }
    return m_http != nullptr;
}

CupsSpooler::Ipp CupsSpooler::request(ipp_op_t operation, const QString &printer, int job) const
{
    Ipp message(cups().ippNewRequest(operation));
    if (!printer.isEmpty()) {
        char uri[HTTP_MAX_URI] = {};
        const QByteArray resource = "/printers/" + printer.toUtf8();
        cups().httpAssembleURI(HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", nullptr, "localhost", 0, resource.constData());
        cups().ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri);
    }
    if (job > 0) {
        cups().ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    }
    cups().ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cups().cupsUser());
    return message;
}

Result<CupsSpooler::Ipp> CupsSpooler::answer(Ipp message, const QByteArray &resource)
{
    if (!connected()) {
        return Error{ErrorCode::PrinterMissing, u"cups: no server answers"_qs};
    }
    Ipp reply(cups().cupsDoRequest(m_http.get(), message.release(), resource.constData()));
    if (!reply || cups().cupsLastError() == IPP_STATUS_ERROR_SERVICE_UNAVAILABLE) {
        m_http.reset(); // whatever it was, the next question starts on a fresh connection
        return Error{ErrorCode::PrinterMissing, statusText(cups().cupsLastError())};
    }
    return reply;
}

Result<QString> CupsSpooler::defaultPrinter()
{
    auto reply = answer(request(IPP_OP_CUPS_GET_DEFAULT, {}), "/");
    if (!reply) {
        return reply.error();
    }
    const QString name = textOf(reply->get(), "printer-name");
    if (name.isEmpty()) {
        return Error{ErrorCode::PrinterMissing, u"cups: no default printer"_qs};
    }
    return name;
}

Result<QList<Printer>> CupsSpooler::printers()
{
    if (!cups().isThere()) {
        return missingLibrary();
    }
    const auto preferred = defaultPrinter();
    if (!preferred && !m_http) {
        return preferred.error();
    }
    Ipp message = request(IPP_OP_CUPS_GET_PRINTERS, {});
    static const char *const wanted[] = {"printer-name", "printer-info", "printer-is-accepting-jobs", "printer-state-reasons"};
    cups().ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", 4, nullptr, wanted);
    auto reply = answer(std::move(message), "/");
    if (!reply) {
        return reply.error();
    }
    QList<Printer> result;
    bool inPrinter = false;
    for (ipp_attribute_t *a = cups().ippFirstAttribute(reply->get()); a; a = cups().ippNextAttribute(reply->get())) {
        // One group an entry; CUPS parts neighbouring groups with a nameless attribute.
        if (cups().ippGetGroupTag(a) != IPP_TAG_PRINTER || !cups().ippGetName(a)) {
            inPrinter = false;
            continue;
        }
        if (!inPrinter) {
            result.append(Printer());
            inPrinter = true;
        }
        Printer &printer = result.last();
        const QByteArrayView name = cups().ippGetName(a);
        if (name == "printer-name") {
            printer.name = QString::fromUtf8(cups().ippGetString(a, 0, nullptr));
            printer.isDefault = preferred && printer.name == *preferred;
        } else if (name == "printer-info") {
            printer.description = QString::fromUtf8(cups().ippGetString(a, 0, nullptr));
        } else if (name == "printer-is-accepting-jobs") {
            printer.accepting = cups().ippGetBoolean(a, 0) != 0;
        } else if (name == "printer-state-reasons") {
            printer.reasons = keywordsOf(a);
        }
    }
    std::stable_sort(result.begin(), result.end(), [](const Printer &a, const Printer &b) { return a.isDefault > b.isDefault; });
    return result;
}

Result<const char *> CupsSpooler::offeredMedia(const QString &printer, const char *wanted)
{
    Ipp message = request(IPP_OP_GET_PRINTER_ATTRIBUTES, printer);
    static const char *const names[] = {"media-supported", "printer-is-accepting-jobs"};
    cups().ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", 2, nullptr, names);
    auto reply = answer(std::move(message), "/printers/" + printer.toUtf8());
    if (!reply) {
        return reply.error();
    }
    if (!succeeded(reply->get())) {
        return refusal(cups().ippGetStatusCode(reply->get()));
    }
    ipp_attribute_t *accepting = cups().ippFindAttribute(reply->get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    if (accepting && !cups().ippGetBoolean(accepting, 0)) {
        return refusal(IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS);
    }
    ipp_attribute_t *media = cups().ippFindAttribute(reply->get(), "media-supported", IPP_TAG_ZERO);
    const bool silent = !media || cups().ippGetCount(media) == 0; // a raw queue lists none and takes any
    return silent || cups().ippContainsString(media, wanted) ? wanted : A4;
}

Result<PrintJob> CupsSpooler::print(const QByteArray &pdf, const QString &title, const QString &printer, PaperSize paper)
{
    return handed(pdf, title, printer, paper == PaperSize::A4 ? A4 : A5);
}

Result<PrintJob> CupsSpooler::printTicket(const QByteArray &pdf, const QString &title, const QString &printer)
{
    return handed(pdf, title, printer, A6);
}

Result<PrintJob> CupsSpooler::handed(const QByteArray &pdf, const QString &title, const QString &printer, const char *media)
{
    if (!cups().isThere()) {
        return missingLibrary();
    }
    PrintJob job;
    job.printer = printer;
    if (printer.isEmpty()) {
        const auto preferred = defaultPrinter();
        if (!preferred) {
            return preferred.error();
        }
        job.printer = *preferred;
    }
    const auto offered = offeredMedia(job.printer, media);
    if (!offered) {
        return offered.error();
    }
    job.paper = *offered == A4 ? PaperSize::A4 : PaperSize::A5;

    Ipp message = request(IPP_OP_CREATE_JOB, job.printer);
    cups().ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, title.toUtf8().constData());
    cups().ippAddString(message.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr, *offered);
    cups().ippAddString(message.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", nullptr, "one-sided");
    // Scaled bars are bars a scanner refuses.
    cups().ippAddString(message.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", nullptr, "none");
    cups().ippAddInteger(message.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", 1);
    auto reply = answer(std::move(message), "/printers/" + job.printer.toUtf8());
    if (!reply) {
        return reply.error();
    }
    if (!succeeded(reply->get())) {
        return refusal(cups().ippGetStatusCode(reply->get()));
    }
    ipp_attribute_t *number = cups().ippFindAttribute(reply->get(), "job-id", IPP_TAG_INTEGER);
    job.number = number ? cups().ippGetInteger(number, 0) : 0;
    if (job.number <= 0) {
        return Error{ErrorCode::PrintFailed, u"cups: no job number"_qs};
    }
    if (const auto sent = send(pdf, job); !sent) {
        m_http.reset();
        // Only a withdrawn job surely prints nothing; of any other the following states will tell.
        if (cancel(job)) {
            return sent.error();
        }
    }
    return job;
}

Result<> CupsSpooler::send(const QByteArray &pdf, const PrintJob &job)
{
    if (!connected()) {
        return Error{ErrorCode::PrintFailed, u"cups: the server went away before the document"_qs};
    }
    Ipp message = request(IPP_OP_SEND_DOCUMENT, job.printer, job.number);
    cups().ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, "application/pdf");
    cups().ippAddBoolean(message.get(), IPP_TAG_OPERATION, "last-document", 1);
    const QByteArray resource = "/printers/" + job.printer.toUtf8();
    const size_t length = cups().ippLength(message.get()) + static_cast<size_t>(pdf.size());
    http_status_t status = cups().cupsSendRequest(m_http.get(), message.get(), resource.constData(), length);
    for (qsizetype at = 0; status == HTTP_STATUS_CONTINUE && at < pdf.size(); at += ChunkBytes) {
        const qsizetype count = std::min(ChunkBytes, pdf.size() - at);
        status = cups().cupsWriteRequestData(m_http.get(), pdf.constData() + at, static_cast<size_t>(count));
    }
    if (status != HTTP_STATUS_CONTINUE) {
        return Error{ErrorCode::PrintFailed, QStringLiteral("cups: HTTP %1 while sending").arg(static_cast<int>(status))};
    }
    const Ipp reply(cups().cupsGetResponse(m_http.get(), resource.constData()));
    if (!reply || !succeeded(reply.get())) {
        return Error{ErrorCode::PrintFailed, statusText(reply ? cups().ippGetStatusCode(reply.get()) : cups().cupsLastError())};
    }
    return {};
}

Result<PrintState> CupsSpooler::state(const PrintJob &job)
{
    if (!cups().isThere()) {
        return missingLibrary();
    }
    Ipp message = request(IPP_OP_GET_JOB_ATTRIBUTES, job.printer, job.number);
    static const char *const names[] = {"job-state", "job-state-reasons", "job-k-octets"};
    cups().ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", 3, nullptr, names);
    auto reply = answer(std::move(message), "/");
    if (!reply) {
        return reply.error();
    }
    const ipp_status_t status = cups().ippGetStatusCode(reply->get());
    if (status == IPP_STATUS_ERROR_NOT_FOUND || status == IPP_STATUS_ERROR_GONE) {
        return PrintState{PrintState::Progress::Unknown, {}};
    }
    if (!succeeded(reply->get())) {
        return refusal(status);
    }
    PrintState result;
    result.reasons = keywordsOf(cups().ippFindAttribute(reply->get(), "job-state-reasons", IPP_TAG_ZERO));
    ipp_attribute_t *octets = cups().ippFindAttribute(reply->get(), "job-k-octets", IPP_TAG_INTEGER);
    ipp_attribute_t *state = cups().ippFindAttribute(reply->get(), "job-state", IPP_TAG_ENUM);
    switch (state ? static_cast<ipp_jstate_t>(cups().ippGetInteger(state, 0)) : IPP_JSTATE_ABORTED) {
    case IPP_JSTATE_PENDING:
        result.progress = PrintState::Progress::Waiting;
        break;
    case IPP_JSTATE_PROCESSING:
        result.progress = PrintState::Progress::Printing;
        break;
    case IPP_JSTATE_HELD:
    case IPP_JSTATE_STOPPED:
        result.progress = PrintState::Progress::Stalled;
        break;
    case IPP_JSTATE_CANCELED:
        result.progress = PrintState::Progress::Cancelled;
        break;
    case IPP_JSTATE_ABORTED:
        result.progress = PrintState::Progress::Failed;
        break;
    case IPP_JSTATE_COMPLETED:
        // Without its filters CUPS completes a job of nothing.
        result.progress = octets && cups().ippGetInteger(octets, 0) > 0 ? PrintState::Progress::Printed : PrintState::Progress::Failed;
        break;
    }
    if (!result.isFinal()) {
        // The job still claims to be waiting or processing while its queue is paused or the tray is empty.
        const QStringList stopping = stoppingReasons(job.printer);
        if (!stopping.isEmpty()) {
            result = {PrintState::Progress::Stalled, stopping};
        } else if (cups().ippGetInteger(state, 0) == IPP_JSTATE_STOPPED) {
            // CUPS stops a job whose filters fail and keeps it; its printer goes on with the next one.
            result.progress = PrintState::Progress::Failed;
        }
    }
    return result;
}

QStringList CupsSpooler::stoppingReasons(const QString &printer)
{
    Ipp message = request(IPP_OP_GET_PRINTER_ATTRIBUTES, printer);
    static const char *const names[] = {"printer-state", "printer-state-reasons"};
    cups().ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", 2, nullptr, names);
    auto reply = answer(std::move(message), "/printers/" + printer.toUtf8());
    if (!reply || !succeeded(reply->get())) {
        return {};
    }
    QStringList reasons = keywordsOf(cups().ippFindAttribute(reply->get(), "printer-state-reasons", IPP_TAG_ZERO));
    ipp_attribute_t *state = cups().ippFindAttribute(reply->get(), "printer-state", IPP_TAG_ENUM);
    if (state && cups().ippGetInteger(state, 0) == IPP_PSTATE_STOPPED) {
        return reasons.isEmpty() ? QStringList(u"stopped"_qs) : reasons;
    }
    reasons.removeIf([](const QString &reason) { return !stopsPaper(reason); });
    return reasons;
}

Result<> CupsSpooler::cancel(const PrintJob &job)
{
    if (!cups().isThere()) {
        return missingLibrary();
    }
    auto reply = answer(request(IPP_OP_CANCEL_JOB, job.printer, job.number), "/jobs/");
    if (!reply) {
        return reply.error();
    }
    const ipp_status_t status = cups().ippGetStatusCode(reply->get());
    if (status == IPP_STATUS_ERROR_NOT_POSSIBLE || status == IPP_STATUS_ERROR_NOT_FOUND || status == IPP_STATUS_ERROR_GONE) {
        return Error{ErrorCode::NotFound, statusText(status)};
    }
    if (!succeeded(reply->get())) {
        return refusal(status);
    }
    return {};
}

} // namespace motcua
