// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalMessage.h"

#include "models/base/VietnamTime.h"
#include "models/dossier/DossierFold.h"
#include "tests/app/portal/national/ShippedProfile.h"
#include "tests/models/journal/Author.h"
#include "tests/resources/Samples.h"

#include <QJsonArray>

using namespace motcua;
using namespace motcua::national;
using journal::Author;
using journal::Entry;

namespace {

const Id Subject = journal::testId('d');

StatusTable shippedTable()
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/journal/transitions.json"));
    return file.open(QIODevice::ReadOnly) ? *StatusTable::fromJson(file.readAll()) : StatusTable();
}

qint64 at(int year, int month, int day, int hour, int minute, int second = 0)
{
    return vietnamTime(QDate(year, month, day), QTime(hour, minute, second)).toMSecsSinceEpoch();
}

QString iso(qint64 ms)
{
    return vietnamTime(ms).toString(Qt::ISODateWithMs);
}

/** A dossier told by entries, as a gateway holds it. */
class Story
{
public:
    explicit Story(const QJsonObject &acceptance) { write(journal::kind::DossierAccepted, acceptance, at(2026, 11, 23, 9, 30)); }

    /** What a desk writes of a sample: the intake, and what the journal's decision adds. */
    static QJsonObject acceptanceOf(const test::Sample &sample)
    {
        const auto intake = sample.intake();
        if (!intake) {
            qFatal("the sample is not valid: %s", qPrintable(sample.violations().join(u", "_qs)));
        }
        QJsonObject json = intake->toJson();
        json.insert(u"code"_qs, u"H26.1.13-261123-0301"_qs);
        json.insert(u"sequence"_qs, 301);
        json.insert(u"unit"_qs, u"H26.1.13"_qs);
        json.insert(u"competentUnit"_qs, u"H26.1.13"_qs);
        json.insert(u"unitName"_qs, u"Trung tâm Phục vụ hành chính công phường Hòa An"_qs);
        json.insert(u"desk"_qs, 3);
        json.insert(u"status"_qs, 2);
        return json;
    }

    /** A small one, of a person. */
    static QJsonObject acceptance()
    {
        const auto given = [](const QString &text) { return QJsonObject{{u"v"_qs, text}}; };
        return {{u"code"_qs, u"H26.1.13-261123-0301"_qs}, {u"unit"_qs, u"H26.1.13"_qs}, {u"competentUnit"_qs, u"H26.1.13"_qs},
            {u"unitName"_qs, u"Trung tâm thử"_qs}, {u"procedure"_qs, u"9.000001"_qs}, {u"procedureName"_qs, u"Thủ tục thử"_qs},
            {u"edition"_qs, u"9.000001@2026"_qs}, {u"channel"_qs, 1}, {u"receivedAt"_qs, iso(at(2026, 11, 23, 9, 30))},
            {u"dueAt"_qs, iso(at(2026, 11, 26, 17, 0))}, {u"status"_qs, 2}, {u"resultName"_qs, u"Giấy thử"_qs},
            {u"roles"_qs,
                QJsonObject{
                    {u"applicant.name"_qs, u"name"_qs}, {u"applicant.phone"_qs, u"phone"_qs}, {u"applicant.number"_qs, u"number"_qs}}},
            {u"fields"_qs,
                QJsonObject{{u"name"_qs, given(u"Nguyễn Thị Hoà"_qs)}, {u"phone"_qs, given(u"02001234567"_qs)},
                    {u"number"_qs, given(u"000190000001"_qs)}}}};
    }

    Story &write(const char *kind, const QJsonObject &payload, qint64 ms)
    {
        const QList<journal::EntryKey> basis = m_author.log.isEmpty() ? QList<journal::EntryKey>()
                                                                      : QList{m_author.log.constLast().header.key};
        m_author.write(Subject, kind, payload, basis, ms);
        return *this;
    }
    Story &step(int from, int to, const QString &event, qint64 ms, QJsonObject more = {})
    {
        more.insert(u"from"_qs, from);
        more.insert(u"to"_qs, to);
        more.insert(u"event"_qs, event);
        return write(journal::kind::DossierStepped, more, ms);
    }
    /** The payloads of all but the purge are gone. */
    Story &purge(const QJsonObject &kept)
    {
        for (Entry &entry : m_author.log) {
            entry.payload.reset();
        }
        return write(journal::kind::PayloadPurged, {{u"reason"_qs, u"hết thời hạn lưu giữ"_qs}, {u"kept"_qs, kept}}, at(2037, 1, 4, 8, 0));
    }

