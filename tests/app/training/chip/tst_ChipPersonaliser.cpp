// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingCards.h"

#include "app/devices/eid/KeyAgreement.h"
#include "app/devices/eid/SecurityInfos.h"
#include "app/devices/eid/Tlv.h"
#include "app/training/chip/DrawnFace.h"
#include "app/training/chip/OpenSslOwned.h"
#include "app/training/chip/WrittenGroups.h"

#include <QCryptographicHash>
#include <QImage>
#include <QTest>

using namespace motcua;
using namespace motcua::training;
using Scheme = TrainingAuthority::Scheme;

namespace {

using Store = std::unique_ptr<X509_STORE, owned::Freed<&X509_STORE_free>>;

owned::Certificate certificate(const QByteArray &der)
{
    const unsigned char *at = owned::raw(der);
    return owned::Certificate(d2i_X509(nullptr, &at, der.size()));
}

owned::Cms signedData(const QByteArray &sod)
{
    const auto outer = TlvReader::only(sod, 0x77);
    const unsigned char *at = owned::raw(outer ? outer->value : QByteArrayView());
    return owned::Cms(d2i_CMS_ContentInfo(nullptr, &at, outer ? outer->value.size() : 0));
}

/** Whether OpenSSL finds the signature right and its signer given by this authority; `content` is what was signed. */
bool isSigned(const QByteArray &sod, const QByteArray &authority, QByteArray &content)
{
    const auto cms = signedData(sod);
    const auto root = certificate(authority);
    const Store store(X509_STORE_new());
    const owned::Bio out(BIO_new(BIO_s_mem()));
    if (!cms || !root || X509_STORE_add_cert(store.get(), root.get()) != 1) {
        return false;
    }
    X509_STORE_set_purpose(store.get(), X509_PURPOSE_ANY);
    const bool right = CMS_verify(cms.get(), nullptr, store.get(), nullptr, out.get(), CMS_BINARY) == 1;
    char *bytes = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &bytes);
    content = QByteArray(bytes, static_cast<qsizetype>(size));
    return right;
}

QString nameOf(X509 *certificate)
{
    char text[256];
    return QString::fromLatin1(X509_NAME_oneline(X509_get_subject_name(certificate), text, sizeof text));
}

char checkDigit(QByteArrayView text)
{
    constexpr int weights[] = {7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        sum += weights[i % 3] * (letter == '<' ? 0 : letter <= '9' ? letter - '0' : letter - 'A' + 10);
    }
    return static_cast<char>('0' + sum % 10);
}

} // namespace

class tst_ChipPersonaliser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsWithEveryScheme_data();
    void signsWithEveryScheme();
    void isTrustedByNobodyElse();
    void writesCardAccessAsVietnameseCardsHaveIt();
    void writesAZoneWhoseDigitsAreRight_data();
    void writesAZoneWhoseDigitsAreRight();
    void writesNamesWithoutMarks_data();
    void writesNamesWithoutMarks();
    void writesGroup13FieldByField();
    void writesACodeOfSevenFields();
    void drawsAFaceOfAnySize_data();
    void drawsAFaceOfAnySize();
    void makesTheSameCardAgain();
    void bringsTheKeysItHolds();

private:
    TrainingCards m_cards;
};

void tst_ChipPersonaliser::signsWithEveryScheme_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<QCryptographicHash::Algorithm>("digest");
    QTest::addColumn<int>("ofObject"); // the algorithm of the signature, as OpenSSL numbers it
    QTest::addColumn<int>("ofSigner");

    QTest::newRow("ECDSA") << Scheme::Ecdsa << QCryptographicHash::Sha256 << NID_ecdsa_with_SHA256 << NID_ecdsa_with_SHA384;
    QTest::newRow("ECDSA, curves written out") << Scheme::EcdsaExplicit << QCryptographicHash::Sha384 << NID_ecdsa_with_SHA384
                                               << NID_ecdsa_with_SHA512;
    QTest::newRow("RSA-PSS") << Scheme::RsaPss << QCryptographicHash::Sha256 << NID_rsassaPss << NID_rsassaPss;
    QTest::newRow("RSA by PKCS #1") << Scheme::RsaPkcs1 << QCryptographicHash::Sha256 << NID_rsaEncryption << NID_sha256WithRSAEncryption;
}

