// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/CopyJpeg.h"

#include <optional>

namespace motcua {

namespace {

constexpr int StartOfImage = 0xD8;
constexpr int EndOfImage = 0xD9;
constexpr int StartOfScan = 0xDA;
constexpr int Comment = 0xFE;
constexpr qsizetype FrameHead = 8; // its length, precision, height, width and count of channels

Error unfit(const char *why)
{
    return {ErrorCode::Invalid, u"copy: a picture "_qs + QString::fromLatin1(why)};
}

bool isFrame(int marker)
{
    constexpr int HuffmanTables = 0xC4;
    constexpr int Reserved = 0xC8;
    constexpr int ArithmeticConditions = 0xCC;
    return marker >= 0xC0 && marker <= 0xCF && marker != HuffmanTables && marker != Reserved && marker != ArithmeticConditions;
}

/** Sequential or progressive, with Huffman's codes; readers of PDF know no others. */
bool isKnownFrame(int marker)
{
    return marker >= 0xC0 && marker <= 0xC2;
}

/** Tables and what decoders need to know; of the segments of applications only JFIF's own and the one that tells how colours were turned. */
bool isOfThePicture(int marker)
{
    constexpr int Jfif = 0xE0;
    constexpr int Adobe = 0xEE;
    const bool isApplication = marker >= 0xE0 && marker <= 0xEF;
    return marker != Comment && (!isApplication || marker == Jfif || marker == Adobe);
}

/** Goes through the bytes once. */
class Walk
{
public:
    explicit Walk(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    int byte(qsizetype at) const { return at < m_bytes.size() ? static_cast<unsigned char>(m_bytes.at(at)) : -1; }
    int pair(qsizetype at) const { return at + 1 < m_bytes.size() ? byte(at) << 8 | byte(at + 1) : -1; }

    /** The marker that stands here, after as many fill bytes as there are. */
    std::optional<int> marker()
    {
        if (byte(m_at) != 0xFF) {
            return {};
        }
        while (byte(m_at) == 0xFF) {
            ++m_at;
        }
        const int found = byte(m_at++);
        return found > 0 ? std::optional(found) : std::nullopt;
    }

    /** The bytes of the segment that begins here with its length; -1: it does not end within the picture. */
    qsizetype segment() const
    {
        const int length = pair(m_at);
        return length >= 2 && m_at + length <= m_bytes.size() ? length : -1;
    }

    /** To the next marker that is not one within the data of a scan. */
    void passScan()
    {
        constexpr int FirstRestart = 0xD0;
        constexpr int LastRestart = 0xD7;
        while ((m_at = m_bytes.indexOf('\xFF', m_at)) >= 0) {
            const int next = byte(m_at + 1);
            if (next != 0 && (next < FirstRestart || next > LastRestart)) {
                return;
            }
            m_at += 2;
        }
        m_at = m_bytes.size();
    }

    void pass(qsizetype length) { m_at += length; }
    qsizetype at() const { return m_at; }
    bool isAtEnd() const { return m_at == m_bytes.size(); }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

} // namespace

Result<CopyJpeg> CopyJpeg::of(const QByteArray &bytes)
{
    Walk walk(bytes);
    if (walk.marker() != StartOfImage || walk.at() != 2) {
        return unfit("that is no JPEG");
    }
    CopyJpeg found;
    bool isScanned = false;
    for (;;) {
        const std::optional<int> marker = walk.marker();
        if (!marker) {
            return unfit("that is cut off or broken");
        }
        if (*marker == EndOfImage) {
            break;
        }
        if (!isOfThePicture(*marker)) {
            return unfit("with more in it than the picture");
        }
        const qsizetype length = walk.segment();
        if (length < 0) {
            return unfit("that is cut off or broken");
        }
        if (isFrame(*marker)) {
            if (!isKnownFrame(*marker) || found.channels != 0 || length < FrameHead || walk.byte(walk.at() + 2) != 8) {
                return unfit("of a kind of JPEG that is not read everywhere");
            }
            found.pixels = QSize(walk.pair(walk.at() + 5), walk.pair(walk.at() + 3));
            found.channels = walk.byte(walk.at() + 7);
        }
        walk.pass(length);
        if (*marker == StartOfScan) {
            isScanned = true;
            walk.passScan();
        }
    }
    if (!isScanned || found.pixels.isEmpty()) {
        return unfit("without pixels");
    }
    if (found.channels != 1 && found.channels != 3) {
        return unfit("that is neither grey nor of three colours");
    }
    if (!walk.isAtEnd()) {
        return unfit("with something after its end");
    }
    return found;
}

} // namespace motcua
