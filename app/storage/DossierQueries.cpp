// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DossierQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/DossierState.h"
#include "app/storage/JournalTables.h"
#include "app/storage/NameIndex.h"
#include "models/base/Text.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/Digitised.h"
#include "models/journal/SubjectLog.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace motcua::storage {

namespace {

#define SUMMARY_COLUMNS "d.no, s.subject, d.code, d.name, d.procedure, d.procedure_name, d.status, d.open, d.conflict, d.received_at, " \
                        "d.due_at, d.unit, d.competent_unit, d.desk"

constexpr int NameKeyColumn = 14; // behind the summary's columns
constexpr int StateColumn = 14; // likewise, where a list needs more than the columns say
constexpr int AtColumn = 15; // behind the state: by what the list is sorted, read in its index
constexpr qint64 FewRows = 500; // skipped sooner than a way round them is found

DossierSummary summaryAt(const Statement &row)
{
    DossierSummary summary;
    summary.key = {row.integer(9), row.integer(0)};
    summary.id = row.id(1);
    summary.code = row.string(2);
    summary.name = row.string(3);
    summary.procedure = row.string(4);
    summary.procedureName = row.string(5);
    summary.status = static_cast<int>(row.integer(6));
    summary.open = row.integer(7) != 0;
    summary.conflict = row.integer(8) != 0;
    summary.receivedAt = row.integer(9);
    summary.dueAt = row.integer(10);
    summary.unit = row.string(11);
    summary.competentUnit = row.string(12);
    summary.desk = static_cast<int>(row.integer(13));
    return summary;
}

std::optional<Dossier> dossierAt(Connection &connection, Statement &row)
{
    if (!row.step()) {
        return std::nullopt;
    }
    JournalTables journal(connection);
    return dossierstate::unpacked(row.view(0), journal);
}

/** The least text greater than every text that begins with `prefix`. */
QString behind(const QString &prefix)
{
    return prefix + QChar(0xFFFF);
}

/** Rows of a search, each dossier once, up to a limit. */
class Found
{
public:
    explicit Found(int limit)
        : m_limit(limit)
    {
    }
    [[nodiscard]] bool isFull() const { return m_rows.size() >= m_limit; }
    void take(Statement &row)
    {
        while (!isFull() && row.step()) {
            takeOne(row);
        }
    }
    /** The row a statement stands at. */
    void takeOne(const Statement &row)
    {
        if (!m_seen.contains(row.integer(0))) {
            m_seen.insert(row.integer(0));
            m_rows.append(summaryAt(row));
        }
    }
    [[nodiscard]] const QList<DossierSummary> &rows() const { return m_rows; }

private:
    qsizetype m_limit;
    QSet<qint64> m_seen;
    QList<DossierSummary> m_rows;
};

void findNames(Connection &connection, const QStringList &words, Found &found)
{
    const QByteArray expression = names::expression(words);
    if (expression.isEmpty()) {
        return;
    }
    Statement index = connection.statement("SELECT rowid FROM p_name WHERE p_name MATCH ?1 ORDER BY rowid DESC");
    index.utf8(expression);
    Statement row = connection.statement("SELECT " SUMMARY_COLUMNS ", d.name_key FROM p_dossier d JOIN j_subject s ON s.no = d.no WHERE d.no = ?1");
    while (!found.isFull() && index.step()) {
        row.again();
        if (row.bind(index.integer(0)).step() && names::matches(row.string(NameKeyColumn), words)) {
            found.takeOne(row);
        }
    }
}

} // namespace

std::optional<Dossier> DossierByCode::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT state FROM p_dossier WHERE code = ?1 AND code <> '' ORDER BY no DESC LIMIT 1");
    row.text(code.trimmed().toUpper());
    return dossierAt(connection, row);
}

std::optional<Dossier> DossierById::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT d.state FROM j_subject s JOIN p_dossier d ON d.no = s.no WHERE s.subject = ?1");
    row.bind(id);
    return dossierAt(connection, row);
}

std::optional<DossierPage::Page> DossierPage::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    std::optional<Dossier> dossier = DossierById{id}.run(connection);
    JournalTables journal(connection);
    const std::optional<SubjectRow> subject = journal.subject(id);
    if (!dossier || !subject) {
        return std::nullopt;
    }
    Page page{std::move(*dossier), {}};
    const journal::SubjectLog log(id, journal.entriesOf(*subject));
    page.history.reserve(log.size());
    for (qsizetype place = 0; place < log.size(); ++place) {
        page.history.append(log.at(place));
    }
    return page;
}

