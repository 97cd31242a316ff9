// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/target.h"

#include "support/scratch_folder.h"

#include <fstream>
#include <functional>
#include <map>

namespace recital::fuzz {

namespace {

std::map<std::string, TargetFunction, std::less<>>& targets() {
    static std::map<std::string, TargetFunction, std::less<>> all;
    return all;
}

} // namespace

Target::Target(std::string_view name, TargetFunction function) {
    targets().emplace(name, function);
}

TargetFunction find_target(std::string_view name) {
    const auto found = targets().find(name);
    return found == targets().end() ? nullptr : found->second;
}

std::vector<std::string> target_names() {
    std::vector<std::string> names;
    for (const auto& [name, function] : targets()) {
        names.push_back(name);
    }
    return names;
}

void require(bool holds, std::string_view promise) {
    if (!holds) {
        throw BrokenPromise(std::string(promise));
    }
}

std::filesystem::path scratch_file(std::string_view name, std::string_view bytes) {
    static const testing_support::ScratchFolder folder;
    std::filesystem::path path = folder.path() / name;
    std::filesystem::create_directories(path.parent_path());
    std::filesystem::remove(path); // ext4 waits for the disk when a file is emptied and written again
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

} // namespace recital::fuzz
