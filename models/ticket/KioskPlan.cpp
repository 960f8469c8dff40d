// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/KioskPlan.h"

#include "models/catalogue/JsonMembers.h"

#include <algorithm>
#include <array>

namespace motcua {

namespace {

using Offer = KioskPlan::Offer;

constexpr std::array Offers{Offer::Ticket, Offer::Identify, Offer::Appointment, Offer::Dossier, Offer::Procedures, Offer::Feedback};

std::optional<Offer> readOffer(const JsonNode &node, const QList<Offer> &before)
{
    const QString word = elementText(node);
    const auto found = std::find_if(Offers.cbegin(), Offers.cend(), [&word](Offer one) { return KioskPlan::name(one) == word; });
    if (found == Offers.cend()) {
        if (!word.isEmpty()) {
            node.complain(QStringLiteral("a kiosk offers ticket, identify, appointment, dossier, procedures and feedback, not \"%1\"").arg(word));
        }
        return std::nullopt;
    }
    if (before.contains(*found)) {
        node.complain(QStringLiteral("\"%1\" stands here twice").arg(word));
        return std::nullopt;
    }
    return *found;
}

FeedbackReason readReason(const JsonNode &node, const QList<FeedbackReason> &before)
{
    JsonMembers members(node);
    const QString id = QStringLiteral("id");
    FeedbackReason reason{members.text(id), members.text(QStringLiteral("name")), members.text(QStringLiteral("nameEn"))};
    if (std::any_of(before.cbegin(), before.cend(), [&reason](const FeedbackReason &one) { return one.id == reason.id; })) {
        members.complain(id, QStringLiteral("the id \"%1\" stands here twice").arg(reason.id));
    }
    members.done();
    return reason;
}

/** Reads into `plan`, and of what is wrong leaves there what was: of a list the row, of a member the member. */
void readPlan(JsonFile &file, KioskPlan &plan)
{
    const auto complaints = [&file] { return file.errors().size(); };
    enum class Kind { Kiosk };
    const JsonNode root(file);
    JsonMembers members(root);
    members.word<Kind>(QStringLiteral("schema"), {{u"motcua.kiosk/1", Kind::Kiosk}});
    members.text(QStringLiteral("mark"));
    const auto number = [&members](const char *name, int least, int most, int &into) {
        const std::optional<qint64> told = members.integerIf(QLatin1String(name), least, most);
        into = told ? static_cast<int>(*told) : into;
    };
    number("idleSeconds", 10, 300, plan.idleSeconds);
    number("doneSeconds", 3, 60, plan.doneSeconds);
    QList<Offer> offers;
    const QString offersName = QStringLiteral("offers");
    members.each(offersName, false, [&](const JsonNode &node) {
        if (const std::optional<Offer> offer = readOffer(node, offers)) {
            offers.append(*offer);
        }
    });
    if (!offers.isEmpty()) {
        plan.offers = offers;
    } else if (members.has(offersName) || plan.offers.isEmpty()) {
        members.complain(offersName, QStringLiteral("a kiosk offers something"));
    }
    const QString reasons = QStringLiteral("reasons");
    if (members.has(reasons)) {
        plan.reasons.clear();
    }
    members.each(reasons, false, [&](const JsonNode &node) {
        const qsizetype before = complaints();
        const FeedbackReason reason = readReason(node, plan.reasons);
        if (complaints() == before) {
            plan.reasons.append(reason);
        }
    });
    members.done();
}

} // namespace

QString KioskPlan::name(Offer offer)
{
    switch (offer) {
    case Offer::Ticket:
        return QStringLiteral("ticket");
    case Offer::Identify:
        return QStringLiteral("identify");
    case Offer::Appointment:
        return QStringLiteral("appointment");
    case Offer::Dossier:
        return QStringLiteral("dossier");
    case Offer::Procedures:
        return QStringLiteral("procedures");
    case Offer::Feedback:
        return QStringLiteral("feedback");
    }
    return {};
}

KioskPlan::Reading KioskPlan::readWhatIsRight(const SourceFile &source, const KioskPlan &otherwise)
{
    JsonFile file(source);
    Reading reading{otherwise, {}};
    if (file.isGood()) {
        readPlan(file, reading.plan);
    }
    reading.faults = file.errors();
    return reading;
}

Result<KioskPlan, QList<Error>> KioskPlan::read(const SourceFile &source)
{
    const Reading reading = readWhatIsRight(source, {});
    if (!reading.faults.isEmpty()) {
        return reading.faults;
    }
    return reading.plan;
}

} // namespace motcua
