// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/mastering/mastering.h"
#include "dsp/mastering/resampling_stage.h"
#include "speech/engine/engine.h"
#include "studio/takes/request.h"

#include <string>
#include <vector>

namespace recital {

/// What the main job speaks of some texts, prepared once, so that single stages can be measured on it.
struct Material {
    TakeContext context;
    std::vector<TakeRequest> requests;
    std::vector<std::vector<Utterance>> utterances; ///< of each request
    std::vector<std::vector<float>> speech;         ///< full scale 1.0
    std::vector<std::vector<float>> masters;
};

/// Reads the files and speaks them with the default voice. `engine` can be started only once in a process.
[[nodiscard]] Material prepare_material(const std::vector<std::string>& files, Engine& engine);

/// What becomes of the speech of a request before it is encoded.
class Mastering {
public:
    explicit Mastering(const TakeContext& context);

    [[nodiscard]] std::vector<float> master(const std::vector<Utterance>& utterances, double closing_pause);

private:
    PauseSettings pauses_;
    ResamplingStage resampling_stage_;
    MasteringChain chain_;
};

/// What becomes of the speech of each request.
[[nodiscard]] std::vector<std::vector<float>> master_all(const Material& material);

} // namespace recital
