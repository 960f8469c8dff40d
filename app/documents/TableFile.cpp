// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/TableFile.h"

#include "models/base/VietnamTime.h"

#include <QDate>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <iterator>
#include <utility>

namespace motcua {

namespace {

constexpr qsizetype MostInCell = 32'767; // of a sheet
constexpr qsizetype MostInSheetName = 31;
constexpr QFileDevice::Permissions OnlyForOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner; // there are names in it
constexpr int NarrowestColumn = 8;
constexpr int WidestColumn = 60;
constexpr int DateWidth = 11;
constexpr int MomentWidth = 17;
constexpr qsizetype MeasuredRows = 500; // what is further down is rarely wider

Error unwritable(const QString &path, const QString &why)
{
    return {ErrorCode::FileUnwritable, path + QStringLiteral(": ") + why};
}

bool isFormulaLike(const QString &text)
{
    // The wide forms become the plain ones in spreadsheets of East Asia.
    constexpr QStringView Starts = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    return !text.isEmpty() && Starts.contains(text.front());
}

QDateTime local(const QVariant &value)
{
    return vietnamTime(value.toDateTime().toMSecsSinceEpoch());
}

bool isWhole(const QVariant &value)
{
    const int type = value.typeId();
    return type == QMetaType::Int || type == QMetaType::UInt || type == QMetaType::LongLong || type == QMetaType::ULongLong;
}

QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    const bool needsQuotes = std::any_of(bytes.cbegin(), bytes.cend(), [](char c) { return c == ';' || c == ',' || c == '"' || c == '\r' || c == '\n'; });
    return needsQuotes ? '"' + bytes.replace('"', "\"\"") + '"' : bytes;
}

/** Without what XML cannot hold. */
QByteArray cellText(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    std::copy_if(text.cbegin(), text.cend(), std::back_inserter(kept), [](QChar c) { return c.unicode() >= 0x20 || c == u'\t' || c == u'\n'; });
    return kept.left(MostInCell).toUtf8();
}

QByteArray sheetName(const QString &title)
{
    QString name = title.simplified();
    for (const QChar refused : QStringView(u"[]:*?/\\'")) {
        name.remove(refused);
    }
    return name.left(MostInSheetName).trimmed().toUtf8();
}

/** One workbook while it is written, row by row, into a file beside its place. */
class Sheet
{
public:
    Sheet(const QString &path, const QString &title)
    {
        // Row by row to the disk: a list of 100,000 rows must not be held twice.
        QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
        lxw_workbook_options options = {};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder.data();
        m_book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
        const QByteArray name = sheetName(title);
        m_sheet = m_book ? workbook_add_worksheet(m_book, name.isEmpty() ? nullptr : name.constData()) : nullptr;
        if (!m_sheet) {
            return;
        }
        m_head = workbook_add_format(m_book);
        format_set_bold(m_head);
        m_date = workbook_add_format(m_book);
        format_set_num_format(m_date, "dd/mm/yyyy");
        m_moment = workbook_add_format(m_book);
        format_set_num_format(m_moment, "dd/mm/yyyy hh:mm");
    }
    ~Sheet()
    {
        if (m_book) {
            lxw_workbook_free(m_book);
        }
    }
    Sheet(const Sheet &) = delete;
    Sheet &operator=(const Sheet &) = delete;

