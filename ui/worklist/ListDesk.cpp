// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/ListDesk.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"
#include "models/staff/Staff.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/CounterTabs.h"
#include "ui/worklist/DossierSheet.h"
#include "ui/worklist/ExportLine.h"
#include "ui/worklist/ListExport.h"
#include "ui/worklist/StoreLists.h"
#include "ui/worklist/WorklistPage.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

using List = storage::WorklistPage::List;

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

qint64 endOfDay(QDate day)
{
    return vietnamTime(day.addDays(1), QTime(0, 0)).toMSecsSinceEpoch() - 1;
}

enum class Order { Promise, Waiting, Newest, Touched, Scan };

/** One list: which of the store's it is, what it is called and what is said of it when nothing is in it. */
struct Row
{
    const QString &id;
    std::optional<List> list; ///< none: the drafts
    Order order;
    const char *title;
    const char *empty;
    const char *next;
    const char *file; ///< its name in that of a file
};

const std::array<Row, 11> &table()
{
    static const char *const begins = QT_TRANSLATE_NOOP("motcua::ListDesk", "A dossier stands here from its acceptance on. The button at the bottom right receives one.");
    static const std::array rows{
        Row{countertabs::Today, List::DueUntil, Order::Promise, QT_TRANSLATE_NOOP("motcua::ListDesk", "To do today"), QT_TRANSLATE_NOOP("motcua::ListDesk", "Nothing is due today"),
            QT_TRANSLATE_NOOP("motcua::ListDesk", "Dossiers promised for today, and those that are overdue, stand here. All others are under \"Open dossiers\" below."), "can-lam-hom-nay"},
        Row{countertabs::Online, List::NewOnline, Order::Waiting, QT_TRANSLATE_NOOP("motcua::ListDesk", "New online"), QT_TRANSLATE_NOOP("motcua::ListDesk", "Nothing new came online"),
            QT_TRANSLATE_NOOP("motcua::ListDesk", "What citizens file online waits here until it is accepted or sent back."), "truc-tuyen-moi"},
        Row{countertabs::Post, List::ByPost, Order::Waiting, QT_TRANSLATE_NOOP("motcua::ListDesk", "Came by post"), QT_TRANSLATE_NOOP("motcua::ListDesk", "Nothing came by post"),
            QT_TRANSLATE_NOOP("motcua::ListDesk", "Open the morning's envelopes with the button at the bottom right. What came by post stands here until its answer has gone back."), "buu-chinh-den"},
        Row{countertabs::Supplement, List::Awaiting, Order::Waiting, QT_TRANSLATE_NOOP("motcua::ListDesk", "Supplements awaited"), QT_TRANSLATE_NOOP("motcua::ListDesk", "No supplement is awaited"),
            QT_TRANSLATE_NOOP("motcua::ListDesk", "Dossiers whose citizen was asked for something stand here until it arrives."), "cho-bo-sung"},
        Row{countertabs::Ready, List::Ready, Order::Promise, QT_TRANSLATE_NOOP("motcua::ListDesk", "Ready to hand over"), QT_TRANSLATE_NOOP("motcua::ListDesk", "No result waits to be handed over"),
            QT_TRANSLATE_NOOP("motcua::ListDesk", "Dossiers whose result is there stand here until the citizen has it."), "san-sang-tra"},
        Row{countertabs::Unscanned, List::NotDigitised, Order::Scan, QT_TRANSLATE_NOOP("motcua::ListDesk", "Not scanned yet"), QT_TRANSLATE_NOOP("motcua::ListDesk", "Everything is scanned"),
            QT_TRANSLATE_NOOP("motcua::ListDesk", "Open dossiers with a paper that has no scan stand here, the one to be scanned first on top. A stack of many is scanned with the button below."), "chua-so-hoa"},
        Row{countertabs::Drafts, std::nullopt, Order::Touched, QT_TRANSLATE_NOOP("motcua::ListDesk", "My drafts"), QT_TRANSLATE_NOOP("motcua::ListDesk", "No draft"),
            QT_TRANSLATE_NOOP("motcua::ListDesk", "A form that is left with Esc waits here until it is accepted or discarded."), "ban-nhap"},
        Row{countertabs::Held, List::Held, Order::Waiting, QT_TRANSLATE_NOOP("motcua::ListDesk", "Originals held"), QT_TRANSLATE_NOOP("motcua::ListDesk", "No originals are held"),
            QT_TRANSLATE_NOOP("motcua::ListDesk", "Dossiers whose originals were kept for comparison stand here until they were given back."), "giay-to-dang-giu"},
        Row{countertabs::Attention, List::InConflict, Order::Newest, QT_TRANSLATE_NOOP("motcua::ListDesk", "Needs attention"), QT_TRANSLATE_NOOP("motcua::ListDesk", "No contradictions"),
            QT_TRANSLATE_NOOP("motcua::ListDesk", "Whenever two desks write different things about one dossier, it stands here until somebody decides. Enter shows them side by side."), "can-chu-y"},
        Row{countertabs::Open, List::Open, Order::Newest, QT_TRANSLATE_NOOP("motcua::ListDesk", "Open dossiers"), QT_TRANSLATE_NOOP("motcua::ListDesk", "No dossier is open"), begins, "dang-mo"},
        Row{countertabs::All, List::All, Order::Newest, QT_TRANSLATE_NOOP("motcua::ListDesk", "All dossiers"), QT_TRANSLATE_NOOP("motcua::ListDesk", "No dossier yet"), begins, "tat-ca"},
    };
    return rows;
}

