// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/ChipPersonaliser.h"

#include "app/devices/eid/CardKey.h"
#include "app/devices/eid/ChipFiles.h"
#include "app/devices/eid/KeyAgreement.h"
#include "app/devices/eid/Tlv.h"
#include "app/training/chip/DrawnFace.h"
#include "app/training/chip/SeededEphemeral.h"
#include "app/training/chip/WrittenGroups.h"

#include <array>

namespace motcua::training {

namespace {

constexpr int Fingers = 3;

template <std::size_t N>
QString oneOf(SeededEphemeral &dice, const std::array<const char16_t *, N> &words)
{
    return QString::fromUtf16(words[static_cast<std::size_t>(dice.below(static_cast<int>(N)))]);
}

CardHolder holderOf(const InventedPerson &person, const CardChoices &choices)
{
    static constexpr std::array Ethnicities{u"Kinh", u"Kinh", u"Kinh", u"Tày", u"Mường", u"Khmer"};
    static constexpr std::array Religions{u"Không", u"Không", u"Phật giáo", u"Công giáo"};
    static constexpr std::array Origins{
        u"Xã Mẫu Thử, Tỉnh Không Có", u"Phường Tập Dượt, Thành phố Giả Lập", u"Xã Thực Hành, Tỉnh Không Có"};
    static constexpr std::array Marks{u"Nốt ruồi C: 1cm trên sau cánh mũi trái", u"Sẹo chấm C: 2cm trên sau mép phải", u"Không có"};

    SeededEphemeral dice(QByteArrayLiteral("holder") + QByteArray::number(choices.seed) + person.number.toLatin1());
    const People family(choices.seed ^ 0x6661'6D69'6C79ULL);
    const auto relative = [&](bool female) {
        auto place = static_cast<quint64>(dice.below(1'000'000));
        while (family.at(place).female != female) {
            ++place;
        }
        return family.at(place).name;
    };

    CardHolder holder{.person = person, .issued = choices.issued, .expires = choices.expires, .of2024 = choices.of2024};
    holder.ethnicity = oneOf(dice, Ethnicities);
    holder.religion = oneOf(dice, Religions);
    holder.origin = oneOf(dice, Origins);
    holder.marks = oneOf(dice, Marks);
    holder.father = relative(false);
    holder.mother = relative(true);
    holder.spouse = dice.below(2) == 0 ? relative(!person.female) : QString();
    // Nine digits beginning 000: no province ever gave one out that does.
    holder.oldNumber = dice.below(3) == 0 ? QString() : QStringLiteral("000%1").arg(dice.below(1'000'000), 6, 10, QLatin1Char('0'));
    holder.serial = QString::fromLatin1(dice.draw(8).view().toByteArray().toHex().toUpper());
    return holder;
}

quint16 idOf(int group)
{
    return ChipFile::dataGroup(group).id;
}

} // namespace

ChipCard ChipPersonaliser::cardOf(const InventedPerson &person, const CardChoices &choices) const
{
    const QByteArray seed = QByteArray::number(choices.seed) + person.number.toLatin1();
    SeededEphemeral keys(QByteArrayLiteral("keys") + seed);
    const CardHolder holder = holderOf(person, choices);

    ChipCard card;
    card.face = faceOf(holder);
    card.issued = choices.issued;
    card.withheld = {idOf(Fingers)};
    card.can = security::SecretBytes::copyOf(CardKey::can(card.face.can())->secret());
    card.mrz = security::SecretBytes::copyOf(CardKey::mrz(card.face.document, card.face.born, card.face.expires)->secret());

    QList<QByteArray> infos; // of DG14
    QList<QByteArray> access{terminalAuthenticationInfo()}; // of EF.CardAccess
    if (choices.chipAuthentication) {
        const auto group = KeyAgreement::standard(choices.chipKeyParameters);
        card.chipKeyParameters = choices.chipKeyParameters;
        card.chipKey = group->newPrivateKey(keys);
        const QByteArray info = chipAuthenticationInfo(*choices.chipAuthentication, choices.chipKeyParameters);
        access += info;
        infos += info;
        infos += chipAuthenticationKey(choices.chipKeyParameters, choices.chipKeyForm, group->publicKey(card.chipKey));
    }
    infos += terminalAuthenticationInfo();
    if (choices.pace) {
        access += paceInfo(*choices.pace, choices.paceParameters);
        infos += access.last();
        card.cardAccess = securityInfos(access);
    }
    QMap<int, QByteArray> groups{{1, writtenGroup1(card.face)},
        {2, writtenGroup2(DrawnFace::jpeg(choices.photoBytes, choices.seed), DrawnFace::Width, DrawnFace::Height)},
        {13, writtenGroup13(holder)}};
    if (choices.active) {
        card.activeKey = std::make_unique<ActiveKey>(*choices.active, choices.activeDigest, keys);
        if (*choices.active == ActiveKey::Kind::Ecdsa) {
            infos += activeAuthenticationInfo(choices.activeDigest);
        }
        groups.insert(15, tlv(0x6F, card.activeKey->publicKeyInfo()));
    }
    groups.insert(14, tlv(0x6E, securityInfos(infos)));

    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        card.files.insert(idOf(it.key()), *it);
    }
    if (choices.listsFingers) {
        groups.insert(Fingers, QByteArrayLiteral("nobody reads this"));
    }
    card.files.insert(ChipFile::com().id, writtenCom(groups.keys()));
    const QByteArray object = writtenSecurityObject(groups, m_authority.digest(), m_authority.digestIdentifier());
    card.files.insert(ChipFile::sod().id, tlv(0x77, m_authority.signedObject(object, QDateTime(choices.issued, QTime(9, 0), Qt::UTC))));
    return card;
}

} // namespace motcua::training