void tst_ChipPersonaliser::signsWithEveryScheme()
{
    QFETCH(Scheme, scheme);
    QFETCH(QCryptographicHash::Algorithm, digest);
    QFETCH(int, ofObject);
    QFETCH(int, ofSigner);

    const TrainingCards cards(scheme);
    const ChipCard card = cards.card({.listsFingers = true});
    const QByteArray sod = card.files.value(0x011D);
    const auto parsed = signedData(sod);
    QVERIFY(parsed);
    QCOMPARE(sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(parsed.get())), 1);
    X509_ALGOR *algorithm = nullptr;
    CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(parsed.get()), 0), nullptr, nullptr, nullptr, &algorithm);
    QCOMPARE(OBJ_obj2nid(algorithm->algorithm), ofObject);
    QCOMPARE(X509_get_signature_nid(certificate(cards.authority().signer()).get()), ofSigner);

    QByteArray content;
    if (scheme == Scheme::EcdsaExplicit) {
        // OpenSSL refuses a chain over curves written out, so each link is looked at alone.
        const auto cms = signedData(sod);
        QVERIFY(cms);
        const owned::Bio out(BIO_new(BIO_s_mem()));
        QCOMPARE(CMS_verify(cms.get(), nullptr, nullptr, nullptr, out.get(), CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY), 1);
        char *bytes = nullptr;
        const auto size = BIO_get_mem_data(out.get(), &bytes);
        content = QByteArray(bytes, static_cast<qsizetype>(size));
        const auto authority = certificate(cards.authority().authority());
        QCOMPARE(X509_verify(certificate(cards.authority().signer()).get(), X509_get0_pubkey(authority.get())), 1);
        QCOMPARE(X509_verify(authority.get(), X509_get0_pubkey(authority.get())), 1);
    } else {
        QVERIFY(isSigned(sod, cards.authority().authority(), content));
    }

    // The security object: a hash for every group there is, and for the one nobody reads.
    const auto object = TlvReader::only(content, 0x30);
    QVERIFY(object);
    TlvReader reader(object->value);
    QVERIFY(reader.next(0x02) && reader.next(0x30));
    const auto hashes = reader.next(0x30);
    QVERIFY(hashes && reader.atEnd());
    QList<int> groups;
    TlvReader each(hashes->value);
    while (const auto one = each.next(0x30)) {
        TlvReader inside(one->value);
        const auto number = inside.next(0x02);
        const auto hash = inside.next(0x04);
        QVERIFY(number && hash && inside.atEnd());
        groups += number->value[0];
        if (groups.last() != 3) {
            QCOMPARE(hash->value.toByteArray(),
                QCryptographicHash::hash(card.files.value(static_cast<quint16>(0x0100 + groups.last())), digest));
        }
    }
    QCOMPARE(groups, (QList<int>{1, 2, 3, 13, 14, 15}));
    QCOMPARE(card.files.value(0x011E).toHex(), QByteArray("60185f0104303130375f36063034303030305c066175636d6e6f"));
    QCOMPARE(m_cards.card().files.value(0x011E).right(7).toHex(), QByteArray("5c0561756d6e6f"));

    // One bit of it, and nothing is right any more.
    QByteArray wrong = sod;
    wrong[wrong.size() - 1] = static_cast<char>(wrong.at(wrong.size() - 1) ^ 1);
    const auto altered = signedData(wrong);
    QVERIFY(!altered || CMS_verify(altered.get(), nullptr, nullptr, nullptr, nullptr, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) != 1);
}

void tst_ChipPersonaliser::isTrustedByNobodyElse()
{
    SeededEphemeral others(QByteArrayLiteral("others"));
    const TrainingAuthority other(Scheme::Ecdsa, others);
    QByteArray content;
    QVERIFY(!isSigned(m_cards.card().files.value(0x011D), other.authority(), content));
    for (const QByteArray &der : {m_cards.authority().authority(), m_cards.authority().signer()}) {
        const auto written = certificate(der);
        QVERIFY2(nameOf(written.get()).contains(QStringLiteral("CN=TRAINING ")), qPrintable(nameOf(written.get())));
        QVERIFY(nameOf(written.get()).contains(QStringLiteral("C=VN")));
    }
    const auto authority = certificate(m_cards.authority().authority());
    const auto signer = certificate(m_cards.authority().signer());
    QCOMPARE(X509_check_ca(authority.get()), 1);
    QCOMPARE(X509_check_ca(signer.get()), 0);
    QCOMPARE(X509_get_key_usage(signer.get()), quint32(KU_DIGITAL_SIGNATURE));
}

