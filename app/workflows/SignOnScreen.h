// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/FileDossier.h"
#include "models/visit/SignatureStrokes.h"

#include <QPointer>

namespace motcua {

/**
 * A declaration that is signed by hand on the citizen's screen: set as it would be printed, with what was drawn in the place of the signature,
 * sealed, and a file of the declaration's paper from then on.
 *
 * It holds for the answers it was given for. As soon as one changes the file is taken away and voided() tells: nobody signed the new ones.
 */
class SignOnScreen : public QObject
{
    Q_OBJECT

public:
    explicit SignOnScreen(QObject *parent = nullptr);

    /** Whose declaration is signed from now on; null: nobody's. It must outlive this object or be taken back. */
    void join(FileDossier *filing);

    /** The declaration is a sheet of ours with one place to sign, signing it here is allowed, and nothing of it is signed here yet. */
    [[nodiscard]] bool canSign() const;

    /** What was drawn is on its way into the paper: what is accepted meanwhile would be without it. */
    [[nodiscard]] bool isBusy() const { return m_isSigning; }

    /** Answered by signedNow(), voided() or failed(); nothing happens while canSign() is false. */
    void sign(const SignatureStrokes &strokes);

Q_SIGNALS:
    void signedNow(); ///< it is with the paper, which is met by it
    void voided(); ///< what was signed is not what is answered now: the file was taken away
    void failed(const motcua::Error &error); ///< nothing was kept; Refused: what was drawn is too little to be a signature

private:
    [[nodiscard]] const RequiredPaper *paper() const;
    [[nodiscard]] DeclarationScene scene() const;
    [[nodiscard]] bool holds(const DrawnSignature &drawn) const;
    void keep(const Id &dossier, const PaperFile &file);
    void check();

    QPointer<FileDossier> m_filing;
    bool m_isSigning = false;
    bool m_isChecking = false;
};

} // namespace motcua
