// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pcsc/PcscChannel.h"

#include "app/devices/pcsc/PcscError.h"
#include "app/devices/pcsc/PcscPatience.h"

#include <openssl/crypto.h>
#include <reader.h>
#include <winscard.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace motcua {

namespace {

constexpr qsizetype LongestAnswer = Apdu::MostExtended + 2;
constexpr DWORD Protocols = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1;
constexpr std::chrono::seconds OpenedWithin(5); // a card is switched on in less, and others read one and let it go, or keep it for good
constexpr DWORD GoneWithin = 700; // milliseconds: a driver that asks for the card every 400 has seen by then that it is not there

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

quint32 bigEndian(const unsigned char *bytes)
{
    return quint32(bytes[0]) << 24 | quint32(bytes[1]) << 16 | quint32(bytes[2]) << 8 | quint32(bytes[3]);
}

quint32 littleEndian(const unsigned char *bytes, std::size_t size)
{
    quint32 value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        value |= quint32(bytes[i]) << 8 * i;
    }
    return value;
}

} // namespace

PcscChannel::PcscChannel(std::unique_ptr<PcscContext> context, QByteArray reader)
    : m_context(std::move(context))
    , m_reader(std::move(reader))
    , m_atEnd(SCARD_RESET_CARD)
    , m_buffer(LongestAnswer, '\0')
{
}

// The service waits for as long as another program keeps a transaction.
Result<std::unique_ptr<PcscChannel>, CardError> PcscChannel::open(const QString &reader)
{
    using Opened = Result<std::unique_ptr<PcscChannel>, CardError>;
    const auto answers = std::make_shared<std::atomic_bool>(false); // the service, if not for this card
    auto answer = answerWithin<Opened>(
        OpenedWithin, [reader, answers] { return opened(reader, *answers); },
        [](Opened &made) {
            if (made) {
                (*made)->m_atEnd = SCARD_LEAVE_CARD; // nothing was done with it, and others are at it
            }
        });
    return answer ? *std::move(answer) : CardError{.fault = answers->load() ? CardFault::ReaderBusy : CardFault::ServiceNotRunning, .detail = QStringLiteral("SCardConnect: no answer")};
}

Result<std::unique_ptr<PcscChannel>, CardError> PcscChannel::opened(const QString &reader, std::atomic_bool &answers)
{
    auto context = PcscContext::open();
    if (!context) {
        return context.error();
    }
    answers.store(true);
    std::unique_ptr<PcscChannel> channel(new PcscChannel(*std::move(context), reader.toUtf8()));
    if (const auto connected = channel->connect(); !connected) {
        return connected.error();
    }
    channel->readAtr();
    channel->readLimits();
    return channel;
}

PcscChannel::~PcscChannel()
{
    if (m_isTransaction) {
        ::SCardEndTransaction(m_card, std::exchange(m_atEnd, SCARD_LEAVE_CARD)); // reset before anybody else may speak to the card
    }
    if (m_connected) {
        ::SCardDisconnect(m_card, m_atEnd);
    }
    OPENSSL_cleanse(m_buffer.data(), static_cast<std::size_t>(m_buffer.size()));
}

Result<std::monostate, CardError> PcscChannel::connect()
{
    LONG code = SCARD_S_SUCCESS;
    for (const DWORD sharing : {DWORD(SCARD_SHARE_EXCLUSIVE), DWORD(SCARD_SHARE_SHARED)}) {
        SCARDHANDLE card = 0;
        DWORD protocol = 0;
        code = ::SCardConnect(m_context->handle(), m_reader.constData(), sharing, Protocols, &card, &protocol);
        if (code == SCARD_S_SUCCESS) {
            m_card = card;
            m_protocol = protocol;
            m_sharing = sharing;
            m_connected = true;
            if (sharing == SCARD_SHARE_SHARED) {
                code = ::SCardBeginTransaction(m_card);
                m_isTransaction = code == SCARD_S_SUCCESS;
                m_atEnd = m_isTransaction ? m_atEnd : SCARD_LEAVE_CARD;
                return m_isTransaction ? Result<std::monostate, CardError>() : pcscError(code, PcscMoment::Connecting, "SCardBeginTransaction");
            }
            return {};
        }
        if (code != SCARD_E_SHARING_VIOLATION) {
            break;
        }
    }
    return pcscError(code, PcscMoment::Connecting, "SCardConnect");
}