    lxw_error write(const TableToWrite &table)
    {
        if (!m_sheet) {
            return LXW_ERROR_MEMORY_MALLOC_FAILED;
        }
        for (int column = 0; column < table.columns.size(); ++column) {
            worksheet_set_column(m_sheet, lxw_col_t(column), lxw_col_t(column), widthOf(table, column), nullptr);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        worksheet_repeat_rows(m_sheet, 0, 0);
        lxw_error fault = LXW_NO_ERROR;
        for (int column = 0; column < table.columns.size() && fault == LXW_NO_ERROR; ++column) {
            fault = worksheet_write_string(m_sheet, 0, lxw_col_t(column), cellText(table.columns.at(column)).constData(), m_head);
        }
        for (qsizetype row = 0; row < table.rows.size() && fault == LXW_NO_ERROR; ++row) {
            const QList<QVariant> &values = table.rows.at(row);
            for (int column = 0; column < values.size() && fault == LXW_NO_ERROR; ++column) {
                fault = writeCell(lxw_row_t(row + 1), lxw_col_t(column), values.at(column));
            }
        }
        return fault;
    }

    /** Ends the file. */
    lxw_error close() { return m_book ? workbook_close(std::exchange(m_book, nullptr)) : LXW_ERROR_MEMORY_MALLOC_FAILED; }

private:
    lxw_error writeCell(lxw_row_t row, lxw_col_t column, const QVariant &value)
    {
        if (value.typeId() == QMetaType::QDate && value.toDate().isValid()) {
            return writeMoment(row, column, QDateTime(value.toDate(), QTime(0, 0)), m_date);
        }
        if (value.typeId() == QMetaType::QDateTime && value.toDateTime().isValid()) {
            return writeMoment(row, column, local(value), m_moment);
        }
        if (isWhole(value) || value.typeId() == QMetaType::Double) {
            return worksheet_write_number(m_sheet, row, column, value.toDouble(), nullptr);
        }
        const QByteArray text = cellText(value.toString());
        return text.isEmpty() ? LXW_NO_ERROR : worksheet_write_string(m_sheet, row, column, text.constData(), nullptr);
    }

    lxw_error writeMoment(lxw_row_t row, lxw_col_t column, const QDateTime &moment, lxw_format *format)
    {
        const QDate day = moment.date();
        const QTime time = moment.time();
        lxw_datetime told{day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second() + time.msec() / 1000.0};
        return worksheet_write_datetime(m_sheet, row, column, &told, format);
    }

    static double widthOf(const TableToWrite &table, int column)
    {
        qsizetype widest = table.columns.at(column).size() + 2;
        for (qsizetype row = 0; row < std::min(table.rows.size(), MeasuredRows); ++row) {
            const QVariant value = table.rows.at(row).value(column);
            widest = std::max<qsizetype>(widest,
                value.typeId() == QMetaType::QDateTime       ? MomentWidth
                    : value.typeId() == QMetaType::QDate ? DateWidth
                                                         : value.toString().size() + 1);
        }
        return static_cast<double>(std::clamp<qsizetype>(widest, NarrowestColumn, WidestColumn));
    }

    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_head = nullptr;
    lxw_format *m_date = nullptr;
    lxw_format *m_moment = nullptr;
};

} // namespace

QString TableFile::csvText(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDate) {
        return value.toDate().toString(Qt::ISODate);
    }
    if (value.typeId() == QMetaType::QDateTime) {
        return value.toDateTime().isValid() ? local(value).toString(u"yyyy-MM-dd HH:mm") : QString();
    }
    if (value.typeId() == QMetaType::Double) {
        return QString::number(value.toDouble(), 'g', 15).replace(u'.', u',');
    }
    const QString text = value.toString();
    // A number that is below 0 is a number.
    return !isWhole(value) && isFormulaLike(text) ? u'\'' + text : text;
}

Result<> TableFile::writeCsv(const QString &path, const TableToWrite &table)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(OnlyForOwner)) {
        return unwritable(path, file.errorString());
    }
    const auto line = [&file](const auto &values) {
        QByteArray bytes;
        for (qsizetype column = 0; column < values.size(); ++column) {
            bytes += (column > 0 ? ";" : "") + quoted(csvText(values.at(column)));
        }
        file.write(bytes + "\r\n");
    };
    file.write("\xEF\xBB\xBF");
    line(table.columns);
    for (const QList<QVariant> &row : table.rows) {
        line(row);
    }
    if (!file.commit()) {
        return file.error() == QFileDevice::ResourceError ? Error{ErrorCode::DiskFull, path} : unwritable(path, file.errorString());
    }
    return {};
}

Result<> TableFile::writeXlsx(const QString &path, const TableToWrite &table)
{
    if (table.rows.size() > MostRows) {
        return unwritable(path, QStringLiteral("%1 rows").arg(table.rows.size()));
    }
    // libxlsxwriter opens its file by name: it is written beside its place and then put there.
    const QString beside = path + QStringLiteral(".part");
    if (QFile probe(beside); !probe.open(QIODevice::WriteOnly) || !probe.setPermissions(OnlyForOwner)) {
        return unwritable(path, probe.errorString());
    }
    errno = 0;
    lxw_error fault = LXW_NO_ERROR;
    {
        Sheet sheet(beside, table.title);
        fault = sheet.write(table);
        if (fault == LXW_NO_ERROR) {
            fault = sheet.close();
        }
    }
    const bool isFull = errno == ENOSPC;
    if (fault != LXW_NO_ERROR) {
        QFile::remove(beside);
        return isFull ? Error{ErrorCode::DiskFull, path} : unwritable(path, QString::fromUtf8(lxw_strerror(fault)));
    }
    if (std::rename(QFile::encodeName(beside).constData(), QFile::encodeName(path).constData()) != 0) {
        QFile::remove(beside);
        return unwritable(path, QStringLiteral("it cannot be put in its place"));
    }
    return {};
}

} // namespace motcua
