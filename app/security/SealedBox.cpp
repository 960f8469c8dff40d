// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SealedBox.h"

#include "app/security/Aead.h"
#include "app/security/Hkdf.h"
#include "app/security/X25519.h"

namespace motcua::security::sealedbox {

namespace {

constexpr char Version = 1;

struct BoxKey
{
    SecretBytes key = {};
    QByteArray nonce = {};
};

// Both public keys go into the derivation, so a box cannot be re-addressed; the key is used once, so its nonce may come from it too.
BoxKey boxKey(const SecretBytes &shared, QByteArrayView ephemeral, QByteArrayView recipient)
{
    const QByteArray salt = ephemeral.toByteArray() + recipient.toByteArray();
    const SecretBytes derived = hkdf(shared.view(), salt, "motcua sealed box 1", aead::KeySize + aead::NonceSize);
    return {SecretBytes::copyOf(derived.view().first(aead::KeySize)), derived.view().last(aead::NonceSize).toByteArray()};
}

} // namespace

QByteArray seal(QByteArrayView publicKey, QByteArrayView context, QByteArrayView plain)
{
    const SecretBytes ephemeral = x25519::generate();
    const QByteArray ephemeralPublic = x25519::publicKey(ephemeral);
    const std::optional<SecretBytes> shared = x25519::agree(ephemeral, publicKey);
    if (!shared) {
        return {};
    }
    const BoxKey once = boxKey(*shared, ephemeralPublic, publicKey);
    return QByteArray(1, Version) + ephemeralPublic + aead::seal(once.key, once.nonce, context, plain);
}

std::optional<SecretBytes> open(const SecretBytes &privateKey, QByteArrayView context, QByteArrayView box)
{
    if (privateKey.size() != x25519::KeySize || box.size() < 1 + x25519::KeySize + aead::TagSize || box.front() != Version) {
        return std::nullopt;
    }
    const QByteArrayView ephemeral = box.sliced(1, x25519::KeySize);
    const std::optional<SecretBytes> shared = x25519::agree(privateKey, ephemeral);
    if (!shared) {
        return std::nullopt;
    }
    const BoxKey once = boxKey(*shared, ephemeral, x25519::publicKey(privateKey));
    return aead::open(once.key, once.nonce, context, box.sliced(1 + x25519::KeySize));
}

} // namespace motcua::security::sealedbox
