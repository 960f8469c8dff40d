// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/SoftwareChip.h"

#include "app/devices/eid/ChipFiles.h"
#include "app/devices/eid/KeyAgreement.h"
#include "app/devices/eid/Tlv.h"

#include <algorithm>
#include <utility>

namespace motcua::training {

namespace {

constexpr quint8 Protected = 0x0C;
constexpr quint8 GetResponse = 0xC0;
constexpr quint16 NoProtectionHere = 0x6882;
constexpr quint16 MoreToFetch = 0x6100;
constexpr qsizetype WordsSize = 2;

QByteArray words(quint16 status)
{
    return QByteArray(1, static_cast<char>(status >> 8)) + static_cast<char>(status & 0xFF);
}

void flipBit(QByteArray &bytes, qsizetype at)
{
    bytes[at] = static_cast<char>(bytes.at(at) ^ 1);
}

/** The file with another length in its head, and the same bytes behind it. */
QByteArray lying(const QByteArray &file, ChipFaults::Lie lie)
{
    const auto size = TlvReader::size(file);
    TlvReader reader(file);
    const auto object = reader.next();
    if (!size || !object) {
        return file;
    }
    const QByteArray tag = file.first(object->tag > 0xFF ? 2 : 1);
    if (lie == ChipFaults::Lie::HugeFile) {
        return tag + QByteArray::fromHex("84FFFFFFF0") + object->value.toByteArray();
    }
    const QByteArray longer = tlv(object->tag, object->value.toByteArray() + QByteArray(100, '\0'));
    return longer.chopped(100);
}

/** What its faults have done to a card before anybody reads it. */
ChipCard spoilt(ChipCard card, const ChipFaults &faults, Ephemeral &ephemeral)
{
    const auto idOf = [](int group) { return ChipFile::dataGroup(group).id; };
    if (faults.tamperedGroup > 0) {
        if (const auto file = card.files.find(idOf(faults.tamperedGroup)); file != card.files.end()) {
            flipBit(*file, file->size() / 2);
        }
    }
    if (faults.missingGroup > 0) {
        card.files.remove(idOf(faults.missingGroup));
    }
    if (const auto sod = card.files.find(ChipFile::sod().id); faults.wrongSod && sod != card.files.end()) {
        flipBit(*sod, sod->size() - 1);
    }
    if (faults.copied) {
        if (card.chipKeyParameters >= 0) {
            card.chipKey = KeyAgreement::standard(card.chipKeyParameters)->newPrivateKey(ephemeral);
        }
        if (card.activeKey) {
            card.activeKey = std::make_unique<ActiveKey>(card.activeKey->kind(), card.activeKey->digest(), ephemeral);
        }
    }
    if (faults.lie == ChipFaults::Lie::LongerFile || faults.lie == ChipFaults::Lie::HugeFile) {
        for (QByteArray &file : card.files) {
            file = lying(file, faults.lie);
        }
    }
    return card;
}

} // namespace

SoftwareChip::SoftwareChip(ChipCard card, ChipOptions options, Ephemeral &ephemeral)
    : m_card(spoilt(std::move(card), options.faults, ephemeral))
    , m_options(std::move(options))
    , m_application(m_card, m_options, ephemeral)
{
}

QByteArray SoftwareChip::atr() const
{
    // Historical bytes in compact TLV: the card capabilities say whether extended length goes (ISO/IEC 7816-4 clause 8.1.1.2.7).
    const QByteArray historical = QByteArray::fromHex("80738421") + (m_options.extended ? '\xC0' : '\x80');
    QByteArray atr(1, static_cast<char>(0x80 | historical.size()));
    atr += QByteArray::fromHex("8001") + historical;
    char check = 0;
    for (const char byte : std::as_const(atr)) {
        check = static_cast<char>(check ^ byte);
    }
    return '\x3B' + atr + check;
}

void SoftwareChip::reset()
{
    end();
    m_isCancelled = false;
}

void SoftwareChip::end()
{
    m_session.reset();
    m_rest.clear();
    m_application.forget();
}

void SoftwareChip::spend(qsizetype sent, qsizetype received)
{
    // An estimate of ISO/IEC 14443-4: frames of 256 bytes, five of which are not data, nine bits and a little a byte, 0.4 ms to turn round.
    constexpr qsizetype FrameData = 251;
    constexpr double FrameRest = 5;
    constexpr double BitsPerByte = 9.4;
    constexpr double TurnRound = 400;
    std::chrono::microseconds took = m_options.perCommand;
    if (m_options.kbps > 0) {
        const auto framesOf = [](qsizetype bytes) { return (bytes + FrameData - 1) / FrameData; };
        const auto frames = static_cast<double>(framesOf(sent) + framesOf(received));
        const double bytes = static_cast<double>(sent + received) + FrameRest * frames;
        took += std::chrono::microseconds(static_cast<qint64>(bytes * BitsPerByte * 1000 / m_options.kbps + TurnRound * frames));
    }
    m_time += took;
    if (m_options.pass && took.count() > 0) {
        m_options.pass(took);
    }
}

Result<QByteArray, CardError> SoftwareChip::transmit(const QByteArray &command)
{
    if (m_isCancelled) {
        return CardError{.fault = CardFault::Cancelled};
    }
    const ChipFaults &faults = m_options.faults;
    if (m_commands >= faults.removedAfter) {
        end();
        return CardError{.fault = CardFault::Removed};
    }
    if (m_commands >= faults.silentAfter) {
        return CardError{.fault = CardFault::TimedOut};
    }
    ++m_commands;
    const bool isEndless = m_commands > faults.endlessAfter;
    QByteArray said = isEndless ? QByteArray(16, 'x') + words(MoreToFetch | 0x10) : answer(command);
    spend(command.size(), said.size());
    return said;
}

QByteArray SoftwareChip::answer(const QByteArray &bytes)
{
    const auto command = Apdu::of(bytes);
    if (!command || (command->isExtended() && !m_options.extended)) {
        return words(sw::WrongLength); // before its protection is looked at: the session goes on
    }
    if (command->ins == GetResponse) {
        return rest(command->le);
    }
    m_rest.clear();
    return (command->cla & Protected) != 0 ? protectedAnswer(*command) : plainAnswer(*command);
}

QByteArray SoftwareChip::plainAnswer(const Apdu &command)
{
    if (m_session) {
        end(); // a plain command ends the session, and what it opened (ICAO Doc 9303-11 clause 9.8.1)
    }
    const qsizetype most = command.isExtended() ? Apdu::MostExtended : Apdu::MostShort;
    ChipReply reply = m_application.act(command, std::min<qsizetype>(command.le, most));
    const QByteArray answer = reply.data + words(reply.status);
    goOn(reply);
    return answer;
}

QByteArray SoftwareChip::protectedAnswer(const Apdu &command)
{
    if (!m_session) {
        return words(NoProtectionHere);
    }
    const auto plain = m_session->opened(command);
    if (!plain) {
        end();
        return words(plain.error());
    }
    const bool isShort = !command.isExtended();
    const qsizetype most = std::max(command.le, isShort ? 0 : 1);
    qsizetype room = m_session->room(most);
    if (isShort && m_options.longAnswers) {
        room = Apdu::MostShort;
    } else if (isShort && m_options.chainsAnswers) {
        room = m_session->room(Apdu::MostExtended);
    }
    ChipReply reply = m_application.act(*plain, plain->le > 0 ? std::min<qsizetype>(plain->le, room) : 0);
    QByteArray answer = m_session->sealed(reply);
    goOn(reply);

    if (m_options.faults.lie == ChipFaults::Lie::LongerObject) {
        const qsizetype last = static_cast<quint8>(answer.at(1)) >= 0x80 ? 1 + (answer.at(1) & 0x7F) : 1;
        answer[last] = static_cast<char>(answer.at(last) + 1);
    }
    if (m_commands > m_options.faults.wrongMacAfter) {
        flipBit(answer, answer.size() - WordsSize - 1); // its checksum stands at the end
    }
    return fitted(std::move(answer), command);
}

void SoftwareChip::goOn(ChipReply &reply)
{
    if (reply.session) {
        m_session.emplace(*std::move(reply.session));
    }
}

QByteArray SoftwareChip::fitted(QByteArray answer, const Apdu &command)
{
    if (command.isExtended() || !m_options.chainsAnswers || answer.size() - WordsSize <= Apdu::MostShort) {
        return answer;
    }
    m_rest = std::move(answer);
    return rest(Apdu::MostShort);
}

QByteArray SoftwareChip::rest(int wanted)
{
    if (m_rest.isEmpty()) {
        return words(sw::Conditions);
    }
    const qsizetype left = m_rest.size() - WordsSize;
    if (left <= wanted) {
        return std::exchange(m_rest, {});
    }
    const QByteArray piece = m_rest.first(wanted);
    m_rest.remove(0, wanted);
    const qsizetype after = left - wanted;
    return piece + words(static_cast<quint16>(MoreToFetch | (after >= 0x100 ? 0 : after)));
}

} // namespace motcua::training