QList<DossierSummary> SimilarDossiers::run(Connection &connection) const
{
    QList<DossierSummary> rows;
    if (personalNumber.isEmpty()) {
        return rows;
    }
    Statement row = connection.statement("SELECT " SUMMARY_COLUMNS " FROM p_dossier d JOIN j_subject s ON s.no = d.no "
                                         "WHERE d.personal_number = ?1 AND d.personal_number <> '' AND d.procedure = ?2 "
                                         "AND (d.open = 1 OR d.received_at >= ?3) ORDER BY d.received_at DESC LIMIT 10");
    row.text(personalNumber).text(procedure).bind(since);
    while (row.step()) {
        rows.append(summaryAt(row));
    }
    return rows;
}

QList<Dossier> DossiersOfApplicant::run(Connection &connection) const
{
    QList<Dossier> dossiers;
    if (personalNumber.isEmpty()) {
        return dossiers;
    }
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    Statement row = connection.statement("SELECT state FROM p_dossier WHERE personal_number = ?1 AND personal_number <> '' "
                                         "AND (open = 1 OR received_at >= ?2) ORDER BY received_at DESC, no DESC LIMIT ?3");
    row.text(personalNumber).bind(since).bind(qint64{std::clamp(limit, 1, 100)});
    while (row.step()) {
        dossiers.append(dossierstate::unpacked(row.view(0), journal));
    }
    return dossiers;
}

QList<DossierSummary> FindDossiers::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    Found found(std::clamp(limit, 1, 1000));
    const QString typed = text.normalized(QString::NormalizationForm_C).trimmed();
    const QString code = typed.toUpper();
    QString digits;
    std::copy_if(code.cbegin(), code.cend(), std::back_inserter(digits), [](QChar c) { return c.isLetterOrNumber(); });
    const bool hasDigit = std::any_of(typed.cbegin(), typed.cend(), [](QChar c) { return c.isDigit(); });
    if (hasDigit) {
        Statement exact = connection.statement("SELECT " SUMMARY_COLUMNS " FROM p_dossier d JOIN j_subject s ON s.no = d.no "
                                               "WHERE d.code = ?1 AND d.code <> '' ORDER BY d.no DESC");
        exact.text(code);
        found.take(exact);
        Statement begins = connection.statement("SELECT " SUMMARY_COLUMNS " FROM p_dossier d JOIN j_subject s ON s.no = d.no "
                                                "WHERE d.code >= ?1 AND d.code < ?2 AND d.code <> '' ORDER BY d.code DESC LIMIT ?3");
        begins.text(code).text(behind(code)).bind(qint64{limit});
        found.take(begins);
        Statement atPortal = connection.statement("SELECT " SUMMARY_COLUMNS " FROM p_portal p CROSS JOIN p_dossier d ON d.no = p.no "
                                                  "CROSS JOIN j_subject s ON s.no = d.no "
                                                  "WHERE p.number >= ?1 AND p.number < ?2 AND p.number <> '' ORDER BY p.number LIMIT ?3");
        atPortal.text(code).text(behind(code)).bind(qint64{limit});
        found.take(atPortal);
        Statement personal = connection.statement("SELECT " SUMMARY_COLUMNS " FROM p_dossier d JOIN j_subject s ON s.no = d.no "
                                                  "WHERE d.personal_number >= ?1 AND d.personal_number < ?2 AND d.personal_number <> '' "
                                                  "ORDER BY d.personal_number LIMIT ?3");
        personal.text(digits).text(behind(digits)).bind(qint64{limit});
        found.take(personal);
        Statement phone = connection.statement("SELECT " SUMMARY_COLUMNS " FROM p_dossier d JOIN j_subject s ON s.no = d.no "
                                               "WHERE d.phone >= ?1 AND d.phone < ?2 AND d.phone <> '' ORDER BY d.phone LIMIT ?3");
        phone.text(digits).text(behind(digits)).bind(qint64{limit});
        found.take(phone);
    }
    findNames(connection, text::foldedWords(typed), found);
    return found.rows();
}

