// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/DeskVerdict.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "models/journal/Kind.h"
#include "models/visit/VisitRecord.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/support/StoreVerdict.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSet>

namespace motcua::testsupport {

namespace {

using journal::kind::DossierAccepted;
using journal::kind::DossierTurnedAway;
using journal::kind::FeeTaken;

constexpr int PatienceMs = 20'000;

QString textOf(const DossierLine &line, const char *key)
{
    return line.what.value(QLatin1String(key)).toString();
}

QString words(const QByteArray &pdf)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")});
    reader.write(pdf);
    reader.closeWriteChannel();
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

/** What came out is the sealed file; of a job of several it is on pages of its own, word for word. */
bool isPrinted(const QByteArray &sealed, const PrintedSheet &job)
{
    const QString text = words(sealed);
    return job.pdf == sealed || (job.title.count(u' ') > 1 && !text.isEmpty() && words(job.pdf).contains(text));
}

} // namespace

DeskVerdict::DeskVerdict(const DeskFolders &folders, const Lawbook &law)
    : m_folders(folders)
    , m_law(law)
{
    QFile told(folders.acknowledged());
    if (told.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = told.readAll().split('\n');
        for (const QByteArray &line : lines) {
            m_told.append(QJsonDocument::fromJson(line).object());
        }
    }
}

QStringList DeskVerdict::openSheets(const Workplace &place)
{
    const Result<QMap<QString, QByteArray>> parts = place.store.ask(storage::OpenParts{}).result();
    const QStringList all = parts ? QStringList(parts->keys()) : QStringList{QStringLiteral("not readable")};
    QStringList sheets;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(sheets), &SheetUnderWay::isPart);
    return sheets;
}

qsizetype DeskVerdict::count(const QString &kind, const Id &subject) const
{
    return std::count_if(m_entries.cbegin(), m_entries.cend(),
        [&](const journal::Entry &one) { return QLatin1String(one.header.kind) == kind && one.header.subject == subject; });
}

QList<Dossier> DeskVerdict::dossiers(const Workplace &place) const
{
    QSet<Id> ids;
    for (const journal::Entry &entry : m_entries) {
        if (entry.header.kind == DossierAccepted || entry.header.kind == DossierTurnedAway) {
            ids.insert(entry.header.subject);
        }
    }
    QList<Dossier> all;
    for (const Id &id : ids) {
        const Result<std::optional<Dossier>> found = place.store.ask(storage::DossierById{id}).result();
        all.append(found && *found ? **found : Dossier{.id = id});
    }
    return all;
}

QString DeskVerdict::judge()
{
    if (m_fillsPaper) {
        QueueSpooler::setPaper(m_folders.printer(), true);
    }
    SignIn door(m_folders.store(), m_law, security::ScryptCost::forTests());
    const Result<SignedInPerson> person = TrainingDesk::headIn(door);
    if (!person) {
        return QStringLiteral("nobody can sign in: ") + errorName(person.error().code) + u' ' + person.error().detail;
    }
    const Workplace &place = person->place;
    quint64 head = 0;
    const QByteArray key = person->session->keys()->dataKeys.current.view().toByteArray();
    QString wrong = StoreVerdict::whole(place.store.path(), &head, key);
    for (const auto judged : {&DeskVerdict::judgeJournal, &DeskVerdict::judgeDrafts, &DeskVerdict::judgeTurn, &DeskVerdict::judgeSheets,
             &DeskVerdict::judgeTray}) {
        wrong = wrong.isEmpty() ? (this->*judged)(place) : wrong;
    }
    place.store.close();
    return wrong;
}

QString DeskVerdict::judgeJournal(const Workplace &place)
{
    const Result<QList<journal::Entry>> entries = place.store.ask(storage::JournalPage{.limit = 1000}).result();
    if (!entries) {
        return QStringLiteral("the journal cannot be read");
    }
    m_entries = *entries;
    QMap<std::pair<QString, QString>, int> told;
    for (const QJsonObject &one : std::as_const(m_told)) {
        if (one.contains(u"kind")) {
            ++told[{one.value(u"kind").toString(), one.value(u"subject").toString()}];
        }
        if (one.contains(u"code")) {
            const Result<std::optional<Dossier>> found = place.store.ask(storage::DossierByCode{one.value(u"code").toString()}).result();
            if (!found || !*found || (*found)->id != Id::fromString(one.value(u"subject").toString())) {
                return QStringLiteral("the code that was told is not that dossier's");
            }
        }
    }
    for (auto it = told.cbegin(); it != told.cend(); ++it) {
        if (count(it.key().first, Id::fromString(it.key().second)) < it.value()) {
            return QStringLiteral("told and lost: %1").arg(it.key().first);
        }
    }
    for (const Dossier &dossier : dossiers(place)) {
        if (const QString wrong = judgeDossier(place, dossier); !wrong.isEmpty()) {
            return wrong;
        }
    }
    return {};
}

