// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/OtherDesk.h"

#include "app/security/Random.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/workflows/JournalLaw.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/Correction.h"
#include "models/dossier/Dispute.h"

#include <QDateTime>
#include <QTemporaryDir>

#include <algorithm>

namespace motcua::training {

namespace {

constexpr int MostLooked = 50; // dossiers
constexpr int NumbersBelow = 9'900; // its range must not meet that of a desk that numbers are given out at
constexpr qsizetype WholeLog = 1'000'000;

/** What each of two desks puts right. */
struct Corrections
{
    QMap<QString, FieldValue> ours = {};
    QMap<QString, FieldValue> theirs = {};

    void add(const QString &path, const QString &our, const QString &their)
    {
        ours.insert(path, FieldValue::given(our));
        theirs.insert(path, FieldValue::given(their));
    }
};

/** An address, a telephone number and a number that is counted, as far as the form asks for them. */
Corrections corrections(const Dossier &dossier, const Procedure &edition, QDate today)
{
    const Correction asked(dossier, edition.checker, today);
    const QStringList money = moneyAnswers(edition.form(), edition.fees);
    Corrections made;
    bool hasAddress = false;
    bool hasPhone = false;
    bool hasMoney = false;
    for (const Correction::Question &question : asked.questions()) {
        const QString before = asked.before(question.path).text;
        const FieldType type = question.field.type;
        if (type == FieldType::Address && !before.isEmpty() && !std::exchange(hasAddress, true)) {
            made.add(question.path, QStringLiteral("Tổ 4, ") + before, QStringLiteral("Tổ 14, ") + before);
        } else if (type == FieldType::Phone && !std::exchange(hasPhone, true)) {
            made.add(question.path, QStringLiteral("02001234567"), QStringLiteral("02007654321"));
        } else if (type == FieldType::Integer && money.contains(question.path) && before.toInt() > 0 && !std::exchange(hasMoney, true)) {
            made.add(question.path, QString::number(before.toInt() + 1), QString::number(before.toInt() + 2));
        }
    }
    return made;
}

/** The other desk: a store of its own in a folder that goes with it. */
class Other
{
public:
    static Result<Other> founded(const Workplace &place, const QString &folder)
    {
        storage::StoreOptions options;
        options.rules = journalRules(place.law);
        Result<storage::Store> store = storage::Store::create(folder, security::random::secret(32), {.training = true}, options);
        if (!store) {
            return store.error();
        }
        Other other{*std::move(store), place.unit, security::random::id(QDateTime::currentMSecsSinceEpoch())};
        other.m_unit.deskNumber = place.unit.deskNumber == 9 ? 8 : 9;
        const ConfigureUnit unit{.unitName = place.unit.unitName, .organisationCode = place.unit.organisationCode, .deskNumber = other.m_unit.deskNumber,
            .rangeFirst = NumbersBelow, .rangeLast = NumbersBelow + 99, .governingBody = place.unit.governingBody, .place = place.unit.place};
        const AdmitStaff person{.name = QStringLiteral("Đỗ Thị Hạnh"), .title = QStringLiteral("Cán bộ tiếp nhận"), .roles = {QStringLiteral("officer"), QStringLiteral("administrator")},
            .publicKey = security::random::bytes(32), .wrappedKey = QByteArray("-")};
        const Result<QList<storage::Recorded>> settled = other.m_store.recordAll({other.act(other.m_store.origin(), unit), other.act(other.m_person, person)}).result();
        return settled ? Result<Other>(other) : Result<Other>(settled.error());
    }

    [[nodiscard]] const storage::Store &store() const { return m_store; }
    [[nodiscard]] Act act(const Id &subject, const ActKind &what) const
    {
        return {.actor = {journal::Actor::Kind::Person, m_person}, .desk = m_unit.desk(), .subject = subject, .what = what};
    }

private:
    Other(storage::Store store, UnitSettings unit, const Id &person)
        : m_store(std::move(store))
        , m_unit(std::move(unit))
        , m_person(person)
    {
    }

