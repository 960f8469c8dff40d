// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Language.h"
#include "ui/visit/CopyWords.h"

#include <QJsonArray>
#include <QTest>

using namespace motcua;

namespace {

DossierLine paperLine(const QJsonObject &details)
{
    return {.what = {{u"paper"_qs, u"birth"_qs}, {u"attachment"_qs, u"a1.x"_qs}, {u"details"_qs, details}}};
}

} // namespace

/** What is said of copies before they are made and after. */
class tst_CopyWords : public QObject
{
    Q_OBJECT

    const Language m_english{Language::Code::English};

private Q_SLOTS:
    void whoWillSign_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("part");
        using State = SigningStanding::State;
        QTest::newRow("not known yet") << int(State::NotKnown) << QString();
        QTest::newRow("nobody") << int(State::Nobody) << u"nobody is set up to sign"_qs;
        QTest::newRow("ready") << int(State::Ready) << u"UBND phường Hòa An signs the copies when you accept"_qs;
        QTest::newRow("PIN") << int(State::PinMissing) << u"the PIN of the token is asked once"_qs;
        QTest::newRow("left out") << int(State::LeftOut) << u"nobody signs this time"_qs;
    }
    void whoWillSign()
    {
        QFETCH(int, state);
        QFETCH(QString, part);
        const QString line = signingLine({static_cast<SigningStanding::State>(state), u"UBND phường Hòa An"_qs});
        QCOMPARE(line.isEmpty(), part.isEmpty());
        QVERIFY2(line.contains(part), qPrintable(line));
    }

    void whatBecameOfThem()
    {
        Dossier dossier;
        dossier.acceptance = {{u"papers"_qs, QJsonArray{QJsonObject{{u"id"_qs, u"birth"_qs}, {u"name"_qs, u"Giấy chứng sinh"_qs}, {u"state"_qs, u"met"_qs}, {u"kind"_qs, u"original"_qs}}}}};
        dossier.papers = {paperLine({{u"source"_qs, u"file"_qs}}), paperLine({{u"source"_qs, u"scan"_qs}, {u"pages"_qs, 2}}),
            paperLine({{u"source"_qs, u"scan"_qs}, {u"pages"_qs, 1}, {u"signed"_qs, QJsonObject{{u"by"_qs, u"UBND phường Hòa An"_qs}, {u"at"_qs, u"2026-11-23T14:58:07+07:00"_qs}}}})};
        const QStringList lines = copyLines(dossier);
        QCOMPARE(lines.size(), 2); // a file that was brought is none of ours
        QVERIFY2(lines.at(0).startsWith(u'–') && lines.at(0).contains(u"electronic copy, 2 pages") && lines.at(0).endsWith(u"not signed"), qPrintable(lines.at(0)));
        QVERIFY2(lines.at(1).startsWith(u'✔') && lines.at(1).endsWith(u"signed by UBND phường Hòa An at 14:58:07"), qPrintable(lines.at(1)));
    }
};

QTEST_GUILESS_MAIN(tst_CopyWords)
#include "tst_CopyWords.moc"