/** Nothing is half done: acceptance and money are one, and every sheet that was journalled can be printed again. */
QString DeskVerdict::judgeDossier(const Workplace &place, const Dossier &dossier)
{
    const qsizetype accepted = count(QLatin1String(DossierAccepted), dossier.id);
    const bool isTurnedAway = count(QLatin1String(DossierTurnedAway), dossier.id) > 0;
    if (accepted > 1 || (accepted == 0 && !isTurnedAway)) {
        return QStringLiteral("accepted %1 times").arg(accepted);
    }
    if (accepted != count(QLatin1String(FeeTaken), dossier.id)) {
        return QStringLiteral("accepted without its money, or money without acceptance");
    }
    for (const DossierLine &line : dossier.slips) {
        if (!place.store.attachments().read(textOf(line, "attachment"))) {
            return QStringLiteral("a journalled sheet is not there");
        }
    }
    return {};
}

/** What was said to be kept of a form is there, until the form became a dossier; and no form is offered of what is a dossier. */
QString DeskVerdict::judgeDrafts(const Workplace &place)
{
    QMap<QString, QList<QJsonObject>> asked;
    QMap<QString, int> told; // of those, in order
    for (const QJsonObject &one : std::as_const(m_told)) {
        if (one.contains(u"asked")) {
            asked[one.value(u"asked").toString()].append(one);
        } else if (one.contains(u"draft")) {
            ++told[one.value(u"draft").toString()];
        }
    }
    for (auto it = told.cbegin(); it != told.cend(); ++it) {
        const Id id = Id::fromString(it.key());
        const Result<std::optional<storage::Draft>> draft = place.store.ask(storage::DraftById{id}).result();
        const Result<std::optional<Dossier>> dossier = place.store.ask(storage::DossierById{id}).result();
        if (!draft || !dossier) {
            return QStringLiteral("drafts cannot be read");
        }
        if (!*draft) {
            if (!*dossier) {
                return QStringLiteral("a draft that was kept is gone");
            }
            continue;
        }
        if (*dossier && !(*dossier)->code.isEmpty()) {
            return QStringLiteral("a draft is offered of a dossier that was accepted");
        }
        const QJsonObject kept = QJsonDocument::fromJson((*draft)->form).object();
        const QList<QJsonObject> &all = asked[it.key()];
        const bool isKept = std::any_of(all.cbegin() + (*it - 1), all.cend(), [&kept](const QJsonObject &one) {
            return one.value(u"form") == kept.value(u"fields") && one.value(u"papers") == kept.value(u"papers");
        });
        if (!isKept) {
            return QStringLiteral("a draft is older than was told");
        }
    }
    return {};
}

/** Whoever was served is served on, and their visit knows what became of their dossiers. */
QString DeskVerdict::judgeTurn(const Workplace &place)
{
    LocalHall hall(place.store, place.act({}, AddNote{}), m_law.hall);
    ServeVisit serve(place, &hall);
    bool taken = false;
    serve.takeUp([&taken] { taken = true; });
    if (!QTest::qWaitFor([&taken] { return taken; }, PatienceMs)) {
        return QStringLiteral("the turn cannot be taken up");
    }
    if (serve.turn() == ServeVisit::Turn::Serving) {
        const qsizetype opened = count(QLatin1String(journal::kind::VisitOpened), serve.visit().id());
        if (opened > 1 || VisitRecord::fold(serve.visit().id(), m_entries).isClosed()) {
            return QStringLiteral("a visit that is over goes on");
        }
        for (const VisitDossier &one : serve.visit().dossiers()) {
            const bool isFiled = count(QLatin1String(DossierAccepted), one.id) > 0;
            const bool isAway = count(QLatin1String(DossierTurnedAway), one.id) > 0;
            if ((isFiled || isAway) && one.state == VisitDossier::State::UnderWay) {
                return QStringLiteral("the visit takes a dossier for one that is still being filled");
            }
        }
        for (const Dossier &dossier : dossiers(place)) {
            const QList<VisitDossier> &known = serve.visit().dossiers();
            if (std::none_of(known.cbegin(), known.cend(), [&dossier](const VisitDossier &one) { return one.id == dossier.id; })) {
                return QStringLiteral("the visit does not know a dossier of its own");
            }
        }
        return {};
    }
    const bool wasServed = std::any_of(
        m_told.cbegin(), m_told.cend(), [](const QJsonObject &one) { return one.value(u"kind") == QLatin1String(journal::kind::VisitOpened); });
    const bool isOver = std::any_of(
        m_entries.cbegin(), m_entries.cend(), [](const journal::Entry &one) { return one.header.kind == journal::kind::VisitClosed; });
    const Result<HallView> view = hall.look().result();
    const bool isHeld = view && (view->inHand || !view->held.isEmpty());
    return wasServed && !isOver && !isHeld ? QStringLiteral("who was served is nowhere") : QString();
}

