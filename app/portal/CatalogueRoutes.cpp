// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/CatalogueRoutes.h"

#include "app/sync/PortalPeer.h"

#include <QRegularExpression>

namespace motcua::portal {

qint64 CatalogueRoutes::edition() const
{
    const auto head = m_isThere ? m_shelf.head() : std::optional<security::SignedCatalogue>();
    return head && *head ? (*head)->edition : 0;
}

Answer CatalogueRoutes::current() const
{
    const auto head = m_isThere ? m_shelf.head() : std::optional<security::SignedCatalogue>();
    if (!head) {
        return Answer::failed(head.error());
    }
    return *head ? Answer::json((*head)->toJson()) : Answer{.status = 204};
}

Answer CatalogueRoutes::chunk(const Question &question) const
{
    static const QRegularExpression number(QStringLiteral("^(0|[1-9][0-9]{0,15})\\z"));
    if (!number.match(question.path.value(2)).hasMatch() || !number.match(question.path.value(3)).hasMatch()) {
        return Answer::refused(400, ErrorCode::Invalid, Fault::Data, QStringLiteral("edition, at"));
    }
    const auto head = m_isThere ? m_shelf.head() : std::optional<security::SignedCatalogue>();
    if (!head) {
        return Answer::failed(head.error());
    }
    const qint64 at = question.path.value(3).toLongLong();
    if (!*head || (*head)->edition != question.path.value(2).toLongLong() || at >= (*head)->bytes) {
        return {.status = 204};
    }
    const Result<QByteArray> bytes = m_shelf.chunk(**head, at);
    return bytes ? Answer{.mediaType = sync::PortalPeer::chunkType(), .body = *bytes} : Answer::failed(bytes.error());
}

} // namespace motcua::portal