void tst_ChipPersonaliser::writesCardAccessAsVietnameseCardsHaveIt()
{
    QCOMPARE(m_cards.card().cardAccess.toHex().toUpper(),
        QByteArray("3134300D060804007F0007020202020101300F060A04007F000702020302020201013012060A04007F0007020204020202010202010D"));
    QVERIFY(m_cards.card({.pace = {}}).cardAccess.isEmpty());
}

void tst_ChipPersonaliser::writesAZoneWhoseDigitsAreRight_data()
{
    QTest::addColumn<quint64>("place");
    for (quint64 place = 0; place < 12; ++place) {
        QTest::newRow(qPrintable(QStringLiteral("person %1").arg(place))) << place;
    }
}

void tst_ChipPersonaliser::writesAZoneWhoseDigitsAreRight()
{
    QFETCH(quint64, place);

    const InventedPerson person = People(3).at(place);
    const ChipCard card = ChipPersonaliser(m_cards.authority()).cardOf(person, {.photoBytes = 1});
    QCOMPARE(card.face.zone.size(), 3);
    const QByteArray zone = card.face.zone.join(QString()).toLatin1();
    QCOMPARE(zone.size(), 90);
    const QByteArray first = zone.first(30);
    const QByteArray second = zone.mid(30, 30);
    QVERIFY(first.startsWith("IDVNM" + person.number.right(9).toLatin1()));
    QCOMPARE(first.at(14), checkDigit(first.mid(5, 9)));
    QCOMPARE(first.mid(15, 14), person.number.toLatin1() + "<<");
    QCOMPARE(first.at(29), checkDigit(first.mid(15, 14)));
    QCOMPARE(second.first(6), person.birth.toString(QStringLiteral("yyMMdd")).toLatin1());
    QCOMPARE(second.at(6), checkDigit(second.first(6)));
    QCOMPARE(second.at(7), person.female ? 'F' : 'M');
    QCOMPARE(second.mid(8, 6), QByteArray("390209"));
    QCOMPARE(second.at(14), checkDigit(second.mid(8, 6)));
    QCOMPARE(second.mid(15, 14), QByteArray("VNM<<<<<<<<<<<"));
    QCOMPARE(second.at(29), checkDigit(first.sliced(5) + second.first(7) + second.mid(8, 7) + second.mid(18, 11)));
    QCOMPARE(card.files.value(0x0101), QByteArray::fromHex("615D5F1F5A") + zone);

    // Number and zone open it.
    QCOMPARE(card.can.view().toByteArray(), person.number.right(6).toLatin1());
    QCOMPARE(card.mrz.view().toByteArray(),
        QCryptographicHash::hash(first.mid(5, 10) + second.first(7) + second.mid(8, 7), QCryptographicHash::Sha1));
}

void tst_ChipPersonaliser::writesNamesWithoutMarks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("line");

    QTest::newRow("three words") << QStringLiteral("Nguyễn Thị Thử") << QStringLiteral("NGUYEN<<THI<THU<<<<<<<<<<<<<<<");
    QTest::newRow("Đ is D") << QStringLiteral("Đặng Đình Đô") << QStringLiteral("DANG<<DINH<DO<<<<<<<<<<<<<<<<<");
    QTest::newRow("Ơ and Ư") << QStringLiteral("Ưng Ước Ơ") << QStringLiteral("UNG<<UOC<O<<<<<<<<<<<<<<<<<<<<");
    QTest::newRow("an apostrophe is left out") << QStringLiteral("Ksor H’Bia") << QStringLiteral("KSOR<<HBIA<<<<<<<<<<<<<<<<<<<<");
    QTest::newRow("one word") << QStringLiteral("Thử") << QStringLiteral("THU<<<<<<<<<<<<<<<<<<<<<<<<<<<");
    QTest::newRow("cut at thirty") << QStringLiteral("Nguyễn Hoàng Phương Trường Nghiêm Khuyên")
                                   << QStringLiteral("NGUYEN<<HOANG<PHUONG<TRUONG<NG");
}

