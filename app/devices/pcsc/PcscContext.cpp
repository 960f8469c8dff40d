// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pcsc/PcscContext.h"

#include "app/devices/pcsc/PcscError.h"
#include "app/devices/pcsc/PcscPatience.h"

#include <winscard.h>

#include <QByteArray>

#include <chrono>

namespace motcua {

namespace {

constexpr std::chrono::seconds AnsweredWithin(5);

} // namespace

Result<std::unique_ptr<PcscContext>, CardError> PcscContext::open()
{
    SCARDCONTEXT handle = 0;
    const LONG code = ::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle);
    if (code != SCARD_S_SUCCESS) {
        return pcscError(code, PcscMoment::Asking, "SCardEstablishContext");
    }
    return std::unique_ptr<PcscContext>(new PcscContext(handle));
}

PcscContext::~PcscContext()
{
    ::SCardReleaseContext(m_handle);
}

Result<QStringList, CardError> PcscContext::readers() const
{
    for (;;) {
        DWORD size = 0;
        LONG code = ::SCardListReaders(m_handle, nullptr, nullptr, &size);
        QByteArray names(static_cast<qsizetype>(size), '\0');
        if (code == SCARD_S_SUCCESS) {
            code = ::SCardListReaders(m_handle, nullptr, names.data(), &size);
        }
        if (code == SCARD_E_INSUFFICIENT_BUFFER) {
            continue; // one more has come in between
        }
        if (code == SCARD_E_NO_READERS_AVAILABLE) {
            return QStringList();
        }
        if (code != SCARD_S_SUCCESS) {
            return pcscError(code, PcscMoment::Asking, "SCardListReaders");
        }
        names.truncate(static_cast<qsizetype>(size));
        QStringList list;
        for (const QByteArray &name : names.split('\0')) {
            if (!name.isEmpty()) {
                list.append(QString::fromUtf8(name));
            }
        }
        return list;
    }
}

Result<QStringList, CardError> PcscContext::readerNames()
{
    using Names = Result<QStringList, CardError>;
    auto names = answerWithin<Names>(AnsweredWithin, []() -> Names {
        const auto context = open();
        return context ? (*context)->readers() : Names(context.error());
    });
    return names ? *std::move(names) : CardError{.fault = CardFault::ServiceNotRunning, .detail = QStringLiteral("SCardListReaders: no answer")};
}

} // namespace motcua
