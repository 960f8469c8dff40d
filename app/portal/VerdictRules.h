// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Assessor.h"
#include "app/portal/NumberPattern.h"
#include "models/base/Result.h"

#include <QHash>

#include <memory>

namespace motcua::portal {

/** What a province's portal asks of what its desks send: resources/portal/verdicts.json. */
class VerdictRules final : public Assessor
{
public:
    /** Errors: CatalogueSchema, with what is wrong. */
    [[nodiscard]] static Result<std::shared_ptr<const VerdictRules>> fromJson(const QByteArray &json);

    [[nodiscard]] const NumberPattern &number() const { return m_number; }

    [[nodiscard]] QSet<QByteArray> kinds() const override;
    [[nodiscard]] bool givesNumber(const QByteArray &kind) const override { return m_kinds.value(kind).givesNumber; }
    /** Refused for all that is missing at once; the code and the fault are those of the first. */
    [[nodiscard]] Finding assess(const Dossier &dossier, const journal::Entry &entry) const override;

private:
    struct Need
    {
        enum class Of { Role, Field, Said };
        Of of = Of::Said;
        QString name = {};
        QString code = {};
        QString text = {};
    };
    struct Kind
    {
        bool givesNumber = false;
        QList<Need> needs = {};
    };

    [[nodiscard]] static Result<Need> needIn(const QJsonObject &json);

    NumberPattern m_number;
    QHash<QByteArray, Kind> m_kinds;
};

} // namespace motcua::portal
