// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

namespace recital {

/// Loudness of a mono programme (EBU R 128, ITU-R BS.1770-4) by libebur128.
class LoudnessMeter {
public:
    /// `rate` in Hz. Throws an `engine` error.
    explicit LoudnessMeter(int rate);
    LoudnessMeter(const LoudnessMeter&) = delete;
    LoudnessMeter& operator=(const LoudnessMeter&) = delete;
    ~LoudnessMeter();

    void add(std::span<const float> samples);

    /// Gated loudness of all that was added, in LUFS; minus infinity for silence.
    [[nodiscard]] double integrated() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace recital
