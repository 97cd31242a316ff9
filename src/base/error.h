// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace recital {

/// What went wrong, coarsely: decides the exit code and whether only one book or the whole run is affected.
enum class ErrorKind {
    usage,    ///< the command line asks for something impossible
    input,    ///< a source cannot be read or holds nothing to speak
    voice,    ///< a voice profile is unknown or wrong
    engine,   ///< speech, resampling or encoding failed
    output,   ///< a result cannot be written
    internal, ///< a defect of this program
};

/// The kind as it is in reports: "usage", "input", ...
[[nodiscard]] std::string_view to_string(ErrorKind kind);

/// A place in a file that a person can open. `line` counts from 1; 0 means the file as a whole.
struct SourcePlace {
    std::string file;
    std::size_t line = 0;

    /// "file:line", or "file" where there is no line.
    [[nodiscard]] std::string to_string() const;
};

/// The one exception type of this program: a sentence for the person who reads it, saying what and what to
/// do.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, const std::string& message, SourcePlace place = {})
        : std::runtime_error(message), kind_(kind), place_(std::move(place)) {}

    [[nodiscard]] ErrorKind kind() const { return kind_; }
    [[nodiscard]] const SourcePlace& place() const { return place_; }

    /// The message led by its place, as it is shown on a terminal.
    [[nodiscard]] std::string to_string() const;

private:
    ErrorKind kind_;
    SourcePlace place_;
};

/// Something odd but readable, told to the person and not an obstacle.
struct Diagnostic {
    std::string message;
    SourcePlace place;

    /// The message led by its place, as it is shown on a terminal.
    [[nodiscard]] std::string to_string() const;
};

} // namespace recital
