// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/RemarkWords.h"

#include "models/person/PartialDate.h"
#include "ui/messages/Language.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>

namespace motcua {

namespace {

/** Gives the words below their context for translation. */
struct RemarkWords
{
    Q_DECLARE_TR_FUNCTIONS(RemarkWords)
};

QString said(const StoryWords &words)
{
    return Language::label(words.vi, words.en);
}

QString done(const Remark &remark)
{
    using Kind = Remark::Kind;
    const QString what = said(remark.what);
    switch (remark.kind) {
    case Kind::NothingDone:
        return RemarkWords::tr("The visit ended without anything being done.");
    case Kind::OutcomeOther:
        return RemarkWords::tr("The visit should have ended otherwise.");
    case Kind::ProcedureOther:
        return RemarkWords::tr("Filed for another procedure: %1.").arg(what);
    case Kind::PaperTaken:
        return RemarkWords::tr("Counted as met: %1.").arg(what);
    case Kind::PaperNotAsked:
        return RemarkWords::tr("Not asked for, although one instruction names everything: %1.").arg(what);
    case Kind::PaperAskedAgain:
        return RemarkWords::tr("Asked for, although it lay on the desk: %1.").arg(what);
    case Kind::IdentityNotValid:
        return RemarkWords::tr("Taken as proof, although it proves nobody any more: the paper with the number %1.").arg(what);
    case Kind::NameOther:
        return RemarkWords::tr("The name was written \"%1\". On the paper it is \"%2\".").arg(what, said(remark.why));
    case Kind::AnswerOther:
        return RemarkWords::tr("Answered otherwise than was told: %1.").arg(what);
    case Kind::FeeOther:
        return RemarkWords::tr("The charge came to %1.").arg(Money{what.toLongLong()}.toString());
    case Kind::SlipMissing:
        return RemarkWords::tr("A day was promised for %1, and no slip says so.").arg(what);
    case Kind::PriorityIgnored:
        return RemarkWords::tr("%1 has a priority, stood before this ticket and still waits.").arg(what);
    }
    return {};
}

QString identityWords(const StoryIdentity &identity)
{
    switch (identity.kind) {
    case StoryIdentity::Kind::None:
        return {};
    case StoryIdentity::Kind::Card:
        return identity.validUntil.isNull() ? RemarkWords::tr("Card %1").arg(identity.number)
                                            : RemarkWords::tr("Card %1, valid until %2").arg(identity.number, shownDate(identity.validUntil));
    case StoryIdentity::Kind::OldCard:
        return RemarkWords::tr("Old card of 9 digits, %1").arg(identity.number);
    case StoryIdentity::Kind::Passport:
        return RemarkWords::tr("Passport %1").arg(identity.number);
    }
    return {};
}

} // namespace

QString remarkWords(const Remark &remark)
{
    const QString why = remark.kind == Remark::Kind::NameOther ? QString() : said(remark.why);
    return why.isEmpty() ? done(remark) : done(remark) + u' ' + why;
}

QList<GuideBlock> storyBlocks(const Story &story, const QString &ticket)
{
    QStringList who{said(story.who), story.name};
    if (const auto born = PartialDate::fromIso(story.birth)) {
        who.last() += QStringLiteral(" · ") + RemarkWords::tr("born %1").arg(born->shown());
    }
    QStringList carries;
    for (const StoryWords &one : story.carries) {
        carries.append(said(one));
    }
    if (const QString identity = identityWords(story.identity); !identity.isEmpty()) {
        carries.append(identity);
    }
    return {{RemarkWords::tr("PRACTICE · %1 · WHO IS HERE").arg(ticket), who}, {RemarkWords::tr("SAYS"), {said(story.says)}}, {RemarkWords::tr("ON THE DESK"), carries}};
}

} // namespace motcua
