// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dossier/CorrectPage.h"

#include <QJsonArray>

#include <memory>

namespace motcua::test {

/** A dossier of these answers on the page of corrections: two are put right, one of them with a date that is none, and a trainee does it. */
inline std::unique_ptr<CorrectPage> correctPage(const Procedure &procedure, const FormDraft &answers, const QDateTime &now)
{
    Dossier dossier;
    dossier.code = QStringLiteral("H26.31.05-261123-0301");
    dossier.acceptance = {{u"procedure"_qs, procedure.code}, {u"procedureName"_qs, procedure.name},
        {u"papers"_qs, QJsonArray{QJsonObject{{u"id"_qs, u"declaration"_qs}, {u"name"_qs, u"Tờ khai"_qs}, {u"state"_qs, u"met"_qs},
                           {u"sheet"_qs, QJsonObject{{u"mark"_qs, u"3F9A2C"_qs}, {u"printedAt"_qs, now.toString(Qt::ISODate)}}}}}}};
    dossier.receivedAtMs = now.toMSecsSinceEpoch();
    dossier.due.value = now.addSecs(90 * 60).toString(Qt::ISODate);
    const QJsonObject fields = answers.toJson();
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
        dossier.fields.insert(field.key(), {field.value(), {}, {}});
    }
    Correction said(dossier, procedure.checker, now.date());
    said.set(u"requester.residence"_qs, FieldValue::given(u"21 Trần Phú, phường Hòa An"_qs));
    said.set(u"requester.birth"_qs, FieldValue::given(u"31/02/1985"_qs));
    auto page = std::make_unique<CorrectPage>();
    page->begin({.dossier = dossier,
                    .procedure = procedure,
                    .slips = {SlipKind::Receipt},
                    .held = {SlipKind::Receipt},
                    .prints = true,
                    .needsApprover = true,
                    .now = now},
        {said, {u"requester.residence"_qs, u"requester.birth"_qs}, u"Người dân báo sai"_qs});
    return page;
}

} // namespace motcua::test
