// SPDX-License-Identifier: GPL-3.0-or-later
#include "SlipSamples.h"

#include <QTest>
#include <QTimeZone>

using namespace motcua;

class tst_SlipWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto form = SlipTemplate::load(samples::receiptPath());
        QVERIFY(form);
        m_wording = form->wording();
    }

    void writesMomentsAsTheFormDoes_data()
    {
        QTest::addColumn<QDateTime>("moment");
        QTest::addColumn<QString>("written");
        QTest::addRow("two digits for hours and minutes") << vietnamTime({2026, 11, 23}, {8, 5}) << u"08 giờ 05 phút, ngày 23 tháng 11 năm 2026"_qs;
        // NĐ 30/2020 Phụ lục I: a zero before days under 10 and before months 1 and 2 only.
        QTest::addRow("a zero before February") << vietnamTime({2027, 2, 3}, {16, 0}) << u"16 giờ 00 phút, ngày 03 tháng 02 năm 2027"_qs;
        QTest::addRow("no zero before March") << vietnamTime({2027, 3, 9}, {16, 0}) << u"16 giờ 00 phút, ngày 09 tháng 3 năm 2027"_qs;
        QTest::addRow("the wall clock of Vietnam whatever the zone") << QDateTime({2026, 12, 31}, {17, 30}, Qt::UTC) << u"00 giờ 30 phút, ngày 01 tháng 01 năm 2027"_qs;
        QTest::addRow("no time") << QDateTime() << QString();
    }
    void writesMomentsAsTheFormDoes()
    {
        QFETCH(QDateTime, moment);
        QFETCH(QString, written);
        QCOMPARE(m_wording.written(moment, m_wording.moment), written);
    }

    void fillsEachPlaceholderFromItsOwnValue()
    {
        SlipValues values;
        values.governingBody = u"v1"_qs;
        values.unitName = u"v2"_qs;
        values.place = u"v3"_qs;
        values.code = u"v4"_qs;
        values.procedureCode = u"v5"_qs;
        values.applicantName = u"v6"_qs;
        values.applicantAddress = u"v7"_qs;
        values.applicantPhone = u"v8"_qs;
        values.applicantEmail = u"v9"_qs;
        values.request = u"v10"_qs;
        values.papers = {u"v11"_qs, u"v12"_qs};
        values.sets = 3;
        values.limit = u"v13"_qs;
        values.receivedAt = vietnamTime({2026, 11, 23}, {8, 15});
        values.dueAt = vietnamTime({2026, 11, 25}, {8, 15});
        values.resultPlace = u"v14"_qs;
        values.bookVolume = u"v15"_qs;
        values.bookNumber = u"v16"_qs;
        values.certifiedPaper = u"v28"_qs;
        values.certifiedPages = 4;
        values.certifiedCopies = 12;
        values.signerName = u"v29"_qs;
        values.signerTitle = u"v30"_qs;
        values.officerName = u"v17"_qs;
        values.submitterName = u"v18"_qs;
        values.result = u"v23"_qs;
        values.receiverName = u"v24"_qs;
        values.receiverIdentity = u"v25"_qs;
        values.receiverAuthority = u"v26"_qs;
        values.number = u"v19"_qs;
        values.portalNumber = u"v27"_qs;
        values.reason = u"v20"_qs;
        values.returned = {u"v21"_qs, u"v22"_qs};
        values.answerBy = vietnamTime({2026, 12, 1}, {17, 0});
        values.dueBefore = vietnamTime({2026, 11, 24}, {8, 15});
        values.decidedAt = vietnamTime({2026, 11, 26}, {9, 5});
        QStringList filled;
        for (const QString &name : SlipWording::placeholders()) {
            filled.append(name + u'=' + m_wording.filled(u'{' + name + u'}', values));
        }
        const QStringList expected = {u"answerBy=17 giờ 00 phút, ngày 01 tháng 12 năm 2026"_qs, u"answerBy.day=ngày 01 tháng 12 năm 2026"_qs, u"applicant.address=v7"_qs, u"applicant.email=v9"_qs, u"applicant.name=v6"_qs, u"applicant.phone=v8"_qs,
            u"book.number=v16"_qs, u"book.volume=v15"_qs, u"certified.copies=12"_qs, u"certified.pages=04"_qs, u"certified.paper=v28"_qs, u"code=v4"_qs,
            u"decidedAt=09 giờ 05 phút, ngày 26 tháng 11 năm 2026"_qs, u"decidedAt.day=ngày 26 tháng 11 năm 2026"_qs, u"dueAt=08 giờ 15 phút, ngày 25 tháng 11 năm 2026"_qs,
            u"dueAt.day=ngày 25 tháng 11 năm 2026"_qs, u"dueBefore=08 giờ 15 phút, ngày 24 tháng 11 năm 2026"_qs,
            u"dueBefore.day=ngày 24 tháng 11 năm 2026"_qs, u"limit=v13"_qs, u"number=v19"_qs, u"officer.name=v17"_qs, u"papers=v11; v12"_qs,
            u"portal=đã nhận, số v27"_qs, u"procedure.code=v5"_qs, u"reason=v20"_qs,
            u"receivedAt=08 giờ 15 phút, ngày 23 tháng 11 năm 2026"_qs, u"receivedAt.day=ngày 23 tháng 11 năm 2026"_qs,
            u"receiver.authority=v26"_qs, u"receiver.identity=v25"_qs, u"receiver.name=v24"_qs, u"request=v10"_qs, u"result=v23"_qs,
            u"resultPlace=v14"_qs, u"returned=v21; v22"_qs, u"sets=03"_qs, u"signer.name=v29"_qs, u"signer.title=v30"_qs, u"submitter.name=v18"_qs, u"unit.governingBody=v1"_qs, u"unit.name=v2"_qs, u"unit.place=v3"_qs};
        QCOMPARE(filled, expected);
    }

    void writesWhatWasTypedAndNothingElse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        QTest::addRow("braces stay braces") << u"Lê {code} Văn"_qs << u"Lê {code} Văn"_qs;
        QTest::addRow("markup stays text") << u"<b>An</b> & Co"_qs << u"<b>An</b> & Co"_qs;
        QTest::addRow("decomposed letters are composed") << u"Nguye\u0302\u0303n"_qs << u"Nguyễn"_qs;
        QTest::addRow("lines and tabs become spaces") << u"Số 1\n\tphố 2"_qs << u"Số 1 phố 2"_qs;
        QTest::addRow("direction marks go") << u"An\u202Egnaoh"_qs << u"Angnaoh"_qs;
        QTest::addRow("zero width spaces go") << u"An\u200B Hòa"_qs << u"An Hòa"_qs;
        QTest::addRow("a letter without composed form stays") << u"Y Blơ\u0306"_qs << u"Y Blơ\u0306"_qs;
    }
    void writesWhatWasTypedAndNothingElse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, written);
        SlipValues values;
        values.applicantName = typed;
        values.code = u"WRONG"_qs;
        QCOMPARE(m_wording.filled(u"{applicant.name}"_qs, values), written);
    }

    void keepsTheParagraphsOfAReason_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("written");
        QTest::addRow("one line") << u"Thiếu giấy"_qs << QStringList{u"Vì: Thiếu giấy"_qs};
        QTest::addRow("several, whatever ends them") << u"Một\r\nHai\rBa\u2028Bốn"_qs << QStringList{u"Vì: Một"_qs, u"Hai"_qs, u"Ba"_qs, u"Bốn"_qs};
        QTest::addRow("empty ones are left out") << u"\nMột\n\n \t\nHai\n"_qs << QStringList{u"Vì: Một"_qs, u"Hai"_qs};
        QTest::addRow("direction marks go") << u"Một\u202E\nHai {code}"_qs << QStringList{u"Vì: Một"_qs, u"Hai {code}"_qs};
    }
    void keepsTheParagraphsOfAReason()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, written);
        SlipValues values;
        values.reason = typed;
        values.code = u"WRONG"_qs;
        QCOMPARE(m_wording.paragraphs(u"Vì: {reason}"_qs, values), written);
    }

    void hasWordsForAStepWithoutReason()
    {
        SlipWording wording = m_wording;
        wording.reasons = {{u"withdraw_granted"_qs, u"Theo đề nghị"_qs}};
        SlipValues values;
        values.event = u"withdraw_granted"_qs;
        QCOMPARE(wording.filled(u"{reason}"_qs, values), u"Theo đề nghị"_qs);
        values.reason = u"Lý do đã ghi"_qs;
        QCOMPARE(wording.filled(u"{reason}"_qs, values), u"Lý do đã ghi"_qs);
    }

    void whatCameByPostSaysSo_data()
    {
        QTest::addColumn<bool>("ordinary");
        QTest::addColumn<bool>("byPost");
        QTest::addColumn<QString>("written");
        QTest::newRow("answered by post") << false << true << u"Qua bưu chính. Số RN123456785VN đến 20/11/2026, 3 tờ"_qs;
        QTest::newRow("fetched") << false << false << u"Quầy 03. Số RN123456785VN đến 20/11/2026, 3 tờ"_qs;
        QTest::newRow("an ordinary letter") << true << true << u"Qua bưu chính. Thư đến 20/11/2026"_qs;
    }
    void whatCameByPostSaysSo()
    {
        QFETCH(bool, ordinary);
        QFETCH(bool, byPost);
        QFETCH(QString, written);
        SlipWording wording = m_wording;
        wording.postCame = u"Số {number} đến {day}/{month}/{year}, {sheets} tờ"_qs;
        wording.postLetter = u"Thư đến {day}/{month}/{year}"_qs;
        wording.postResult = u"Qua bưu chính"_qs;
        wording.postSigned = u"(nộp qua bưu chính)"_qs;
        SlipValues values;
        values.resultPlace = u"Quầy 03"_qs;
        values.submitterName = u"Nguyễn Văn Thử"_qs;
        QCOMPARE(wording.filled(u"{resultPlace}|{submitter.name}"_qs, values), u"Quầy 03|Nguyễn Văn Thử"_qs);
        values.post = Envelope{ordinary ? QString() : u"RN123456785VN"_qs, ordinary, QDate(2026, 11, 20), 3,
            byPost ? Envelope::Answer::ByPost : Envelope::Answer::AtCounter};
        QCOMPARE(wording.filled(u"{resultPlace}"_qs, values), written);
        QCOMPARE(wording.filled(u"{submitter.name}"_qs, values), u"(nộp qua bưu chính)"_qs); // nobody is here to sign
        wording.postSigned.clear(); // a sheet that has no words for it says who sent it
        QCOMPARE(wording.filled(u"{submitter.name}"_qs, values), u"Nguyễn Văn Thử"_qs);
    }

    void howThePortalStandsToIt_data()
    {
        QTest::addColumn<bool>("awaits");
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("hasWords");
        QTest::addColumn<QString>("written");
        QTest::newRow("no portal") << false << QString() << true << QString();
        QTest::newRow("it has not answered") << true << QString() << true << u"Tiếp nhận ngoại tuyến"_qs;
        QTest::newRow("it gave its number") << false << u"26.11.23.88121"_qs << true << u"đã nhận, số 26.11.23.88121"_qs;
        QTest::newRow("a number with braces stays one") << false << u"{code}"_qs << true << u"đã nhận, số {code}"_qs;
        QTest::newRow("a form without words for it") << true << u"1"_qs << false << QString();
    }
    void howThePortalStandsToIt()
    {
        QFETCH(bool, awaits);
        QFETCH(QString, number);
        QFETCH(bool, hasWords);
        QFETCH(QString, written);
        SlipWording wording = m_wording;
        if (!hasWords) {
            wording.portalAwaited.clear();
            wording.portalNumber.clear();
        }
        SlipValues values;
        values.code = u"WRONG"_qs;
        values.awaitsPortal = awaits;
        values.portalNumber = number;
        QCOMPARE(wording.filled(u"{portal}"_qs, values), written);
        QCOMPARE(wording.isEmpty(u"{portal}"_qs, values), written.isEmpty());
    }

    void fillsARowFromItsOwnItem()
    {
        SlipValues values;
        values.code = u"v4"_qs;
        values.items = {{.name = u"Một"_qs}, {.paper = u"p"_qs, .name = u"Hai"_qs, .reason = u"vì"_qs, .originals = 1, .certified = 12, .copies = 0}};
        QStringList filled;
        for (const QString &name : SlipWording::rowPlaceholders()) {
            filled.append(name + u'=' + m_wording.filledRow(u'{' + name + u'}', values, 1));
        }
        const QStringList expected = {u"row.certified=12"_qs, u"row.copies="_qs, u"row.name=Hai"_qs, u"row.number=2"_qs, u"row.originals=01"_qs, u"row.reason=vì"_qs};
        QCOMPARE(filled, expected);
        QCOMPARE(m_wording.filledRow(u"{row.name} {code}"_qs, values, 0), u"Một v4"_qs);
        QVERIFY(m_wording.isEmptyRow(u"{row.originals} bản chính"_qs, values, 0));
        QVERIFY(!m_wording.isEmptyRow(u"{row.originals} bản chính"_qs, values, 1));
    }

    void leavesRoomInASentenceForWhatIsNotKnown()
    {
        QCOMPARE(m_wording.filled(u"Số: {number}/HDHS"_qs, {}, u"...."_qs), u"Số: ..../HDHS"_qs);
    }

    void knowsWhenAValueWasNotGiven()
    {
        SlipValues values;
        QVERIFY(m_wording.isEmpty(u"{book.number}"_qs, values));
        QVERIFY(!m_wording.isEmpty(u"text"_qs, values));
        QVERIFY(m_wording.isEmpty(u"{book.number}/{book.volume}"_qs, values));
        values.bookVolume = u"1"_qs;
        QVERIFY(!m_wording.isEmpty(u"{book.number}/{book.volume}"_qs, values));
    }

    void marksEverySheetButTheFirstOriginal_data()
    {
        QTest::addColumn<int>("mark");
        QTest::addColumn<int>("revision");
        QTest::addColumn<QString>("written");
        QTest::addRow("original") << int(SlipMark::Original) << 1 << QString();
        QTest::addRow("original of a revision nobody told") << int(SlipMark::Original) << 0 << QString();
        QTest::addRow("original, revised") << int(SlipMark::Original) << 2 << u"Nội dung lần 2, thay cho bản in trước"_qs;
        QTest::addRow("copy") << int(SlipMark::Copy) << 1 << u"BẢN SAO lần 12"_qs;
        QTest::addRow("copy, revised") << int(SlipMark::Copy) << 3 << u"BẢN SAO lần 12 · Nội dung lần 3, thay cho bản in trước"_qs;
        QTest::addRow("replacement") << int(SlipMark::Replacement) << 1 << u"BẢN THAY THẾ"_qs;
        QTest::addRow("replacement, revised") << int(SlipMark::Replacement) << 2 << u"BẢN THAY THẾ · Nội dung lần 2, thay cho bản in trước"_qs;
        QTest::addRow("draft") << int(SlipMark::Draft) << 2 << u"BẢN NHÁP"_qs;
    }
    void marksEverySheetButTheFirstOriginal()
    {
        QFETCH(int, mark);
        QFETCH(int, revision);
        QFETCH(QString, written);
        SlipValues values;
        values.mark = SlipMark(mark);
        values.copyNumber = 12;
        values.revision = revision;
        QCOMPARE(m_wording.markOf(values), written);
    }

private:
    SlipWording m_wording;
};

QTEST_GUILESS_MAIN(tst_SlipWording)
#include "tst_SlipWording.moc"
