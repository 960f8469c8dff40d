// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/People.h"

#include <QStringList>

#include <array>

namespace motcua::training {

namespace {

/** splitmix64 (Steele, Lea, Flood 2014): good enough to deal names, and any place can be reached at once. */
class Dice
{
public:
    Dice(quint64 seed, quint64 place)
        : m_state(seed * 0x9E3779B97F4A7C15ULL ^ (place + 1) * 0xD1B54A32D192ED03ULL)
    {
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /** 0 to `bound` - 1. */
    int below(int bound) { return static_cast<int>(next() % static_cast<quint64>(bound)); }

    template <std::size_t N>
    const char16_t *of(const std::array<const char16_t *, N> &words)
    {
        return words[next() % N];
    }

private:
    quint64 m_state;
};

struct Weighted
{
    const char16_t *word;
    int perMille;
};

// Shares of family names as widely quoted after Lê Trung Hoa, "Họ và tên người Việt Nam" (2005); not verified, the tail is rounded.
constexpr std::array families{Weighted{u"Nguyễn", 314}, Weighted{u"Trần", 109}, Weighted{u"Lê", 95}, Weighted{u"Phạm", 70},
    Weighted{u"Hoàng", 26}, Weighted{u"Huỳnh", 25}, Weighted{u"Phan", 45}, Weighted{u"Vũ", 20}, Weighted{u"Võ", 19}, Weighted{u"Đặng", 21},
    Weighted{u"Bùi", 20}, Weighted{u"Đỗ", 14}, Weighted{u"Hồ", 13}, Weighted{u"Ngô", 13}, Weighted{u"Dương", 10}, Weighted{u"Lý", 5},
    Weighted{u"Đinh", 10}, Weighted{u"Trương", 11}, Weighted{u"Đoàn", 9}, Weighted{u"Lương", 8}, Weighted{u"Mai", 8}, Weighted{u"Trịnh", 8},
    Weighted{u"Đào", 8}, Weighted{u"Cao", 7}, Weighted{u"Lâm", 7}, Weighted{u"Tạ", 6}, Weighted{u"Hà", 6}, Weighted{u"Châu", 5},
    Weighted{u"Thái", 5}, Weighted{u"Tô", 5}, Weighted{u"Vương", 5}, Weighted{u"Quách", 4}, Weighted{u"Tăng", 4}, Weighted{u"La", 4},
    Weighted{u"Lưu", 4}, Weighted{u"Nghiêm", 3}, Weighted{u"Kiều", 3}, Weighted{u"Triệu", 3}, Weighted{u"Khuất", 2}, Weighted{u"Ông", 1},
    Weighted{u"Ưng", 1}, Weighted{u"Ấu", 1}, Weighted{u"Tôn Nữ", 2}, Weighted{u"Âu Dương", 2}};

constexpr std::array middleMale{u"Văn", u"Văn", u"Văn", u"Văn", u"Hữu", u"Đức", u"Quang", u"Minh", u"Công", u"Đình", u"Xuân", u"Ngọc",
    u"Thanh", u"Quốc", u"Trọng", u"Duy", u"Bá", u"Viết", u"Thế", u"Tuấn", u"Anh", u"Hoàng", u"Gia", u"Khắc"};
constexpr std::array middleFemale{u"Thị", u"Thị", u"Thị", u"Thị", u"Thị", u"Thị", u"Ngọc", u"Thanh", u"Thu", u"Hồng", u"Kim", u"Mỹ",
    u"Phương", u"Thùy", u"Thúy", u"Bích", u"Minh", u"Khánh", u"Bảo", u"Quỳnh", u"Diệu", u"Tường"};
constexpr std::array givenMale{u"Hùng", u"Dũng", u"Cường", u"Tuấn", u"Minh", u"Hải", u"Long", u"Nam", u"Sơn", u"Thắng", u"Đức", u"Quân",
    u"Hiếu", u"Khoa", u"Phúc", u"Bình", u"An", u"Tâm", u"Trung", u"Kiên", u"Thành", u"Đạt", u"Huy", u"Tùng", u"Việt", u"Phong", u"Tài", u"Lộc",
    u"Nghĩa", u"Hòa", u"Thiện", u"Tiến", u"Vinh", u"Quý", u"Hưng", u"Khánh", u"Bảo", u"Đông", u"Lâm", u"Toàn", u"Duy", u"Hậu", u"Luân", u"Nhân",
    u"Quyết", u"Sáng", u"Thịnh", u"Trường", u"Vũ", u"Đô", u"Được", u"Ước", u"Ngữ"};
constexpr std::array givenFemale{u"Hoa", u"Lan", u"Hương", u"Mai", u"Hằng", u"Hà", u"Linh", u"Trang", u"Thảo", u"Ngân", u"Nga", u"Yến", u"Hạnh",
    u"Phương", u"Thủy", u"Loan", u"Oanh", u"Tuyết", u"Vân", u"Xuân", u"Dung", u"Giang", u"Huệ", u"Hiền", u"Liên", u"Nhung", u"Quỳnh", u"Thu",
    u"Trâm", u"Uyên", u"Vy", u"Ánh", u"Bích", u"Châu", u"Đào", u"Diễm", u"Duyên", u"Hòa", u"Hoài", u"Khuyên", u"Lệ", u"Mơ", u"My", u"Nhi",
    u"Phượng", u"Sen", u"Thơm", u"Thanh", u"Tiên", u"Trinh", u"Tú", u"Út", u"Gấm", u"Nguyệt"};
// Names of the ethnic minorities, which break what is true of Kinh names: no family name, H' and Y, words of one letter.
constexpr std::array minority{u"H’Lan Êban", u"H’Mai Niê", u"Y Thiêm Êñuôl", u"Y Moan Mlô", u"Ksor H’Bia", u"Rơ Châm Thủy", u"Siu Blếch",
    u"K’Brôi", u"Ka Thị Mry", u"Lò Văn Ốn", u"Quàng Thị Inh", u"Giàng A Páo", u"Vừ Thị Mỷ", u"Sùng A Chu", u"Thào Mí Sính", u"Lầu Bá Tểnh",
    u"Thạch Sa Rươne", u"Kim Sa Vonl", u"Danh Ươl", u"Chamaléa Thị Thủy", u"Đàng Năng Mới", u"Hồ A Đhuông", u"Bríu Pố", u"Zơrâm Thị Nhơi",
    u"Điểu K’Rứt", u"Thị Bơi", u"Bàn Tài Đoàn", u"Chẻo Láo Tả", u"Lý Lở Mẩy", u"Mùa Chứ"};
constexpr std::array streets{u"Lê Lợi", u"Trần Hưng Đạo", u"Nguyễn Trãi", u"Hai Bà Trưng", u"Quang Trung", u"Lý Thường Kiệt", u"Phan Chu Trinh",
    u"Hùng Vương", u"Điện Biên Phủ", u"Bạch Đằng", u"Võ Thị Sáu", u"Chu Văn An"};
constexpr std::array wards{u"phường An Bình", u"phường Hòa Thuận", u"phường Tân Lập", u"xã Phú Mỹ", u"xã Đông Sơn", u"phường Ngọc Hà",
    u"xã Bình Minh", u"phường Thống Nhất", u"xã Thạnh Lộc", u"phường Mỹ Đức"};

QString family(Dice &dice)
{
    static constexpr int total = [] {
        int sum = 0;
        for (const Weighted &weighted : families) {
            sum += weighted.perMille;
        }
        return sum;
    }();
    int left = dice.below(total);
    for (const Weighted &weighted : families) {
        left -= weighted.perMille;
        if (left < 0) {
            return QString::fromUtf16(weighted.word);
        }
    }
    return {};
}

QString wholeName(Dice &dice, bool female)
{
    // About one in seven belongs to an ethnic minority (not verified); most of them bear names like everybody's.
    if (dice.below(1000) < 25) {
        return QString::fromUtf16(dice.of(minority));
    }
    QStringList words{family(dice)};
    const int shape = dice.below(100);
    if (shape >= 6) { // the others have no middle name
        words.append(QString::fromUtf16(female ? dice.of(middleFemale) : dice.of(middleMale)));
    }
    if (shape >= 70) {
        words.append(QString::fromUtf16(female ? dice.of(givenFemale) : dice.of(middleMale)));
    }
    words.append(QString::fromUtf16(female ? dice.of(givenFemale) : dice.of(givenMale)));
    return words.join(u' ');
}

} // namespace

InventedPerson People::at(quint64 place) const
{
    Dice dice(m_seed, place);
    InventedPerson person;
    person.female = dice.below(2) == 1;
    person.name = wholeName(dice, person.female);
    person.birth = QDate(1940, 1, 1).addDays(dice.below(25000)); // to June 2008

    // Twelve digits: province, century and sex, year of birth, six free ones (NĐ 137/2015 Đ.13). The free ones follow the place.
    const int centuryAndSex = (person.birth.year() < 2000 ? 0 : 2) + (person.female ? 1 : 0);
    const quint64 free = (place + m_seed % 1000) % 1000000;
    person.number = QStringLiteral("000%1%2%3")
                        .arg(centuryAndSex)
                        .arg(person.birth.year() % 100, 2, 10, QLatin1Char('0'))
                        .arg(free, 6, 10, QLatin1Char('0'));
    person.phone = QStringLiteral("0200%1").arg(dice.below(10000000), 7, 10, QLatin1Char('0'));
    person.address = QStringLiteral("Số %1 đường %2, %3")
                         .arg(1 + dice.below(400))
                         .arg(QString::fromUtf16(dice.of(streets)), QString::fromUtf16(dice.of(wards)));
    return person;
}

} // namespace motcua::training
