// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipWording.h"

#include "app/documents/PrintableText.h"
#include "models/base/VietnamTime.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <map>

namespace motcua {

namespace {

using Source = std::function<QString(const SlipWording &, const SlipValues &)>;
using RowSource = std::function<QString(const SupplementItem &, qsizetype row)>;

/** "02"; empty for none. */
QString count(int number)
{
    return number == 0 ? QString() : QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

const std::map<QString, Source> &sources()
{
    using W = const SlipWording &;
    using V = const SlipValues &;
    static const std::map<QString, Source> all = {
        {u"answerBy"_qs, [](W w, V v) { return w.written(v.answerBy, w.moment); }},
        {u"answerBy.day"_qs, [](W w, V v) { return w.written(v.answerBy, w.day); }},
        {u"applicant.address"_qs, [](W, V v) { return v.applicantAddress; }},
        {u"applicant.email"_qs, [](W, V v) { return v.applicantEmail; }},
        {u"applicant.name"_qs, [](W, V v) { return v.applicantName; }},
        {u"applicant.phone"_qs, [](W, V v) { return v.applicantPhone; }},
        {u"book.number"_qs, [](W, V v) { return v.bookNumber; }},
        {u"book.volume"_qs, [](W, V v) { return v.bookVolume; }},
        {u"certified.copies"_qs, [](W, V v) { return count(v.certifiedCopies); }},
        {u"certified.pages"_qs, [](W, V v) { return count(v.certifiedPages); }},
        {u"certified.paper"_qs, [](W, V v) { return v.certifiedPaper; }},
        {u"code"_qs, [](W, V v) { return v.code; }},
        {u"decidedAt"_qs, [](W w, V v) { return w.written(v.decidedAt, w.moment); }},
        {u"decidedAt.day"_qs, [](W w, V v) { return w.written(v.decidedAt, w.day); }},
        {u"dueAt"_qs, [](W w, V v) { return w.written(v.dueAt, w.moment); }},
        {u"dueAt.day"_qs, [](W w, V v) { return w.written(v.dueAt, w.day); }},
        {u"dueBefore"_qs, [](W w, V v) { return w.written(v.dueBefore, w.moment); }},
        {u"dueBefore.day"_qs, [](W w, V v) { return w.written(v.dueBefore, w.day); }},
        {u"limit"_qs, [](W, V v) { return v.limit; }},
        {u"number"_qs, [](W, V v) { return v.number; }},
        {u"officer.name"_qs, [](W, V v) { return v.officerName; }},
        {u"papers"_qs, [](W, V v) { return v.papers.join(u"; "); }},
        {u"portal"_qs, [](W w, V v) { return w.portalOf(v); }},
        {u"procedure.code"_qs, [](W, V v) { return v.procedureCode; }},
        {u"reason"_qs, [](W w, V v) { return v.reason.isEmpty() ? w.reasons.value(v.event) : v.reason; }},
        {u"receivedAt"_qs, [](W w, V v) { return w.written(v.receivedAt, w.moment); }},
        {u"receivedAt.day"_qs, [](W w, V v) { return w.written(v.receivedAt, w.day); }},
        {u"receiver.authority"_qs, [](W, V v) { return v.receiverAuthority; }},
        {u"receiver.identity"_qs, [](W, V v) { return v.receiverIdentity; }},
        {u"receiver.name"_qs, [](W, V v) { return v.receiverName; }},
        {u"request"_qs, [](W, V v) { return v.request; }},
        {u"result"_qs, [](W, V v) { return v.result; }},
        {u"resultPlace"_qs, [](W w, V v) { return w.resultPlaceOf(v); }},
        {u"returned"_qs, [](W, V v) { return v.returned.join(u"; "); }},
        {u"sets"_qs, [](W, V v) { return QStringLiteral("%1").arg(v.sets, 2, 10, QLatin1Char('0')); }},
        {u"signer.name"_qs, [](W, V v) { return v.signerName; }},
        {u"signer.title"_qs, [](W, V v) { return v.signerTitle; }},
        {u"submitter.name"_qs, [](W w, V v) { return v.post && !w.postSigned.isEmpty() ? w.postSigned : v.submitterName; }},
        {u"unit.governingBody"_qs, [](W, V v) { return v.governingBody; }},
        {u"unit.name"_qs, [](W, V v) { return v.unitName; }},
        {u"unit.place"_qs, [](W, V v) { return v.place; }},
    };
    return all;
}

const std::map<QString, RowSource> &rowSources()
{
    using I = const SupplementItem &;
    static const std::map<QString, RowSource> all = {
        {u"row.certified"_qs, [](I item, qsizetype) { return count(item.certified); }},
        {u"row.copies"_qs, [](I item, qsizetype) { return count(item.copies); }},
        {u"row.name"_qs, [](I item, qsizetype) { return item.name; }},
        {u"row.number"_qs, [](I, qsizetype row) { return QString::number(row + 1); }},
        {u"row.originals"_qs, [](I item, qsizetype) { return count(item.originals); }},
        {u"row.reason"_qs, [](I item, qsizetype) { return item.reason; }},
    };
    return all;
}

const std::map<QString, QStringList SlipValues::*> &listSources()
{
    static const std::map<QString, QStringList SlipValues::*> all = {{u"papers"_qs, &SlipValues::papers}, {u"returned"_qs, &SlipValues::returned}};
    return all;
}

template <typename Map>
QStringList keysOf(const Map &map)
{
    QStringList keys;
    for (const auto &entry : map) {
        keys.append(entry.first);
    }
    return keys;
}

/** The lines of a value, each made printable, without those that say nothing. */
QString printableLines(const QString &value)
{
    static const QRegularExpression end(QStringLiteral("\\r\\n|[\\r\\n\\x{2028}\\x{2029}]"));
    QStringList lines;
    const QStringList all = value.split(end);
    for (const QString &line : all) {
        if (const QString text = printableText(line); !text.isEmpty()) {
            lines.append(text);
        }
    }
    return lines.join(u'\n');
}

QString valueOf(const SlipWording &wording, const SlipValues &values, const QString &name)
{
    const auto source = sources().find(name);
    return source == sources().end() ? QString() : source->second(wording, values);
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
    return keysOf(sources());
}

QStringList SlipWording::lists()
{
    return keysOf(listSources());
}

QStringList SlipWording::rowPlaceholders()
{
    return keysOf(rowSources());
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

QString SlipWording::filled(const QString &pattern, const SlipValues &values, const QString &instead) const
{
    return replaced(pattern, [&](const QString &name) {
        const QString value = printableText(valueOf(*this, values, name));
        return value.isEmpty() ? instead : value;
    });
}

QStringList SlipWording::paragraphs(const QString &pattern, const SlipValues &values) const
{
    const QString text = replaced(pattern, [&](const QString &name) { return printableLines(valueOf(*this, values, name)); });
    return text.split(u'\n', Qt::SkipEmptyParts);
}

QString SlipWording::filledRow(const QString &pattern, const SlipValues &values, qsizetype row) const
{
    return replaced(pattern, [&](const QString &name) {
        const auto source = rowSources().find(name);
        return printableText(source == rowSources().end() ? valueOf(*this, values, name) : source->second(values.items.at(row), row));
    });
}

bool SlipWording::isEmpty(const QString &pattern, const SlipValues &values) const
{
    const QStringList names = placeholdersIn(pattern);
    return !names.isEmpty() && std::all_of(names.begin(), names.end(), [this, &values](const QString &name) {
        return filled(u'{' + name + u'}', values).isEmpty();
    });
}

bool SlipWording::isEmptyRow(const QString &pattern, const SlipValues &values, qsizetype row) const
{
    const QStringList names = placeholdersIn(pattern);
    return !names.isEmpty() && std::all_of(names.begin(), names.end(), [this, &values, row](const QString &name) {
        return filledRow(u'{' + name + u'}', values, row).isEmpty();
    });
}

QStringList SlipWording::listed(const QString &pattern, const SlipValues &values) const
{
    QStringList entries;
    for (const auto &[name, list] : listSources()) {
        if (!placeholdersIn(pattern).contains(name)) {
            continue;
        }
        SlipValues one = values;
        for (const QString &entry : values.*list) {
            one.*list = {entry};
            entries.append(filled(pattern, one));
        }
    }
    return entries;
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

QString SlipWording::resultPlaceOf(const SlipValues &values) const
{
    if (!values.post) {
        return values.resultPlace;
    }
    const Envelope &post = *values.post;
    const QString came = replaced(post.isOrdinary ? postLetter : postCame, [&post](const QString &name) {
        return name == u"number" ? post.number
            : name == u"sheets"  ? QString::number(post.sheets)
            : name == u"day"     ? twoDigits(post.arrivedOn.day())
            : name == u"month"   ? twoDigits(post.arrivedOn.month())
                                 : QString::number(post.arrivedOn.year());
    });
    const bool goesBack = post.answer == Envelope::Answer::ByPost && !postResult.isEmpty();
    QStringList told{goesBack ? postResult : values.resultPlace, came};
    told.removeAll(QString());
    return told.join(QStringLiteral(". "));
}

QString SlipWording::portalOf(const SlipValues &values) const
{
    if (!values.portalNumber.isEmpty()) {
        return replaced(portalNumber, [&values](const QString &) { return values.portalNumber; });
    }
    return values.awaitsPortal ? portalAwaited : QString();
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
            return printableText(values.code);
        }
        return QString::number(name == u"page" ? page : pages);
    });
}

} // namespace motcua
