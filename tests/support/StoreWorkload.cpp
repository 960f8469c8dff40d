// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StoreWorkload.h"

#include <QJsonDocument>

namespace motcua::testsupport {

using namespace storage;

StoreWorkload::StoreWorkload(const StoreScene &scene, Store store)
    : m_scene(scene)
    , m_store(std::move(store))
{
}

Result<> StoreWorkload::recorded(const Act &act)
{
    const Result<Recorded> recorded = m_store.record(act).result();
    if (!recorded) {
        return recorded.error();
    }
    m_expected.head = recorded->entries.constLast().seq;
    return {};
}

Result<> StoreWorkload::withPaper()
{
    const QByteArray plain(700 + 977 * (m_steps % 90), static_cast<char>('a' + m_steps % 26));
    const Result<AttachmentReference> kept = m_store.attachments().keep(plain);
    if (!kept) {
        return kept.error();
    }
    const QString reference = kept->toString();
    Result<> done = recorded(m_scene.about(m_latest, AddPaper{QStringLiteral("declaration"), reference, {}}));
    if (done) {
        m_expected.attachments.insert(reference, plain);
    }
    return done;
}

Result<> StoreWorkload::withTicket(const Id &ticket)
{
    QList<Act> turn{m_scene.about(ticket, IssueTicket{.group = QStringLiteral("A")})};
    for (const TicketStep step : {TicketStep::Call, TicketStep::Begin, TicketStep::Finish}) {
        turn.append(m_scene.about(ticket, StepTicket{.step = step}));
    }
    const Result<QList<Recorded>> all = m_store.recordAll(turn).result();
    if (!all) {
        return all.error();
    }
    m_expected.head = all->constLast().entries.constLast().seq;
    return {};
}

Result<> StoreWorkload::step()
{
    const int step = m_steps++;
    const auto place = static_cast<quint64>(step) * 10;
    m_scene.passMs(20'000);
    const Id draftId = StoreScene::dossier(place + 5 - static_cast<quint64>(step % 8) * 10);
    const bool keepsItsDraft = (step / 8) % 2 == 1;
    switch (m_latest.isNull() ? 0 : step % 8 == 7 && keepsItsDraft ? 3 : step % 8) {
    case 1:
    case 3: {
        Draft draft{.id = draftId, .person = m_scene.officer(), .procedure = QStringLiteral("2.000635"), .form = {}};
        draft.edition = QStringLiteral("1");
        draft.form = QJsonDocument(m_scene.form(place).toJson()).toJson(QJsonDocument::Compact);
        draft.updatedMs = m_scene.nowMs();
        const Result<> kept = m_store.keepDraft(draft).result();
        if (kept) {
            m_expected.drafts.insert(draft.id, draft.form);
        }
        return kept;
    }
    case 2:
        return recorded(m_scene.about(m_latest,
            CorrectDossier{{{QStringLiteral("requester.residence"), FieldValue::given(QStringLiteral("Nhà số %1").arg(step))}},
                QStringLiteral("gõ nhầm")}));
    case 4: // one transaction a step, or a crash within one looks like half of it
        return (step / 8) % 2 == 1 ? withTicket(StoreScene::dossier(place + 7)) : withPaper();
    case 5: {
        const QList<Act> batch{m_scene.accepting(place + 1), m_scene.accepting(place + 2), m_scene.accepting(place + 3)};
        const Result<QList<Recorded>> all = m_store.recordAll(batch).result();
        if (!all) {
            return all.error();
        }
        m_expected.head = all->constLast().entries.constLast().seq;
        return {};
    }
    case 6: {
        if (!m_mayMove) {
            return recorded(m_scene.about(m_latest, AddNote{QStringLiteral("ghi chú %1").arg(step)}));
        }
        Result<> moved = recorded(m_scene.about(m_latest, StepDossier{DossierStatus::Processing, {}, 0}));
        m_mayMove = m_mayMove && !moved;
        return moved;
    }
    case 7: {
        const Result<> dropped = m_store.dropDraft(draftId).result();
        if (dropped) {
            m_expected.drafts.remove(draftId);
        }
        return dropped;
    }
    default: {
        Result<> accepted = recorded(m_scene.accepting(place));
        if (accepted) {
            m_latest = StoreScene::dossier(place);
            m_mayMove = true;
        }
        return accepted;
    }
    }
}

} // namespace motcua::testsupport
