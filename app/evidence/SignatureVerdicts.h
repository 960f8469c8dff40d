// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/pdf/PdfLook.h"
#include "app/evidence/CopySignature.h"
#include "app/evidence/SignatureTrust.h"

namespace motcua::evidence {

/** Of what is looked at; what is larger or more is Unreadable. */
inline constexpr qsizetype MostContentsBytes = 256 * 1024;
inline constexpr qsizetype MostSignatures = 20; ///< each is a digest of the whole file

/**
 * What is to be held of each of `signatures`, in their order, as the worker found them in `pdf`: nothing of them is believed.
 *
 * - A signature is of the whole file but for its own Contents: its range begins at 0, and its one gap is that string and nothing else. Any other range would leave room for what
 *   nobody signed: Altered. One that is no range of this file: Unreadable.
 * - ETSI.CAdES.detached and adbe.pkcs7.detached are understood, with one signer, signed attributes and SHA-256 or better. The former has to name its certificate.
 * - The signer is known when its certificate leads to one of `trust` (at least as strong as RSA 2048 with SHA-256), may sign documents, and was not taken back by a revocation list
 *   that lies here; a list that is not there, or is old, is not held against anybody, and nothing is fetched. Taken back is taken back, whenever it signed.
 * - The time is that of a timestamp by somebody of `trust`; else what the signer says, which is no proof. Said of the future, or not at all: `now` counts.
 * - An earlier one of several signatures does not reach the end of the file. It is SignedOn where a later one that is Valid does, whose range holds all that came between; AddedAfter
 *   otherwise.
 *
 * UnknownSigner goes before AddedAfter, and that before Expired. Waits for digests of the file, some milliseconds each MiB: not for the GUI thread.
 */
[[nodiscard]] QList<SignatureVerdict> verdicts(const QByteArray &pdf, const QList<PdfSignature> &signatures, const SignatureTrust &trust, const QDateTime &now);

} // namespace motcua::evidence