    [[nodiscard]] Dossier dossier() const
    {
        static const StatusTable table = shippedTable();
        return DossierFold::fold(Subject, m_author.log, table);
    }

private:
    Author m_author{'D'};
};

/** Compares with tests/data/national/<name>.json; with MOTCUA_NATIONAL=folder writes what is told now there. */
void compare(const QString &name, const QJsonObject &json)
{
    const QByteArray bytes = QJsonDocument(json).toJson();
    if (const QString folder = qEnvironmentVariable("MOTCUA_NATIONAL"); !folder.isEmpty()) {
        QFile out(folder + u'/' + name + u".json"_qs);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
    }
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/national/%1.json").arg(name));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QCOMPARE(QString::fromUtf8(bytes), QString::fromUtf8(file.readAll()));
}

} // namespace

/** What is told of a dossier, field by field. */
class tst_NationalMessage : public QObject
{
    Q_OBJECT

    const NationalProfile m_profile = shippedProfile();
    const NationalMessage m_message{m_profile};

    [[nodiscard]] QJsonObject record(const Dossier &dossier, const QString &field = {}) const
    {
        const auto json = m_message.record({dossier, field});
        if (!json) {
            QTest::qFail(qPrintable(json.error().code() + u": "_qs + json.error().fields().join(u", "_qs)), __FILE__, __LINE__);
            return {};
        }
        return *json;
    }
    [[nodiscard]] NationalGaps gaps(const Dossier &dossier) const
    {
        const auto json = m_message.record({dossier, {}});
        return json ? NationalGaps() : json.error();
    }
    static QJsonObject accepted(const QString &role, const QString &text)
    {
        QJsonObject json = Story::acceptance();
        QJsonObject fields = json.value(u"fields"_qs).toObject();
        fields.insert(role, QJsonObject{{u"v"_qs, text}});
        json.insert(u"fields"_qs, fields);
        return json;
    }

private Q_SLOTS:
    void tellsTheWholeRecord_data()
    {
        QTest::addColumn<Dossier>("dossier");
        QTest::addColumn<QString>("field");
        test::Sample birth(u"1.001193"_qs, u"complete"_qs);
        const QJsonObject person = Story::acceptanceOf(birth);
        QTest::addRow("person") << Story(person)
                                       .write(journal::kind::FeeTaken, {{u"amount"_qs, 16000}, {u"means"_qs, u"cash"_qs}},
                                           at(2026, 11, 23, 9, 31))
                                       .write(journal::kind::PaperAdded, {{u"paper"_qs, u"birthNotice"_qs}, {u"attachment"_qs, u"77aa"_qs}},
                                           at(2026, 11, 23, 9, 32))
                                       .dossier()
                                << birth.procedure().field;
        test::Sample extract(u"2.000635"_qs, u"organisation"_qs);
        extract.change(u"requester.phone=02363822222"_qs);
        QTest::addRow("organisation") << Story(Story::acceptanceOf(extract)).dossier() << extract.procedure().field;
        test::Sample business(u"1.001612"_qs, u"complete"_qs);
        business.change(u"owner.phone=0901234567"_qs);
        QTest::addRow("business") << Story(Story::acceptanceOf(business)).dossier() << business.procedure().field;
        const QJsonArray asked{
            QJsonObject{{u"name"_qs, u"Giấy chứng minh nơi cư trú"_qs}, {u"reason"_qs, u"bản đã nộp không còn giá trị"_qs}},
            QJsonObject{{u"name"_qs, u"Ghi rõ quan hệ trong tờ khai"_qs}}};
        QTest::addRow("finished") << Story(person)
                                         .step(2, 4, u"transfer"_qs, at(2026, 11, 23, 14, 0))
                                         .step(4, 5, u"request_supplement"_qs, at(2026, 11, 24, 8, 15),
                                             {{u"asked"_qs, asked}, {u"reason"_qs, u"thiếu giấy tờ"_qs}})
                                         .step(5, 4, u"supplement_received"_qs, at(2026, 11, 25, 8, 0),
                                             {{u"arrived"_qs, asked}, {u"dueAt"_qs, iso(at(2026, 11, 27, 17, 0))}})
                                         .step(4, 9, u"result_ready"_qs, at(2026, 11, 26, 10, 0))
                                         .step(9, 10, u"hand_over_result"_qs, at(2026, 11, 27, 8, 5))
                                         .dossier()
                                  << birth.procedure().field;
    }
    void tellsTheWholeRecord()
    {
        QFETCH(Dossier, dossier);
        QFETCH(QString, field);
        const QJsonObject json = record(dossier, field);
        compare(QString::fromLatin1("record-") + QString::fromLatin1(QTest::currentDataTag()), m_message.recordBody(json, false));
    }