/** The officer is asked about every sheet nobody knows to be out, answers, and then nothing is open. */
QString DeskVerdict::judgeSheets(const Workplace &place)
{
    QueueSlipPrinter printer(m_folders.printer());
    SlipDesk slips(&printer);
    slips.open(place);
    const auto settled = [&] { return openSheets(place).size() == slips.doubts().size(); };
    if (!QTest::qWaitFor(settled, PatienceMs)) {
        return QStringLiteral("a sheet is neither out nor asked about");
    }
    m_asked = slips.doubts().size();
    const QList<PrintedSheet> tray = QueueSpooler::tray(m_folders.printer());
    for (const SheetInDoubt &doubt : QList<SheetInDoubt>(slips.doubts())) {
        const QString sheet = doubt.sheet.sheet.toString();
        const bool isOut = std::any_of(tray.cbegin(), tray.cend(), [&sheet](const PrintedSheet &one) { return one.title.contains(sheet); });
        if (isOut && doubt.neverPrinted) {
            return QStringLiteral("a sheet that is out is said never to have been printed");
        }
        QueueSpooler::setPaper(m_folders.printer(), true);
        isOut && !m_careless ? slips.cameOut(doubt.sheet.sheet) : slips.printAnew(doubt.sheet.sheet);
    }
    if (!QTest::qWaitFor([&] { return openSheets(place).isEmpty(); }, PatienceMs)) {
        return QStringLiteral("a sheet is still open after the officer answered");
    }
    QueueSpooler::run(m_folders.printer()); // what the spooler still holds comes out in the end
    return {};
}

/** Of each form of each state of a dossier one unmarked original at most, and whoever was promised a slip has one. */
QString DeskVerdict::judgeTray(const Workplace &place)
{
    const QList<PrintedSheet> tray = QueueSpooler::tray(m_folders.printer());
    QSet<QString> known;
    for (const Dossier &dossier : dossiers(place)) {
        QMap<QString, int> originals;
        qsizetype out = 0;
        for (const DossierLine &line : dossier.slips) {
            const QString sheet = textOf(line, "sheet");
            known.insert(sheet);
            const auto isIt = [&sheet](const PrintedSheet &one) { return one.title.contains(sheet); };
            const qsizetype times = std::count_if(tray.cbegin(), tray.cend(), isIt);
            out += times;
            if (textOf(line, "mark") == u"original") {
                originals[textOf(line, "slip") + u'.' + QString::number(line.what.value(u"revision").toInt())] += static_cast<int>(times);
            }
            const Result<QByteArray> sealed = place.store.attachments().read(textOf(line, "attachment"));
            if (times > 0 && (!sealed || !isPrinted(*sealed, *std::find_if(tray.cbegin(), tray.cend(), isIt)))) {
                return QStringLiteral("the paper is not what the journal holds");
            }
        }
        for (auto it = originals.cbegin(); it != originals.cend(); ++it) {
            if (*it > 1) {
                return QStringLiteral("%1 unmarked originals of %2").arg(*it).arg(it.key());
            }
        }
        if (out == 0) {
            return QStringLiteral("nobody has a slip of a dossier, and nobody was asked");
        }
    }
    for (const PrintedSheet &one : tray) {
        const QStringList sheets = one.title.split(u' ').mid(1);
        const bool isKnown = std::all_of(sheets.cbegin(), sheets.cend(), [&known](const QString &sheet) { return known.contains(sheet); });
        if (!isKnown && !one.title.startsWith(u"extract-request")) { // a declaration is no slip
            return QStringLiteral("a sheet is out that the journal does not know: ") + one.title;
        }
    }
    return {};
}

} // namespace motcua::testsupport