void tst_ChipPersonaliser::writesNamesWithoutMarks()
{
    QFETCH(QString, name);
    QFETCH(QString, line);

    CardHolder holder{.person = People(3).at(1), .issued = QDate(2021, 7, 24)};
    holder.person.name = name;
    QCOMPARE(faceOf(holder).zone.last(), line);
    QCOMPARE(line.size(), 30);
}

void tst_ChipPersonaliser::writesGroup13FieldByField()
{
    CardHolder holder{.person = People(3).at(1),
        .ethnicity = QStringLiteral("Kinh"),
        .religion = QStringLiteral("Không"),
        .origin = QStringLiteral("O"),
        .marks = QStringLiteral("M"),
        .father = QStringLiteral("F"),
        .mother = QStringLiteral("G"),
        .spouse = {},
        .oldNumber = {},
        .serial = QStringLiteral("0123456789ABCDEF"),
        .issued = QDate(2021, 7, 24),
        .expires = {}};
    for (const bool isMarried : {false, true}) {
        holder.spouse = isMarried ? QStringLiteral("S") : QString();
        const QByteArray file = writtenGroup13(holder);
        const auto group = TlvReader::only(file, 0x6D);
        const auto outer = group ? TlvReader::only(group->value, 0x30) : std::nullopt;
        QVERIFY(outer);
        TlvReader reader(outer->value);
        QCOMPARE(reader.next()->whole.toByteArray().toHex(), QByteArray("020101"));
        QCOMPARE(reader.next()->whole.toByteArray().toHex(), QByteArray("060628d316010008"));
        const auto set = reader.next(0x31);
        QVERIFY(set && reader.atEnd());
        QMap<int, QByteArray> fields;
        TlvReader each(set->value);
        while (const auto field = each.next(0x30)) {
            TlvReader inside(field->value);
            const int number = inside.next(0x02)->value[0];
            QByteArray rest;
            while (const auto value = inside.next()) {
                rest += value->whole.toByteArray();
            }
            fields.insert(number, rest);
        }
        QVERIFY(each.atEnd());
        QCOMPARE(fields.size(), 15); // without an old number
        QCOMPARE(fields.value(1), "\x13\x0C" + holder.person.number.toLatin1());
        QCOMPARE(fields.value(2), tlv(0x0C, holder.person.name.toUpper().toUtf8()));
        QCOMPARE(fields.value(3), "\x13\x0A" + holder.person.birth.toString(QStringLiteral("dd/MM/yyyy")).toLatin1());
        QCOMPARE(fields.value(11),
            QByteArray("\x13\x0A"
                       "24/07/2021"));
        QCOMPARE(fields.value(12), tlv(0x0C, QStringLiteral("Không thời hạn").toUtf8()));
        QCOMPARE(fields.value(13).toHex(), QByteArray("30030c014630030c0147"));
        QCOMPARE(fields.value(14).toHex(), isMarried ? QByteArray("30030c0153") : QByteArray());
        QCOMPARE(fields.value(16),
            QByteArray("\x13\x10"
                       "0123456789ABCDEF"));
    }
    // The value of the first field stands at byte 30, as public software for these cards counts on.
    const QByteArray whole = m_cards.card().files.value(0x010D);
    QCOMPARE(whole.mid(30, 12), m_cards.card().face.number.toLatin1());
    QVERIFY2(whole.size() > 350 && whole.size() < 560, qPrintable(QString::number(whole.size())));
}

void tst_ChipPersonaliser::writesACodeOfSevenFields()
{
    const QString old = m_cards.card().face.code;
    QCOMPARE(old.count(u'|'), 6);
    QVERIFY(old.endsWith(QStringLiteral("|24072021")));
    const QString newer = m_cards.card({.issued = QDate(2024, 8, 15), .of2024 = true}).face.code;
    QCOMPARE(newer.count(u'|'), 10);
    QVERIFY(newer.endsWith(QStringLiteral("|15082024||||")));
}

