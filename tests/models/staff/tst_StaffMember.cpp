// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff/StaffMember.h"

#include "models/staff/UnitSettings.h"
#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Person = testId('p');

} // namespace

class tst_StaffMember : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGoldenPayloadFolds()
    {
        Author author('o');
        const QList<const char *> kinds{kind::StaffAdmitted, kind::StaffChanged, kind::StaffSignInFailed, kind::StaffSignedIn,
            kind::StaffPasswordChanged, kind::StaffDisabled};
        QList<Entry> log;
        for (const char *name : kinds) {
            log.append(author.write(Person, name, golden(name), {}, 5000));
        }
        const StaffMember member = StaffMember::fold(Person, log);
        QVERIFY(member.isAdmitted());
        QVERIFY(member.isDisabled());
        QVERIFY(!member.isActive());
        QCOMPARE(member.name(), u"Trần Thị Mẫu"_qs);
        QCOMPARE(member.title(), u"Phó giám đốc"_qs);
        QCOMPARE(member.roles(), (QStringList{u"officer"_qs, u"supervisor"_qs}));
        QCOMPARE(member.publicKey(), QByteArray("12345678901234567890123456789012"));
        QCOMPARE(member.wrappedKey(), QByteArray("neu"));
        QCOMPARE(member.failedSignIns(), 4);
        QCOMPARE(member.lastSignInMs(), 5000);
        QCOMPARE(member.heads(), keysOf({log.constLast()}));
        QCOMPARE(StaffMember::fromJson(member.toJson()), member);
        // Who is given only the header of a sign-in knows as much.
        QList<Entry> headersOnly = log;
        headersOnly[3] = withoutPayload(headersOnly[3]);
        QCOMPARE(StaffMember::fold(Person, headersOnly), member);
        std::reverse(log.begin(), log.end());
        log.append(log);
        QCOMPARE(StaffMember::fold(Person, log), member);
    }

    void aDisabledPersonComesBackOnlyByAnEntryThatSawIt()
    {
        Author a('a');
        Author b('b');
        const Entry admitted = a.write(Person, kind::StaffAdmitted, golden(kind::StaffAdmitted), {}, 1);
        const Entry disabled = a.write(Person, kind::StaffDisabled, {}, keysOf({admitted}), 2);
        const Entry title = b.write(Person, kind::StaffChanged, {{u"title"_qs, u"x"_qs}}, keysOf({admitted}), 3);
        QVERIFY(StaffMember::fold(Person, {admitted, disabled, title}).isDisabled());
        const Entry back = b.write(Person, kind::StaffChanged, {{u"disabled"_qs, false}}, keysOf({disabled, title}), 4);
        QVERIFY(StaffMember::fold(Person, {admitted, disabled, title, back}).isActive());
    }

    void whileDesksDisagreeTheDoorStaysShut()
    {
        Author a('a');
        Author b('b');
        const Entry admitted = a.write(Person, kind::StaffAdmitted, golden(kind::StaffAdmitted), {}, 1);
        const Entry disabled = a.write(Person, kind::StaffDisabled, {}, keysOf({admitted}), 2);
        const Entry enabled = b.write(Person, kind::StaffChanged, {{u"disabled"_qs, false}}, keysOf({admitted}), 3);
        QVERIFY(!StaffMember::fold(Person, {admitted, disabled, enabled}).isActive());
    }

    void withoutAnAdmissionNobodyIsAdmitted()
    {
        Author author('o');
        const Entry changed = author.write(Person, kind::StaffChanged, golden(kind::StaffChanged));
        QVERIFY(!StaffMember::fold(Person, {changed}).isAdmitted());
        QVERIFY(!StaffMember::fold(Person, {}).isActive());
        QVERIFY(StaffMember::fold(Person, {withoutPayload(changed)}).roles().isEmpty());
    }

    void aDeskSpeaksForItself()
    {
        Author author('o');
        Author other('x');
        const Id origin = author.origin();
        const Entry first = author.write(origin, kind::UnitConfigured, golden(kind::UnitConfigured), {}, 1);
        QJsonObject moved = golden(kind::UnitConfigured);
        moved.insert(u"deskNumber", 4);
        const Entry second = author.write(origin, kind::UnitConfigured, moved, keysOf({first}), 2);
        moved.insert(u"deskNumber", 9);
        const Entry foreign = other.write(origin, kind::UnitConfigured, moved, keysOf({second}), 3);
        const UnitSettings settings = UnitSettings::fold(origin, {foreign, second, first});
        QCOMPARE(settings.deskNumber, 4);
        QCOMPARE(settings.desk(), QByteArray("H26.1.13/4"));
        QCOMPARE(settings.rangeFirst, 301);
        QCOMPARE(settings.governingBody, u"Ủy ban nhân dân phường Thử Nghiệm"_qs);
        QCOMPARE(settings.place, u"Thử Nghiệm"_qs);
        QVERIFY(settings.isConfigured());
        QVERIFY(!UnitSettings::fold(origin, {}).isConfigured());
    }

    void aDeskThatNamesNoBodyStillLoads()
    {
        Author author('o');
        QJsonObject bare = golden(kind::UnitConfigured);
        bare.remove(u"governingBody");
        bare.remove(u"place");
        const UnitSettings settings = UnitSettings::fold(author.origin(), {author.write(author.origin(), kind::UnitConfigured, bare, {}, 1)});
        QCOMPARE(settings.deskNumber, 3);
        QVERIFY(settings.governingBody.isEmpty());
        QVERIFY(settings.place.isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_StaffMember)
#include "tst_StaffMember.moc"
