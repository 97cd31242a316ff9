// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/plots/inspection_plot.h"

#include "artwork/canvas/canvas.h"
#include "artwork/plots/layout.h"
#include "base/file.h"
#include "base/time_text.h"
#include "dsp/level/decibel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace recital {

namespace {

constexpr double page_width = 1600;
constexpr double page_height = 860;
constexpr double left = 78;
constexpr double inner_width = page_width - left - 30;

constexpr std::size_t title_rows = 3;
constexpr double title_row_height = 20;
constexpr Rectangle title_lane{left, 92, inner_width, title_rows* title_row_height};
constexpr Rectangle wave_panel{left, 162, inner_width, 280};
constexpr Rectangle sentence_panel{left, 454, inner_width, 22};
constexpr Rectangle loudness_panel{left, 488, inner_width, 290};

constexpr Colour white{1, 1, 1, 1};
constexpr Colour ink{0.13, 0.15, 0.18, 1};
constexpr Colour faint_ink{0.42, 0.46, 0.51, 1};
constexpr Colour grid{0.87, 0.89, 0.91, 1};
constexpr Colour chapter_shade{0.955, 0.965, 0.975, 1};
constexpr Colour chapter_border{0.62, 0.67, 0.73, 1};
constexpr Colour wave_outline{0.60, 0.74, 0.87, 1};
constexpr Colour wave_body{0.18, 0.42, 0.66, 1};
constexpr Colour sentence_colour{0.33, 0.50, 0.47, 1};
constexpr Colour loudness_colour{0.72, 0.33, 0.11, 1};
constexpr Colour target_colour{0.13, 0.50, 0.31, 1};
constexpr Colour ceiling_colour{0.76, 0.20, 0.17, 1};

constexpr double small_text = 12;

/// Draws one inspection; its methods are the parts of the picture, from the back to the front.
class Plot {
public:
    Plot(const Inspection& inspection, const std::string& kind)
        : inspection_(inspection), canvas_(kind, page_width, page_height),
          seconds_(std::max(inspection.seconds(), 1e-3)) {}

    std::string draw() {
        canvas_.fill(Rectangle{0, 0, page_width, page_height}, white);
        draw_head();
        draw_chapters();
        draw_time_axis();
        draw_wave_axis();
        draw_wave();
        draw_sentences();
        draw_loudness_axis();
        draw_loudness();
        draw_chapter_titles();
        return canvas_.finish();
    }

private:
    [[nodiscard]] double x_of(double seconds) const { return left + seconds / seconds_ * inner_width; }
    [[nodiscard]] double x_of_sample(std::uint64_t sample) const {
        return x_of(static_cast<double>(sample) / inspection_.info.rate);
    }
    [[nodiscard]] static double wave_y(double amplitude) {
        const double half = wave_panel.height / 2;
        return wave_panel.y + half - std::clamp(amplitude, -1.0, 1.0) * half;
    }
    [[nodiscard]] double loudness_y(double loudness) const {
        return loudness_panel.y +
               (loudness_top() - loudness) / (loudness_top() - loudness_bottom) * loudness_panel.height;
    }
    [[nodiscard]] double loudness_top() const;
    /// Pauses are far below; the plot shows how the loudness of speech varies.
    static constexpr double loudness_bottom = -35;

    void horizontal(double y, const LineStyle& style) {
        canvas_.line(std::array{Point{left, y}, Point{left + inner_width, y}}, style);
    }
    void axis_label(double y, const std::string& label) {
        canvas_.text({left - 8, y + small_text / 3}, label, {small_text, faint_ink, false, 1});
    }
    void axis_title(const Rectangle& panel, const std::string& title) {
        canvas_.text({panel.x + 6, panel.y + 15}, title, {small_text, faint_ink});
    }
    void limit_line(double y, double label_y, const std::string& label, const Colour& colour) {
        horizontal(y, {colour, 1.2, 6});
        canvas_.text({left + inner_width - 6, label_y}, label, {small_text, colour, false, 1});
    }

