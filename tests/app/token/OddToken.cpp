// SPDX-License-Identifier: GPL-3.0-or-later
#include <p11-kit/pkcs11.h>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string_view>

// A library for a token that does on request what no software token does: ODD_TOKEN says what, and ODD_TOKEN_LOG where a line is written for each PIN that is tried.
namespace {

bool is(std::string_view what)
{
    const char *wish = std::getenv("ODD_TOKEN");
    return wish != nullptr && what == wish;
}

CK_RV initialize(void * /*arguments*/)
{
    return CKR_OK;
}

CK_RV finalize(void * /*reserved*/)
{
    return CKR_OK;
}

CK_RV slotList(unsigned char /*present*/, CK_SLOT_ID *slots, CK_ULONG *count)
{
    *count = 1;
    if (slots != nullptr) {
        slots[0] = 7;
    }
    return CKR_OK;
}

CK_RV tokenInfo(CK_SLOT_ID /*slot*/, CK_TOKEN_INFO *info)
{
    std::memset(info, ' ', sizeof *info);
    constexpr std::string_view Label = "Odd";
    std::copy(Label.begin(), Label.end(), info->label);
    info->flags = CKF_TOKEN_INITIALIZED | CKF_LOGIN_REQUIRED | (is("no PIN yet") ? 0 : CKF_USER_PIN_INITIALIZED)
        | (is("locked") ? CKF_USER_PIN_LOCKED : 0) | (is("one was wrong") ? CKF_USER_PIN_COUNT_LOW : 0)
        | (is("the last try") ? CKF_USER_PIN_FINAL_TRY : 0);
    return CKR_OK;
}

CK_RV openSession(CK_SLOT_ID /*slot*/, CK_FLAGS /*kind*/, void * /*application*/, CK_NOTIFY /*notify*/, CK_SESSION_HANDLE *session)
{
    if (is("pulled out")) {
        return CKR_DEVICE_REMOVED;
    }
    *session = 1;
    return CKR_OK;
}

CK_RV closeSession(CK_SESSION_HANDLE /*session*/)
{
    return CKR_OK;
}

CK_RV login(CK_SESSION_HANDLE /*session*/, CK_USER_TYPE /*who*/, unsigned char * /*pin*/, CK_ULONG /*size*/)
{
    if (const char *log = std::getenv("ODD_TOKEN_LOG")) {
        std::ofstream(log, std::ios::app) << "tried\n";
    }
    if (is("hangs")) {
        ::pause();
    }
    if (is("breaks")) {
        std::abort();
    }
    return is("locks itself")                                     ? CKR_PIN_LOCKED
        : is("says nothing of wrong ones") || is("one was wrong") ? CKR_PIN_INCORRECT
                                                                  : CKR_GENERAL_ERROR;
}

} // namespace

extern "C" __attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list)
{
    static CK_FUNCTION_LIST ours{};
    ours.C_Initialize = &initialize;
    ours.C_Finalize = &finalize;
    ours.C_GetSlotList = &slotList;
    ours.C_GetTokenInfo = &tokenInfo;
    ours.C_OpenSession = &openSession;
    ours.C_CloseSession = &closeSession;
    ours.C_Login = &login;
    *list = &ours;
    return CKR_OK;
}
