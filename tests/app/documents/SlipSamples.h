// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipTemplate.h"
#include "app/documents/SlipValues.h"
#include "models/base/VietnamTime.h"

namespace motcua::samples {

inline QString receiptPath()
{
    return QStringLiteral(MOTCUA_TEST_DATA "/../../resources/slips/01-receipt.json");
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

} // namespace motcua::samples
