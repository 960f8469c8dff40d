// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StoreScene.h"

#include "models/base/VietnamTime.h"

#include <QDir>
#include <QFile>

namespace motcua::testsupport {

namespace {

QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(MOTCUA_RESOURCES "/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s is missing", qPrintable(file.fileName()));
    }
    return file.readAll();
}

template <typename T, typename E>
T certain(Result<T, E> result, const char *what)
{
    if (!result) {
        qFatal("%s", what);
    }
    return *std::move(result);
}

Catalogue shippedCatalogue()
{
    QList<SourceFile> files;
    for (const QString &folder : {QStringLiteral("calendars"), QStringLiteral("catalogue"), QStringLiteral("categories"),
             QStringLiteral("declarations"), QStringLiteral("forms")}) {
        for (const QString &name : QDir(QStringLiteral(MOTCUA_RESOURCES "/") + folder).entryList({QStringLiteral("*.json")}, QDir::Files)) {
            files.append({folder + u'/' + name, resource(folder + u'/' + name)});
        }
    }
    return certain(Catalogue::fromFiles(files), "the catalogue has an error");
}

const QString procedureCode = QStringLiteral("2.000635");
const QString unitCode = QStringLiteral("H26.15.3");
const QDate firstDay(2026, 3, 2);

} // namespace

StoreScene::StoreScene()
    : m_catalogue(shippedCatalogue())
    , m_procedure(certain(m_catalogue.procedure(procedureCode, firstDay), "the procedure is missing"))
    , m_officer(Id::v7(1, QByteArray(10, 'o')))
    , m_clock(std::make_shared<std::atomic<qint64>>(vietnamTime(firstDay, QTime(8, 0)).toMSecsSinceEpoch()))
{
    m_rules.table = certain(StatusTable::fromJson(resource(QStringLiteral("journal/transitions.json"))), "transitions");
    m_rules.roles = certain(Roles::fromJson(resource(QStringLiteral("journal/roles.json"))), "roles");
    m_rules.calendar = m_catalogue.calendar();
    m_rules.grammars = {certain(m_catalogue.codeGrammar(unitCode), "no grammar for the unit")};
}

security::SecretBytes StoreScene::key()
{
    return security::SecretBytes::copyOf(keyBytes());
}

storage::StoreOptions StoreScene::options(const QByteArray &vfs) const
{
    storage::StoreOptions options;
    options.rules = m_rules;
    options.now = [clock = m_clock] { return clock->load(); };
    options.vfs = vfs;
    options.watchMs = 3600 * 1000;
    return options;
}

Act StoreScene::about(const Id &subject, const ActKind &what) const
{
    return Act{.actor = {journal::Actor::Kind::Person, m_officer}, .desk = "H26.15.3/3", .subject = subject, .what = what};
}

QList<Act> StoreScene::founding(const Id &origin) const
{
    return {about(origin, ConfigureUnit{QStringLiteral("Trung tâm thử"), unitCode, 3, 1, 9999}),
        about(m_officer,
            AdmitStaff{QStringLiteral("Người Thử"), QStringLiteral("Cán bộ"),
                {QStringLiteral("administrator"), QStringLiteral("officer"), QStringLiteral("supervisor")}, QByteArray(32, 'p'), "wrapped"})};
}

Result<storage::Store> StoreScene::founded(
    const QString &path, const storage::StoreOptions &options, const security::SecretBytes &dataKey) const
{
    Result<storage::Store> store = storage::Store::create(path, dataKey, {}, options);
    if (!store) {
        return store;
    }
    for (const Act &act : founding((*store).origin())) {
        const Result<storage::Recorded> recorded = (*store).record(act).result();
        if (!recorded) {
            return recorded.error();
        }
    }
    return store;
}

FormDraft StoreScene::form(quint64 place) const
{
    const training::InventedPerson person = m_people.at(place);
    const training::InventedPerson subject = m_people.at(place + 3'000'000);
    const auto given = [](const QString &text) { return FieldValue::given(text); };
    FormDraft draft = m_procedure.form().blank();
    draft.set(QStringLiteral("requester.name"), given(person.name));
    draft.set(QStringLiteral("requester.birth"), given(person.birth.toString(Qt::ISODate)));
    draft.set(QStringLiteral("requester.residence"), given(person.address));
    draft.set(QStringLiteral("requester.document"), given(QStringLiteral("personalNumber")));
    draft.set(QStringLiteral("requester.personalNumber"), given(person.number));
    draft.set(QStringLiteral("requester.relation"), given(QStringLiteral("parent")));
    draft.set(QStringLiteral("requester.phone"), given(person.phone));
    draft.set(QStringLiteral("record.kind"), given(QStringLiteral("birth")));
    draft.set(QStringLiteral("record.name"), given(subject.name));
    draft.set(QStringLiteral("record.birth"), given(subject.birth.toString(Qt::ISODate)));
    draft.set(QStringLiteral("record.sex"), given(subject.female ? QStringLiteral("female") : QStringLiteral("male")));
    draft.set(QStringLiteral("record.registeredAt"), given(QStringLiteral("UBND phường An Bình")));
    draft.set(QStringLiteral("copies"), given(QString::number(1 + place % 3)));
    return draft;
}

Act StoreScene::accepting(quint64 place, qint64 receivedMs) const
{
    PaperSet papers = PaperSet::of(m_procedure);
    for (Paper paper : papers.papers()) {
        const RequiredPaper *required = m_procedure.paper(paper.id);
        if (required != nullptr && (required->isNeeded(form(place)) || !required->provesIdentityOf.isEmpty())) {
            paper.state = Paper::State::Met;
            papers.set(paper);
        }
    }
    const Result<Intake, QList<Violation>> intake = Intake::from(
        m_procedure, form(place), papers, m_catalogue.calendar(), vietnamTime(receivedMs != 0 ? receivedMs : nowMs()));
    if (!intake) {
        const Violation &first = intake.error().constFirst();
        qFatal("place %llu: %s %s", static_cast<unsigned long long>(place), qPrintable(first.field), qPrintable(violationName(first.code)));
    }
    return about(dossier(place), AcceptDossier{*intake});
}

Id StoreScene::dossier(quint64 place)
{
    QByteArray bytes(10, 'd');
    for (qsizetype i = 0; i < 8; ++i) {
        bytes[9 - i] = static_cast<char>((place >> (8 * i)) & 0xFF);
    }
    return Id::v7(1'770'000'000'000 + static_cast<qint64>(place), bytes);
}

} // namespace motcua::testsupport