    void draw_head();
    void draw_chapters();
    void draw_chapter_titles();
    void draw_time_axis();
    void draw_wave_axis();
    void draw_wave();
    void draw_sentences();
    void draw_speech_share(std::span<const HeardPause> sentences);
    void draw_loudness_axis();
    void draw_loudness();

    const Inspection& inspection_;
    Canvas canvas_;
    double seconds_;
};

double Plot::loudness_top() const {
    double max = inspection_.record ? inspection_.record->target.integrated : loudness_bottom;
    for (const Envelope::Bin& bin : inspection_.loudness.bins()) {
        max = bin.is_empty() ? max : std::max(max, bin.max);
    }
    constexpr double step = 5;
    return std::max(std::ceil((max + 2) / step) * step, loudness_bottom + 4 * step);
}

void Plot::draw_head() {
    const BookInfo& info = inspection_.info;
    const ChapterInspection& whole = inspection_.whole;
    const std::string name = inspection_.file.filename().string();
    const std::string title = info.tag("title").empty() ? name : info.tag("title");
    canvas_.text({left, 40}, title, {24, ink, true, 0, inner_width});
    std::string facts = fmt::format(
        "{}   ·   {} Hz   ·   {}   ·   {:.1f} LUFS   ·   {:.1f} dBTP   ·   RMS {:.1f} dB", name, info.rate,
        time_text(inspection_.seconds()), whole.sound.loudness, whole.sound.true_peak, whole.sound.rms);
    if (!std::isnan(whole.sound.floor)) {
        facts += fmt::format("   ·   floor {:.1f} dB", whole.sound.floor);
    }
    if (const auto pace = whole.words_per_minute(info.rate)) {
        facts += fmt::format("   ·   {:.0f} words a minute", *pace);
    }
    if (whole.limiter) {
        facts += fmt::format("   ·   limiter at most {:.1f} dB", whole.limiter->max_gain_reduction);
    }
    canvas_.text({left, 66}, facts, {13, faint_ink, false, 0, inner_width});
}

/// Every other chapter is shaded, through all panels.
void Plot::draw_chapters() {
    const auto& chapters = inspection_.chapters;
    for (std::size_t n = 0; n < chapters.size(); ++n) {
        const double x = x_of_sample(chapters[n].first_sample);
        const double end =
            n + 1 < chapters.size() ? x_of_sample(chapters[n + 1].first_sample) : left + inner_width;
        if (n % 2 == 0 && end > x) {
            canvas_.fill(Rectangle{x, wave_panel.y, end - x, loudness_panel.bottom() - wave_panel.y},
                         chapter_shade);
        }
    }
}

void Plot::draw_chapter_titles() {
    const auto& chapters = inspection_.chapters;
    if (chapters.empty()) {
        return;
    }
    constexpr double inset = 5;
    const TextStyle style{small_text, ink, false};
    // If there are many chapters, shorter titles let more of them be shown.
    const double max =
        std::clamp(inner_width * title_rows / static_cast<double>(chapters.size()), 110.0, 300.0);
    const bool crowded = inner_width / static_cast<double>(chapters.size()) < 6;
    std::vector<LabelWish> wishes;
    for (const ChapterInspection& chapter : chapters) {
        const double x = x_of_sample(chapter.first_sample);
        canvas_.line(std::array{Point{x, wave_panel.y}, Point{x, loudness_panel.bottom()}},
                     {chapter_border.with_alpha(crowded ? 0.35 : 1), crowded ? 0.5 : 1.0});
        wishes.push_back({x + inset, std::min(max, canvas_.width_of(chapter.title, style) + 1)});
    }
    const std::size_t rows = crowded ? 1 : title_rows; // several would show neighbours alone
    const auto places = place_labels(wishes, rows, left + inner_width, 2 * inset);
    const auto baseline_of = [](const LabelPlace& place) {
        return title_lane.bottom() - title_row_height * static_cast<double>(place.row) - 5;
    };
    for (const LabelPlace& place : places) {
        const double x = x_of_sample(chapters[place.label].first_sample);
        const double foot = crowded ? loudness_panel.bottom() : wave_panel.y;
        canvas_.line(std::array{Point{x, baseline_of(place) - small_text}, Point{x, foot}},
                     {chapter_border, 1});
    }
    for (const LabelPlace& place : places) {
        const double y = baseline_of(place);
        // No border of a title further up runs through this one.
        canvas_.fill(Rectangle{place.x - 2, y - small_text - 1, place.width + 4, small_text + 5},
                     white.with_alpha(0.9));
        TextStyle shown = style;
        shown.max_width = place.width;
        canvas_.text({place.x, y}, chapters[place.label].title, shown);
    }
}

void Plot::draw_time_axis() {
    constexpr double min_points = 70;
    constexpr double hour = 3600;
    const double step = time_step(seconds_, inner_width, min_points);
    const bool in_hours = seconds_ >= hour;
    for (int mark = 0; mark * step <= seconds_; ++mark) {
        const double time = mark * step;
        const double x = x_of(time);
        for (const Rectangle& panel : {wave_panel, loudness_panel}) {
            canvas_.line(std::array{Point{x, panel.y}, Point{x, panel.bottom()}}, {grid, 1});
        }
        canvas_.text({x, loudness_panel.bottom() + 20}, in_hours ? hour_text(time) : time_text(time),
                     {small_text, faint_ink, false, 0.5});
    }
    canvas_.text({left + inner_width / 2, loudness_panel.bottom() + 44},
                 in_hours ? "Time, hours:minutes" : "Time, minutes:seconds",
                 {small_text, faint_ink, false, 0.5});
}

void Plot::draw_wave_axis() {
    for (const double level : {0.0, -6.0, -12.0}) {
        for (const double sign : {1.0, -1.0}) {
            const double y = wave_y(sign * from_decibel(level));
            horizontal(y, {grid, 1});
            axis_label(y, fmt::format("{:.0f}", level));
        }
    }
    axis_label(wave_y(0), "dBFS");
}

void Plot::draw_wave() {
    const auto& bins = inspection_.wave.bins();
    if (bins.empty()) {
        return;
    }
    const auto sample_of = [&](std::size_t bin) { return bin * inspection_.wave.bin_values(); };
    const auto shape = [&](const auto& above, const auto& below, const Colour& colour) {
        std::vector<Point> corners;
        for (std::size_t n = 0; n < bins.size(); ++n) {
            corners.push_back({x_of_sample(sample_of(n)), wave_y(above(bins[n]))});
        }
        for (std::size_t n = bins.size(); n-- > 0;) {
            corners.push_back({x_of_sample(sample_of(n)), wave_y(below(bins[n]))});
        }
        canvas_.fill(corners, colour);
    };
    shape([](const auto& bin) { return bin.max; }, [](const auto& bin) { return bin.min; }, wave_outline);
    shape([](const auto& bin) { return bin.rms(); }, [](const auto& bin) { return -bin.rms(); }, wave_body);
    axis_title(wave_panel, "Waveform: peaks, and RMS within");
    if (inspection_.record) {
        const double ceiling = inspection_.record->target.true_peak;
        const double y = wave_y(from_decibel(ceiling));
        limit_line(y, y - 5, fmt::format("ceiling {:g} dBTP", ceiling), ceiling_colour);
        horizontal(wave_y(-from_decibel(ceiling)), {ceiling_colour, 1.2, 6});
    }
}

/// The spans between pauses that separate sentences.
std::vector<HeardPause> heard_sentences(const Inspection& inspection) {
    const SoundMeasures& sound = inspection.whole.sound;
    std::vector<HeardPause> sentences;
    std::uint64_t start = 0;
    const auto close = [&](std::uint64_t end) {
        if (end > start) {
            sentences.push_back({start, end});
        }
    };
    for (const HeardPause& pause : sound.pauses) {
        if (static_cast<double>(pause.length()) >= sentence_pause * inspection.info.rate) {
            close(pause.first);
            start = pause.last;
        }
    }
    close(sound.samples);
    return sentences;
}

void Plot::draw_sentences() {
    const auto sentences = heard_sentences(inspection_);
    constexpr double min_mean_width = 4;
    const bool crowded = static_cast<double>(sentences.size()) * min_mean_width > inner_width;
    canvas_.text({left - 8, sentence_panel.y + 15}, crowded ? "Speech" : "Sentences",
                 {small_text, faint_ink, false, 1});
    if (crowded) {
        draw_speech_share(sentences);
        return;
    }
    for (const HeardPause& sentence : sentences) {
        const double x = x_of_sample(sentence.first);
        canvas_.fill(Rectangle{x, sentence_panel.y, x_of_sample(sentence.last) - x, sentence_panel.height},
                     sentence_colour);
    }
}

/// If sentences are too narrow to be seen: the share of speech in the time of each point.
void Plot::draw_speech_share(std::span<const HeardPause> sentences) {
    const auto columns = static_cast<std::size_t>(inner_width);
    std::vector<double> shares(columns + 1);
    for (const HeardPause& sentence : sentences) {
        double x = x_of_sample(sentence.first) - left;
        const double end = std::min(x_of_sample(sentence.last) - left, inner_width);
        while (x < end) {
            const double next = std::min(std::floor(x) + 1, end);
            shares[static_cast<std::size_t>(x)] += next - x;
            x = next;
        }
    }
    for (std::size_t n = 0; n < columns; ++n) {
        canvas_.fill(Rectangle{left + static_cast<double>(n), sentence_panel.y, 1, sentence_panel.height},
                     sentence_colour.with_alpha(shares[n]));
    }
}

void Plot::draw_loudness_axis() {
    constexpr int step = 5;
    for (int loudness = static_cast<int>(loudness_bottom); loudness <= loudness_top(); loudness += step) {
        horizontal(loudness_y(loudness), {grid, 1});
        axis_label(loudness_y(loudness), fmt::format("{}", loudness));
    }
    axis_title(loudness_panel, "Loudness of 3 s, LUFS");
}

void Plot::draw_loudness() {
    const auto& curve = inspection_.loudness;
    const auto time_of = [&](std::size_t bin) {
        return static_cast<double>((bin + 1) * curve.bin_values()) * LoudnessCurve::step_seconds;
    };
    canvas_.clip(loudness_panel);
    std::vector<Point> above;
    std::vector<Point> below;
    const auto close = [&] {
        std::vector<Point> shape = above;
        shape.insert(shape.end(), below.rbegin(), below.rend());
        canvas_.fill(shape, loudness_colour.with_alpha(0.35));
        canvas_.line(above, {loudness_colour, 1.2});
        above.clear();
        below.clear();
    };
    for (std::size_t n = 0; n < curve.bins().size(); ++n) {
        const Envelope::Bin& bin = curve.bins()[n];
        if (bin.is_empty()) {
            close();
            continue;
        }
        above.push_back({x_of(time_of(n)), loudness_y(bin.max)});
        below.push_back({x_of(time_of(n)), loudness_y(bin.min)});
    }
    close();
    canvas_.unclip();
    if (inspection_.record && inspection_.record->target.measure == "integrated") {
        const double target = inspection_.record->target.integrated;
        const double y = loudness_y(target);
        limit_line(y, loudness_panel.y + 15, fmt::format("target {:g} LUFS", target), target_colour);
    }
}

} // namespace

std::string plot_inspection(const Inspection& inspection, const std::string& kind) {
    return Plot(inspection, kind).draw();
}

} // namespace recital
