// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PrinterBench.h"

#include <QProcess>
#include <QTemporaryDir>

namespace motcua {

/** A private cupsd with printers in software behind it (cups_bench.sh); needs root, which cupsd gives up for its filters. */
class CupsBench : public PrinterBench
{
public:
    ~CupsBench() override;

    QString start() override;
    std::unique_ptr<SlipPrinter> printer() override;
    QString defaultPrinter() const override { return u"Bench"_qs; }
    QString a4Printer() const { return u"A4"_qs; }
    QStringList sheets() const override;
    int unfinished() const override;
    void stop(SlipPrinter &device) override;
    void resume(SlipPrinter &device) override;
    void refuseJobs(SlipPrinter &) override { }
    QString refusingPrinter() const override { return u"Shut"_qs; }
    void breakDown(SlipPrinter &device, QByteArray &pdf) override;
    void vanish(SlipPrinter &device) override;

    [[nodiscard]] QString log() const; ///< all that the servers wrote, for a failing test

private:
    QByteArray command(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_dir;
    QProcess m_script;
    qint64 m_cupsd = 0;
    int m_port = 0;
};

} // namespace motcua