namespace {

/** The pieces of one list's statement. Only these texts of the program ever become SQL. */
struct ListSql
{
    const char *where;
    const char *index; ///< named, because without statistics a status looks rarer than it is
    const char *column;
    bool ascending;
    int status = -1; ///< whose figure counts the list; −1: counted in the index
};

ListSql sqlOf(const WorklistPage &page)
{
    switch (page.list) {
    case WorklistPage::List::All:
        return {"1", "p_dossier_received", "received_at", false};
    case WorklistPage::List::Open:
        return {"d.open = 1", "p_dossier_open", "received_at", false};
    case WorklistPage::List::OfStatus:
        return {"d.status = ?1", "p_dossier_status", "received_at", false, page.status};
    case WorklistPage::List::InConflict:
        return {"d.conflict = 1", "p_dossier_conflict", "received_at", false};
    case WorklistPage::List::DueUntil:
        return {"d.open = 1 AND d.due_at > 0 AND d.due_at <= ?1", "p_dossier_due", "due_at", true};
    case WorklistPage::List::NewOnline:
        return {"d.open = 1 AND d.channel = 2 AND d.status = 1", "p_dossier_online", "received_at", true};
    case WorklistPage::List::ByPost:
        return {"d.open = 1 AND d.channel = 3", "p_dossier_post", "received_at", true};
    case WorklistPage::List::Awaiting:
        return {"d.status = 5", "p_dossier_status", "received_at", true, 5};
    case WorklistPage::List::Ready:
        return {"d.status = 9", "p_dossier_ready", "due_at", true, 9};
    case WorklistPage::List::NotDigitised:
        return {"d.open = 1 AND d.digitised = 0", "p_dossier_unscanned", "scan_due", true};
    case WorklistPage::List::Held:
        return {"d.held > 0", "p_dossier_held", "received_at", true};
    }
    return {"0", "p_dossier_received", "received_at", false};
}

/** "p_dossier d …  WHERE …": the rows of a list, narrowed. ?6 and ?7 are what narrows. */
QByteArray fromAndWhere(const WorklistPage &page)
{
    const ListSql pieces = sqlOf(page);
    QByteArray sql = QByteArrayLiteral("p_dossier d INDEXED BY ") + pieces.index + " WHERE " + pieces.where;
    if (!page.filter.procedure.isEmpty()) {
        sql += " AND d.procedure = ?6";
    }
    if (page.filter.dueUntil) {
        sql += " AND d.due_at > 0 AND d.due_at <= ?7";
    }
    return sql;
}

void bindFilter(Statement &row, const WorklistFilter &filter)
{
    if (!filter.isEmpty()) {
        row.text(filter.procedure);
    }
    if (filter.dueUntil) {
        row.bind(*filter.dueUntil);
    }
}

qint64 countOf(Connection &connection, const WorklistPage &page)
{
    const ListSql pieces = sqlOf(page);
    if (page.filter.isEmpty() && page.list == WorklistPage::List::All) {
        return connection.number("SELECT sum(dossiers) FROM p_total");
    }
    if (page.filter.isEmpty() && page.list == WorklistPage::List::Open) {
        return connection.number("SELECT sum(dossiers) FROM p_total WHERE open = 1");
    }
    if (page.filter.isEmpty() && pieces.status >= 0) {
        Statement row = connection.statement("SELECT sum(dossiers) FROM p_total WHERE status = ?1");
        return row.bind(qint64{pieces.status}).step() ? row.integer(0) : 0;
    }
    Statement row = connection.oneOff(page.countSql());
    row.bind(page.list == WorklistPage::List::OfStatus ? qint64{page.status} : page.until);
    row.bind(qint64{0}).bind(qint64{0}).bind(WorklistPage::MostCounted).bind(qint64{0});
    bindFilter(row, page.filter);
    return row.step() ? row.integer(0) : 0;
}

qint64 dayOf(qint64 receivedAt)
{
    return receivedAt == 0 ? 0 : vietnamTime(receivedAt).date().toJulianDay();
}

/** Every receipt on `day` is before this moment, and every receipt on a later day is not. */
qint64 endOf(qint64 day)
{
    return day == 0 ? 1 : vietnamTime(QDate::fromJulianDay(day + 1), QTime(0, 0)).toMSecsSinceEpoch();
}

/** Where to begin and what to skip from there. */
struct Jump
{
    std::optional<WorklistKey> after = {};
    qint64 offset = 0;
};

/** The same place reached over the figures by day: a jump costs as many steps as there are days and rows of one day, however far it goes. */
Jump overDays(Connection &connection, const WorklistPage &page)
{
    Jump jump{page.after, std::max(page.offset, qint64{0})};
    const bool byReceipt = page.list == WorklistPage::List::All || page.list == WorklistPage::List::Open || page.list == WorklistPage::List::OfStatus;
    if (!byReceipt || !page.filter.isEmpty() || page.before || jump.offset < FewRows) {
        return jump;
    }
    qint64 day = std::numeric_limits<qint64>::max();
    if (jump.after) {
        day = dayOf(jump.after->at);
        const ListSql pieces = sqlOf(page);
        Statement rest = connection.oneOff("SELECT count(*) FROM p_dossier d WHERE " + QByteArray(pieces.where)
            + " AND (d.received_at, d.no) < (?2, ?3) AND d.received_at >= ?4");
        rest.bind(qint64{page.status}).bind(jump.after->at).bind(jump.after->no).bind(day == 0 ? 0 : endOf(day - 1));
        const qint64 sameDay = rest.step() ? rest.integer(0) : 0;
        if (jump.offset < sameDay) {
            return jump;
        }
        jump = {WorklistKey{day == 0 ? 0 : endOf(day - 1), 0}, jump.offset - sameDay};
    }
    Statement days = connection.statement("SELECT day, sum(dossiers) FROM p_day WHERE day < ?1 AND (?2 = 0 OR status = ?3) "
                                          "AND (?4 = 0 OR status IN (SELECT status FROM p_total WHERE open = 1)) GROUP BY day ORDER BY day DESC");
    days.bind(day).bind(qint64{page.list == WorklistPage::List::OfStatus}).bind(qint64{page.status}).bind(qint64{page.list == WorklistPage::List::Open});
    while (days.step()) {
        jump.after = WorklistKey{endOf(days.integer(0)), 0};
        if (jump.offset < days.integer(1)) {
            return jump;
        }
        jump.offset -= days.integer(1);
    }
    return {WorklistKey{std::numeric_limits<qint64>::min(), 0}, 0};
}

} // namespace

