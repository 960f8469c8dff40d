// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/folder/FolderSlipPrinter.h"
#include "app/security/ProcessMemory.h"
#include "app/storage/DossierQueries.h"
#include "app/workflows/FileDossier.h"
#include "app/workflows/SignIn.h"
#include "tests/fault/Canaries.h"
#include "tests/support/Program.h"
#include "tests/support/ScratchFolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace motcua;
using namespace motcua::testsupport;

namespace {

/** Answers every field of a form with canaries that fit it, those of person `who`. */
void fill(FileDossier &filing, int who)
{
    for (const FormSection &section : filing.procedure().form().sections) {
        for (const Field &field : section.fields) {
            QString answer;
            switch (field.type) {
            case FieldType::Name:
                answer = canaries::name(field.id.startsWith(u"record."_qs) ? who + 1 : who);
                break;
            case FieldType::PersonalNumber:
                answer = canaries::number(who);
                break;
            case FieldType::Phone:
                answer = canaries::phone(who);
                break;
            case FieldType::Text:
            case FieldType::Address:
                answer = u"Số 7, thôn "_qs + canaries::name(who + 1);
                break;
            case FieldType::Date:
            case FieldType::PartialDate:
                answer = u"1985-03-05"_qs;
                break;
            case FieldType::Enumeration:
                answer = field.options.constFirst().code;
                break;
            case FieldType::Category:
                answer = field.category.items().constFirst().code;
                break;
            case FieldType::Money:
            case FieldType::Integer:
            case FieldType::Tick:
                answer = u"1"_qs;
                break;
            case FieldType::Email:
                break;
            }
            if (!answer.isEmpty() && filing.procedure().checker.view(filing.form(), QDate(2026, 11, 23)).fields.contains(field.id)) {
                filing.answer(field.id, FieldValue::given(answer));
            }
        }
    }
    for (const RequiredPaper &required : filing.procedure().papers) {
        Paper paper = filing.papers().paper(required.id);
        paper.state = Paper::State::Met;
        paper.kind = required.kinds.isEmpty() ? PaperKind::OriginalSeen : required.kinds.constFirst();
        filing.look(paper);
    }
}

/** The dossier 2.000635 wants, as a file of motcua-ctl. */
QJsonObject filled(int who)
{
    return {{u"fields"_qs,
                QJsonObject{{u"requester.name"_qs, canaries::name(who)}, {u"requester.birth"_qs, u"5/3/85"_qs},
                    {u"requester.residence"_qs, u"12 "_qs + canaries::name(who)}, {u"requester.personalNumber"_qs, canaries::number(who)},
                    {u"requester.phone"_qs, canaries::phone(who)}, {u"requester.relation"_qs, u"self"_qs}, {u"record.kind"_qs, u"birth"_qs},
                    {u"record.name"_qs, canaries::name(who + 1)}, {u"record.birth"_qs, u"15/11/2019"_qs}, {u"record.sex"_qs, u"male"_qs},
                    {u"record.registeredAt"_qs, u"UBND xã "_qs + canaries::name(who + 1)}, {u"copies"_qs, u"2"_qs}}},
        {u"papers"_qs, QJsonObject{{u"declaration"_qs, u"met"_qs}, {u"identity"_qs, u"met"_qs}}}};
}

/** A visit at the desk as the workflows of the window do it, ended by a crash in the middle of it. Never returns 0. */
int visit(const QString &centre, const QString &printed, const QString &backup)
{
    const auto or_die = [](bool well, const char *what) {
        if (!well) {
            std::fprintf(stderr, "%s\n", what);
            std::exit(3);
        }
    };
    Result<Lawbook, QList<Error>> law = Lawbook::load(Lawbook::folder());
    or_die(static_cast<bool>(law), "law");
    SignIn door(StoreFolder(centre), *law);
    or_die(!door.withPassword(canaries::name(9), canaries::password(2)).result(), "a wrong password was taken");
    Result<SignedInPerson> person = Error{};
    or_die(QTest::qWaitFor([&] { return static_cast<bool>(person = door.withPassword(canaries::name(9), canaries::password(1)).result()); }, 30'000),
        "sign-in");
    or_die(static_cast<bool>(door.choosePin(*person, canaries::pin()).result()), "PIN");
    or_die(static_cast<bool>(door.withPin(canaries::name(9), canaries::pin()).result()), "sign-in by PIN");

    FolderSlipPrinter printer(printed);
    SlipDesk slips(&printer);
    slips.open(person->place);
    FileDossier filing(person->place, &slips);
    const QSignalSpy out(&filing, &FileDossier::slipPrinted);
    or_die(static_cast<bool>(filing.choose(u"2.000635"_qs)), "procedure");
    fill(filing, 6);
    filing.accept();
    or_die(QTest::qWaitFor([&] { return out.size() == 1; }, 30'000), "slip");

    const storage::Store &store = person->place.store;
    const Id id = filing.dossier();
    const auto done = [&](const ActKind &what) { return static_cast<bool>(store.record(person->place.act(id, what)).result()); };
    or_die(done(AddNote{canaries::name(8)}), "note");
    or_die(done(CorrectDossier{{{u"requester.phone"_qs, FieldValue::given(canaries::phone(7))}}, canaries::word(19)}), "correction");
    const Result<storage::AttachmentReference> scan = store.attachments().keep(canaries::all().join(u'\n').toUtf8().repeated(50));
    or_die(scan && done(AddPaper{u"declaration"_qs, scan->toString(), {{u"source"_qs, canaries::word(18)}}}), "paper");
    for (const QString &asked : {canaries::name(6), canaries::number(6), canaries::phone(7), canaries::word(13)}) {
        or_die(static_cast<bool>(store.ask(storage::FindDossiers{.text = asked}).result()), "search");
    }
    or_die(static_cast<bool>(store.backUp(backup).result()), "back-up");

    FileDossier unfinished(person->place, &slips);
    const QSignalSpy kept(&unfinished, &FileDossier::draftKept);
    or_die(static_cast<bool>(unfinished.choose(u"2.000635"_qs)), "second form");
    fill(unfinished, 7);
    or_die(QTest::qWaitFor([&] { return kept.size() > 5; }, 30'000), "draft");
    std::abort();
}

} // namespace

/** What the programs leave on the disk, from the first sign-in to the crash, tells nobody who came. */
class tst_Canaries : public QObject
{
    Q_OBJECT

private:
    ScratchFolder m_scratch; ///< everything a program may write to by itself
    ScratchFolder m_outside; ///< what it was told to hand out: printed slips, answers to a question, the test's own input
    int m_runs = 0;

    [[nodiscard]] QString path(const QString &name) const { return m_scratch.file(name); }

    std::unique_ptr<Program> program(const QString &file, const QStringList &arguments)
    {
        auto made = std::make_unique<Program>(file, arguments, path(u"cwd"_qs));
        made->setEnvironment(u"QT_QPA_PLATFORM"_qs, u"offscreen"_qs);
        made->setEnvironment(u"HOME"_qs, path(u"home"_qs));
        made->setEnvironment(u"TMPDIR"_qs, path(u"tmp"_qs));
        made->setEnvironment(u"XDG_RUNTIME_DIR"_qs, path(u"run"_qs));
        for (const QString &kind : {u"cache"_qs, u"config"_qs, u"data"_qs, u"state"_qs}) {
            made->setEnvironment(u"XDG_"_qs + kind.toUpper() + u"_HOME"_qs, path(kind));
        }
        made->setErrors(path(u"logs/%1.err"_qs.arg(++m_runs)));
        made->setOutput(path(u"logs/%1.out"_qs.arg(m_runs)));
        return made;
    }

    /** motcua-ctl with these words; the exit code. Its answer goes outside when it is asked for names. */
    int ctl(const QStringList &words, const QString &password, bool answersWithNames = false)
    {
        QStringList all = words;
        all << u"--store"_qs << path(u"centre"_qs) << u"--json"_qs;
        const std::unique_ptr<Program> run = program(QStringLiteral(MOTCUA_CTL), all);
        run->setEnvironment(u"MOTCUA_PASSWORD"_qs, password);
        run->setEnvironment(u"MOTCUA_NEW_PASSWORD"_qs, canaries::password(1));
        if (answersWithNames) {
            run->setOutput(m_outside.file(u"answers"_qs));
        }
        return run->start() ? run->waitForEnd().code : -1;
    }

    int asHead(QStringList words, bool answersWithNames = false)
    {
        words << u"--person"_qs << canaries::name(8);
        return ctl(words, canaries::password(0), answersWithNames);
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &folder : {u"cwd"_qs, u"home"_qs, u"tmp"_qs, u"run"_qs, u"cache"_qs, u"config"_qs, u"data"_qs, u"state"_qs, u"logs"_qs}) {
            QVERIFY(QDir().mkpath(path(folder)));
        }
        QVERIFY(QFile::setPermissions(path(u"run"_qs), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const QStringList all = canaries::all();
        QVERIFY(all.size() >= 40);
        QCOMPARE(canaries::number(7).size(), 12);
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), all.size());
    }

    void theSearchFindsWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("planted");
        const QList<QByteArray> all = spellings(canaries::name(3)) + spellings(canaries::number(3)) + spellings(canaries::password(2));
        QVERIFY(all.size() >= 20);
        for (qsizetype n = 0; n < all.size(); ++n) {
            QTest::addRow("spelling %lld", static_cast<qint64>(n)) << all.at(n);
        }
    }
    void theSearchFindsWhatIsThere()
    {
        QFETCH(QByteArray, planted);
        const QString name = path(u"tmp/.planted"_qs);
        {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(4093, '\xff') + planted + QByteArray(77, '\0'));
        }
        const QStringList found = traces(m_scratch.path(), canaries::all() + QStringList{canaries::name(3)});
        QVERIFY(QFile::remove(name));
        QVERIFY(!found.isEmpty());
        QVERIFY(found.constFirst().startsWith(u"/tmp/.planted: "_qs));
        QCOMPARE(traces(m_scratch.path(), canaries::all()), QStringList());
    }

    void fromTheFirstSignInToTheCrash()
    {
        // The recovery key is printed once, on the terminal, and is a secret like the others from then on.
        const std::unique_ptr<Program> init = program(QStringLiteral(MOTCUA_CTL),
            {u"init"_qs, u"--unit"_qs, u"Trung tâm thử"_qs, u"--governing-body"_qs, u"Ủy ban nhân dân phường thử"_qs, u"--place"_qs, u"Thử"_qs,
                u"--organisation"_qs, u"H26.31.05"_qs, u"--desk"_qs, u"3"_qs, u"--training"_qs, u"--person"_qs,
                canaries::name(8), u"--store"_qs, path(u"centre"_qs), u"--json"_qs});
        init->setEnvironment(u"MOTCUA_PASSWORD"_qs, canaries::password(0));
        init->setOutput(m_outside.file(u"recovery"_qs));
        QVERIFY(init->start());
        QCOMPARE(init->waitForEnd().code, 0);
        QFile recovery(m_outside.file(u"recovery"_qs));
        QVERIFY(recovery.open(QIODevice::ReadOnly));
        const QString key = QJsonDocument::fromJson(recovery.readAll()).object().value(u"recoveryKey").toString();
        QVERIFY(key.size() > 20);

        QCOMPARE(asHead({u"person"_qs, u"add"_qs, canaries::name(9), u"--roles"_qs, u"officer,supervisor"_qs}, true), 0); // it answers with the name
        for (int who = 0; who < 6; who += 2) {
            QFile input(m_outside.file(u"%1.json"_qs.arg(who)));
            QVERIFY(input.open(QIODevice::WriteOnly));
            input.write(QJsonDocument(filled(who)).toJson());
            input.close();
            QCOMPARE(asHead({u"file"_qs, u"--procedure"_qs, u"2.000635"_qs, input.fileName(), u"--slip"_qs, m_outside.file(u"%1.pdf"_qs.arg(who))}), 0);
            QCOMPARE(asHead({u"search"_qs, canaries::name(who)}, true), 0);
        }
        QFile lacking(m_outside.file(u"lacking.json"_qs));
        QVERIFY(lacking.open(QIODevice::WriteOnly));
        lacking.write(QJsonDocument(QJsonObject{{u"fields"_qs, QJsonObject{{u"requester.name"_qs, canaries::name(5)}, {u"requester.phone"_qs, canaries::word(3)}}}}).toJson());
        lacking.close();
        QCOMPARE(asHead({u"file"_qs, u"--procedure"_qs, u"2.000635"_qs, lacking.fileName()}), 6);
        QCOMPARE(ctl({u"list"_qs, u"--person"_qs, canaries::name(7)}, canaries::password(2)), 3);
        QCOMPARE(ctl({u"search"_qs, canaries::name(1), u"--person"_qs, canaries::name(7)}, canaries::password(2)), 3);
        QCOMPARE(asHead({u"search"_qs, canaries::word(23)}), 5);
        QCOMPARE(asHead({u"journal"_qs, u"export"_qs, path(u"journal.mcj"_qs)}), 0);
        QCOMPARE(asHead({u"backup"_qs, path(u"backup"_qs)}), 0);

        const std::unique_ptr<Program> desk = program(QCoreApplication::applicationFilePath(),
            {u"--visit"_qs, path(u"centre"_qs), m_outside.file(u"printed"_qs), path(u"backup-2"_qs)});
        QVERIFY(desk->start());
        const Program::End end = desk->waitForEnd();
        QCOMPARE(end.code, -1);
        QCOMPARE(end.signal, SIGABRT);
        QVERIFY(!end.dumped);
        QVERIFY(QFileInfo(path(u"centre/centre.db-wal"_qs)).size() > 0);
        QVERIFY(QFile::exists(path(u"centre/centre.db-shm"_qs)));

        QCOMPARE(asHead({u"doctor"_qs, u"--rebuild"_qs}), 0);
        const QStringList found = traces(m_scratch.path(), canaries::all() + QStringList{key, QString(key).remove(u'-')});
        QVERIFY2(found.isEmpty(), qPrintable(found.mid(0, 20).join(u'\n')));
        QCOMPARE(QDir(path(u"cwd"_qs)).entryList(QDir::Files | QDir::Hidden), QStringList());
        QVERIFY(!traces(m_outside.path(), {canaries::name(0)}).isEmpty()); // what was asked for was answered
    }

    void theWindowItself()
    {
        // The tour's citizen is invented for it; its pictures and its slip are what it is asked to hand out.
        const QString shown = m_outside.file(u"tour"_qs);
        const std::unique_ptr<Program> window = program(QStringLiteral(MOTCUA_WINDOW), {u"--tour"_qs, shown});
        QVERIFY(window->start());
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(shown).entryList({u"*-search.png"_qs}).isEmpty(), 90'000);
        window->kill(SIGABRT);
        const Program::End end = window->waitForEnd();
        QCOMPARE(end.signal, SIGABRT);
        QVERIFY(!end.dumped);
        QDirIterator stores(path(u"tmp"_qs), {u"centre.db"_qs}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY2(stores.hasNext(), "the crash left the tour's store behind, to be looked through");
        const QStringList found = traces(m_scratch.path(),
            {u"Nguyễn Thị Hoa"_qs, u"12 Trần Phú"_qs, u"000185012345"_qs, u"Nguyễn Bảo An"_qs, u"ng t hoa"_qs, u"Trần Minh Đức"_qs, u"tap huan quay ba"_qs});
        QVERIFY2(found.isEmpty(), qPrintable(found.mid(0, 20).join(u'\n')));
    }
};

int main(int argc, char **argv)
{
    motcua::security::keepMemoryToOurselves();
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == u"--visit") {
        return visit(arguments.at(2), arguments.at(3), arguments.at(4));
    }
    tst_Canaries test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Canaries.moc"
