// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ChipFiles.h"

#include "app/devices/eid/Tlv.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr quint8 Select = 0xA4;
constexpr quint8 ReadBinary = 0xB0;
constexpr quint8 ReadBinaryOdd = 0xB1; // with the offset as an object: for what 15 bits cannot say
constexpr quint32 OffsetObject = 0x54;
constexpr quint32 DataObject = 0x53;

constexpr qsizetype Head = 8; // enough for any tag and length; no file is shorter
constexpr qsizetype SmallFile = 1024; // asked for at first where extended length goes: most files but the photo end within it
constexpr qsizetype LargestPart = 0x8000; // of one extended read; not all readers hold the 65536 bytes an APDU may have
constexpr qsizetype LastOffset = 0x7FFF; // of an even READ BINARY
constexpr int ExtendedSteps = 2;
constexpr int Steps = ExtendedSteps + 3;

CardError badFile(const QString &what)
{
    return CardError{.fault = CardFault::Nonsense, .detail = what};
}

CardError refused(quint16 status, const QString &step)
{
    return CardError{.fault = CardFault::Protocol, .status = status, .detail = step};
}

/** What a card answers to a length it does not take. */
bool isAboutLength(quint16 status)
{
    return status == sw::WrongLength || sw::otherLength(status) || status == sw::OffsetOutside;
}

bool isData(const CardAnswer &answer)
{
    return (answer.ok() || answer.status == sw::EndOfFile) && !answer.data.isEmpty();
}

} // namespace

ChipFiles::ChipFiles(CardChannel &channel, ReadingHabits habits)
    : m_channel(channel)
    , m_habits(habits)
{
    if (!m_channel.extendedLength().value_or(true)) {
        m_habits.step = std::max(m_habits.step, ExtendedSteps);
    }
}

bool ChipFiles::isMissing(const CardError &error)
{
    return error.fault == CardFault::Protocol && error.status == sw::FileNotFound && !error.isUnprotected;
}

bool ChipFiles::isForbidden(const CardError &error)
{
    return error.fault == CardFault::Protocol && error.status == sw::SecurityStatus && !error.isUnprotected;
}

qsizetype ChipFiles::size() const
{
    switch (m_habits.step) {
    case 0:
        return m_channel.room(LargestPart);
    case 1:
        return m_channel.room(SmallFile);
    case 2:
        return m_channel.room(Apdu::MostShort); // 231 under 3DES, 223 under AES
    case 3:
        return 160;
    default:
        return 96;
    }
}

bool ChipFiles::smaller()
{
    if (m_habits.step + 1 == Steps) {
        return false;
    }
    ++m_habits.step;
    return true;
}

Result<std::monostate, CardError> ChipFiles::select(ChipFile file)
{
    const QByteArray id{QByteArray(1, static_cast<char>(file.id >> 8)) + static_cast<char>(file.id & 0xFF)};
    const auto answer = m_channel.send({0, Select, 0x02, 0x0C, id});
    if (!answer) {
        return answer.error();
    }
    if (!answer->ok()) {
        return refused(answer->status, QStringLiteral("SELECT"));
    }
    return {};
}

