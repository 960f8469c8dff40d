// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/DeskRegistry.h"

#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"

#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using namespace motcua::portal;

namespace {

Id idOf(char c)
{
    return Id::fromBytes(QByteArray(16, c));
}

/** A portal's log, written by hand. */
class Log
{
public:
    Log &invited(char invitation, char secret, qint64 untilMs = 2'000)
    {
        return add("desk.invited", invitation, {{QStringLiteral("name"), QStringLiteral("Quầy")}, {QStringLiteral("secretHash"), QString::fromLatin1(QByteArray(32, secret).toHex())},
                                                   {QStringLiteral("until"), vietnamTime(untilMs).toString(Qt::ISODateWithMs)}});
    }
    Log &enrolled(char desk, char certificate, char invitation = 0, qint64 untilMs = 9'000)
    {
        QJsonObject said{{QStringLiteral("name"), QStringLiteral("Quầy %1").arg(QLatin1Char(desk))},
            {QStringLiteral("sha256"), QString::fromLatin1(QByteArray(32, certificate).toHex())}, {QStringLiteral("until"), vietnamTime(untilMs).toString(Qt::ISODateWithMs)}};
        if (invitation != 0) {
            said.insert(QStringLiteral("invitation"), idOf(invitation).toString());
        }
        return add("desk.enrolled", desk, said);
    }
    Log &revoked(char subject) { return add("desk.revoked", subject, {{QStringLiteral("reason"), QStringLiteral("mất máy")}}); }
    Log &purged()
    {
        m_entries.last().payload.reset();
        return *this;
    }

    [[nodiscard]] DeskRegistry registry() const { return DeskRegistry::of(m_entries); }

private:
    Log &add(const char *kind, char subject, const QJsonObject &said)
    {
        journal::Entry entry;
        entry.header.kind = kind;
        entry.header.subject = idOf(subject);
        entry.header.receiptMs = 1'000 + m_entries.size();
        entry.payload = journal::Payload{QByteArray(16, 's'), QJsonDocument(said).toJson()};
        m_entries.append(entry);
        return *this;
    }

    QList<journal::Entry> m_entries;
};

} // namespace

/** Which desks there are is what the portal wrote, read in its order. */
class tst_DeskRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeskComesWithAnInvitation();
    void aRevocationTakesEveryCertificateAndTheInvitation();
    void aNewInvitationLetsItInAgain();
    void whatIsWrittenInTheMomentOfARevocationCountsNot_data();
    void whatIsWrittenInTheMomentOfARevocationCountsNot();
    void anInvitationIsKnownByItsHash();
    void whatIsPurgedIsNotThere();
    void sameIsSame();
};

void tst_DeskRegistry::aDeskComesWithAnInvitation()
{
    const DeskRegistry registry = Log().invited('i', 's').enrolled('d', 'c', 'i').enrolled('d', 'e', 0, 20'000).registry();
    const auto desk = registry.desk(idOf('d'));
    QVERIFY(desk);
    QCOMPARE(desk->origin, idOf('d'));
    QCOMPARE(desk->name, QStringLiteral("Quầy d"));
    QCOMPARE(desk->enrolledMs, 1'001);
    QCOMPARE(desk->untilMs, 20'000);
    QCOMPARE(desk->certificates, QSet<QByteArray>({QByteArray(32, 'c'), QByteArray(32, 'e')}));
    QVERIFY(!desk->isRevoked);
    QCOMPARE(registry.invitations().value(idOf('i')).desk, idOf('d'));
    QVERIFY(!registry.desk(idOf('x')));
}

void tst_DeskRegistry::aRevocationTakesEveryCertificateAndTheInvitation()
{
    const DeskRegistry registry = Log().invited('i', 's').invited('j', 't').enrolled('d', 'c', 'i').revoked('d').revoked('j').registry();
    const auto desk = registry.desk(idOf('d'));
    QVERIFY(desk && desk->isRevoked);
    QCOMPARE(desk->reason, QStringLiteral("mất máy"));
    QVERIFY(desk->certificates.isEmpty());
    QVERIFY(registry.invitations().value(idOf('i')).isRevoked);
    QVERIFY(registry.invitations().value(idOf('j')).isRevoked);
}

void tst_DeskRegistry::aNewInvitationLetsItInAgain()
{
    const DeskRegistry registry = Log().invited('i', 's').enrolled('d', 'c', 'i').revoked('d').invited('j', 't').enrolled('d', 'e', 'j').registry();
    const auto desk = registry.desk(idOf('d'));
    QVERIFY(desk && !desk->isRevoked);
    QCOMPARE(desk->reason, QString());
    QCOMPARE(desk->certificates, QSet<QByteArray>({QByteArray(32, 'e')})); // and none of those before
}

void tst_DeskRegistry::whatIsWrittenInTheMomentOfARevocationCountsNot_data()
{
    QTest::addColumn<char>("invitation");
    QTest::newRow("a renewal") << '\0';
    QTest::newRow("with the invitation it came with") << 'i';
    QTest::newRow("with one nobody gave") << 'x';
}

void tst_DeskRegistry::whatIsWrittenInTheMomentOfARevocationCountsNot()
{
    QFETCH(char, invitation);
    const DeskRegistry registry = Log().invited('i', 's').enrolled('d', 'c', 'i').revoked('d').enrolled('d', 'e', invitation).registry();
    const auto desk = registry.desk(idOf('d'));
    QVERIFY(desk && desk->isRevoked && desk->certificates.isEmpty());
}

void tst_DeskRegistry::anInvitationIsKnownByItsHash()
{
    const DeskRegistry registry = Log().invited('i', 's').invited('j', 't').registry();
    QCOMPARE(registry.invitation(QByteArray(32, 't'))->id, idOf('j'));
    QCOMPARE(registry.invitation(QByteArray(32, 't'))->untilMs, 2'000);
    QVERIFY(!registry.invitation(QByteArray(32, 'u')));
    QVERIFY(!registry.invitation({}));
}

void tst_DeskRegistry::whatIsPurgedIsNotThere()
{
    const DeskRegistry registry = Log().invited('i', 's').purged().registry();
    QVERIFY(registry.invitations().isEmpty());
}

void tst_DeskRegistry::sameIsSame()
{
    QVERIFY(isSame("abc", "abc"));
    QVERIFY(!isSame("abc", "abd"));
    QVERIFY(!isSame("abc", "ab"));
    QVERIFY(!isSame("", ""));
    QVERIFY(!isSame(QByteArray(2, '\x80'), QByteArray(2, '\0')));
}

QTEST_GUILESS_MAIN(tst_DeskRegistry)
#include "tst_DeskRegistry.moc"