void PcscChannel::readAtr()
{
    std::array<unsigned char, MAX_ATR_SIZE> atr{};
    DWORD size = atr.size();
    DWORD nameSize = 0;
    DWORD state = 0;
    DWORD protocol = 0;
    if (::SCardStatus(m_card, nullptr, &nameSize, &state, &protocol, atr.data(), &size) == SCARD_S_SUCCESS) {
        m_atr = QByteArray(reinterpret_cast<const char *>(atr.data()), static_cast<qsizetype>(size));
    }
}

void PcscChannel::readLimits()
{
    // Features stand as tag, length and a control code; one of them reads properties, as tag, length and a number.
    std::array<unsigned char, 256> answer{};
    DWORD size = 0;
    if (::SCardControl(m_card, CM_IOCTL_GET_FEATURE_REQUEST, nullptr, 0, answer.data(), answer.size(), &size) != SCARD_S_SUCCESS) {
        return;
    }
    quint32 readProperties = 0;
    for (std::size_t at = 0; at + 6 <= std::min<std::size_t>(size, answer.size()); at += 6) {
        if (answer.at(at) == FEATURE_GET_TLV_PROPERTIES) {
            readProperties = bigEndian(answer.data() + at + 2);
        }
    }
    if (readProperties == 0 || ::SCardControl(m_card, readProperties, nullptr, 0, answer.data(), answer.size(), &size) != SCARD_S_SUCCESS) {
        return;
    }
    const std::size_t end = std::min<std::size_t>(size, answer.size());
    for (std::size_t at = 0; at + 2 <= end;) {
        const std::size_t length = answer.at(at + 1);
        if (at + 2 + length > end) {
            return;
        }
        if (answer.at(at) == PCSCv2_PART10_PROPERTY_dwMaxAPDUDataSize && length <= 4) {
            m_extended = littleEndian(answer.data() + at + 2, length) >= quint32(Apdu::MostExtended);
        }
        at += 2 + length;
    }
}

bool PcscChannel::isGone() const
{
    SCARD_READERSTATE state{};
    state.szReader = m_reader.constData();
    state.dwCurrentState = SCARD_STATE_PRESENT;
    const LONG code = ::SCardGetStatusChange(m_context->handle(), GoneWithin, &state, 1);
    constexpr DWORD Away = SCARD_STATE_EMPTY | SCARD_STATE_UNAVAILABLE | SCARD_STATE_UNKNOWN;
    return code == SCARD_E_UNKNOWN_READER || (code == SCARD_S_SUCCESS && (state.dwEventState & Away) != 0);
}

Result<QByteArray, CardError> PcscChannel::transmit(const QByteArray &command)
{
    if (m_cancelled.load()) {
        return CardError{.fault = CardFault::Cancelled};
    }
    DWORD sent = static_cast<DWORD>(command.size());
    if (m_protocol == SCARD_PROTOCOL_T0 && command.size() > 5 && command.size() == 4 + 1 + static_cast<quint8>(command.at(4)) + 1) {
        --sent; // T=0 has no room for both lengths: the answer is fetched by GET RESPONSE
    }
    const SCARD_IO_REQUEST *const protocol = m_protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    DWORD size = static_cast<DWORD>(m_buffer.size());
    const LONG code = ::SCardTransmit(
        m_card, protocol, raw(command), sent, nullptr, reinterpret_cast<unsigned char *>(m_buffer.data()), &size);
    if (code == SCARD_S_SUCCESS && size >= 2) {
        return m_buffer.first(static_cast<qsizetype>(size));
    }
    if (code == SCARD_S_SUCCESS) { // there are drivers that say no more when the card is pulled away
        return CardError{.fault = isGone() ? CardFault::Removed : CardFault::Nonsense,
            .detail = QStringLiteral("SCardTransmit: an answer without status")};
    }
    CardError error = pcscError(code, PcscMoment::Transmitting, "SCardTransmit");
    // Others say that it failed; the reader knows a moment later.
    if (error.fault == CardFault::DriverFailed && isGone()) {
        error.fault = CardFault::Removed;
    }
    return error;
}

Result<std::monostate, CardError> PcscChannel::reset()
{
    DWORD protocol = 0;
    const LONG code = ::SCardReconnect(m_card, m_sharing, Protocols, SCARD_RESET_CARD, &protocol);
    if (code != SCARD_S_SUCCESS) {
        return pcscError(code, PcscMoment::Transmitting, "SCardReconnect");
    }
    m_protocol = protocol;
    readAtr();
    return {};
}

} // namespace motcua
