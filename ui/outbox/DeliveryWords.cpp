// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/DeliveryWords.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace motcua::deliverywords {

namespace {

using Phase = PortalStanding::Phase;
using Fault = PortalVerdict::Fault;

const QString Between = QStringLiteral(" · ");
const QString Sign = QStringLiteral("⇅ ");

QString words(const char *english, int n = -1)
{
    return QCoreApplication::translate("DeliveryWords", english, nullptr, n);
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(Between);
}

/** "network": with whom it lies, in one word. */
QString faultWord(Fault fault)
{
    switch (fault) {
    case Fault::Network:
        return words(QT_TRANSLATE_NOOP("DeliveryWords", "network"));
    case Fault::Portal:
        return words(QT_TRANSLATE_NOOP("DeliveryWords", "portal"));
    case Fault::Data:
        return words(QT_TRANSLATE_NOOP("DeliveryWords", "data"));
    case Fault::Desk:
    case Fault::Unknown:
        break;
    }
    return words(QT_TRANSLATE_NOOP("DeliveryWords", "this computer"));
}

int counted(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, 1'000'000'000));
}

QString waitingWords(const PortalStanding &standing)
{
    return standing.waiting > 0 ? words(QT_TRANSLATE_N_NOOP("DeliveryWords", "%n waiting"), counted(standing.waiting)) : QString();
}

/** "1 file on its way, 2.1 MB left" */
QString fileWords(const PortalStanding &standing)
{
    return standing.files > 0 ? words(QT_TRANSLATE_N_NOOP("DeliveryWords", "%n file(s) on their way, %1 left"), standing.files)
                                    .arg(QLocale(QLocale::Vietnamese).formattedDataSize(standing.fileBytes, 1, QLocale::DataSizeTraditionalFormat))
                              : QString();
}

QString attentionWords(const PortalStanding &standing)
{
    return standing.needsAttention > 0
        ? QStringLiteral("! ") + words(QT_TRANSLATE_N_NOOP("DeliveryWords", "%n to put right"), counted(standing.needsAttention))
        : QString();
}

QString conflictWords(const PortalStanding &standing)
{
    return standing.inConflict > 0 ? QStringLiteral("! ") + words(QT_TRANSLATE_N_NOOP("DeliveryWords", "%n to compare"), counted(standing.inConflict))
                                   : QString();
}

QString certificateWords(const PortalStanding &standing, const QDateTime &now)
{
    if (!standing.isEnding) {
        return {};
    }
    const QDate last = vietnamTime(standing.certificateUntilMs).date();
    return standing.certificateUntilMs <= now.toMSecsSinceEpoch()
        ? words(QT_TRANSLATE_NOOP("DeliveryWords", "the desk's certificate ended on %1")).arg(shownDate(last))
        : words(QT_TRANSLATE_NOOP("DeliveryWords", "the desk's certificate ends on %1")).arg(shownDate(last));
}

QString sentWords(const PortalStanding &standing, const QDateTime &now)
{
    return standing.deliveredMs == 0 ? words(QT_TRANSLATE_NOOP("DeliveryWords", "nothing sent yet"))
                                     : words(QT_TRANSLATE_NOOP("DeliveryWords", "all sent %1")).arg(moment(standing.deliveredMs, now));
}

/** In which state it is, without counts. */
QString stateWords(const PortalStanding &standing, const QDateTime &now)
{
    const QString since = moment(standing.sinceMs, now);
    switch (standing.phase) {
    case Phase::None:
        return {};
    case Phase::Elsewhere:
        return words(QT_TRANSLATE_NOOP("DeliveryWords", "another program of this desk sends"));
    case Phase::Exchanging:
        return standing.waiting > 0       ? words(QT_TRANSLATE_NOOP("DeliveryWords", "sending"))
            : standing.deliveredMs != 0 ? sentWords(standing, now)
                                          : words(QT_TRANSLATE_NOOP("DeliveryWords", "asking the portal"));
    case Phase::Resting:
        return standing.waiting > 0 || standing.files > 0 ? words(QT_TRANSLATE_NOOP("DeliveryWords", "portal reached")) : sentWords(standing, now);
    case Phase::Waiting:
        if (standing.fault == Fault::Network) {
            return words(QT_TRANSLATE_NOOP("DeliveryWords", "portal not reached since %1 (%2)")).arg(since, faultWord(standing.fault));
        }
        return words(QT_TRANSLATE_NOOP("DeliveryWords", "nothing sent since %1 (%2)")).arg(since, faultWord(standing.fault));
    case Phase::Paused:
        return words(QT_TRANSLATE_NOOP("DeliveryWords", "sending paused since %1")).arg(since);
    case Phase::Stopped:
        break;
    }
    return words(QT_TRANSLATE_NOOP("DeliveryWords", "sending has stopped (%1)")).arg(faultWord(standing.fault));
}

QString capital(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text.at(0).toUpper();
    }
    return text;
}

