// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/TicketPhone.h"

#include "models/base/Text.h"
#include "models/ticket/Appointment.h"

namespace motcua {

namespace {

// No id of a need has a colon, which tst_WaitingHall and HallRules::read() see to.
const QString PhoneMark = QStringLiteral("tel:");
const QString TakenMark = QStringLiteral("told:");
const QString HomeCode = QStringLiteral("84");
constexpr qsizetype MobileDigits = 10;
constexpr qsizetype MostDigitsAbroad = 15; // ITU-T E.164

bool isOurs(const QString &line)
{
    return line.startsWith(PhoneMark) || line.startsWith(TakenMark);
}

} // namespace

QString TicketPhone::of(const QString &typed)
{
    QString plain = text::plainWidth(typed.trimmed());
    plain.removeIf([](QChar c) { return c == u'(' || c == u')' || c == u'/'; });
    QString digits = Appointment::dialled(plain);
    if (digits.startsWith(QStringLiteral("00"))) {
        digits.replace(0, 2, u'+');
    }
    if (digits.startsWith(u'+' + HomeCode)) {
        digits.remove(0, 1);
    }
    // "+84 (0)901 234 567" is written too, and so is "84901234567".
    if (digits.startsWith(HomeCode) && digits.size() >= HomeCode.size() + MobileDigits - 1) {
        digits.remove(0, HomeCode.size());
        digits = digits.startsWith(u'0') ? digits : u'0' + digits;
    }
    if (digits.startsWith(u'+')) {
        return digits.size() - 1 <= MostDigitsAbroad && digits.at(1) != u'0' ? digits : QString();
    }
    const bool isMobile = digits.size() == MobileDigits && digits.startsWith(u'0') && QStringView(u"35789").contains(digits.at(1));
    return isMobile ? digits : QString();
}

QStringList TicketPhone::linesOf(const QStringList &needs, const QString &phone)
{
    QStringList lines = needsIn(needs);
    if (!phone.isEmpty()) {
        lines.append(PhoneMark + phone);
    }
    return lines;
}

QStringList TicketPhone::needsIn(const QStringList &lines)
{
    QStringList needs = lines;
    needs.removeIf(isOurs);
    return needs;
}

QString TicketPhone::phoneIn(const QStringList &lines)
{
    for (const QString &line : lines) {
        if (line.startsWith(PhoneMark)) {
            return line.mid(PhoneMark.size());
        }
    }
    return {};
}

QStringList TicketPhone::takenIn(const QStringList &lines)
{
    QStringList taken;
    for (const QString &line : lines) {
        if (line.startsWith(TakenMark)) {
            taken.append(line.mid(TakenMark.size()));
        }
    }
    return taken;
}

QString TicketPhone::takenLine(const QString &message)
{
    return TakenMark + message;
}

} // namespace motcua