void tst_ChipPersonaliser::drawsAFaceOfAnySize_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {12'000, 14'500, 14'501, 15'000, 20'003, 65'000, 70'000, 150'000}) {
        QTest::newRow(qPrintable(QString::number(size))) << size;
    }
}

void tst_ChipPersonaliser::drawsAFaceOfAnySize()
{
    QFETCH(qsizetype, size);

    const QByteArray jpeg = DrawnFace::jpeg(size, 5);
    QCOMPARE(jpeg.size(), size);
    QVERIFY(jpeg.startsWith("\xFF\xD8\xFF\xE0"));
    const QImage image = QImage::fromData(jpeg, "JPEG");
    QCOMPARE(image.size(), QSize(DrawnFace::Width, DrawnFace::Height));
    QCOMPARE(DrawnFace::jpeg(size, 5), jpeg);
    QVERIFY(DrawnFace::jpeg(size, 6) != jpeg);

    const QByteArray group = writtenGroup2(jpeg, image.width(), image.height());
    QVERIFY(TlvReader::only(group, 0x75));
    QVERIFY(group.endsWith(jpeg));
}

void tst_ChipPersonaliser::makesTheSameCardAgain()
{
    const ChipCard one = m_cards.card();
    const ChipCard two = TrainingCards().card();
    for (const quint16 id : QList<quint16>{0x0101, 0x0102, 0x010D, 0x010E, 0x010F, 0x011E}) {
        QCOMPARE(two.files.value(id), one.files.value(id));
    }
    QVERIFY(two.chipKey.equals(one.chipKey));
    QCOMPARE(two.face.code, one.face.code);
    const ChipCard other = m_cards.card({.seed = 2});
    for (const quint16 id : QList<quint16>{0x0102, 0x010D, 0x010E, 0x010F, 0x011D}) {
        QVERIFY(other.files.value(id) != one.files.value(id));
    }
    QVERIFY(!other.chipKey.equals(one.chipKey));
}

void tst_ChipPersonaliser::bringsTheKeysItHolds()
{
    for (const GroupForm form : {GroupForm::Named, GroupForm::Explicit, GroupForm::Standardised}) {
        const ChipCard card = m_cards.card({.chipKeyForm = form});
        const auto infos = SecurityInfos::ofDataGroup14(card.files.value(0x010E));
        QVERIFY(infos);
        QCOMPARE(infos->others, 0);
        QCOMPARE(infos->chipAuthenticationKeys.size(), 1);
        QCOMPARE(infos->pace.size(), 1);
        QCOMPARE(infos->activeAuthentication.size(), 1);
        const auto key = KeyAgreement::ofPublicKeyInfo(infos->chipAuthenticationKeys.first().publicKeyInfo);
        QVERIFY(key);
        QCOMPARE(key->publicKey, KeyAgreement::standard(13)->publicKey(card.chipKey));
    }
    for (quint64 seed = 0; seed < 8; ++seed) { // a number whose first bit is set is positive all the same
        const ChipCard card = m_cards.card({.seed = seed, .chipKeyParameters = 2, .photoBytes = 1});
        const auto infos = SecurityInfos::ofDataGroup14(card.files.value(0x010E));
        QVERIFY(infos && infos->chipAuthenticationKeys.size() == 1);
        const QByteArray &info = infos->chipAuthenticationKeys.first().publicKeyInfo;
        const unsigned char *at = owned::raw(info);
        const std::unique_ptr<X509_PUBKEY, owned::Freed<&X509_PUBKEY_free>> written(d2i_X509_PUBKEY(nullptr, &at, info.size()));
        const unsigned char *bits = nullptr;
        int size = 0;
        QCOMPARE(X509_PUBKEY_get0_param(nullptr, &bits, &size, nullptr, written.get()), 1);
        const auto number = TlvReader::only(QByteArrayView(bits, size), 0x02);
        QVERIFY(number && static_cast<quint8>(number->value[0]) < 0x80);
        const auto key = KeyAgreement::ofPublicKeyInfo(info);
        QVERIFY(key && KeyAgreement::standard(2)->shared(card.chipKey, key->publicKey));
    }
}

QTEST_GUILESS_MAIN(tst_ChipPersonaliser)
#include "tst_ChipPersonaliser.moc"