const Row &rowOf(const QString &tab)
{
    const auto found = std::find_if(table().begin(), table().end(), [&tab](const Row &row) { return row.id == tab; });
    return found == table().end() ? table().front() : *found;
}

QString orderWords(Order order)
{
    switch (order) {
    case Order::Promise:
        return ListDesk::tr("promise ▴");
    case Order::Waiting:
        return ListDesk::tr("receipt ▴");
    case Order::Newest:
        return ListDesk::tr("receipt ▾");
    case Order::Touched:
        return ListDesk::tr("last touched ▾");
    case Order::Scan:
        return ListDesk::tr("scan by ▴");
    }
    return {};
}

QList<WorklistTab> tabs()
{
    QList<WorklistTab> made;
    for (const Row &row : table()) {
        made.append({row.id, ListDesk::tr(row.title), -1, ListDesk::tr(row.empty), ListDesk::tr(row.next), orderWords(row.order), row.list == List::ByPost, row.list == List::NotDigitised});
    }
    return made;
}

} // namespace

ListDesk::ListDesk(WorklistPage *page, QObject *parent)
    : QObject(parent)
    , m_page(page)
{
    m_page->setTabs(tabs());
    connect(m_page, &WorklistPage::narrowed, this, [this] { show(m_tab); });
    connect(m_page, &WorklistPage::quickAsked, this, &ListDesk::showQuick);
    connect(m_page, &WorklistPage::exportWanted, this, &ListDesk::offerExport);
    connect(m_page, &WorklistPage::exportAsked, this, &ListDesk::exportTo);
}

ListDesk::~ListDesk() = default;

void ListDesk::begin(const Workplace &place)
{
    m_guest = std::make_unique<QObject>();
    m_place = place;
    m_export = new ListExport(m_guest.get());
    connect(m_export, &ListExport::done, this, [this](const QString &path, int rows, bool isWhole) {
        m_page->setExporting(false);
        m_page->closeExport();
        Q_EMIT said({Notice::Kind::Done,
            isWhole ? tr("%n row(s) were written to %1", nullptr, rows).arg(path)
                    : tr("The first %n row(s) were written to %1. The list is longer; narrow it to take the others along.", nullptr, rows).arg(path), {}});
    });
    connect(m_export, &ListExport::failed, this, [this](const Error &error) {
        m_page->setExporting(false);
        Q_EMIT said({Notice::Kind::Danger, sentence(error).textWithCode(), {}});
    });
    m_page->setCalendar(place.law.catalogue.calendar());
    QList<CategoryBox::Entry> procedures;
    for (const Procedure &procedure : place.law.catalogue.procedures(now().date())) {
        procedures.append({procedure.code, Language::label(procedure.name, procedure.nameEn)});
    }
    m_page->setProcedures(procedures);
}

