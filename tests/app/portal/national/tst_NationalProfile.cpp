// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/portal/national/ShippedProfile.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace motcua;
using namespace motcua::national;

namespace {

QStringList namesIn(const QList<NationalField> &fields)
{
    QStringList names;
    for (const NationalField &field : fields) {
        names.append(field.name);
        names += namesIn(field.fields);
    }
    return names;
}

} // namespace

/** The profile is read strictly, and the program knows nothing that stands in it. */
class tst_NationalProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isShippedWhole()
    {
        const NationalProfile profile = shippedProfile();
        QCOMPARE(profile.dossier.service, u"DongBoHoSoMC"_qs);
        QCOMPARE(profile.progress.service, u"CapNhatTienDoHoSoMC"_qs);
        QCOMPARE(profile.dossier.fields.size(), 31);
        QCOMPARE(profile.progress.fields.size(), 9);
        QCOMPARE(profile.statuses.size(), 10);
        QCOMPARE(profile.statuses.value(DossierStatus::HandedOver), u"10"_qs);
        QCOMPARE(profile.accepted, (QStringList{u"00"_qs, u"0"_qs}));
        QCOMPARE(profile.progressField(Place::StepAt), u"ThoiDiemXuLy"_qs);
        QCOMPARE(profile.progressField(Place::StepStatus), u"TrangThai"_qs);
        QVERIFY(profile.progressField(Place::FeeAmount).isEmpty());
    }

    void saysOfEachFieldHowCertainItIs()
    {
        const NationalProfile profile = shippedProfile();
        int verified = 0;
        const QList<NationalField> all = profile.dossier.fields + profile.progress.fields;
        for (const NationalField &field : all) {
            QVERIFY2(!field.mark.isEmpty(), qPrintable(field.name));
            verified += field.isVerified ? 1 : 0;
        }
        // None of it was tried against the real portal: most rows rest on one reading of somebody else's program.
        QVERIFY(verified > 5 && verified < 25);
    }

    // Whoever renames a field or a service changes the file alone.
    void noNationalNameStandsInTheProgram()
    {
        const NationalProfile profile = shippedProfile();
        QStringList names = namesIn(profile.dossier.fields) + namesIn(profile.progress.fields);
        names += {profile.dossier.service, profile.progress.service, profile.lookUpService, profile.updatingMember, profile.unitMember,
            profile.lookUpCode, profile.codeMember, profile.textMember};
        const QDir folder(QStringLiteral(MOTCUA_TEST_DATA "/../../app/portal/national"));
        const QStringList files = folder.entryList({u"*.h"_qs, u"*.cpp"_qs}, QDir::Files);
        QVERIFY(files.size() >= 4);
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (const QString &word : std::as_const(names)) {
                QVERIFY2(word == u"Email" || word == u"Fax" || word == u"Gia" || !text.contains(word), qPrintable(name + u": "_qs + word));
            }
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *from, const char *to, const char *said) {
            QTest::addRow("%s", name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(said);
        };
        row("what is no JSON", "\"statuses\": [", "\"statuses\": [,", "profile.json:");
        row("another kind of file", "motcua.national/1", "motcua.national/2", "\"schema\" must be");
        row("a place nobody knows", "\"source\": \"dossier.code\"", "\"source\": \"dossier.colour\"", "must be one of");
        row("a step in a record", "\"source\": \"dossier.receivedAt\"", "\"source\": \"step.at\"", "no such thing to tell here");
        row("a paper among the fees", "\"source\": \"fee.text\"", "\"source\": \"paper.name\"", "no such thing to tell here");
        row("a moment in a text", "\"source\": \"procedure.code\"", "\"source\": \"dossier.dueAt\"", "not of the type");
        row("a text in a date", "\"source\": \"dossier.receivedAt\"", "\"source\": \"dossier.code\"", "not of the type");
        row("a role without its name", "\"role\": \"applicant.phone\"", "\"constant\": \"applicant.phone\"", "role");
        row("a field twice", "\"name\": \"Fax\"", "\"name\": \"Email\"", "stands here twice");
        row("a required field that is never told",
            "\"type\": \"date\", \"required\": true, \"from\": [{\"source\": \"dossier.receivedAt\"}]",
            "\"type\": \"date\", \"required\": true", "nothing is told in it");
        row("a cut without a length", "\"maxLength\": 2000, \"cut\": true", "\"cut\": true", "at which length");
        row("a list without records", "\"list\": \"papers\",", "", "list");
        row("a list within a list that would be told", "\"name\": \"DanhSachGiayToBoSung\", \"type\": \"list\", \"list\": \"none\"",
            "\"name\": \"DanhSachGiayToBoSung\", \"type\": \"list\", \"list\": \"papers\"", "stays empty");
        row("a certainty that is not the mark's", "\"mark\": \"VERIFIED: S1, S3\", \"verified\": true",
            "\"mark\": \"VERIFIED: S1, S3\", \"verified\": false", "not what \"mark\" says");
        row("a certainty nobody tells", "\"mark\": \"VERIFIED: S1, S3\", \"verified\": true", "\"mark\": \"VERIFIED: S1, S3\"", "verified");
        row("a status twice", "\"ours\": 2,", "\"ours\": 1,", "stands here twice");
        row("a status too few",
            "{\"ours\": 1, \"national\": \"1\", \"name\": \"Mới đăng ký\", \"mark\": \"VERIFIED: S1\", \"verified\": true},", "",
            "all ten");
        row("a code of two meanings", "\"later\": []", "\"later\": [\"00\"]", "means two things");
        row("an answer that is never good", "\"accepted\": [\"00\", \"0\"]", "\"accepted\": []", "no answer would be a good one");
        row("a member nobody knows", "\"missing\": \"empty\"", "\"missing\": \"empty\", \"missed\": 1", "missed");
        row("a way of missing nobody knows", "\"missing\": \"empty\"", "\"missing\": \"null\"", "must be one of");
        row("a length of nothing", "\"maxLength\": 50", "\"maxLength\": 0", "maxLength");
    }
    void refuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, said);
        QByteArray bytes = shippedProfileBytes();
        const qsizetype at = bytes.indexOf(from);
        QVERIFY2(at >= 0, from.constData());
        bytes.replace(at, from.size(), to);
        const auto profile = NationalProfile::fromFile({u"profile.json"_qs, bytes});
        QVERIFY(!profile);
        QStringList details;
        for (const Error &error : profile.error()) {
            QVERIFY(error.code == ErrorCode::CatalogueSchema || error.code == ErrorCode::CatalogueSyntax);
            QVERIFY2(QRegularExpression(u"^profile\\.json:[0-9]+:[0-9]+: "_qs).match(error.detail).hasMatch(), qPrintable(error.detail));
            details.append(error.detail);
        }
        QVERIFY2(details.join(u'\n').contains(said), qPrintable(details.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(tst_NationalProfile)
#include "tst_NationalProfile.moc"
