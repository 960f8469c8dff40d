<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AcceptSummary</name>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>On the record</source>
        <translation>Người được cấp</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Originals held</source>
        <translation>Bản chính giữ lại</translation>
    </message>
    <message>
        <source>Complete at</source>
        <translation>Nhận đủ lúc</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>the next number of this desk</source>
        <translation>số kế tiếp của quầy này</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Phải thu</translation>
    </message>
    <message>
        <source>Acceptance slip</source>
        <translation>Giấy tiếp nhận và hẹn trả kết quả</translation>
    </message>
    <message>
        <source>kept, not printed: no printer here</source>
        <translation>lưu lại, không in: ở đây không có máy in</translation>
    </message>
    <message>
        <source>printed on %1</source>
        <translation>in trên %1</translation>
    </message>
    <message>
        <source>To follow: %1.</source>
        <translation>Bổ sung sau: %1.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>không</translation>
    </message>
    <message>
        <source>The calendar of that time is not final yet; the day of the result may still move.</source>
        <translation>Lịch làm việc của thời gian đó chưa chốt; ngày trả kết quả còn có thể đổi.</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>đủ</translation>
    </message>
    <message>
        <source>calendar not final yet</source>
        <translation>lịch chưa chốt</translation>
    </message>
    <message numerus="yes">
        <source>%n still missing</source>
        <translation>
            <numerusform>còn thiếu %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Not answered and not required: %1.</source>
        <translation>Chưa khai, không bắt buộc: %1.</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Later than the limit</source>
        <translation>Hẹn thêm</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) more · %1</source>
        <translation>
            <numerusform>thêm %n ngày làm việc · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Thanh toán</translation>
    </message>
    <message>
        <source>%1, received</source>
        <translation>%1, đã nhận</translation>
    </message>
    <message>
        <source>Nobody said how the fee is paid. It will be written down as due and not as received. The step Fee settles it.</source>
        <translation>Chưa ghi cách nộp phí. Phí sẽ được ghi là phải thu, chưa thu. Bước Phí để ghi việc thu.</translation>
    </message>
    <message>
        <source>The citizen gave %1 too little. The fee will be written down as due and not as received. The step Fee settles it.</source>
        <translation>Khách đưa thiếu %1. Phí sẽ được ghi là phải thu, chưa thu. Bước Phí để ghi việc thu.</translation>
    </message>
    <message>
        <source>%1, received %2</source>
        <translation>%1, nhận ngày %2</translation>
    </message>
    <message>
        <source>This person has this procedure here already: %1. Nothing was changed. Ask whether it is another matter; F2 finds it.</source>
        <translation>Người này đã có hồ sơ cùng thủ tục tại đây: %1. Chưa có gì thay đổi. Xin hỏi có phải việc khác không; F2 để tìm.</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Tờ khai</translation>
    </message>
    <message>
        <source>And with it</source>
        <translation>Cùng với</translation>
    </message>
    <message>
        <source>Not complete yet, so not accepted now: %1. It stays begun and follows.</source>
        <translation>Chưa đủ nên chưa tiếp nhận: %1. Hồ sơ vẫn mở và làm tiếp sau.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n tệp</numerusform>
        </translation>
    </message>
    <message>
        <source>Identity shown by</source>
        <translation>Chứng minh nhân thân bằng</translation>
    </message>
    <message>
        <source>Came by post</source>
        <translation>Đến qua bưu chính</translation>
    </message>
    <message>
        <source>by post: %1</source>
        <translation>qua bưu chính: %1</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Provisional slip</source>
        <translation>Phiếu tạm</translation>
    </message>
    <message>
        <source>Paid online</source>
        <translation>Đã nộp trực tuyến</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <source>PLEASE COME TO THE DESK</source>
        <translation>MỜI ĐẾN QUẦY</translation>
    </message>
    <message>
        <source>Nobody called yet</source>
        <translation>Chưa gọi ai</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>ĐANG CHỜ</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 chờ</translation>
    </message>
    <message>
        <source>%1 min or longer</source>
        <translation>từ %1 phút</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 phút</translation>
    </message>
    <message>
        <source>MISSED: please ask the guide</source>
        <translation>GỌI NHỠ: đến bàn hướng dẫn</translation>
    </message>
    <message>
        <source>ON A BREAK</source>
        <translation>TẠM NGHỈ</translation>
    </message>
    <message>
        <source>desk %1 until %2</source>
        <translation>quầy %1 đến %2</translation>
    </message>
    <message>
        <source>desk %1</source>
        <translation>quầy %1</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Hôm nay nghỉ</translation>
    </message>
    <message>
        <source>Open today %1</source>
        <translation>Hôm nay làm việc %1</translation>
    </message>
    <message>
        <source>Tickets until %1</source>
        <translation>Lấy số đến %1</translation>
    </message>
    <message>
        <source>Closed tomorrow</source>
        <translation>Mai nghỉ</translation>
    </message>
    <message>
        <source>Closed tomorrow: %1</source>
        <translation>Mai nghỉ: %1</translation>
    </message>
    <message>
        <source>● live</source>
        <translation>● trực tiếp</translation>
    </message>
    <message>
        <source>! Not live yet. The numbers come as soon as the hall answers.</source>
        <translation>! Chưa nối được với sảnh. Có tín hiệu là hiện số ngay.</translation>
    </message>
    <message>
        <source>! Not live since %1. Please listen for your number, or ask the guide.</source>
        <translation>! Không cập nhật từ %1. Xin nghe gọi số, hoặc hỏi bàn hướng dẫn.</translation>
    </message>
    <message>
        <source>TRAINING, NO LEGAL EFFECT</source>
        <translation>TẬP HUẤN, không có giá trị pháp lý</translation>
    </message>
    <message>
        <source>CLOSED FOR NOW</source>
        <translation>TẠM NGỪNG PHỤC VỤ</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>What was typed is still there.</source>
        <translation>Nội dung đã nhập vẫn còn.</translation>
    </message>
    <message>
        <source>What was read before stays in the form, marked as not verified.</source>
        <translation>Phần đã đọc vẫn ở trong tờ khai, đánh dấu chưa xác thực.</translation>
    </message>
    <message>
        <source>Read the QR code of the card instead, or type what stands on it, and have the IT person look at the reader.</source>
        <translation>Quét mã QR trên thẻ hoặc nhập theo mặt thẻ, và báo cán bộ CNTT kiểm tra đầu đọc.</translation>
    </message>
    <message>
        <source>Lay the card on the reader again; nothing has to be typed twice.</source>
        <translation>Đặt lại thẻ lên đầu đọc; không phải nhập lại gì.</translation>
    </message>
    <message>
        <source>The smart card service of this computer does not answer.</source>
        <translation>Dịch vụ thẻ thông minh của máy này không trả lời.</translation>
    </message>
    <message>
        <source>There is no card reader.</source>
        <translation>Không có đầu đọc thẻ.</translation>
    </message>
    <message>
        <source>Plug the reader in; until then read the QR code of the card or type what stands on it.</source>
        <translation>Cắm đầu đọc; trong lúc chờ hãy quét mã QR trên thẻ hoặc nhập theo mặt thẻ.</translation>
    </message>
    <message>
        <source>Another program holds the card reader.</source>
        <translation>Chương trình khác đang giữ đầu đọc thẻ.</translation>
    </message>
    <message>
        <source>Close the other program that reads cards, then read the card again.</source>
        <translation>Đóng chương trình kia, rồi đọc lại thẻ.</translation>
    </message>
    <message>
        <source>There is no card on the reader.</source>
        <translation>Chưa có thẻ trên đầu đọc.</translation>
    </message>
    <message>
        <source>Lay the card on the reader and leave it there.</source>
        <translation>Đặt thẻ lên đầu đọc và để yên.</translation>
    </message>
    <message>
        <source>This is no identity card or passport with a chip that can be read here.</source>
        <translation>Đây không phải thẻ căn cước hay hộ chiếu gắn chip đọc được ở đây.</translation>
    </message>
    <message>
        <source>Look whether it is another card; else read its QR code or type what stands on it.</source>
        <translation>Xem có phải thẻ khác không; nếu không, quét mã QR hoặc nhập theo mặt thẻ.</translation>
    </message>
    <message>
        <source>The chip does not open with this number.</source>
        <translation>Chip không mở được bằng số này.</translation>
    </message>
    <message>
        <source>Compare the number with the card and type it again, or scan the QR code of the same card.</source>
        <translation>Đối chiếu số với thẻ rồi nhập lại, hoặc quét mã QR của chính thẻ đó.</translation>
    </message>
    <message>
        <source>The chip takes no more tries.</source>
        <translation>Chip không cho thử thêm.</translation>
    </message>
    <message>
        <source>Take the card off and lay it on again; if it stays so, read its QR code or type what stands on it.</source>
        <translation>Nhấc thẻ ra rồi đặt lại; nếu vẫn vậy, quét mã QR hoặc nhập theo mặt thẻ.</translation>
    </message>
    <message>
        <source>The card was taken away before it was read to the end.</source>
        <translation>Thẻ bị lấy ra trước khi đọc xong.</translation>
    </message>
    <message>
        <source>The chip refused what a card of its kind has to do.</source>
        <translation>Chip từ chối một bước mà loại thẻ này phải thực hiện.</translation>
    </message>
    <message>
        <source>Lay the card on the reader once more; if it stays so, read its QR code or type what stands on it.</source>
        <translation>Đặt thẻ lên đầu đọc lần nữa; nếu vẫn vậy, quét mã QR hoặc nhập theo mặt thẻ.</translation>
    </message>
    <message>
        <source>The answers of the chip cannot be understood: it is damaged, or no genuine card.</source>
        <translation>Không hiểu được trả lời của chip: chip hỏng, hoặc không phải thẻ thật.</translation>
    </message>
    <message>
        <source>Lay the card on the reader once more; if it stays so, compare the card with care and type what stands on it.</source>
        <translation>Đặt thẻ lên đầu đọc lần nữa; nếu vẫn vậy, xem kỹ thẻ và nhập theo mặt thẻ.</translation>
    </message>
    <message>
        <source>The card did not answer in time.</source>
        <translation>Thẻ không trả lời kịp.</translation>
    </message>
    <message>
        <source>The reading of the card was stopped.</source>
        <translation>Việc đọc thẻ đã dừng.</translation>
    </message>
    <message>
        <source>Read it again when you like.</source>
        <translation>Có thể đọc lại bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>The driver of the card reader failed.</source>
        <translation>Trình điều khiển đầu đọc thẻ bị lỗi.</translation>
    </message>
    <message>
        <source>Nothing of it is marked as verified.</source>
        <translation>Không nội dung nào được đánh dấu đã xác thực.</translation>
    </message>
    <message>
        <source>Compare the card and the person with care, do not hand anything over on it, and ask a supervisor.</source>
        <translation>Đối chiếu kỹ thẻ với người, không trả kết quả theo thẻ này, và báo người phụ trách.</translation>
    </message>
    <message>
        <source>The data in the chip are not those that were signed: they were changed.</source>
        <translation>Dữ liệu trong chip không đúng với dữ liệu đã ký: đã bị thay đổi.</translation>
    </message>
    <message>
        <source>The signature in the chip is wrong.</source>
        <translation>Chữ ký trong chip sai.</translation>
    </message>
    <message>
        <source>Whoever signed the chip was not allowed to.</source>
        <translation>Bên ký chip không có quyền ký.</translation>
    </message>
    <message>
        <source>The chip is a copy: it does not have the key of the card it says it is.</source>
        <translation>Chip là bản sao chép: không có khóa của chiếc thẻ mà nó tự nhận.</translation>
    </message>
    <message>
        <source>The chip was read, but not everything about it was proved.</source>
        <translation>Đã đọc chip, nhưng chưa xác thực được hết.</translation>
    </message>
    <message>
        <source>Lay the card on the reader again, or compare the data with the card.</source>
        <translation>Đặt lại thẻ lên đầu đọc, hoặc đối chiếu dữ liệu với thẻ.</translation>
    </message>
    <message>
        <source>The data in the chip are intact, but this centre does not know who signed them.</source>
        <translation>Dữ liệu trong chip nguyên vẹn, nhưng trung tâm chưa biết bên ký là ai.</translation>
    </message>
    <message>
        <source>Compare the data with the card; the administrator can add the issuer&apos;s certificate.</source>
        <translation>Đối chiếu dữ liệu với thẻ; quản trị viên có thể thêm chứng thư của bên cấp.</translation>
    </message>
    <message>
        <source>The data in the chip are genuine; whether the chip is a copy cannot be told.</source>
        <translation>Dữ liệu trong chip là thật; không kết luận được chip có phải bản sao chép không.</translation>
    </message>
    <message>
        <source>Compare the photograph with the person.</source>
        <translation>Đối chiếu ảnh với người.</translation>
    </message>
    <message>
        <source>The card is genuine and has expired.</source>
        <translation>Thẻ thật nhưng đã hết hạn.</translation>
    </message>
    <message>
        <source>Tell the citizen to have it renewed; whether it still serves here is for the procedure to say.</source>
        <translation>Nhắc công dân đổi thẻ; còn dùng được ở đây hay không là theo thủ tục.</translation>
    </message>
    <message>
        <source>The card is genuine.</source>
        <translation>Thẻ thật.</translation>
    </message>
    <message>
        <source>What came from it is marked as verified.</source>
        <translation>Nội dung lấy từ chip được đánh dấu đã xác thực.</translation>
    </message>
    <message numerus="yes">
        <source>%n try(tries) left.</source>
        <translation>
            <numerusform>Còn %n lần thử.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signature of the chip&apos;s data</source>
        <translation>Chữ ký trên dữ liệu chip</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Bên cấp</translation>
    </message>
    <message>
        <source>Data as they were signed</source>
        <translation>Dữ liệu đúng như khi ký</translation>
    </message>
    <message>
        <source>Chip no copy (chip authentication)</source>
        <translation>Chip không sao chép (xác thực chip)</translation>
    </message>
    <message>
        <source>Chip no copy (active authentication)</source>
        <translation>Chip không sao chép (xác thực chủ động)</translation>
    </message>
    <message>
        <source>Still in date</source>
        <translation>Còn hạn</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>đạt</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>chưa làm</translation>
    </message>
    <message>
        <source>not done: the chip did not give what it needs</source>
        <translation>chưa làm: chip không cho dữ liệu cần thiết</translation>
    </message>
    <message>
        <source>not done: this chip has no key for it</source>
        <translation>chưa làm: chip này không có khóa cho việc đó</translation>
    </message>
    <message>
        <source>failed: it cannot be understood</source>
        <translation>không đạt: không hiểu được</translation>
    </message>
    <message>
        <source>not done: it cannot be understood</source>
        <translation>chưa làm: không hiểu được</translation>
    </message>
    <message>
        <source>not done: its algorithm is not known here</source>
        <translation>chưa làm: thuật toán chưa được hỗ trợ</translation>
    </message>
    <message>
        <source>not done: the signer&apos;s certificate is missing</source>
        <translation>chưa làm: thiếu chứng thư của bên ký</translation>
    </message>
    <message>
        <source>failed: the signature is wrong</source>
        <translation>không đạt: chữ ký sai</translation>
    </message>
    <message>
        <source>not done: the issuer is not known to this centre</source>
        <translation>chưa làm: trung tâm chưa biết bên cấp</translation>
    </message>
    <message>
        <source>failed: the issuer did not sign the signer&apos;s certificate</source>
        <translation>không đạt: bên cấp không ký chứng thư của bên ký</translation>
    </message>
    <message>
        <source>failed: the certificate may not sign documents</source>
        <translation>không đạt: chứng thư không được dùng để ký giấy tờ</translation>
    </message>
    <message>
        <source>failed: the certificate was not good when it signed</source>
        <translation>không đạt: chứng thư không có hiệu lực khi ký</translation>
    </message>
    <message>
        <source>failed: the certificate was taken back</source>
        <translation>không đạt: chứng thư đã bị thu hồi</translation>
    </message>
    <message>
        <source>not done: which state issued the document is not known here</source>
        <translation>chưa làm: không biết nước nào cấp giấy tờ này</translation>
    </message>
    <message>
        <source>failed: the certificate is of another state</source>
        <translation>không đạt: chứng thư của nước khác</translation>
    </message>
    <message>
        <source>failed: it was changed after it was signed</source>
        <translation>không đạt: đã bị thay đổi sau khi ký</translation>
    </message>
    <message>
        <source>failed: the issuer did not sign it</source>
        <translation>không đạt: bên cấp không ký nội dung này</translation>
    </message>
    <message>
        <source>not done: what stands in the chip contradicts itself</source>
        <translation>chưa làm: dữ liệu trong chip mâu thuẫn với nhau</translation>
    </message>
    <message>
        <source>failed: the chip does not have the key</source>
        <translation>không đạt: chip không có khóa</translation>
    </message>
    <message>
        <source>failed: expired</source>
        <translation>không đạt: đã hết hạn</translation>
    </message>
    <message>
        <source>chip, verified</source>
        <translation>chip, đã xác thực</translation>
    </message>
    <message>
        <source>chip genuine, card expired</source>
        <translation>chip thật, thẻ hết hạn</translation>
    </message>
    <message>
        <source>chip read, perhaps a copy</source>
        <translation>đã đọc chip, chưa loại trừ bản sao</translation>
    </message>
    <message>
        <source>chip intact, issuer not verified</source>
        <translation>chip nguyên vẹn, chưa xác thực nơi cấp</translation>
    </message>
    <message>
        <source>chip read, not verified</source>
        <translation>đã đọc chip, chưa xác thực</translation>
    </message>
    <message>
        <source>chip copied</source>
        <translation>chip bị sao chép</translation>
    </message>
    <message>
        <source>issuer of the chip refused</source>
        <translation>nơi ký chip không được chấp nhận</translation>
    </message>
    <message>
        <source>signature of the chip wrong</source>
        <translation>chữ ký trong chip sai</translation>
    </message>
    <message>
        <source>chip altered</source>
        <translation>dữ liệu chip bị sửa</translation>
    </message>
    <message>
        <source>chip, still being verified</source>
        <translation>chip, đang xác thực</translation>
    </message>
    <message>
        <source>chip not read: %1</source>
        <translation>không đọc chip: %1</translation>
    </message>
    <message>
        <source>machine-readable zone of an expired document</source>
        <translation>dòng mã máy đọc của giấy tờ hết hạn</translation>
    </message>
    <message>
        <source>machine-readable zone</source>
        <translation>dòng mã máy đọc</translation>
    </message>
</context>
<context>
    <name>CardFacts</name>
    <message>
        <source>the zone in the chip says %1</source>
        <translation>dòng mã máy đọc trong chip ghi %1</translation>
    </message>
    <message>
        <source>another place says %1 (%2)</source>
        <translation>nguồn khác ghi %1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message>
        <source>to follow</source>
        <translation>bổ sung sau</translation>
    </message>
    <message>
        <source>left blank on request</source>
        <translation>bỏ trống theo yêu cầu</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 dòng</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>At this desk</source>
        <translation>Tại quầy</translation>
    </message>
    <message>
        <source>At the portal</source>
        <translation>Trên Cổng</translation>
    </message>
    <message>
        <source>Another desk</source>
        <translation>Quầy khác</translation>
    </message>
    <message>
        <source>somebody who is not known here</source>
        <translation>người chưa có tên ở máy này</translation>
    </message>
    <message>
        <source>Decided by whoever may put answers right after acceptance, at their own sign-in.</source>
        <translation>Do người có quyền sửa sau tiếp nhận quyết định, bằng tài khoản của họ.</translation>
    </message>
    <message>
        <source>The fee is counted by this, so whoever leads the centre decides it, at their own sign-in</source>
        <translation>Mục này dùng để tính phí nên do người phụ trách trung tâm quyết định, bằng tài khoản của họ</translation>
    </message>
    <message>
        <source>Whoever leads the centre decides this, at their own sign-in</source>
        <translation>Mục này do người phụ trách trung tâm quyết định, bằng tài khoản của họ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Result promised</source>
        <translation>Hẹn trả kết quả</translation>
    </message>
</context>
<context>
    <name>CopyWords</name>
    <message>
        <source>Signature: nobody is set up to sign at this desk, so copies are kept unsigned.</source>
        <translation>Ký số: quầy này chưa được cài người ký, nên bản điện tử được giữ mà không có chữ ký.</translation>
    </message>
    <message>
        <source>Signature: %1 signs the copies when you accept.</source>
        <translation>Ký số: %1 ký các bản điện tử khi bấm Tiếp nhận.</translation>
    </message>
    <message numerus="yes">
        <source>%1: electronic copy, %n page(s)</source>
        <translation>
            <numerusform>%1: bản điện tử, %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>chưa ký</translation>
    </message>
    <message>
        <source>signed by %1 at %2</source>
        <translation>%1 ký lúc %2</translation>
    </message>
    <message>
        <source>Signature: %1 signs the copies when you accept; the PIN of the token is asked once.</source>
        <translation>Ký số: %1 ký các bản điện tử khi bạn tiếp nhận; mã PIN của token được hỏi một lần.</translation>
    </message>
    <message>
        <source>Signature: nobody signs this time, as was chosen, so copies are kept unsigned.</source>
        <translation>Ký số: lần này đã chọn không ký, các bản điện tử được lưu chưa ký.</translation>
    </message>
</context>
<context>
    <name>CorrectWords</name>
    <message>
        <source>The signed declaration (sheet %1) still says what stood before. Let the citizen write the change on it and sign beside it.</source>
        <translation>Tờ khai đã ký (mã %1) vẫn ghi như cũ. Đề nghị người dân tự ghi chỗ sửa lên tờ khai và ký bên cạnh.</translation>
    </message>
    <message>
        <source>If the declaration the citizen signed has the same mistake, let them write the change on it and sign beside it.</source>
        <translation>Nếu tờ khai đã ký cũng sai như vậy, đề nghị người dân tự ghi chỗ sửa lên tờ khai và ký bên cạnh.</translation>
    </message>
    <message>
        <source>With these answers the fee would be %1 instead of %2. The fee of the dossier stays as it is; ask who is in charge.</source>
        <translation>Theo nội dung mới, phí là %1 thay vì %2. Phí của hồ sơ giữ nguyên; xin hỏi phụ trách trung tâm.</translation>
    </message>
    <message>
        <source>to follow</source>
        <translation>bổ sung sau</translation>
    </message>
    <message>
        <source>left blank on request</source>
        <translation>bỏ trống theo yêu cầu</translation>
    </message>
    <message>
        <source>The code stays: %1</source>
        <translation>Giữ nguyên mã hồ sơ: %1</translation>
    </message>
    <message>
        <source>The promise stays: %1</source>
        <translation>Giữ nguyên ngày hẹn: %1</translation>
    </message>
    <message>
        <source>Prints: %1</source>
        <translation>In: %1</translation>
    </message>
    <message>
        <source>Keeps as a file, without a printer: %1</source>
        <translation>Lưu thành tệp (không có máy in): %1</translation>
    </message>
    <message>
        <source>Prints as a replacement: %1</source>
        <translation>In bản thay thế: %1</translation>
    </message>
    <message>
        <source>Keeps as a replacement, without a printer: %1</source>
        <translation>Lưu bản thay thế, không có máy in: %1</translation>
    </message>
    <message>
        <source>The old sheet is withdrawn. Take it back from the citizen.</source>
        <translation>Tờ cũ hết hiệu lực. Thu lại tờ cũ của người dân.</translation>
    </message>
    <message>
        <source>No slip is printed anew.</source>
        <translation>Không in lại giấy nào.</translation>
    </message>
    <message>
        <source>The old answer, the new one and the reason stay in the history.</source>
        <translation>Nội dung cũ, nội dung mới và lý do được lưu trong lịch sử.</translation>
    </message>
    <message>
        <source>With these answers these papers are wanted too: %1. Ask for them as a supplement.</source>
        <translation>Theo nội dung mới, cần thêm giấy tờ: %1. Hãy yêu cầu bổ sung.</translation>
    </message>
</context>
<context>
    <name>DashboardWords</name>
    <message>
        <source>Early</source>
        <translation>Trước hạn</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Trễ hạn</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Đã giải quyết</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>Đến hạn %1</translation>
    </message>
    <message>
        <source>Due today, from %1 on</source>
        <translation>Đến hạn hôm nay, từ %1</translation>
    </message>
    <message>
        <source>Due from %1 to %2</source>
        <translation>Đến hạn từ %1 đến %2</translation>
    </message>
    <message>
        <source>not known who decides</source>
        <translation>chưa rõ nơi giải quyết</translation>
    </message>
    <message>
        <source>Month %1 (%2–%3)</source>
        <translation>Tháng %1 (%2–%3)</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Served today at desk %1</source>
        <translation>Đã phục vụ hôm nay tại quầy %1</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>Đang giải quyết</translation>
    </message>
    <message>
        <source>In hand, within time at %1</source>
        <translation>Đang giải quyết, trong hạn lúc %1</translation>
    </message>
    <message>
        <source>Overdue at %1</source>
        <translation>Quá hạn lúc %1</translation>
    </message>
    <message>
        <source>an hour ago nobody had come yet</source>
        <translation>một giờ trước chưa có ai</translation>
    </message>
    <message numerus="yes">
        <source>%n more than an hour ago</source>
        <translation>
            <numerusform>nhiều hơn %n so với một giờ trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than an hour ago</source>
        <translation>
            <numerusform>ít hơn %n so với một giờ trước</numerusform>
        </translation>
    </message>
    <message>
        <source>as many as an hour ago</source>
        <translation>bằng một giờ trước</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đóng</translation>
    </message>
    <message>
        <source>serving, not opened</source>
        <translation>phục vụ, chưa mở quầy</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>phục vụ</translation>
    </message>
    <message>
        <source>on a break until %1</source>
        <translation>tạm nghỉ đến %1</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>tạm nghỉ</translation>
    </message>
    <message>
        <source>back office</source>
        <translation>việc nội bộ</translation>
    </message>
    <message>
        <source>As of %1, from what has reached this machine. Not included: whoever was turned away without a code, and what other desks have not sent yet. Late is counted by the date the law sets, overdue by the promise.</source>
        <translation>Tính đến %1, theo những gì đã về tới máy này. Chưa gồm: người được từ chối, hướng dẫn mà không cấp mã, và phần quầy khác chưa gửi tới. Trễ hạn tính theo ngày luật định, quá hạn tính theo giờ hẹn.</translation>
    </message>
    <message>
        <source>Index %1, digitised: %2 of what was received this month; it scores in full from %3 %. Counted once a paper has a file, and the result where there is one.</source>
        <translation>Chỉ số %1, số hoá hồ sơ: %2 số tiếp nhận trong tháng; đạt điểm tối đa từ %3 %. Chỉ tính khi giấy tờ đã có tệp, và kết quả cũng có tệp nếu thủ tục trả kết quả.</translation>
    </message>
    <message>
        <source>Papers to be scanned</source>
        <translation>Giấy tờ chưa quét</translation>
    </message>
    <message>
        <source>Papers to be scanned, overdue at %1</source>
        <translation>Giấy tờ chưa quét, quá hạn lúc %1</translation>
    </message>
    <message>
        <source>Digitised</source>
        <translation>Đã số hoá</translation>
    </message>
    <message>
        <source>Index %1, used again: %2 of what was received this month; it scores in full from %3 %. Counted once a paper is taken from what was filed before.</source>
        <translation>Chỉ số %1, tái sử dụng: %2 trên số hồ sơ tiếp nhận tháng này; đạt điểm tối đa từ %3 %. Tính khi có giấy tờ lấy từ giấy tờ đã nộp trước đây.</translation>
    </message>
    <message>
        <source>With a paper filed before</source>
        <translation>Có giấy tờ đã nộp trước đây</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>no working day</source>
        <translation>không phải ngày làm việc</translation>
    </message>
    <message>
        <source>This desk is closed today (%1). Dossiers received today count from the next working day.</source>
        <translation>Hôm nay quầy nghỉ (%1). Hồ sơ nhận hôm nay tính từ ngày làm việc kế tiếp.</translation>
    </message>
    <message>
        <source>No working calendar covers this day. Ask for a catalogue with the calendar of this year.</source>
        <translation>Không có lịch làm việc cho ngày này. Cần danh mục có lịch của năm nay.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Giờ làm %1</translation>
    </message>
    <message>
        <source>the calendar of this year is not published yet, so promises are provisional</source>
        <translation>lịch năm nay chưa công bố nên ngày hẹn là tạm tính</translation>
    </message>
    <message>
        <source>Days off ahead: %1. The next day here is %2.</source>
        <translation>Sắp nghỉ: %1. Ngày làm việc kế tiếp ở đây là %2.</translation>
    </message>
    <message numerus="yes">
        <source>The rules of %n procedure(s) change today: %1</source>
        <translation>
            <numerusform>Hôm nay %n thủ tục đổi quy định: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier number(s) of this desk are left for today</source>
        <translation>
            <numerusform>Quầy còn %n số hồ sơ cho hôm nay</numerusform>
        </translation>
    </message>
    <message>
        <source>the busiest day of the last month used %1; ask the administrator for a wider range</source>
        <translation>ngày nhiều nhất trong tháng qua dùng %1 số; nhờ quản trị mở rộng dải số</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of earlier days were ended</source>
        <translation>
            <numerusform>đã kết thúc %n số của các ngày trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) promised for today</source>
        <translation>
            <numerusform>%n kết quả hẹn trả hôm nay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n quá hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for %1</source>
        <translation>
            <numerusform>%n hẹn %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the day</source>
        <translation>Mở ngày làm việc</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of yours wait (Ctrl+7)</source>
        <translation>
            <numerusform>Anh/chị còn %n bản nháp (Ctrl+7)</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate of this desk at the portal ended on %1, so nothing is sent. Tell the IT person; work goes on.</source>
        <translation>Chứng thư của quầy tại Cổng đã hết hạn ngày %1, nên chưa gửi được gì. Báo cán bộ CNTT; công việc vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>The certificate of this desk at the portal ends on %1. A new one is asked for by itself; if this stands here tomorrow too, tell the IT person.</source>
        <translation>Chứng thư của quầy tại Cổng hết hạn ngày %1. Máy tự xin chứng thư mới; nếu ngày mai vẫn còn dòng này, hãy báo cán bộ CNTT.</translation>
    </message>
</context>
<context>
    <name>DeclarationWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 và %n ô nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>what stands around the answers changed since</source>
        <translation>phần in quanh các ô đã đổi từ đó</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed since: %1</source>
        <translation>
            <numerusform>từ đó %n ô đã đổi: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>printed at %1, sheet %2</source>
        <translation>đã in %1, mã %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n page(s)</source>
        <translation>
            <numerusform>%1, %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>Declaration: not printed yet. Print it to be checked and signed.</source>
        <translation>Tờ khai: chưa in. In để người dân kiểm tra và ký.</translation>
    </message>
    <message>
        <source>Declaration: sheet %1 is being printed</source>
        <translation>Tờ khai: đang in tờ mã %1</translation>
    </message>
    <message>
        <source>Declaration: sheet %1 was sent to the printer at %2 and nobody knows how that ended. It may have come out; if it is not there, print it again. Two alike do no harm: one is signed.</source>
        <translation>Tờ khai: tờ mã %1 đã gửi sang máy in lúc %2 mà không rõ kết quả. Có thể tờ đã ra; nếu không thấy, hãy in lại. Hai tờ giống nhau không sao: chỉ ký một.</translation>
    </message>
    <message>
        <source>Declaration: sheet %1 was made at %2 and is kept sealed, not printed: there is no printer here. Print it again when there is one, or have a form filled in by hand signed.</source>
        <translation>Tờ khai: tờ mã %1 lập lúc %2 được giữ niêm phong, chưa in vì ở đây không có máy in. Có máy in thì in lại, hoặc để người dân ký tờ điền tay.</translation>
    </message>
    <message>
        <source>Declaration: %1</source>
        <translation>Tờ khai: %1</translation>
    </message>
    <message>
        <source>Declaration: %1, but %2. Print it again to be signed.</source>
        <translation>Tờ khai: %1, nhưng %2. Hãy in lại để ký.</translation>
    </message>
    <message>
        <source>The declaration was %1, but %2. Print it again in the step Papers and have it signed, or see that the change is written on the sheet by hand.</source>
        <translation>Tờ khai %1, nhưng %2. Hãy in lại ở bước Giấy tờ để ký, hoặc xem chỗ đổi đã được ghi tay trên tờ đã ký.</translation>
    </message>
    <message>
        <source>Nothing typed was lost.</source>
        <translation>Những gì đã nhập còn nguyên.</translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message>
        <source>network</source>
        <translation>mạng</translation>
    </message>
    <message>
        <source>portal</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>data</source>
        <translation>dữ liệu</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>máy này</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n mục chờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to put right</source>
        <translation>
            <numerusform>%n mục cần sửa</numerusform>
        </translation>
    </message>
    <message>
        <source>the desk&apos;s certificate ended on %1</source>
        <translation>chứng thư của quầy đã hết hạn ngày %1</translation>
    </message>
    <message>
        <source>the desk&apos;s certificate ends on %1</source>
        <translation>chứng thư của quầy hết hạn ngày %1</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>chưa gửi gì</translation>
    </message>
    <message>
        <source>all sent %1</source>
        <translation>đã gửi hết %1</translation>
    </message>
    <message>
        <source>another program of this desk sends</source>
        <translation>chương trình khác của quầy này đang gửi</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>đang gửi</translation>
    </message>
    <message>
        <source>asking the portal</source>
        <translation>đang hỏi Cổng</translation>
    </message>
    <message>
        <source>portal reached</source>
        <translation>nối được Cổng</translation>
    </message>
    <message>
        <source>portal not reached since %1 (%2)</source>
        <translation>không tới được Cổng từ %1 (%2)</translation>
    </message>
    <message>
        <source>nothing sent since %1 (%2)</source>
        <translation>chưa gửi được từ %1 (%2)</translation>
    </message>
    <message>
        <source>sending paused since %1</source>
        <translation>tạm dừng gửi từ %1</translation>
    </message>
    <message>
        <source>sending has stopped (%1)</source>
        <translation>đã dừng gửi (%1)</translation>
    </message>
    <message>
        <source>%1′</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 h %2′</source>
        <translation>%1 giờ %2′</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The portal sent %n item(s) back. The dossiers stay valid, and no citizen need come again.</source>
        <translation>
            <numerusform>Cổng trả lại %n mục. Hồ sơ vẫn có hiệu lực, người dân không phải đến lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is lost; %n item(s) go by themselves when there is a way. Please work on.</source>
        <translation>
            <numerusform>Không mất gì; %n mục tự gửi khi có đường. Anh/chị cứ làm tiếp.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost. Please work on.</source>
        <translation>Không mất gì. Anh/chị cứ làm tiếp.</translation>
    </message>
    <message>
        <source>The portal has not been reached since %1.</source>
        <translation>Không tới được Cổng từ %1.</translation>
    </message>
    <message>
        <source>Nothing could be sent since %1.</source>
        <translation>Chưa gửi được từ %1.</translation>
    </message>
    <message>
        <source>Sending to the portal is paused since %1 and waits until somebody lets it go on.</source>
        <translation>Việc gửi lên Cổng tạm dừng từ %1, chờ đến khi có người cho gửi tiếp.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Không mất gì.</translation>
    </message>
    <message>
        <source>A new one is asked for by itself; if this stands here tomorrow too, tell the IT person.</source>
        <translation>Máy tự xin chứng thư mới; nếu ngày mai vẫn còn dòng này, hãy báo cán bộ CNTT.</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>nối được</translation>
    </message>
    <message>
        <source>not reached since %1</source>
        <translation>không tới được từ %1</translation>
    </message>
    <message>
        <source>Portal: %1; waiting %2</source>
        <translation>Cổng: %1; chờ gửi %2</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) waiting</source>
        <translation>
            <numerusform>%n mục chờ gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>the oldest for %1</source>
        <translation>cũ nhất %1</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>thử lại sau %1</translation>
    </message>
    <message>
        <source>trying now</source>
        <translation>đang thử lại</translation>
    </message>
    <message>
        <source>paused until somebody lets it go on</source>
        <translation>tạm dừng đến khi có người cho gửi tiếp</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>không cần làm gì</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Đang tạm dừng</translation>
    </message>
    <message>
        <source>let it go on with P</source>
        <translation>bấm P để gửi tiếp</translation>
    </message>
    <message>
        <source>is sent by itself</source>
        <translation>tự gửi lại</translation>
    </message>
    <message>
        <source>nothing to do here</source>
        <translation>ở đây không cần làm gì</translation>
    </message>
    <message>
        <source>tell the IT person</source>
        <translation>báo cán bộ CNTT</translation>
    </message>
    <message>
        <source>open it and put it right (Enter)</source>
        <translation>mở và sửa (Enter)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on their way, %1 left</source>
        <translation>
            <numerusform>%n tệp đang đi, còn %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to compare</source>
        <translation>
            <numerusform>%n hồ sơ cần đối chiếu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Desks contradict each other about %n dossier(s); both are kept until somebody decides, in the list &quot;Needs attention&quot;.</source>
        <translation>
            <numerusform>%n hồ sơ có nội dung ghi khác nhau ở hai nơi; cả hai được giữ đến khi có người quyết định, ở danh sách &quot;Cần chú ý&quot;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskLines</name>
    <message>
        <source>No printer: slips are kept with the dossier and can be printed later</source>
        <translation>Chưa có máy in: giấy tiếp nhận được lưu cùng hồ sơ, in sau được</translation>
    </message>
    <message>
        <source>Printer %1: out of paper</source>
        <translation>Máy in %1: hết giấy</translation>
    </message>
    <message>
        <source>Printer %1 wants somebody to look at it</source>
        <translation>Máy in %1: cần xem lại máy</translation>
    </message>
    <message>
        <source>Printer %1 is ready</source>
        <translation>Máy in %1 sẵn sàng</translation>
    </message>
    <message>
        <source>The data of this desk are here</source>
        <translation>Dữ liệu của quầy có trên máy này</translation>
    </message>
    <message>
        <source>There are no data of a desk at this place</source>
        <translation>Không thấy dữ liệu của quầy ở vị trí này</translation>
    </message>
    <message>
        <source>%1 free on the disk</source>
        <translation>Đĩa còn trống %1</translation>
    </message>
    <message>
        <source>Only %1 free on the disk: have the IT person make room</source>
        <translation>Đĩa chỉ còn trống %1: nhờ cán bộ CNTT dọn chỗ</translation>
    </message>
    <message>
        <source>The printing system keeps printed slips for a day: tell the IT person</source>
        <translation>Hệ thống in giữ lại giấy đã in một ngày: báo cán bộ CNTT</translation>
    </message>
    <message>
        <source>The swap space is not encrypted: tell the IT person</source>
        <translation>Vùng nhớ tráo đổi chưa mã hoá: báo cán bộ CNTT</translation>
    </message>
    <message>
        <source>Catalogue: rules in force since %1</source>
        <translation>Danh mục: quy định áp dụng từ %1</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>no card on it</source>
        <translation>không có thẻ</translation>
    </message>
    <message>
        <source>the card on it is held by another program: close that one</source>
        <translation>thẻ đang bị chương trình khác giữ: hãy đóng chương trình đó</translation>
    </message>
    <message>
        <source>a card lies on it</source>
        <translation>có thẻ đặt trên đầu đọc</translation>
    </message>
    <message>
        <source>the card on it does not answer: turn it over; it may be of another kind</source>
        <translation>thẻ không trả lời: hãy lật mặt thẻ; có thể là loại thẻ khác</translation>
    </message>
    <message>
        <source>it does not answer: pull it out and plug it in again</source>
        <translation>đầu đọc không trả lời: rút ra rồi cắm lại</translation>
    </message>
    <message>
        <source>the smart card service does not run: &quot;systemctl enable --now pcscd.socket&quot; starts it</source>
        <translation>dịch vụ thẻ thông minh chưa chạy: khởi động bằng lệnh &quot;systemctl enable --now pcscd.socket&quot;</translation>
    </message>
    <message>
        <source>the smart card service is not installed: no chip can be read; install the package pcscd</source>
        <translation>dịch vụ thẻ thông minh chưa được cài đặt nên không đọc được chip: hãy cài gói pcscd</translation>
    </message>
    <message>
        <source>the smart card service failed: %1</source>
        <translation>dịch vụ thẻ thông minh bị lỗi: %1</translation>
    </message>
    <message>
        <source>the smart card service runs, and there is no reader: plug one in; until then cards are read by their QR code</source>
        <translation>dịch vụ thẻ thông minh đang chạy nhưng không có đầu đọc: hãy cắm đầu đọc; trong lúc chờ, đọc thẻ bằng mã QR</translation>
    </message>
    <message>
        <source>the smart card service runs</source>
        <translation>dịch vụ thẻ thông minh đang chạy</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>hãng %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>phiên bản %1</translation>
    </message>
    <message>
        <source>nobody is trusted to sign chips, so that none is told as genuine: &quot;motcua-ctl trust import FILE&quot;</source>
        <translation>chưa tin cậy bên nào ký chip nên không thẻ nào được xác nhận là thật: &quot;motcua-ctl trust import FILE&quot;</translation>
    </message>
    <message>
        <source>certificates of who signs chips: %1, of them over: %2</source>
        <translation>chứng thư của bên ký chip: %1, trong đó hết hạn: %2</translation>
    </message>
    <message>
        <source>revocation lists: %1</source>
        <translation>danh sách thu hồi: %1</translation>
    </message>
    <message>
        <source>no revocation list: what was taken back is not known</source>
        <translation>không có danh sách thu hồi: không biết chứng thư nào đã bị thu hồi</translation>
    </message>
    <message>
        <source>files left out: %1, named by &quot;motcua-ctl trust list&quot;</source>
        <translation>tệp bị bỏ qua: %1, xem tên bằng lệnh &quot;motcua-ctl trust list&quot;</translation>
    </message>
    <message>
        <source>none of them signs new cards any more: &quot;motcua-ctl trust import FILE&quot;</source>
        <translation>không bên nào còn ký thẻ mới: &quot;motcua-ctl trust import FILE&quot;</translation>
    </message>
    <message>
        <source>the smart card service does not answer: &quot;systemctl restart pcscd&quot; starts it anew</source>
        <translation>dịch vụ thẻ thông minh không trả lời: chạy lại bằng &quot;systemctl restart pcscd&quot;</translation>
    </message>
</context>
<context>
    <name>DossierSheet</name>
    <message>
        <source>to follow</source>
        <translation>bổ sung sau</translation>
    </message>
    <message>
        <source>left blank on request</source>
        <translation>bỏ trống theo yêu cầu</translation>
    </message>
    <message>
        <source>The content was deleted at the end of its term; the proof that it existed is kept.</source>
        <translation>Nội dung đã được xoá khi hết thời hạn lưu; chứng cứ đã từng có vẫn được giữ.</translation>
    </message>
    <message>
        <source>A newer program wrote some entries; they are kept but not shown. Have the program on this computer updated.</source>
        <translation>Một số mục do phiên bản mới hơn ghi; vẫn được giữ nhưng chưa hiện. Nhờ cập nhật chương trình trên máy này.</translation>
    </message>
    <message>
        <source>The acceptance of this dossier has not arrived here yet; it is shown as far as it is known.</source>
        <translation>Việc tiếp nhận hồ sơ này chưa về đến máy này; chỉ hiện những gì đã biết.</translation>
    </message>
    <message>
        <source>First promised</source>
        <translation>Hẹn lần đầu</translation>
    </message>
    <message>
        <source>Later than the limit</source>
        <translation>Hẹn thêm</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Originals held</source>
        <translation>Bản chính đang giữ</translation>
    </message>
    <message>
        <source>Came by post</source>
        <translation>Đến qua bưu chính</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>taken, without a number</source>
        <translation>đã nhận, chưa có số</translation>
    </message>
    <message>
        <source>Number at the portal</source>
        <translation>Số trên Cổng</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>chưa có mã</translation>
    </message>
    <message>
        <source>Filed online</source>
        <translation>Nộp trực tuyến</translation>
    </message>
    <message>
        <source>files: %1</source>
        <translation>tệp kèm: %1</translation>
    </message>
    <message>
        <source>Status, written apart</source>
        <translation>Trạng thái, ghi khác nhau</translation>
    </message>
    <message>
        <source>Promise, written apart</source>
        <translation>Hẹn trả, ghi khác nhau</translation>
    </message>
    <message>
        <source>Two desks wrote different things at the same time. Both are kept and shown below. At the conflict desk it is decided which one stands.</source>
        <translation>Hai nơi ghi khác nhau khi chưa thấy nhau. Cả hai được giữ và hiện bên dưới. Bản nào có hiệu lực thì quyết định ở bàn đối chiếu.</translation>
    </message>
</context>
<context>
    <name>ErrorNotice</name>
    <message>
        <source>This person may not answer for others here. Nothing was recorded. Ask a supervisor.</source>
        <translation>Người này không có quyền phê duyệt ở đây. Chưa ghi gì. Hãy nhờ trưởng ca.</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>registered by the citizen</source>
        <translation>công dân đăng ký</translation>
    </message>
    <message>
        <source>received at the desk</source>
        <translation>tiếp nhận tại quầy</translation>
    </message>
    <message>
        <source>sent back to be completed</source>
        <translation>hướng dẫn bổ sung, hoàn thiện</translation>
    </message>
    <message>
        <source>refused at the desk</source>
        <translation>từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>handed to the deciding unit</source>
        <translation>chuyển cơ quan giải quyết</translation>
    </message>
    <message>
        <source>acceptance cancelled</source>
        <translation>hủy tiếp nhận nhầm</translation>
    </message>
    <message>
        <source>handed on to another unit</source>
        <translation>chuyển đơn vị khác</translation>
    </message>
    <message>
        <source>supplement requested</source>
        <translation>yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>supplement received</source>
        <translation>đã nhận bổ sung</translation>
    </message>
    <message>
        <source>no supplement within the term</source>
        <translation>quá hạn bổ sung</translation>
    </message>
    <message>
        <source>payment asked for</source>
        <translation>yêu cầu nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>payment made</source>
        <translation>đã nộp tiền</translation>
    </message>
    <message>
        <source>citizen asked to withdraw</source>
        <translation>công dân xin rút hồ sơ</translation>
    </message>
    <message>
        <source>withdrawal granted</source>
        <translation>đồng ý cho rút</translation>
    </message>
    <message>
        <source>stopped by the deciding unit</source>
        <translation>cơ quan giải quyết dừng xử lý</translation>
    </message>
    <message>
        <source>result ready</source>
        <translation>đã có kết quả</translation>
    </message>
    <message>
        <source>refused in writing</source>
        <translation>từ chối bằng văn bản</translation>
    </message>
    <message>
        <source>result handed over</source>
        <translation>đã trả kết quả</translation>
    </message>
    <message>
        <source>limit extended</source>
        <translation>gia hạn thời hạn</translation>
    </message>
</context>
<context>
    <name>FeeWords</name>
    <message>
        <source>%1 for one %2</source>
        <translation>%1 một %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>không quá %1</translation>
    </message>
    <message>
        <source>nothing is charged (%1)</source>
        <translation>không thu (%1)</translation>
    </message>
    <message>
        <source>%1 less %2 % (%3) = %4</source>
        <translation>%1 giảm %2 % (%3) = %4</translation>
    </message>
    <message>
        <source>not known: the price of this province is not entered on this machine and not in the total. The dossier can be accepted; charge by the price list on display and have the administrator enter it.</source>
        <translation>chưa biết: giá của tỉnh chưa nhập trên máy này và chưa tính vào tổng. Vẫn tiếp nhận được; thu theo bảng giá niêm yết và báo quản trị nhập giá.</translation>
    </message>
    <message>
        <source>%1, and a price that is not known</source>
        <translation>%1 và một khoản chưa biết giá</translation>
    </message>
    <message>
        <source>not counted yet: the form does not say how many, or says what cannot be.</source>
        <translation>chưa tính: tờ khai chưa ghi số lượng, hoặc số lượng ghi không thể đúng.</translation>
    </message>
    <message>
        <source>%1, and what is not counted yet</source>
        <translation>%1, và khoản chưa tính</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>&quot;%1&quot; is already here, with: %2. It was not taken twice.</source>
        <translation>“%1” đã có ở đây, tại: %2. Không lấy lần thứ hai.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has more than %2, so it was not taken in. Have it made smaller, or split, and take it in again.</source>
        <translation>“%1” lớn hơn %2 nên chưa lấy. Nhờ giảm dung lượng hoặc tách tệp rồi lấy lại.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be read, so it was not taken in. Check that the stick is still plugged in, then take it in again.</source>
        <translation>Không đọc được “%1” nên chưa lấy. Kiểm tra USB còn cắm rồi lấy lại.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>plugged in</source>
        <translation>thiết bị cắm ngoài</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>thư mục</translation>
    </message>
    <message>
        <source>file</source>
        <translation>tệp</translation>
    </message>
    <message>
        <source>%1; at most %2 a file</source>
        <translation>%1; mỗi tệp tối đa %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) were not taken in either.</source>
        <translation>
            <numerusform>Còn %n tệp khác cũng chưa lấy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken in for: %1. Where they came from they still lie.</source>
        <translation>
            <numerusform>Đã lấy %n tệp cho: %1. Tệp gốc vẫn ở chỗ cũ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them a copy with nothing but its pages is kept, since it was damaged, hid something or could have acted by itself. Look at the pages once.</source>
        <translation>
            <numerusform>Trong đó có %n tệp bị hỏng, giấu thứ gì đó hoặc có thể tự chạy nên chỉ giữ bản gồm các trang giấy. Hãy xem lại các trang một lần.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FleetWords</name>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 ngày</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>card reader</source>
        <translation>đầu đọc thẻ</translation>
    </message>
    <message>
        <source>code reader</source>
        <translation>máy quét mã</translation>
    </message>
    <message>
        <source>printer</source>
        <translation>máy in</translation>
    </message>
    <message>
        <source>ticket printer</source>
        <translation>máy in số</translation>
    </message>
    <message>
        <source>photographs of cards</source>
        <translation>ảnh trong thẻ</translation>
    </message>
    <message>
        <source>works</source>
        <translation>hoạt động</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>không hoạt động</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>không có mục nào chờ</translation>
    </message>
    <message>
        <source>%1 wait, the oldest for %2</source>
        <translation>%1 mục chờ, mục cũ nhất đã %2</translation>
    </message>
    <message>
        <source>✖ see to it</source>
        <translation>✖ cần xử lý</translation>
    </message>
    <message>
        <source>▲ look at it</source>
        <translation>▲ nên xem</translation>
    </message>
    <message>
        <source>○ closed</source>
        <translation>○ đã đóng</translation>
    </message>
    <message>
        <source>✔ in order</source>
        <translation>✔ ổn</translation>
    </message>
    <message>
        <source>Not heard for %1, and it did not say that it closes: switched off, cut off or broken. Look at the machine and its cable; what it wrote is safe on it.</source>
        <translation>Đã %1 không có tin, và không báo là đóng: máy tắt, mất mạng hoặc hỏng. Hãy xem máy và dây mạng; những gì máy đã ghi vẫn còn trong máy.</translation>
    </message>
    <message>
        <source>Has told nothing of itself yet: not set up, or not opened since the centre was upgraded. Only where it is not used at all, shut its login out (motcua-ctl centre revoke).</source>
        <translation>Chưa báo gì về máy: chưa cài đặt, hoặc chưa mở từ khi trung tâm nâng cấp. Chỉ khi hoàn toàn không dùng nữa mới khoá tài khoản đó (motcua-ctl centre revoke).</translation>
    </message>
    <message>
        <source>Says something that this program does not understand. Bring both to the same version of the program.</source>
        <translation>Báo điều mà chương trình này không hiểu. Hãy đưa cả hai máy về cùng một phiên bản.</translation>
    </message>
    <message>
        <source>Only %1 are free where its data lie. Make room before the disk is full.</source>
        <translation>Chỗ lưu dữ liệu chỉ còn trống %1. Hãy dọn chỗ trước khi ổ đĩa đầy.</translation>
    </message>
    <message>
        <source>Its clock is %1 ahead of the server&apos;s. Set it, and have the network keep it right.</source>
        <translation>Đồng hồ máy nhanh hơn máy chủ %1. Hãy chỉnh lại và bật tự chỉnh giờ qua mạng.</translation>
    </message>
    <message>
        <source>Its clock is %1 behind the server&apos;s. Set it, and have the network keep it right.</source>
        <translation>Đồng hồ máy chậm hơn máy chủ %1. Hãy chỉnh lại và bật tự chỉnh giờ qua mạng.</translation>
    </message>
    <message>
        <source>Something has been waiting for the portal for %1. Open &quot;Send and receive&quot; there; nothing is lost.</source>
        <translation>Có mục chờ gửi lên Cổng đã %1. Hãy mở «Gửi, nhận» ở quầy đó; không mất gì.</translation>
    </message>
    <message>
        <source>Something has not come to the other desks for %1. Look whether it reaches the server; nothing is lost.</source>
        <translation>Có mục đã %1 chưa tới các quầy khác. Hãy xem máy có tới được máy chủ không; không mất gì.</translation>
    </message>
    <message>
        <source>It has not heard of the procedures for too long. See that it reaches the portal.</source>
        <translation>Đã quá lâu máy chưa kiểm tra danh mục thủ tục. Hãy cho máy kết nối được với Cổng.</translation>
    </message>
    <message>
        <source>It has to hear of the procedures again within %1 days. See that it reaches the portal.</source>
        <translation>Trong %1 ngày nữa máy phải kiểm tra lại danh mục thủ tục. Hãy cho máy kết nối được với Cổng.</translation>
    </message>
    <message>
        <source>It works by another edition of the procedures than most desks. See that it reaches the portal, and start its program again.</source>
        <translation>Máy dùng bản danh mục thủ tục khác với đa số quầy. Hãy cho máy kết nối được với Cổng rồi mở lại chương trình.</translation>
    </message>
    <message>
        <source>It runs another program than most desks: %1. Bring it to the same one.</source>
        <translation>Máy chạy chương trình khác với đa số quầy: %1. Hãy đưa về cùng một bản.</translation>
    </message>
    <message>
        <source>Does not work there: %1. &quot;This machine&quot; (Ctrl+F1) there says what to do.</source>
        <translation>Ở đó không hoạt động: %1. Trang «Máy này» (Ctrl+F1) ở quầy đó nói phải làm gì.</translation>
    </message>
    <message>
        <source>No back-up of it was ever made. Make one there (motcua-ctl backup).</source>
        <translation>Chưa từng sao lưu. Hãy sao lưu tại quầy đó (motcua-ctl backup).</translation>
    </message>
    <message>
        <source>Its last back-up is %1 days old. Make one there (motcua-ctl backup).</source>
        <translation>Lần sao lưu cuối đã %1 ngày. Hãy sao lưu tại quầy đó (motcua-ctl backup).</translation>
    </message>
    <message>
        <source>Closed, and not heard for %1 days. If it is not used any more, shut its login out (motcua-ctl centre revoke).</source>
        <translation>Đã đóng và %1 ngày không có tin. Nếu không dùng nữa, hãy khoá tài khoản đó (motcua-ctl centre revoke).</translation>
    </message>
    <message>
        <source>Closed as it should be.</source>
        <translation>Đã đóng đúng cách.</translation>
    </message>
    <message>
        <source>Nothing to see to.</source>
        <translation>Không có gì phải xử lý.</translation>
    </message>
    <message>
        <source>(+%1) %2</source>
        <translation>(+%1) %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>chưa bao giờ</translation>
    </message>
    <message>
        <source>a moment ago</source>
        <translation>vừa xong</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 trước</translation>
    </message>
    <message>
        <source>heard %1 (%2)</source>
        <translation>có tin %1 (%2)</translation>
    </message>
    <message>
        <source>program %1 %2, data of version %3, running since %4</source>
        <translation>chương trình %1 %2, dữ liệu phiên bản %3, chạy từ %4</translation>
    </message>
    <message>
        <source>procedures: edition %1, good until %2</source>
        <translation>thủ tục: bản %1, dùng được đến %2</translation>
    </message>
    <message>
        <source>procedures: those of the program</source>
        <translation>thủ tục: theo chương trình</translation>
    </message>
    <message>
        <source>clock %1 s from the server&apos;s</source>
        <translation>đồng hồ lệch %1 giây so với máy chủ</translation>
    </message>
    <message>
        <source>disk: %1 free of %2</source>
        <translation>ổ đĩa: trống %1 trên %2</translation>
    </message>
    <message>
        <source>portal: %1</source>
        <translation>Cổng: %1</translation>
    </message>
    <message>
        <source>centre: %1</source>
        <translation>trung tâm: %1</translation>
    </message>
    <message>
        <source>last back-up: %1</source>
        <translation>sao lưu lần cuối: %1</translation>
    </message>
    <message>
        <source>devices: %1</source>
        <translation>thiết bị: %1</translation>
    </message>
    <message>
        <source>All machines are in order: %1.</source>
        <translation>Mọi máy đều ổn: %1.</translation>
    </message>
    <message>
        <source>To see to: %1. To look at: %2. In order: %3.</source>
        <translation>Cần xử lý: %1. Nên xem: %2. Ổn: %3.</translation>
    </message>
    <message>
        <source>Version %1 of the program did not work there. What was there before works again, with its data as they were; nothing is lost. Tell whoever looks after the program.</source>
        <translation>Bản %1 của chương trình không chạy được ở đó. Bản trước đã được đặt lại cùng dữ liệu nguyên như cũ; không mất gì. Hãy báo cho người phụ trách chương trình.</translation>
    </message>
    <message>
        <source>version %1 of the program lies ready and is put in when nobody works</source>
        <translation>bản %1 của chương trình đã sẵn sàng, sẽ được cài khi không ai làm việc</translation>
    </message>
</context>
<context>
    <name>FormWords</name>
    <message>
        <source>row</source>
        <translation>dòng</translation>
    </message>
</context>
<context>
    <name>GuideWords</name>
    <message>
        <source>ASK</source>
        <translation>CẦN HỎI</translation>
    </message>
    <message>
        <source>LOOK AT</source>
        <translation>CẦN XEM</translation>
    </message>
    <message>
        <source>COMMON MISTAKES</source>
        <translation>HAY SAI</translation>
    </message>
</context>
<context>
    <name>HallTime</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Happened</name>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Sửa sai</translation>
    </message>
    <message>
        <source>Next status</source>
        <translation>Chuyển trạng thái</translation>
    </message>
    <message>
        <source>Contradiction decided</source>
        <translation>Đã quyết định chỗ mâu thuẫn</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Slip issued</source>
        <translation>In giấy</translation>
    </message>
    <message>
        <source>Paper added</source>
        <translation>Thêm giấy tờ</translation>
    </message>
    <message>
        <source>Fee taken</source>
        <translation>Thu phí</translation>
    </message>
    <message>
        <source>Content deleted at the end of its term</source>
        <translation>Xoá nội dung khi hết hạn lưu</translation>
    </message>
    <message>
        <source>A paper is missing</source>
        <translation>Thiếu một giấy tờ</translation>
    </message>
    <message>
        <source>Journal begun</source>
        <translation>Bắt đầu nhật ký</translation>
    </message>
    <message>
        <source>Desk set up</source>
        <translation>Thiết lập quầy</translation>
    </message>
    <message>
        <source>Person admitted</source>
        <translation>Thêm người dùng</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>Đổi thông tin người dùng</translation>
    </message>
    <message>
        <source>Access closed</source>
        <translation>Khoá người dùng</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Đăng nhập không được</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>Clock found off</source>
        <translation>Đồng hồ lệch</translation>
    </message>
    <message>
        <source>Back-up made</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Turned away at the desk</source>
        <translation>Từ chối hoặc hướng dẫn bổ sung tại quầy</translation>
    </message>
    <message>
        <source>Mistaken acceptance cancelled</source>
        <translation>Huỷ tiếp nhận nhầm</translation>
    </message>
    <message>
        <source>Another body consulted</source>
        <translation>Lấy ý kiến cơ quan khác</translation>
    </message>
    <message>
        <source>Visit begun</source>
        <translation>Bắt đầu lượt phục vụ</translation>
    </message>
    <message>
        <source>Visit ended</source>
        <translation>Kết thúc lượt phục vụ</translation>
    </message>
    <message>
        <source>Ticket drawn</source>
        <translation>Lấy số</translation>
    </message>
    <message>
        <source>Ticket moved on</source>
        <translation>Chuyển bước số thứ tự</translation>
    </message>
    <message>
        <source>Desk opened</source>
        <translation>Mở quầy</translation>
    </message>
    <message>
        <source>Desk changed over</source>
        <translation>Đổi trạng thái quầy</translation>
    </message>
    <message>
        <source>Shift handed over</source>
        <translation>Bàn giao ca</translation>
    </message>
    <message>
        <source>Issuers of cards trusted</source>
        <translation>Tin cậy cơ quan cấp thẻ</translation>
    </message>
    <message>
        <source>Taken by the portal</source>
        <translation>Cổng đã nhận</translation>
    </message>
    <message>
        <source>Sent back by the portal</source>
        <translation>Cổng trả lại</translation>
    </message>
    <message>
        <source>Desk invited</source>
        <translation>Mời quầy vào Cổng</translation>
    </message>
    <message>
        <source>Certificate given to a desk</source>
        <translation>Cấp chứng thư cho quầy</translation>
    </message>
    <message>
        <source>Desk shut out</source>
        <translation>Loại quầy khỏi Cổng</translation>
    </message>
    <message>
        <source>Filed online</source>
        <translation>Nộp trực tuyến</translation>
    </message>
    <message>
        <source>Citizen told</source>
        <translation>Đã báo công dân</translation>
    </message>
    <message>
        <source>Money has come</source>
        <translation>Đã nhận được tiền</translation>
    </message>
    <message>
        <source>Another system let in</source>
        <translation>Cho hệ thống khác kết nối</translation>
    </message>
    <message>
        <source>Another system shut out</source>
        <translation>Ngắt hệ thống khác</translation>
    </message>
    <message>
        <source>Work without the portal</source>
        <translation>Làm việc khi mất Cổng</translation>
    </message>
    <message>
        <source>Citizen&apos;s feedback</source>
        <translation>Đánh giá, phản ánh của công dân</translation>
    </message>
    <message>
        <source>Feedback answered</source>
        <translation>Đã trả lời phản ánh</translation>
    </message>
    <message>
        <source>Supervisor called</source>
        <translation>Gọi trưởng ca</translation>
    </message>
    <message>
        <source>Supervisor on the way</source>
        <translation>Trưởng ca đang đến</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Đã xong việc gọi trưởng ca</translation>
    </message>
    <message>
        <source>Notice to the hall</source>
        <translation>Thông báo cho sảnh</translation>
    </message>
    <message>
        <source>Notice taken back</source>
        <translation>Gỡ thông báo</translation>
    </message>
    <message>
        <source>Groups of a desk changed</source>
        <translation>Đổi nhóm việc của quầy</translation>
    </message>
    <message>
        <source>Appointment given</source>
        <translation>Đặt lịch hẹn</translation>
    </message>
    <message>
        <source>Came to an appointment</source>
        <translation>Đến theo lịch hẹn</translation>
    </message>
    <message>
        <source>Appointment cancelled</source>
        <translation>Huỷ lịch hẹn</translation>
    </message>
    <message>
        <source>Paper read outside a dossier</source>
        <translation>Xem giấy tờ ngoài hồ sơ</translation>
    </message>
    <message>
        <source>Entered in the register of certifications</source>
        <translation>Vào sổ chứng thực</translation>
    </message>
    <message>
        <source>Certification voided</source>
        <translation>Hủy chứng thực</translation>
    </message>
</context>
<context>
    <name>HeldPaperWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n tệp</numerusform>
        </translation>
    </message>
    <message>
        <source>Its dossier was refused. Look whether the paper was the reason.</source>
        <translation>Hồ sơ chứa giấy tờ này đã bị từ chối. Hãy xem có phải vì giấy tờ này không.</translation>
    </message>
    <message>
        <source>Its dossier was withdrawn or stopped. Look whether the paper was the reason.</source>
        <translation>Hồ sơ chứa giấy tờ này đã được rút hoặc dừng xử lý. Hãy xem có phải vì giấy tờ này không.</translation>
    </message>
    <message>
        <source>taken from what was filed before: %1, %2</source>
        <translation>lấy từ giấy tờ đã nộp trước đây: %1, %2</translation>
    </message>
</context>
<context>
    <name>HistoryLines</name>
    <message>
        <source>Desk %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>copy no. %1</source>
        <translation>bản sao lần %1</translation>
    </message>
    <message>
        <source>content no. %1</source>
        <translation>nội dung lần %1</translation>
    </message>
    <message>
        <source>instead of a spoilt sheet</source>
        <translation>thay tờ hỏng</translation>
    </message>
    <message>
        <source>original</source>
        <translation>bản gốc</translation>
    </message>
    <message>
        <source>the content is not on this computer</source>
        <translation>nội dung không có trên máy này</translation>
    </message>
    <message>
        <source>%1 has answered</source>
        <translation>%1 đã trả lời</translation>
    </message>
    <message>
        <source>%1 was asked</source>
        <translation>đã hỏi %1</translation>
    </message>
    <message>
        <source>Received by: the applicant</source>
        <translation>Người nhận: chủ hồ sơ</translation>
    </message>
    <message>
        <source>Received by: who handed the papers in</source>
        <translation>Người nhận: người nộp hồ sơ</translation>
    </message>
    <message>
        <source>Received by: %1</source>
        <translation>Người nhận: %1</translation>
    </message>
    <message>
        <source>Asked for: %1</source>
        <translation>Yêu cầu: %1</translation>
    </message>
    <message>
        <source>Came: %1</source>
        <translation>Đã nộp: %1</translation>
    </message>
    <message>
        <source>all the same, because: %1</source>
        <translation>vẫn làm, vì: %1</translation>
    </message>
    <message>
        <source>replaces the sheet from before the correction</source>
        <translation>thay tờ in trước khi sửa</translation>
    </message>
    <message>
        <source>to follow</source>
        <translation>bổ sung sau</translation>
    </message>
    <message>
        <source>left blank on request</source>
        <translation>bỏ trống theo yêu cầu</translation>
    </message>
    <message>
        <source>answered for by %1</source>
        <translation>người phê duyệt: %1</translation>
    </message>
    <message>
        <source>Sent by post, number %1</source>
        <translation>Gửi qua bưu chính, số hiệu %1</translation>
    </message>
    <message>
        <source>By post: %1</source>
        <translation>Qua bưu chính: %1</translation>
    </message>
    <message>
        <source>the slip was lost: a sheet was made to be signed for it</source>
        <translation>mất giấy hẹn: đã lập giấy xác nhận để ký</translation>
    </message>
    <message>
        <source>the slip was lost: the register was signed for it</source>
        <translation>mất giấy hẹn: đã ký sổ</translation>
    </message>
    <message>
        <source>does not count: no portal wrote it</source>
        <translation>không tính: không phải Cổng ghi</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Trạng thái: %1</translation>
    </message>
    <message>
        <source>Result promised: %1</source>
        <translation>Hẹn trả: %1</translation>
    </message>
    <message>
        <source>filed before with %1</source>
        <translation>đã nộp trước đây cùng %1</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>Name</source>
        <translation>Họ, chữ đệm và tên</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Tên gọi khác</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Số định danh cá nhân</translation>
    </message>
    <message>
        <source>Number of the card before</source>
        <translation>Số giấy tờ cũ</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>Dân tộc</translation>
    </message>
    <message>
        <source>Religion</source>
        <translation>Tôn giáo</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Nơi sinh</translation>
    </message>
    <message>
        <source>Place of origin</source>
        <translation>Quê quán</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>Nơi cư trú</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Đặc điểm nhận dạng</translation>
    </message>
    <message>
        <source>Father</source>
        <translation>Cha</translation>
    </message>
    <message>
        <source>Mother</source>
        <translation>Mẹ</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>Vợ hoặc chồng</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Nghề nghiệp</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Có giá trị đến</translation>
    </message>
    <message>
        <source>Number of the chip</source>
        <translation>Số chip</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>gõ tay</translation>
    </message>
    <message>
        <source>QR code on a telephone</source>
        <translation>mã QR trên điện thoại</translation>
    </message>
    <message>
        <source>QR code of the card</source>
        <translation>mã QR trên thẻ</translation>
    </message>
    <message>
        <source>machine-readable zone</source>
        <translation>dòng mã máy đọc</translation>
    </message>
    <message>
        <source>chip, read</source>
        <translation>chip, đã đọc</translation>
    </message>
    <message>
        <source>chip, verified</source>
        <translation>chip, đã xác thực</translation>
    </message>
    <message>
        <source>male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Number in another state</source>
        <translation>Số do nước khác cấp</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Keys and help</source>
        <translation>Phím tắt và trợ giúp</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Gọi tiếp</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Gọi lại</translation>
    </message>
    <message>
        <source>Citizen is here</source>
        <translation>Khách đã đến</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Sang phần kế của cửa sổ</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Về phần trước của cửa sổ</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Tạm giữ</translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>Kết thúc lượt</translation>
    </message>
    <message>
        <source>Read card</source>
        <translation>Đọc thẻ</translation>
    </message>
    <message>
        <source>Scan into the paper</source>
        <translation>Quét vào giấy tờ</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>Cửa sổ nhỏ</translation>
    </message>
    <message>
        <source>Hide and lock</source>
        <translation>Che và khoá</translation>
    </message>
    <message>
        <source>Call a supervisor</source>
        <translation>Gọi trưởng ca</translation>
    </message>
    <message>
        <source>Main act of the step</source>
        <translation>Việc chính của bước</translation>
    </message>
    <message>
        <source>Next thing to put right</source>
        <translation>Tới việc cần sửa kế tiếp</translation>
    </message>
    <message>
        <source>Serve without a ticket</source>
        <translation>Phục vụ không số</translation>
    </message>
    <message>
        <source>Add a dossier</source>
        <translation>Thêm hồ sơ</translation>
    </message>
    <message>
        <source>Accept and duplicate</source>
        <translation>Tiếp nhận và nhân bản</translation>
    </message>
    <message>
        <source>Guidance only</source>
        <translation>Chỉ hướng dẫn</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Show to citizen</source>
        <translation>Cho khách xem</translation>
    </message>
    <message>
        <source>Supplement request</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Print, preview</source>
        <translation>In, xem trước</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>Letters of minority scripts</source>
        <translation>Chữ cái tiếng dân tộc</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Export the list shown</source>
        <translation>Xuất danh sách đang xem</translation>
    </message>
    <message>
        <source>Why the field is empty</source>
        <translation>Vì sao ô trống</translation>
    </message>
    <message>
        <source>One level back</source>
        <translation>Lùi một bước</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Bước %1</translation>
    </message>
    <message>
        <source>List or dossier %1</source>
        <translation>Danh sách hoặc hồ sơ %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Declare a whole part absent</source>
        <translation>Không khai cả phần</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>What to ask and look at</source>
        <translation>Cần hỏi, cần xem</translation>
    </message>
    <message>
        <source>Draw a ticket</source>
        <translation>Lấy số</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Chuyển nhóm</translation>
    </message>
    <message>
        <source>Take what is offered</source>
        <translation>Nhận nội dung được gợi ý</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Giữ nguyên ô</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>Lọc danh sách</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Điều hành</translation>
    </message>
    <message>
        <source>Take in a file</source>
        <translation>Lấy tệp</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Tập huấn</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>Gửi, nhận</translation>
    </message>
    <message>
        <source>Hall board</source>
        <translation>Bảng gọi số ở sảnh</translation>
    </message>
    <message>
        <source>Kiosk on this screen</source>
        <translation>Ki-ốt trên màn hình này</translation>
    </message>
    <message>
        <source>Feedback of citizens</source>
        <translation>Đánh giá, phản ánh của công dân</translation>
    </message>
    <message>
        <source>Silent alarm, held for a second</source>
        <translation>Báo động im lặng, giữ một giây</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Lịch hẹn</translation>
    </message>
    <message>
        <source>Scan this page anew</source>
        <translation>Quét lại trang này</translation>
    </message>
    <message>
        <source>Scan later</source>
        <translation>Quét sau</translation>
    </message>
    <message>
        <source>Use a paper filed before</source>
        <translation>Dùng giấy tờ đã nộp trước đây</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>It is being printed.</source>
        <translation>Đang in.</translation>
    </message>
    <message>
        <source>It cannot be printed here just now. Please take a picture of it, or ask the guide.</source>
        <translation>Lúc này chưa in được ở đây. Xin chụp lại màn hình, hoặc hỏi bàn hướng dẫn.</translation>
    </message>
    <message>
        <source>No number was given. Please try once more, or ask the guide.</source>
        <translation>Chưa lấy được số. Xin thử lại lần nữa, hoặc hỏi bàn hướng dẫn.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Please wait five minutes, or ask at the desk.</source>
        <translation>Đã nhập sai nhiều lần. Xin đợi năm phút, hoặc hỏi tại quầy.</translation>
    </message>
    <message>
        <source>It cannot be looked up just now. Please ask at the desk.</source>
        <translation>Lúc này chưa tra cứu được. Xin hỏi tại quầy.</translation>
    </message>
    <message>
        <source>No dossier has this code and these digits. Please look at your receipt once more, or ask at the desk.</source>
        <translation>Không có hồ sơ nào khớp mã và bốn số này. Xin xem lại giấy tiếp nhận, hoặc hỏi tại quầy.</translation>
    </message>
    <message>
        <source>It could not be kept. What you typed is still here. Please try once more, or tell the guide.</source>
        <translation>Chưa lưu được. Những gì đã nhập còn nguyên ở đây. Xin thử lại, hoặc báo bàn hướng dẫn.</translation>
    </message>
    <message>
        <source>It is registered, and not received yet.</source>
        <translation>Hồ sơ đã đăng ký, chưa được tiếp nhận.</translation>
    </message>
    <message>
        <source>It is received, and will be dealt with.</source>
        <translation>Hồ sơ đã được tiếp nhận, đang chờ xử lý.</translation>
    </message>
    <message>
        <source>It was not received. The desk tells you why.</source>
        <translation>Hồ sơ không được tiếp nhận. Xin hỏi lý do tại quầy.</translation>
    </message>
    <message>
        <source>It is being dealt with.</source>
        <translation>Hồ sơ đang được xử lý.</translation>
    </message>
    <message>
        <source>Something is missing. Please bring it to the desk.</source>
        <translation>Hồ sơ còn thiếu. Xin mang giấy tờ bổ sung đến quầy.</translation>
    </message>
    <message>
        <source>It waits for a payment. Please ask at the desk.</source>
        <translation>Hồ sơ chờ nộp tiền. Xin hỏi tại quầy.</translation>
    </message>
    <message>
        <source>You asked to have it back.</source>
        <translation>Ông/Bà đã yêu cầu rút hồ sơ.</translation>
    </message>
    <message>
        <source>It was stopped. The desk tells you why.</source>
        <translation>Hồ sơ đã dừng xử lý. Xin hỏi lý do tại quầy.</translation>
    </message>
    <message>
        <source>It is done: the result waits for you. Take a number to collect it.</source>
        <translation>Hồ sơ đã xong, kết quả đang chờ. Xin lấy số để nhận kết quả.</translation>
    </message>
    <message>
        <source>It is done, and the result was handed over.</source>
        <translation>Hồ sơ đã xong, kết quả đã được trả.</translation>
    </message>
    <message>
        <source>Where does my dossier stand?</source>
        <translation>Hồ sơ của tôi đến đâu rồi?</translation>
    </message>
    <message>
        <source>Code on your receipt: hold it under the scanner, or type it</source>
        <translation>Mã trên giấy tiếp nhận: đưa vào máy quét, hoặc nhập tay</translation>
    </message>
    <message>
        <source>Code of the dossier</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Last four digits of the owner&apos;s personal number</source>
        <translation>Bốn số cuối trong số định danh của chủ hồ sơ</translation>
    </message>
    <message>
        <source>Last four digits</source>
        <translation>Bốn số cuối</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Please give the code of the dossier and the last four digits of the personal number.</source>
        <translation>Xin nhập mã hồ sơ và bốn số cuối của số định danh.</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Tiếp nhận: %1</translation>
    </message>
    <message>
        <source>Promised for: %1</source>
        <translation>Hẹn trả: %1</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>Rất hài lòng</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Bình thường</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>Không hài lòng</translation>
    </message>
    <message>
        <source>Not satisfied at all</source>
        <translation>Rất không hài lòng</translation>
    </message>
    <message>
        <source>How were you served?</source>
        <translation>Đánh giá, phản ánh việc phục vụ</translation>
    </message>
    <message>
        <source>Your name is not asked. Whoever leads the centre reads what you say.</source>
        <translation>Không hỏi tên. Người phụ trách trung tâm sẽ đọc ý kiến của Ông/Bà.</translation>
    </message>
    <message>
        <source>I only want to say something</source>
        <translation>Tôi chỉ muốn phản ánh, góp ý</translation>
    </message>
    <message>
        <source>In your own words, if you like</source>
        <translation>Ý kiến của Ông/Bà (có thể bỏ trống)</translation>
    </message>
    <message>
        <source>Telephone, only if you want an answer</source>
        <translation>Số điện thoại, chỉ khi muốn được trả lời</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>What do you want to say?</source>
        <translation>Ông/Bà muốn phản ánh điều gì?</translation>
    </message>
    <message>
        <source>Please type what you want to say.</source>
        <translation>Xin nhập ý kiến.</translation>
    </message>
    <message>
        <source>This is longer than can be kept. Please make it shorter.</source>
        <translation>Ý kiến dài quá mức lưu được. Xin viết ngắn hơn.</translation>
    </message>
    <message>
        <source>sharp tone</source>
        <translation>dấu sắc</translation>
    </message>
    <message>
        <source>falling tone</source>
        <translation>dấu huyền</translation>
    </message>
    <message>
        <source>asking tone</source>
        <translation>dấu hỏi</translation>
    </message>
    <message>
        <source>tumbling tone</source>
        <translation>dấu ngã</translation>
    </message>
    <message>
        <source>heavy tone</source>
        <translation>dấu nặng</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Dấu cách</translation>
    </message>
    <message>
        <source>What do you want to have done?</source>
        <translation>Ông/Bà cần làm thủ tục gì?</translation>
    </message>
    <message>
        <source>A few letters of it</source>
        <translation>Gõ vài chữ, không cần dấu</translation>
    </message>
    <message>
        <source>Nothing of that name is done here. Try another word, or ask the guide.</source>
        <translation>Không có thủ tục nào tên như vậy. Xin thử chữ khác, hoặc hỏi bàn hướng dẫn.</translation>
    </message>
    <message>
        <source>%1 more: type another letter.</source>
        <translation>Còn %1 thủ tục nữa: xin gõ thêm chữ.</translation>
    </message>
    <message>
        <source>original: %1</source>
        <translation>bản chính: %1</translation>
    </message>
    <message>
        <source>copies: %1</source>
        <translation>bản sao: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Mang theo</translation>
    </message>
    <message>
        <source>Bring what fits your case</source>
        <translation>Mang theo giấy tờ hợp với trường hợp của mình</translation>
    </message>
    <message>
        <source>In some cases also</source>
        <translation>Một số trường hợp cần thêm</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Không thu</translation>
    </message>
    <message>
        <source>The desk tells you.</source>
        <translation>Xin hỏi tại quầy.</translation>
    </message>
    <message>
        <source>Print this</source>
        <translation>In tờ này</translation>
    </message>
    <message>
        <source>What do you come for?</source>
        <translation>Ông/Bà đến làm việc gì?</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 người chờ</translation>
    </message>
    <message>
        <source>Does any of this fit you? If not, simply take the number. It is forgotten at the end of the day.</source>
        <translation>Ông/Bà có thuộc trường hợp nào dưới đây? Nếu không, chỉ cần bấm lấy số. Cuối ngày máy xoá hết.</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>Lấy số</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Số của Ông/Bà</translation>
    </message>
    <message>
        <source>Nobody waits before you.</source>
        <translation>Chưa có ai chờ trước.</translation>
    </message>
    <message>
        <source>Waiting before you: %1.</source>
        <translation>Chờ trước: %1 người.</translation>
    </message>
    <message>
        <source>Wait: about %1.</source>
        <translation>Chờ khoảng %1.</translation>
    </message>
    <message>
        <source>Please remember your number, or take a picture of it.</source>
        <translation>Xin nhớ số, hoặc chụp lại màn hình.</translation>
    </message>
    <message>
        <source>Your ticket is being printed.</source>
        <translation>Đang in phiếu.</translation>
    </message>
    <message>
        <source>Please take your ticket below.</source>
        <translation>Xin nhận phiếu ở khe bên dưới.</translation>
    </message>
    <message>
        <source>The ticket was not printed. Your number counts all the same: remember it, or take a picture of it.</source>
        <translation>Phiếu chưa in được. Số vẫn có hiệu lực: xin nhớ số, hoặc chụp lại màn hình.</translation>
    </message>
    <message>
        <source>Procedures: papers, time, fee</source>
        <translation>Thủ tục: giấy tờ, thời hạn, lệ phí</translation>
    </message>
    <message>
        <source>A− Smaller</source>
        <translation>A− Chữ nhỏ lại</translation>
    </message>
    <message>
        <source>A+ Larger</source>
        <translation>A+ Chữ to</translation>
    </message>
    <message>
        <source>↑ Higher</source>
        <translation>↑ Lên cao</translation>
    </message>
    <message>
        <source>↓ Lower</source>
        <translation>↓ Xuống thấp</translation>
    </message>
    <message>
        <source>TRAINING, NO LEGAL EFFECT</source>
        <translation>TẬP HUẤN, không có giá trị pháp lý</translation>
    </message>
    <message>
        <source>Tickets are not printed just now. You get a number all the same, and it is shown here.</source>
        <translation>Lúc này không in được phiếu. Vẫn lấy được số, số hiện trên màn hình.</translation>
    </message>
    <message>
        <source>The centre is closed today, so no numbers are given.</source>
        <translation>Hôm nay trung tâm nghỉ, không lấy số.</translation>
    </message>
    <message>
        <source>The last number of today has been given. Please come again on the next working day.</source>
        <translation>Hôm nay đã hết giờ lấy số. Xin trở lại vào ngày làm việc kế tiếp.</translation>
    </message>
    <message>
        <source>Numbers cannot be given here just now. Please ask the guide.</source>
        <translation>Lúc này chưa lấy được số ở đây. Xin hỏi bàn hướng dẫn.</translation>
    </message>
    <message>
        <source>Welcome. What can we do for you?</source>
        <translation>Xin chào. Ông/Bà cần gì?</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>← Back</source>
        <translation>← Quay lại</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Trang đầu</translation>
    </message>
    <message>
        <source>Sorry</source>
        <translation>Xin lỗi</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Cảm ơn Ông/Bà</translation>
    </message>
    <message>
        <source>What you said is kept, without your name.</source>
        <translation>Ý kiến đã được lưu, không kèm tên.</translation>
    </message>
    <message>
        <source>%1 min or longer</source>
        <translation>%1 phút trở lên</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 phút</translation>
    </message>
    <message>
        <source>Capital letter</source>
        <translation>Chữ hoa</translation>
    </message>
    <message>
        <source>The centre is closed for now. Whoever has a number keeps their place.</source>
        <translation>Trung tâm tạm ngừng phục vụ. Ai đã có số thì giữ nguyên thứ tự.</translation>
    </message>
    <message>
        <source>No appointment has these digits. Please look at its paper once more, or ask at the desk.</source>
        <translation>Không có lịch hẹn nào mang các chữ số này. Xin xem lại phiếu hẹn, hoặc hỏi tại quầy.</translation>
    </message>
    <message>
        <source>This appointment is on another day: %1. Whoever wants to be served today takes a number.</source>
        <translation>Lịch hẹn này vào ngày khác: %1. Muốn làm hôm nay, xin lấy số.</translation>
    </message>
    <message>
        <source>For this appointment a number was given already: %1. If it is lost, please ask at the desk.</source>
        <translation>Lịch hẹn này đã lấy số: %1. Nếu mất số, xin hỏi tại quầy.</translation>
    </message>
    <message>
        <source>This appointment was cancelled. Please take a number, or ask at the desk.</source>
        <translation>Lịch hẹn này đã huỷ. Xin lấy số, hoặc hỏi tại quầy.</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>Có lịch hẹn</translation>
    </message>
    <message>
        <source>Six digits of your appointment: hold its code under the scanner, or type them</source>
        <translation>Sáu chữ số của lịch hẹn: đưa mã vào máy quét, hoặc gõ vào</translation>
    </message>
    <message>
        <source>Digits of the appointment</source>
        <translation>Chữ số của lịch hẹn</translation>
    </message>
    <message>
        <source>Take my number</source>
        <translation>Nhận số</translation>
    </message>
    <message>
        <source>Please give all six digits. They stand on the paper of your appointment.</source>
        <translation>Xin gõ đủ sáu chữ số. Các chữ số in trên phiếu hẹn.</translation>
    </message>
    <message>
        <source>The last number of today has been given. Who has an appointment gets theirs; others please come again on the next working day.</source>
        <translation>Hôm nay đã phát hết số. Ai có lịch hẹn vẫn nhận được số; người khác xin quay lại vào ngày làm việc sau.</translation>
    </message>
    <message>
        <source>Your dossiers here</source>
        <translation>Hồ sơ của bạn tại đây</translation>
    </message>
    <message>
        <source>Use my identity card</source>
        <translation>Dùng thẻ căn cước</translation>
    </message>
    <message>
        <source>1. Lay the card on the reader and leave it there.</source>
        <translation>1. Đặt thẻ lên đầu đọc và để yên.</translation>
    </message>
    <message>
        <source>2. Type the last six digits of the number on the card, or hold the code of the card under the scanner.</source>
        <translation>2. Nhập sáu số cuối của số thẻ, hoặc đưa mã trên thẻ vào máy quét.</translation>
    </message>
    <message>
        <source>Last six digits of the number on the card</source>
        <translation>Sáu số cuối của số thẻ</translation>
    </message>
    <message>
        <source>Read my card</source>
        <translation>Đọc thẻ</translation>
    </message>
    <message>
        <source>No dossier that is open, or was filed in the last three months, is under your card here.</source>
        <translation>Ở đây không có hồ sơ nào của thẻ này đang giải quyết hoặc nộp trong ba tháng qua.</translation>
    </message>
    <message>
        <source>Take a number: %1</source>
        <translation>Lấy số: %1</translation>
    </message>
    <message>
        <source>Take a number without the card</source>
        <translation>Lấy số không cần thẻ</translation>
    </message>
    <message>
        <source>Find a dossier by its code</source>
        <translation>Tìm hồ sơ bằng mã</translation>
    </message>
    <message>
        <source>Please type six digits: the last ones of the number on the card.</source>
        <translation>Xin nhập đủ sáu số: sáu số cuối của số thẻ.</translation>
    </message>
    <message>
        <source>Cards cannot be read here just now. You can hold the code of the card under the scanner, or go on without the card.</source>
        <translation>Hiện không đọc được thẻ ở đây. Bạn có thể đưa mã trên thẻ vào máy quét, hoặc tiếp tục không cần thẻ.</translation>
    </message>
    <message>
        <source>The card was taken away too soon. Lay it there again and leave it there: nothing has to be typed twice.</source>
        <translation>Thẻ được nhấc ra quá sớm. Xin đặt lại và để yên: không phải nhập lại gì.</translation>
    </message>
    <message>
        <source>This is no card that can be read here. Lay an identity card with a chip there, or go on without it.</source>
        <translation>Thẻ này không đọc được ở đây. Xin đặt thẻ căn cước gắn chip, hoặc tiếp tục không cần thẻ.</translation>
    </message>
    <message>
        <source>The card takes no more digits for now. Take it off and lay it there again, or go on without it.</source>
        <translation>Thẻ tạm thời không nhận thêm số. Xin nhấc thẻ ra rồi đặt lại, hoặc tiếp tục không cần thẻ.</translation>
    </message>
    <message>
        <source>These digits do not open the card. Please compare them with the card. Tries left: %1.</source>
        <translation>Sáu số này không mở được thẻ. Xin so lại với số trên thẻ. Còn %1 lần thử.</translation>
    </message>
    <message>
        <source>The card could not be read. Take it off and lay it there once more, or go on without it.</source>
        <translation>Chưa đọc được thẻ. Xin nhấc thẻ ra rồi đặt lại, hoặc tiếp tục không cần thẻ.</translation>
    </message>
    <message>
        <source>This card has expired, so no dossiers are shown by it. You can take a number, or find a dossier by its code.</source>
        <translation>Thẻ này đã hết hạn nên không dùng để xem hồ sơ được. Bạn vẫn lấy số, hoặc tìm hồ sơ bằng mã được.</translation>
    </message>
    <message>
        <source>This machine cannot tell who issued the card, so no dossiers are shown by it. You can take a number, or find a dossier by its code.</source>
        <translation>Máy này không xác định được nơi cấp thẻ nên không dùng thẻ để xem hồ sơ được. Bạn vẫn lấy số, hoặc tìm hồ sơ bằng mã được.</translation>
    </message>
    <message>
        <source>Not everything about the card could be proved, so no dossiers are shown by it. You can take a number, or find a dossier by its code.</source>
        <translation>Chưa xác thực được đầy đủ thẻ này nên không dùng thẻ để xem hồ sơ được. Bạn vẫn lấy số, hoặc tìm hồ sơ bằng mã được.</translation>
    </message>
    <message>
        <source>This document has no personal number, so no dossiers are found by it. You can take a number, or find a dossier by its code.</source>
        <translation>Giấy tờ này không có số định danh nên không tìm hồ sơ theo nó được. Bạn vẫn lấy số, hoặc tìm hồ sơ bằng mã được.</translation>
    </message>
    <message>
        <source>The digits were wrong too often. Nothing of the card was changed. Take it off to try again, or go on without it.</source>
        <translation>Đã nhập sai quá nhiều lần. Thẻ không bị ảnh hưởng gì. Xin nhấc thẻ ra để thử lại, hoặc tiếp tục không cần thẻ.</translation>
    </message>
    <message>
        <source>The code of the card could not be read whole. Hold it there once more, or type the six digits.</source>
        <translation>Chưa đọc được trọn mã trên thẻ. Xin đưa vào máy quét lần nữa, hoặc nhập sáu số.</translation>
    </message>
    <message>
        <source>An identity card of nine digits cannot be used here. You can take a number, or find a dossier by its code.</source>
        <translation>Chứng minh nhân dân chín số không dùng được ở đây. Bạn vẫn lấy số, hoặc tìm hồ sơ bằng mã được.</translation>
    </message>
    <message>
        <source>The code of the card was read. By itself it shows no dossiers: for them lay the card on the reader. A number you can take without it.</source>
        <translation>Đã đọc mã trên thẻ. Chỉ có mã thì chưa xem được hồ sơ: muốn xem, xin đặt thẻ lên đầu đọc. Lấy số thì không cần.</translation>
    </message>
    <message>
        <source>Now lay the card on the reader and leave it there. It is read by itself.</source>
        <translation>Bây giờ xin đặt thẻ lên đầu đọc và để yên. Máy tự đọc.</translation>
    </message>
    <message>
        <source>The card is being read. Please leave it there.</source>
        <translation>Đang đọc thẻ. Xin để yên thẻ.</translation>
    </message>
    <message>
        <source>The card is genuine. Your dossiers are being looked up.</source>
        <translation>Thẻ thật. Đang tìm hồ sơ của bạn.</translation>
    </message>
    <message>
        <source>What this card says does not hold, so nothing of it was used. Please show it to the guide or at a desk. You can take a number all the same.</source>
        <translation>Thông tin trong thẻ này không xác thực được nên không dùng gì từ thẻ. Xin đưa thẻ cho người hướng dẫn hoặc cán bộ tại quầy xem. Bạn vẫn lấy số được.</translation>
    </message>
    <message>
        <source>The code of the card was read. By itself it shows no dossiers, and the card cannot be read here just now. You can take a number.</source>
        <translation>Đã đọc mã trên thẻ. Chỉ có mã thì chưa xem được hồ sơ, mà hiện không đọc được thẻ ở đây. Bạn vẫn lấy số được.</translation>
    </message>
    <message>
        <source>The card was taken away: this page closes in a few seconds.</source>
        <translation>Thẻ đã được lấy ra: trang này đóng sau vài giây.</translation>
    </message>
    <message>
        <source>Chosen by the birth date on your card: %1. Touch it if you do not want that.</source>
        <translation>Chọn theo ngày sinh trên thẻ: %1. Nếu không muốn, xin chạm để bỏ.</translation>
    </message>
    <message>
        <source>A message when it is nearly your turn?</source>
        <translation>Nhắn tin khi sắp đến lượt?</translation>
    </message>
    <message>
        <source>Type your mobile number, or go on without one. It is forgotten at the end of the day.</source>
        <translation>Nhập số di động, hoặc bỏ qua. Cuối ngày máy xoá hết.</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>Số di động</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Không cần</translation>
    </message>
    <message>
        <source>No message can be sent to this number. Please type the ten digits of a mobile number, or press &quot;Not needed&quot;.</source>
        <translation>Không nhắn tin được đến số này. Xin nhập đủ mười chữ số của số di động, hoặc bấm «Không cần».</translation>
    </message>
    <message>
        <source>A card lies on the reader. If it is yours, use it here or take it with you. If not, please give it to the guide.</source>
        <translation>Có thẻ trên đầu đọc. Nếu là thẻ của bạn, xin dùng hoặc cầm theo. Nếu không, xin đưa cho người hướng dẫn.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <extracomment>the two letters of the language this file translates into, e.g. vi</extracomment>
        <translation>vi</translation>
    </message>
</context>
<context>
    <name>MachineWords</name>
    <message>
        <source>It is being looked at.</source>
        <translation>Đang xem.</translation>
    </message>
    <message>
        <source>Smart card service</source>
        <translation>Dịch vụ thẻ</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Đầu đọc thẻ</translation>
    </message>
    <message>
        <source>Who signs chips</source>
        <translation>Bên ký chip</translation>
    </message>
    <message>
        <source>Photographs of cards</source>
        <translation>Ảnh trong thẻ</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Printing system</source>
        <translation>Hệ thống in</translation>
    </message>
    <message>
        <source>Code reader</source>
        <translation>Máy quét mã</translation>
    </message>
    <message>
        <source>Data of this desk</source>
        <translation>Dữ liệu của quầy</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>Swap space</source>
        <translation>Vùng nhớ tráo đổi</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>This desk reads with it.</source>
        <translation>Quầy này đang dùng đầu đọc này.</translation>
    </message>
    <message>
        <source>This desk reads with another one: with that on which a card lies.</source>
        <translation>Quầy này đang dùng đầu đọc khác: đầu đọc nào có thẻ thì dùng đầu đọc đó.</translation>
    </message>
    <message>
        <source>The program motcua-worker shows them.</source>
        <translation>Chương trình motcua-worker hiện được ảnh.</translation>
    </message>
    <message>
        <source>The program motcua-worker is missing beside this one, so no photograph is shown: compare the one on the card, and have the package motcua installed again.</source>
        <translation>Thiếu chương trình motcua-worker nên không hiện được ảnh: hãy đối chiếu ảnh in trên thẻ, và nhờ cài lại gói motcua.</translation>
    </message>
    <message>
        <source>The program motcua-worker does not answer as it should, so no photograph is shown: compare the one on the card; have the computer started anew, and the package motcua installed again if it stays so.</source>
        <translation>Chương trình motcua-worker không trả lời đúng nên không hiện được ảnh: hãy đối chiếu ảnh in trên thẻ; nhờ khởi động lại máy, nếu vẫn vậy thì cài lại gói motcua.</translation>
    </message>
    <message>
        <source>%1 is out of paper: put paper in, what waits there comes out by itself.</source>
        <translation>%1 hết giấy: cho giấy vào, tờ đang chờ sẽ tự ra.</translation>
    </message>
    <message>
        <source>%1 was stopped and takes nothing: have it let go on in the printing system.</source>
        <translation>%1 đang bị dừng, không nhận in: nhờ cho chạy lại trong hệ thống in.</translation>
    </message>
    <message>
        <source>%1 wants somebody to look at it: a door, a jam, toner?</source>
        <translation>%1 cần người xem: nắp mở, kẹt giấy, hay hết mực?</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1 sẵn sàng.</translation>
    </message>
    <message>
        <source>%1 is ready; another one is used.</source>
        <translation>%1 sẵn sàng; đang dùng máy in khác.</translation>
    </message>
    <message>
        <source>There is none: slips are kept with the dossier and can be printed later. Have one set up in the printing system.</source>
        <translation>Không có máy in: giấy được lưu cùng hồ sơ, in sau được. Nhờ cài máy in trong hệ thống in.</translation>
    </message>
    <message>
        <source>The printing system does not answer: slips are kept with the dossier and can be printed later. Have the service cups started.</source>
        <translation>Hệ thống in không trả lời: giấy được lưu cùng hồ sơ, in sau được. Nhờ khởi động dịch vụ cups.</translation>
    </message>
    <message>
        <source>It is not there: plug it in; until then what stands on a card or a paper is typed.</source>
        <translation>Không thấy máy quét: hãy cắm vào; trong lúc chờ, gõ theo thẻ hoặc giấy tờ.</translation>
    </message>
    <message>
        <source>Another program uses it: close that one.</source>
        <translation>Chương trình khác đang dùng: hãy đóng chương trình đó.</translation>
    </message>
    <message>
        <source>This account may not use it: have the package motcua installed again, then plug the reader in anew.</source>
        <translation>Tài khoản này không được phép dùng: nhờ cài lại gói motcua, rồi rút máy quét ra cắm lại.</translation>
    </message>
    <message>
        <source>What desk.ini names is another device: have the part [codeReader] put right there.</source>
        <translation>Thiết bị ghi trong desk.ini không phải máy quét mã: nhờ sửa phần [codeReader] ở đó.</translation>
    </message>
    <message>
        <source>It does not answer: pull it out and plug it in again; try another socket.</source>
        <translation>Máy quét không trả lời: rút ra cắm lại; thử cổng khác.</translation>
    </message>
    <message>
        <source>It is ready, and sends every letter.</source>
        <translation>Sẵn sàng, truyền được mọi chữ.</translation>
    </message>
    <message>
        <source>One types like a keyboard, which cannot carry Vietnamese letters: switch it to serial mode (&quot;USB-COM&quot;) with the setting code in its manual.</source>
        <translation>Có máy quét ở chế độ bàn phím, không truyền được chữ Việt: chuyển sang chế độ nối tiếp (&quot;USB-COM&quot;) bằng mã cài đặt trong sách hướng dẫn.</translation>
    </message>
    <message>
        <source>None was seen yet: plug one in, or type what stands on a card or a paper.</source>
        <translation>Chưa thấy máy quét nào: cắm vào, hoặc gõ theo thẻ, giấy tờ.</translation>
    </message>
    <message>
        <source>They are open and answer, and the clock is not behind them. &quot;motcua-ctl doctor&quot; looks through every page.</source>
        <translation>Đang mở và trả lời, đồng hồ máy không chậm hơn. Lệnh &quot;motcua-ctl doctor&quot; kiểm tra từng trang dữ liệu.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>Còn trống %1.</translation>
    </message>
    <message>
        <source>Only %1 are free: have room made before nothing can be saved any more.</source>
        <translation>Chỉ còn trống %1: nhờ dọn chỗ trước khi không lưu được nữa.</translation>
    </message>
    <message>
        <source>There is none in clear.</source>
        <translation>Không có vùng nào chưa mã hoá.</translation>
    </message>
    <message>
        <source>%1: not encrypted, and what is in memory may come to lie on it. Have it switched off or encrypted.</source>
        <translation>%1: chưa mã hoá, dữ liệu trong bộ nhớ có thể bị ghi ra đó. Nhờ tắt hoặc mã hoá.</translation>
    </message>
    <message>
        <source>It keeps printed slips for a day: have &quot;PreserveJobFiles No&quot; written into /etc/cups/cupsd.conf, and cups started anew.</source>
        <translation>Giữ giấy đã in trong một ngày: nhờ ghi &quot;PreserveJobFiles No&quot; vào /etc/cups/cupsd.conf rồi khởi động lại cups.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>There was none since the program was started.</source>
        <translation>Chưa có lỗi nào từ khi mở chương trình.</translation>
    </message>
    <message>
        <source>CARDS</source>
        <translation>ĐỌC THẺ</translation>
    </message>
    <message>
        <source>OTHER DEVICES</source>
        <translation>THIẾT BỊ KHÁC</translation>
    </message>
    <message>
        <source>DATA AND COMPUTER</source>
        <translation>DỮ LIỆU VÀ MÁY TÍNH</translation>
    </message>
    <message>
        <source>LAST ERRORS</source>
        <translation>CÁC LỖI GẦN ĐÂY</translation>
    </message>
    <message>
        <source>The machine is being looked at.</source>
        <translation>Đang xem máy này.</translation>
    </message>
    <message>
        <source>Everything here is in order.</source>
        <translation>Mọi thứ ở đây đều ổn.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to see to; the rest is in order.</source>
        <translation>
            <numerusform>%n chỗ cần xem; còn lại đều ổn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ticket printer</source>
        <translation>Máy in phiếu số</translation>
    </message>
    <message>
        <source>It is there, and says nothing of its paper.</source>
        <translation>Có máy, nhưng máy không báo còn giấy hay không.</translation>
    </message>
    <message>
        <source>It is ready and has paper.</source>
        <translation>Sẵn sàng, còn giấy.</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>original seen</source>
        <translation>đã xem bản chính</translation>
    </message>
    <message>
        <source>certified copy</source>
        <translation>bản chứng thực</translation>
    </message>
    <message>
        <source>copy from the register</source>
        <translation>bản sao từ sổ gốc</translation>
    </message>
    <message>
        <source>signed electronic copy</source>
        <translation>bản điện tử có ký số</translation>
    </message>
    <message>
        <source>from a database</source>
        <translation>từ cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>scanned by the citizen</source>
        <translation>công dân tự quét</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>cần có</translation>
    </message>
    <message>
        <source>only when asked for</source>
        <translation>chỉ khi được yêu cầu</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>không cần</translation>
    </message>
    <message>
        <source>met, %1</source>
        <translation>đạt, %1</translation>
    </message>
    <message>
        <source>not met: %1</source>
        <translation>không đạt: %1</translation>
    </message>
    <message>
        <source>not applicable: %1</source>
        <translation>không áp dụng: %1</translation>
    </message>
    <message>
        <source>to follow</source>
        <translation>bổ sung sau</translation>
    </message>
    <message>
        <source>%1: declared</source>
        <translation>%1: có khai</translation>
    </message>
    <message>
        <source>left blank on request</source>
        <translation>bỏ trống theo yêu cầu</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n bản chính</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n bản sao</numerusform>
        </translation>
    </message>
    <message>
        <source>Not needed, because of the form: %1.</source>
        <translation>Không cần, vì tờ khai ghi: %1.</translation>
    </message>
    <message>
        <source>met, %1, kept here</source>
        <translation>đạt, %1, giữ lại</translation>
    </message>
</context>
<context>
    <name>PaymentWords</name>
    <message>
        <source>Cash</source>
        <translation>Tiền mặt</translation>
    </message>
    <message>
        <source>VietQR</source>
        <translation>VietQR</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Chuyển khoản</translation>
    </message>
    <message>
        <source>POS card</source>
        <translation>Thẻ POS</translation>
    </message>
    <message>
        <source>Paid on the portal</source>
        <translation>Đã nộp trên Cổng</translation>
    </message>
    <message>
        <source>at acceptance</source>
        <translation>khi tiếp nhận</translation>
    </message>
    <message>
        <source>with the result</source>
        <translation>khi trả kết quả</translation>
    </message>
    <message>
        <source>at the cash desk</source>
        <translation>tại quầy thu phí</translation>
    </message>
    <message>
        <source>%1 thousand</source>
        <translation>%1 nghìn</translation>
    </message>
</context>
<context>
    <name>PortalWords</name>
    <message>
        <source>Put it right with “Correct after acceptance”.</source>
        <translation>Sửa bằng “Sửa sai sau tiếp nhận”.</translation>
    </message>
    <message>
        <source>There is nothing to do at this desk.</source>
        <translation>Quầy không phải làm gì.</translation>
    </message>
    <message>
        <source>Tell the IT person of the centre.</source>
        <translation>Báo CNTT của trung tâm.</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>thiếu %1</translation>
    </message>
    <message>
        <source>without a reason</source>
        <translation>không nêu lý do</translation>
    </message>
    <message>
        <source>a fault of the network</source>
        <translation>lỗi mạng</translation>
    </message>
    <message>
        <source>a fault of the portal</source>
        <translation>lỗi phía Cổng</translation>
    </message>
    <message>
        <source>a fault in the data</source>
        <translation>lỗi dữ liệu</translation>
    </message>
    <message>
        <source>a fault of this desk</source>
        <translation>lỗi máy này</translation>
    </message>
    <message>
        <source>The portal sent the dossier back: %1.</source>
        <translation>Cổng trả lại hồ sơ: %1.</translation>
    </message>
    <message>
        <source>The portal sent dossier %1 back: %2.</source>
        <translation>Cổng trả lại hồ sơ %1: %2.</translation>
    </message>
    <message>
        <source>The dossier stays valid at the centre, and the citizen need not come again.</source>
        <translation>Hồ sơ vẫn có hiệu lực tại trung tâm, người dân không phải đến lại.</translation>
    </message>
</context>
<context>
    <name>PostWords</name>
    <message>
        <source>ordinary letter</source>
        <translation>thư thường</translation>
    </message>
    <message>
        <source>the answer goes back by post</source>
        <translation>trả kết quả qua bưu chính</translation>
    </message>
    <message>
        <source>the answer is fetched at the counter</source>
        <translation>đến quầy nhận kết quả</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n tờ</numerusform>
        </translation>
    </message>
    <message>
        <source>arrived %1</source>
        <translation>đến ngày %1</translation>
    </message>
    <message>
        <source>The number of the envelope is missing. Type or scan it, or tick that it is an ordinary letter.</source>
        <translation>Chưa có số hiệu bưu gửi. Gõ hoặc quét số hiệu, hoặc đánh dấu là thư thường.</translation>
    </message>
    <message>
        <source>The number of the envelope has 5 to 35 letters and digits. Compare it with the envelope.</source>
        <translation>Số hiệu bưu gửi có từ 5 đến 35 chữ và số. Đối chiếu lại với bì thư.</translation>
    </message>
    <message>
        <source>The day the envelope arrived is missing.</source>
        <translation>Chưa có ngày bưu gửi đến.</translation>
    </message>
    <message>
        <source>The day the envelope arrived still lies ahead. Compare it with the postmark.</source>
        <translation>Ngày bưu gửi đến còn chưa tới. Đối chiếu lại với dấu bưu điện.</translation>
    </message>
    <message>
        <source>How many sheets the envelope held is missing.</source>
        <translation>Chưa ghi số tờ trong bưu gửi.</translation>
    </message>
    <message>
        <source>An envelope holds at most %1 sheets. Count again, or write down a part of them in another envelope.</source>
        <translation>Một bưu gửi chứa nhiều nhất %1 tờ. Đếm lại, hoặc ghi một phần vào bưu gửi khác.</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>No former commune has this name.</source>
        <translation>Không có xã, phường cũ nào mang tên này.</translation>
    </message>
    <message>
        <source>It was split up: ask which part is meant.</source>
        <translation>Đơn vị này đã được chia tách: hãy hỏi rõ là phần nào.</translation>
    </message>
    <message>
        <source>Several former communes have this name: add the district or the province.</source>
        <translation>Nhiều xã, phường cũ cùng mang tên này: hãy ghi thêm huyện hoặc tỉnh.</translation>
    </message>
    <message>
        <source>Just before 1/7/2025 no commune of this name was in &quot;%1&quot;: compare the address with the paper, it may be older.</source>
        <translation>Ngay trước 1/7/2025 không có xã, phường nào tên này thuộc &quot;%1&quot;: hãy đối chiếu với giấy tờ, địa chỉ có thể cũ hơn nữa.</translation>
    </message>
    <message>
        <source>The card says that it was issued before its holder was born: look at the card itself.</source>
        <translation>Thẻ ghi ngày cấp trước ngày sinh của chủ thẻ: hãy xem lại thẻ.</translation>
    </message>
    <message>
        <source>The card says that it is issued on a day that has not come yet: look at the card itself.</source>
        <translation>Thẻ ghi ngày cấp là một ngày chưa đến: hãy xem lại thẻ.</translation>
    </message>
    <message>
        <source>Code of the card</source>
        <translation>Mã trên thẻ</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Number of the old identity card</source>
        <translation>Số chứng minh nhân dân cũ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Field %1</source>
        <translation>Trường thứ %1</translation>
    </message>
    <message>
        <source>this is not the text of a chip card.</source>
        <translation>đây không phải nội dung mã của thẻ căn cước gắn chip.</translation>
    </message>
    <message>
        <source>a card has seven or eleven fields, here it is another number; scan it again.</source>
        <translation>thẻ có bảy hoặc mười một trường, ở đây là số khác; hãy quét lại.</translation>
    </message>
    <message>
        <source>the reader does not hand on Vietnamese letters (UTF-8); have it set up.</source>
        <translation>đầu đọc không chuyển đúng chữ tiếng Việt (UTF-8); hãy nhờ cài đặt lại đầu đọc.</translation>
    </message>
    <message>
        <source>too long.</source>
        <translation>quá dài.</translation>
    </message>
    <message>
        <source>this is never empty on a card; scan it again.</source>
        <translation>trên thẻ mục này không bao giờ trống; hãy quét lại.</translation>
    </message>
    <message>
        <source>these are not the digits that belong here; scan it again.</source>
        <translation>không đúng dãy chữ số phải có ở đây; hãy quét lại.</translation>
    </message>
    <message>
        <source>the calendar has no such day; day, month and year stand there as eight digits.</source>
        <translation>không có ngày này trong lịch; ngày, tháng, năm phải viết bằng tám chữ số.</translation>
    </message>
    <message>
        <source>neither Nam nor Nữ stands there.</source>
        <translation>ở đây không phải Nam cũng không phải Nữ.</translation>
    </message>
    <message>
        <source>the reader mangled the letters; have its keyboard set to Vietnamese, or type them.</source>
        <translation>đầu đọc làm hỏng chữ; hãy nhờ đặt bàn phím của đầu đọc sang tiếng Việt, hoặc gõ tay.</translation>
    </message>
    <message>
        <source>an invisible or foreign character stands there.</source>
        <translation>có ký tự ẩn hoặc ký tự lạ.</translation>
    </message>
    <message>
        <source>the reader dropped the marks of the letters; have it set up, or type them.</source>
        <translation>đầu đọc bỏ mất dấu tiếng Việt; hãy nhờ cài đặt lại đầu đọc, hoặc gõ tay.</translation>
    </message>
    <message>
        <source>The payment code is empty.</source>
        <translation>Mã thanh toán trống.</translation>
    </message>
    <message>
        <source>The payment code is longer than 512 characters.</source>
        <translation>Mã thanh toán dài quá 512 ký tự.</translation>
    </message>
    <message>
        <source>A character stands there that no payment code may have; write without marks.</source>
        <translation>Có ký tự mà mã thanh toán không được có; hãy viết không dấu.</translation>
    </message>
    <message>
        <source>A tag of two digits must stand there.</source>
        <translation>Ở đây phải là mã trường gồm hai chữ số.</translation>
    </message>
    <message>
        <source>A length of two digits, 01 or more, must stand there.</source>
        <translation>Ở đây phải là độ dài gồm hai chữ số, từ 01 trở lên.</translation>
    </message>
    <message>
        <source>A length is given that is more than what follows.</source>
        <translation>Độ dài ghi ở đây lớn hơn phần còn lại.</translation>
    </message>
    <message>
        <source>The lengths of the parts do not fit the length of the whole.</source>
        <translation>Độ dài các phần không khớp với độ dài của toàn bộ mã hoặc của trường chứa chúng.</translation>
    </message>
    <message>
        <source>A tag stands there twice.</source>
        <translation>Một trường bị ghi hai lần.</translation>
    </message>
    <message>
        <source>Tag 00 must be the first and tag 63 the last.</source>
        <translation>Trường 00 phải đứng đầu và trường 63 phải đứng cuối.</translation>
    </message>
    <message>
        <source>Something stands behind the checksum.</source>
        <translation>Còn ký tự thừa sau mã kiểm tra.</translation>
    </message>
    <message>
        <source>Something is missing that every payment code has.</source>
        <translation>Thiếu một trường mà mã thanh toán nào cũng phải có.</translation>
    </message>
    <message>
        <source>The checksum is not four digits or capital letters A to F.</source>
        <translation>Mã kiểm tra không phải bốn chữ số hoặc chữ hoa từ A đến F.</translation>
    </message>
    <message>
        <source>The checksum does not fit: a character was changed or is missing.</source>
        <translation>Mã kiểm tra không khớp: có ký tự bị đổi hoặc bị thiếu.</translation>
    </message>
    <message>
        <source>What stands there is not what the standard allows.</source>
        <translation>Nội dung ở đây không đúng với tiêu chuẩn.</translation>
    </message>
    <message>
        <source>What stands there is too long.</source>
        <translation>Nội dung ở đây quá dài.</translation>
    </message>
    <message>
        <source>The currency is not VND.</source>
        <translation>Loại tiền không phải là đồng Việt Nam.</translation>
    </message>
    <message>
        <source>The amount must be a whole number from 1, of at most 13 digits.</source>
        <translation>Số tiền phải là số nguyên từ 1 trở lên, nhiều nhất 13 chữ số.</translation>
    </message>
    <message>
        <source>number of the bank</source>
        <translation>mã ngân hàng</translation>
    </message>
    <message>
        <source>account or card</source>
        <translation>số tài khoản hoặc số thẻ</translation>
    </message>
    <message>
        <source>way of the transfer</source>
        <translation>hình thức chuyển tiền</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>loại tiền</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>số tiền</translation>
    </message>
    <message>
        <source>bill number</source>
        <translation>số hoá đơn</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>nội dung chuyển tiền</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>mã kiểm tra</translation>
    </message>
    <message>
        <source>The personal number is missing.</source>
        <translation>Thiếu số định danh cá nhân.</translation>
    </message>
    <message>
        <source>A personal number has only digits.</source>
        <translation>Số định danh cá nhân chỉ gồm chữ số.</translation>
    </message>
    <message>
        <source>A personal number has twelve digits; nine are the number of an old identity card.</source>
        <translation>Số định danh cá nhân gồm mười hai chữ số; chín chữ số là số chứng minh nhân dân cũ.</translation>
    </message>
    <message>
        <source>The personal number says another sex than is stated.</source>
        <translation>Số định danh cho biết giới tính khác với giới tính đã ghi.</translation>
    </message>
    <message>
        <source>The personal number says another year of birth than is stated.</source>
        <translation>Số định danh cho biết năm sinh khác với năm sinh đã ghi.</translation>
    </message>
    <message>
        <source>The personal number says a year of birth that has not come yet.</source>
        <translation>Số định danh cho biết một năm sinh chưa đến.</translation>
    </message>
    <message>
        <source>No province ever had the first three digits of this personal number; they may stand for a place abroad.</source>
        <translation>Chưa tỉnh, thành phố nào có ba chữ số đầu của số định danh này; đó có thể là nơi ở nước ngoài.</translation>
    </message>
    <message>
        <source>The fourth digit of this personal number has no meaning yet.</source>
        <translation>Chữ số thứ tư của số định danh này chưa có ý nghĩa.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Thiếu họ tên.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Họ tên có nhiều nhất %1 ký tự.</translation>
    </message>
    <message>
        <source>Something stands there that no name has, for example a digit or a bracket.</source>
        <translation>Có ký tự không thể có trong họ tên, ví dụ chữ số hoặc dấu ngoặc.</translation>
    </message>
    <message>
        <source>Character %1 looks like Đ but is a foreign letter; type Đ.</source>
        <translation>Ký tự thứ %1 trông giống chữ Đ nhưng là chữ nước ngoài; hãy gõ lại chữ Đ.</translation>
    </message>
    <message>
        <source>Character %1 is a digit.</source>
        <translation>Ký tự thứ %1 là chữ số.</translation>
    </message>
    <message>
        <source>Character %1 is a letter of another alphabet; type it again.</source>
        <translation>Ký tự thứ %1 thuộc bảng chữ khác; hãy gõ lại.</translation>
    </message>
    <message>
        <source>Character %1 is invisible; delete it.</source>
        <translation>Ký tự thứ %1 là ký tự ẩn; hãy xoá đi.</translation>
    </message>
    <message>
        <source>Character %1 is a full-width letter; type it again.</source>
        <translation>Ký tự thứ %1 là chữ rộng gấp đôi; hãy gõ lại.</translation>
    </message>
    <message>
        <source>No words of a number stand there.</source>
        <translation>Chưa có số bằng chữ.</translation>
    </message>
    <message>
        <source>Word %1 is no word of a number.</source>
        <translation>Từ thứ %1 không phải từ chỉ số.</translation>
    </message>
    <message>
        <source>Word %1 cannot stand at this place of a number.</source>
        <translation>Từ thứ %1 không thể đứng ở vị trí này trong số.</translation>
    </message>
    <message>
        <source>The number is not finished after word %1.</source>
        <translation>Số chưa viết hết sau từ thứ %1.</translation>
    </message>
    <message>
        <source>The number is too large.</source>
        <translation>Số quá lớn.</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>trường %1</translation>
    </message>
    <message>
        <source>character %1</source>
        <translation>ký tự thứ %1</translation>
    </message>
    <message>
        <source>Place: %1.</source>
        <translation>Vị trí: %1.</translation>
    </message>
    <message>
        <source>%1 is day %2 of the leap lunar month %3, %4.</source>
        <translation>Ngày %1 là ngày %2 tháng %3 nhuận năm %4 âm lịch.</translation>
    </message>
    <message>
        <source>%1 is day %2 of lunar month %3, %4.</source>
        <translation>Ngày %1 là ngày %2 tháng %3 năm %4 âm lịch.</translation>
    </message>
    <message>
        <source>The lunar calendar is known for the years from %1 to %2; give a day in them.</source>
        <translation>Âm lịch chỉ tính được cho các năm từ %1 đến %2; hãy cho một ngày trong khoảng này.</translation>
    </message>
    <message>
        <source>Nothing is typed yet. Type the lines of the document, or scan them.</source>
        <translation>Chưa nhập gì. Gõ các dòng mã của giấy tờ, hoặc quét.</translation>
    </message>
    <message>
        <source>This is longer than the lines of any document.</source>
        <translation>Dài hơn dòng mã của mọi loại giấy tờ.</translation>
    </message>
    <message>
        <source>These are not the lines of a passport (2 lines of 44 signs), a small document (2 of 36) or a card (3 of 30). Count the arrows, and leave a space between the lines.</source>
        <translation>Đây không phải dòng mã của hộ chiếu (2 dòng, mỗi dòng 44 ký tự), giấy tờ khổ nhỏ (2 dòng 36) hay thẻ (3 dòng 30). Đếm lại các dấu &lt;, và để một dấu cách giữa hai dòng.</translation>
    </message>
    <message>
        <source>In these lines stand only the letters A to Z, digits and arrows (&lt;).</source>
        <translation>Trong các dòng này chỉ có chữ A đến Z, chữ số và dấu &lt;.</translation>
    </message>
    <message>
        <source>A document of this kind does not say who somebody is.</source>
        <translation>Giấy tờ loại này không cho biết nhân thân.</translation>
    </message>
    <message>
        <source>The number of the document is missing.</source>
        <translation>Thiếu số giấy tờ.</translation>
    </message>
    <message>
        <source>There is no such date.</source>
        <translation>Không có ngày này.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>số giấy tờ</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>ngày sinh</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>ngày hết hạn</translation>
    </message>
    <message>
        <source>personal number</source>
        <translation>số định danh</translation>
    </message>
    <message>
        <source>the lines as a whole</source>
        <translation>cả các dòng mã</translation>
    </message>
    <message>
        <source>Place: line %1.</source>
        <translation>Vị trí: dòng %1.</translation>
    </message>
    <message>
        <source>Place: line %1, sign %2.</source>
        <translation>Vị trí: dòng %1, ký tự %2.</translation>
    </message>
    <message>
        <source>A sign is wrong here: %1. Nothing was taken. Compare it with the document and type it again.</source>
        <translation>Có ký tự sai ở: %1. Chưa lấy gì vào hồ sơ. Đối chiếu với giấy tờ rồi gõ lại.</translation>
    </message>
</context>
<context>
    <name>RemarkWords</name>
    <message>
        <source>The visit ended without anything being done.</source>
        <translation>Lượt kết thúc mà chưa làm gì.</translation>
    </message>
    <message>
        <source>The visit should have ended otherwise.</source>
        <translation>Lượt này lẽ ra phải kết thúc khác.</translation>
    </message>
    <message>
        <source>Filed for another procedure: %1.</source>
        <translation>Nhận theo thủ tục khác: %1.</translation>
    </message>
    <message>
        <source>Counted as met: %1.</source>
        <translation>Đã ghi là đạt: %1.</translation>
    </message>
    <message>
        <source>Not asked for, although one instruction names everything: %1.</source>
        <translation>Chưa yêu cầu, trong khi phải hướng dẫn một lần cho đủ: %1.</translation>
    </message>
    <message>
        <source>Asked for, although it lay on the desk: %1.</source>
        <translation>Yêu cầu bổ sung trong khi khách đã mang theo: %1.</translation>
    </message>
    <message>
        <source>Taken as proof, although it proves nobody any more: the paper with the number %1.</source>
        <translation>Dùng để chứng minh nhân thân dù không còn giá trị: giấy tờ số %1.</translation>
    </message>
    <message>
        <source>The name was written &quot;%1&quot;. On the paper it is &quot;%2&quot;.</source>
        <translation>Họ tên ghi là &quot;%1&quot;. Trên giấy tờ là &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Answered otherwise than was told: %1.</source>
        <translation>Ghi khác với lời khách: %1.</translation>
    </message>
    <message>
        <source>The charge came to %1.</source>
        <translation>Phí, lệ phí tính là %1.</translation>
    </message>
    <message>
        <source>A day was promised for %1, and no slip says so.</source>
        <translation>Đã hẹn ngày trả cho %1 mà chưa có giấy hẹn.</translation>
    </message>
    <message>
        <source>%1 has a priority, stood before this ticket and still waits.</source>
        <translation>%1 được ưu tiên, đứng trước vé này mà vẫn còn chờ.</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>Thẻ căn cước %1</translation>
    </message>
    <message>
        <source>Card %1, valid until %2</source>
        <translation>Thẻ căn cước %1, có giá trị đến %2</translation>
    </message>
    <message>
        <source>Old card of 9 digits, %1</source>
        <translation>CMND 9 số, %1</translation>
    </message>
    <message>
        <source>Passport %1</source>
        <translation>Hộ chiếu %1</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>sinh %1</translation>
    </message>
    <message>
        <source>PRACTICE · %1 · WHO IS HERE</source>
        <translation>TẬP HUẤN · %1 · AI ĐANG Ở ĐÂY</translation>
    </message>
    <message>
        <source>SAYS</source>
        <translation>NÓI</translation>
    </message>
    <message>
        <source>ON THE DESK</source>
        <translation>MANG THEO</translation>
    </message>
</context>
<context>
    <name>ScanSentence</name>
    <message>
        <source>No paper lies in the feeder.</source>
        <translation>Không có giấy trong khay nạp.</translation>
    </message>
    <message>
        <source>Lay the stack in until it is felt, then scan again.</source>
        <translation>Đặt xấp giấy vào đến khi chạm cữ, rồi quét lại.</translation>
    </message>
    <message>
        <source>Paper is jammed in the scanner.</source>
        <translation>Giấy bị kẹt trong máy quét.</translation>
    </message>
    <message>
        <source>Open the scanner, take the sheet out, and scan again from that sheet on.</source>
        <translation>Mở máy quét, gỡ tờ giấy bị kẹt ra, rồi quét tiếp từ tờ đó.</translation>
    </message>
    <message>
        <source>The scanner drew in two sheets at once.</source>
        <translation>Máy quét kéo vào hai tờ cùng lúc.</translation>
    </message>
    <message>
        <source>Part the sheets, look for staples, and scan again from the upper one on.</source>
        <translation>Tách các tờ ra, kiểm tra ghim, rồi quét tiếp từ tờ nằm trên.</translation>
    </message>
    <message>
        <source>The cover of the scanner is open.</source>
        <translation>Nắp máy quét đang mở.</translation>
    </message>
    <message>
        <source>Close it until it clicks, then scan again.</source>
        <translation>Đóng nắp đến khi nghe tiếng khớp, rồi quét lại.</translation>
    </message>
    <message>
        <source>The scanner is in use by another program, or is still warming up.</source>
        <translation>Máy quét đang được chương trình khác dùng, hoặc còn đang khởi động.</translation>
    </message>
    <message>
        <source>Wait a moment, close the other program, then scan again.</source>
        <translation>Chờ một lát, đóng chương trình kia, rồi quét lại.</translation>
    </message>
    <message>
        <source>The scanner is not there.</source>
        <translation>Không tìm thấy máy quét.</translation>
    </message>
    <message>
        <source>Look whether it is switched on and its cable is in, then scan again.</source>
        <translation>Kiểm tra máy đã bật và dây đã cắm, rồi quét lại.</translation>
    </message>
    <message>
        <source>This account may not use the scanner.</source>
        <translation>Tài khoản này không được dùng máy quét.</translation>
    </message>
    <message>
        <source>Have the IT person add this account to the group scanner, then sign in to the computer anew.</source>
        <translation>Nhờ cán bộ CNTT thêm tài khoản này vào nhóm scanner, rồi đăng nhập lại máy tính.</translation>
    </message>
    <message>
        <source>The scanner cannot do what the profile asks.</source>
        <translation>Máy quét không làm được theo cấu hình quét đã chọn.</translation>
    </message>
    <message>
        <source>Choose another profile, or another scanner.</source>
        <translation>Chọn cấu hình quét khác, hoặc máy quét khác.</translation>
    </message>
    <message>
        <source>The scanner tells of a fault, or went away while it scanned.</source>
        <translation>Máy quét báo lỗi, hoặc mất kết nối khi đang quét.</translation>
    </message>
    <message>
        <source>Look at its display and its cable, switch it off and on, then scan again.</source>
        <translation>Xem màn hình và dây cáp của máy, tắt rồi bật lại, sau đó quét lại.</translation>
    </message>
    <message>
        <source>The scanner did not answer for too long, and was let go.</source>
        <translation>Máy quét không trả lời quá lâu, nên chương trình đã ngắt.</translation>
    </message>
    <message>
        <source>Switch it off and on, then scan again.</source>
        <translation>Tắt rồi bật lại máy quét, sau đó quét lại.</translation>
    </message>
    <message>
        <source>The driver of the scanner broke; the program itself goes on.</source>
        <translation>Trình điều khiển máy quét bị hỏng; chương trình vẫn chạy bình thường.</translation>
    </message>
    <message>
        <source>Scan again; if it stays so, have the IT person look at the driver.</source>
        <translation>Quét lại; nếu vẫn vậy, nhờ cán bộ CNTT kiểm tra trình điều khiển.</translation>
    </message>
    <message>
        <source>What speaks to scanners is not installed.</source>
        <translation>Chưa cài phần mềm giao tiếp với máy quét.</translation>
    </message>
    <message>
        <source>Have the IT person install the packages libsane1 and motcua again.</source>
        <translation>Nhờ cán bộ CNTT cài lại gói libsane1 và motcua.</translation>
    </message>
    <message>
        <source>Scanning was stopped.</source>
        <translation>Việc quét đã dừng.</translation>
    </message>
    <message>
        <source>Scan again when you like, from the sheet on that is in the scanner.</source>
        <translation>Khi cần thì quét lại, bắt đầu từ tờ còn trong máy.</translation>
    </message>
    <message>
        <source>A page has more picture points than can be taken.</source>
        <translation>Một trang có quá nhiều điểm ảnh, không nhận được.</translation>
    </message>
    <message>
        <source>Choose a profile with a smaller page or a lower resolution.</source>
        <translation>Chọn cấu hình quét có khổ giấy nhỏ hơn hoặc độ phân giải thấp hơn.</translation>
    </message>
    <message>
        <source>The stack has more than 999 pages.</source>
        <translation>Xấp giấy có hơn 999 trang.</translation>
    </message>
    <message>
        <source>Scan what is left as a stack of its own.</source>
        <translation>Quét phần còn lại thành một xấp riêng.</translation>
    </message>
    <message>
        <source>Nothing was scanned.</source>
        <translation>Chưa quét được trang nào.</translation>
    </message>
    <message>
        <source>Pages that came before: %1. They are kept.</source>
        <translation>Số trang đã quét trước đó: %1. Các trang này được giữ lại.</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>Nothing was lost.</source>
        <translation>Không mất gì.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Nothing was recorded; what you typed is still there.</source>
        <translation>Chưa ghi vào sổ; những gì đã nhập còn nguyên.</translation>
    </message>
    <message>
        <source>The dossier is saved.</source>
        <translation>Hồ sơ đã lưu đủ.</translation>
    </message>
    <message>
        <source>All that was recorded before is still there.</source>
        <translation>Những gì đã ghi trước đó còn nguyên.</translation>
    </message>
    <message>
        <source>It was not taken over, so your data are as they were.</source>
        <translation>Tệp này không được nhận vào, dữ liệu vẫn như cũ.</translation>
    </message>
    <message>
        <source>The catalogue used until now stays in force.</source>
        <translation>Danh mục đang dùng vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Ask the IT person to look at this computer.</source>
        <translation>Nhờ cán bộ CNTT xem máy này.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, call the IT person.</source>
        <translation>Thử lại; nếu vẫn vậy, gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>Stop working at this desk and have the IT person run &quot;motcua-ctl doctor&quot;.</source>
        <translation>Tạm dừng quầy này và nhờ cán bộ CNTT chạy &quot;motcua-ctl doctor&quot;.</translation>
    </message>
    <message>
        <source>Have the program on this computer updated.</source>
        <translation>Nhờ cập nhật chương trình trên máy này.</translation>
    </message>
    <message>
        <source>Type it again; mind Caps Lock.</source>
        <translation>Nhập lại; xem phím Caps Lock.</translation>
    </message>
    <message>
        <source>Have the IT person free some space, then do it once more.</source>
        <translation>Nhờ cán bộ CNTT giải phóng ổ đĩa, rồi làm lại.</translation>
    </message>
    <message>
        <source>Ask for a mended catalogue package.</source>
        <translation>Xin gói danh mục đã sửa.</translation>
    </message>
    <message>
        <source>Look at the printer, then print again with Ctrl+P.</source>
        <translation>Kiểm tra máy in, rồi in lại bằng Ctrl+P.</translation>
    </message>
    <message>
        <source>Something that was entered cannot stand like this.</source>
        <translation>Có chỗ đã nhập chưa dùng được.</translation>
    </message>
    <message>
        <source>Go through what is still to do with Ctrl+E.</source>
        <translation>Bấm Ctrl+E để đi qua từng việc còn lại.</translation>
    </message>
    <message>
        <source>What you looked for is not on this computer.</source>
        <translation>Không có trên máy này thứ đang tìm.</translation>
    </message>
    <message>
        <source>Check how it is written, or search with F2.</source>
        <translation>Xem lại cách viết, hoặc tìm bằng F2.</translation>
    </message>
    <message>
        <source>Your role does not include this.</source>
        <translation>Vai trò của anh/chị không có quyền này.</translation>
    </message>
    <message>
        <source>Somebody changed this at the same time, so your step no longer fits.</source>
        <translation>Có người vừa sửa cùng lúc nên bước này không còn khớp.</translation>
    </message>
    <message>
        <source>Look at how it stands now, then decide again.</source>
        <translation>Xem tình trạng hiện tại rồi quyết định lại.</translation>
    </message>
    <message>
        <source>The work was stopped before it was done.</source>
        <translation>Việc đã dừng trước khi xong.</translation>
    </message>
    <message>
        <source>Start it again when you like.</source>
        <translation>Khi cần thì bắt đầu lại.</translation>
    </message>
    <message>
        <source>The data were closed while this was waiting.</source>
        <translation>Dữ liệu đã đóng trong lúc việc này đang chờ.</translation>
    </message>
    <message>
        <source>Sign in again and do it once more.</source>
        <translation>Đăng nhập lại rồi làm lại.</translation>
    </message>
    <message>
        <source>The program met something it did not expect.</source>
        <translation>Chương trình gặp điều không lường trước.</translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation>Không đọc được một tệp.</translation>
    </message>
    <message>
        <source>A file could not be written.</source>
        <translation>Không ghi được một tệp.</translation>
    </message>
    <message>
        <source>The file ends too early: a part of it is missing.</source>
        <translation>Tệp bị cụt, thiếu một phần.</translation>
    </message>
    <message>
        <source>Copy it again from where it came.</source>
        <translation>Chép lại tệp từ nơi đã lấy.</translation>
    </message>
    <message>
        <source>The file was written by a newer version of the program.</source>
        <translation>Tệp do phiên bản mới hơn của chương trình ghi.</translation>
    </message>
    <message>
        <source>The disk is full, so this could not be saved.</source>
        <translation>Ổ đĩa đầy nên chưa lưu được.</translation>
    </message>
    <message>
        <source>There are no data of the centre at this place.</source>
        <translation>Ở chỗ này không có dữ liệu của trung tâm.</translation>
    </message>
    <message>
        <source>Check that the right disk is connected, or set up a new desk with &quot;motcua --new&quot;.</source>
        <translation>Xem đã nối đúng ổ đĩa chưa, hoặc lập quầy mới bằng &quot;motcua --new&quot;.</translation>
    </message>
    <message>
        <source>There already are data of a centre at this place.</source>
        <translation>Ở chỗ này đã có dữ liệu của một trung tâm.</translation>
    </message>
    <message>
        <source>Sign in to them, or choose another place for the new ones.</source>
        <translation>Đăng nhập vào dữ liệu đó, hoặc chọn chỗ khác cho dữ liệu mới.</translation>
    </message>
    <message>
        <source>The data would not be encrypted here, so the program does not open them.</source>
        <translation>Dữ liệu ở đây sẽ không được mã hoá nên chương trình không mở.</translation>
    </message>
    <message>
        <source>Have the program installed again from its package.</source>
        <translation>Nhờ cài lại chương trình từ gói chính thức.</translation>
    </message>
    <message>
        <source>The key does not open these data.</source>
        <translation>Khoá này không mở được dữ liệu.</translation>
    </message>
    <message>
        <source>Check that the file of keys belongs to them, or restore both from one back-up.</source>
        <translation>Xem tệp khoá có đúng của dữ liệu này không, hoặc phục hồi cả hai từ một bản sao lưu.</translation>
    </message>
    <message>
        <source>A part of the data on the disk is damaged.</source>
        <translation>Một phần dữ liệu trên ổ đĩa bị hỏng.</translation>
    </message>
    <message>
        <source>A newer version of the program has already worked with these data.</source>
        <translation>Phiên bản mới hơn đã làm việc với dữ liệu này.</translation>
    </message>
    <message>
        <source>Another program keeps the data busy.</source>
        <translation>Chương trình khác đang giữ dữ liệu.</translation>
    </message>
    <message>
        <source>Wait a moment and do it once more.</source>
        <translation>Chờ một lát rồi làm lại.</translation>
    </message>
    <message>
        <source>The data could not be saved or read.</source>
        <translation>Không lưu hoặc không đọc được dữ liệu.</translation>
    </message>
    <message>
        <source>A paper of this dossier is not on this computer.</source>
        <translation>Một giấy tờ của hồ sơ này không có trên máy này.</translation>
    </message>
    <message>
        <source>Scan the paper again, or fetch it from the desk that received it.</source>
        <translation>Quét lại giấy tờ, hoặc lấy từ quầy đã nhận.</translation>
    </message>
    <message>
        <source>A stored paper of this dossier is damaged and is not shown.</source>
        <translation>Một giấy tờ đã lưu bị hỏng nên không hiện.</translation>
    </message>
    <message>
        <source>Scan the paper again, or restore it from a back-up.</source>
        <translation>Quét lại giấy tờ, hoặc phục hồi từ bản sao lưu.</translation>
    </message>
    <message>
        <source>The back-up is damaged or not complete.</source>
        <translation>Bản sao lưu bị hỏng hoặc thiếu.</translation>
    </message>
    <message>
        <source>Use another back-up and keep this one for the IT person.</source>
        <translation>Dùng bản sao lưu khác, giữ bản này cho cán bộ CNTT.</translation>
    </message>
    <message>
        <source>An entry of the journal is not written as it should be.</source>
        <translation>Một mục nhật ký không viết đúng cách.</translation>
    </message>
    <message>
        <source>The content of an entry is not what its seal says.</source>
        <translation>Nội dung một mục không khớp dấu niêm phong.</translation>
    </message>
    <message>
        <source>The chain of the journal is broken at one place.</source>
        <translation>Chuỗi nhật ký bị đứt ở một chỗ.</translation>
    </message>
    <message>
        <source>Two computers write under the same identity: one of them is a copy of the other&apos;s disk.</source>
        <translation>Hai máy cùng ghi dưới một danh tính: một máy là bản sao ổ đĩa của máy kia.</translation>
    </message>
    <message>
        <source>Training data and real data cannot be mixed.</source>
        <translation>Không trộn được dữ liệu tập huấn với dữ liệu thật.</translation>
    </message>
    <message>
        <source>Choose data of the same kind.</source>
        <translation>Chọn dữ liệu cùng loại.</translation>
    </message>
    <message>
        <source>The signature does not fit the file.</source>
        <translation>Chữ ký không khớp với tệp.</translation>
    </message>
    <message>
        <source>Fetch the file again from its source and do not use this one.</source>
        <translation>Lấy lại tệp từ nguồn, không dùng tệp này.</translation>
    </message>
    <message>
        <source>The name and the password do not belong together.</source>
        <translation>Tên và mật khẩu không khớp nhau.</translation>
    </message>
    <message>
        <source>The PIN is not right.</source>
        <translation>Mã PIN chưa đúng.</translation>
    </message>
    <message>
        <source>Type it again, or sign in with the password.</source>
        <translation>Nhập lại, hoặc đăng nhập bằng mật khẩu.</translation>
    </message>
    <message>
        <source>The recovery key does not match.</source>
        <translation>Khoá phục hồi không khớp.</translation>
    </message>
    <message>
        <source>Compare it with the paper group by group and type it again.</source>
        <translation>So từng nhóm với tờ giấy rồi nhập lại.</translation>
    </message>
    <message>
        <source>After several wrong tries the next one is possible in %1 seconds.</source>
        <translation>Đã thử sai nhiều lần, %1 giây nữa mới thử lại được.</translation>
    </message>
    <message>
        <source>Wait until then, or let another person sign in.</source>
        <translation>Chờ đến lúc đó, hoặc để người khác đăng nhập.</translation>
    </message>
    <message>
        <source>Nobody of this name works at this desk.</source>
        <translation>Không có ai tên này làm việc ở quầy này.</translation>
    </message>
    <message>
        <source>Check how the name is written, or ask the administrator to admit you.</source>
        <translation>Xem lại cách viết tên, hoặc nhờ quản trị thêm anh/chị vào.</translation>
    </message>
    <message>
        <source>This person&apos;s access has been closed.</source>
        <translation>Người dùng này đã bị khoá.</translation>
    </message>
    <message>
        <source>Ask the administrator whether it should be opened again.</source>
        <translation>Hỏi quản trị xem có mở lại không.</translation>
    </message>
    <message>
        <source>The PIN needs a sign-in by password at this computer today.</source>
        <translation>PIN chỉ dùng khi hôm nay đã đăng nhập bằng mật khẩu ở máy này.</translation>
    </message>
    <message>
        <source>Sign in with the password.</source>
        <translation>Hãy đăng nhập bằng mật khẩu.</translation>
    </message>
    <message>
        <source>The new password is too short.</source>
        <translation>Mật khẩu mới quá ngắn.</translation>
    </message>
    <message>
        <source>Choose at least 10 characters; a few words are easy to remember.</source>
        <translation>Chọn ít nhất 10 ký tự; vài từ ghép lại thì dễ nhớ.</translation>
    </message>
    <message>
        <source>The file of keys beside the data is damaged, and so is its copy.</source>
        <translation>Tệp khoá cạnh dữ liệu bị hỏng, bản sao của nó cũng hỏng.</translation>
    </message>
    <message>
        <source>The dossiers are still there but cannot be opened without it.</source>
        <translation>Hồ sơ vẫn còn nhưng không mở được nếu thiếu tệp này.</translation>
    </message>
    <message>
        <source>Have the IT person restore the file of keys from a back-up.</source>
        <translation>Nhờ cán bộ CNTT phục hồi tệp khoá từ bản sao lưu.</translation>
    </message>
    <message>
        <source>The catalogue cannot be read at %1.</source>
        <translation>Không đọc được danh mục ở chỗ %1.</translation>
    </message>
    <message>
        <source>The catalogue contradicts its own rules at %1.</source>
        <translation>Danh mục trái với quy tắc của nó ở chỗ %1.</translation>
    </message>
    <message>
        <source>No edition of this procedure is in force on that day.</source>
        <translation>Không có phiên bản nào của thủ tục này có hiệu lực ngày đó.</translation>
    </message>
    <message>
        <source>Choose another procedure, or ask for the catalogue that contains it.</source>
        <translation>Chọn thủ tục khác, hoặc xin danh mục có thủ tục này.</translation>
    </message>
    <message>
        <source>The working calendar does not reach to the promised day.</source>
        <translation>Lịch làm việc chưa có đến ngày hẹn trả.</translation>
    </message>
    <message>
        <source>Ask for a catalogue with the calendar of that year.</source>
        <translation>Xin danh mục có lịch của năm đó.</translation>
    </message>
    <message>
        <source>This desk has used all its dossier numbers of the day.</source>
        <translation>Quầy này đã dùng hết số hồ sơ trong ngày.</translation>
    </message>
    <message>
        <source>Receive the dossier at another desk, or ask the administrator for a wider range.</source>
        <translation>Nhận hồ sơ ở quầy khác, hoặc nhờ quản trị mở thêm dải số.</translation>
    </message>
    <message>
        <source>These numbers already belong to another desk.</source>
        <translation>Dải số này đã thuộc quầy khác.</translation>
    </message>
    <message>
        <source>Choose another desk number.</source>
        <translation>Chọn số quầy khác.</translation>
    </message>
    <message>
        <source>The clock of this computer is behind the last entry.</source>
        <translation>Đồng hồ máy này chậm hơn mục ghi cuối cùng.</translation>
    </message>
    <message>
        <source>The sheet could not be drawn.</source>
        <translation>Không dựng được tờ giấy.</translation>
    </message>
    <message>
        <source>No printer was found.</source>
        <translation>Không thấy máy in nào.</translation>
    </message>
    <message>
        <source>Switch the printer on, then print again with Ctrl+P.</source>
        <translation>Bật máy in, rồi in lại bằng Ctrl+P.</translation>
    </message>
    <message>
        <source>The sheet was not printed.</source>
        <translation>Tờ giấy chưa in được.</translation>
    </message>
    <message>
        <source>Ask a supervisor to do it.</source>
        <translation>Nhờ trưởng ca làm việc này.</translation>
    </message>
    <message>
        <source>Have the clock put right; until then no dossier can be received here.</source>
        <translation>Nhờ chỉnh lại đồng hồ; đến lúc đó máy này chưa tiếp nhận hồ sơ được.</translation>
    </message>
    <message>
        <source>What can still be read of it can be saved.</source>
        <translation>Phần còn đọc được vẫn cứu lại được.</translation>
    </message>
    <message>
        <source>Both keep what they have and can be read, but nothing more is recorded.</source>
        <translation>Dữ liệu ở cả hai máy vẫn còn và vẫn xem được, nhưng không ghi thêm được nữa.</translation>
    </message>
    <message>
        <source>This desk has no unit and no number yet, so it cannot receive dossiers.</source>
        <translation>Quầy này chưa khai báo đơn vị và số quầy nên chưa tiếp nhận hồ sơ được.</translation>
    </message>
    <message>
        <source>Have the administrator run &quot;motcua-ctl unit configure&quot;.</source>
        <translation>Nhờ quản trị chạy &quot;motcua-ctl unit configure&quot;.</translation>
    </message>
    <message>
        <source>This was done for the dossier once already, and the law allows it only once.</source>
        <translation>Hồ sơ này đã được làm việc này một lần; luật chỉ cho một lần.</translation>
    </message>
    <message>
        <source>Look at the history of the dossier.</source>
        <translation>Xem lịch sử hồ sơ.</translation>
    </message>
    <message>
        <source>The time in which this is possible is over.</source>
        <translation>Đã quá thời hạn được làm việc này.</translation>
    </message>
    <message>
        <source>Look at the dates of the dossier, and ask a supervisor how to go on.</source>
        <translation>Xem các mốc thời gian của hồ sơ và hỏi trưởng ca cách làm tiếp.</translation>
    </message>
    <message>
        <source>The new return date is missing, is not later than the one before, or does not belong here.</source>
        <translation>Thiếu ngày hẹn trả mới, ngày mới không sau ngày cũ, hoặc bước này không đổi ngày hẹn.</translation>
    </message>
    <message>
        <source>Put the date right, then do it once more.</source>
        <translation>Sửa ngày rồi làm lại.</translation>
    </message>
    <message>
        <source>A second person has to answer for this.</source>
        <translation>Việc này cần người thứ hai chịu trách nhiệm.</translation>
    </message>
    <message>
        <source>Call the supervisor to your desk.</source>
        <translation>Mời trưởng ca đến quầy.</translation>
    </message>
    <message>
        <source>It does not say yet what the citizen is asked to bring.</source>
        <translation>Chưa nêu công dân phải bổ sung những gì.</translation>
    </message>
    <message>
        <source>List everything that is missing at once, each with its reason.</source>
        <translation>Nêu đủ một lần mọi thứ còn thiếu, mỗi thứ kèm lý do.</translation>
    </message>
    <message>
        <source>Something that must be seen to first has not been confirmed.</source>
        <translation>Còn việc phải làm trước chưa được xác nhận.</translation>
    </message>
    <message>
        <source>A rule speaks against this, but does not forbid it.</source>
        <translation>Có quy định khuyên không nên làm, nhưng không cấm.</translation>
    </message>
    <message>
        <source>Write down the reason to go on, or leave it with Esc.</source>
        <translation>Ghi lý do để làm tiếp, hoặc bấm Esc để thôi.</translation>
    </message>
    <message>
        <source>These are the data of a centre that works, and the program is in training, with invented prices.</source>
        <translation>Đây là dữ liệu của một trung tâm đang hoạt động, còn chương trình đang ở chế độ tập huấn với giá tiền giả định.</translation>
    </message>
    <message>
        <source>Start it without &quot;--training&quot;, or train without &quot;--store&quot;.</source>
        <translation>Hãy khởi động không có &quot;--training&quot;, hoặc tập huấn không có &quot;--store&quot;.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Chưa ghi vào sổ.</translation>
    </message>
    <message>
        <source>Put it right, then run the command again; &quot;motcua-ctl help&quot; shows what it takes.</source>
        <translation>Hãy sửa lại rồi chạy lại lệnh; &quot;motcua-ctl help&quot; cho biết lệnh cần những gì.</translation>
    </message>
    <message>
        <source>Check how it is written, then run the command again.</source>
        <translation>Hãy kiểm tra cách viết rồi chạy lại lệnh.</translation>
    </message>
    <message>
        <source>See to it first, then run the command again.</source>
        <translation>Hãy thực hiện việc đó trước rồi chạy lại lệnh.</translation>
    </message>
    <message>
        <source>Give the reason to go on, or leave it.</source>
        <translation>Hãy nêu lý do để tiếp tục, hoặc thôi không làm.</translation>
    </message>
    <message>
        <source>Switch the printer on, then print again.</source>
        <translation>Hãy bật máy in rồi in lại.</translation>
    </message>
    <message>
        <source>Look at the printer, then print again.</source>
        <translation>Hãy xem máy in rồi in lại.</translation>
    </message>
    <message>
        <source>Ticket %1 has just been taken by another desk, or its turn is over.</source>
        <translation>Số %1 vừa được quầy khác gọi, hoặc lượt đã kết thúc.</translation>
    </message>
    <message>
        <source>Call the next ticket.</source>
        <translation>Gọi số kế tiếp.</translation>
    </message>
    <message>
        <source>Ticket %1 is still at this desk.</source>
        <translation>Số %1 vẫn đang ở quầy này.</translation>
    </message>
    <message>
        <source>Finish it or put it on hold, then call another one.</source>
        <translation>Kết thúc hoặc tạm giữ số đó rồi gọi số khác.</translation>
    </message>
    <message>
        <source>Nobody is waiting for this desk.</source>
        <translation>Không có ai đang chờ quầy này.</translation>
    </message>
    <message>
        <source>Wait for the next ticket, or serve somebody without one.</source>
        <translation>Chờ số kế tiếp, hoặc phục vụ không số.</translation>
    </message>
    <message>
        <source>The file is larger than what is taken in here.</source>
        <translation>Tệp lớn hơn mức được nhận ở đây.</translation>
    </message>
    <message>
        <source>Have it made smaller, or split, and take it in again.</source>
        <translation>Nhờ giảm dung lượng hoặc tách tệp rồi lấy lại.</translation>
    </message>
    <message>
        <source>The file is of a kind that is not taken in here.</source>
        <translation>Tệp thuộc loại không nhận ở đây.</translation>
    </message>
    <message>
        <source>Ask for it as PDF or as a photograph.</source>
        <translation>Đề nghị đưa bản PDF hoặc ảnh chụp.</translation>
    </message>
    <message>
        <source>The other side answered with something that cannot be.</source>
        <translation>Bên kia trả lời điều không thể có.</translation>
    </message>
    <message>
        <source>Go on working; the IT person should look at the gateway.</source>
        <translation>Anh/chị cứ làm tiếp; báo CNTT xem lại máy cổng.</translation>
    </message>
    <message>
        <source>The other side speaks a newer language than this program.</source>
        <translation>Bên kia dùng phiên bản trao đổi mới hơn phần mềm này.</translation>
    </message>
    <message>
        <source>Nothing was lost; what waits is sent as soon as both understand each other.</source>
        <translation>Không mất gì; những gì đang chờ sẽ được gửi ngay khi hai bên hiểu nhau.</translation>
    </message>
    <message>
        <source>Nothing was lost; what is waiting to be sent stays here.</source>
        <translation>Không mất gì; những gì đang chờ gửi vẫn còn ở đây.</translation>
    </message>
    <message>
        <source>Go on working: it is tried again by itself.</source>
        <translation>Cứ tiếp tục làm việc: máy sẽ tự gửi lại.</translation>
    </message>
    <message>
        <source>Go on working; if it lasts, ask the IT person to look at the network.</source>
        <translation>Cứ tiếp tục làm việc; nếu kéo dài, nhờ cán bộ CNTT xem lại mạng.</translation>
    </message>
    <message>
        <source>Ask the IT person to look at the proxy settings of this computer.</source>
        <translation>Nhờ cán bộ CNTT xem lại cài đặt proxy của máy này.</translation>
    </message>
    <message>
        <source>Go on working, and have the IT person tell whoever runs the server.</source>
        <translation>Cứ tiếp tục làm việc, và nhờ cán bộ CNTT báo cho đơn vị vận hành máy chủ.</translation>
    </message>
    <message>
        <source>Have the IT person fetch a new certificate for this desk.</source>
        <translation>Nhờ cán bộ CNTT cấp chứng thư số mới cho quầy này.</translation>
    </message>
    <message>
        <source>Have the clock of this computer put right; it is tried again by itself.</source>
        <translation>Nhờ chỉnh lại đồng hồ của máy này; sau đó máy sẽ tự gửi lại.</translation>
    </message>
    <message>
        <source>Nothing was sent to it; what is waiting stays here.</source>
        <translation>Chưa gửi gì tới đó; những gì đang chờ vẫn còn ở đây.</translation>
    </message>
    <message>
        <source>It was not taken over; what is waiting to be sent stays here.</source>
        <translation>Chưa nhận vào; những gì đang chờ gửi vẫn còn ở đây.</translation>
    </message>
    <message>
        <source>Have the IT person check the address of the server in the settings.</source>
        <translation>Nhờ cán bộ CNTT kiểm tra địa chỉ máy chủ trong cài đặt.</translation>
    </message>
    <message>
        <source>There is no network, or no way from it to the server.</source>
        <translation>Không có mạng, hoặc từ mạng này không tới được máy chủ.</translation>
    </message>
    <message>
        <source>The network does not know the name of the server.</source>
        <translation>Mạng không biết tên của máy chủ.</translation>
    </message>
    <message>
        <source>The server is there, but nothing answers on it at present.</source>
        <translation>Có máy chủ, nhưng lúc này không có gì trả lời ở đó.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Máy chủ không trả lời kịp.</translation>
    </message>
    <message>
        <source>The connection was lost before the server answered.</source>
        <translation>Mất kết nối trước khi máy chủ trả lời.</translation>
    </message>
    <message>
        <source>This network wants somebody to sign in before it lets anything through.</source>
        <translation>Mạng này đòi đăng nhập rồi mới cho kết nối ra ngoài.</translation>
    </message>
    <message>
        <source>Open a browser and sign in to the network, or ask the IT person.</source>
        <translation>Mở trình duyệt và đăng nhập vào mạng, hoặc nhờ cán bộ CNTT.</translation>
    </message>
    <message>
        <source>The proxy of this network is not there, or does not let the connection through.</source>
        <translation>Proxy của mạng này không hoạt động, hoặc không cho kết nối đi qua.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password.</source>
        <translation>Proxy của mạng này đòi tên và mật khẩu.</translation>
    </message>
    <message>
        <source>The server that answered cannot be trusted: its certificate is not from whom it has to be.</source>
        <translation>Không thể tin máy chủ vừa trả lời: chứng thư số của nó không do đúng nơi cấp.</translation>
    </message>
    <message>
        <source>Have the IT person look at it before anything else: somebody may be in between.</source>
        <translation>Nhờ cán bộ CNTT xem ngay: có thể có ai đó chen vào giữa.</translation>
    </message>
    <message>
        <source>The server that answered is another one than was asked.</source>
        <translation>Máy chủ vừa trả lời không phải máy chủ cần hỏi.</translation>
    </message>
    <message>
        <source>The certificate of the server has expired.</source>
        <translation>Chứng thư số của máy chủ đã hết hạn.</translation>
    </message>
    <message>
        <source>The certificate of the server is not valid yet.</source>
        <translation>Chứng thư số của máy chủ chưa đến ngày có hiệu lực.</translation>
    </message>
    <message>
        <source>Compare the clock of this computer; if it is right, have the IT person tell whoever runs the server.</source>
        <translation>So lại đồng hồ của máy này; nếu đúng, nhờ cán bộ CNTT báo cho đơn vị vận hành máy chủ.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong, so that certificates seem to be of another time.</source>
        <translation>Đồng hồ của máy này sai, nên các chứng thư số như thuộc về lúc khác.</translation>
    </message>
    <message>
        <source>The server does not speak TLS 1.3, which is needed to send anything safely.</source>
        <translation>Máy chủ không dùng TLS 1.3, trong khi phải có mới gửi an toàn được.</translation>
    </message>
    <message>
        <source>No safe connection with the server came about.</source>
        <translation>Không lập được kết nối an toàn với máy chủ.</translation>
    </message>
    <message>
        <source>The certificate of this desk, or its key, cannot be read.</source>
        <translation>Không đọc được chứng thư số của quầy này, hoặc khoá của nó.</translation>
    </message>
    <message>
        <source>The key of this desk does not belong to its certificate.</source>
        <translation>Khoá của quầy này không khớp với chứng thư số.</translation>
    </message>
    <message>
        <source>The certificate of this desk has expired.</source>
        <translation>Chứng thư số của quầy này đã hết hạn.</translation>
    </message>
    <message>
        <source>The server wants a certificate, and this desk has none.</source>
        <translation>Máy chủ đòi chứng thư số, mà quầy này chưa có.</translation>
    </message>
    <message>
        <source>Have the IT person enrol this desk.</source>
        <translation>Nhờ cán bộ CNTT ghi danh quầy này.</translation>
    </message>
    <message>
        <source>The server does not accept the certificate of this desk.</source>
        <translation>Máy chủ không chấp nhận chứng thư số của quầy này.</translation>
    </message>
    <message>
        <source>This computer lacks the program that speaks to the token with the key of this desk.</source>
        <translation>Máy tính này thiếu chương trình giao tiếp với thiết bị (token) giữ khoá của quầy.</translation>
    </message>
    <message>
        <source>Have the IT person install the package that came with the token.</source>
        <translation>Nhờ cán bộ CNTT cài gói phần mềm đi kèm thiết bị.</translation>
    </message>
    <message>
        <source>The token with the key of this desk is not plugged in.</source>
        <translation>Chưa cắm thiết bị (token) giữ khoá của quầy này.</translation>
    </message>
    <message>
        <source>Plug it in and go on working: it is tried again by itself.</source>
        <translation>Hãy cắm thiết bị rồi làm việc tiếp: máy sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The token with the key of this desk does not take the PIN that is kept for it.</source>
        <translation>Thiết bị (token) giữ khoá của quầy không nhận mã PIN đang lưu.</translation>
    </message>
    <message>
        <source>Have the IT person enter its PIN anew with &quot;motcua-ctl token pin&quot;; until then it is not tried again, so that the token does not lock itself.</source>
        <translation>Nhờ cán bộ CNTT nhập lại mã PIN bằng &quot;motcua-ctl token pin&quot;; từ giờ đến lúc đó máy không thử lại, để thiết bị không tự khoá.</translation>
    </message>
    <message>
        <source>The token with the key of this desk has locked itself after too many wrong PINs.</source>
        <translation>Thiết bị (token) giữ khoá của quầy đã tự khoá vì nhập sai mã PIN quá nhiều lần.</translation>
    </message>
    <message>
        <source>Have the IT person unlock it, then run &quot;motcua-ctl token pin&quot;.</source>
        <translation>Nhờ cán bộ CNTT mở khoá thiết bị, rồi chạy &quot;motcua-ctl token pin&quot;.</translation>
    </message>
    <message>
        <source>The token that is plugged in does not have the key of this desk.</source>
        <translation>Thiết bị (token) đang cắm không có khoá của quầy này.</translation>
    </message>
    <message>
        <source>Plug in the token of this desk, or ask the IT person.</source>
        <translation>Hãy cắm thiết bị của quầy này, hoặc hỏi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>The key on the token is of a kind that cannot be used here.</source>
        <translation>Khoá trên thiết bị (token) thuộc loại không dùng được ở đây.</translation>
    </message>
    <message>
        <source>Have the IT person enrol this desk with a key on the curve P-256.</source>
        <translation>Nhờ cán bộ CNTT ghi danh quầy với khoá trên đường cong P-256.</translation>
    </message>
    <message>
        <source>The token with the key of this desk did not do what it was asked.</source>
        <translation>Thiết bị (token) giữ khoá của quầy không làm được việc được yêu cầu.</translation>
    </message>
    <message>
        <source>Pull it out and plug it in again; if it stays so, call the IT person.</source>
        <translation>Hãy rút ra rồi cắm lại; nếu vẫn vậy, hãy gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>The answer of the server is larger than what is taken in.</source>
        <translation>Câu trả lời của máy chủ lớn hơn mức được nhận.</translation>
    </message>
    <message>
        <source>The answer of the server cannot be understood.</source>
        <translation>Không hiểu được câu trả lời của máy chủ.</translation>
    </message>
    <message>
        <source>The connection was lost in the middle of the answer.</source>
        <translation>Mất kết nối giữa chừng khi máy chủ đang trả lời.</translation>
    </message>
    <message>
        <source>The server answered, but not the service that was asked.</source>
        <translation>Máy chủ có trả lời, nhưng không phải dịch vụ cần hỏi.</translation>
    </message>
    <message>
        <source>The server is busy and asks to come back later.</source>
        <translation>Máy chủ đang bận và hẹn gửi lại sau.</translation>
    </message>
    <message>
        <source>The server met a fault of its own.</source>
        <translation>Máy chủ gặp lỗi ở phía nó.</translation>
    </message>
    <message>
        <source>The server did not accept what was sent.</source>
        <translation>Máy chủ không chấp nhận nội dung đã gửi.</translation>
    </message>
    <message>
        <source>Nothing was lost; it stays here as it was.</source>
        <translation>Không mất gì; nội dung vẫn còn nguyên ở đây.</translation>
    </message>
    <message>
        <source>Ask the IT person to look at the reason the server gave.</source>
        <translation>Nhờ cán bộ CNTT xem lý do máy chủ đã nêu.</translation>
    </message>
    <message>
        <source>Ask whoever runs the portal for a new invitation.</source>
        <translation>Xin đơn vị vận hành Cổng một thư mời mới.</translation>
    </message>
    <message>
        <source>This desk has not been enrolled with a portal.</source>
        <translation>Quầy này chưa được đăng ký với Cổng nào.</translation>
    </message>
    <message>
        <source>Nothing was lost; everything stays in this store.</source>
        <translation>Không mất gì; mọi dữ liệu vẫn nằm trong kho của máy này.</translation>
    </message>
    <message>
        <source>Have the IT person enrol it with &quot;motcua-ctl enrol FILE&quot;.</source>
        <translation>Nhờ người phụ trách CNTT đăng ký bằng lệnh &quot;motcua-ctl enrol TỆP&quot;.</translation>
    </message>
    <message>
        <source>This file is no invitation of a portal, or a part of it is missing.</source>
        <translation>Tệp này không phải thư mời của Cổng, hoặc bị thiếu một phần.</translation>
    </message>
    <message>
        <source>Fetch the file again from whoever runs the portal.</source>
        <translation>Lấy lại tệp từ đơn vị vận hành Cổng.</translation>
    </message>
    <message>
        <source>The portal does not know this invitation, or it has been used already.</source>
        <translation>Cổng không biết thư mời này, hoặc thư mời đã được dùng.</translation>
    </message>
    <message>
        <source>This invitation was not used in time.</source>
        <translation>Thư mời này đã quá hạn.</translation>
    </message>
    <message>
        <source>The portal does not know this desk.</source>
        <translation>Cổng không biết quầy này.</translation>
    </message>
    <message>
        <source>The portal has shut this desk out.</source>
        <translation>Cổng đã loại quầy này.</translation>
    </message>
    <message>
        <source>Go on working, and have the IT person ask whoever runs the portal why.</source>
        <translation>Cứ làm việc tiếp, và nhờ người phụ trách CNTT hỏi đơn vị vận hành Cổng lý do.</translation>
    </message>
    <message>
        <source>The database server does not answer.</source>
        <translation>Máy chủ cơ sở dữ liệu không trả lời.</translation>
    </message>
    <message>
        <source>It is tried again by itself. Check that PostgreSQL runs and that the network to it works.</source>
        <translation>Chương trình sẽ tự thử lại. Hãy kiểm tra PostgreSQL có đang chạy và mạng tới máy chủ đó có thông không.</translation>
    </message>
    <message>
        <source>The database server does not let this user in, or not do this.</source>
        <translation>Máy chủ cơ sở dữ liệu không cho tài khoản này vào, hoặc không cho làm việc này.</translation>
    </message>
    <message>
        <source>Another gateway writes this database.</source>
        <translation>Một máy cổng khác đang ghi vào cơ sở dữ liệu này.</translation>
    </message>
    <message>
        <source>Leave this one running: it takes over by itself when the other one ends.</source>
        <translation>Cứ để máy này chạy: máy này sẽ tự thay khi máy kia dừng.</translation>
    </message>
    <message>
        <source>The database server did not do what was asked of it.</source>
        <translation>Máy chủ cơ sở dữ liệu không thực hiện yêu cầu.</translation>
    </message>
    <message>
        <source>Have the IT person check user, password, certificate and rights there.</source>
        <translation>Hãy nhờ người phụ trách kỹ thuật kiểm tra tài khoản, mật khẩu, chứng thư và quyền trên máy chủ đó.</translation>
    </message>
    <message>
        <source>This database belongs to another centre or portal, or is not one of ours.</source>
        <translation>Cơ sở dữ liệu này là của một trung tâm hoặc cổng khác, hoặc không phải của chương trình này.</translation>
    </message>
    <message>
        <source>Have the IT person check the address; a new centre or portal needs an empty database.</source>
        <translation>Hãy nhờ người phụ trách kỹ thuật kiểm tra địa chỉ; trung tâm hoặc cổng mới cần một cơ sở dữ liệu trống.</translation>
    </message>
    <message>
        <source>It is tried again by itself. Have the IT person look into the log of PostgreSQL.</source>
        <translation>Chương trình sẽ tự thử lại. Hãy nhờ người phụ trách kỹ thuật xem nhật ký của PostgreSQL.</translation>
    </message>
    <message>
        <source>The hall is closed for now: nobody is called and no number is given.</source>
        <translation>Sảnh đang tạm đóng: không gọi số, không phát số.</translation>
    </message>
    <message>
        <source>Who waits keeps their place. A supervisor opens it again on the dashboard.</source>
        <translation>Người đang chờ giữ nguyên thứ tự. Trưởng ca mở lại ở trang điều hành.</translation>
    </message>
    <message>
        <source>The PDF is locked with a password.</source>
        <translation>Tệp PDF bị khóa bằng mật khẩu.</translation>
    </message>
    <message>
        <source>Ask for it without a password, or print it and scan it.</source>
        <translation>Xin bản không có mật khẩu, hoặc in ra rồi quét.</translation>
    </message>
    <message>
        <source>The PDF is damaged, and its pages cannot all be found.</source>
        <translation>Tệp PDF bị hỏng, không tìm được đủ các trang.</translation>
    </message>
    <message>
        <source>Ask for it once more, or print it and scan it.</source>
        <translation>Xin lại tệp, hoặc in ra rồi quét.</translation>
    </message>
    <message>
        <source>The PDF has more pages than are taken in here.</source>
        <translation>Tệp PDF có nhiều trang hơn mức được lấy vào ở đây.</translation>
    </message>
    <message>
        <source>Ask for the pages that are needed, and take them in.</source>
        <translation>Xin riêng những trang cần dùng rồi lấy vào.</translation>
    </message>
    <message>
        <source>The PDF holds something that could act by itself or is hidden, and it cannot be taken out without changing the PDF.</source>
        <translation>Tệp PDF chứa thứ có thể tự chạy hoặc bị giấu, và không thể bỏ ra mà không làm thay đổi tệp.</translation>
    </message>
    <message>
        <source>Print it and scan it, or ask for one with nothing but its pages.</source>
        <translation>In ra rồi quét, hoặc xin tệp chỉ có các trang giấy.</translation>
    </message>
    <message>
        <source>The program could not look into the PDF, so nobody knows what is in it.</source>
        <translation>Chương trình không xem được bên trong tệp PDF nên không biết trong đó có gì.</translation>
    </message>
    <message>
        <source>Print it and scan it; if it is so with every PDF, call the IT person.</source>
        <translation>In ra rồi quét; nếu tệp PDF nào cũng vậy thì gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>The authority that vouches for the time of signatures gave none.</source>
        <translation>Tổ chức cấp dấu thời gian cho chữ ký số không cấp được dấu thời gian.</translation>
    </message>
    <message>
        <source>Go on working: a copy counts without it too. If it stays so, tell the IT person.</source>
        <translation>Cứ tiếp tục làm việc: bản sao vẫn có giá trị khi không có dấu thời gian. Nếu tình trạng này kéo dài, hãy báo cho cán bộ CNTT.</translation>
    </message>
    <message>
        <source>A paper that was to be used again is not held for this person any more.</source>
        <translation>Giấy tờ định dùng lại không còn được lưu cho người này nữa.</translation>
    </message>
    <message>
        <source>Look through the papers: ask for that one, or choose another that was filed before.</source>
        <translation>Hãy xem lại các giấy tờ: yêu cầu nộp giấy tờ đó, hoặc chọn một giấy tờ khác đã nộp trước đây.</translation>
    </message>
</context>
<context>
    <name>ShownTime</name>
    <message>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ Nhật</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>T3</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>T4</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>T5</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>T6</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>T7</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>CN</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
</context>
<context>
    <name>SignatureWords</name>
    <message>
        <source>signature valid</source>
        <translation>chữ ký hợp lệ</translation>
    </message>
    <message>
        <source>Nothing was changed since it was signed, and the signer is vouched for here.</source>
        <translation>Không có gì thay đổi từ khi ký, và người ký được tin cậy ở đây.</translation>
    </message>
    <message>
        <source>signer not known here</source>
        <translation>chưa biết người ký</translation>
    </message>
    <message>
        <source>Nothing was changed since it was signed, but nobody who is trusted here vouches for the signer. Compare it with the paper, or have the administrator add the issuer&apos;s certificate.</source>
        <translation>Không có gì thay đổi từ khi ký, nhưng không nơi nào được tin cậy ở đây bảo đảm cho người ký. Hãy đối chiếu với giấy tờ, hoặc nhờ quản trị thêm chứng thư của nơi cấp.</translation>
    </message>
    <message>
        <source>certificate not valid when it was signed</source>
        <translation>chứng thư không còn hiệu lực khi ký</translation>
    </message>
    <message>
        <source>Nothing was changed since it was signed, but the certificate of the signer had run out, or was not valid yet. Ask for a copy that is signed anew, or look at the paper.</source>
        <translation>Không có gì thay đổi từ khi ký, nhưng chứng thư của người ký đã hết hạn hoặc chưa có hiệu lực. Hãy đề nghị bản được ký lại, hoặc xem giấy tờ.</translation>
    </message>
    <message>
        <source>changed after it was signed</source>
        <translation>đã bị sửa sau khi ký</translation>
    </message>
    <message>
        <source>What was signed is not what is there. Do not rely on it: look at the paper itself, and tell the supervisor.</source>
        <translation>Nội dung hiện có không phải nội dung đã ký. Đừng căn cứ vào tệp này: hãy xem chính giấy tờ và báo trưởng ca.</translation>
    </message>
    <message>
        <source>something was added after the signature</source>
        <translation>có phần thêm vào sau chữ ký</translation>
    </message>
    <message>
        <source>no signature that can be read</source>
        <translation>không có chữ ký đọc được</translation>
    </message>
    <message>
        <source>It is kept all the same, as any file is that nobody signed. Compare it with the paper.</source>
        <translation>Tệp vẫn được giữ như mọi tệp không có chữ ký. Hãy đối chiếu với giấy tờ.</translation>
    </message>
    <message>
        <source>time not said</source>
        <translation>không nói thời điểm</translation>
    </message>
    <message>
        <source>%1, proved by a timestamp</source>
        <translation>%1, có dấu thời gian chứng thực</translation>
    </message>
    <message>
        <source>%1, as the signer says</source>
        <translation>%1, theo lời người ký</translation>
    </message>
    <message>
        <source>signature valid, signed on after it</source>
        <translation>chữ ký hợp lệ, sau đó có người ký tiếp</translation>
    </message>
    <message>
        <source>What this signer signed is there unchanged, and the signer is vouched for here. What was put after it, somebody else of this list signed: look at who that is.</source>
        <translation>Phần người này ký còn nguyên vẹn và người ký được tin cậy ở đây. Phần thêm vào sau do người khác trong danh sách này ký: hãy xem đó là ai.</translation>
    </message>
    <message>
        <source>What was signed is there unchanged, and something was put after it that nobody known here signed. Look at the whole of it, and compare it with the paper.</source>
        <translation>Phần đã ký còn nguyên vẹn, nhưng sau đó có phần thêm vào mà không ai được biết ở đây ký. Hãy xem toàn bộ và đối chiếu với giấy tờ.</translation>
    </message>
    <message>
        <source>This computer lacks the program that speaks to the signer&apos;s token. Have the IT person install the package that came with it.</source>
        <translation>Máy này thiếu chương trình giao tiếp với token của người ký. Hãy nhờ cán bộ CNTT cài gói kèm theo token.</translation>
    </message>
    <message>
        <source>The signer&apos;s token is not plugged in. Plug it in and try again.</source>
        <translation>Token của người ký chưa cắm. Hãy cắm vào rồi thử lại.</translation>
    </message>
    <message>
        <source>The signer&apos;s token does not take this PIN. Look at the PIN before you type it again: after a few wrong ones the token locks itself.</source>
        <translation>Token của người ký không nhận mã PIN này. Hãy xem kỹ trước khi gõ lại: sai vài lần token sẽ tự khoá.</translation>
    </message>
    <message>
        <source>The signer&apos;s token has locked itself after too many wrong PINs. Whoever gave it out can unlock it; until then go on without a signature.</source>
        <translation>Token của người ký đã tự khoá vì sai PIN nhiều lần. Đơn vị cấp token có thể mở khoá; trước mắt hãy tiếp tục không ký.</translation>
    </message>
    <message>
        <source>The token that is plugged in does not have the signer&apos;s key. Plug in the right one and try again.</source>
        <translation>Token đang cắm không có khoá của người ký. Hãy cắm đúng token rồi thử lại.</translation>
    </message>
    <message>
        <source>The key on the signer&apos;s token is of a kind that signs no copies here. Ask the IT person for one of RSA with 2048 bits or more, or on the curve P-256.</source>
        <translation>Khoá trên token của người ký thuộc loại không dùng để ký ở đây. Hãy nhờ cán bộ CNTT cấp khoá RSA từ 2048 bit trở lên, hoặc trên đường cong P-256.</translation>
    </message>
    <message>
        <source>The signer&apos;s token did not do what it was asked. Pull it out, plug it in again and try again; if it stays so, call the IT person.</source>
        <translation>Token của người ký không thực hiện được yêu cầu. Hãy rút ra, cắm lại rồi thử lại; nếu vẫn vậy, hãy gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>The key that signs does not belong to the certificate that is set up. Have the IT person set up the right one with &quot;motcua-ctl signing use&quot;.</source>
        <translation>Khoá ký không thuộc về chứng thư đã cài đặt. Hãy nhờ cán bộ CNTT cài đặt lại bằng lệnh &quot;motcua-ctl signing use&quot;.</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>notice of stopping</source>
        <translation>thông báo dừng giải quyết</translation>
    </message>
    <message>
        <source>control sheet</source>
        <translation>phiếu kiểm soát</translation>
    </message>
    <message>
        <source>register sheet</source>
        <translation>sổ theo dõi</translation>
    </message>
    <message>
        <source>form %1</source>
        <translation>mẫu %1</translation>
    </message>
    <message>
        <source>receipt slip</source>
        <translation>giấy tiếp nhận và hẹn trả kết quả</translation>
    </message>
    <message>
        <source>request for supplements</source>
        <translation>phiếu yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>phiếu từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>apology</source>
        <translation>phiếu xin lỗi và hẹn lại</translation>
    </message>
    <message>
        <source>sheet signed for a lost slip</source>
        <translation>giấy xác nhận khi mất giấy tiếp nhận</translation>
    </message>
</context>
<context>
    <name>StalledSentence</name>
    <message>
        <source>The printer is out of paper. Nothing is lost: the sheet waits there. Put paper in, and it comes out by itself; do not print it again.</source>
        <translation>Máy in hết giấy. Không mất gì: bản in đang chờ ở máy in. Cho giấy vào, bản in sẽ tự ra; đừng in lại.</translation>
    </message>
    <message>
        <source>The printing system does not answer. Nothing is lost: the sheet is still followed. Call the IT person; you can go on serving meanwhile.</source>
        <translation>Hệ thống in không trả lời. Không mất gì: bản in vẫn được theo dõi. Gọi CNTT; trong lúc đó vẫn tiếp người dân được.</translation>
    </message>
    <message>
        <source>The printer holds the sheet back. Nothing is lost: the sheet waits there. Look at the printer (a door, a jam, a pause); it comes out by itself then.</source>
        <translation>Máy in đang giữ bản in lại. Không mất gì: bản in đang chờ ở máy in. Xem máy in (nắp mở, kẹt giấy, tạm dừng); xử lý xong, bản in sẽ tự ra.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Registered</source>
        <translation>mới đăng ký</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>được tiếp nhận</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>không tiếp nhận</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>đang xử lý</translation>
    </message>
    <message>
        <source>Supplement requested</source>
        <translation>yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Payment requested</source>
        <translation>yêu cầu nộp phí</translation>
    </message>
    <message>
        <source>Withdrawal requested</source>
        <translation>xin rút hồ sơ</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>dừng xử lý</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>đã xử lý xong</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>đã trả kết quả</translation>
    </message>
</context>
<context>
    <name>StepSheet</name>
    <message>
        <source>not handed in</source>
        <translation>chưa nộp</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Ask for what is missing</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Refuse the papers</source>
        <translation>Từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>Hand on to the deciding unit</source>
        <translation>Chuyển đơn vị giải quyết</translation>
    </message>
    <message>
        <source>Cancel a mistaken acceptance</source>
        <translation>Huỷ tiếp nhận nhầm</translation>
    </message>
    <message>
        <source>Hand on to another unit</source>
        <translation>Chuyển đơn vị khác</translation>
    </message>
    <message>
        <source>Request a supplement</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Take in the supplement</source>
        <translation>Nhận bổ sung</translation>
    </message>
    <message>
        <source>Stop: no supplement came</source>
        <translation>Dừng: không bổ sung</translation>
    </message>
    <message>
        <source>Ask for payment</source>
        <translation>Yêu cầu nộp tiền</translation>
    </message>
    <message>
        <source>Payment was made</source>
        <translation>Đã nộp tiền</translation>
    </message>
    <message>
        <source>Citizen withdraws the dossier</source>
        <translation>Công dân rút hồ sơ</translation>
    </message>
    <message>
        <source>Give the withdrawn dossier back</source>
        <translation>Trả lại hồ sơ đã rút</translation>
    </message>
    <message>
        <source>Stop the processing</source>
        <translation>Dừng giải quyết</translation>
    </message>
    <message>
        <source>The result is here</source>
        <translation>Đã có kết quả</translation>
    </message>
    <message>
        <source>The refusal is here</source>
        <translation>Có văn bản từ chối</translation>
    </message>
    <message>
        <source>Hand over the result</source>
        <translation>Trao kết quả</translation>
    </message>
    <message>
        <source>Extend the limit</source>
        <translation>Gia hạn, hẹn lại</translation>
    </message>
    <message>
        <source>This was done once already for this dossier, and the law allows it once. Nothing was changed.</source>
        <translation>Hồ sơ này đã làm việc này một lần, luật chỉ cho một lần. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>It is too late: the limit is extended at least one day before the promise ends. Nothing was changed.</source>
        <translation>Đã muộn: chỉ gia hạn được ít nhất một ngày trước khi hết hẹn. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>An acceptance is cancelled on the day it was made only. Nothing was changed. Correct the dossier, or have its processing stopped.</source>
        <translation>Chỉ huỷ tiếp nhận nhầm được trong ngày tiếp nhận. Chưa thay đổi gì. Hãy sửa hồ sơ, hoặc đề nghị dừng giải quyết.</translation>
    </message>
    <message>
        <source>The fee is not paid in full. Nothing was changed. Take it first.</source>
        <translation>Chưa thu đủ phí, lệ phí. Chưa thay đổi gì. Hãy thu trước.</translation>
    </message>
    <message>
        <source>What this step needs does not hold now. Nothing was changed.</source>
        <translation>Chưa đủ điều kiện cho bước này. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>A supplement was requested once already; a second request counts as overdue in index 2.1.</source>
        <translation>Hồ sơ đã yêu cầu bổ sung một lần; lần hai bị tính quá hạn ở chỉ số 2.1.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n working day(s) have passed since the receipt.</source>
        <translation>
            <numerusform>Đã quá %n ngày làm việc kể từ khi tiếp nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>The time given to the citizen is not over, or none was named.</source>
        <translation>Thời hạn cho người dân chưa hết, hoặc chưa nêu thời hạn.</translation>
    </message>
    <message>
        <source>The fee is not paid in full.</source>
        <translation>Chưa thu đủ phí, lệ phí.</translation>
    </message>
    <message>
        <source>Not confirmed: %1.</source>
        <translation>Chưa xác nhận: %1.</translation>
    </message>
    <message>
        <source>who receives it was identified</source>
        <translation>đã xác định người nhận</translation>
    </message>
    <message>
        <source>the originals went back to the citizen</source>
        <translation>đã trả lại bản chính cho người dân</translation>
    </message>
    <message>
        <source>the receipt slip was taken back, or the register signed</source>
        <translation>đã thu lại giấy hẹn, hoặc đã ký sổ</translation>
    </message>
    <message>
        <source>The time ends here.</source>
        <translation>Thời gian giải quyết kết thúc.</translation>
    </message>
    <message>
        <source>The time waits for the citizen, as the rule of the procedure says.</source>
        <translation>Thời gian chờ người dân tính theo quy định của thủ tục.</translation>
    </message>
    <message>
        <source>New promise: %1</source>
        <translation>Hẹn trả mới: %1</translation>
    </message>
    <message>
        <source>Prints: %1</source>
        <translation>In: %1</translation>
    </message>
    <message>
        <source>Keeps as a file, without a printer: %1</source>
        <translation>Lưu thành tệp (không có máy in): %1</translation>
    </message>
    <message>
        <source>%1 is cancelled; its code stays with it, and its slip is void.</source>
        <translation>Đã huỷ tiếp nhận %1; mã giữ nguyên, không cấp lại, giấy hẹn cũ không còn giá trị.</translation>
    </message>
    <message>
        <source>%1 was taken for it: give it back, or count it over to the new dossier.</source>
        <translation>Đã thu %1 cho hồ sơ này: trả lại người nộp, hoặc tính sang hồ sơ mới.</translation>
    </message>
</context>
<context>
    <name>TellingWords</name>
    <message>
        <source>By telephone</source>
        <translation>Gọi điện thoại</translation>
    </message>
    <message>
        <source>By message</source>
        <translation>Nhắn tin</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>By letter</source>
        <translation>Gửi thư</translation>
    </message>
    <message>
        <source>Here at the desk</source>
        <translation>Nói tại quầy</translation>
    </message>
    <message>
        <source>the number of the portal</source>
        <translation>số hồ sơ của Cổng</translation>
    </message>
    <message>
        <source>the portal sent the dossier back</source>
        <translation>Cổng trả lại hồ sơ</translation>
    </message>
    <message>
        <source>another promised date</source>
        <translation>ngày hẹn khác</translation>
    </message>
    <message>
        <source>the money has not come</source>
        <translation>tiền chưa tới</translation>
    </message>
</context>
<context>
    <name>TicketSentence</name>
    <message>
        <source>The ticket printer does not answer.</source>
        <translation>Máy in phiếu số không trả lời.</translation>
    </message>
    <message>
        <source>Look whether it is switched on and its cable is in.</source>
        <translation>Xem máy đã bật và cáp đã cắm chưa.</translation>
    </message>
    <message>
        <source>This account may not use the ticket printer.</source>
        <translation>Tài khoản này không được dùng máy in phiếu số.</translation>
    </message>
    <message>
        <source>Have the IT person add this account to the group lp, then sign in to the computer anew.</source>
        <translation>Nhờ CNTT thêm tài khoản này vào nhóm lp, rồi đăng nhập lại máy tính.</translation>
    </message>
    <message>
        <source>Another program uses the ticket printer.</source>
        <translation>Chương trình khác đang dùng máy in phiếu số.</translation>
    </message>
    <message>
        <source>Close that one.</source>
        <translation>Đóng chương trình đó.</translation>
    </message>
    <message>
        <source>What desk.ini names is no ticket printer.</source>
        <translation>Thiết bị ghi trong desk.ini không phải máy in phiếu số.</translation>
    </message>
    <message>
        <source>Have the part [ticketPrinter] put right there.</source>
        <translation>Nhờ sửa phần [ticketPrinter] ở đó.</translation>
    </message>
    <message>
        <source>The ticket printer is out of paper.</source>
        <translation>Máy in phiếu số hết giấy.</translation>
    </message>
    <message>
        <source>Put a new roll in.</source>
        <translation>Thay cuộn giấy mới.</translation>
    </message>
    <message>
        <source>The cover of the ticket printer is open.</source>
        <translation>Nắp máy in phiếu số đang mở.</translation>
    </message>
    <message>
        <source>Close it until it clicks.</source>
        <translation>Đóng nắp đến khi nghe tiếng khớp.</translation>
    </message>
    <message>
        <source>The ticket printer tells of a fault.</source>
        <translation>Máy in phiếu số báo lỗi.</translation>
    </message>
    <message>
        <source>Look for paper in its cutter, then switch it off and on.</source>
        <translation>Xem có giấy kẹt ở dao cắt không, rồi tắt bật lại máy.</translation>
    </message>
    <message>
        <source>The ticket printer takes nothing.</source>
        <translation>Máy in phiếu số không nhận dữ liệu.</translation>
    </message>
    <message>
        <source>Look at its lamps and its paper, then switch it off and on.</source>
        <translation>Xem đèn báo và giấy của máy, rồi tắt bật lại.</translation>
    </message>
    <message>
        <source>The ticket printer went away while it printed.</source>
        <translation>Mất kết nối với máy in phiếu số khi đang in.</translation>
    </message>
    <message>
        <source>The ticket could not be drawn.</source>
        <translation>Không tạo được phiếu số.</translation>
    </message>
    <message>
        <source>Have the package motcua installed again, and the fonts with it.</source>
        <translation>Nhờ cài lại gói motcua cùng phông chữ.</translation>
    </message>
    <message>
        <source>The ticket printer was let go before it printed.</source>
        <translation>Máy in phiếu số đã ngắt trước khi in.</translation>
    </message>
    <message>
        <source>Nothing is to be done at it.</source>
        <translation>Không phải làm gì ở máy in.</translation>
    </message>
    <message>
        <source>Numbers are drawn all the same.</source>
        <translation>Vẫn lấy số được như thường.</translation>
    </message>
    <message>
        <source>The number %1 counts; its ticket, or a part of it, may have come out.</source>
        <translation>Số %1 vẫn có giá trị; phiếu có thể đã ra, hoặc ra một phần.</translation>
    </message>
    <message>
        <source>The number %1 counts, it only did not come out on paper.</source>
        <translation>Số %1 vẫn có giá trị, chỉ là phiếu chưa ra giấy.</translation>
    </message>
    <message>
        <source>Then print it again, or write the number down for them.</source>
        <translation>Sau đó in lại, hoặc ghi số ra giấy cho khách.</translation>
    </message>
    <message>
        <source>Then print it again with Ctrl+P, or tell them the number.</source>
        <translation>Sau đó in lại bằng Ctrl+P, hoặc đọc số cho khách.</translation>
    </message>
    <message>
        <source>The paper of the ticket printer is about to end: have a new roll at hand.</source>
        <translation>Giấy của máy in phiếu số sắp hết: để sẵn cuộn mới.</translation>
    </message>
    <message>
        <source>The paper of the ticket printer has ended with this ticket: put a new roll in.</source>
        <translation>Giấy của máy in phiếu số vừa hết ở phiếu này: thay cuộn mới.</translation>
    </message>
</context>
<context>
    <name>Violation</name>
    <message>
        <source>it must be at least %1.</source>
        <translation>ít nhất là %1.</translation>
    </message>
    <message>
        <source>it must be at most %1.</source>
        <translation>nhiều nhất là %1.</translation>
    </message>
    <message>
        <source>it must be from %1 to %2.</source>
        <translation>phải từ %1 đến %2.</translation>
    </message>
    <message>
        <source>check how it is written.</source>
        <translation>xem lại cách viết.</translation>
    </message>
    <message>
        <source>check how it is written, for example %1.</source>
        <translation>xem lại cách viết, ví dụ %1.</translation>
    </message>
    <message>
        <source>an invisible character stands at place %1; delete it and type it again.</source>
        <translation>có ký tự ẩn ở vị trí %1; xoá đi rồi nhập lại.</translation>
    </message>
    <message>
        <source>not met; ask for a better one.</source>
        <translation>chưa đạt; xin bản khác.</translation>
    </message>
    <message>
        <source>not met (%1); ask for a better one.</source>
        <translation>chưa đạt (%1); xin bản khác.</translation>
    </message>
    <message>
        <source>not yet given.</source>
        <translation>chưa khai.</translation>
    </message>
    <message>
        <source>this is needed now and cannot follow later.</source>
        <translation>cần có ngay, không bổ sung sau được.</translation>
    </message>
    <message>
        <source>this cannot be left blank.</source>
        <translation>không bỏ trống được.</translation>
    </message>
    <message>
        <source>%1 characters, the form takes at most %2.</source>
        <translation>dài %1 ký tự, tờ khai chỉ nhận nhiều nhất %2.</translation>
    </message>
    <message>
        <source>only digits can stand here.</source>
        <translation>chỉ nhập chữ số.</translation>
    </message>
    <message>
        <source>choose one from the list.</source>
        <translation>chọn một mục trong danh sách.</translation>
    </message>
    <message>
        <source>the calendar has no such day; write for example 5/3/1941.</source>
        <translation>lịch không có ngày này; viết ví dụ 5/3/1941.</translation>
    </message>
    <message>
        <source>this day is in the future.</source>
        <translation>ngày này ở tương lai.</translation>
    </message>
    <message>
        <source>the form has no such field; open the dossier again.</source>
        <translation>tờ khai không có ô này; mở lại hồ sơ.</translation>
    </message>
    <message>
        <source>not seen yet.</source>
        <translation>chưa xem.</translation>
    </message>
    <message>
        <source>this paper is needed now and cannot follow later.</source>
        <translation>cần giấy này ngay, không bổ sung sau được.</translation>
    </message>
    <message>
        <source>this paper cannot be set aside as not applicable.</source>
        <translation>không bỏ giấy này với lý do không áp dụng được.</translation>
    </message>
    <message>
        <source>write the reason.</source>
        <translation>hãy ghi lý do.</translation>
    </message>
    <message>
        <source>this kind of copy does not do; ask for another.</source>
        <translation>loại bản này không dùng được; xin loại khác.</translation>
    </message>
    <message>
        <source>the procedure has no such paper; open the dossier again.</source>
        <translation>thủ tục không có giấy này; mở lại hồ sơ.</translation>
    </message>
    <message>
        <source>no edition is in force on the day of receipt.</source>
        <translation>ngày nhận không có phiên bản nào có hiệu lực.</translation>
    </message>
    <message>
        <source>the working calendar does not reach to the promised day.</source>
        <translation>lịch làm việc chưa có đến ngày hẹn trả.</translation>
    </message>
    <message>
        <source>the time of receipt is not known.</source>
        <translation>chưa biết giờ tiếp nhận.</translation>
    </message>
    <message>
        <source>this procedure is not received in this way.</source>
        <translation>thủ tục này không nhận theo cách này.</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>say why it is left blank.</source>
        <translation>chọn lý do bỏ trống.</translation>
    </message>
    <message>
        <source>the form takes at most %1; remove the others.</source>
        <translation>tờ khai nhận nhiều nhất %1; bỏ bớt những dòng thừa.</translation>
    </message>
    <message>
        <source>name and number of an identity paper are needed; fill them in.</source>
        <translation>cần họ tên và số giấy tờ tùy thân; điền thêm hai ô đó.</translation>
    </message>
    <message>
        <source>nobody has seen who this is; read the card or look at an identity paper.</source>
        <translation>chưa xác định được người này là ai; đọc thẻ hoặc xem giấy tờ tùy thân.</translation>
    </message>
    <message>
        <source>one digit is wrong; compare with the paper.</source>
        <translation>sai một chữ số; so lại với giấy tờ.</translation>
    </message>
    <message>
        <source>the limit cannot be made longer for this reason; choose another.</source>
        <translation>thời hạn không được kéo dài vì lý do này; hãy chọn lý do khác.</translation>
    </message>
    <message>
        <source>the limit can be made longer by 1 to %1 working days.</source>
        <translation>thời hạn chỉ được kéo dài thêm từ 1 đến %1 ngày làm việc.</translation>
    </message>
    <message>
        <source>character %1 (%2) only looks like the letter that is meant; type it anew, or it is printed so.</source>
        <translation>ký tự thứ %1 (%2) chỉ trông giống chữ cần gõ; gõ lại chữ đó, nếu không giấy tờ sẽ in ra như vậy.</translation>
    </message>
    <message>
        <source>nine digits are the number of an old identity card, which proves nothing any more. It only helps to find the personal number; type its twelve digits, or choose another proof (F9).</source>
        <translation>CMND 9 số không còn giá trị chứng minh nhân thân. Số này chỉ dùng để tra số định danh; gõ đủ 12 số định danh, hoặc chọn cách chứng minh khác (F9).</translation>
    </message>
    <message>
        <source>of the envelope it came in something is missing; say it under Procedure, or that it did not come by post.</source>
        <translation>thông tin bưu gửi còn thiếu; ghi đủ ở bước Thủ tục, hoặc ghi là không nộp qua bưu chính.</translation>
    </message>
    <message>
        <source>say which database it was taken from.</source>
        <translation>ghi rõ lấy từ cơ sở dữ liệu nào.</translation>
    </message>
</context>
<context>
    <name>VisitSteps</name>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Tờ khai</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>thiếu %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Người nộp</translation>
    </message>
</context>
<context>
    <name>WorklistWords</name>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>quá %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>over since %1</source>
        <translation>quá từ %1</translation>
    </message>
    <message>
        <source>draft, not filed</source>
        <translation>bản nháp</translation>
    </message>
    <message>
        <source>! contradiction</source>
        <translation>! mâu thuẫn</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>specialists</source>
        <translation>chuyên môn</translation>
    </message>
    <message>
        <source>citizen</source>
        <translation>người dân</translation>
    </message>
    <message>
        <source>not filed · last touched %1</source>
        <translation>chưa tiếp nhận · sửa lần cuối %1</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>nhận %1</translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation>hẹn %1</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) over</source>
        <translation>
            <numerusform>quá %n ngày làm việc</numerusform>
        </translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>đang ở: %1</translation>
    </message>
    <message>
        <source>! two desks wrote different things</source>
        <translation>! hai quầy ghi khác nhau</translation>
    </message>
    <message>
        <source>came by post: %1</source>
        <translation>qua bưu chính: %1</translation>
    </message>
    <message>
        <source>to be scanned: %1</source>
        <translation>cần quét: %1</translation>
    </message>
</context>
<context>
    <name>motcua::AcceptPage</name>
    <message>
        <source>WILL BE RECORDED</source>
        <translation>SẼ GHI VÀO SỔ</translation>
    </message>
    <message>
        <source>WILL HAPPEN</source>
        <translation>SẼ XẢY RA</translation>
    </message>
    <message>
        <source>Accept · a last look; Esc goes back and nothing is lost</source>
        <translation>Tiếp nhận · kiểm tra lần cuối; Esc quay lại, không mất gì</translation>
    </message>
    <message>
        <source>The dossier is being recorded. Please wait a moment.</source>
        <translation>Hồ sơ đang được ghi vào sổ. Xin chờ một lát.</translation>
    </message>
    <message>
        <source>Not accepted yet: %1 What was done is kept. Ctrl+E goes there.</source>
        <translation>Chưa tiếp nhận được. %1 Những gì đã làm được giữ lại. Bấm Ctrl+E để tới chỗ đó.</translation>
    </message>
    <message>
        <source>ACCEPT THE DOSSIER</source>
        <translation>TIẾP NHẬN HỒ SƠ</translation>
    </message>
    <message>
        <source>Ask for what is missing</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Preview the slip</source>
        <translation>Xem trước giấy tiếp nhận</translation>
    </message>
    <message numerus="yes">
        <source>ACCEPT %n DOSSIER(S)</source>
        <translation>
            <numerusform>TIẾP NHẬN %n HỒ SƠ</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept, add %1</source>
        <translation>Tiếp nhận, thêm %1</translation>
    </message>
</context>
<context>
    <name>motcua::AcceptedPage</name>
    <message>
        <source>Received and recorded</source>
        <translation>Đã tiếp nhận và ghi vào sổ</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Trả: %1</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>Phải thu: %1</translation>
    </message>
    <message>
        <source>The acceptance slip is being made.</source>
        <translation>Đang lập giấy tiếp nhận.</translation>
    </message>
    <message>
        <source>The acceptance slip is being printed.</source>
        <translation>Đang in giấy tiếp nhận.</translation>
    </message>
    <message>
        <source>The acceptance slip is printed.</source>
        <translation>Đã in giấy tiếp nhận.</translation>
    </message>
    <message>
        <source>The acceptance slip is kept with the dossier; there is no printer here.</source>
        <translation>Giấy tiếp nhận được lưu cùng hồ sơ; ở đây không có máy in.</translation>
    </message>
    <message>
        <source>No slip came out. The dossier is filed all the same.</source>
        <translation>Chưa ra được giấy tiếp nhận. Hồ sơ vẫn đã được tiếp nhận.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>The slip is still on its way. Nothing was lost. Wait until this line says how it ended.</source>
        <translation>Giấy tiếp nhận đang được làm. Không mất gì. Chờ đến khi dòng này báo kết quả.</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>In bản sao</translation>
    </message>
    <message>
        <source>Next citizen</source>
        <translation>Người tiếp theo</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Next dossier of this visit</source>
        <translation>Hồ sơ tiếp theo của lượt này</translation>
    </message>
    <message>
        <source>The acceptance slip waits at the printer.</source>
        <translation>Giấy tiếp nhận đang chờ ở máy in.</translation>
    </message>
    <message>
        <source>Correct after acceptance</source>
        <translation>Sửa sai sau tiếp nhận</translation>
    </message>
</context>
<context>
    <name>motcua::AftermathPage</name>
    <message>
        <source>Confirm: %1 was to come by transfer</source>
        <translation>Xác nhận: %1 trả bằng chuyển khoản</translation>
    </message>
    <message>
        <source>Tell the citizen: the portal sent it back</source>
        <translation>Báo công dân: Cổng trả lại</translation>
    </message>
    <message>
        <source>Tell the citizen: the portal sent it back (%1)</source>
        <translation>Báo công dân: Cổng trả lại (%1)</translation>
    </message>
    <message>
        <source>Tell the citizen: the new date is %1</source>
        <translation>Báo công dân: ngày hẹn mới là %1</translation>
    </message>
    <message>
        <source>Give a new date, or the result: promised for %1</source>
        <translation>Hẹn lại hoặc trả kết quả: đã hẹn %1</translation>
    </message>
    <message>
        <source>After an outage</source>
        <translation>Sau sự cố</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) left. Each goes from here when it is done.</source>
        <translation>
            <numerusform>Còn %n việc. Làm xong thì việc tự rời danh sách.</numerusform>
        </translation>
    </message>
    <message>
        <source>T citizen told · C money has come · Enter opens the dossier</source>
        <translation>T đã báo công dân · C tiền đã về · Enter mở hồ sơ</translation>
    </message>
    <message>
        <source>There was no outage</source>
        <translation>Chưa có lần nào mất Cổng</translation>
    </message>
    <message>
        <source>When the portal cannot be reached for long, what that leaves to do stands here afterwards.</source>
        <translation>Khi mất Cổng lâu, những việc còn lại sau đó sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Nothing is left to do</source>
        <translation>Không còn việc gì</translation>
    </message>
    <message>
        <source>Payments, refusals and dates of that time are seen to.</source>
        <translation>Các khoản tiền, hồ sơ bị trả lại và ngày hẹn của lúc đó đã xử lý xong.</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>The list has no rows. Nothing was changed.</source>
        <translation>Danh sách không có dòng nào. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>This one wants a new date or its result first. Nothing was changed. Enter opens the dossier.</source>
        <translation>Việc này cần hẹn lại hoặc trả kết quả trước. Chưa có gì thay đổi. Enter mở hồ sơ.</translation>
    </message>
    <message>
        <source>No payment is waited for here. Nothing was changed.</source>
        <translation>Dòng này không chờ khoản tiền nào. Chưa có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>motcua::ApproverBox</name>
    <message>
        <source>Sign-in name of the supervisor</source>
        <translation>Tên đăng nhập của trưởng ca</translation>
    </message>
    <message>
        <source>Their password</source>
        <translation>Mật khẩu của người đó</translation>
    </message>
    <message>
        <source>The supervisor has not signed in. Nothing was changed.</source>
        <translation>Trưởng ca chưa xác nhận. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The supervisor&apos;s password is missing. Nothing was changed.</source>
        <translation>Thiếu mật khẩu của trưởng ca. Chưa có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>motcua::AskedList</name>
    <message>
        <source>what is missing, in your words</source>
        <translation>nội dung còn thiếu, tự ghi</translation>
    </message>
    <message>
        <source>Another paper, or something in the declaration</source>
        <translation>Giấy tờ khác, hoặc nội dung trong tờ khai</translation>
    </message>
    <message>
        <source>why: not handed in, expired, blurred…</source>
        <translation>lý do: chưa nộp, hết hạn, mờ…</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Lý do: %1</translation>
    </message>
    <message>
        <source>originals</source>
        <translation>bản chính</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>chứng thực</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>bản sao</translation>
    </message>
</context>
<context>
    <name>motcua::BatchScanDesk</name>
    <message>
        <source>No scanner is set up at this desk. Nothing was changed.</source>
        <translation>Quầy này chưa cài máy quét. Chưa thay đổi gì.</translation>
    </message>
    <message numerus="yes">
        <source>%n separator(s) are being printed. They can be used again.</source>
        <translation>
            <numerusform>Đang in %n tờ ngăn. Dùng lại được nhiều lần.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are not recorded yet. They are kept here until they are.</source>
        <translation>
            <numerusform>Còn %n trang chưa lưu. Máy giữ lại ở đây cho đến khi lưu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were recorded</source>
        <translation>
            <numerusform>Đã lưu %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n paper(s).</source>
        <translation>
            <numerusform>vào %n giấy tờ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) could not be, and their pages are kept:</source>
        <translation>
            <numerusform>%n giấy tờ chưa lưu được, các trang vẫn giữ:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Throw away %n page(s) for good? What was recorded stays.</source>
        <translation>
            <numerusform>Vứt hẳn %n trang? Những gì đã lưu vẫn còn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Vứt hẳn</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Giữ lại</translation>
    </message>
    <message numerus="yes">
        <source>%n electronic copy(ies) could not be signed and are kept unsigned.</source>
        <translation>
            <numerusform>%n bản điện tử không ký được và được lưu chưa ký.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::BatchScanPage</name>
    <message>
        <source>Pages of the stack</source>
        <translation>Các trang của chồng giấy</translation>
    </message>
    <message>
        <source>No stack yet</source>
        <translation>Chưa có chồng giấy nào</translation>
    </message>
    <message>
        <source>Lay the papers into the feeder: of each dossier its slip on top, and before a paper its separator where you have one. Then scan them with the key at the bottom.</source>
        <translation>Đặt giấy vào khay nạp: mỗi hồ sơ để giấy tiếp nhận hoặc phiếu lên trên, trước mỗi giấy tờ đặt tờ ngăn nếu có. Rồi bấm phím quét ở cuối màn hình.</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Shift marks several, Ctrl+A all   Enter says where they belong</source>
        <translation>↑ ↓ chọn   Shift chọn nhiều dòng, Ctrl+A chọn hết   Enter xếp vào giấy tờ</translation>
    </message>
    <message>
        <source>Code of another dossier, then Enter</source>
        <translation>Mã của hồ sơ khác, rồi Enter</translation>
    </message>
    <message>
        <source>Dossier code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Where the pages belong</source>
        <translation>Các trang thuộc giấy tờ nào</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>was not missing</source>
        <translation>đã có tệp từ trước</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>trắng</translation>
    </message>
    <message>
        <source>Whose is this?</source>
        <translation>Của hồ sơ nào?</translation>
    </message>
    <message>
        <source>which paper?</source>
        <translation>giấy tờ nào?</translation>
    </message>
    <message>
        <source>Slips, separators and their backs: not recorded</source>
        <translation>Giấy tiếp nhận, tờ ngăn và mặt sau: không lưu</translation>
    </message>
    <message>
        <source>No dossier here has the code %1. Nothing was changed. Look at the slip again.</source>
        <translation>Ở đây không có hồ sơ mang mã %1. Chưa thay đổi gì. Xem lại mã trên phiếu.</translation>
    </message>
    <message numerus="yes">
        <source>Scanning: %n page(s) so far</source>
        <translation>
            <numerusform>Đang quét: đã có %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) with a paper</source>
        <translation>
            <numerusform>%n trang đã xếp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to be placed</source>
        <translation>
            <numerusform>%n trang chưa xếp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) left out</source>
        <translation>
            <numerusform>%n trang bỏ ra</numerusform>
        </translation>
    </message>
    <message>
        <source>No dossier here has this code: %1. The pages behind it were given to nobody.</source>
        <translation>Ở đây không có hồ sơ mang mã này: %1. Các trang sau đó chưa được xếp cho ai.</translation>
    </message>
    <message>
        <source>Scan a stack</source>
        <translation>Quét cả chồng</translation>
    </message>
    <message>
        <source>Pages are being recorded. Nothing is lost. Wait a moment.</source>
        <translation>Đang lưu các trang. Không mất gì. Xin chờ một lát.</translation>
    </message>
    <message>
        <source>Pages are still arriving. Nothing is lost. Wait until the feeder is empty.</source>
        <translation>Các trang còn đang vào. Không mất gì. Xin chờ đến khi khay nạp hết giấy.</translation>
    </message>
    <message>
        <source>Scan another stack</source>
        <translation>Quét chồng nữa</translation>
    </message>
    <message>
        <source>No page is marked. Nothing was changed.</source>
        <translation>Chưa chọn trang nào. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Throw away…</source>
        <translation>Vứt hẳn…</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>No page has a paper yet, so nothing was recorded. Mark pages and say with Enter where they belong.</source>
        <translation>Chưa trang nào được xếp vào giấy tờ, nên chưa lưu gì. Chọn trang rồi bấm Enter để xếp.</translation>
    </message>
    <message numerus="yes">
        <source>Record %n paper(s)</source>
        <translation>
            <numerusform>Lưu %n giấy tờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where do these %n page(s) belong?</source>
        <translation>
            <numerusform>%n trang này thuộc giấy tờ nào?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::BoardDesk</name>
    <message>
        <source>The screen of the hall board is unplugged. Nothing was lost. The board comes back with its screen.</source>
        <translation>Màn hình của bảng gọi số bị rút ra. Không mất gì. Cắm lại màn hình thì bảng hiện lại.</translation>
    </message>
    <message>
        <source>The hall board is taken away.</source>
        <translation>Đã tắt bảng gọi số.</translation>
    </message>
    <message>
        <source>No second screen is free for the hall board. Nothing was changed. Plug one in, or blank the citizen&apos;s screen.</source>
        <translation>Không có màn hình thứ hai nào trống cho bảng gọi số. Chưa thay đổi gì. Hãy cắm thêm màn hình, hoặc tắt màn hình khách.</translation>
    </message>
    <message>
        <source>The hall board is on the second screen. It shows numbers only, and goes on when you hide and lock.</source>
        <translation>Bảng gọi số đang hiện ở màn hình thứ hai. Bảng chỉ có số thứ tự, và vẫn chạy khi anh/chị ẩn và khoá.</translation>
    </message>
    <message>
        <source>What is wrong in the file of the hall board is left out, and the board shows the rest. Please tell the administrator: %1</source>
        <translation>Chỗ sai trong tệp của bảng gọi số được bỏ qua, bảng hiện phần còn lại. Xin báo quản trị: %1</translation>
    </message>
    <message>
        <source>The voice of the hall cannot be heard. Nothing is lost: calling goes on, and the board shows every call. Please tell the administrator: motcua-ctl hall say A001 1</source>
        <translation>Loa gọi số không phát được. Không mất gì: vẫn gọi số bình thường, bảng vẫn hiện mọi lượt gọi. Báo quản trị thử: motcua-ctl hall say A001 1</translation>
    </message>
    <message>
        <source>The other screens of the hall get nothing from this desk, and say so. Nothing is lost: calling goes on. Please tell the administrator: motcua-ctl hall feed status (%1)</source>
        <translation>Các màn hình khác của sảnh không nhận được gì từ quầy này và tự báo điều đó. Không mất gì: việc gọi số vẫn tiếp tục. Xin báo người quản trị: motcua-ctl hall feed status (%1)</translation>
    </message>
</context>
<context>
    <name>motcua::BoardWindow</name>
    <message>
        <source>Hall board</source>
        <translation>Bảng gọi số ở sảnh</translation>
    </message>
</context>
<context>
    <name>motcua::BookingDesk</name>
    <message>
        <source>This house gives no appointments. Nothing was changed. The administrator sets it in the rules of the hall.</source>
        <translation>Trung tâm này không nhận đặt lịch hẹn. Chưa có gì thay đổi. Quản trị đặt việc này trong quy tắc của sảnh.</translation>
    </message>
    <message>
        <source>A telephone has digits alone, eight or more, and a time must still be ahead. Nothing was kept. Look at both once more.</source>
        <translation>Số điện thoại chỉ gồm chữ số, ít nhất tám chữ số, và giờ hẹn phải còn ở phía trước. Chưa lưu gì. Xem lại cả hai.</translation>
    </message>
    <message>
        <source>%1 is their number. They come too late for their time and wait as whoever has none.</source>
        <translation>Số của họ là %1. Họ đến quá muộn so với giờ hẹn nên chờ như người không hẹn.</translation>
    </message>
    <message>
        <source>%1 is their number. They wait as if it had been drawn before their time.</source>
        <translation>Số của họ là %1. Họ được tính như đã lấy số từ trước giờ hẹn.</translation>
    </message>
    <message>
        <source>Nobody is expected by this code, today or later. Nothing was changed. Draw a ticket for them.</source>
        <translation>Không ai có lịch hẹn với mã này, hôm nay hay về sau. Chưa có gì thay đổi. Hãy lấy số cho họ.</translation>
    </message>
    <message>
        <source>This appointment is on %1 at %2. Nothing was changed. Draw a ticket where they want to be served today.</source>
        <translation>Lịch hẹn này vào %1 lúc %2. Chưa có gì thay đổi. Nếu họ muốn làm hôm nay, hãy lấy số cho họ.</translation>
    </message>
    <message>
        <source>This appointment was cancelled. Nothing was changed. Draw a ticket for them.</source>
        <translation>Lịch hẹn này đã huỷ. Chưa có gì thay đổi. Hãy lấy số cho họ.</translation>
    </message>
    <message>
        <source>It is cancelled, and the time is free for somebody else.</source>
        <translation>Đã huỷ, giờ này dành cho người khác được.</translation>
    </message>
    <message>
        <source>Cancel the appointment at %1? Whoever has it is not told by the program.</source>
        <translation>Huỷ lịch hẹn lúc %1? Chương trình không báo cho người có lịch hẹn.</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Huỷ lịch hẹn</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>Somebody else was given this time a moment before. Nothing was kept. Choose another time.</source>
        <translation>Giờ này vừa được đặt cho người khác. Chưa lưu gì. Chọn giờ khác.</translation>
    </message>
    <message>
        <source>For this appointment a number was given already. Nothing was changed.</source>
        <translation>Lịch hẹn này đã được cấp số. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>For this appointment %1 was given already. Nothing was changed.</source>
        <translation>Lịch hẹn này đã được cấp số %1. Chưa có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>motcua::BookingPage</name>
    <message>
        <source>What for</source>
        <translation>Việc gì</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Name, if they tell it</source>
        <translation>Họ tên, nếu họ cho biết</translation>
    </message>
    <message>
        <source>Telephone, if they tell it</source>
        <translation>Điện thoại, nếu họ cho biết</translation>
    </message>
    <message>
        <source>Name and telephone are erased when the day is over.</source>
        <translation>Họ tên và điện thoại được xoá khi hết ngày hẹn.</translation>
    </message>
    <message>
        <source>Who is expected</source>
        <translation>Những người có hẹn</translation>
    </message>
    <message>
        <source>Nobody is expected on this day</source>
        <translation>Ngày này chưa có ai hẹn</translation>
    </message>
    <message>
        <source>Choose a time beside and book it, or choose another day.</source>
        <translation>Chọn giờ ở bên cạnh rồi đặt, hoặc chọn ngày khác.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>✔ is here</source>
        <translation>✔ đã đến</translation>
    </message>
    <message>
        <source>✔ is here as %1</source>
        <translation>✔ đã đến, số %1</translation>
    </message>
    <message>
        <source>✖ cancelled</source>
        <translation>✖ đã huỷ</translation>
    </message>
    <message>
        <source>choose what for first</source>
        <translation>chọn việc trước</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>còn %n chỗ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3. Tell them the six digits and the time.</source>
        <translation>%1, %2, %3. Đọc cho họ sáu chữ số và giờ hẹn.</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Lịch hẹn</translation>
    </message>
    <message numerus="yes">
        <source>Appointments on %1 · %n expected</source>
        <translation>
            <numerusform>Lịch hẹn %1 · %n người sẽ đến</numerusform>
        </translation>
    </message>
    <message>
        <source>The last one is being kept. Nothing was lost.</source>
        <translation>Lịch hẹn vừa rồi đang được lưu. Không mất gì.</translation>
    </message>
    <message>
        <source>No day is open for appointments. Nothing was changed. Ask the administrator about the calendar and the hall&apos;s rules.</source>
        <translation>Không có ngày nào nhận hẹn. Chưa có gì thay đổi. Hỏi quản trị về lịch làm việc và quy tắc của sảnh.</translation>
    </message>
    <message>
        <source>It is not chosen yet what they come for. Nothing was changed. A letter chooses.</source>
        <translation>Chưa chọn họ đến làm việc gì. Chưa có gì thay đổi. Gõ một chữ cái để chọn.</translation>
    </message>
    <message>
        <source>Nothing is left on this day. Nothing was changed. Choose another day.</source>
        <translation>Ngày này đã hết chỗ. Chưa có gì thay đổi. Chọn ngày khác.</translation>
    </message>
    <message>
        <source>No time is chosen yet. Nothing was changed. Digits or the arrows choose.</source>
        <translation>Chưa chọn giờ. Chưa có gì thay đổi. Gõ chữ số hoặc dùng mũi tên để chọn.</translation>
    </message>
    <message>
        <source>Nobody is chosen in the list. Nothing was changed.</source>
        <translation>Chưa chọn ai trong danh sách. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>They are here already. Nothing was changed.</source>
        <translation>Họ đã đến rồi. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>It was cancelled. Nothing was changed.</source>
        <translation>Lịch hẹn này đã huỷ. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>They are expected on another day. Nothing was changed.</source>
        <translation>Họ có hẹn vào ngày khác. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>They are here: a number</source>
        <translation>Đã đến: lấy số</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Huỷ lịch hẹn</translation>
    </message>
    <message>
        <source>Its paper</source>
        <translation>In phiếu hẹn</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Đặt lịch hẹn</translation>
    </message>
    <message>
        <source>Their ticket once more</source>
        <translation>In lại phiếu số</translation>
    </message>
</context>
<context>
    <name>motcua::BreakDesk</name>
    <message>
        <source>Desk %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>Tickets on hold</source>
        <translation>Số đang tạm giữ</translation>
    </message>
    <message>
        <source>Nobody is on hold.</source>
        <translation>Không tạm giữ ai.</translation>
    </message>
    <message>
        <source>Forms not filed</source>
        <translation>Tờ khai chưa nộp</translation>
    </message>
    <message>
        <source>No form is begun.</source>
        <translation>Không có tờ khai dở.</translation>
    </message>
    <message>
        <source>Originals held</source>
        <translation>Giấy tờ đang giữ</translation>
    </message>
    <message>
        <source>No originals lie here.</source>
        <translation>Không giữ bản chính nào.</translation>
    </message>
    <message>
        <source>Results to hand over</source>
        <translation>Kết quả chờ trả</translation>
    </message>
    <message>
        <source>No result waits here.</source>
        <translation>Không có kết quả chờ trả.</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Tiền quỹ</translation>
    </message>
    <message>
        <source>The program does not keep the drawer yet: count it together and write it down.</source>
        <translation>Phần mềm chưa quản lý ngăn tiền: hai người cùng đếm và ghi lại.</translation>
    </message>
    <message>
        <source>%1 handed the shift to you.</source>
        <translation>%1 đã bàn giao ca cho anh/chị.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) on hold are yours.</source>
        <translation>
            <numerusform>%n số đang tạm giữ nay do anh/chị phụ trách.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) wait under &quot;My drafts&quot;.</source>
        <translation>
            <numerusform>%n tờ khai chờ ở mục &quot;Bản nháp của tôi&quot;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::BreakPage</name>
    <message>
        <source>On hold at this desk</source>
        <translation>Đang tạm giữ ở quầy này</translation>
    </message>
    <message>
        <source>Back at</source>
        <translation>Trở lại lúc</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>Back office: at work here, nobody is called</source>
        <translation>Việc trong quầy: vẫn làm việc, không gọi ai</translation>
    </message>
    <message>
        <source>Close the desk for today</source>
        <translation>Đóng quầy hôm nay</translation>
    </message>
    <message>
        <source>S stays on hold</source>
        <translation>S giữ nguyên</translation>
    </message>
    <message>
        <source>Q back to the queue, with the time waited so far</source>
        <translation>Q về hàng chờ, giữ thời gian đã chờ</translation>
    </message>
    <message>
        <source>D to another desk, with the time waited so far (again: the next desk)</source>
        <translation>D sang quầy khác, giữ thời gian đã chờ (bấm lại: quầy kế)</translation>
    </message>
    <message>
        <source>Nobody is on hold. These forms stay under &quot;My drafts&quot;.</source>
        <translation>Không tạm giữ ai. Các tờ khai này ở lại mục &quot;Bản nháp của tôi&quot;.</translation>
    </message>
    <message>
        <source>stays under &quot;My drafts&quot;</source>
        <translation>ở lại &quot;Bản nháp của tôi&quot;</translation>
    </message>
    <message>
        <source>back to the queue</source>
        <translation>về hàng chờ</translation>
    </message>
    <message>
        <source>stays until %1</source>
        <translation>giữ đến %1</translation>
    </message>
    <message>
        <source>stays on hold</source>
        <translation>giữ nguyên</translation>
    </message>
    <message>
        <source>e.g. 13:00</source>
        <translation>ví dụ 13:00</translation>
    </message>
    <message>
        <source>The hall is told: on a break until %1.</source>
        <translation>Sảnh được báo: tạm nghỉ đến %1.</translation>
    </message>
    <message>
        <source>is past already</source>
        <translation>đã qua rồi</translation>
    </message>
    <message>
        <source>not a time; type it like 13:00 or 1300</source>
        <translation>không phải giờ; gõ như 13:00 hoặc 1300</translation>
    </message>
    <message>
        <source>A form that nobody waits for stays under &quot;My drafts&quot;. Handing over the shift gives it to a colleague.</source>
        <translation>Tờ khai không có người chờ thì ở lại mục &quot;Bản nháp của tôi&quot;. Bàn giao ca sẽ chuyển tờ khai cho đồng nghiệp.</translation>
    </message>
    <message>
        <source>No other desk is open today. Nothing was changed. Q puts them back into the queue.</source>
        <translation>Hôm nay không có quầy nào khác đang mở. Chưa thay đổi gì. Bấm Q để đưa về hàng chờ.</translation>
    </message>
    <message>
        <source>Before the break</source>
        <translation>Trước khi tạm nghỉ</translation>
    </message>
    <message>
        <source>The desk is changing over. Nothing was lost.</source>
        <translation>Quầy đang chuyển trạng thái. Không mất gì.</translation>
    </message>
    <message>
        <source>When you are back is no time of today that is still ahead. Nothing was changed. Type it like 13:00.</source>
        <translation>Giờ trở lại không phải là giờ còn ở phía trước của hôm nay. Chưa thay đổi gì. Gõ như 13:00.</translation>
    </message>
    <message>
        <source>Take a break</source>
        <translation>Bắt đầu nghỉ</translation>
    </message>
    <message>
        <source>Close the desk</source>
        <translation>Đóng quầy</translation>
    </message>
    <message>
        <source>To the back office</source>
        <translation>Vào việc trong quầy</translation>
    </message>
    <message>
        <source>Hand over the shift</source>
        <translation>Bàn giao ca</translation>
    </message>
</context>
<context>
    <name>motcua::CardDesk</name>
    <message>
        <source>The chip is being opened.</source>
        <translation>Đang mở chip.</translation>
    </message>
    <message>
        <source>Name, number and residence are being read.</source>
        <translation>Đang đọc họ tên, số định danh và nơi cư trú.</translation>
    </message>
    <message>
        <source>What was read is being verified.</source>
        <translation>Đang xác thực dữ liệu vừa đọc.</translation>
    </message>
    <message>
        <source>The photograph is being read.</source>
        <translation>Đang đọc ảnh.</translation>
    </message>
    <message>
        <source>This opens no chip: it is neither 6 nor 12 digits, nor the lines of a zone, nor a number with two dates. Compare it with the card and type it again.</source>
        <translation>Chuỗi này không mở được chip: không phải 6 hoặc 12 chữ số, không phải các dòng mã máy đọc, cũng không phải số kèm hai ngày. Đối chiếu với thẻ rồi gõ lại.</translation>
    </message>
    <message>
        <source>No photograph was read.</source>
        <translation>Không đọc được ảnh.</translation>
    </message>
    <message>
        <source>This machine has no program to show the photograph.</source>
        <translation>Máy này không có chương trình hiển thị ảnh.</translation>
    </message>
    <message>
        <source>The photograph in the chip cannot be shown. Compare the one on the card.</source>
        <translation>Không hiển thị được ảnh trong chip. Đối chiếu ảnh in trên thẻ.</translation>
    </message>
    <message>
        <source>Lay the card on the reader and leave it there. It is read by itself.</source>
        <translation>Đặt thẻ lên đầu đọc và để yên. Máy tự đọc.</translation>
    </message>
    <message>
        <source>card is being read</source>
        <translation>đang đọc thẻ</translation>
    </message>
    <message>
        <source>Card reader %1 service does not answer</source>
        <translation>Đầu đọc thẻ %1 dịch vụ không trả lời</translation>
    </message>
    <message>
        <source>Card reader %1 not there</source>
        <translation>Đầu đọc thẻ %1 không có</translation>
    </message>
    <message>
        <source>Card reader %1 does not answer</source>
        <translation>Đầu đọc thẻ %1 không trả lời</translation>
    </message>
    <message>
        <source>Card reader %1 card does not answer</source>
        <translation>Đầu đọc thẻ %1 thẻ không trả lời</translation>
    </message>
    <message>
        <source>Card reader %1</source>
        <translation>Đầu đọc thẻ %1</translation>
    </message>
    <message>
        <source>%1 opens the page &quot;This machine&quot;, which says more.</source>
        <translation>%1 mở trang Máy này để xem rõ hơn.</translation>
    </message>
    <message>
        <source>Nothing was read of who is here yet. Read the card, scan its code or the lines of a passport; or go on, and the form asks who it is.</source>
        <translation>Chưa đọc gì của người đang ở quầy. Đọc thẻ, quét mã trên thẻ hoặc dòng mã hộ chiếu; hoặc cứ đi tiếp, tờ khai sẽ hỏi.</translation>
    </message>
    <message>
        <source>The card on the reader does not open with what was scanned or typed: it is another card, or the number is not its own.</source>
        <translation>Thẻ đang đặt trên đầu đọc không mở được bằng dữ liệu vừa quét hoặc gõ: đó là thẻ khác, hoặc số không phải của thẻ này.</translation>
    </message>
    <message>
        <source>What was scanned and typed is still there.</source>
        <translation>Những gì đã quét và gõ vẫn còn.</translation>
    </message>
    <message>
        <source>Lay the card there that belongs to it; or %1 asks for what is printed on the one that lies there.</source>
        <translation>Đặt đúng thẻ của dữ liệu đó lên đầu đọc; hoặc bấm %1 để gõ số in trên thẻ đang đặt.</translation>
    </message>
</context>
<context>
    <name>motcua::CardPage</name>
    <message>
        <source>What opens the chip</source>
        <translation>Mã để mở chip</translation>
    </message>
    <message>
        <source>The 12 digits of the number or its last 6, or scan the QR code of the card. Passport: the lines of letters and arrows at the foot of the page, or its number, date of birth and last day as YYMMDD with spaces between.</source>
        <translation>12 chữ số định danh hoặc 6 chữ số cuối, hoặc quét mã QR trên thẻ. Hộ chiếu: các dòng chữ và dấu mũi tên ở cuối trang, hoặc số hộ chiếu, ngày sinh và ngày hết hạn dạng YYMMDD, cách nhau bằng dấu cách.</translation>
    </message>
    <message>
        <source>Reading of the card</source>
        <translation>Tiến độ đọc thẻ</translation>
    </message>
    <message>
        <source>Photograph in the chip</source>
        <translation>Ảnh trong chip</translation>
    </message>
    <message>
        <source>Without the chip…</source>
        <translation>Không dùng chip…</translation>
    </message>
    <message>
        <source>Another card</source>
        <translation>Thẻ khác</translation>
    </message>
    <message>
        <source>Open the chip</source>
        <translation>Mở chip</translation>
    </message>
    <message>
        <source>Nothing is typed yet. Type the last 6 digits of the number, or scan the QR code of the card.</source>
        <translation>Chưa gõ gì. Gõ 6 chữ số cuối của số định danh, hoặc quét mã QR trên thẻ.</translation>
    </message>
    <message>
        <source>Read the card</source>
        <translation>Đọc thẻ</translation>
    </message>
    <message>
        <source>No card lies on the reader. Lay it there; it is read by itself, and nothing has to be typed twice.</source>
        <translation>Chưa có thẻ trên đầu đọc. Đặt thẻ lên, máy tự đọc, không phải gõ lại gì.</translation>
    </message>
    <message>
        <source>Into the form</source>
        <translation>Đưa vào tờ khai</translation>
    </message>
    <message>
        <source>The card is still being read. Leave it where it is for a moment.</source>
        <translation>Đang đọc thẻ. Để yên thẻ thêm một chút.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Thôi đọc</translation>
    </message>
    <message>
        <source>The machine-readable lines</source>
        <translation>Dòng mã máy đọc</translation>
    </message>
    <message>
        <source>The lines of letters and arrows, at the foot of the passport&apos;s page or on the back of the card, one behind the other with a space between. They prove nobody: compare document and person.</source>
        <translation>Các dòng chữ và dấu &lt; ở cuối trang hộ chiếu hoặc mặt sau thẻ, gõ nối nhau, giữa hai dòng để một dấu cách. Dòng mã không chứng minh nhân thân: hãy đối chiếu giấy tờ với người.</translation>
    </message>
    <message>
        <source>The lines alone</source>
        <translation>Chỉ dùng dòng mã</translation>
    </message>
    <message>
        <source>Take what the lines say</source>
        <translation>Lấy theo dòng mã</translation>
    </message>
    <message>
        <source>Nothing is typed yet. Type the lines of the document, or scan them.</source>
        <translation>Chưa nhập gì. Gõ các dòng mã của giấy tờ, hoặc quét.</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>Người đang ở quầy</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Đi tiếp</translation>
    </message>
</context>
<context>
    <name>motcua::CashBox</name>
    <message>
        <source>Given</source>
        <translation>Khách đưa</translation>
    </message>
    <message>
        <source>Amount given</source>
        <translation>Số tiền khách đưa</translation>
    </message>
    <message>
        <source>for example 500k</source>
        <translation>ví dụ 500k</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Đủ</translation>
    </message>
    <message>
        <source>Given: %1</source>
        <translation>Khách đưa: %1</translation>
    </message>
    <message>
        <source>STILL MISSING</source>
        <translation>CÒN THIẾU</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>TRẢ LẠI</translation>
    </message>
    <message>
        <source>%1 cannot be given back in notes</source>
        <translation>không có tờ tiền nào để trả lại %1</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>nothing goes back</source>
        <translation>không phải trả lại</translation>
    </message>
    <message>
        <source>This is no amount yet. Type it as 500k, 1,5tr or 500.000.</source>
        <translation>Đây chưa phải là số tiền. Gõ như 500k, 1,5tr hoặc 500.000.</translation>
    </message>
    <message>
        <source>type what was given, as 500k</source>
        <translation>gõ số tiền khách đưa, ví dụ 500k</translation>
    </message>
    <message>
        <source>This drawer cannot give that back. Ask for a smaller note, or take VietQR, transfer or card.</source>
        <translation>Ngăn kéo không đủ tiền lẻ để trả lại. Xin khách đưa tờ nhỏ hơn, hoặc thu bằng VietQR, chuyển khoản, thẻ.</translation>
    </message>
    <message>
        <source>This drawer has enough with %1</source>
        <translation>Ngăn kéo này đủ trả lại bằng %1</translation>
    </message>
</context>
<context>
    <name>motcua::CategoryBox</name>
    <message>
        <source>“%1” as typed</source>
        <translation>“%1” như đã gõ</translation>
    </message>
</context>
<context>
    <name>motcua::CertifyPage</name>
    <message>
        <source>Paper of which copies are certified, without a person&apos;s name</source>
        <translation>Giấy tờ được chứng thực bản sao, không ghi tên người</translation>
    </message>
    <message>
        <source>Pages of the original</source>
        <translation>Số trang của bản chính</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Số bản sao</translation>
    </message>
    <message>
        <source>Fee of all copies</source>
        <translation>Phí của tất cả các bản sao</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Their title</source>
        <translation>Chức danh người ký</translation>
    </message>
    <message>
        <source>Entered in book %1 under number %2.</source>
        <translation>Đã vào quyển số %1, số %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n page(s) of the original</source>
        <translation>
            <numerusform>%1 · %n trang của bản chính</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certified copy(s) · %1</source>
        <translation>
            <numerusform>%n bản sao chứng thực · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Void this line</source>
        <translation>Hủy dòng này</translation>
    </message>
    <message>
        <source>The line will not hold any more; its number stays used. The dossier can then be entered again.</source>
        <translation>Dòng này sẽ không còn giá trị; số của nó không dùng lại. Sau đó hồ sơ được vào sổ lại.</translation>
    </message>
    <message>
        <source>Why it is voided (stands in the register)</source>
        <translation>Lý do hủy (ghi trong sổ)</translation>
    </message>
    <message>
        <source>A supervisor stands beside you and signs in here. You stay signed in.</source>
        <translation>Trưởng ca đứng cạnh và đăng nhập tại đây. Phiên làm việc của bạn vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Sign-in name of the supervisor</source>
        <translation>Tên đăng nhập của trưởng ca</translation>
    </message>
    <message>
        <source>Their password</source>
        <translation>Mật khẩu của họ</translation>
    </message>
    <message>
        <source>The name of the paper is missing.</source>
        <translation>Thiếu tên giấy tờ.</translation>
    </message>
    <message>
        <source>The pages of the original are not counted.</source>
        <translation>Chưa đếm số trang của bản chính.</translation>
    </message>
    <message>
        <source>The copies are not counted.</source>
        <translation>Chưa đếm số bản sao.</translation>
    </message>
    <message>
        <source>The fee is missing.</source>
        <translation>Thiếu số phí.</translation>
    </message>
    <message>
        <source>Who signs is missing.</source>
        <translation>Thiếu người ký.</translation>
    </message>
    <message>
        <source>The title of who signs is missing.</source>
        <translation>Thiếu chức danh người ký.</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>Thiếu lý do.</translation>
    </message>
    <message>
        <source>The supervisor has not signed in.</source>
        <translation>Trưởng ca chưa đăng nhập.</translation>
    </message>
    <message>
        <source>The supervisor&apos;s password is missing.</source>
        <translation>Thiếu mật khẩu của trưởng ca.</translation>
    </message>
    <message>
        <source>Void a line of the register</source>
        <translation>Hủy một dòng của sổ chứng thực</translation>
    </message>
    <message>
        <source>In the register of certifications</source>
        <translation>Trong sổ chứng thực</translation>
    </message>
    <message>
        <source>Enter in the register of certifications</source>
        <translation>Vào sổ chứng thực</translation>
    </message>
    <message>
        <source>It is being recorded. Please wait a moment.</source>
        <translation>Đang ghi. Vui lòng chờ một lát.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Void the line</source>
        <translation>Hủy dòng này</translation>
    </message>
    <message>
        <source>Enter in the register</source>
        <translation>Vào sổ</translation>
    </message>
    <message>
        <source>Print the statement</source>
        <translation>In lời chứng</translation>
    </message>
    <message>
        <source>There is no printer at this desk. Nothing was printed.</source>
        <translation>Quầy này không có máy in. Chưa in gì.</translation>
    </message>
    <message>
        <source>Register of the year</source>
        <translation>Sổ của năm</translation>
    </message>
    <message>
        <source>Sign an electronic copy</source>
        <translation>Ký bản điện tử</translation>
    </message>
</context>
<context>
    <name>motcua::CitizenDesk</name>
    <message>
        <source>The citizen&apos;s screen is unplugged. Nothing was lost. Plug it in and show it again.</source>
        <translation>Màn hình khách bị rút. Không mất gì. Cắm lại rồi cho khách xem lần nữa.</translation>
    </message>
    <message>
        <source>The citizen&apos;s screen is blank.</source>
        <translation>Màn hình khách đã trống.</translation>
    </message>
    <message>
        <source>The citizen says that something is wrong. Ask them what, and put it right.</source>
        <translation>Khách báo có chỗ sai. Hỏi khách và sửa lại.</translation>
    </message>
    <message>
        <source>The citizen sees it now, and every change with it.</source>
        <translation>Khách đang xem, sửa tới đâu thấy tới đó.</translation>
    </message>
    <message>
        <source>No second screen is plugged in, or the hall board is on it. Nothing was changed. Print the declaration for them to read.</source>
        <translation>Chưa cắm màn hình thứ hai, hoặc bảng gọi số đang ở đó. Chưa thay đổi gì. Hãy in tờ khai cho khách đọc.</translation>
    </message>
</context>
<context>
    <name>motcua::CitizenWindow</name>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Có chỗ sai</translation>
    </message>
    <message>
        <source>Please read: what is wrong is put right before you sign.</source>
        <translation>Xin xem lại: sai ở đâu, cán bộ sửa trước khi ký.</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Chữ nhỏ lại</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Chữ to hơn</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Trả kết quả: %1</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>Phải nộp: %1</translation>
    </message>
    <message>
        <source>Sign here</source>
        <translation>Ký tại đây</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Sign below with a finger or a pen.</source>
        <translation>Mời ký bên dưới bằng ngón tay hoặc bút.</translation>
    </message>
    <message>
        <source>This is too little for a signature. Please sign again, larger.</source>
        <translation>Nét quá ít, chưa thành chữ ký. Mời ký lại, to hơn.</translation>
    </message>
</context>
<context>
    <name>motcua::ConflictDesk</name>
    <message numerus="yes">
        <source>%n decision(s) recorded: they hold at every desk. What was written before stays in the history.</source>
        <translation>
            <numerusform>Đã ghi %n quyết định, có hiệu lực ở mọi quầy. Những gì ghi trước đó vẫn còn trong lịch sử.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more to be decided.</source>
        <translation>
            <numerusform>Còn %n mục chờ quyết định.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else wrote about %1 meanwhile, so your decision was not recorded. Open it again to see how it stands now.</source>
        <translation>Vừa có người khác ghi vào hồ sơ %1 nên quyết định của anh/chị chưa được ghi. Hãy mở lại để xem nội dung hiện tại.</translation>
    </message>
    <message>
        <source>Somebody else decided all of it meanwhile. Nothing of yours was recorded; what was decided stands in the history.</source>
        <translation>Người khác vừa quyết định xong tất cả. Lựa chọn của anh/chị chưa được ghi; quyết định đã có nằm trong lịch sử.</translation>
    </message>
    <message>
        <source>Somebody wrote about this dossier meanwhile. Nothing was recorded; this is how it stands now, and what you chose is kept where it still is asked so.</source>
        <translation>Vừa có người ghi vào hồ sơ này. Chưa ghi quyết định nào; đây là nội dung hiện tại, các lựa chọn còn phù hợp được giữ nguyên.</translation>
    </message>
    <message>
        <source>Somebody else wrote about this meanwhile: %1. Nothing was recorded. This is how it stands now: look at it and choose again.</source>
        <translation>Vừa có người khác ghi vào mục này: %1. Chưa ghi quyết định nào. Đây là nội dung hiện tại: hãy xem và chọn lại.</translation>
    </message>
    <message>
        <source>Another decision is being recorded. This one is not recorded yet, and nothing of it is lost. Try again in a moment.</source>
        <translation>Đang ghi một quyết định khác. Quyết định này chưa được ghi và không mất gì. Xin thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>Nothing was recorded. What you chose is kept until you sign out.</source>
        <translation>Chưa ghi gì. Những gì đã chọn được giữ đến khi đăng xuất.</translation>
    </message>
</context>
<context>
    <name>motcua::ConflictItem</name>
    <message>
        <source>Nothing stood there before.</source>
        <translation>Trước đó chưa có gì.</translation>
    </message>
    <message>
        <source>Stood there before: %1</source>
        <translation>Trước đó: %1</translation>
    </message>
    <message>
        <source>Follows from other answers and is decided with them.</source>
        <translation>Tính ra từ các mục khác và được quyết định cùng các mục đó.</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Giá trị khác…</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>giá trị khác</translation>
    </message>
    <message>
        <source>keeps: %1</source>
        <translation>giữ: %1</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>chưa quyết định</translation>
    </message>
    <message>
        <source>not for you to decide</source>
        <translation>người khác quyết định</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>theo các mục khác</translation>
    </message>
    <message>
        <source>waits for the others</source>
        <translation>chờ các mục khác</translation>
    </message>
</context>
<context>
    <name>motcua::ConflictPage</name>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>These were written apart, while neither had seen the other. Choose what stands from now on; everything that was written stays in the history.</source>
        <translation>Các mục dưới đây được ghi ở nhiều nơi khi chưa thấy nhau. Chọn nội dung có hiệu lực từ nay; mọi bản đã ghi đều được giữ trong lịch sử.</translation>
    </message>
    <message>
        <source>↑ ↓ what is decided · ← → or 1…9 whose word is kept · E something else · Del takes the choice back</source>
        <translation>↑ ↓ chọn mục · ← → hoặc 1…9 chọn bản được giữ · E giá trị khác · Del bỏ chọn</translation>
    </message>
    <message>
        <source>The citizen confirmed it</source>
        <translation>Người dân xác nhận</translation>
    </message>
    <message>
        <source>By the papers of the dossier</source>
        <translation>Theo giấy tờ trong hồ sơ</translation>
    </message>
    <message>
        <source>The deciding office confirmed it</source>
        <translation>Cơ quan giải quyết xác nhận</translation>
    </message>
    <message>
        <source>The other entry was a mistake</source>
        <translation>Bản kia ghi nhầm</translation>
    </message>
    <message>
        <source>in your own words, or a few letters of a usual one</source>
        <translation>tự viết, hoặc gõ vài chữ của lý do thường gặp</translation>
    </message>
    <message>
        <source>Why (kept in the history; may stay empty)</source>
        <translation>Lý do (được giữ trong lịch sử; có thể để trống)</translation>
    </message>
    <message>
        <source>This follows from other answers. Nothing was changed. Decide those; this one is decided with them.</source>
        <translation>Mục này tính ra từ các mục khác. Chưa thay đổi gì. Hãy quyết định các mục đó; mục này được quyết định cùng.</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>Chưa thay đổi gì. %1</translation>
    </message>
    <message numerus="yes">
        <source>There are %n to choose from here. Nothing was changed.</source>
        <translation>
            <numerusform>Ở đây có %n bản để chọn. Chưa thay đổi gì.</numerusform>
        </translation>
    </message>
    <message>
        <source>What stands on that side is not on this computer yet. Nothing was changed. Keep another one, or wait until it has come.</source>
        <translation>Nội dung của bản đó chưa có trên máy này. Chưa thay đổi gì. Hãy giữ bản khác, hoặc chờ nội dung về.</translation>
    </message>
    <message>
        <source>The decision is being recorded. Please wait a moment.</source>
        <translation>Đang ghi quyết định. Xin chờ một chút.</translation>
    </message>
    <message>
        <source>Not recorded yet: %1 Nothing was lost. Ctrl+E goes there.</source>
        <translation>Chưa ghi: %1 Không mất gì. Ctrl+E tới đó.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Nothing was changed. Choose with ← → or a number whose word is kept.</source>
        <translation>Chưa chọn mục nào. Chưa thay đổi gì. Bấm ← → hoặc phím số để chọn bản được giữ.</translation>
    </message>
    <message>
        <source>Not decided yet: %1</source>
        <translation>Chưa quyết định: %1</translation>
    </message>
    <message>
        <source>Conflict desk</source>
        <translation>Bàn đối chiếu</translation>
    </message>
    <message>
        <source>Conflict desk · %1</source>
        <translation>Bàn đối chiếu · %1</translation>
    </message>
    <message>
        <source>Take the choice back</source>
        <translation>Bỏ chọn</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Ghi quyết định</translation>
    </message>
    <message>
        <source>This field holds an answer. Nothing was changed. Delete it first to say why it stays empty.</source>
        <translation>Ô này đã có nội dung. Chưa có gì bị thay đổi. Xoá nội dung trước khi chọn lý do để trống.</translation>
    </message>
    <message>
        <source>Nothing else can be said here. Nothing was changed. Keep one of those that were written.</source>
        <translation>Mục này không ghi giá trị khác được. Chưa thay đổi gì. Hãy giữ một trong các bản đã ghi.</translation>
    </message>
</context>
<context>
    <name>motcua::CorrectPage</name>
    <message>
        <source>A few letters of the field or of what is written there, without tone marks</source>
        <translation>Gõ vài chữ không dấu của ô, hoặc của chữ đang ghi ở đó</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Sai ở đâu</translation>
    </message>
    <message>
        <source>The citizen says so</source>
        <translation>Người dân báo sai</translation>
    </message>
    <message>
        <source>Typed wrong</source>
        <translation>Gõ nhầm</translation>
    </message>
    <message>
        <source>Read wrong from a paper</source>
        <translation>Đọc nhầm giấy tờ</translation>
    </message>
    <message>
        <source>The citizen shows another paper</source>
        <translation>Người dân xuất trình giấy tờ khác</translation>
    </message>
    <message>
        <source>in your own words, or a few letters of a usual one</source>
        <translation>tự viết, hoặc gõ vài chữ của lý do thường gặp</translation>
    </message>
    <message>
        <source>Why it is put right (kept in the history)</source>
        <translation>Lý do sửa (lưu trong lịch sử)</translation>
    </message>
    <message>
        <source>WILL HAPPEN</source>
        <translation>SẼ XẢY RA</translation>
    </message>
    <message>
        <source>A supervisor stands beside you and signs in here. You stay signed in.</source>
        <translation>Phụ trách trung tâm đăng nhập tại đây để phê duyệt. Anh/chị vẫn đang đăng nhập.</translation>
    </message>
    <message>
        <source>Sign-in name of the supervisor</source>
        <translation>Tên đăng nhập của người phê duyệt</translation>
    </message>
    <message>
        <source>Their password</source>
        <translation>Mật khẩu của người đó</translation>
    </message>
    <message>
        <source>Stands now: %1</source>
        <translation>Đang ghi: %1</translation>
    </message>
    <message>
        <source>It is not said what is wrong.</source>
        <translation>Chưa chọn ô bị sai.</translation>
    </message>
    <message>
        <source>Nothing stands otherwise than before.</source>
        <translation>Chưa có ô nào khác trước.</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>Thiếu lý do.</translation>
    </message>
    <message>
        <source>The supervisor has not signed in.</source>
        <translation>Người phê duyệt chưa đăng nhập.</translation>
    </message>
    <message>
        <source>The supervisor&apos;s password is missing.</source>
        <translation>Thiếu mật khẩu của người phê duyệt.</translation>
    </message>
    <message>
        <source>Correct what was said</source>
        <translation>Sửa nội dung hồ sơ</translation>
    </message>
    <message>
        <source>Correct after acceptance · %1</source>
        <translation>Sửa sai sau tiếp nhận · %1</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Để như cũ</translation>
    </message>
    <message>
        <source>The correction is being recorded. Please wait a moment.</source>
        <translation>Đang ghi việc sửa. Xin chờ một chút.</translation>
    </message>
    <message>
        <source>Not recorded yet: %1 Nothing was lost. Ctrl+E goes there.</source>
        <translation>Chưa ghi: %1 Không mất gì. Ctrl+E tới đó.</translation>
    </message>
    <message>
        <source>Record the correction</source>
        <translation>Ghi việc sửa</translation>
    </message>
    <message>
        <source>This field holds an answer. Nothing was changed. Delete it first to say why it stays empty.</source>
        <translation>Ô này đã có nội dung. Chưa có gì bị thay đổi. Xoá nội dung trước khi chọn lý do để trống.</translation>
    </message>
    <message>
        <source>No field fits these letters. Nothing was changed. Type fewer letters, or another word.</source>
        <translation>Không có ô nào khớp. Chưa có gì thay đổi. Gõ ít chữ hơn hoặc từ khác.</translation>
    </message>
</context>
<context>
    <name>motcua::CountBox</name>
    <message>
        <source>One less</source>
        <translation>Bớt một</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Thêm một</translation>
    </message>
</context>
<context>
    <name>motcua::Counter</name>
    <message>
        <source>The draft is discarded. %1 brings it back for 10 seconds.</source>
        <translation>Đã bỏ bản nháp. Trong 10 giây, %1 lấy lại được.</translation>
    </message>
    <message>
        <source>The draft is back as it was.</source>
        <translation>Bản nháp đã trở lại như cũ.</translation>
    </message>
    <message>
        <source>The form is kept under &quot;My drafts&quot; (%1). Nothing typed is lost.</source>
        <translation>Tờ khai được giữ trong &quot;Bản nháp của tôi&quot; (%1). Không mất gì đã gõ.</translation>
    </message>
    <message>
        <source>The dossier is being recorded. Nothing was lost. Try again in a moment.</source>
        <translation>Hồ sơ đang được ghi. Không mất gì. Thử lại sau giây lát.</translation>
    </message>
    <message numerus="yes">
        <source>This visit has %n dossier(s). Nothing was changed.</source>
        <translation>
            <numerusform>Lượt này có %n hồ sơ. Chưa có gì thay đổi.</numerusform>
        </translation>
    </message>
    <message>
        <source>No dossier with this code is on this machine. Nothing was changed.</source>
        <translation>Máy này không có hồ sơ mang mã đó. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Recorded. The papers go back to the citizen; the slip says what for.</source>
        <translation>Đã ghi. Trả lại giấy tờ cho người dân; phiếu ghi rõ lý do.</translation>
    </message>
    <message>
        <source>The slip template %1 of this centre has a mistake, so the one that came with the program is used. Nothing is lost. Please tell the administrator: motcua-ctl slip check shows what is wrong.</source>
        <translation>Mẫu phiếu %1 riêng của trung tâm có lỗi nên máy dùng mẫu kèm theo chương trình. Không mất gì. Vui lòng báo quản trị: lệnh motcua-ctl slip check cho biết lỗi ở đâu.</translation>
    </message>
    <message>
        <source>What was typed last is not saved, because the disk takes nothing. Signing out loses it; %1 hides and locks, and loses nothing.</source>
        <translation>Những gì vừa gõ chưa lưu được vì ổ đĩa không nhận ghi. Đăng xuất bây giờ thì mất; %1 ẩn và khoá màn hình, không mất gì.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ở lại</translation>
    </message>
    <message>
        <source>Sign out all the same</source>
        <translation>Vẫn đăng xuất</translation>
    </message>
    <message numerus="yes">
        <source>Nobody has touched this desk for a while. It hides in %n second(s); any key keeps it open. Nothing typed is lost.</source>
        <translation>
            <numerusform>Đã lâu không ai chạm vào máy này. Màn hình sẽ ẩn sau %n giây; bấm phím bất kỳ để giữ nguyên. Những gì đã nhập không mất.</numerusform>
        </translation>
    </message>
    <message>
        <source>The number of the envelope was scanned.</source>
        <translation>Đã quét số hiệu bưu gửi.</translation>
    </message>
    <message>
        <source>Recorded. Put the papers and the slip into an envelope; the slip says what for.</source>
        <translation>Đã ghi. Cho giấy tờ và phiếu vào bì thư gửi lại; phiếu ghi rõ lý do.</translation>
    </message>
    <message>
        <source>Somebody is still here. Nothing was changed. Finish or hold their visit first, then enter the slip again.</source>
        <translation>Vẫn còn người ở quầy. Chưa có gì thay đổi. Hãy kết thúc hoặc tạm hoãn lượt này trước, rồi nhập lại phiếu.</translation>
    </message>
    <message>
        <source>Provisional slip %1: choose the procedure. What is accepted counts from the moment on the slip.</source>
        <translation>Phiếu tạm %1: chọn thủ tục. Hồ sơ được tính từ giờ ghi trên phiếu.</translation>
    </message>
    <message>
        <source>Nothing is in conflict about this dossier any more: it was decided meanwhile.</source>
        <translation>Hồ sơ này không còn mục nào ghi khác nhau: vừa có người quyết định.</translation>
    </message>
    <message>
        <source>! centre not reached since %1; this desk works on alone</source>
        <translation>! mất liên lạc với trung tâm từ %1; quầy vẫn làm việc bình thường</translation>
    </message>
    <message>
        <source>! centre shares nothing since %1 (%2)</source>
        <translation>! không trao đổi được với trung tâm từ %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>! messages to telephones fail since %1 (%2); %n not sent today</source>
        <translation>
            <numerusform>! tin nhắn không gửi được từ %1 (%2); hôm nay %n tin chưa gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>version %1 is ready: close the program at the end of the day, and it is put in</source>
        <translation>bản %1 đã sẵn sàng: cuối ngày hãy đóng chương trình, bản mới sẽ được cài</translation>
    </message>
</context>
<context>
    <name>motcua::DashboardDesk</name>
    <message numerus="yes">
        <source>%n row(s) were written to %1</source>
        <translation>
            <numerusform>Đã ghi %n dòng vào %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s) were written to %1. The list is longer; open a smaller number to take the others along.</source>
        <translation>
            <numerusform>Đã ghi %n dòng đầu vào %1. Danh sách còn dài hơn; mở con số nhỏ hơn để xuất phần còn lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Quầy</translation>
    </message>
</context>
<context>
    <name>motcua::DashboardListPage</name>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Vé</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>đang đếm…</translation>
    </message>
    <message>
        <source>%1 tickets</source>
        <translation>%1 vé</translation>
    </message>
    <message>
        <source>%1 dossiers</source>
        <translation>%1 hồ sơ</translation>
    </message>
    <message>
        <source>No ticket stands behind this number</source>
        <translation>Không có vé nào sau con số này</translation>
    </message>
    <message>
        <source>No dossier stands behind this number</source>
        <translation>Không có hồ sơ nào sau con số này</translation>
    </message>
    <message>
        <source>Esc goes back to the dashboard.</source>
        <translation>Esc trở về trang điều hành.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Điều hành</translation>
    </message>
    <message>
        <source>This list has no rows. Nothing was changed. Esc goes back to the dashboard.</source>
        <translation>Danh sách này không có dòng nào. Chưa thay đổi gì. Esc trở về trang điều hành.</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>motcua::DashboardPage</name>
    <message>
        <source>WAITING NOW</source>
        <translation>ĐANG CHỜ</translation>
    </message>
    <message>
        <source>LONGEST WAIT</source>
        <translation>CHỜ LÂU NHẤT</translation>
    </message>
    <message>
        <source>NOT LATE THIS MONTH</source>
        <translation>ĐÚNG HẠN THÁNG NÀY</translation>
    </message>
    <message>
        <source>IN HAND</source>
        <translation>ĐANG GIẢI QUYẾT</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Waiting by service group</source>
        <translation>Đang chờ theo nhóm dịch vụ</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>No number was drawn here in the last 30 days, so nobody is known to wait.</source>
        <translation>30 ngày qua ở đây không lấy số, nên không rõ ai đang chờ.</translation>
    </message>
    <message>
        <source>Finished by day</source>
        <translation>Giải quyết theo ngày</translation>
    </message>
    <message>
        <source>early</source>
        <translation>trước hạn</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>đúng hạn</translation>
    </message>
    <message>
        <source>late</source>
        <translation>trễ hạn</translation>
    </message>
    <message>
        <source>DESKS</source>
        <translation>QUẦY</translation>
    </message>
    <message>
        <source>WAITING BY SERVICE GROUP</source>
        <translation>ĐANG CHỜ THEO NHÓM DỊCH VỤ</translation>
    </message>
    <message>
        <source>Nothing was finished in the last two weeks.</source>
        <translation>Hai tuần qua chưa có hồ sơ nào giải quyết xong.</translation>
    </message>
    <message>
        <source>FINISHED BY DAY</source>
        <translation>GIẢI QUYẾT THEO NGÀY</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Đến hạn</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Accepted today</source>
        <translation>Tiếp nhận hôm nay</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>Không có hồ sơ quá hạn.</translation>
    </message>
    <message>
        <source>Nothing was accepted today yet.</source>
        <translation>Hôm nay chưa tiếp nhận hồ sơ nào.</translation>
    </message>
    <message>
        <source>DOSSIERS</source>
        <translation>HỒ SƠ</translation>
    </message>
    <message>
        <source>DUE</source>
        <translation>ĐẾN HẠN</translation>
    </message>
    <message>
        <source>OVERDUE, BY WHO DECIDES</source>
        <translation>QUÁ HẠN, THEO NƠI GIẢI QUYẾT</translation>
    </message>
    <message>
        <source>ACCEPTED TODAY, BY STATUS</source>
        <translation>TIẾP NHẬN HÔM NAY, THEO TRẠNG THÁI</translation>
    </message>
    <message>
        <source>The figures are still being counted. Nothing was changed.</source>
        <translation>Số liệu còn đang được tính. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Điều hành</translation>
    </message>
    <message>
        <source>Take the desks along</source>
        <translation>Xuất bảng quầy</translation>
    </message>
    <message>
        <source>There is no desk to take along. Nothing was changed.</source>
        <translation>Chưa có quầy nào để xuất. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Open what is behind the number</source>
        <translation>Xem hồ sơ phía sau</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>The figures are being counted…</source>
        <translation>Đang tính số liệu…</translation>
    </message>
    <message>
        <source>being counted</source>
        <translation>đang tính</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>no numbers are drawn here</source>
        <translation>ở đây không lấy số</translation>
    </message>
    <message>
        <source>Longest wait, %1</source>
        <translation>Chờ lâu nhất, %1</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Chờ lâu nhất</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>không có ai chờ</translation>
    </message>
    <message>
        <source>Not late this month; opens the late ones</source>
        <translation>Đúng hạn tháng này; mở hồ sơ trễ hạn</translation>
    </message>
    <message>
        <source>nothing was finished yet</source>
        <translation>chưa có hồ sơ nào xong</translation>
    </message>
    <message>
        <source>%1 late of %2 finished</source>
        <translation>%1 trễ trên %2 đã giải quyết</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>Đang giải quyết</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 quá hạn</translation>
    </message>
    <message>
        <source>none overdue</source>
        <translation>không có quá hạn</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Trước hạn</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Trễ hạn</translation>
    </message>
    <message>
        <source>= within time</source>
        <translation>= trong hạn</translation>
    </message>
    <message>
        <source>+ overdue</source>
        <translation>+ quá hạn</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>no calendar</source>
        <translation>chưa có lịch</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>ngày nghỉ</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Mai, %1</translation>
    </message>
    <message>
        <source>Within 2 hours</source>
        <translation>Trong 2 giờ</translation>
    </message>
    <message>
        <source>Today, from now on</source>
        <translation>Hôm nay, từ giờ</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>mâu thuẫn</translation>
    </message>
    <message>
        <source>Called or served at two desks while one was cut off: %1.</source>
        <translation>Hai quầy cùng gọi hoặc phục vụ khi một quầy mất nối: %1.</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Đánh giá, phản ánh</translation>
    </message>
    <message numerus="yes">
        <source>Feedback: %n not answered</source>
        <translation>
            <numerusform>Phản ánh: %n chưa trả lời</numerusform>
        </translation>
    </message>
    <message>
        <source>No desk is chosen. Nothing was changed. Choose its line among the desks with the arrow keys.</source>
        <translation>Chưa chọn quầy. Chưa có gì thay đổi. Dùng phím mũi tên đi tới dòng của quầy.</translation>
    </message>
    <message>
        <source>The desk&apos;s ticket, groups, closing</source>
        <translation>Vé, nhóm việc, đóng quầy</translation>
    </message>
    <message>
        <source>Notices, close the hall</source>
        <translation>Thông báo, đóng sảnh</translation>
    </message>
    <message>
        <source>Figures of the hall</source>
        <translation>Số liệu của sảnh</translation>
    </message>
    <message>
        <source>Machines of the desks</source>
        <translation>Máy của các quầy</translation>
    </message>
    <message>
        <source>Papers to be scanned</source>
        <translation>Giấy tờ chưa quét</translation>
    </message>
    <message>
        <source>Digitised</source>
        <translation>Đã số hoá</translation>
    </message>
    <message>
        <source>SCANNING</source>
        <translation>SỐ HOÁ</translation>
    </message>
    <message>
        <source>of these overdue</source>
        <translation>trong đó quá hạn</translation>
    </message>
    <message>
        <source>To be scanned</source>
        <translation>Chưa quét</translation>
    </message>
    <message>
        <source>of received</source>
        <translation>trên tiếp nhận</translation>
    </message>
    <message>
        <source>Papers used again</source>
        <translation>Giấy tờ tái sử dụng</translation>
    </message>
</context>
<context>
    <name>motcua::DayDesk</name>
    <message>
        <source>The desk is open.</source>
        <translation>Đã mở quầy.</translation>
    </message>
    <message>
        <source>In the back office</source>
        <translation>Việc trong quầy</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>On a break until %1</source>
        <translation>Tạm nghỉ đến %1</translation>
    </message>
    <message>
        <source>The desk serves again.</source>
        <translation>Quầy phục vụ trở lại.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>On a break until %1. The same key ends it.</source>
        <translation>Tạm nghỉ đến %1. Bấm lại phím này để phục vụ tiếp.</translation>
    </message>
    <message>
        <source>Back office</source>
        <translation>Việc trong quầy</translation>
    </message>
    <message>
        <source>In the back office. Nobody is called here. The same key ends it.</source>
        <translation>Đang làm việc trong quầy, không gọi ai. Bấm lại phím này để phục vụ tiếp.</translation>
    </message>
    <message>
        <source>Close the desk</source>
        <translation>Đóng quầy</translation>
    </message>
    <message>
        <source>The desk is closed for today.</source>
        <translation>Đã đóng quầy hôm nay.</translation>
    </message>
    <message>
        <source>How long is the break?</source>
        <translation>Tạm nghỉ bao lâu?</translation>
    </message>
    <message>
        <source>On hold meanwhile: %1.</source>
        <translation>Đang tạm giữ: %1.</translation>
    </message>
    <message>
        <source>Open the day</source>
        <translation>Mở ngày làm việc</translation>
    </message>
    <message>
        <source>Hand over the shift</source>
        <translation>Bàn giao ca</translation>
    </message>
</context>
<context>
    <name>motcua::DeskActs</name>
    <message>
        <source>Back among those who wait</source>
        <translation>Trả về hàng chờ</translation>
    </message>
    <message>
        <source>%1 waits again, with the time waited so far.</source>
        <translation>%1 chờ lại, giữ thời gian đã chờ.</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Không đến</translation>
    </message>
    <message>
        <source>%1 did not come, and may still come.</source>
        <translation>%1 vắng, vẫn có thể đến.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Kết thúc hộ</translation>
    </message>
    <message>
        <source>The turn of %1 is ended. What was begun for them stays with its officer.</source>
        <translation>Đã kết thúc lượt %1. Phần đang làm vẫn ở cán bộ phụ trách.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>For which groups it calls</source>
        <translation>Gọi cho nhóm nào</translation>
    </message>
    <message>
        <source>Close the desk</source>
        <translation>Đóng quầy</translation>
    </message>
    <message>
        <source>Nobody is called or served at desk %1%2. What is to be done?</source>
        <translation>Quầy %1%2 không gọi và không phục vụ ai. Cần làm gì?</translation>
    </message>
    <message>
        <source>%1 at desk %2%3: what becomes of it?</source>
        <translation>%1 ở quầy %2%3: xử lý thế nào?</translation>
    </message>
</context>
<context>
    <name>motcua::DeskGroupsPage</name>
    <message>
        <source>With none ticked the desk calls for all groups. Whoever was sent to this very desk is called in any case.</source>
        <translation>Không đánh dấu nhóm nào thì quầy gọi cho tất cả. Ai được chuyển đích danh đến quầy này vẫn được gọi.</translation>
    </message>
    <message>
        <source>Desk %1 · for which groups it calls</source>
        <translation>Quầy %1 · gọi cho nhóm nào</translation>
    </message>
    <message>
        <source>It is being kept. Nothing was lost.</source>
        <translation>Đang lưu. Không mất gì.</translation>
    </message>
    <message>
        <source>It is as it was before. Nothing was changed.</source>
        <translation>Vẫn như trước. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>motcua::DeskItemModel</name>
    <message>
        <source>%1 called</source>
        <translation>%1 đã gọi</translation>
    </message>
    <message>
        <source>Desk %1, %2, %3, ticket %4, served today %5</source>
        <translation>Quầy %1, %2, %3, vé %4, đã phục vụ hôm nay %5</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Vé</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Đã xong</translation>
    </message>
</context>
<context>
    <name>motcua::DeskSetup</name>
    <message>
        <source>Desk %1 has told nothing of itself yet. Nothing was changed.</source>
        <translation>Chưa nhận được thông tin của quầy %1. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>Desk %1 calls for all groups from now on.</source>
        <translation>Từ nay quầy %1 gọi cho tất cả các nhóm.</translation>
    </message>
    <message>
        <source>Desk %1 calls for %2 from now on.</source>
        <translation>Từ nay quầy %1 gọi cho nhóm %2.</translation>
    </message>
    <message>
        <source>Desk %1 is closed. Whoever sits there next opens it again.</source>
        <translation>Quầy %1 đã đóng. Người ngồi quầy sau sẽ mở lại.</translation>
    </message>
</context>
<context>
    <name>motcua::DossierDesk</name>
    <message>
        <source>Recorded: %1.</source>
        <translation>Đã ghi: %1.</translation>
    </message>
    <message>
        <source>The note is kept.</source>
        <translation>Đã lưu ghi chú.</translation>
    </message>
    <message>
        <source>Print again: %1</source>
        <translation>In lại: %1</translation>
    </message>
    <message>
        <source>The slip is kept with the dossier; there is no printer here.</source>
        <translation>Phiếu được lưu cùng hồ sơ; máy này không có máy in.</translation>
    </message>
    <message>
        <source>The slip was sent to the printer.</source>
        <translation>Đã gửi phiếu tới máy in.</translation>
    </message>
    <message>
        <source>The papers were received again as %1.</source>
        <translation>Giấy tờ đã được nhận lại với mã %1.</translation>
    </message>
    <message>
        <source>Are the papers received again at once, with another procedure?</source>
        <translation>Có nhận lại ngay các giấy tờ này với thủ tục khác không?</translation>
    </message>
    <message>
        <source>Yes, choose it next</source>
        <translation>Có, chọn thủ tục tiếp</translation>
    </message>
    <message>
        <source>No, only cancel</source>
        <translation>Không, chỉ huỷ</translation>
    </message>
    <message>
        <source>The correction is recorded. The code and the promise stay as they are.</source>
        <translation>Đã ghi việc sửa. Mã hồ sơ và ngày hẹn giữ nguyên.</translation>
    </message>
    <message>
        <source>The form this dossier was received with is not on this computer, so nothing of it can be put right here. Nothing was changed. Please tell the administrator.</source>
        <translation>Máy này không có mẫu tờ khai lúc tiếp nhận hồ sơ nên chưa sửa được tại đây. Chưa có gì thay đổi. Xin báo quản trị.</translation>
    </message>
    <message>
        <source>Nothing was recorded. What you wrote is kept until you sign out; S goes on with it.</source>
        <translation>Chưa ghi gì. Phần đã viết được giữ đến khi anh/chị đăng xuất; bấm S để viết tiếp.</translation>
    </message>
    <message>
        <source>Somebody else changed the same answers meanwhile. The correction was not recorded; what you wrote is kept with the dossier.</source>
        <translation>Người khác vừa sửa đúng những ô này. Chưa ghi việc sửa; phần anh/chị đã viết được giữ cùng hồ sơ.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile: %1. Nothing was recorded, and nothing you wrote is lost. Look at what stands there now, and record it again.</source>
        <translation>Người khác vừa sửa: %1. Chưa ghi gì, phần anh/chị đã viết còn nguyên. Xem nội dung đang ghi rồi ghi lại.</translation>
    </message>
    <message>
        <source>What was said and seen waits under &quot;My drafts&quot;, to be received again.</source>
        <translation>Điều đã khai, giấy tờ đã xem được giữ ở mục &quot;Bản nháp của tôi&quot; để tiếp nhận lại.</translation>
    </message>
    <message>
        <source>The acceptance of this dossier is cancelled, so no answer of it is put right any more. Nothing was changed.</source>
        <translation>Hồ sơ này đã huỷ tiếp nhận nên không sửa thông tin nữa. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Your role does not include putting answers right after acceptance. Nothing was changed. Ask a supervisor to do it at their own sign-in.</source>
        <translation>Vai trò của anh/chị không được sửa sai sau tiếp nhận. Chưa thay đổi gì. Nhờ trưởng ca đăng nhập và sửa.</translation>
    </message>
    <message>
        <source>Another correction is being recorded. This one is not recorded yet, and nothing of it is lost. Try again in a moment.</source>
        <translation>Đang ghi một lần sửa khác. Lần sửa này chưa được ghi, nội dung đã nhập vẫn còn. Xin thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>Look through and receive</source>
        <translation>Xem và tiếp nhận</translation>
    </message>
    <message>
        <source>Book %1, number %2: the statement was sent to the printer.</source>
        <translation>Quyển số %1, số %2: lời chứng đã được gửi tới máy in.</translation>
    </message>
    <message>
        <source>Another line of the register is being recorded. This one is not recorded yet, and nothing of it is lost. Try again in a moment.</source>
        <translation>Một dòng khác của sổ đang được ghi. Dòng này chưa được ghi và không mất gì. Hãy thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>Number %1 of book %2 does not hold any more. It stays used.</source>
        <translation>Số %1 của quyển số %2 không còn giá trị. Số này không dùng lại.</translation>
    </message>
    <message>
        <source>Entered in book %1 under number %2.</source>
        <translation>Đã vào quyển số %1, số %2.</translation>
    </message>
    <message>
        <source>The electronic certified copy is signed and kept with the dossier as its result.</source>
        <translation>Bản sao chứng thực điện tử đã được ký và lưu làm kết quả của hồ sơ.</translation>
    </message>
    <message>
        <source>No page of the original was scanned for this dossier, so there is nothing to certify electronically. Nothing was changed. Scan it into the dossier first.</source>
        <translation>Hồ sơ này chưa quét trang nào của bản chính nên không có gì để chứng thực điện tử. Không có gì thay đổi. Hãy quét bản chính vào hồ sơ trước.</translation>
    </message>
    <message>
        <source>Nobody is set up to sign at this desk, so there is no electronic certified copy. Nothing was changed. Ask the administrator.</source>
        <translation>Quầy này chưa được cài người ký nên không có bản sao chứng thực điện tử. Không có gì thay đổi. Hãy hỏi quản trị viên.</translation>
    </message>
</context>
<context>
    <name>motcua::DossierPage</name>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>HISTORY</source>
        <translation>LỊCH SỬ</translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>Chưa có mục nào.</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>In bản sao</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Về danh sách</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Papers and files</source>
        <translation>Giấy tờ và tệp</translation>
    </message>
    <message>
        <source>Correct after acceptance</source>
        <translation>Sửa sai sau tiếp nhận</translation>
    </message>
    <message>
        <source>Conflict desk</source>
        <translation>Bàn đối chiếu</translation>
    </message>
    <message>
        <source>Register of certifications</source>
        <translation>Sổ chứng thực</translation>
    </message>
</context>
<context>
    <name>motcua::DossierPapersPage</name>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>This dossier has no papers on its list.</source>
        <translation>Hồ sơ này không có giấy tờ trong danh mục.</translation>
    </message>
    <message>
        <source>What belongs to it otherwise can be told in a note.</source>
        <translation>Nội dung khác có thể ghi vào ghi chú.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n tệp</numerusform>
        </translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>chưa có tệp</translation>
    </message>
    <message>
        <source>Papers · %1</source>
        <translation>Giấy tờ · %1</translation>
    </message>
    <message>
        <source>Files are being taken in. Nothing is lost. Wait a moment.</source>
        <translation>Đang lấy tệp. Không mất gì. Chờ một chút.</translation>
    </message>
    <message>
        <source>This dossier has no papers on its list, so there is nothing to take a file in for.</source>
        <translation>Hồ sơ này không có giấy tờ trong danh mục nên không có chỗ nhận tệp.</translation>
    </message>
    <message>
        <source>Take in a file</source>
        <translation>Lấy tệp</translation>
    </message>
</context>
<context>
    <name>motcua::DueList</name>
    <message>
        <source>TO BE PAID</source>
        <translation>KHOẢN THU</translation>
    </message>
    <message>
        <source>No fee is set for it.</source>
        <translation>Thủ tục này không thu phí.</translation>
    </message>
    <message>
        <source>There is no dossier in this visit yet.</source>
        <translation>Lượt này chưa có hồ sơ nào.</translation>
    </message>
    <message>
        <source>The whole visit</source>
        <translation>Cả lượt</translation>
    </message>
    <message>
        <source>Paid online</source>
        <translation>Đã nộp trực tuyến</translation>
    </message>
</context>
<context>
    <name>motcua::EarlyCall</name>
    <message numerus="yes">
        <source>Calling starts at %1. %n ticket(s) wait and keep their waiting time. Nobody was called yet.</source>
        <translation>
            <numerusform>Bắt đầu gọi số lúc %1. %n số đang chờ, thời gian chờ vẫn được tính. Chưa gọi ai.</numerusform>
        </translation>
    </message>
    <message>
        <source>Call now</source>
        <translation>Gọi ngay</translation>
    </message>
    <message>
        <source>Wait until %1</source>
        <translation>Đợi đến %1</translation>
    </message>
</context>
<context>
    <name>motcua::Entrance</name>
    <message>
        <source>The PIN holds at this computer until midnight. F12 hides the window, the PIN brings it back.</source>
        <translation>PIN dùng được trên máy này đến nửa đêm. F12 ẩn cửa sổ, PIN mở lại.</translation>
    </message>
    <message>
        <source>The password is changed. The one used until now opens nothing any more.</source>
        <translation>Đã đổi mật khẩu. Mật khẩu cũ không mở được gì nữa.</translation>
    </message>
</context>
<context>
    <name>motcua::EnvelopeBox</name>
    <message>
        <source>ordinary letter, without a number</source>
        <translation>thư thường, không có số hiệu</translation>
    </message>
    <message>
        <source>as on the envelope, or scan it</source>
        <translation>như trên bì thư, hoặc quét mã</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>goes back by post</source>
        <translation>gửi trả qua bưu chính</translation>
    </message>
    <message>
        <source>is fetched at the counter</source>
        <translation>đến quầy nhận</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số hiệu</translation>
    </message>
    <message>
        <source>Arrived on</source>
        <translation>Ngày đến</translation>
    </message>
    <message>
        <source>Sheets inside</source>
        <translation>Số tờ bên trong</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>The last digit does not fit the rest of this number. Compare it with the envelope.</source>
        <translation>Chữ số cuối không khớp với phần còn lại của số hiệu. Đối chiếu lại với bì thư.</translation>
    </message>
</context>
<context>
    <name>motcua::ExportLine</name>
    <message>
        <source>Workbook (.xlsx)</source>
        <translation>Bảng tính (.xlsx)</translation>
    </message>
    <message>
        <source>Text (.csv)</source>
        <translation>Văn bản (.csv)</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Loại tệp</translation>
    </message>
    <message>
        <source>into the folder</source>
        <translation>vào thư mục</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Ghi tệp</translation>
    </message>
</context>
<context>
    <name>motcua::FeePage</name>
    <message>
        <source>Collected</source>
        <translation>Thu lúc</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>A price is missing from the total because this machine does not know it. Nothing waits for it: charge by the price list on display and go on.</source>
        <translation>Tổng chưa gồm một mức thu mà máy này chưa có. Không phải chờ: thu theo bảng niêm yết rồi làm tiếp.</translation>
    </message>
    <message>
        <source>Something is missing from the total because the declaration does not say how many. Put it right there, or go on and charge by the price list on display.</source>
        <translation>Tổng chưa đủ vì tờ khai chưa ghi số lượng. Ghi bổ sung vào tờ khai, hoặc làm tiếp và thu theo bảng niêm yết.</translation>
    </message>
    <message>
        <source>There is nothing to collect yet.</source>
        <translation>Chưa có khoản nào phải thu.</translation>
    </message>
    <message>
        <source>0 đ: there is nothing to collect. Ctrl+Enter goes on.</source>
        <translation>0 đ: không phải thu. Bấm Ctrl+Enter để làm tiếp.</translation>
    </message>
    <message>
        <source>Nothing is taken now: %1 are due when the result is handed over.</source>
        <translation>Bây giờ chưa thu: thu %1 khi trả kết quả.</translation>
    </message>
    <message>
        <source>Nothing is taken at this desk: send the citizen to the cash desk with %1 to pay.</source>
        <translation>Không thu tại quầy này: mời khách sang quầy thu phí nộp %1.</translation>
    </message>
    <message>
        <source>What was typed as given is no amount yet. It stands as it was typed. Type it as 500k, 1,5tr or 500.000, or press = for the exact sum.</source>
        <translation>Ô khách đưa chưa phải là số tiền, nội dung đã gõ còn nguyên. Gõ như 500k, 1,5tr hoặc 500.000, hoặc bấm = nếu khách đưa vừa đủ.</translation>
    </message>
    <message>
        <source>What the citizen gave is not entered yet. Type it, such as 500k, press = for the exact sum, or choose another means or time.</source>
        <translation>Chưa nhập số tiền khách đưa. Gõ vào, ví dụ 500k, bấm = nếu vừa đủ, hoặc chọn hình thức hay thời điểm thu khác.</translation>
    </message>
    <message>
        <source>%1 are still missing: %2 were given and %3 are due. Take the rest, or choose another means or time.</source>
        <translation>Còn thiếu %1: khách đưa %2, phải thu %3. Thu thêm cho đủ, hoặc chọn hình thức hay thời điểm thu khác.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>Fee · the whole visit · %1</source>
        <translation>Phí, lệ phí · cả lượt · %1</translation>
    </message>
    <message>
        <source>Fee · the whole visit %1 · %2</source>
        <translation>Phí, lệ phí · cả lượt %1 · %2</translation>
    </message>
    <message>
        <source>Next: Accept</source>
        <translation>Tiếp: Tiếp nhận</translation>
    </message>
    <message>
        <source>amount given</source>
        <translation>số tiền khách đưa</translation>
    </message>
    <message>
        <source>TO COLLECT</source>
        <translation>PHẢI THU</translation>
    </message>
    <message>
        <source>%1 more were paid online than is due. Take nothing; they are paid back as the centre pays back.</source>
        <translation>Người dân đã nộp trực tuyến thừa %1. Không thu thêm; hoàn lại theo cách hoàn tiền của trung tâm.</translation>
    </message>
</context>
<context>
    <name>motcua::FeedbackDesk</name>
    <message>
        <source>The answer is kept.</source>
        <translation>Đã lưu câu trả lời.</translation>
    </message>
</context>
<context>
    <name>motcua::FeedbackPage</name>
    <message>
        <source>What citizens said</source>
        <translation>Công dân đã nói gì</translation>
    </message>
    <message>
        <source>Nobody has said anything yet</source>
        <translation>Chưa có ai đánh giá hay phản ánh</translation>
    </message>
    <message>
        <source>What citizens say at the kiosk of how they were served stands here, without their names.</source>
        <translation>Đánh giá, phản ánh công dân gửi tại ki-ốt hiện ở đây, không kèm tên.</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>Đã xử lý thế nào</translation>
    </message>
    <message>
        <source>Without a mark</source>
        <translation>Không chấm điểm</translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <translation>%1 trên 5</translation>
    </message>
    <message>
        <source>ticket %1</source>
        <translation>vé %1</translation>
    </message>
    <message>
        <source>The words were deleted at the end of their term.</source>
        <translation>Nội dung đã xoá khi hết thời hạn lưu.</translation>
    </message>
    <message>
        <source>An answer is wanted: %1</source>
        <translation>Muốn được trả lời: %1</translation>
    </message>
    <message>
        <source>Answered %1: %2</source>
        <translation>Đã trả lời %1: %2</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Đánh giá, phản ánh</translation>
    </message>
    <message numerus="yes">
        <source>Feedback · %n not answered</source>
        <translation>
            <numerusform>Đánh giá, phản ánh · %n chưa trả lời</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer is being kept. Nothing was lost.</source>
        <translation>Đang lưu câu trả lời. Không mất gì.</translation>
    </message>
    <message>
        <source>There is nothing to answer. Nothing was changed.</source>
        <translation>Không có gì để trả lời. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This waits for no answer. Nothing was changed.</source>
        <translation>Mục này không chờ trả lời. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Answering is a supervisor&apos;s. Nothing was changed.</source>
        <translation>Trả lời là việc của phụ trách trung tâm. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>It is not said yet what was done about it. Nothing was changed. Type a few words.</source>
        <translation>Chưa ghi đã xử lý thế nào. Chưa có gì thay đổi. Gõ vài chữ.</translation>
    </message>
    <message>
        <source>This is longer than can be kept. Nothing was lost. Make it shorter.</source>
        <translation>Nội dung dài quá mức lưu được. Không mất gì. Xin viết ngắn hơn.</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>Lưu câu trả lời</translation>
    </message>
</context>
<context>
    <name>motcua::FieldRow</name>
    <message>
        <source>typed</source>
        <translation>nhập tay</translation>
    </message>
    <message>
        <source>chip, verified</source>
        <translation>chip, đã xác thực</translation>
    </message>
    <message>
        <source>chip, read</source>
        <translation>chip, đã đọc</translation>
    </message>
    <message>
        <source>QR code of the card</source>
        <translation>mã QR trên thẻ</translation>
    </message>
    <message>
        <source>database</source>
        <translation>cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>earlier paper</source>
        <translation>giấy tờ trước đây</translation>
    </message>
    <message>
        <source>to follow</source>
        <translation>bổ sung sau</translation>
    </message>
    <message>
        <source>left blank on request</source>
        <translation>bỏ trống theo yêu cầu</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>cần khai</translation>
    </message>
    <message>
        <source>follows from other answers</source>
        <translation>suy ra từ các ô khác</translation>
    </message>
    <message>
        <source>for which reason?</source>
        <translation>vì lý do gì?</translation>
    </message>
    <message>
        <source>%1: reason</source>
        <translation>%1: lý do</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>tính đến %1</translation>
    </message>
    <message>
        <source>The nine digits are the old number of the same person. They prove nothing any more and only help to find this one.</source>
        <translation>Dãy 9 số là số cũ của chính người này, không còn giá trị chứng minh, chỉ dùng để tra số định danh.</translation>
    </message>
    <message>
        <source>machine-readable zone</source>
        <translation>dòng mã máy đọc</translation>
    </message>
    <message>
        <source>QR code on a telephone</source>
        <translation>mã QR trên điện thoại</translation>
    </message>
    <message>
        <source>Its end is most likely cut there.</source>
        <translation>Phần cuối nhiều khả năng đã bị cắt.</translation>
    </message>
    <message>
        <source>It has no marks and never takes the place of the printed name. Compare both with the document.</source>
        <translation>Dòng mã không có dấu và không bao giờ thay tên in trên giấy. Đối chiếu cả hai với giấy tờ.</translation>
    </message>
    <message>
        <source>It has no marks. Complete it as it is printed.</source>
        <translation>Dòng mã không có dấu. Ghi lại cho đủ như tên in trên giấy.</translation>
    </message>
    <message>
        <source>The document does not know the whole day. Ask for it and type it.</source>
        <translation>Giấy tờ không ghi đủ ngày tháng. Hỏi khách rồi gõ cho đủ.</translation>
    </message>
</context>
<context>
    <name>motcua::FileChooser</name>
    <message>
        <source>No files are taken in here: the rules of this centre name none. Nothing was changed.</source>
        <translation>Ở đây không nhận tệp: quy định của trung tâm chưa nêu loại nào. Chưa có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>motcua::FilesPage</name>
    <message>
        <source>A few letters of the file&apos;s name</source>
        <translation>Vài chữ trong tên tệp</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Tệp và thư mục</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter open the folder, take in the file   Insert mark several   Backspace one folder up</source>
        <translation>↑ ↓ chọn   Enter mở thư mục, lấy tệp   Insert chọn nhiều tệp   Backspace lên thư mục trên</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang xem…</translation>
    </message>
    <message>
        <source>Where is the file?</source>
        <translation>Tệp ở đâu?</translation>
    </message>
    <message>
        <source>In: %1</source>
        <translation>Trong: %1</translation>
    </message>
    <message>
        <source>This folder cannot be read.</source>
        <translation>Không đọc được thư mục này.</translation>
    </message>
    <message>
        <source>It may have been unplugged. Nothing was changed. Backspace goes one folder up.</source>
        <translation>Có thể thiết bị đã bị rút. Chưa có gì thay đổi. Backspace lên thư mục trên.</translation>
    </message>
    <message>
        <source>Nothing here fits these letters.</source>
        <translation>Không có tệp nào khớp các chữ này.</translation>
    </message>
    <message>
        <source>Type fewer letters, or another word of the file&apos;s name.</source>
        <translation>Gõ ít chữ hơn, hoặc chữ khác trong tên tệp.</translation>
    </message>
    <message>
        <source>There is nothing here that can be taken in.</source>
        <translation>Ở đây không có tệp nào lấy được.</translation>
    </message>
    <message>
        <source>Backspace goes one folder up. Plug the stick in and wait a moment if it is not listed yet.</source>
        <translation>Backspace lên thư mục trên. Nếu chưa thấy USB, cắm vào và chờ một chút.</translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) not shown</source>
        <translation>
            <numerusform>%n tệp loại khác không hiện</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older file(s) not shown</source>
        <translation>
            <numerusform>%n tệp cũ hơn không hiện</numerusform>
        </translation>
    </message>
    <message>
        <source>Take in a file · %1</source>
        <translation>Lấy tệp · %1</translation>
    </message>
    <message>
        <source>No file is chosen. Nothing was changed. Choose one with the arrow keys, or open a folder with Enter.</source>
        <translation>Chưa chọn tệp. Chưa có gì thay đổi. Dùng phím mũi tên chọn tệp, hoặc Enter mở thư mục.</translation>
    </message>
    <message>
        <source>Take in the file</source>
        <translation>Lấy tệp này</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n marked file(s)</source>
        <translation>
            <numerusform>Lấy %n tệp đã chọn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::FilterLine</name>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Only this procedure</source>
        <translation>Chỉ thủ tục này</translation>
    </message>
    <message>
        <source>any; letters without tone marks, or its code</source>
        <translation>tất cả; gõ tên không dấu hoặc mã</translation>
    </message>
    <message>
        <source>Due within days</source>
        <translation>Đến hạn trong (ngày)</translation>
    </message>
    <message>
        <source>Only what is due within so many days, 0 for today</source>
        <translation>Chỉ hồ sơ đến hạn trong số ngày này, 0 là hôm nay</translation>
    </message>
    <message>
        <source>any</source>
        <translation>tất cả</translation>
    </message>
</context>
<context>
    <name>motcua::FirstRunPage</name>
    <message>
        <source>This computer becomes a desk of your centre. What you write here stands on every slip.</source>
        <translation>Máy này sẽ là một quầy của trung tâm. Những gì ghi ở đây sẽ in trên mọi giấy tiếp nhận.</translation>
    </message>
    <message>
        <source>This is the only desk of the centre</source>
        <translation>Trung tâm chỉ có một quầy này</translation>
    </message>
    <message>
        <source>Name of the centre</source>
        <translation>Tên trung tâm</translation>
    </message>
    <message>
        <source>As on its sign, for example: Trung tâm Phục vụ hành chính công phường Hòa An</source>
        <translation>Như trên biển hiệu, ví dụ: Trung tâm Phục vụ hành chính công phường Hòa An</translation>
    </message>
    <message>
        <source>Organisation code</source>
        <translation>Mã định danh cơ quan</translation>
    </message>
    <message>
        <source>From the list of electronic identifiers; every dossier code begins with it.</source>
        <translation>Theo danh sách mã định danh điện tử; mọi mã hồ sơ bắt đầu bằng mã này.</translation>
    </message>
    <message>
        <source>Desk number</source>
        <translation>Số quầy</translation>
    </message>
    <message>
        <source>Every desk of the centre has its own; the dossier numbers of the day follow from it.</source>
        <translation>Mỗi quầy một số riêng; dải số hồ sơ trong ngày tính theo số này.</translation>
    </message>
    <message>
        <source>The first person of this desk. An administrator admits the others and sets forgotten passwords anew.</source>
        <translation>Người đầu tiên của quầy này. Quản trị thêm những người khác và đặt lại mật khẩu khi quên.</translation>
    </message>
    <message>
        <source>⇪ Caps Lock is on</source>
        <translation>⇪ Caps Lock đang bật</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>At least 10 characters; a few words are easy to remember. The input method is off here.</source>
        <translation>Ít nhất 10 ký tự; vài từ ghép lại thì dễ nhớ. Bộ gõ tiếng Việt tắt ở ô này.</translation>
    </message>
    <message>
        <source>Password once more</source>
        <translation>Nhập lại mật khẩu</translation>
    </message>
    <message>
        <source>The recovery key opens the data when nobody&apos;s password is known any more. It is shown this once. Write it on paper, letter by letter, and put the paper into the safe. Do not photograph it.</source>
        <translation>Khoá phục hồi mở được dữ liệu khi không còn ai nhớ mật khẩu. Khoá chỉ hiện một lần này. Chép từng chữ ra giấy rồi cất giấy vào két. Không chụp ảnh.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Khoá phục hồi</translation>
    </message>
    <message>
        <source>Type the recovery key from your paper. This proves that it was written down right. Spaces and hyphens do not matter.</source>
        <translation>Nhập khoá phục hồi từ tờ giấy, để biết chắc đã chép đúng. Dấu cách và gạch nối không quan trọng.</translation>
    </message>
    <message>
        <source>The centre has no name yet. Nothing was set up. Write it as on its sign.</source>
        <translation>Trung tâm chưa có tên. Chưa thiết lập gì. Hãy ghi như trên biển hiệu.</translation>
    </message>
    <message>
        <source>This is not how an organisation code is written. Nothing was set up. Compare it with the list, for example H26.31.05.</source>
        <translation>Mã định danh cơ quan không viết như vậy. Chưa thiết lập gì. Hãy so với danh sách, ví dụ H26.31.05.</translation>
    </message>
    <message>
        <source>There is no such desk number. Nothing was set up. Choose a smaller one from 1 up.</source>
        <translation>Không có số quầy này. Chưa thiết lập gì. Chọn số nhỏ hơn, từ 1 trở lên.</translation>
    </message>
    <message>
        <source>The password is the name. Nothing was set up. Choose words that have nothing to do with you.</source>
        <translation>Mật khẩu trùng với tên. Chưa thiết lập gì. Chọn những từ không liên quan đến anh/chị.</translation>
    </message>
    <message>
        <source>This password is among the first that anybody would try. Nothing was set up. Choose a few words that do not belong together.</source>
        <translation>Mật khẩu này ai cũng thử đầu tiên. Chưa thiết lập gì. Chọn vài từ không liên quan nhau.</translation>
    </message>
    <message>
        <source>The administrator has no name yet. Nothing was set up. Write the full name.</source>
        <translation>Quản trị chưa có tên. Chưa thiết lập gì. Hãy ghi đủ họ tên.</translation>
    </message>
    <message>
        <source>The two passwords differ. Nothing was set up. Type the second one again.</source>
        <translation>Hai lần nhập mật khẩu khác nhau. Chưa thiết lập gì. Nhập lại lần thứ hai.</translation>
    </message>
    <message>
        <source>New desk · 1 of 4 · the centre</source>
        <translation>Quầy mới · 1/4 · trung tâm</translation>
    </message>
    <message>
        <source>New desk · 2 of 4 · the administrator</source>
        <translation>Quầy mới · 2/4 · quản trị</translation>
    </message>
    <message>
        <source>New desk · 3 of 4 · the recovery key</source>
        <translation>Quầy mới · 3/4 · khoá phục hồi</translation>
    </message>
    <message>
        <source>New desk · 4 of 4 · the recovery key, typed back</source>
        <translation>Quầy mới · 4/4 · nhập lại khoá phục hồi</translation>
    </message>
    <message>
        <source>The keys are being made. Please wait a moment.</source>
        <translation>Đang tạo khoá. Xin chờ một lát.</translation>
    </message>
    <message>
        <source>The key typed back is not the one shown. Nothing was set up. Look at the groups with a cross; Esc shows the key again.</source>
        <translation>Khoá nhập lại chưa giống khoá đã hiện. Chưa thiết lập gì. Xem các nhóm có dấu ✖; Esc để xem lại khoá.</translation>
    </message>
    <message>
        <source>Next: Administrator</source>
        <translation>Tiếp: Quản trị</translation>
    </message>
    <message>
        <source>Next: Recovery key</source>
        <translation>Tiếp: Khoá phục hồi</translation>
    </message>
    <message>
        <source>It is on paper: type it back</source>
        <translation>Đã chép ra giấy: nhập lại</translation>
    </message>
    <message>
        <source>Set up this desk</source>
        <translation>Thiết lập quầy này</translation>
    </message>
    <message>
        <source>Governing body</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>Stands above the centre&apos;s name, for example: Ủy ban nhân dân phường Hòa An</source>
        <translation>In phía trên tên trung tâm, ví dụ: Ủy ban nhân dân phường Hòa An</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>Stands before the date, as on your centre&apos;s letters, for example: Hòa An</source>
        <translation>In trước ngày tháng, như trên công văn của trung tâm, ví dụ: Hòa An</translation>
    </message>
    <message>
        <source>The body above the centre has no name yet. Nothing was set up. Write it in full; it stands at the head of every slip.</source>
        <translation>Chưa có tên cơ quan chủ quản. Chưa thiết lập gì. Hãy ghi đủ tên; tên này in ở đầu mọi giấy tiếp nhận.</translation>
    </message>
    <message>
        <source>This is not one place that can stand before a date. Nothing was set up. Write only its name, for example Hòa An; the comma and the date follow by themselves.</source>
        <translation>Không đặt được nội dung này trước ngày tháng. Chưa thiết lập gì. Chỉ ghi một địa danh, ví dụ Hòa An; dấu phẩy và ngày tháng tự in tiếp theo.</translation>
    </message>
</context>
<context>
    <name>motcua::FleetItemModel</name>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Tin gần nhất</translation>
    </message>
    <message>
        <source>What to see to</source>
        <translation>Điều cần xử lý</translation>
    </message>
</context>
<context>
    <name>motcua::FleetPage</name>
    <message>
        <source>Machines of the desks</source>
        <translation>Máy của các quầy</translation>
    </message>
    <message>
        <source>Nothing is known yet</source>
        <translation>Chưa biết gì</translation>
    </message>
    <message>
        <source>The desks are being asked; it takes a moment.</source>
        <translation>Đang hỏi các quầy; chờ một lát.</translation>
    </message>
    <message>
        <source>This desk has no centre: only its own machine is shown.</source>
        <translation>Quầy này không thuộc trung tâm nhiều quầy: chỉ hiện máy của chính quầy.</translation>
    </message>
    <message>
        <source>The centre is out of reach: this is how it was at %1. Desks go on working alone.</source>
        <translation>Không tới được máy chủ của trung tâm: đây là tình trạng lúc %1. Các quầy vẫn tự làm việc tiếp.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Trở lại</translation>
    </message>
</context>
<context>
    <name>motcua::FolderItemModel</name>
    <message>
        <source>marked</source>
        <translation>đã chọn</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Sửa lúc</translation>
    </message>
</context>
<context>
    <name>motcua::FormPage</name>
    <message>
        <source>No field has the caret. Nothing was changed. Go into a field first.</source>
        <translation>Con trỏ không ở ô nào. Chưa có gì bị thay đổi. Hãy vào một ô trước.</translation>
    </message>
    <message>
        <source>This field holds an answer. Nothing was changed. Delete it first to say why it stays empty.</source>
        <translation>Ô này đã có nội dung. Chưa có gì bị thay đổi. Xoá nội dung trước khi chọn lý do để trống.</translation>
    </message>
    <message>
        <source>The form does not allow this field to follow later or to be left blank. Nothing was changed.</source>
        <translation>Tờ khai không cho ô này bổ sung sau hay bỏ trống. Chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Next: Papers</source>
        <translation>Tiếp: Giấy tờ</translation>
    </message>
    <message>
        <source>The form takes at most %1 (%2). Nothing was changed.</source>
        <translation>Tờ khai nhận nhiều nhất %1 %2. Chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Thêm %1</translation>
    </message>
    <message>
        <source>The form wants at least %1 (%2). Nothing was changed.</source>
        <translation>Tờ khai cần ít nhất %1 %2. Chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Bỏ dòng %1</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>Declare it after all</source>
        <translation>Khai lại phần này</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Đóng danh sách</translation>
    </message>
    <message>
        <source>%1 is removed. %2 brings it back for 10 seconds.</source>
        <translation>Đã bỏ dòng %1. Trong 10 giây, %2 lấy lại được.</translation>
    </message>
    <message>
        <source>%1 is back as it was.</source>
        <translation>%1 đã trở lại như cũ.</translation>
    </message>
    <message>
        <source>The list of communes could not be read (%1). Nothing was lost; addresses are kept as typed. Please tell the administrator.</source>
        <translation>Không đọc được danh mục xã, phường (%1). Không mất gì; địa chỉ được giữ như đã gõ. Nhờ báo quản trị.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Nothing is offered for this field. Nothing was changed.</source>
        <translation>Ô này không có giá trị nào được đề nghị. Chưa có gì thay đổi.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were filled from the card.</source>
        <translation>
            <numerusform>Đã điền %n ô từ thẻ.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 takes it back for 10 seconds.</source>
        <translation>%1 để hoàn tác trong 10 giây.</translation>
    </message>
    <message numerus="yes">
        <source>For %n field(s) the card says something else, and nothing was changed there.</source>
        <translation>
            <numerusform>Có %n ô thẻ ghi khác; các ô đó chưa bị thay đổi.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 goes there and takes it, %2 leaves it as it is.</source>
        <translation>%1 để tới ô và lấy theo thẻ, %2 để giữ nguyên.</translation>
    </message>
    <message>
        <source>This form asks for nothing that the card says. Nothing was changed.</source>
        <translation>Tờ khai này không có ô nào ứng với thông tin trên thẻ. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>What the card says stands in the form already. Nothing was changed.</source>
        <translation>Thông tin trên thẻ đã có sẵn trong tờ khai. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>It stands in the form as before. What you typed since then stays.</source>
        <translation>Tờ khai đã trở lại như trước. Những gì gõ sau đó vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>What the card says belongs to a part of the form that is not shown. Nothing was changed.</source>
        <translation>Thông tin trên thẻ thuộc phần tờ khai đang không hiện. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Compare both. %1 takes what the card says, %2 leaves it as it is.</source>
        <translation>Hãy đối chiếu hai giá trị. %1 để lấy theo thẻ, %2 để giữ nguyên.</translation>
    </message>
    <message>
        <source>Taken over from the card.</source>
        <translation>Đã lấy theo thẻ.</translation>
    </message>
    <message>
        <source>The field stays as it is.</source>
        <translation>Ô được giữ nguyên.</translation>
    </message>
    <message>
        <source>Ask for what is missing</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of &quot;%1&quot; were filled from &quot;%2&quot;.</source>
        <translation>
            <numerusform>Đã điền %n ô của “%1” theo “%2”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of &quot;%1&quot; are empty again: they had been filled from &quot;%2&quot;.</source>
        <translation>
            <numerusform>Đã bỏ trống lại %n ô của “%1” vì trước đó điền theo “%2”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were filled from the machine-readable lines.</source>
        <translation>
            <numerusform>Đã điền %n ô từ dòng mã máy đọc.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n field(s) the machine-readable lines are to be compared, and nothing was changed there.</source>
        <translation>
            <numerusform>Có %n ô cần đối chiếu với dòng mã máy đọc; các ô đó chưa bị thay đổi.</numerusform>
        </translation>
    </message>
    <message>
        <source>A name in the letters of a zone never takes the place of the printed one. Nothing was changed. Compare both with the document, put the name right by hand if it is wrong, and %1 puts the zone away.</source>
        <translation>Tên ở dòng mã máy đọc không bao giờ thay tên in trên giấy. Chưa có gì thay đổi. Đối chiếu cả hai với giấy tờ, tên sai thì sửa tay, rồi bấm %1 để cất dòng mã đi.</translation>
    </message>
    <message>
        <source>The document knows only a part of the day, and this field wants all of it. Nothing was changed. Ask for the day and type it.</source>
        <translation>Giấy tờ không ghi đủ ngày tháng, mà ô này cần đủ. Chưa có gì thay đổi. Hỏi khách rồi gõ cho đủ.</translation>
    </message>
    <message>
        <source>%1 goes there and takes what may be taken, %2 leaves it as it is.</source>
        <translation>%1 để tới ô và lấy nếu được lấy, %2 để giữ nguyên.</translation>
    </message>
    <message>
        <source>Taken over from the machine-readable lines.</source>
        <translation>Đã lấy theo dòng mã máy đọc.</translation>
    </message>
</context>
<context>
    <name>motcua::FormerLine</name>
    <message>
        <source>Today: %1</source>
        <translation>Nay là: %1</translation>
    </message>
    <message>
        <source>Split up; today one of: %1</source>
        <translation>Đã chia tách, nay là một trong: %1</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>Write it so</source>
        <translation>Ghi tên mới</translation>
    </message>
</context>
<context>
    <name>motcua::HallColumn</name>
    <message>
        <source>paused</source>
        <translation>dừng</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>phục vụ</translation>
    </message>
    <message>
        <source>called</source>
        <translation>đã gọi</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>trống</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>tạm giữ</translation>
    </message>
    <message>
        <source>Nobody is being served.</source>
        <translation>Chưa phục vụ ai.</translation>
    </message>
    <message>
        <source>Called, not here yet: %1</source>
        <translation>Đã gọi, chưa đến: %1</translation>
    </message>
    <message>
        <source>Being served: %1</source>
        <translation>Đang phục vụ: %1</translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation>chờ %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>chờ</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>Không có ai chờ.</translation>
    </message>
    <message>
        <source>Waiting: %1, the oldest %2</source>
        <translation>Đang chờ: %1, lâu nhất %2</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Đang chờ: %1</translation>
    </message>
    <message>
        <source>On hold: %1</source>
        <translation>Tạm giữ: %1</translation>
    </message>
</context>
<context>
    <name>motcua::HallDayItemModel</name>
    <message>
        <source>All together</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm việc</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Lấy số</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Đã phục vụ</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Vắng</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Chờ</translation>
    </message>
    <message>
        <source>Wait 90 %</source>
        <translation>Chờ 90 %</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Đi tới</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Phục vụ</translation>
    </message>
    <message>
        <source>Serving 90 %</source>
        <translation>Phục vụ 90 %</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Tạm giữ</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở quầy</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Nghỉ</translation>
    </message>
    <message>
        <source>Back office</source>
        <translation>Việc trong quầy</translation>
    </message>
</context>
<context>
    <name>motcua::HallDayPage</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Theo</translation>
    </message>
    <message>
        <source>service group</source>
        <translation>nhóm việc</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>quầy</translation>
    </message>
    <message>
        <source>officer</source>
        <translation>cán bộ</translation>
    </message>
    <message>
        <source>Figures of the hall</source>
        <translation>Số liệu của sảnh</translation>
    </message>
    <message>
        <source>Nobody drew a ticket on this day</source>
        <translation>Ngày này không có ai lấy số</translation>
    </message>
    <message>
        <source>Choose another day above.</source>
        <translation>Hãy chọn ngày khác ở trên.</translation>
    </message>
    <message>
        <source>Times are minutes, the middle one of all; of those under 90 % nine of ten took no longer. What is still going on is not counted. Missed: calls to which nobody came.</source>
        <translation>Thời gian tính bằng phút, là giá trị ở giữa; cột 90 % là chín trên mười lượt không lâu hơn. Việc đang diễn ra chưa tính. Vắng: gọi mà không có ai đến.</translation>
    </message>
    <message>
        <source>Figures of the hall, %1, by %2</source>
        <translation>Số liệu của sảnh, %1, theo %2</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Điều hành</translation>
    </message>
    <message>
        <source>Take the figures along</source>
        <translation>Xuất số liệu</translation>
    </message>
    <message>
        <source>There is nothing to take along. Nothing was changed.</source>
        <translation>Không có gì để xuất. Chưa đổi gì.</translation>
    </message>
</context>
<context>
    <name>motcua::HallDesk</name>
    <message>
        <source>The visit is finished.</source>
        <translation>Đã kết thúc lượt.</translation>
    </message>
    <message>
        <source>%1 is finished.</source>
        <translation>Đã kết thúc %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) not filed are kept under &quot;My drafts&quot;.</source>
        <translation>
            <numerusform>Còn %n tờ khai chưa nộp, giữ ở &quot;Bản nháp của tôi&quot;.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody without a ticket</source>
        <translation>Khách không số</translation>
    </message>
    <message>
        <source>%1 is called. Nothing was changed. %2 when they are here, %3 when they are to come later.</source>
        <translation>%1 đang được gọi. Chưa thay đổi gì. Khách đã đến thì bấm %2, hẹn lại sau thì bấm %3.</translation>
    </message>
    <message>
        <source>%1 is still here. Nothing was changed. %2 finishes the visit, %3 puts it on hold.</source>
        <translation>%1 vẫn đang được phục vụ. Chưa thay đổi gì. %2 để kết thúc lượt, %3 để tạm giữ.</translation>
    </message>
    <message>
        <source>%1 is still here. Nothing was changed. %2 finishes the visit.</source>
        <translation>%1 vẫn đang được phục vụ. Chưa thay đổi gì. %2 để kết thúc lượt.</translation>
    </message>
    <message>
        <source>Nobody is called. Nothing was changed. %1 calls the next ticket.</source>
        <translation>Chưa gọi ai. Chưa thay đổi gì. %1 để gọi số kế tiếp.</translation>
    </message>
    <message>
        <source>%1 is called and not here yet. Nothing was changed. %2 when they are here.</source>
        <translation>%1 đã được gọi nhưng chưa đến. Chưa thay đổi gì. Khách đến thì bấm %2.</translation>
    </message>
    <message>
        <source>Nobody is being served. Nothing was changed. %1 calls the next ticket, %2 serves somebody without one.</source>
        <translation>Chưa phục vụ ai. Chưa thay đổi gì. %1 để gọi số kế tiếp, %2 để phục vụ không số.</translation>
    </message>
    <message>
        <source>Only a ticket can be put on hold. Nothing was changed. The form stays under &quot;My drafts&quot; when you leave it with %1.</source>
        <translation>Chỉ tạm giữ được khách có số. Chưa thay đổi gì. Rời tờ khai bằng %1 thì tờ khai nằm ở &quot;Bản nháp của tôi&quot;.</translation>
    </message>
    <message>
        <source>Nobody is on hold, and nobody missed their call. Nothing was changed.</source>
        <translation>Không có ai tạm giữ, cũng không có ai vắng. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>without a ticket</source>
        <translation>không số</translation>
    </message>
    <message>
        <source>%1 minutes or longer</source>
        <translation>từ %1 phút trở lên</translation>
    </message>
    <message>
        <source>%1–%2 minutes</source>
        <translation>%1–%2 phút</translation>
    </message>
    <message>
        <source>%1 is on hold (%2). %3 resumes it.</source>
        <translation>%1 đang tạm giữ (%2). %3 để tiếp tục.</translation>
    </message>
    <message>
        <source>Where does %1 go? The form and the place in the queue are kept.</source>
        <translation>%1 đi đâu? Tờ khai và lượt được giữ nguyên.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was called %n time(s). Did nobody come?</source>
        <translation>
            <numerusform>%1 đã được gọi %n lần. Khách không đến?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>Vắng</translation>
    </message>
    <message>
        <source>%1 did not come. %2 calls whoever comes late.</source>
        <translation>%1 vắng. Khách đến muộn thì bấm %2 để gọi lại.</translation>
    </message>
    <message>
        <source>Call once more</source>
        <translation>Gọi thêm lần nữa</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Trả về hàng chờ</translation>
    </message>
    <message>
        <source>%1 waits again, with the time waited so far.</source>
        <translation>%1 trở lại hàng chờ, giữ nguyên thời gian đã chờ.</translation>
    </message>
    <message>
        <source>%1 · did not come</source>
        <translation>%1 · vắng</translation>
    </message>
    <message>
        <source>Who is back?</source>
        <translation>Ai đã quay lại?</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was done for %1 for %n minute(s). Is the visit over?</source>
        <translation>
            <numerusform>Đã %n phút chưa làm gì cho %1. Lượt này xong chưa?</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>Kết thúc lượt</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>Vẫn còn khách</translation>
    </message>
    <message>
        <source>%1. Nothing was changed. %2 serves again.</source>
        <translation>%1. Chưa thay đổi gì. %2 để phục vụ tiếp.</translation>
    </message>
    <message>
        <source>%1 takes it back for 10 seconds.</source>
        <translation>%1 để hoàn tác trong 10 giây.</translation>
    </message>
    <message>
        <source>%1 waits for %2 now, with the time waited so far.</source>
        <translation>%1 đã chuyển sang chờ %2, giữ nguyên thời gian đã chờ.</translation>
    </message>
    <message>
        <source>officer away</source>
        <translation>cán bộ rời quầy</translation>
    </message>
    <message>
        <source>%1 was put on hold when somebody else signed in or you signed out. Nothing typed is lost.</source>
        <translation>Số %1 được tạm giữ khi người khác đăng nhập hoặc anh/chị đăng xuất. Những gì đã nhập còn nguyên.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Leave on hold</source>
        <translation>Cứ tạm giữ</translation>
    </message>
    <message>
        <source>%1 is being served here already.</source>
        <translation>Số %1 đang được phục vụ tại quầy này.</translation>
    </message>
    <message>
        <source>%1 waits for another service, which this desk does not serve. Nothing was changed.</source>
        <translation>Số %1 chờ dịch vụ khác, quầy này không phục vụ. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>%1 is at another desk. Nothing was changed.</source>
        <translation>Số %1 đang ở quầy khác. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>%1 is no ticket of today that still waits. Nothing was changed.</source>
        <translation>Số %1 không phải số hôm nay còn chờ. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Is %1 guided and gone, or back today? The form is kept either way.</source>
        <translation>%1 đã được hướng dẫn và về, hay hôm nay quay lại? Đằng nào tờ khai cũng được giữ.</translation>
    </message>
    <message>
        <source>Guided, the visit is over</source>
        <translation>Đã hướng dẫn, kết thúc lượt</translation>
    </message>
    <message>
        <source>Back today: hold the ticket</source>
        <translation>Hôm nay quay lại: tạm giữ số</translation>
    </message>
    <message>
        <source>Taken back. Nobody is being served.</source>
        <translation>Đã hoàn tác. Không phục vụ ai.</translation>
    </message>
    <message numerus="yes">
        <source>Time enough for about %n until %1</source>
        <translation>
            <numerusform>Đủ giờ cho ~%n đến %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The shift is being handed over. Nothing was changed. It takes a moment.</source>
        <translation>Đang bàn giao ca. Chưa có gì thay đổi. Chờ giây lát.</translation>
    </message>
    <message>
        <source>An envelope from the post</source>
        <translation>Bưu gửi</translation>
    </message>
    <message>
        <source>The envelope %1</source>
        <translation>Bưu gửi %1</translation>
    </message>
    <message>
        <source>by post</source>
        <translation>bưu chính</translation>
    </message>
    <message>
        <source>The centre is out of reach since %1. %2 calls whom this desk gave a number; whoever shows another number: type it at %3.</source>
        <translation>Mất nối trung tâm từ %1. %2 chỉ gọi số do quầy này cấp; khách cầm số khác: gõ số đó ở %3.</translation>
    </message>
    <message>
        <source>The centre does not answer. Nothing is lost: whether it was done shows as soon as it answers again. Until then serve those whom this desk gives a number, and whoever shows theirs.</source>
        <translation>Trung tâm không trả lời. Không mất gì: việc vừa bấm đã xong hay chưa sẽ hiện khi nối lại. Trong lúc chờ, phục vụ số do quầy này cấp và khách cầm số đến quầy.</translation>
    </message>
    <message>
        <source>Hall closed: %1</source>
        <translation>Sảnh tạm đóng: %1</translation>
    </message>
    <message>
        <source>told by telephone</source>
        <translation>được nhắn tin</translation>
    </message>
</context>
<context>
    <name>motcua::HallList</name>
    <message>
        <source>no longer here</source>
        <translation>không còn ở đây</translation>
    </message>
</context>
<context>
    <name>motcua::HallPanel</name>
    <message>
        <source>Hall</source>
        <translation>Sảnh</translation>
    </message>
    <message>
        <source>Waiting tickets</source>
        <translation>Các số đang chờ</translation>
    </message>
    <message>
        <source>Tickets on hold</source>
        <translation>Các số tạm giữ</translation>
    </message>
    <message>
        <source>BEING SERVED</source>
        <translation>ĐANG PHỤC VỤ</translation>
    </message>
    <message>
        <source>CALLED, NOT HERE YET</source>
        <translation>ĐÃ GỌI, CHƯA ĐẾN</translation>
    </message>
    <message>
        <source>No ticket</source>
        <translation>Không có số</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>Số %1</translation>
    </message>
    <message>
        <source>call %1/%2</source>
        <translation>lần %1/%2</translation>
    </message>
    <message>
        <source>WAITING %1</source>
        <translation>CHỜ %1</translation>
    </message>
    <message>
        <source>New ticket: %1</source>
        <translation>Vé mới: %1</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>Không có ai chờ.</translation>
    </message>
    <message>
        <source>The rows are not known here.</source>
        <translation>Máy này chưa biết từng số.</translation>
    </message>
    <message>
        <source>ON HOLD %1</source>
        <translation>TẠM GIỮ %1</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>lâu nhất %1</translation>
    </message>
    <message>
        <source>Nobody is being served.</source>
        <translation>Chưa phục vụ ai.</translation>
    </message>
    <message>
        <source>%1 calls the next one; Enter on a row calls that very ticket.</source>
        <translation>%1 gọi số kế tiếp; Enter trên một dòng gọi đúng số đó.</translation>
    </message>
</context>
<context>
    <name>motcua::HandbookPage</name>
    <message>
        <source>Pages of the handbook</source>
        <translation>Các trang của sổ tay</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Sổ tay</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Tìm trong trang này</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>The handbook is being opened …</source>
        <translation>Đang mở sổ tay…</translation>
    </message>
    <message>
        <source>The handbook could not be read (%1). Nothing was lost. Please tell the administrator.</source>
        <translation>Không mở được sổ tay (%1). Không mất gì. Nhờ báo quản trị.</translation>
    </message>
    <message>
        <source>The handbook is written in Vietnamese only.</source>
        <translation>Sổ tay chỉ có bản tiếng Việt.</translation>
    </message>
    <message>
        <source>not on this page</source>
        <translation>trang này không có</translation>
    </message>
    <message>
        <source>Handbook · %1</source>
        <translation>Sổ tay · %1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Quay lại làm việc</translation>
    </message>
</context>
<context>
    <name>motcua::HeldPapersPage</name>
    <message>
        <source>Papers filed before</source>
        <translation>Giấy tờ đã nộp trước đây</translation>
    </message>
    <message>
        <source>Note, if there is anything to say (what it is used for is written down by itself)</source>
        <translation>Ghi chú, nếu cần (mục đích sử dụng được tự động ghi lại)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>No paper filed before fits here.</source>
        <translation>Không có giấy tờ nào đã nộp trước đây phù hợp.</translation>
    </message>
    <message>
        <source>Ask for the paper, and scan it or take it in as a file.</source>
        <translation>Hãy yêu cầu nộp giấy tờ rồi quét hoặc nhận dưới dạng tệp.</translation>
    </message>
    <message>
        <source>Filed with: %1 · held by: %2</source>
        <translation>Nộp cùng: %1 · nơi lưu: %2</translation>
    </message>
    <message>
        <source>Filed before · for: %1</source>
        <translation>Đã nộp trước đây · cho: %1</translation>
    </message>
    <message>
        <source>Use this paper again</source>
        <translation>Dùng lại giấy tờ này</translation>
    </message>
    <message>
        <source>No paper filed before fits here, so there is nothing to use again. Esc leads back.</source>
        <translation>Không có giấy tờ nào đã nộp trước đây phù hợp nên không có gì để dùng lại. Bấm Esc để quay lại.</translation>
    </message>
</context>
<context>
    <name>motcua::HelpDesk</name>
    <message>
        <source>%1 is coming to this desk.</source>
        <translation>%1 đang đến quầy này.</translation>
    </message>
    <message>
        <source>Nobody has answered the call of %1 yet. It stands, and whoever signs in sees it. Please telephone as well.</source>
        <translation>Lời gọi lúc %1 chưa có ai nhận. Lời gọi vẫn còn, ai đăng nhập cũng thấy. Hãy gọi thêm bằng điện thoại.</translation>
    </message>
    <message>
        <source>SILENT ALARM at desk %1 (%2, %3). Nobody there sees that you know.</source>
        <translation>BÁO ĐỘNG IM LẶNG ở quầy %1 (%2, %3). Ở đó không ai thấy là đã báo.</translation>
    </message>
    <message>
        <source>Desk %1 calls a supervisor (%2, %3).</source>
        <translation>Quầy %1 gọi trưởng ca (%2, %3).</translation>
    </message>
    <message>
        <source>On the way: %1.</source>
        <translation>Đang đến: %1.</translation>
    </message>
    <message>
        <source>I am coming</source>
        <translation>Tôi đến</translation>
    </message>
    <message>
        <source>Desk %1 sees that you are coming. %2 ends the call when it is settled.</source>
        <translation>Quầy %1 đã thấy ông/bà đang đến. Xong việc bấm %2 để kết thúc lời gọi.</translation>
    </message>
    <message>
        <source>It is settled</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>The call of desk %1 is ended.</source>
        <translation>Đã kết thúc lời gọi của quầy %1.</translation>
    </message>
    <message>
        <source>Others see to it</source>
        <translation>Để người khác</translation>
    </message>
    <message>
        <source>You called at %1. Nobody has answered yet.</source>
        <translation>Đã gọi lúc %1. Chưa có ai nhận.</translation>
    </message>
    <message>
        <source>You called at %1. On the way: %2.</source>
        <translation>Đã gọi lúc %1. Đang đến: %2.</translation>
    </message>
    <message>
        <source>The call is taken back.</source>
        <translation>Đã thôi gọi.</translation>
    </message>
    <message>
        <source>Let it stand</source>
        <translation>Cứ để gọi</translation>
    </message>
    <message>
        <source>Call somebody to this desk</source>
        <translation>Gọi người đến quầy này</translation>
    </message>
    <message>
        <source>Nobody else here leads the hall, so nobody was called. Nothing was changed. An administrator gives somebody that role.</source>
        <translation>Ở đây không có ai khác là trưởng ca nên chưa gọi ai. Chưa đổi gì. Quản trị giao vai trò đó cho người khác.</translation>
    </message>
    <message>
        <source>A supervisor is called to this desk. You are told who comes. %1 takes it back.</source>
        <translation>Đã gọi trưởng ca đến quầy này. Ai đến sẽ được báo ở đây. Bấm %1 để thôi gọi.</translation>
    </message>
</context>
<context>
    <name>motcua::IdentityBox</name>
    <message>
        <source>Make a sheet for them to sign; without it they sign the register</source>
        <translation>Lập giấy xác nhận để ký; không lập thì ký sổ</translation>
    </message>
    <message>
        <source>as in the dossier: %1</source>
        <translation>như trong hồ sơ: %1</translation>
    </message>
    <message>
        <source>The name of who receives it is missing.</source>
        <translation>Thiếu họ tên người nhận.</translation>
    </message>
    <message>
        <source>It is not said how they showed who they are.</source>
        <translation>Chưa ghi người nhận chứng minh nhân thân bằng gì.</translation>
    </message>
    <message>
        <source>That does not prove who they are, so the result stays here. Tell them what to bring.</source>
        <translation>Như vậy chưa chứng minh được nhân thân, nên kết quả vẫn để tại đây. Xin hướng dẫn người nhận mang giấy tờ gì.</translation>
    </message>
    <message>
        <source>The number of the paper they showed is missing.</source>
        <translation>Thiếu số giấy tờ đã xuất trình.</translation>
    </message>
    <message>
        <source>It is not said why there is no identity card.</source>
        <translation>Chưa ghi vì sao không có thẻ căn cước.</translation>
    </message>
    <message>
        <source>The authority is not named.</source>
        <translation>Chưa ghi văn bản uỷ quyền.</translation>
    </message>
</context>
<context>
    <name>motcua::KeysPage</name>
    <message>
        <source>KEYS OF THIS PAGE</source>
        <translation>PHÍM CỦA TRANG NÀY</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>Sang ô kế tiếp</translation>
    </message>
    <message>
        <source>Discards nothing.</source>
        <translation>Không bỏ gì.</translation>
    </message>
    <message>
        <source>ALL KEYS</source>
        <translation>TẤT CẢ PHÍM</translation>
    </message>
    <message>
        <source>Keys · %1</source>
        <translation>Phím tắt · %1</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Quay lại làm việc</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Sổ tay</translation>
    </message>
</context>
<context>
    <name>motcua::KioskDesk</name>
    <message>
        <source>What is wrong in the file of the kiosk is left out, and the kiosk offers the rest. Please tell the administrator: %1</source>
        <translation>Chỗ sai trong tệp của ki-ốt được bỏ qua, ki-ốt vẫn làm phần còn lại. Xin báo quản trị: %1</translation>
    </message>
</context>
<context>
    <name>motcua::KioskWindow</name>
    <message>
        <source>Kiosk</source>
        <translation>Ki-ốt</translation>
    </message>
</context>
<context>
    <name>motcua::LetterRow</name>
    <message>
        <source>Letters of minority scripts</source>
        <translation>Chữ cái tiếng dân tộc</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Chữ cái</translation>
    </message>
    <message>
        <source>A letter by its key or ← → Enter; with Shift a capital. Esc closes.</source>
        <translation>Phím của chữ, hoặc ← → Enter; Shift viết hoa. Esc đóng lại.</translation>
    </message>
    <message>
        <source>These letters go into a field for names, places or words. Nothing was changed. Put the caret into such a field first.</source>
        <translation>Các chữ này dùng cho ô họ tên, địa danh hoặc lời văn. Chưa có gì thay đổi. Đặt con trỏ vào một ô như vậy trước.</translation>
    </message>
    <message>
        <source>A password, a PIN or a key is typed without these letters. Nothing was changed.</source>
        <translation>Mật khẩu, mã PIN và khoá không dùng các chữ này. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This field is for a number, a date or a code, which has no such letters. Nothing was changed.</source>
        <translation>Ô này ghi số, ngày hoặc mã, không có các chữ này. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The letters are still being read. Nothing was changed. Try again in a moment.</source>
        <translation>Bảng chữ đang được nạp. Chưa có gì thay đổi. Anh/chị thử lại sau giây lát.</translation>
    </message>
</context>
<context>
    <name>motcua::ListDesk</name>
    <message>
        <source>A dossier stands here from its acceptance on. The button at the bottom right receives one.</source>
        <translation>Hồ sơ nằm ở đây từ khi được tiếp nhận. Nút ở góc dưới bên phải để tiếp nhận hồ sơ.</translation>
    </message>
    <message>
        <source>To do today</source>
        <translation>Cần làm hôm nay</translation>
    </message>
    <message>
        <source>Nothing is due today</source>
        <translation>Hôm nay chưa có hồ sơ nào đến hạn</translation>
    </message>
    <message>
        <source>Dossiers promised for today, and those that are overdue, stand here. All others are under &quot;Open dossiers&quot; below.</source>
        <translation>Hồ sơ hẹn trả hôm nay và hồ sơ quá hạn nằm ở đây. Các hồ sơ khác ở mục “Hồ sơ đang giải quyết” bên dưới.</translation>
    </message>
    <message>
        <source>New online</source>
        <translation>Trực tuyến mới</translation>
    </message>
    <message>
        <source>Nothing new came online</source>
        <translation>Chưa có hồ sơ trực tuyến mới</translation>
    </message>
    <message>
        <source>What citizens file online waits here until it is accepted or sent back.</source>
        <translation>Hồ sơ người dân nộp trực tuyến chờ ở đây đến khi được tiếp nhận hoặc trả lại.</translation>
    </message>
    <message>
        <source>Came by post</source>
        <translation>Bưu chính đến</translation>
    </message>
    <message>
        <source>Nothing came by post</source>
        <translation>Chưa có hồ sơ bưu chính</translation>
    </message>
    <message>
        <source>Supplements awaited</source>
        <translation>Chờ bổ sung</translation>
    </message>
    <message>
        <source>No supplement is awaited</source>
        <translation>Không có hồ sơ chờ bổ sung</translation>
    </message>
    <message>
        <source>Dossiers whose citizen was asked for something stand here until it arrives.</source>
        <translation>Hồ sơ đã yêu cầu người dân bổ sung nằm ở đây đến khi nhận đủ.</translation>
    </message>
    <message>
        <source>Ready to hand over</source>
        <translation>Sẵn sàng trả</translation>
    </message>
    <message>
        <source>No result waits to be handed over</source>
        <translation>Không có kết quả chờ trả</translation>
    </message>
    <message>
        <source>Dossiers whose result is there stand here until the citizen has it.</source>
        <translation>Hồ sơ đã có kết quả nằm ở đây đến khi người dân nhận.</translation>
    </message>
    <message>
        <source>Not scanned yet</source>
        <translation>Chưa số hoá</translation>
    </message>
    <message>
        <source>Everything is scanned</source>
        <translation>Đã số hoá hết</translation>
    </message>
    <message>
        <source>My drafts</source>
        <translation>Bản nháp của tôi</translation>
    </message>
    <message>
        <source>No draft</source>
        <translation>Không có bản nháp nào</translation>
    </message>
    <message>
        <source>A form that is left with Esc waits here until it is accepted or discarded.</source>
        <translation>Tờ khai làm dở (bấm Esc) được giữ ở đây cho đến khi được tiếp nhận hoặc bỏ.</translation>
    </message>
    <message>
        <source>Originals held</source>
        <translation>Giấy tờ đang giữ</translation>
    </message>
    <message>
        <source>No originals are held</source>
        <translation>Không giữ bản chính nào</translation>
    </message>
    <message>
        <source>Dossiers whose originals were kept for comparison stand here until they were given back.</source>
        <translation>Hồ sơ đang giữ bản chính để đối chiếu nằm ở đây đến khi trả lại.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Cần chú ý</translation>
    </message>
    <message>
        <source>No contradictions</source>
        <translation>Không có mâu thuẫn</translation>
    </message>
    <message>
        <source>Open dossiers</source>
        <translation>Hồ sơ đang giải quyết</translation>
    </message>
    <message>
        <source>No dossier is open</source>
        <translation>Không có hồ sơ nào đang giải quyết</translation>
    </message>
    <message>
        <source>All dossiers</source>
        <translation>Tất cả hồ sơ</translation>
    </message>
    <message>
        <source>No dossier yet</source>
        <translation>Chưa có hồ sơ nào</translation>
    </message>
    <message>
        <source>promise ▴</source>
        <translation>hạn trả ▴</translation>
    </message>
    <message>
        <source>receipt ▴</source>
        <translation>ngày nhận ▴</translation>
    </message>
    <message>
        <source>receipt ▾</source>
        <translation>ngày nhận ▾</translation>
    </message>
    <message>
        <source>last touched ▾</source>
        <translation>sửa lần cuối ▾</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written to %1</source>
        <translation>
            <numerusform>Đã ghi %n dòng vào %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s) were written to %1. The list is longer; narrow it to take the others along.</source>
        <translation>
            <numerusform>Đã ghi %n dòng đầu vào %1. Danh sách còn dài hơn; lọc bớt để lấy phần còn lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Kết quả tìm</translation>
    </message>
    <message>
        <source>Open the morning&apos;s envelopes with the button at the bottom right. What came by post stands here until its answer has gone back.</source>
        <translation>Mở bưu gửi buổi sáng bằng nút ở góc dưới bên phải. Hồ sơ đến qua bưu chính nằm ở đây đến khi kết quả đã được gửi trả.</translation>
    </message>
    <message>
        <source>Whenever two desks write different things about one dossier, it stands here until somebody decides. Enter shows them side by side.</source>
        <translation>Khi hai nơi ghi khác nhau về một hồ sơ, hồ sơ nằm ở đây đến khi có người quyết định. Bấm Enter để đối chiếu.</translation>
    </message>
    <message>
        <source>Open dossiers with a paper that has no scan stand here, the one to be scanned first on top. A stack of many is scanned with the button below.</source>
        <translation>Hồ sơ đang mở còn giấy tờ chưa quét nằm ở đây, hồ sơ phải quét trước đứng đầu. Nút bên dưới quét cả chồng nhiều hồ sơ.</translation>
    </message>
    <message>
        <source>scan by ▴</source>
        <translation>hạn quét ▴</translation>
    </message>
</context>
<context>
    <name>motcua::ListExport</name>
    <message>
        <source>Papers to be scanned</source>
        <translation>Giấy tờ chưa quét</translation>
    </message>
</context>
<context>
    <name>motcua::LongerTermRow</name>
    <message>
        <source>working days more</source>
        <translation>ngày làm việc</translation>
    </message>
    <message>
        <source>A later day</source>
        <translation>Hẹn lâu hơn thời hạn</translation>
    </message>
    <message>
        <source>no, the limit holds</source>
        <translation>không, theo thời hạn</translation>
    </message>
</context>
<context>
    <name>motcua::MachineDesk</name>
    <message>
        <source>%1 · desk %2</source>
        <translation>%1 · quầy %2</translation>
    </message>
</context>
<context>
    <name>motcua::MachinePage</name>
    <message>
        <source>Look again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>Chép tất cả</translation>
    </message>
    <message>
        <source>Copied. Paste it into a message, or read it out. Nothing in it is of a citizen.</source>
        <translation>Đã chép. Dán vào tin nhắn, thư, hoặc đọc qua điện thoại. Trong đó không có dữ liệu của người dân.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Quay lại làm việc</translation>
    </message>
    <message>
        <source>Machines of the desks</source>
        <translation>Máy của các quầy</translation>
    </message>
</context>
<context>
    <name>motcua::MachineRow</name>
    <message>
        <source>looking</source>
        <translation>đang xem</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>ổn</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>see to it</source>
        <translation>cần xem</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>không dùng được</translation>
    </message>
</context>
<context>
    <name>motcua::MainWindow</name>
    <message>
        <source>There is nothing left to put right on this page.</source>
        <translation>Trang này không còn gì phải sửa.</translation>
    </message>
    <message>
        <source>%1 (%2) has nothing to do on this page. Nothing was changed. %3 shows the keys that act here.</source>
        <translation>%1 (%2) không dùng ở trang này. Chưa có gì bị thay đổi. Bấm %3 để xem phím dùng được.</translation>
    </message>
    <message>
        <source>The small window shows whose turn it is, and at this desk nobody draws a ticket. Nothing was changed.</source>
        <translation>Cửa sổ nhỏ cho biết đang đến lượt ai, mà quầy này không lấy số. Chưa có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>motcua::MessageStrip</name>
    <message>
        <source>Notice</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Chú ý</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Chưa xong</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
</context>
<context>
    <name>motcua::MiniPanel</name>
    <message>
        <source>Small window</source>
        <translation>Cửa sổ nhỏ</translation>
    </message>
    <message>
        <source>No ticket</source>
        <translation>Không có số</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>Số %1</translation>
    </message>
    <message>
        <source>Called, not here yet (%1/%2)</source>
        <translation>Đã gọi, chưa đến (%1/%2)</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>Đang phục vụ</translation>
    </message>
    <message>
        <source>Nobody is being served</source>
        <translation>Chưa phục vụ ai</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>Đang chờ %1</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>Cửa sổ lớn</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>lâu nhất %1</translation>
    </message>
</context>
<context>
    <name>motcua::NeedsPage</name>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n bản chính</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photocopy(ies)</source>
        <translation>
            <numerusform>%n bản photo</numerusform>
        </translation>
    </message>
    <message>
        <source>TO BRING</source>
        <translation>CẦN MANG THEO</translation>
    </message>
    <message>
        <source>IN CERTAIN CASES</source>
        <translation>TÙY TRƯỜNG HỢP</translation>
    </message>
    <message>
        <source>FEES</source>
        <translation>PHÍ, LỆ PHÍ</translation>
    </message>
    <message>
        <source>Nothing is charged.</source>
        <translation>Không thu phí.</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>THỜI GIAN GIẢI QUYẾT</translation>
    </message>
    <message>
        <source>What to bring · %1</source>
        <translation>Cần mang gì · %1</translation>
    </message>
    <message>
        <source>There is no printer here. Nothing was printed. Read it out, or let the citizen take a picture.</source>
        <translation>Máy này không có máy in nên chưa in gì. Hãy đọc cho khách nghe, hoặc để khách chụp màn hình.</translation>
    </message>
    <message>
        <source>Print to take home</source>
        <translation>In cho khách mang về</translation>
    </message>
    <message>
        <source>Next: Declaration</source>
        <translation>Tiếp: Tờ khai</translation>
    </message>
    <message>
        <source>No price of today is known here.</source>
        <translation>Ở đây chưa biết mức thu hôm nay.</translation>
    </message>
</context>
<context>
    <name>motcua::NewSecretPage</name>
    <message>
        <source>With a PIN you are back in two seconds after F12. It works at this computer until midnight; five wrong tries remove it.</source>
        <translation>Có PIN, anh/chị trở lại trong hai giây sau F12. PIN dùng trên máy này đến nửa đêm; gõ sai năm lần thì PIN bị xoá.</translation>
    </message>
    <message>
        <source>The new password holds at every desk of the centre. The dossiers and everything else stay as they are.</source>
        <translation>Mật khẩu mới dùng được ở mọi quầy của trung tâm. Hồ sơ và mọi thứ khác giữ nguyên.</translation>
    </message>
    <message>
        <source>⇪ Caps Lock is on</source>
        <translation>⇪ Caps Lock bật</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>6 to 12 digits, not a row such as 123456 and not your year of birth.</source>
        <translation>6 đến 12 chữ số, không phải dãy như 123456, không phải năm sinh của anh/chị.</translation>
    </message>
    <message>
        <source>PIN once more</source>
        <translation>Gõ lại PIN</translation>
    </message>
    <message>
        <source>Password until now</source>
        <translation>Mật khẩu đang dùng</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>At least 10 characters; a few words are easy to remember. The input method is off here.</source>
        <translation>Ít nhất 10 ký tự; vài từ ghép lại thì dễ nhớ. Bộ gõ tiếng Việt tắt ở ô này.</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>Gõ lại mật khẩu mới</translation>
    </message>
    <message>
        <source>Both are the same and can be used.</source>
        <translation>Hai lần giống nhau, dùng được.</translation>
    </message>
    <message>
        <source>Can be used. Type it once more.</source>
        <translation>Dùng được. Gõ lại lần nữa.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Hai lần chưa giống nhau.</translation>
    </message>
    <message>
        <source>At least 10 characters. Nothing was changed.</source>
        <translation>Cần ít nhất 10 ký tự. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>This is your name. Nothing was changed. Choose words that have nothing to do with you.</source>
        <translation>Đây là tên của anh/chị. Chưa đổi gì. Chọn những từ không liên quan đến mình.</translation>
    </message>
    <message>
        <source>This is among the first that anybody would try. Nothing was changed. Choose a few words that do not belong together.</source>
        <translation>Mật khẩu này ai cũng thử đầu tiên. Chưa đổi gì. Chọn vài từ không đi với nhau.</translation>
    </message>
    <message>
        <source>This PIN is among the first that anybody would try. Nothing was changed. Choose another.</source>
        <translation>PIN này ai cũng thử đầu tiên. Chưa đổi gì. Chọn PIN khác.</translation>
    </message>
    <message>
        <source>A PIN has digits only. Nothing was changed.</source>
        <translation>PIN chỉ gồm chữ số. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>A PIN has 6 to 12 digits. Nothing was changed.</source>
        <translation>PIN có 6 đến 12 chữ số. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>Type the password used until now. Nothing was changed.</source>
        <translation>Gõ mật khẩu đang dùng. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>The two differ. Nothing was changed. Type the second one again.</source>
        <translation>Hai lần khác nhau. Chưa đổi gì. Gõ lại lần thứ hai.</translation>
    </message>
    <message>
        <source>PIN of today</source>
        <translation>PIN hôm nay</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>The keys are being wrapped anew. Please wait a moment.</source>
        <translation>Đang gói lại khoá. Xin chờ một chút.</translation>
    </message>
    <message>
        <source>Use this PIN today</source>
        <translation>Dùng PIN này hôm nay</translation>
    </message>
</context>
<context>
    <name>motcua::NotePage</name>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Colleagues read it in the history of the dossier; the citizen does not. It is kept for good.</source>
        <translation>Đồng nghiệp đọc được trong lịch sử hồ sơ; người dân không thấy. Ghi chú được giữ mãi.</translation>
    </message>
    <message>
        <source>Note on the dossier</source>
        <translation>Ghi chú hồ sơ</translation>
    </message>
    <message>
        <source>The note is being recorded. Please wait a moment.</source>
        <translation>Đang ghi chú vào sổ. Xin chờ giây lát.</translation>
    </message>
    <message>
        <source>Nothing is written yet. Nothing was changed.</source>
        <translation>Chưa viết gì. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Lưu ghi chú</translation>
    </message>
</context>
<context>
    <name>motcua::NoticeDesk</name>
    <message>
        <source>The hall is closed: nobody is called and no number is given. Boards and kiosks tell why within a few seconds.</source>
        <translation>Sảnh đã đóng: không gọi số, không phát số. Bảng và ki-ốt báo lý do sau vài giây.</translation>
    </message>
    <message>
        <source>It is told on the board, at the kiosk and on the page for telephones within a few seconds.</source>
        <translation>Thông báo hiện trên bảng, ki-ốt và trang điện thoại sau vài giây.</translation>
    </message>
    <message>
        <source>Close the hall? No desk of the centre can call anybody, and no kiosk gives a number, until it is opened here again or the time is over.</source>
        <translation>Đóng sảnh? Không quầy nào gọi được ai, không ki-ốt nào phát số, cho đến khi mở lại ở đây hoặc hết thời gian.</translation>
    </message>
    <message>
        <source>Close the hall</source>
        <translation>Đóng sảnh</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Để mở</translation>
    </message>
    <message>
        <source>The hall is open again.</source>
        <translation>Sảnh đã mở lại.</translation>
    </message>
    <message>
        <source>It is told no more.</source>
        <translation>Đã gỡ thông báo.</translation>
    </message>
</context>
<context>
    <name>motcua::NoticePage</name>
    <message>
        <source>for the rest of the day</source>
        <translation>đến hết hôm nay</translation>
    </message>
    <message>
        <source>for 30 minutes</source>
        <translation>trong 30 phút</translation>
    </message>
    <message>
        <source>for an hour</source>
        <translation>trong 1 giờ</translation>
    </message>
    <message>
        <source>for two hours</source>
        <translation>trong 2 giờ</translation>
    </message>
    <message>
        <source>today and tomorrow</source>
        <translation>hôm nay và ngày mai</translation>
    </message>
    <message>
        <source>for seven days</source>
        <translation>trong 7 ngày</translation>
    </message>
    <message>
        <source>for thirty days</source>
        <translation>trong 30 ngày</translation>
    </message>
    <message>
        <source>Close the hall for as long</source>
        <translation>Đóng sảnh trong thời gian đó</translation>
    </message>
    <message>
        <source>Nobody is called and no number is given then. Who waits keeps their place, and who is at a desk is served.</source>
        <translation>Khi đó không gọi số, không phát số. Người đang chờ giữ nguyên thứ tự, người đang ở quầy vẫn được phục vụ.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>The same in English</source>
        <translation>Bằng tiếng Anh</translation>
    </message>
    <message>
        <source>It stands</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>What is told now</source>
        <translation>Đang thông báo</translation>
    </message>
    <message>
        <source>Nothing is told besides numbers</source>
        <translation>Chưa có thông báo nào</translation>
    </message>
    <message>
        <source>A notice is shown on the board, at the kiosk and on the page for telephones.</source>
        <translation>Thông báo hiện trên bảng gọi số, ki-ốt và trang điện thoại.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 đến %2</translation>
    </message>
    <message>
        <source>■ HALL CLOSED</source>
        <translation>■ ĐÓNG SẢNH</translation>
    </message>
    <message>
        <source>Notices to the hall · the hall is closed</source>
        <translation>Thông báo cho sảnh · sảnh đang đóng</translation>
    </message>
    <message>
        <source>Notices to the hall</source>
        <translation>Thông báo cho sảnh</translation>
    </message>
    <message>
        <source>The last one is being told. Nothing was lost.</source>
        <translation>Đang gửi thông báo trước. Không mất gì.</translation>
    </message>
    <message>
        <source>It is not said yet what everybody is to be told. Nothing was changed. Type a few words.</source>
        <translation>Chưa có nội dung thông báo. Chưa đổi gì. Hãy gõ vài chữ.</translation>
    </message>
    <message>
        <source>There is nothing to take back. Nothing was changed.</source>
        <translation>Không có thông báo nào để gỡ. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>Open the hall again</source>
        <translation>Mở lại sảnh</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Gỡ thông báo</translation>
    </message>
    <message>
        <source>Close the hall</source>
        <translation>Đóng sảnh</translation>
    </message>
    <message>
        <source>Tell the hall</source>
        <translation>Thông báo</translation>
    </message>
</context>
<context>
    <name>motcua::OfferLine</name>
    <message>
        <source>Take this</source>
        <translation>Lấy giá trị này</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>%1: take this</source>
        <translation>%1: lấy giá trị này</translation>
    </message>
    <message>
        <source>%1: leave as it is</source>
        <translation>%1: giữ nguyên</translation>
    </message>
</context>
<context>
    <name>motcua::OfflineDesk</name>
    <message>
        <source>A limit on work without the portal is reached. Nothing is lost and everything goes on; a supervisor decides how, under &quot;Send and receive&quot;, L.</source>
        <translation>Đã đến một giới hạn làm việc khi mất Cổng. Không mất gì và mọi việc vẫn tiếp tục; trưởng ca quyết định cách làm ở &quot;Gửi, nhận&quot;, phím L.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 đến %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>How was the citizen told?</source>
        <translation>Đã báo công dân bằng cách nào?</translation>
    </message>
    <message>
        <source>It is kept that the citizen was told.</source>
        <translation>Đã ghi là công dân được báo.</translation>
    </message>
    <message>
        <source>The payment is confirmed.</source>
        <translation>Đã xác nhận khoản tiền.</translation>
    </message>
    <message>
        <source>The decision is recorded.</source>
        <translation>Đã ghi quyết định.</translation>
    </message>
    <message>
        <source>Blank provisional slips %1 to %2 were sent to the printer, each twice: one for the citizen, one to be entered from.</source>
        <translation>Đã gửi in phiếu tiếp nhận tạm để trống từ %1 đến %2, mỗi số hai liên: một liên giao người dân, một liên để nhập lại.</translation>
    </message>
</context>
<context>
    <name>motcua::OfflinePage</name>
    <message>
        <source>Go on as before for this many days</source>
        <translation>Làm tiếp như trước trong số ngày này</translation>
    </message>
    <message>
        <source>On paper: provisional slips with numbers of their own, entered later with their true times</source>
        <translation>Chuyển sang giấy: phiếu tiếp nhận tạm có số riêng, nhập lại sau theo đúng giờ</translation>
    </message>
    <message>
        <source>Off paper: dossiers are received in the program again</source>
        <translation>Thôi dùng giấy: tiếp nhận lại trong chương trình</translation>
    </message>
    <message>
        <source>The program ends nothing by itself. What is decided here is kept in the journal, and the portal gets it when it can be reached.</source>
        <translation>Chương trình không tự dừng việc gì. Quyết định ở đây được ghi vào nhật ký và gửi lên Cổng khi nối lại được.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Số ngày</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>No limit on work without the portal is near.</source>
        <translation>Chưa gần giới hạn nào khi làm việc mất Cổng.</translation>
    </message>
    <message>
        <source>the limit is reached</source>
        <translation>đã đến giới hạn</translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>còn khoảng %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting to be sent: %1 of %2 · %3</source>
        <translation>Chờ gửi: %1 trên %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>The oldest waits for %n day(s)</source>
        <translation>
            <numerusform>Mục cũ nhất đã chờ %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1 · %2</source>
        <translation>trên %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>The procedures are %n day(s) old</source>
        <translation>
            <numerusform>Danh mục thủ tục đã %n ngày chưa cập nhật</numerusform>
        </translation>
    </message>
    <message>
        <source>No dossier number of this desk is left for today</source>
        <translation>Quầy này đã hết số hồ sơ của hôm nay</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier number(s) of this desk are left for today</source>
        <translation>
            <numerusform>Quầy này còn %n số hồ sơ cho hôm nay</numerusform>
        </translation>
    </message>
    <message>
        <source>On paper since %1.</source>
        <translation>Dùng giấy từ %1.</translation>
    </message>
    <message>
        <source>Extended until %1.</source>
        <translation>Được gia hạn đến %1.</translation>
    </message>
    <message>
        <source>until the end of %1</source>
        <translation>đến hết %1</translation>
    </message>
    <message>
        <source>Work without the portal</source>
        <translation>Làm việc khi mất Cổng</translation>
    </message>
    <message>
        <source>The decision is being recorded. Please wait a moment.</source>
        <translation>Đang ghi quyết định. Xin chờ một chút.</translation>
    </message>
    <message>
        <source>A reason is missing. Nothing was changed.</source>
        <translation>Thiếu lý do. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Ghi quyết định</translation>
    </message>
    <message>
        <source>Blank provisional slips for the paper block, each number twice: print some while the printer has power, before they are needed.</source>
        <translation>Phiếu tiếp nhận tạm để trống, mỗi số hai liên: nên in sẵn khi máy in còn điện, trước khi cần đến.</translation>
    </message>
    <message>
        <source>Blank slips</source>
        <translation>Số phiếu để trống</translation>
    </message>
    <message>
        <source>Print blank slips</source>
        <translation>In phiếu tạm để trống</translation>
    </message>
    <message>
        <source>It is being done. Please wait a moment.</source>
        <translation>Đang thực hiện. Vui lòng chờ một lát.</translation>
    </message>
</context>
<context>
    <name>motcua::OpenDayPage</name>
    <message>
        <source>Money in the drawer</source>
        <translation>Quỹ đầu ngày</translation>
    </message>
    <message>
        <source>e.g. 500k; empty when no money is kept here</source>
        <translation>ví dụ 500k; để trống nếu quầy không giữ tiền</translation>
    </message>
    <message>
        <source>not an amount</source>
        <translation>không phải số tiền</translation>
    </message>
    <message>
        <source>The desk is being opened. Nothing was lost.</source>
        <translation>Đang mở quầy. Không mất gì.</translation>
    </message>
    <message>
        <source>The money in the drawer is not an amount. Nothing was changed. Type it like 500k or 500.000, or leave it empty.</source>
        <translation>Quỹ đầu ngày không phải số tiền. Chưa thay đổi gì. Gõ như 500k hoặc 500.000, hoặc để trống.</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Mở quầy</translation>
    </message>
</context>
<context>
    <name>motcua::OutboxDesk</name>
    <message>
        <source>Number at the portal: %1</source>
        <translation>Số Cổng: %1</translation>
    </message>
    <message>
        <source>Sending is paused. Nothing was lost. P lets it go on.</source>
        <translation>Đang tạm dừng gửi. Không mất gì. Bấm P để gửi tiếp.</translation>
    </message>
    <message>
        <source>The portal is being asked now.</source>
        <translation>Đang hỏi Cổng ngay bây giờ.</translation>
    </message>
    <message>
        <source>Sending is paused. What is recorded waits here and nothing is lost. P lets it go on.</source>
        <translation>Đã tạm dừng gửi. Những gì ghi nhận chờ ở đây, không mất gì. Bấm P để gửi tiếp.</translation>
    </message>
    <message>
        <source>Sending goes on.</source>
        <translation>Đã gửi tiếp.</translation>
    </message>
    <message>
        <source>This desk belongs to no portal. Nothing is sent and nothing is lost. The administrator joins it with motcua-ctl enrol.</source>
        <translation>Quầy này chưa thuộc Cổng nào. Không gửi gì và không mất gì. Quản trị nối bằng lệnh motcua-ctl enrol.</translation>
    </message>
    <message>
        <source>desks contradict each other: compare (Enter)</source>
        <translation>hai nơi ghi khác nhau · đối chiếu (Enter)</translation>
    </message>
    <message>
        <source>What the portal offered of the procedures at %1 is no good, and was not taken. This desk goes by what it has. Tell whoever runs the portal.</source>
        <translation>Gói thủ tục Cổng đưa lúc %1 không dùng được nên không nhận. Máy này vẫn dùng bản đang có. Hãy báo người quản trị Cổng.</translation>
    </message>
</context>
<context>
    <name>motcua::OutboxItemModel</name>
    <message>
        <source>waiting</source>
        <translation>chờ gửi</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>đã gửi</translation>
    </message>
    <message>
        <source>taken by the portal</source>
        <translation>Cổng đã nhận</translation>
    </message>
    <message>
        <source>to put right</source>
        <translation>cần sửa</translation>
    </message>
    <message>
        <source>put right</source>
        <translation>đã sửa</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Lần</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Fault, and what to do</source>
        <translation>Lỗi do · làm gì</translation>
    </message>
</context>
<context>
    <name>motcua::OutboxPage</name>
    <message>
        <source>Try now</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>Tạm dừng gửi</translation>
    </message>
    <message>
        <source>Sent to the portal</source>
        <translation>Đã gửi và chờ gửi lên Cổng</translation>
    </message>
    <message numerus="yes">
        <source>%n new ▴</source>
        <translation>
            <numerusform>%n mới ▴</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>Gửi tiếp</translation>
    </message>
    <message>
        <source>Nothing needs work</source>
        <translation>Không có mục nào cần sửa</translation>
    </message>
    <message>
        <source>What the portal sends back stands here until it is put right. %1 shows everything.</source>
        <translation>Những gì Cổng trả lại nằm ở đây cho đến khi sửa xong. %1 để xem tất cả.</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Chưa có gì để gửi</translation>
    </message>
    <message>
        <source>What is recorded at this desk goes to the portal by itself and stands here.</source>
        <translation>Những gì ghi nhận ở quầy này tự gửi lên Cổng và hiện ở đây.</translation>
    </message>
    <message>
        <source>This item is about no dossier. There is nothing to open, and nothing to do.</source>
        <translation>Mục này không thuộc hồ sơ nào. Không có gì để mở, cũng không cần làm gì.</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>Gửi, nhận</translation>
    </message>
    <message>
        <source>The list has no rows. Nothing was changed.</source>
        <translation>Danh sách không có dòng nào. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Xem tất cả</translation>
    </message>
    <message>
        <source>Only what needs work</source>
        <translation>Chỉ mục cần sửa</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>This desk belongs to no portal</source>
        <translation>Quầy này chưa thuộc Cổng nào</translation>
    </message>
    <message>
        <source>Nothing is sent from here, and nothing is lost. The administrator joins it with the portal&apos;s invitation: motcua-ctl enrol.</source>
        <translation>Ở đây không gửi gì và không mất gì. Quản trị nối quầy bằng thư mời của Cổng: motcua-ctl enrol.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Giới hạn</translation>
    </message>
    <message>
        <source>After an outage</source>
        <translation>Sau sự cố</translation>
    </message>
    <message>
        <source>Enter a provisional slip</source>
        <translation>Nhập phiếu tiếp nhận tạm</translation>
    </message>
    <message>
        <source>Conflict desk</source>
        <translation>Bàn đối chiếu</translation>
    </message>
</context>
<context>
    <name>motcua::PageTray</name>
    <message>
        <source>%1 · left out</source>
        <translation>%1 · đã bỏ</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>arriving</source>
        <translation>đang đến</translation>
    </message>
    <message>
        <source>A page is arriving, %1 %</source>
        <translation>Một trang đang đến, %1 %</translation>
    </message>
    <message>
        <source>A page is arriving</source>
        <translation>Một trang đang đến</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1 trên %2</translation>
    </message>
    <message>
        <source>left out, does not go into the copy</source>
        <translation>đã bỏ, không vào bản điện tử</translation>
    </message>
    <message>
        <source>its picture cannot be shown</source>
        <translation>không hiện được hình</translation>
    </message>
</context>
<context>
    <name>motcua::PageView</name>
    <message>
        <source>← → page before, page after   R turn right   Shift+R turn left   Del leave out or put back   Esc back to the papers</source>
        <translation>← → trang trước, trang sau   R xoay phải   Shift+R xoay trái   Del bỏ hoặc lấy lại   Esc về giấy tờ</translation>
    </message>
    <message>
        <source>left out, does not go into the copy</source>
        <translation>đã bỏ, không vào bản điện tử</translation>
    </message>
    <message>
        <source>The page is being opened …</source>
        <translation>Đang mở trang …</translation>
    </message>
    <message>
        <source>The picture of this page cannot be shown. The page itself is kept; scan it anew if in doubt.</source>
        <translation>Không hiện được hình của trang này. Trang vẫn được giữ; nếu nghi ngờ, hãy quét lại.</translation>
    </message>
</context>
<context>
    <name>motcua::PaperDesk</name>
    <message>
        <source>Page %1 could not be turned. It is kept as it is. Try again, or scan it anew.</source>
        <translation>Không xoay được trang %1. Trang được giữ nguyên. Hãy thử lại, hoặc quét lại.</translation>
    </message>
    <message>
        <source>Scanner %1 not there</source>
        <translation>Không thấy máy quét %1</translation>
    </message>
    <message>
        <source>Scanner %1 does not answer</source>
        <translation>Máy quét %1 không trả lời</translation>
    </message>
    <message>
        <source>Scanner %1</source>
        <translation>Máy quét %1</translation>
    </message>
    <message>
        <source>A stack is being scanned. The way it is scanned can be changed when it is done. Nothing was changed.</source>
        <translation>Đang quét một chồng giấy. Quét xong mới đổi được cách quét. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>%1 (settled by the administrator)</source>
        <translation>%1 (quản trị đã định)</translation>
    </message>
    <message>
        <source>How is the next stack to be scanned?</source>
        <translation>Chồng giấy tới quét thế nào?</translation>
    </message>
    <message>
        <source>A page could not be kept, so scanning was stopped. Pages that came before: %1. They are kept.</source>
        <translation>Không giữ được một trang nên đã dừng quét. Số trang đến trước đó: %1, đều được giữ.</translation>
    </message>
    <message>
        <source>Page %1 could not be straightened and looked through. It is kept as it came. Look at it large, and scan it anew if it cannot be read.</source>
        <translation>Không nắn thẳng và xem xét được trang %1. Trang được giữ như khi quét. Hãy xem lớn, nếu không đọc được thì quét lại.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) came too late for the dossier they were for, so they are not in it. Open that dossier and scan them again.</source>
        <translation>
            <numerusform>%n trang đến quá muộn cho hồ sơ của chúng nên không có trong hồ sơ. Hãy mở hồ sơ đó và quét lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned into &quot;%1&quot;.</source>
        <translation>
            <numerusform>Đã quét %n trang vào &quot;%1&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank side(s) of them are left out of the copy; B restores one.</source>
        <translation>
            <numerusform>%n mặt trắng trong đó không vào bản điện tử; B khôi phục một mặt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages are still coming. Files can be taken in when they are here. Nothing was changed.</source>
        <translation>Các trang vẫn đang tới. Khi tới đủ mới nhận được tệp. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Picture %1 cannot be read, so it was not taken in. It lies where it was. Take it in from another copy, or scan the paper.</source>
        <translation>Không đọc được ảnh %1 nên không nhận. Ảnh vẫn nằm ở chỗ cũ. Hãy nhận từ bản khác, hoặc quét giấy tờ.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken into &quot;%1&quot; as pages.</source>
        <translation>
            <numerusform>Đã nhận %n ảnh vào “%1” thành các trang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages are being scanned, so the pictures were not taken in. They lie where they were. Take them in when the stack is done.</source>
        <translation>Đang quét nên chưa nhận ảnh. Các ảnh vẫn nằm ở chỗ cũ. Hãy nhận khi quét xong.</translation>
    </message>
</context>
<context>
    <name>motcua::PaperDetails</name>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Pages of %1</source>
        <translation>Các trang của %1</translation>
    </message>
    <message>
        <source>← → choose a page · Enter see it large
Ctrl+← → move · R, Shift+R turn
Insert scan before it · %1 scan it anew
Del leave out, put back · S split off from here</source>
        <translation>← → chọn trang · Enter xem lớn
Ctrl+← → đổi chỗ · R, Shift+R xoay
Insert quét chèn trước · %1 quét lại
Del bỏ, lấy lại · S tách từ đây</translation>
    </message>
    <message numerus="yes">
        <source>%n blank or dropped side(s) left out of the copy</source>
        <translation>
            <numerusform>%n mặt trắng hoặc đã bỏ không vào bản điện tử</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::PaperReceiptPage</name>
    <message>
        <source>What is accepted next counts from the moment on the provisional slip, and keeps its number. A supervisor answers for both.</source>
        <translation>Hồ sơ tiếp nhận tiếp theo tính từ giờ ghi trên phiếu tạm và giữ số của phiếu. Trưởng ca chịu trách nhiệm về cả hai.</translation>
    </message>
    <message>
        <source>Number of the provisional slip</source>
        <translation>Số phiếu tạm</translation>
    </message>
    <message>
        <source>Day on the slip</source>
        <translation>Ngày trên phiếu</translation>
    </message>
    <message>
        <source>Time on the slip</source>
        <translation>Giờ trên phiếu</translation>
    </message>
    <message>
        <source>e.g. 9:12</source>
        <translation>ví dụ 9:12</translation>
    </message>
    <message>
        <source>no moment that has been; type it like 23/11/2026 and 9:12</source>
        <translation>không phải thời điểm đã qua; nhập như 23/11/2026 và 9:12</translation>
    </message>
    <message>
        <source>Enter a provisional slip</source>
        <translation>Nhập phiếu tiếp nhận tạm</translation>
    </message>
    <message>
        <source>It is being looked at. Please wait a moment.</source>
        <translation>Đang kiểm tra. Xin chờ một chút.</translation>
    </message>
    <message>
        <source>The number of the provisional slip is missing. Nothing was changed.</source>
        <translation>Thiếu số phiếu tạm. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The day and the time on the slip are no moment that has been. Nothing was changed.</source>
        <translation>Ngày giờ trên phiếu không phải thời điểm đã qua. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Choose the procedure</source>
        <translation>Chọn thủ tục</translation>
    </message>
</context>
<context>
    <name>motcua::PapersGlance</name>
    <message>
        <source>PAPERS · %1</source>
        <translation>GIẤY TỜ · %1</translation>
    </message>
</context>
<context>
    <name>motcua::PapersPage</name>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Accepted as: %1</source>
        <translation>Nhận dưới dạng: %1</translation>
    </message>
    <message>
        <source>Next: Accept</source>
        <translation>Tiếp: Tiếp nhận</translation>
    </message>
    <message>
        <source>Seen already in this visit, for %1. Look again if in doubt.</source>
        <translation>Đã xem trong lượt này, ở hồ sơ %1. Nếu ngờ, xin xem lại.</translation>
    </message>
    <message>
        <source>Next: Fee</source>
        <translation>Tiếp: Phí</translation>
    </message>
    <message>
        <source>↑ ↓ choose   + met   - not met   * not applicable   . to follow   K kind of paper   H keep the original here   0 not seen</source>
        <translation>↑ ↓ chọn   + đạt   - không đạt   * không áp dụng   . bổ sung sau   K loại giấy   H giữ bản chính   0 chưa xem</translation>
    </message>
    <message>
        <source>Only an original that was seen can be kept here. Nothing was changed. Press + first.</source>
        <translation>Chỉ giữ lại được bản chính đã xem. Chưa thay đổi gì. Bấm + trước.</translation>
    </message>
    <message>
        <source>Ask for what is missing</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Print the declaration</source>
        <translation>In tờ khai</translation>
    </message>
    <message>
        <source>Print the declaration again</source>
        <translation>In lại tờ khai</translation>
    </message>
    <message>
        <source>The declaration is on its way to the printer. Nothing was lost. Wait until the line at the top says how it ended.</source>
        <translation>Tờ khai đang trên đường sang máy in. Không mất gì. Chờ đến khi dòng trên cùng báo kết quả.</translation>
    </message>
    <message>
        <source>Declaration changed since it was printed</source>
        <translation>Tờ khai đã đổi sau khi in</translation>
    </message>
    <message>
        <source>Del leave out the last file</source>
        <translation>Del bỏ tệp cuối</translation>
    </message>
    <message>
        <source>No file was taken in for this paper, so there is none to leave out. Nothing was changed.</source>
        <translation>Giấy tờ này chưa có tệp nào nên không có gì để bỏ. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was left out. Ctrl+Z puts it back.</source>
        <translation>Đã bỏ “%1”. Ctrl+Z lấy lại.</translation>
    </message>
    <message numerus="yes">
        <source>%n p.</source>
        <translation>
            <numerusform>%n tr</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers · each %1 scans into the chosen line</source>
        <translation>Giấy tờ · mỗi lần %1 quét vào dòng đang chọn</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 dpi, colour</source>
        <translation>%1 dpi, màu</translation>
    </message>
    <message>
        <source>%1 dpi, grey</source>
        <translation>%1 dpi, xám</translation>
    </message>
    <message>
        <source>%1, settled by the administrator</source>
        <translation>%1, quản trị đã định</translation>
    </message>
    <message>
        <source>%1 scan: %2 (P another way)</source>
        <translation>%1 quét: %2 (P đổi cách)</translation>
    </message>
    <message>
        <source>%1 file: %2</source>
        <translation>%1 lấy tệp: %2</translation>
    </message>
    <message>
        <source>%1 scan later</source>
        <translation>%1 quét sau</translation>
    </message>
    <message>
        <source>Page %1 and all after it go to another paper. Choose it with ↑ ↓ and press Enter; %2 leaves them where they are.</source>
        <translation>Trang %1 và các trang sau chuyển sang giấy tờ khác. Chọn bằng ↑ ↓ rồi bấm Enter; %2 để nguyên.</translation>
    </message>
    <message>
        <source>Being scanned: %1. %2 stops it; what came is kept.</source>
        <translation>Đang quét: %1. %2 dừng; trang đã đến được giữ.</translation>
    </message>
    <message>
        <source>Page %1 is being scanned. %2 stops it; what came is kept.</source>
        <translation>Đang quét trang %1. %2 dừng; trang đã đến được giữ.</translation>
    </message>
    <message>
        <source>A stack is being scanned already. Nothing was lost. Wait until it is done, or stop it with %1.</source>
        <translation>Đang quét một chồng giấy rồi. Không mất gì. Hãy chờ xong, hoặc dừng bằng %1.</translation>
    </message>
    <message>
        <source>How this office scans is not written down, so nothing was scanned. Take the paper in as a file, or have the IT person look at the file scan.json.</source>
        <translation>Chưa ghi cách quét của cơ quan nên chưa quét gì. Hãy lấy giấy tờ bằng tệp, hoặc nhờ người phụ trách máy xem tệp scan.json.</translation>
    </message>
    <message>
        <source>Page %1 is left out of the copy. It stays here; Del puts it back.</source>
        <translation>Trang %1 không vào bản điện tử. Trang vẫn ở đây; Del lấy lại.</translation>
    </message>
    <message>
        <source>This desk has no scanner, so nothing was scanned. Take the paper in as a file.</source>
        <translation>Quầy này không có máy quét nên chưa quét gì. Hãy lấy giấy tờ bằng tệp.</translation>
    </message>
    <message>
        <source>This paper has no page yet that could be scanned anew. Nothing was changed. %1 scans the first one.</source>
        <translation>Giấy tờ này chưa có trang nào để quét lại. Chưa thay đổi gì. %1 quét trang đầu.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is ticked as seen and is scanned later. Once accepted, the dossier stands in the list of those not digitised yet, until it is done.</source>
        <translation>&quot;%1&quot; đã đánh dấu đã xem và sẽ quét sau. Khi tiếp nhận, hồ sơ vào việc Chưa số hoá cho đến khi quét xong.</translation>
    </message>
    <message>
        <source>No page of this paper is left out. Nothing was changed.</source>
        <translation>Không có trang nào của giấy tờ này bị bỏ. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>This procedure has no other paper to which pages could go. Nothing was changed.</source>
        <translation>Thủ tục này không có giấy tờ khác để chuyển trang sang. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>They lie with this paper already. Choose another one with ↑ ↓, or leave them here with %1.</source>
        <translation>Các trang đang ở giấy tờ này rồi. Chọn giấy tờ khác bằng ↑ ↓, hoặc để lại đây bằng %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to &quot;%1&quot;. %2 takes them back.</source>
        <translation>
            <numerusform>Đã chuyển %n trang sang &quot;%1&quot;. %2 lấy lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Those pages were changed since, so they stay where they are. S moves them back from there.</source>
        <translation>Các trang đó đã thay đổi sau đó nên ở nguyên chỗ. S chuyển lại từ đó.</translation>
    </message>
    <message>
        <source>%1 · page %2 of %3</source>
        <translation>%1 · trang %2 trên %3</translation>
    </message>
    <message>
        <source>Read on page %1, compare it: %2: %3</source>
        <translation>Đọc được ở trang %1, hãy đối chiếu: %2: %3</translation>
    </message>
    <message>
        <source>%1 into the declaration   %2 not</source>
        <translation>%1 đưa vào tờ khai   %2 không</translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(còn %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 stands in the declaration now.</source>
        <translation>%1: %2 đã có trong tờ khai.</translation>
    </message>
    <message>
        <source>Del give it back</source>
        <translation>Del bỏ dùng lại</translation>
    </message>
    <message numerus="yes">
        <source>%n filed before</source>
        <translation>
            <numerusform>%n đã nộp trước đây</numerusform>
        </translation>
    </message>
    <message>
        <source>Of what was filed before for the number in the declaration, nothing fits this paper. Nothing was changed. Ask for the paper.</source>
        <translation>Trong số giấy tờ đã nộp trước đây của số định danh trên tờ khai, không có giấy tờ nào phù hợp với mục này. Không có gì thay đổi. Hãy yêu cầu nộp giấy tờ.</translation>
    </message>
    <message>
        <source>Use a paper filed before: %1</source>
        <translation>Dùng giấy tờ đã nộp trước đây: %1</translation>
    </message>
    <message>
        <source>The same file is with &quot;%1&quot; already, so it was not taken a second time. Nothing was changed.</source>
        <translation>Tệp này đã có ở mục “%1” nên không lấy lần thứ hai. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2. %3 takes it back.</source>
        <translation>“%1” được %2. Bấm %3 để hoàn tác.</translation>
    </message>
    <message>
        <source>The paper filed before is not used. %1 uses it again.</source>
        <translation>Không dùng giấy tờ đã nộp trước đây. Bấm %1 để dùng lại.</translation>
    </message>
    <message>
        <source>That paper was changed since, so it stays as it is. Del gives back what was filed before.</source>
        <translation>Giấy tờ này đã thay đổi sau đó nên được giữ nguyên. Bấm Del để bỏ giấy tờ đã nộp trước đây.</translation>
    </message>
    <message>
        <source>%1 use a paper filed before: %2</source>
        <translation>%1 dùng giấy tờ đã nộp trước đây: %2</translation>
    </message>
    <message>
        <source>From which database, then Enter</source>
        <translation>Lấy từ cơ sở dữ liệu nào, rồi bấm Enter</translation>
    </message>
    <message>
        <source>Reason, then Enter</source>
        <translation>Lý do, rồi bấm Enter</translation>
    </message>
    <message>
        <source>signed on the citizen&apos;s screen at %1</source>
        <translation>đã ký trên màn hình công dân lúc %1</translation>
    </message>
</context>
<context>
    <name>motcua::PaymentCamePage</name>
    <message>
        <source>Amount that came</source>
        <translation>Số tiền đã về</translation>
    </message>
    <message>
        <source>Reference of the bank</source>
        <translation>Mã giao dịch ngân hàng</translation>
    </message>
    <message>
        <source>Where it was seen</source>
        <translation>Nguồn xác nhận</translation>
    </message>
    <message>
        <source>statement of the unit&apos;s account</source>
        <translation>sao kê tài khoản của đơn vị</translation>
    </message>
    <message>
        <source>Money has come</source>
        <translation>Tiền đã về</translation>
    </message>
    <message>
        <source>It is being recorded. Please wait a moment.</source>
        <translation>Đang ghi. Xin chờ một chút.</translation>
    </message>
    <message>
        <source>The amount is not an amount of đồng. Nothing was changed. Type it like 16000.</source>
        <translation>Số tiền không hợp lệ. Chưa có gì thay đổi. Nhập như 16000.</translation>
    </message>
    <message>
        <source>The reference of the bank is missing. Nothing was changed.</source>
        <translation>Thiếu mã giao dịch ngân hàng. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Where it was seen is missing. Nothing was changed.</source>
        <translation>Thiếu nguồn xác nhận. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Confirm the payment</source>
        <translation>Xác nhận khoản tiền</translation>
    </message>
</context>
<context>
    <name>motcua::PersonAhead</name>
    <message>
        <source>No card reader is connected here. Scan the code of the card, or choose the procedure: its form asks who this is.</source>
        <translation>Quầy này không có đầu đọc thẻ. Quét mã trên thẻ, hoặc chọn thủ tục: tờ khai sẽ hỏi đây là ai.</translation>
    </message>
    <message>
        <source>Choose the procedure: its form asks who this is.</source>
        <translation>Chọn thủ tục: tờ khai sẽ hỏi đây là ai.</translation>
    </message>
    <message>
        <source>The code of the card was read. Choose the procedure: its form is filled with it.</source>
        <translation>Đã đọc mã trên thẻ. Chọn thủ tục: tờ khai được điền theo thẻ.</translation>
    </message>
    <message>
        <source>A card lies on the reader. %1 reads it.</source>
        <translation>Có thẻ trên đầu đọc. %1 để đọc.</translation>
    </message>
    <message>
        <source>Nothing of it goes into a form.</source>
        <translation>Không đưa gì của thẻ vào tờ khai.</translation>
    </message>
    <message>
        <source>Choose the procedure: its form is filled with what the card says.</source>
        <translation>Chọn thủ tục: tờ khai được điền theo những gì thẻ ghi.</translation>
    </message>
    <message>
        <source>The lines of the document were read. Choose the procedure: its form is filled with them.</source>
        <translation>Đã đọc dòng mã của giấy tờ. Chọn thủ tục: tờ khai được điền theo đó.</translation>
    </message>
    <message>
        <source>Another card than this one was read already, and its data wait for the form. Nothing was taken of this code. %1 shows that card; there another one can be read.</source>
        <translation>Đã đọc một thẻ khác, dữ liệu thẻ đó đang chờ tờ khai. Chưa lấy gì từ mã này. %1 xem thẻ đã đọc; ở đó có thể đọc thẻ khác.</translation>
    </message>
    <message>
        <source>Choose the procedure: its form is filled with what was scanned.</source>
        <translation>Chọn thủ tục: tờ khai được điền theo dữ liệu vừa quét.</translation>
    </message>
</context>
<context>
    <name>motcua::PracticeDesk</name>
    <message>
        <source>Practice: nothing to remark on %1.</source>
        <translation>Tập huấn: lượt %1 không có gì phải nhắc.</translation>
    </message>
    <message numerus="yes">
        <source>Practice: %n thing(s) to remark on %1. %2 shows them.</source>
        <translation>
            <numerusform>Tập huấn: lượt %1 có %n điều cần nhắc. %2 để xem.</numerusform>
        </translation>
    </message>
    <message>
        <source>The hall is filled: %1 tickets wait, %2 dossiers and %3 drafts lie in the lists. %4 calls the first.</source>
        <translation>Sảnh đã có khách: %1 vé đang chờ, %2 hồ sơ và %3 bản nháp nằm trong các danh sách. %4 để gọi người đầu tiên.</translation>
    </message>
</context>
<context>
    <name>motcua::PracticePage</name>
    <message>
        <source>People who do not exist take tickets and wait; dossiers are overdue, due, waiting for a paper or ready, and drafts are left from yesterday. Whoever is called, a note says who stands there. What was not right is told when the visit is over.</source>
        <translation>Những người không có thật lấy số và ngồi chờ; có hồ sơ quá hạn, đến hạn, chờ bổ sung, đã có kết quả và bản nháp từ hôm qua. Gọi đến ai thì có lời nhắc người ấy là ai. Điều gì chưa đúng được nêu khi hết lượt.</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Số vé</translation>
    </message>
    <message>
        <source>THE LAST VISIT</source>
        <translation>LƯỢT VỪA RỒI</translation>
    </message>
    <message>
        <source>A MORNING OF PRACTICE</source>
        <translation>MỘT BUỔI SÁNG TẬP HUẤN</translation>
    </message>
    <message>
        <source>Nobody invented was served yet.</source>
        <translation>Chưa phục vụ người tập huấn nào.</translation>
    </message>
    <message>
        <source>Nothing to remark.</source>
        <translation>Không có gì phải nhắc.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Tập huấn</translation>
    </message>
    <message>
        <source>The morning is being prepared. Please wait a moment.</source>
        <translation>Đang chuẩn bị buổi sáng. Xin chờ giây lát.</translation>
    </message>
    <message>
        <source>A morning has 1 to %1 tickets. Nothing was changed.</source>
        <translation>Một buổi sáng có từ 1 đến %1 vé. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Fill the hall</source>
        <translation>Cho khách vào sảnh</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Về danh sách</translation>
    </message>
</context>
<context>
    <name>motcua::PreviewPage</name>
    <message>
        <source>The sheet is being drawn …</source>
        <translation>Đang dựng tờ phiếu…</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>Bản xem trước: %1</translation>
    </message>
    <message numerus="yes">
        <source>A draft of %n page(s). Nothing is recorded and nothing was printed; Page Up and Page Down move it.</source>
        <translation>
            <numerusform>Bản nháp, %n trang. Chưa ghi và chưa in gì; dùng Page Up, Page Down để xem tiếp.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview · %1</source>
        <translation>Xem trước · %1</translation>
    </message>
    <message>
        <source>Back to the dossier</source>
        <translation>Trở lại hồ sơ</translation>
    </message>
</context>
<context>
    <name>motcua::ProcedureItemModel</name>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
</context>
<context>
    <name>motcua::ProcedurePage</name>
    <message>
        <source>A few letters of the procedure, without tone marks, or its code</source>
        <translation>Vài chữ trong tên thủ tục, không cần dấu, hoặc mã thủ tục</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Các thủ tục</translation>
    </message>
    <message>
        <source>No procedure in force fits these letters. Nothing was changed. Type fewer letters, or another word of its name.</source>
        <translation>Không có thủ tục còn hiệu lực nào khớp. Chưa có gì bị thay đổi. Gõ ít chữ hơn, hoặc gõ từ khác trong tên.</translation>
    </message>
    <message>
        <source>No procedure is chosen. Nothing was changed. Type a few letters of its name.</source>
        <translation>Chưa chọn thủ tục. Chưa có gì bị thay đổi. Gõ vài chữ trong tên thủ tục.</translation>
    </message>
    <message>
        <source>Next: Declaration</source>
        <translation>Tiếp: Tờ khai</translation>
    </message>
    <message>
        <source>Another procedure instead of %1 · what both ask for moves along</source>
        <translation>Đổi thủ tục %1 · phần chung được chuyển theo</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Cần mang gì</translation>
    </message>
    <message>
        <source>Envelope from the post, and its procedure</source>
        <translation>Bưu gửi đến, và thủ tục</translation>
    </message>
    <message>
        <source>Not by post</source>
        <translation>Không qua bưu chính</translation>
    </message>
    <message>
        <source>Came by post</source>
        <translation>Qua bưu chính</translation>
    </message>
</context>
<context>
    <name>motcua::QuickView</name>
    <message>
        <source>Quick view</source>
        <translation>Xem nhanh</translation>
    </message>
</context>
<context>
    <name>motcua::ReceiverBox</name>
    <message>
        <source>by post, to the applicant</source>
        <translation>qua bưu chính, gửi chủ hồ sơ</translation>
    </message>
    <message>
        <source>by post, to %1</source>
        <translation>qua bưu chính, gửi %1</translation>
    </message>
    <message>
        <source>the applicant</source>
        <translation>chủ hồ sơ</translation>
    </message>
    <message>
        <source>%1 (applicant)</source>
        <translation>%1 (chủ hồ sơ)</translation>
    </message>
    <message>
        <source>%1 (handed the papers in)</source>
        <translation>%1 (người nộp hồ sơ)</translation>
    </message>
    <message>
        <source>somebody else, with an authority</source>
        <translation>người khác, có uỷ quyền</translation>
    </message>
    <message>
        <source>Number of the envelope that goes back</source>
        <translation>Số hiệu bưu gửi trả kết quả</translation>
    </message>
    <message>
        <source>as on the receipt of the post, or scan it</source>
        <translation>như trên phiếu gửi của bưu điện, hoặc quét mã</translation>
    </message>
    <message>
        <source>It is not said who receives it.</source>
        <translation>Chưa chọn người nhận.</translation>
    </message>
    <message>
        <source>The number of the envelope that goes back is missing.</source>
        <translation>Chưa có số hiệu bưu gửi trả kết quả.</translation>
    </message>
    <message>
        <source>The number of an envelope has 5 to 35 letters and digits.</source>
        <translation>Số hiệu bưu gửi có từ 5 đến 35 chữ và số.</translation>
    </message>
</context>
<context>
    <name>motcua::RecoveryKeyBox</name>
    <message>
        <source>Recovery key</source>
        <translation>Khoá phục hồi</translation>
    </message>
</context>
<context>
    <name>motcua::RegisterDesk</name>
    <message>
        <source>no. %1 · %2</source>
        <translation>số %1 · %2</translation>
    </message>
    <message>
        <source>%1 × %2 pages</source>
        <translation>%1 bản × %2 trang</translation>
    </message>
    <message>
        <source>%1/%2: lines %3, copies %4, fees %5</source>
        <translation>%1/%2: %3 việc, %4 bản, phí %5</translation>
    </message>
</context>
<context>
    <name>motcua::RegisterPage</name>
    <message>
        <source>Number, or how the paper&apos;s name begins; Enter looks</source>
        <translation>Số chứng thực, hoặc mấy chữ đầu của tên giấy tờ; Enter để tìm</translation>
    </message>
    <message>
        <source>Look in the register</source>
        <translation>Tìm trong sổ</translation>
    </message>
    <message>
        <source>Register of certifications</source>
        <translation>Sổ chứng thực</translation>
    </message>
    <message>
        <source>Nothing was certified in %1</source>
        <translation>Năm %1 chưa chứng thực việc nào</translation>
    </message>
    <message>
        <source>No line of %1 fits</source>
        <translation>Năm %1 không có dòng nào phù hợp</translation>
    </message>
    <message>
        <source>A line is entered from the dossier whose copies are certified.</source>
        <translation>Việc chứng thực được vào sổ từ hồ sơ chứng thực bản sao.</translation>
    </message>
    <message>
        <source>Look for a whole number, or for how the name of the paper begins; an empty line shows all.</source>
        <translation>Tìm theo số đầy đủ hoặc mấy chữ đầu của tên giấy tờ; để trống thì hiện tất cả.</translation>
    </message>
    <message>
        <source>Register of certifications · %1</source>
        <translation>Sổ chứng thực · %1</translation>
    </message>
    <message>
        <source>These are the last lines of the year. Nothing was changed.</source>
        <translation>Đây là những dòng cuối của năm. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>Năm sau</translation>
    </message>
    <message>
        <source>Next lines</source>
        <translation>Các dòng tiếp</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Tìm</translation>
    </message>
</context>
<context>
    <name>motcua::ScanDesk</name>
    <message>
        <source>What the code reader sent is too long for a code. Nothing was changed. Scan once more; if it stays so, call the IT person.</source>
        <translation>Máy quét mã gửi chuỗi quá dài, không phải một mã. Chưa có gì thay đổi. Quét lại; nếu vẫn vậy, gọi CNTT.</translation>
    </message>
    <message>
        <source>The code reader sends letters of another table, so they cannot be read. Nothing was changed. Have the IT person set it to UTF-8.</source>
        <translation>Máy quét mã gửi chữ theo bảng mã khác nên không đọc được. Chưa có gì thay đổi. Nhờ CNTT đặt máy quét sang UTF-8.</translation>
    </message>
    <message>
        <source>This code holds signs that no code of this counter has. Nothing was changed. Scan another one, or type the number.</source>
        <translation>Mã này có ký tự không thuộc mã nào của quầy. Chưa có gì thay đổi. Quét mã khác, hoặc gõ số.</translation>
    </message>
    <message>
        <source>The code of this card could not be read whole. Nothing was taken from it. Clean it and scan once more, or type what the card says.</source>
        <translation>Không đọc được trọn mã trên thẻ. Chưa lấy gì từ thẻ. Lau thẻ rồi quét lại, hoặc gõ theo thẻ.</translation>
    </message>
    <message>
        <source>A code was scanned while the window was locked. It was not kept. Scan it again.</source>
        <translation>Có mã được quét khi cửa sổ đang khoá. Mã đó không được giữ lại. Vui lòng quét lại.</translation>
    </message>
    <message>
        <source>The letters of this card came garbled, so only its digits and dates are used. Nothing else was changed. Type the name, and have the IT person set the code reader to UTF-8.</source>
        <translation>Chữ trên thẻ bị sai khi quét nên chỉ dùng số và ngày. Các ô khác chưa thay đổi. Gõ họ tên, và nhờ CNTT đặt máy quét sang UTF-8.</translation>
    </message>
    <message>
        <source>An identity card of nine digits proves nothing any more. Nothing was changed. Its number only helps to find the personal number. Ask for another proof, or open the procedure for a new card.</source>
        <translation>CMND 9 số không còn giá trị chứng minh nhân thân. Chưa có gì thay đổi. Số này chỉ dùng để tra số định danh. Chọn giấy tờ khác, hoặc mở thủ tục cấp căn cước.</translation>
    </message>
    <message>
        <source>The code read is &quot;%1&quot;: neither a card, nor a ticket, nor a dossier. Nothing was changed.</source>
        <translation>Mã vừa quét là &quot;%1&quot;: không phải thẻ, số thứ tự hay hồ sơ. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Of the card only digits and dates are used.</source>
        <translation>Từ thẻ chỉ dùng số và ngày.</translation>
    </message>
    <message>
        <source>The code went into no field.</source>
        <translation>Mã không lọt vào ô nào.</translation>
    </message>
    <message>
        <source>The code reader is in keyboard mode, which cannot carry Vietnamese letters.</source>
        <translation>Máy quét mã đang ở chế độ bàn phím, không truyền được chữ Việt.</translation>
    </message>
    <message>
        <source>Switch it to serial mode (&quot;USB-COM&quot;) with the setting code in its manual, or ask the IT person.</source>
        <translation>Chuyển máy sang chế độ nối tiếp (&quot;USB-COM&quot;) bằng mã cài đặt trong sách hướng dẫn, hoặc nhờ CNTT.</translation>
    </message>
    <message>
        <source>Code reader %1</source>
        <translation>Mã %1</translation>
    </message>
    <message>
        <source>Code reader %1 used by another program</source>
        <translation>Mã %1 chương trình khác đang dùng</translation>
    </message>
    <message>
        <source>Code reader %1 this account may not use it</source>
        <translation>Mã %1 tài khoản này không được dùng</translation>
    </message>
    <message>
        <source>Code reader %1 set to another device</source>
        <translation>Mã %1 chỉ nhầm thiết bị</translation>
    </message>
    <message>
        <source>Code reader %1 out of order</source>
        <translation>Mã %1 hỏng</translation>
    </message>
    <message>
        <source>Code reader %1 keyboard mode</source>
        <translation>Mã %1 chế độ bàn phím</translation>
    </message>
    <message>
        <source>Code reader %1 not there</source>
        <translation>Mã %1 không thấy</translation>
    </message>
    <message>
        <source>The number was taken into its field.</source>
        <translation>Số hiệu đã vào ô.</translation>
    </message>
</context>
<context>
    <name>motcua::SectionBox</name>
    <message>
        <source>for which reason?</source>
        <translation>vì lý do gì?</translation>
    </message>
    <message>
        <source>%1: reason</source>
        <translation>%1: lý do</translation>
    </message>
</context>
<context>
    <name>motcua::SectionView</name>
    <message>
        <source>Add %1</source>
        <translation>Thêm %1</translation>
    </message>
</context>
<context>
    <name>motcua::SheetQuestion</name>
    <message>
        <source>Not printed yet, since %1: %2 %3. The dossier is saved. Print the sheet now?</source>
        <translation>Từ %1 vẫn chưa in: %2 %3. Hồ sơ đã lưu đủ. In tờ này bây giờ?</translation>
    </message>
    <message>
        <source>Print it now</source>
        <translation>In bây giờ</translation>
    </message>
    <message>
        <source>The computer stopped at about %1 while printing: %2 %3. The dossier is saved. Did the sheet come out, and can it be read?</source>
        <translation>Máy tắt khoảng %1 khi đang in: %2 %3. Hồ sơ đã lưu đủ. Tờ giấy đã ra, đọc được không?</translation>
    </message>
    <message>
        <source>The printer did not finish the sheet of %1: %2 %3. The dossier is saved. Did the sheet come out, and can it be read?</source>
        <translation>Máy in không in xong tờ lúc %1: %2 %3. Hồ sơ đã lưu đủ. Tờ giấy đã ra, đọc được không?</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>Đã ra</translation>
    </message>
    <message>
        <source>No, or spoilt: print another copy</source>
        <translation>Chưa ra hoặc hỏng: in bản sao khác</translation>
    </message>
    <message>
        <source>No, or spoilt: print a replacement</source>
        <translation>Chưa ra hoặc hỏng: in thay</translation>
    </message>
    <message>
        <source>%1 %2: to be printed</source>
        <translation>%1 %2: còn phải in</translation>
    </message>
    <message>
        <source>%1 %2: did it come out?</source>
        <translation>%1 %2: tờ giấy đã ra chưa?</translation>
    </message>
</context>
<context>
    <name>motcua::ShiftHandOverPage</name>
    <message>
        <source>Takes over</source>
        <translation>Người nhận ca</translation>
    </message>
    <message>
        <source>Their password, or PIN of the day</source>
        <translation>Mật khẩu hoặc mã PIN của người nhận ca</translation>
    </message>
    <message>
        <source>Both names stand in one entry of the journal. You are signed out, and they go on here at once.</source>
        <translation>Tên cả hai người nằm trong cùng một mục nhật ký. Anh/chị được đăng xuất, người nhận ca làm việc tiếp ngay tại đây.</translation>
    </message>
    <message>
        <source>Hands over: %1</source>
        <translation>Người giao ca: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n mục nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over the shift</source>
        <translation>Bàn giao ca</translation>
    </message>
    <message>
        <source>The shift is being handed over. Nothing was lost.</source>
        <translation>Đang bàn giao ca. Không mất gì.</translation>
    </message>
    <message>
        <source>Nobody else works at this centre yet. Nothing was changed. The administrator can admit somebody.</source>
        <translation>Trung tâm chưa có ai khác. Chưa thay đổi gì. Quản trị có thể thêm người.</translation>
    </message>
    <message>
        <source>It is not chosen yet who takes over. Nothing was changed.</source>
        <translation>Chưa chọn người nhận ca. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Who takes over signs with their password or PIN. Nothing was changed.</source>
        <translation>Người nhận ca ký bằng mật khẩu hoặc mã PIN của mình. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
</context>
<context>
    <name>motcua::SignInPage</name>
    <message>
        <source>Name</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>⇪ Caps Lock is on</source>
        <translation>⇪ Caps Lock đang bật</translation>
    </message>
    <message>
        <source>The Vietnamese input method is off in this field.</source>
        <translation>Bộ gõ tiếng Việt tắt ở ô này.</translation>
    </message>
    <message>
        <source>Forgotten? An administrator sets a new password at this computer; no network is needed.</source>
        <translation>Quên mật khẩu? Quản trị đặt lại tại máy này, không cần mạng.</translation>
    </message>
    <message>
        <source>THIS COMPUTER</source>
        <translation>MÁY NÀY</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Thử lại sau %n giây.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Bây giờ thử lại được.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Mở khoá</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Use the password</source>
        <translation>Dùng mật khẩu</translation>
    </message>
    <message>
        <source>Use the PIN</source>
        <translation>Dùng PIN</translation>
    </message>
    <message>
        <source>The keys are being opened. Please wait a moment.</source>
        <translation>Đang mở khoá dữ liệu. Xin chờ một lát.</translation>
    </message>
    <message numerus="yes">
        <source>The next try is possible in %n second(s).</source>
        <translation>
            <numerusform>%n giây nữa mới thử lại được.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who are you? Type your name.</source>
        <translation>Anh/chị là ai? Hãy nhập tên.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Hãy nhập PIN.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Hãy nhập mật khẩu.</translation>
    </message>
    <message numerus="yes">
        <source>%n more tries with the PIN.</source>
        <translation>
            <numerusform>Còn %n lần thử PIN.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::SignaturePanel</name>
    <message>
        <source>Signatures</source>
        <translation>Chữ ký</translation>
    </message>
    <message>
        <source>Signed by: %1</source>
        <translation>Người ký: %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Thời điểm: %1</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>chưa ký</translation>
    </message>
</context>
<context>
    <name>motcua::SigningPinPage</name>
    <message>
        <source>The key that signs the electronic copies lies on a token. Its PIN is asked once and forgotten when whoever is served has left. Nothing was recorded yet.</source>
        <translation>Khoá ký bản điện tử nằm trên USB token. Mã PIN chỉ hỏi một lần và được quên khi người đang phục vụ rời quầy. Chưa có gì được ghi nhận.</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>PIN of the token</source>
        <translation>Mã PIN của token</translation>
    </message>
    <message>
        <source>A few wrong PINs lock the token: look at it before you type it again. The input method is off here.</source>
        <translation>Sai PIN vài lần token sẽ tự khoá: hãy xem kỹ trước khi gõ lại. Ô này không dùng bộ gõ.</translation>
    </message>
    <message>
        <source>Nothing was recorded yet.</source>
        <translation>Chưa có gì được ghi nhận.</translation>
    </message>
    <message>
        <source>Sign the electronic copies</source>
        <translation>Ký số bản điện tử</translation>
    </message>
    <message>
        <source>The token is being asked. Please wait a moment.</source>
        <translation>Đang hỏi token. Vui lòng chờ một lát.</translation>
    </message>
    <message>
        <source>Type the PIN of the token first, or go on without a signature. Nothing was recorded yet.</source>
        <translation>Hãy gõ mã PIN của token, hoặc tiếp tục không ký. Chưa có gì được ghi nhận.</translation>
    </message>
    <message>
        <source>Without a signature</source>
        <translation>Không ký</translation>
    </message>
    <message>
        <source>Sign with this PIN</source>
        <translation>Ký bằng PIN này</translation>
    </message>
</context>
<context>
    <name>motcua::StatusBar</name>
    <message>
        <source>Catalogue %1</source>
        <translation>Danh mục %1</translation>
    </message>
    <message>
        <source>%1 Keys</source>
        <translation>%1 Phím tắt</translation>
    </message>
    <message>
        <source>This machine: what each device says, and what to do (%1)</source>
        <translation>Máy này: từng thiết bị ra sao, phải làm gì (%1)</translation>
    </message>
    <message>
        <source>%1 This machine</source>
        <translation>%1 Máy này</translation>
    </message>
</context>
<context>
    <name>motcua::StepPage</name>
    <message>
        <source>WILL HAPPEN</source>
        <translation>SẼ XẢY RA</translation>
    </message>
    <message>
        <source>WHO RECEIVES IT, IDENTIFIED BY THEIR PAPER</source>
        <translation>NGƯỜI NHẬN, ĐÃ ĐỐI CHIẾU GIẤY TỜ TUỲ THÂN</translation>
    </message>
    <message>
        <source>SEEN TO</source>
        <translation>XÁC NHẬN</translation>
    </message>
    <message>
        <source>To give back: %1</source>
        <translation>Trả lại: %1</translation>
    </message>
    <message>
        <source>FEE</source>
        <translation>PHÍ, LỆ PHÍ</translation>
    </message>
    <message>
        <source>%1 was taken now</source>
        <translation>Đã thu %1</translation>
    </message>
    <message>
        <source>How it was paid</source>
        <translation>Cách nộp</translation>
    </message>
    <message>
        <source>WHAT IS ASKED FOR, ALL AT ONCE</source>
        <translation>NỘI DUNG YÊU CẦU BỔ SUNG, MỘT LẦN CHO ĐỦ</translation>
    </message>
    <message>
        <source>To be answered by (may be left out)</source>
        <translation>Bổ sung trước ngày (có thể bỏ trống)</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>WHAT CAME</source>
        <translation>ĐÃ NỘP BỔ SUNG</translation>
    </message>
    <message>
        <source>%1 (asked for because: %2)</source>
        <translation>%1 (yêu cầu vì: %2)</translation>
    </message>
    <message>
        <source>The new day of the result</source>
        <translation>Ngày hẹn trả mới</translation>
    </message>
    <message>
        <source>Another day of the result (left out: as the law counts it)</source>
        <translation>Ngày hẹn trả khác (bỏ trống: tính theo quy định)</translation>
    </message>
    <message>
        <source>a date after %1</source>
        <translation>ngày sau %1</translation>
    </message>
    <message>
        <source>Reason, as the citizen will read it</source>
        <translation>Lý do, như người dân sẽ đọc</translation>
    </message>
    <message>
        <source>Remark (may be left out)</source>
        <translation>Ghi thêm (có thể bỏ trống)</translation>
    </message>
    <message>
        <source>Why it is done all the same (kept in the history)</source>
        <translation>Vì sao vẫn làm (lưu trong lịch sử)</translation>
    </message>
    <message>
        <source>A SECOND PERSON ANSWERS FOR IT</source>
        <translation>NGƯỜI THỨ HAI PHÊ DUYỆT</translation>
    </message>
    <message>
        <source>A supervisor stands beside you and signs in here. You stay signed in.</source>
        <translation>Phụ trách trung tâm đăng nhập tại đây để phê duyệt. Anh/chị vẫn đang đăng nhập.</translation>
    </message>
    <message>
        <source>Sign-in name of the supervisor</source>
        <translation>Tên đăng nhập của người phê duyệt</translation>
    </message>
    <message>
        <source>Their password</source>
        <translation>Mật khẩu của người đó</translation>
    </message>
    <message>
        <source>Nothing is asked for yet.</source>
        <translation>Chưa yêu cầu gì.</translation>
    </message>
    <message>
        <source>Something is asked for without a reason.</source>
        <translation>Có mục yêu cầu chưa ghi lý do.</translation>
    </message>
    <message>
        <source>The day to answer by is no day to come.</source>
        <translation>Ngày bổ sung không phải ngày sắp tới.</translation>
    </message>
    <message>
        <source>The new day is missing.</source>
        <translation>Thiếu ngày hẹn mới.</translation>
    </message>
    <message>
        <source>The new day is not later than the promise.</source>
        <translation>Ngày hẹn mới không sau ngày đã hẹn.</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>Thiếu lý do.</translation>
    </message>
    <message>
        <source>It is not said why it is done all the same.</source>
        <translation>Chưa ghi vì sao vẫn làm.</translation>
    </message>
    <message>
        <source>The supervisor has not signed in.</source>
        <translation>Người phê duyệt chưa đăng nhập.</translation>
    </message>
    <message>
        <source>The supervisor&apos;s password is missing.</source>
        <translation>Thiếu mật khẩu của người phê duyệt.</translation>
    </message>
    <message>
        <source>Something else is missing</source>
        <translation>Thêm nội dung khác</translation>
    </message>
    <message>
        <source>The step is being recorded. Please wait a moment.</source>
        <translation>Đang ghi vào sổ. Xin chờ giây lát.</translation>
    </message>
    <message>
        <source>Not recorded yet: %1 Nothing was lost. Ctrl+E goes there.</source>
        <translation>Chưa ghi: %1 Không mất gì. Ctrl+E tới đó.</translation>
    </message>
    <message>
        <source>Tick it, or say below why it is done all the same.</source>
        <translation>Đánh dấu, hoặc ghi bên dưới vì sao vẫn làm.</translation>
    </message>
    <message>
        <source>the receipt slip was taken back</source>
        <translation>đã thu lại giấy hẹn</translation>
    </message>
    <message>
        <source>they have lost the slip, and sign for that</source>
        <translation>người nhận đã mất giấy hẹn, ký xác nhận</translation>
    </message>
    <message>
        <source>HOW THEY SHOWED WHO THEY ARE</source>
        <translation>CHỨNG MINH NHÂN THÂN NGƯỜI NHẬN</translation>
    </message>
</context>
<context>
    <name>motcua::TicketItemModel</name>
    <message>
        <source>Ticket</source>
        <translation>Vé</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Nhóm dịch vụ</translation>
    </message>
    <message>
        <source>Drawn at</source>
        <translation>Lấy số lúc</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Đã chờ</translation>
    </message>
    <message>
        <source>Was served for</source>
        <translation>Thời gian phục vụ</translation>
    </message>
</context>
<context>
    <name>motcua::TicketPage</name>
    <message>
        <source>What do they come for? A letter or the arrows choose.</source>
        <translation>Khách đến làm việc gì? Bấm chữ cái hoặc phím mũi tên để chọn.</translation>
    </message>
    <message>
        <source>Service group</source>
        <translation>Nhóm dịch vụ</translation>
    </message>
    <message>
        <source>What must the desk know? It is forgotten at the end of the day.</source>
        <translation>Quầy cần biết điều gì? Hết ngày sẽ xoá.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>chờ %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (called earlier)</source>
        <translation>%1 (được gọi sớm hơn)</translation>
    </message>
    <message>
        <source>%1. Tell them the number; the next citizen can follow at once.</source>
        <translation>%1. Báo số cho khách; có thể lấy ngay số tiếp theo.</translation>
    </message>
    <message>
        <source>%1. The wait is about %2. Tell them the number; the next citizen can follow at once.</source>
        <translation>%1. Chờ khoảng %2. Báo số cho khách; có thể lấy ngay số tiếp theo.</translation>
    </message>
    <message>
        <source>Draw a ticket</source>
        <translation>Lấy số</translation>
    </message>
    <message>
        <source>The ticket is on its way. Nothing was lost.</source>
        <translation>Đang lấy số. Không mất gì.</translation>
    </message>
    <message>
        <source>It is not chosen yet what they come for. Nothing was changed. Press the letter of a group.</source>
        <translation>Chưa chọn khách đến làm việc gì. Chưa thay đổi gì. Bấm chữ cái của một nhóm.</translation>
    </message>
    <message>
        <source>Draw the ticket</source>
        <translation>Lấy số</translation>
    </message>
    <message>
        <source>Where does %1 wait on? The time waited so far is kept. A letter or the arrows choose.</source>
        <translation>Chuyển %1 sang nhóm nào? Giữ nguyên thời gian đã chờ. Bấm chữ cái hoặc phím mũi tên để chọn.</translation>
    </message>
    <message>
        <source>Transfer %1</source>
        <translation>Chuyển %1</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Chuyển nhóm</translation>
    </message>
    <message>
        <source>%1 is being printed.</source>
        <translation>Đang in phiếu %1.</translation>
    </message>
    <message>
        <source>%1 is printed.</source>
        <translation>Đã in phiếu %1.</translation>
    </message>
    <message>
        <source>%1 is not on paper: tell them the number, or write it down.</source>
        <translation>Phiếu %1 chưa ra: đọc số cho khách, hoặc ghi số ra giấy.</translation>
    </message>
    <message>
        <source>Print %1 again</source>
        <translation>In lại %1</translation>
    </message>
    <message>
        <source>The ticket is being printed. Nothing was lost. Wait until it is out.</source>
        <translation>Phiếu đang in. Không mất gì. Chờ phiếu ra.</translation>
    </message>
    <message>
        <source>Telephone for a message when it is nearly their turn, if they want one</source>
        <translation>Điện thoại để nhắn tin khi sắp đến lượt, nếu khách muốn</translation>
    </message>
    <message>
        <source>No message can be sent to this telephone. Nothing was changed. Write the ten digits of a mobile number, or leave it empty.</source>
        <translation>Không nhắn tin được đến số này. Chưa có gì thay đổi. Ghi đủ mười chữ số của số di động, hoặc để trống.</translation>
    </message>
</context>
<context>
    <name>motcua::TopBar</name>
    <message>
        <source>Hide and lock</source>
        <translation>Che và khoá</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Nền sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Nền tối</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>Text %1 %</source>
        <translation>Cỡ chữ %1 %</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>TRAINING, NO LEGAL EFFECT</source>
        <translation>TẬP HUẤN, không có giá trị pháp lý</translation>
    </message>
    <message>
        <source>%1′ left to %2</source>
        <translation>còn %1′ tới mốc %2</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>Trình đơn của %1</translation>
    </message>
    <message>
        <source>Find a dossier or a person…</source>
        <translation>Tìm hồ sơ, người…</translation>
    </message>
    <message>
        <source>PIN of today…</source>
        <translation>PIN hôm nay…</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Đổi mật khẩu…</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Điều hành</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Tập huấn</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>Gửi, nhận</translation>
    </message>
    <message>
        <source>Hall board</source>
        <translation>Bảng gọi số ở sảnh</translation>
    </message>
    <message>
        <source>Kiosk on this screen</source>
        <translation>Ki-ốt trên màn hình này</translation>
    </message>
    <message>
        <source>Small window over other programs</source>
        <translation>Cửa sổ nhỏ trên chương trình khác</translation>
    </message>
    <message>
        <source>Call a supervisor to this desk</source>
        <translation>Gọi trưởng ca đến quầy này</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Lịch hẹn</translation>
    </message>
</context>
<context>
    <name>motcua::TransferBox</name>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Ngân hàng</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Số tài khoản</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Chủ tài khoản</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>VietQR for %1</source>
        <translation>Mã VietQR %1</translation>
    </message>
    <message>
        <source>To which account this unit is paid is not set on this machine, so no code can be shown. Nothing is lost: take cash or a card. The administrator sets it with &quot;motcua-ctl unit configure --bin … --account … --account-holder …&quot;.</source>
        <translation>Máy này chưa có tài khoản nhận tiền của đơn vị nên chưa hiện được mã. Không mất gì: thu bằng tiền mặt hoặc thẻ. Quản trị đặt tài khoản bằng lệnh &quot;motcua-ctl unit configure --bin … --account … --account-holder …&quot;.</translation>
    </message>
    <message>
        <source>No code could be made of this. Have the transfer typed by hand from the lines below.</source>
        <translation>Không tạo được mã từ các thông tin này. Mời khách tự gõ lệnh chuyển khoản theo các dòng dưới đây.</translation>
    </message>
    <message>
        <source>Take the amount at the terminal. Go on when its slip says that it was paid: accepting records it as received.</source>
        <translation>Quẹt thẻ đúng số tiền trên máy POS. Làm tiếp khi hoá đơn POS báo đã thanh toán; lúc tiếp nhận ghi là đã thu.</translation>
    </message>
    <message>
        <source>Go on when the bank tells of the money: accepting records it as received.</source>
        <translation>Làm tiếp khi ngân hàng báo tiền đã vào; lúc tiếp nhận ghi là đã thu.</translation>
    </message>
</context>
<context>
    <name>motcua::VisitDesk</name>
    <message>
        <source>Choose the procedure first. Nothing was changed.</source>
        <translation>Chọn thủ tục trước đã. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>This dossier is filed already, so its steps are closed. Nothing was changed.</source>
        <translation>Hồ sơ này đã tiếp nhận nên các bước đã đóng. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>default printer</source>
        <translation>máy in mặc định</translation>
    </message>
    <message>
        <source>This form was open here last time, at %1. Nothing typed is lost. Go on where you were, or press Esc for the list.</source>
        <translation>Tờ khai này đang mở ở lần trước, lúc %1. Không mất gì đã gõ. Làm tiếp từ chỗ cũ, hoặc bấm Esc để về danh sách.</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>A card was scanned. Nothing was changed. Open the form it belongs to and scan it again.</source>
        <translation>Vừa quét một thẻ. Chưa có gì thay đổi. Mở tờ khai của người đó rồi quét lại.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) moved along.</source>
        <translation>
            <numerusform>Đã chuyển theo %n ô.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not asked here and kept: %1. They stand there again when you change back to %2.</source>
        <translation>Không dùng ở thủ tục này, vẫn được giữ: %1. Đổi lại %2 thì các ô đó trở về như cũ.</translation>
    </message>
    <message>
        <source>No code is given. The form is discarded.</source>
        <translation>Không cấp mã hồ sơ. Tờ khai được bỏ.</translation>
    </message>
    <message>
        <source>No code is given. The form waits under &quot;My drafts&quot; for when they come back.</source>
        <translation>Không cấp mã hồ sơ. Tờ khai chờ trong &quot;Bản nháp của tôi&quot; đến khi họ quay lại.</translation>
    </message>
    <message>
        <source>Desk %1 · %2</source>
        <translation>Quầy %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, draft, %n page(s). For: %2. Asked for: %3. Result: %4.</source>
        <translation>
            <numerusform>%1, bản nháp, %n trang. Của: %2. Yêu cầu: %3. Trả kết quả: %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers are sent back or refused by who may receive them alone. Nothing was changed. Ask a supervisor to do it at their own sign-in.</source>
        <translation>Chỉ người được tự tiếp nhận mới yêu cầu bổ sung hoặc từ chối giấy tờ. Chưa thay đổi gì. Hãy nhờ phụ trách trung tâm làm khi họ đăng nhập.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) came too late for the dossier they were for, so they were not taken in. Open that dossier and take them in again.</source>
        <translation>
            <numerusform>%n tệp đến khi hồ sơ đã đóng nên chưa lấy. Mở lại hồ sơ đó rồi lấy lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file is still being taken in. Nothing was accepted yet. Press again in a moment.</source>
        <translation>Đang lấy tệp. Chưa tiếp nhận gì. Bấm lại sau giây lát.</translation>
    </message>
    <message>
        <source>This form says exactly what %1 says, which was accepted before it. Nothing was accepted yet. Change what differs, or press again to accept it all the same.</source>
        <translation>Tờ khai này giống hệt %1 vừa tiếp nhận. Chưa tiếp nhận gì thêm. Sửa chỗ khác nhau, hoặc bấm lần nữa để vẫn tiếp nhận.</translation>
    </message>
    <message>
        <source>%1 was accepted; its slip follows. This is another form with the same answers: change what differs.</source>
        <translation>Đã tiếp nhận %1, giấy đang in. Đây là tờ khai khác với cùng nội dung: sửa chỗ khác nhau.</translation>
    </message>
    <message>
        <source>What was typed is saved again. Nothing was lost.</source>
        <translation>Nội dung vừa nhập đã được lưu lại. Không mất gì.</translation>
    </message>
    <message>
        <source>The disk is full, so what is typed cannot be saved. It stays on the screen and is saved by itself as soon as there is room. Have the IT person free some space, and do not close the program.</source>
        <translation>Ổ đĩa đã đầy nên chưa lưu được nội dung đang nhập. Nội dung vẫn còn trên màn hình và sẽ tự lưu khi có chỗ trống. Nhờ CNTT giải phóng dung lượng, và đừng đóng chương trình.</translation>
    </message>
    <message>
        <source>Dossier %1 was accepted before the program ended. Nothing is lost; do not file it again. It stands under &quot;Open dossiers&quot;.</source>
        <translation>Hồ sơ %1 đã được tiếp nhận trước khi chương trình dừng. Không mất gì; đừng tiếp nhận lại. Hồ sơ nằm trong mục “Hồ sơ đang giải quyết”.</translation>
    </message>
    <message>
        <source>%1 was accepted; its slip follows. Everything but what is their own stands in this form: fill that in.</source>
        <translation>Đã tiếp nhận %1; giấy hẹn in ngay sau. Tờ khai này có sẵn mọi thứ, trừ phần của riêng người này: ghi tiếp phần đó.</translation>
    </message>
    <message>
        <source>No form is open. Nothing was changed. Open the form of whoever is here first.</source>
        <translation>Chưa mở tờ khai nào. Không có gì thay đổi. Hãy mở tờ khai của khách trước.</translation>
    </message>
    <message>
        <source>This procedure asks nobody who they are. Nothing was changed.</source>
        <translation>Thủ tục này không hỏi người nộp là ai. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>No card reader is connected here. How is it known who this is?</source>
        <translation>Máy này không có đầu đọc thẻ. Khách chứng minh nhân thân bằng gì?</translation>
    </message>
    <message>
        <source>Why without an identity card? The answer is kept with the dossier.</source>
        <translation>Vì sao không có thẻ căn cước? Câu trả lời được lưu cùng hồ sơ.</translation>
    </message>
    <message>
        <source>Kept with the dossier.</source>
        <translation>Đã lưu cùng hồ sơ.</translation>
    </message>
    <message>
        <source>Print what to bring</source>
        <translation>In tờ cần mang gì</translation>
    </message>
    <message>
        <source>Back today: hold the ticket</source>
        <translation>Hôm nay quay lại: tạm giữ số</translation>
    </message>
    <message>
        <source>Go on with the form</source>
        <translation>Ghi tiếp tờ khai</translation>
    </message>
    <message>
        <source>Without a proof %1 cannot be accepted. Everything typed is kept.</source>
        <translation>Chưa chứng minh nhân thân thì chưa tiếp nhận được %1. Những gì đã ghi được giữ nguyên.</translation>
    </message>
    <message>
        <source>The sheet of what to bring was sent to the printer. Nothing of anybody is on it.</source>
        <translation>Đã gửi tờ hướng dẫn tới máy in. Tờ này không ghi gì về khách.</translation>
    </message>
    <message>
        <source>%1 holds the ticket for whoever comes back today.</source>
        <translation>%1 tạm giữ số cho khách hôm nay quay lại.</translation>
    </message>
    <message>
        <source>Choose the right procedure: what was said and seen moves along.</source>
        <translation>Chọn đúng thủ tục: điều đã khai, giấy tờ đã xem được chuyển theo.</translation>
    </message>
    <message>
        <source>No code is given. The form waits under &quot;My drafts&quot; for the envelope with the rest.</source>
        <translation>Không cấp mã. Tờ khai nằm ở &quot;Bản nháp của tôi&quot; chờ bưu gửi bổ sung.</translation>
    </message>
    <message>
        <source>This procedure is not received by post, so it cannot be accepted. Nothing was lost. %1 sends the papers back with the reason.</source>
        <translation>Thủ tục này không tiếp nhận qua bưu chính nên không nhận được. Không mất gì. %1 trả lại giấy tờ kèm lý do.</translation>
    </message>
    <message>
        <source>How is it known who this is?</source>
        <translation>Biết người này là ai bằng cách nào?</translation>
    </message>
    <message>
        <source>A card lies on the reader. %1 reads it.</source>
        <translation>Có thẻ trên đầu đọc. %1 để đọc.</translation>
    </message>
    <message numerus="yes">
        <source>For %n field(s) the card says something else: %1 goes there.</source>
        <translation>
            <numerusform>Có %n ô thẻ ghi khác: %1 để tới đó.</numerusform>
        </translation>
    </message>
    <message>
        <source>The card contradicts itself; %1 shows where.</source>
        <translation>Thẻ tự mâu thuẫn; %1 cho biết ở đâu.</translation>
    </message>
    <message>
        <source>Card and person compared</source>
        <translation>Đã đối chiếu thẻ và người</translation>
    </message>
    <message>
        <source>Another way…</source>
        <translation>Cách khác…</translation>
    </message>
    <message>
        <source>What it had filled in was taken out again; what was typed stands.</source>
        <translation>Những ô thẻ đã điền được gỡ ra; những gì đã gõ vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>No card can be read here. How is it known who this is?</source>
        <translation>Ở đây không đọc được thẻ. Biết người này là ai bằng cách nào?</translation>
    </message>
    <message>
        <source>Why does this desk read no cards today? It is asked once and kept with each dossier.</source>
        <translation>Vì sao hôm nay quầy không đọc thẻ? Chỉ hỏi một lần và ghi kèm từng hồ sơ.</translation>
    </message>
    <message>
        <source>Nothing was accepted yet: something is missing by now in %1. Press again to accept the others without it, or complete it first.</source>
        <translation>Chưa tiếp nhận hồ sơ nào: %1 hiện còn thiếu. Nhấn lần nữa để tiếp nhận các hồ sơ khác, hoặc hoàn thiện trước.</translation>
    </message>
    <message>
        <source>It was a telephone that showed the code; so it is marked. Anybody can make such a picture: it proves no card. Ask for the card, or %1 for another way.</source>
        <translation>Mã này xem trên điện thoại và được ghi như vậy. Ai cũng tạo được ảnh mã: không thay cho thẻ. Hỏi thẻ, hoặc bấm %1 để chọn cách khác.</translation>
    </message>
    <message>
        <source>It was the card</source>
        <translation>Mã trên thẻ thật</translation>
    </message>
    <message>
        <source>Shown on a telephone</source>
        <translation>Xem trên điện thoại</translation>
    </message>
    <message>
        <source>Marked again as the code of the card.</source>
        <translation>Đã ghi lại là mã trên thẻ.</translation>
    </message>
    <message>
        <source>This document expired on %1 and proves nothing any more.</source>
        <translation>Giấy tờ này hết hạn ngày %1, không còn giá trị chứng minh.</translation>
    </message>
    <message>
        <source>Without the chip</source>
        <translation>Không dùng chip</translation>
    </message>
    <message>
        <source>The lines prove nobody. Were document and person compared?</source>
        <translation>Dòng mã không chứng minh nhân thân. Đã đối chiếu giấy tờ với người chưa?</translation>
    </message>
    <message>
        <source>Document and person compared</source>
        <translation>Đã đối chiếu giấy tờ và người</translation>
    </message>
    <message>
        <source>Why was the chip of this document not read? The answer is kept with the dossier.</source>
        <translation>Vì sao không đọc chip của giấy tờ này? Câu trả lời được lưu cùng hồ sơ.</translation>
    </message>
    <message>
        <source>Kept with the dossier. The lines of letters and arrows at the foot of the passport can fill the form.</source>
        <translation>Đã lưu cùng hồ sơ. Có thể điền tờ khai từ các dòng mã ở cuối trang hộ chiếu.</translation>
    </message>
    <message>
        <source>Type the lines</source>
        <translation>Gõ dòng mã</translation>
    </message>
    <message>
        <source>The card is still being read. Nothing was accepted yet. Press again when it has been read, or take it off the reader to accept without its verdict.</source>
        <translation>Thẻ còn đang đọc. Chưa tiếp nhận gì. Đọc xong thì bấm lại, hoặc nhấc thẻ ra để tiếp nhận không kèm kết quả xác thực.</translation>
    </message>
    <message>
        <source>Choose the procedure: its form asks how it is known who this is, if it has to be known at all.</source>
        <translation>Chọn thủ tục: tờ khai sẽ hỏi căn cứ vào đâu mà biết đây là ai, nếu thủ tục cần biết.</translation>
    </message>
    <message>
        <source>%1 opens the page &quot;This machine&quot;, which says more.</source>
        <translation>%1 mở trang Máy này để xem rõ hơn.</translation>
    </message>
    <message>
        <source>The card reader is there again, so this reason was not kept. Nothing else was changed. %1 reads the card.</source>
        <translation>Đầu đọc thẻ đã hoạt động trở lại nên lý do này không được lưu. Không có gì khác thay đổi. %1 để đọc thẻ.</translation>
    </message>
    <message>
        <source>Pages are still being scanned. Nothing was accepted yet. Press again when the stack is done.</source>
        <translation>Còn trang đang quét. Chưa tiếp nhận. Hãy bấm lại khi quét xong.</translation>
    </message>
    <message numerus="yes">
        <source>%n electronic copy(ies) could not be signed. The dossier is accepted all the same, and the copies are kept.</source>
        <translation>
            <numerusform>Không ký được %n bản điện tử. Hồ sơ vẫn được tiếp nhận, và các bản được giữ.</numerusform>
        </translation>
    </message>
    <message>
        <source>The signature is still being put onto the declaration. Nothing was accepted yet. Press again in a moment.</source>
        <translation>Chữ ký đang được đưa vào tờ khai. Chưa có gì được tiếp nhận. Hãy bấm lại sau giây lát.</translation>
    </message>
    <message>
        <source>The citizen signed the declaration on their screen. It lies with the declaration; Delete takes it away.</source>
        <translation>Công dân đã ký tờ khai trên màn hình. Tệp nằm ở tờ khai; bấm Delete để bỏ.</translation>
    </message>
    <message>
        <source>An answer changed after the citizen signed on their screen. That signature was taken away. Have them sign again.</source>
        <translation>Có câu trả lời thay đổi sau khi công dân ký trên màn hình. Chữ ký đó đã bị bỏ. Mời họ ký lại.</translation>
    </message>
</context>
<context>
    <name>motcua::VisitPanel</name>
    <message>
        <source>SUBMITTER</source>
        <translation>NGƯỜI NỘP</translation>
    </message>
    <message>
        <source>DOSSIER OF THIS VISIT</source>
        <translation>HỒ SƠ TRONG LƯỢT</translation>
    </message>
    <message>
        <source>IF ACCEPTED NOW</source>
        <translation>NẾU NHẬN BÂY GIỜ</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Trả: %1</translation>
    </message>
    <message>
        <source>Fee: %1</source>
        <translation>Phí: %1</translation>
    </message>
    <message>
        <source>PROMISED</source>
        <translation>ĐÃ HẸN</translation>
    </message>
    <message>
        <source>DOSSIERS OF THIS VISIT · Ctrl+1…9</source>
        <translation>HỒ SƠ TRONG LƯỢT · Ctrl+1…9</translation>
    </message>
    <message>
        <source>Fee: %1; whole visit: %2</source>
        <translation>Phí: %1; cả lượt: %2</translation>
    </message>
    <message>
        <source>Photograph in the chip</source>
        <translation>Ảnh trong chip</translation>
    </message>
</context>
<context>
    <name>motcua::WorkArea</name>
    <message>
        <source>Saved at %1</source>
        <translation>Đã lưu %1</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Tới chỗ đó</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to do</source>
        <translation>
            <numerusform>Còn %n việc</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::WorklistItemModel</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Bưu gửi</translation>
    </message>
    <message>
        <source>Scan by</source>
        <translation>Quét trước</translation>
    </message>
</context>
<context>
    <name>motcua::WorklistPage</name>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>đang tìm…</translation>
    </message>
    <message>
        <source>%1 dossiers</source>
        <translation>%1 hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>%n new ▴</source>
        <translation>
            <numerusform>%n mới ▴</numerusform>
        </translation>
    </message>
    <message>
        <source>Receive a dossier</source>
        <translation>Nhận hồ sơ</translation>
    </message>
    <message>
        <source>more than %1 new ▴</source>
        <translation>hơn %1 mới ▴</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Bỏ bản nháp</translation>
    </message>
    <message>
        <source>No draft is chosen. Nothing was changed.</source>
        <translation>Chưa chọn bản nháp nào. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>No dossier fits</source>
        <translation>Không có hồ sơ nào khớp</translation>
    </message>
    <message>
        <source>Type fewer letters, or only a part of the code or of the name. Esc goes back to the list.</source>
        <translation>Hãy gõ ít chữ hơn, hoặc chỉ một phần của mã hay họ tên. Bấm Esc để về danh sách.</translation>
    </message>
    <message>
        <source>Nothing in this list</source>
        <translation>Danh sách này đang trống</translation>
    </message>
    <message>
        <source>There are %1 lists. Nothing was changed.</source>
        <translation>Chỉ có %1 danh sách. Chưa đổi gì.</translation>
    </message>
    <message>
        <source>the %1 newest; type on to see fewer</source>
        <translation>%1 hồ sơ mới nhất; gõ thêm để thu hẹp</translation>
    </message>
    <message>
        <source>Space: quick view</source>
        <translation>Space xem nhanh</translation>
    </message>
    <message>
        <source>%1 · sorted by: %2</source>
        <translation>%1 · sắp theo: %2</translation>
    </message>
    <message>
        <source>the first %1 of more</source>
        <translation>%1 hồ sơ đầu, còn nữa</translation>
    </message>
    <message>
        <source>The list is narrowed by the line above. Esc shows all of it.</source>
        <translation>Danh sách đang được lọc bằng dòng phía trên. Bấm Esc để xem tất cả.</translation>
    </message>
    <message>
        <source>This list is not narrowed. Type into the search box instead. Nothing was changed.</source>
        <translation>Danh sách này không lọc được. Hãy gõ vào ô tìm. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>There is nothing in the list. Nothing was written.</source>
        <translation>Danh sách đang trống. Chưa ghi tệp nào.</translation>
    </message>
    <message>
        <source>Open an envelope</source>
        <translation>Mở bưu gửi</translation>
    </message>
    <message>
        <source>Code, name without tone marks, personal number, telephone, ticket</source>
        <translation>Mã, tên không dấu, số định danh, điện thoại, số vé</translation>
    </message>
    <message>
        <source>Scan a stack</source>
        <translation>Quét cả chồng</translation>
    </message>
    <message>
        <source>Print separators</source>
        <translation>In tờ ngăn</translation>
    </message>
    <message>
        <source>Separators are printed for the procedure of a dossier. None is chosen. Nothing was printed.</source>
        <translation>Tờ ngăn được in theo thủ tục của một hồ sơ. Chưa chọn hồ sơ nào. Chưa in gì.</translation>
    </message>
</context>
</TS>
