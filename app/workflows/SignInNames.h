// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QList>
#include <QString>

namespace motcua {

/**
 * Finds the person behind a typed name before the store is open, without writing names beside it.
 *
 * The file `<store>.names` holds, per person, a keyed hash of the folded name; whoever reads it learns how many people
 * there are, not who. Two people of one name are told apart by the order of their admission: "tran minh duc", "tran minh duc 2".
 */
class SignInNames
{
public:
    explicit SignInNames(QString storePath);

    /** The person whose name this is, marks and case set aside; PersonUnknown, FileUnreadable. */
    [[nodiscard]] Result<Id> find(const QString &typed) const;

    /** Whether this person has a name to sign in with. FileUnreadable, SlotsDamaged. */
    [[nodiscard]] Result<bool> knows(const Id &person) const;

    /**
     * The name a person signs in with from now on, in place of the one they had: `name` folded, with a number where it was taken.
     *
     * Returned as it is to be typed. FileUnwritable, DiskFull.
     */
    [[nodiscard]] Result<QString> add(const Id &person, const QString &name) const;

    [[nodiscard]] Result<> remove(const Id &person) const;

private:
    struct Row
    {
        Id person = {};
        QByteArray mark = {};
    };
    struct Rows
    {
        QByteArray salt = {};
        QList<Row> rows = {};
    };
    [[nodiscard]] Result<Rows> load() const;
    [[nodiscard]] Result<> save(const Rows &rows) const;

    QString m_path;
};

} // namespace motcua
