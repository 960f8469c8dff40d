// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/WitnessedHead.h"

#include "app/security/SigningKey.h"
#include "app/sync/PortalWitness.h"

#include <QTest>

using namespace motcua;
using namespace motcua::sync;
using security::SigningKey;

namespace {

struct Seen
{
    SigningKey owner = SigningKey::generate();
    SigningKey portal = SigningKey::generate();

    [[nodiscard]] WitnessedHead head() const
    {
        WitnessedHead seen{.head = {{Id::fromBytes(QByteArray(16, 'o')), 1'204}, QByteArray(32, 'h'), owner.publicKey(), {}},
            .witness = Id::fromBytes(QByteArray(16, 'w')), .publicKey = portal.publicKey(), .atMs = 1'795'910'400'210};
        seen.head.signature = owner.sign(journal::LogHead::signedBytes(seen.head.last, seen.head.hash));
        seen.signature = portal.sign(WitnessedHead::signedBytes(seen.head, seen.atMs));
        return seen;
    }
};

} // namespace

/** Two signatures over one place of a log: its owner's, and that of whoever saw it. */
class tst_WitnessedHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBytesAreThoseOfTheContract();
    void whatIsWrittenIsRead();
    void everyMemberIsSigned_data();
    void everyMemberIsSigned();
    void halfOfItIsNonsense();
    void aLogIsHeldAgainstIt_data();
    void aLogIsHeldAgainstIt();
};

void tst_WitnessedHead::theBytesAreThoseOfTheContract()
{
    const journal::LogHead head{{Id::fromBytes(QByteArray(16, 'o')), 0x0102}, QByteArray(32, 'h'), {}, {}};
    QCOMPARE(WitnessedHead::signedBytes(head, 0x030405).toHex(),
        QByteArray("6d6f74637561207365656e2076310000") + QByteArray(16, 'o').toHex() + "0000000000000102" + QByteArray(32, 'h').toHex() + "0000000000030405");
}

void tst_WitnessedHead::whatIsWrittenIsRead()
{
    const WitnessedHead seen = Seen().head();
    QVERIFY(seen.isSigned());
    const auto read = WitnessedHead::fromJson(seen.toJson());
    QVERIFY(read);
    QCOMPARE(*read, seen);
}

void tst_WitnessedHead::everyMemberIsSigned_data()
{
    QTest::addColumn<int>("member");
    for (int member = 0; member < 7; ++member) {
        QTest::addRow("%d", member) << member;
    }
}

void tst_WitnessedHead::everyMemberIsSigned()
{
    QFETCH(int, member);
    WitnessedHead seen = Seen().head();
    switch (member) {
    case 0: seen.head.last.seq += 1; break;
    case 1: seen.head.last.origin = seen.witness; break;
    case 2: seen.head.hash[0] = 'x'; break;
    case 3: seen.atMs += 1; break;
    case 4: seen.publicKey = seen.head.publicKey; break;
    case 5: seen.head.publicKey = seen.publicKey; break;
    case 6: seen.signature = seen.head.signature; break;
    }
    QVERIFY(!seen.isSigned());
}

void tst_WitnessedHead::halfOfItIsNonsense()
{
    const QJsonObject whole = Seen().head().toJson();
    for (const QString &part : {QStringLiteral("head"), QStringLiteral("witness")}) {
        const QStringList names = whole[part].toObject().keys();
        for (const QString &name : names) {
            QJsonObject less = whole[part].toObject();
            less.remove(name);
            QJsonObject changed = whole;
            changed[part] = less;
            const auto read = WitnessedHead::fromJson(changed);
            QVERIFY2(!read && read.error().code == ErrorCode::PeerNonsense, qPrintable(part + u'.' + name));
        }
    }
    QVERIFY(!WitnessedHead::fromJson({}));
}

void tst_WitnessedHead::aLogIsHeldAgainstIt_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<Witnessed>("outcome");
    QTest::newRow("as it was") << 0 << Witnessed::Same;
    QTest::newRow("longer since") << 1 << Witnessed::Same;
    QTest::newRow("nothing was seen") << 2 << Witnessed::Nothing;
    QTest::newRow("another entry") << 3 << Witnessed::Changed;
    QTest::newRow("set back") << 4 << Witnessed::Shorter;
    QTest::newRow("of another log") << 5 << Witnessed::Unsigned;
    QTest::newRow("by another owner") << 6 << Witnessed::Unsigned;
    QTest::newRow("by another portal") << 7 << Witnessed::Unsigned;
    QTest::newRow("forged") << 8 << Witnessed::Unsigned;
}

void tst_WitnessedHead::aLogIsHeldAgainstIt()
{
    QFETCH(int, change);
    const Seen who;
    std::optional<WitnessedHead> seen = who.head();
    WitnessedLog here{seen->head.last.origin, who.owner.publicKey(), seen->head.last.seq, seen->head.hash};
    QByteArray portalKey = who.portal.publicKey();
    switch (change) {
    case 1: here.last += 7; break;
    case 2: seen.reset(); break;
    case 3: here.hash = QByteArray(32, 'x'); break;
    case 4: here.last -= 1; here.hash.clear(); break;
    case 5: here.origin = seen->witness; break;
    case 6: here.key = SigningKey::generate().publicKey(); break;
    case 7: portalKey = SigningKey::generate().publicKey(); break;
    case 8: seen->atMs += 1; break;
    default: break;
    }
    QTEST(compared(seen, here, portalKey), "outcome");
}

QTEST_GUILESS_MAIN(tst_WitnessedHead)
#include "tst_WitnessedHead.moc"