bool WorklistPage::isAscending(List list)
{
    return sqlOf({.list = list}).ascending;
}

QByteArray WorklistPage::rowsSql(bool isFrom) const
{
    const ListSql pieces = sqlOf(*this);
    // Reading towards the front turns the order round; the rows are turned back at the end.
    const bool ascending = pieces.ascending != isBackwards();
    const QByteArray column = pieces.column;
    const QByteArray direction = ascending ? " ASC" : " DESC";
    const QByteArray order = " ORDER BY d." + column + direction + ", d.no" + direction;
    // The rows are found in the index alone, so that those skipped are never read.
    QByteArray sql = "SELECT d.no, d." + column + " AS at FROM " + fromAndWhere(*this);
    if (isFrom) {
        sql += " AND (d." + column + ", d.no) " + (ascending ? ">" : "<") + " (?2, ?3)";
    }
    // CROSS keeps the planner from walking over every dossier to find those few among them.
    // Only these two lists tell of the envelope and of the papers without a scan: they need no column.
    const QByteArray state = list == List::ByPost || list == List::NotDigitised ? ", d.state, found.at" : "";
    return "SELECT " SUMMARY_COLUMNS + state + " FROM (" + sql + order + " LIMIT ?4 OFFSET ?5) found CROSS JOIN p_dossier d ON d.no = found.no "
           "CROSS JOIN j_subject s ON s.no = d.no ORDER BY found.at" + direction + ", d.no" + direction;
}

QByteArray WorklistPage::countSql() const
{
    return "SELECT count(*) FROM (SELECT 1 FROM " + fromAndWhere(*this) + " LIMIT ?4 OFFSET ?5)";
}

WorklistPage::Page WorklistPage::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    const Jump jump = overDays(connection, *this);
    const std::optional<WorklistKey> from = isBackwards() ? before : jump.after;
    const bool isByPromise = QByteArrayView(sqlOf(*this).column) == "due_at";
    Page page;
    JournalTables journal(connection);
    Statement row = connection.oneOff(rowsSql(from.has_value()));
    row.bind(list == List::OfStatus ? qint64{status} : until);
    row.bind(from ? from->at : 0).bind(from ? from->no : 0);
    row.bind(qint64{std::clamp(limit, 1, 1000)}).bind(jump.offset);
    bindFilter(row, filter);
    while (row.step()) {
        DossierSummary summary = summaryAt(row);
        if (isByPromise) {
            summary.key.at = summary.dueAt;
        }
        if (list == List::ByPost) {
            summary.post = Envelope::fromJson(dossierstate::unpacked(row.view(StateColumn), journal).acceptance.value(u"post").toObject());
        } else if (list == List::NotDigitised) {
            summary.scanDueAt = row.integer(AtColumn);
            summary.key.at = summary.scanDueAt;
            for (const UnscannedPaper &paper : unscannedPapers(dossierstate::unpacked(row.view(StateColumn), journal))) {
                summary.unscanned.append(paper.name);
            }
        }
        page.rows.append(summary);
    }
    if (isBackwards()) {
        std::reverse(page.rows.begin(), page.rows.end());
    }
    page.count = countOf(connection, *this);
    return page;
}

WorklistCounts::Counts WorklistCounts::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    Counts counts;
    for (const WorklistPage::List list : lists) {
        counts.lists.insert(list, countOf(connection, {.list = list, .until = until}));
    }
    Statement row = connection.statement("SELECT count(*) FROM l_draft WHERE person = ?1");
    row.bind(person);
    counts.drafts = row.step() ? row.integer(0) : 0;
    return counts;
}

} // namespace motcua::storage