void ListDesk::end()
{
    m_guest.reset();
    m_export = nullptr;
    m_place.reset();
    m_tab.clear();
    m_page->setExporting(false);
    m_page->forget();
}

void ListDesk::show(const QString &tab)
{
    if (!m_place) {
        return;
    }
    const Row &row = rowOf(tab);
    if (m_tab != row.id) {
        m_page->forgetNarrowing();
    }
    m_tab = row.id;
    m_title = tr(row.title);
    m_fileName = QLatin1String(row.file);
    m_page->setNow(now());
    m_page->setTab(m_tab);
    m_page->setDroppable(!row.list);
    // Of all dossiers ever received a rare procedure would be looked for one by one.
    m_page->setNarrowable(row.list && *row.list != List::All);
    if (!row.list) {
        m_page->open(m_title, storelists::drafts(*m_place));
    } else {
        const QDate today = now().date();
        const WorklistNarrowing narrowing = m_page->narrowing();
        storage::WorklistPage query{.list = *row.list, .until = endOfDay(today)};
        query.filter.procedure = narrowing.procedure;
        if (narrowing.dueInDays) {
            query.filter.dueUntil = endOfDay(today.addDays(*narrowing.dueInDays));
        }
        m_page->open(m_title, storelists::listed(m_place->store, query));
    }
    count();
}

void ListDesk::search(const QString &text)
{
    if (!m_place) {
        return;
    }
    m_title = tr("Found");
    m_fileName = QStringLiteral("tim-kiem");
    m_page->setDroppable(false);
    m_page->setNarrowable(false);
    m_page->open(m_title, storelists::found(m_place->store, text));
}

void ListDesk::lookAgain()
{
    m_page->lookForNewer();
    if (m_page->isVisible()) {
        count();
    }
}

void ListDesk::count()
{
    if (!m_place) {
        return;
    }
    storage::WorklistCounts query{.until = endOfDay(now().date()), .person = m_place->person};
    for (const Row &row : table()) {
        if (row.list) {
            query.lists.append(*row.list);
        }
    }
    await(m_guest.get(), m_place->store.ask(query), [this](const Result<storage::WorklistCounts::Counts> &counts) {
        if (!counts) {
            return; // the list itself tells it
        }
        QMap<QString, qint64> told;
        for (const Row &row : table()) {
            told.insert(row.id, row.list ? counts->lists.value(*row.list) : counts->drafts);
        }
        m_page->setCounts(told);
    });
}

void ListDesk::showQuick(const Id &dossier)
{
    if (!m_place) {
        return;
    }
    await(m_guest.get(), m_place->store.ask(storage::DossierById{dossier}), [this](const Result<std::optional<Dossier>> &found) {
        if (!found || !*found) {
            Q_EMIT said({Notice::Kind::Danger, sentence(found ? Error{ErrorCode::NotFound, {}} : found.error()).textWithCode(), {}});
            return;
        }
        const Result<Procedure> procedure = m_place->law.catalogue.edition((*found)->procedureCode(), (*found)->edition());
        m_page->setQuick((*found)->id, dossierSheet(**found, procedure ? &procedure->form() : nullptr, now()));
    });
}

void ListDesk::offerExport()
{
    if (!m_place) {
        return;
    }
    // Who lost the right a moment ago is not asked where to.
    await(m_guest.get(), m_place->store.ask(storage::StaffList{}), [this](const Result<QList<StaffMember>> &members) {
        const Staff staff = members ? Staff(m_place->law.roles, *members) : Staff();
        if (!staff.may(m_place->person, Right::ReadAllDossiers) && !staff.may(m_place->person, Right::AcceptDossier)) {
            Q_EMIT said({Notice::Kind::Warning, sentence(members ? Error{ErrorCode::NotAllowed, {}} : members.error()).textWithCode(), {}});
            return;
        }
        await(m_guest.get(), QtConcurrent::run(&ExportLine::usualFolders), [this](const QStringList &folders) { m_page->openExport(folders); });
    });
}

void ListDesk::exportTo(ExportLine::Form form, const QString &folder)
{
    if (!m_export || m_export->isBusy()) {
        return;
    }
    m_page->setExporting(true);
    m_export->start(m_page->source(), {m_title, m_fileName, folder, form, now()});
}

} // namespace motcua