    storage::Store m_store;
    UnitSettings m_unit;
    Id m_person;
};

Result<> passOn(const storage::Store &from, const storage::Store &to)
{
    const Result<storage::VersionVectorNow::Answer> vector = from.ask(storage::VersionVectorNow{}).result();
    if (!vector) {
        return vector.error();
    }
    const QList<Id> origins = vector->origins().keys();
    for (const Id &origin : origins) {
        const Result<QList<journal::Entry>> log = from.ask(storage::JournalRange{.origin = origin, .limit = WholeLog}).result();
        const auto taken = log ? to.ingest(*log).result() : Result<storage::Ingested>(log.error());
        if (!taken) {
            return taken.error();
        }
    }
    return {};
}

/** The newest that is open, and not in conflict yet. */
Result<Dossier> newest(const Workplace &place)
{
    const Result<storage::WorklistPage::Page> page
        = place.store.ask(storage::WorklistPage{.list = storage::WorklistPage::List::Open, .limit = MostLooked}).result();
    if (!page) {
        return page.error();
    }
    for (const storage::DossierSummary &row : page->rows) {
        const Result<std::optional<Dossier>> found = row.conflict ? Result<std::optional<Dossier>>(std::nullopt) : place.store.ask(storage::DossierById{row.id}).result();
        if (found && *found && !(*found)->code.isEmpty()) {
            return **found;
        }
    }
    return Error{ErrorCode::NotFound, QStringLiteral("no dossier is open")};
}

} // namespace

Result<Contradicted> contradict(const Workplace &place)
{
    if (!place.isTraining()) {
        return Error{ErrorCode::NotAllowed, QStringLiteral("another desk is invented in a training store only")};
    }
    const Result<Dossier> dossier = newest(place);
    const Result<Procedure> edition = dossier ? place.law.catalogue.edition(dossier->procedureCode(), dossier->edition()) : Result<Procedure>(dossier.error());
    if (!edition) {
        return edition.error();
    }
    const auto here = [&](const ActKind &what) { return place.store.record(place.act(dossier->id, what)).result(); };
    // Both have it in hand, so that they can take different steps; what is further on already is only put right.
    if (dossier->status.status == DossierStatus::Accepted) {
        (void)here(StepDossier{.event = QStringLiteral("transfer")});
    }
    QTemporaryDir folder;
    const Result<Other> other = Other::founded(place, folder.filePath(QStringLiteral("other.db")));
    if (!other) {
        return other.error();
    }
    if (const Result<> passed = passOn(place.store, other->store()); !passed) {
        return passed.error();
    }
    const Corrections made = corrections(*dossier, *edition, vietnamTime(QDateTime::currentMSecsSinceEpoch()).date());
    const auto there = [&](const ActKind &what) { return other->store().record(other->act(dossier->id, what)).result(); };
    const QString reason = QStringLiteral("người dân báo");
    if (!made.ours.isEmpty()) {
        const auto our = here(CorrectDossier{made.ours, reason});
        const auto their = there(CorrectDossier{made.theirs, reason});
        if (!our || !their) {
            return our ? their.error() : our.error();
        }
    }
    (void)here(StepDossier{.event = QStringLiteral("result_ready")});
    (void)there(StepDossier{.reason = QStringLiteral("thiếu giấy tờ"), .event = QStringLiteral("request_supplement"),
        .asked = {{.name = QStringLiteral("Giấy tờ về nơi cư trú"), .reason = QStringLiteral("bản chụp mờ")}}, .overrideReason = QStringLiteral("tập huấn")});
    if (const Result<> passed = passOn(other->store(), place.store); !passed) {
        return passed.error();
    }
    const Result<std::optional<Dossier>> now = place.store.ask(storage::DossierById{dossier->id}).result();
    if (!now || !*now) {
        return now ? Error{ErrorCode::NotFound, {}} : now.error();
    }
    return Contradicted{(*now)->code, static_cast<int>(disputes(**now, {}, nullptr).size())};
}

} // namespace motcua::training
