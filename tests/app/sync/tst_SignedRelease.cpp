// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/SignedRelease.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::sync;
using security::SigningKey;

/** A release as one file: what was changed in it, or signed by somebody else, is none; and openssl alone reads it as we do. */
class tst_SignedRelease : public QObject
{
    Q_OBJECT

private:
    static QByteArray package() { return QByteArray(700'000, 'p') + "end"; }
    static ReleaseHead head()
    {
        return {.version = QStringLiteral("0.9.2"), .follows = QStringLiteral("0.0"), .schema = 14, .schemaFrom = 1, .bytes = package().size(),
            .sha256 = QCryptographicHash::hash(package(), QCryptographicHash::Sha256), .madeMs = 1'795'000'000'000, .notes = {QStringLiteral("Mới")}};
    }
    static bool wrote(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    SigningKey m_key = SigningKey::generate();

private Q_SLOTS:
    void isReadAsItWasMade()
    {
        const SignedRelease made = SignedRelease::of(head(), m_key);
        QVERIFY(made.isSignedBy(m_key.publicKey()));
        QVERIFY(!made.isSignedBy(SigningKey::generate().publicKey()));
        QVERIFY(!made.isSignedBy({}));
        QByteArray bytes = made.begin() + package();
        QBuffer file(&bytes);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<SignedRelease> read = SignedRelease::readFrom(file);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, made);
        QCOMPARE(file.pos(), made.begin().size());
        QVERIFY(read->covers(file));
    }

    void aPackageThatIsAnotherOneIsNotCovered_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("cut") << package().chopped(1);
        QTest::newRow("longer") << package() + 'x';
        QByteArray changed = package();
        changed[350'000] = 'q';
        QTest::newRow("one byte") << changed;
    }

    void aPackageThatIsAnotherOneIsNotCovered()
    {
        QFETCH(QByteArray, other);
        QBuffer file(&other);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<> covered = SignedRelease::of(head(), m_key).covers(file);
        QVERIFY(!covered);
        QCOMPARE(covered.error().code, ErrorCode::SignatureWrong);
    }

    void whatWasChangedIsNotSigned()
    {
        const SignedRelease made = SignedRelease::of(head(), m_key);
        // Every byte of what is signed counts: it is no release any more, or not a signed one.
        const QByteArray begin = made.begin();
        for (qsizetype i = 0; i < begin.size(); ++i) {
            QByteArray other = begin;
            other[i] = static_cast<char>(other.at(i) ^ 1);
            const Result<SignedRelease> read = SignedRelease::fromBegin(other);
            QVERIFY2(!read || !read->isSignedBy(m_key.publicKey()), qPrintable(QString::number(i)));
        }
        for (qsizetype size = 0; size < begin.size(); ++size) {
            QVERIFY(!SignedRelease::fromBegin(begin.first(size)));
        }
        QVERIFY(!SignedRelease::fromBegin(begin + '\n'));
        QByteArray endless(1024 * 1024, 'x');
        QBuffer file(&endless);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!SignedRelease::readFrom(file));
        QVERIFY(file.pos() <= SignedRelease::MostBegin + 1);
    }

    void keysAreFiles()
    {
        const security::SecretBytes file = SignedRelease::secretFile(m_key);
        const Result<SigningKey> again = SignedRelease::secretOf(file.view().toByteArray());
        QVERIFY(again);
        QCOMPARE(again->publicKey(), m_key.publicKey());
        QCOMPARE(*SignedRelease::publicOf(SignedRelease::publicFile(m_key.publicKey())), m_key.publicKey());
        for (const QByteArray &bad : {QByteArray(), QByteArray("motcua-release-secret-1 00\n"), SignedRelease::publicFile(QByteArray(31, 'x')), file.view().toByteArray().chopped(9)}) {
            QVERIFY(!SignedRelease::publicOf(bad));
            QVERIFY(!SignedRelease::secretOf(bad));
        }
        // Nobody takes one for the other.
        QVERIFY(!SignedRelease::secretOf(SignedRelease::publicFile(m_key.publicKey())));
        QVERIFY(!SignedRelease::publicOf(file.view().toByteArray()));
    }

    void opensslReadsItAsTheRootServiceDoes()
    {
        const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
        if (openssl.isEmpty()) {
            QSKIP("There is no openssl here.");
        }
        const QTemporaryDir folder;
        const SignedRelease made = SignedRelease::of(head(), m_key);
        QVERIFY(wrote(folder.filePath(QStringLiteral("key")), SignedRelease::publicFile(m_key.publicKey())));
        QVERIFY(wrote(folder.filePath(QStringLiteral("signed")), made.head.text()));
        QVERIFY(wrote(folder.filePath(QStringLiteral("sig")), made.signature));
        const QStringList verify{QStringLiteral("pkeyutl"), QStringLiteral("-verify"), QStringLiteral("-pubin"), QStringLiteral("-inkey"), folder.filePath(QStringLiteral("key")), QStringLiteral("-rawin"), QStringLiteral("-in"),
            folder.filePath(QStringLiteral("signed")), QStringLiteral("-sigfile"), folder.filePath(QStringLiteral("sig"))};
        QCOMPARE(QProcess::execute(openssl, verify), 0);
        QVERIFY(wrote(folder.filePath(QStringLiteral("signed")), made.head.text() + ' '));
        QVERIFY(QProcess::execute(openssl, verify) != 0);
        // A key that openssl made is read here.
        QProcess make;
        make.start(openssl, {QStringLiteral("genpkey"), QStringLiteral("-algorithm"), QStringLiteral("ed25519"), QStringLiteral("-outpubkey"), folder.filePath(QStringLiteral("theirs"))});
        QVERIFY(make.waitForFinished());
        if (QFile theirs(folder.filePath(QStringLiteral("theirs"))); theirs.open(QIODevice::ReadOnly)) { // since OpenSSL 3.4
            QVERIFY(SignedRelease::publicOf(theirs.readAll()));
        }
    }
};

QTEST_GUILESS_MAIN(tst_SignedRelease)
#include "tst_SignedRelease.moc"
