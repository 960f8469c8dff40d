// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"

#include <QFile>
#include <QTest>

using namespace motcua;

/** Each bad file breaks one rule of a good one; a row tells where its errors must be found and what they say. */
class tst_CatalogueErrors : public QObject
{
    Q_OBJECT

    static SourceFile file(const QString &name)
    {
        QFile one(QStringLiteral(MOTCUA_TEST_DATA "/catalogue/") + name);
        return one.open(QIODevice::ReadOnly) ? SourceFile{name, one.readAll()} : SourceFile{name, "?"};
    }

    /** The good files with the bad one in the place of its kind, or beside it when it is another edition. */
    static QList<SourceFile> withBad(const QString &bad)
    {
        QList<SourceFile> files;
        const QString kind = bad.section(u'-', 1, 1);
        const bool beside = bad.contains(u"procedure-overlap") || bad.contains(u"procedure-gap") || bad.contains(u"same-edition");
        for (const QString &good : {u"rules"_qs, u"form"_qs, u"procedure"_qs, u"calendar"_qs, u"codes"_qs, u"banks"_qs, u"notes"_qs, u"files"_qs, u"patterns"_qs}) {
            if (good != kind || beside) {
                files.append(file(good + u".json"_qs));
            }
        }
        files.append(file(bad));
        return files;
    }

private Q_SLOTS:
    void theGoodFilesAreGood()
    {
        QList<SourceFile> files;
        for (const QString &good :
            {u"rules"_qs, u"form"_qs, u"procedure"_qs, u"procedure-next"_qs, u"calendar"_qs, u"codes"_qs, u"banks"_qs, u"notes"_qs, u"files"_qs, u"patterns"_qs}) {
            files.append(file(good + u".json"_qs));
        }
        const auto catalogue = Catalogue::fromFiles(files);
        QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().value(0).detail));
    }

    void namesLineColumnAndWhat_data()
    {
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QStringList>("expected");
        QTest::addRow("banks: number in full-width digits")
            << u"bad-banks-full-width.json"_qs << QStringList({u"4:14: \"bin\" is six digits"_qs});
        QTest::addRow("banks: number short") << u"bad-banks-number-short.json"_qs << QStringList({u"4:14: \"bin\" is six digits"_qs});
        QTest::addRow("banks: twice") << u"bad-banks-twice.json"_qs << QStringList({u"5:14: the bank 970000 stands here twice"_qs});
        QTest::addRow("calendar: day in another year")
            << u"bad-calendar-day-in-another-year.json"_qs << QStringList({u"14:19: this day is not in 2026"_qs});
        QTest::addRow("calendar: day twice") << u"bad-calendar-day-twice.json"_qs << QStringList({u"14:19: this day stands here twice"_qs});
        QTest::addRow("calendar: make up day worked anyway")
            << u"bad-calendar-make-up-day-worked-anyway.json"_qs << QStringList({u"16:32: this day is worked anyway"_qs});
        QTest::addRow("calendar: session upside down")
            << u"bad-calendar-session-upside-down.json"_qs
            << QStringList({u"6:69: a session must be [\"07:30\", \"11:30\"], from before to"_qs});
        QTest::addRow("calendar: sessions overlap")
            << u"bad-calendar-sessions-overlap.json"_qs << QStringList({u"6:69: sessions must follow each other"_qs});
        QTest::addRow("calendar: status unknown")
            << u"bad-calendar-status-unknown.json"_qs << QStringList({u"10:17: \"status\" must be one of"_qs});
        QTest::addRow("calendar: clock without basis")
            << u"bad-calendar-clock-without-basis.json"_qs << QStringList({u"7:12: \"basis\" is missing"_qs});
        QTest::addRow("calendar: counting unknown") << u"bad-calendar-counting-unknown.json"_qs
                                                    << QStringList({u"7:28: \"dayZero\" must be one of: receipt, nextAfterCutOff"_qs,
                                                           u"7:51: \"dueTime\" must be one of: closing, midnight"_qs});
        QTest::addRow("calendar: cut off missing")
            << u"bad-calendar-cut-off-missing.json"_qs << QStringList({u"7:15: \"cutOff\" is missing"_qs});
        QTest::addRow("calendar: desk in two schedules")
            << u"bad-calendar-desk-in-two-schedules.json"_qs << QStringList({u"9:68: this desk keeps a schedule already"_qs});
        QTest::addRow("calendar: desk with a space")
            << u"bad-calendar-desk-with-a-space.json"_qs
            << QStringList({u"8:59: a desk is an organisation code, or \"organisation code/desk number\""_qs});
        QTest::addRow("calendar: forecast too far")
            << u"bad-calendar-forecast-too-far.json"_qs << QStringList({u"7:26: \"until\" must be a whole number from 1990 to 2099"_qs});
        QTest::addRow("calendar: holiday ends before it begins")
            << u"bad-calendar-holiday-ends-before-it-begins.json"_qs << QStringList({u"7:158: \"validTo\" is before \"validFrom\""_qs});
        QTest::addRow("calendar: holiday on 31 4")
            << u"bad-calendar-holiday-on-31-4.json"_qs << QStringList({u"7:116: \"day\" must be a whole number from 1 to 30"_qs});
        QTest::addRow("calendar: holiday on the 30th lunar")
            << u"bad-calendar-holiday-on-the-30th-lunar.json"_qs << QStringList({u"7:116: \"day\" must be a whole number from 1 to 29"_qs});
        QTest::addRow("calendar: holiday starts on three days")
            << u"bad-calendar-holiday-starts-on-three-days.json"_qs
            << QStringList({u"7:129: \"start\" is a number of days, or seven of them from Monday on"_qs});
        QTest::addRow("calendar: holiday starts too early") << u"bad-calendar-holiday-starts-too-early.json"_qs
                                                            << QStringList({u"7:139: a whole number from -30 to 30 is expected here"_qs,
                                                                   u"7:150: a whole number from -30 to 30 is expected here"_qs});
        QTest::addRow("calendar: kind unknown")
            << u"bad-calendar-kind-unknown.json"_qs << QStringList({u"14:61: \"kind\" must be one of: statutory, compensation, swap"_qs});
        QTest::addRow("calendar: schedule twice")
            << u"bad-calendar-schedule-twice.json"_qs << QStringList({u"9:15: the schedule \"a\" stands here twice"_qs});
        QTest::addRow("calendar: service below one")
            << u"bad-calendar-service-below-none.json"_qs << QStringList({u"7:41: \"most\" must be a whole number from 0 to 365"_qs});
        QTest::addRow("calendar: service without mark")
            << u"bad-calendar-service-without-mark.json"_qs << QStringList({u"7:31: \"mark\" is missing"_qs});
        QTest::addRow("calendar: swap on a sunday")
            << u"bad-calendar-swap-on-a-sunday.json"_qs << QStringList({u"14:19: nobody works on this day anyway"_qs});
        QTest::addRow("calendar: weekday twice")
            << u"bad-calendar-weekday-twice.json"_qs << QStringList({u"8:132: day 6 of the week has its hours already"_qs});
        QTest::addRow("calendar: weekday without hours")
            << u"bad-calendar-weekday-without-hours.json"_qs << QStringList({u"8:100: \"sessions\" must not be empty"_qs});
        QTest::addRow("codes: digits out of range")
            << u"bad-codes-digits-out-of-range.json"_qs << QStringList({u"4:80: \"sequenceDigits\" must be a whole number from 1 to 8"_qs});
        QTest::addRow("codes: no expression") << u"bad-codes-no-expression.json"_qs
                                              << QStringList({u"4:30: \"unit\" is no regular expression"_qs});
        QTest::addRow("form: after the end") << u"bad-form-after-the-end.json"_qs << QStringList({u"25:1: nothing may follow the end"_qs});
        QTest::addRow("form: comma missing") << u"bad-form-comma-missing.json"_qs
                                             << QStringList({u"5:3: a comma or } is expected here"_qs});
        QTest::addRow("form: comma too many") << u"bad-form-comma-too-many.json"_qs << QStringList({u"16:9: a value is expected here"_qs});
        QTest::addRow("form: condition circle")
            << u"bad-form-condition-circle.json"_qs
            << QStringList({u"13:98: \"visibleIf\" runs in a circle"_qs, u"18:24: \"visibleIf\" runs in a circle"_qs});
        QTest::addRow("form: condition never held")
            << u"bad-form-condition-never-held.json"_qs << QStringList({u"18:58: \"kind\" never answers \"c\""_qs});
        QTest::addRow("form: condition on nothing")
            << u"bad-form-condition-on-nothing.json"_qs << QStringList({u"18:35: there is no field \"kinds\""_qs});
        QTest::addRow("form: empty title") << u"bad-form-empty-title.json"_qs << QStringList({u"10:16: \"title\" must not be empty"_qs});
        QTest::addRow("form: empty") << u"bad-form-empty.json"_qs << QStringList({u"1:1: a value is expected here"_qs});
        QTest::addRow("form: field twice") << u"bad-form-field-twice.json"_qs
                                           << QStringList({u"19:17: the field \"name\" stands here twice"_qs});
        QTest::addRow("form: fraction") << u"bad-form-fraction.json"_qs
                                        << QStringList({u"20:110: \"maximum\" must be a whole number from 0 to 1000000000"_qs});
        QTest::addRow("form: initial out of range")
            << u"bad-form-initial-out-of-range.json"_qs << QStringList({u"20:124: the field does not take this value"_qs});
        QTest::addRow("form: key missing") << u"bad-form-key-missing.json"_qs << QStringList({u"13:9: \"label\" is missing"_qs});
        QTest::addRow("form: key twice") << u"bad-form-key-twice.json"_qs << QStringList({u"5:19: the key \"title\" is written twice"_qs});
        QTest::addRow("form: key unknown") << u"bad-form-key-unknown.json"_qs << QStringList({u"19:66: unknown key \"neeed\""_qs});
        QTest::addRow("form: length missing") << u"bad-form-length-missing.json"_qs << QStringList({u"17:9: \"maxLength\" is missing"_qs});
        QTest::addRow("form: list") << u"bad-form-list.json"_qs << QStringList({u"1:1: an object is expected here"_qs});
        QTest::addRow("form: not utf8") << u"bad-form-not-utf8.json"_qs << QStringList({u"4:19: this is not UTF-8"_qs});
        QTest::addRow("form: number with zero")
            << u"bad-form-number-with-zero.json"_qs << QStringList({u"20:96: a value is expected here"_qs});
        QTest::addRow("form: option twice") << u"bad-form-option-twice.json"_qs
                                            << QStringList({u"15:21: the option \"a\" stands here twice"_qs,
                                                   u"18:53: \"kind\" never answers \"b\""_qs});
        QTest::addRow("form: option proves not") << u"bad-form-option-proves.json"_qs
                                                 << QStringList({u"14:73: there is no source \"portal\""_qs, u"15:57: \"provesNotFrom\" needs \"proves\""_qs});
        QTest::addRow("form: options on a text")
            << u"bad-form-options-on-a-text.json"_qs << QStringList({u"12:71: only an enumeration has options"_qs});
        QTest::addRow("form: phone required") << u"bad-form-phone-required.json"_qs
                                              << QStringList({u"19:74: telephone and e-mail are never required"_qs});
        QTest::addRow("form: range upside down")
            << u"bad-form-range-upside-down.json"_qs
            << QStringList({u"20:110: \"maximum\" is less than \"minimum\""_qs, u"20:124: the field does not take this value"_qs});
        QTest::addRow("form: role missing") << u"bad-form-role-missing.json"_qs << QStringList({u"6:12: \"applicant.name\" is missing"_qs});
        QTest::addRow("form: role on nothing") << u"bad-form-role-on-nothing.json"_qs
                                               << QStringList({u"6:50: there is no field \"coopies\""_qs});
        QTest::addRow("form: role unknown") << u"bad-form-role-unknown.json"_qs << QStringList({u"6:40: unknown role \"copy\""_qs});
        QTest::addRow("form: rule missing") << u"bad-form-rule-missing.json"_qs
                                            << QStringList({u"19:9: this type of field needs a \"rule\""_qs});
        QTest::addRow("form: rule unknown") << u"bad-form-rule-unknown.json"_qs << QStringList({u"17:99: there is no rule \"latters\""_qs});
        QTest::addRow("files: nothing may be that small")
            << u"bad-files-nothing-may-be-that-small.json"_qs << QStringList({u"3:23: \"largestMegabytes\" must be a whole number from 1 to 200"_qs});
        QTest::addRow("files: type unknown") << u"bad-files-type-unknown.json"_qs << QStringList({u"4:37: a media type is one of: application/pdf"_qs});
        QTest::addRow("files: type twice") << u"bad-files-type-twice.json"_qs << QStringList({u"4:31: the media type \"image/png\" stands here twice"_qs});
        QTest::addRow("files: without mark") << u"bad-files-without-mark.json"_qs << QStringList({u"1:1: \"mark\" is missing"_qs});
        QTest::addRow("form: a section that is the same as itself")
            << u"bad-form-same-as-itself.json"_qs << QStringList({u"19:30: \"section\" must be another one, and both without rows"_qs});
        QTest::addRow("form: two sections that ask for nothing alike")
            << u"bad-form-same-as-nothing-alike.json"_qs << QStringList({u"19:30: the two sections ask for nothing alike"_qs});
        QTest::addRow("form: the same person, nobody says when")
            << u"bad-form-same-as-without-when.json"_qs << QStringList({u"19:17: \"when\" is missing"_qs});
        QTest::addRow("form: schema unknown") << u"bad-form-schema-unknown.json"_qs << QStringList({u"2:13: \"schema\" must be one of"_qs});
        QTest::addRow("form: several")
            << u"bad-form-several.json"_qs
            << QStringList({u"12:9: \"need\" is missing"_qs,
                   u"12:33: \"type\" must be one of: text, name, date, partialDate, enumeration, category, integer, money, personalNumber, phone, email, address, tick"_qs,
                   u"12:49: \"label\" must be a text"_qs, u"12:52: unknown key \"ned\""_qs});
        QTest::addRow("form: text unclosed") << u"bad-form-text-unclosed.json"_qs
                                             << QStringList({u"17:64: a comma or } is expected here"_qs});
        QTest::addRow("form: too deep") << u"bad-form-too-deep.json"_qs << QStringList({u"2:64: nested too deeply"_qs});
        QTest::addRow("form: truncated") << u"bad-form-truncated.json"_qs << QStringList({u"12:50: this text is never closed"_qs});
        QTest::addRow("form: type wrong") << u"bad-form-type-wrong.json"_qs
                                          << QStringList({u"12:93: \"maxLength\" must be a whole number"_qs});
        QTest::addRow("form: word unknown") << u"bad-form-word-unknown.json"_qs << QStringList({u"12:33: \"type\" must be one of"_qs});
        QTest::addRow("notes: upside down, and one twice")
            << u"bad-notes-upside-down.json"_qs
            << QStringList({u"5:16: notes go from the largest down, none twice"_qs, u"6:16: notes go from the largest down, none twice"_qs});
        QTest::addRow("notes: worth nothing")
            << u"bad-notes-worth-nothing.json"_qs << QStringList({u"4:16: \"value\" must be a whole number from 1 to 10000000"_qs});
        QTest::addRow("notes: without mark") << u"bad-notes-without-mark.json"_qs << QStringList({u"4:5: \"mark\" is missing"_qs});
        QTest::addRow("procedure: channel unknown")
            << u"bad-procedure-channel-unknown.json"_qs << QStringList({u"12:19: a whole number from 1 to 3 is expected here"_qs});
        QTest::addRow("procedure: channels empty")
            << u"bad-procedure-channels-empty.json"_qs << QStringList({u"12:15: \"channels\" must not be empty"_qs});
        QTest::addRow("procedure: code with a space")
            << u"bad-procedure-code-with-a-space.json"_qs
            << QStringList({u"3:11: a procedure code is digits, capitals and stops, like \"2.000635\""_qs});
        QTest::addRow("patterns: example does not fit")
            << u"bad-patterns-example-does-not-fit.json"_qs << QStringList({u"5:78: the example does not fit its own pattern"_qs});
        QTest::addRow("patterns: kind unknown")
            << u"bad-patterns-kind-unknown.json"_qs
            << QStringList({u"5:29: \"kind\" must be one of: procedure, localProcedure, result, organisationLevelOne, organisation"_qs});
        QTest::addRow("patterns: mark missing") << u"bad-patterns-mark-missing.json"_qs << QStringList({u"5:5: \"mark\" is missing"_qs});
        QTest::addRow("patterns: no expression")
            << u"bad-patterns-no-expression.json"_qs << QStringList({u"5:53: \"pattern\" is no regular expression"_qs});
        QTest::addRow("patterns: standing unknown")
            << u"bad-patterns-standing-unknown.json"_qs << QStringList({u"7:52: \"standing\" must be one of: usual, deviant"_qs});
        QTest::addRow("patterns: twice") << u"bad-patterns-twice.json"_qs
                                         << QStringList({u"7:13: the pattern \"result\" stands here twice"_qs});
        QTest::addRow("procedure: code in full-width digits")
            << u"bad-procedure-code-in-full-width.json"_qs << QStringList({u"3:11: a procedure code is digits, capitals and stops"_qs});
        QTest::addRow("procedure: code of no pattern")
            << u"bad-procedure-code-of-no-pattern.json"_qs << QStringList({u"3:11: no pattern takes the procedure code \"8.000001\""_qs});
        QTest::addRow("procedure: result of no pattern")
            << u"bad-procedure-result-of-no-pattern.json"_qs << QStringList({u"24:25: no pattern takes the result code \"KQ.G00.1\""_qs});
        QTest::addRow("procedure: condition missing")
            << u"bad-procedure-condition-missing.json"_qs << QStringList({u"18:46: \"conditional\" and \"requiredIf\" belong together"_qs});
        QTest::addRow("procedure: condition on nothing")
            << u"bad-procedure-condition-on-nothing.json"_qs << QStringList({u"18:86: there is no field \"kid\""_qs});
        QTest::addRow("procedure: count missing")
            << u"bad-procedure-count-missing.json"_qs << QStringList({u"15:12: \"count\" is missing"_qs});
        QTest::addRow("procedure: cut off wrong")
            << u"bad-procedure-cut-off-wrong.json"_qs << QStringList({u"15:43: \"cutOff\" must be a time like \"15:00\""_qs});
        QTest::addRow("procedure: date impossible")
            << u"bad-procedure-date-impossible.json"_qs << QStringList({u"5:16: \"validFrom\" must be a date like \"2026-11-23\""_qs});
        QTest::addRow("procedure: date with slashes, which Qt would take")
            << u"bad-procedure-date-slashes.json"_qs << QStringList({u"5:16: \"validFrom\" must be a date like \"2026-11-23\""_qs});
        QTest::addRow("procedure: date with a sign, which Qt would take")
            << u"bad-procedure-date-signed.json"_qs << QStringList({u"5:16: \"validFrom\" must be a date like \"2026-11-23\""_qs});
        QTest::addRow("procedure: date with a time, which Qt would take")
            << u"bad-procedure-date-with-a-time.json"_qs << QStringList({u"5:16: \"validFrom\" must be a date like \"2026-11-23\""_qs});
        QTest::addRow("procedure: ends before it begins")
            << u"bad-procedure-ends-before-it-begins.json"_qs << QStringList({u"6:14: \"validTo\" is before \"validFrom\""_qs});
        QTest::addRow("procedure: fee below zero")
            << u"bad-procedure-fee-below-zero.json"_qs
            << QStringList({u"22:48: \"unitPrice\" must be a whole number from 0 to 1000000000000"_qs});
        QTest::addRow("procedure: fee counted by a text")
            << u"bad-procedure-fee-counted-by-a-text.json"_qs
            << QStringList({u"22:71: a fee is counted by a required integer with \"minimum\" and \"maximum\""_qs});
        QTest::addRow("procedure: fee counted by nothing")
            << u"bad-procedure-fee-counted-by-nothing.json"_qs << QStringList({u"22:71: there is no field \"pages\""_qs});
        QTest::addRow("procedure: fee too large") << u"bad-procedure-fee-too-large.json"_qs
                                                  << QStringList({u"22:79: price × \"maximum\" is more than a thousand milliard đồng"_qs});
        QTest::addRow("procedure: form unknown")
            << u"bad-procedure-form-unknown.json"_qs << QStringList({u"16:11: there is no form \"smal\""_qs});
        QTest::addRow("procedure: gap") << u"bad-procedure-gap.json"_qs
                                        << QStringList({u"5:16: leaves a gap after the edition \"first\", which ends on 2026-06-30"_qs});
        QTest::addRow("procedure: kind unknown")
            << u"bad-procedure-kind-unknown.json"_qs << QStringList({u"19:80: there is no such kind of copy"_qs});
        QTest::addRow("procedure: overlap") << u"bad-procedure-overlap.json"_qs
                                            << QStringList({u"5:16: overlaps with the edition \"first\""_qs});
        QTest::addRow("procedure: same edition")
            << u"bad-procedure-same-edition.json"_qs << QStringList({u"4:14: the edition \"first\" exists twice"_qs});
        QTest::addRow("procedure: clock extension too long")
            << u"bad-procedure-clock-extension-too-long.json"_qs
            << QStringList({u"16:59: \"extensionDays\" must be a whole number from 1 to 365"_qs});
        QTest::addRow("procedure: clock policy unknown")
            << u"bad-procedure-clock-policy-unknown.json"_qs
            << QStringList({u"16:24: \"policy\" must be one of: none, restart, suspend, fixedExtension, excludeExternal"_qs});
        QTest::addRow("procedure: clock restart with extension")
            << u"bad-procedure-clock-restart-with-extension.json"_qs << QStringList({u"16:35: unknown key \"extensionDays\""_qs});
        QTest::addRow("procedure: clock without extension")
            << u"bad-procedure-clock-without-extension.json"_qs << QStringList({u"16:12: \"extensionDays\" is missing"_qs});
        QTest::addRow("procedure: clock without mark")
            << u"bad-procedure-clock-without-mark.json"_qs << QStringList({u"16:12: \"mark\" is missing"_qs});
        QTest::addRow("procedure: clock without supplement")
            << u"bad-procedure-clock-without-supplement.json"_qs << QStringList({u"16:12: \"supplement\" is missing"_qs});
        QTest::addRow("procedure: hours with cut off")
            << u"bad-procedure-hours-with-cut-off.json"_qs << QStringList({u"15:50: unknown key \"cutOff\""_qs});
        QTest::addRow("procedure: longer on no paper of the procedure")
            << u"bad-procedure-longer-paper-unknown.json"_qs << QStringList({u"17:55: there is no paper \"papre\""_qs});
        QTest::addRow("procedure: longer by no day")
            << u"bad-procedure-longer-none.json"_qs << QStringList({u"17:54: \"upTo\" must be a whole number from 1 to 365"_qs});
        QTest::addRow("procedure: longer on one ground twice")
            << u"bad-procedure-longer-twice.json"_qs << QStringList({u"18:15: the ground \"many\" stands here twice"_qs});
        QTest::addRow("procedure: longer without its days on the slip")
            << u"bad-procedure-longer-without-days.json"_qs << QStringList({u"17:67: \"%1\" for the days is missing"_qs});
        QTest::addRow("procedure: longer without a text")
            << u"bad-procedure-longer-without-text.json"_qs << QStringList({u"17:7: \"text\" is missing"_qs});
        QTest::addRow("procedure: minutes none")
            << u"bad-procedure-minutes-none.json"_qs << QStringList({u"15:49: \"count\" must be a whole number from 1 to 100000"_qs});
        QTest::addRow("procedure: months too many")
            << u"bad-procedure-months-too-many.json"_qs << QStringList({u"15:41: \"count\" must be a whole number from 1 to 120"_qs});
        QTest::addRow("rules: example does not fit")
            << u"bad-rules-example-does-not-fit.json"_qs << QStringList({u"4:56: the example does not fit its own pattern"_qs});
        QTest::addRow("rules: no expression") << u"bad-rules-no-expression.json"_qs
                                              << QStringList({u"4:35: \"pattern\" is no regular expression"_qs});
        QTest::addRow("rules: twice") << u"bad-rules-twice.json"_qs << QStringList({u"5:13: the rule \"letters\" stands here twice"_qs});
    }
    void namesLineColumnAndWhat()
    {
        QFETCH(QString, bad);
        QFETCH(QStringList, expected);
        const auto catalogue = Catalogue::fromFiles(withBad(bad));
        QVERIFY(!catalogue);
        QStringList found;
        for (const Error &error : catalogue.error()) {
            if (error.detail.startsWith(bad + u':')) {
                found.append(error.detail.sliced(bad.size() + 1));
            }
        }
        QCOMPARE(found.size(), expected.size());
        for (qsizetype i = 0; i < found.size(); ++i) {
            QVERIFY2(found[i].startsWith(expected[i]), qPrintable(found[i]));
        }
    }

    void tellsTextThatIsNoJsonFromJsonThatIsNoLaw()
    {
        const auto codeOf = [](const QString &bad) { return Catalogue::fromFiles(withBad(bad)).error().constLast().code; };
        QCOMPARE(codeOf(u"bad-form-comma-missing.json"_qs), ErrorCode::CatalogueSyntax);
        QCOMPARE(codeOf(u"bad-form-truncated.json"_qs), ErrorCode::CatalogueSyntax);
        QCOMPARE(codeOf(u"bad-form-key-twice.json"_qs), ErrorCode::CatalogueSyntax);
        QCOMPARE(codeOf(u"bad-form-key-unknown.json"_qs), ErrorCode::CatalogueSchema);
        QCOMPARE(codeOf(u"bad-procedure-gap.json"_qs), ErrorCode::CatalogueSchema);
    }

    void reportsTheErrorsOfAllFilesAtOnce()
    {
        const auto catalogue = Catalogue::fromFiles(
            {file(u"bad-rules-twice.json"_qs), file(u"bad-calendar-day-twice.json"_qs), file(u"bad-codes-no-expression.json"_qs)});
        QVERIFY(!catalogue);
        QCOMPARE(catalogue.error().size(), 3);
    }

    void thereIsOneOfEach()
    {
        const SourceFile rules = file(u"rules.json"_qs);
        const SourceFile form = file(u"form.json"_qs);
        const SourceFile calendar = file(u"calendar.json"_qs);
        const auto errorsOf = [](const QList<SourceFile> &files) {
            const auto catalogue = Catalogue::fromFiles(files);
            return catalogue ? 0 : catalogue.error().size();
        };
        QCOMPARE(errorsOf({rules, form, calendar}), 0);
        QCOMPARE(errorsOf({calendar, calendar}), 1);
        QCOMPARE(errorsOf({rules, form, form}), 1);
        QCOMPARE(errorsOf({rules, rules}), 2);
    }

    void notesStandInOneFile()
    {
        const auto catalogue = Catalogue::fromFiles({file(u"notes.json"_qs), file(u"notes.json"_qs)});
        QVERIFY(!catalogue);
        QCOMPARE(catalogue.error().size(), 1);
        QVERIFY(catalogue.error()[0].detail.endsWith(u"3:12: there is another list of notes already"));
    }

    void whichFilesAreTakenInStandsInOneFile()
    {
        const auto catalogue = Catalogue::fromFiles({file(u"files.json"_qs), file(u"files.json"_qs)});
        QVERIFY(!catalogue);
        QCOMPARE(catalogue.error().size(), 1);
        QVERIFY(catalogue.error()[0].detail.endsWith(u"4:17: which files are taken in is said twice"));
        const auto one = Catalogue::fromFiles({file(u"files.json"_qs)});
        QCOMPARE(one->fileRules().largestBytes, 5 * 1024 * 1024);
        QCOMPARE(one->fileRules().mediaTypes, QStringList({u"application/pdf"_qs, u"image/tiff"_qs}));
    }

    void aBankStandsInOneFile()
    {
        const auto catalogue = Catalogue::fromFiles({file(u"banks.json"_qs), file(u"banks.json"_qs)});
        QVERIFY(!catalogue);
        QCOMPARE(catalogue.error().size(), 1);
        QVERIFY(catalogue.error()[0].detail.endsWith(u"3:12: the bank 970000 exists twice"));
    }

    void withoutPatternsNoCodeIsJudged()
    {
        const QList<SourceFile> files{
            file(u"rules.json"_qs), file(u"form.json"_qs), file(u"bad-procedure-code-of-no-pattern.json"_qs), file(u"codes.json"_qs)};
        QVERIFY(Catalogue::fromFiles(files));
        QVERIFY(!Catalogue::fromFiles(files + QList<SourceFile>{file(u"patterns.json"_qs)}));
    }

    void aDeviantResultIsTaken()
    {
        SourceFile procedure = file(u"procedure.json"_qs);
        procedure.bytes.replace("KQ.G00.000001", "KQ.G00.00001");
        const auto catalogue = Catalogue::fromFiles({file(u"rules.json"_qs), file(u"form.json"_qs), file(u"patterns.json"_qs), procedure});
        QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error()[0].detail));
    }

    void aCutFileNeverLoads()
    {
        const QByteArray whole = file(u"form.json"_qs).bytes.trimmed();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            QVERIFY(!Catalogue::fromFiles({file(u"rules.json"_qs), {u"cut.json"_qs, whole.first(length)}}));
        }
    }

    void noChangedByteIsFatal_data()
    {
        QTest::addColumn<QByteArray>("whole");
        QTest::addRow("procedure") << file(u"procedure.json"_qs).bytes;
        QTest::addRow("calendar") << file(u"calendar-whole.json"_qs).bytes;
    }
    void noChangedByteIsFatal()
    {
        // Any one byte replaced may or may not be an error; the reader must come back with an answer and a place.
        QFETCH(QByteArray, whole);
        const QByteArray others = QByteArray::fromHex("00ff7b7d5b5d222c3a5c2d30");
        for (qsizetype at = 0; at < whole.size(); at += 3) {
            QByteArray changed = whole;
            changed[at] = others[at % others.size()];
            const auto catalogue = Catalogue::fromFiles({file(u"rules.json"_qs), file(u"form.json"_qs), {u"changed.json"_qs, changed}});
            if (!catalogue) {
                QVERIFY(catalogue.error().constFirst().detail.startsWith(u"changed.json:"));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_CatalogueErrors)
#include "tst_CatalogueErrors.moc"
