// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/ChipApplication.h"

#include "app/devices/eid/ChipFiles.h"
#include "app/devices/eid/Tlv.h"

#include <algorithm>
#include <utility>

namespace motcua::training {

namespace {

enum Instruction : quint8 {
    ManageSecurityEnvironment = 0x22,
    ExternalAuthenticate = 0x82,
    GetChallenge = 0x84,
    GeneralAuthenticate = 0x86,
    InternalAuthenticate = 0x88,
    Select = 0xA4,
    ReadBinary = 0xB0,
    ReadBinaryOdd = 0xB1,
};

constexpr quint16 WrongParameters = 0x6A86;
constexpr quint16 UnknownClass = 0x6E00;
constexpr quint16 NoChaining = 0x6884;
constexpr quint8 Chained = 0x10;
constexpr quint32 Dynamic = 0x7C;
constexpr qsizetype ChallengeSize = 8;

QByteArray applicationId()
{
    return QByteArray::fromHex("A0000002471001");
}

} // namespace

ChipApplication::ChipApplication(const ChipCard &card, const ChipOptions &options, Ephemeral &ephemeral)
    : m_card(card)
    , m_options(options)
    , m_ephemeral(ephemeral)
    , m_bac(card.mrz, ephemeral)
    , m_pace(card, options.tries, ephemeral)
{
}

void ChipApplication::forget()
{
    m_isSelected = false;
    m_isOpen = false;
    m_file.reset();
    m_chipAuthentication.reset();
    m_pace.abandon();
}

bool ChipApplication::hasPace() const
{
    return m_options.pace && !m_card.cardAccess.isEmpty();
}

ChipReply ChipApplication::opened(ChipReply reply)
{
    m_isOpen = m_isOpen || reply.session.has_value();
    return reply;
}

ChipReply ChipApplication::act(const Apdu &command, qsizetype room)
{
    if ((command.cla & ~Chained) != 0) {
        return ChipReply::refusal(UnknownClass);
    }
    if ((command.cla & Chained) != 0 && command.ins != GeneralAuthenticate) {
        return ChipReply::refusal(NoChaining);
    }
    switch (command.ins) {
    case Select:
        return select(command);
    case ReadBinary:
        return read(command, room);
    case ReadBinaryOdd:
        return readOdd(command, room);
    case GetChallenge:
        return m_options.bac && m_isSelected ? m_bac.challenge(command) : ChipReply::refusal(sw::Conditions);
    case ExternalAuthenticate:
        return m_options.bac && m_isSelected ? opened(m_bac.authenticated(command)) : ChipReply::refusal(sw::Conditions);
    case ManageSecurityEnvironment:
        return setEnvironment(command);
    case GeneralAuthenticate:
        return generalAuthenticate(command);
    case InternalAuthenticate:
        return signature(command, room);
    default:
        return ChipReply::refusal(sw::UnknownInstruction);
    }
}

quint16 ChipApplication::open(quint16 id)
{
    m_file.reset();
    if (id == ChipFile::cardAccess().id && hasPace() && (!m_isSelected || !m_options.selectsMaster)) {
        m_file = m_card.cardAccess;
        return sw::Ok;
    }
    if (!m_isSelected) {
        return sw::FileNotFound;
    }
    if (m_card.withheld.contains(id)) {
        return sw::SecurityStatus;
    }
    const auto file = m_card.files.constFind(id);
    if (file == m_card.files.cend()) {
        return sw::FileNotFound;
    }
    if (!m_isOpen) {
        return sw::SecurityStatus;
    }
    m_file = *file;
    return sw::Ok;
}

ChipReply ChipApplication::select(const Apdu &command)
{
    const bool isMaster = command.p1 == 0x00 && (command.data.isEmpty() || command.data == QByteArray::fromHex("3F00"));
    if (isMaster) {
        if (!m_options.selectsMaster) {
            return ChipReply::refusal(sw::UnknownInstruction);
        }
        m_isSelected = false;
        m_file.reset();
        return {};
    }
    if (command.p1 == 0x04) {
        if (command.data != applicationId()) {
            return ChipReply::refusal(sw::FileNotFound);
        }
        m_isSelected = true;
        m_file.reset();
        return {};
    }
    if ((command.p1 == 0x00 || command.p1 == 0x02) && command.data.size() == 2) {
        return ChipReply{
            .status = open(static_cast<quint16>(static_cast<quint8>(command.data.at(0)) << 8 | static_cast<quint8>(command.data.at(1))))};
    }
    return ChipReply::refusal(WrongParameters);
}

ChipReply ChipApplication::part(qsizetype offset, qsizetype wanted, bool asksForAll, qsizetype room)
{
    if (!m_file) {
        return ChipReply::refusal(sw::NoFileSelected);
    }
    if (m_isOpen && m_options.faults.lie == ChipFaults::Lie::OtherLength) {
        return ChipReply::refusal(0x6C10);
    }
    if (wanted == 0) {
        return ChipReply::refusal(sw::WrongLength);
    }
    if (wanted > m_options.largestRead) {
        return ChipReply::refusal(m_options.tooLong);
    }
    if (offset > m_file->size()) {
        return ChipReply::refusal(sw::OffsetOutside);
    }
    const bool endsBefore = offset + wanted > m_file->size() && !asksForAll;
    return ChipReply{.data = m_file->mid(offset, std::min(wanted, room)), .status = endsBefore ? sw::EndOfFile : sw::Ok};
}

ChipReply ChipApplication::read(const Apdu &command, qsizetype room)
{
    qsizetype offset = command.p1 << 8 | command.p2;
    if ((command.p1 & 0x80) != 0) {
        if (!m_options.shortIds) {
            return ChipReply::refusal(WrongParameters);
        }
        if (const quint16 status = open(static_cast<quint16>(0x0100 | (command.p1 & 0x1F))); status != sw::Ok) {
            return ChipReply::refusal(status);
        }
        offset = command.p2;
    }
    return part(offset, command.le, command.le == Apdu::MostShort || command.le == Apdu::MostExtended, room);
}

ChipReply ChipApplication::readOdd(const Apdu &command, qsizetype room)
{
    constexpr qsizetype Head = 4; // tag and length around what is given
    const auto object = TlvReader::only(command.data, 0x54);
    if (!object || object->value.isEmpty() || object->value.size() > 4 || command.le <= Head) {
        return ChipReply::refusal(sw::WrongData);
    }
    if (const int shortId = command.p2 & 0x1F; shortId != 0) {
        if (const quint16 status = open(static_cast<quint16>(0x0100 | shortId)); status != sw::Ok) {
            return ChipReply::refusal(status);
        }
    }
    qsizetype offset = 0;
    for (const char byte : object->value) {
        offset = offset << 8 | static_cast<quint8>(byte);
    }
    ChipReply reply = part(offset, command.le - Head, false, room - Head);
    if (reply.status == sw::Ok || reply.status == sw::EndOfFile) {
        reply.data = tlv(0x53, reply.data);
    }
    return reply;
}

ChipReply ChipApplication::setEnvironment(const Apdu &command)
{
    m_chipAuthentication.reset();
    if (command.p1 == 0xC1 && command.p2 == 0xA4) {
        return hasPace() ? m_pace.chosen(command) : ChipReply::refusal(sw::ReferenceNotFound);
    }
    if (command.p1 != 0x41 || (command.p2 != 0xA4 && command.p2 != 0xA6)) {
        return ChipReply::refusal(WrongParameters);
    }
    if (!m_isOpen) {
        return ChipReply::refusal(sw::SecurityStatus);
    }
    if (m_card.chipKeyParameters < 0) {
        return ChipReply::refusal(sw::ReferenceNotFound);
    }
    if (command.p2 == 0xA6) {
        const auto key = TlvReader::find(command.data, 0x91);
        return key ? agreedWith(key->value, CipherSuite::TripleDes) : ChipReply::refusal(sw::WrongData);
    }
    // Which way is chosen stands in the last arc: the cipher, by the numbers of the standard.
    const auto oid = TlvReader::find(command.data, 0x80);
    const bool isNumber = KeyAgreement::standard(m_card.chipKeyParameters)->kind() == AgreementKind::Dh;
    const QByteArray begin = QByteArray::fromHex(isNumber ? "04007F000702020301" : "04007F000702020302");
    const int suite = oid && oid->value.size() == begin.size() + 1 && oid->value.startsWith(begin) ? oid->value.back() - 1 : -1;
    if (suite < static_cast<int>(CipherSuite::TripleDes) || suite > static_cast<int>(CipherSuite::Aes256)) {
        return ChipReply::refusal(sw::WrongData);
    }
    m_chipAuthentication = static_cast<CipherSuite>(suite);
    return {};
}

ChipReply ChipApplication::generalAuthenticate(const Apdu &command)
{
    if (m_pace.isRunning()) {
        return opened(m_pace.step(command));
    }
    const auto dynamic = TlvReader::only(command.data, Dynamic);
    const auto key = dynamic ? TlvReader::find(dynamic->value, 0x80) : std::nullopt;
    const auto suite = std::exchange(m_chipAuthentication, std::nullopt);
    if (!suite || !key) {
        return ChipReply::refusal(sw::Conditions);
    }
    ChipReply reply = agreedWith(key->value, *suite);
    if (reply.status == sw::Ok) {
        reply.data = tlv(Dynamic, {});
    }
    return reply;
}

ChipReply ChipApplication::agreedWith(QByteArrayView publicKey, CipherSuite suite)
{
    const auto group = KeyAgreement::standard(m_card.chipKeyParameters);
    const auto secret = group->shared(m_card.chipKey, publicKey);
    if (!secret) {
        return ChipReply::refusal(sw::WrongData);
    }
    return ChipReply{.session = SessionStart::fromZero(SessionKeys::of(secret->view(), suite))};
}

ChipReply ChipApplication::signature(const Apdu &command, qsizetype room)
{
    if (!m_isOpen) {
        return ChipReply::refusal(sw::SecurityStatus);
    }
    if (!m_card.activeKey) {
        return ChipReply::refusal(sw::UnknownInstruction);
    }
    if (command.data.size() != ChallengeSize) {
        return ChipReply::refusal(sw::WrongLength);
    }
    const QByteArray signature = m_card.activeKey->signatureOf(command.data, m_ephemeral);
    return signature.size() <= room ? ChipReply{.data = signature} : ChipReply::refusal(sw::WrongLength);
}

} // namespace motcua::training
