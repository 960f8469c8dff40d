// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HouseQueries.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/fault/DeskVerdict.h"
#include "tests/support/Program.h"
#include "tests/support/ScratchFolder.h"
#include "tests/support/StorePoints.h"

#include <QDirIterator>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <csignal>

using namespace motcua;
using namespace motcua::testsupport;

namespace {

/** Where the plug is pulled, from the sign-in to the end of the day; KillPoints says how a name is made. */
constexpr const char *Points[] = {
    "sign in: staff.signedIn committing",
    "sign in: staff.signedIn on the disk",
    "sign in: staff.signedIn told",
    "open the day: shift.opened in the log",
    "open the day: shift.opened told",
    "ticket: ticket.issued half in the log",
    "ticket: ticket.issued told",
    "call: ticket.stepped on the disk",
    "call: ticket.stepped told",
    "begin: turn on the disk",
    "begin: ticket.stepped committing",
    "begin: ticket.stepped on the disk",
    "begin: visit.opened told",
    "hold: turn on the disk",
    "hold: ticket.stepped on the disk",
    "hold: ticket.stepped told",
    "resume: turn on the disk",
    "resume: ticket.stepped in the log",
    "resume: ticket.stepped told",
    "type: turn on the disk",
    "type: draft begun",
    "type: draft committing",
    "type: draft half in the log",
    "type: draft in the log (5)",
    "type: draft on the disk",
    "type: draft heard",
    "type: draft told",
    "type: draft told (9)",
    "declaration: draft on the disk",
    "declaration: sheet given to the printer",
    "declaration: sheet queued, its number not told",
    "declaration: sheet in the tray, its number not told",
    "declaration: printer says the sheet is out",
    "paper: draft half in the log",
    "paper: draft told",
    "paper: turn on the disk",
    "money: draft committing",
    "money: draft on the disk",
    "money: draft told",
    "accept: sheet expected begun",
    "accept: sheet expected on the disk",
    "accept: dossier.accepted begun",
    "accept: dossier.accepted committing",
    "accept: dossier.accepted half in the log",
    "accept: dossier.accepted in the log",
    "accept: dossier.accepted on the disk",
    "accept: acceptance heard",
    "accept: acceptance told",
    "accept: fee.taken told",
    "accept: turn begun",
    "accept: turn on the disk",
    "accept: slip.issued begun",
    "accept: slip.issued committing",
    "accept: slip.issued half in the log",
    "accept: slip.issued in the log",
    "accept: slip.issued on the disk",
    "accept: slip.issued heard",
    "accept: slip.issued told",
    "accept: sheet to be handed over begun",
    "accept: sheet to be handed over in the log",
    "accept: sheet to be handed over on the disk",
    "accept: sheet given to the printer",
    "accept: sheet queued, its number not told",
    "accept: sheet in the tray, its number not told",
    "accept: sheet handed heard",
    "accept: sheet handed told",
    "accept: sheet with its job committing",
    "accept: sheet with its job on the disk",
    "accept: printer says the sheet is out",
    "accept: sheet printed heard",
    "accept: sheet printed told",
    "accept: sheet known to be out begun",
    "accept: sheet known to be out on the disk",
    "transfer: dossier.stepped committing",
    "transfer: dossier.stepped told",
    "supplement: sheet expected on the disk",
    "supplement: dossier.stepped in the log",
    "supplement: dossier.stepped on the disk",
    "supplement: dossier.stepped told",
    "supplement: slip.issued on the disk",
    "supplement: sheet in the tray, its number not told",
    "supplement: sheet with its job on the disk",
    "arrival: dossier.stepped on the disk",
    "arrival: slip.issued on the disk",
    "arrival: sheet queued, its number not told",
    "result: dossier.stepped on the disk",
    "hand over: dossier.stepped half in the log",
    "hand over: dossier.stepped on the disk",
    "hand over: dossier.stepped told",
    "hand over: sheet expected on the disk",
    "hand over: slip.issued begun",
    "hand over: slip.issued on the disk",
    "hand over: sheet to be handed over on the disk",
    "hand over: sheet queued, its number not told",
    "hand over: sheet in the tray, its number not told",
    "hand over: sheet with its job on the disk",
    "note: dossier.noted told",
    "accept two: sheet expected on the disk (2)",
    "accept two: dossier.accepted in the log",
    "accept two: acceptance beside told",
    "accept two: slip.issued begun",
    "accept two: slip.issued on the disk",
    "accept two: slip.issued on the disk (2)",
    "accept two: slip.issued told (2)",
    "accept two: sheet to be handed over on the disk",
    "accept two: sheet to be handed over on the disk (2)",
    "accept two: sheet given to the printer",
    "accept two: sheet queued, its number not told",
    "accept two: sheet in the tray, its number not told",
    "accept two: sheet with its job on the disk",
    "accept two: sheet with its job on the disk (2)",
    "accept two: sheet handed told (2)",
    "accept two: printer says the sheet is out",
    "accept two: sheet printed told",
    "accept two: sheet known to be out on the disk",
    "accept two: sheet known to be out on the disk (2)",
    "another form: draft on the disk",
    "another form: draft told",
    "send back: sheet expected on the disk",
    "send back: dossier.turnedAway in the log",
    "send back: dossier.turnedAway on the disk",
    "send back: dossier.turnedAway told",
    "send back: turn on the disk",
    "send back: slip.issued on the disk",
    "send back: sheet to be handed over on the disk",
    "send back: sheet in the tray, its number not told",
    "send back: sheet with its job on the disk",
    "refuse: dossier.turnedAway committing",
    "refuse: dossier.turnedAway on the disk",
    "refuse: dossier.turnedAway told",
    "refuse: turn on the disk",
    "refuse: slip.issued told",
    "refuse: sheet queued, its number not told",
    "refuse: sheet printed told",
    "finish: ticket.stepped committing",
    "finish: ticket.stepped on the disk",
    "finish: visit.closed told",
    "close: shift.stepped half in the log",
    "close: shift.stepped told",
    "close: store closed",
};

/** The plug is pulled a second time, while the officer has a sheet printed anew that nobody knew of. */
constexpr const char *RecoveryPoints[] = {
    "recovery: staff.signedIn begun",
    "recovery: staff.signedIn on the disk",
    "recovery: staff.signedIn told",
    "reprint: sheet expected begun",
    "reprint: sheet expected on the disk",
    "reprint: slip.issued begun",
    "reprint: slip.issued half in the log",
    "reprint: slip.issued on the disk",
    "reprint: slip.issued told",
    "reprint: sheet known to be out on the disk",
    "reprint: sheet to be handed over on the disk",
    "reprint: sheet given to the printer",
    "reprint: sheet queued, its number not told",
    "reprint: sheet in the tray, its number not told",
    "reprint: sheet with its job on the disk",
    "reprint: sheet printed told",
};
/** What the first pull leaves for it: the original is out, and nobody knows. */
constexpr const char *FirstPull = "accept: sheet in the tray, its number not told";

/** The program that is killed: `what` is "visit", "held", "lie" or "recover". */
int desk(const QString &what, const QString &root, const QByteArray &fatal)
{
    const DeskFolders folders{root};
    KillPoints points(folders.trail(), fatal);
    const StorePoints store(points);
    DeskVisit visit(folders, points);
    visit.setPaperEnds(what == u"held");
    visit.setLies(what == u"lie");
    return what == u"recover" ? visit.recover() : visit.play();
}

constexpr qsizetype EverydayStep = 6;

/**
 * The points of this run: a part of the table every day, and with MOTCUA_KILL_POINTS=all each one that was `reached`, whether or not the
 * table has it.
 */
QStringList wanted(const QStringList &table, const QStringList &reached)
{
    if (qEnvironmentVariable("MOTCUA_KILL_POINTS") == u"all") {
        return reached;
    }
    QStringList some;
    for (qsizetype i = 0; i < table.size(); i += EverydayStep) {
        some.append(table.at(i));
    }
    return some;
}

} // namespace

