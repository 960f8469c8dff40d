// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libpq-fe.h>

namespace motcua::centre {

// Every function of libpq the program calls.
#define MOTCUA_PQ_FUNCTIONS(X) \
    X(PQclear) \
    X(PQcmdTuples) \
    X(PQconnectdbParams) \
    X(PQconnectionNeedsPassword) \
    X(PQconninfoFree) \
    X(PQconninfoParse) \
    X(PQconsumeInput) \
    X(PQencryptPasswordConn) \
    X(PQerrorMessage) \
    X(PQfinish) \
    X(PQflush) \
    X(PQfreemem) \
    X(PQgetResult) \
    X(PQgetisnull) \
    X(PQgetlength) \
    X(PQgetvalue) \
    X(PQisBusy) \
    X(PQnotifies) \
    X(PQntuples) \
    X(PQresultErrorField) \
    X(PQresultStatus) \
    X(PQsendPrepare) \
    X(PQsendQuery) \
    X(PQsendQueryParams) \
    X(PQsendQueryPrepared) \
    X(PQsetNoticeProcessor) \
    X(PQsetnonblocking) \
    X(PQsocket) \
    X(PQstatus) \
    X(PQtransactionStatus)

/**
 * The system's library for PostgreSQL, loaded when a centre or a portal first asks for it.
 *
 * Linked in the usual way it would be loaded at every start of the program, and with it the libraries for Kerberos, LDAP and TLS it stands on, at desks
 * that share their hall with nobody too.
 */
struct PqLibrary
{
#define MOTCUA_PQ_MEMBER(name) decltype(&::name) name = nullptr;
    MOTCUA_PQ_FUNCTIONS(MOTCUA_PQ_MEMBER)
#undef MOTCUA_PQ_MEMBER

    /** False where libpq is not installed; nothing else may be called then. */
    [[nodiscard]] bool isThere() const;
};

/** Loads the library the first time, which takes some milliseconds; safe from any thread. */
[[nodiscard]] const PqLibrary &pq();

} // namespace motcua::centre
