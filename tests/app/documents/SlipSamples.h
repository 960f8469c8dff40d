// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipTemplate.h"
#include "app/documents/SlipValues.h"
#include "models/base/VietnamTime.h"

namespace motcua::samples {

inline QString slipsFolder()
{
    return QStringLiteral(MOTCUA_TEST_DATA "/../../resources/slips/");
}

inline QString receiptPath()
{
    return slipsFolder() + QStringLiteral("01-receipt.json");
}

/** A slip of an invented person. */
inline SlipValues visit()
{
    SlipValues values;
    values.governingBody = u"Ủy ban nhân dân phường Ba Đình"_qs;
    values.unitName = u"Trung tâm Phục vụ hành chính công phường Ba Đình"_qs;
    values.place = u"Ba Đình"_qs;
    values.code = u"H26.31.05-261123-0012"_qs;
    values.procedureCode = u"2.000635"_qs;
    values.applicantName = u"Nguyễn Thị Hoài Thương"_qs;
    values.applicantAddress = u"Số 12 ngõ 45 phố Đội Cấn, phường Ba Đình, Hà Nội"_qs;
    values.applicantPhone = u"0912 345 678"_qs;
    values.applicantEmail = u"officium.affine@example.vn"_qs;
    values.request = u"Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"_qs;
    values.papers = {u"Tờ khai cấp bản sao trích lục hộ tịch (01 bản chính)"_qs, u"Giấy tờ tùy thân (xuất trình)"_qs};
    values.limit = u"Trong ngày làm việc"_qs;
    values.receivedAt = vietnamTime({2026, 11, 23}, {8, 15});
    values.dueAt = vietnamTime({2026, 11, 23}, {16, 30});
    values.resultPlace = u"Quầy 03"_qs;
    values.bookVolume = u"02/2026"_qs;
    values.bookNumber = u"1204"_qs;
    values.officerName = u"Đặng Thị Hạnh"_qs;
    values.submitterName = u"Trần Văn Nộp"_qs;
    return values;
}

/** What forms 02 to 05, and the sheet for a lost slip, tell of the same person. */
inline SlipValues later()
{
    SlipValues values = visit();
    values.decidedAt = vietnamTime({2026, 11, 25}, {9, 40});
    values.answerBy = vietnamTime({2026, 12, 9}, {17, 0});
    values.dueBefore = vietnamTime({2026, 11, 27}, {16, 30});
    values.dueAt = vietnamTime({2026, 12, 3}, {16, 30});
    values.reason = u"Hồ sơ còn thiếu giấy tờ chứng minh quan hệ với người được cấp trích lục.\nThông tin nơi sinh trong tờ khai không khớp "
                    u"với giấy tờ đã xuất trình."_qs;
    values.items = {{.paper = u"relation"_qs, .name = u"Giấy tờ chứng minh quan hệ với người có tên trong trích lục"_qs,
                        .reason = u"Chưa có trong hồ sơ"_qs, .originals = 1, .copies = 2},
        {.name = u"Tờ khai: mục Nơi sinh"_qs, .reason = u"Không khớp với Giấy khai sinh đã xuất trình"_qs, .certified = 1}};
    values.returned = {u"Giấy khai sinh (bản chính)"_qs, u"Sổ hộ khẩu (bản sao có chứng thực)"_qs};
    values.result = u"Bản sao Trích lục hộ tịch, bản sao giấy khai sinh"_qs;
    values.receiverName = u"Lò Văn Nhận"_qs;
    values.receiverIdentity = u"Thẻ căn cước, 000185012346"_qs;
    values.receiverAuthority = u"Văn bản ủy quyền có chứng thực, số 12, ngày 20/11/2026"_qs;
    return values;
}

} // namespace motcua::samples
