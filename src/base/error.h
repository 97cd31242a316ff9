// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace recital {

/// The kind of an error: decides the exit code and whether one book or the whole run is affected.
enum class ErrorKind {
    usage,    ///< the command line asks for something impossible
    input,    ///< a source cannot be read or contains nothing to speak
    voice,    ///< a voice profile is unknown or invalid
    engine,   ///< speech, resampling or encoding failed
    output,   ///< a result cannot be written
    internal, ///< a bug in this program
};

/// The kind as it is in reports: "usage", "input", ...
[[nodiscard]] std::string_view to_string(ErrorKind kind);

/// A place in a file. `line` counts from 1; 0 means the whole file.
struct SourcePlace {
    std::string file;
    std::size_t line = 0;

    /// "file:line", or "file" without a line.
    [[nodiscard]] std::string to_string() const;
};

/// The only exception type of this program. The message is a sentence for the user that says what is wrong
/// and what to do.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, const std::string& message, SourcePlace place = {})
        : std::runtime_error(message), kind_(kind), place_(std::move(place)) {}

    [[nodiscard]] ErrorKind kind() const { return kind_; }
    [[nodiscard]] const SourcePlace& place() const { return place_; }

    /// True if another attempt at the same input may succeed, because the machine lacked something.
    [[nodiscard]] bool is_transient() const { return is_transient_; }
    Error& set_transient(bool is_transient) {
        is_transient_ = is_transient;
        return *this;
    }

    /// The same error with another message and place.
    [[nodiscard]] Error reworded(const std::string& message, SourcePlace place) const {
        return Error(kind_, message, std::move(place)).set_transient(is_transient_);
    }

    /// "place: message", as shown on a terminal.
    [[nodiscard]] std::string to_string() const;

private:
    ErrorKind kind_;
    SourcePlace place_;
    bool is_transient_ = false;
};

/// A warning: something unusual that does not prevent reading.
struct Diagnostic {
    std::string message;
    SourcePlace place;

    /// "place: message", as shown on a terminal.
    [[nodiscard]] std::string to_string() const;
};

} // namespace recital
