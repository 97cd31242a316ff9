// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/engine/engine.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace recital::testing_support {

/// What `work` answers in a process of its own, as the speech engine needs it. An exception in there is
/// answered as "error: " and its text.
inline std::string forked(const std::function<std::string()>& work) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        throw std::runtime_error("no pipe");
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        std::string answer;
        try {
            answer = work();
        } catch (const std::exception& error) {
            answer = std::string("error: ") + error.what();
        }
        for (std::string_view rest = answer; !rest.empty();) {
            const ssize_t count = ::write(ends[1], rest.data(), rest.size());
            if (count <= 0) {
                ::_exit(EXIT_FAILURE);
            }
            rest.remove_prefix(static_cast<std::size_t>(count));
        }
        ::_exit(EXIT_SUCCESS);
    }
    ::close(ends[1]);
    std::string answer;
    std::array<char, 65536> block{};
    for (ssize_t count = 0; (count = ::read(ends[0], block.data(), block.size())) > 0;) {
        answer.append(block.data(), static_cast<std::size_t>(count));
    }
    ::close(ends[0]);
    int status = 0;
    if (::waitpid(child, &status, 0) != child || status != 0) {
        throw std::runtime_error("the forked process failed");
    }
    return answer;
}

/// The samples of a sentence spoken by a voice, from a process of its own.
inline std::vector<std::int16_t> spoken_samples(const Voice& voice, std::string_view text) {
    const std::string bytes = forked([&] {
        Engine engine;
        engine.use(voice);
        const Utterance utterance = engine.speak({std::string(text)});
        return std::string(reinterpret_cast<const char*>(utterance.samples.data()),
                           utterance.samples.size() * sizeof(std::int16_t));
    });
    if (bytes.starts_with("error: ")) {
        throw std::runtime_error(bytes);
    }
    std::vector<std::int16_t> samples(bytes.size() / sizeof(std::int16_t));
    std::memcpy(samples.data(), bytes.data(), bytes.size());
    return samples;
}

} // namespace recital::testing_support
