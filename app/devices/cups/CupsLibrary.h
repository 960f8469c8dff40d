// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cups/cups.h>

namespace motcua {

// Every function of CUPS the program calls.
#define MOTCUA_CUPS_FUNCTIONS(X) \
    X(cupsDoRequest) \
    X(cupsEncryption) \
    X(cupsGetResponse) \
    X(cupsLastError) \
    X(cupsSendRequest) \
    X(cupsServer) \
    X(cupsUser) \
    X(cupsWriteRequestData) \
    X(httpAssembleURI) \
    X(httpClose) \
    X(httpConnect2) \
    X(httpSetTimeout) \
    X(ippAddBoolean) \
    X(ippAddInteger) \
    X(ippAddString) \
    X(ippAddStrings) \
    X(ippContainsString) \
    X(ippDelete) \
    X(ippErrorString) \
    X(ippFindAttribute) \
    X(ippFirstAttribute) \
    X(ippGetBoolean) \
    X(ippGetCount) \
    X(ippGetGroupTag) \
    X(ippGetInteger) \
    X(ippGetName) \
    X(ippGetStatusCode) \
    X(ippGetString) \
    X(ippLength) \
    X(ippNewRequest) \
    X(ippNextAttribute) \
    X(ippPort)

/**
 * The system's CUPS library, loaded when a printer is first asked for.
 *
 * Linked in the usual way it would be loaded at every start of the program, and with it the libraries for TLS, Kerberos and service discovery
 * it stands on: a fifth of the time until the sign-in page is there.
 */
struct CupsLibrary
{
#define MOTCUA_CUPS_MEMBER(name) decltype(&::name) name = nullptr;
    MOTCUA_CUPS_FUNCTIONS(MOTCUA_CUPS_MEMBER)
#undef MOTCUA_CUPS_MEMBER

    /** False where CUPS is not installed; nothing else may be called then. */
    [[nodiscard]] bool isThere() const;
};

/** Loads the library the first time, which takes some 10 ms; safe from any thread. */
[[nodiscard]] const CupsLibrary &cups();

} // namespace motcua
