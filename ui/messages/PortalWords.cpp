// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/PortalWords.h"

#include "ui/messages/FormWords.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("PortalWords", english);
}

/** What whoever reads it can do. */
QString remedy(PortalVerdict::Fault fault)
{
    switch (fault) {
    case PortalVerdict::Fault::Data:
        return words(QT_TRANSLATE_NOOP("PortalWords", "Put it right with “Correct after acceptance”."));
    case PortalVerdict::Fault::Network:
    case PortalVerdict::Fault::Portal:
        return words(QT_TRANSLATE_NOOP("PortalWords", "There is nothing to do at this desk."));
    case PortalVerdict::Fault::Desk:
    case PortalVerdict::Fault::Unknown:
        break;
    }
    return words(QT_TRANSLATE_NOOP("PortalWords", "Tell the IT person of the centre."));
}

QString reasonOf(const PortalVerdict &refused, const FormSchema *form)
{
    QStringList names;
    for (const QString &field : refused.fields) {
        names.append(form ? answerName(*form, field) : field);
    }
    if (refused.code == u"missingField" && !names.isEmpty()) {
        return words(QT_TRANSLATE_NOOP("PortalWords", "missing: %1")).arg(names.join(QStringLiteral(", ")));
    }
    QString text = refused.text.simplified();
    while (text.endsWith(u'.')) {
        text.chop(1); // it stands within a sentence
    }
    if (!text.isEmpty()) {
        return text;
    }
    const QString code = refused.code.isEmpty() ? words(QT_TRANSLATE_NOOP("PortalWords", "without a reason")) : refused.code;
    return names.isEmpty() ? code : QStringLiteral("%1: %2").arg(code, names.join(QStringLiteral(", ")));
}

} // namespace

QString faultWords(PortalVerdict::Fault fault)
{
    switch (fault) {
    case PortalVerdict::Fault::Network:
        return words(QT_TRANSLATE_NOOP("PortalWords", "a fault of the network"));
    case PortalVerdict::Fault::Portal:
        return words(QT_TRANSLATE_NOOP("PortalWords", "a fault of the portal"));
    case PortalVerdict::Fault::Data:
        return words(QT_TRANSLATE_NOOP("PortalWords", "a fault in the data"));
    case PortalVerdict::Fault::Desk:
        return words(QT_TRANSLATE_NOOP("PortalWords", "a fault of this desk"));
    case PortalVerdict::Fault::Unknown:
        break;
    }
    return {};
}

QString refusalWords(const PortalVerdict &refused, const FormSchema *form)
{
    const QString fault = faultWords(refused.fault);
    return fault.isEmpty() ? reasonOf(refused, form) : QStringLiteral("%1 (%2)").arg(reasonOf(refused, form), fault);
}

QString refusalSentence(const PortalVerdict &refused, const QString &code, const FormSchema *form)
{
    const QString happened = code.isEmpty()
        ? words(QT_TRANSLATE_NOOP("PortalWords", "The portal sent the dossier back: %1.")).arg(refusalWords(refused, form))
        : words(QT_TRANSLATE_NOOP("PortalWords", "The portal sent dossier %1 back: %2.")).arg(code, refusalWords(refused, form));
    return QStringList{happened,
        words(QT_TRANSLATE_NOOP("PortalWords", "The dossier stays valid at the centre, and the citizen need not come again.")),
        remedy(refused.fault)}
        .join(u' ');
}

} // namespace motcua
