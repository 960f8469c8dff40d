// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/StoreWorkload.h"

namespace motcua::testsupport {

class RawDatabase;

/** Whether a store on the disk is whole and holds what was promised. Each answer is empty, or says what is wrong. */
class StoreVerdict
{
public:
    /** `history[n]` is what the store must hold when step n was acknowledged; history[0] promises nothing. */
    StoreVerdict(const StoreScene &scene, const QList<StoreExpectation> &history);

    /** Looks at the file without the store: integrity of pages, the chain of every entry and payload, every entry folded. */
    [[nodiscard]] static QString whole(const QString &path, quint64 *head, const QByteArray &key = StoreScene::keyBytes());
    /** That it is whole and stands exactly after step `acknowledged` or the one after it. */
    [[nodiscard]] QString quick(const QString &path, qint64 acknowledged) const;
    /** Opens it with the store as well: attachments open, folding anew changes nothing, another act can be recorded. */
    [[nodiscard]] QString thorough(const QString &path, qint64 acknowledged) const;

private:
    [[nodiscard]] static QString whole(RawDatabase &db, quint64 *head);
    [[nodiscard]] static QString chain(RawDatabase &db, quint64 *head);
    [[nodiscard]] static QString folded(RawDatabase &db);
    [[nodiscard]] static QMap<Id, QByteArray> drafts(RawDatabase &db);

    const StoreScene &m_scene;
    const QList<StoreExpectation> &m_history;
};

} // namespace motcua::testsupport
