// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalProfile.h"

#include "models/catalogue/JsonMembers.h"

#include <QSet>

#include <algorithm>

namespace motcua::national {

namespace {

using Type = NationalField::Type;

constexpr int MostLength = 100'000;

/** How certain a row is. The flag is for programs that look for what is left to be read, and must say what the mark says. */
bool readMark(JsonMembers &members, QString *kept = nullptr)
{
    const QString mark = members.text(u"mark"_qs);
    const bool verified = members.flag(u"verified"_qs);
    if (!members.has(u"verified"_qs)) {
        members.complain(u"verified"_qs, u"\"verified\" is missing"_qs);
    } else if (verified != (mark.startsWith(u"VERIFIED") && !mark.contains(u"UNVERIFIED"))) {
        members.complain(u"verified"_qs, u"\"verified\" is not what \"mark\" says"_qs);
    }
    if (kept) {
        *kept = mark;
    }
    return verified;
}

NationalSource readSource(const JsonNode &node, Scope scope, Type type)
{
    JsonMembers members(node);
    NationalSource source;
    source.place = members.word<Place>(u"source"_qs, placeWords());
    if (source.place == Place::Role) {
        source.detail = members.text(u"role"_qs);
    } else if (source.place == Place::Constant && members.has(u"source"_qs)) {
        source.detail = members.text(u"constant"_qs);
    }
    source.isTranslated = members.has(u"values"_qs);
    members.object(u"values"_qs, false, [&](const JsonNode &object) {
        JsonMembers rows(object);
        const QStringList words = rows.allKeys();
        for (const QString &word : words) {
            source.values.insert(word, rows.text(word));
        }
    });
    members.done();
    const Scope wanted = scopeOf(source.place);
    if (wanted != Scope::Anywhere && wanted != scope) {
        node.complain(u"source"_qs, u"there is no such thing to tell here"_qs);
    }
    const Sort sort = sortOf(source.place);
    const bool fits = type == Type::Date ? sort == Sort::Moment : type == Type::Money ? sort == Sort::Amount : sort == Sort::Text;
    if (!fits) {
        node.complain(u"source"_qs, u"what is told here is not of the type of the field"_qs);
    }
    return source;
}

QList<NationalField> readFields(JsonMembers &members, Scope scope, bool mayNest);

NationalField readField(const JsonNode &node, Scope scope, bool mayNest)
{
    JsonMembers members(node);
    NationalField field;
    field.name = members.text(u"name"_qs);
    field.type = members.word<Type>(u"type"_qs,
        {{u"text", Type::Text}, {u"date", Type::Date}, {u"integer", Type::Integer}, {u"money", Type::Money}, {u"list", Type::List}});
    field.isRequired = members.flag(u"required"_qs);
    field.maxLength = static_cast<int>(members.integerIf(u"maxLength"_qs, 1, MostLength).value_or(0));
    field.isCut = members.flag(u"cut"_qs);
    field.isAsText = members.flag(u"asText"_qs);
    if (field.isCut && field.maxLength == 0) {
        members.complain(u"cut"_qs, u"nothing says at which length it is cut"_qs);
    }
    if (field.type == Type::List) {
        field.records = members.word<Records>(u"list"_qs,
            {{u"none", Records::None}, {u"papers", Records::Papers}, {u"fees", Records::Fees}, {u"supplements", Records::Supplements},
                {u"results", Records::Results}});
        if (!mayNest && field.records != Records::None) {
            members.complain(u"list"_qs, u"a list in a record of a list stays empty"_qs);
        }
        field.fields = readFields(members, scopeOf(field.records), false);
    }
    members.each(u"from"_qs, false, [&](const JsonNode &one) { field.from.append(readSource(one, scope, field.type)); });
    if (field.type == Type::List && !field.from.isEmpty()) {
        members.complain(u"from"_qs, u"a list is told by \"list\" and \"fields\""_qs);
    } else if (field.isRequired && field.from.isEmpty()) {
        members.complain(u"required"_qs, u"it is required, and nothing is told in it"_qs);
    }
    field.isVerified = readMark(members, &field.mark);
    members.done();
    return field;
}

QList<NationalField> readFields(JsonMembers &members, Scope scope, bool mayNest)
{
    QList<NationalField> fields;
    QSet<QString> names;
    const QString key = u"fields"_qs;
    members.each(key, true, [&](const JsonNode &node) {
        fields.append(readField(node, scope, mayNest));
        const QString &name = fields.constLast().name;
        if (!name.isEmpty() && names.contains(name)) {
            node.complain(u"name"_qs, u"the field \"%1\" stands here twice"_qs.arg(name));
        }
        names.insert(name);
    });
    if (members.has(key) && fields.isEmpty()) {
        members.complain(key, u"\"fields\" must not be empty"_qs);
    }
    return fields;
}

QStringList readCodes(JsonMembers &members, const QString &key, QSet<QString> &taken)
{
    QStringList codes;
    members.each(key, true, [&](const JsonNode &node) {
        const QString code = elementText(node);
        if (taken.contains(code)) {
            node.complain(u"the code \"%1\" means two things"_qs.arg(code));
        }
        taken.insert(code);
        codes.append(code);
    });
    return codes;
}

/** Fills a profile from the members of the file. */
class ProfileReading
{
public:
    explicit ProfileReading(JsonFile &file)
        : m_root(file)
        , m_members(m_root)
    {
    }

