// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pcsc/PcscFacts.h"

#include "app/devices/pcsc/PcscContext.h"
#include "app/devices/pcsc/PcscError.h"
#include "app/devices/pcsc/PcscPatience.h"

#include <reader.h>
#include <winscard.h>

#include <QFile>

#include <array>
#include <chrono>
#include <cstring>

namespace motcua {

namespace {

constexpr std::chrono::seconds AnsweredWithin(5);

bool isServiceInstalled()
{
    return QFile::exists(QStringLiteral("/usr/sbin/pcscd"));
}

QByteArray attribute(SCARDHANDLE reader, DWORD name)
{
    std::array<unsigned char, MAX_BUFFER_SIZE> value{};
    DWORD size = value.size();
    if (::SCardGetAttrib(reader, name, value.data(), &size) != SCARD_S_SUCCESS || size > value.size()) {
        return {};
    }
    return {reinterpret_cast<const char *>(value.data()), static_cast<qsizetype>(size)};
}

/** PC/SC part 3 writes a version as 0xMMmmbbbb, in the order of the machine's bytes. */
QString versionOf(const QByteArray &value)
{
    quint32 number = 0;
    if (value.size() != sizeof number && value.size() != sizeof(DWORD)) {
        return {};
    }
    std::memcpy(&number, value.constData(), sizeof number);
    return number == 0 ? QString() : QStringLiteral("%1.%2.%3").arg(number >> 24).arg(number >> 16 & 0xFF).arg(number & 0xFFFF);
}

void readAttributes(const PcscContext &context, const QByteArray &name, PcscFacts::OfReader &reader)
{
    // To the reader itself: a card on it is neither needed nor touched.
    SCARDHANDLE handle = 0;
    DWORD protocol = 0;
    if (::SCardConnect(context.handle(), name.constData(), SCARD_SHARE_DIRECT, 0, &handle, &protocol) != SCARD_S_SUCCESS) {
        return;
    }
    const QByteArray vendor = attribute(handle, SCARD_ATTR_VENDOR_NAME);
    reader.vendor = QString::fromUtf8(vendor.constData()).simplified(); // some count the zero at its end, some do not
    reader.version = versionOf(attribute(handle, SCARD_ATTR_VENDOR_IFD_VERSION));
    ::SCardDisconnect(handle, SCARD_LEAVE_CARD);
}

} // namespace

PcscFacts PcscFacts::now()
{
    auto facts = answerWithin<PcscFacts>(AnsweredWithin, [] { return asked(); });
    return facts ? *std::move(facts)
                 : PcscFacts{.isInstalled = isServiceInstalled(), .fault = CardError{.fault = CardFault::TimedOut, .detail = QStringLiteral("no answer")}};
}

PcscFacts PcscFacts::asked()
{
    PcscFacts facts{.isInstalled = isServiceInstalled()};
    const auto context = PcscContext::open();
    if (!context) {
        facts.fault = context.error();
        return facts;
    }
    const auto names = (*context)->readers();
    if (!names) {
        facts.fault = names.error();
        return facts;
    }
    for (const QString &name : *names) {
        const QByteArray utf8 = name.toUtf8();
        SCARD_READERSTATE state{};
        state.szReader = utf8.constData();
        state.dwCurrentState = SCARD_STATE_UNAWARE;
        OfReader reader{.reader = {name, PcscReader::State::Unavailable, {}}};
        if (::SCardGetStatusChange((*context)->handle(), 0, &state, 1) == SCARD_S_SUCCESS) {
            reader.reader.state = PcscReader::stateOf(state.dwEventState);
            reader.isHeld = (state.dwEventState & SCARD_STATE_EXCLUSIVE) != 0;
            if (reader.reader.state == PcscReader::State::Card) {
                reader.reader.atr = QByteArray(reinterpret_cast<const char *>(state.rgbAtr), static_cast<qsizetype>(state.cbAtr));
            }
            readAttributes(**context, utf8, reader);
        }
        facts.readers.append(reader);
    }
    return facts;
}

} // namespace motcua
