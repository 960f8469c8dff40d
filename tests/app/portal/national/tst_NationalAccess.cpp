// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalAccess.h"

#include "tests/support/IssuedCertificate.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace motcua;
using namespace motcua::national;

namespace {

const QString Secret = u"mật-khẩu-của-tỉnh"_qs;

} // namespace

/** Where the national system is comes from a file, and no error repeats what stands in it. */
class tst_NationalAccess : public QObject
{
    Q_OBJECT

    testsupport::IssuedCertificate m_root{testsupport::IssuedCertificate::authority("National")};

    [[nodiscard]] QJsonObject good() const
    {
        return {{u"schema"_qs, u"motcua.national-access/1"_qs}, {u"address"_qs, u"https://nation.invalid:8443/adapter"_qs},
            {u"authorities"_qs, QString::fromLatin1(m_root.pem())}, {u"signInPath"_qs, u"/auth"_qs}, {u"servicePath"_qs, u"/service"_qs},
            {u"unit"_qs, u"000.00.00.H26"_qs}, {u"username"_qs, u"tinh"_qs}, {u"password"_qs, Secret}};
    }

private Q_SLOTS:
    void isRead()
    {
        const auto access = NationalAccess::fromFile({u"access.json"_qs, QJsonDocument(good()).toJson()});
        QVERIFY(access);
        QCOMPARE(access->address, QUrl(u"https://nation.invalid:8443/adapter"_qs));
        QCOMPARE(access->servicePath, u"/service"_qs);
        QCOMPARE(access->unit, u"000.00.00.H26"_qs);
        QCOMPARE(QString::fromUtf8(access->password.view()), Secret);
        QVERIFY(access->pins);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("an address in the clear") << u"address"_qs << QJsonValue(u"http://nation.invalid"_qs);
        QTest::newRow("an address with a password") << u"address"_qs << QJsonValue(u"https://a:%1@nation.invalid"_qs.arg(Secret));
        QTest::newRow("no address") << u"address"_qs << QJsonValue(u"https://"_qs);
        QTest::newRow("authorities that are none") << u"authorities"_qs << QJsonValue(Secret);
        QTest::newRow("a path without a slash") << u"servicePath"_qs << QJsonValue(u"service"_qs);
        QTest::newRow("no password") << u"password"_qs << QJsonValue(QString());
        QTest::newRow("a number") << u"username"_qs << QJsonValue(4);
        QTest::newRow("a member nobody knows") << u"token"_qs << QJsonValue(Secret);
        QTest::newRow("another file") << u"schema"_qs << QJsonValue(u"motcua.national/1"_qs);
    }
    void refuses()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = good();
        json.insert(member, value);
        const auto access = NationalAccess::fromFile({u"access.json"_qs, QJsonDocument(json).toJson()});
        QVERIFY(!access);
        QCOMPARE(access.error().code, ErrorCode::CatalogueSchema);
        QVERIFY(access.error().detail.startsWith(u"access.json:"));
        QVERIFY(access.error().detail.contains(member));
        QVERIFY(!access.error().detail.contains(Secret));
    }

    void aStoreForPracticeTellsThisMachineAlone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isHere");
        const auto row = [](const char *address, bool isHere) { QTest::newRow(address) << QString::fromLatin1(address) << isHere; };
        row("https://localhost", true);
        row("https://LOCALHOST:8443/adapter", true);
        row("https://127.0.0.1", true);
        row("https://127.9.8.7:1", true);
        row("https://[::1]:8443", true);
        row("https://nation.invalid", false);
        row("https://localhost.nation.invalid", false);
        row("https://127.0.0.1.nation.invalid", false);
        row("https://nation.invalid/127.0.0.1", false);
        row("https://localhost@nation.invalid", false);
        row("https://128.0.0.1", false);
        row("https://10.0.0.1", false);
        row("https://0.0.0.0", false);
        row("https://[::]", false);
        row("https://[fe80::1]", false);
        row("https://[::ffff:10.0.0.1]", false);
        row("https://locaIhost", false); // a capital I
        row("https://", false);
        row("", false);
    }
    void aStoreForPracticeTellsThisMachineAlone()
    {
        QFETCH(QString, address);
        QFETCH(bool, isHere);
        QCOMPARE(NationalAccess::isOnThisMachine(QUrl(address)), isHere);
        const Result<> practice = NationalAccess::mayBeTold(QUrl(address), true);
        QCOMPARE(bool(practice), isHere);
        QVERIFY(isHere || practice.error().code == ErrorCode::OriginForeign);
        QVERIFY(NationalAccess::mayBeTold(QUrl(address), false)); // who works tells whom the access names
    }

    void isReaddressed()
    {
        const QByteArray bytes = NationalAccess::readdressed(QJsonDocument(good()).toJson(), u"https://elsewhere.invalid"_qs);
        const auto access = NationalAccess::fromFile({u"access.json"_qs, bytes});
        QVERIFY(access);
        QCOMPARE(access->address, QUrl(u"https://elsewhere.invalid"_qs));
        QCOMPARE(QString::fromUtf8(access->password.view()), Secret);
        QCOMPARE(NationalAccess::readdressed("no json", u"https://elsewhere.invalid"_qs), "no json");
    }

    void refusesWhatIsNoJson()
    {
        const auto access = NationalAccess::fromFile({u"access.json"_qs, "{\"password\": \"" + Secret.toUtf8() + "\" oops"});
        QVERIFY(!access);
        QCOMPARE(access.error().code, ErrorCode::CatalogueSyntax);
        QVERIFY(!access.error().detail.contains(Secret));
    }
};

QTEST_GUILESS_MAIN(tst_NationalAccess)
#include "tst_NationalAccess.moc"