    NationalProfile profile()
    {
        if (const QString schema = u"motcua.national/1"_qs; m_members.text(u"schema"_qs) != schema) {
            m_members.complain(u"schema"_qs, u"\"schema\" must be \"%1\""_qs.arg(schema));
        }
        m_members.object(u"meta"_qs, false, [](const JsonNode &node) { (void)JsonMembers(node).allKeys(); });
        readStatuses();
        readEnvelope();
        m_profile.leavesOutMissing = m_members.word<bool>(u"missing"_qs, {{u"empty", false}, {u"leftOut", true}});
        m_members.text(u"missingMark"_qs);
        readMessages();
        readLookUp();
        readAnswer();
        m_members.done();
        return m_profile;
    }

private:
    void readStatuses()
    {
        const QString key = u"statuses"_qs;
        m_members.each(key, true, [this](const JsonNode &node) {
            JsonMembers row(node);
            const auto ours = dossierStatus(static_cast<int>(row.integer(u"ours"_qs, 1, 10)));
            const QString theirs = row.text(u"national"_qs);
            row.text(u"name"_qs);
            readMark(row);
            row.done();
            if (ours && m_profile.statuses.contains(*ours)) {
                row.complain(u"ours"_qs, u"this status stands here twice"_qs);
            } else if (ours) {
                m_profile.statuses.insert(*ours, theirs);
            }
        });
        if (m_members.has(key) && m_profile.statuses.size() != 10) {
            m_members.complain(key, u"\"statuses\" must tell of all ten"_qs);
        }
    }

    void readEnvelope()
    {
        m_members.object(u"envelope"_qs, true, [this](const JsonNode &node) {
            JsonMembers members(node);
            m_profile.sessionMember = members.text(u"session"_qs);
            m_profile.unitMember = members.text(u"unit"_qs);
            m_profile.serviceMember = members.text(u"service"_qs);
            m_profile.dataMember = members.text(u"data"_qs);
            readMark(members);
            members.done();
        });
        m_members.object(u"signIn"_qs, true, [this](const JsonNode &node) {
            JsonMembers members(node);
            m_profile.usernameMember = members.text(u"username"_qs);
            m_profile.passwordMember = members.text(u"password"_qs);
            m_profile.newSessionMember = members.text(u"session"_qs);
            readMark(members);
            members.done();
        });
    }

    void readMessages()
    {
        m_members.object(u"dossier"_qs, true, [this](const JsonNode &node) {
            JsonMembers members(node);
            m_profile.dossier.service = members.text(u"service"_qs);
            members.object(u"updating"_qs, true, [this](const JsonNode &updating) {
                JsonMembers words(updating);
                m_profile.updatingMember = words.text(u"member"_qs);
                m_profile.firstWord = words.text(u"first"_qs);
                m_profile.againWord = words.text(u"again"_qs);
                words.done();
            });
            readMark(members);
            m_profile.dossier.fields = readFields(members, Scope::Anywhere, true);
            members.done();
        });
        m_members.object(u"progress"_qs, true, [this](const JsonNode &node) {
            JsonMembers members(node);
            m_profile.progress.service = members.text(u"service"_qs);
            readMark(members);
            m_profile.progress.fields = readFields(members, Scope::Step, false);
            members.done();
        });
    }

    void readLookUp()
    {
        m_members.object(u"lookUp"_qs, true, [this](const JsonNode &node) {
            JsonMembers members(node);
            m_profile.lookUpService = members.text(u"service"_qs);
            m_profile.lookUpCode = members.text(u"code"_qs);
            m_profile.lookUpResult = members.text(u"result"_qs);
            members.object(u"progress"_qs, false, [this](const JsonNode &progress) {
                JsonMembers steps(progress);
                m_profile.lookUpSteps = steps.text(u"list"_qs);
                m_profile.lookUpStepAt = steps.text(u"at"_qs);
                m_profile.lookUpStepStatus = steps.text(u"status"_qs);
                steps.done();
            });
            readMark(members);
            members.done();
        });
    }

    void readAnswer()
    {
        m_members.object(u"answer"_qs, true, [this](const JsonNode &node) {
            JsonMembers members(node);
            QSet<QString> taken;
            m_profile.codeMember = members.text(u"code"_qs);
            m_profile.textMember = members.text(u"text"_qs);
            m_profile.accepted = readCodes(members, u"accepted"_qs, taken);
            m_profile.known = readCodes(members, u"known"_qs, taken);
            m_profile.later = readCodes(members, u"later"_qs, taken);
            m_profile.sessionOver = readCodes(members, u"sessionOver"_qs, taken);
            if (members.has(u"accepted"_qs) && m_profile.accepted.isEmpty()) {
                members.complain(u"accepted"_qs, u"no answer would be a good one"_qs);
            }
            readMark(members);
            members.done();
        });
    }

    JsonNode m_root;
    JsonMembers m_members;
    NationalProfile m_profile;
};

} // namespace

QString NationalProfile::progressField(Place place) const
{
    const auto field = std::find_if(progress.fields.cbegin(), progress.fields.cend(), [place](const NationalField &one) {
        return std::any_of(one.from.cbegin(), one.from.cend(), [place](const NationalSource &source) { return source.place == place; });
    });
    return field == progress.fields.cend() ? QString() : field->name;
}

Result<NationalProfile, QList<Error>> NationalProfile::fromFile(const SourceFile &source)
{
    JsonFile file(source);
    NationalProfile profile;
    if (file.isGood()) {
        profile = ProfileReading(file).profile();
    }
    if (!file.isGood()) {
        return file.errors();
    }
    return profile;
}

} // namespace motcua::national
