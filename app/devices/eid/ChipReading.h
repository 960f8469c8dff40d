// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/ActiveAuthentication.h"
#include "app/devices/eid/CardChannel.h"
#include "app/devices/eid/CardKey.h"
#include "app/devices/eid/CardRecord.h"
#include "app/devices/eid/DataGroups.h"
#include "app/devices/eid/Ephemeral.h"
#include "app/devices/eid/Sod.h"
#include "app/devices/eid/TrustStore.h"

#include <QDate>
#include <QHash>
#include <QString>

#include <functional>
#include <memory>

namespace motcua {

class ChipFiles;
class SecureMessaging;

/** What a reading is at, in this order. */
enum class ReadingStage {
    Opening,
    Data, ///< what fills a form
    Proofs,
    Photo,
};

/** How far a reading has come: the bytes of the file that is being read. Both are 0 while there is none. */
struct ReadingProgress
{
    ReadingStage stage = ReadingStage::Opening;
    qsizetype done = 0;
    qsizetype total = 0;
};

/** What a reading is held against. */
struct ReadingTerms
{
    TrustStore trust = {};
    QDate today = {}; ///< decides the centuries of a zone, and whether the document is over
    QHash<QString, QStringList> countries = {}; ///< by stateCodes(); a document of a state that is missing is not Verified
};

/**
 * Reads a card in the order in which it is of use at a counter: the data of the form first, then its proofs, the photograph last.
 *
 * It blocks for as long as the card takes, so it is used on the thread of the reader. Between two commands it can be cancelled through the channel.
 * A card that is taken away, or that answers nonsense half-way, keeps what was read before. Each data group is taken as it is read; what is
 * proved is only said after it was checked, and of a card that was read to its end.
 */
class ChipReading
{
public:
    using Progress = std::function<void(const ReadingProgress &)>;
    /** Called when the data are there, when the proofs are, and with the photograph; on the thread that reads. */
    using Changed = std::function<void(const CardRecord &)>;

    explicit ChipReading(ReadingTerms terms, Progress progress = {}, Changed changed = {});
    ~ChipReading();
    Q_DISABLE_COPY_MOVE(ChipReading)

    [[nodiscard]] CardRecord read(CardChannel &channel, const CardKey &key, Ephemeral &ephemeral);

private:
    using Step = std::optional<CardError>; ///< why the reading cannot go on

    [[nodiscard]] Step open(CardChannel &channel, const CardKey &key, Ephemeral &ephemeral);
    [[nodiscard]] Step readData();
    [[nodiscard]] Step readProofs();
    [[nodiscard]] Step proveChip(CardChannel &channel, const CardKey &key, Ephemeral &ephemeral);
    [[nodiscard]] Step proveByAgreeing(CardChannel &channel, const CardKey &key, const SecurityInfos &infos, Ephemeral &ephemeral);
    [[nodiscard]] Step proveBySigning(Ephemeral &ephemeral);
    [[nodiscard]] Step proveAtTheEnd(Ephemeral &ephemeral);
    [[nodiscard]] Step readPhoto();
    /** The file of a group, if there is one that may be read. */
    [[nodiscard]] Step take(int group, ReadingStage stage);
    [[nodiscard]] bool has(int group) const;
    /** Whether the chip said no to one file, so that the others may still be read. */
    [[nodiscard]] bool isAboutThisFile(const CardError &error) const;
    /** All groups from `first` to `last` that the issuer signed and nobody asked for yet: EF.COM, which nobody signed, may leave one out. */
    [[nodiscard]] Step takeSigned(int first, int last, ReadingStage stage);
    /** Enters whether a group that was read is the one that was signed, and understood. */
    void judge(int group);
    void tell();
    void tell(ReadingStage stage) const;

    ReadingTerms m_terms;
    Progress m_progress;
    Changed m_changed;

    std::unique_ptr<SecureMessaging> m_session;
    std::unique_ptr<ChipFiles> m_files;
    QByteArray m_access; ///< EF.CardAccess, by which the chip was opened
    QList<int> m_offered; ///< groups by EF.COM; empty when it is not known
    QList<int> m_asked; ///< groups that were asked for
    DataGroups m_groups;
    std::optional<Sod> m_sod;
    std::optional<ActiveAuthenticationKey> m_signing; ///< still to be tried
    CardRecord m_card;
};

} // namespace motcua