/** "40′", "1 h 40′", "3 days". */
QString lengthWords(qint64 ms)
{
    const qint64 minutes = std::max<qint64>(ms, 0) / 60'000;
    if (minutes < 60) {
        return words(QT_TRANSLATE_NOOP("DeliveryWords", "%1′")).arg(minutes);
    }
    if (minutes < 24 * 60) {
        return words(QT_TRANSLATE_NOOP("DeliveryWords", "%1 h %2′")).arg(minutes / 60).arg(minutes % 60);
    }
    return words(QT_TRANSLATE_N_NOOP("DeliveryWords", "%n day(s)"), static_cast<int>(minutes / (24 * 60)));
}

/** "0:42" */
QString countDown(qint64 ms)
{
    const qint64 seconds = (std::max<qint64>(ms, 0) + 999) / 1000;
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString refusedSentence(const PortalStanding &standing)
{
    return standing.needsAttention > 0
        ? words(QT_TRANSLATE_N_NOOP("DeliveryWords", "The portal sent %n item(s) back. The dossiers stay valid, and no citizen need come again."),
              counted(standing.needsAttention))
        : QString();
}

QString conflictSentence(const PortalStanding &standing)
{
    return standing.inConflict > 0
        ? words(QT_TRANSLATE_N_NOOP("DeliveryWords", "Desks contradict each other about %n dossier(s); both are kept until somebody decides, in the list \"Needs attention\"."),
              counted(standing.inConflict))
        : QString();
}

} // namespace

QString moment(qint64 ms, const QDateTime &now)
{
    if (ms == 0) {
        return QStringLiteral("—");
    }
    const QDateTime at = vietnamTime(ms);
    return at.date() == now.date() ? at.toString(u"HH:mm") : at.toString(u"dd/MM HH:mm");
}

QString line(const PortalStanding &standing, const QDateTime &now)
{
    if (!standing.isThere()) {
        return conflictWords(standing);
    }
    return Sign + joined({capital(stateWords(standing, now)), waitingWords(standing), fileWords(standing), attentionWords(standing), conflictWords(standing), certificateWords(standing, now)});
}

QString told(const PortalStanding &standing, const QDateTime &now)
{
    QStringList all;
    const QString since = moment(standing.sinceMs, now);
    const QString keeps = standing.waiting > 0
        ? words(QT_TRANSLATE_N_NOOP("DeliveryWords", "Nothing is lost; %n item(s) go by themselves when there is a way. Please work on."), counted(standing.waiting))
        : words(QT_TRANSLATE_NOOP("DeliveryWords", "Nothing is lost. Please work on."));
    switch (standing.phase) {
    case Phase::None:
        return conflictSentence(standing);
    case Phase::Waiting:
        if (standing.fault == Fault::Network) {
            all << words(QT_TRANSLATE_NOOP("DeliveryWords", "The portal has not been reached since %1.")).arg(since) << keeps;
        } else {
            all << words(QT_TRANSLATE_NOOP("DeliveryWords", "Nothing could be sent since %1.")).arg(since) << (standing.failure ? sentence(*standing.failure).text() : keeps);
        }
        break;
    case Phase::Paused:
        all << words(QT_TRANSLATE_NOOP("DeliveryWords", "Sending to the portal is paused since %1 and waits until somebody lets it go on.")).arg(since)
            << words(QT_TRANSLATE_NOOP("DeliveryWords", "Nothing is lost."));
        break;
    case Phase::Stopped:
        all << (standing.failure ? sentence(*standing.failure).text() : capital(stateWords(standing, now)) + u'.');
        break;
    case Phase::Elsewhere:
    case Phase::Exchanging:
    case Phase::Resting:
        all << capital(joined({stateWords(standing, now), waitingWords(standing), fileWords(standing)})) + u'.';
        break;
    }
    all << refusedSentence(standing) << conflictSentence(standing);
    if (const QString certificate = certificateWords(standing, now); !certificate.isEmpty()) {
        all << capital(certificate) + u'.'
            << words(QT_TRANSLATE_NOOP("DeliveryWords", "A new one is asked for by itself; if this stands here tomorrow too, tell the IT person."));
    }
    all.removeAll(QString());
    return all.join(u' ');
}