    void tellsWhatWasBroughtLaterByTheNameItHas()
    {
        QJsonObject received = Story::acceptance();
        received.insert(u"papers"_qs,
            QJsonArray{QJsonObject{{u"id"_qs, u"seen"_qs}, {u"name"_qs, u"Giấy đã nộp"_qs}, {u"state"_qs, u"met"_qs}},
                QJsonObject{{u"id"_qs, u"later"_qs}, {u"name"_qs, u"Giấy nộp sau"_qs}, {u"state"_qs, u"toFollow"_qs}},
                QJsonObject{{u"id"_qs, u"never"_qs}, {u"name"_qs, u"Giấy chưa nộp"_qs}, {u"state"_qs, u"toFollow"_qs}}});
        Story story(received);
        for (const QString &paper : {u"later"_qs, u"later"_qs, u"seen"_qs, u"ofTheEdition"_qs, u"ofNobody"_qs}) {
            story.write(journal::kind::PaperAdded, {{u"paper"_qs, paper}, {u"attachment"_qs, u"77aa"_qs}}, at(2026, 11, 24, 9, 0));
        }
        const auto names = [](const Result<QJsonObject, NationalGaps> &record) {
            QStringList all;
            for (const QJsonValue &line : record->value(u"TaiLieuNop"_qs).toArray()) {
                all.append(line[u"TenTepDinhKem"].toString() + u' ' + line[u"DuocSoHoa"].toString());
            }
            return all;
        };
        NationalCase one{story.dossier()};
        QCOMPARE(names(m_message.record(one)), (QStringList{u"Giấy đã nộp 1"_qs, u"Giấy nộp sau 1"_qs}));
        one.paperName = [](const QString &id) { return id == u"ofTheEdition" ? u"Giấy của danh mục"_qs : QString(); };
        QCOMPARE(names(m_message.record(one)), (QStringList{u"Giấy đã nộp 1"_qs, u"Giấy nộp sau 1"_qs, u"Giấy của danh mục 1"_qs}));
    }

    void aPaperThatWasFiledBeforeIsThereAndNotFromTheNationalStore()
    {
        QJsonObject received = Story::acceptance();
        received.insert(u"papers"_qs, QJsonArray{QJsonObject{{u"id"_qs, u"deed"_qs}, {u"name"_qs, u"Hợp đồng"_qs}, {u"state"_qs, u"met"_qs}}});
        Story story(received);
        story.write(journal::kind::PaperAdded,
            {{u"paper"_qs, u"deed"_qs}, {u"attachment"_qs, u"77aa"_qs}, {u"details"_qs, QJsonObject{{u"reused"_qs, QJsonObject{{u"code"_qs, u"H26.15-261101-0001"_qs}}}}}},
            at(2026, 11, 24, 9, 0));
        const Result<QJsonObject, NationalGaps> told = m_message.record(NationalCase{story.dossier()});
        const QJsonObject paper = told->value(u"TaiLieuNop"_qs).toArray().at(0).toObject();
        QCOMPARE(paper.value(u"DuocSoHoa"_qs).toString(), u"1"_qs);
        QCOMPARE(paper.value(u"DuocLayTuKhoDMQG"_qs).toString(), u"0"_qs);
        QCOMPARE(told->value(u"HoSoCoThanhPhanSoHoa"_qs).toString(), u"1"_qs);
    }

