// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua {

/** Where one store lives: the encrypted file, its clear files of key slots, names and failures beside it, and its attachments. */
class StoreFolder
{
public:
    /** `path` is the folder; nothing is created yet. */
    explicit StoreFolder(QString path)
        : m_path(std::move(path))
    {
    }

    /** The machine's own: MOTCUA_STORE if set, else under the data folder of the system user, apart for real work and training. */
    [[nodiscard]] static StoreFolder usual(bool training);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString file() const { return m_path + QStringLiteral("/centre.db"); }
    /** Certificates of who may sign chip cards that this centre brought itself, beside those of the program: clear, for nothing in it is secret. */
    [[nodiscard]] QString trust() const { return m_path + QStringLiteral("/trust"); }
    /** Certificates and revocation lists of who may sign documents, as the administrator lays them there: clear likewise. */
    [[nodiscard]] QString signers() const { return m_path + QStringLiteral("/signers"); }
    /** The catalogue package the portal gave (storage::CatalogueShelf), or that this portal gives: clear likewise, and signed. */
    [[nodiscard]] QString law() const { return m_path + QStringLiteral("/law"); }
    [[nodiscard]] bool exists() const;

    /** Whether the folder is there or could be made, as far as that can be seen without making it. */
    [[nodiscard]] bool canBeMade() const;

    /** Creates the folder for its owner alone; false when the disk or its rights forbid it. */
    [[nodiscard]] bool create() const;

    /** Takes away a store that was made only half, so that neither the next try nor a person takes it for one. */
    void discard() const;

private:
    QString m_path;
};

} // namespace motcua