Result<QByteArray, CardError> ChipFiles::first(ChipFile file)
{
    bool selected = false;
    for (;;) {
        if (!m_habits.byShortId && !selected) {
            if (const auto done = select(file); !done) {
                return done.error();
            }
            selected = true;
        }
        const bool isExtended = m_habits.step < ExtendedSteps;
        const auto wanted = static_cast<int>(!m_habits.pastEnd ? Head : isExtended ? m_channel.room(SmallFile) : size());
        const quint8 p1 = m_habits.byShortId ? static_cast<quint8>(0x80 | file.shortId) : quint8(0);
        auto answer = m_channel.send({0, ReadBinary, p1, 0, {}, wanted});
        if (!answer) {
            // A reader that carries no extended length says so by failing. Before anything was opened it may be asked again.
            if (answer.error().fault == CardFault::DriverFailed && isExtended && wanted > Apdu::MostShort) {
                m_habits.step = ExtendedSteps;
                continue;
            }
            return answer.error();
        }
        if (isData(*answer)) {
            return std::move(answer->data);
        }
        const quint16 status = answer->status;
        if (isAboutLength(status)) {
            if (wanted > Apdu::MostShort) {
                m_habits.step = ExtendedSteps;
                continue;
            }
            if (m_habits.pastEnd) {
                m_habits.pastEnd = false;
                continue;
            }
        }
        const bool isAboutShortId = status == 0x6A81 || status == 0x6A86 || status == sw::NoFileSelected || status == sw::UnknownInstruction
            || status == sw::WrongData;
        if (m_habits.byShortId && isAboutShortId) {
            m_habits.byShortId = false;
            continue;
        }
        return answer->ok() ? badFile(QStringLiteral("an empty file")) : refused(status, QStringLiteral("READ BINARY"));
    }
}

Result<QByteArray, CardError> ChipFiles::part(qsizetype offset, qsizetype wanted)
{
    constexpr qsizetype ObjectHead = 4; // tag and length around what the odd command brings
    const bool odd = offset > LastOffset;
    for (;;) {
        const auto ask = std::min(wanted, size() - (odd ? ObjectHead : 0));
        Apdu command{0, ReadBinary, static_cast<quint8>(offset >> 8 & 0x7F), static_cast<quint8>(offset & 0xFF), {}, static_cast<int>(ask)};
        if (odd) {
            QByteArray number;
            for (int shift = offset > 0xFFFF ? 16 : 8; shift >= 0; shift -= 8) {
                number.append(static_cast<char>(offset >> shift & 0xFF));
            }
            command = {0, ReadBinaryOdd, 0, 0, tlv(OffsetObject, number), static_cast<int>(ask + ObjectHead)};
        }
        auto answer = m_channel.send(command);
        if (!answer) {
            return answer.error();
        }
        if (isData(*answer)) {
            const auto object = odd ? TlvReader::only(answer->data, DataObject) : std::nullopt;
            if (odd && !object) {
                return badFile(QStringLiteral("READ BINARY: no object"));
            }
            QByteArray bytes = odd ? object->value.toByteArray() : std::move(answer->data);
            if (bytes.size() < std::min(ask, LeastPart)) {
                return badFile(QStringLiteral("a file in crumbs"));
            }
            return bytes;
        }
        if (isAboutLength(answer->status) && smaller()) {
            continue;
        }
        return answer->ok() || answer->status == sw::EndOfFile ? badFile(QStringLiteral("a file shorter than it says"))
                                                               : refused(answer->status, QStringLiteral("READ BINARY"));
    }
}

Result<QByteArray, CardError> ChipFiles::read(ChipFile file, const Progress &progress)
{
    auto begin = first(file);
    if (!begin) {
        return begin.error();
    }
    QByteArray bytes = *std::move(begin);
    const auto whole = TlvReader::size(bytes);
    if (!whole || *whole > LargestFile) {
        return badFile(QStringLiteral("a file that begins with no object"));
    }
    bytes.reserve(*whole);
    const qsizetype mostReads = 16 + *whole / 32;
    for (qsizetype reads = 0; bytes.size() < *whole; ++reads) {
        if (progress) {
            progress(bytes.size(), *whole);
        }
        if (reads == mostReads) {
            return badFile(QStringLiteral("a file that comes to no end"));
        }
        const auto next = part(bytes.size(), *whole - bytes.size());
        if (!next) {
            return next.error();
        }
        bytes.append(*next);
    }
    bytes.truncate(*whole); // what stands behind the object in the file is not of it
    if (progress) {
        progress(*whole, *whole);
    }
    return bytes;
}

} // namespace motcua