    void tellsEachStep()
    {
        const Dossier dossier = Story(Story::acceptance())
                                    .step(2, 4, u"transfer"_qs, at(2026, 11, 23, 14, 0))
                                    .write(journal::kind::DossierExternal, {{u"what"_qs, u"asked"_qs}, {u"body"_qs, u"Công an"_qs}},
                                        at(2026, 11, 23, 15, 0))
                                    .step(4, 8, u"stop"_qs, at(2026, 11, 24, 8, 0), {{u"reason"_qs, u"Hồ sơ trùng"_qs}})
                                    .dossier();
        QList<DossierEvent> steps;
        for (const DossierEvent &event : dossier.events) {
            if (NationalMessage::isStep(event)) {
                steps.append(event);
            }
        }
        QCOMPARE(dossier.events.size(), 3);
        QCOMPARE(steps.size(), 2); // who asks another body stays where he is
        const auto first = m_message.step({dossier, {}}, steps.at(0));
        const auto second = m_message.step({dossier, {}}, steps.at(1));
        QVERIFY(first && second);
        compare(u"step-transfer"_qs, m_message.stepBody(*first));
        compare(u"step-stop"_qs, m_message.stepBody(*second));
        QCOMPARE(m_message.lookUpBody(dossier.code), (QJsonObject{{u"service"_qs, u"TraCuuHoSo"_qs}, {u"mahoso"_qs, dossier.code}}));
        QCOMPARE(m_message.recordBody({}, true).value(u"isUpdating"_qs), QJsonValue(u"True"_qs));
    }

