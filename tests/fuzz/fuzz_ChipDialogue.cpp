// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/eid/TravelDocument.h"

#include "app/devices/eid/ActiveAuthentication.h"
#include "app/devices/eid/ChipAuthentication.h"
#include "app/devices/eid/ChipOpening.h"
#include "app/devices/eid/IsoTransport.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

namespace {

/** A chip that does well until it answers one command with what it was given, and from then on again, or never. */
class Turning final : public CardChannel
{
public:
    Turning(CardChannel &below, int at, bool forGood, QByteArray answer)
        : m_below(below)
        , m_at(at)
        , m_forGood(forGood)
        , m_answer(std::move(answer))
    {
    }

    Result<QByteArray, CardError> transmit(const QByteArray &command) override
    {
        if (++commands > 20000) {
            std::abort(); // a reading that comes to no end
        }
        auto answer = m_below.transmit(command);
        const bool turned = commands == m_at || (m_forGood && commands > m_at);
        return turned ? m_answer : answer;
    }
    QByteArray atr() const override { return {}; }
    void cancel() override { }

    int commands = 0;

private:
    CardChannel &m_below;
    int m_at;
    bool m_forGood;
    QByteArray m_answer;
};

} // namespace

/**
 * The whole dialogue with a hostile chip. The first byte says which command is answered with the rest, and whether the way in is PACE; the second,
 * whether that stands in the open, or is the content of a file behind the chip's own protection.
 */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const QByteArray rest(reinterpret_cast<const char *>(data) + 2, static_cast<qsizetype>(size) - 2);
    const int at = data[0] & 0x3F;
    const bool inFile = (data[1] & 0x01) != 0;
    const bool pace = (data[0] & 0x80) != 0 && at < 8 && !inFile; // behind the way in it makes no difference, and takes most of the time

    TravelDocument document;
    document.access = pace ? TravelDocument::Access::Master : TravelDocument::Access::Nowhere;
    document.channel.takesExtended = (data[1] & 0x02) == 0;
    if (inFile) {
        document.files.files[0x010E] = rest;
        document.files.files[0x010F] = rest;
        document.files.files[0x0102] = rest;
        document.files.gives = (data[1] & 0x04) != 0 ? 48 : 65536;
    }
    Turning chip(document.channel, inFile ? 1000000 : at, (data[1] & 0x08) != 0, rest);
    IsoTransport transport(chip);
    SystemEphemeral ephemeral;
    const auto opened = openChip(transport, pace ? TravelDocument::can() : TravelDocument::mrz(), ephemeral);
    if (!opened) {
        return 0;
    }
    ChipFiles files(*opened->channel, opened->habits);
    (void)files.read(ChipFile::dataGroup(1));
    const auto fourteen = files.read(ChipFile::dataGroup(14));
    const auto infos = fourteen ? SecurityInfos::ofDataGroup14(*fourteen) : std::nullopt;
    if (const auto fifteen = files.read(ChipFile::dataGroup(15))) {
        if (const auto key = ActiveAuthenticationKey::of(*fifteen, infos ? &*infos : nullptr)) {
            const auto signs = signsActively(*opened->channel, *key, ephemeral);
            if (signs && *signs) {
                std::abort(); // this chip signs nothing
            }
        }
    }
    if (infos && authenticateChip(*opened->channel, *infos, ephemeral)) {
        (void)files.read(ChipFile::dataGroup(2));
        if (opened->channel->isProven()) {
            std::abort(); // nor has it the key
        }
    }
    const auto photo = files.read(ChipFile::dataGroup(2));
    if (photo && photo->size() > ChipFiles::LargestFile) {
        std::abort();
    }
    return 0;
}
