// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ChipOpening.h"

#include "app/devices/eid/Bac.h"
#include "app/devices/eid/Pace.h"

namespace motcua {

namespace {

constexpr quint8 Select = 0xA4;

/** Whether a card merely said no, so that another way may be tried. */
bool isRefusal(const CardError &error)
{
    return error.fault == CardFault::Protocol || error.fault == CardFault::Nonsense || error.fault == CardFault::NotSupported;
}

Apdu selectApplication()
{
    static constexpr char Aid[] = "\xA0\x00\x00\x02\x47\x10\x01"; // Doc 9303-10 clause 3.6.1
    return {0, Select, 0x04, 0x0C, QByteArray(Aid, sizeof Aid - 1)};
}

struct CardAccess
{
    QByteArray bytes = {};
    SecurityInfos infos = {};
};

/** What EF.CardAccess says; empty when there is none to be found. */
Result<CardAccess, CardError> cardAccess(CardChannel &channel, ReadingHabits &habits)
{
    enum class Way { ShortId, AfterMasterFile, ById };
    for (const Way way : {Way::ShortId, Way::AfterMasterFile, Way::ById}) {
        if (way == Way::AfterMasterFile) {
            static constexpr char MasterFile[] = "\x3F\x00";
            const auto answer = channel.send({0, Select, 0x00, 0x0C, QByteArray(MasterFile, 2)});
            if (!answer) {
                return answer.error();
            }
            if (!answer->ok()) {
                continue; // nothing has changed
            }
        }
        ReadingHabits tried = habits;
        tried.byShortId = way != Way::ById;
        ChipFiles files(channel, tried);
        auto read = files.read(ChipFile::cardAccess());
        if (!read && !isRefusal(read.error())) {
            return read.error();
        }
        auto infos = read ? SecurityInfos::ofCardAccess(*read) : std::nullopt;
        if (infos) {
            habits = files.habits();
            habits.byShortId = true;
            return CardAccess{*std::move(read), *std::move(infos)};
        }
    }
    return CardAccess{};
}

} // namespace

Result<OpenedChip, CardError> openChip(CardChannel &channel, const CardKey &key, Ephemeral &ephemeral)
{
    OpenedChip chip;
    auto access = cardAccess(channel, chip.habits);
    if (!access) {
        return access.error();
    }
    chip.cardAccess = access->bytes;

    if (const auto way = bestPace(access->infos)) {
        auto session = startByPace(channel, key, *way, access->infos, ephemeral);
        if (session) {
            chip.protocol = OpenedChip::Protocol::Pace;
            chip.channel = std::make_unique<SecureMessaging>(channel, *std::move(session));
            const auto selected = chip.channel->send(selectApplication());
            if (!selected) {
                return selected.error();
            }
            if (!selected->ok()) {
                return CardError{
                    .fault = CardFault::NotSupported, .status = selected->status, .detail = QStringLiteral("SELECT application")};
            }
            return chip;
        }
        const bool isNonsense = session.error().fault == CardFault::Nonsense;
        if (isNonsense || !isRefusal(session.error()) || key.kind() != CardKey::Kind::Mrz) {
            return session.error();
        }
    }

    const auto selected = channel.send(selectApplication());
    if (!selected) {
        return selected.error();
    }
    if (!selected->ok()) {
        return CardError{.fault = CardFault::NotSupported, .status = selected->status, .detail = QStringLiteral("SELECT application")};
    }
    auto session = startByBac(channel, key, ephemeral);
    if (!session) {
        return session.error();
    }
    chip.channel = std::make_unique<SecureMessaging>(channel, *std::move(session));
    return chip;
}

} // namespace motcua
