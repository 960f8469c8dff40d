// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipWording.h"

#include "models/base/VietnamTime.h"

#include <functional>
#include <map>

namespace motcua {

namespace {

using Source = std::function<QString(const SlipWording &, const SlipValues &)>;

const std::map<QString, Source> &sources()
{
    using W = const SlipWording &;
    using V = const SlipValues &;
    static const std::map<QString, Source> all = {
        {u"applicant.address"_qs, [](W, V v) { return v.applicantAddress; }},
        {u"applicant.email"_qs, [](W, V v) { return v.applicantEmail; }},
        {u"applicant.name"_qs, [](W, V v) { return v.applicantName; }},
        {u"applicant.phone"_qs, [](W, V v) { return v.applicantPhone; }},
        {u"book.number"_qs, [](W, V v) { return v.bookNumber; }},
        {u"book.volume"_qs, [](W, V v) { return v.bookVolume; }},
        {u"code"_qs, [](W, V v) { return v.code; }},
        {u"dueAt"_qs, [](W w, V v) { return w.written(v.dueAt, w.moment); }},
        {u"dueAt.day"_qs, [](W w, V v) { return w.written(v.dueAt, w.day); }},
        {u"limit"_qs, [](W, V v) { return v.limit; }},
        {u"officer.name"_qs, [](W, V v) { return v.officerName; }},
        {u"papers"_qs, [](W, V v) { return v.papers.join(u"; "); }},
        {u"procedure.code"_qs, [](W, V v) { return v.procedureCode; }},
        {u"receivedAt"_qs, [](W w, V v) { return w.written(v.receivedAt, w.moment); }},
        {u"receivedAt.day"_qs, [](W w, V v) { return w.written(v.receivedAt, w.day); }},
        {u"request"_qs, [](W, V v) { return v.request; }},
        {u"resultPlace"_qs, [](W, V v) { return v.resultPlace; }},
        {u"sets"_qs, [](W, V v) { return QStringLiteral("%1").arg(v.sets, 2, 10, QLatin1Char('0')); }},
        {u"submitter.name"_qs, [](W, V v) { return v.submitterName; }},
        {u"unit.governingBody"_qs, [](W, V v) { return v.governingBody; }},
        {u"unit.name"_qs, [](W, V v) { return v.unitName; }},
        {u"unit.place"_qs, [](W, V v) { return v.place; }},
    };
    return all;
}

// A tab or a direction mark typed or pasted into a name would shift or turn the line it stands in.
QString printable(const QString &value)
{
    QString result;
    result.reserve(value.size());
    const QString composed = value.normalized(QString::NormalizationForm_C);
    for (const QChar c : composed) {
        if (c.category() == QChar::Other_Format || c == QChar::SoftHyphen) {
            continue;
        }
        result += c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator ? QChar(u' ') : c;
    }
    return result.simplified();
}

template <typename Replacement>
QString replaced(const QString &pattern, Replacement replacement)
{
    QString result;
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = pattern.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'}', open);
        if (close < 0) {
            return result + pattern.mid(at);
        }
        result += pattern.mid(at, open - at);
        result += replacement(pattern.mid(open + 1, close - open - 1));
        at = close + 1;
    }
}

QString twoDigits(int number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

QStringList SlipWording::placeholders()
{
    QStringList names;
    for (const auto &[name, source] : sources()) {
        names.append(name);
    }
    return names;
}

QStringList SlipWording::placeholdersIn(const QString &pattern)
{
    QStringList names;
    replaced(pattern, [&names](const QString &name) {
        names.append(name);
        return QString();
    });
    return names;
}

QString SlipWording::filled(const QString &pattern, const SlipValues &values) const
{
    return replaced(pattern, [this, &values](const QString &name) {
        const auto source = sources().find(name);
        return source == sources().end() ? QString() : printable(source->second(*this, values));
    });
}

bool SlipWording::isEmpty(const QString &pattern, const SlipValues &values) const
{
    const QStringList names = placeholdersIn(pattern);
    return !names.isEmpty() && std::all_of(names.begin(), names.end(), [this, &values](const QString &name) {
        return filled(u'{' + name + u'}', values).isEmpty();
    });
}

QString SlipWording::written(const QDateTime &when, const QString &pattern) const
{
    if (!when.isValid()) {
        return {};
    }
    const QDateTime here = vietnamTime(when.toMSecsSinceEpoch());
    return replaced(pattern, [this, &here](const QString &name) {
        if (name == u"hour") {
            return twoDigits(here.time().hour());
        }
        if (name == u"minute") {
            return twoDigits(here.time().minute());
        }
        if (name == u"day") {
            return twoDigits(here.date().day());
        }
        if (name == u"month") {
            const int month = here.date().month();
            return month <= monthsWithZero ? twoDigits(month) : QString::number(month);
        }
        return QString::number(here.date().year());
    });
}

QString SlipWording::markOf(const SlipValues &values) const
{
    QStringList marks;
    switch (values.mark) {
    case SlipMark::Original:
        break;
    case SlipMark::Copy:
        marks.append(replaced(copy, [&values](const QString &) { return QString::number(values.copyNumber); }));
        break;
    case SlipMark::Replacement:
        marks.append(replacement);
        break;
    case SlipMark::Draft:
        return draft; // of nothing yet committed: there is no revision to speak of
    }
    if (values.revision > 1) {
        marks.append(replaced(revision, [&values](const QString &) { return QString::number(values.revision); }));
    }
    return marks.join(QStringLiteral(" · "));
}

QString SlipWording::foot(const QString &pattern, const SlipValues &values, int page, int pages) const
{
    return replaced(pattern, [&values, page, pages](const QString &name) {
        if (name == u"code") {
            return printable(values.code);
        }
        return QString::number(name == u"page" ? page : pages);
    });
}

} // namespace motcua
