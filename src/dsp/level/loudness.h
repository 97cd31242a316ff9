// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>

namespace recital {

/// How precisely a loudness meter measures.
enum class LoudnessDetail {
    exact,     ///< keeps every gated block: exact integrated loudness, memory grows with length
    programme, ///< fixed memory: integrated loudness to a few hundredths of an LU; also true peaks
};

/// Loudness of a mono programme (EBU R 128, ITU-R BS.1770-4) by libebur128.
class LoudnessMeter {
public:
    /// `rate` in Hz. Throws an `engine` error.
    explicit LoudnessMeter(int rate, LoudnessDetail detail = LoudnessDetail::exact);
    LoudnessMeter(const LoudnessMeter&) = delete;
    LoudnessMeter& operator=(const LoudnessMeter&) = delete;
    ~LoudnessMeter();

    void add(std::span<const float> samples);

    /// Gated loudness of all that was added, in LUFS; minus infinity for silence.
    [[nodiscard]] double integrated() const;

    /// Highest true peak of all that was added, in dBTP, by four times oversampling; minus infinity for
    /// silence. Of a `programme` only.
    [[nodiscard]] double true_peak() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The short-term loudness of a signal over time (EBU Tech 3341): over the last 3 s, every 100 ms.
class LoudnessCurve {
public:
    /// `rate` in Hz. Throws an `engine` error.
    explicit LoudnessCurve(int rate);
    LoudnessCurve(const LoudnessCurve&) = delete;
    LoudnessCurve& operator=(const LoudnessCurve&) = delete;
    ~LoudnessCurve();

    /// Adds samples and calls `each(loudness)`, in LUFS, at the end of every 100 ms that they complete; minus
    /// infinity for silence. Before 3 s have passed it covers all samples so far.
    template <typename Each>
    void add(std::span<const float> samples, const Each& each) {
        while (!samples.empty()) {
            samples = take(samples);
            if (filled_ == step_samples_) {
                each(close_step());
            }
        }
    }

    /// Seconds from one value to the next.
    static constexpr double step_seconds = 0.1;

private:
    [[nodiscard]] std::span<const float> take(std::span<const float> samples);
    double close_step();

    struct State;
    std::unique_ptr<State> state_;
    std::size_t step_samples_;
    std::size_t filled_ = 0;
    std::deque<double> energies_; ///< weighted mean squares of the last steps
};

} // namespace recital