    void tellsEveryStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("national");
        for (int n = 1; n <= 10; ++n) {
            QTest::addRow("%d", n) << n << QString::number(n);
        }
    }
    void tellsEveryStatus()
    {
        QFETCH(int, status);
        Dossier dossier = Story(Story::acceptance()).dossier();
        dossier.status.status = dossierStatus(status);
        QTEST(record(dossier).value(u"TrangThaiHoSo"_qs).toString(), "national");
        const auto step = m_message.step({dossier, {}}, {.atMs = 1, .what = {{u"from"_qs, 4}, {u"to"_qs, status}}});
        QVERIFY(step);
        QTEST(step->value(u"TrangThai"_qs).toString(), "national");
    }

    void followsTheProfile()
    {
        // Another decree: a status has another number, a field another name, and nothing is built anew.
        QByteArray bytes = shippedProfileBytes();
        bytes.replace("\"ours\": 4, \"national\": \"4\"", "\"ours\": 4, \"national\": \"DXL\"");
        bytes.replace("\"TrangThaiHoSo\"", "\"TrangThaiMoi\"");
        bytes.replace("\"missing\": \"empty\"", "\"missing\": \"leftOut\"");
        Dossier dossier = Story(Story::acceptance()).step(2, 4, u"transfer"_qs, at(2026, 11, 23, 14, 0)).dossier();
        auto changed = NationalProfile::fromFile({u"profile.json"_qs, bytes});
        QVERIFY(changed);
        const auto tooLong = NationalMessage(*changed).record({dossier, {}});
        QVERIFY(!tooLong);
        QCOMPARE(tooLong.error().tooLong, QStringList{u"TrangThaiMoi"_qs});
        bytes.replace("\"name\": \"TrangThaiMoi\", \"type\": \"text\", \"required\": true, \"maxLength\": 2",
            "\"name\": \"TrangThaiMoi\", \"type\": \"text\", \"required\": true, \"maxLength\": 3");
        changed = NationalProfile::fromFile({u"profile.json"_qs, bytes});
        QVERIFY(changed);
        const auto json = NationalMessage(*changed).record({dossier, {}});
        QVERIFY(json);
        QCOMPARE(json->value(u"TrangThaiMoi"_qs), QJsonValue(u"DXL"_qs));
        QVERIFY(!json->contains(u"TrangThaiHoSo"_qs));
        QVERIFY(!json->contains(u"Fax"_qs)); // left out, and not empty
        QVERIFY(!json->contains(u"DanhSachLePhi"_qs));
    }

    void writesMomentsByTheClockOfVietnam_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("written");
        const auto utc = [](int y, int m, int d, int h, int min, int s, int ms = 0) {
            return QDateTime(QDate(y, m, d), QTime(h, min, s, ms), Qt::UTC).toMSecsSinceEpoch();
        };
        QTest::newRow("noon") << utc(2026, 11, 23, 5, 0, 0) << u"20261123120000"_qs;
        QTest::newRow("the last second of a day") << utc(2026, 11, 23, 16, 59, 59, 999) << u"20261123235959"_qs;
        QTest::newRow("midnight") << utc(2026, 11, 23, 17, 0, 0) << u"20261124000000"_qs;
        QTest::newRow("the last second of a year") << utc(2026, 12, 31, 16, 59, 59) << u"20261231235959"_qs;
        QTest::newRow("new year") << utc(2026, 12, 31, 17, 0, 0) << u"20270101000000"_qs;
        QTest::newRow("a leap day") << utc(2028, 2, 28, 17, 0, 0) << u"20280229000000"_qs;
        QTest::newRow("when others move their clocks") << utc(2026, 3, 29, 1, 30, 0) << u"20260329083000"_qs;
    }
    void writesMomentsByTheClockOfVietnam()
    {
        QFETCH(qint64, ms);
        QJsonObject acceptance = Story::acceptance();
        acceptance.insert(u"receivedAt"_qs, QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs));
        QTEST(record(Story(acceptance).dossier()).value(u"NgayTiepNhan"_qs).toString(), "written");
    }

    void namesWhatIsMissing_data()
    {
        QTest::addColumn<QString>("without");
        QTest::addColumn<QStringList>("missing");
        QTest::newRow("a telephone") << u"phone"_qs << QStringList{u"SoDienThoai"_qs};
        QTest::newRow("a name") << u"name"_qs << QStringList{u"ChuHoSo"_qs};
        QTest::newRow("both") << u"name phone"_qs << QStringList{u"ChuHoSo"_qs, u"SoDienThoai"_qs};
        QTest::newRow("a promise") << u"dueAt"_qs << QStringList{u"NgayHenTra"_qs};
        QTest::newRow("a moment of receipt") << u"receivedAt"_qs << QStringList{u"NgayTiepNhan"_qs};
        QTest::newRow("a channel") << u"channel"_qs << QStringList{u"KenhThucHien"_qs, u"HinhThuc"_qs};
        QTest::newRow("nothing that has to be there") << u"number"_qs << QStringList();
    }
    void namesWhatIsMissing()
    {
        QFETCH(QString, without);
        QFETCH(QStringList, missing);
        QJsonObject acceptance = Story::acceptance();
        QJsonObject fields = acceptance.value(u"fields"_qs).toObject();
        const QStringList names = without.split(u' ');
        for (const QString &name : names) {
            fields.remove(name);
            acceptance.remove(name);
        }
        acceptance.insert(u"fields"_qs, fields);
        const NationalGaps found = gaps(Story(acceptance).dossier());
        QCOMPARE(found.missing, missing);
        if (!missing.isEmpty()) {
            QCOMPARE(found.code(), u"missingField"_qs);
            QCOMPARE(found.fields(), missing);
        }
    }

    void blanksAreNoAnswer()
    {
        QCOMPARE(gaps(Story(accepted(u"phone"_qs, u"  \t "_qs)).dossier()).missing, QStringList{u"SoDienThoai"_qs});
        Dossier dossier = Story(Story::acceptance()).dossier();
        dossier.status = {};
        QCOMPARE(gaps(dossier).missing, QStringList{u"TrangThaiHoSo"_qs});
    }

    void holdsTheGreatestLength()
    {
        QVERIFY(gaps(Story(accepted(u"name"_qs, QString(500, u'ế'))).dossier()).isEmpty());
        const NationalGaps found = gaps(Story(accepted(u"name"_qs, QString(501, u'ế'))).dossier());
        QCOMPARE(found.tooLong, QStringList{u"ChuHoSo"_qs});
        QCOMPARE(found.code(), u"fieldTooLong"_qs);
        QCOMPARE(found.fields(), QStringList{u"ChuHoSo"_qs});
        // Letters beyond the basic plane are one character each, and marks stay with their letter.
        QString exact;
        for (int n = 0; n < 2000; ++n) {
            exact += QChar::fromUcs4(0x20000);
        }
        QJsonObject acceptance = Story::acceptance();
        acceptance.insert(u"procedureName"_qs, exact);
        QCOMPARE(record(Story(acceptance).dossier()).value(u"TenTTHC"_qs).toString(), exact);
        acceptance.insert(u"procedureName"_qs, exact + u"x"_qs);
        const QString cut = record(Story(acceptance).dossier()).value(u"TenTTHC"_qs).toString();
        QCOMPARE(cut.toUcs4().size(), 2000);
        QVERIFY(cut.endsWith(u'…') && cut.startsWith(exact.left(3998)));
        acceptance.insert(u"procedureName"_qs, QString(1998, u'a') + u"x\u0359\u0359y"_qs); // a mark no letter is composed with
        const QString marked = record(Story(acceptance).dossier()).value(u"TenTTHC"_qs).toString();
        QCOMPARE(marked, QString(1998, u'a') + u'…');
    }

    void writesLettersComposed()
    {
        const QString decomposed = u"Nguyễn Thị Hoà Đăng"_qs.normalized(QString::NormalizationForm_D);
        QVERIFY(decomposed != u"Nguyễn Thị Hoà Đăng"_qs);
        QCOMPARE(record(Story(accepted(u"name"_qs, u"  "_qs + decomposed + u"\n"_qs)).dossier()).value(u"ChuHoSo"_qs).toString(),
            u"Nguyễn Thị Hoà Đăng"_qs);
    }

    void tellsNothingOfPersonsThatArePurged()
    {
        QJsonObject kept = Story::acceptance();
        for (const QString &key : {u"fields"_qs, u"roles"_qs, u"unitName"_qs, u"resultName"_qs}) {
            kept.remove(key);
        }
        kept.insert(u"status"_qs, 10);
        kept.insert(u"events"_qs,
            eventsToJson({{.entry = {journal::testId('D'), 2},
                .atMs = at(2026, 11, 24, 8, 0),
                .event = u"result_ready"_qs,
                .what = {{u"from"_qs, 4}, {u"to"_qs, 9}}}}));
        const Dossier dossier = Story(Story::acceptance()).purge(kept).dossier();
        QVERIFY(dossier.purged);
        const NationalGaps found = gaps(dossier);
        QVERIFY(found.missing.contains(u"ChuHoSo"_qs));
        QVERIFY(found.missing.contains(u"SoDienThoai"_qs));
        // What is no person's goes on: the step is told by the code of the unit.
        QVERIFY(!dossier.events.isEmpty());
        const auto step = m_message.step({dossier, {}}, dossier.events.constFirst());
        QVERIFY(step);
        QCOMPARE(step->value(u"NguoiXuLy"_qs).toString(), u"H26.1.13"_qs);
        QCOMPARE(step->value(u"TrangThai"_qs).toString(), u"9"_qs);
    }

    void tellsWhoDecidesAcrossABoundary()
    {
        QJsonObject acceptance = Story::acceptance();
        QCOMPARE(record(Story(acceptance).dossier()).value(u"DonViXuLy"_qs).toString(), u"Trung tâm thử"_qs);
        acceptance.insert(u"competentUnit"_qs, u"H26.1.99"_qs);
        QCOMPARE(record(Story(acceptance).dossier()).value(u"DonViXuLy"_qs).toString(), u"H26.1.99"_qs);
    }

    void anotherRecordHasAnotherDigest()
    {
        const Dossier before = Story(Story::acceptance()).dossier();
        const Dossier after = Story(Story::acceptance()).step(2, 4, u"transfer"_qs, at(2026, 11, 23, 14, 0)).dossier();
        QCOMPARE(NationalMessage::digest(record(before)), NationalMessage::digest(record(Story(Story::acceptance()).dossier())));
        QVERIFY(NationalMessage::digest(record(before)) != NationalMessage::digest(record(after)));
    }
};

QTEST_GUILESS_MAIN(tst_NationalMessage)
#include "tst_NationalMessage.moc"
