// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"
#include "models/catalogue/JsonTree.h"
#include "models/catalogue/LettersReader.h"
#include "models/catalogue/OfflineRules.h"
#include "models/certification/CertificationRules.h"
#include "models/fleet/FleetLimits.h"
#include "models/scan/ScanRules.h"
#include "models/story/StoriesReader.h"
#include "models/ticket/BoardPlan.h"
#include "models/ticket/CallWords.h"
#include "models/ticket/HallRules.h"
#include "models/ticket/KioskPlan.h"
#include "models/ticket/TicketWords.h"

#include <QFile>

#include <cstdio>

namespace {

bool isA(QStringView kind, const motcua::SourceFile &file)
{
    const motcua::JsonTree tree(file.bytes);
    return tree.root().member(u"schema").says(kind);
}

} // namespace

/**
 * Checks the catalogue files named on the command line as one catalogue, and the rules, the voice and the tickets' words and the board of a waiting hall, the letters and the stories by themselves; 0 when all may be
 * shipped, 1 with a line for each error.
 */
int main(int argc, char *argv[])
{
    QList<motcua::SourceFile> files;
    QList<motcua::Error> errors;
    for (int i = 1; i < argc; ++i) {
        QFile file(QFile::decodeName(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", argv[i], qPrintable(file.errorString()));
            return 1;
        }
        const motcua::SourceFile source{file.fileName(), file.readAll()};
        if (isA(u"motcua.hall/1", source)) {
            if (const auto hall = motcua::HallRules::read(source); !hall) {
                errors.append(hall.error());
            }
        } else if (isA(u"motcua.voice/1", source)) {
            if (const auto words = motcua::CallWords::read(source); !words) {
                errors.append(words.error());
            }
        } else if (isA(u"motcua.ticket/1", source)) {
            if (const auto words = motcua::TicketWords::read(source); !words) {
                errors.append(words.error());
            }
        } else if (isA(u"motcua.board/1", source)) {
            if (const auto plan = motcua::BoardPlan::read(source); !plan) {
                errors.append(plan.error());
            }
        } else if (isA(u"motcua.kiosk/1", source)) {
            if (const auto plan = motcua::KioskPlan::read(source); !plan) {
                errors.append(plan.error());
            }
        } else if (isA(u"motcua.certification/1", source)) {
            if (const auto rules = motcua::CertificationRules::read(source); !rules) {
                errors.append(rules.error());
            }
        } else if (isA(u"motcua.offline/1", source)) {
            if (const auto rules = motcua::OfflineRules::read(source); !rules) {
                errors.append(rules.error());
            }
        } else if (isA(u"motcua.fleet/1", source)) {
            if (const auto limits = motcua::FleetLimits::read(source); !limits) {
                errors.append(limits.error());
            }
        } else if (isA(u"motcua.scan/1", source)) {
            if (const auto rules = motcua::ScanRules::read(source); !rules) {
                errors.append(rules.error());
            }
        } else if (isA(u"motcua.letters/1", source)) {
            if (const auto letters = motcua::readLetters(source); !letters) {
                errors.append(letters.error());
            }
        } else if (isA(u"motcua.stories/1", source)) {
            if (const auto stories = motcua::readStories(source); !stories) {
                errors.append(stories.error());
            }
        } else {
            files.append(source);
        }
    }
    const auto catalogue = motcua::Catalogue::fromFiles(files);
    if (!catalogue) {
        errors.append(catalogue.error());
    }
    for (const motcua::Error &error : errors) {
        // "file:line:column: what" is the form editors and build logs jump to.
        std::fprintf(stderr, "%s\n", qPrintable(error.detail));
    }
    return errors.isEmpty() ? 0 : 1;
}
