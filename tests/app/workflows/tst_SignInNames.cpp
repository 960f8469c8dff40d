// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SignInNames.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

class tst_SignInNames : public QObject
{
    Q_OBJECT

private:
    const Id m_duc = Id::fromBytes(QByteArray(16, 'd'));
    const Id m_other = Id::fromBytes(QByteArray(16, 'o'));

private Q_SLOTS:
    void findsAPersonHoweverTheNameIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        QTest::addRow("as admitted") << u"Trần Minh Đức"_qs << true;
        QTest::addRow("without marks") << u"tran minh duc"_qs << true;
        QTest::addRow("capitals and spaces") << u"  TRẦN  MINH ĐỨC "_qs << true;
        QTest::addRow("decomposed") << u"Trần Minh Đức"_qs.normalized(QString::NormalizationForm_D) << true;
        QTest::addRow("part of the name") << u"minh duc"_qs << false;
        QTest::addRow("nothing") << u""_qs << false;
    }
    void findsAPersonHoweverTheNameIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(bool, found);
        const QTemporaryDir dir;
        const SignInNames names(dir.filePath(u"centre.db"_qs));
        QCOMPARE(*names.add(m_duc, u"Trần Minh Đức"_qs), u"tran minh duc"_qs);
        const Result<Id> person = names.find(typed);
        QCOMPARE(static_cast<bool>(person), found);
        if (found) {
            QCOMPARE(*person, m_duc);
        } else {
            QCOMPARE(person.error().code, ErrorCode::PersonUnknown);
        }
    }

    void tellsTwoPeopleOfOneNameApart()
    {
        const QTemporaryDir dir;
        const SignInNames names(dir.filePath(u"centre.db"_qs));
        QCOMPARE(*names.add(m_duc, u"Trần Minh Đức"_qs), u"tran minh duc"_qs);
        QCOMPARE(*names.add(m_other, u"Trần Minh Dức"_qs), u"tran minh duc 2"_qs);
        QCOMPARE(*names.find(u"Tran Minh Duc"_qs), m_duc);
        QCOMPARE(*names.find(u"Tran Minh Duc 2"_qs), m_other);
        QVERIFY(names.remove(m_duc));
        QCOMPARE(names.find(u"Tran Minh Duc"_qs).error().code, ErrorCode::PersonUnknown);
        QCOMPARE(*names.find(u"Tran Minh Duc 2"_qs), m_other);
    }

    void aNewNameTakesThePlaceOfTheOldOne()
    {
        const QTemporaryDir dir;
        const SignInNames names(dir.filePath(u"centre.db"_qs));
        QVERIFY(names.add(m_duc, u"Trần Minh Đức"_qs));
        QCOMPARE(*names.add(m_duc, u"Trần Minh Đạo"_qs), u"tran minh dao"_qs);
        QCOMPARE(names.find(u"Tran Minh Duc"_qs).error().code, ErrorCode::PersonUnknown);
        QCOMPARE(*names.find(u"Tran Minh Dao"_qs), m_duc);
        QVERIFY(*names.knows(m_duc));
        QVERIFY(!*names.knows(m_other));
        // The same name again is not somebody else's.
        QCOMPARE(*names.add(m_duc, u"Trần Minh Đạo"_qs), u"tran minh dao"_qs);
    }

    /** Marks of a program that left ƀ and a letter apostrophe as they are. */
    void aNameMarkedBeforeTheKeyChangedIsStillFound()
    {
        const QTemporaryDir dir;
        const QByteArray salt(32, 's');
        const auto mark = [&salt](const QString &key) {
            return QString::fromLatin1(QMessageAuthenticationCode::hash(key.toUtf8(), salt, QCryptographicHash::Sha256).toBase64());
        };
        QFile file(dir.filePath(u"centre.db.names"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(QJsonObject{{u"salt"_qs, QString::fromLatin1(salt.toBase64())},
            {u"people"_qs, QJsonArray{QJsonObject{{u"id"_qs, m_duc.toString()}, {u"mark"_qs, mark(u"h ƀuon k\u02BClan"_qs)}}}}}).toJson());
        file.close();
        const SignInNames names(dir.filePath(u"centre.db"_qs));
        QCOMPARE(*names.find(u"H’Ƀuôn K\u02BCLan"_qs), m_duc);
        QCOMPARE(*names.find(u"h' ƀuon k\u02BClan"_qs), m_duc);
        // Another of that name who is admitted now is found by the key of now, and takes nothing from the first.
        QCOMPARE(*names.add(m_other, u"H’Ƀuôn K’Lan"_qs), u"h buon k lan"_qs);
        QCOMPARE(*names.find(u"H’Ƀuôn K\u02BCLan"_qs), m_duc);
        QCOMPARE(*names.find(u"H'Ƀuôn K'Lan"_qs), m_other);
    }

    void theFileTellsNoNames()
    {
        const QTemporaryDir dir;
        const SignInNames names(dir.filePath(u"centre.db"_qs));
        QVERIFY(names.add(m_duc, u"Trần Minh Đức"_qs));
        QFile file(dir.filePath(u"centre.db.names"_qs));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll().toLower();
        QVERIFY(!bytes.isEmpty());
        for (const QByteArray &word : {QByteArray("minh"), QByteArray("duc"), QByteArray("tran"), QByteArray("đức")}) {
            QVERIFY2(!bytes.contains(word), word.constData());
        }
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aDamagedFileIsSaidNotGuessed()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"centre.db.names"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"salt\":\"AAAA\"}");
        file.close();
        QCOMPARE(SignInNames(dir.filePath(u"centre.db"_qs)).find(u"x"_qs).error().code, ErrorCode::SlotsDamaged);
    }
};

QTEST_GUILESS_MAIN(tst_SignInNames)
#include "tst_SignInNames.moc"
