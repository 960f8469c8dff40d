// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/DeskVisit.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/OpenDay.h"
#include "app/workflows/TakeStep.h"
#include "models/dossier/DossierEvent.h"
#include "models/journal/Kind.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QJsonDocument>

#include <unistd.h>

namespace motcua::testsupport {

namespace {

using Turn = ServeVisit::Turn;

constexpr int PatienceMs = 20'000;

const QString Procedure = QStringLiteral("2.000635");

[[noreturn]] void giveUp(const QString &what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    std::exit(3);
}

template <typename T>
T must(const Result<T> &result, const char *what)
{
    if (!result) {
        giveUp(QLatin1String(what) + QStringLiteral(": ") + errorName(result.error().code) + u' ' + result.error().detail);
    }
    return *result;
}

} // namespace

DeskVisit::DeskVisit(const DeskFolders &folders, KillPoints &points)
    : m_folders(folders)
    , m_points(points)
    , m_acknowledged(folders.acknowledged())
    , m_law(TrainingDesk::law())
{
    if (!m_acknowledged.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        giveUp(m_acknowledged.fileName());
    }
}

DeskVisit::~DeskVisit() = default;

void DeskVisit::until(const char *what, const std::function<bool()> &done)
{
    if (!QTest::qWaitFor(done, PatienceMs)) {
        giveUp(QLatin1String(what));
    }
}

void DeskVisit::stage(const char *name)
{
    // What is still on its way to the disk belongs to the stage in which it was asked for, in every run alike.
    if (m_person) {
        (void)m_person->place.store.keepSetting(QStringLiteral("stage"), name).result();
    }
    m_points.enter(name);
}

void DeskVisit::write(const QJsonObject &line)
{
    m_acknowledged.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    ::fsync(m_acknowledged.handle());
}

void DeskVisit::told(const QJsonObject &what, const QByteArray &name)
{
    m_points.reached(name + " heard");
    write(what);
    m_points.reached(name + " told");
}

void DeskVisit::told(const char *kind, const Id &subject)
{
    told({{u"kind"_qs, QLatin1String(kind)}, {u"subject"_qs, subject.toString()}}, kind);
}

void DeskVisit::signIn()
{
    m_door = std::make_unique<SignIn>(m_folders.store(), m_law, security::ScryptCost::forTests());
    m_person = must(TrainingDesk::headIn(*m_door), "sign-in");
    told(journal::kind::StaffSignedIn, m_person->place.person);
    m_printer = std::make_unique<QueueSlipPrinter>(m_folders.printer(), &m_points);
    m_slips = std::make_unique<SlipDesk>(m_printer.get());
    QObject::connect(m_slips.get(), &SlipDesk::issued, m_slips.get(), [this](const IssuedSlip &slip) { told(journal::kind::SlipIssued, slip.dossier.id); });
    QObject::connect(m_slips.get(), &SlipDesk::handed, m_slips.get(), [this](const Id &dossier) {
        told({{u"handed"_qs, dossier.toString()}}, "sheet handed");
    });
    QObject::connect(m_slips.get(), &SlipDesk::printed, m_slips.get(), [this](const Id &dossier) {
        told({{u"printed"_qs, dossier.toString()}}, "sheet printed");
    });
    const Workplace &place = m_person->place;
    m_slips->open(place);
    m_hall = std::make_unique<LocalHall>(place.store, place.act({}, AddNote{}), m_law.hall);
    m_serve = std::make_unique<ServeVisit>(place, m_hall.get());
    QObject::connect(m_serve.get(), &ServeVisit::failed, m_serve.get(), [](const Error &error) { giveUp(errorName(error.code) + error.detail); });
    bool taken = false;
    m_serve->takeUp([&taken] { taken = true; });
    until("taking up", [&taken] { return taken; });
}

void DeskVisit::openDay()
{
    const Shift shift = must(OpenDay(m_person->place).open(Money{500'000}, QDateTime::currentMSecsSinceEpoch()).result(), "day");
    told(journal::kind::ShiftOpened, shift.id);
}

void DeskVisit::comeToTheDesk()
{
    stage("ticket");
    const Ticket ticket = must(m_hall->issue({u"A"_qs, {}}).result(), "ticket");
    told(journal::kind::TicketIssued, ticket.id);
    const auto stepped = [this, &ticket](const char *what, Turn turn) {
        until(what, [this, turn] { return m_serve->turn() == turn && !m_serve->isBusy(); });
        told(journal::kind::TicketStepped, ticket.id);
    };
    stage("call");
    m_serve->callNext();
    stepped("call", Turn::Called);
    stage("begin");
    m_serve->begin();
    stepped("begin", Turn::Serving);
    told(journal::kind::VisitOpened, m_serve->visit().id());
    stage("hold");
    m_serve->hold(m_law.hall.holdPlaces.constFirst().id);
    stepped("hold", Turn::None);
    stage("resume");
    m_serve->resume(ticket.id);
    stepped("resume", Turn::Serving);
}

/** Tells of each draft as it is kept: what it holds was on the form when it was asked for. */
void DeskVisit::watch(FileDossier &filing)
{
    m_unkept.clear();
    QObject::connect(&filing, &FileDossier::changed, &filing, [this, &filing] {
        const QString id = filing.dossier().toString();
        // What is asked for is no promise; the verdict has to know what may stand there.
        write({{u"asked"_qs, id}, {u"form"_qs, filing.form().toJson()}, {u"papers"_qs, filing.papers().toJson()}});
        m_unkept.append({{u"draft"_qs, id}});
    });
    QObject::connect(&filing, &FileDossier::draftKept, &filing, [this] { told(m_unkept.takeFirst(), "draft"); });
    QObject::connect(&filing, &FileDossier::draftFailed, &filing, [](const Error &error) { giveUp(errorName(error.code)); });
    QObject::connect(&filing, &FileDossier::refused, &filing, [](const QList<Violation> &missing, const Error &error) {
        giveUp(QStringLiteral("refused: %1 %2 %3").arg(missing.size()).arg(errorName(error.code), error.detail));
    });
    QObject::connect(&filing, &FileDossier::dossierAccepted, &filing, [this](const Dossier &dossier) {
        m_dossier = dossier;
        told({{u"kind"_qs, QLatin1String(journal::kind::DossierAccepted)}, {u"subject"_qs, dossier.id.toString()}, {u"code"_qs, dossier.code}}, "acceptance");
        told(journal::kind::FeeTaken, dossier.id);
        m_serve->filed(dossier.id);
    });
    QObject::connect(&filing, &FileDossier::turnedAway, &filing, [this](const Dossier &dossier) {
        told(journal::kind::DossierTurnedAway, dossier.id);
        m_serve->turnedAway(dossier.id);
    });
    QObject::connect(m_serve.get(), &ServeVisit::changed, &filing, [this, &filing] { filing.setTurn(m_serve->visit()); });
    filing.setTurn(m_serve->visit());
}

void DeskVisit::type(FileDossier &filing)
{
    if (const Result<> chosen = filing.choose(Procedure); !chosen) {
        giveUp(u"procedure"_qs);
    }
    m_serve->took(filing.dossier(), Procedure);
    TrainingDesk::fill(filing);
    until("draft", [this] { return m_unkept.isEmpty(); });
}

void DeskVisit::accept(FileDossier &filing)
{
    stage("declaration");
    filing.printDeclaration();
    until("declaration", [&filing] { return filing.declaration().state == DeclarationStanding::State::Printed; });
    until("declaration kept", [this] { return m_unkept.isEmpty(); });
    stage("paper");
    Paper paper = filing.papers().papers().constFirst();
    paper.originalsHeld = 1;
    filing.look(paper);
    m_serve->saw(filing.dossier(), paper);
    until("paper", [this] { return m_unkept.isEmpty(); });
    stage("money");
    filing.pay({.given = Money{500'000}});
    until("payment", [this] { return m_unkept.isEmpty(); });
    stage("accept");
    if (m_paperEnds) {
        QueueSpooler::setPaper(m_folders.printer(), false);
    }
    if (m_lies) {
        told(journal::kind::DossierAccepted, filing.dossier());
    }
    filing.accept(true);
    until("acceptance", [&] { return filing.step() == FileDossier::Step::Accepted; });
    until("slip", [this] { return isQuiet(); });
    filing.finish();
}

/** Every sheet is out, and nothing of one is remembered any more. */
bool DeskVisit::isQuiet() const
{
    const QMap<QString, QByteArray> parts = must(m_person->place.store.ask(storage::OpenParts{}).result(), "open parts");
    return std::none_of(parts.keyBegin(), parts.keyEnd(), &SheetUnderWay::isPart);
}

void DeskVisit::take(TakeStep &steps, const QString &event, const StepDossier &asked)
{
    const StatusTable &table = m_person->place.store.rules().table;
    const std::optional<StatusStep> step = table.step(*m_dossier->status.status, event);
    if (!step) {
        giveUp(u"no step "_qs + event);
    }
    StepDossier said = asked;
    said.event = event;
    bool taken = false;
    const auto heard = QObject::connect(&steps, &TakeStep::taken, &steps, [&](const Dossier &dossier) {
        m_dossier = dossier;
        told(journal::kind::DossierStepped, dossier.id);
        if (event == event::HandOverResult) {
            m_serve->handedOver(dossier.id, dossier.procedureCode());
        }
        taken = true;
    });
    steps.take(*m_dossier, *step, said, {}, {}, m_serve->visit().id());
    until("step", [&] { return taken && isQuiet(); });
    QObject::disconnect(heard);
    m_dossier = must(m_person->place.store.ask(storage::DossierById{m_dossier->id}).result(), "dossier");
}

void DeskVisit::takeSteps()
{
    TakeStep steps(m_person->place, m_slips.get());
    QObject::connect(&steps, &TakeStep::refused, &steps, [](const Error &error) { giveUp(u"step "_qs + errorName(error.code) + error.detail); });
    const SupplementItem item{.name = u"Giấy ủy quyền"_qs, .reason = u"thiếu"_qs, .copies = 1};
    stage("transfer");
    take(steps, u"transfer"_qs, {});
    stage("supplement");
    take(steps, u"request_supplement"_qs, {.reason = u"thiếu giấy"_qs, .asked = {item}});
    stage("arrival");
    take(steps, u"supplement_received"_qs, {.arrived = {item}});
    stage("result");
    take(steps, u"result_ready"_qs, {});
    stage("hand over");
    // Without the slip, so that a sheet is made to be signed for it.
    const ShownIdentity passport{.way = u"passport"_qs, .wayName = u"Hộ chiếu"_qs, .proves = true};
    take(steps, event::HandOverResult,
        {.confirmed = {Confirmation::ReceiverIdentified, Confirmation::OriginalsReturned}, .receiver = Receiver{.document = u"P1234567"_qs, .shown = passport}, .slipLost = LostSlip{}});
    stage("note");
    bool noted = false;
    QObject::connect(&steps, &TakeStep::noted, &steps, [&](const Id &dossier) {
        told(journal::kind::DossierNoted, dossier);
        noted = true;
    });
    steps.note(m_dossier->id, u"đã trả kết quả"_qs);
    until("note", [&noted] { return noted; });
}

/** Two dossiers of one act, whose slips are one job. */
void DeskVisit::acceptTwo()
{
    FileDossier filing(m_person->place, m_slips.get());
    watch(filing);
    QObject::connect(&filing, &FileDossier::besideAccepted, &filing, [this](const Dossier &dossier) {
        told({{u"kind"_qs, QLatin1String(journal::kind::DossierAccepted)}, {u"subject"_qs, dossier.id.toString()}, {u"code"_qs, dossier.code}}, "acceptance beside");
        told(journal::kind::FeeTaken, dossier.id);
        m_serve->filed(dossier.id);
    });
    stage("two forms");
    type(filing);
    const Id first = filing.dossier();
    type(filing);
    filing.pay({.given = Money{500'000}});
    until("payment", [this] { return m_unkept.isEmpty(); });
    const std::optional<storage::Draft> beside = must(m_person->place.store.ask(storage::DraftById{first}).result(), "draft");
    stage("accept two");
    filing.accept(true, {beside.value_or(storage::Draft())});
    until("acceptance", [&] { return filing.step() == FileDossier::Step::Accepted; });
    until("slips", [this] { return isQuiet(); });
    filing.finish();
}

void DeskVisit::turnAway(const char *name, bool refused)
{
    FileDossier filing(m_person->place, m_slips.get());
    watch(filing);
    stage("another form");
    type(filing);
    stage(name);
    const SupplementItem item{.name = u"Giấy khai sinh"_qs, .reason = u"thiếu"_qs, .originals = 1};
    StepDossier said{.reason = u"không đúng thẩm quyền"_qs};
    if (!refused) {
        said.asked = {item};
    }
    filing.turnAway(refused, said);
    until(name, [&] { return filing.step() == FileDossier::Step::Choosing && isQuiet(); });
}

void DeskVisit::endDay()
{
    stage("finish");
    const Id ticket = m_serve->ticket()->id;
    const Id visit = m_serve->visit().id();
    m_serve->finish();
    until("finish", [this] { return m_serve->turn() == Turn::None; });
    told(journal::kind::VisitClosed, visit);
    told(journal::kind::TicketStepped, ticket);
    stage("close");
    const Shift shift = must(OpenDay(m_person->place).step(ShiftState::Closed, 0, QDateTime::currentMSecsSinceEpoch()).result(), "end of the day");
    told(journal::kind::ShiftStepped, shift.id);
    // What was asked last is on the disk when the store is closed.
    m_person->place.store.close();
    m_points.reached("store closed");
}

int DeskVisit::play()
{
    stage("sign in");
    signIn();
    stage("open the day");
    openDay();
    comeToTheDesk();
    {
        FileDossier filing(m_person->place, m_slips.get());
        watch(filing);
        stage("type");
        type(filing);
        accept(filing);
    }
    takeSteps();
    acceptTwo();
    turnAway("send back", false);
    turnAway("refuse", true);
    endDay();
    return 0;
}

int DeskVisit::recover()
{
    stage("recovery");
    signIn();
    const auto open = [this] {
        const QMap<QString, QByteArray> parts = must(m_person->place.store.ask(storage::OpenParts{}).result(), "open parts");
        return std::count_if(parts.keyBegin(), parts.keyEnd(), &SheetUnderWay::isPart);
    };
    until("questions", [&] { return m_slips->doubts().size() == open(); });
    stage("reprint");
    for (const SheetInDoubt &doubt : QList<SheetInDoubt>(m_slips->doubts())) {
        m_slips->printAnew(doubt.sheet.sheet);
    }
    until("reprint", [this] { return isQuiet(); });
    m_person->place.store.close();
    return 0;
}

} // namespace motcua::testsupport
