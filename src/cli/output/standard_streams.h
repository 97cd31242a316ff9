// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

// The streams themselves. What is written has been made fit for a terminal: see print.h and json_lines.h,
// which are the only ones to write.

/// To be called before anything else opens a file. A closed standard stream would otherwise become the first
/// file that is opened, and the report would be written into a book; and a reader that goes away (`| head`),
/// or a limit on the size of files, would end the program in the middle of its work.
void prepare_standard_streams() noexcept;

/// Writes to standard output, where reports go. What cannot be written is dropped and remembered: books must
/// not be lost because a report is. After the first failure nothing more is written, so that
/// no report has gaps.
void write_output(std::string_view text);

/// Hands on what `write_output` still holds back. Returns whether everything so far has been written.
bool flush_output();

/// The `errno` of the first failure to write to standard output; 0 if there was none.
[[nodiscard]] int output_error();

/// Writes to standard error, where messages for people go. What cannot be written is lost. May be called by a
/// signal handler.
void write_message(std::string_view text) noexcept;

/// Whether a person reads the stream at a terminal.
[[nodiscard]] bool is_output_terminal();
[[nodiscard]] bool is_message_terminal();

/// Whether a line on the message stream can be replaced by another: it is a terminal that knows how to, and
/// the person did not ask for plain output (TERM=dumb, or ACCESSIBLE is set).
[[nodiscard]] bool is_live_terminal();

/// The width of the message stream's terminal, in columns; 80 if it does not say.
[[nodiscard]] std::size_t message_columns();

} // namespace recital
