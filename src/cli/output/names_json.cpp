// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/names_json.h"

namespace recital {

void put_names(Json& report, const std::string& birth_name, const std::vector<std::string>& other_names,
               const std::vector<NameCandidate>& candidates) {
    if (!birth_name.empty()) {
        report["birth_name"] = birth_name;
    }
    if (!other_names.empty()) {
        report["other_names"] = other_names;
    }
    Json list = Json::array();
    for (const NameCandidate& candidate : candidates) {
        list.push_back(
            {{"name", candidate.name}, {"score", candidate.score}, {"evidence", candidate.evidence}});
    }
    report["candidates"] = std::move(list);
}

} // namespace recital
