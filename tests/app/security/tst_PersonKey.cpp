// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/PersonKey.h"
#include "app/security/Random.h"
#include "app/security/X25519.h"

#include <QTest>

using namespace motcua;
using namespace motcua::security;

class tst_PersonKey : public QObject
{
    Q_OBJECT

    const Password m_password = Password::typed(QStringLiteral("mưa rơi trên mái nhà"));

private Q_SLOTS:
    void thePasswordAloneUnwrapsIt()
    {
        const Result<PersonKey> key = PersonKey::create(random::id(1), m_password, ScryptCost::forTests());
        QVERIFY(key);
        const Result<SecretBytes> half = key->unwrap(m_password);
        QVERIFY(half);
        QCOMPARE(x25519::publicKey(*half), key->publicKey);
        QCOMPARE(key->unwrap(Password::typed(u"mưa rơi trên mái"_qs)).error().code, ErrorCode::WrongPassword);
    }

    void anyInputMethodUnwrapsIt()
    {
        const QString typed = u"mưa rơi trên mái nhà"_qs;
        const Result<PersonKey> key
            = PersonKey::create(random::id(1), Password::typed(typed.normalized(QString::NormalizationForm_D)), ScryptCost::forTests());
        QVERIFY(key);
        QVERIFY(key->unwrap(Password::typed(typed)));
    }

    void everyFieldIsBound_data()
    {
        QTest::addColumn<int>("field");
        QTest::addRow("person") << 0;
        QTest::addRow("revision") << 1;
        QTest::addRow("public key") << 2;
        QTest::addRow("cost") << 3;
        QTest::addRow("salt") << 4;
        QTest::addRow("wrapping") << 5;
    }
    void everyFieldIsBound()
    {
        QFETCH(int, field);
        PersonKey key = *PersonKey::create(random::id(1), m_password, ScryptCost::forTests());
        const auto flip = [](QByteArray &bytes) { bytes[3] = static_cast<char>(bytes.at(3) ^ 1); };
        switch (field) {
        case 0:
            key.person = random::id(2);
            break;
        case 1:
            ++key.revision;
            break;
        case 2:
            flip(key.publicKey);
            break;
        case 3:
            key.cost.n = 32;
            break;
        case 4:
            flip(key.salt);
            break;
        default:
            flip(key.wrapped);
        }
        QCOMPARE(key.unwrap(m_password).error().code, ErrorCode::WrongPassword);
    }

    void travelsUnchanged()
    {
        const PersonKey key = *PersonKey::create(random::id(1), m_password, ScryptCost::forTests(), 7);
        const Result<PersonKey> again = PersonKey::fromBytes(key.toBytes());
        QVERIFY(again);
        QCOMPARE(*again, key);
        QCOMPARE(again->revision, 7U);
        QVERIFY(again->unwrap(m_password));
    }

    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addRow("no such kdf") << QByteArray("\"scrypt\"") << QByteArray("\"md5\"");
        QTest::addRow("a cost that would take a day") << QByteArray("\"n\":16") << QByteArray("\"n\":1099511627776");
        QTest::addRow("a negative cost") << QByteArray("\"n\":16") << QByteArray("\"n\":-16");
        QTest::addRow("revision nought") << QByteArray("\"revision\":1") << QByteArray("\"revision\":0");
        QTest::addRow("a revision that wraps round") << QByteArray("\"revision\":1") << QByteArray("\"revision\":4294967297");
        QTest::addRow("no public key") << QByteArray("publicKey") << QByteArray("privateKey");
        QTest::addRow("no salt") << QByteArray("\"salt\"") << QByteArray("\"pepper\"");
        QTest::addRow("no person") << QByteArray("\"person\"") << QByteArray("\"human\"");
        QTest::addRow("no object") << QByteArray("{") << QByteArray("[");
    }
    void refusesWhatIsNoKey()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const PersonKey key = *PersonKey::create(random::id(1), m_password, ScryptCost::forTests());
        QByteArray bytes = key.toBytes();
        QVERIFY(bytes.contains(before));
        bytes.replace(before, after);
        QCOMPARE(PersonKey::fromBytes(bytes).error().code, ErrorCode::SlotsDamaged);
    }
};

QTEST_APPLESS_MAIN(tst_PersonKey)
#include "tst_PersonKey.moc"
