// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/national/NationalProfile.h"
#include "tests/support/JsonSchema.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include <mutex>

namespace motcua::national {

/**
 * What a national system does with what it is told: takes nothing but what the profile says, keeps it, and takes a step twice when it is told
 * twice, as nobody promised that the real one does not. May be asked from any thread.
 */
class NationalSystem
{
public:
    struct Known
    {
        QJsonObject record = {}; ///< as last told
        int news = 0; ///< how often it was told as new
        int changes = 0; ///< how often as one that is there, with something else in it
        int repetitions = 0; ///< likewise, with nothing else in it
        QStringList steps = {}; ///< statuses, in the order in which they came
        QJsonArray told = {}; ///< the steps
    };

    explicit NationalSystem(const NationalProfile &profile)
        : m_profile(profile)
        , m_record(u"record"_qs, schemaOf(profile, profile.dossier.fields))
        , m_step(u"step"_qs, schemaOf(profile, profile.progress.fields))
    {
    }

    /** What it answers to a body without its session. */
    QJsonObject heard(const QJsonObject &body)
    {
        const std::lock_guard lock(m_mutex);
        const QString service = body.value(m_profile.serviceMember).toString();
        if (service == m_profile.lookUpService) {
            return lookedUp(body.value(m_profile.lookUpCode).toString());
        }
        const QJsonArray data = body.value(m_profile.dataMember).toArray();
        if (data.size() != 1) {
            return wrong(service, {u"not one record"_qs});
        }
        const QJsonObject one = data.first().toObject();
        const QString code = one.value(u"MaHoSo"_qs).toString();
        if (m_refused.contains(code)) {
            return answer(u"12"_qs, u"Sai mã thủ tục"_qs);
        }
        if (service == m_profile.dossier.service) {
            return recordHeard(code, one, body.value(m_profile.updatingMember).toString());
        }
        if (service != m_profile.progress.service) {
            return wrong(service, {u"no such service"_qs});
        }
        if (const QStringList faults = m_step.faults(one); !faults.isEmpty()) {
            return wrong(service, faults);
        }
        if (!m_known.contains(code)) {
            return wrong(service, {u"a step of a dossier nobody told of: "_qs + code});
        }
        m_known[code].steps.append(one.value(u"TrangThai"_qs).toString());
        m_known[code].told.append(one);
        return answer(u"00"_qs);
    }

    /** From now on nothing of these dossiers is taken; empty: of none. */
    void refuse(const QStringList &codes)
    {
        const std::lock_guard lock(m_mutex);
        m_refused = codes;
    }
    [[nodiscard]] QMap<QString, Known> known() const
    {
        const std::lock_guard lock(m_mutex);
        return m_known;
    }
    /** What was not of the profile. */
    [[nodiscard]] QStringList faults() const
    {
        const std::lock_guard lock(m_mutex);
        return m_faults;
    }

    /** What the profile promises of a record, as a JSON Schema. */
    [[nodiscard]] static QJsonObject schemaOf(const NationalProfile &profile, const QList<NationalField> &fields)
    {
        using Type = NationalField::Type;
        QJsonObject properties;
        QJsonArray required;
        for (const NationalField &field : fields) {
            QJsonObject one{{u"type"_qs, u"string"_qs}};
            bool isText = true;
            switch (field.type) {
            case Type::Text:
                if (field.maxLength > 0) {
                    one.insert(u"maxLength"_qs, field.maxLength);
                }
                one.insert(u"minLength"_qs, field.isRequired ? 1 : 0);
                break;
            case Type::Date:
                one.insert(u"pattern"_qs, field.isRequired ? u"^20[0-9]{12}$"_qs : u"^(20[0-9]{12})?$"_qs);
                break;
            case Type::Integer:
            case Type::Money:
                isText = field.isAsText;
                one = isText ? QJsonObject{{u"type"_qs, u"string"_qs}, {u"pattern"_qs, u"^[0-9]*$"_qs}}
                             : QJsonObject{{u"type"_qs, u"integer"_qs}};
                break;
            case Type::List:
                one = {{u"type"_qs, u"array"_qs}, {u"items"_qs, schemaOf(profile, field.fields)}};
                break;
            }
            properties.insert(field.name, one);
            if (field.isRequired || (isText && !profile.leavesOutMissing)) {
                required.append(field.name);
            }
        }
        return {
            {u"type"_qs, u"object"_qs}, {u"properties"_qs, properties}, {u"required"_qs, required}, {u"additionalProperties"_qs, false}};
    }

private:
    [[nodiscard]] QJsonObject answer(const QString &code, const QString &text = {}) const
    {
        QJsonObject json{{m_profile.codeMember, code}};
        if (!text.isEmpty()) {
            json.insert(m_profile.textMember, text);
        }
        return json;
    }

    QJsonObject wrong(const QString &service, const QStringList &faults)
    {
        for (const QString &fault : faults) {
            m_faults.append(service + u": "_qs + fault);
        }
        return answer(u"98"_qs, u"Sai định dạng"_qs);
    }

    QJsonObject lookedUp(const QString &code) const
    {
        QJsonObject json = answer(u"00"_qs);
        QJsonArray found;
        if (m_known.contains(code)) {
            QJsonObject one = m_known.value(code).record;
            one.insert(m_profile.lookUpSteps, m_known.value(code).told);
            found.append(one);
        }
        json.insert(m_profile.lookUpResult, found);
        return json;
    }

    QJsonObject recordHeard(const QString &code, const QJsonObject &record, const QString &updating)
    {
        if (const QStringList faults = m_record.faults(record); !faults.isEmpty()) {
            return wrong(m_profile.dossier.service, faults);
        }
        const bool isNew = updating == m_profile.firstWord;
        if (isNew == m_known.contains(code)) {
            return answer(isNew ? u"05"_qs : u"06"_qs, u"Hồ sơ đã có hoặc chưa có"_qs);
        }
        Known &known = m_known[code];
        (isNew ? known.news : known.record == record ? known.repetitions : known.changes) += 1;
        known.record = record;
        return answer(u"00"_qs);
    }

    NationalProfile m_profile;
    testsupport::JsonSchema m_record;
    testsupport::JsonSchema m_step;
    mutable std::mutex m_mutex; ///< of what follows
    QMap<QString, Known> m_known;
    QStringList m_refused;
    QStringList m_faults;
};

} // namespace motcua::national