/** The plug is pulled at named points between keystroke and slip: nothing told is lost, no second original, and the officer is asked. */
class tst_KillPoints : public QObject
{
    Q_OBJECT

private:
    ScratchFolder m_scratch;
    DeskFolders m_run;
    Lawbook m_law;
    QStringList m_reached; ///< by a visit nothing happens to
    QStringList m_recovered; ///< by a sign-in after the first pull that nothing happens to

    /** A store on which nobody has worked yet. */
    void begin()
    {
        m_run = {m_scratch.file(u"run"_qs)};
        QDir(m_run.root).removeRecursively();
        const QString made = m_scratch.file(u"made"_qs);
        QDirIterator files(made, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString from = files.next();
            const QString to = m_run.root + from.mid(made.size());
            QVERIFY(QDir().mkpath(QFileInfo(to).path()) && QFile::copy(from, to));
        }
        QVERIFY(QFile::setPermissions(m_run.store().path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    Program::End run(const QString &what, const QByteArray &fatal)
    {
        Program program(QCoreApplication::applicationFilePath(), {u"--desk"_qs, what, m_run.root, QString::fromUtf8(fatal)}, m_run.root);
        program.setErrors(m_run.root + u"/errors"_qs);
        return program.start() ? program.waitForEnd() : Program::End();
    }

    /** The next sign-in after the first pull; the trail is its own. */
    Program::End recover(const QByteArray &fatal)
    {
        if (run(u"visit"_qs, FirstPull).signal != SIGKILL || !QFile::remove(m_run.trail())) {
            return {};
        }
        return run(u"recover"_qs, fatal);
    }

    [[nodiscard]] QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList trail() const { return QString::fromUtf8(read(m_run.trail())).split(u'\n', Qt::SkipEmptyParts); }
    [[nodiscard]] QByteArray errors() const { return read(m_run.root + u"/errors"_qs); }

    template <std::size_t N>
    static QStringList named(const char *const (&table)[N])
    {
        QStringList names;
        for (const char *one : table) {
            names.append(QString::fromLatin1(one));
        }
        return names;
    }

    static void rows(const QStringList &points)
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<bool>("careless");
        bool careless = false;
        for (const QString &point : points) {
            QTest::newRow(qPrintable(point)) << point << (careless = !careless);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_law = TrainingDesk::law();
        const Result<security::Password> chosen = security::Password::chosen(TrainingDesk::password(), TrainingDesk::administrator());
        QVERIFY(QDir().mkpath(m_scratch.file(u"made"_qs)));
        const Result<Workplace> made = SetUpCentre::run(StoreFolder(m_scratch.file(u"made/centre"_qs)), m_law, TrainingDesk::facts(),
            TrainingDesk::administrator(), *chosen, security::RecoveryKey::generate(), security::ScryptCost::forTests());
        QVERIFY(made);
        made->store.close();
        begin();
        const Program::End end = run(u"visit"_qs, {});
        QVERIFY2(end.code == 0, errors());
        m_reached = trail();
    }

    /** And a visit nothing happens to leaves nothing to ask about. */
    void everyPointIsReached()
    {
        const QStringList points = named(Points);
        QVERIFY(points.size() >= 60);
        QCOMPARE(QSet<QString>(points.cbegin(), points.cend()).size(), points.size());
        for (const QString &point : points) {
            QVERIFY2(m_reached.contains(point), qPrintable(point));
        }
        DeskVerdict verdict(m_run, m_law);
        QCOMPARE(verdict.judge(), QString());
        QCOMPARE(verdict.asked(), 0);
    }

    void whatWasToldOutlivesTheKill_data() { rows(wanted(named(Points), m_reached)); }
    void whatWasToldOutlivesTheKill()
    {
        QFETCH(const QString, point);
        QFETCH(const bool, careless);
        begin();
        const Program::End end = run(u"visit"_qs, point.toUtf8());
        QVERIFY2(end.signal == SIGKILL, errors());
        DeskVerdict verdict(m_run, m_law);
        verdict.setCareless(careless);
        QCOMPARE(verdict.judge(), QString());
    }

    void everyPointOfTheRecoveryIsReached()
    {
        begin();
        const Program::End end = recover({});
        QVERIFY2(end.code == 0, errors());
        m_recovered = trail();
        for (const QString &point : named(RecoveryPoints)) {
            QVERIFY2(m_recovered.contains(point), qPrintable(point));
        }
        DeskVerdict verdict(m_run, m_law);
        QCOMPARE(verdict.judge(), QString());
        QCOMPARE(verdict.asked(), 0);
    }

    void theRecoveryMayBeKilledAsWell_data() { rows(wanted(named(RecoveryPoints), m_recovered)); }
    void theRecoveryMayBeKilledAsWell()
    {
        QFETCH(const QString, point);
        QFETCH(const bool, careless);
        begin();
        const Program::End end = recover(point.toUtf8());
        QVERIFY2(end.signal == SIGKILL, errors());
        DeskVerdict verdict(m_run, m_law);
        verdict.setCareless(careless);
        QCOMPARE(verdict.judge(), QString());
    }

    void aJobThatIsHeldComesOutOnceOrIsAskedAbout_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<bool>("paperFirst");
        QTest::addColumn<int>("asked");
        const QString unheard = u"accept: sheet queued, its number not told"_qs;
        const QString known = u"accept: sheet with its job on the disk"_qs;
        QTest::newRow("its number was never heard, and paper is put in before anybody answers") << unheard << true << 1;
        QTest::newRow("its number was never heard, and the officer is asked first") << unheard << false << 1;
        QTest::newRow("its number is known, and paper is put in: nobody is asked") << known << true << 0;
    }
    void aJobThatIsHeldComesOutOnceOrIsAskedAbout()
    {
        QFETCH(const QString, point);
        QFETCH(const bool, paperFirst);
        QFETCH(const int, asked);
        begin();
        const Program::End end = run(u"held"_qs, point.toUtf8());
        QVERIFY2(end.signal == SIGKILL, errors());
        DeskVerdict verdict(m_run, m_law);
        verdict.setFillsPaper(paperFirst);
        QCOMPARE(verdict.judge(), QString());
        QCOMPARE(verdict.asked(), asked);
    }

    void aFaultIsSeen_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("point");
        QTest::addColumn<QString>("broken");
        QTest::addColumn<QString>("seen");
        QTest::newRow("an acceptance is told that was never written")
            << u"lie"_qs << u"accept: sheet expected begun"_qs << QString() << u"told and lost: dossier.accepted"_qs;
        QTest::newRow("an original comes out twice")
            << u"visit"_qs << u"accept: sheet known to be out on the disk"_qs << u"twice"_qs << u"2 unmarked originals of 01.1"_qs;
        QTest::newRow("a sheet vanishes from the tray, and nobody asks")
            << u"visit"_qs << u"accept: sheet known to be out on the disk"_qs << u"vanish"_qs << u"nobody has a slip of a dossier, and nobody was asked"_qs;
        QTest::newRow("a draft is an older one") << u"visit"_qs << u"money: draft told"_qs << u"older"_qs << u"a draft is older than was told"_qs;
        QTest::newRow("a draft is lost") << u"visit"_qs << u"money: draft told"_qs << u"draft"_qs << u"a draft that was kept is gone"_qs;
    }
    /** The verdict itself: broken on purpose. */
    void aFaultIsSeen()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, point);
        QFETCH(const QString, broken);
        QFETCH(const QString, seen);
        begin();
        const Program::End end = run(what, point.toUtf8());
        QVERIFY2(end.signal == SIGKILL, errors());
        const QDir tray(m_run.printer() + u"/tray"_qs);
        const QStringList slips = tray.entryList({u"* 01 *"_qs});
        if (broken == u"twice") {
            QVERIFY(slips.size() == 1 && QFile::copy(tray.filePath(slips.constFirst()), tray.filePath(u"0099 "_qs + slips.constFirst().section(u' ', 1))));
        } else if (broken == u"vanish") {
            QVERIFY(slips.size() == 1 && QFile::remove(tray.filePath(slips.constFirst())));
        } else if (broken == u"draft" || broken == u"older") {
            SignIn door(m_run.store(), m_law, security::ScryptCost::forTests());
            const Result<SignedInPerson> person = TrainingDesk::headIn(door);
            QVERIFY(person);
            const Result<QList<storage::Draft>> drafts = person->place.store.ask(storage::Drafts{}).result();
            QVERIFY(drafts);
            for (const storage::Draft &draft : *drafts) {
                storage::Draft older = draft;
                older.form = QJsonDocument(QJsonObject{{u"fields"_qs, QJsonObject()}}).toJson();
                QVERIFY(broken == u"older" ? person->place.store.keepDraft(older).result() : person->place.store.dropDraft(draft.id).result());
            }
            person->place.store.close();
        }
        DeskVerdict verdict(m_run, m_law);
        QCOMPARE(verdict.judge(), seen);
    }
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == u"--desk") {
        return desk(arguments.at(2), arguments.at(3), arguments.at(4).toUtf8());
    }
    tst_KillPoints test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_KillPoints.moc"
