// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QElapsedTimer>

namespace motcua {

/**
 * A closed list from which letters without tone marks choose: "kh" finds "Khánh Hòa", "hoa" finds "Khánh Hòa" too.
 *
 * Entries hold their code as data; the first one, "—" with an empty code, means not asked yet. The wheel never changes it.
 * It is as wide as its least length of words and no wider for what it holds; the window its list opens in is made when it first opens.
 */
class OptionBox : public QComboBox
{
    Q_OBJECT

public:
    explicit OptionBox(QWidget *parent = nullptr);

    void addOption(const QString &code, const QString &label);
    [[nodiscard]] QString code() const { return currentData().toString(); }

    /** Chooses the entry with this code; the first entry when there is none. */
    void setCode(const QString &code);

    /** What is read for "not asked yet" instead of "—": the other two kinds of empty. */
    void setEmptyWords(const QString &words);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    bool chooseByPrefix();

    QString m_prefix;
    QElapsedTimer m_sinceLetter;
};

} // namespace motcua
