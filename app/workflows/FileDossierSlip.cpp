// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "models/base/VietnamTime.h"

// FileDossier and the slip that its acceptance would hand out.
namespace motcua {

SlipValues FileDossier::draftSlip() const
{
    const QDateTime moment = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    QJsonObject roles;
    const QMap<QString, QString> &fields = m_procedure->roles();
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        roles.insert(it.key(), it.value());
    }
    // The dossier as its acceptance would make it: the draft of a sheet cannot differ from the sheet.
    Dossier draft;
    draft.acceptance = {{u"procedure"_qs, m_procedure->code}, {u"procedureName"_qs, m_procedure->name}, {u"roles"_qs, roles},
        {u"papers"_qs, m_papers.settled(*m_procedure, filed(), moment.date()).toJson()}, {u"limitText"_qs, limit().text}};
    if (m_envelope) {
        draft.acceptance.insert(u"post"_qs, m_envelope->toJson());
    }
    const LongerTerm *ground = m_longer && limit().allows(m_longer->ground, m_longer->days) ? limit().longerTerm(m_longer->ground) : nullptr;
    if (ground) {
        draft.acceptance.insert(u"longer"_qs, QJsonObject{{u"text"_qs, ground->onSlip.arg(m_longer->days, 2, 10, QLatin1Char('0'))}});
    }
    const QJsonObject answers = filed().toJson();
    for (auto it = answers.constBegin(); it != answers.constEnd(); ++it) {
        draft.fields[it.key()].value = it.value();
    }
    draft.receivedAtMs = moment.toMSecsSinceEpoch();
    if (const Result<Promise> promised = promise()) {
        draft.due.value = promised->dueAt.toString(Qt::ISODate);
    }
    SlipValues values = slipValues(draft, m_place);
    values.mark = SlipMark::Draft;
    return values;
}

} // namespace motcua