QString atTheDoor(const PortalStanding &standing, const QDateTime &now)
{
    const bool isReached = standing.phase == Phase::Resting || standing.phase == Phase::Exchanging;
    const bool isAway = standing.phase == Phase::Waiting && standing.fault == Fault::Network;
    const QString state = isReached ? words(QT_TRANSLATE_NOOP("DeliveryWords", "reached"))
        : isAway                    ? words(QT_TRANSLATE_NOOP("DeliveryWords", "not reached since %1")).arg(moment(standing.sinceMs, now))
                                    : stateWords(standing, now);
    return Sign + words(QT_TRANSLATE_NOOP("DeliveryWords", "Portal: %1; waiting %2")).arg(state).arg(standing.waiting);
}

QString heading(const PortalStanding &standing, const QDateTime &now)
{
    if (!standing.isThere()) {
        return {};
    }
    const bool isReached = standing.phase == Phase::Resting || standing.phase == Phase::Exchanging;
    const QString state = isReached ? words(QT_TRANSLATE_NOOP("DeliveryWords", "portal reached")) : stateWords(standing, now);
    return joined({capital(state), standing.deliveredMs == 0 ? QString() : sentWords(standing, now)});
}

QString summary(const PortalStanding &standing, const QDateTime &now)
{
    const qint64 nowMs = now.toMSecsSinceEpoch();
    QStringList parts{words(QT_TRANSLATE_N_NOOP("DeliveryWords", "%n item(s) waiting"), counted(standing.waiting))};
    if (standing.waiting > 0 && standing.oldestMs != 0) {
        parts << words(QT_TRANSLATE_NOOP("DeliveryWords", "the oldest for %1")).arg(lengthWords(nowMs - standing.oldestMs));
    }
    parts << fileWords(standing);
    if (standing.phase == Phase::Waiting) {
        parts << (standing.nextTryMs > nowMs ? words(QT_TRANSLATE_NOOP("DeliveryWords", "next try in %1")).arg(countDown(standing.nextTryMs - nowMs))
                                             : words(QT_TRANSLATE_NOOP("DeliveryWords", "trying now")));
    }
    parts << attentionWords(standing) << conflictWords(standing) << certificateWords(standing, now);
    const bool isOurs = standing.needsAttention > 0 || standing.inConflict > 0 || standing.phase == Phase::Stopped || (standing.phase == Phase::Waiting && standing.fault == Fault::Desk);
    parts << (standing.phase == Phase::Paused ? words(QT_TRANSLATE_NOOP("DeliveryWords", "paused until somebody lets it go on"))
            : isOurs                           ? QString()
                                               : words(QT_TRANSLATE_NOOP("DeliveryWords", "nothing to do")));
    return joined(parts);
}

QString why(const PortalStanding &standing)
{
    switch (standing.phase) {
    case Phase::Paused:
        return words(QT_TRANSLATE_NOOP("DeliveryWords", "Paused"));
    case Phase::Elsewhere:
        return capital(stateWords(standing, {}));
    case Phase::Waiting:
    case Phase::Stopped:
    case Phase::Resting: // what the portal did not take
        return standing.failure ? sentence(*standing.failure).happened : QString();
    case Phase::None:
    case Phase::Exchanging:
        break;
    }
    return {};
}

QString toDo(const PortalStanding &standing)
{
    if (standing.phase == Phase::Paused) {
        return words(QT_TRANSLATE_NOOP("DeliveryWords", "let it go on with P"));
    }
    if (!standing.failure || standing.phase == Phase::Exchanging) {
        return {};
    }
    const QString act = standing.fault == Fault::Network ? words(QT_TRANSLATE_NOOP("DeliveryWords", "is sent by itself"))
        : standing.fault == Fault::Portal                ? words(QT_TRANSLATE_NOOP("DeliveryWords", "nothing to do here"))
                                                         : words(QT_TRANSLATE_NOOP("DeliveryWords", "tell the IT person"));
    return joined({faultWord(standing.fault), act});
}

QString toDo(const PortalVerdict &refused)
{
    const QString act = refused.fault == Fault::Data ? words(QT_TRANSLATE_NOOP("DeliveryWords", "open it and put it right (Enter)"))
        : refused.fault == Fault::Network || refused.fault == Fault::Portal ? words(QT_TRANSLATE_NOOP("DeliveryWords", "nothing to do here"))
                                                                            : words(QT_TRANSLATE_NOOP("DeliveryWords", "tell the IT person"));
    return refused.fault == Fault::Unknown ? act : joined({faultWord(refused.fault), act});
}

} // namespace motcua::deliverywords
